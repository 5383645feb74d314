"""Texts in a normal form of Unicode, in linear time."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.text.unicode_forms import normalized

SIGNS = st.text(st.sampled_from("aé e\u0301\u0316\u0327 각\u1100\u1161\u11a8ｱﬁ日\u09c7\u09be❤\ufe0f"), max_size=60)


@given(SIGNS)
def test_texts_are_as_python_has_them(text: str) -> None:
    assert normalized("NFC", text) == normalize("NFC", text)
    assert normalized("NFKC", text) == normalize("NFKC", text)


@pytest.mark.parametrize("text", ["e\u0301 " * 500, "日本語。" * 500, "“—”…" * 500, "❤\ufe0f" * 500, "e\u0301\u0316" * 500])
def test_long_texts_are_as_python_has_them(text: str) -> None:
    assert normalized("NFC", text) == normalize("NFC", text)


def test_marks_without_end_keep_their_letter() -> None:
    text = normalized("NFC", "x e" + "\u0316\u0301" * 5_000 + " e\u0301")
    assert text.startswith("x \xe9\u0316")
    assert text.endswith(" \xe9")
    assert len(text) == 10_000 + len("x e \xe9") - 1
