"""Marks that stand for what a theme shows of a page, so that what it made of one page can be filled in for others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Final, NamedTuple

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import normalize_url

_KNOWN: Final = frozenset({"title", "id", "level", "children", "active"})
"""What MkDocs says of an entry of the table of contents."""
MARKED: Final = ("title", "description", "author")
"""Metadata for which marks stand, if they are texts."""
FIRST_HEADING: Final = len(MARKED) + 2
"""The place of the first heading among the words."""
_MOST: Final = 40
"""Entries of a table of contents that are marked."""
Way = Callable[[str], str]
"""How a theme shows a value."""


def _escaped(text: str) -> str:
    return str(escape(text))


def _bare(text: str) -> str:
    return Markup(text).striptags()  # noqa: S704 - as a theme does


def _bare_escaped(text: str) -> str:
    return _escaped(_bare(text))


class Values(NamedTuple):
    """What a theme shows of one page; or marks for it."""

    words: tuple[str, ...]
    """Title, description, author, titles of the pages beside it, headings."""
    addresses: tuple[str, ...]
    """Those of the page, of its source and of the pages beside it; the anchors of headings."""
    date: str
    content: str

    def all(self) -> tuple[str, ...]:
        """Return every value."""
        return (*self.words, *self.addresses, self.date, self.content)

    def cut(self, text: str) -> Cut:
        """Return a text cut at these marks, in whichever way they are shown."""
        ways = (*((str, _escaped, _bare, _bare_escaped) for _ in self.words), *((str, _escaped) for _ in self.addresses))
        every = zip(self.all(), (*ways, (str,), (str,)), strict=True)
        forms = {way(mark): (way, place) for place, (mark, shown) in enumerate(every) for way in shown}
        slots = {form: slot for form, slot in forms.items() if form in text}  # a pattern of all takes longer to compile
        if not slots:
            return Cut((text,), ())
        parts = re.split(f"({'|'.join(map(re.escape, slots))})", text)
        return Cut(tuple(parts[::2]), tuple(slots[mark] for mark in parts[1::2]))


class Cut(NamedTuple):
    """A page cut at its marks."""

    texts: tuple[str, ...]
    """What all pages have."""
    slots: tuple[tuple[Way, int], ...]
    """Between the texts: how a value is shown, and its place among all."""

    def filled(self, values: Values) -> str:
        """Return the page with values in the place of the marks."""
        every, parts = values.all(), [""] * (2 * len(self.texts) - 1)
        parts[::2] = self.texts
        parts[1::2] = [way(every[place]) for way, place in self.slots]
        return "".join(parts)


class Style(NamedTuple):
    """How marks are written; each way of showing one changes it. Two styles differ in each part.

    The address of a source has what Material replaces in it, for the address of its text.
    """

    word: str
    address: str
    date: str
    """One that a theme can read as such."""
    content: str

    def marks(self, headings: int, start: str) -> Values:
        """Return marks for a page with a number of headings; those of its content begin with a text."""
        words = ["one", "two", "three", "four", "five", *(f"entry {number}" for number in range(headings))]
        addresses = ["page", "edit/blob/source", "before", "behind", *(f"anchor-{number}" for number in range(headings))]
        return Values(
            tuple(map(self.word.format, words)), tuple(map(self.address.format, addresses)), self.date, start + self.content
        )


MARKS: Final = Style(
    "Journalmark's  <i>&copy;</i> {} end", "https://journalmark.invalid/{}/?a&b", "1583-04-27", "Journalmark"
)
OTHERS: Final = Style(
    "Listenkopf's <b>&reg;</b>  der {} Art", "https://listmark.invalid/a/{}/?c&d", "9421-11-08", "Text<p>B"
)
"""The dates are before and after all others."""


def values_of(page: Page) -> Values | None:
    """Return the values of a page, or None if it has one that is not shown as a text."""
    entries = list(_entries(page.toc))
    beside = page.previous_page, page.next_page
    title, described, author = page.title, page.meta.get("description") or "", page.meta.get("author") or ""
    author = author if type(author) is str else ""  # else pages with the same one are alike
    words = (title, described, author, *(one.title if one else "" for one in beside), *(entry.title for entry in entries))
    links = (normalize_url(one.url, page) if one else "" for one in beside)
    addresses = (page.canonical_url or "", page.edit_url or "", *links, *(entry.id for entry in entries))
    is_known = len(entries) <= _MOST and all(vars(entry).keys() <= _KNOWN for entry in entries)
    is_text = all(type(text) is str for text in (*words, *addresses, page.content or ""))
    if not (title and is_text and is_known) or page.meta.get("title", title) != title:
        return None
    return Values(words, addresses, str(page.update_date), page.content or "")


def is_marked(value: object) -> bool:
    """Return whether a mark stands for a value of metadata."""
    return type(value) is str and value != ""


def form_of(page: Page) -> object:
    """Return what decides where the values of a page stand: which it has, and how its headings are nested."""
    beside = page.previous_page is not None, page.next_page is not None
    said = [bool(page.meta.get(name)) for name in MARKED]
    return beside, *said, bool(page.canonical_url), bool(page.edit_url), _nesting(page.toc)


@contextmanager
def marked(page: Page, marks: Values) -> Iterator[None]:
    """Let a page have marks in place of its values."""
    before = vars(page).copy()
    *said, before_title, behind_title = marks.words[:FIRST_HEADING]
    address, source, *links = marks.addresses[:4]
    shown = {name: mark for name, mark in zip(MARKED, said, strict=True) if is_marked(page.meta.get(name))}
    headings = zip(marks.words[FIRST_HEADING:], marks.addresses[4:], strict=True)
    try:
        page.meta = {**page.meta, **shown}
        page.title = said[0]
        page.toc = TableOfContents(_with_marks(page.toc, headings))
        page.content, page.update_date = marks.content, marks.date
        page.canonical_url = address if page.canonical_url else page.canonical_url
        page.edit_url = source if page.edit_url else page.edit_url
        page.previous_page = _in_place_of(page.previous_page, before_title, links[0])
        page.next_page = _in_place_of(page.next_page, behind_title, links[1])
        yield
    finally:
        vars(page).clear()
        vars(page).update(before)


def _in_place_of(page: Page | None, title: str, url: str) -> Page | None:
    if page is None:
        return None
    shown, file = copy(page), copy(page.file)
    file.url, shown.file, shown.title = url, file, title
    return shown


def _entries(contents: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for entry in contents:
        yield entry
        yield from _entries(entry.children)


def _nesting(contents: Iterable[AnchorLink]) -> object:
    return tuple([(entry.level, getattr(entry, "active", None), _below(entry)) for entry in contents])


def _below(entry: AnchorLink) -> object:
    return _nesting(entry.children) if entry.children else ()


def _with_marks(contents: Iterable[AnchorLink], marks: Iterator[tuple[str, str]]) -> list[AnchorLink]:
    shown = []
    for entry in contents:
        one = copy(entry)
        one.title, one.id = next(marks)
        one.children = _with_marks(entry.children, marks)
        shown.append(one)
    return shown
