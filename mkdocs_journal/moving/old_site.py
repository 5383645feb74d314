"""The old version of a site: a folder of built files, a list of URLs, a sitemap or a feed."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from gzip import GzipFile
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from mkdocs_journal.addresses import split
from mkdocs_journal.feeds.feed_files import FeedEntry, UnreadableFeedError, read_feed

_FEED_SUFFIXES: Final = frozenset({".xml", ".atom", ".rss", ".json"})
_PAGES: Final = ("/index.html", "/index.htm")
_WANTED: Final = "give a folder, a list of URLs, a sitemap or a feed"
_GZIP: Final = b"\x1f\x8b"
_MAX_BYTES: Final = 64 * 1024 * 1024
"""The largest compressed file, unpacked; a sitemap has at most 50 MB (https://www.sitemaps.org/protocol.html)."""
_ADDRESS: Final = re.compile(r"/|[a-z][a-z0-9+.-]*://[^/\s]", re.IGNORECASE)
_BLANK: Final = codecs.BOM_UTF8 + b" \t\r\n"
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class OldSiteError(ValueError):
    """The old site cannot be read; the message is for the author."""


@dataclass(frozen=True, slots=True)
class OldSite:
    """What was published before."""

    addresses: tuple[str, ...]
    """Paths at the host for URLs, paths below the site for files of a folder; with a leading slash, not encoded."""
    is_folder: bool
    """Whether the addresses are below the site."""
    feeds: Mapping[str, tuple[FeedEntry, ...]] = field(default_factory=dict)
    """The entries of each feed by its file below the site; by an empty name if it is a file alone."""
    pages: Mapping[str, Path] = field(default_factory=dict)
    """The HTML file of each address, of a folder."""


def read_old_site(path: Path) -> OldSite:
    """Read the old version of a site.

    Args:
        path: The folder that a program has built; or a file: a feed, a sitemap, or a list of URLs, one a line. A file may
            be compressed with gzip.

    Raises:
        OldSiteError: It is none of these, or names no address.
    """
    found = _folder(path) if path.is_dir() else _file(path)
    if not found.addresses:
        raise OldSiteError(f"{path}: names no address; {_WANTED}")
    return found


def _folder(folder: Path) -> OldSite:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = {path: path.relative_to(folder).as_posix() for path in files}
    feeds = {names[path]: entries for path in files if (entries := _entries(path))}
    addresses = {path: _address(name) for path, name in names.items()}
    pages = {addresses[path]: path for path in files if path.suffix in {".html", ".htm"}}
    return OldSite(tuple(addresses.values()), is_folder=True, feeds=feeds, pages=pages)


def _entries(path: Path) -> tuple[FeedEntry, ...]:
    if path.suffix not in _FEED_SUFFIXES:
        return ()
    try:
        return read_feed(path.read_bytes())
    except UnreadableFeedError:
        return ()


def _address(name: str) -> str:
    address = f"/{name}"
    index = next((end for end in _PAGES if address.endswith(end)), "")
    return address[: len(address) - len(index) + 1] if index else address


def _file(path: Path) -> OldSite:
    data = path.read_bytes()
    data = _unpacked(path, data) if data.startswith(_GZIP) else data
    try:
        entries = read_feed(data)
    except UnreadableFeedError:
        return OldSite(tuple(dict.fromkeys(_urls(path, data))), is_folder=False)
    links = (path_in(entry.link) for entry in entries)
    return OldSite(tuple(dict.fromkeys(link for link in links if link)), is_folder=False, feeds={"": entries})


def _unpacked(path: Path, data: bytes) -> bytes:
    try:
        unpacked = GzipFile(fileobj=BytesIO(data)).read(_MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise OldSiteError(f"{path}: cannot be unpacked ({error})") from None
    if len(unpacked) > _MAX_BYTES:
        raise OldSiteError(f"{path}: is larger than {_MAX_BYTES:,} bytes unpacked; give a part of it")
    return unpacked


def _urls(path: Path, data: bytes) -> Iterator[str]:
    """Return the paths of a sitemap or of a list."""
    if data.lstrip(_BLANK).startswith(b"<"):
        return _of_sitemap(path, data)
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig").lstrip()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise OldSiteError(f"{path}: is not a text in UTF-8; {_WANTED}")
    if text.startswith(("{", "[")):
        raise OldSiteError(f"{path}: is JSON, but not a JSON Feed; {_WANTED}")
    return _of_sitemap(path, data) if text.startswith("<") else _of_list(path, text)


def _of_sitemap(path: Path, data: bytes) -> Iterator[str]:
    try:
        root = ET.fromstring(data)  # noqa: S314 - expat limits what entities can become
    except (ET.ParseError, LookupError, ValueError) as error:  # the last two for an encoding that is not known
        raise OldSiteError(f"{path}: is not XML ({error})") from None
    if root.tag.endswith("sitemapindex"):
        raise OldSiteError(f"{path}: is a list of sitemaps; give one of them")
    places = (element.text or "" for element in root.iter() if element.tag.endswith("}loc") or element.tag == "loc")
    yield from (found for place in places if (found := path_in(place.strip())))


def _of_list(path: Path, text: str) -> Iterator[str]:
    for number, line in enumerate((line.strip() for line in text.splitlines()), 1):
        if line and not line.startswith("#"):
            found = path_in(line) if _ADDRESS.match(line) else ""
            if not found:
                raise OldSiteError(f"{path}:{number}: {line[:60]!r} is neither a URL nor a path that begins with a slash")
            yield found


def path_in(address: str) -> str:
    """Return the path of a URL, not encoded, or empty if it has none."""
    parts = split(address)
    return unquote(parts.path or "/") if parts and (parts.netloc or parts.path) else ""
