"""Normal forms of Unicode, in linear time."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal
from unicodedata import is_normalized, normalize

_SIGNS: Final = re.compile(r"[^\w\x00-\x7f]{64}")
"""Signs without a letter between them: Python sorts the marks of one letter in time that grows with the square of their
number."""


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """Return a text in a normal form; of more than 64 marks on one letter, each 64 are sorted by themselves."""
    if text.isascii() or is_normalized(form, text):
        return text
    ends = [found.end() for found in _SIGNS.finditer(text)]
    return "".join([normalize(form, text[start:end]) for start, end in pairwise([0, *ends, len(text)])])
