"""Pages that belong to a withheld post by its name: in a folder with the name, or a notebook beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.suffixes import is_dated
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.urls.bundles import bundles, has_name, is_index, is_inside


class Companions:
    """The names of withheld posts."""

    def __init__(self, withheld: Iterable[PurePosixPath], public: Iterable[PurePosixPath], options: Options) -> None:
        """Take the sources of the posts of a journal.

        Args:
            withheld: Posts that are withheld.
            public: Other posts: pages in the folders of those that are page bundles, or have the same name, stay.
            options: The options of the journal.
        """
        sources = [source for source in withheld if not is_index(source)]
        others = tuple(public) if sources else ()
        self._names = frozenset(map(_name, sources))
        self._dated = frozenset(map(_name, filter(is_dated, sources)))
        self._bundles = bundles(others, options.folder)
        self._public = frozenset(name for source in others for name in (_name(source), _without_language(_name(source))))

    def has(self, page: PurePosixPath, *, beside: bool) -> bool:
        """Return whether a page belongs to a withheld post.

        Args:
            page: Its source.
            beside: Whether one with the name of a post belongs to it, as the notebook of a text does.
        """
        folders = [folder for folder in page.parents if self._dated and has_name(folder, self._dated)]
        named = folders or ([page] if beside and self._names and has_name(page, self._names) else [])
        return bool(named) and not (any(has_name(path, self._public) for path in named) or is_inside(page, self._bundles))


def _name(source: PurePosixPath) -> PurePosixPath:
    return PurePosixPath(normalized("NFC", str(source.with_suffix(""))))


def _without_language(name: PurePosixPath) -> PurePosixPath:
    """Return a name without a language at its end: `trip.de`, but not `release-1.0`."""
    return name.with_suffix("") if name.suffix[1:].isalpha() else name
