"""The options below `feeds`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_journal.options import archive_values, feed_values, values
from mkdocs_journal.options.option import option, optional


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """Which feeds are written, and what they contain."""

    atom: str | None = option(
        feed_values.path,
        "feed.xml",
        "The Atom feed, below the folder; with a leading `/` below the site; `false`: none.",
        "/feed.xml",
    )
    rss: str | None = option(feed_values.path, "rss.xml", "The RSS 2.0 feed, in the same way.", "false")
    json: str | None = option(feed_values.path, "feed.json", "The JSON Feed 1.1, in the same way.", "posts.json")
    terms: tuple[str, ...] = option(
        feed_values.formats,
        ["atom"],
        "The formats of the feeds of each tag, category, author and series: `feed.xml`, `rss.xml` and `feed.json` in the "
        "folder of their list. `[]`: none.",
        "[atom, rss, json]",
    )
    term_paths: Mapping[str, str] = option(
        archive_values.feeds_of_terms,
        {},
        "The addresses of the feeds of terms by kind, instead of those in the folders of their lists: patterns as in "
        "`archives`. They are for the first format of `terms`.",
        "{categories: /feed/:name.xml}",
    )
    also: Mapping[str, str] = option(
        feed_values.also,
        {},
        "Further paths at which the same feeds are written, for example old addresses, each with its format; a list is "
        "enough if the names contain the format. Paths are written as for `feeds.atom`.",
        "{/feed_rss_created.xml: rss, /atom.xml: atom}",
    )
    limit: int = option(values.count, 20, "The number of posts in a feed; the newest are taken.", "50")
    content: str = option(
        feed_values.content,
        "full",
        "`full`: the whole text of each post; `excerpt`: only what lists show of it.",
        "excerpt",
    )
    max_bytes: int = option(
        feed_values.size,
        5_000_000,
        "The size in bytes above which the older posts of a feed have only their excerpt, because feed readers reject very "
        "large feeds.",
        "1000000",
    )
    ids: str | None = optional(
        feed_values.ids,
        None,
        "The identity of a post without `guid`: `url`, its address; `jekyll-feed`, the ID that Jekyll's plugin writes; or "
        "the front matter key that has it. Without the option: made from `id_base` if it is set, else `jekyll-feed` with "
        "`compat: jekyll`, else `url`.",
        "url",
    )
    id_base: str | None = optional(
        feed_values.id_base,
        None,
        "The beginning of the identity of feeds and posts, used instead of `site_url` so that it is the same in every "
        "version of the site.",
        "'tag:example.org,2024:docs'",
    )
    announce: bool = option(
        values.switch,
        True,
        "Whether the head of pages announces the feeds. Switch it off where another address of the feeds is announced, for "
        "example that of one version of the site.",
        "false",
    )
    email: bool = option(values.switch, False, "Whether Atom feeds contain the e-mail addresses of authors.", "true")
    archive: bool = option(
        values.switch,
        False,
        "Whether older posts are written to archive feeds, linked from the feed as RFC 5005 describes, so that they "
        "can all be fetched.",
        "true",
    )
    hub: str | None = optional(
        values.web_address,
        None,
        "The WebSub hub that notifies feed readers. The job that publishes the site has to notify the hub.",
        "https://pubsubhubbub.appspot.com/",
    )
    updates: bool = option(values.switch, False, "Whether each dated update inside a post is an entry of its own.", "true")
    icon: str | None = optional(
        feed_values.picture,
        None,
        "The small square picture that feed readers show beside the name of the site: a path below the site or an address. "
        "Without it: the favicon of the theme; `false`: none.",
        "assets/icon.png",
    )
    """None means the favicon of the theme, empty means no icon."""
    logo: str | None = optional(
        feed_values.picture,
        None,
        "A larger picture of the site: `logo` in Atom, `image` in RSS (PNG, JPEG or GIF), `icon` in JSON Feed. Without "
        "it: none.",
        "assets/logo.png",
    )

    @property
    def wanted(self) -> bool:
        """Whether any feed is written."""
        return bool(self.atom or self.rss or self.json or self.also)
