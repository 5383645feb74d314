"""Where Jekyll publishes a page or a document of a collection, and the file of MkDocs that is published there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from mkdocs_journal.moving.jekyll_site import MARKDOWN, SiteFile, collections_of, default_of
from mkdocs_journal.publishing.jekyll_config import JekyllConfig
from mkdocs_journal.publishing.permalinks import PermalinkError, address_of_path
from mkdocs_journal.urls.slugs import slugify

_PLACEHOLDER: Final = re.compile(r":(collection|path|basename|name|title|output_ext)")


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
    url = _PLACEHOLDER.sub(lambda match: _value(match[1], file, html=html), pattern)
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


def _pattern(file: SiteFile, config: JekyllConfig, *, html: bool) -> str:
    """Return the pattern of the URL of a page that has none of its own."""
    if file.collection:
        return str(collections_of(config)[file.collection].get("permalink") or "/:collection/:path:output_ext")
    if not html:
        return "/:path/:basename:output_ext"
    if file.path.stem == "index":
        return "/:path/"
    style = str(config.values.get("permalink") or "date")
    folders = style == "pretty" or style.endswith("/")
    return f"/:path/:basename{'/' if folders else ':output_ext'}"


def _value(name: str, file: SiteFile, *, html: bool) -> str:
    path = file.path
    if file.collection:
        path = PurePosixPath(*path.parts[1:])
        if name == "path":
            return path.with_suffix("").as_posix()
    values = {
        "collection": file.collection,
        "path": "" if path.parent == PurePosixPath() else path.parent.as_posix(),
        "basename": path.stem,
        "name": slugify(path.stem, "default").lower() if file.collection else path.stem,
        "title": slugify(path.stem),
        "output_ext": ".html" if html else path.suffix,
    }
    return values[name]
