"""Changes to parts of HTML, in linear time; the rest is unchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import Final

from mkdocs_journal.text.tokens import ATTRIBUTE, VOID, Token, after_name, attributes, tokens, unquoted

__all__ = [
    "VOID",
    "OpenElements",
    "Token",
    "attributes",
    "balanced",
    "plain_text",
    "tokens",
    "with_candidates",
    "with_links",
    "without",
]

_CANDIDATE: Final = re.compile(r"([\s,]*+)(\S+)([^,]*)")
_URLS: Final = frozenset({"href", "src", "srcset", "poster", "cite", "data", "xlink:href"})
_OPTIONAL_END: Final = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt"}
)
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "iframe", "noembed", "noframes"})
"""Elements whose content is not text."""


def with_links(html: str, change: Callable[[str], str]) -> str:
    """Return `html` with every URL passed through `change`; unchanged URLs keep their bytes.

    URLs are the values of `href`, `src`, `poster`, `cite`, `data`, `xlink:href` and the candidates of `srcset`.
    """
    return "".join(
        _with_links(token.text, change) if token.kind == "start" and "=" in token.text else token.text
        for token in tokens(html)
    )


def _with_links(tag: str, change: Callable[[str], str]) -> str:
    def changed(match: re.Match[str]) -> str:
        name = match[1].lower()
        if match[3] is None or name not in _URLS or (name == "data" and tag[1:7].lower() != "object"):
            return match[0]
        old = unescape(unquoted(match[3]))
        new = with_candidates(old, change) if name == "srcset" else change(old.strip())
        return match[0] if new in {old, old.strip()} else f'{match[1]}{match[2]}"{escape(new)}"'

    start = after_name(tag)
    return tag[:start] + ATTRIBUTE.sub(changed, tag[start:])


def with_candidates(srcset: str, change: Callable[[str], str]) -> str:
    """Return a `srcset` with the URL of each candidate changed.

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
        out.append(before + change(bare) + descriptor)
    return "".join(out) + srcset[position:]


class OpenElements:
    """The elements that are open at a place of a document."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._count: Counter[str] = Counter()

    def __bool__(self) -> bool:
        return bool(self._names)

    def pass_by(self, token: Token) -> tuple[str, ...]:
        """Process a token and return the elements that it ends, innermost first; an end without a start ends none."""
        if token.kind == "start" and not token.alone:
            self._names.append(token.name)
            self._count[token.name] += 1
        ended: list[str] = []
        if token.kind == "end" and self._count[token.name]:
            while not ended or ended[-1] != token.name:
                ended.append(self._names.pop())
                self._count[ended[-1]] -= 1
        return tuple(ended)

    def rest(self) -> tuple[str, ...]:
        """Return unclosed elements, innermost first."""
        return tuple(reversed(self._names))


def without(
    html: str, is_dropped: Callable[[Token], bool], leave: Callable[[list[Token]], str] | None = None
) -> Iterator[Token]:
    """Yield the tokens of a fragment without comments and without the given elements and their content.

    Args:
        html: The fragment.
        is_dropped: Says of a start tag whether its element goes.
        leave: Returns the HTML that an element leaves in its place, given its tokens; by default nothing.
    """
    dropped: list[Token] = []
    still_open = OpenElements()
    for token in tokens(html):
        if not still_open:
            if token.kind in {"comment", "other"}:
                continue
            if token.kind != "start" or not is_dropped(token):
                yield token
                continue
        dropped.append(token)
        still_open.pass_by(token)
        if not still_open:
            if leave and (left := leave(dropped)):
                yield Token("text", left)
            dropped = []


def plain_text(html: str) -> str:
    """Return the visible text, entities decoded, white space collapsed.

    Scripts, styles, comments and the links to headings (`class="headerlink"`) are left out.
    """
    out: list[str] = []
    silent = ""
    for token in tokens(html):
        if silent:
            silent = "" if token.kind == "end" and token.name == silent else silent
        elif token.kind == "start":
            if (token.name in _SILENT or (token.name == "a" and "headerlink" in token.text)) and not token.alone:
                silent = token.name
            elif token.name not in _INLINE:
                out.append(" ")
        elif token.kind == "end" and token.name not in _INLINE:
            out.append(" ")
        elif token.kind in {"text", "raw"}:
            out.append(unescape(token.text))
        elif token.kind == "cdata":
            out.append(token.text.removeprefix("<![CDATA[").removesuffix("]]>"))
    return " ".join("".join(out).split())


_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)


def balanced(html: str) -> str:
    """Return a balanced fragment: open elements are closed, end tags without a start are removed."""
    out: list[str] = []
    still_open = OpenElements()
    for token in tokens(html):
        if token.kind in {"comment", "other"} and not token.text.endswith(">"):
            continue
        ended = still_open.pass_by(token)
        if token.kind == "end":
            if not ended:
                continue
            out.extend(f"</{name}>" for name in ended[:-1] if name not in _OPTIONAL_END)
            out.append(token.text or f"</{token.name}>")
        else:
            out.append(token.text if token.kind != "text" else _text(token.text))
    out.extend(f"</{name}>" for name in still_open.rest())
    return "".join(out)


def _text(text: str) -> str:
    """Return text in which `<` is escaped, so that an unfinished tag does not swallow what follows."""
    return text.replace("<", "&lt;") if "<" in text else text
