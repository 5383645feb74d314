"""What only `mkdocs serve` needs: it answers as hosts of static sites do, and keeps results for the next build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_journal.hosts.mkdocs.nothing_kept import NothingKept

if TYPE_CHECKING:  # a build needs no server
    from mkdocs.livereload import LiveReloadServer


def answer_without_suffix(server: LiveReloadServer) -> LiveReloadServer:
    """Let a server of MkDocs answer `/name` with `name.html`."""
    from mkdocs_journal.urls.suffixless import with_suffixes  # noqa: PLC0415 - a build needs no server

    if inner := server.get_app():
        server.set_app(with_suffixes(inner))
    return server


def kept_for_build(before: NothingKept, *, active: bool) -> NothingKept:
    """Return what is kept of the previous build for a further one; nothing if caches are off."""
    if not active:
        return NothingKept()
    from mkdocs_journal.hosts.mkdocs.serve_cache import ServeCache  # noqa: PLC0415 - a build needs no caches

    cache = before if isinstance(before, ServeCache) else ServeCache()
    cache.posts.begin()
    return cache
