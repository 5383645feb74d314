"""HTML as tokens, read like in a browser, in linear time."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.foreign import FOREIGN, Foreign

_BLANK: Final = r" \t\n\f\r"
ATTRIBUTE: Final = re.compile(
    rf"([^{_BLANK}/>][^{_BLANK}/>=]*+)"
    rf"(?:([{_BLANK}]*+=[{_BLANK}]*+)(\"[^\"]*+\"|'[^']*+'|(?![\"'])[^{_BLANK}>]++|(?=>)))?+"
)
"""Name, equals sign, value. An unclosed quote is part of a name; without a value before the end of the tag it is empty."""
_TAG: Final = re.compile(
    rf"</?(?P<name>[A-Za-z][^{_BLANK}/>]*+)(?:[{_BLANK}/]++|[^{_BLANK}/>][^{_BLANK}/>=]*+"
    rf"(?:[{_BLANK}]*+=[{_BLANK}]*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^{_BLANK}>]++))?+)*+>"
)
_DRAWING: Final = re.compile(
    rf"<(?:{'|'.join(''.join(f'[{sign}{sign.upper()}]' for sign in name) for name in sorted(FOREIGN))})[{_BLANK}/>]"
)
"""Without `IGNORECASE`, with which `re` does not look for the `<` first."""
_COMMENT_END: Final = re.compile("--!?>")
_SCRIPT_SIGN: Final = re.compile(r"<!---*>|<!--|-->|</?script(?=[ \t\n\f\r/>])", re.IGNORECASE)
RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is raw text, without tags."""
_RAW_ENDS: Final = {name: re.compile(rf"</{name}(?=[{_BLANK}/>])", re.IGNORECASE) for name in RAW}
ENDLESS: Final = "plaintext"
"""The element that nothing can close: in a browser all that follows is its text. Here its tag is text."""
_UNFINISHED: Final = re.compile("</?[A-Za-z]")
VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements without an end tag."""


class Token(NamedTuple):
    """A piece of HTML; the texts of all tokens of a document make the document."""

    kind: str
    """`text`, `start`, `end`, `comment`, `cdata` (text in a drawing), `raw` (the content of a script or style) or `other`
    (doctype and the like)."""
    text: str
    """As written in the document; empty at the end of a drawing that is ended by an element of HTML."""
    name: str = ""
    """The element in lower case, of `start` and `end`."""
    alone: bool = False
    """Whether a start tag is a complete element: a void element, or self-closed in a drawing or formula."""
    drawn: bool = False
    """Whether a start tag begins a part of a drawing or formula, where names have another meaning."""

    @property
    def is_endless(self) -> bool:
        """Whether it is an unclosed comment or similar, and so contains the rest of the document."""
        if self.kind == "comment":
            return not (self.text.endswith("-->") or (self.text.endswith("--!>") and len(self.text) >= len("<!----!>")))
        return (self.kind == "cdata" and not self.text.endswith("]]>")) or (self.kind == "other" and self.text[-1] != ">")


def is_unfinished(token: Token) -> bool:
    """Return whether a text is a tag without its end."""
    return token.kind == "text" and bool(_UNFINISHED.match(token.text)) and not _TAG.match(token.text)


def tokens(html: str) -> Iterator[Token]:
    """Yield the tokens of a document or fragment.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization (except unclosed parts: a quote closes
    nothing then, and a tag is text, as is `<plaintext>`)
    """
    position, length = 0, len(html)
    foreign, may_draw = Foreign(), bool(_DRAWING.search(html))
    while position < length:
        opening = html.find("<", position)
        if opening < 0:
            yield Token("text", html[position:])
            return
        token = _token_at(html, opening, foreign)
        if token is None:  # a sign, not a tag
            end = html.find("<", opening + 1)
            end = length if end < 0 else end
            yield Token("text", html[position:end])
            position = end
            continue
        if opening > position:
            yield Token("text", html[position:opening])
        drawn = False
        if token.kind == "start" and (foreign or token.name in FOREIGN):
            closed = _closes_itself(token.text)
            drawn = foreign.start(token.name, closed=closed, void=token.alone)
            token = token._replace(alone=closed, drawn=True) if drawn else token
            yield from (Token("end", "", name) for name in foreign.left)
        elif may_draw and token.kind == "start":
            foreign.around(token.name)
        elif may_draw and token.kind == "end":
            foreign.end(token.name)
            yield from (Token("end", "", name) for name in foreign.left)
        yield token
        position = opening + len(token.text)
        if token.name in RAW and token.kind == "start" and not drawn:
            end = _raw_end(html, position, token.name)
            if end > position:
                yield Token("raw", html[position:end])
            position = end


def _token_at(html: str, start: int, foreign: Foreign) -> Token | None:
    """Return the token that begins with the `<` at `start`, or None if it is only a character."""
    found = _TAG.match(html, start)
    if found is not None:
        name = found["name"].lower()
        if name == ENDLESS and html[start + 1] != "/" and not foreign.of_tags:
            return Token("text", found[0])
        return Token("end", found[0], name) if html[start + 1] == "/" else Token("start", found[0], name, name in VOID)
    following = html[start + 1 : start + 2]
    if following == "!" and html.startswith("<!--", start):
        return Token("comment", html[start : _comment_end(html, start)])
    if following == "!" and foreign.of_data and html.startswith("<![CDATA[", start):
        end = html.find("]]>", start)
        return Token("cdata", html[start:] if end < 0 else html[start : end + 3])
    letter = html[start + 2 : start + 3] if following == "/" else following
    if letter.isalpha() and letter.isascii():
        return Token("text", html[start:])
    if following in {"!", "?"} or (following == "/" and letter):
        end = html.find(">", start)
        return Token("other", html[start:] if end < 0 else html[start : end + 1])
    return None


def _comment_end(html: str, start: int) -> int:
    for empty in ("<!-->", "<!--->"):
        if html.startswith(empty, start):
            return start + len(empty)
    end = _COMMENT_END.search(html, start + 4)
    return end.end() if end else len(html)


def _closes_itself(tag: str) -> bool:
    """Return whether a tag ends with a slash that is not part of a value."""
    end = max((found.end() for found in ATTRIBUTE.finditer(tag, after_name(tag))), default=0)
    return tag.endswith("/>") and end < len(tag) - 1


def _raw_end(html: str, start: int, name: str) -> int:
    """Return the end of the content of a raw text element; an unclosed one contains the rest."""
    if name == "script":
        return _script_end(html, start)
    closing = _RAW_ENDS[name].search(html, start)
    return closing.start() if closing else len(html)


def _script_end(html: str, start: int) -> int:
    """Return where the content of a script ends; in a comment of it, a script inside is skipped.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#script-data-double-escape-start-state
    """
    commented = nested = False
    for sign in _SCRIPT_SIGN.finditer(html, start):
        text = sign[0].lower()
        if text == "<!--":
            commented = True
        elif text == "-->":
            commented = nested = False
        elif text == "<script":
            nested = commented
        elif text == "</script":
            if not nested:
                return sign.start()
            nested = False
    return len(html)


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a start tag, names in lower case, values decoded; of duplicates the first is used."""
    found: dict[str, str] = {}
    for name, _, value in ATTRIBUTE.findall(tag, after_name(tag)):
        found.setdefault(name.lower(), unescaped(unquoted(value)))
    return found


def after_name(tag: str) -> int:
    """Return where the attributes of a tag begin."""
    end = 1
    while end < len(tag) and tag[end] not in " \t\r\n\f/>":
        end += 1
    return end


def unquoted(value: str) -> str:
    """Return the value of an attribute without its quotes."""
    return value[1:-1] if value[:1] in {'"', "'"} else value
