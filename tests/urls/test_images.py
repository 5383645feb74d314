"""Where the picture of a post lies."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.urls.images import ImageError, file_of, is_remote, mime_type, remote_url

POST = PurePosixPath("journal/2024/a.md")
FILES = {"journal/2024/own.png", "assets/a b.JPG", "assets/x.webp", "own.png", "notes.txt", "journal/100%.png"}


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("own.png", "journal/2024/own.png"),
        ("./own.png", "journal/2024/own.png"),
        ("/own.png", "own.png"),
        ("../../own.png", "own.png"),
        ("../100%.png", "journal/100%.png"),
        ("assets/x.webp", "assets/x.webp"),
        ("/assets/x.webp", "assets/x.webp"),
        ("/assets/a%20b.JPG", "assets/a b.JPG"),
        ("/assets/x.webp?v=2#top", "assets/x.webp"),
    ],
)
def test_a_picture_lies_below_the_post_or_below_the_docs(path: str, file: str) -> None:
    assert file_of(path, POST, FILES) == file


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none.png", "does not exist"),
        ("../../../secret.png", "is outside docs_dir"),
        ("/../etc/passwd", "is outside docs_dir"),
        ("../../..", "is outside docs_dir"),
        ("%2e%2e/%2e%2e/%2e%2e/x.png", "does not exist"),
        ("/notes.txt", "is not an image"),
        ("javascript:alert(1)", "is not a web address"),
        ("data:text/html,x", "is not a web address"),
        ("C:\\x.png", "is not a web address"),
    ],
)
def test_a_path_that_leads_nowhere_says_why(path: str, reason: str) -> None:
    with pytest.raises(ImageError, match=f"^{reason}$"):
        file_of(path, POST, FILES)


def test_a_picture_elsewhere_is_an_address() -> None:
    assert [is_remote(path) for path in ("//a.org/x", "HTTP://a.org/x", "https://a.org", "/x", "httpx://a")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert remote_url("//a.org/x.png") == "https://a.org/x.png"
    assert remote_url("http://a.org/x.png") == "http://a.org/x.png"
    assert remote_url("https://a.org/a b%|é.png") == "https://a.org/a%20b%25%7C%C3%A9.png"
    for path in ("https:///x.png", "https://[x/y.png", "//[x", "https://a:port/x.png"):
        with pytest.raises(ImageError, match="is not a web address"):
            remote_url(path)


def test_the_type_of_a_picture_is_that_of_its_suffix() -> None:
    assert [mime_type(name) for name in ("a.JPG", "a.svg", "a.txt", "a", "")] == ["image/jpeg", "image/svg+xml", "", "", ""]
