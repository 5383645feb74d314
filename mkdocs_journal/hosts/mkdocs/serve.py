"""`serve` answers as hosts of static sites do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journal.urls.suffixless import with_suffixes

if TYPE_CHECKING:  # a build needs no server
    from mkdocs.livereload import LiveReloadServer


def answer_without_suffix(server: LiveReloadServer) -> LiveReloadServer:
    """Let a server of MkDocs answer `/name` with `name.html`."""
    if inner := server.get_app():
        server.set_app(with_suffixes(inner))
    return server
