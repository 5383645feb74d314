"""Invisible characters."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.invisible import NON_JOINER, is_invisible, without_invisible

UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u17b4\u180b\u180e\u200b\u200c\u200d\u200e\u202a"
    "\u2060\u2066\u2800\u3164\ufe00\ufe0f\ufeff\U000e0100"
)
SEEN = "a ä\u0301क\u094d\u0600\u06dd\u2022\U000e0067\U0001f3fb"


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_unseen(character: str) -> None:
    assert is_invisible(character)
    assert without_invisible(f"a{character}b") == "ab"


@pytest.mark.parametrize("character", SEEN, ids=ascii)
def test_seen(character: str) -> None:
    """Marks, numbers of Arabic, tones of skin, and what makes the flag of a land."""
    assert not is_invisible(character)
    assert without_invisible(f"a{character}b") == f"a{character}b"


def test_a_character_can_be_kept() -> None:
    assert without_invisible("a\u200c\u200bb", keep=NON_JOINER) == "a\u200cb"
