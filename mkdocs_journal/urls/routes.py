"""The table of all outputs: every URL has one owner."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from mkdocs_journal.text.unicode_forms import normalized


class Route(NamedTuple):
    """One output and its source."""

    file: str
    """The file below the site folder."""
    owner: str
    """The source or generator of the output, for messages."""
    kind: str
    """`site` for files of MkDocs and its theme, `plugin` for what another plugin writes after the build, else `post`,
    `archive`, `feed`, `redirect`, `export`."""
    option: str = ""
    """The option that sets its path or the folder above it, for messages, or empty."""


class Routes:
    """Outputs by their file."""

    def __init__(self) -> None:
        self._routes: dict[str, Route] = {}
        self._folders: dict[str, Route] = {}
        self._folded: dict[str, Route] = {}

    def claim(self, route: Route) -> Route | None:
        """Register an output.

        Args:
            route: The output.

        Returns:
            None if the route is registered now (or was by the same owner); else the one that owns the file already, or
            that is a folder where the file should be, or a file where its folder should be.
        """
        owner = self.owner(route.file)
        if owner == route:
            return None
        if owner is None:
            self._routes[route.file] = route
            self._folded.setdefault(_folded(route.file), route)
            for folder in _folders(route.file):
                if folder in self._folders:  # and so are those above it
                    break
                self._folders[folder] = route
        return owner

    def owner(self, file: str) -> Route | None:
        """Return the route that conflicts with `file`, or None."""
        if found := self._routes.get(file) or self._folders.get(file):
            return found
        for folder in _folders(file):
            if folder in self._routes:
                return self._routes[folder]
            if folder in self._folders:  # so that neither it nor one above it is a file
                return None
        return None

    def owns(self, route: Route) -> bool:
        """Return whether a route owns its file; only then the file is written."""
        return self._routes.get(route.file) == route

    def release(self, files: Container[str]) -> None:
        """Remove the outputs with some files."""
        kept = [route for file, route in self._routes.items() if file not in files]
        self._routes, self._folders, self._folded = {}, {}, {}
        for route in kept:
            self.claim(route)

    def take_over(self, route: Route) -> None:
        """Replace the owner of a file."""
        self._routes[route.file] = route

    def is_of_site(self, file: str) -> bool:
        """Return whether MkDocs, the user or another plugin publishes a file of this name."""
        owner = self._routes.get(file)
        return owner is not None and owner.kind == "site"

    def at(self, file: str) -> Route | None:
        """Return the route of exactly this file, or None."""
        return self._routes.get(file)

    def twin(self, file: str) -> Route | None:
        """Return a registered route whose file differs from `file` only in case or Unicode composition.

        On macOS and Windows the two are one file.
        """
        other = self._folded.get(_folded(file))
        return other if other is not None and other.file != file else None

    def __contains__(self, file: object) -> bool:
        return file in self._routes

    @property
    def files(self) -> tuple[str, ...]:
        """Everything that is published, sorted."""
        return tuple(sorted(self._routes))


def _folded(file: str) -> str:
    return file.lower() if file.isascii() else normalized("NFC", file).casefold()


def _folders(file: str) -> Iterator[str]:
    """Yield the folders above a file, the nearest first."""
    end = file.rfind("/")
    while end >= 0:
        yield file[:end]
        end = file.rfind("/", 0, end)
