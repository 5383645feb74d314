"""The distance between two spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_LONG: Final = 8
"""Letters from which on two slips are near."""
_LONGEST: Final = 40
"""Letters of the longest names that are compared with many others."""


def distance(one: str, other: str) -> int:
    """Return the edit distance: insertions, deletions, changes and swaps of adjacent letters."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            steps = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                steps = min(steps, rows[-2][j - 2] + 1)
            row.append(steps)
        rows.append(row)
    return rows[-1][-1]


def is_near(name: str, other: str) -> bool:
    """Return whether `name` is probably `other`, misspelt: one letter differs; two, if `other` has eight or more."""
    steps = _steps(other)
    return abs(len(name) - len(other)) <= steps and distance(name, other) <= steps


def _steps(name: str) -> int:
    return 2 if len(name) >= _LONG else 1


def shortened(name: str, most: int) -> Iterator[str]:
    """Yield a name, and what is left without one letter or two; names `most` slips apart have one of these in common."""
    yield name
    for at in range(len(name)):
        rest = name[:at] + name[at + 1 :]
        yield rest
        if most > 1:
            yield from (rest[:other] + rest[other + 1 :] for other in range(at, len(rest)))


class Spellings:
    """Names among which the one that is meant is found, in a time that hardly depends on their number."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; those of more than 40 letters are never meant."""
        self._names: dict[str, list[str]] = {}
        for name in names:
            for part in set(shortened(name, _steps(name))) if len(name) <= _LONGEST else ():
                self._names.setdefault(part, []).append(name)

    def nearest(self, name: str) -> str:
        """Return the name that is probably meant by a misspelt one, or empty."""
        parts = set(shortened(name, _steps(f"{name}**"))) if len(name) <= _LONGEST + 2 else ()
        others = {other for part in parts for other in self._names.get(part, ())}
        return min(((distance(name, other), other) for other in others if is_near(name, other)), default=(0, ""))[1]
