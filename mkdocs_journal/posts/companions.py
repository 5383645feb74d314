"""Pages that belong to a withheld post by its name: in a folder with the name, or a notebook beside it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import PurePosixPath

from mkdocs_journal.posts.suffixes import is_dated
from mkdocs_journal.urls.bundles import has_name, is_index, is_inside


class Companions:
    """The names of withheld posts."""

    def __init__(self, withheld: Iterable[PurePosixPath], public: Container[PurePosixPath]) -> None:
        """Take the sources of withheld posts, and the folders of published page bundles, which keep their pages."""
        sources = [source for source in withheld if not is_index(source)]
        self._names = {source.with_suffix("") for source in sources}
        self._dated = {source.with_suffix("") for source in sources if is_dated(source)}
        self._public = public

    def __bool__(self) -> bool:
        return bool(self._names)

    def has(self, page: PurePosixPath, *, beside: bool) -> bool:
        """Return whether a page belongs to a withheld post.

        Args:
            page: Its source.
            beside: Whether one with the name of a post belongs to it, as the notebook of a text does.
        """
        below = bool(self._dated) and any(has_name(folder, self._dated) for folder in page.parents)
        return (below or (beside and has_name(page, self._names))) and not is_inside(page, self._public)
