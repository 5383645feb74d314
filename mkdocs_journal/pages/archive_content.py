"""The content of the pages that list posts, terms and feeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from markupsafe import Markup

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.language.locales import language_attributes, page_language_attributes
from mkdocs_journal.pages.archive_views import MonthGroup, archive_links, feed_groups, feed_views, lettered, pager
from mkdocs_journal.pages.post_frame import PageContent
from mkdocs_journal.pages.post_lists import ListForm, post_list
from mkdocs_journal.pages.post_values import attributes
from mkdocs_journal.pages.post_views import Link, PostView
from mkdocs_journal.pages.profile_views import profile_cards, profile_view
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.pages.theme_text import themed
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.archive_names import name_of, title_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.urls.links import relative


def page_title(listed: ArchivePage, edition: Edition) -> str:
    """Return the title of a page of an archive, safe where a theme prints it as it is."""
    title = title_of(listed.archive, edition)
    if listed.number > 1:
        page = edition.labels("page_of", page=listed.number, pages=listed.of)
        title = edition.labels("page_title", title=title, page=page)
    return themed(title)


def archive_content(
    body: str, title: str, listed: ArchivePage, edition: Edition, fragments: Fragments, *, generated: bool = True
) -> PageContent:
    """Return the list of an archive below the page's own text.

    Args:
        body: The page's own text, rendered, or empty.
        title: What stands above it on a page that its author has not written.
        listed: What the page lists.
        edition: Its journal.
        fragments: Renders the list.
        generated: Whether the page has no source of its author's.
    """
    heading = (str(Markup.escape(title)), "journal-archive") if generated else None
    if heading:
        body = f'<h1 id="{heading[1]}">{heading[0]}</h1>\n{body}'
    elif other := attributes(language_attributes(edition.language, str(edition.locale))):
        body = f"<div{other}>\n{body}\n</div>"
    values = {"labels": edition.labels, "heading": Markup(body), "title": title_of(listed.archive, edition)}  # noqa: S704
    kind = listed.archive.kind
    if kind == "index":
        html = fragments.render("index", **values, **_of_landing(listed, edition, fragments))
    elif kind == "subscribe":
        html = fragments.render("subscribe", **values, **_of_subscribe(listed, edition))
    else:
        html = fragments.render("archive", **values, **_of_archive(listed, edition, fragments))
    if own := edition.once(("language of lists",), lambda: _language(edition)):
        html = Markup("<div{}>\n{}</div>").format(own, html)
    return PageContent(str(html), heading)


def _language(edition: Edition) -> Markup:
    """Return the attributes of an element with a list."""
    return attributes(page_language_attributes(str(edition.locale), edition.site.language))


def _of_landing(listed: ArchivePage, edition: Edition, fragments: Fragments) -> dict[str, object]:
    base, first = edition.url(listed.source), listed.number == 1
    form = ListForm(layout=edition.options.lists.landing, title=title_of(listed.archive, edition))
    posts = post_list(listed.posts, edition, base, fragments, form)
    return {
        "posts": posts if listed.posts else "",
        "folder": edition.options.folder if edition.serving else "",
        "pager": pager(listed, edition, base),
        "withheld": _withheld_posts(edition, base) if first else (),
        "parts": archive_links(listed.archive.parts, edition, base) if first else (),
        "kinds": archive_links(tuple(edition.archives.kinds.values()), edition, base) if first else (),
        "feeds": feed_views(edition.feeds, edition, base) if first else (),
        "subscribe": _subscribe(edition, base) if first else None,
    }


def _of_subscribe(listed: ArchivePage, edition: Edition) -> dict[str, object]:
    base = edition.url(listed.source)
    feeds, groups = feed_views(edition.feeds, edition, base), feed_groups(edition, base)
    return {"feeds": feeds, "groups": groups, "up": _up(listed, edition, base)}


def _of_archive(listed: ArchivePage, edition: Edition, fragments: Fragments) -> dict[str, object]:
    archive, base, first = listed.archive, edition.url(listed.source), listed.number == 1
    layout = edition.options.lists.of(archive.kind)
    by_month = archive.kind == "year" and layout == "compact"
    dated = archive.kind in {"year", "month"}
    listing = partial(post_list, edition=edition, base=base, fragments=fragments)
    form = ListForm(layout=layout, title=title_of(archive, edition), is_feed=not by_month, with_year=not dated)
    is_index = archive.kind.startswith("all_")
    authors = archive.kind == "all_authors"
    term = archive.term
    return {
        "groups": _months(listed, edition, base, partial(listing, form=form)) if by_month else (),
        "posts": listing(listed.posts, form=form) if listed.posts and not by_month else "",
        "parts": lettered(archive_links(archive.parts, edition, base)) if is_index and not authors else (),
        "people": profile_cards(archive.parts, edition, base) if authors else (),
        "pager": pager(listed, edition, base),
        "feeds": feed_views(edition.feeds_of(archive), edition, base) if first else (),
        "up": _up(listed, edition, base),
        "author": profile_view(term, edition, base) if term and term.kind == "authors" and first else None,
        "description": term.description if term and term.kind != "authors" and first else "",
    }


def _months(
    listed: ArchivePage, edition: Edition, base: str, listing: Callable[[tuple[Post, ...]], Markup]
) -> tuple[MonthGroup, ...]:
    """Return the posts of a page of a year, month by month."""
    months = {month.name: month for month in listed.archive.parts}
    groups = []
    for name, posts in groupby(listed.posts, key=lambda post: f"{post.shown_date.year:04}-{post.shown_date.month:02}"):
        month = months[name]
        url = relative(edition.url(month.source), base) if month.source in edition.archive_files else ""
        groups.append(MonthGroup(name_of(month, edition), url, len(month.posts), listing(tuple(posts))))
    return tuple(groups)


def _withheld_posts(edition: Edition, base: str) -> tuple[PostView, ...]:
    """Return the withheld posts that have a page, as the landing page at `base` lists them; in a build there is none."""
    return tuple(PostView(post, edition, base) for post in edition.journal.withheld if post.source in edition.post_files)


def _subscribe(edition: Edition, base: str) -> Link | None:
    """Return the way to the page that lists the feeds."""
    page = edition.archives.subscribe
    shown = page is not None and page.source in edition.archive_files
    return Link(title_of(page, edition), relative(edition.url(page.source), base)) if page and shown else None


def _up(listed: ArchivePage, edition: Edition, base: str) -> tuple[Link, ...]:
    """Return the links back from an archive: to the page above it and to the landing page."""
    return tuple(
        Link(
            edition.landing_name if up is edition.archives.landing else name_of(up, edition),
            relative(edition.url(up.source), base),
        )
        for up in edition.archives.above(listed.archive)
        if up.source in edition.archive_files
    )
