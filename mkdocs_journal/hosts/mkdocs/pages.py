"""What is done to the pages of MkDocs: metadata, neighbours, content."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.archives.relations import Neighbours
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import shown
from mkdocs_journal.hosts.mkdocs.internals import render_as
from mkdocs_journal.hosts.mkdocs.neighbours import hide_from_neighbours
from mkdocs_journal.metadata.facts import PageFacts
from mkdocs_journal.metadata.page_facts import OwnWords, description_of, list_facts, post_facts
from mkdocs_journal.pages.archive_content import archive_content, page_title
from mkdocs_journal.pages.post_frame import PageContent, post_content
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.posts.model import Post, State
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.theme_templates import has_template
from mkdocs_journal.text.html import plain_text


def relate(edition: Edition, build: Build, config: MkDocsConfig) -> None:
    """Give each page of ours its neighbours, its place in the nav and its date for the sitemap."""
    page_of = partial(_page, build=build, config=config)
    landing = page_of(edition.landing)
    parent = landing.parent if landing else None
    for post in edition.posts.values():
        page = _page_at(edition.post_files[post.source], build, config)
        page.parent = parent
        changed = post.last_updated or post.date
        page.update_date = changed.date().isoformat() if changed else ""
        beside = edition.neighbours.get(post.source) or Neighbours(None, None)
        page.previous_page, page.next_page = (
            page_of(edition.post_files[one.source]) if one else None for one in (beside.previous, beside.next)
        )
    for file, listed in edition.archive_files.values():
        page = _page_at(file, build, config)
        if file.generated:
            page.update_date = _newest(listed, edition) or page.update_date
        if page is not landing and not _in_nav(page):
            page.parent = parent
            sources = edition.pages_of(listed.archive)
            page.previous_page, page.next_page = (
                page_of(edition.archive_files[sources[number]][0]) if number in sources else None
                for number in (listed.number - 1, listed.number + 1)
            )


def _page_at(file: OutputFile, build: Build, config: MkDocsConfig) -> Page:
    """Return the page of a file; it is there but for drafts."""
    mine = build.files[file.source]
    return mine.page if mine.page is not None else Page(None, mine, config)


def _page(file: OutputFile | None, build: Build, config: MkDocsConfig) -> Page | None:
    return _page_at(file, build, config) if file else None


def _in_nav(page: Page) -> bool:
    return page.parent is not None or page.previous_page is not None or page.next_page is not None


def _newest(listed: ArchivePage, edition: Edition) -> str:
    archive = edition.archives.landing if listed.archive.kind == "subscribe" else listed.archive
    posts = archive.posts or tuple(post for part in archive.parts for post in part.posts)
    days = [(post.last_updated or post.date) for post in posts]
    return max((day.date().isoformat() for day in days if day), default="")


def describe(page: Page, edition: Edition, config: MkDocsConfig) -> None:
    """Fill `page.meta` of a page of a journal."""
    if page.file.src_uri in edition.broken:
        page.meta = {"search": {"exclude": True}}
    elif post := edition.posts.get(page.file.src_uri):
        _describe_post(page, post, config)
        if post.state is State.UNLISTED:
            hide_from_neighbours(page)
    else:
        _describe_archive(page, edition.archive_pages[page.file.src_uri], edition)


def _describe_post(page: Page, post: Post, config: MkDocsConfig) -> None:
    """Fill `page.meta` of a post; a template that the theme does not have is left out."""
    meta: MutableMapping[str, Any] = {**page.meta, **post.meta}
    meta["title"] = themed(post.title)
    if post.description:
        meta["description"] = themed(post.description)
    if post.tags or "tags" in meta:
        meta["tags"] = [themed(tag) for tag in post.tags]
    if post.authors or "authors" in meta:
        meta["authors"] = [themed(author.name) for author in post.authors]
    if "author" in meta:
        meta["author"] = themed(", ".join(author.name for author in post.authors))
    if "template" in meta and not has_template(str(meta["template"]), config.theme.dirs):
        meta.pop("template")
    page.meta = meta


def _describe_archive(page: Page, listed: ArchivePage, edition: Edition) -> None:
    """Fill `page.meta` of an archive page; what the user's own page says stays.

    Plugins that make feeds or lists of pages pass over what says `draft: true`.
    """
    meta: dict[str, Any] = {"title": page_title(listed, edition), "search": {"exclude": True}, "social": {"cards": False}}
    meta["draft"] = True
    page.meta = {**meta, **page.meta} if page.file.generated_by else {**page.meta, "search": {"exclude": True}}


def facts_of(page: Page, edition: Edition) -> PageFacts | None:
    """Return what machines are told about a page; None: it shows what is wrong with a post, in `serve`."""
    if post := edition.posts.get(page.file.src_uri):
        return post_facts(post, edition)
    if listed := edition.archive_pages.get(page.file.src_uri):
        own = page.meta.get("description") or ""
        described = plain_text(own) if isinstance(own, Markup) else str(own)  # made ready for the theme
        return list_facts(listed, OwnWords(plain_text(str(page.title or "")), described), edition)
    return None


def give_description(page: Page, edition: Edition) -> None:
    """Give the theme the description of a page, for many write that of the whole site on pages without one."""
    if page.meta.get("description"):
        return
    post = edition.posts.get(page.file.src_uri)
    facts = None if post else facts_of(page, edition)
    if text := description_of(post, edition) if post else facts.description if facts else "":
        page.meta["description"] = themed(text)


def spare_markdown(edition: Edition, build: Build) -> None:
    """Spare generated pages, which have no text of their own, and posts in HTML the Markdown run of MkDocs."""
    for file, _ in edition.archive_files.values():
        if file.generated and (page := build.files[file.source].page):
            render_as(page)
    for post in edition.posts.values():
        if is_html(post.source) and (page := build.files[edition.post_files[post.source].source].page):
            render_as(page, post.body)


def show_post(
    page: Page, post: Post, edition: Edition, fragments: Fragments, *, show_tags: bool, show_neighbours: bool
) -> None:
    """Put title, stamps and terms around the body of a post."""
    body = page.content or ""
    content = post_content(body, post, edition, fragments, show_tags=show_tags, show_neighbours=show_neighbours)
    _put(content, page)
    if post.canonical_url:
        page.canonical_url = post.canonical_url  # the sitemap, which names the page's own, is written before


def show_archive(page: Page, listed: ArchivePage, edition: Edition, fragments: Fragments) -> None:
    """Put the list of an archive below the page's own text."""
    generated = bool(page.file.generated_by)
    if generated:
        _describe_archive(page, listed, edition)  # once more: a plugin may have read the page anew
        page.meta.pop("draft")  # to the theme it is none
    title = page.meta.get("title", "")
    _put(archive_content(page.content or "", title, listed, edition, fragments, generated=generated), page)


def _put(content: PageContent, page: Page) -> None:
    """Give a page its content; an added heading is the one first entry of the table of contents, the others below it."""
    page.content = content.html
    if content.heading:
        top = AnchorLink(*content.heading, 1)
        top.children = list(page.toc)
        page.toc = TableOfContents([top])


def show_problems(page: Page, problems: Sequence[Problem], edition: Edition, fragments: Fragments) -> None:
    """Show in the place of a post what is wrong with it."""
    page.content = str(fragments.render("problem", problems=problems, file=shown(page.file), labels=edition.labels))
