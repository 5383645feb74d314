"""What belongs to a withheld post: its words, its title, its terms, its names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.model import Post, Term
from mkdocs_journal.reading.suffixes import is_index
from mkdocs_journal.urls.links import encoded

_RUN: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*(?: [^\W_]+(?:[’'-][^\W_]+)*)*")
_MARKUP: Final = re.compile(r"\]\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)|<[^<>]*+>|https?://\S+|\{[^{}]*+\}")
_WORDS: Final = 6
"""Words of the body that are looked for together."""
_STEP: Final = 3
_LEAST: Final = 20
_LEAST_ELSEWHERE: Final = 12
"""Characters of the body that are looked for together, at least: fewer are said by chance. Other scripts need fewer."""
_SHORT: Final = 10
"""Characters of a title or term of one word that is found only where it stands alone."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that no output may hold."""

    post: PurePosixPath
    """The source of the withheld post."""
    what: str
    """What it is, for the message: `the text`, `the title`, `a tag` …"""
    said: str
    """As the post says it."""
    forms: tuple[bytes, ...]
    """How it would stand in an output."""
    before: bytes = b""
    after: bytes = b""
    """The bytes that may stand before and behind it; none given: any but letters and digits."""


def secrets_of(post: Post, url: str, terms: Iterable[Term]) -> tuple[Secret, ...]:
    """Return what belongs to a withheld post.

    Args:
        post: The post.
        url: The address below the site that it would have, or empty.
        terms: Its terms that no public post has.
    """
    return tuple(_secrets(post, url, terms))


def _secrets(post: Post, url: str, terms: Iterable[Term]) -> Iterator[Secret]:
    for text in (post.body, post.description, post.excerpt):
        for said in _runs(text):
            yield Secret(post.source, "the text", said, _forms(said))
    yield _alone(post.source, "the title", post.title)
    yield _path(post.source, "the file name", _name(post.source))
    if path := _tail(url):
        yield _path(post.source, "the address", path)
    for term in terms:
        yield _alone(post.source, _KINDS.get(term.kind, "a term"), term.name)
        yield _path(post.source, _KINDS.get(term.kind, "a term"), f"{term.kind}/{term.slug}")


_KINDS: Final = {"tags": "a tag", "categories": "a category", "authors": "an author", "series": "a series"}


def _tail(url: str) -> str:
    """Return the end of an address by which links from other pages name it: two parts, or all if the last is a number."""
    parts = [part for part in url.removesuffix("/index.html").removesuffix(".html").split("/") if part]
    if len(parts) < 2:
        return ""
    return "/".join(parts[-2:] if re.search(r"[^\W\d_]{3}", parts[-1]) else parts)


def _name(source: PurePosixPath) -> str:
    return source.parent.name if is_index(source) else source.stem


def _runs(text: str) -> Iterator[str]:
    """Yield words that stand together in a line of a text, six at a time; eight of them hold one such group anywhere."""
    for line in text.split("\n"):
        for found in _RUN.finditer(_MARKUP.sub(" . ", line)):
            words = found[0].split(" ")
            last = max(0, len(words) - _WORDS)
            for start in dict.fromkeys((*range(0, last, _STEP), last)):
                said = " ".join(words[start : start + _WORDS])
                if len(said) >= (_LEAST if said.isascii() else _LEAST_ELSEWHERE):
                    yield said


def _forms(said: str) -> tuple[bytes, ...]:
    """Return how a text stands in HTML, in XML that holds HTML, and in JSON."""
    once = escape(said, quote=False)
    in_json = [json.dumps(said, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)]
    forms = (said, once, escape(said), escape(once, quote=False), *in_json)
    return tuple(dict.fromkeys(form.encode("utf-8", "replace") for form in forms))


def _alone(post: PurePosixPath, what: str, said: str) -> Secret:
    """Return a name as a secret; one short word counts only where it is the whole text of something."""
    if " " in said.strip() and len(said) >= _SHORT:
        return Secret(post, what, said, _forms(said))
    return Secret(post, what, said, _forms(said), before=b'>"', after=b'<"')


def _path(post: PurePosixPath, what: str, path: str) -> Secret:
    """Return a part of a path as a secret: between slashes, or before a suffix or a quote."""
    forms = dict.fromkeys((path.encode("utf-8", "replace"), encoded(path).encode()))
    return Secret(post, what, path, tuple(forms), before=b'/"', after=b'/."#<?')
