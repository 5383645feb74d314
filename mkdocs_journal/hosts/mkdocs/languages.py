"""A journal for each language: what the builds of one site know of each other, and what leads from one to the other."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_journal.history.commits import Memory
from mkdocs_journal.hosts.mkdocs import static_i18n
from mkdocs_journal.hosts.mkdocs.arranging import make_build, now
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import output_files, site_info, surroundings, theme_folders
from mkdocs_journal.hosts.mkdocs.neighbours import finds_by_name
from mkdocs_journal.hosts.mkdocs.reading import Memories, find_posts
from mkdocs_journal.hosts.mkdocs.sources import make_pages
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.options.localised import localised
from mkdocs_journal.options.site_values import PageStamps
from mkdocs_journal.posts.kept_posts import KeptPosts
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.contents import Content, KnownFiles
from mkdocs_journal.publishing.plan import plan_outputs
from mkdocs_journal.publishing.planned_files import planned_edition
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.translations import Same, Translations, Version, versions

Pages = tuple[tuple[Same, Version], ...]


class Languages:
    """The pages of every language of a site, from the first of its builds on."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._gathered: Files | None = None
        self._known: dict[str, Pages] = {}
        self._contents: dict[str, Content] = {}
        self._attachments = KnownFiles()
        self._told: set[Problem] = set()
        self._alternate: list[dict[str, Any]] = []

    def gather(self, files: Files) -> None:
        """Note the files of all languages, before a plugin chooses those of one."""
        self._gathered = files

    def build(self, files: Files, options: SiteOptions, config: MkDocsConfig, memory: Memories, *, serving: bool) -> Build:
        """Return what `make_build()` returns, for the language that is built; it knows where the pages of others are."""
        language = static_i18n.build_language(config)
        if language is None:
            return make_build(files, options, config, memory, serving=serving)
        if not static_i18n.builds_further_language(config):
            self._known.clear()
            self._contents.clear()
            self._attachments = KnownFiles()
            self._told.clear()
        static_i18n.mend_places(files, config)
        own = localised(options, language.name, language.root)
        planned_before = self._known.get(language.name)
        known = (*self._known, language.name)
        for other, theirs in static_i18n.languages_of(self._gathered or files, known, config):
            localised_options = localised(options, other.name, other.root)
            planned = _planned(theirs, localised_options, config, serving=serving)
            self._known[other.name], self._contents[other.name] = planned
        elsewhere = [content for name, content in self._contents.items() if name != language.name]
        memory = memory._replace(attachments=self._attachments)
        build = make_build(files, own, config, memory, serving=serving, elsewhere=elsewhere)
        self._known[language.name] = versions(build.publication)
        if build.content:
            self._contents[language.name] = build.content
        pages = tuple(pair for name, known in self._known.items() if name != language.name for pair in known)
        return replace(build, language=language.name, elsewhere=_mutual(pages, planned_before))

    def is_new(self, problem: Problem, build: Build) -> bool:
        """Return whether no build of another language has reported a problem: one file can be shown in several."""
        if not build.language:
            return True
        known = problem in self._told
        self._told.add(problem)
        return not known

    def connect(self, build: Build, files: Files, config: MkDocsConfig) -> Translations:
        """Return the translations of every page, each where it is now, and let the sitemap have them."""
        translations = Translations(build.publication, build.elsewhere)
        self._alternate = _links(config.extra.get("alternate")) if translations else []
        if build.language:
            static_i18n.show_in_sitemap(files, build.publication.out_of_sitemap, config)
            for source, file in build.files.items():
                urls = {version.language: version.url for version in translations.of(source)}
                static_i18n.set_alternates(file, urls, config)
        return translations

    @property
    def are_linked(self) -> bool:
        """Whether the theme has links to other languages, as Material's option `extra.alternate` makes them."""
        return bool(self._alternate)

    def lead_to_translations(self, page: Page, translations: Translations, config: MkDocsConfig) -> None:
        """Let the theme's links to other languages lead to the translations of a page."""
        links = deepcopy(self._alternate)
        for link in links:
            version = translations.in_language(source_name(page.file), str(link.get("lang") or ""))
            if version:
                link["link"] = version.url or "."
        if links:
            _show_links(links, config)

    def without_translation(self, page: Page, translations: Translations) -> frozenset[str]:
        """Return the languages, in lower case, of the theme's links that do not lead to a translation of a page.

        Material names them all to search engines, as if they did.
        """
        if not self._alternate:
            return frozenset()
        languages = (str(link.get("lang") or "") for link in self._alternate)
        source = source_name(page.file)
        return frozenset(name.lower() for name in languages if not translations.is_translation(source, name))

    def lead_home(self, config: MkDocsConfig) -> None:
        """Let the theme's links to other languages lead where the configuration says."""
        if self._alternate:
            _show_links(deepcopy(self._alternate), config)


def builds_of_others(written: Iterable[Build], build: Build) -> tuple[Build, ...]:
    """Return the builds of other languages of the site that one build is of."""
    return tuple(one for one in written if one.language != build.language) if build.language else ()


def with_build(written: Iterable[Build], build: Build) -> tuple[Build, ...]:
    """Return builds and one more, which replaces an earlier one of the same language.

    mkdocs-static-i18n builds the default language twice unless it is the first of its `languages`.
    """
    found = (*written, build)
    return tuple({one.language: one for one in found}.values()) if build.language else found


def _mutual(pages: Pages, known: Pages | None) -> Pages:
    """Return pages of other languages; those that cannot link back are shown in place of a translation, and are none.

    Args:
        pages: Pages of other languages.
        known: The pages of this language as the builds before know them: without posts that plugins add to this build.
            None: this build is the first.
    """
    if known is None:
        return pages
    linked = {same for same, _ in known}
    return tuple(
        (same, version if same in linked else Version(version.language, version.url, translated=False))
        for same, version in pages
    )


def _links(given: object) -> list[dict[str, Any]]:
    """Return a copy of the theme's links to other languages; none if the setting is not a list of maps."""
    return deepcopy(given) if isinstance(given, list) and all(isinstance(link, dict) for link in given) else []


def _show_links(links: list[dict[str, Any]], config: MkDocsConfig) -> None:
    """Set the links to other languages; mkdocs-static-i18n sets an attribute, which templates see before the setting."""
    if "alternate" in vars(config.extra):
        config.extra.alternate = links  # type: ignore[attr-defined]
    else:
        config.extra["alternate"] = links


def _planned(files: Files, options: SiteOptions, config: MkDocsConfig, *, serving: bool) -> tuple[Pages, Content]:
    """Return the pages of a language that is built later, and its files."""
    journals = tuple(replace(one, last_updated=("front_matter",)) for one in options.journals)
    options = replace(options, journals=journals, page_stamps=PageStamps())  # without Git, which decides no URL
    make_pages(files, options.journals)
    found, _, _ = find_posts(files, options, config, now(), Memories(Memory(), KeptPosts()), serving=serving)
    site = site_info(config)
    seen = output_files(files)
    plans, together, routes = plan_outputs(found, options, surroundings(seen, config), site)
    combined = planned_edition(together, site) if together else None
    pages = versions(Publication(tuple(planned_edition(plan, site) for plan in plans), combined, routes))
    return pages, Content(seen, plans, theme_folders(config), finds_by_name(config))
