"""From the files of MkDocs to journals, and back: posts moved, withheld ones taken out, archive pages added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.feeds.site_pictures import missing_pictures
from mkdocs_journal.history.git_history import GitHistory, ask_git
from mkdocs_journal.history.histories import Memory
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import configuration_texts, doubts
from mkdocs_journal.hosts.mkdocs.elsewhere import without_posts
from mkdocs_journal.hosts.mkdocs.files import names, output_file, output_files, site_info, surroundings
from mkdocs_journal.hosts.mkdocs.internals import move
from mkdocs_journal.hosts.mkdocs.markup import with_bodies_checked
from mkdocs_journal.hosts.mkdocs.moving import arrange_posts, broken_pages, shown_posts
from mkdocs_journal.hosts.mkdocs.page_files import as_page, generated_page, path_of
from mkdocs_journal.hosts.mkdocs.sources import (
    beside_withheld,
    candidates_of,
    make_pages,
    meta_files,
    named_in_nav,
    source_of,
    take_data_files,
)
from mkdocs_journal.hosts.mkdocs.special_files import take_special_files
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.clock import UnknownTime, build_time
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.publishing.attachments import attachments_of_withheld
from mkdocs_journal.publishing.edition import Edition, Publication, published_together
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.plan import plan_outputs
from mkdocs_journal.publishing.site_images import find_images, find_pictures
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.publishing.theme_templates import missing_templates

Candidates = Sequence[dict[PurePosixPath, File]]
"""The files of MkDocs that may be posts, by source, journal by journal."""


def find_posts(
    files: Files, options: SiteOptions, config: MkDocsConfig, now: datetime, memory: Memory
) -> tuple[tuple[OutputPlan, ...], Candidates, GitHistory]:
    """Read the posts of every journal among the files of MkDocs.

    Args:
        files: The files; those that describe authors and tags, and pipes and devices, are taken out.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        now: The time of the build.
        memory: What Git said for the build before; changed in place.

    Returns:
        What was found for each journal, with the problems of its sources, the files, and what Git says about them.
    """
    special = take_special_files(files)
    candidates = candidates_of(files, options.journals)
    history = _history(files, candidates, options, config, memory)
    meta, nav = meta_files(files, config), named_in_nav(config)
    everyones = frozenset(source for mine in candidates for source in mine)
    found = []
    for own, mine in zip(options.journals, candidates, strict=True):
        data = take_data_files(files, own, config)
        own = replace(own, defaults=(*meta, *own.defaults))  # noqa: PLW2901 - from here on with these
        read = partial(_read, options=own, data=data, history=history, now=now, nav=nav)
        journal = read(mine)
        if beside := beside_withheld(files, journal, own, everyones):
            mine.update(beside)
            journal = read(mine)
        mine.update({source: as_page(files, mine[source]) for source in _in_html(journal)})
        those = {source: output_file(file) for source, file in mine.items()}
        journal = with_bodies_checked(journal, own, those, config)
        problems = [*history.problems, *doubts(config, own), *without_posts(journal, own, files, everyones, config)]
        problems += [*special, *missing_templates(journal, those, config.theme.dirs)]
        plan = OutputPlan(options=own, journal=without(journal, (), problems), candidates=those)
        found.append(_with_pictures(plan, files, data, site_info(config)))
    return tuple(found), candidates, history


def _in_html(journal: Journal) -> list[PurePosixPath]:
    """Return the sources of posts that MkDocs would copy as they are."""
    return [post.source for post in (*journal.public, *journal.withheld) if is_html(post.source)]


def _with_pictures(plan: OutputPlan, files: Files, data: DataFiles, site: SiteInfo) -> OutputPlan:
    """Return a plan with the pictures of its posts, of authors and of the site, and what is wrong with any."""
    seen = output_files(files)
    images, problems = find_images(plan.journal, seen, plan.candidates)
    pictures, others = find_pictures(plan.journal, seen, plan.options, data.avatars, site)
    problems += [*others, *missing_pictures(plan.options, seen, site)]
    return replace(plan, journal=without(plan.journal, (), problems), images=images, pictures=pictures)


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
    """Return what Git says about every page and what may be a post, if an option asks for it."""
    posts = (file for mine in candidates for file in mine.values())
    asked = dict.fromkeys((*files.documentation_pages(), *posts))
    pages = (path for file in asked if (path := path_of(file)))
    configuration = Path(config.config_file_path) if config.config_file_path else None
    return ask_git(pages, options, Path(config.docs_dir), configuration, memory)


def make_build(files: Files, options: SiteOptions, config: MkDocsConfig, memory: Memory, *, serving: bool) -> Build:
    """Read the posts among the files of MkDocs and arrange everything that is published for them.

    Args:
        files: The files; changed in place.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        memory: What Git said for the build before; changed in place.
        serving: Whether withheld posts are shown, as drafts of MkDocs.

    Returns:
        The build. Its journals hold every problem that was found.
    """
    make_pages(files, options.journals)
    found, candidates, history = find_posts(files, options, config, _now(), memory)
    seen, site = output_files(files), site_info(config)
    plans, together, routes = plan_outputs(found, options, surroundings(seen, config), site)
    attachments = () if serving else attachments_of_withheld(seen, plans, configuration_texts(config), site.url)
    for attachment in attachments:
        if file := files.get_file_from_path(attachment.source):
            files.remove(file)
    known: dict[str, File] = {}
    editions = []
    for plan, mine in zip(plans, candidates, strict=True):
        moved_from = arrange_posts(files, plan, mine, config, serving=serving)
        shown = {post.source: mine[post.source] for post in shown_posts(plan.journal, serving=serving)}
        known |= {file.src_uri: file for file in shown.values()}
        archives = _add_archives(files, plan, config, known)
        posts = {source: output_file(file) for source, file in shown.items()}
        edition = Edition(plan=plan, site=site, archive_files=archives, post_files=posts, moved_from=moved_from)
        editions.append(_shown_in_serve(edition, history) if serving else edition)
    publication = Publication(tuple(editions), None, routes, serving)
    if together:
        combined = Edition(plan=together, site=site, archive_files=_add_archives(files, together, config, known))
        publication = published_together(editions, combined, publication)
    return Build(
        publication=publication, files=known, attachments=attachments, history=history, page_stamps=options.page_stamps
    )


def _shown_in_serve(edition: Edition, history: GitHistory) -> Edition:
    """Return a journal with what only `serve` shows: refused posts, and which posts are not committed."""
    asked = edition.post_files if "git" in edition.options.last_updated else {}
    uncommitted = frozenset(source for source, file in asked.items() if history.of(file.path).uncommitted)
    return replace(edition, broken=broken_pages(edition.plan), uncommitted=uncommitted)


def _now() -> datetime:
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
    """Add a generated file for each archive page, but where the user has one, and return the file of each."""
    added: dict[PurePosixPath, tuple[OutputFile, ArchivePage]] = {}
    for page in plan.pages:
        own = plan.own_files.get(page.source)
        file = files.get_file_from_path(own.source) if own else None
        if file is None:
            landing = page.archive.kind == "index" and page.number == 1 and config.nav is None
            in_nav = landing and not names(config.not_in_nav, page.source.as_posix())
            inclusion = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
            file = _generated(files, page, config, inclusion)
            files.append(file)
        known[file.src_uri] = file
        added[page.source] = (output_file(file), page)
    return added


def _generated(files: Files, page: ArchivePage, config: MkDocsConfig, inclusion: InclusionLevel) -> File:
    """Return the file of an archive page; if a post has its source path, it gets another and the same URL."""
    file: File = generated_page(page.source.as_posix(), config, inclusion)
    if files.get_file_from_path(file.src_uri) is None:
        return file
    source = page.source.with_suffix(".archive.md")
    other = generated_page(source.as_posix(), config, inclusion)
    move(other, Address(file.url, file.dest_uri))
    return other
