"""Finds quickly which of many byte strings a text may contain: never too few of them, rarely too many.

Of each byte only its class is looked at, one of 15, so that four bytes fit into a character of 16 bits, and sixteen into a
number of 64 bits. A string of 23 bytes has a number at each place of a text that can be divided by eight: the numbers of a
text are compared with those of all long strings at once, in a time that hardly depends on how many these are. A
regular expression looks for the characters of shorter strings.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from collections import Counter
from collections.abc import Iterable
from typing import Final

_CLASSES: Final = bytes(b"0123456789abcef"[byte * 7 % 15] for byte in range(256))
"""The class of each byte as a hexadecimal digit; without `d`, for characters at D800 are not letters."""
_NUMBER: Final = 16
_STEP: Final = 8
LONG: Final = _NUMBER + _STEP - 1
"""Bytes of a string that contains a whole number wherever it begins."""
_CHARACTER: Final = 4
SHORT: Final = 2 * _CHARACTER - 1
"""Bytes of a string that contains a whole character wherever it begins; shorter strings are looked for as they are."""


class Sieve:
    """Finds the strings that texts may contain."""

    def __init__(self, strings: Iterable[bytes]) -> None:
        """Take the strings to look for."""
        strings = tuple(dict.fromkeys(strings))
        self._tiny = [one for one in strings if len(one) < SHORT]
        self._numbers = _numbers_of([one for one in strings if len(one) >= LONG])
        self._wanted = frozenset(self._numbers)
        self._ends: dict[str, list[bytes]] = {}
        self._pattern = self._pattern_of([one for one in strings if SHORT <= len(one) < LONG])

    def of(self, text: bytes) -> set[bytes]:
        """Return the strings that a text may contain."""
        packed = _packed(text)
        found = {one for one in self._tiny if one in text}
        for start in (0, _STEP // 2):
            for number in self._wanted.intersection(_numbers(packed, start)):
                found.update(self._numbers[number])
        for end in self._ends_in(_characters(packed)):
            found.update(self._ends.get(end, ()), self._ends.get(end[0], ()))
        return found

    def _ends_in(self, text: str) -> set[str]:
        """Return the pairs of characters of a text that may be the ends of short strings."""
        return {text[at.start() : at.start() + 2] for at in self._pattern.finditer(text)} if self._pattern else set()

    def _pattern_of(self, strings: Iterable[bytes]) -> re.Pattern[str] | None:
        """Return what finds the last two whole characters of each string, or its only one, for each place of it."""
        for one in strings:
            for start in range(_CHARACTER):
                self._ends.setdefault(_characters(_packed(one[start:]))[-2:], []).append(one)
        seconds: dict[str, set[str]] = {}
        for end in sorted(self._ends):
            seconds.setdefault(end[0], set()).add(end[1:])
        parts = [re.escape(first) + _before(those) for first, those in seconds.items()]
        return re.compile("|".join(parts)) if parts else None


def _packed(text: bytes) -> bytes:
    """Return a text with two bytes in each; an odd byte at its end is left out."""
    return unhexlify(text[: len(text) & ~1].translate(_CLASSES))


def _numbers(packed: bytes, start: int) -> memoryview:
    """Return the numbers of a packed text from one of its bytes on."""
    return memoryview(packed)[start : start + max(0, len(packed) - start) // _STEP * _STEP].cast("Q")


def _characters(packed: bytes) -> str:
    """Return the characters of a packed text."""
    return packed[: len(packed) & ~1].decode("utf-16-le")


def _numbers_of(strings: list[bytes]) -> dict[int, list[bytes]]:
    """Return strings by a number of each, for each place where it may begin: one that another string has, or a rare one."""
    places = [(one, _packed(one[start:])) for one in strings for start in range(_STEP)]
    known = [(one, [*_numbers(packed, 0), *_numbers(packed, _STEP // 2)]) for one, packed in places]
    often = Counter(number for _, numbers in known for number in numbers)
    found: dict[int, list[bytes]] = {}
    for one, numbers in known:
        number = next(filter(found.__contains__, numbers), None)
        found.setdefault(min(numbers, key=often.__getitem__) if number is None else number, []).append(one)
    return found


def _before(characters: set[str]) -> str:
    """Return the pattern of a place before one of some characters; an empty one stands for any."""
    return "" if "" in characters else f"(?=[{re.escape(''.join(sorted(characters)))}])"
