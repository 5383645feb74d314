"""Collects the metadata of pages from posts and archives, for all output formats."""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from mkdocs_journal.archives.archive import Archive, ArchivePage
from mkdocs_journal.history.file_history import updated_on
from mkdocs_journal.language.locales import day_text, language_tag
from mkdocs_journal.metadata.facts import Crumb, ImageFacts, PageFacts, PersonFacts, SiteFacts
from mkdocs_journal.metadata.head import Head
from mkdocs_journal.metadata.head_elements import HeadElement
from mkdocs_journal.metadata.json_ld import json_ld
from mkdocs_journal.metadata.open_graph import open_graph, plain_metadata
from mkdocs_journal.metadata.people import image_facts, person_facts
from mkdocs_journal.posts.model import Author, Post, State
from mkdocs_journal.publishing.archive_names import name_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.excerpt import first_words
from mkdocs_journal.text.formulas import readable_text

_DESCRIPTION = 200
"""Characters of a description cut from the text; search engines show about as many."""
_ENTRIES = 10
"""Posts named in the metadata of a list."""


class OwnWords(NamedTuple):
    """Title and description in the front matter of a list's page."""

    title: str
    """Plain text."""
    description: str = ""
    """Plain text, or empty."""


def head_elements(facts: PageFacts, edition: Edition, head: Head) -> list[HeadElement]:
    """Return everything that the head of a page of the journal should have.

    Args:
        facts: The metadata of the page.
        edition: The journal that it belongs to.
        head: The head of the rendered page; a social card of another plugin is used as the picture of the post.
    """
    site = site_facts(edition)
    if "og:image" in head.html and head.picture:
        facts = facts._replace(image=ImageFacts(url=head.picture))
    found = plain_metadata(facts, site) + open_graph(facts, site)
    return [*found, json_ld(facts, site)] if site.url and not facts.hidden else found


def site_facts(edition: Edition) -> SiteFacts:
    """Return the metadata of a journal."""
    facts: SiteFacts = edition.once(("site facts",), lambda: _site_facts(edition))
    return facts


def _site_facts(edition: Edition) -> SiteFacts:
    root = edition.site.url
    landing = edition.archives.landing.source
    return SiteFacts(
        name=edition.site.name,
        url=root,
        journal=edition.title,
        journal_url=root + edition.url(landing) if landing in edition.archive_files else "",
        language=edition.language,
        author=edition.site.author,
    )


def post_facts(post: Post, edition: Edition) -> PageFacts:
    """Return the metadata of a post."""
    url = edition.address(post, edition.site.url)
    image = edition.images.get(post.source) or edition.pictures.social
    changed = updated_on(post)
    taxonomies = edition.journal.taxonomies
    return PageFacts(
        kind="post",
        title=post.title,
        url=post.canonical_url or url,
        own_url=url if post.canonical_url else "",
        description=description_of(post, edition),
        image=image_facts(image, edition, post.title) if image else None,
        published=post.date,
        day_only=post.day_only,
        updated=changed,
        authors=tuple(_writer(author, edition) for author in post.authors),
        tags=tuple(term.name for term in taxonomies["tags"].of(post)),
        language=language_tag(post.lang),
        section=next((term.name for term in taxonomies["categories"].of(post)), ""),
        hidden=post.state is not State.PUBLISHED,
        crumbs=(*_way(edition.archives.landing, edition), Crumb(post.title, url)),
    )


def _writer(author: Author, edition: Edition) -> PersonFacts:
    """Return the metadata of an author of a post."""
    facts: PersonFacts = edition.once(("writer", author), lambda: person_facts(author, edition, whole=False))
    return facts


def description_of(post: Post, edition: Edition) -> str:
    """Return the description of a post, else its beginning."""
    shown = post.description or post.excerpt
    return shown or str(edition.once(("description", post.source), lambda: _beginning(post, edition)))


def _beginning(post: Post, edition: Edition) -> str:
    return first_words(readable_text(edition.excerpt(post)), _DESCRIPTION)


def _way(archive: Archive, edition: Edition) -> tuple[Crumb, ...]:
    """Return the breadcrumbs of an archive, with published pages only."""
    crumbs: tuple[Crumb, ...] = edition.once(("way", archive.source), lambda: _made_way(archive, edition))
    return crumbs


def _made_way(archive: Archive, edition: Edition) -> tuple[Crumb, ...]:
    root = edition.site.url
    places = [one for one in (*edition.archives.above(archive), archive) if one.source in edition.archive_files]
    crumbs = [Crumb(edition.site.name, root + edition.options.root)] if edition.has_home else []
    crumbs += [Crumb(name_of(one, edition), root + edition.url(one.source)) for one in places]
    return tuple({crumb.url: crumb for crumb in crumbs}.values())


def list_facts(listed: ArchivePage, own: OwnWords, edition: Edition) -> PageFacts:
    """Return the metadata of a page of a list."""
    archive = listed.archive
    author = edition.author_of(archive.term) if archive.term and archive.kind == "authors" else None
    social = edition.pictures.social
    kind = "journal" if archive.kind == "index" else "profile" if author else "list"
    person = person_facts(author, edition, whole=True) if author else None
    return PageFacts(
        kind=kind,
        title=own.title,
        url=edition.site.url + edition.url(listed.source),
        description=own.description or list_description(archive, edition),
        image=(person.image if person else None) or (image_facts(social, edition, edition.site.name) if social else None),
        updated=edition.once(("last change", archive.source), lambda: _last_change(archive)),
        authors=(person,) if person else (),
        crumbs=_way(archive, edition),
        entries=_entries(listed, edition),
        post_count=len(archive.posts) or len(archive.parts),
    )


def _last_change(archive: Archive) -> datetime | None:
    return max((post.last_updated or post.shown_date for post in archive.posts), default=None)


def list_description(archive: Archive, edition: Edition) -> str:
    """Return the description of a list: of the files of authors and tags, of the site for the journal, else its counts."""
    if archive.kind == "index" and edition.site.description:
        return edition.site.description
    author = edition.author_of(archive.term) if archive.term and archive.kind == "authors" else None
    known = (author.description if author else "") or (archive.term.description if archive.term else "")
    return known or str(edition.once(("counted", archive.source), lambda: _counted(archive, edition)))


def _counted(archive: Archive, edition: Edition) -> str:
    """Return how many posts a list has, and from when, the first terms that it names, or what the list of feeds is for."""
    if archive.kind == "subscribe":
        return edition.labels("subscribe_how")
    if not archive.posts:
        return edition.labels("comma").join(name_of(part, edition) for part in archive.parts[:_ENTRIES])
    days = [post.shown_date for post in archive.posts]
    first, last = (day_text(day, edition.locale) for day in (min(days), max(days)))
    return f"{edition.labels.count('posts', len(days))} · {first if first == last else f'{first} – {last}'}"


def _entry(post: Post, edition: Edition) -> Crumb:
    return Crumb(post.title, edition.owner_journal(post).address(post, edition.site.url))


def _entries(listed: ArchivePage, edition: Edition) -> tuple[Crumb, ...]:
    root = edition.site.url
    posts = listed.posts[:_ENTRIES]
    found = [edition.once(("entry", post.source), partial(_entry, post, edition)) for post in posts]
    parts = [part for part in listed.archive.parts if part.source in edition.archive_files] if not posts else []
    return (*found, *(Crumb(name_of(part, edition), root + edition.url(part.source)) for part in parts[:_ENTRIES]))
