"""Keeps what the theme made of each page, and the whole page of the journal, for the next build of `mkdocs serve`.

Only for themes whose templates are known to read nothing but what is compared here, without templates of the site, and
beside plugins that do not take part in rendering pages. Every event of other plugins still runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.journal_inputs import inputs_of_journals, texts_shown
from mkdocs_journal.hosts.mkdocs.theme_cache import TEMPLATE, Render
from mkdocs_journal.hosts.mkdocs.theme_inputs import inputs_of_page, inputs_of_site, is_known, reads_written_pages
from mkdocs_journal.pages.kept_templates import KeptTemplates
from mkdocs_journal.publishing.kept import Kept, UnknownValueError, key_of


class _Whole(NamedTuple):
    """A page of the journal: what the journal put into the output of the theme."""

    themed: bytes
    """A digest of that output as it was given to the journal."""
    start: int
    end: int
    put: str

    @classmethod
    def of(cls, themed: str, whole: str) -> _Whole:
        """Return a page, of which the journal has changed one place."""
        start = _alike(themed, whole)
        behind = _alike(themed[start:][::-1], whole[start:][::-1])
        return cls(key_of(themed), start, len(themed) - behind, whole[start : len(whole) - behind])

    def whole(self, themed: str) -> str:
        """Return the page."""
        return themed[: self.start] + self.put + themed[self.end :]


class OutputCache:
    """The output of the theme for each page, and the pages of the journal as they are written."""

    def __init__(self) -> None:
        self._themed: Kept[bytes] = Kept()
        self._whole: Kept[_Whole] = Kept()
        self._environment: jinja2.Environment | None = None
        """That of the build; None: nothing is kept in this one."""
        self._ours: frozenset[str] = frozenset()
        """The source paths of the pages that are rendered by our template."""
        self._wholly = False
        """Whether whole pages are kept; their texts are then not as they are shown when all are written."""
        self._begun: bool | None = None
        """Whether what all pages depend on is known; None: it was not compared yet."""
        self._templates = KeptTemplates()
        self._page: tuple[str, bytes, _Whole | None] | None = None
        """The page of the journal that is rendered now: its source path, what it is made of, and what is kept of it."""

    def attach(self, environment: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
        """Let every page of this build that may be kept be rendered by this cache.

        Args:
            environment: The environment of the theme.
            files: The files of MkDocs; all pages have their texts.
            config: The configuration of MkDocs.
        """
        known = is_known(config)
        pages = [file.page for file in files.documentation_pages() if known and file.page]
        own = [page for page in pages if type(page) is Page and not page.is_homepage]  # that shows the time of the build
        for page in own:
            page.meta.setdefault("template", TEMPLATE)
        self._ours = frozenset(page.file.src_uri for page in own if page.meta["template"] == TEMPLATE)
        self._environment, self._begun = environment if known else None, None
        self._wholly = known and not reads_written_pages(config)
        self._page = None
        if known:
            self._templates.serve(environment)

    def takes(self, page: Page, context: TemplateContext, build: Build, config: MkDocsConfig) -> bool:
        """Return whether a page of the journal is as in the previous build; then its context is ready."""
        name, self._page = page.file.src_uri, None
        texts = texts_shown(page, build) if self._wholly and name in self._ours else None
        if texts is None:
            return False
        try:
            self._begin(context["nav"], build, config)
            key = key_of(texts, *inputs_of_page(page, context))
        except UnknownValueError:
            return False
        kept = self._whole.get(name, key)
        self._page = name, key, kept
        made = self._themed.keep_again(name) if kept else None
        if made is None:
            return False
        html = Markup(made.decode("utf-8", "surrogatepass"))  # noqa: S704 - HTML of the theme
        context["journal_page"] = lambda: html  # type: ignore[typeddict-unknown-key]  # for our own template
        return True

    def finished(self, page: Page, themed: str, finish: Callable[[str], str]) -> str:
        """Return a finished page: as it was, or as it is made now.

        Args:
            page: The page.
            themed: What the theme, and other plugins behind it, have made.
            finish: Returns the finished page.
        """
        name, key, kept = self._page or ("", b"", None)
        if name != page.file.src_uri:
            return finish(themed)
        if kept is None or kept.themed != key_of(themed):
            kept = _Whole.of(themed, finish(themed))
        self._whole.keep(name, key, kept, len(kept.put))
        return kept.whole(themed)

    def keeping(self, page: Page, build: Build, config: MkDocsConfig, render: Render | None) -> Render | None:
        """Return the function with which our template renders the theme, or None if it does not render the page.

        Args:
            page: The page.
            build: The build.
            config: The configuration of MkDocs.
            render: Renders the page if it is not kept; None: as the theme does.
        """
        if self._environment and page.file.src_uri in self._ours:
            return self._keeping(page, build, config, render or _by_theme(page, self._environment))
        return render

    def _keeping(self, page: Page, build: Build, config: MkDocsConfig, inner: Render) -> Render:
        @jinja2.pass_context
        def render(context: jinja2.runtime.Context) -> Markup:
            page.meta.pop("template", None)
            given = {name: value for name, value in context.get_all().items() if name not in context.environment.globals}
            try:
                self._begin(given["nav"], build, config)
                key = key_of(*inputs_of_page(page, given))
            except UnknownValueError:
                return inner(context)
            name = page.file.src_uri
            made = self._themed.get(name, key)
            if made is None:
                made = inner(context).encode("utf-8", "surrogatepass")
            self._themed.keep(name, key, made, len(made))
            return Markup(made.decode("utf-8", "surrogatepass"))  # noqa: S704 - HTML of the theme

        return render

    def _begin(self, nav: Navigation, build: Build, config: MkDocsConfig) -> None:
        """Compare what all pages depend on when the first is rendered: then nothing of it changes any more.

        Raises:
            UnknownValueError: The content of a setting is not known, so that nothing is kept in this build.
        """
        if self._begun is None:
            self._begun = False
            site = key_of(*inputs_of_site(nav, config))
            journals = key_of(*inputs_of_journals(build))
            self._themed.begin(site)
            self._whole.begin(site + journals)
            self._begun = True
        if not self._begun:
            raise UnknownValueError("settings")


def _by_theme(page: Page, environment: jinja2.Environment) -> Render:
    """Return the function that renders a page as MkDocs does."""

    @jinja2.pass_context
    def render(context: jinja2.runtime.Context) -> Markup:
        page.meta.pop("template", None)  # hidden from the theme
        return Markup(environment.get_template("main.html").render(context.get_all()))  # noqa: S704 - HTML of the theme

    return render


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their start."""
    known, most = 0, min(len(one), len(other))
    while known < most:
        middle = (known + most + 1) // 2
        if one[known:middle] == other[known:middle]:
            known = middle
        else:
            most = middle - 1
    return known
