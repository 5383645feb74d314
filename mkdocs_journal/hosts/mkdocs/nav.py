"""The journal's place in the navigation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.files import is_excluded
from mkdocs_journal.hosts.mkdocs.static_i18n import builds_further_language, source_name
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.posts.journal_folders import JournalFolders
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.gathered_nav import as_published
from mkdocs_journal.publishing.nav_entries import ArchiveSection, archive_sections, with_feeds_named
from mkdocs_journal.publishing.publication import Publication


class ArchiveEntry(Link):
    """An archive in the nav: a short name, and active while the archive's page is rendered."""

    def __init__(self, title: str, url: str, parent: Section) -> None:
        super().__init__(title, url)
        self.parent = parent
        self._is_active = False

    @property
    def active(self) -> bool:
        """Whether the page that is rendered is one of the archive."""
        return self._is_active

    @active.setter
    def active(self, value: bool) -> None:
        self._is_active = value
        if self.parent is not None:
            self.parent.active = value


class JournalSection(Section):
    """The section of a journal; it is called as its landing page, whose text is read later."""

    @property
    def title(self) -> str:
        """The title of the landing page, else that of the journal."""
        return str(getattr(self.children[0], "title", None) or self._title)

    @title.setter
    def title(self, title: str) -> None:
        self._title = title


def place_in_nav(
    nav: Navigation, edition: Edition, build: Build, config: MkDocsConfig
) -> Mapping[PurePosixPath, ArchiveEntry]:
    """Give the journal its place in the nav, with the archives below it that the option `nav` names.

    Returns:
        The entries of archives, by their source.
    """
    _lift_landing_page(nav, edition, config)
    landing = build.files[edition.landing.source].page if edition.landing else None
    if landing is None or not edition.options.nav:
        return {}
    if landing.parent is None and landing in nav.items:
        section = JournalSection(themed(edition.title), [landing])
        nav.items[nav.items.index(landing)] = section
        landing.parent = section
    above = landing.parent
    if above is None and not builds_further_language(config):
        named = f"{edition.options.within}nav"
        build.report(problem("J864", edition.site.place_of(named), named, page=source_name(landing.file)))
    sections = [_add_section(found, above) for found in archive_sections(edition)] if above else []
    return {source: entry for entries in sections for source, entry in entries.items()}


def stand_in_nav(page: Page, build: Build, config: MkDocsConfig) -> None:
    """Let a post with headings stand below its journal while it is rendered, if the theme shows them in the nav only.

    Such a theme has the setting `collapse_navigation`, as readthedocs and those made of it.
    """
    if "collapse_navigation" not in config.theme:
        return
    above: object = page.parent
    has_contents = any(one.level > 1 or one.children for one in page.toc)
    for edition in build.publication.all:
        landing = build.files[edition.landing.source].page if edition.landing else None
        if landing is not None:
            is_here = has_contents and above is landing and source_name(page.file) in edition.posts
            landing.is_section = is_here
            landing.children = [page] if is_here else None  # type: ignore[assignment]


def _add_section(found: ArchiveSection, above: Section) -> Mapping[PurePosixPath, ArchiveEntry]:
    """Add a section of archives; return the entry of each of its archives, and of the months of its years."""
    section = Section(themed(found.title), [])
    section.parent = above
    above.children.append(section)
    entries: dict[PurePosixPath, ArchiveEntry] = {}
    for archive, name, url in found.entries:
        entry = ArchiveEntry(themed(name), url, section)
        section.children.append(entry)
        entries |= {one.source: entry for one in (archive, *archive.parts)}
    return entries


def _lift_landing_page(nav: Navigation, edition: Edition, config: MkDocsConfig) -> None:
    """Replace a section by the landing page in a nav made from the files, if the section contains nothing else.

    The rest of the folder is posts, so MkDocs makes a section with one entry.
    """
    if not config.nav and edition.landing:
        _lift(nav.items, edition.landing.source, None)


def mend_nav(publication: Publication, files: Files, config: MkDocsConfig) -> None:
    """Let a nav that another plugin made of globs and folders be of what is published, and name feeds in it."""
    if config.nav:
        written = [given.get("nav") for given in settings_as_written(config)]
        places = JournalFolders([edition.options for edition in publication.editions])
        names = (source_name(file) for file in files if is_excluded(file))
        excluded = frozenset(name for name in names if places.journal_of(PurePosixPath(name))[0] >= 0)
        config.nav = with_feeds_named(as_published(config.nav, publication, written, excluded), publication)


def leave_out_withheld(nav: Navigation, has_no_page: Callable[[str], bool], of_folders: Iterable[tuple[str, str]]) -> None:
    """Remove the entries that link to withheld posts, by source or URL, or to refused ones, from a nav.

    Args:
        nav: The nav; MkDocs has already reported the missing sources.
        has_no_page: Returns whether a link in the configuration leads to such a post.
        of_folders: The entries that a nav plugin has read in folders, as written there and from the root of the docs: what
            has no page stands in the nav as it is written.
    """
    written = {entry.replace("\\", "/") for entry, path in of_folders if has_no_page(path.replace("\\", "/"))}
    nav.items[:] = _without(nav.items, lambda link: link in written or has_no_page(link))


def _without(items: list[StructureItem], has_no_page: Callable[[str], bool]) -> list[StructureItem]:
    """Return items without those that link to posts without a page, and without sections that become empty."""
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section) and item.children:
            item.children[:] = _without(item.children, has_no_page)
            if item.children:
                kept.append(item)
        elif not (isinstance(item, Link) and has_no_page(item.url.replace("\\", "/"))):  # written on Windows
            kept.append(item)
    return kept


def _lift(items: list[StructureItem], source: str, parent: Section | None) -> None:
    for number, item in enumerate(items):
        if not isinstance(item, Section):
            continue
        only = item.children[0] if len(item.children) == 1 else None
        if only is not None and only.is_page and getattr(only, "file", None) and source_name(only.file) == source:  # type: ignore[attr-defined]
            only.parent = parent
            items[number] = only
        else:
            _lift(item.children, source, item)
