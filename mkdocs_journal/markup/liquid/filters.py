"""Filters of Liquid and Jekyll that depend only on their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Final
from urllib.parse import quote, quote_plus

from mkdocs_journal.addresses import split
from mkdocs_journal.markup.liquid.date_formats import moment_of, written
from mkdocs_journal.markup.liquid.known_values import Known, Unknown, as_text
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.urls.slugs import slugify

Filter = Callable[..., object]
_MOST: Final = 100_000
"""Characters that a filter may put into a text: a chain of them would multiply it again and again."""
_DIGITS: Final = 30
"""Digits of whole numbers that are calculated with."""


class NoFilter(Exception):
    """Neither Liquid nor Jekyll has a filter of this name; they ignore it."""


def relative_url(known: Known, path: str) -> str:
    """Return a path below the site as a path on its web host; addresses with a host are kept."""
    if _has_scheme(path) or path.startswith("//"):
        return path
    return re.sub(r"(?<!:)/{2,}", "/", f"{known.baseurl}/{path.lstrip('/')}") if path else f"{known.baseurl}/"


def _has_scheme(path: str) -> bool:
    parts = split(path)
    return parts is not None and bool(parts.scheme)


def absolute_url(known: Known, path: str) -> str:
    """Return a path below the site as an absolute address."""
    return path if _has_scheme(path) else known.url.rstrip("/") + relative_url(known, path)


def _default(value: object, other: object = "") -> object:
    return other if value in (None, False, "") or value == [] else value


def _number(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Unknown(str(value))
    if isinstance(value, str):
        if not re.fullmatch(r"-?\d{1,15}(?:\.\d{1,15})?", value.strip()):
            raise Unknown(value)
        return float(value) if "." in value else int(value)
    if isinstance(value, int) and abs(value) >= 10**_DIGITS:
        raise Unknown("a long number")
    return value


def _truncated(text: str, most: object = 50, end: object = "...") -> str:
    limit, tail = int(_number(most)), as_text(end)
    return text if len(text) <= limit else text[: max(0, limit - len(tail))] + tail


def _truncated_words(text: str, most: object = 15, end: object = "...") -> str:
    words = text.split()
    limit = max(1, int(_number(most)))
    return text if len(words) <= limit else " ".join(words[:limit]) + as_text(end)


def _slug(text: str, mode: object = "default") -> str:
    return slugify(text, as_text(mode)).lower()


_UNREAD: Final = re.compile("<script|<!--|<style", re.IGNORECASE)
_UNREAD_ENDS: Final = {
    "<script": re.compile("</script>", re.IGNORECASE),
    "<!--": re.compile("-->"),
    "<style": re.compile("</style>", re.IGNORECASE),
}


def _without_tags(text: str) -> str:
    *tagged, rest = _without_unread(text).split(">")
    return "".join(part.partition("<")[0] if "<" in part else f"{part}>" for part in tagged) + rest


def _without_unread(text: str) -> str:
    """A text without scripts, styles and comments that have an end."""
    kept, pos = [], 0
    absent: set[str] = set()
    for found in _UNREAD.finditer(text):
        opening = found[0].lower()
        if found.start() < pos or opening in absent:
            continue
        if end := _UNREAD_ENDS[opening].search(text, found.end()):
            kept.append(text[pos : found.start()])
            pos = end.end()
        else:
            absent.add(opening)
    return "".join([*kept, text[pos:]])


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


def _date(value: object, form: object) -> object:
    return written(moment_of(value), as_text(form)) if value not in (None, "") else value


def _day(value: object, kind: object = "", style: object = "") -> str:
    return _in_words(value, "%b", kind, style)


def _long_day(value: object, kind: object = "", style: object = "") -> str:
    return _in_words(value, "%B", kind, style)


def _in_words(value: object, month: str, kind: object, style: object) -> str:
    """A day as in Jekyll's filters: `05 Mar 2024`, or `ordinal` `5th Mar 2024`, in the style `US` `Mar 5th, 2024`."""
    moment = moment_of(value)
    if kind != "ordinal":
        return written(moment, f"%d {month} %Y")
    last = moment.day % 10 if moment.day not in (11, 12, 13) else 0
    day = f"{moment.day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"
    return written(moment, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")


def _divided(value: object, by: object) -> int | float:
    """Divide; whole numbers are rounded down."""
    number, divisor = _number(value), _number(by)
    if divisor == 0:
        raise Unknown(str(value))
    return number // divisor if isinstance(number, int) and isinstance(divisor, int) else number / divisor


def _remainder(value: object, by: object) -> int | float:
    if _number(by) == 0:
        raise Unknown(str(value))
    return _number(value) % _number(by)


def _split(text: str, between: object) -> list[str]:
    parts = text.split(as_text(between)) if as_text(between) else list(text)
    while parts and not parts[-1]:
        del parts[-1]
    return parts


def _replaced(text: str, old: object, new: object = "") -> str:
    one, other = as_text(old), as_text(new)
    if text.count(one) * len(other) > _MOST:
        raise Unknown("a long text")
    return text.replace(one, other)


def _joined(value: object, between: object = " ") -> str:
    parts = [as_text(part) for part in value] if isinstance(value, list | tuple) else [as_text(value)]
    glue = as_text(between)
    if len(parts) * len(glue) > _MOST:
        raise Unknown("a long text")
    return glue.join(parts)


_OF_TEXTS: Final[Mapping[str, Callable[..., str]]] = {
    "append": lambda text, more: text + as_text(more),
    "prepend": lambda text, more: as_text(more) + text,
    "upcase": str.upper,
    "downcase": str.lower,
    "capitalize": _capitalized,
    "strip": lambda text: text.strip(),
    "lstrip": lambda text: text.lstrip(),
    "rstrip": lambda text: text.rstrip(),
    "replace": _replaced,
    "replace_first": lambda text, old, new="": text.replace(as_text(old), as_text(new), 1),
    "remove": lambda text, old: text.replace(as_text(old), ""),
    "remove_first": lambda text, old: text.replace(as_text(old), "", 1),
    "escape": lambda text: escape(text).replace("&#x27;", "&#39;"),
    "xml_escape": lambda text: escape(text).replace("&#x27;", "&#39;"),
    "escape_once": lambda text: escape(unescaped(text)).replace("&#x27;", "&#39;"),
    "url_encode": lambda text: quote_plus(text, safe=""),
    "cgi_escape": lambda text: quote_plus(text, safe=""),
    "uri_escape": lambda text: quote(text, safe="/!$&'()*+,;=:@~?#%[]"),
    "strip_html": _without_tags,
    "strip_newlines": lambda text: text.replace("\n", ""),
    "newline_to_br": lambda text: text.replace("\n", "<br />\n"),
    "normalize_whitespace": lambda text: " ".join(text.split()),
    "truncate": _truncated,
    "truncatewords": _truncated_words,
    "slugify": _slug,
}
"""Filters that use the text of a value."""
_OF_VALUES: Final[Mapping[str, Filter]] = {
    "default": _default,
    "date": _date,
    "date_to_string": _day,
    "date_to_long_string": _long_day,
    "date_to_xmlschema": lambda value: moment_of(value).isoformat(timespec="seconds"),
    "date_to_rfc822": lambda value: written(moment_of(value), "%a, %d %b %Y %H:%M:%S %z"),
    "plus": lambda value, other: _number(value) + _number(other),
    "minus": lambda value, other: _number(value) - _number(other),
    "divided_by": _divided,
    "modulo": _remainder,
    "split": lambda value, between: _split(as_text(value), between),
    "times": lambda value, other: _number(value) * _number(other),
    "join": _joined,
    "size": lambda value: len(value) if isinstance(value, str | list | tuple | Mapping) else 0,
    "first": lambda value: value[0] if isinstance(value, list | tuple) and value else None,
    "last": lambda value: value[-1] if isinstance(value, list | tuple) and value else None,
}
NOT_HERE: Final = frozenset(
    {
        "abs",
        "array_to_sentence_string",
        "at_least",
        "at_most",
        "ceil",
        "compact",
        "concat",
        "find",
        "find_exp",
        "floor",
        "group_by",
        "group_by_exp",
        "inspect",
        "jsonify",
        "map",
        "number_of_words",
        "pop",
        "push",
        "reverse",
        "round",
        "sample",
        "sassify",
        "scssify",
        "shift",
        "slice",
        "smartify",
        "sort",
        "sort_natural",
        "sum",
        "to_integer",
        "uniq",
        "unshift",
        "url_decode",
        "where",
        "where_exp",
    }
)
"""Filters of Liquid and Jekyll that this reader does not support."""


def apply_filter(
    name: str, value: object, arguments: list[object], known: Known, markdownify: Callable[[str], str]
) -> object:
    """Apply a filter to a value.

    Raises:
        Unknown: The filter is not supported, or not for this value.
        NoFilter: Neither Liquid nor Jekyll has it.
    """
    try:
        if name in _OF_TEXTS:
            return _OF_TEXTS[name](as_text(value), *arguments)
        if name in _OF_VALUES:
            return _OF_VALUES[name](value, *arguments)
        if name in ("relative_url", "absolute_url") and not arguments:
            return (relative_url if name == "relative_url" else absolute_url)(known, as_text(value))
        if name == "markdownify" and not arguments:
            return markdownify(as_text(value))
    except (TypeError, OverflowError, ValueError):
        raise Unknown(name) from None
    if name in NOT_HERE or name in ("relative_url", "absolute_url", "markdownify"):
        raise Unknown(name)
    raise NoFilter(name)
