"""What a sieve lets through."""

from __future__ import annotations

import random

from mkdocs_journal.audit.sieve import LONG, SHORT, Sieve

WORDS = [
    "the",
    "plan",
    "of",
    "a",
    "harbour",
    "with",
    "12",
    "ferries",
    "Größe",
    "この",
    "<p>",
    '"x"',
    "&amp;",
    "\\",
    "\n",
    "]^-[",
    "post-200",
]


def test_every_string_is_found_wherever_it_begins() -> None:
    """Of any length and at any place: the plain way is `in`."""
    chance = random.Random(1)
    for _ in range(60):
        text = " ".join(chance.choices(WORDS, k=40)).encode()
        starts = [chance.randrange(len(text)) for _ in range(40)]
        strings = [text[start : start + chance.randint(1, 3 * LONG)] for start in starts]
        strings += [bytes(chance.choices(range(256), k=chance.randint(1, 3 * LONG))) for _ in range(20)]
        sieve = Sieve(strings)

        for odd in range(4):
            part = text[odd : len(text) - chance.randrange(8)]
            assert {one for one in strings if one in part} <= sieve.of(part)


def test_strings_at_both_ends_of_a_text_are_found() -> None:
    for size in (1, SHORT - 1, SHORT, SHORT + 1, 2 * SHORT, LONG - 1, LONG, LONG + 1, 4 * LONG):
        one = bytes(range(33, 33 + size))
        for before in range(20):
            assert Sieve([one]).of(b"x" * before + one) == {one}
            assert Sieve([one]).of(one + b"x" * before) == {one}


def test_few_other_strings_are_let_through() -> None:
    """A text of the same words in another order does not contain them."""
    chance = random.Random(2)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(500)]
    strings = [" ".join(chance.choices(words, k=6)).encode() for _ in range(500)]
    texts = [" ".join(chance.choices(words, k=1_000)).encode() for _ in range(20)]
    sieve = Sieve(strings)

    assert sum(len(sieve.of(text)) for text in texts) < 20


def test_without_strings_nothing_is_found() -> None:
    assert Sieve([]).of(b"text") == set()
    assert Sieve([b"a long string that is not there", b"shorter one", b"x"]).of(b"") == set()
