"""Finds links to withheld posts: by source, by the URL they would have, and by URLs they may have had."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import comparable_host
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.old_urls import address_key, old_urls, path_below_site
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.permalinks import Address, address_of
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.urls.bundles import is_index
from mkdocs_journal.urls.links import resolve

_SCHEME: Final = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]*+:")
_VALUE: Final = re.compile(r"""=\s*+(?:(?=("[^"]*+"|'[^']*+'))|([^"'\s>]++))""")
"""A value; a quoted one is only looked at, because a quotation mark in a text does not begin a value."""
_TAIL: Final = re.compile(r"[?#]")
"""The end of the path of a link."""


class WithheldPosts:
    """Finds the withheld post to which a link leads."""

    def __init__(
        self, posts: Iterable[tuple[Post, Options]], site_url: str, written: Iterable[tuple[PurePosixPath, Post]] = ()
    ) -> None:
        """Take the posts; their addresses are made for the first link.

        Args:
            posts: The posts, each with the options of its journal.
            site_url: The address of the site with a slash at its end, or empty.
            written: Further paths of their files.
        """
        self._given, self._written = tuple(posts), tuple(written)
        self._site_url = site_url

    @classmethod
    def of(cls, plans: Iterable[OutputPlan], site_url: str) -> WithheldPosts:
        """Return those of some journals, which are known by the names of their files as well."""
        posts = [(post, plan) for plan in plans for post in plan.journal.withheld]
        files = [(plan.candidates.get(post.source), post) for post, plan in posts]
        written = ((PurePosixPath(file.written), post) for file, post in files if file and file.written)
        return cls(((post, plan.options) for post, plan in posts), site_url, written)

    @cached_property
    def _posts(self) -> Mapping[str, Post]:
        found: dict[str, Post] = {}
        for post, options in self._given:
            for key in _keys(post, options):
                found.setdefault(key, post)
        for path, post in self._written:
            for key in _source_keys(path):
                found.setdefault(key, post)
        return found

    @cached_property
    def _last_parts(self) -> frozenset[str]:
        return frozenset(map(_last, self._posts))

    def at(self, link: str, bases: Iterable[str], public: Callable[[str], bool]) -> Post | None:
        """Return the withheld post that a link leads to, or None; the first known address is used.

        Args:
            link: As written: relative, from the root, or the whole address on this site; with or without suffix.
            bases: URLs and source path, below the site, of the page with the link, the likeliest first.
            public: Returns whether something public is at an `address_key()`.
        """
        for path in paths_meant(link, self._site_url, bases) if self._given else ():
            key = address_key(path)
            if public(key):
                return None
            if found := self._posts.get(normalized("NFC", key)):
                return found
        return None

    def may_be_in(self, html: str) -> bool:
        """Return whether an attribute of a page ends like the source or an address of a withheld post: a quick check."""
        paths = (_TAIL.split(value, 1)[0] for value in (values_in(html) if self._given else ()))
        return any(_last(_key(path)) in self._last_parts for path in paths)


def values_in(html: str) -> Iterator[str]:
    """Yield the values of attributes of a page, and of what looks like one in its text."""
    yield from (unescaped(quoted[1:-1] or bare).strip() for quoted, bare in _VALUE.findall(html))


def paths_meant(link: str, site_url: str, bases: Iterable[str]) -> Iterator[str]:
    """Yield the paths below the site that a link may mean."""
    path = _TAIL.split(link.strip(), 1)[0]
    if re.match(r"https?:", path, re.IGNORECASE):
        path = path.partition(":")[2]
    if path.startswith("//"):
        host, _, rest = path[2:].partition("/")
        if comparable_host(host) != comparable_host(site_url.partition("//")[2].partition("/")[0]):
            return
        path = f"/{rest}"
    elif not path or _SCHEME.match(path):
        return
    if path.startswith("/"):
        whole = posixpath.normpath(f"/{unquote(path).lstrip('/')}")
        yield from dict.fromkeys((path_below_site(whole, site_url), whole.lstrip("/")))
    else:
        yield from (target for base in bases if not (target := resolve(path, base)).startswith(".."))


def _key(path: str) -> str:
    return address_key(normalized("NFC", path))


def _last(key: str) -> str:
    return key.rpartition("/")[2]


def _keys(post: Post, options: Options) -> Iterator[str]:
    yield from _source_keys(post.source)
    address = address_if_safe(post, options)
    yield from filter(None, map(_key, (*([address.url] if address else []), *old_urls(post, options))))


def _source_keys(path: PurePosixPath) -> Iterator[str]:
    """Yield the paths by which a source is linked."""
    source = PurePosixPath(normalized("NFC", path.as_posix()))
    yield from (source.as_posix(), source.with_suffix("").as_posix())
    if is_index(source) and source.parent.parts:
        yield source.parent.as_posix()


def address_if_safe(post: Post, options: Options) -> Address | None:
    """Return the address that a withheld post would have, unless it is that of its source."""
    try:
        return address_of(post, options)
    except ValueError:  # unsafe, or a draft without a date that its address needs
        return None
