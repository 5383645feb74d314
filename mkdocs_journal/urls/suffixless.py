"""Answers to addresses without a suffix, as hosts of static sites give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

_Given = tuple[str, list[tuple[str, str]]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""


def with_suffixes(inner: Application) -> Application:
    """Return an application that answers `/name` with `name.html`, as GitHub Pages, Netlify and others do.

    The inner one gets a second request only if it has found nothing, so every other answer stays the same.
    """

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        given: list[_Given] = []

        def note(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            given.append((status, headers))
            return _no_writer

        body = inner(environ, note)
        path = environ.get("PATH_INFO", "")
        if given and given[-1][0].startswith("404") and path.rpartition("/")[2]:
            body = inner({**environ, "PATH_INFO": f"{path}.html"}, note)
        if given:
            start_response(*given[-1])
        return body

    return application


def _no_writer(data: bytes) -> object:
    """The `write()` callable of WSGI, which MkDocs' server never uses."""
    raise NotImplementedError(data)
