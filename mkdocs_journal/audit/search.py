"""Many texts looked for in many files, in a time that hardly depends on how many texts there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from mkdocs_journal.audit.secrets import Secret

_WORD: Final = re.compile(rb"[A-Za-z\x80-\xff]{5,}")
_KEY: Final = 9
"""Bytes from the beginning of a word by which a text is found."""


@dataclass(slots=True)
class Index:
    """Texts by the beginning of one of their words, and those that have no word long enough."""

    by_key: dict[bytes, list[tuple[int, bytes, Secret]]] = field(default_factory=dict)
    others: list[tuple[bytes, Secret]] = field(default_factory=list)

    def add(self, secret: Secret) -> None:
        """Add every form of a secret."""
        for form in secret.forms:
            found = next((m for m in _WORD.finditer(form) if len(form) - m.start() >= _KEY and m.start() > 0), None)
            first = found or next((m for m in _WORD.finditer(form) if len(form) - m.start() >= _KEY), None)
            if first is None:
                self.others.append((form, secret))
            else:
                key = form[first.start() : first.start() + _KEY]
                self.by_key.setdefault(key, []).append((first.start(), form, secret))

    def find(self, data: bytes) -> Iterator[Secret]:
        """Yield the secrets that stand in some bytes, each as often as it does."""
        by_key = self.by_key
        for match in _WORD.finditer(data):
            start = match.start()
            for offset, form, secret in by_key.get(data[start : start + _KEY], ()):
                if data.startswith(form, start - offset) and start >= offset and _ends(data, start - offset, form):
                    yield secret
        for form, secret in self.others:
            if form in data:
                yield secret


def _ends(data: bytes, start: int, form: bytes) -> bool:
    """Return whether a text that begins and ends with letters is no part of longer words."""
    before, after = data[start - 1 : start], data[start + len(form) : start + len(form) + 1]
    return not (before.isalnum() and form[:1].isalnum()) and not (after.isalnum() and form[-1:].isalnum())


def index_of(secrets: Iterable[Secret]) -> Index:
    """Return an index of secrets."""
    index = Index()
    for secret in secrets:
        index.add(secret)
    return index


class Lines:
    """Gives each line of all files once: pages of a site share most of theirs."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def new(self, data: bytes) -> bytes:
        """Return the lines of a file that no file before it had."""
        lines = set(data.split(b"\n")) - self._seen
        self._seen |= lines
        return b"\n".join(lines)
