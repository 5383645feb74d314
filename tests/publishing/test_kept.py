"""`Kept`, `key_of()`: a result is used again only for values with the same content."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import PurePosixPath
from types import MappingProxyType

import pytest
from markupsafe import Markup

from mkdocs_journal.publishing.kept import Kept, UnknownValueError, exact, key_of

DIFFERENT = [
    None, True, 1, 1.0, "1", Markup("1"), b"1", date(2024, 1, 2), datetime(2024, 1, 2, tzinfo=UTC),
    "datetime.date(2024, 1, 2)", PurePosixPath("1"), ["1"], [["1"]], {"1": "1"}, {"1": Markup("1")},
    {"1": date(2024, 1, 2)}, {"1": {"1": Markup("1")}}, {"1", "2"}, ["1", "2"], ["12"], "", [], "\udc80",
    ("1", PurePosixPath("2")),
]  # fmt: skip


def test_values_that_differ_have_other_keys() -> None:
    """Whatever their types, alone and beside another value."""
    for one, other in combinations(DIFFERENT, 2):
        assert key_of(one) != key_of(other), (one, other)
        assert key_of(one, 1) != key_of(1, one) or one is True or one == 1
    assert key_of("a", "b") != key_of("ab")
    assert key_of(PurePosixPath("a"), "b") != key_of(PurePosixPath("a"), "b", "")


def test_the_same_content_has_the_same_key() -> None:
    made = ["".join(["a", "b"]), {"".join(["k"]): ["v"]}, {"b", "a"}]

    assert key_of(*made) == key_of("ab", {"k": ["v"]}, {"a", "b"})
    assert exact(MappingProxyType({"a": [1]})) == exact({"a": (1,)})
    assert exact(frozenset({"b", "a"})) == exact({"a", "b"})


def test_a_value_whose_content_is_not_known() -> None:
    with pytest.raises(UnknownValueError, match="object"):
        key_of("a", {"k": [object()]})


def test_results_are_those_of_the_previous_build() -> None:
    kept: Kept[str] = Kept()
    kept.begin(b"settings")
    kept.keep("a.md", b"1", "A")
    kept.keep("b.md", b"1", "B")
    assert kept.get("a.md", b"1") is None, "of this build"

    kept.begin(b"settings")
    assert (kept.get("a.md", b"1"), kept.get("a.md", b"2"), kept.get("c.md", b"1")) == ("A", None, None)
    kept.keep_again("a.md")
    kept.keep_again("c.md")

    kept.begin(b"settings")
    assert (kept.get("a.md", b"1"), kept.get("b.md", b"1")) == ("A", None), "a page that is gone is forgotten"
    kept.keep_again("a.md")

    kept.begin(b"other settings")
    assert kept.get("a.md", b"1") is None


def test_the_limit() -> None:
    """What is beyond it is made each time."""
    kept: Kept[str] = Kept(limit=10)
    kept.begin()
    kept.keep("a.md", b"1", "A", 6)
    kept.keep("b.md", b"1", "B", 6)
    kept.begin()

    assert (kept.get("a.md", b"1"), kept.get("b.md", b"1")) == ("A", None)
    assert kept.keep_again("a.md") == "A"
    kept.keep("b.md", b"1", "B", 6)
    kept.begin()
    assert (kept.get("a.md", b"1"), kept.get("b.md", b"1")) == ("A", None), "what is kept again counts as well"


def test_what_is_too_big_takes_no_place() -> None:
    """A result behind it that is small enough is kept."""
    kept: Kept[str] = Kept(limit=10)
    kept.begin()
    kept.keep("big.md", b"1", "A", 11)
    kept.keep("small.md", b"1", "B", 10)
    kept.begin()

    assert (kept.get("big.md", b"1"), kept.get("small.md", b"1")) == (None, "B")


def test_a_number_that_python_does_not_write_is_not_known() -> None:
    """YAML reads a hexadecimal number of any length."""
    with pytest.raises(UnknownValueError, match="digits"):
        exact([16**5000])


def test_a_value_that_contains_itself_is_not_known() -> None:
    """YAML can write one, into the option `extra` or the front matter of a page."""
    inside: list[object] = [1]
    inside.append(inside)

    with pytest.raises(UnknownValueError, match="itself"):
        key_of({"extra": inside})
