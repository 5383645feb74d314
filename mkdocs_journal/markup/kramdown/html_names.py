"""Kinds of HTML elements: inline, block, and how their contents are read."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPAN_ELEMENTS = _words(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby "
    "samp select small span strong sub sup time tt u var"
)
"""Inline elements, which never end a paragraph."""

BLOCK_ELEMENTS = _words(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table "
    "tbody td th thead tfoot tr ul"
)
"""Block elements; their tags inside a line are text."""

VOID_ELEMENTS = _words("area base br col command embed hr img input keygen link meta param source track wbr")

BLOCK_CONTENTS = _words(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header "
    "hgroup iframe li main map menu nav noscript object section summary td"
)
SPAN_CONTENTS = _words(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc "
    "rp rt rtc ruby select small span strong sub sup th tt"
)
RAW_CONTENTS = _words("script style math option textarea pre code kbd samp var")

KNOWN_ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | VOID_ELEMENTS | BLOCK_CONTENTS | SPAN_CONTENTS | RAW_CONTENTS


def contents_of(name: str) -> str:
    """Return how the content of an element is read with `markdown="1"`: `block`, `span` or `raw`."""
    return "block" if name in BLOCK_CONTENTS else "span" if name in SPAN_CONTENTS else "raw"


def own_spelling(name: str) -> str:
    """Return names of HTML in lower case, others as written."""
    lower = name.lower()
    return lower if lower in KNOWN_ELEMENTS else name
