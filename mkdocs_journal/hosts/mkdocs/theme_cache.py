"""Archive pages without rendering the theme for each: what surrounds their content is the same but for a few values.

The theme is rendered once for each depth with marks in the place of title, content, address and date. The first two pages
of a depth are rendered in full as well, and the first that has another date than they have; if they differ by a byte from
the marks filled in, every page of the depth that comes after is rendered in full.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import jinja2
from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

TEMPLATE: Final = "journal/shell.html"
LEAST: Final = 5
"""Pages of a depth from which on the marks are worth their four renderings."""
_PROVED: Final = 2
_TITLE: Final = "Journalmarktitle"
_CONTENT: Final = '<h1 id="journal-archive">Journalmarkcontent</h1>'
_ADDRESS: Final = "https://journalmark.invalid/address/"
_DATE: Final = "1583-04-27"
_LATE: Final = "9421-04-27"
"""Dates before and after all others, so that a theme can read them as such; one that asks which is later is found out."""
_PLAIN: Final = re.compile(r"[^<>&\"'\\\n]{1,200}")
_META: Final = frozenset({"title", "search", "template", "social"})


@dataclass(slots=True)
class _Shell:
    """What surrounds the pages of one depth, and how far it is proved."""

    text: str = ""
    """The page with marks; empty: not made yet, or of no use."""
    proved: int = 0
    dates: set[str] = field(default_factory=set)
    """Those of the pages by which it is proved."""
    useless: bool = False

    def is_proved_for(self, page: Page) -> bool:
        """Return whether a page may be made of it: that each has its own date is proved on pages that differ in it."""
        return self.proved >= _PROVED and (len(self.dates) > 1 or str(page.update_date) in self.dates)


@dataclass(slots=True)
class ThemeCache:
    """What surrounds the lists of one build."""

    environment: jinja2.Environment
    chosen: frozenset[str]
    """The source paths of the pages for which it is used."""
    _shells: dict[object, _Shell] = field(default_factory=dict)

    @classmethod
    def of(cls, environment: jinja2.Environment, lists: Iterable[File]) -> ThemeCache:
        """Return the cache, used for depths with enough generated pages; MkDocs renders a small template there."""
        depths: dict[object, list[Page]] = {}
        for file in lists:
            if file.generated_by and file.page and _is_alike(file.page):
                depths.setdefault(_depth(file.page), []).append(file.page)
        chosen = [page for pages in depths.values() if len(pages) >= LEAST for page in pages]
        for page in chosen:
            page.meta["template"] = TEMPLATE
        return cls(environment, frozenset(page.file.src_uri for page in chosen))

    def renderer(self, page: Page) -> Callable[[jinja2.runtime.Context], Markup] | None:
        """Return what renders a page when the host asks our template, or None if the host renders it itself."""
        if page.file.src_uri not in self.chosen:
            return None

        @jinja2.pass_context
        def render(context: jinja2.runtime.Context) -> Markup:
            page.meta.pop("template", None)  # the theme is not to see it
            return Markup(self._rendered(page, context.get_all()))  # noqa: S704 - what the theme makes of a page

        return render

    def _rendered(self, page: Page, context: Mapping[str, Any]) -> str:
        shell = self._shells.setdefault(_depth(page), _Shell())
        if shell.useless or page.meta.get("description") or not _PLAIN.fullmatch(str(page.title)):
            return self._full(context)
        if shell.is_proved_for(page):
            return _filled(shell.text, page)
        whole = self._full(context)
        if not shell.text:
            shell.text = self._marked(page, context, _DATE)
            shell.useless = self._marked(page, context, _LATE).replace(_LATE, _DATE) != shell.text
        shell.useless = shell.useless or shell.text.count(_CONTENT) != 1 or _filled(shell.text, page) != whole
        shell.proved += 1
        shell.dates.add(str(page.update_date))
        return whole

    def _full(self, context: Mapping[str, Any]) -> str:
        return self.environment.get_template("main.html").render(context)

    def _marked(self, page: Page, context: Mapping[str, Any], date: str) -> str:
        """Return the page with marks in the place of its values."""
        values = (page.meta["title"], page.content, page.toc, page.canonical_url, page.update_date)
        page.meta["title"], page.content, page.update_date = _TITLE, _CONTENT, date
        page.toc = TableOfContents([AnchorLink(_TITLE, "journal-archive", 1)])
        page.canonical_url = _ADDRESS if page.canonical_url else page.canonical_url
        try:
            return self._full(context)
        finally:
            page.meta["title"], page.content, page.toc, page.canonical_url, page.update_date = values


def _is_alike(page: Page) -> bool:
    """Return whether a page differs from others of its depth in nothing but title, content and address."""
    return not (page.previous_page or page.next_page or page.children) and set(page.meta) <= _META


def _depth(page: Page) -> object:
    """Return what pages share that have the same links around them: how deep they are, and where they stand in the nav."""
    return page.url.count("/"), page.url.endswith("/"), id(page.parent)


def _filled(text: str, page: Page) -> str:
    address = str(page.canonical_url or "")
    text = text.replace(_TITLE, str(page.title)).replace(_ADDRESS, address).replace(_DATE, str(page.update_date))
    return text.replace(_CONTENT, page.content or "")
