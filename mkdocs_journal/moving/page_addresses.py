"""Where Jekyll publishes a page or a document of a collection, and the file of MkDocs that is published there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any, Final

from mkdocs_journal.moving.jekyll_site import MARKDOWN, SiteFile, collections_of, default_of
from mkdocs_journal.posts.dates import named_date, read_date
from mkdocs_journal.publishing.jekyll_config import JekyllConfig
from mkdocs_journal.publishing.permalinks import OF_DATE, PermalinkError, address_of_path
from mkdocs_journal.urls.slugs import slugify
from mkdocs_journal.zones import zone_of

_PLACEHOLDER: Final = re.compile(
    rf":(collection|path|basename|name|title|slug|output_ext|{'|'.join(sorted(OF_DATE))})(?![a-z])"
)
_MADE: Final = {".scss": ".css", ".sass": ".css", ".coffee": ".js"}
"""What Jekyll's converters make of style sheets and scripts, by suffix."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a page is published."""

    url: str
    """Below the site, without a leading slash: `about/`, `about.html`, empty for the home page."""
    source: PurePosixPath | None
    """The Markdown file below the docs; None: it is not an HTML page and is copied to its URL."""
    redirect: str = ""
    """The file that redirects to it, if MkDocs cannot publish it at that URL; or empty."""

    @property
    def published(self) -> str:
        """Where MkDocs publishes it, as a URL below the site."""
        if self.source is None or not self.redirect:
            return self.url
        return f"{self.source.parent if self.source.stem == 'index' else self.source.with_suffix('')}/"


def place_of_page(file: SiteFile, meta: Mapping[str, Any], config: JekyllConfig) -> PagePlace:
    """Return where a page or document is published.

    Source: https://jekyllrb.com/docs/permalinks/ and `Page#template` of Jekyll
    """
    html = file.path.suffix in MARKDOWN or file.path.suffix in {".html", ".htm"}
    given = meta.get("permalink") or default_of(config, file.path, file.collection or "pages", "permalink")
    pattern = given if isinstance(given, str) else _pattern(file, config, html=html)
    date = date_of(file, meta, config) if file.collection else None
    url = _PLACEHOLDER.sub(lambda match: _value(match[1], file, meta, date, html=html), pattern)
    try:
        address = address_of_path(url, "permalink")
    except PermalinkError:
        address = address_of_path(file.path.with_suffix(".html").as_posix(), "permalink")
    if PurePosixPath(address.url).suffix not in {"", ".html", ".htm"} and not address.url.endswith("/"):
        return PagePlace(address.url, None)
    if address.file.endswith("/index.html") or address.file == "index.html":
        return PagePlace(address.url.removesuffix("index.html"), PurePosixPath(address.file).with_suffix(".md"))
    source = PurePosixPath(address.file).with_suffix(".md")
    if source.stem.casefold() in {"index", "readme"}:
        source = source.with_suffix("") / "index.md"
    return PagePlace(address.url, source, address.file)


def place_of_static(file: SiteFile, config: JekyllConfig) -> str:
    """Return where a file without front matter of a collection is published, below the site.

    Source: `StaticFile#url` of Jekyll, which knows no title and no date of it
    """
    pattern = str(collections_of(config)[file.collection].get("permalink") or "/:collection/:path:output_ext")
    path = PurePosixPath(*file.path.parts[1:])
    values = {
        "collection": file.collection,
        "path": path.with_suffix("").as_posix(),
        "name": path.stem,
        "title": "",
        "output_ext": "",
    }
    url = _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), pattern)
    try:
        return address_of_path(f"{url.rstrip('/')}{path.suffix}", "permalink").url
    except PermalinkError:
        return f"{file.collection}/{path}"


def _pattern(file: SiteFile, config: JekyllConfig, *, html: bool) -> str:
    """Return the pattern of the URL of a page that has none of its own."""
    style = str(config.values.get("permalink") or "date")
    end = "/" if style == "pretty" or style.endswith("/") else ":output_ext"
    if file.collection:
        return str(collections_of(config)[file.collection].get("permalink") or f"/:collection/:path{end}")
    if not html:
        return "/:path/:basename:output_ext"
    return "/:path/" if file.path.stem == "index" else f"/:path/:basename{end}"


def _value(name: str, file: SiteFile, meta: Mapping[str, Any], date: datetime | None, *, html: bool) -> str:
    if name in OF_DATE:
        return OF_DATE[name](date) if date else f":{name}"
    path, stem = file.path, file.path.stem
    if file.collection:
        path = PurePosixPath(*path.parts[1:])
        stem = str(meta.get("slug") or named_date(stem).rest)
        if name == "path":
            return path.with_suffix("").as_posix()
    values = {
        "collection": file.collection,
        "path": "" if path.parent == PurePosixPath() else path.parent.as_posix(),
        "basename": path.stem,
        "name": slugify(path.stem, "default").lower() if file.collection else path.stem,
        "title": slugify(stem),
        "slug": slugify(stem, "default").lower(),
        "output_ext": ".html" if html and path.suffix != ".htm" else _MADE.get(path.suffix, path.suffix),
    }
    return values[name]


def date_of(file: SiteFile, meta: Mapping[str, Any], config: JekyllConfig) -> datetime | None:
    """Return the date of a document, of its front matter or its name, or None.

    Jekyll gives one without a date the time of its build, which no address can keep. To it, a time zone that does not
    exist is UTC.
    """
    zone = config.values.get("timezone")
    text = str(meta.get("date") or named_date(file.path.stem).day or "")
    try:
        shown = zone_of(zone if isinstance(zone, str) else None, compat=True)
    except ValueError:  # a zone that does not exist
        shown = UTC
    try:
        return read_date(text, quoted=True, zone=shown, compat=True).instant
    except ValueError:
        return None
