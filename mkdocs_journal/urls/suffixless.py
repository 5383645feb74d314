"""Answers to addresses without a suffix, as hosts of static sites give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

_Given = tuple[str, list[tuple[str, str]]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""

_NO_FILE: Final = ("404", "302")
"""The answers to the name of nothing and to that of a folder."""


def with_suffixes(inner: Application) -> Application:
    """Return an application that answers `/name` with `name.html`, as GitHub Pages, Netlify and others do.

    They do so beside a folder `name` as well. The inner one gets a second request only if it has found nothing or leads to
    a folder, so every other answer stays the same.
    """

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        given: list[_Given] = []

        def note(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            given.append((status, headers))
            return _no_writer

        body = inner(environ, note)
        path = environ.get("PATH_INFO", "")
        if given and given[0][0].startswith(_NO_FILE) and path.rpartition("/")[2]:
            page = inner({**environ, "PATH_INFO": f"{path}.html"}, note)
            if not given[-1][0].startswith(_NO_FILE):
                del given[0]
                body = page
        if given:
            start_response(*given[0])
        return body

    return application


def _no_writer(data: bytes) -> object:
    """The `write()` callable of WSGI, which MkDocs' server never uses."""
    raise NotImplementedError(data)
