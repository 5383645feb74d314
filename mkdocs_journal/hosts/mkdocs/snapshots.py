"""Takes the body of each post from MkDocs once it is rendered."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.build import Build, Rendering
from mkdocs_journal.hosts.mkdocs.files import is_left_out, output_file
from mkdocs_journal.hosts.mkdocs.internals import has_utf8_name, is_encrypted
from mkdocs_journal.hosts.mkdocs.page_texts import PageTexts
from mkdocs_journal.hosts.mkdocs.theme_cache import ThemeCache
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.publishing.backlinks import backlinks
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import place_of
from mkdocs_journal.publishing.publication import published_together
from mkdocs_journal.publishing.shown_titles import shown_title, with_shown_titles
from mkdocs_journal.publishing.snapshots import snapshot, sources_in_html
from mkdocs_journal.publishing.translations import Translations
from mkdocs_journal.text.tags import tags_of_page


def note_title(html: str, page: Page, post: Post, edition: Edition, build: Build) -> None:
    """Give a rendered page the title shown in its heading, and record it for lists and feeds."""
    if title := shown_title(html, post, edition):
        build.shown_titles[post.source] = title
        page.meta["title"] = themed(title)


def with_snapshots(build: Build, files: Files) -> Build:
    """Return the build with the rendered titles and bodies of posts; also fix the links of the pages.

    The body of an encrypted post is empty for lists, feeds and descriptions.
    """
    urls = {file.dest_uri: file.url for file in files if not is_left_out(file) and has_utf8_name(file.dest_uri)}
    publication = with_shown_titles(build.publication, build.shown_titles)
    sources = sources_in_html(publication.editions)
    editions = []
    for edition in publication.editions:
        html: dict[PurePosixPath, str] = {}
        for name, post in edition.posts.items():
            page = build.files[name].page
            if not post.state.withheld and page is not None and page.content is not None:
                page.content = snapshot(page.content, post, edition, urls, sources)
                html[post.source] = "" if is_encrypted(page) else page.content
                if post.meta.get("password") and not is_encrypted(page):
                    place = place_of(post, edition.plan.candidates[post.source], "password")
                    build.report(problem("J124", place, "password"), logging.INFO)
        editions.append(replace(edition, html=html))
    tags_of_page.cache_clear()  # its keys are whole bodies
    return replace(build, publication=published_together(editions, publication.combined, publication))


def with_rendering(
    build: Build, fragments: Fragments, files: Files, theme_cache: ThemeCache, texts: PageTexts, translations: Translations
) -> Build:
    """Return the build with what pages are rendered with; the bodies of posts are rendered by now."""
    rendering = Rendering(
        fragments=fragments,
        files=files,
        theme_cache=theme_cache,
        texts=texts,
        translations=translations,
        backlinks=backlinks(build.publication, map(output_file, files)),
    )
    return replace(build, rendering=rendering)
