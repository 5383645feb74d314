"""Titles from headings and file names."""

from __future__ import annotations

import pytest

from mkdocs_journal.posts.titles import first_heading, title_of_name
from mkdocs_journal.text.headings import repeats


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# One\n\nText\n", "One"),
        ("Text first\n\n# Later #\n", "Later"),
        ("Under\n=====\n", "Under"),
        ("```\n# in code\n```\n# Real\n", "Real"),
        ("~~~~ text\n# in code\n~~~\n# still\n~~~~\n# Real\n", "Real"),
        ("## Only a second\n", ""),
        (
            "#hash-tag is no heading but python-markdown makes one\n",
            "hash-tag is no heading but python-markdown makes one",
        ),
        ("# A *very* **good** `code` [link](x.md){target=_blank} ![img](i.png)\n", "A very good code link img"),
        ("# With id {#custom .class}\n", "With id"),
        ("# Adding a :simple-mkdocs: badge\n", "Adding a badge"),
        ("# snake_case_name stays\n", "snake_case_name stays"),
        ("# R&amp;D \\*stars\\*\n", "R&D *stars*"),
        ("# <b>Bold</b> move\n", "Bold move"),
        ("", ""),
        ("    # code\n", ""),
        ("- list\n=====\n", ""),
        ("Two lines\nof text\n=====\n", ""),
        ("Text\n\nUnder\n=====\n", "Under"),
        ("<!--\n# a comment\n-->\n# Real\n", "Real"),
        ("<!-- one line -->\n# Real\n", "Real"),
        ("<PRE>\n# a shell\n</PRE>\n# Real\n", "Real"),
        ("<script>\nTitle\n===\n</script>\n", ""),
        ("<preface>\n# Real\n", "Real"),
        ("# The `<details>` element, `a_b` and ``a ` b``\n", "The <details> element, a_b and a ` b"),
        ("# ![`x`](y) `z` \\`no code\\`\n", "x z `no code`"),
        ("# *`one`* and [`two`](three)\n", "one and two"),
    ],
)
def test_first_heading(body: str, title: str) -> None:
    assert first_heading(body) == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("wired-open-source-myth", "Wired Open Source Myth"),
        ("a--b", "A B"),
        ("Mixed_CASE and spaces", "Mixed_case and spaces"),
        ("dots.in.name", "Dots.in.name"),
        ("", ""),
    ],
)
def test_title_of_a_file_name(name: str, title: str) -> None:
    assert title_of_name(name) == title


@pytest.mark.parametrize(
    ("heading", "title", "expected"),
    [
        ("Open Source AI", "Open Source AI", True),
        ("Chinese search support – 中文搜索支持", "Chinese search support", True),
        ("Introduction", "An introduction to parsers", False),
        ("Release 1.2 is out", "Release 1.2 is out now", True),
        ("Background", "My trip", False),
        ("🎉", "🎉", True),
        ("🎉", "Party", False),
    ],
)
def test_a_heading_that_repeats_the_title_is_known(heading: str, title: str, expected: bool) -> None:
    assert repeats(heading, title) is expected
