"""The addresses of lists: below the folder under their own names, or by the patterns of the options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.archives.archive import Archive, ArchivePage, Archives
from mkdocs_journal.options.archive_values import TERM_KINDS
from mkdocs_journal.options.journal_options import Options, below_folder
from mkdocs_journal.posts.model import Term
from mkdocs_journal.posts.terms import spellings_of
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
        self._others: dict[Term, tuple[str, ...]] = {}
        for kind in archives.kinds.values():
            self._slugs |= _slugs([part.term for part in kind.parts if part.term], options.archives.slug_mode)
            if options.archives.slug_mode:
                self._others |= _other_slugs(kind.parts, self._slugs, options.archives.slug_mode)

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

    def feeds(self, archive: Archive) -> tuple[str, ...]:
        """Return the addresses that the option `feeds.term_paths` gives the feed of a list: with `:label` several.

        Other programs have a feed for each spelling of a term, such as `Ferry.xml` and `ferry.xml`; feed readers follow no
        redirect that is a page.
        """
        pattern = self._options.feeds.term_paths.get(archive.kind, "")
        if not (pattern and archive.term):
            return ()
        labels = spellings_of(archive.term, archive.posts) if ":label" in pattern else (archive.name,)
        paths = (self._below_site(self._filled(pattern, archive, label)) for label in labels)
        return tuple(dict.fromkeys(paths))

    def _first_pages(self, archive: Archive) -> tuple[Address, ...]:
        """Return the addresses of a list by its patterns, then those of other spellings of its term."""
        patterns = _patterns(self._options).get(archive.kind, ())
        others = self._others.get(archive.term, ()) if archive.term else ()
        of_others = [pattern.replace(":name", slug) for slug in others for pattern in patterns if ":name" in pattern]
        return self._addresses([*(self._filled(pattern, archive) for pattern in patterns), *of_others])

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

    def _filled(self, pattern: str, archive: Archive, label: str = "") -> str:
        values = self._values(archive, label or archive.name)
        return _FIELD.sub(lambda match: values.get(match[1], match[0]), pattern)

    def _values(self, archive: Archive, label: str) -> Mapping[str, str]:
        if archive.term:
            slug = self._slugs[archive.term]
            own = archive.term.file_key
            return {
                "name": slug,
                "key": own if _is_segment(own) else slug,
                "label": label if _is_segment(label) else slug,
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


def _other_slugs(parts: Iterable[Archive], slugs: Mapping[Term, str], mode: str) -> dict[Term, tuple[str, ...]]:
    """Return what `:name` is for further spellings of terms, where a mode makes different slugs of them.

    Other programs have a list for each spelling, such as `open source` and `open-source`.
    """
    taken = set(slugs.values())
    found: dict[Term, tuple[str, ...]] = {}
    for part in parts:
        labels = spellings_of(part.term, part.posts)[1:] if part.term else ()
        wanted = dict.fromkeys(slugify(label, mode).lower() for label in labels)
        free = tuple(slug for slug in wanted if slug not in taken and shortened(slug) == slug and _is_segment(slug))
        if part.term and free:
            found[part.term] = free
            taken.update(free)
    return found


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
