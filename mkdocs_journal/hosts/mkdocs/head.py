"""What machines read in the head of our pages: gathered from the site, written by `metadata`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_journal.archives.archive import Archive, ArchivePage
from mkdocs_journal.hosts.mkdocs.config import site_path
from mkdocs_journal.hosts.mkdocs.pages import themed
from mkdocs_journal.hosts.mkdocs.post_views import updated_on
from mkdocs_journal.hosts.mkdocs.profiles import image_facts, person_facts
from mkdocs_journal.hosts.mkdocs.site import Site
from mkdocs_journal.hosts.mkdocs.views import name_of
from mkdocs_journal.language.dates import language_tag
from mkdocs_journal.metadata.facts import Crumb, ImageFacts, PageFacts, SiteFacts
from mkdocs_journal.metadata.head import HeadElement, head_of
from mkdocs_journal.metadata.json_ld import json_ld
from mkdocs_journal.metadata.open_graph import open_graph, plain_metadata
from mkdocs_journal.posts.model import Post, State
from mkdocs_journal.text.excerpt import beginning, first_words
from mkdocs_journal.text.html import plain_text

_DESCRIPTION = 200
"""Characters of a description that is cut from the text, what search engines show."""
_ENTRIES = 10
"""Posts that are named in the data about a list."""


def head_elements(page: Page, site: Site, config: MkDocsConfig, output: str) -> Iterator[HeadElement]:
    """Yield everything that the head of a page of ours should have.

    Args:
        page: A post or an archive.
        site: The journal that it belongs to.
        config: The host's configuration.
        output: The page as the theme has made it; a card that another plugin has drawn is the picture of the post.
    """
    post = site.posts.get(page.file.src_uri)
    if post is None and page.file.src_uri not in site.archive_pages:
        return  # what is wrong with a post, shown in `serve`
    facts = post_facts(post, site, config) if post else _list_facts(page, site, config)
    ours = site_facts(site, config)
    if "og:image" in output and (head := head_of(output)) and head.picture:
        facts = replace(facts, image=ImageFacts(url=head.picture))
    yield from plain_metadata(facts, ours)
    yield from open_graph(facts, ours)
    if ours.url and not facts.hidden:
        yield json_ld(facts, ours)


def describe(page: Page, site: Site, config: MkDocsConfig) -> None:
    """Give the theme the description of a page of ours, for many write that of the whole site on pages without one."""
    if page.meta.get("description"):
        return
    post = site.posts.get(page.file.src_uri)
    if text := _said_of_post(post, site) if post else _list_facts(page, site, config).description:
        page.meta["description"] = themed(text)


def site_facts(site: Site, config: MkDocsConfig) -> SiteFacts:
    """Return what machines are told about a journal."""
    root = site_path(config)
    landing = site.archives.landing.source
    return SiteFacts(
        name=config.site_name,
        url=root,
        journal=site.title,
        journal_url=root + site.url(landing) if landing in site.archive_files else "",
        language=str(site.locale).replace("_", "-"),
        author=config.site_author or "",
    )


def post_facts(post: Post, site: Site, config: MkDocsConfig) -> PageFacts:
    """Return what machines are told about a post."""
    url = site.address(post, site_path(config))
    image = site.images.get(post.source) or site.pictures.social
    changed = updated_on(post)
    taxonomies = site.journal.taxonomies
    return PageFacts(
        kind="post",
        title=post.title,
        url=post.canonical_url or url,
        own_url=url if post.canonical_url else "",
        description=_said_of_post(post, site),
        image=image_facts(image, config, post.title) if image else None,
        published=post.date,
        day_only=post.day_only,
        updated=changed,
        authors=tuple(person_facts(author, site, config, whole=False) for author in post.authors),
        tags=tuple(term.name for term in taxonomies["tags"].of(post)),
        language=language_tag(post.lang),
        section=next((term.name for term in taxonomies["categories"].of(post)), ""),
        hidden=post.state is not State.PUBLISHED,
        crumbs=(*_way(site.archives.landing, site, config), Crumb(post.title, url)),
    )


def _said_of_post(post: Post, site: Site) -> str:
    """Return the description of a post, else its beginning."""
    shown = plain_text(post.description) or post.excerpt
    return shown or first_words(beginning(site.html.get(post.source, ""), post.title), _DESCRIPTION)


def _way(archive: Archive, site: Site, config: MkDocsConfig) -> tuple[Crumb, ...]:
    """Return the way from the home page to an archive, over those that are published."""
    root = site_path(config)
    landing = site.archives.landing
    above = [landing]
    if archive.kind == "month":
        above += [year for year in site.archives.years if year.name == archive.name[:4]]
    elif archive.term:
        above += [site.archives.kinds[archive.kind]]
    places = [one for one in (*above, archive) if one.source in site.archive_files]
    crumbs = [Crumb(config.site_name, root)]
    crumbs += [Crumb(name_of(one, site), root + site.url(one.source)) for one in places]
    return tuple({crumb.url: crumb for crumb in crumbs}.values())


def _list_facts(page: Page, site: Site, config: MkDocsConfig) -> PageFacts:
    listed = site.archive_pages[page.file.src_uri]
    archive = listed.archive
    author = site.author_of(archive.term) if archive.term and archive.kind == "authors" else None
    social = site.pictures.social
    kind = "journal" if archive.kind == "index" else "profile" if author else "list"
    person = person_facts(author, site, config, whole=True) if author else None
    return PageFacts(
        kind=kind,
        title=plain_text(str(page.title or "")),
        url=site_path(config) + site.url(listed.source),
        description=_said_of(page, archive, person.description if person else "", config),
        image=(person.image if person else None) or (image_facts(social, config, config.site_name) if social else None),
        updated=max((post.last_updated or post.shown_date for post in archive.posts), default=None),
        authors=(person,) if person else (),
        crumbs=_way(archive, site, config),
        entries=_entries(listed, site, config),
        count=len(archive.posts) or len(archive.parts),
    )


def _said_of(page: Page, archive: Archive, profile: str, config: MkDocsConfig) -> str:
    """Return what is said about a list: on the user's own page, in the files of authors and tags, or of the whole site."""
    if own := page.meta.get("description"):
        return plain_text(own) if isinstance(own, Markup) else str(own)  # what we have made ready for the theme
    if archive.kind == "index":
        return config.site_description or ""
    return profile or (archive.term.description if archive.term else "")


def _entries(listed: ArchivePage, site: Site, config: MkDocsConfig) -> tuple[Crumb, ...]:
    root = site_path(config)
    posts = listed.posts[:_ENTRIES]
    found = [Crumb(post.title, site.home(post).address(post, root)) for post in posts]
    parts = [part for part in listed.archive.parts if part.source in site.archive_files] if not posts else []
    return (*found, *(Crumb(name_of(part, site), root + site.url(part.source)) for part in parts[:_ENTRIES]))
