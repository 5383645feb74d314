"""From the host's files to a journal, and back: posts moved, withheld ones taken out, archive pages added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.host.addressing import Found
from mkdocs_journal.host.config import doubts, language_of
from mkdocs_journal.host.html_posts import as_page
from mkdocs_journal.host.images import find_images
from mkdocs_journal.host.placing import Placed, place
from mkdocs_journal.host.site import Build, Site
from mkdocs_journal.host.sources import candidates_of, meta_files, source_of, take_data_files
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.language.dates import ENGLISH, locale_of
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.model import Journal, Post
from mkdocs_journal.options import Options, SiteOptions
from mkdocs_journal.reading.suffixes import is_html
from mkdocs_journal.text.excerpt import marked
from mkdocs_journal.urls.links import encoded
from mkdocs_journal.urls.permalinks import Address


def find_posts(files: Files, options: SiteOptions, config: MkDocsConfig) -> tuple[Found, ...]:
    """Read the posts of every journal among the host's files.

    Args:
        files: The host's files; those that describe authors and tags are taken out.
        options: The options of the plugin.
        config: The host's configuration.

    Returns:
        What was found for each journal, with the problems of its sources.
    """
    candidates = candidates_of(files, options.journals)
    meta = meta_files(files, config)
    found = []
    for own, mine in zip(options.journals, candidates, strict=True):
        data = take_data_files(files, own, config)
        own = replace(own, defaults=(*meta, *own.defaults))  # noqa: PLW2901 - from here on with these
        journal = read_journal((source_of(file) for file in mine.values()), own, data=data)
        for post in (*journal.public, *journal.withheld):
            if is_html(post.source):
                mine[post.source] = as_page(files, mine[post.source])
        images, problems = find_images(journal, files, mine)
        found.append(Found(own, mine, without(journal, (), (*doubts(config, own), *problems)), images))
    return tuple(found)


def make_build(files: Files, options: SiteOptions, config: MkDocsConfig, *, serving: bool) -> Build:
    """Read the posts among the host's files and arrange everything that is published for them.

    Args:
        files: The host's files; changed in place.
        options: The options of the plugin.
        config: The host's configuration.
        serving: Whether withheld posts are shown, as drafts of the host.

    Returns:
        The build. Its journals hold every problem that was found.
    """
    found = find_posts(files, options, config)
    placed, together, routes = place(found, options, files, config)
    sites = []
    for one, its in zip(found, placed, strict=True):
        moved_from = _arrange_posts(files, one, its, serving=serving)
        shown_posts = _shown(its.journal, serving=serving)
        post_files = {post.source: one.candidates[post.source] for post in shown_posts}
        posts = {"post_files": post_files, "moved_from": moved_from, "images": one.images}
        sites.append(_site(files, one.options, its, config, **posts))
    combined = None
    if options.combined and together:
        homes = {post.source: site for site in sites for post in site.journal.posts}
        combined = _site(files, options.combined, together, config, homes=homes)
    return Build(tuple(sites), combined, routes)


def _arrange_posts(files: Files, found: Found, placed: Placed, *, serving: bool) -> dict[PurePosixPath, str]:
    """Move the posts of a journal to their addresses, hand their bodies to the host, and return where they were."""
    moved_from = {source: found.candidates[source].url for source, address in placed.addresses.items() if address}
    for source, address in placed.addresses.items():
        _move(found.candidates[source], address)
    _take_out(files, placed.journal, found.candidates, serving=serving)
    for post in _shown(placed.journal, serving=serving):
        _give_body(found.candidates[post.source], marked(post.body, post.excerpt_separator))
    return moved_from


def _shown(journal: Journal, *, serving: bool) -> tuple[Post, ...]:
    """Return the posts that have a page."""
    return (*journal.public, *(journal.withheld if serving else ()))


def _site(files: Files, options: Options, placed: Placed, config: MkDocsConfig, **posts: Any) -> Site:
    """Add the archive pages of a journal to the files and return its part of the build."""
    language = language_of(config, options)
    return Site(
        options=options,
        journal=placed.journal,
        archives=placed.archives,
        labels=labels_for(language),
        locale=locale_of(language) or ENGLISH,
        feeds=placed.feeds,
        redirects=placed.redirects,
        targets=placed.targets,
        archive_files=_add_archives(files, placed, config),
        **posts,
    )


def _give_body(file: File, body: str) -> None:
    """Let the host read the body alone: its own reader of front matter prints what it cannot read, and has no bounds.

    The blank line keeps it from taking a first line such as `Update: …` for a key.
    """
    path = file.abs_src_path
    file.content_string = f"\n{body}"
    file.abs_src_path = path  # other plugins ask the history of the source


def _move(file: File, address: Address | None) -> None:
    """Publish a file at an address."""
    if address is None:
        return
    for cached in ("url", "abs_dest_path", "dest_uri"):
        file.__dict__.pop(cached, None)
    file.dest_uri = address.file
    if not address.file.endswith("index.html"):
        file.url = encoded(address.url)


def _take_out(files: Files, journal: Journal, candidates: Mapping[PurePosixPath, File], *, serving: bool) -> None:
    """Take refused and withheld posts out of the build, and public ones out of the nav."""
    for source in journal.refused:
        files.remove(candidates[source])
    for post in journal.withheld:
        if serving:
            candidates[post.source].inclusion = InclusionLevel.DRAFT
        else:
            files.remove(candidates[post.source])
    for post in journal.public:
        candidates[post.source].inclusion = InclusionLevel.NOT_IN_NAV


def _add_archives(files: Files, placed: Placed, config: MkDocsConfig) -> dict[PurePosixPath, tuple[File, ArchivePage]]:
    """Add a generated file for each archive page, but where the user has one, and return the file of each."""
    added: dict[PurePosixPath, tuple[File, ArchivePage]] = {}
    for page in placed.pages:
        file = placed.own_files.get(page.source)
        if file is None:
            landing = page.archive.kind == "index" and page.number == 1 and config.nav is None
            inclusion = InclusionLevel.UNDEFINED if landing else InclusionLevel.NOT_IN_NAV
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
    _move(other, Address(file.url, file.dest_uri))
    return other
