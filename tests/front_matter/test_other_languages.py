"""Keys in other languages."""

from __future__ import annotations

import pytest

from mkdocs_journal.front_matter.keys import KEYS, NAMES
from mkdocs_journal.front_matter.near_keys import OTHER_KEYS
from mkdocs_journal.front_matter.other_languages import WORDS, meant_in_english

OURS = {name for key in KEYS for name in (key.name, *key.aliases)}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("autor", "author"),
        ("auteur", "author"),
        ("imagen", "image"),
        ("categorie", "categories"),
        ("catégories", "categories"),
        ("título", "title"),
        ("tytuł", "title"),
        ("başlık", "title"),
        ("mots_clés", "tags"),
        ("mots clés", "tags"),
        ("schlagwörter", "tags"),
        ("datum", "date"),
        ("язык", "lang"),
        ("タグ", "tags"),
        ("author", ""),
        ("authr", ""),
        ("data", ""),
        ("x", ""),
    ],
)
def test_a_key_in_another_language(name: str, meant: str) -> None:
    assert meant_in_english(name) == meant


def test_every_word_means_one_key() -> None:
    words = [word for words in WORDS.values() for word in words.split()]

    assert len(words) == len(set(words))
    assert set(WORDS) <= set(NAMES)
    assert not (OURS | OTHER_KEYS) & set(words)
    assert all(meant_in_english(word) == name for name, words in WORDS.items() for word in words.split())
