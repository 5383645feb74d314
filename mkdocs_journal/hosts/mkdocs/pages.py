"""Changes the pages of MkDocs: metadata, neighbours, content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import output_file, shown
from mkdocs_journal.hosts.mkdocs.internals import link_as_file, render_as
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.language.locales import ENGLISH, language_attributes
from mkdocs_journal.metadata.facts import PageFacts
from mkdocs_journal.metadata.head import Head
from mkdocs_journal.metadata.head_elements import HeadElement
from mkdocs_journal.metadata.page_facts import (
    OwnWords,
    description_of,
    head_elements,
    list_description,
    list_facts,
    post_facts,
)
from mkdocs_journal.pages.archive_content import archive_content
from mkdocs_journal.pages.list_marks import has_lists
from mkdocs_journal.pages.page_meta import hidden_meta, meta_of_archive, meta_of_post, with_page_options
from mkdocs_journal.pages.page_relations import PageRelations, page_relations
from mkdocs_journal.pages.post_frame import PageContent, Shown, post_content
from mkdocs_journal.pages.post_values import attributes
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.theme_templates import Theme, unusable_key
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.lines import Lines

_FIRST_DAY: Final = "1970-01-01"
_LAST_DAY: Final = "2106-02-06"
"""The days that four bytes of seconds since 1970 can express."""


def relate(edition: Edition, build: Build, config: MkDocsConfig, entries: Mapping[PurePosixPath, StructureItem]) -> None:
    """Give each of the journal's pages its neighbours, its place in the nav and its date for the sitemap.

    Args:
        edition: The journal.
        build: Its files.
        config: The configuration of MkDocs.
        entries: The entries of archives in the nav, by the source of the archive.
    """

    def page_of(file: OutputFile | None) -> Page | None:
        return _page_at(build.files[file.source], config) if file else None

    landing = page_of(edition.landing)
    for file, relations in page_relations(edition):
        page = _page_at(build.files[file.source], config)
        if relations.date is not None:
            page.update_date = _for_sitemap(relations)
        if relations.of_post or (page is not landing and not _in_nav(page)):
            entry = entries.get(relations.archive, landing) if relations.archive else landing
            page.parent = entry  # type: ignore[assignment]  # MkDocs uses `active` and `ancestors` of a parent only
            page.previous_page, page.next_page = page_of(relations.previous), page_of(relations.next)


def _for_sitemap(relations: PageRelations) -> str:
    """Return the day of the last change of a page; MkDocs writes the latest day of all pages into `sitemap.xml.gz`.

    That format has no day before `_FIRST_DAY` or after `_LAST_DAY`; an earlier one of a post is never the latest of all.
    """
    earliest = "" if relations.of_post else _FIRST_DAY
    return min(max(relations.date or "", earliest), _LAST_DAY)


def _page_at(file: File, config: MkDocsConfig) -> Page:
    """Return the page of a file; only drafts may have none yet."""
    return file.page if file.page is not None else Page(None, file, config)


def _in_nav(page: Page) -> bool:
    return page.parent is not None or page.previous_page is not None or page.next_page is not None


def describe(page: Page, edition: Edition, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Fill `page.meta` of a page of a journal; return the problems of a list's own page, which no one else reads."""
    source = source_name(page.file)
    theme = Theme(str(config.theme.name), config.theme.dirs)
    if source in edition.broken:
        page.meta = hidden_meta()
    elif post := edition.posts.get(source):
        meta = meta_of_post(post, page.meta, theme)
        page.meta = with_page_options(meta, edition, str(config.theme.name))
        link_as_file(page.file)
    else:
        meta = page.meta
        page.meta = meta_of_archive(edition.archive_pages[source], meta, edition, generated=bool(page.file.generated_by))
        lines = Lines(text_of(output_file(page.file)))
        places = {key: Place(shown(page.file), lines.of(f"{key}:")) for key in theme.cannot_use(page.meta)}
        return tuple(one for key, place in places.items() for one in unusable_key(key, page.meta.pop(key), place))
    return ()


def elements_of(page: Page, edition: Edition, head: Head) -> Iterable[HeadElement]:
    """Return everything that the head of a page of a journal should have, given the one of its theme."""
    facts = facts_of(page, edition)
    return head_elements(facts, edition, head) if facts else ()


def facts_of(page: Page, edition: Edition) -> PageFacts | None:
    """Return the metadata of a page; None for a page that shows the problems of a post in `serve`."""
    if post := edition.posts.get(source_name(page.file)):
        return post_facts(post, edition)
    if listed := edition.archive_pages.get(source_name(page.file)):
        own = page.meta.get("description") or ""
        described = plain_text(own) if isinstance(own, Markup) else str(own)  # escaped for the theme
        return list_facts(listed, OwnWords(plain_text(str(page.title or "")), described), edition)
    return None


def give_description(page: Page, edition: Edition) -> None:
    """Give the theme the description of a page, because many themes write that of the site if there is none."""
    if page.meta.get("description"):
        return
    source = source_name(page.file)
    post = edition.posts.get(source)
    text = description_of(post, edition) if post else list_description(edition.archive_pages[source].archive, edition)
    if text:
        page.meta["description"] = themed(text)


def spare_markdown(edition: Edition, build: Build) -> None:
    """Skip the Markdown run of MkDocs for generated pages, which have no text, and for posts in HTML.

    The content of a generated page is an element, because other plugins parse that of each page.
    """
    for file, _ in edition.archive_files.values():
        if file.generated and (page := build.files[file.source].page):
            render_as(page, _NO_TEXT)
    for post in edition.posts.values():
        if is_html(post.source) and (page := build.files[edition.post_files[post.source].source].page):
            render_as(page, post.body)


_NO_TEXT: Final = "<p></p>"


def show_lists(page: Page, build: Build) -> bool:
    """Put the lists of a page into its text; return whether there are some."""
    if not has_lists(page.content or ""):
        return False
    from mkdocs_journal.pages.list_blocks import with_lists  # noqa: PLC0415 - few pages have lists

    file = output_file(page.file)
    page.content = with_lists(page.content or "", file, build.publication, build.placed_lists, build.rendered.fragments)
    return True


def shows_ours(page: Page) -> bool:
    """Return whether a page that is not the journal's shows something of it: a list, or its Git history."""
    return 'class="journal-' in (page.content or "")


def show_post(page: Page, post: Post, edition: Edition, build: Build, shown: Shown) -> None:
    """Put title, stamps and terms around the body of a post."""
    content = post_content(page.content or "", post, edition, build.rendered.fragments, shown, partial(_names, build=build))
    _put(content, page)
    if content.sidebar:
        page.meta["journal_sidebar"] = Markup(content.sidebar)  # noqa: S704 - a fragment
    if post.canonical_url:
        page.file.__dict__[_OWN] = page.canonical_url
        page.canonical_url = post.canonical_url  # for the theme


def own_address(page: Page) -> None:
    """Give a page its own address back: the sitemap of further languages and the check at the end of a build read it."""
    page.canonical_url = page.file.__dict__.pop(_OWN, page.canonical_url)


_OWN: Final = "journal_address"


def _names(source: str, anchor: str, build: Build) -> tuple[str, str]:
    """Return the title of a page and that of its heading with an anchor."""
    file = build.files.get(source) or build.rendered.files.get_file_from_path(source)
    page = file.page if file else None
    if page is None:
        return "", ""
    heading = _headings_of(page.toc).get(anchor, "") if anchor else ""
    return plain_text(str(page.title or "")), plain_text(heading)


@lru_cache(maxsize=16)  # many posts may link headings of one page
def _headings_of(contents: TableOfContents) -> Mapping[str, str]:
    """Return the heading with each anchor."""
    return {item.id: item.title for item in reversed([*_headings(contents)])}


def _headings(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _headings(item.children)


def show_archive(page: Page, listed: ArchivePage, edition: Edition, fragments: Fragments) -> None:
    """Add the list of an archive below the page's own text."""
    generated = bool(page.file.generated_by)
    if generated:
        page.meta = meta_of_archive(listed, page.meta, edition, generated=True)  # a plugin may have read the page anew
        page.meta.pop("draft", None)  # for the theme it is not one
    title = page.meta.get("title", "")
    own = (page.content or "").replace(_NO_TEXT, "", 1) if generated else page.content or ""
    _put(archive_content(own, title, listed, edition, fragments, generated=generated), page)


def _put(content: PageContent, page: Page) -> None:
    """Set the content of a page; an added heading becomes the root of its table of contents."""
    page.content = content.html
    if content.heading:
        top = AnchorLink(*content.heading, 1)
        top.children = list(page.toc)
        page.toc = TableOfContents([top])


def show_problems(page: Page, problems: Sequence[Problem], edition: Edition, fragments: Fragments) -> None:
    """Show the problems of a post instead of its text."""
    language = attributes(language_attributes(str(ENGLISH), str(edition.locale)))
    values = {"problems": problems, "file": shown(page.file), "labels": edition.labels, "language": language}
    page.content = str(fragments.render("problem", **values))
    page.title = title = edition.labels("refused")  # for themes that print the title themselves
    page.toc = TableOfContents([AnchorLink(title, "journal-problem", 1)])
