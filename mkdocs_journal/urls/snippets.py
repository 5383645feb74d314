"""Finds the files that a text includes as snippets of pymdownx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_INCLUDED: Final = re.compile(r"-++8<-++[ \t]++([\"'])(.+)\1\Z")
_BLOCK: Final = re.compile(r"-++8<-++\Z")
"""The line before and after lines with a path each."""
_DEEPEST: Final = 12


def snippet_paths(text: str) -> Iterator[str]:
    """Yield the paths of included files, without the lines or the section that is included of them.

    Args:
        text: Markdown; fences and indentation make no difference, as they make none to snippets.
    """
    in_block = False
    for line in text.splitlines() if "8<-" in text else ():
        written = line.strip()
        if _BLOCK.match(written):
            in_block = not in_block
        elif included := _INCLUDED.match(written):
            yield _whole_file(included[2])
        elif in_block and written and not written.startswith(";"):
            yield _whole_file(written)


def ends_of(path: str) -> Iterator[str]:
    """Yield a path, without its first folder, without its first two, and so on; folders far above a file do not count."""
    parts = path.split("/")[-_DEEPEST:]
    yield from ("/".join(parts[start:]) for start in range(len(parts)))


def _whole_file(path: str) -> str:
    folder, slash, name = path.replace("\\", "/").rpartition("/")
    return folder + slash + name.partition(":")[0]
