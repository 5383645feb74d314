"""Where the picture of a post lies: a file of the docs, or an address elsewhere that nobody fetches."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import is_web

MIME_TYPES: Final = {
    ".apng": "image/apng",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".jxl": "image/jxl",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
}
"""Of pictures, by suffix: the table of the machine would make its own bytes of a feed."""


class ImageError(ValueError):
    """The path of a picture leads nowhere; the message says why."""


def is_remote(path: str) -> bool:
    """Return whether a picture lies at another address."""
    return path.startswith("//") or path[:8].lower().startswith(("http://", "https://"))


def remote_url(path: str) -> str:
    """Return the address of a picture that lies elsewhere.

    Raises:
        ImageError: It is malformed.
    """
    url = f"https:{path}" if path.startswith("//") else path
    if not is_web(url):
        raise ImageError("is no address of the web")
    return url.replace(" ", "%20")


def file_of(path: str, source: PurePosixPath, files: Container[str]) -> str:
    """Return the file of the docs that is meant by the path of a picture.

    Args:
        path: As its author wrote it: below the post or below `docs_dir`; with a leading slash below `docs_dir` only.
        source: The post, below `docs_dir`.
        files: Every file of the docs.

    Raises:
        ImageError: There is no such file, it is outside the docs, or it is no picture.
    """
    if ":" in path.partition("/")[0]:
        raise ImageError("is no address of the web")
    inside = False
    for candidate in _candidates(path, source):
        if candidate.split("/")[0] == "..":
            continue
        inside = True
        if candidate in files:
            if mime_type(candidate):
                return candidate
            raise ImageError("is no picture")
    raise ImageError("not found" if inside else "leaves the docs")


def _candidates(path: str, source: PurePosixPath) -> Iterator[str]:
    """Yield where a picture may be, as paths below `docs_dir`: as it is written, then decoded as a URL is."""
    folders = [""] if path.startswith("/") else [source.parent.as_posix(), ""]
    written = path.lstrip("/")
    for name in dict.fromkeys((written, unquote(written.partition("?")[0].partition("#")[0]))):
        for folder in folders:
            yield posixpath.normpath(posixpath.join(folder, name))


def mime_type(name: str) -> str:
    """Return the type of a picture by the suffix of its name, or empty."""
    return MIME_TYPES.get(PurePosixPath(name).suffix.lower(), "")
