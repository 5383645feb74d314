"""Finds the picture of a post: a file of the docs, or a remote address, which is never fetched."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import is_web, uri_of

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
"""MIME types of pictures by suffix; the system's table would make feeds differ between machines."""


class ImageError(ValueError):
    """A picture cannot be found; the message gives the reason."""


def is_remote(path: str) -> bool:
    """Return whether a picture is remote."""
    return path.startswith("//") or path[:8].lower().startswith(("http://", "https://"))


def remote_url(path: str) -> str:
    """Return the address of a remote picture.

    Raises:
        ImageError: It is malformed.
    """
    url = f"https:{path}" if path.startswith("//") else path
    if not is_web(url):
        raise ImageError("is not a web address")
    return uri_of(url)


def file_of(path: str, source: PurePosixPath, files: Container[str]) -> str:
    """Return the file of the docs for the path of a picture.

    Args:
        path: As written: below the post or below `docs_dir`; with a leading slash below `docs_dir` only.
        source: The post, below `docs_dir`.
        files: Every file of the docs.

    Raises:
        ImageError: The file does not exist, is outside the docs, or is not a picture.
    """
    if ":" in path.partition("/")[0]:
        raise ImageError("is not a web address")
    inside = False
    for candidate in _candidates(path, source):
        if candidate.split("/")[0] == "..":
            continue
        inside = True
        if candidate in files:
            if mime_type(candidate):
                return candidate
            raise ImageError("is not an image")
    raise ImageError("does not exist" if inside else "is outside docs_dir")


def _candidates(path: str, source: PurePosixPath) -> Iterator[str]:
    """Yield possible paths of a picture below `docs_dir`: as written, then URL-decoded."""
    folders = [""] if path.startswith("/") else [source.parent.as_posix(), ""]
    written = path.lstrip("/")
    for name in dict.fromkeys((written, unquote(written.partition("?")[0].partition("#")[0]))):
        for folder in folders:
            yield posixpath.normpath(posixpath.join(folder, name))


def mime_type(name: str) -> str:
    """Return the type of a picture by the suffix of its name, or empty."""
    return MIME_TYPES.get(PurePosixPath(name).suffix.lower(), "")
