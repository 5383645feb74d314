"""Files with metadata for the pages of their folder."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs_journal.front_matter.folder_scopes import folder_scopes
from mkdocs_journal.front_matter.source import Source


def source(path: str, data: bytes) -> Source:
    return Source(path=PurePosixPath(path), shown=path, data=data)


def test_values_are_for_the_folder_of_their_file() -> None:
    """Lists are united with those of a post."""
    found = folder_scopes([source(".meta.yml", b"a: 1\n"), source("journal/old/.meta.yml", b"tags: [x]\nb: true\n")])

    assert [(scope.path, dict(scope.values)) for scope in found] == [
        ("", {"a": 1}),
        ("journal/old", {"tags": ["x"], "b": True}),
    ]
    assert all(scope.unites_lists for scope in found)


def test_what_cannot_be_read_has_no_values() -> None:
    """Material reports it."""
    sources = [source(".meta.yml", data) for data in (b"a: b: c\n", b"\xff\xfe\xfa", b"- a\n", b"")]

    assert folder_scopes(sources) == ()
