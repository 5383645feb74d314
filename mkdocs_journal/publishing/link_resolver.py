"""Resolves links to posts that MkDocs does not: by old URL, by new URL, from the root of the docs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import below, split
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_markdown
from mkdocs_journal.publishing.old_urls import address_key, old_urls, path_below_site
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.withheld import WithheldPosts, paths_meant
from mkdocs_journal.urls.links import encoded, is_relative, relative, resolve

_WRITTEN_LAST: Final = frozenset({"feed", "export"})
"""Kinds of outputs without a source."""
_NAME: Final = "[A-Za-z0-9_~-][A-Za-z0-9_.~-]*+"
_PLAIN: Final = re.compile(rf"(?P<path>(?:{_NAME}/)*+(?P<name>{_NAME}))(?:#[A-Za-z0-9_.~-]*+)?+")
"""A path of names that mean nothing but themselves, with or without a fragment."""


class LinkResolver:
    """Finds the target of a link. Tables of URLs are made for the first link that needs them."""

    def __init__(self, publication: Publication, files: Iterable[OutputFile], site_url: str) -> None:
        """Take what is published, every file of the site, and the site's address with a slash at its end."""
        self._publication = publication
        self._files = {file.source: file for file in files}
        self._root = site_url
        self._known_bases: dict[str, tuple[str, ...]] = {}
        self._posts: Mapping[str, tuple[Post, Options]] = {
            name: (post, edition.options) for edition in publication.editions for name, post in edition.posts.items()
        }
        plans = (*(edition.plan for edition in publication.editions), *publication.elsewhere)
        self._withheld = WithheldPosts.of(() if publication.serving else plans, site_url)

    def target(self, link: str, file: OutputFile) -> str | Post | None:
        """Return the target of a link on a page.

        Args:
            link: As written in the page's source.
            file: The page.

        Returns:
            The source path of a page or file if MkDocs would not find it itself; a withheld post; or None if MkDocs
            finds the target, or it does not exist.
        """
        parts = split(link)
        if parts is None:
            return None
        if parts.scheme or parts.netloc or not parts.path:
            return self._completed(link, file)
        path = unquote(parts.path)
        for name in self._as_source(path, file):
            if name in self._files:
                return name if path.startswith("/") or name != resolve(path, file.source) else None
        return self._by_address(path, file) or self._withheld_at(link, file)

    def is_found(self, link: str, file: OutputFile) -> bool:
        """Return whether MkDocs finds the target of a link of plain names; a quick check, false for any other link.

        Then `target()` and `to_output()` return None.
        """
        plain = _PLAIN.fullmatch(file.source[: file.source.rfind("/") + 1] + link)
        return plain is not None and plain["path"] in self._files and plain["name"] not in self._names_of_outputs

    def named(self, link: str, file: OutputFile) -> str | Post | None:
        """Return the source path that a link in the front matter of a page leads to, a withheld post, or None.

        Paths are read from the root of the docs and from the page, addresses from the root of the site and from the page.
        """
        parts = split(link)
        if parts is None or (parts.scheme and parts.scheme not in {"http", "https"}):
            return None
        if not parts.netloc and not parts.path:
            return file.source if parts.fragment else None
        path = unquote(parts.path)
        sources = () if parts.netloc else (posixpath.normpath(path.lstrip("/")), resolve(path, file.source))
        bases = ("", *self._bases(file))
        keys = [address_key(found) for found in paths_meant(link, self._root, bases)]
        addresses = (table[key] for key in keys for table in (self._ours, self._others, self._old) if key in table)
        found = next((name for name in (*sources, *addresses) if self._is_published(name)), None)
        return found or self._withheld_at(link, file)

    def _is_published(self, source: str) -> bool:
        return source in self._files and not self._files[source].left_out

    def url_of(self, source: str) -> str:
        """Return the URL of a file of the site."""
        return self._files[source].url

    def published(self, link: str, file: OutputFile) -> str | None:
        """Return a link in raw HTML for the published page, or None if it must not be changed."""
        parts = split(link)
        if parts is None:
            return None
        if is_relative(link) and not (file.source in self._posts and is_markdown(PurePosixPath(parts.path))):
            return None
        found = self._source(parts.path, file) if is_relative(link) else self.target(link, file)
        other = self._files.get(found) if isinstance(found, str) else None
        if other is None:
            return None if is_relative(link) else self.to_output(link, file)
        return below(parts, relative(other.url, file.url))

    def leading_to_source(self, link: str, file: OutputFile) -> str | None:
        """Return the link for the published page of a link relative to its source, or None if there is no such source."""
        parts = split(link)
        if parts is None or parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return None
        other = self._files.get(resolve(parts.path, file.source))
        return below(parts, relative(other.url, file.url)) if other else None

    def to_output(self, link: str, file: OutputFile) -> str | None:
        """Return the link from the published page to a file that the journal writes without a source: a feed, an export.

        Args:
            link: As written in the page's source: relative to that, to the published page, or from the root of the site.
            file: The page.

        Returns:
            The link, or None if it leads to no such file.
        """
        parts = split(link)
        if parts is None or parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        if path.rpartition("/")[2] not in self._names_of_outputs:
            return None
        name = next((name for name in self._as_output(path, file) if name in self._outputs), None)
        return below(parts, relative(encoded(name), file.url)) if name else None

    def may_name_withheld(self, html: str) -> bool:
        """Return whether a link ends like the source or a URL of a withheld post; a quick check."""
        return self._withheld.may_be_in(html)

    def is_withheld(self, link: str) -> bool:
        """Return whether a link in the configuration leads to a withheld post."""
        return self._withheld_at(link) is not None

    def _completed(self, link: str, file: OutputFile) -> Post | None:
        """Return the withheld post that `{{ site.url }}/path` leads to; an address that is written whole stays."""
        post = self._withheld_at(link, file)
        return post if post and unquote(link) not in unquote(text_of(file)) else None

    def _withheld_at(self, link: str, file: OutputFile | None = None) -> Post | None:
        """Return the withheld post that a link leads to, unless a published file has this URL now."""
        bases = (*self._bases(file), file.source, file.written or file.source, "") if file else ("",)
        return self._withheld.at(link, bases, lambda key: key in self._ours or key in self._others)

    def _source(self, path: str, file: OutputFile) -> str | None:
        """Return the source path of the published file that the path of a relative link leads to, or None."""
        names = self._as_source(unquote(path), file)
        return next((name for name in names if name in self._files), None)

    def _as_source(self, path: str, file: OutputFile) -> Iterator[str]:
        """Yield the source paths that a link may mean: from the page, and from the root of the docs."""
        if is_relative(path):
            yield resolve(path, file.source)
        elif path.startswith("/"):
            path = path.lstrip("/")
        name = posixpath.normpath(path)
        if name in self._posts or file.source in self._posts:
            yield name

    def _as_output(self, path: str, file: OutputFile) -> Iterator[str]:
        """Yield the paths below the site that a link to a file without a source may mean, the likeliest first."""
        if path.startswith("/"):
            yield path_below_site(path, self._root)
            return
        beside = resolve(path, file.source)
        yield from (edition.options.below_root(beside) for edition in self._publication.all)
        yield from (resolve(path, base) for base in self._bases(file))

    def _by_address(self, path: str, file: OutputFile) -> str | None:
        """Return the source that has a URL now, else the post that had or would have it; None if MkDocs finds it."""
        keys = [address_key(key) for key in self._paths(path, file)]
        for key in keys:
            if found := self._ours.get(key):
                return found
            if found := self._others.get(key):
                return found if file.source in self._posts else None
        return next((self._old[key] for key in keys if key in self._old), None)

    def _paths(self, path: str, file: OutputFile) -> Iterator[str]:
        """Yield the paths below the site that a link may mean, the likeliest first."""
        if path.startswith("/"):
            yield path_below_site(path, self._root)
            return
        if not path.endswith((".html", "/")):
            return
        for base in self._bases(file):
            target = resolve(path, base)
            if target and not target.startswith(".."):
                yield target

    def _bases(self, file: OutputFile) -> tuple[str, ...]:
        """Return the URLs to which links of a page may be relative: its own, and the previous ones of a post."""
        if file.source not in self._known_bases:
            entry = self._posts.get(file.source)
            old = [f"{url}.html" for url in old_urls(*entry)] if entry else []
            self._known_bases[file.source] = (unquote(file.url), *old)
        return self._known_bases[file.source]

    @cached_property
    def _outputs(self) -> frozenset[str]:
        """The feeds and other files that the journal writes at the end of a build."""
        routes = self._publication.routes
        return frozenset(name for name in routes.files if (route := routes.at(name)) and route.kind in _WRITTEN_LAST)

    @cached_property
    def _names_of_outputs(self) -> frozenset[str]:
        return frozenset(name.rpartition("/")[2] for name in self._outputs)

    @cached_property
    def _ours(self) -> Mapping[str, str]:
        """Source paths of posts and archives by URL."""
        archives = {file.source: file for edition in self._publication.all for file, _ in edition.archive_files.values()}
        posts = {file.source: file for edition in self._publication.editions for file in edition.post_files.values()}
        return {address_key(file.url): name for name, file in {**archives, **posts}.items() if not file.left_out}

    @cached_property
    def _others(self) -> Mapping[str, str]:
        """Source paths of the other pages and files by URL; if a page and a file share one, the page."""
        files = {address_key(file.url): file.source for file in self._files.values() if not file.left_out}
        return files | {address_key(file.url): file.source for file in self._files.values() if file.is_page}

    @cached_property
    def _old(self) -> Mapping[str, str]:
        """Source paths of posts by previous URLs, without URLs that two posts share."""
        found: dict[str, str | None] = {}
        for name, (post, options) in self._posts.items():
            if not post.state.withheld:
                for key in old_urls(post, options):
                    found[key] = name if found.get(key, name) == name else None
        return {key: target for key, target in found.items() if target and key}
