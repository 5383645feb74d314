"""The distance between two spellings."""

from __future__ import annotations


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
    steps = 2 if len(other) >= 8 else 1
    return abs(len(name) - len(other)) <= steps and distance(name, other) <= steps
