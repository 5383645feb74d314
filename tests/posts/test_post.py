"""`read_post()`: what becomes of a source, on golden cases. A case is a file in a tree whose paths matter."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.post import Read, read_post
from tests.conftest import Golden

FOLDER = Path(__file__).parent.parent / "golden/posts/post"
CASES = sorted(path for path in FOLDER.rglob("*") if path.is_file() and path.suffix != ".txt")
assert CASES, "no golden cases found"
NOW = datetime(2024, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(FOLDER).as_posix())
def test_a_source_becomes_a_post_a_page_or_problems(case: Path, golden: Golden) -> None:
    """Every field of the post that is not at its default, and every message, are in the `.txt` beside the case.

    Below them is what is another with `compat: jekyll`.
    """
    path = PurePosixPath("journal", case.relative_to(FOLDER).as_posix())
    source = Source(path=path, shown=f"docs/{path}", data=case.read_bytes())

    described = _said(read_post(source, Options(), NOW))
    with_jekyll = _said(read_post(source, Options(compat="jekyll"), NOW)).splitlines(keepends=True)
    others = [line for line in with_jekyll if line not in described.splitlines(keepends=True)]
    golden(case.with_name(f"{case.name}.txt"), described + "".join(["\nwith compat: jekyll\n", *others] if others else []))


def test_a_file_that_cannot_be_read_is_refused() -> None:
    source = Source(path=PurePosixPath("journal/a.md"), shown="docs/journal/a.md", reason="Permission denied")

    read = read_post(source, Options(), NOW)

    assert (read.post, read.refused) == (None, True)
    assert [str(problem) for problem in read.problems] == [
        "docs/journal/a.md:1: file: cannot be read (Permission denied); make it readable or remove it (J101)"
    ]


@pytest.mark.parametrize(
    ("key", "option", "codes"), [("uuid", None, []), ("gui_d", None, ["J201"]), ("gui_d", "Gui-D", [])]
)
def test_a_key_that_an_option_names_is_known(key: str, option: str | None, codes: list[str]) -> None:
    """It is no misspelt `guid`."""
    source = Source(
        path=PurePosixPath("journal/2024-01-02-a.md"), shown="a.md", data=f"---\n{key}: urn:x:1\n---\n".encode()
    )

    read = read_post(source, Options(feeds=FeedOptions(ids=option)), NOW)

    assert [problem.code for problem in read.problems] == codes


def _said(read: Read) -> str:
    lines = [f"{problem.severity.value}: {problem}" for problem in read.problems]
    if read.post is None:
        lines.append("refused" if read.refused else "an ordinary page")
    else:
        lines.extend(_fields(read.post))
    return "\n".join(lines) + "\n"


def _fields(post: Post) -> list[str]:
    lines = []
    for field in fields(post):
        value = getattr(post, field.name)
        value = copied(value) if field.name == "meta" else value
        if field.name in {"source", "places"} or value in ("", (), None, {}):
            continue
        if field.name == "markup" or (field.name in {"pin", "in_sitemap", "unrelated"} and value == field.default):
            continue
        lines.append(f"{field.name}: {_value(value)}")
    return lines


def _value(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else repr(value)
