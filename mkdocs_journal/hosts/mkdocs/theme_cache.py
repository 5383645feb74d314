"""Writes pages without rendering the theme for each, because most differ only in a few values.

The theme is rendered with marks in place of title, content, addresses, date, headings and the pages beside it, and again
with other marks. The first two pages of a form are also rendered in full, as are the first list of each kind and
folder and the first page with a different date; if one differs by a byte from the filled-in version, all further pages of
the form are rendered in full.

Lists are filled in with any theme. Posts have texts and metadata of their authors, of which a theme may say anything: they
are filled in only if a known theme is rendered for no other plugin, and only for posts of which it reads the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import jinja2
from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.hosts.mkdocs.page_marks import FIRST_HEADING, MARKS, OTHERS, Cut, Values, form_of, marked, values_of
from mkdocs_journal.hosts.mkdocs.theme_inputs import variables_of_page
from mkdocs_journal.hosts.mkdocs.theme_reads import Reads

TEMPLATE: Final = "journal/shell.html"
LEAST: Final = 5
"""The number of pages of a form from which on the four renderings with marks pay off."""
_MANY: Final = 8
"""The number of posts that look alike for it: some may have another form nevertheless."""
_PROVED: Final = 2
Render = Callable[[jinja2.runtime.Context], Markup]
"""Renders a page with the variables that its template has."""
_META: Final = frozenset({"draft", "title", "description", "search", "template", "social"})
_POST: Final = "post"
_LIST: Final = "list"
"""Of all lists in a known theme, which says nothing of one kind or folder alone."""


class _Shell:
    """The shared parts of the pages of one form, and how far they are verified."""

    def __init__(self) -> None:
        self.cut: Cut | None = None
        """The page with marks, cut at them; None if not rendered yet."""
        self.proved = 0
        self.dates: set[str] = set()
        """The dates of the pages with which it was verified."""
        self.groups: set[object] = set()
        """The kinds and folders of these pages."""
        self.useless = False

    def filled(self, page: Page, group: object, values: Values) -> str | None:
        """Return a page, or None if it is not verified with pages that differ in each of its properties."""
        dated = len(self.dates) > 1 or str(page.update_date) in self.dates
        if self.cut is None or self.proved < _PROVED or not dated or group not in self.groups:
            return None
        return self.cut.filled(values)


class ThemeCache:
    """The shared parts of the lists and posts of one build."""

    def __init__(
        self, environment: jinja2.Environment, groups: Mapping[str, object], posts: Mapping[str, tuple[Page, object]]
    ) -> None:
        self.environment = environment
        self.groups = groups
        """The kind and the folder of each page for which it is used, by its source path."""
        self.posts = posts
        """The posts among them, each with its form before the journal has put anything into it."""
        self._shells: dict[object, _Shell] = {}
        self._texts: dict[str, str] = {}
        """Texts between marks, each once: many forms have the same nav."""
        self._looks: dict[str, object] = {}
        """What posts share that look alike, as far as was known what is read of them."""
        self._numbers: Counter[object] = Counter()
        """How many posts look alike."""
        self._counted = -1
        """How much was known then."""
        self._reads = Reads()

    @classmethod
    def of(
        cls, environment: jinja2.Environment, lists: Iterable[tuple[File, ArchivePage]], posts: Iterable[File] = ()
    ) -> ThemeCache:
        """Return the cache, used for forms with enough pages; MkDocs renders a small template there.

        Args:
            environment: The environment of the theme.
            lists: The lists; used are generated ones.
            posts: The posts, if the theme is known.
        """
        depths: dict[object, list[tuple[Page, object]]] = {}
        own = tuple(posts)
        for file, listed in lists:
            if file.generated_by and file.page and _is_alike(file.page):
                group = _LIST if own else _group(file.page, listed)
                depths.setdefault(_depth(file.page), []).append((file.page, group))
        for file in own:
            if type(page := file.page) is Page and not page.children and "template" not in page.meta:
                depths.setdefault(_POST, []).append((page, _POST))
        chosen = [entry for entries in depths.values() if len(entries) >= LEAST for entry in entries]
        for page, _ in chosen:
            page.meta["template"] = TEMPLATE
        groups = {page.file.src_uri: group for page, group in chosen}
        forms = {page.file.src_uri: (page, (_depth(page), form_of(page))) for page, group in chosen if group is _POST}
        return cls(environment, groups, forms)

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
        group, values = self.groups[page.file.src_uri], values_of(page)
        shell = self._shells.get(self._form(page, group, context))
        if values is None or (shell and shell.useless):
            return self._full(context)
        if shell and (filled := shell.filled(page, group, values)) is not None:
            return filled
        with self._reads.noted(page):
            whole = self._full(context)
        if group is not _POST or self._has_many_like(page, context):
            shell = self._shells.setdefault(self._form(page, group, context), _Shell())
            self._prove(shell, page, values, whole, context)
            shell.groups.add(group)
        return whole

    def _form(self, page: Page, group: object, context: jinja2.runtime.Context) -> object:
        """Return what pages share that differ only in their values."""
        place = self._reads.place_of(page, context["nav"], context["config"])
        given: dict[str, object] = {}
        if group is _POST:
            own = {name: value for name, value in context.get_all().items() if name not in self.environment.globals}
            given.update(variables_of_page(own))
        return place, _depth(page), form_of(page), *self._reads.of(page), repr(given)

    def _has_many_like(self, page: Page, context: jinja2.runtime.Context) -> bool:
        """Return whether there are so many posts like one that the renderings with marks pay off."""
        if (known := self._reads.number()) != self._counted:
            nav, config, reads = context["nav"], context["config"], self._reads
            self._looks = {
                name: (form, reads.place_of(post, nav, config), *reads.of_metadata(post))
                for name, (post, form) in self.posts.items()
            }
            self._numbers, self._counted = Counter(self._looks.values()), known
        return self._numbers[self._looks[page.file.src_uri]] >= _MANY

    def _prove(self, shell: _Shell, page: Page, values: Values, whole: str, context: jinja2.runtime.Context) -> None:
        """Cut the page with marks if there is none yet, and compare a filled-in page with the one that was rendered."""
        if shell.cut is None:
            start = "<h1>" if values.content.startswith("<h1") else "<p>"
            start += "".join(self._reads.found_in(values.content))
            marks, others = (style.marks(len(values.words) - FIRST_HEADING, start) for style in (MARKS, OTHERS))
            text, other = (self._marked(page, one, context) for one in (marks, others))
            cut = marks.cut(text)
            shell.cut = Cut(tuple(self._texts.setdefault(part, part) for part in cut.texts), cut.slots)
            shell.useless = others.cut(other) != shell.cut or text.count(marks.content) != 1
        shell.useless = shell.useless or shell.cut.filled(values) != whole
        shell.proved += 1
        shell.dates.add(str(page.update_date))

    def _marked(self, page: Page, marks: Values, context: jinja2.runtime.Context) -> str:
        with marked(page, marks):
            return self._full(context)

    def _full(self, context: jinja2.runtime.Context) -> str:
        return self.environment.get_template("main.html").render(context.get_all())


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
