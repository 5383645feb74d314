"""`publish()`: writes a whole journal to a folder without a site generator."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

import jinja2

from mkdocs_journal.feeds.making import feed_links
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.language.locales import document_language
from mkdocs_journal.metadata.facts import PageFacts
from mkdocs_journal.metadata.head import with_head
from mkdocs_journal.metadata.page_facts import OwnWords, head_elements, list_facts, post_facts
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.pages.archive_content import archive_content, page_title
from mkdocs_journal.pages.hidden import with_ends
from mkdocs_journal.pages.list_blocks import PageOfBlocks, PlacedList, placed_block, with_lists
from mkdocs_journal.pages.post_frame import PageContent, post_content
from mkdocs_journal.pages.program_files import program_files
from mkdocs_journal.pages.redirect_pages import redirect_page
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.suffixes import is_html, is_markdown
from mkdocs_journal.publishing.assets import FEED_STYLESHEET, FOLDER, STYLESHEET
from mkdocs_journal.publishing.attachments import attachments_of_withheld
from mkdocs_journal.publishing.contents import Content
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.front_links import with_front_links
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.page_links import PageLinkRewriter
from mkdocs_journal.publishing.plan import Surroundings, plan_outputs
from mkdocs_journal.publishing.plan_pictures import with_pictures
from mkdocs_journal.publishing.planned_files import planned_publication, published_files
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.shown_titles import shown_title, with_shown_titles
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.publishing.snapshots import snapshot, sources_in_html
from mkdocs_journal.publishing.whole_files import write_whole
from mkdocs_journal.text.excerpt import marked
from mkdocs_journal.text.html import with_links
from mkdocs_journal.text.journal_blocks import rendered_with_blocks
from mkdocs_journal.text.tags import tags_of_page
from mkdocs_journal.urls.links import relative

Render = Callable[[str], str]
"""Converts Markdown to HTML."""
_DEFAULTS: Final = Options()
_STYLESHEETS: Final = (STYLESHEET, FEED_STYLESHEET)


def publish(
    journal: Journal,
    site: SiteInfo,
    render: Render,
    *,
    options: Options = _DEFAULTS,
    redirects: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
) -> Publication:
    """Write every page, feed, redirect and export of a journal, and the files beside its posts, into a folder.

    Args:
        journal: The result of `read_journal()` for the files below `site.docs`.
        site: The site; the journal is written to `site.output`.
        render: Converts the body of a post to HTML; `publish()` resolves the links.
        options: The options with which the journal was read.
        redirects: The option `redirects`.
        others: Files, below the folder, that another program writes.

    Returns:
        The publication, with all problems that were found.

    Raises:
        UnwritableFileError: A file cannot be written.
    """
    files = tuple(_files(site))
    plan, publication = _planned(journal, site, options, redirects, Surroundings(files=files, others=others))
    attachments = {file.source for file in attachments_of_withheld(Content(files, [plan]), (), site.url)}
    kept = published_files(publication, (file for file in files if file.source not in attachments))
    texts = _Texts(publication, _Links(publication, kept, site.url), render)
    publication = _rendered(publication, texts)
    fragments = Fragments(jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), autoescape=True))
    for file, data in _outputs(publication, fragments, texts, redirects):
        write_whole(site.output / file, data)
    tags_of_page.cache_clear()  # its keys are whole bodies
    _copy((file for file in kept.values() if not file.is_page), site.output)
    return publication


def _files(site: SiteInfo) -> Iterator[OutputFile]:
    """Yield every file of the docs with the place where it is published, without hidden files."""
    for path in sorted(site.docs.rglob("*")):
        source = PurePosixPath(path.relative_to(site.docs).as_posix())
        if path.is_file() and not any(part.startswith(".") for part in source.parts):
            page = is_markdown(source)
            destination = site.destination(source) if page else source.as_posix()
            url = site.url_of(destination)
            yield OutputFile(source=source.as_posix(), url=url, destination=destination, path=path, is_page=page)


def _planned(
    journal: Journal, site: SiteInfo, options: Options, redirects: tuple[str, ...], around: Surroundings
) -> tuple[OutputPlan, Publication]:
    """Return the journal with the URL of every output."""
    candidates = {PurePosixPath(file.source): file for file in around.files}
    read = OutputPlan(options=options, journal=journal, candidates=candidates)
    found = with_pictures(read, around.files, {}, site)
    plans, together, routes = plan_outputs([found], SiteOptions(journals=(options,), redirects=redirects), around, site)
    return plans[0], planned_publication(plans, together, routes, site)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page, ready for its frame."""

    file: OutputFile
    content: PageContent
    facts: PageFacts


class _Links:
    """Turns links to sources in rendered pages into links to published pages."""

    def __init__(self, publication: Publication, files: Mapping[str, OutputFile], site_url: str) -> None:
        self._resolver = LinkResolver(publication, files.values(), site_url)
        self.rewriter = PageLinkRewriter(self._resolver)
        self.urls = {file.destination: file.url for file in files.values()}

    def of_front_matter(self, publication: Publication) -> Publication:
        """Return a publication with what the front matter of its posts links."""
        return with_front_links(publication, self._resolver)[0]

    def resolved(self, html: str, page: OutputFile) -> str:
        """Return a rendered page with its links resolved; a link to a withheld post becomes plain text."""
        html = with_links(html, lambda link: self._published(link, page))
        return self.rewriter.finish(html, page)[0]

    def _published(self, link: str, page: OutputFile) -> str:
        new = self.rewriter.rewrite(link, page)
        if new.link is None or new.finished:
            return new.link or link
        return self._resolver.leading_to_source(new.link, page) or link


class _Texts:
    """Renders the texts of posts and lists."""

    def __init__(self, publication: Publication, links: _Links, render: Render) -> None:
        self._publication = publication
        self.links = links
        self._render = render
        self.lists: list[PlacedList] = []
        """The lists in these texts."""

    def rendered(self, text: str, page: OutputFile) -> str:
        """Return a Markdown text as HTML, its links resolved, with a mark in the place of each of its lists."""
        around = PageOfBlocks(page)
        html = rendered_with_blocks(
            text, lambda block: placed_block(block, around, self._publication, self.lists)[0], self._render, str
        )
        return self.resolved(html, page)

    def resolved(self, html: str, page: OutputFile) -> str:
        """Return HTML with its links resolved."""
        return self.links.resolved(html, page)


def _rendered(publication: Publication, texts: _Texts) -> Publication:
    """Return the publication with the rendered bodies of its posts and the titles shown in them."""
    edition = publication.editions[0]
    bodies: dict[PurePosixPath, str] = {}
    titles: dict[PurePosixPath, str] = {}
    for post in edition.journal.public:
        file = edition.post_files[post.source]
        text = marked(post.body, post.excerpt_separator)
        html = texts.resolved(post.body, file) if is_html(post.source) else texts.rendered(text, file)
        if title := shown_title(html, post, edition):
            titles[post.source] = title
        bodies[post.source] = with_ends(html, post, file)[0]
    publication = with_shown_titles(publication, titles)
    edition = publication.editions[0]
    taken = partial(snapshot, edition=edition, urls=texts.links.urls, sources=sources_in_html((edition,)))
    html_of = {post.source: taken(bodies[post.source], post) for post in edition.journal.public}
    return texts.links.of_front_matter(replace(publication, editions=(replace(edition, html=html_of),)))


def _outputs(
    publication: Publication, fragments: Fragments, texts: _Texts, redirects: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the folder and the bytes of everything that is written."""
    edition = publication.editions[0]
    for page in _pages(publication, fragments, texts):
        yield page.file.destination, _framed(page, publication, edition, fragments).encode()
    for post in edition.journal.public:
        if post.source in edition.targets:
            file = edition.post_files[post.source]
            yield file.destination, redirect_page(post, file.url, edition, fragments).encode()
    yield from program_files(publication, fragments, SiteOptions(journals=(edition.options,), redirects=redirects))
    yield from ((name, (FOLDER / name).read_bytes()) for name in _STYLESHEETS)


def _pages(publication: Publication, fragments: Fragments, texts: _Texts) -> Iterator[_Page]:
    edition = publication.editions[0]

    def filled(html: str, page: OutputFile) -> str:
        return with_lists(html, page, publication, texts.lists, fragments)

    for post in edition.journal.public:
        if post.source not in edition.targets:
            file = edition.post_files[post.source]
            content = post_content(filled(edition.html[post.source], file), post, edition, fragments)
            yield _Page(file, content, post_facts(post, edition))
    for file, listed in edition.archive_files.values():
        title = page_title(listed, edition)
        own = "" if file.generated else filled(texts.rendered(split_front_matter(text_of(file)).body, file), file)
        content = archive_content(own, title, listed, edition, fragments, generated=file.generated)
        yield _Page(file, content, list_facts(listed, OwnWords(title), edition))


def _framed(page: _Page, publication: Publication, edition: Edition, fragments: Fragments) -> str:
    """Return a page in a plain frame, with the journal's metadata in its head."""
    content, url = page.content.html, page.file.url
    stylesheet = relative(STYLESHEET, url)
    values = {
        "title": page.facts.title,
        "stylesheet": stylesheet,
        "content": content,
        **document_language(edition.language),
    }
    html = str(fragments.render("frame", **values))
    feeds = feed_links(publication, page.file.source, url)
    return with_head(html, feeds, partial(head_elements, page.facts, edition))


def _copy(files: Iterable[OutputFile], folder: Path) -> None:
    """Copy files that are not pages."""
    for path, target in ((file.path, folder / file.destination) for file in files if file.path):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
