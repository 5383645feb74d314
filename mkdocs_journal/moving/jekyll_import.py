"""A Jekyll site as an MkDocs site: what is written, and what has no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.moving.import_plan import Findings, ImportPlan, NewFile
from mkdocs_journal.moving.jekyll_entries import source_folder
from mkdocs_journal.moving.jekyll_settings import feeds_of_collections, plugins_of
from mkdocs_journal.moving.jekyll_site import JekyllSite, PageParts, SiteFile, default_of, parts_of, read_jekyll_site
from mkdocs_journal.moving.journal_folder import LISTING, folder_of
from mkdocs_journal.moving.mkdocs_config import address_of, mkdocs_config
from mkdocs_journal.moving.own_feeds import OwnFeed, own_feed
from mkdocs_journal.moving.page_addresses import PagePlace, date_of, place_of_page, place_of_static
from mkdocs_journal.moving.page_texts import note_post, page_text, redirect_page, relative_link, template_text, texts_of
from mkdocs_journal.posts.dates import named_date
from mkdocs_journal.posts.states import is_draft_path, is_post_path
from mkdocs_journal.posts.suffixes import is_read
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
_OF_SITEMAP: Final = "jekyll-sitemap"
_UNWRITABLE: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""Characters that a name of a file may have in Linux, but not in MkDocs' pages; bytes that are not UTF-8 are the last."""
_UNFIT_NAME: Final = "its name is not a safe path below the site"


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
        self.parts: dict[PurePosixPath, PageParts] = {}
        self.places: dict[PurePosixPath, PagePlace] = {}
        for file in self.site.of("page", "document"):
            parts, name = parts_of(file), file.path.as_posix()
            if why := self._withheld(file, parts):
                advice = f"{why}: Jekyll does not publish it, MkDocs would; move it by hand when it is ready"
                self.found.add("page", name, name, advice)
                continue
            try:
                self.places[file.path] = place_of_page(file, parts.meta, self.site.config)
            except PermalinkError:
                self._lose("page", name, _UNFIT_NAME)
            else:
                self.parts[file.path] = parts
        self.folder = folder_of(self.site, self.parts, self.places)
        self.targets = self._targets()
        self.feeds: list[OwnFeed] = []

    def _withheld(self, file: SiteFile, parts: PageParts) -> str:
        """Return why Jekyll does not publish a page, or empty; of documents the date counts as well."""
        default = default_of(self.site.config, file.path, file.collection, "published") if file.collection else None
        if not parts.meta.get("published", default is None or default):
            return "`published: false`"
        day = date_of(file, parts.meta, self.site.config) if file.kind == "document" else None
        return "a later date" if day and day > self.now else ""

    def plan(self) -> ImportPlan:
        """Return the files and what has no counterpart."""
        files = self._distinct((*self._files(), *self._redirects(), *self._configuration()))
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
        if (url := str(values.get("url") or "").strip()) and not address_of(self.site):
            self.found.add(
                "address", url, shown, "not an http(s) address; write the one of the site as site_url in mkdocs.yml"
            )
        for address in feeds_of_collections(values):
            self.found.add("feed", address, shown, "the journal has feeds of its posts alone")
        for link in self.site.links:
            self._lose("link", link, "a symbolic link to a folder or to nothing is not followed")
        for name, kind in self.site.special:
            self._lose("file", name, f"{kind} is not a regular file")

    def _distinct(self, files: Iterable[NewFile]) -> tuple[NewFile, ...]:
        """Return files by path; of two that MkDocs would publish at one address the first is written, the other named."""
        found: dict[PurePosixPath, NewFile] = {}
        for file in files:
            first = found.setdefault(published_as(file.path), file)
            if first.data != file.data and file.origin != _OF_SITEMAP:
                self._lose("file", file.origin, f"{first.origin} is published at its address")
        return tuple(sorted(found.values(), key=lambda file: file.path))

    def _lose(self, kind: str, name: str, why: str) -> None:
        readable = name.encode(errors="replace").decode()
        self.found.add(kind, readable, readable, why)

    def _configuration(self) -> Iterator[NewFile]:
        text = mkdocs_config(self.site, self.folder, self.feeds)
        yield NewFile(PurePosixPath("mkdocs.yml"), text.encode(), NAMES[0])
        yield NewFile(PurePosixPath(NAMES[0]), self.original, NAMES[0])
        address = address_of(self.site)
        if _OF_SITEMAP in plugins_of(self.site.config.values) and address:
            yield NewFile(DOCS / "robots.txt", f"Sitemap: {address}sitemap.xml\n".encode(), _OF_SITEMAP)

    def _files(self) -> Iterator[NewFile]:
        journal = DOCS if self.folder == "." else DOCS / self.folder
        for file in self.site.files:
            origin = file.path.as_posix()
            if file.kind in {"page", "document"}:
                yield from self._page(file) if file.path in self.places else ()
            elif _UNWRITABLE.search(origin):
                self._lose("file", origin, _UNFIT_NAME)
            elif file.kind in {"post", "draft"}:
                parts = parts_of(file)
                self._layout(file, parts, "posts" if file.kind == "post" else "drafts")
                note_post(file, parts.body, self.found)
                if why := _refused(file, parts):
                    self.found.add("post", origin, origin, why)
                yield NewFile(journal / file.path, file.data, origin)
            elif file.kind == "data":
                yield NewFile(file.path, file.data, origin)
            else:
                yield from self._static(file)

    def _static(self, file: SiteFile) -> Iterator[NewFile]:
        if file.path.suffix in {".md", ".markdown"}:
            advice = "Jekyll copies it as it is, MkDocs would make a page of it"
            self.found.add("file", file.path.as_posix(), file.path.as_posix(), advice)
            return
        path = place_of_static(file, self.site.config) if file.collection else file.path
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
        if self._is_landing(place) and LISTING.search(parts.body):
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
        target = self.targets.get(name.strip().strip("/"))
        base = (place.source or PurePosixPath()).as_posix()
        return relative_link(target.as_posix(), base) if target else None

    def _targets(self) -> Mapping[str, PurePosixPath | None]:
        """Return what `link` and `post_url` lead to, by each name that Jekyll has for it."""
        journal = PurePosixPath() if self.folder == "." else PurePosixPath(self.folder)
        found: dict[str, PurePosixPath | None] = {}
        for file in self.site.files:
            path = file.path.as_posix()
            if file.kind == "post":
                found.setdefault(path, journal / file.path)
                found.setdefault(file.path.with_suffix("").as_posix().rpartition("_posts/")[2], journal / file.path)
            elif file.kind == "static":
                found.setdefault(path, file.path)
            elif file.path in self.places:
                found.setdefault(path, self.places[file.path].source)
        return found

    def _redirects(self) -> Iterator[NewFile]:
        """Yield pages that redirect: from `redirect_from` of pages, and from addresses that MkDocs cannot give them."""
        for file in (file for file in self.site.of("page", "document") if file.path in self.places):
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


def _refused(file: SiteFile, parts: PageParts) -> str:
    """Return why the build refuses a post that Jekyll publishes, or empty."""
    if not is_read(file.path):
        return f"MkDocs does not treat {file.path.suffix or 'files without a suffix'} as a page; write it in Markdown"
    if named_date(file.path.stem).impossible and not parts.meta.get("date"):
        return "the day in its name does not exist; rename it"
    return ""


def published_as(path: PurePosixPath) -> PurePosixPath:
    """Return the file that MkDocs would write for a file of the new site: `a/index.html` for `a.md` and `a/index.md`."""
    if path.suffix != ".md" or is_draft_path(path) or is_post_path(path):
        return path
    folder = path.parent if path.stem.casefold() in {"index", "readme"} else path.with_suffix("")
    return folder / "index.html"
