"""What is done to the host's pages: metadata, neighbours, headings, stamps and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any, Final

from markdown.extensions.toc import slugify
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.hosts.mkdocs.paths import place_of, shown
from mkdocs_journal.hosts.mkdocs.post_views import Link, post_view
from mkdocs_journal.hosts.mkdocs.previews import withheld_posts
from mkdocs_journal.hosts.mkdocs.profiles import profile_view
from mkdocs_journal.hosts.mkdocs.site import Site
from mkdocs_journal.hosts.mkdocs.templates import Fragments
from mkdocs_journal.hosts.mkdocs.views import archive_links, feed_groups, feed_views, name_of, pager, title_of
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.text.headings import repeats
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.text.opening_heading import any_heading, opening_heading
from mkdocs_journal.text.updates import with_anchors
from mkdocs_journal.urls.links import relative

_ID: Final = re.compile('id="([^"]*)"')


def relate(site: Site, config: MkDocsConfig) -> None:
    """Give each page of ours its neighbours, its place in the nav and its date for the sitemap."""
    landing = _page(site.landing, config) if site.landing else None
    parent = landing.parent if landing else None
    for post in site.posts.values():
        page = _page(site.post_files[post.source], config)
        page.parent = parent
        changed = post.last_updated or post.date
        page.update_date = changed.date().isoformat() if changed else ""
        around = site.around.get(post.source)
        page.previous_page = _page_of(around.previous, site, config) if around else None
        page.next_page = _page_of(around.next, site, config) if around else None
    for file, listed in site.archive_files.values():
        page = _page(file, config)
        if file.generated_by:
            page.update_date = _newest(listed, site) or page.update_date
        if page is not landing and not _in_nav(page):
            page.parent = parent
            sources = site.pages_of(listed.archive)
            page.previous_page = _other_page(sources.get(listed.number - 1), site, config)
            page.next_page = _other_page(sources.get(listed.number + 1), site, config)


def _page(file: File, config: MkDocsConfig) -> Page:
    """Return the host's page of a file; it is there but for drafts."""
    return file.page if file.page is not None else Page(None, file, config)


def _page_of(post: Post | None, site: Site, config: MkDocsConfig) -> Page | None:
    return _page(site.post_files[post.source], config) if post else None


def _other_page(source: Any, site: Site, config: MkDocsConfig) -> Page | None:
    return _page(site.archive_files[source][0], config) if source else None


def _in_nav(page: Page) -> bool:
    return page.parent is not None or page.previous_page is not None or page.next_page is not None


def _newest(listed: ArchivePage, site: Site) -> str:
    archive = site.archives.landing if listed.archive.kind == "subscribe" else listed.archive
    posts = archive.posts or tuple(post for part in archive.parts for post in part.posts)
    days = [(post.last_updated or post.date) for post in posts]
    return max((day.date().isoformat() for day in days if day), default="")


def describe_post(page: Page, post: Post, config: MkDocsConfig) -> None:
    """Fill `page.meta` of a post; a template that the theme does not have is left out."""
    meta: MutableMapping[str, Any] = {**page.meta, **post.meta}
    meta["title"] = themed(post.title)
    if post.description:
        meta["description"] = themed(post.description)
    if post.tags or "tags" in meta:
        meta["tags"] = [themed(tag) for tag in post.tags]
    if post.authors or "authors" in meta:
        meta["authors"] = [themed(author.name) for author in post.authors]
    if "author" in meta:
        meta["author"] = themed(", ".join(author.name for author in post.authors))
    if "template" in meta and not _has_template(str(meta["template"]), config):
        meta.pop("template")
    page.meta = meta


def missing_templates(journal: Journal, files: Mapping[PurePosixPath, File], config: MkDocsConfig) -> Iterator[Problem]:
    """Yield what is to be said about posts that ask for a template that the theme does not have."""
    for post in (*journal.public, *journal.withheld):
        template = post.meta.get("template")
        if template is not None and not _has_template(str(template), config):
            place = place_of(post, files[post.source], "template")
            yield problem("J205", place, "template", found=Said(template))


def _has_template(name: str, config: MkDocsConfig) -> bool:
    return ".." not in name and any((Path(folder) / name).is_file() for folder in config.theme.dirs)


def describe_archive(page: Page, listed: ArchivePage, site: Site) -> None:
    """Fill `page.meta` of an archive page; what the user's own page says stays."""
    title = title_of(listed.archive, site)
    if listed.number > 1:
        title += " – " + site.labels("page_of", page=listed.number, pages=listed.of)
    meta: dict[str, Any] = {"title": themed(title), "search": {"exclude": True}, "social": {"cards": False}}
    page.meta = {**meta, **page.meta} if page.file.generated_by else {**page.meta, "search": {"exclude": True}}


def themed(text: str) -> str:
    """Return a text that is safe where a theme prints it as it is, and right where it escapes it.

    Themes print titles without escaping. Only what would be markup is changed, so that ordinary text is plain text.
    """
    if not re.search(r"[<>\"]|&(?=#|\w+;)", text):
        return text
    return Markup(re.sub(r"&(?=#|\w+;)", "&amp;", text).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;"))  # noqa: S704


def spare_markdown(site: Site) -> None:
    """Spare generated pages, which have no text of their own, and posts in HTML the host's Markdown run."""
    for file, _ in site.archive_files.values():
        if file.generated_by and file.page:
            _without_markdown(file.page)
    for post in site.posts.values():
        if is_html(post.source) and (page := site.post_files[post.source].page):
            _without_markdown(page, post.body)


def _without_markdown(page: Page, html: str = "") -> None:
    """Spare a page the host's Markdown run: a generated one has no text of its own, the body of another is HTML."""

    def render(config: MkDocsConfig, files: object) -> None:  # noqa: ARG001 - the host's signature
        page.content = html
        page.toc = TableOfContents([])
        page.present_anchor_ids = set()

    page.render = render  # type: ignore[method-assign]


def show_post(page: Page, post: Post, site: Site, fragments: Fragments, *, show_tags: bool, show_around: bool) -> None:
    """Put title, stamps and terms around the body of a post."""
    body = page.content or ""
    if post.updates:
        body = with_anchors(body)
    view = post_view(post, site, page.url, body=body)
    heading, body = _split_heading(body, post)
    own = heading or _own_heading(page, post, body)
    around = site.around.get(post.source)
    older = _link(around.previous, site, page.url) if around and show_around else None
    newer = _link(around.next, site, page.url) if around and show_around else None
    header = fragments.render("post-header", post=view, labels=site.labels, own_heading=not heading)
    footer = fragments.render("post-footer", post=view, labels=site.labels, show_tags=show_tags, older=older, newer=newer)
    inside = f'{own}\n{header}<div class="e-content">{body}\n</div>\n{footer}'
    if post.canonical_url:
        page.canonical_url = post.canonical_url  # the sitemap, which names the page's own, is written before
    page.content = f'<div class="journal-post h-entry">\n{inside}</div>'


def _split_heading(body: str, post: Post) -> tuple[str, str]:
    """Return the heading that stands for the title and what is below it; the heading is empty if there is none."""
    titled = post.titled_by == "heading"
    found = any_heading(body) if titled else opening_heading(body)
    if found is None or not (titled or repeats(plain_text(found.inside), post.title)):
        return "", body
    return body[: found.end], body[found.end :]


def _own_heading(page: Page, post: Post, body: str) -> str:
    """Return the title as a heading, and put it at the top of the table of contents."""
    anchor = wanted = slugify(post.title, "-") or "post"
    number = 1
    taken = frozenset(_ID.findall(body)) if f'id="{anchor}"' in body else frozenset()
    while anchor in taken:
        number += 1
        anchor = f"{wanted}_{number}"
    title = escape(post.title)
    _set_toc(page, title, anchor)
    return f'<h1 id="{anchor}" class="p-name">{title}</h1>'


def _set_toc(page: Page, title: str, anchor: str) -> None:
    """Make the title the one first entry of the table of contents, with what was there below it."""
    top = AnchorLink(title, anchor, 1)
    top.children = list(page.toc)
    page.toc = TableOfContents([top])


def _link(post: Post | None, site: Site, base: str) -> Link | None:
    return Link(post.title, site.link(post, base)) if post else None


def show_archive(page: Page, listed: ArchivePage, site: Site, fragments: Fragments) -> None:
    """Put the list of an archive below the page's own text."""
    archive, base = listed.archive, page.url
    landing, subscribe = archive.kind == "index", archive.kind == "subscribe"
    first = listed.number == 1
    values: Mapping[str, object] = {
        "labels": site.labels,
        "posts": [post_view(post, site.home(post), base, with_excerpt=landing) for post in listed.posts],
        "withheld": withheld_posts(site, base) if landing and first else (),
        "parts": archive_links(archive.parts, site, base) if first else (),
        "pager": pager(listed, site, base),
        "kinds": archive_links(tuple(site.archives.kinds.values()), site, base) if landing and first else (),
        "feeds": feed_views(site.feeds if landing or subscribe else site.feeds_of(archive), site, base) if first else (),
        "groups": feed_groups(site, base) if subscribe else (),
        "subscribe": _subscribe(site, base) if landing and first else None,
        "up": _up(listed, site, base),
        "title": title_of(archive, site),
        "author": profile_view(archive.term, site, base) if archive.term and archive.kind == "authors" and first else None,
    }
    body = page.content or ""
    if page.file.generated_by:
        title = Markup.escape(page.meta["title"])
        body = f'<h1 id="journal-archive">{title}</h1>\n{body}'
        _set_toc(page, str(title), "journal-archive")
    fragment = "index" if landing else "subscribe" if subscribe else "archive"
    page.content = f"{body}\n{fragments.render(fragment, **values)}"


def _subscribe(site: Site, base: str) -> Link | None:
    """Return the way to the page that lists the feeds."""
    page = site.archives.subscribe
    shown = page is not None and page.source in site.archive_files
    return Link(title_of(page, site), relative(site.url(page.source), base)) if page and shown else None


def show_problems(page: Page, problems: Sequence[Problem], site: Site, fragments: Fragments) -> None:
    """Show in the place of a post what is wrong with it."""
    page.content = str(fragments.render("problem", problems=problems, file=shown(page.file), labels=site.labels))


def _up(listed: ArchivePage, site: Site, base: str) -> tuple[Link, ...]:
    """Return the way back from an archive: to the page above it and to the landing page."""
    archive = listed.archive
    above = [site.archives.landing]
    if archive.kind == "month":
        above += [year for year in site.archives.years if year.name == archive.name[:4]]
    elif archive.term:
        above += [site.archives.kinds[archive.kind]]
    return tuple(
        Link(name_of(up, site), relative(site.url(up.source), base)) for up in above if up.source in site.archive_files
    )
