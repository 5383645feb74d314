"""Pages as Markdown writes them, and nearly such pages, made by chance."""

from __future__ import annotations

from random import Random

TEXTS = ["a", "b c", "\n", " ", "\n\n", "&amp;", "&para;", "&lt;x", "é", "\u00a0", "x  y", ">", '"', "it's", "&#10;"]
TEXTS += ["&nbsp;", "\t", " \n ", "&", "&am", "p;", "\u2003", "&#x85;"]
NAMES = ["p", "h1", "h2", "h3", "code", "pre", "li", "ul", "ol", "sub", "sup", "em", "div", "a", "span", "td", "object"]
ATTRIBUTES = ["", ' id="x"', ' class="headerlink"', ' id="a&amp;b"', ' id="1" class="c"', ' href="u?a=1&amp;b"', " hidden"]
ATTRIBUTES += [' id="x" id="y"', ' viewBox="0 0"', ' ID="up"', " id", ' title="&gt;"', " data-search-exclude", " id='q'"]
ALONE = ["<br>", "<br />", '<img src="x" />', "<!-- more -->", "<hr/>", '<path d="M0"/>', "<!---->", "<p/>", "<h2/>"]
ALONE += ["<wbr>", "<x-y>", '<svg viewBox="0 0 1 1">', "</svg>", '<input type="checkbox" disabled>', "<!-- a -- b -->"]
ALONE += ["<script>if (a < b) '<p>'</script>", "<P>", "< b", "<?php ?>", "<a href=x>", '<td class="linenodiv">', "</p x>"]


def usual_page(chance: Random, depth: int = 0) -> str:
    """Return a page; most are as Markdown writes them, some have one or two things that it does not write."""
    parts = []
    for _ in range(chance.randint(0, 5)):
        kind = chance.random()
        if kind < 0.35:
            parts.append(chance.choice(TEXTS))
        elif kind < 0.9 and depth < 4:
            name = chance.choice(NAMES if chance.random() < 0.1 else NAMES[:-1])
            written = chance.choice(ATTRIBUTES) if chance.random() < 0.4 else ""
            end = f"</{name}>" if chance.random() < 0.98 else ""
            parts.append(f"<{name}{written}>{usual_page(chance, depth + 1)}{end}")
        else:
            parts.append(chance.choice(ALONE) if chance.random() < 0.4 else "")
    return "".join(parts)
