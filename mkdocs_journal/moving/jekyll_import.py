"""A Jekyll site as an MkDocs site: what is written, and what has no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.moving.import_plan import Findings, ImportPlan, NewFile, distinct
from mkdocs_journal.moving.jekyll_entries import source_folder
from mkdocs_journal.moving.jekyll_settings import plugins_of
from mkdocs_journal.moving.jekyll_site import JekyllSite, PageParts, SiteFile, default_of, parts_of, read_jekyll_site
from mkdocs_journal.moving.mkdocs_config import address_of, mkdocs_config
from mkdocs_journal.moving.own_feeds import OwnFeed, own_feed
from mkdocs_journal.moving.page_addresses import PagePlace, place_of_page
from mkdocs_journal.moving.page_texts import note_post, page_text, redirect_page, relative_link, template_text, texts_of
from mkdocs_journal.posts.dates import UnreadableDate, read_date
from mkdocs_journal.publishing.jekyll_config import NAMES, JekyllConfig
from mkdocs_journal.publishing.permalinks import PermalinkError
from mkdocs_journal.publishing.redirects import old_address

DOCS: Final = PurePosixPath("docs")
"""The folder of sources of the new site."""
_MOVED_PLUGINS: Final = frozenset(
    {
        "jekyll-archives", "jekyll-default-layout", "jekyll-feed", "jekyll-paginate", "jekyll-paginate-v2",
        "jekyll-redirect-from", "jekyll-seo-tag", "jekyll-sitemap", "jekyll-last-modified-at", "jekyll-relative-links",
        "jekyll-titles-from-headings",
    }
)  # fmt: skip
"""Plugins whose work MkDocs or the journal does."""
_SETTINGS: Final = {
    "future": "a post with a later date is not built before that day",
    "show_drafts": "drafts are not built",
    "unpublished": "posts with published: false are not built",
}
"""Settings that publish what the journal withholds."""
_LISTING: Final = re.compile(r"\b(?:paginator|site)\.posts\b")


def plan_import(folder: Path, config: JekyllConfig, apart: Path, now: datetime, original: bytes) -> ImportPlan:
    """Return what an import of a Jekyll site writes.

    Args:
        folder: The folder of the site.
        config: Its `_config.yml`.
        apart: The folder of the new site.
        now: The current time: documents of collections with a later date are not published.
        original: The bytes of `_config.yml`.
    """
    site = read_jekyll_site(source_folder(folder, config.values), config, apart)
    return _Import(site, now, original).plan()


@dataclass
class _Import:
    site: JekyllSite
    now: datetime
    original: bytes
    found: Findings = field(default_factory=Findings)

    def __post_init__(self) -> None:
        parts = {file.path: parts_of(file) for file in self.site.of("page", "document")}
        self.pages = [file for file in self.site.of("page", "document") if self._is_published(file, parts[file.path])]
        self.parts = {file.path: parts[file.path] for file in self.pages}
        self.places = {file.path: place_of_page(file, parts[file.path].meta, self.site.config) for file in self.pages}
        self.folder = folder_of(self.site, self.parts, self.places)
        self.feeds: list[OwnFeed] = []

    def _is_published(self, file: SiteFile, parts: PageParts) -> bool:
        """Return whether Jekyll publishes a page; of documents it looks at the date as well."""
        if parts.meta.get("published") is False:
            return False
        try:
            day = read_date(str(parts.meta.get("date") or ""), quoted=True, zone=UTC).instant
        except UnreadableDate:
            return True
        return file.kind != "document" or day <= self.now

    def plan(self) -> ImportPlan:
        """Return the files and what has no counterpart."""
        files = distinct((*self._files(), *self._redirects(), *self._configuration()))
        self._note()
        return ImportPlan(files, self.found.all())

    def _note(self) -> None:
        """Note what the configuration and the folders have that is not moved."""
        values, shown = self.site.config.values, self.site.config.shown
        for name in (name for name in plugins_of(values) if name not in _MOVED_PLUGINS):
            self.found.add("plugin", name, shown, "the journal has no counterpart")
        for name in (name for name in _SETTINGS if values.get(name) is True):
            self.found.add("setting", name, shown, _SETTINGS[name])
        for theme in (values[name] for name in ("theme", "remote_theme") if isinstance(values.get(name), str)):
            self.found.add("theme", theme, shown, "choose one of MkDocs with `theme` in mkdocs.yml")
        for link in self.site.links:
            self.found.add("link", link, link, "a symbolic link to a folder or to nothing is not followed")
        for path in (file.path.as_posix() for file in self.site.of("page", "document") if file.path not in self.places):
            self.found.add("page", path, path, "it is not published: `published: false` or a later date")

    def _configuration(self) -> Iterator[NewFile]:
        text = mkdocs_config(self.site, self.folder, self.feeds)
        yield NewFile(PurePosixPath("mkdocs.yml"), text.encode(), NAMES[0])
        yield NewFile(PurePosixPath(NAMES[0]), self.original, NAMES[0])
        address = address_of(self.site)
        if "jekyll-sitemap" in plugins_of(self.site.config.values) and address:
            yield NewFile(DOCS / "robots.txt", f"Sitemap: {address}sitemap.xml\n".encode(), "jekyll-sitemap")

    def _files(self) -> Iterator[NewFile]:
        journal = DOCS if self.folder == "." else DOCS / self.folder
        for file in self.site.files:
            origin = file.path.as_posix()
            if file.kind in {"post", "draft"}:
                parts = parts_of(file)
                self._layout(file, parts, "posts" if file.kind == "post" else "drafts")
                note_post(file, parts.body, self.found)
                yield NewFile(journal / file.path, file.data, origin)
            elif file.kind == "data":
                yield NewFile(file.path, file.data, origin)
            elif file.kind == "static":
                yield from self._static(file)
            elif file.path in self.places:
                yield from self._page(file)

    def _static(self, file: SiteFile) -> Iterator[NewFile]:
        if file.path.suffix in {".md", ".markdown"}:
            advice = "Jekyll copies it as it is, MkDocs would make a page of it"
            self.found.add("file", file.path.as_posix(), file.path.as_posix(), advice)
            return
        path = PurePosixPath(file.collection, *file.path.parts[1:]) if file.collection else file.path
        yield NewFile(DOCS / path, file.data, file.path.as_posix())

    def _page(self, file: SiteFile) -> Iterator[NewFile]:
        parts, place, origin = self.parts[file.path], self.places[file.path], file.path.as_posix()
        if place.source is None:
            yield from self._other(file, parts, place)
            return
        if place.url == "404.html":
            self.found.add("page", "/404.html", origin, "themes of MkDocs have their own")
            return
        self._layout(file, parts, file.collection or "pages")
        if self._is_landing(place) and _LISTING.search(parts.body):
            self.found.add("page", f"/{place.url}", origin, "the journal's list of posts takes its place")
            return
        text = page_text(file, parts, self.site, lambda name: self._link(name, place), self.found)
        if self._is_landing(place):
            text = text.replace("journal: false\n", "", 1)
        yield NewFile(DOCS / place.source, text.encode(), origin)

    def _other(self, file: SiteFile, parts: PageParts, place: PagePlace) -> Iterator[NewFile]:
        """Yield a file with front matter that is not HTML; a feed of the posts becomes that of the journal."""
        origin = file.path.as_posix()
        is_program = file.path.suffix in {".scss", ".sass", ".coffee"}
        text = None if is_program else template_text(file, parts, self.site)
        if text is not None:
            yield NewFile(DOCS / place.url, text.encode(), origin)
        elif feed := own_feed(place.url, parts.body):
            self.feeds.append(feed)
        else:
            self.found.add("template", f"/{place.url}", origin, "a program makes it from Liquid or Sass")

    def _is_landing(self, place: PagePlace) -> bool:
        return place.url == ("" if self.folder == "." else f"{self.folder}/")

    def _link(self, name: str, place: PagePlace) -> str | None:
        """Return the link of `link` and `post_url` in a page: to the source, which MkDocs turns into an address."""
        target = self._target(name.strip().strip("/"))
        base = (place.source or PurePosixPath()).as_posix()
        return relative_link(target.as_posix(), base) if target else None

    def _target(self, name: str) -> PurePosixPath | None:
        journal = PurePosixPath() if self.folder == "." else PurePosixPath(self.folder)
        for file in self.site.files:
            path = file.path.as_posix()
            if file.kind == "post" and (path == name or file.path.with_suffix("").as_posix().endswith(f"_posts/{name}")):
                return journal / file.path
            if path == name and file.kind == "static":
                return file.path
            if path == name and file.path in self.places:
                return self.places[file.path].source
        return None

    def _redirects(self) -> Iterator[NewFile]:
        """Yield pages that redirect: from `redirect_from` of pages, and from addresses that MkDocs cannot give them."""
        for file in self.pages:
            place = self.places[file.path]
            if place.source is None or place.url == "404.html":
                continue
            target = place.published
            olds = [(place.redirect, place.redirect)] if place.redirect else []
            for text in texts_of(self.parts[file.path].meta.get("redirect_from")):
                try:
                    old = old_address(text, "")
                except PermalinkError:
                    self.found.add("redirect", text, file.path.as_posix(), "not a safe path below the site")
                else:
                    olds.append((old.file, old.url))
            for destination, url in olds:
                yield NewFile(DOCS / destination, redirect_page(relative_link(target, url)), file.path.as_posix())

    def _layout(self, file: SiteFile, parts: PageParts, kind: str) -> None:
        name = parts.meta.get("layout") or default_of(self.site.config, file.path, kind, "layout")
        if isinstance(name, str) and name not in {"none", "null"}:
            self.found.add("layout", name, file.path.as_posix(), "the theme of MkDocs makes the page")


def folder_of(site: JekyllSite, parts: dict[PurePosixPath, PageParts], places: dict[PurePosixPath, PagePlace]) -> str:
    """Return the folder of the journal: where the old list of posts is, else where its posts are, else `journal`."""
    values = site.config.values
    path = values.get("paginate_path")
    if values.get("paginate") and isinstance(path, str):
        return _fixed(path)
    of_posts = site.config.values.get("collections")
    of_posts = of_posts.get("posts") if isinstance(of_posts, dict) else None
    permalink = (of_posts or {}).get("permalink") if isinstance(of_posts, dict) else None
    permalink = (
        permalink or default_of(site.config, PurePosixPath("_posts"), "posts", "permalink") or values.get("permalink")
    )
    fixed = _fixed(permalink) if isinstance(permalink, str) else "."
    if fixed != ".":
        return fixed
    lists = sorted(places[page].url for page, found in parts.items() if _LISTING.search(found.body))
    folder = next((url for url in lists if url == "" or url.endswith("/")), None)
    return "journal" if folder is None else folder.strip("/") or "."


def _fixed(pattern: str) -> str:
    """Return the folders at the beginning of a pattern that have no placeholder."""
    parts = pattern.strip("/").split("/")[:-1] if not pattern.endswith("/") else pattern.strip("/").split("/")
    count = next((number for number, part in enumerate(parts) if ":" in part), len(parts))
    return "/".join(parts[:count]) or "."
