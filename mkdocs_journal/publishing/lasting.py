"""Spares what lasts as long as a build the searches for garbage, in which Python looks at all objects again and again.

When the first page is rendered, modules, files and posts are there, and all are needed until the last page is written.
"""

from __future__ import annotations

import gc


def spare_lasting() -> None:
    """Leave all that exists now out of the searches for garbage, until `search_all()`."""
    gc.freeze()


def search_all() -> None:
    """Let the next search for garbage look at everything again, as in any program."""
    gc.unfreeze()
