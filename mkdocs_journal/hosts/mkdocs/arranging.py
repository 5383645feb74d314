"""Reads journals from the files of MkDocs and changes the files: moves posts, removes withheld ones, adds archive pages."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.feeds.site_pictures import missing_pictures
from mkdocs_journal.history.git_history import GitHistory, read_git
from mkdocs_journal.history.histories import Memory
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import configuration_texts
from mkdocs_journal.hosts.mkdocs.files import body_surroundings, names, output_file, output_files, site_info, surroundings
from mkdocs_journal.hosts.mkdocs.internals import move
from mkdocs_journal.hosts.mkdocs.neighbours import file_places
from mkdocs_journal.hosts.mkdocs.page_files import as_page, generated_page, path_of
from mkdocs_journal.hosts.mkdocs.post_files import arrange_posts
from mkdocs_journal.hosts.mkdocs.sources import (
    beside_withheld,
    candidates_of,
    landing_pages,
    make_pages,
    meta_files,
    named_in_nav,
    source_of,
    take_data_files,
)
from mkdocs_journal.hosts.mkdocs.special_files import take_special_files
from mkdocs_journal.hosts.mkdocs.static_i18n import build_language, language_of_text, set_language, source_name
from mkdocs_journal.hosts.mkdocs.watch import Watch
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.clock import UnknownTime, build_time
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.model import Journal, State
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.posts.translation_keys import needless
from mkdocs_journal.publishing.attachments import attachments_of_withheld
from mkdocs_journal.publishing.body_checks import with_bodies_checked
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.missing_folder import without_posts
from mkdocs_journal.publishing.option_doubts import doubts
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.plan import plan_outputs
from mkdocs_journal.publishing.plan_pictures import with_pictures
from mkdocs_journal.publishing.publication import Publication, published_together
from mkdocs_journal.publishing.theme_templates import missing_templates

Candidates = Sequence[dict[PurePosixPath, File]]
"""The files of MkDocs that may be posts, by source, journal by journal."""
_Reader = Callable[[Mapping[PurePosixPath, File]], Journal]


def find_posts(
    files: Files, options: SiteOptions, config: MkDocsConfig, now: datetime, memory: Memory, *, serving: bool = False
) -> tuple[tuple[OutputPlan, ...], Candidates, GitHistory]:
    """Read the posts of every journal among the files of MkDocs.

    Args:
        files: The files; those that describe authors and tags, and pipes and devices, are removed.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        now: The time of the build.
        memory: The Git history read for the previous build; changed in place.
        serving: Whether withheld posts are shown; a landing page with `draft: true` is then shown in its place.

    Returns:
        A plan for each journal, with the problems of its sources, the files, and their Git history.
    """
    special = take_special_files(files)
    candidates = candidates_of(files, options.journals)
    history = _history(files, candidates, options, config, memory)
    meta, nav = meta_files(files, config), named_in_nav(config)
    everyones = frozenset(source for mine in candidates for source in mine)
    site, places = site_info(config), file_places(config)
    found = []
    for own, mine in zip(options.journals, candidates, strict=True):
        data = take_data_files(files, own, config)
        own = replace(own, defaults=(*meta, *own.defaults))  # noqa: PLW2901 - with these from here on
        read = partial(_read, options=own, data=data, history=history, now=now, nav=nav)
        untranslated = _untranslated(files, mine, read)
        if not serving:
            mine.update(_withheld_landings(landing_pages(files, own), read))
        journal = _read_with_bundles(mine, read, partial(beside_withheld, files, options=own, known=everyones))
        mine.update({source: as_page(files, mine[source]) for source in _in_html(journal)})
        those = {source: output_file(file) for source, file in mine.items()}
        journal = with_bodies_checked(journal, own, those, body_surroundings(config))
        seen = output_files(files)
        problems = [*history.problems, *doubts(site, own), *without_posts(journal, own, seen, everyones, places)]
        problems += [*special, *missing_templates(journal, those, config.theme.dirs), *missing_pictures(own, seen, site)]
        plan = OutputPlan(options=own, journal=without(journal, (), problems), candidates=those, untranslated=untranslated)
        found.append(with_pictures(plan, seen, data.avatars, site))
    return tuple(found), candidates, history


def _untranslated(files: Files, mine: dict[PurePosixPath, File], read: _Reader) -> frozenset[PurePosixPath]:
    """Return the sources shown for want of a translation; those that have one of another name are removed."""
    found = frozenset(source for source, file in mine.items() if language_of_text(file))
    for source in needless(read(mine), found) if found else ():
        files.remove(mine.pop(source))
    return found


def _in_html(journal: Journal) -> list[PurePosixPath]:
    """Return the sources of posts in HTML, which MkDocs would copy unchanged."""
    return [post.source for post in (*journal.public, *journal.withheld) if is_html(post.source)]


def _read(
    candidates: Mapping[PurePosixPath, File],
    options: Options,
    data: DataFiles,
    history: GitHistory,
    now: datetime,
    nav: frozenset[str],
) -> Journal:
    paths = {source: path_of(file) for source, file in candidates.items()}
    sources = (source_of(file, nav) for file in candidates.values())
    return read_journal(sources, options, data=data, histories=history.by_source(paths), now=now)


def _history(
    files: Files, candidates: Candidates, options: SiteOptions, config: MkDocsConfig, memory: Memory
) -> GitHistory:
    """Return the Git history of every page and possible post; empty if no option needs it."""
    posts = (file for mine in candidates for file in mine.values())
    wanted = dict.fromkeys((*files.documentation_pages(), *posts))
    pages = (path for file in wanted if (path := path_of(file)))
    configuration = Path(config.config_file_path) if config.config_file_path else None
    return read_git(pages, options, Path(config.docs_dir), configuration, memory)


def _read_with_bundles(
    mine: dict[PurePosixPath, File], read: _Reader, beside: Callable[[Journal], dict[PurePosixPath, File]]
) -> Journal:
    """Return the journal of some files, and add the files in the folders of withheld bundles to them."""
    journal = read(mine)
    if more := beside(journal):
        mine.update(more)
        journal = read(mine)
    return journal


def _withheld_landings(pages: Mapping[PurePosixPath, File], read: _Reader) -> dict[PurePosixPath, File]:
    """Return the landing pages whose front matter withholds them: the list is published without their text."""
    withheld = read(pages).withheld if pages else ()
    return {post.source: pages[post.source] for post in withheld if post.state is not State.SCHEDULED}


def make_build(files: Files, options: SiteOptions, config: MkDocsConfig, memory: Memory, *, serving: bool) -> Build:
    """Read the posts among the files of MkDocs and arrange everything that is published for them.

    Args:
        files: The files; changed in place.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        memory: The Git history read for the previous build; changed in place.
        serving: Whether withheld posts are shown, as drafts of MkDocs.

    Returns:
        The build; its journals contain every problem that was found.
    """
    make_pages(files, options.journals)
    found, candidates, history = find_posts(files, options, config, now(), memory, serving=serving)
    seen, site = output_files(files), site_info(config)
    plans, together, routes = plan_outputs(found, options, surroundings(seen, config), site)
    attachments = () if serving else attachments_of_withheld(seen, plans, configuration_texts(config), site.url)
    _remove(files, attachments)
    known: dict[str, File] = {}
    editions = []
    for plan, mine in zip(plans, candidates, strict=True):
        moved_from = arrange_posts(files, plan, mine, config, serving=serving)
        shown = {post.source: mine[post.source] for post in plan.shown(serving=serving)}
        known |= {source_name(file): file for file in shown.values()}
        archives = _add_archives(files, plan, config, known)
        posts = {source: output_file(file) for source, file in shown.items()}
        edition = Edition(plan=plan, site=site, archive_files=archives, post_files=posts, moved_from=moved_from)
        editions.append(_shown_in_serve(edition, history) if serving else edition)
    lists = _add_archives(files, together, config, known) if together else {}
    combined = Edition(plan=together, site=site, archive_files=lists) if together else None
    publication = published_together(editions, combined, Publication((), None, routes, serving))
    return Build(
        publication=publication,
        files=known,
        watch=Watch(publication, options, files, config),
        attachments=attachments,
        history=history,
        page_stamps=options.page_stamps,
    )


def _remove(files: Files, attachments: Iterable[OutputFile]) -> None:
    by_source = {source_name(file): file for file in files}
    for attachment in attachments:
        files.remove(by_source[attachment.source])


def _shown_in_serve(edition: Edition, history: GitHistory) -> Edition:
    """Return a journal with what only `serve` shows: refused posts, and which posts are not committed."""
    checked = edition.post_files if "git" in edition.options.last_updated else {}
    uncommitted = frozenset(source for source, file in checked.items() if history.of(file.path).uncommitted)
    return replace(edition, serving=True, broken=edition.plan.broken_pages(), uncommitted=uncommitted)


def now() -> datetime:
    """Return the time of the build.

    Raises:
        PluginError: `SOURCE_DATE_EPOCH` cannot be read.
    """
    try:
        return build_time()
    except UnknownTime as error:
        raise PluginError(f"journal: {error}") from None


def _add_archives(
    files: Files, plan: OutputPlan, config: MkDocsConfig, known: dict[str, File]
) -> dict[PurePosixPath, tuple[OutputFile, ArchivePage]]:
    """Add a generated file for each archive page that the user has not written; return the files of all."""
    added: dict[PurePosixPath, tuple[OutputFile, ArchivePage]] = {}
    by_source = {source_name(file): file for file in files}
    for page in plan.pages:
        own = plan.own_files.get(page.source)
        file = by_source.get(own.source) if own else None
        if file is None:
            landing = page.archive.kind == "index" and page.number == 1 and config.nav is None
            in_nav = landing and not names(config.not_in_nav, page.source.as_posix())
            inclusion = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
            file = _generated(by_source, page, plan.options, config, inclusion)
            move(file, plan.page_addresses.get(page.source))
            files.append(file)
        known[source_name(file)] = file
        added[page.source] = (output_file(file), page)
    return added


def _generated(
    taken: Container[str], page: ArchivePage, options: Options, config: MkDocsConfig, inclusion: InclusionLevel
) -> File:
    """Return the file of an archive page; if a post has its source path, it gets another path but the same URL."""
    language = build_language(config)
    source = page.source if page.source.as_posix() not in taken else page.source.with_suffix(".archive.md")
    path = f"{language.of_generated if language else ''}{source}"
    file: File = generated_page(path, config, inclusion)
    if language:
        set_language(file, source.as_posix(), language)
    if options.root or path != page.source.as_posix():
        written = options.below_root(site_info(config).destination(page.source))
        move(file, Address(written, written))
    return file
