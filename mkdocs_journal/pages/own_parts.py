"""The parts that fragments share, as our own templates write them; see `own_fragments`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from mkdocs_journal.language.labels import Labels
from mkdocs_journal.pages.archive_views import FeedView, Pager
from mkdocs_journal.pages.picture_views import PictureView
from mkdocs_journal.pages.post_values import Stamp
from mkdocs_journal.pages.post_views import Link, PostView
from mkdocs_journal.pages.profile_views import ProfileView

DOT: Final = "\u00a0· "
_SIGNS: Final = re.compile("[&<>\"']")


def escaped(text: str) -> str:
    """Return a text as markupsafe escapes it, as plain text again, because it is only joined to others."""
    if type(text) is Markup or not _SIGNS.search(text):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


def time_of(day: Stamp, text: str, classes: str = "") -> str:
    """Return a day with some words."""
    kind = f' class="{classes}"' if classes else ""
    return f'<time{kind} datetime="{escaped(day.iso)}">{escaped(text)}</time>'


def size_of(picture: PictureView) -> str:
    """Return the attributes of the size of a picture, if it is known."""
    return f' width="{picture.width}" height="{picture.height}"' if picture.width else ""


def back(*, up: Iterable[Link], **_: object) -> str:
    """Return the way back, above a title: `back.html`."""
    links = " ".join([f'<a href="{escaped(link.url)}">{escaped(link.name)}</a>' for link in up])
    return f'<p class="journal-back" data-pagefind-ignore="all">{links}</p>'


def byline(post: PostView, labels: Labels) -> str:
    """Return the line below the title of a post, on its page and in lists: `byline.html`."""
    authors, categories, date, comma = post.authors, post.categories, post.date, escaped(labels("comma"))
    out = []
    for number, author in enumerate(authors):
        out.append(comma if number else "")
        if author.avatar:
            picture = f'src="{escaped(author.avatar.url)}" alt="" width="26" height="26" loading="lazy"'
            out.append(f'<img class="journal-avatar" {picture}> ')
        name = escaped(author.name)
        linked = f'<a class="p-author h-card" href="{escaped(author.url)}" rel="author">{name}</a>'
        out.append(linked if author.url else f'<span class="p-author h-card">{name}</span>')
    if date:
        out += DOT if authors else "", time_of(date, date.text, "journal-date dt-published")
    if time := post.reading_time:
        out.append(f'{DOT if authors or date else ""}<span class="journal-reading">{escaped(time)}</span>')
    for number, category in enumerate(categories):
        out += comma if number else DOT, _term(category)
    if updated := post.updated:
        out += DOT, time_of(updated, labels("updated", day=updated.text), "journal-updated dt-updated")
    return f'<p class="journal-byline" data-pagefind-ignore="all"{post.labels_language}>{"".join(out)}</p>'


def _term(term: Link) -> str:
    """Return a term, linked if it has a page."""
    name = escaped(term.name)
    if not term.url:
        return f'<span class="p-category">{name}</span>'
    return f'<a class="p-category" href="{escaped(term.url)}" rel="tag">{name}</a>'


def terms_of(post: PostView, labels: Labels, kind: str, terms: Sequence[Link], most: int) -> str:
    """Return tags or series of a post as pills: `terms.html`; a list shows the first of them and the number of others."""
    lines = "".join([f"{_term(term)}\n" for term in terms[:most]])
    rest = f'<span class="journal-rest">+{len(terms) - most}</span>\n' if len(terms) > most else ""
    start = f'<p class="journal-terms journal-{kind}"{post.labels_language}>\n'
    return f'{start}<span class="journal-hidden">{escaped(labels(kind))}</span>\n{lines}{rest}</p>'


def counts(links: Iterable[Link], labels: Labels) -> str:
    """Return archives as pills with the number of their posts: `counts.html`."""
    lines = [
        f'<li><a href="{escaped(link.url)}">{escaped(link.name)} {count(link.count, labels)}</a></li>\n' for link in links
    ]
    return f'<ul class="journal-counts">\n{"".join(lines)}</ul>'


def count(number: int, labels: Labels) -> str:
    """Return a number of posts, for the eye, and in words."""
    words = escaped(labels.count("posts", number))
    shown = f'<span class="journal-count" aria-hidden="true">{number}</span>'
    return f'{shown}<span class="journal-hidden">{words}</span>'


def pager_of(pager: Pager, labels: Labels) -> str:
    """Return links to the other pages of a list: `pager.html`."""
    name = escaped(labels("page_of", page=pager.number, pages=pager.of))
    newer = f'<a rel="prev" href="{escaped(pager.newer)}">{escaped(labels("newer"))}</a>' if pager.newer else ""
    older = f'<a rel="next" href="{escaped(pager.older)}">{escaped(labels("older"))}</a>' if pager.older else ""
    here = str(pager.number)
    pages = [
        f'<span aria-current="page">{page.name}</span>\n'
        if page.name == here
        else f'<a href="{escaped(page.url)}">{page.name}</a>\n'
        for page in pager.pages
    ]
    return f'<nav class="journal-pager" aria-label="{name}">\n{newer}\n{"".join(pages)}{older}\n</nav>'


def feed_link(feed: FeedView, more: str = "") -> str:
    """Return the link to a feed."""
    address = f'type="{escaped(feed.mime_type)}" href="{escaped(feed.url)}"'
    return f'<a class="journal-feed" {address}>{escaped(feed.name)}{more}</a>'


def profile(author: ProfileView, labels: Labels) -> str:
    """Return an author, on their page, below posts, and in the list of authors: `profile.html`."""
    avatar, name = author.avatar, escaped(author.name)
    picture = f'src="{escaped(avatar.url)}" alt=""{size_of(avatar)} loading="lazy"' if avatar else ""
    picture = f'<img class="journal-avatar u-photo" {picture}>' if avatar else ""
    named = f'<span class="p-name">{name}</span>'
    if author.page:
        named = f'<a class="p-name u-uid u-url" href="{escaped(author.page)}">{name}</a>'
    number = f' <span class="journal-count">{escaped(labels.count("posts", author.count))}</span>' if author.count else ""
    about = f'<p class="p-note">{escaped(author.description)}</p>' if author.description else ""
    start = (
        f'<div class="journal-profile h-card">\n{picture}\n<div>\n<p class="journal-name">{named}{number}</p>\n{about}\n'
    )
    return f"{start}{_ways_to(author)}</div>\n</div>"


def _ways_to(author: ProfileView) -> str:
    """Return the links of an author, if there are any and this is not the list of authors."""
    if author.count or not (author.links or author.email):
        return ""
    links = [f'<a class="u-url" rel="me" href="{escaped(link.url)}">{escaped(link.name)}</a>' for link in author.links]
    mail = escaped(author.email)
    mail = f' <a class="u-email" rel="me" href="mailto:{mail}">{mail}</a>' if mail else ""
    return f'<p class="journal-ways">\n{" ".join(links)}{mail}\n</p>\n'
