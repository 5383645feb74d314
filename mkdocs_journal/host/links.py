"""Links to posts in other spellings than the host reads: by old URL, by new URL, from the root of the docs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.host.config import site_path
from mkdocs_journal.host.paths import is_left_out
from mkdocs_journal.host.site import Build
from mkdocs_journal.model import Post
from mkdocs_journal.options import Options
from mkdocs_journal.urls.links import is_relative, resolve
from mkdocs_journal.urls.old_urls import address_key, old_urls, path_below_site
from mkdocs_journal.urls.permalinks import PermalinkError, address_of


class Links:
    """Finds what a link leads to. Tables of addresses are made when the first link asks for them."""

    def __init__(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        self._build = build
        self._files = files
        self._root = site_path(config)
        self._posts: Mapping[str, tuple[Post, Options]] = {
            name: (post, site.options) for site in build.sites for name, post in site.posts.items()
        }
        self._withheld = {} if build.serving else {
            post.source.as_posix(): (post, site.options) for site in build.sites for post in site.journal.withheld
        }  # fmt: skip

    def target(self, link: str, file: File) -> str | Post | None:
        """Return what a link on a page leads to.

        Args:
            link: As it stands in the page's source.
            file: The page.

        Returns:
            The source path of a page or file, where the host would not find it itself; a withheld post; or None: the host
            finds it, or nobody does.
        """
        try:
            parts = urlsplit(link)
        except ValueError:  # no address at all, such as http://[
            return None
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        for name in self._as_source(path, file):
            if self._files.get_file_from_path(name) is not None:
                return name if path.startswith("/") or name != resolve(path, file.src_uri) else None
            if name in self._withheld:
                return self._withheld[name][0]
        return self._by_address(path, file)

    def rewritten(self, link: str, file: File) -> str | Post | None:
        """Return a link as the host reads it, relative to the source of the page; or as `target()` does."""
        found = self.target(link, file)
        if not isinstance(found, str):
            return found
        parts = urlsplit(link)
        path = posixpath.relpath(found, posixpath.dirname(file.src_uri) or ".")
        return urlunsplit(("", "", quote(path), parts.query, parts.fragment))

    def published(self, link: str, file: File) -> str | None:
        """Return a link in raw HTML as it must stand on the published page, or None: absolute, or of a post to a source."""
        if is_relative(link) and not (file.src_uri in self._posts and urlsplit(link).path.endswith(".md")):
            return None
        found = self._source(link, file) if is_relative(link) else self.target(link, file)
        other = self._files.get_file_from_path(found) if isinstance(found, str) else None
        if other is None:
            return None
        parts = urlsplit(link)
        return urlunsplit(("", "", other.url_relative_to(file), parts.query, parts.fragment))

    def may_name_withheld(self, html: str) -> bool:
        """Return whether a link of a page ends as the source or an address of a withheld post: a quick look."""
        return bool(self._last_parts) and any(_last(link) in self._last_parts for link in _HREF.findall(html))

    @cached_property
    def _last_parts(self) -> frozenset[str]:
        """The last parts of the sources and addresses of withheld posts."""
        addresses = (_addresses(post, options) for post, options in self._withheld.values())
        return frozenset(map(_last, (*self._withheld, *chain.from_iterable(addresses))))

    def _source(self, link: str, file: File) -> str | None:
        """Return the source path of the published file that a relative link to a source leads to, or None."""
        names = self._as_source(unquote(urlsplit(link).path), file)
        return next((name for name in names if self._files.get_file_from_path(name) is not None), None)

    def _as_source(self, path: str, file: File) -> Iterator[str]:
        """Yield the source paths that a link may mean: from the page, and from the root of the docs."""
        if is_relative(path):
            yield resolve(path, file.src_uri)
        elif path.startswith("/"):
            path = path.lstrip("/")
        name = posixpath.normpath(path)
        if name in self._posts or name in self._withheld or file.src_uri in self._posts:
            yield name

    def _by_address(self, path: str, file: File) -> str | Post | None:
        """Return what is at an address now, else what was or would be there; a page's link to another is the host's."""
        keys = [address_key(key) for key in self._paths(path, file)]
        for key in keys:
            if found := self._ours.get(key):
                return found
            if found := self._others.get(key):
                return found if file.src_uri in self._posts else None
        return next((self._old[key] for key in keys if key in self._old), None)

    def _paths(self, path: str, file: File) -> Iterator[str]:
        """Yield the paths below the site that a link may mean, the likeliest first."""
        if path.startswith("/"):
            yield path_below_site(path, self._root)
            return
        if not path.endswith((".html", "/")):
            return
        bases = [unquote(file.url)]
        if entry := self._posts.get(file.src_uri):
            bases += [f"{url}.html" for url in old_urls(*entry)]
        for base in bases:
            target = resolve(path, base)
            if target and not target.startswith(".."):
                yield target

    @cached_property
    def _ours(self) -> Mapping[str, str]:
        """Source paths of posts and archives by address."""
        archives = {file.src_uri: file for site in self._build.all for file, _ in site.archive_files.values()}
        posts = {file.src_uri: file for site in self._build.sites for file in site.post_files.values()}
        return {address_key(file.url): name for name, file in {**archives, **posts}.items() if not is_left_out(file)}

    @cached_property
    def _others(self) -> Mapping[str, str]:
        """Source paths of the other pages and files by address; of two at one address the page."""
        files = {address_key(file.url): file.src_uri for file in self._files if not is_left_out(file)}
        return files | {address_key(file.url): file.src_uri for file in self._files.documentation_pages()}

    @cached_property
    def _old(self) -> Mapping[str, str | Post]:
        """What was or would be at an address: source paths of posts, and withheld posts. Of two at one address none."""
        found: dict[str, str | Post | None] = {}
        for name, (post, options) in self._posts.items():
            if not post.state.withheld:
                for key in old_urls(post, options):
                    found[key] = name if found.get(key, name) == name else None
        for post, options in self._withheld.values():
            for key in _addresses(post, options):
                found.setdefault(key, post)
        return {key: target for key, target in found.items() if target and key}


_HREF: Final = re.compile(r"""href\s*=\s*["']?([^"'\s>?#]+)""", re.IGNORECASE)


def _last(path: str) -> str:
    """Return what the last part of a path has in all spellings of it."""
    return address_key(path).rpartition("/")[2]


def _addresses(post: Post, options: Options) -> Iterator[str]:
    """Yield the addresses that a withheld post may have had, and the one that it would have."""
    yield from old_urls(post, options)
    if post.date:
        try:
            address = address_of(post, options)
        except PermalinkError:
            return
        yield address_key(address.url if address else PurePosixPath(post.source).with_suffix("").as_posix())
