"""Readers of the options of the whole site: its journals, the history of pages, redirects and the audit."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from mkdocs_journal.options import values

HOST_FILES: Final = ("_redirects", "redirects.json")
"""Redirect files that web hosts read: for Netlify and Cloudflare Pages, and as written by jekyll-redirect-from."""
STAMPS: Final = ("created", "updated", "people")
"""The parts of a page's history that can be shown."""
LEVELS: Final = ("error", "warn", "off")
"""The levels at which the audit reports."""
_REVISIONS_FILE: Final = re.compile(r"(?!/)(?=.*\S).*", re.DOTALL)
_SCHEDULE: Final = re.compile(r"/?[\w-][\w.-]*(?:/[\w-][\w.-]*)*\.json")


class PageStamps(NamedTuple):
    """Which parts of a page's history are shown, and on which pages."""

    show: tuple[str, ...] = ()
    """Some of `STAMPS`; empty if nothing is shown."""
    exclude: tuple[str, ...] = ()
    """Globs of pages that are left out."""


class Audit(NamedTuple):
    """The settings of the leak audit."""

    level: str = "error"
    """`error`: proof of a leak fails the build; `warn`: it is a warning; `off`: nothing is searched."""
    allow: tuple[str, ...] = ()
    """Globs of outputs and phrases that are not reported."""


_JEKYLL: Final = re.compile(r"(?!/)[^\\\x00-\x1f\ud800-\udfff]*\.ya?ml")


def jekyll(value: object) -> str:
    """Read the option `jekyll`: a file below the folder of the configuration."""
    return values.path(value, _JEKYLL.fullmatch, "the name of a file beside mkdocs.yml, for example _config.yml")


_JOURNALS: Final = "names and options, for example {news: {}, releases: {per_page: 20}}"


def journals(value: object) -> Mapping[str, Mapping[str, object]]:
    """Read the names of journals and their options; the options are checked later."""
    if not isinstance(value, Mapping):
        raise ValueError(_JOURNALS)
    found: dict[str, Mapping[str, object]] = {}
    for name, options in value.items():
        if not isinstance(name, str) or not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*", name) or ".." in name:
            raise ValueError(f"a name of letters and digits instead of {name!r}")
        if values.is_too_deep(name):
            raise ValueError(f"a name with at most {values.MAX_FOLDERS} slashes instead of {name[:60]!r}…")
        if options is not None and not isinstance(options, Mapping):
            raise ValueError(_JOURNALS)
        found[name] = options or {}
    return found


def combined(value: object) -> Mapping[str, object]:
    """Read the option `combined`: a folder, or options that include a folder."""
    options = {"folder": value} if isinstance(value, str) else value
    if not isinstance(options, Mapping) or not options.get("folder"):
        raise ValueError("a folder, for example all, or {folder: all, title: Everything}")
    return options


def page_stamps(value: object) -> PageStamps:
    """Read the option `page_stamps`."""
    inside = value if isinstance(value, Mapping) else {"show": value}
    wanted = f"true, false, a list of {', '.join(STAMPS)}, or {{show: […], exclude: [globs]}}"
    if not inside or not set(inside) <= {"show", "exclude"} or inside.get("show") == []:
        raise ValueError(wanted)
    shown = inside.get("show")
    chosen: tuple[str, ...] = STAMPS
    if shown is False:
        chosen = ()
    elif shown is not None and shown is not True:
        chosen = values.texts(shown, wanted, STAMPS)
    exclude = inside.get("exclude")
    return PageStamps(tuple(name for name in STAMPS if name in chosen), values.globs([] if exclude is None else exclude))


def revisions_file(value: object) -> str:
    """Read the option `ignore_revs`: a file below the folder of the configuration or the root of the repository."""
    wanted = "the name of a file, for example .git-blame-ignore-revs"
    return values.path(value, _REVISIONS_FILE.fullmatch, wanted)


def pattern(value: object) -> str:
    """Read a regular expression; an empty one is invalid because it matches every commit message."""
    wanted = "a regular expression, for example '^style:'"
    expression = values.text(value, wanted)
    try:
        re.compile(expression)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"{wanted} ({error})") from None
    return expression


def host_files(value: object) -> tuple[str, ...]:
    """Read which redirect files are written for the web host."""
    return tuple(dict.fromkeys(values.texts(value, f"a list of {' and '.join(HOST_FILES)}", HOST_FILES)))


def schedule(value: object) -> str:
    """Read the option `schedule`, a file below the site."""
    wanted = "a file name below the site that ends with .json, for example schedule.json"
    return values.path(value, _SCHEDULE.fullmatch, wanted).lstrip("/")


def audit(value: object) -> Audit:
    """Read the option `audit`; YAML reads `off` as false and `on` as true."""
    inside = value if isinstance(value, Mapping) else {"level": value}
    wanted = "error, warn, off, or {level: …, allow: [globs of outputs or phrases]}"
    level, allow = inside.get("level", "error"), inside.get("allow", [])
    level = ("error" if level else "off") if isinstance(level, bool) else level
    if level not in LEVELS or not set(inside) <= {"level", "allow"}:
        raise ValueError(wanted)
    phrases = values.texts([allow] if isinstance(allow, str) else allow, wanted)
    return Audit(str(level), tuple(values.text(phrase, wanted) for phrase in phrases))
