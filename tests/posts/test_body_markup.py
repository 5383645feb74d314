"""Who reads the body of a post: its key, else the option, else what `compat` says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.reading import OptionError, read_options
from mkdocs_journal.posts.post import read_post

NOW = datetime(2024, 11, 12, tzinfo=UTC)


def read(front: str, options: Options) -> tuple[str, list[str]]:
    text = f"---\ntitle: A\n{front}---\nText\n"
    source = Source(path=PurePosixPath("journal/2024-01-01-a.md"), shown="a.md", data=text.encode())
    found = read_post(source, options, NOW)
    assert found.post is not None
    return found.post.markup, [str(problem) for problem in found.problems]


@pytest.mark.parametrize(
    ("front", "options", "wanted"),
    [
        ("", {}, "host"),
        ("", {"compat": "jekyll"}, "kramdown"),
        ("", {"markup": "kramdown"}, "kramdown"),
        ("", {"compat": "jekyll", "markup": "host"}, "host"),
        ("markup: kramdown\n", {}, "kramdown"),
        ("Markup: Host\n", {"compat": "jekyll"}, "host"),
        ("markup:\n", {"markup": "kramdown"}, "kramdown"),
        ("", {"defaults": [{"scope": {"path": ""}, "values": {"markup": "kramdown"}}]}, "kramdown"),
        ("markup: host\n", {"defaults": [{"scope": {"path": ""}, "values": {"markup": "kramdown"}}]}, "host"),
    ],
)
def test_who_reads_the_body(front: str, options: dict[str, object], wanted: str) -> None:
    assert read(front, read_options(options)) == (wanted, [])


@pytest.mark.parametrize("value", ["textile", "[host]", "true"])
def test_another_word_is_reported_and_left_out(value: str) -> None:
    markup, reported = read(f"markup: {value}\n", Options())

    assert markup == "host"
    assert len(reported) == 1
    assert reported[0].startswith("a.md:3:9: markup: ")
    assert "host or kramdown" in reported[0]


@pytest.mark.parametrize(("name", "value"), [("markup", "gfm"), ("liquid", "skip"), ("markup", True)])
def test_options_that_cannot_be_used(name: str, value: object) -> None:
    with pytest.raises(OptionError):
        read_options({name: value})


def test_liquid_is_reported_by_default() -> None:
    assert Options().liquid == "report"
    assert read_options({"liquid": "refuse"}).liquid == "refuse"
