"""Writes archive pages without rendering the theme for each, because the pages differ only in a few values.

The theme is rendered for each depth with marks in place of title, content, URL, date and the pages beside it, and
again with other marks. The first two pages of a depth are also rendered in full, as are the first page of each kind and
folder and the first page with a different date; if one differs by a byte from the filled-in version, all further pages of
the depth are rendered in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import jinja2
from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import normalize_url

from mkdocs_journal.archives.archive import ArchivePage

TEMPLATE: Final = "journal/shell.html"
LEAST: Final = 5
"""The number of pages of a depth from which on the four renderings with marks pay off."""
_PROVED: Final = 2
_PLAIN: Final = re.compile(r"[^<>&\"'\\\n]{1,200}")
Render = Callable[[jinja2.runtime.Context], Markup]
"""Renders a page with the variables that its template has."""
_META: Final = frozenset({"draft", "title", "description", "search", "template", "social"})


class _Beside(NamedTuple):
    """What stands for the page before or behind a page."""

    title: str
    url: str
    """A link from the page."""

    def in_place_of(self, page: Page | None) -> Page | None:
        """Return a page that shows the marks, or None if there is no page."""
        if page is None:
            return None
        shown, file = copy(page), copy(page.file)
        file.url, shown.file, shown.title = self.url, file, self.title
        return shown


class _Marks(NamedTuple):
    """What stands for the values of a page."""

    title: str
    content: str
    address: str
    date: str
    description: str
    previous: _Beside
    next: _Beside

    def all(self) -> tuple[str, ...]:
        """Return every mark."""
        beside = (self.previous.title, self.previous.url, self.next.title, self.next.url)
        return (*beside, self.title, self.address, self.description, self.date, self.content)

    def parts_of(self, text: str) -> tuple[str, ...]:
        """Return a text cut at its marks: text and mark by turns."""
        return tuple(re.split(f"({'|'.join(map(re.escape, self.all()))})", text))

    def filled(self, parts: tuple[str, ...], values: _Marks) -> str:
        """Return a text with values in the place of the marks."""
        value_of = dict(zip(self.all(), values.all(), strict=True))
        filled = list(parts)
        filled[1::2] = [value_of[mark] for mark in parts[1::2]]
        return "".join(filled)


_MARKS: Final = _Marks(
    "Journalmarktitle",
    '<h1 id="journal-archive">Journalmarkcontent</h1>',
    "https://journalmark.invalid/address/",
    "1583-04-27",
    "Journalmarkdescription",
    _Beside("Journalmarkprevious", "https://journalmark.invalid/previous/"),
    _Beside("Journalmarknext", "https://journalmark.invalid/next/"),
)
_OTHERS: Final = _Marks(
    "Listenkopf der Marke",
    '<h1 id="journal-archive">Listeninhalt</h1><p>More of it</p>',
    "https://listmark.invalid/a/",
    "9421-11-08",
    "Beschreibung der Marke",
    _Beside("Vorige Marke", "https://listmark.invalid/v/"),
    _Beside("Folgende Marke", "https://listmark.invalid/f/"),
)
"""Marks that differ in each part; the dates are before and after all others, and a theme can read them as such."""


@dataclass(slots=True)
class _Shell:
    """The shared parts of the pages of one depth, and how far they are verified."""

    parts: tuple[str, ...] = ()
    """The page with marks, cut at them; empty if not rendered yet or not usable."""
    proved: int = 0
    dates: set[str] = field(default_factory=set)
    """The dates of the pages with which it was verified."""
    groups: set[object] = field(default_factory=set)
    """The kinds and folders of these pages."""
    useless: bool = False

    def is_proved_for(self, page: Page, group: object) -> bool:
        """Return whether a page may be filled in: each property is verified with pages that differ in it."""
        dated = len(self.dates) > 1 or str(page.update_date) in self.dates
        return self.proved >= _PROVED and dated and group in self.groups


@dataclass(slots=True)
class ThemeCache:
    """The shared parts of the lists of one build."""

    environment: jinja2.Environment
    groups: Mapping[str, object]
    """The kind and the folder of each page for which it is used, by its source path."""
    _shells: dict[object, _Shell] = field(default_factory=dict)

    @classmethod
    def of(cls, environment: jinja2.Environment, lists: Iterable[tuple[File, ArchivePage]]) -> ThemeCache:
        """Return the cache, used for depths with enough generated pages; MkDocs renders a small template there."""
        depths: dict[object, list[tuple[Page, object]]] = {}
        for file, listed in lists:
            if file.generated_by and file.page and _is_alike(file.page):
                depths.setdefault(_depth(file.page), []).append((file.page, _group(file.page, listed)))
        chosen = [entry for entries in depths.values() if len(entries) >= LEAST for entry in entries]
        for page, _ in chosen:
            page.meta["template"] = TEMPLATE
        return cls(environment, {page.file.src_uri: group for page, group in chosen})

    def renderer(self, page: Page) -> Render | None:
        """Return the function that our template calls to render a page, or None if MkDocs renders the page itself."""
        if page.file.src_uri not in self.groups:
            return None

        @jinja2.pass_context
        def render(context: jinja2.runtime.Context) -> Markup:
            page.meta.pop("template", None)  # hidden from the theme
            return Markup(self._rendered(page, context))  # noqa: S704 - HTML of the theme

        return render

    def _rendered(self, page: Page, context: jinja2.runtime.Context) -> str:
        described = page.meta.get("description", "")
        shell = self._shells.setdefault((_depth(page), bool(described)), _Shell())
        titles = [one.title for one in (page, page.previous_page, page.next_page) if one]
        plain = all(_PLAIN.fullmatch(str(text)) for text in (*titles, described or "-"))
        if shell.useless or not plain:
            return self._full(context)
        group = self.groups[page.file.src_uri]
        if shell.is_proved_for(page, group):
            return _filled(shell.parts, page)
        whole = self._full(context)
        if not shell.parts:
            text, other = (self._marked(page, context, marks) for marks in (_MARKS, _OTHERS))
            shell.parts = _MARKS.parts_of(text)
            shell.useless = _OTHERS.filled(_OTHERS.parts_of(other), _MARKS) != text
        shell.useless = shell.useless or shell.parts.count(_MARKS.content) != 1 or _filled(shell.parts, page) != whole
        shell.proved += 1
        shell.dates.add(str(page.update_date))
        shell.groups.add(group)
        return whole

    def _full(self, context: jinja2.runtime.Context) -> str:
        return self.environment.get_template("main.html").render(context.get_all())

    def _marked(self, page: Page, context: jinja2.runtime.Context, marks: _Marks) -> str:
        """Return the page with marks in place of its values."""
        values = (page.meta, page.content, page.toc, page.canonical_url, page.update_date)
        beside = page.previous_page, page.next_page
        page.previous_page, page.next_page = marks.previous.in_place_of(beside[0]), marks.next.in_place_of(beside[1])
        described = {"description": marks.description} if page.meta.get("description") else {}
        page.meta = {**page.meta, "title": marks.title, **described}
        page.content, page.update_date = marks.content, marks.date
        page.toc = TableOfContents([AnchorLink(marks.title, "journal-archive", 1)])
        page.canonical_url = marks.address if page.canonical_url else page.canonical_url
        try:
            return self._full(context)
        finally:
            page.meta, page.content, page.toc, page.canonical_url, page.update_date = values
            page.previous_page, page.next_page = beside


def _is_alike(page: Page) -> bool:
    """Return whether a page differs from others of its depth only in title, content, URL and the pages beside it."""
    return not page.children and set(page.meta) <= _META


def _depth(page: Page) -> object:
    """Return what determines the links around a page: its depth, its place in the nav, and whether pages are beside it."""
    beside = page.previous_page is not None, page.next_page is not None
    return page.url.count("/"), page.url.endswith("/"), id(page.parent), beside


def _group(page: Page, listed: ArchivePage) -> object:
    """Return what pages share of which a theme may say the same: a kind of list, and the folder in which they are."""
    parts = page.url.removesuffix("index.html").strip("/").split("/")
    return listed.archive.kind, listed.number > 1, tuple(parts[: -1 if listed.number == 1 else -3])


def _filled(parts: tuple[str, ...], page: Page) -> str:
    described = str(page.meta.get("description", ""))
    address, date = str(page.canonical_url or ""), str(page.update_date)
    previous, behind = (_beside(one, page) for one in (page.previous_page, page.next_page))
    return _MARKS.filled(parts, _Marks(str(page.title), page.content or "", address, date, described, previous, behind))


def _beside(other: Page | None, page: Page) -> _Beside:
    return _Beside(str(other.title), normalize_url(other.url, page)) if other else _Beside("", "")
