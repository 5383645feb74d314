"""What the journal adds to a page that the theme has made: feed links, metadata, the stylesheet."""

from __future__ import annotations

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journal.feeds.making import feed_links
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.for_neighbours import one_title
from mkdocs_journal.hosts.mkdocs.languages import Languages
from mkdocs_journal.hosts.mkdocs.pages import elements_of, shows_ours
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.metadata.alternates import language_links
from mkdocs_journal.metadata.head import with_head, without_languages
from mkdocs_journal.metadata.head_elements import HeadElement, link
from mkdocs_journal.pages.redirect_pages import redirect_page
from mkdocs_journal.pages.theme_neighbours import with_neighbours_once
from mkdocs_journal.publishing.assets import STYLESHEET
from mkdocs_journal.urls.links import relative


def finished_page(output: str, page: Page, build: Build, languages: Languages, config: MkDocsConfig) -> str:
    """Return a page with feed links, and one of the journal with the stylesheet and its metadata."""
    publication, rendering = build.publication, build.rendered
    edition = publication.edition_of(source_name(page.file))
    if edition and (post := edition.posts.get(source_name(page.file))) and post.source in edition.targets:
        return redirect_page(post, page.url, edition, rendering.fragments)
    elements: list[HeadElement] = list(feed_links(publication, source_name(page.file), page.url))
    if edition:
        languages.lead_home(config)
        translations = rendering.translations
        output = without_languages(output, languages.without_translation(page, translations))
        elements += language_links(translations, source_name(page.file), page.url, edition.site.url)
    if edition or shows_ours(page):
        elements.append(link("stylesheet", relative(STYLESHEET, page.url)))
    if not edition:
        return with_head(output, elements)
    output = with_neighbours_once(one_title(output, page, config), page.url)
    return with_head(output, elements, partial(elements_of, page, edition))
