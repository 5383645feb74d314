"""Values of Liquid expressions: literals, and values known of the post and the site."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, NamedTuple


class Unknown(Exception):
    """An expression whose value is not known."""


def _no_address(_name: str) -> str | None:
    return None


class Known(NamedTuple):
    """The values known while a body is read."""

    page: Mapping[str, object] = MappingProxyType({})
    """Front matter and values derived from it; any other key of the page is empty, as in Jekyll."""
    site: Mapping[str, object] = MappingProxyType({})
    """The values in the configuration."""
    whole_site: bool = False
    """Whether `site` is complete: then any other key is empty, as in Jekyll, else it is unknown."""
    post_url: Callable[[str], str | None] = _no_address
    """Returns the address of a post by its name `YYYY-MM-DD-title`."""
    link: Callable[[str], str | None] = _no_address
    """Returns the address of a page or file by its path."""

    @property
    def url(self) -> str:
        """Return scheme and host of the site."""
        return str(self.site.get("url") or "")

    @property
    def baseurl(self) -> str:
        """Return the folder of the site on its web host."""
        path = str(self.site.get("baseurl") or "").strip("/")
        return f"/{path}" if path else ""


NOT_OF_SITE: Final = frozenset(
    {
        "categories", "collections", "data", "documents", "github", "html_files", "html_pages", "pages", "posts",
        "related_posts", "static_files", "tags", "time",
    }
)  # fmt: skip
"""Keys that Jekyll itself adds to `site`."""
NOT_OF_PAGE: Final = frozenset({"content", "excerpt", "next", "previous", "output"})
"""Keys of Jekyll's pages that depend on other pages or on the output."""
_LITERAL: Final = re.compile(
    r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<number>-?\d{1,15}(?:\.\d{1,15})?)|(?P<path>[\w-]+(?:\.[\w-]+|\[[^\]]*\])*))\s*\Z"""
)
_STEP: Final = re.compile(r"""\.([\w-]+)|\[\s*(?:"([^"]*)"|'([^']*)'|(-?\d+))\s*\]""")
_WORDS: Final[Mapping[str, object]] = {"true": True, "false": False, "nil": None, "null": None, "blank": "", "empty": ""}


def value_of(text: str, known: Known, *, bare: bool = False) -> object:
    """Return the value of a literal or a variable.

    Args:
        text: The expression, without filters.
        known: The known values.
        bare: Whether a bare name that is not set is empty instead of unknown.

    Raises:
        Unknown: The value is not known.
    """
    found = _LITERAL.match(text)
    if found is None:
        raise Unknown(text)
    if found["number"] is not None:
        return float(found["number"]) if "." in found["number"] else int(found["number"])
    if found["path"] is None:
        return found["double"] if found["double"] is not None else found["single"]
    if found["path"] in _WORDS:
        return _WORDS[found["path"]]
    return _variable(found["path"], known, bare=bare)


def _variable(path: str, known: Known, *, bare: bool) -> object:
    root = re.match(r"[\w-]+", path)
    name = root[0] if root else ""
    steps = [first or double or single or number for first, double, single, number in _STEP.findall(path[len(name) :])]
    if name not in ("page", "site") or not steps:
        if bare:
            return None
        raise Unknown(path)
    values, others = (known.page, NOT_OF_PAGE) if name == "page" else (known.site, NOT_OF_SITE)
    if steps[0] not in values and (steps[0] in others or (name == "site" and not known.whole_site)):
        raise Unknown(path)
    value: object = values
    for step in steps:
        value = _step(value, step)
    return value


def _step(value: object, step: str) -> object:
    """Return a part of a value; None if there is no part of that name."""
    if isinstance(value, Mapping):
        return value[step] if step in value else len(value) if step == "size" else None
    if isinstance(value, list | tuple):
        if re.fullmatch(r"-?\d{1,15}", step):
            return value[int(step)] if -len(value) <= int(step) < len(value) else None
        return {"size": len(value), "first": value[0] if value else None, "last": value[-1] if value else None}.get(step)
    return len(value) if isinstance(value, str) and step == "size" else None


def as_text(value: object) -> str:
    """Return a value as Liquid prints it.

    Raises:
        Unknown: Ruby would print it in its own notation, or it contains itself.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S %z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        try:
            return "".join(map(as_text, value))
        except RecursionError:
            raise Unknown("a list that contains itself") from None
    if isinstance(value, Mapping):
        raise Unknown("a map")
    return str(value)
