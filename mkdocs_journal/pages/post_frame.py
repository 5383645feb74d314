"""What stands around the body of a post: its title, its stamps, its terms."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final, NamedTuple

from markdown.extensions.toc import slugify
from markupsafe import Markup

from mkdocs_journal.archives.relations import Neighbours
from mkdocs_journal.language.locales import page_language_attributes
from mkdocs_journal.pages.post_values import attributes
from mkdocs_journal.pages.post_views import Link, PostView
from mkdocs_journal.pages.profile_views import profiles_of
from mkdocs_journal.pages.relation_views import PageNames, link_views, no_names, related_list
from mkdocs_journal.pages.series_views import SeriesView, series_of
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.headings import repeats
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.opening_heading import any_heading, opening_heading
from mkdocs_journal.text.update_boxes import with_anchors
from mkdocs_journal.urls.links import relative

_ID: Final = re.compile('id="([^"]*)"')


class PageContent(NamedTuple):
    """The content of a page."""

    html: str
    heading: tuple[str, str] | None = None
    """The text and the anchor of the heading that was added, for the table of contents."""
    sidebar: str = ""
    """What stands in the sidebar of the theme, or empty."""


class Shown(NamedTuple):
    """What is shown around the body of a post; a theme may show a part of it itself."""

    tags: bool = True
    neighbours: bool = True
    """Links to the posts before and after it."""
    facts: bool = True
    """The way back, authors, date, reading time, links and related posts; else they stand in a sidebar."""


_ALL: Final = Shown()


def post_content(
    body: str, post: Post, edition: Edition, fragments: Fragments, shown: Shown = _ALL, names: PageNames = no_names
) -> PageContent:
    """Return the body of a post with title, stamps and terms around it.

    Args:
        body: The rendered body.
        post: The post.
        edition: Its journal.
        fragments: Renders what stands around the body.
        shown: What is shown there.
        names: Returns the titles of pages that the post links.
    """
    if post.updates:
        body = with_anchors(body)
    url = edition.url(post.source)
    view = PostView(post, edition, url, body=body)
    heading, body = _split_heading(body, post)
    added = None if heading else (escape(post.title), _free_anchor(post, body))
    own = f'<h1 id="{added[1]}" class="p-name">{added[0]}</h1>' if added else heading
    up = _landing(edition, url)
    series = tuple(series_of(post, edition, url)) if post.series else ()
    above = {"heading": Markup(own), "own_heading": not heading, "show_facts": shown.facts}  # noqa: S704 - of the body, or escaped
    header = fragments.render("post-header", post=view, labels=edition.labels, series=series, **above)
    further = {"links": link_views(post, edition, url, names), "related": related_list(post, edition, url, fragments)}
    here = further if shown.facts else dict.fromkeys(further)
    below = _below(view, post, edition, fragments, shown, series=series, **here)
    beside = "" if shown.facts else _sidebar(fragments, post=view, labels=edition.labels, up=up, **further)
    language = edition.once(("language of a page", post.lang), lambda: _language(post.lang, edition))
    inside = f'{header}<div class="e-content">{body}\n</div>\n{below}'
    back = edition.once(("back", up), lambda: f"{fragments.render('back', up=up)}\n") if up and shown.facts else ""
    start = f'<article class="journal-article h-entry"{language}>'
    return PageContent(f'{start}\n{back}<div class="journal-post">\n{inside}</div>\n</article>', added, beside)


def _sidebar(fragments: Fragments, **values: object) -> str:
    return str(fragments.render("sidebar", **values))


def _language(lang: str, edition: Edition) -> str:
    """Return the attributes of an element with the text of a post in a language."""
    return attributes(page_language_attributes(lang or edition.language, edition.site.language))


def _below(
    view: PostView,
    post: Post,
    edition: Edition,
    fragments: Fragments,
    shown: Shown,
    *,
    series: tuple[SeriesView, ...],
    **further: object,
) -> Markup:
    """Return what stands below the body of a post."""
    url = edition.url(post.source)
    older, newer = _beside(post, edition, url) if shown.neighbours else (None, None)
    return fragments.render(
        "post-footer",
        post=view,
        labels=edition.labels,
        series=series,
        show_tags=shown.tags,
        people=profiles_of(post, edition, url) if edition.options.author_box else (),
        older=older,
        newer=newer,
        **further,
    )


def _landing(edition: Edition, base: str) -> tuple[Link, ...]:
    """Return the way back to the landing page, if there is one."""
    return (Link(edition.landing_name, relative(edition.landing.url, base)),) if edition.landing else ()


def _beside(post: Post, edition: Edition, base: str) -> Iterator[Link | None]:
    """Yield the older and the newer post, each if there is one."""
    beside = edition.neighbours.get(post.source) or Neighbours(None, None)
    for one in (beside.previous, beside.next):
        yield Link(one.title, edition.link(one, base)) if one else None


def _split_heading(body: str, post: Post) -> tuple[str, str]:
    """Return the heading that stands for the title and what is below it; the heading is empty if there is none."""
    titled = post.titled_by == "heading"
    found = any_heading(body) if titled else opening_heading(body)
    if found is None or not (titled or repeats(plain_text(found.inside), post.title)):
        return "", body
    return body[: found.end], body[found.end :]


def _free_anchor(post: Post, body: str) -> str:
    """Return an anchor for the title that the body does not have."""
    anchor = wanted = slugify(post.title, "-") or "post"
    number = 1
    taken = frozenset(_ID.findall(body)) if f'id="{anchor}"' in body else frozenset()
    while anchor in taken:
        number += 1
        anchor = f"{wanted}_{number}"
    return anchor
