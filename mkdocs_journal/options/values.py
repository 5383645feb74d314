"""How the value of each option is read: checked, and told what to write if it cannot be used.

Every function takes a value as YAML has it and returns it checked; it raises ValueError with what to write instead.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from mkdocs_journal.zones import WANTED as ZONE
from mkdocs_journal.zones import zone_of

SLUG_MODES: Final = ("pretty", "default", "ascii", "latin", "raw", "none")
"""How Jekyll's filter `slugify` can make a slug (https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter)."""
HOST_FILES: Final = ("_redirects", "redirects.json")
"""Files of redirects that hosts read: Netlify's and Cloudflare's, and the one of jekyll-redirect-from."""
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
_MAX_BYTES: Final = 255
"""The longest name of a folder that file systems take, in bytes of UTF-8."""
OF_ONE_POST: Final = frozenset({"title", "slug", "name", "path"})
"""Those of which a permalink needs one, or all posts have one URL."""


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


def texts_in(value: object) -> Iterator[str]:
    """Yield every text inside a value, names and paths among them; a value that YAML has read may hold itself."""
    waiting, seen = [value], set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, os.PathLike):
            with suppress(Exception):  # a path that only a page has, as MkDocs' tag `!relative` gives one
                yield str(os.fspath(item))
        elif isinstance(item, Mapping | list | tuple) and id(item) not in seen:
            seen.add(id(item))
            inside = [*item.keys(), *item.values()] if isinstance(item, Mapping) else item
            waiting += reversed(inside)


def folder(value: object) -> str:
    """Read the option `folder`."""
    if not isinstance(value, str) or not value.strip("/ "):
        raise ValueError("the name of a folder below docs_dir, for example journal")
    parts = value.strip("/").split("/")
    if ".." in parts or "\\" in value or value.startswith("/") or ":" in value:
        raise ValueError("a folder below docs_dir, without .. and without a leading /")
    if any(len(part.encode()) > _MAX_BYTES for part in parts):
        raise ValueError(f"a name of at most {_MAX_BYTES} bytes")
    return "/".join(part for part in parts if part != ".") or "."


def title(value: object) -> str:
    """Read a title."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text, for example News")
    return " ".join(value.split())


_JOURNALS: Final = "names and options, for example {news: {}, releases: {per_page: 20}}"


def named(value: object) -> Mapping[str, Mapping[str, object]]:
    """Read the names of journals and their options, which are not checked yet."""
    if not isinstance(value, Mapping):
        raise ValueError(_JOURNALS)
    found: dict[str, Mapping[str, object]] = {}
    for name, options in value.items():
        if not isinstance(name, str) or not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*", name) or ".." in name:
            raise ValueError(f"a name of letters and digits instead of {name!r}")
        if options is not None and not isinstance(options, Mapping):
            raise ValueError(_JOURNALS)
        found[name] = options or {}
    return found


def combined(value: object) -> Mapping[str, object]:
    """Read where all journals are shown together: a folder, or options with a folder among them."""
    options = {"folder": value} if isinstance(value, str) else value
    if not isinstance(options, Mapping) or not options.get("folder"):
        raise ValueError("a folder, for example all, or {folder: all, title: Everything}")
    return options


def texts(value: object) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of globs, for example ['releases/*.md']")
    return tuple(value)


def permalink(value: object) -> str:
    """Read the option `permalink`."""
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
    if not OF_ONE_POST.intersection(names):
        raise ValueError(f"a pattern with :title, or all posts have one URL; {wanted}")
    return value


def slug_mode(value: object) -> str:
    """Read how slugs are made."""
    if value not in SLUG_MODES:
        raise ValueError(f"one of {', '.join(SLUG_MODES)}")
    return str(value)


def host_files(value: object) -> tuple[str, ...]:
    """Read which files of redirects are written for the host of the site."""
    if not isinstance(value, list) or any(name not in HOST_FILES for name in value):
        raise ValueError(f"a list of {' and '.join(HOST_FILES)}")
    return tuple(dict.fromkeys(value))


def schedule(value: object) -> str:
    """Read where the time of the next post is written."""
    if not isinstance(value, str) or not re.fullmatch(r"/?[\w-][\w.-]*(?:/[\w-][\w.-]*)*\.json", value):
        raise ValueError("a file name below the site that ends with .json, for example schedule.json")
    return value.lstrip("/")


def timezone(value: object) -> str:
    """Read the option `timezone`."""
    if not isinstance(value, str):
        raise ValueError(ZONE)
    zone_of(value)
    return value


def locale(value: object) -> str:
    """Read the option `locale`."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a language, for example de or pt-BR")
    return value


def count(value: object) -> int:
    """Read a positive number."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100_000:
        raise ValueError("a whole number from 1 to 100000")
    return value


def compat(value: object) -> str:
    """Read the option `compat`."""
    if value not in ("none", "jekyll"):
        raise ValueError("none or jekyll")
    return str(value)


MARKUPS: Final = ("host", "kramdown")
"""Who can read the body of a post."""


def markup(value: object) -> str:
    """Read who reads the bodies of posts."""
    if value not in MARKUPS:
        raise ValueError(" or ".join(MARKUPS))
    return str(value)


def liquid(value: object) -> str:
    """Read what becomes of Liquid that cannot be evaluated."""
    if value not in ("report", "refuse"):
        raise ValueError("report or refuse")
    return str(value)


def data_file(value: object) -> str:
    """Read the name of a data file."""
    if not isinstance(value, str) or not re.search(r"\.ya?ml\Z", value) or ".." in value.split("/") or value[:1] == "/":
        raise ValueError("the name of a YAML file, for example .authors.yml")
    return value


_DEFAULTS: Final = "a list such as [{scope: {path: '', type: posts}, values: {author: Ada}}]"
_TYPES: Final = {"posts": False, "post": False, "drafts": True, "draft": True}


def defaults(value: object) -> tuple[Scope, ...]:
    """Read the option `defaults`."""
    if not isinstance(value, list):
        raise ValueError(_DEFAULTS)
    try:
        json.dumps(value, default=str, skipkeys=True)
    except (ValueError, RecursionError):
        raise ValueError("values that do not hold themselves") from None
    scopes = (_scope(item) for item in value)
    return tuple(scope for scope in scopes if scope is not None)


def _scope(item: object) -> Scope | None:
    """Return a scope, or None if it is for something else than posts, as those of a Jekyll site may be."""
    if not isinstance(item, Mapping) or not isinstance(item.get("values"), Mapping):
        raise ValueError(_DEFAULTS)
    scope = {} if item.get("scope") is None else item["scope"]
    if not isinstance(scope, Mapping):
        raise ValueError(_DEFAULTS)
    path, kind = ("" if scope.get(name) is None else scope[name] for name in ("path", "type"))
    if not isinstance(path, str) or not isinstance(kind, str):
        raise ValueError(_DEFAULTS)
    if kind and kind not in _TYPES:
        return None
    values = {str(key): given for key, given in item["values"].items()}
    return Scope(path.strip("/"), drafts_only=_TYPES.get(kind, False), typed=bool(kind), values=values)


def on_error(value: object) -> str:
    """Read the option `on_error`."""
    if value not in ("stop", "skip"):
        raise ValueError("stop or skip")
    return str(value)
