"""The signatures and attributes of public names: a change is a difference of one file, and needs a deprecation."""

from __future__ import annotations

import dataclasses
import enum
import inspect
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import assert_type

import mkdocs_journal
from mkdocs_journal import Journal, Options, Post, Source, read_journal, read_options
from tests.conftest import ROOT, Golden


def described(name: str) -> Iterator[str]:
    """Yield a line for a public name, and one for each of its public attributes."""
    value = getattr(mkdocs_journal, name)
    if inspect.isfunction(value):
        yield f"{name}{inspect.signature(value)}"
    elif issubclass(value, enum.Enum):
        yield f"{name}: {', '.join(member.value for member in value)}"
    else:
        yield name
        fields = dataclasses.fields(value) if dataclasses.is_dataclass(value) else ()
        yield from (f"    {field.name}: {field.type}" for field in fields if not field.name.startswith("_"))
        own = {key: member for key, member in vars(value).items() if not key.startswith("_")}
        yield from (f"    {key} (property)" for key, member in own.items() if isinstance(member, property))
        yield from (f"    {key}{inspect.signature(member)}" for key, member in own.items() if inspect.isfunction(member))


def test_signatures_and_attributes(golden: Golden) -> None:
    """`--update-golden` writes them."""
    lines = [line for name in mkdocs_journal.__all__ for line in described(name)]

    golden(ROOT / "tests/golden/public/api.txt", "\n".join(lines) + "\n")


def test_types_of_the_documented_use() -> None:
    """Type checkers know them; mypy and pyright read this file."""
    options = read_options({"folder": "news"})
    source = Source(path=PurePosixPath("news/2024-11-12-a.md"), shown="a.md", data=b"---\ntitle: A\n---\n")
    journal = read_journal([source], options, now=datetime(2025, 1, 1, tzinfo=UTC))

    assert_type(options, Options)
    assert_type(journal, Journal)
    assert_type(journal.posts, tuple[Post, ...])
    assert_type(journal.posts[0].date, datetime | None)
    assert_type(journal.posts[0].tags, tuple[str, ...])
    assert [post.title for post in journal.posts] == ["A"]
