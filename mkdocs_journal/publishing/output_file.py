"""A file of the site: its source and its place in the output, independent of the program that builds the site."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.front_matter.defaults import NOWHERE
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place


class OutputFile(NamedTuple):
    """A page or another file."""

    source: str
    """Path below the folder of the sources."""
    url: str
    """Below the site, without a leading slash, percent-encoded; empty for the home page."""
    destination: str
    """Path below the site folder."""
    path: Path | None = None
    """Where it is read from; None if it was generated."""
    data: bytes = b""
    """Generated content; empty for a file that is read."""
    written: str = ""
    """Its path below the docs as it is written, if `source` is without the language in it; or empty."""
    is_page: bool = True
    """Whether it is a page; other files are copied unchanged."""
    left_out: bool = False
    """Whether it is not published: excluded by the author or a draft."""
    generated: bool = False
    """Whether it was generated."""

    @property
    def origin(self) -> str:
        """What the file is made from: where it is read from, else its source."""
        return str(self.path or self.source)

    @property
    def name(self) -> PurePosixPath:
        """Its path below the docs as it is written: of a translation another one than that of its original."""
        return PurePosixPath(self.written or self.source)

    @property
    def shown(self) -> str:
        """The path of the file for messages, relative to the current folder."""
        return self.source if self.path is None else shown_path(self.path)


def place_of(post: Post, file: OutputFile, *keys: str) -> Place:
    """Return the place of the first of some keys that a post has, in its file or in the option `defaults`; else line 1."""
    line, column = next((post.places[key] for key in keys if key in post.places), (1, 1))
    return Place("defaults") if line == NOWHERE else Place(file.shown, line, column)


def text_of(file: OutputFile) -> str:
    """Return the source of a file as its author wrote it."""
    return (bytes_in(file.path) if file.path else file.data).decode("utf-8", "replace")


def bytes_in(path: Path) -> bytes:
    """Return the bytes of a file; none of one that cannot be read."""
    try:
        return bytes_of(path)
    except OSError:
        return b""
