"""Every option of the plugin, described once.

The host's configuration, the documentation and the commands read `OPTIONS`; `read_options()` checks values against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Final

from mkdocs_journal import option_values as values
from mkdocs_journal.option_values import Scope
from mkdocs_journal.problems.catalogue import Said, message
from mkdocs_journal.zones import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """Which feeds are written, and how long they are."""

    atom: str | None = "feed.xml"
    rss: str | None = "rss.xml"
    json: str | None = "feed.json"
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one journal, checked. Each field is described in `OPTIONS`."""

    folder: str = "journal"
    posts: tuple[str, ...] = ()
    permalink: str = "/:folder/:year/:month/:title/"
    timezone: str | None = None
    locale: str | None = None
    compat: str = "none"
    defaults: tuple[Scope, ...] = ()
    authors: str = ".authors.yml"
    tags: str = "tags.yml"
    per_page: int = 10
    on_error: str = "stop"
    feeds: FeedOptions = field(default_factory=FeedOptions)

    @property
    def zone(self) -> tzinfo:
        """The time zone of dates that carry no offset; UTC without the option."""
        return zone_of(self.timezone, compat=self.jekyll)

    @property
    def jekyll(self) -> bool:
        """Whether to read as Jekyll does wherever we differ on purpose."""
        return self.compat == "jekyll"


@dataclass(frozen=True, slots=True)
class Option:
    """One option."""

    name: str
    """As written below `journal:`; a dot stands for nesting."""
    read: Callable[[object], object]
    """Returns the checked value; raises ValueError with what to write."""
    default: str
    """As it would be written in YAML."""
    description: str
    """For the documentation, one or two sentences."""
    example: str
    """A value worth showing, as written in YAML."""


class OptionError(ValueError):
    """An option has a value that cannot be used.

    Attributes:
        name: The option, as in `OPTIONS`.
    """

    def __init__(self, name: str, found: object, wanted: str) -> None:
        super().__init__(message("J801", option=name, found=Said(found), wanted=wanted))
        self.name = name


OPTIONS: Final = (
    Option(
        "folder",
        values.folder,
        "journal",
        "The folder of the journal below `docs_dir`. Its dated Markdown files are posts.",
        "blog",
    ),
    Option(
        "posts",
        values.texts,
        "[]",
        "Globs of posts outside the folder, below `docs_dir`, in the syntax of `exclude_docs`.",
        "['releases/*.md']",
    ),
    Option(
        "permalink",
        values.permalink,
        "/:folder/:year/:month/:title/",
        "The URL of a post: a pattern of Jekyll's placeholders and `:folder`, one of Jekyll's styles "
        "(`date`, `pretty`, `ordinal`, `weekdate`, `none`), or `file`: posts stay where their file is.",
        "/:folder/:year/:month/:day/:title/",
    ),
    Option(
        "timezone",
        values.timezone,
        "null",
        "The time zone of dates that carry no offset, an IANA name or a POSIX string. Without it they are UTC, and a "
        "post with a day only is due as soon as that day has begun anywhere on Earth.",
        "Europe/Berlin",
    ),
    Option(
        "locale",
        values.locale,
        "null",
        "The language of dates and labels. Without it: the theme's.",
        "de",
    ),
    Option(
        "compat",
        values.compat,
        "none",
        "`jekyll`: answer as Jekyll does wherever the journal differs on purpose. What `draft` or `published` withholds "
        "stays withheld.",
        "jekyll",
    ),
    Option(
        "defaults",
        values.defaults,
        "[]",
        "Front matter for posts that do not say otherwise, by path and type, as Jekyll's `defaults`.",
        "[{scope: {path: news}, values: {author: Ada, comments: true}}]",
    ),
    Option(
        "authors",
        values.data_file,
        ".authors.yml",
        "The file that describes authors: below the folder, else `docs_dir`, else beside `mkdocs.yml`; without it "
        "`_data/authors.yml` in the same places.",
        "authors.yml",
    ),
    Option(
        "tags",
        values.data_file,
        "tags.yml",
        "The file that describes tags, looked for in the same places.",
        "_tags.yml",
    ),
    Option("per_page", values.count, "10", "Posts on a page of the landing list.", "20"),
    Option(
        "on_error",
        values.on_error,
        "stop",
        "`stop`: a build with a post that cannot be published fails, after all problems are told. "
        "`skip`: such posts are left out and the build goes on.",
        "skip",
    ),
    Option(
        "feeds.atom",
        values.feed_path,
        "feed.xml",
        "The Atom feed, below the folder; with a leading `/` below the site; `false`: none.",
        "/feed.xml",
    ),
    Option("feeds.rss", values.feed_path, "rss.xml", "The RSS 2.0 feed, in the same way.", "false"),
    Option("feeds.json", values.feed_path, "feed.json", "The JSON Feed 1.1, in the same way.", "posts.json"),
    Option("feeds.limit", values.count, "20", "The newest posts that a feed holds.", "50"),
)


def read_options(raw: Mapping[str, object]) -> Options:
    """Check the options of a journal.

    Args:
        raw: What stands below `journal:`, parsed. A missing or null value means the default; names that `OPTIONS` does
            not have are for the caller to tell.

    Returns:
        The checked options.

    Raises:
        OptionError: A value cannot be used; the message names the option, what was found and what to write.
    """
    feeds = raw.get("feeds") if raw.get("feeds") is not None else {}
    if not isinstance(feeds, Mapping):
        raise OptionError("feeds", feeds, "names and values, for example {limit: 20}")
    read: dict[str, object] = {}
    read_feeds: dict[str, object] = {}
    for option in OPTIONS:
        _, dot, name = option.name.rpartition(".")
        value = (feeds if dot else raw).get(name)
        if value is None:
            continue
        try:
            (read_feeds if dot else read)[name] = option.read(value)
        except ValueError as error:
            raise OptionError(option.name, value, str(error)) from None
    return replace(Options(**read), feeds=FeedOptions(**read_feeds))  # type: ignore[arg-type]  # each read by its Option
