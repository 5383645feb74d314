"""What a server sends for a path, and links that are broken where they stand."""

from __future__ import annotations

import pytest

from mkdocs_journal.urls.links import mended, resolve, served
from mkdocs_journal.urls.slugs import term_slug

FILES = {"a.html", "b/index.html", "index.html", "c"}


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "index.html"),
        ("a", "a.html"),
        ("a.html", "a.html"),
        ("b", "b/index.html"),
        ("b/", "b/index.html"),
        ("c", "c"),
        ("a/", ""),
    ],
)
def test_the_file_of_a_path(path: str, file: str) -> None:
    assert served(path, FILES) == file


def test_a_query_and_everything_behind_it_is_not_in_the_path() -> None:
    """Of a link with several signs the first one ends the path."""
    assert resolve("x/?a?b", "p/") == "p/x/"
    assert resolve("x#a#b", "p/") == "p/x"


def test_an_entity_in_a_link_is_read_before_it_is_looked_for() -> None:
    """`&amp;` is one sign of the name of a file."""
    html = '<img src="a&amp;b.png">'

    assert mended(html, "new/", ("post.md",), {"a&b.png": "a&b.png"}, str) == '<img src="../a&amp;b.png">'
    assert mended(html, "new/", ("post.md",), {"new/a&b.png": "new/a&b.png", "a&b.png": "a&b.png"}, str) == html


@pytest.mark.parametrize(
    ("name", "slug"),
    [(".net", "dotnet"), ("..", "u-2e-2e"), (".5", "dot5"), (".c++", "dotc-plus-plus"), (". net", "net"), (".-net", "net")],
)
def test_a_dot_before_a_word_is_spoken(name: str, slug: str) -> None:
    assert term_slug(name) == slug
