"""The feeds of a journal, made from its rendered posts and written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.feeds.atom import write_atom
from mkdocs_journal.feeds.content import feed_content
from mkdocs_journal.feeds.entry import Entry, Feed, Person
from mkdocs_journal.feeds.json_feed import write_json_feed
from mkdocs_journal.feeds.rss import write_rss
from mkdocs_journal.host.config import site_path
from mkdocs_journal.host.site import Site
from mkdocs_journal.metadata.head import HeadLink
from mkdocs_journal.model import Post
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.text.excerpt import cut_excerpt, first_words
from mkdocs_journal.text.html import plain_text
from mkdocs_journal.urls.links import relative

_WRITERS: Final[Mapping[str, Callable[[Feed], bytes]]] = {
    "atom": write_atom,
    "rss": write_rss,
    "json": write_json_feed,
}
_SUMMARY: Final = 300
"""Characters of a summary that is cut from the text, about three lines."""


def feed_links(site: Site, config: MkDocsConfig, base: str) -> tuple[HeadLink, ...]:
    """Return what announces the feeds on the page at `base`."""
    title = feed_title(site, config)
    return tuple(
        HeadLink("alternate", relative(feed.url, base), feed.mime_type, f"{title} ({feed.name})") for feed in site.feeds
    )


def feed_title(site: Site, config: MkDocsConfig) -> str:
    """Return the title of the journal's feeds."""
    return site.labels("feed_title", site=config.site_name, journal=site.title)


def write_feeds(site: Site, config: MkDocsConfig) -> None:
    """Write every feed of the journal.

    Raises:
        PluginError: A feed cannot be written; its old version stays.
    """
    if not site.feeds:
        return
    entries = tuple(_entry(post, site.home(post), config) for post in site.journal.posts[: site.options.feeds.limit])
    for route in site.feeds:
        feed = Feed(
            title=feed_title(site, config),
            subtitle=config.site_description or "",
            url=urljoin(site_path(config), site.url(site.archives.landing.source)),
            feed_url=urljoin(site_path(config), route.url),
            id=urljoin(site_path(config), route.url),
            language=str(site.locale).replace("_", "-"),
            copyright=plain_text(config.copyright or ""),
            authors=(Person(config.site_author),) if config.site_author else (),
            entries=entries,
            generator="mkdocs-journal",
            generator_version=version("mkdocs-journal"),
        )
        write_whole(Path(config.site_dir, route.url), _WRITERS[route.format](feed))


def _entry(post: Post, site: Site, config: MkDocsConfig) -> Entry:
    url = urljoin(site_path(config), site.url(post.source))
    html = site.html.get(post.source, "")
    terms = [term.name for kind in ("tags", "categories") for term in site.journal.taxonomies[kind].of(post)]
    return Entry(
        id=url,
        url=site.address(post, site_path(config)),
        title=post.title,
        published=post.shown_date,
        updated=post.last_updated or post.shown_date,
        authors=tuple(Person(author.name, author.url) for author in post.authors),
        categories=tuple(dict.fromkeys(terms)),
        summary=plain_text(post.description) or post.excerpt or first_words(plain_text(cut_excerpt(html)), _SUMMARY),
        content=feed_content(html, url, title=post.title),
    )


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        PluginError: It cannot be written; what was there stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o666 & ~_UMASK)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PluginError(f"journal: {message('J901', path=path, reason=error.strerror or error)} (J901)") from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


_UMASK: Final = _umask()
