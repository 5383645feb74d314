"""Headers in other notations than YAML between fences."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.post import Read, read_post

NOW = datetime(2024, 11, 12, tzinfo=UTC)


def read(text: str, name: str = "2024-01-02-a.md") -> Read:
    source = Source(path=PurePosixPath("journal", name), shown=name, data=text.encode())
    return read_post(source, Options(), NOW)


@pytest.mark.parametrize(
    ("text", "title", "tags", "body"),
    [
        ("Title: Multi\nDate: 2021-02-13 10:20\nTags: a, b\n\nText.\n", "Multi", ("a", "b"), "\nText.\n"),
        ("title: Multi\nText at once.\n", "Multi", (), "Text at once.\n"),
        ("Title: Multi\n    line\n\ttwo\ntags: a, b\nTags: c\n\n# H\n", "Multi line two", ("a", "b c"), "\n# H\n"),
        ("Template: x.html\nTitle: Multi\n\nText.\n", "Multi", (), "\nText.\n"),
        ("   Title: Multi\n   Author: Ada\n---\nText.\n", "Multi", (), "Text.\n"),
        ("Title: Multi", "Multi", (), ""),
        ("Title: 'Multi': one\n", "'Multi': one", (), ""),
    ],
)
def test_what_the_host_reads_is_read(text: str, title: str, tags: tuple[str, ...], body: str) -> None:
    found = read(text)

    assert found.post is not None, found.problems
    assert (found.post.title, found.post.tags, found.post.body) == (title, tags, body)
    assert [reported.code for reported in found.problems if reported.code != "J308"] == []


def test_values_of_such_a_header_have_their_place() -> None:
    found = read("Title: Multi\nDate: 2021-02-13\nStatus: draft\n\nText.\n", "p.md")

    assert found.post is not None
    assert (found.post.state.value, found.post.shown_date.year) == ("draft", 2021)
    assert [str(reported) for reported in found.problems] == [
        "p.md:3:9: Status: 'draft' withholds the post; write draft: true instead (J120)"
    ]


def test_updates_below_such_a_header_have_their_line() -> None:
    assert [reported.place.line for reported in read('Title: A\n\n<ins datetime="2024-02-31">No.</ins>\n').problems] == [3]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16"])
@pytest.mark.parametrize(
    "text", ["---\r\ntitle: A\r\ndraft: true\r\n---\r\n\r\nText\r\n", "Title: A\nStatus: draft\n\nText\n"]
)
@pytest.mark.parametrize("name", ["2024-01-02-a.md", "_drafts/a.md"])
def test_text_in_another_encoding_of_unicode_is_refused(text: str, encoding: str, name: str) -> None:
    """Without a byte-order mark, the bytes of ASCII letters in UTF-16 are valid UTF-8 with zeros between the letters."""
    source = Source(path=PurePosixPath("journal", name), shown=name, data=text.encode(encoding))

    found = read_post(source, Options(), NOW)

    assert [reported.code for reported in found.problems] == ["J102"]
    assert found.refused


@pytest.mark.parametrize(
    "text",
    [
        "Update: the post below is old.\n\nText.\n",
        "Note: this\nWarning: that\n\nText.\n",
        "Note: this\nDate: that\ngoes on as prose.\n",
        "Text: and more.\n",
        "    title: code\n",
        "<!-- title: A -->\n\nText.\n",
        "<!-- A comment\ntitle: A\ndate: x\n-->\n\nText.\n",
        "```python\nx = 1\ntitle = 2\ndate = 3\n```\n",
        "```yaml\ntitle: A\ndate: x\n",
        "* * *\n\nTitle: prose\n",
        "```yaml\ntitle: x\n```\n",
        "::: note\n    title: x\n:::\n",
        ":tada: We released.\n",
        "% of all\n",
        "= 5\n",
        "- Date: tomorrow\n- Title: talk\n",
        "***\n\nText\n",
        "\n\nTitle: only one such line may be prose\n\nText\n",
        "\u00a0\n\nText.\n",
        "***\nmine: 1\n\nText\ntitle: x\n",
        "***\nmine: 1\n***\ntitle: x\n",
        "@ada wrote this:\n\n@title x\n",
        ":mine: x\n\n:title: x\n",
        "<!-- note: this\nis old\ntitle: x\ndate: x\n-->\n\nText.\n",
        "mine: true\n\nText.\n",
        "",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    found = read(text)

    assert found.post is not None, found.problems
    assert found.problems == ()
    assert found.post.body == text


@pytest.mark.parametrize(
    "text",
    [
        '---json\n{\n  "title": "A",\n  "draft": true\n}\n---\nText.\n',
        '---json\n{"title": "A"}\n---\nText.\n',
        "---toml\ntitle = 'A'\n---\nText.\n",
        ';;;\n{\n"title": "A"\n}\n;;;\nText.\n',
        ';;;\n"title": "A"\n;;;\nText.\n',
        "+++\ntitle = 'A'\n+++\nText.\n",
        "===\ntitle: A\n===\nText.\n",
        "***\ntitle: A\n***\nText.\n",
        "\u2014\ntitle: A\n\u2014\nText.\n",
        "\u2013-\ntitle: A\n\u2013-\nText.\n",
        ":title: A\n:date: 2024-01-01\n\nText.\n",
        ":Title: A\n\nText.\n",
        ".. title: A\n.. slug: a\n\nText.\n",
        "#+TITLE: A\n#+DATE: 2024-01-01\n\nText.\n",
        "@title A\n\nText.\n",
        "= A title\n:author: Ada\n\nText.\n",
        "% A title\n% Ada\n\nText.\n",
        '"title": "A",\n"draft": true\n\nText.\n',
        'title = "A"\ndate = 2024-01-01\n\nText.\n',
        "Title : A\nDate : 2024-01-01\n\nText.\n",
        "\u200b---\ntitle: A\n---\nText.\n",
        "\u2060\ufeff---\ntitle: A\n---\nText.\n",
        "---\u200b\ntitle: A\n---\nText.\n",
        "\u00a0---\ntitle: A\n---\nText.\n",
        "---\u00a0\ntitle: A\n---\nText.\n",
        "\x0c---\ntitle: A\n---\nText.\n",
        "-\u200b--\ntitle: A\n---\nText.\n",
        "\u3164---\ntitle: A\n---\nText.\n",
        "\u00ad\ufe0f---\ntitle: A\n---\nText.\n",
        "\u200bTitle: A\nDate: 2024-01-01\n\nText.\n",
        "\nTitle: A\nDate: 2024-01-01\n\nText.\n",
        '\u200b{"title": "A"}\nText.\n',
        "```yaml\ntitle: A\ndraft: true\n```\nText.\n",
        "~~~ yaml\ntitle: A\ndate: 2024-01-01\n~~~\nText.\n",
        "<!--\ntitle: A\ndraft: true\n-->\nText.\n",
        "<!--\n.. title: A\n.. slug: a\n.. status: draft\n-->\n\nText.\n",
        "    ---\n    title: A\n    draft: true\n    ---\nText.\n",
        "\u200f---\nmine: 1\ntitle: A\n---\nText.\n",
        '---json\n{"mine": 1, "title": "A"}\n---\nText.\n',
        '---json\n{\n "wip": true,\n "title": "A"\n}\n---\nText.\n',
        ';;;\n"mine": 1,\n"title": "A"\n;;;\nText.\n',
        "***\nmine: 1\ntitle: A\n***\nText.\n",
        ":mine: 1\n:title: A\n\nText.\n",
        "#+MINE: 1\n#+TITLE: A\n\nText.\n",
        "mine = true\ntitle = 'A'\n\nText.\n",
        "mine : 1\ntitle : A\n\nText.\n",
        "<!--\nmine: 1\ntitle: A\ndraft: true\n-->\nText.\n",
        "<!--\n---\ntitle: A\ndraft: true\n---\n-->\nText.\n",
        "```yaml\n---\nmine: 1\ntags:\n  - x\ntitle: A\n---\n```\nText.\n",
        "Wip: true\nmine: 1\n\nText.\n".replace("Wip:", "\u200bWip:"),
    ],
)
def test_an_unsupported_format_is_refused(text: str) -> None:
    """At its line; an ordinary page is left to the host, but one that says a date may be a post."""
    found = read(text)

    assert found.refused, found.post
    assert [reported.code for reported in found.problems] == ["J104"]
    assert "write --- as line 1" in found.problems[0].message
    assert not read(
        text.replace("date", "x").replace("DATE", "x").replace("draft", "x").replace("Date", "x"), "page.md"
    ).refused


def test_a_header_of_another_notation_with_a_date_makes_a_post_of_a_file() -> None:
    assert read('---json\n{\n"date": "2024-01-01"\n}\n---\nText.\n', "undated.md").refused
    assert read(":date: 2024-01-01\n\nText.\n", "undated.md").refused


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nlayout: post\n---\n---\ntitle: A\ndraft: true\n---\nText.\n", 5),
        ("---\nlayout: post\n---\n\n---\nmine: 1\ntags:\n  - x\n# c\ntitle: A\n---\nText.\n", 6),
        ("---\n---\n\n---\ntitle: A\ndraft: true\n---\nText.\n", 5),
        ("---\n---\ntitle: A\ndraft: true\n---\nText.\n", 3),
    ],
)
def test_a_second_block_of_front_matter_is_refused(text: str, line: int) -> None:
    found = read(text)

    assert found.refused
    assert read(text.replace("layout: post", "mine: 1"), "page.md") == Read()
    assert [str(reported) for reported in found.problems] == [
        f"2024-01-02-a.md:{line}:1: front matter: a second block of front matter; put all keys into the first (J104)"
    ]


def test_a_draft_is_one_whatever_stands_below_its_front_matter() -> None:
    found = read("---\ndraft: true\n---\n---\ntitle: A\ntags: a\n---\nText.\n", "page.md")

    assert found.post is not None
    assert found.post.state.withheld
    assert found.problems == ()


@pytest.mark.parametrize(
    "body",
    [
        "---\n\nText.\n",
        "---\nTitle: a heading\n---\nText.\n",
        "---\ntitle: A\ndate: x\ngoes on as prose\n---\nText.\n",
        "title: A\ndate: x\n---\nText.\n",
        "---\ntitle: A\ndate: x\n",
    ],
)
def test_what_stands_below_front_matter_is_text(body: str) -> None:
    found = read(f"---\nlayout: post\n---\n{body}")

    assert found.post is not None, found.problems
    assert found.post.body == body


@pytest.mark.parametrize(
    "piece", ["Title: x\n", "\u200b", "-", ":title", " ", "{", "title ", "    more\n", "a:", "% x\n", "=", "\n", "\u2014 "]
)
def test_looking_at_a_beginning_costs_linear_time(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    began = time.process_time()

    read(text)

    assert time.process_time() - began < 5
