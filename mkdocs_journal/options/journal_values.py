"""Readers of the options of a journal: its folder, the URLs of its posts, their defaults and data files."""

import json
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from mkdocs_journal.addresses import is_web
from mkdocs_journal.options import feed_values, values
from mkdocs_journal.zones import WANTED as ZONE
from mkdocs_journal.zones import zone_of

SLUG_MODES: Final = ("pretty", "default", "ascii", "latin", "raw", "none")
"""The modes of Jekyll's filter `slugify` (https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter)."""
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
"""Placeholders of a permalink: Jekyll's, and `folder` and `w_day`, which only the journal has."""
PLACEHOLDER: Final = re.compile(r":([a-z](?:[a-z_]*[a-z])?)")
"""A placeholder; a `_` after it is text, as in Jekyll (`:month_:day`)."""
_MAX_BYTES: Final = 255
"""The longest folder name that file systems allow, in bytes of UTF-8."""
MARKUPS: Final = ("host", "kramdown")
"""The readers of bodies."""
OF_ONE_POST: Final = frozenset({"title", "slug", "name", "path"})
"""A permalink needs at least one of these, or the day; otherwise all posts would have the same URL."""
OF_DAY: Final = frozenset({"day", "i_day", "y_day", "w_day", "short_day", "long_day"})
"""Placeholders of the day, enough for a blog with one post a day: `/:year/:month/:day/`."""
_URL_PATH: Final = re.compile(r"(?!.*://)[^\\?#%\x00-\x1f]*")
_DATA_FILE: Final = re.compile(r"(?!/).*\.ya?ml", re.DOTALL)


class Scope(NamedTuple):
    """Default front matter for the posts of a folder."""

    path: str
    """Start of the path below `docs_dir` or the journal's folder; `*` matches a part of a name."""
    drafts_only: bool
    """Whether it applies only to files below `_drafts`."""
    typed: bool
    """Whether it names a type; it then takes precedence over a scope with the same path and no type."""
    values: Mapping[str, object]
    """Keys and values, plain data."""
    unites_lists: bool = False
    """Whether a list of the post is added to the list of the scope instead of replacing it."""


def folder(value: object) -> str:
    """Read the option `folder`."""
    if not isinstance(value, str) or not value.strip("/ "):
        raise ValueError("the name of a folder below docs_dir, for example journal")
    parts = value.strip("/").split("/")
    if ".." in parts or "\\" in value or value.startswith("/") or ":" in value:
        raise ValueError("a folder below docs_dir, without .. and without a leading /")
    if any(len(part.encode()) > _MAX_BYTES for part in parts):
        raise ValueError(f"a name of at most {_MAX_BYTES} bytes")
    if values.is_too_deep(value):
        raise ValueError(f"a folder in at most {values.MAX_FOLDERS} others")
    return "/".join(part for part in parts if part != ".") or "."


def title(value: object) -> str:
    """Read the option `title`; several blanks in a row become one."""
    return " ".join(values.text(value, "a text, for example News").split())


def permalink(value: object) -> str:
    """Read the option `permalink`."""
    wanted = f"a pattern such as /:folder/:year/:month/:title/, file, or one of {', '.join(STYLES)}"
    pattern = values.text(value, wanted)
    if pattern == "file" or pattern in STYLES:
        return pattern
    names = PLACEHOLDER.findall(pattern)
    if unknown := [name for name in names if name not in PLACEHOLDERS]:
        raise ValueError(f"a known placeholder instead of :{unknown[0]}, one of :{' :'.join(PLACEHOLDERS)}")
    values.path(pattern, _URL_PATH.fullmatch, "a path below the site, without .. \\ ? # and %")
    if not (OF_ONE_POST | OF_DAY).intersection(names):
        raise ValueError(f"a pattern with :title, or all posts have the same URL; {wanted}")
    return pattern


slug_mode: Final = values.one_of(*SLUG_MODES)
"""Read the option `slug_mode`."""
slug_from: Final = values.one_of("name", "title")
"""Read the option `slug_from`."""
compat: Final = values.one_of("none", "jekyll")
"""Read the option `compat`."""
markup: Final = values.one_of(*MARKUPS)
"""Read the option `markup`."""
liquid: Final = values.one_of("report", "refuse")
"""Read the option `liquid`."""
on_error: Final = values.one_of("stop", "skip")
"""Read the option `on_error`."""


def timezone(value: object) -> str:
    """Read the option `timezone`."""
    name = value if isinstance(value, str) else ""
    if not name:
        raise ValueError(ZONE)
    zone_of(name)
    return name


def locale(value: object) -> str:
    """Read the option `locale`."""
    return values.text(value, "a language, for example de or pt-BR")


def data_file(value: object) -> str:
    """Read the name of a data file."""
    return values.path(value, _DATA_FILE.fullmatch, "the name of a YAML file, for example .authors.yml")


def sources_of_updates(value: object) -> tuple[str, ...]:
    """Read the option `last_updated`: one source, or several in their order."""
    wanted = "a list of front_matter and git; the first source that has a date is used"
    return tuple(dict.fromkeys(values.texts([value] if isinstance(value, str) else value, wanted, ("front_matter", "git"))))


def social_image(value: object) -> str:
    """Read the option `social_image`: a path below `docs_dir` or an address."""
    wanted = "a path below docs_dir or an http(s) URL"
    picture = values.text(value, wanted).strip()
    remote = re.match(r"https?://", picture)
    if not is_web(picture) if remote else re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", picture):
        raise ValueError(wanted)
    return picture


def export(value: object) -> str | None:
    """Read the option `export`: a path, or false for no export."""
    if value is False:
        return None
    if not isinstance(value, str) or not value.endswith(".json"):
        raise ValueError("a file name such as posts.json (below the folder; /posts.json is below the site), or false")
    return feed_values.path(value)


_DEFAULTS: Final = "a list such as [{scope: {path: '', type: posts}, values: {author: Ada}}]"
_TYPES: Final = {"posts": False, "post": False, "drafts": True, "draft": True}


def defaults(value: object) -> tuple[Scope, ...]:
    """Read the option `defaults`."""
    if not isinstance(value, list):
        raise ValueError(_DEFAULTS)
    try:
        json.dumps(value, default=str, skipkeys=True)
    except (ValueError, RecursionError):
        raise ValueError("values that do not contain themselves") from None
    scopes = (_scope(item) for item in value)
    return tuple(scope for scope in scopes if scope is not None)


def _scope(item: object) -> Scope | None:
    """Return a scope, or None if it is not for posts: Jekyll also has scopes for pages and collections."""
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
    keys = {str(key): given for key, given in item["values"].items()}
    path = path.removeprefix("./").strip("/")
    return Scope("" if path == "." else path, drafts_only=_TYPES.get(kind, False), typed=bool(kind), values=keys)
