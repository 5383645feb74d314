"""Sets of HTML and MathML elements, by use."""

from __future__ import annotations

from typing import Final

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MATH: Final = frozenset(
    {"maction", "math", "menclose", "merror", "mfenced", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover"}
    | {"mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup"}
    | {"msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics"}
)
"""Elements of MathML."""
MATH_ATTRIBUTES: Final = frozenset(
    {"xmlns", "display", "alttext", "mathvariant", "stretchy", "fence", "separator", "form", "linethickness"}
    | {"notation", "accent", "accentunder", "columnalign", "columnspacing", "columnlines", "rowalign", "rowspacing"}
    | {"rowlines", "columnspan", "rowspan", "displaystyle", "scriptlevel", "lspace", "rspace", "minsize", "maxsize"}
    | {"depth", "open", "close"}
)
"""Attributes for the layout of a formula."""
KNOWN: Final = MATH | frozenset(
    {"a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote"}
    | {"br", "caption", "center", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "dialog"}
    | {"dir", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "i", "img", "ins", "kbd", "legend", "li", "main", "map", "mark", "menu", "meter", "nav", "ol"}
    | {"output", "p", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "section", "small"}
    | {"source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead"}
    | {"time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr"}
)
"""Elements allowed in feeds."""
BLOCKS: Final = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt"}
    | {"figcaption", "figure", "footer", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "ul"}
)
"""Elements that end the paragraph before them."""
INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"}
    | {"kbd", "mark", "math", "picture", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr"}
)
"""Elements that are part of a line of text."""
