"""Makes `serve` answer like hosting services for static sites."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

_Given = tuple[str, list[tuple[str, str]]]


def answer_without_suffix(server: LiveReloadServer) -> LiveReloadServer:
    """Make MkDocs' server answer `/name` with `name.html`, like GitHub Pages, Netlify and others.

    A request is repeated only if nothing was found, so all other answers stay the same.
    """
    inner = server.get_app()
    if inner is None:
        return server

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

    server.set_app(application)
    return server


def _no_writer(data: bytes) -> object:
    """The `write()` callable of WSGI, which MkDocs' server never uses."""
    raise NotImplementedError(data)
