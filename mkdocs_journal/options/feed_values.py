"""How the value of each option of feeds is read, in the manner of `option_values`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mkdocs_journal.addresses import is_web, split

FORMATS: Final = ("atom", "rss", "json")
"""The formats of feeds, in the order in which they are listed."""


def path(value: object) -> str | None:
    """Read the path of a feed, or false for none."""
    if value is False:
        return None
    if not isinstance(value, str) or not re.fullmatch(r"/?[\w.~-]++(?:/[\w.~-]++)*+", value) or ".." in value.split("/"):
        raise ValueError("a file name such as feed.xml (below the folder; /feed.xml is below the site), or false")
    if not re.search(r"\.(?:xml|json|atom|rss)\Z", value):
        raise ValueError("a file name that ends with .xml, .atom, .rss or .json, or false")
    return value


def formats(value: object) -> tuple[str, ...]:
    """Read a list of formats."""
    if not isinstance(value, list) or not all(item in FORMATS for item in value):
        raise ValueError(f"a list of {', '.join(FORMATS)}, for example [atom]")
    return tuple(name for name in FORMATS if name in value)


def also(value: object) -> Mapping[str, str]:
    """Read further paths, each with the format that is written there."""
    if isinstance(value, list):
        value = {name: _format_of(str(name)) for name in value}
    if not isinstance(value, Mapping) or not all(item in FORMATS for item in value.values()):
        raise ValueError("paths and formats, for example {/feed_rss_created.xml: rss}")
    return {found: form for name, form in value.items() if (found := path(name))}


def _format_of(name: str) -> str:
    """Return the format that the name of a feed says, or empty."""
    file = name.rpartition("/")[2].lower()
    return next((form for form in ("json", "rss", "atom") if form in file), "")


def content(value: object) -> str:
    """Read what feeds hold of a post."""
    if value not in ("full", "excerpt"):
        raise ValueError("full or excerpt")
    return str(value)


def size(value: object) -> int:
    """Read a number of bytes."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("a number of bytes, for example 1000000")
    return value


def switch(value: object) -> bool:
    """Read yes or no."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def address(value: object) -> str:
    """Read an address of the web."""
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s/<>\"]++[^\s<>\"]*", value) or not is_web(value):
        raise ValueError("an address such as https://example.org/")
    return value


def ids(value: object) -> str:
    """Read what entries are known by."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z_][\w.-]*", value, re.ASCII):
        raise ValueError("url, jekyll-feed or the name of a key of the front matter, for example uuid")
    return value


def picture(value: object) -> str:
    """Read a picture of the site; empty for none."""
    if value is False:
        return ""
    if isinstance(value, str) and "://" in value:
        return address(value)
    if not isinstance(value, str) or not re.fullmatch(r"/?[^\s/?#\\:][^\s?#\\:]*", value) or ".." in value.split("/"):
        raise ValueError("a picture of the site such as assets/icon.png, an http(s) address, or false")
    return value


def id_base(value: object) -> str:
    """Read what identities begin with."""
    if not isinstance(value, str) or not _BASE.fullmatch(value) or not split(value):
        raise ValueError("a tag: URI with a domain that you had in a year, for example tag:example.org,2024:docs, or a URL")
    return value


_BASE: Final = re.compile(
    r"tag:[\w.@-]+,\d{4}(?:-\d\d){0,2}:[^\s<>\"#\[\]]*|https?://[^\s/<>\"#\[\]]++[^\s<>\"#\[\]]*|urn:[^\s<>\"#\[\]]+",
    re.ASCII,
)
