"""How the values of the options about stamps, people and machines are read, as `values` reads the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mkdocs_journal.addresses import is_web
from mkdocs_journal.options import feed_values, values


def yes_or_no(value: object) -> bool:
    """Read a switch."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def sources(value: object) -> tuple[str, ...]:
    """Read where the day of the last change comes from."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(name in ("front_matter", "git") for name in names):
        raise ValueError("a list of front_matter and git; the first one that has a date is used")
    return tuple(dict.fromkeys(names))


def file_name(value: object) -> str:
    """Read the name of a file, below the folder of the configuration or the top of the repository."""
    if not isinstance(value, str) or not value.strip() or ".." in value.split("/") or value[:1] == "/":
        raise ValueError("the name of a file, for example .git-blame-ignore-revs")
    return value


def pattern(value: object) -> str:
    """Read a regular expression."""
    wanted = "a regular expression, for example '^style:'"
    if not isinstance(value, str) or not value.strip():  # an empty one is found in every message
        raise ValueError(wanted)
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{wanted} ({error})") from None
    return value


STAMPS: Final = ("created", "updated", "people")


@dataclass(frozen=True, slots=True)
class PageStamps:
    """What is shown of the history of a page, and on which pages."""

    show: tuple[str, ...] = ()
    """Some of `STAMPS`; empty: nothing."""
    exclude: tuple[str, ...] = ()
    """Globs of pages that are left out."""


def page_stamps(value: object) -> PageStamps:
    """Read the option `page_stamps`."""
    inside = value if isinstance(value, Mapping) else {"show": value}
    shown = inside.get("show")
    chosen = list(STAMPS) if shown is None or shown is True else shown
    wanted = f"true, false, a list of {', '.join(STAMPS)}, or {{show: […], exclude: [globs]}}"
    if shown is False:
        chosen = []
    elif not isinstance(chosen, list) or not chosen or not all(name in STAMPS for name in chosen):
        raise ValueError(wanted)
    if not inside or not set(inside) <= {"show", "exclude"}:
        raise ValueError(wanted)
    exclude = inside.get("exclude")
    return PageStamps(tuple(name for name in STAMPS if name in chosen), values.texts([] if exclude is None else exclude))


_PICTURE: Final = "a path below docs_dir or an http(s) URL"


def picture(value: object) -> str:
    """Read the picture of a site: a path below `docs_dir` or an address."""
    if not isinstance(value, str) or not value.strip() or re.match(r"(?!https?://)[A-Za-z][A-Za-z0-9+.-]*:", value):
        raise ValueError(_PICTURE)
    if re.match(r"https?://", value.strip()) and not is_web(value.strip()):
        raise ValueError(_PICTURE)
    return value.strip()


def export_path(value: object) -> str | None:
    """Read the path of the export, or false for none."""
    if value is False:
        return None
    if not isinstance(value, str) or not value.endswith(".json"):
        raise ValueError("a file name such as posts.json (below the folder; /posts.json is below the site), or false")
    return feed_values.path(value)
