"""The content of a post for feed readers: complete, with absolute URLs, without parts that only browsers use."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from typing import Final

from mkdocs_journal.addresses import in_ascii, joined
from mkdocs_journal.text.elements import KNOWN, MATH, MATH_ATTRIBUTES
from mkdocs_journal.text.formulas import has_formulas, is_screen_copy, with_tex
from mkdocs_journal.text.headings import repeats
from mkdocs_journal.text.html import Token, attributes, plain_text, tokens, with_candidates, without
from mkdocs_journal.text.kept_if_short import kept_if_short
from mkdocs_journal.text.nesting import nested
from mkdocs_journal.text.opening_heading import opening_heading
from mkdocs_journal.text.pictures import with_real_pictures
from mkdocs_journal.text.tags import checkbox, classes, is_unseen
from mkdocs_journal.text.tokens import VOID
from mkdocs_journal.text.well_formed import rewritten

_KEPT: Final = frozenset(
    [
        "href",
        "src",
        "srcset",
        "sizes",
        "alt",
        "title",
        "width",
        "height",
        "colspan",
        "rowspan",
        "start",
        "datetime",
        "cite",
        "poster",
        "controls",
        "lang",
        "dir",
        "type",
    ]
)
_URLS: Final = frozenset({"href", "src", "srcset", "poster", "cite"})
"""Attributes with URLs; URLs that run code are removed."""
_DROPPED: Final = frozenset(
    {"script", "style", "template", "noscript", "form", "button", "select", "textarea", "svg", "head", "title"}
    | {"noembed", "noframes"}
    | {"annotation", "annotation-xml"}
)
"""Elements removed with their content; of an `svg` the title is kept. A formula is complete without its annotation."""
_EMBEDDED: Final = frozenset({"iframe", "embed", "object", "frame"})
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "ftp", "data", "sms", "xmpp", "irc", ""})
_ORNAMENTS: Final = frozenset(
    {"linenos", "headerlink", "md-annotation", "md-clipboard", "mkdocs-draft-marker", "tabbed-labels"}
)
"""Classes of elements that only browsers use."""
_LINE_ANCHOR: Final = re.compile(r"__codelineno|line-\d+")
_NAME: Final = "[A-Za-z0-9_~-][A-Za-z0-9_.~-]*+"
_FOLDERS: Final = rf"(?:{_NAME}/)*+"
_BEHIND: Final = rf"{_FOLDERS}(?:{_NAME})?+(?:#[A-Za-z0-9_.~-]++)?+"
_SITE: Final = r"https?://(?![Xx]n--)[A-Za-z0-9-]++(?:\.(?![Xx]n--)[A-Za-z0-9-]++)*+(?<=[A-Za-z])/"
"""A host that ends in a letter; others may be malformed."""
_FOLDER: Final = re.compile(rf"(?P<site>{_SITE})(?P<folders>{_FOLDERS})")
_NAMES: Final = re.compile(rf"(?P<up>(?:\.\./)*+){_BEHIND}")
_WHOLE: Final = re.compile(f"{_SITE}{_BEHIND}")
"""The address of a folder, a link from there, and a whole address, of characters that need no encoding in any part."""


def feed_content(html: str, page_url: str, *, title: str = "") -> str:
    """Return a post's HTML for feeds.

    Args:
        html: The rendered body.
        page_url: The absolute URL of its page, against which links are resolved.
        title: The title; a first heading that repeats it is left out, because feed readers show the title.

    Returns:
        HTML with absolute URLs, nested as a browser reads it. Scripts, styles, forms, comments, identifiers, ornaments
        of themes and unknown elements are removed, an embedded page becomes a link to it, pictures that a script
        would load are kept, formulas are MathML, and text in `<pre>` is unchanged.
    """
    heading = opening_heading(html) if title else None
    if heading and repeats(plain_text(heading.inside), title):
        html = html[: heading.start].lstrip() + html[heading.end :].lstrip()
    html = with_tex(with_real_pictures(html))
    usual = rewritten(html, partial(_usual_tag, base=page_url))
    return _from_tokens(html, page_url) if usual is None else usual.strip()


def _from_tokens(html: str, page_url: str) -> str:
    """Return the content of any HTML."""
    twice = has_formulas(html)
    tabs: list[deque[str]] = []
    kept = without(
        html,
        lambda token: _is_dropped(token) or (twice and is_screen_copy(token)),
        lambda element: _left(element, page_url, tabs),
    )
    return nested(_rewritten(kept, page_url, tabs)).strip()


@kept_if_short(4096)
def absolute(link: str, base: str) -> str:
    """Return a link as an absolute URI: resolved, percent-encoded, its host in ASCII.

    A link that runs code or is malformed becomes empty.
    """
    return _absolute_name(link, base) or _absolute_of_any(link, base)


_PICTURE: Final = "data:image/"
"""The start of a picture that is written into its address."""


def _absolute_name(link: str, base: str) -> str:
    """Return the same for a link of plain names from a folder with a plain address, and for a plain address; else empty."""
    at, to = _FOLDER.fullmatch(base), _NAMES.fullmatch(link)
    if (at or not base) and _WHOLE.fullmatch(link):
        return link
    if at is None or to is None:
        return ""
    folders = at["folders"].split("/")[:-1]
    up = to["up"].count("/")
    if up > len(folders):
        return ""
    return at["site"] + "".join(f"{folder}/" for folder in folders[: len(folders) - up]) + link[len(to["up"]) :]


def _absolute_of_any(link: str, base: str) -> str:
    """Return the same for every link; the plain way."""
    if link.startswith(_PICTURE) and link.isascii():
        return link.strip().replace(" ", "%20")  # not split: Python would keep it
    parts = joined(base, link.strip())
    if parts is None or parts.scheme not in _SCHEMES or (parts.scheme == "data" and not link.startswith(_PICTURE)):
        return ""
    if parts.scheme not in {"http", "https"}:
        return link.strip().replace(" ", "%20")
    return in_ascii(parts)


def _is_dropped(token: Token) -> bool:
    return _drops(token.text, token.name)


@kept_if_short(4096)
def _drops(tag: str, name: str) -> bool:
    if name in _DROPPED or name in _EMBEDDED:
        return True
    if not classes(tag).isdisjoint(_ORNAMENTS):
        return True
    if is_unseen(tag):  # its style is removed, so hidden content would be visible
        return True
    return name == "a" and bool(_LINE_ANCHOR.search(tag)) and _is_line(tag)


def _is_line(tag: str) -> bool:
    """Return whether a link marks a line of code; one without an address may be an anchor set by the author."""
    found = attributes(tag)
    name = found.get("id", "") + found.get("name", "")
    return bool(_LINE_ANCHOR.search(name)) and ("href" in found or "__codelineno" in name)


def _left(element: list[Token], base: str, tabs: list[deque[str]]) -> str:
    """Return the replacement of an element: a link to an embedded page, the title of a picture, the text of a formula."""
    name = element[0].name
    if name in _EMBEDDED:
        found = attributes(element[0].text)
        url = found.get("src") or found.get("data") or ""
        to = absolute(url, base) if url else ""
        return f'<p><a href="{escape(to)}">{escape(found.get("title") or url)}</a></p>' if to else ""
    if name == "svg":
        return "".join(token.text for token in _inside("title", element))
    if "tabbed-labels" in classes(element[0].text):
        tabs.append(_labels(element))
    return ""


def _labels(element: list[Token]) -> deque[str]:
    """Return the text of each label in an element, as HTML."""
    found: list[list[str]] = []
    for token in element:
        if token.kind == "start" and token.name == "label":
            found.append([])
        elif token.kind == "text" and found:
            found[-1].append(token.text)
    return deque("".join(label).strip() for label in found)


def _inside(name: str, element: list[Token]) -> list[Token]:
    """Return the text of the first element of a name inside another."""
    starts = [n for n, token in enumerate(element) if token.kind == "start" and token.name == name]
    after = element[starts[0] + 1 :] if starts else []
    return after[:1] if after and after[0].kind in {"text", "raw"} else []


def _rewritten(kept: Iterable[Token], base: str, tabs: list[deque[str]]) -> Iterator[Token]:
    """Yield tokens with the attributes that feed readers use, without wrappers that only browsers use."""
    for token in kept:
        if not token.name:
            yield token if token.kind != "raw" else Token("text", escape(token.text, quote=False))
        elif token.name not in KNOWN:
            yield Token("text", checkbox(token) if token.name == "input" else "")
        elif token.kind == "end":
            yield token
        else:
            yield token._replace(text=_tag(token.text, token.name, token.alone, base))
            if tabs and "tabbed-block" in classes(token.text):
                yield from _label(tabs)


def _usual_tag(tag: str, name: str, base: str) -> str | None:
    """Return a start tag of an element that feeds have, with the attributes that feed readers use; None: it is left out."""
    written = _without_url(tag, name)
    return _tag(tag, name, name in VOID, base) if written == "" else written


@kept_if_short(1024)
def _without_url(tag: str, name: str) -> str | None:
    """Return the same for a tag without URLs, which is the same on all pages; empty for one that has some."""
    if _drops(tag, name):
        return None
    return "" if _URLS & attributes(tag).keys() else _tag(tag, name, name in VOID, "")


@kept_if_short(4096)
def _tag(tag: str, element: str, alone: bool, base: str) -> str:  # noqa: FBT001 - part of the key
    """Return a start tag with the attributes that feed readers use; `alone`: it is a complete element."""
    rest = tag[1 + len(element) :]
    if rest in {">", "/>"}:
        return f"<{element}{rest if alone else '>'}"
    kept = _KEPT | MATH_ATTRIBUTES if element in MATH else _KEPT
    found = {name: _value(name, value, base) for name, value in attributes(tag).items() if name in kept}
    written = (f' {name}="{escape(value)}"' for name, value in found.items() if value or name not in _URLS)
    return f"<{element}" + "".join(written) + ("/>" if alone and element in MATH else ">")


def _label(tabs: list[deque[str]]) -> Iterator[Token]:
    """Return the label of the next tab as a line above its content: in feeds all tabs are shown, one below the other.

    Args:
        tabs: The labels still to come, of each set of tabs that is open; the innermost last.
    """
    while tabs and not tabs[-1]:
        tabs.pop()
    return tokens(f"<p><strong>{tabs[-1].popleft()}</strong></p>") if tabs else iter(())


def _value(name: str, value: str, base: str) -> str:
    """Return the value of an attribute, its URLs absolute."""
    if name == "srcset":
        return with_candidates(value, lambda link: absolute(link, base))
    return absolute(value, base) if name in _URLS else value
