"""The schemas against what is read: they refuse nothing that is taken, and what they take by mistake is listed here."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest
import yaml

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.front_matter.json_schema import schema_of_front_matter, schema_of_options
from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.options.reading import wrong_options
from mkdocs_journal.options.table import OPTIONS
from tests.commands.test_schema import nested
from tests.options.test_page_values import WRONG
from tests.options.test_table import BAD, BAD_JOURNALS, GOOD

VALUES: tuple[object, ...] = (
    True,
    False,
    0,
    1,
    2,
    50,
    51,
    100,
    101,
    -1,
    0.5,
    -0.5,
    10**6,
    "",
    " ",
    "x",
    "yes",
    "true",
    "git",
    "full",
    "excerpt",
    "latin",
    "name",
    "jekyll",
    "kramdown",
    "refuse",
    "skip",
    "page/:num/",
    "tags",
    "atom",
    "off",
    "_redirects",
    "/x/",
    "/:year/:title/",
    "/:name/",
    ":year/",
    "a.xml",
    "/a.json",
    "a.yml",
    "a.png",
    "de",
    "UTC",
    "+02:00",
    "https://example.org/",
    "tag:example.org,2024:a",
    [],
    [""],
    ["x"],
    ["git"],
    ["atom", "json"],
    ["tags"],
    ["/:name/", "/t/:name/"],
    ["a.xml"],
    ["_redirects", "redirects.json"],
    [1],
    [[]],
    [None],
    ["created"],
    {},
    {"x": "y"},
    {"x": 1},
    {"tags": "cards"},
    {"tags": "/:name.xml"},
    {"landing": "compact", "month": "cards"},
    {"landing": "grid"},
    {"words_per_minute": 100},
    {"words_per_minute": 0},
    {"show": ["created"]},
    {"show": True, "exclude": ["a/*"]},
    {"show": ["x"]},
    {"exclude": None},
    {"level": "warn"},
    {"level": "loud"},
    {"level": "off", "allow": "x"},
    {"allow": [1]},
    {"/a.xml": "rss", "b/c.json": "json"},
    {"/a.xml": "html"},
    {"posts": {"other": "{count}"}},
    {"posts": {"one": 1}},
    {"continue": "More"},
    {"folder": "all"},
    [{"values": {}}],
    [{"scope": {"path": "a", "type": "drafts"}, "values": {"a": [1, None], "b": {"c": 1.5}}}],
    [{"scope": None, "values": {"a": 1}}],
    [{"values": 1}],
    [{"scope": {}}],
)


@cache
def options_schema() -> Any:
    return jsonschema.Draft202012Validator(schema_of_options())


def as_json(value: object) -> object:
    """Return a value as an editor gives it to a schema: dates are texts."""
    return json.loads(json.dumps(value, default=str, skipkeys=True))


@pytest.mark.parametrize("name", [option.name for option in OPTIONS])
def test_the_schema_refuses_no_value_that_an_option_takes(name: str) -> None:
    """Nor any of the tables of right options."""
    taken = [
        value
        for value in VALUES
        if not wrong_options(nested(name, value) | ({"journals": {"a": {}}} if name == "combined" else {}))
    ]

    refused = [value for value in taken if not options_schema().is_valid(nested(name, as_json(value)))]

    assert refused == []
    assert taken


@pytest.mark.parametrize("raw", [raw for raw, _ in GOOD], ids=str)
def test_right_options(raw: dict[str, object]) -> None:
    read_options(raw)
    options_schema().validate(as_json(raw))


ONLY_READ = {
    "folder": "a path outside of the docs, a name that is too long, or the folder of another journal",
    "posts": "a text that is not a glob",
    "permalink": "the form of a URL, and its placeholders",
    "timezone": "the names of time zones",
    "title": "a date is a text for JSON, and control characters",
    "authors": "the form of a file name",
    "tags": "the same",
    "defaults": "control characters inside values",
    "feeds": "the form of paths, addresses and IDs",
    "search_boost": "numbers that are not finite, which JSON does not have",
    "lists": "names that are not texts",
    "labels": "the same, and plural forms without the one that each language has",
    "journals": "the form of names, and folders that two journals have",
    "combined": "a list of all journals where there is one journal, or its folder",
    "schedule": "the form of a path",
}
"""Options, and what of them is refused by the plugin only: no editor can know it."""


@pytest.mark.parametrize("raw", [raw for raw, _ in (*BAD, *BAD_JOURNALS, *WRONG)], ids=str)
def test_wrong_options(raw: dict[str, object]) -> None:
    """Each wrong value of the tables is refused, unless only the plugin can know."""
    valid = options_schema().is_valid(as_json(raw))

    assert not valid or set(raw) & set(ONLY_READ), raw


def test_how_much_is_refused() -> None:
    """Most of what the plugin refuses."""
    rows = [raw for raw, _ in (*BAD, *BAD_JOURNALS, *WRONG)]
    refused = [raw for raw in rows if not options_schema().is_valid(as_json(raw))]
    cases = [nested(option.name, value) for option in OPTIONS for value in VALUES]
    wrong = [case for case in cases if wrong_options(case)]
    found = [case for case in wrong if not options_schema().is_valid(as_json(case))]

    assert len(refused) / len(rows) > 0.5
    assert len(found) / len(wrong) > 0.7


KEY_VALUES: tuple[object, ...] = (
    True,
    False,
    0,
    1,
    2,
    1.5,
    "",
    "x",
    "yes",
    "No",
    "off",
    " true ",
    "maybe",
    "2024-11-12",
    "12:30",
    "/a/",
    "https://example.org/",
    "a.png",
    "host",
    None,
    [],
    ["x"],
    ["x", "y"],
    [1],
    ["/a/"],
    [None],
    {},
    {"x": "y"},
    {"name": "Ada", "url": "https://example.org/"},
    [{"name": "Ada"}, "Bob"],
    {"path": "a.png", "alt": "A"},
    {"excerpt_only": True},
    [{"A": "https://example.org/"}],
    {"created": "2024-11-12"},
)


@cache
def front_matter_schema() -> Any:
    return jsonschema.Draft202012Validator(schema_of_front_matter())


def problems_of(key: str, value: object) -> list[str]:
    """Return the codes of the problems of a post with a key."""
    text = yaml.safe_dump({"title": "A", key: value}, allow_unicode=True)
    source = Source(path=PurePosixPath("journal/2024-11-12-a.md"), shown="a.md", data=f"---\n{text}---\n".encode())
    journal = read_journal([source], read_options({}), now=datetime(2025, 1, 1, tzinfo=UTC))
    return [problem.code for problem in journal.problems if problem.code not in {"J308", "J601", "J406", "J407"}]


@pytest.mark.parametrize("name", [spelling for key in KEYS for spelling in (key.name, *key.aliases) if "." not in spelling])
def test_the_schema_refuses_no_value_that_is_read_without_a_problem(name: str) -> None:
    taken = [value for value in KEY_VALUES if not problems_of(name, value)]

    refused = [value for value in taken if not front_matter_schema().is_valid({name: value})]

    assert refused == []
    assert taken


def test_wrong_front_matter() -> None:
    """Of the values that are reported, those with a wrong type, and switches that are neither on nor off."""
    wrong: list[dict[str, object]] = [
        {"title": ["a"]},
        {"title": {"a": 1}},
        {"date": ["2024-11-12"]},
        {"draft": "maybe"},
        {"draft": 2},
        {"draft": ["true"]},
        {"slug": ["a"]},
        {"permalink": {"a": 1}},
        {"description": ["a"]},
        {"lang": ["de"]},
        {"feed": ["a"]},
        {"tags": {"a": 1}},
        {"excerpt": {"a": 1}},
        {"markup": ["host"]},
        {"guid": {"a": 1}},
        {"hidden": "perhaps"},
    ]

    for row in wrong:
        ((name, value),) = row.items()
        assert problems_of(name, value), row
        assert not front_matter_schema().is_valid(row), row
