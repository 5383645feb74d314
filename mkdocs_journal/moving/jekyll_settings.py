"""What the `_config.yml` of a Jekyll site says about addresses, dates and feeds, as options of the journal."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from mkdocs_journal.options.reading import OptionError, read_options
from mkdocs_journal.options.site_values import jekyll as read_name
from mkdocs_journal.options.table import GROUPS
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.jekyll_config import JekyllConfig, read_jekyll_config

_FEED: Final = "jekyll-feed"
_ARCHIVES: Final = "jekyll-archives"
_LISTS: Final = {
    "tags": ("tag", "/tag/:name/"),
    "categories": ("category", "/category/:name/"),
    "year": ("year", "/:year/"),
    "month": ("month", "/:year/:month/"),
    "day": ("day", "/:year/:month/:day/"),
}
"""The lists of jekyll-archives: what each is called among its permalinks, and its default."""
_PAGES_OF_TERMS: Final = {"tags": (":tag", "/tag/:tag"), "categories": (":cat", "/category/:cat")}
"""The lists that jekyll-paginate-v2 makes by itself: the placeholder of each, and its default."""


class Setting(NamedTuple):
    """One option that the configuration of a Jekyll site gives."""

    option: str
    """A dot stands for nesting."""
    value: object
    key: str
    """Where it comes from; a dot stands for nesting."""


def named_file(raw: Mapping[str, Any], path: Path | str | None) -> Path | None:
    """Return the file that the option `jekyll` names, or None without the option.

    Args:
        raw: The options of the plugin, as they were written.
        path: The configuration file, or None.
    """
    try:
        name = read_name(raw.get("jekyll"))
    except ValueError:  # not given, or wrong: other checks report it
        return None
    return Path(path or "mkdocs.yml").parent / name


def jekyll_of(raw: Mapping[str, Any], path: Path | str | None) -> JekyllConfig | None:
    """Return the content of that file, or None without the option.

    Raises:
        JekyllConfigError: It cannot be read.
    """
    file = named_file(raw, path)
    return read_jekyll_config(file) if file else None


def jekyll_options(config: JekyllConfig) -> dict[str, Any]:
    """Return the options that a `_config.yml` gives, as they would be written in `mkdocs.yml`."""
    return _nested(settings(config))


def with_jekyll(raw: Mapping[str, Any], config: JekyllConfig) -> dict[str, Any]:
    """Return options completed by those that a `_config.yml` gives: what is written in `mkdocs.yml` counts."""
    given = jekyll_options(config)
    merged = {**given, **{name: value for name, value in raw.items() if value is not None}}
    for group in GROUPS:
        if isinstance(raw.get(group), Mapping):
            merged[group] = {**given.get(group, {}), **raw[group]}
    return merged


def problems_of(config: JekyllConfig, raw: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what a `_config.yml` gives that cannot be used and that the options in `mkdocs.yml` do not replace."""
    found = []
    for setting in settings(config):
        group, _, name = setting.option.rpartition(".")
        own = raw.get(group) if group else raw
        if isinstance(own, Mapping) and own.get(name) is not None:
            continue
        try:
            read_options(_nested([setting]))
        except OptionError as error:
            values = {"found": Quoted(setting.value), "option": setting.option, "wanted": error.wanted}
            found.append(problem("J941", config.place_of(setting.key), setting.key, **values))
    return tuple(found)


def settings(config: JekyllConfig) -> Iterator[Setting]:
    """Yield the options that a `_config.yml` gives, each with the key that it comes from.

    Sources: https://jekyllrb.com/docs/configuration/options/, https://github.com/jekyll/jekyll-feed,
    https://github.com/jekyll/jekyll-archives/blob/master/docs/configuration.md, https://jekyllrb.com/docs/pagination/
    and https://github.com/sverrirs/jekyll-paginate-v2
    """
    values = config.values
    of_posts = _map(_map(values.get("collections")).get("posts")).get("permalink")
    key = "collections.posts.permalink" if of_posts else "permalink"
    yield Setting("permalink", of_posts or values.get("permalink") or "date", key)
    for name in ("timezone", "defaults"):
        if values.get(name) is not None:
            yield Setting(name, values[name], name)
    yield from _feeds(values)
    yield from _lists(values)
    yield from _pagers(values)


def _feeds(values: Mapping[str, Any]) -> Iterator[Setting]:
    feed = _map(values.get("feed"))
    if not (feed or _FEED in plugins_of(values)):
        return
    path = _map(_map(feed.get("collections")).get("posts")).get("path") or feed.get("path") or "/feed.xml"
    yield Setting("feeds.atom", _below_site(path) if isinstance(path, str) else path, "feed.path")
    yield Setting("feeds.ids", _FEED, "feed")
    yield Setting("feeds.limit", feed.get("posts_limit") or 10, "feed.posts_limit")
    if feed.get("excerpt_only"):
        yield Setting("feeds.content", "excerpt", "feed.excerpt_only")
    paths = {}
    if feed.get("categories") or _map(_map(feed.get("collections")).get("posts")).get("categories"):
        paths["categories"] = "/feed/:label.xml"
    if feed.get("tags"):
        paths["tags"] = _below_site(f"{_map(feed['tags']).get('path') or '/feed/by_tag/'}:label.xml")
    if paths:
        yield Setting("feeds.term_paths", paths, "feed")


def feeds_of_collections(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the address of each feed that jekyll-feed makes of a collection other than the posts."""
    given = _map(values.get("feed")).get("collections")
    collections = given if isinstance(given, Mapping) else dict.fromkeys(map(str, given if isinstance(given, list) else ()))
    for name, value in collections.items():
        if name == "posts" or _FEED not in plugins_of(values):
            continue
        of_one = _map(value)
        paths = [of_one.get("path") or f"/feed/{name}.xml"]
        given = of_one.get("categories")
        paths += [f"/feed/{name}/{category}.xml" for category in (given if isinstance(given, list) else ())]
        yield from map(_below_site, map(str, paths))


def _lists(values: Mapping[str, Any]) -> Iterator[Setting]:
    """Yield the addresses of the lists of jekyll-archives and, behind them, of jekyll-paginate-v2."""
    archives, pages = _map(values.get(_ARCHIVES)), _map(values.get("autopages"))
    enabled = archives.get("enabled")
    mode = None
    for kind, (name, default) in _LISTS.items():
        found, key = [], ""
        if enabled in (True, "all") or (isinstance(enabled, list) and kind in enabled):
            key = f"{_ARCHIVES}.permalinks.{name}"
            found.append(_as_page(_map(archives.get("permalinks")).get(name) or default))
            mode = (archives.get("slug_mode") or "default") if kind in _PAGES_OF_TERMS else mode
        of_pages = _map(pages.get(kind))
        if kind in _PAGES_OF_TERMS and pages.get("enabled") and of_pages.get("enabled", True):
            placeholder, usual = _PAGES_OF_TERMS[kind]
            key = key or f"autopages.{kind}.permalink"
            found.append(_below_site(f"{of_pages.get('permalink') or usual}/").replace(placeholder, ":name"))
            mode = mode or _map(of_pages.get("slugify")).get("mode") or "none"
        if found:
            yield Setting(f"archives.{kind}", found, key)
    if mode:
        yield Setting("archives.slug_mode", mode, f"{_ARCHIVES}.slug_mode")


def _as_page(path: object) -> object:
    """Return the address of a list as that of a page, below the site.

    Jekyll writes `/tag/:name` as a file without a suffix, which servers offer for download; at `/tag/:name/` they find a
    page for the same address.
    """
    if not isinstance(path, str):
        return path
    return _below_site(path if path.endswith(("/", ".html")) else f"{path}/")


def _below_site(path: str) -> str:
    """Return a path with a leading slash: for Jekyll's plugins every path is below the site."""
    return f"/{path}".replace("//", "/")


def _pagers(values: Mapping[str, Any]) -> Iterator[Setting]:
    """Yield the size and the address of further pages, of jekyll-paginate-v2 or else of jekyll-paginate."""
    second = _map(values.get("pagination"))
    if second.get("enabled"):
        for option in ("per_page", "archives.per_page"):
            yield Setting(option, second.get("per_page") or 10, "pagination.per_page")
        path = second.get("permalink") or "/page:num/"
        yield Setting("pager", path.lstrip("/") if isinstance(path, str) else path, "pagination.permalink")
    elif values.get("paginate"):
        yield Setting("per_page", values["paginate"], "paginate")
        path = values.get("paginate_path") or "/page:num"
        # jekyll-paginate writes the index of a folder, whether its path ends with a slash or not
        yield Setting("pager", _below_site(f"{path}/") if isinstance(path, str) else path, "paginate_path")


def plugins_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the plugins that a `_config.yml` names, under the key of today or of Jekyll 3."""
    found: list[object] = []
    for name in ("plugins", "gems"):
        given = values.get(name)
        found += [given] if isinstance(given, str) else given if isinstance(given, Sequence) else []
    return tuple(name for name in found if isinstance(name, str))


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _nested(found: Iterator[Setting] | Sequence[Setting]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for setting in found:
        group, _, name = setting.option.rpartition(".")
        (nested.setdefault(group, {}) if group else nested)[name] = setting.value
    return nested
