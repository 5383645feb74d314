"""`serve` answers addresses without a suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from mkdocs_journal.urls.suffixless import with_suffixes

PAGES = {"/a.html", "/b/", "/c", "/both.html", "/both/"}
FOLDERS = {"/b", "/both"}


def inner(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    start_response("302 Found" if path in FOLDERS else "200 OK" if path in PAGES else "404 Not Found", [])
    return [path.encode()]


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/a", "200 OK", b"/a.html"),
        ("/a.html", "200 OK", b"/a.html"),
        ("/b/", "200 OK", b"/b/"),
        ("/c", "200 OK", b"/c"),
        ("/b", "302 Found", b"/b"),
        ("/both", "200 OK", b"/both.html"),
        ("/both/", "200 OK", b"/both/"),
        ("/d", "404 Not Found", b"/d"),
        ("/d/", "404 Not Found", b"/d/"),
    ],
)
def test_a_page_is_found_without_its_suffix(path: str, status: str, body: bytes) -> None:
    given: list[str] = []

    said = list(with_suffixes(inner)({"PATH_INFO": path}, lambda status, _headers: given.append(status)))

    assert (given, said) == ([status], [body])


def test_nobody_writes_beside_the_body() -> None:
    def writes(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])(b"text")
        return []

    with pytest.raises(NotImplementedError):
        with_suffixes(writes)({"PATH_INFO": "/"}, lambda *_: None)


def test_an_application_that_does_not_answer_is_not_answered_for() -> None:
    given: list[object] = []

    assert list(with_suffixes(lambda _environ, _start: [])({}, lambda *said: given.append(said))) == []
    assert given == []
