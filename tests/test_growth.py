"""Cost is bounded by content: every pattern and every text function takes linear time, whatever the text is."""

from __future__ import annotations

import importlib
import re

import pytest

from tests import growth
from tests.growth import Pattern, made_patterns, misses, patterns, text_misses, text_runs

PATTERNS = patterns()
RUNS = text_runs()
assert len(PATTERNS) > 60, "patterns are missing"
assert len(RUNS) > 50, "text functions are missing"

MADE = {
    "hosts/mkdocs/page_marks.py: cut": [r"(Journalmark's\ \ <i>|Journalmark&\#39;s|https://j\.invalid/page/|1583\-04\-27)"],
    "history/histories.py: ignored": [],  # written by the owner of the site, for the commits of the site
    "front_matter/defaults.py: _pattern": [],  # the same, for the paths of posts
    "options/site_values.py: pattern": [],  # tried, not used
    "markup/kramdown/attribute_lists.py: read_attribute_list": [r"\\(\}|\")"],
    "markup/kramdown/block_kinds.py: read_code": [r"(?m)^(?:\t| {4})"],
    "markup/kramdown/block_kinds.py: read_quote": [r"(?m)^ {0,3}> ?"],
    "markup/kramdown/definitions.py: read_note": [r"(?m)^(?:\t| {4})"],
    "markup/kramdown/patterns.py: compiled": [],  # of modules, and of fences, items and tags, which `read_body` uses
    "markup/kramdown/span_reader.py: _or_stop": [r"(?:(\])|!?\[)|(?:[*_`<]|!?\[|\$\$|\{:| ?>>|[ ]{2}(?=\n)|~~)"],
    "markup/kramdown/update_blocks.py: read_update": [r"(?m)^(?:\t| {4})"],
    "markup/plain_lines.py: _closing": [r"</style"],
    "text/hiding.py: _unclosed": [
        r"<(/?)script(?=[ \t\n\f\r/>]|\Z)",
        r"<!\[CDATA\[|(\]\]>)",
        r"<()(?=plaintext(?:[ \t\n\f\r/>]|\Z))",
    ],
    "urls/references.py: __init__": [r"\.pdf|\.png", r"|\.png"],
}
"""Patterns that functions make from values, with examples of them; none: their values are the site owner's options."""


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.where)
def test_a_pattern_takes_linear_time(pattern: Pattern) -> None:
    assert not misses(pattern)


@pytest.mark.parametrize("name", RUNS)
def test_a_text_function_takes_linear_time(name: str) -> None:
    assert not text_misses(name, RUNS[name])


def test_patterns_that_are_made_from_values_are_known() -> None:
    assert sorted(made_patterns()) == sorted(MADE)


@pytest.mark.parametrize("source", sorted({source for sources in MADE.values() for source in sources}))
def test_a_pattern_that_is_made_takes_linear_time(source: str) -> None:
    assert not misses(Pattern(source, re.compile(source), frozenset({"finditer"})))


@pytest.mark.parametrize(
    ("source", "method"),
    [
        (r"(?:<!--.*?-->\s*)*<h1", "match"),
        (r"(?:a|a)*b", "match"),
        (r"\s+\Z", "search"),
        (r"<[^>]*>", "findall"),
    ],
)
def test_what_costs_more_is_found(source: str, method: str) -> None:
    """The tests above would be worth nothing if this one failed."""
    assert misses(Pattern(source, re.compile(source, re.DOTALL), frozenset({method})))


def test_every_list_names_functions_that_are_there() -> None:
    there = {
        whole
        for name in growth.rooms()
        for function, _ in growth.functions_of_text(importlib.import_module(name))
        for whole in growth.wholes(f"{name.removeprefix('mkdocs_journal.')}.{function.__qualname__}")
    }

    assert set(growth.NO_CONTENT) <= there
