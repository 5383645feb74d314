"""What each key of a query does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.archives.queries import Selection
from mkdocs_journal.archives.query_keys import (
    KEYS,
    QUERY_KEYS,
    QueryError,
    query_of,
    read_list,
    unknown_terms,
)
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal

SOURCES = {
    "a/2023-01-01-zeta.md": "title: zeta\ntags: [Release, C++]\nauthor: Ada\nlast_updated: 2025-01-01",
    "a/2023-01-01-eta.md": "title: Eta\ntags: [Open Source]\nauthor: [Bob, Ada]\npin: true",
    "b/2024-02-02-beta.md": "title: Beta\ncategories: [news]\nseries: Walk",
    "b/2024-03-03-alpha.md": "title: alpha\ntags: [release]\ncategories: [notes]",
    "b/2024-04-04-hidden.md": "title: Hidden\ntags: [Release]\nunlisted: true",
    "b/2024-05-05-draft.md": "title: Draft\ntags: [Release]\ndraft: true\npin: true",
    "c/2025-06-06-both.md": "title: Both\ncategories: [news, notes]\nseries: Walk",
}


def journal() -> Journal:
    sources = [
        Source(path=PurePosixPath(f"journal/{name}"), shown=name, data=f"---\n{front}\n---\n".encode())
        for name, front in SOURCES.items()
    ]
    return read_journal(sources, Options(), now=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("keys", "titles"),
    [
        ("", "Both alpha Beta zeta Eta"),
        ("tag: release", "alpha zeta"),
        ("tag: ' RELEASE '", "alpha zeta"),
        ("tags: [open-source, c++]", "zeta Eta"),
        ("tag: release\ntags: [Open Source]", "alpha zeta Eta"),
        ("tag: c", ""),
        ("category: news", "Both Beta"),
        ("categories: [news, notes]", "Both alpha Beta"),
        ("author: ada", "zeta Eta"),
        ("authors: [Bob, Nobody]", "Eta"),
        ("series: walk", "Both Beta"),
        ("series: [Walk, Run]", "Both Beta"),
        ("year: 2024", "alpha Beta"),
        ("years: [2023, '2025']", "Both zeta Eta"),
        ("path: journal/a/*", "zeta Eta"),
        ("path: [journal/a/*, '!journal/a/*zeta*']", "Eta"),
        ("path: beta.md", ""),
        ("state: published", "Both alpha Beta zeta Eta"),
        ("state: unlisted", "Hidden"),
        ("state: pinned", "Eta"),
        ("state: [unlisted, pinned]", "Hidden Eta"),
        ("sort: date\norder: asc", "Eta zeta Beta alpha Both"),
        ("sort: updated", "Both zeta alpha Beta Eta"),
        ("sort: updated\norder: asc", "Eta Beta alpha zeta Both"),
        ("sort: title", "alpha Beta Both Eta zeta"),
        ("sort: title\norder: desc", "zeta Eta Both Beta alpha"),
        ("sort: path", "Eta zeta Beta alpha Both"),
        ("limit: 2", "Both alpha"),
        ("tag: release\nyear: 2024\nlimit: 100000", "alpha"),
        ("tag:\nlimit: ~", "Both alpha Beta zeta Eta"),
    ],
)
def test_which_posts(keys: str, titles: str) -> None:
    read = read_list(keys, ())

    assert read.mistakes == ()
    assert " ".join(post.title for post in Selection(journal()).select(read.wanted.query)) == titles


def test_how_they_are_shown() -> None:
    read = read_list("layout: cards\nheading: ' Latest \n  news'\nempty: ''\njournal: news", ("blog", "news"))

    assert read.mistakes == ()
    wanted = read.wanted
    assert (wanted.layout, wanted.heading, wanted.empty, wanted.journal) == ("cards", "Latest news", "", "news")
    assert (read_list("", ()).wanted.layout, read_list("~", ()).wanted.empty) == ("compact", None)


GLOB = "a glob or a list of globs below docs_dir, for example journal/releases/*"
YEARS = "a year or a list of years, for example 2024"
UNREADABLE = "journal: the block cannot be read:"
TERMS = "a name or a list of names of tags"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("tagg: a", "1:1 tagg: unknown key; did you mean tag? (J883)"),
        ("limit: 1\nSort-By: a", f"2:1 Sort-By: unknown key; write one of {', '.join(KEYS)} (J883)"),
        ("tag: {a: b}", f"1:6 tag: '{{a: b}}' is not a value of this key; write {TERMS} (J884)"),
        ("tags: [a, ~]", f"1:11 tags: '~' is not a value of this key; write {TERMS} (J884)"),
        ("tags: ''", f"1:7 tags: '' is not a value of this key; write {TERMS} (J884)"),
        (
            "year: 24-01",
            f"1:7 year: '24-01' is not a value of this key; write {YEARS} (J884)",
        ),
        (
            "years: [2024, ٢٠٢٤]",
            f"1:15 years: '٢٠٢٤' is not a value of this key; write {YEARS} (J884)",
        ),
        ("path: '!'", f"1:7 path: '!' is not a value of this key; write {GLOB} (J884)"),
        ("path: [a, 'b\\']", f"1:11 path: 'b\\\\' is not a value of this key; write {GLOB} (J884)"),
        ("path: '[z-a]*'", f"1:7 path: '[z-a]*' is not a value of this key; write {GLOB} (J884)"),
        ("path: '*a*a*a*a*b'", f"1:7 path: '*a*a*a*a*b' is not a value of this key; write {GLOB} (J884)"),
        ("path: {a: b}", f"1:7 path: '{{a: b}}' is not a value of this key; write {GLOB} (J884)"),
        ("state: draft", "1:8 state: 'draft' is not a value of this key; write published, unlisted or pinned (J884)"),
        ("state: [pined]", "1:9 state: 'pined' is not a value of this key; write pinned (J884)"),
        ("sort: [date]", "1:7 sort: '[date]' is not a value of this key; write date, updated, title or path (J884)"),
        ("sort: dates", "1:7 sort: 'dates' is not a value of this key; write date (J884)"),
        ("order: up", "1:8 order: 'up' is not a value of this key; write asc or desc (J884)"),
        ("limit: 0", "1:8 limit: '0' is not a value of this key; write a whole number from 1 to 100000 (J884)"),
        ("limit: [1]", "1:8 limit: '[1]' is not a value of this key; write a whole number from 1 to 100000 (J884)"),
        ("layout: card", "1:9 layout: 'card' is not a value of this key; write cards (J884)"),
        ("heading: [a]", "1:10 heading: '[a]' is not a value of this key; write a text (J884)"),
        ("empty: {a: b}", "1:8 empty: '{a: b}' is not a value of this key; write a text, or '' for nothing (J884)"),
        ("journal: a", "1:1 journal: unknown key; remove it: there is one journal only (J883)"),
        ("limit: 1\nlimit: 2", "2:1 limit: the key stands in line 1 of the block as well; remove one (J888)"),
        ("- a", "1:1 journal: '[a]' is not a value of this key; write keys and values, for example limit: 5 (J884)"),
        (
            "tag: [a",
            f"1:6 {UNREADABLE} a bracket that is never closed; close it, or put the value in quotes (J887)",
        ),
        ("tag: !x a", "1:6 journal: the block cannot be read: tag !x is not allowed; write the plain value (J887)"),
    ],
)
def test_what_is_wrong(keys: str, said: str) -> None:
    (found,) = read_list(keys, ()).mistakes

    shown = f"{found.line}:{found.column} {found.text} ({found.code})"
    assert shown == said


def test_a_journal_that_does_not_exist() -> None:
    (found,) = read_list("journal: newz", ("blog", "news")).mistakes

    assert found.text == "journal: 'newz' is not a value of this key; write news"
    assert read_list("journal: x", ("blog", "news")).mistakes[0].text.endswith("write blog or news")


def test_terms_that_are_nearly_those_of_a_post() -> None:
    """One that no post has may come later; one that differs by a letter is a mistake."""
    read = read_list("tags: [Relese, Release, Future]\ncategory: newz\nauthor: Ado", ())

    said = [f"{found.line}:{found.column} {found.text}" for found in unknown_terms(read, Selection(journal()))]
    assert said == [
        "1:8 tags: no post has 'Relese'; did you mean 'Release'?",
        "2:11 categories: no post has 'newz'; did you mean 'news'?",
        "3:9 authors: no post has 'Ado'; did you mean 'Ada'?",
    ]


def test_a_query_in_python() -> None:
    query = query_of({"tag": "Release", "years": (2023, "2024"), "limit": 5, "sort": None})

    assert (query.tags, query.years, query.limit) == (("Release",), (2023, 2024), 5)
    with pytest.raises(QueryError, match="layout: unknown key") as caught:
        query_of({"layout": "cards"})
    assert caught.value.code == "J883"
    with pytest.raises(QueryError, match="limit: '-1' is not a value"):
        query_of({"limit": -1})
    assert "layout" not in QUERY_KEYS
