"""What files that describe a nav may name."""

from __future__ import annotations

import pytest

from mkdocs_journal.publishing.nav_files import entries_named, sources_named


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (
            b"nav:\n  - index.md\n  - Title: a.md\n  - Section:\n    - ../b.md\n  - tags\n",
            {"j/index.md", "j/a.md", "b.md", "j/tags"},
        ),
        (b"nav: [./a.md]\n", {"j/a.md"}),
        (b"nav: a.md\n", {"j/a.md"}),
        (b"nav:\n  - glob: '*.md'\n    sort: {by: title}\n  - ...\n", {"j/*.md", "j/title", "j/..."}),
        (b"title: x\n", set()),
        (b"- a.md\n", set()),
        (b"", set()),
        (b"nav: [a.md\n", set()),
        (b"nav: [\xff]\n", set()),
    ],
)
def test_names_are_those_of_sources_or_folders(data: bytes, named: set[str]) -> None:
    """What cannot be read names nothing."""
    assert sources_named("j/.nav.yml", data) == named | {f"{name}/index.md" for name in named}


def test_names_at_the_root() -> None:
    assert sources_named(".pages", b"nav: [journal/2024-01-02-a.md]") >= {"journal/2024-01-02-a.md"}


def test_entries_are_as_written_and_from_the_root() -> None:
    entries = [("a.md", "j/a.md"), ("../b.md", "b.md"), ("/docs/c/", "/docs/c")]
    assert list(entries_named("j/.pages", b"nav: [A: a.md, ../b.md, /docs/c/]")) == entries
