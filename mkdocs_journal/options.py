"""Every option of the plugin, described once.

The host's configuration, the documentation and the commands read `OPTIONS`; `read_options()` checks values against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Final

from mkdocs_journal.problems.catalogue import Said, message
from mkdocs_journal.zones import zone_of

STYLES: Final = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
"""Jekyll's names for permalinks (https://jekyllrb.com/docs/permalinks/#built-in-formats)."""
PLACEHOLDERS: Final = (
    "categories", "collection", "day", "folder", "hour", "i_day", "i_month", "long_day", "long_month", "minute", "month",
    "name", "output_ext", "path", "second", "short_day", "short_month", "short_year", "slug", "slugified_categories",
    "title", "w_day", "w_year", "week", "y_day", "year",
)  # fmt: skip
"""What a permalink may hold behind a colon: Jekyll's, and `folder`, the journal's (and `w_day`)."""
PLACEHOLDER: Final = re.compile(r":([a-z](?:[a-z_]*[a-z])?)")
"""A placeholder; a `_` behind it is text, as in Jekyll (`:month_:day`)."""
_OF_ONE_POST: Final = frozenset({"title", "slug", "name", "path"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """Which feeds are written, and how long they are."""

    atom: str | None = "feed.xml"
    rss: str | None = "rss.xml"
    json: str | None = "feed.json"
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Scope:
    """Front matter for the posts of a folder that do not say otherwise."""

    path: str
    """Beginning of the path below `docs_dir` or below the folder of the journal; `*` stands for a part of a name."""
    drafts_only: bool
    """Whether it is for files below `_drafts` only."""
    typed: bool
    """Whether it names a type, which gives it precedence over one of the same path that does not."""
    values: Mapping[str, object]
    """Keys and values, plain data."""
    unites_lists: bool = False
    """Whether a list of the post is added to the scope's rather than put in its place."""


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


def _folder(value: object) -> str:
    if not isinstance(value, str) or not value.strip("/ "):
        raise ValueError("the name of a folder below docs_dir, for example journal")
    parts = value.strip("/").split("/")
    if ".." in parts or "\\" in value or value.startswith("/") or ":" in value:
        raise ValueError("a folder below docs_dir, without .. and without a leading /")
    return "/".join(part for part in parts if part != ".") or "."


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of globs, for example ['releases/*.md']")
    return tuple(value)


def _permalink(value: object) -> str:
    wanted = f"a pattern such as /:folder/:year/:month/:title/, file, or one of {', '.join(STYLES)}"
    if not isinstance(value, str) or not value.strip():
        raise ValueError(wanted)
    if value == "file" or value in STYLES:
        return value
    names = PLACEHOLDER.findall(value)
    if unknown := [name for name in names if name not in PLACEHOLDERS]:
        raise ValueError(f"a known placeholder instead of :{unknown[0]}; known are :{' :'.join(PLACEHOLDERS)}")
    if ".." in value.split("/") or not re.fullmatch(r"[^\\?#%\x00-\x1f]*", value) or "://" in value:
        raise ValueError("a path below the site, without .. \\ ? # and %")
    if not _OF_ONE_POST.intersection(names):
        raise ValueError(f"a pattern with :title, or all posts have one URL; {wanted}")
    return value


def _timezone(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("the name of a time zone, for example Europe/Berlin")
    zone_of(value)
    return value


def _locale(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a language, for example de or pt-BR")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100_000:
        raise ValueError("a whole number from 1 to 100000")
    return value


def _compat(value: object) -> str:
    if value not in ("none", "jekyll"):
        raise ValueError("none or jekyll")
    return str(value)


def _data_file(value: object) -> str:
    if not isinstance(value, str) or not re.search(r"\.ya?ml\Z", value) or ".." in value.split("/") or value[:1] == "/":
        raise ValueError("the name of a YAML file, for example .authors.yml")
    return value


_DEFAULTS: Final = "a list such as [{scope: {path: '', type: posts}, values: {author: Ada}}]"
_TYPES: Final = {"posts": False, "post": False, "drafts": True, "draft": True}


def _defaults(value: object) -> tuple[Scope, ...]:
    if not isinstance(value, list):
        raise ValueError(_DEFAULTS)
    scopes = (_scope(item) for item in value)
    return tuple(scope for scope in scopes if scope is not None)


def _scope(item: object) -> Scope | None:
    """Return a scope, or None if it is for something else than posts, as those of a Jekyll site may be."""
    if not isinstance(item, Mapping) or not isinstance(item.get("values"), Mapping):
        raise ValueError(_DEFAULTS)
    scope = item.get("scope") or {}
    if not isinstance(scope, Mapping):
        raise ValueError(_DEFAULTS)
    path, kind = scope.get("path") or "", scope.get("type") or ""
    if not isinstance(path, str) or not isinstance(kind, str):
        raise ValueError(_DEFAULTS)
    if kind and kind not in _TYPES:
        return None
    values = {str(key): given for key, given in item["values"].items()}
    return Scope(path.strip("/"), drafts_only=_TYPES.get(kind, False), typed=bool(kind), values=values)


def _on_error(value: object) -> str:
    if value not in ("stop", "skip"):
        raise ValueError("stop or skip")
    return str(value)


def _feed_path(value: object) -> str | None:
    if value is False:
        return None
    if not isinstance(value, str) or not re.fullmatch(r"/?[\w.~-]+(?:/[\w.~-]+)*", value) or ".." in value.split("/"):
        raise ValueError("a file name such as feed.xml (below the folder; /feed.xml is below the site), or false")
    if not re.search(r"\.(?:xml|json|atom|rss)\Z", value):
        raise ValueError("a file name that ends with .xml, .atom, .rss or .json, or false")
    return value


OPTIONS: Final = (
    Option(
        "folder",
        _folder,
        "journal",
        "The folder of the journal below `docs_dir`. Its dated Markdown files are posts.",
        "blog",
    ),
    Option(
        "posts",
        _texts,
        "[]",
        "Globs of posts outside the folder, below `docs_dir`, in the syntax of `exclude_docs`.",
        "['releases/*.md']",
    ),
    Option(
        "permalink",
        _permalink,
        "/:folder/:year/:month/:title/",
        "The URL of a post: a pattern of Jekyll's placeholders and `:folder`, one of Jekyll's styles "
        "(`date`, `pretty`, `ordinal`, `weekdate`, `none`), or `file`: posts stay where their file is.",
        "/:folder/:year/:month/:day/:title/",
    ),
    Option(
        "timezone",
        _timezone,
        "null",
        "The time zone of dates that carry no offset, an IANA name or a POSIX string. Without it they are UTC, and a "
        "post with a day only is due as soon as that day has begun anywhere on Earth.",
        "Europe/Berlin",
    ),
    Option(
        "locale",
        _locale,
        "null",
        "The language of dates and labels. Without it: the theme's.",
        "de",
    ),
    Option(
        "compat",
        _compat,
        "none",
        "`jekyll`: answer as Jekyll does wherever the journal differs on purpose. What `draft` or `published` withholds "
        "stays withheld.",
        "jekyll",
    ),
    Option(
        "defaults",
        _defaults,
        "[]",
        "Front matter for posts that do not say otherwise, by path and type, as Jekyll's `defaults`.",
        "[{scope: {path: news}, values: {author: Ada, comments: true}}]",
    ),
    Option(
        "authors",
        _data_file,
        ".authors.yml",
        "The file that describes authors: below the folder, else `docs_dir`, else beside `mkdocs.yml`; without it "
        "`_data/authors.yml` in the same places.",
        "authors.yml",
    ),
    Option(
        "tags",
        _data_file,
        "tags.yml",
        "The file that describes tags, looked for in the same places.",
        "_tags.yml",
    ),
    Option("per_page", _count, "10", "Posts on a page of the landing list.", "20"),
    Option(
        "on_error",
        _on_error,
        "stop",
        "`stop`: a build with a post that cannot be published fails, after all problems are told. "
        "`skip`: such posts are left out and the build goes on.",
        "skip",
    ),
    Option(
        "feeds.atom",
        _feed_path,
        "feed.xml",
        "The Atom feed, below the folder; with a leading `/` below the site; `false`: none.",
        "/feed.xml",
    ),
    Option("feeds.rss", _feed_path, "rss.xml", "The RSS 2.0 feed, in the same way.", "false"),
    Option("feeds.json", _feed_path, "feed.json", "The JSON Feed 1.1, in the same way.", "posts.json"),
    Option("feeds.limit", _count, "20", "The newest posts that a feed holds.", "50"),
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
