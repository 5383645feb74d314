"""The addresses of lists: below the folder under their own names, or by the patterns of the options."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.archives.archive import Archive, ArchivePage, Archives
from mkdocs_journal.options.archive_values import TERM_KINDS
from mkdocs_journal.options.journal_options import Options, below_folder
from mkdocs_journal.posts.model import Term
from mkdocs_journal.publishing.permalinks import Address, PermalinkError, address_of_path
from mkdocs_journal.urls.slugs import distinct_slugs, shortened, slugify, term_slug

_OWN_PAGER: Final = "page/:num/"
"""What the option `pager` is by default."""
_FIELD: Final = re.compile(r":(name|label|key|year|month|day)")


class ArchiveAddresses:
    """Where the lists of a journal and the feeds of its terms are published."""

    def __init__(self, archives: Archives, options: Options) -> None:
        self._options = options
        self._slugs: dict[Term, str] = {}
        for kind in archives.kinds.values():
            self._slugs |= _slugs([part.term for part in kind.parts if part.term], options.archives.slug_mode)

    def of(self, page: ArchivePage) -> tuple[Address, ...]:
        """Return the address of a page of a list, and behind it those that redirect to it; empty: that of its source."""
        firsts = self._first_pages(page.archive)
        if page.number == 1:
            return firsts
        pager = self._options.pager
        if page.archive.kind == "index" and pager.startswith("/"):
            return self._addresses([pager.replace(":num", str(page.number))])
        pager = _OWN_PAGER if pager.startswith("/") else pager
        if not firsts and pager == _OWN_PAGER:
            return ()
        folders = [_folder(address.url) for address in firsts] or [_source_folder(page.archive)]
        return self._addresses([f"/{folder}{pager.replace(':num', str(page.number))}" for folder in folders])

    def folder(self, archive: Archive) -> str:
        """Return the folder of the files that belong to a list, below the site, with a slash at its end."""
        firsts = self._first_pages(archive)
        return _folder(firsts[0].url) if firsts else self._options.below_root(_source_folder(archive))

    def feed(self, archive: Archive) -> str:
        """Return the address that the option `feeds.term_paths` gives the feed of a list, or empty."""
        pattern = self._options.feeds.term_paths.get(archive.kind, "") if archive.term else ""
        return self._below_site(self._filled(pattern, archive)) if pattern else ""

    def _first_pages(self, archive: Archive) -> tuple[Address, ...]:
        patterns = _patterns(self._options).get(archive.kind, ())
        return self._addresses([self._filled(pattern, archive) for pattern in patterns])

    def _addresses(self, paths: list[str]) -> tuple[Address, ...]:
        """Return paths as addresses; one with which no file can be written is left out."""
        found: dict[str, Address] = {}
        for path in paths:
            try:
                address = address_of_path(self._below_site(path), "archives")
            except PermalinkError:
                continue
            found.setdefault(address.file, address)
        return tuple(found.values())

    def _below_site(self, path: str) -> str:
        """Return a path of an option, which is below the folder unless it begins with a slash, without that slash."""
        return self._options.below_root(below_folder(path, self._options.folder))

    def _filled(self, pattern: str, archive: Archive) -> str:
        values = self._values(archive)
        return _FIELD.sub(lambda match: values.get(match[1], match[0]), pattern)

    def _values(self, archive: Archive) -> Mapping[str, str]:
        if archive.term:
            slug = self._slugs[archive.term]
            own = archive.term.file_key
            return {
                "name": slug,
                "key": own if _is_segment(own) else slug,
                "label": archive.name if _is_segment(archive.name) else slug,
            }
        return dict(zip(("year", "month", "day"), archive.name.split("-"), strict=False))


def _patterns(options: Options) -> Mapping[str, tuple[str, ...]]:
    """Return the patterns of lists by their kind."""
    archives = options.archives
    return {name: getattr(archives, name) for name in (*TERM_KINDS, "year", "month", "day")}


def _slugs(terms: list[Term], mode: str | None) -> dict[Term, str]:
    """Return what `:name` is for each term of a kind: distinct, whatever the mode makes of their names."""
    if mode is None:
        return {term: term.slug for term in terms}
    ordered = sorted(terms, key=lambda term: term.key)
    slugs = distinct_slugs([term.name for term in ordered], lambda name: _slug(name, mode))
    return {term: slugs[term.name] for term in ordered}


def _slug(name: str, mode: str) -> str:
    slug = shortened(slugify(name, mode).lower())
    return slug if _is_segment(slug) else term_slug(name)


def _is_segment(name: str) -> bool:
    """Return whether a name can stand between two slashes of an address."""
    try:
        return bool(name.strip(". ")) and address_of_path(f"{name}/", "archives").url == f"{name}/"
    except PermalinkError:
        return False


def _folder(url: str) -> str:
    """Return the folder of what belongs to a page: `tag/ai/` of `tag/ai/` and of `tag/ai.html`."""
    return url if url.endswith("/") or not url else f"{url.removesuffix('.html')}/"


def _source_folder(archive: Archive) -> str:
    source = archive.source
    folder = source.parent if source.stem == "index" else source.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"
