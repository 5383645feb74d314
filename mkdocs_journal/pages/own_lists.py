"""Fragments that list posts, archives and feeds, as our own templates write them; see `own_fragments`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mkdocs_journal.language.labels import Labels
from mkdocs_journal.pages.archive_views import FeedGroup, FeedView, LetterGroup, MonthGroup, Pager
from mkdocs_journal.pages.own_parts import back, count, counts, escaped, feed_link, pager_of, profile, time_of
from mkdocs_journal.pages.post_views import Link, PostView
from mkdocs_journal.pages.profile_views import ProfileView


def list_excerpts(*, entries: Iterable[str], title: str, is_feed: bool, **_: object) -> str:
    """Return a list of posts with excerpts: `list-excerpts.html`."""
    return _list("journal-list", entries, title, is_feed)


def list_cards(*, entries: Iterable[str], title: str, is_feed: bool, **_: object) -> str:
    """Return a list of posts as cards: `list-cards.html`."""
    return _list("journal-list journal-cards", entries, title, is_feed)


def _list(classes: str, entries: Iterable[str], title: str, is_feed: bool) -> str:  # noqa: FBT001 - private
    feed = " h-feed" if is_feed else ""
    name = f'<data class="p-name" value="{escaped(title)}"></data>\n' if title else ""
    return f'<div class="{classes}{feed}">\n{name}{_lines(entries)}</div>'


def _lines(parts: Iterable[str]) -> str:
    return "".join([f"{part}\n" for part in parts])


def list_compact(*, rows: Iterable[str], is_feed: bool, **_: object) -> str:
    """Return a list of posts as lines of date and title: `list-compact.html`."""
    feed = " h-feed" if is_feed else ""
    return f'<ul class="journal-compact{feed}">\n{_lines(rows)}</ul>'


def index(  # noqa: PLR0913 - the variables of the template
    *,
    labels: Labels,
    heading: Markup,
    posts: str,
    folder: str,
    pager: Pager,
    withheld: Sequence[PostView],
    parts: Sequence[Link],
    kinds: Sequence[Link],
    feeds: Sequence[FeedView],
    subscribe: Link | None,
    **_: object,
) -> str:
    """Return the landing page: `index.html`."""
    out = [f"{heading}\n", f"{posts}\n" if posts else _no_posts(labels, folder)]
    if pager.of > 1:
        out.append(pager_of(pager, labels))
    if withheld:
        out.append(_withheld(withheld, labels))
    if parts or kinds or feeds:
        out.append(f'<nav class="journal-archives" aria-label="{escaped(labels("archive"))}">\n')
        if parts:
            out.append(f'<p class="journal-label">{escaped(labels("archive"))}</p>\n{counts(parts, labels)}')
        if kinds or feeds:
            ways = " ".join([f'<a href="{escaped(kind.url)}">{escaped(kind.name)}</a>' for kind in kinds])
            more = f' <a href="{escaped(subscribe.url)}">{escaped(subscribe.name)}</a>' if subscribe else ""
            to_feeds = "".join([f" {feed_link(feed)}" for feed in feeds])
            out.append(f'<p class="journal-ways">\n{ways}{more}\n{to_feeds}</p>\n')
        out.append("</nav>\n")
    return "".join(out)


def _no_posts(labels: Labels, folder: str) -> str:
    how = f"<p>{escaped(labels('no_posts_how', folder=folder))}</p>\n" if folder else ""
    return f'<div class="journal-box">\n<p>{escaped(labels("no_posts"))}</p>\n{how}</div>\n'


def _withheld(posts: Iterable[PostView], labels: Labels) -> str:
    """Return the posts that only `mkdocs serve` shows."""
    lines = []
    for post in posts:
        day = f"{time_of(post.date, post.date.text)} " if post.date else ""
        link = f'<a href="{escaped(post.url)}">{escaped(post.title)}</a>'
        lines.append(f'<li><span class="journal-badge">{escaped(labels(post.state))}</span> {day}{link}</li>\n')
    label = f'<p class="journal-label">{escaped(labels("only_here"))}</p>'
    start = f'<div class="journal-withheld" data-pagefind-ignore="all">\n{label}\n<ul>\n'
    return f"{start}{''.join(lines)}</ul>\n</div>\n"


def archive(  # noqa: PLR0913 - the variables of the template
    *,
    labels: Labels,
    heading: Markup,
    title: str,
    groups: Sequence[MonthGroup],
    posts: str,
    parts: Iterable[LetterGroup],
    people: Sequence[ProfileView],
    pager: Pager,
    feeds: Sequence[FeedView],
    up: Sequence[Link],
    author: ProfileView | None,
    description: str,
) -> str:
    """Return the archive of a year, month or term, or the list of all terms of a kind: `archive.html`."""
    out = [back(up=up) if up else "", f"{heading}\n"]
    if author:
        out.append(profile(author, labels))
    if description:
        out.append(f'<p class="journal-description">{escaped(description)}</p>\n')
    for group in parts:
        out.append(f'<h2 class="journal-letter">{escaped(group.letter)}</h2>\n' if group.letter else "")
        out.append(counts(group.links, labels))
    if people:
        cards = "".join([profile(one, labels) for one in people])
        out.append(f'<div class="journal-people">\n{cards}</div>\n')
    out.append(f"{posts}\n")
    if groups:
        name = f'<data class="p-name" value="{escaped(title)}"></data>\n'
        months = "".join([_month(group, labels) for group in groups])
        out.append(f'<div class="h-feed">\n{name}{months}</div>\n')
    if pager.of > 1:
        out.append(pager_of(pager, labels))
    if feeds:
        ways = "".join([f"{feed_link(feed)} " for feed in feeds])
        out.append(f'<div class="journal-archives">\n<p class="journal-ways">{ways}</p>\n</div>\n')
    return "".join(out)


def _month(group: MonthGroup, labels: Labels) -> str:
    """Return the posts of a month on the page of its year."""
    name = escaped(group.name)
    linked = f'<a href="{escaped(group.url)}">{name}</a>' if group.url else name
    return f'<h2 class="journal-month">{linked} {count(group.count, labels)}</h2>\n{group.posts}\n'


def subscribe(
    *,
    labels: Labels,
    heading: Markup,
    feeds: Iterable[FeedView],
    groups: Iterable[FeedGroup],
    up: Sequence[Link],
    **_: object,
) -> str:
    """Return the page that lists the feeds: `subscribe.html`."""
    lines = [
        f'<li>{feed_link(feed)} <a class="journal-address" href="{escaped(feed.url)}">{escaped(feed.address)}</a></li>\n'
        for feed in feeds
    ]
    start = f"{back(up=up) if up else ''}{heading}\n<p>{escaped(labels('subscribe_how'))}</p>\n"
    kinds = "".join([_feeds_of_kind(group, labels) for group in groups])
    return f'{start}<ul class="journal-feeds">\n{"".join(lines)}</ul>\n{kinds}'


def _feeds_of_kind(group: FeedGroup, labels: Labels) -> str:
    """Return the feeds of all tags, categories, authors or series."""
    lines = []
    for part in group.parts:
        name = escaped(part.name)
        more = f'<span class="journal-hidden">{escaped(labels("colon"))}{name}</span>'
        links = "".join([f" {feed_link(feed, more)}" for feed in part.feeds])
        lines.append(f"<li>{name}{links}</li>\n")
    start = f'<details class="journal-box">\n<summary>{escaped(group.name)}</summary>\n<ul class="journal-columns">\n'
    return f"{start}{''.join(lines)}</ul>\n</details>\n"
