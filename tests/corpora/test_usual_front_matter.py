"""The front matter of all given posts: line by line and by libyaml's events it is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.located_yaml import Document, YamlError, document_of_events
from mkdocs_journal.front_matter.source import DecodingError, decode
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.front_matter.usual_yaml import read_usual

SUFFIXES = {".md", ".markdown", ".html", ".yml", ".yaml"}


def blocks(folder: Path) -> list[str]:
    """Return the front matter of each file of a folder, and each file of YAML."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            try:
                text = decode(path.read_bytes())
                found.append(text if path.suffix in {".yml", ".yaml"} else split_front_matter(text).yaml)
            except (DecodingError, FrontMatterError):
                continue
    return [text for text in dict.fromkeys(found) if text]


@pytest.mark.parametrize(("name", "least"), [("corpora", 0.6), ("broken-front-matter", 0.1), ("jekyll-edge-posts", 0.3)])
def test_both_ways_read_given_front_matter_alike(shared: Path, name: str, least: float) -> None:
    """And most of it is read line by line."""
    usual = 0
    texts = blocks(shared / name)
    for text in texts:
        if (found := read_usual(text, 2)) is not None:
            usual += 1
            try:
                assert document_of_events(text, first_line=2, max_events=100_000) == Document(found)
            except YamlError as error:
                pytest.fail(f"{error}: {text}")

    assert usual >= least * len(texts) > 0
