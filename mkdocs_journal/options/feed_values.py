"""Readers of the options below `feeds`."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Final

from mkdocs_journal.addresses import split
from mkdocs_journal.options import values

FORMATS: Final = ("atom", "rss", "json")
"""The formats of feeds, in the order in which they are listed."""
_FILE: Final = re.compile(r"/?[\w.~-]++(?:/[\w.~-]++)*+")
_PICTURE: Final = re.compile(r"/?[^\s/?#\\:][^\s?#\\:]*")


def path(value: object) -> str | None:
    """Read the path of a feed, or false for none."""
    if value is False:
        return None
    wanted = "a file name such as feed.xml (below the folder; /feed.xml is below the site), or false"
    name = values.path(value, _FILE.fullmatch, wanted)
    if not name.endswith((".xml", ".atom", ".rss", ".json")):
        raise ValueError("a file name that ends with .xml, .atom, .rss or .json, or false")
    return name


def formats(value: object) -> tuple[str, ...]:
    """Read a list of formats, each once, in the order of the list: addresses of its own are for the first."""
    return tuple(dict.fromkeys(values.texts(value, f"a list of {', '.join(FORMATS)}, for example [atom]", FORMATS)))


def also(value: object) -> Mapping[str, str]:
    """Read additional paths, each with its feed format."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        value = {name: _format_of(name) for name in value}
    if not isinstance(value, Mapping) or not all(item in FORMATS for item in value.values()):
        raise ValueError("paths and formats, for example {/feed_rss_created.xml: rss}")
    return {found: name_of_format for name, name_of_format in value.items() if (found := path(name))}


def _format_of(name: str) -> str:
    """Return the format that is part of the file name of a feed, or empty."""
    file = name.rpartition("/")[2].lower()
    return next((known for known in ("json", "rss", "atom") if known in file), "")


content: Final = values.one_of("full", "excerpt")
"""Read how much of a post a feed contains."""


def size(value: object) -> int:
    """Read a number of bytes."""
    return values.whole_number(value, most=sys.maxsize, wanted="a number of bytes, for example 1000000")


def ids(value: object) -> str:
    """Read how the IDs of entries are made."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z_][\w.-]*", value, re.ASCII):
        raise ValueError("url, jekyll-feed or the name of a key of the front matter, for example uuid")
    return value


def picture(value: object) -> str:
    """Read a picture of the site; empty for none."""
    if value is False:
        return ""
    if isinstance(value, str) and "://" in value:
        return values.web_address(value)
    wanted = "a picture of the site such as assets/icon.png, an http(s) address, or false"
    return values.path(value, _PICTURE.fullmatch, wanted)


def id_base(value: object) -> str:
    """Read the prefix of all IDs."""
    if not isinstance(value, str) or not _BASE.fullmatch(value) or not split(value):
        raise ValueError(
            "a tag: URI with a domain that you owned at that date, for example tag:example.org,2024:docs, or a URL"
        )
    return value


_BASE: Final = re.compile(
    r"(?:tag:[\w.@-]+,\d{4}(?:-\d\d){0,2}:|https?://[^/]|urn:(?!uuid:)[A-Za-z0-9][A-Za-z0-9-]{0,31}:)[!$-;=?-Z_a-z~]*",
    re.ASCII,
)
