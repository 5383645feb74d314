"""Arranges journals and changes the files of MkDocs: moves posts, removes withheld ones, adds archive pages."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import names, output_file, output_files, site_info, surroundings, theme_folders
from mkdocs_journal.hosts.mkdocs.internals import move
from mkdocs_journal.hosts.mkdocs.neighbours import finds_by_name
from mkdocs_journal.hosts.mkdocs.page_files import generated_page
from mkdocs_journal.hosts.mkdocs.post_files import arrange_posts
from mkdocs_journal.hosts.mkdocs.reading import Memories, find_posts
from mkdocs_journal.hosts.mkdocs.sources import (
    make_pages,
)
from mkdocs_journal.hosts.mkdocs.static_i18n import build_language, set_language, source_name
from mkdocs_journal.hosts.mkdocs.watch import Watch
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.clock import UnknownTime, build_time
from mkdocs_journal.publishing.assets import FEED_STYLESHEET, FOLDER, STYLESHEET, in_place_of_folders
from mkdocs_journal.publishing.contents import Content, KnownFiles, not_published
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.plan import plan_outputs
from mkdocs_journal.publishing.publication import Publication, published_together
from mkdocs_journal.urls.routes import Routes

Elsewhere = Sequence[Content]
"""The other languages of a site."""


def make_build(
    files: Files, options: SiteOptions, config: MkDocsConfig, memory: Memories, *, serving: bool, elsewhere: Elsewhere = ()
) -> Build:
    """Read the posts among the files of MkDocs and arrange everything that is published for them.

    Args:
        files: The files; changed in place.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        memory: What was read for the previous build; changed in place.
        serving: Whether withheld posts are shown, as drafts of MkDocs.
        elsewhere: The other languages of the site.

    Returns:
        The build; its journals contain every problem that was found.
    """
    make_pages(files, options.journals)
    found, candidates, history = find_posts(files, options, config, now(), memory, serving=serving, elsewhere=elsewhere)
    seen, site = output_files(files), site_info(config)
    _take_stylesheets(files, seen)
    others = tuple(plan for content in elsewhere for plan in content.plans)
    plans, together, routes = plan_outputs(found, options, surroundings(seen, config, others), site)
    content = Content(seen, plans, theme_folders(config), finds_by_name(config))
    attachments = () if serving else _take_attachments(files, content, config, elsewhere, memory.attachments)
    known: dict[str, File] = {}
    editions = []
    for plan, mine in zip(plans, candidates, strict=True):
        edition = _edition(files, plan, mine, config, known, serving=serving)
        editions.append(_with_home(_shown_in_serve(edition, history) if serving else edition, routes))
    combined = _with_home(_combined(files, together, config, known), routes) if together else None
    publication = published_together(editions, combined, Publication((), None, routes, serving, others))
    return Build(
        publication=publication,
        files=known,
        watch=Watch(publication, options, files, config),
        content=content,
        attachments=attachments,
        history=history,
        page_stamps=options.page_stamps,
    )


def _take_stylesheets(files: Files, seen: Iterable[OutputFile]) -> None:
    """Remove the journal's stylesheets if they cannot be written; else `exclude_docs: assets/` does not exclude them."""
    clashes = in_place_of_folders(seen)
    for stylesheet in filter(None, map(files.get_file_from_path, (STYLESHEET, FEED_STYLESHEET))):
        if stylesheet.src_uri in clashes:
            files.remove(stylesheet)
        elif stylesheet.src_dir == str(FOLDER):
            stylesheet.inclusion = InclusionLevel.INCLUDED


def _take_attachments(
    files: Files, content: Content, config: MkDocsConfig, elsewhere: Elsewhere, known: KnownFiles | None
) -> tuple[OutputFile, ...]:
    """Remove the files that belong only to posts that are not published, and return them."""
    withheld = any(not_published(plan) for one in (content, *elsewhere) for plan in one.plans)
    if not withheld and not any("_drafts/" in file.source.lower() for file in content.files):
        return ()
    from mkdocs_journal.hosts.mkdocs.attachments import take_attachments  # noqa: PLC0415 - most builds withhold nothing

    return take_attachments(files, content, config, elsewhere, known)


def _edition(
    files: Files,
    plan: OutputPlan,
    mine: dict[PurePosixPath, File],
    config: MkDocsConfig,
    known: dict[str, File],
    *,
    serving: bool,
) -> Edition:
    """Return the edition of a journal: its posts are moved in the files, and its lists added to them."""
    moved_from = arrange_posts(files, plan, mine, config, serving=serving)
    shown = {post.source: mine[post.source] for post in plan.shown(serving=serving)}
    known |= {source_name(file): file for file in shown.values()}
    archives = _add_archives(files, plan, config, known)
    posts = {source: output_file(file) for source, file in shown.items()}
    return Edition(plan=plan, site=site_info(config), archive_files=archives, post_files=posts, moved_from=moved_from)


def _combined(files: Files, plan: OutputPlan, config: MkDocsConfig, known: dict[str, File]) -> Edition:
    """Return the edition of all journals together, with its lists added to the files."""
    return Edition(plan=plan, site=site_info(config), archive_files=_add_archives(files, plan, config, known))


def _with_home(edition: Edition, routes: Routes) -> Edition:
    """Return a journal that knows whether its site, or the part of it in its language, has a home page."""
    return replace(edition, has_home=routes.at(f"{edition.options.root}index.html") is not None)


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
            landing = page.archive.kind == "index" and page.number == 1 and not config.nav
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
