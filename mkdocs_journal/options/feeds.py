"""The options of feeds: what they are when checked, and the description of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mkdocs_journal.options import feed_values as values
from mkdocs_journal.options import values as option_values
from mkdocs_journal.options.option import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """Which feeds are written, and what they hold. Each field is described in `FEED_OPTIONS`."""

    atom: str | None = "feed.xml"
    rss: str | None = "rss.xml"
    json: str | None = "feed.json"
    terms: tuple[str, ...] = ("atom",)
    also: Mapping[str, str] = field(default_factory=dict)
    """The format of each further path."""
    limit: int = 20
    content: str = "full"
    max_bytes: int = 5_000_000
    ids: str | None = None
    """None: `jekyll-feed` with `compat: jekyll`, else `url`; either only without an `id_base`."""
    id_base: str | None = None
    email: bool = False
    archive: bool = False
    hub: str | None = None
    updates: bool = False
    icon: str | None = None
    """None: the favicon of the site; empty: none."""
    logo: str | None = None

    @property
    def wanted(self) -> bool:
        """Whether there is a feed at all."""
        return bool(self.atom or self.rss or self.json or self.also)


FEED_OPTIONS: Final = (
    Option(
        "feeds.atom",
        values.path,
        "feed.xml",
        "The Atom feed, below the folder; with a leading `/` below the site; `false`: none.",
        "/feed.xml",
    ),
    Option("feeds.rss", values.path, "rss.xml", "The RSS 2.0 feed, in the same way.", "false"),
    Option("feeds.json", values.path, "feed.json", "The JSON Feed 1.1, in the same way.", "posts.json"),
    Option(
        "feeds.terms",
        values.formats,
        "[atom]",
        "The formats of the feeds of each tag, category, author and series: `feed.xml`, `rss.xml` and `feed.json` in the "
        "folder of their list. `[]`: none.",
        "[atom, rss, json]",
    ),
    Option(
        "feeds.also",
        values.also,
        "{}",
        "Old addresses at which the same feeds are written again, with the format of each; a list is enough if the file "
        "names show the format. Paths work as above.",
        "{/feed_rss_created.xml: rss, /atom.xml: atom}",
    ),
    Option("feeds.limit", option_values.count, "20", "The number of newest posts in a feed.", "50"),
    Option(
        "feeds.content",
        values.content,
        "full",
        "`full`: the whole text of each post; `excerpt`: what lists show of it.",
        "excerpt",
    ),
    Option(
        "feeds.max_bytes",
        values.size,
        "5000000",
        "The size of a feed above which older posts have only their excerpt, as feed readers reject large feeds.",
        "1000000",
    ),
    Option(
        "feeds.ids",
        values.ids,
        "null",
        "The ID in feeds of a post without `guid`: `url`, its address; `jekyll-feed`, the ID that this Jekyll plugin "
        "writes; or a front matter key that contains it. Without the option: `id_base`, else `jekyll-feed` with "
        "`compat: jekyll`, else `url`.",
        "url",
    ),
    Option(
        "feeds.id_base",
        values.id_base,
        "null",
        "The beginning of the IDs of feeds and posts, instead of `site_url`, so that they are the same in every version "
        "of the site.",
        "'tag:example.org,2024:docs'",
    ),
    Option("feeds.email", values.switch, "false", "Whether Atom feeds contain the e-mail addresses of authors.", "true"),
    Option(
        "feeds.archive",
        values.switch,
        "false",
        "Whether older posts are in archive feeds, linked from the feed as in RFC 5005, so that readers can fetch all.",
        "true",
    ),
    Option(
        "feeds.hub",
        values.address,
        "null",
        "The WebSub hub that notifies feed readers; the job that publishes the site must notify the hub.",
        "https://pubsubhubbub.appspot.com/",
    ),
    Option(
        "feeds.updates",
        values.switch,
        "false",
        "Whether each dated update inside a post is an entry of its own.",
        "true",
    ),
    Option(
        "feeds.icon",
        values.picture,
        "null",
        "The small square picture of the site that readers show beside its name: a path below the site or an address. "
        "Without it: the favicon of the theme; `false`: none.",
        "assets/icon.png",
    ),
    Option(
        "feeds.logo",
        values.picture,
        "null",
        "A larger picture of the site: `logo` in Atom, `image` in RSS (PNG, JPEG or GIF), `icon` in JSON Feed. Without "
        "it: none.",
        "assets/logo.png",
    ),
)
"""In the order of the documentation."""
