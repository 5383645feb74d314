"""Spares Python's garbage collector what lives until the end of a build.

Files, posts and modules do. The collector would look at all of them again whenever there are a quarter more objects.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Final


def _nothing() -> None:
    """Stand in for what only CPython has."""


_freeze: Final[Callable[[], None]] = getattr(gc, "freeze", _nothing)
_unfreeze: Final[Callable[[], None]] = getattr(gc, "unfreeze", _nothing)


def let_rest(*, serving: bool) -> None:
    """Take all objects of this moment out of the collector's sight, until `let_work()`.

    Args:
        serving: Whether MkDocs serves: then nothing changes, because the objects of a failed build would stay in memory.
    """
    if not serving:
        _freeze()


def let_work() -> None:
    """Let the collector see all objects again."""
    _unfreeze()
