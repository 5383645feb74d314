"""Python's garbage collector looks again and again at all that is alive, and the posts are alive to the end of a build."""

from __future__ import annotations

import gc


def spare_what_is_read() -> None:
    """Let the collector pass over what is alive now, until `look_at_all_again()`; only for a process that builds once.

    In `mkdocs serve` garbage of one build would be kept in the next.
    """
    gc.freeze()


def look_at_all_again() -> None:
    """Let the collector look at everything again."""
    gc.unfreeze()
