"""The content of a withheld post that outputs may not contain: text, title, terms, names."""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import quote

from mkdocs_journal.audit.passages import paragraphs
from mkdocs_journal.posts.model import Post, Term
from mkdocs_journal.posts.suffixes import is_index
from mkdocs_journal.urls.links import encoded

_SHORT: Final = 10
"""Characters of a title or term of one word that is found only as a whole text."""
_SIGNS: Final = 6
"""The same in a script that has no blanks: as many characters are several words."""
_TELLING: Final = re.compile(r"\d{4}|(?<![^\W_])[^\W_]++(?:[-_.\s][^\W_]++){2}")
"""A distinctive part of a file name: a year, or three words."""
_AFTER_ADDRESS: Final = b"/\"'#?&<>()[]{}|\\`,;% \t\r\n"
"""Bytes of which one may follow an address, with or without a suffix."""
_BEFORE_PATH: Final = b"/\"'=(>` \t\n"
_AFTER_PATH: Final = b"/.\"'#<)?&,;` \t\r\n"
"""Bytes of which one may be before and after a part of a path."""
TEXT: Final = "the text"
ADDRESS: Final = "the address"


class Secret(NamedTuple):
    """A text that no output may contain."""

    post: PurePosixPath
    """The source of the withheld post."""
    what: str
    """The kind of content, for messages: `the text`, `the title`, `a tag` …"""
    text: str
    """Its text in the post."""
    forms: tuple[bytes, ...]
    """Its encodings in outputs."""
    before: bytes = b""
    after: bytes = b""
    """The bytes allowed before and after it; empty: any except letters and digits."""


def secrets_of(
    post: Post, url: str, terms: Iterable[Term], site_url: str = "", written: PurePosixPath | None = None
) -> tuple[Secret, ...]:
    """Return the texts of a withheld post that no output may contain.

    Args:
        post: The post.
        url: The address below the site that it would have, or empty.
        terms: Its terms that no public post has.
        site_url: The address of the site with a slash at its end, or empty.
        written: The path of its file below the docs, if its source is without the language in it.
    """
    names = () if written is None else (_file_name(post.source, written.name),)
    return tuple(dict.fromkeys((*_secrets(post, url, terms, site_url), *names)))


def _secrets(post: Post, url: str, terms: Iterable[Term], site_url: str) -> Iterator[Secret]:
    for paragraph in paragraphs(post):
        for text in paragraph.groups:
            yield Secret(post.source, TEXT, text, _forms(text))
    yield _alone(post.source, "the title", post.title)
    yield _file_name(post.source)
    yield from _addresses(post.source, url, site_url)
    for term in terms:
        yield _alone(post.source, _KINDS.get(term.kind, "a term"), term.name)
        yield _path(post.source, _KINDS.get(term.kind, "a term"), f"{term.kind}/{term.slug}")


_KINDS: Final = {"tags": "a tag", "categories": "a category", "authors": "an author", "series": "a series"}


def _addresses(source: PurePosixPath, url: str, site_url: str) -> Iterator[Secret]:
    """Yield the URL that a post would have, and the one that MkDocs gives to its source."""
    folder = source.parent if source.stem == "index" else source.with_suffix("")
    for path in dict.fromkeys((url, folder.as_posix())):
        shown = path.removesuffix("/index.html").removesuffix(".html").strip("/")
        if tail := _tail(shown):
            yield _address(source, tail, ("",), before=b"" if tail == shown else b'/"')
        elif shown.strip("."):
            root = "/" + site_url.partition("://")[2].partition("/")[2]
            places = (*((site_url, f'"{root}', f"'{root}", '"location":"') if site_url else ()), '"location": "')
            yield _address(source, shown, places)


def _address(source: PurePosixPath, path: str, places: Iterable[str], before: bytes = b"") -> Secret:
    """Return a part of an address as a secret, also in JSON, which escapes slashes, and in the query of another address.

    Args:
        source: The source of the post.
        path: The part.
        places: The text that may be before it.
        before: The bytes that may be before that.
    """
    forms = [f"{place}{form}" for place in places for form in (path, encoded(path), path.replace("/", "\\/"))]
    forms += [quote(f"{place or '/'}{path}", safe="").removeprefix("%") for place in places if place[:1] not in {'"', "'"}]
    return Secret(
        source,
        ADDRESS,
        path,
        tuple(f"{form}{end}".encode("utf-8", "replace") for form in dict.fromkeys(forms) for end in ("", ".html")),
        before=before and before + b"%",
        after=_AFTER_ADDRESS,
    )


def _tail(path: str) -> str:
    """Return the end of an address as in links from other pages: two parts, or all if the last is a number."""
    parts = [part for part in path.split("/") if part]
    if len(parts) < 2:
        return ""
    return "/".join(parts[-2:] if re.search(r"[^\W\d_]{3}", parts[-1]) else parts)


def _file_name(source: PurePosixPath, file: str = "") -> Secret:
    """Return the name of a file as a secret; a common name only with its suffix, or as the file that is given."""
    file = file or source.name
    name = source.parent.name if is_index(source) else source.stem
    if _TELLING.search(name):
        return _path(source, "the file name", name)
    return _path(source, "the file name", f"{name}/{file}" if is_index(source) else file)


def _forms(text: str) -> tuple[bytes, ...]:
    """Return a text as written in HTML, in XML with HTML, and in JSON."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return (text.encode(),)
    once = escape(text, quote=False)
    in_json = [json.dumps(text, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)]
    forms = (text, once, escape(text), escape(once, quote=False), *in_json)
    return tuple(dict.fromkeys(form.encode("utf-8", "replace") for form in forms))


def _alone(post: PurePosixPath, what: str, text: str) -> Secret:
    """Return a name as a secret; one word is found only as a whole text, unless its script has no blanks."""
    if (" " in text.strip() and len(text) >= _SHORT) or _signs_without_blanks(text) >= _SIGNS:
        return Secret(post, what, text, _forms(text))
    return Secret(post, what, text, _forms(text), before=b'>"', after=b'<"')


def _signs_without_blanks(text: str) -> int:
    """Return the number of characters of scripts without blanks between words: Thai, Chinese, Japanese."""
    return sum("\u0e00" <= sign <= "\u0eff" or "\u2e80" <= sign <= "\u9fff" for sign in text)


def _path(post: PurePosixPath, what: str, path: str) -> Secret:
    """Return a part of a path as a secret: between slashes, blanks or quotes, or before a suffix."""
    forms = dict.fromkeys((path.encode("utf-8", "replace"), encoded(path).encode()))
    return Secret(post, what, path, tuple(forms), before=_BEFORE_PATH, after=_AFTER_PATH)
