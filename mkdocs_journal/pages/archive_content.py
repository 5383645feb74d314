"""Content of the pages that list posts, terms and feeds."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.pages.archive_views import archive_links, feed_groups, feed_views, pager
from mkdocs_journal.pages.post_frame import PageContent
from mkdocs_journal.pages.post_views import Link, PostView, post_view
from mkdocs_journal.pages.profile_views import profile_view
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.publishing.archive_names import name_of, title_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.urls.links import relative


def page_title(listed: ArchivePage, edition: Edition) -> str:
    """Return the title of a page of an archive, safe in themes that do not escape it."""
    title = title_of(listed.archive, edition)
    if listed.number > 1:
        title += " – " + edition.labels("page_of", page=listed.number, pages=listed.of)
    return themed(title)


def archive_content(
    body: str, title: str, listed: ArchivePage, edition: Edition, fragments: Fragments, *, generated: bool = True
) -> PageContent:
    """Return the list of an archive below the page's own text.

    Args:
        body: The page's own text, rendered, or empty.
        title: The heading of a page that the author has not written.
        listed: The archive that the page lists.
        edition: Its journal.
        fragments: Renders the list.
        generated: Whether the page has no source file.
    """
    archive, base = listed.archive, edition.url(listed.source)
    landing, subscribe = archive.kind == "index", archive.kind == "subscribe"
    first = listed.number == 1
    feeds = edition.feeds if landing or subscribe else edition.feeds_of(archive)
    values: dict[str, object] = {
        "labels": edition.labels,
        "posts": [post_view(post, edition.owner_journal(post), base, with_excerpt=landing) for post in listed.posts],
        "withheld": _withheld_posts(edition, base) if landing and first else (),
        "parts": archive_links(archive.parts, edition, base) if first else (),
        "pager": pager(listed, edition, base),
        "kinds": archive_links(tuple(edition.archives.kinds.values()), edition, base) if landing and first else (),
        "feeds": feed_views(feeds, edition, base) if first else (),
        "groups": feed_groups(edition, base) if subscribe else (),
        "subscribe": _subscribe(edition, base) if landing and first else None,
        "up": _up(listed, edition, base),
        "title": title_of(archive, edition),
        "author": profile_view(archive.term, edition, base)
        if archive.term and archive.kind == "authors" and first
        else None,
    }
    heading = (str(Markup.escape(title)), "journal-archive") if generated else None
    if heading:
        body = f'<h1 id="{heading[1]}">{heading[0]}</h1>\n{body}'
    fragment = "index" if landing else "subscribe" if subscribe else "archive"
    return PageContent(f"{body}\n{fragments.render(fragment, **values)}", heading)


def _withheld_posts(edition: Edition, base: str) -> tuple[PostView, ...]:
    """Return the withheld posts that have a page, for the landing page at `base`; empty in a build."""
    return tuple(post_view(post, edition, base) for post in edition.journal.withheld if post.source in edition.post_files)


def _subscribe(edition: Edition, base: str) -> Link | None:
    """Return a link to the page that lists the feeds."""
    page = edition.archives.subscribe
    shown = page is not None and page.source in edition.archive_files
    return Link(title_of(page, edition), relative(edition.url(page.source), base)) if page and shown else None


def _up(listed: ArchivePage, edition: Edition, base: str) -> tuple[Link, ...]:
    """Return the links back from an archive: to the page above it and to the landing page."""
    archive = listed.archive
    above = [edition.archives.landing]
    if archive.kind == "month":
        above += [year for year in edition.archives.years if year.name == archive.name[:4]]
    elif archive.term:
        above += [edition.archives.kinds[archive.kind]]
    return tuple(
        Link(name_of(up, edition), relative(edition.url(up.source), base))
        for up in above
        if up.source in edition.archive_files
    )
