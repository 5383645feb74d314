"""Which files that the host does not read as Markdown may have been meant as posts."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.posts.suffixes import is_dated, is_html, is_read, may_be_post

CASES = [
    ("a.md", b"", True),
    ("a.MARKDOWN", b"", True),
    ("2020-01-01-a.html", b"---\ntitle: A", True),
    ("2020-01-01-a.html", b"\xef\xbb\xbf--- \r\n", True),
    ("undated.htm", b"---\n", True),
    ("undated.html", b"\xef\xbb\xbf\xef\xbb\xbf---\rdraft: true", True),
    ("2020-01-01-a.html", b"+++\rdraft = true", True),
    ("2020-01-01-a.html", b"+++\ntitle = 'A'", True),
    ("2020-01-01-a.HTM", b"---json\n{}", True),
    ("2020-01-01-a.mdx", b";;;\n{}", True),
    ("2020-01-01-a.html", b"\n\xe2\x80\x8b ---\n", True),
    ("2020-01-01-a.html", b"\xff\xfe" + "---\n".encode("utf-16-le"), True),
    ("undated.htm", "---\r\n".encode("utf-16-be"), True),
    ("2020-01-01-a.html", b"\xff\xfe\0\0" + "---".encode("utf-32-le"), True),
    ("a.mdx", b"\xfe\xff" + "---\n".encode("utf-16-be"), True),
    ("2020-01-01-a.html", "<!-- --- -->".encode("utf-16"), False),
    ("undated.html", b"+++\n", False),
    ("2020-01-01-a.html", b"<!-- --- -->\n", False),
    ("2020-01-01-log.txt", b"-----\n", False),
    ("2020-01-01-a.diff", b"--- a/x\n+++ b/x\n", False),
    ("2020-01-01-a.html", b"<html>", False),
    ("2020-01-01-a.textile", b"---\n", True),
    ("2020-13-01-a.textile", b"---\n", True),
    ("2020-01-01-a.textile", b"h1. A", False),
    ("2020-01-01-photo.jpg", b"\xff\xd8", False),
    ("2020-01-01-lost", b"Text", True),
    ("lost", b"---\n", False),
    ("notes.txt", b"---\n", False),
    ("2020-01-01-a.md~", b"---\n", False),
    ("a.mdx", b"---\ntitle: A", True),
    ("a.QMD", b"+++\r\ntitle", True),
    ("a.mdx", b"date: 2020-01-01\n", False),
    ("2020-01-01-a/index.mdx", b"---\ntitle: A\n---\n", True),
    ("2020-01-01-a/README", b"Text", False),
]


@pytest.mark.parametrize(("name", "first", "may"), CASES)
def test_may_be_post(name: str, first: bytes, may: bool) -> None:
    assert may_be_post(PurePosixPath("journal", name), first) is may


def test_which_are_read() -> None:
    assert [is_read(PurePosixPath(name)) for name in ("a.md", "a.HTML", "a.txt", "a")] == [True, True, False, False]
    assert [is_html(PurePosixPath(name)) for name in ("a.md", "a.HTM")] == [False, True]


@pytest.mark.parametrize(
    ("path", "dated"),
    [
        ("a/2024-01-01-x.md", True),
        ("2024-01-01-x/index.md", True),
        ("2024-01-01-x/other.md", False),
        ("index.md", False),
        ("2024-13-01-x.md", False),
    ],
)
def test_the_date_of_a_name(path: str, dated: bool) -> None:
    assert is_dated(PurePosixPath(path)) is dated
