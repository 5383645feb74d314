"""HTML read as tokens, in linear time whatever it is, and changed without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import Final, NamedTuple

_TAG: Final = re.compile(r"</?(?P<name>[A-Za-z][^\s/>\"'<]*)[^\"'>]*+(?:\"[^\"]*\"[^\"'>]*+|'[^']*'[^\"'>]*+)*+>")
_SLOPPY_TAG: Final = re.compile(r"</?(?P<name>[A-Za-z][^\s/>\"'<]*)[^>]*+>")
_ATTRIBUTE: Final = re.compile(r"([^\s\"'>/=]+)(\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'<>`]+)|[^\s\"'>/=]+|\"[^\"]*\"|'[^']*'")
_CANDIDATE: Final = re.compile(r"([\s,]*)(\S+)([^,]*)")
_MOST_QUIRKS: Final = 100
"""Unclosed quotes after which they are no longer looked for."""
_URLS: Final = frozenset({"href", "src", "srcset", "poster", "cite", "data", "xlink:href"})
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp"})
"""Elements whose content is text, whatever signs it has."""
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements without an end."""
_OPTIONAL_END: Final = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt"}
)
_SILENT: Final = frozenset({"script", "style", "template", "noscript"})
"""Elements whose content nobody reads."""


class Token(NamedTuple):
    """A piece of HTML; the texts of all tokens of a document make the document."""

    kind: str
    """`text`, `start`, `end`, `comment`, `raw` (the content of a script or style) or `other` (doctype and the like)."""
    text: str
    """As it stands in the document."""
    name: str = ""
    """The element in lower case, of `start` and `end`."""


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of a document or fragment.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization (what real content needs of it)
    """
    position, length = 0, len(html)
    quirks = 0
    while position < length:
        opening = html.find("<", position)
        if opening < 0:
            yield Token("text", html[position:])
            return
        token = _token_at(html, opening, strict=quirks < _MOST_QUIRKS)
        if token is None:  # a sign, not a tag
            end = html.find("<", opening + 1)
            end = length if end < 0 else end
            yield Token("text", html[position:end])
            position = end
            continue
        if opening > position:
            yield Token("text", html[position:opening])
        yield token
        quirks += token.kind == "text" or (token.kind in {"start", "end"} and not _closed(token.text))
        position = opening + len(token.text)
        if token.kind == "start" and token.name in _RAW:
            closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(html, position)
            end = closing.start() if closing else length
            if end > position:
                yield Token("raw", html[position:end])
            position = end


def _closed(tag: str) -> bool:
    """Return whether every quote in a tag is closed."""
    return tag.count('"') % 2 == 0 and tag.count("'") % 2 == 0


def _token_at(html: str, start: int, *, strict: bool) -> Token | None:
    """Return the token that begins with the `<` at `start`, or None if it is only a sign.

    Without `strict` quotes are not looked at: each one that is not closed costs a look at the whole rest.
    """
    following = html[start + 1 : start + 2]
    if following == "!" and html.startswith("<!--", start):
        end = html.find("-->", start + 4)
        return Token("comment", html[start:] if end < 0 else html[start : end + 3])
    if following in {"!", "?"}:
        end = html.find(">", start)
        return Token("other", html[start:] if end < 0 else html[start : end + 1])
    if not (following.isalpha() or (following == "/" and html[start + 2 : start + 3].isalpha())):
        return None
    found = (_TAG.match(html, start) if strict else None) or _SLOPPY_TAG.match(html, start)
    if found is None:
        return Token("text", html[start:])
    return Token("end" if following == "/" else "start", found[0], found["name"].lower())


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a start tag, names in lower case, values decoded; the first of two with one name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag, _after_name(tag)):
        name, _, value = match.groups()
        if name:
            found.setdefault(name.lower(), unescape(_unquoted(value)))
        elif match[0][0] not in "\"'":
            found.setdefault(match[0].lower(), "")
    return found


def _after_name(tag: str) -> int:
    end = 1
    while end < len(tag) and tag[end] not in " \t\r\n\f/>":
        end += 1
    return end


def _unquoted(value: str) -> str:
    return value[1:-1] if value[0] in "\"'" else value


def with_links(html: str, change: Callable[[str], str]) -> str:
    """Return `html` with every URL passed through `change`; what it returns unchanged keeps its bytes.

    URLs are the values of `href`, `src`, `poster`, `cite`, `data`, `xlink:href` and the candidates of `srcset`.
    """
    return "".join(
        _with_links(token.text, change) if token.kind == "start" and "=" in token.text else token.text
        for token in tokens(html)
    )


def _with_links(tag: str, change: Callable[[str], str]) -> str:
    def changed(match: re.Match[str]) -> str:
        name = (match[1] or "").lower()
        if name not in _URLS or (name == "data" and tag[1:7].lower() != "object"):
            return match[0]
        old = unescape(_unquoted(match[3]))
        new = with_candidates(old, change) if name == "srcset" else change(old.strip())
        return match[0] if new in {old, old.strip()} else f'{match[1]}{match[2]}"{escape(new)}"'

    start = _after_name(tag)
    return tag[:start] + _ATTRIBUTE.sub(changed, tag[start:])


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


def without(
    html: str, is_dropped: Callable[[Token], bool], leave: Callable[[list[Token]], str] | None = None
) -> Iterator[Token]:
    """Yield the tokens of a fragment without comments and without some elements and all that is in them.

    Args:
        html: The fragment.
        is_dropped: Says of a start tag whether its element goes.
        leave: Returns the HTML that an element leaves in its place, given its tokens; by default nothing.
    """
    dropped: list[Token] = []
    still_open: list[str] = []
    for token in tokens(html):
        if not still_open:
            if token.kind in {"comment", "other"}:
                continue
            if token.kind != "start" or not is_dropped(token):
                yield token
                continue
        dropped.append(token)
        if token.kind == "start" and token.name not in VOID and not token.text.endswith("/>"):
            still_open.append(token.name)
        elif token.kind == "end" and token.name in still_open:
            while still_open.pop() != token.name:
                pass
        if not still_open:
            if leave and (left := leave(dropped)):
                yield Token("text", left)
            dropped = []


def plain_text(html: str) -> str:
    """Return what a reader sees, entities decoded, white space collapsed.

    Scripts, styles, comments and the links to headings (`class="headerlink"`) are left out.
    """
    out: list[str] = []
    silent = ""
    for token in tokens(html):
        if silent:
            silent = "" if token.kind == "end" and token.name == silent else silent
        elif token.kind == "start":
            if token.name in _SILENT or (token.name == "a" and "headerlink" in token.text):
                silent = token.name
            elif token.name not in _INLINE:
                out.append(" ")
        elif token.kind == "end" and token.name not in _INLINE:
            out.append(" ")
        elif token.kind in {"text", "raw"}:
            out.append(unescape(token.text))
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
    """Return a fragment that leaves nothing open: what is open is closed, ends without a beginning are dropped."""
    out: list[str] = []
    still_open: list[str] = []
    counts: dict[str, int] = {}
    for token in tokens(html):
        if token.kind == "comment" and not token.text.endswith("-->"):
            continue
        if token.kind == "start" and token.name not in VOID and not token.text.endswith("/>"):
            still_open.append(token.name)
            counts[token.name] = counts.get(token.name, 0) + 1
        elif token.kind == "end":
            if not counts.get(token.name):
                continue
            while (name := still_open.pop()) != token.name:
                counts[name] -= 1
                if name not in _OPTIONAL_END:
                    out.append(f"</{name}>")
            counts[token.name] -= 1
        out.append(token.text if token.kind != "text" else _text(token.text))
    out.extend(f"</{name}>" for name in reversed(still_open))
    return "".join(out)


def _text(text: str) -> str:
    """Return text in which a sign that could begin a tag is escaped: an unfinished tag must not swallow what follows."""
    return text.replace("<", "&lt;") if "<" in text else text
