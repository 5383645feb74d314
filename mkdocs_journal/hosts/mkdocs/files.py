"""From the host's files to a journal, and back: posts moved, withheld ones taken out, archive pages added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.history.stamps import Memory
from mkdocs_journal.hosts.mkdocs.addressing import Found
from mkdocs_journal.hosts.mkdocs.attachments import take_attachments
from mkdocs_journal.hosts.mkdocs.config import doubts, language_of, site_path
from mkdocs_journal.hosts.mkdocs.elsewhere import without_posts
from mkdocs_journal.hosts.mkdocs.feed_pictures import missing_pictures
from mkdocs_journal.hosts.mkdocs.history import Told, ask_git
from mkdocs_journal.hosts.mkdocs.images import find_images, find_pictures
from mkdocs_journal.hosts.mkdocs.markup import with_bodies_checked
from mkdocs_journal.hosts.mkdocs.moving import arrange_posts, broken_pages, move, shown_posts
from mkdocs_journal.hosts.mkdocs.page_files import as_page
from mkdocs_journal.hosts.mkdocs.pages import missing_templates
from mkdocs_journal.hosts.mkdocs.paths import names
from mkdocs_journal.hosts.mkdocs.placing import Placed, place
from mkdocs_journal.hosts.mkdocs.site import Build, Site
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
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.language.dates import ENGLISH, locale_of
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.options.table import Options, SiteOptions
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.dates import UnknownTime, build_time
from mkdocs_journal.posts.model import Journal, State
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.publishing.permalinks import Address

_Reader = Callable[[Mapping[PurePosixPath, File]], Journal]


def find_posts(
    files: Files, options: SiteOptions, config: MkDocsConfig, now: datetime, memory: Memory, *, serving: bool = False
) -> tuple[tuple[Found, ...], Told]:
    """Read the posts of every journal among the host's files.

    Args:
        files: The host's files; those that describe authors and tags, and pipes and devices, are taken out.
        options: The options of the plugin.
        config: The host's configuration.
        now: The time of the build.
        memory: What Git told for the build before; changed in place.
        serving: Whether withheld posts are shown; a landing page that says draft is shown in its place then.

    Returns:
        What was found for each journal, with the problems of its sources, and what Git told about the files.
    """
    special = take_special_files(files)
    candidates = candidates_of(files, options.journals)
    told = ask_git(files, (file for mine in candidates for file in mine.values()), options, config, memory)
    meta, nav = meta_files(files, config), named_in_nav(config)
    everyones = frozenset(source for mine in candidates for source in mine)
    found = []
    for own, mine in zip(options.journals, candidates, strict=True):
        data = take_data_files(files, own, config)
        own = replace(own, defaults=(*meta, *own.defaults))  # noqa: PLW2901 - from here on with these
        read = partial(_read, options=own, data=data, told=told, now=now, nav=nav)
        if not serving:
            mine.update(_withheld_landings(landing_pages(files, own), read))
        journal = _read_with_bundles(mine, read, partial(beside_withheld, files, options=own, known=everyones))
        for post in (*journal.public, *journal.withheld):
            if is_html(post.source):
                mine[post.source] = as_page(files, mine[post.source])
        journal = with_bodies_checked(journal, own, mine, config)
        images, problems = find_images(journal, files, mine)
        pictures, others = find_pictures(journal, files, own, data.avatars, config)
        problems += [*others, *told.problems, *doubts(config, own), *without_posts(journal, own, files, everyones, config)]
        problems += [*special, *missing_templates(journal, mine, config), *missing_pictures(own, files, config)]
        found.append(Found(own, mine, without(journal, (), problems), images, pictures))
    return tuple(found), told


def _read(
    candidates: Mapping[PurePosixPath, File],
    options: Options,
    data: DataFiles,
    told: Told,
    now: datetime,
    nav: frozenset[str],
) -> Journal:
    sources = (source_of(file, nav) for file in candidates.values())
    return read_journal(sources, options, data=data, histories=told.by_source(candidates), now=now)


def _read_with_bundles(
    mine: dict[PurePosixPath, File], read: _Reader, beside: Callable[[Journal], dict[PurePosixPath, File]]
) -> Journal:
    """Return the journal of some files, and add what lies in the folders of withheld bundles to them."""
    journal = read(mine)
    if more := beside(journal):
        mine.update(more)
        journal = read(mine)
    return journal


def _withheld_landings(pages: Mapping[PurePosixPath, File], read: _Reader) -> dict[PurePosixPath, File]:
    """Return those landing pages that say draft: their text is not published, and the list is without them."""
    withheld = read(pages).withheld if pages else ()
    return {post.source: pages[post.source] for post in withheld if post.state is not State.SCHEDULED}


def make_build(files: Files, options: SiteOptions, config: MkDocsConfig, memory: Memory, *, serving: bool) -> Build:
    """Read the posts among the host's files and arrange everything that is published for them.

    Args:
        files: The host's files; changed in place.
        options: The options of the plugin.
        config: The host's configuration.
        memory: What Git told for the build before; changed in place.
        serving: Whether withheld posts are shown, as drafts of the host.

    Returns:
        The build. Its journals hold every problem that was found.
    """
    make_pages(files, options.journals)
    found, told = find_posts(files, options, config, _now(), memory, serving=serving)
    placed, together, routes = place(found, options, files, config)
    attachments = () if serving else take_attachments(files, found, placed, config)
    sites = []
    for one, its in zip(found, placed, strict=True):
        moved_from = arrange_posts(files, one, its, config, serving=serving)
        post_files = {post.source: one.candidates[post.source] for post in shown_posts(its.journal, serving=serving)}
        posts: dict[str, Any] = {"post_files": post_files, "moved_from": moved_from, "images": one.images}
        posts["pictures"] = one.pictures
        posts["broken"] = broken_pages(one, its) if serving else {}
        if serving and "git" in one.options.last_updated:
            posts["uncommitted"] = frozenset(source for source, file in post_files.items() if told.of(file).uncommitted)
        sites.append(_site(files, one.options, its, config, **posts))
    combined = None
    if options.combined and together:
        homes = {post.source: site for site in sites for post in site.journal.posts}
        avatars = {path: image for one in found for path, image in one.pictures.avatars.items()}
        pictures = replace(found[0].pictures, avatars=avatars)
        combined = _site(files, options.combined, together, config, homes=homes, pictures=pictures)
    return Build(tuple(sites), combined, routes, serving, attachments, told, options.page_stamps)


def _now() -> datetime:
    """Return the time of the build.

    Raises:
        PluginError: `SOURCE_DATE_EPOCH` cannot be read.
    """
    try:
        return build_time()
    except UnknownTime as error:
        raise PluginError(f"journal: {error}") from None


def _site(files: Files, options: Options, placed: Placed, config: MkDocsConfig, **posts: Any) -> Site:
    """Add the archive pages of a journal to the files and return its part of the build."""
    language = language_of(config, options)
    return Site(
        options=options,
        journal=placed.journal,
        archives=placed.archives,
        labels=labels_for(language),
        locale=locale_of(language) or ENGLISH,
        site_url=site_path(config),
        feeds=placed.feeds,
        older_feeds=placed.older_feeds,
        term_feeds=placed.term_feeds,
        redirects=placed.redirects,
        targets=placed.targets,
        archive_files=_add_archives(files, placed, config),
        **posts,
    )


def _add_archives(files: Files, placed: Placed, config: MkDocsConfig) -> dict[PurePosixPath, tuple[File, ArchivePage]]:
    """Add a generated file for each archive page, but where the user has one, and return the file of each."""
    added: dict[PurePosixPath, tuple[File, ArchivePage]] = {}
    for page in placed.pages:
        file = placed.own_files.get(page.source)
        if file is None:
            landing = page.archive.kind == "index" and page.number == 1 and config.nav is None
            in_nav = landing and not names(config.not_in_nav, page.source.as_posix())
            inclusion = InclusionLevel.UNDEFINED if in_nav else InclusionLevel.NOT_IN_NAV
            file = _generated(files, page, config, inclusion)
            files.append(file)
        added[page.source] = (file, page)
    return added


def _generated(files: Files, page: ArchivePage, config: MkDocsConfig, inclusion: InclusionLevel) -> File:
    """Return the file of an archive page; if a post has its source path, it gets another and the same URL."""
    file = File.generated(config, page.source.as_posix(), content="", inclusion=inclusion)
    if files.get_file_from_path(file.src_uri) is None:
        return file
    source = page.source.with_suffix(".archive.md")
    other = File.generated(config, source.as_posix(), content="", inclusion=inclusion)
    move(other, Address(file.url, file.dest_uri))
    return other
