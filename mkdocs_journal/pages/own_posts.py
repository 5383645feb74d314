"""Fragments about one post, as our own templates write them; see `own_fragments`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mkdocs_journal.language.labels import Labels
from mkdocs_journal.pages.own_parts import byline, escaped, profile, size_of, terms_of, time_of
from mkdocs_journal.pages.post_views import Link, LinkView, PostView, UpdateView
from mkdocs_journal.pages.profile_views import ProfileView
from mkdocs_journal.pages.series_views import SeriesView

_IN_LIST, _ON_PAGE = 5, 100
"""The most terms that are shown."""


def post_header(
    *, post: PostView, labels: Labels, heading: Markup, own_heading: bool, show_facts: bool, series: Iterable[SeriesView]
) -> str:
    """Return the part above the body of a post: `post-header.html`."""
    facts, cover, about = byline(post, labels) if show_facts else "", post.cover, post.description
    name = "" if own_heading else f'<data class="p-name" value="{escaped(post.title)}"></data>'
    summary = f'<data class="p-summary" value="{escaped(about)}"></data>' if about else ""
    picture = ""
    if cover:
        picture = f'src="{escaped(cover.url)}" alt="{escaped(cover.alt)}"{size_of(cover)}'
        picture = f'<img class="journal-picture u-photo" {picture}>\n'
    start = (
        f'{_badges(post, labels, in_list=False)}{heading}\n{facts}<data class="u-url" value="{escaped(post.url)}"></data>\n'
    )
    return f"{start}{name}\n{summary}\n{picture}{''.join([_series_box(one, post, labels) for one in series])}"


def _badges(post: PostView, labels: Labels, *, in_list: bool) -> str:
    """Return the pills above the title of a post: `badges.html`."""
    language, out = post.labels_language, []
    if in_list and post.pinned:
        out.append(f'<p class="journal-badge"{language}>{escaped(labels("pinned"))}</p>\n')
    said = [post.state] if post.state != "published" else []
    said += ["uncommitted"] if post.uncommitted and not in_list else []
    out += [f'<p class="journal-badge" role="note"{language}>{escaped(labels(one))}</p>\n' for one in said]
    return "".join(out)


def _series_box(one: SeriesView, post: PostView, labels: Labels) -> str:
    """Return the series that a post is a part of: `series-box.html`."""
    summary = escaped(labels("part_of", part=one.part, parts=one.parts, series=one.name))
    lines = [
        f'<li><a href="{escaped(link.url)}">{escaped(link.name)}</a></li>\n'
        if link.url
        else f'<li><span aria-current="page">{escaped(link.name)}</span></li>\n'
        for link in one.posts
    ]
    archive = escaped(labels("series_archive", name=one.name))
    start = f'<details class="journal-box"{post.labels_language}>\n<summary>{summary}</summary>\n<ol start="{one.first}">\n'
    end = f'</ol>\n<p><a class="p-category" href="{escaped(one.url)}">{archive}</a></p>\n</details>'
    return f"{start}{''.join(lines)}{end}"


def post_footer(  # noqa: PLR0913 - the variables of the template
    *,
    post: PostView,
    labels: Labels,
    series: Sequence[SeriesView],
    show_tags: bool,
    people: Iterable[ProfileView],
    older: Link | None,
    newer: Link | None,
    links: Sequence[LinkView] | None,
    related: str | None,
) -> str:
    """Return the part below the body of a post: `post-footer.html`, and `post-end.html`, which is empty."""
    out = [f'<div class="journal-footer" data-pagefind-ignore="all"{post.labels_language}>\n']
    if post.updates:
        out.append(_history(post, labels))
    boxes = {one.url for one in series}
    if others := [one for one in post.series if one.url not in boxes]:
        out.append(terms_of(post, labels, "series", others, _ON_PAGE))
    if show_tags and post.tags:
        out.append(terms_of(post, labels, "tags", post.tags, _ON_PAGE))
    if links:
        start = (
            f'<aside class="journal-box journal-links">\n<p class="journal-label">{escaped(labels("links"))}</p>\n<ul>\n'
        )
        out.append(f"{start}{_links(links)}</ul>\n</aside>")
    out += [profile(author, labels) for author in people]
    if related:
        start = f'<aside class="journal-related">\n<p class="journal-label">{escaped(labels("related"))}</p>\n'
        out.append(f"{start}{related}\n</aside>")
    if older or newer:
        out.append(f'<nav class="journal-around" aria-label="{escaped(labels("around"))}">\n')
        out.append(_beside(older, "journal-older", "prev", labels("previous_post")))
        out.append(_beside(newer, "journal-newer", "next", labels("next_post")))
        out.append("</nav>\n")
    out.append("</div>")
    return "".join(out)


def _history(post: PostView, labels: Labels) -> str:
    """Return the dated updates inside a post, and its first day."""
    lines = [f"<li>{_update(update, labels)}</li>\n" for update in post.updates]
    first = ""
    if date := post.date:
        first = f"<li>{time_of(date, labels('published_on', day=date.text))}</li>"
    start = f'<details class="journal-box journal-history">\n<summary>{escaped(labels("history"))}</summary>\n<ul>\n'
    return f"{start}{''.join(lines)}{first}\n</ul>\n</details>\n"


def _update(update: UpdateView, labels: Labels) -> str:
    day, url = time_of(update.day, update.day.text), escaped(update.url)
    if not update.text:
        return f'<a href="{url}">{day}</a>' if url else day
    text = escaped(update.text)
    return f"{day}{escaped(labels('colon'))}" + (f'<a href="{url}">{text}</a>' if url else text)


def _links(links: Iterable[LinkView]) -> str:
    """Return pages to read as well, and those below headings."""
    out = []
    for link in links:
        name = escaped(link.name)
        if link.url:
            detail = f" – {escaped(link.detail)}" if link.detail else ""
            name = f'<a href="{escaped(link.url)}">{name}{detail}</a>'
        parts = f"<ul>\n{_links(link.parts)}\n</ul>\n" if link.parts else ""
        out.append(f"<li>{name}{parts}</li>\n")
    return "".join(out)


def _beside(link: Link | None, kind: str, rel: str, label: str) -> str:
    if link is None:
        return ""
    return (
        f'<a class="{kind}" rel="{rel}" href="{escaped(link.url)}"><span>{escaped(label)}</span> {escaped(link.name)}</a>'
    )


def entry(*, post: PostView, labels: Labels, level: int) -> str:
    """Return a post with its excerpt: `entry.html`."""
    excerpt, title, shown = post.excerpt, escaped(post.title), ""
    if excerpt:
        clamped = " journal-clamped" if post.clamped else ""
        shown = f'<div class="journal-excerpt p-summary{clamped}">{escaped(excerpt)}</div>'
    elif post.description:
        shown = f'<p class="journal-excerpt p-summary">{escaped(post.description)}</p>'
    out = [f'<article class="journal-entry h-entry"{post.language}>\n{_entry_head(post, labels, level)}{shown}\n']
    if post.more:
        words = f'{escaped(labels("continue"))}<span class="journal-hidden">{escaped(labels("colon"))}{title}</span>'
        out.append(f'<p class="journal-more"{post.labels_language}><a href="{escaped(post.url)}">{words}</a></p>\n')
    if post.tags:
        out.append(terms_of(post, labels, "tags", post.tags, _IN_LIST))
    out.append("</article>")
    return "".join(out)


def card(*, post: PostView, labels: Labels, level: int) -> str:
    """Return a post as a card: `card.html`."""
    summary = post.summary
    shown = f'<p class="journal-excerpt p-summary">{escaped(summary)}</p>\n' if summary else ""
    start = f'<article class="journal-entry journal-card h-entry"{post.language}>\n'
    return f"{start}{_entry_head(post, labels, level)}{shown}</article>"


def _entry_head(post: PostView, labels: Labels, level: int) -> str:
    """Return the beginning of a post in a list, `entry-head.html`: its cover, `cover.html`, pills, title and byline."""
    cover, url = "", escaped(post.url)
    if picture := post.cover:
        image = f'<img class="u-photo" src="{escaped(picture.url)}" alt=""{size_of(picture)} loading="lazy">'
        cover = f'<a class="journal-cover" href="{url}" tabindex="-1" aria-hidden="true">{image}</a>'
    title = f'<h{level}><a class="u-url p-name" href="{url}">{escaped(post.title)}</a></h{level}>\n'
    return f"{cover}{_badges(post, labels, in_list=True)}{title}{byline(post, labels)}"


def row(*, post: PostView, labels: Labels, with_year: bool) -> str:
    """Return a post as a line: `row.html`."""
    date, updated = post.date, post.updated
    day = f"{time_of(date, date.text if with_year else date.short, 'dt-published')} " if date else ""
    changed = ""
    if updated:
        changed = f" {time_of(updated, labels('updated', day=updated.text), 'journal-updated dt-updated')}"
    link = f'<a class="u-url p-name" href="{escaped(post.url)}"{post.language}>{escaped(post.title)}</a>'
    return f'<li class="h-entry">{day}<span>{link}{changed}</span></li>'
