"""The settings of Material's blog and of mkdocs-rss-plugin as options of the journal: the same URLs."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mkdocs_journal.editing.scalars import as_scalar
from mkdocs_journal.options.reading import OptionError, read_options

BLOG: Final = "blog"
RSS: Final = "rss"
_DATE: Final = {
    "yyyy": ":year", "yy": ":short_year", "MM": ":month", "M": ":i_month", "MMM": ":short_month", "MMMM": ":long_month",
    "dd": ":day", "d": ":i_day",
}  # fmt: skip
"""Babel's fields of dates, and the placeholders of a permalink."""
_PER_PAGE: Final = 10
"""Posts on a page of a list of Material's blog without `pagination_per_page`."""
_FIELD: Final = re.compile(r"y+|M+|d+")
_READ: Final = frozenset(
    {
        "blog_dir", "post_dir", "post_url_format", "post_url_date_format", "pagination_per_page", "pagination_url_format",
        "archive", "archive_url_format", "archive_url_date_format", "categories", "categories_url_format", "authors_file",
        "authors_profiles", "authors_profiles_url_format",
    }
)  # fmt: skip
_NEEDLESS: Final = frozenset(
    {
        "enabled", "post_date_format", "post_excerpt", "post_excerpt_separator", "post_readtime", "authors", "pagination",
        "archive_name", "archive_date_format", "categories_name", "draft_on_serve", "draft_if_future_date",
        "authors_profiles_name", "blog_toc", "archive_toc", "categories_toc", "authors_profiles_toc",
    }
)  # fmt: skip
"""Settings that the journal does by itself, or that change no URL."""
_READ_OF_RSS: Final = frozenset(
    {
        "feeds_filenames", "length", "match_path", "enabled", "json_feed_enabled", "rss_feed_enabled", "date_from_meta",
        "categories", "pretty_print", "use_git", "use_material_blog",
    }
)  # fmt: skip
"""Settings of feeds that are read, or that the journal does by itself."""
_SETTINGS: Final = {
    "permalink": "post_url_format", "pager": "pagination_url_format", "archives.year": "archive_url_format",
    "archives.month": "archive_url_format", "archives.day": "archive_url_format",
    "archives.categories": "categories_url_format", "archives.authors": "authors_profiles_url_format",
    "folder": "blog_dir", "authors": "authors_file", "posts": "post_dir",
}  # fmt: skip
"""The settings that options are made of."""
_RSS_FILES: Final = {
    "rss_created": "feed_rss_created.xml",
    "rss_updated": "feed_rss_updated.xml",
    "json_created": "feed_json_created.json",
    "json_updated": "feed_json_updated.json",
}
"""The feeds of mkdocs-rss-plugin (https://guts.github.io/mkdocs-rss-plugin/configuration/)."""


@dataclass(frozen=True, slots=True)
class BlogOptions:
    """The options that take the place of a blog."""

    options: Mapping[str, Any]
    not_moved: tuple[str, ...]
    """Settings that the journal does not have."""


def journals_of(blogs: Sequence[Mapping[str, Any]], rss: Mapping[str, Any] | None, *, directories: bool) -> BlogOptions:
    """Return the options of a journal for one blog, or of several with a list and feeds of all posts.

    Args:
        blogs: The settings of each plugin `blog`.
        rss: Those of the plugin `rss`, or None without it.
        directories: MkDocs' option `use_directory_urls`.
    """
    if len(blogs) == 1:
        return journal_of(blogs[0], rss, directories=directories)
    each = [journal_of(blog, None, directories=directories) for blog in blogs]
    folders = [one.options.get("folder", f"{BLOG}-{number}") for number, one in enumerate(each, 1)]  # it may be refused
    names = [folder.replace("/", "-").replace(".", "journal") for folder in folders]
    journals = {name: one.options for name, one in zip(names, each, strict=True)}
    feeds = {"folder": "all", "feeds": _feeds(rss)} if rss is not None else None
    options = {"journals": journals, **({"combined": feeds} if feeds else {})}
    return BlogOptions(options, (*dict.fromkeys(name for one in each for name in one.not_moved), *_not_moved_of(rss)))


def journal_of(blog: Mapping[str, Any], rss: Mapping[str, Any] | None, *, directories: bool) -> BlogOptions:
    """Return the options of a journal with the URLs of a blog.

    Args:
        blog: The settings of the plugin `blog`.
        rss: Those of the plugin `rss`, or None without it.
        directories: MkDocs' option `use_directory_urls`.
    """
    unusable = [name for name in blog if name in _READ and not isinstance(blog[name], str | int | None)]
    blog = {name: value for name, value in blog.items() if name not in unusable}
    options: dict[str, Any] = {"folder": str(blog.get("blog_dir") or BLOG).strip("/") or "."}
    options["permalink"] = _permalink(blog, directories=directories)
    if "{slug}" in str(blog.get("post_url_format") or "{slug}"):
        options["slug_from"] = "title"
    if blog.get("pagination_per_page"):
        options["per_page"] = blog["pagination_per_page"]
    pager = str(blog.get("pagination_url_format") or "page/{page}").replace("{page}", ":num").strip("/")
    if pager != "page/:num" or not directories:
        options["pager"] = pager + _end(directories=directories)
    if archives := dict(_archives(blog, directories=directories)):
        paged = blog.get("pagination", True) is not False
        archives |= {"per_page": blog.get("pagination_per_page") or _PER_PAGE} if paged else {}
        options["archives"] = {**archives, "slug_mode": "material"} if "categories" in archives else archives
    posts = str(blog.get("post_dir") or "").replace("{blog}", options["folder"]).strip("/")
    if posts and options["folder"] != "." and not f"{posts}/".startswith(f"{options['folder']}/"):
        options["posts"] = [f"{posts}/**/*.md"]
    if authors := blog.get("authors_file"):
        options["authors"] = str(authors).replace("{blog}/", "")
    feeds = _feeds(rss) if rss is not None else {}
    if feeds:
        options["feeds"] = feeds
    unknown = [f"{BLOG}: {name}: its value is not a text or number" for name in unusable]
    unknown += _not_moved_of_blog(blog, directories=directories)
    refused = dict(_refused(options))
    unknown += [f"{_setting(name)}: the journal cannot have {value!r}" for name, value in refused.items()]
    return BlogOptions(_without(options, refused), (*unknown, *_not_moved_of(rss)))


def _not_moved_of_blog(blog: Mapping[str, Any], *, directories: bool) -> Iterator[str]:
    """Yield what the settings of a blog have that the journal does not."""
    yield from (f"{BLOG}: {name}" for name in blog if name not in _READ | _NEEDLESS)
    if "{categories}" in str(blog.get("post_url_format")):
        yield f"{BLOG}: post_url_format: Material has only the first category of a post in its URL"
    if not directories and blog.get("pagination", True) is not False:
        yield f"{BLOG}: pagination_url_format: further pages of the list of posts were folders, now they are files"


def _setting(option: str) -> str:
    """Return the setting that an option is made of, with its plugin."""
    return f"{RSS}: feeds_filenames" if option.startswith("feeds.") else f"{BLOG}: {_SETTINGS.get(option, option)}"


def _refused(options: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield the options, and those in their groups, that the journal would refuse; a dot stands for nesting."""
    for name, value in options.items():
        for inner in value if isinstance(value, Mapping) else [""]:
            given = {name: {inner: value[inner]}} if inner else {name: value}
            try:
                read_options(given)
            except OptionError as error:
                yield f"{name}.{inner}" if inner else name, error.found


def _without(options: Mapping[str, Any], refused: Container[str]) -> dict[str, Any]:
    kept = {name: value for name, value in options.items() if name not in refused}
    for name, group in kept.items():
        if isinstance(group, Mapping):
            kept[name] = {inner: value for inner, value in group.items() if f"{name}.{inner}" not in refused}
    return kept


def _not_moved_of(rss: Mapping[str, Any] | None) -> Iterator[str]:
    """Yield what the settings of feeds have that the journal does not."""
    if rss is None:
        return
    yield from (f"{RSS}: {name}" for name in rss if name not in _READ_OF_RSS)
    if rss.get("match_path") in (None, ".*"):
        yield f"{RSS}: match_path: the old feeds had every page with a date, the new ones have the posts"
    if any("updated" in name for name in _names_of_feeds(rss)):
        yield f"{RSS}: the feeds of updates: their entries have the dates of the posts now"


def _end(*, directories: bool) -> str:
    return "/" if directories else ".html"


def _permalink(blog: Mapping[str, Any], *, directories: bool) -> str:
    date = _FIELD.sub(_date_field, str(blog.get("post_url_date_format") or "yyyy/MM/dd"))
    pattern = str(blog.get("post_url_format") or "{date}/{slug}")
    names = {"{date}": date, "{slug}": ":title", "{file}": ":name", "{categories}": ":slugified_categories"}
    for name, placeholder in names.items():
        pattern = pattern.replace(name, placeholder)
    return f"/:folder/{pattern.strip('/')}{_end(directories=directories)}"


def _date_field(match: re.Match[str]) -> str:
    return _DATE.get(match[0], match[0])


def _archives(blog: Mapping[str, Any], *, directories: bool) -> Iterator[tuple[str, Any]]:
    """Yield the addresses of lists, below the folder."""
    end = _end(directories=directories)
    if blog.get("archive", True):
        date = _FIELD.sub(_date_field, str(blog.get("archive_url_date_format") or "yyyy"))
        kind = "day" if ":day" in date else "month" if ":month" in date else "year"
        yield kind, str(blog.get("archive_url_format") or "archive/{date}").replace("{date}", date).strip("/") + end
    if blog.get("categories", True):
        pattern = str(blog.get("categories_url_format") or "category/{slug}")
        yield "categories", pattern.replace("{slug}", ":name").strip("/") + end
    if blog.get("authors_profiles"):
        pattern = str(blog.get("authors_profiles_url_format") or "author/{slug}")
        yield "authors", pattern.replace("{slug}", ":key").strip("/") + end


def _feeds(rss: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of feeds at the addresses of mkdocs-rss-plugin."""
    given = rss.get("feeds_filenames")
    files = {**_RSS_FILES, **(given if isinstance(given, Mapping) else {})}
    also = {
        f"/{files[name]}": "json" if name.startswith("json") else "rss"
        for name in _names_of_feeds(rss)
        if isinstance(files[name], str)
    }
    return {"also": also, **({"limit": rss["length"]} if isinstance(rss.get("length"), int) else {})}


def _names_of_feeds(rss: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which feeds the plugin writes."""
    return tuple(name for name in _RSS_FILES if rss.get(f"{name.partition('_')[0]}_feed_enabled", True) is not False)


def in_yaml(options: Mapping[str, Any], indent: str) -> Sequence[str]:
    """Return the lines of options in YAML."""
    lines = []
    for name, value in options.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{as_scalar(name)}:", *in_yaml(value, f"{indent}  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{as_scalar(name)}:", *(f"{indent}  - {json.dumps(item)}" for item in value)]
        else:
            lines.append(f"{indent}{as_scalar(name)}: {as_scalar(value) if isinstance(value, str) else value}")
    return lines
