"""Where the addresses of HTML are: in attributes, in lists of pictures, in style sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

_ANY: Final[frozenset[str]] = frozenset()
_TABLE: Final = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})
LINKS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("href", "src", "poster", "cite", "xlink:href"), _ANY),
    "data": frozenset({"object"}),
    "action": frozenset({"form"}),
    "formaction": frozenset({"button", "input"}),
    "longdesc": frozenset({"img", "iframe", "frame"}),
    "background": _TABLE,
}
"""Attributes with an address, and the elements that have them; empty: every element."""
LISTS: Final = frozenset({"srcset", "imagesrcset"})
"""Attributes with a list of pictures."""
_STYLE: Final = "style"
_COMMAS: Final = re.compile(r"\A,|,\Z")
"""At an end of an address, a comma would be between two candidates."""
_CANDIDATE: Final = re.compile(r"([ \t\n\f\r,]*+)([^ \t\n\f\r]++)([^,]*)")
_URL: Final = re.compile(
    r"(\burl\([ \t\n\f\r]*+)(\"[^\"\\]*+\"|'[^'\\]*+'|[^\s\"'()\\]++)(?=[ \t\n\f\r]*+\))", re.IGNORECASE
)
"""An address in a style sheet; one with an escaped character is left as it is."""
_SIGNS: Final = ("srcset", "<object", "<form", "formaction", "longdesc", "background", "<style", "url(")
"""One of these is in lower-case HTML with an address that is not the value of `href`, `src`, `poster` or `cite`."""


def has_rare_links(html: str) -> bool:
    """Return whether HTML may have other addresses than those of common attributes; a quick check.

    Args:
        html: Tags in lower case.
    """
    return any(sign in html for sign in _SIGNS)


def with_address(value: str, name: str, element: str, change: Callable[[str], str]) -> str:
    """Return the value of an attribute with each address in it changed.

    Args:
        value: The value, decoded.
        name: The attribute in lower case.
        element: The element in lower case.
        change: Returns the new address for an old one.
    """
    if name in LISTS:
        return with_candidates(value, change)
    if name == _STYLE:
        return with_style_links(value, change)
    elements = LINKS.get(name)
    return value if elements is None or (elements and element not in elements) else change(value.strip())


def with_candidates(srcset: str, change: Callable[[str], str]) -> str:
    """Return a `srcset` with the URL of each candidate changed; one whose URL becomes empty is left out.

    Source: https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
    """
    out = []
    position = 0
    while found := _CANDIDATE.match(srcset, position):
        before, url, descriptor = found.groups()
        bare = url.rstrip(",")
        if bare != url:  # the comma ends the candidate
            descriptor, position = url[len(bare) :], found.end(2)
        else:
            position = found.end()
        if new := change(bare):  # else its descriptor would be an address
            out.append(before + _COMMAS.sub("%2C", new) + descriptor)
    return "".join(out) + srcset[position:]


def with_style_links(style: str, change: Callable[[str], str]) -> str:
    """Return a style sheet, or the value of `style`, with the address of each `url(…)` changed.

    A fragment alone (`url(#shade)`) names a part of the same document, wherever that is.

    Source: https://drafts.csswg.org/css-syntax-3/#consume-url-token
    """

    def changed(found: re.Match[str]) -> str:
        written = found[2]
        old = written.strip("\"'").strip()
        new = old if old.startswith("#") else change(old)
        return found[0] if new == old else f'{found[1]}"{new}"'

    return _URL.sub(changed, style)
