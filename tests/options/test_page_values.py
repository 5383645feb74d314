"""The options of what pages show: what they accept, and what is written instead of the rest."""

from __future__ import annotations

import pytest

from mkdocs_journal.options.page_values import ListLayouts
from mkdocs_journal.options.reading import OptionError, read_options

WRONG: list[tuple[dict[str, object], str]] = [
    ({"lists": "cards"}, "lists: found 'cards'; write names and layouts: landing, archive, year"),
    ({"lists": {"landing": "grid"}}, "each excerpts, compact or cards"),
    ({"lists": {"tag": "cards"}}, "names and layouts"),
    ({"lists": {"tags": ["cards"]}}, "names and layouts"),
    ({"lists": {("a", "b"): "cards"}}, "names and layouts"),
    ({"reading_time": 265}, "reading_time: found 265; write true, false or {words_per_minute: 265}"),
    ({"reading_time": {"wpm": 265}}, "true, false or {words_per_minute: 265}"),
    ({"reading_time": {"words_per_minute": 0}}, "from 1 to 10000"),
    ({"reading_time": {"words_per_minute": True}}, "from 1 to 10000"),
    ({"author_box": "yes"}, "author_box: found 'yes'; write true or false"),
    ({"sidebar": 1}, "true or false"),
    ({"nav": "archive"}, "nav: found 'archive'; write a list of archive, tags, categories, authors, series"),
    ({"nav": ["years"]}, "a list of archive"),
    ({"search_boost": 0}, "a number above 0 and up to 100"),
    ({"search_boost": True}, "a number above 0"),
    ({"search_boost": 101}, "up to 100"),
    ({"search_boost": "2"}, "a number above 0"),
    ({"search_boost": float("nan")}, "a number above 0"),
    ({"labels": ["Read on"]}, "labels: found"),
    ({"labels": {"continue": ""}}, "keys of labels and texts"),
    ({"labels": {"continue": 3}}, "keys of labels and texts"),
    ({"labels": {3: "a"}}, "keys of labels and texts"),
    ({"labels": {"posts": {"one": "{count} post"}}}, "keys of labels and texts"),
    ({"labels": {"posts": {"one": 1, "other": "a"}}}, "keys of labels and texts"),
]


@pytest.mark.parametrize(("raw", "told"), WRONG)
def test_a_wrong_value(raw: dict[str, object], told: str) -> None:
    with pytest.raises(OptionError) as error:
        read_options(raw)

    assert told in str(error.value)


def test_layouts_of_kinds() -> None:
    """A kind has its own, else that of archives; the landing page has one of its own."""
    layouts = read_options({"lists": {"archive": "cards", "tags": "excerpts"}}).lists

    assert [layouts.of(kind) for kind in ("index", "year", "tags", "all_tags")] == [
        "excerpts",
        "cards",
        "excerpts",
        "cards",
    ]
    assert read_options({}).lists == ListLayouts() == read_options({"lists": {}}).lists


def test_the_limits_are_right_values() -> None:
    """The least and the most of each number, and a layout for each kind of list."""
    kinds = ("year", "month", "tags", "categories", "authors", "series")
    least = read_options({"related": 0, "search_boost": 0.01, "reading_time": {"words_per_minute": 1}})
    most = read_options({"related": 50, "search_boost": 100, "reading_time": {"words_per_minute": 10_000}})
    lists = read_options({"lists": dict.fromkeys(kinds, "cards")}).lists

    assert (least.related, least.search_boost, least.reading_time) == (0, 0.01, 1)
    assert (most.related, most.search_boost, most.reading_time) == (50, 100, 10_000)
    assert [lists.of(kind) for kind in kinds] == ["cards"] * 6


def test_right_values() -> None:
    read = read_options(
        {"reading_time": True, "nav": ["tags", "tags"], "search_boost": 2, "labels": {"posts": {"other": "{count}"}}}
    )

    assert (read.reading_time, read.nav, read.search_boost) == (265, ("tags",), 2.0)
    assert read.labels == {"posts": {"other": "{count}"}}
