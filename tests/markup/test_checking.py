"""What is reported about bodies: of what MkDocs would show as text, and of what our reader cannot read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.markup.checking import Readers, check_body
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.markup.traces import trace_of_host, traces_for_host
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.problem import Place


def reported(body: str, *, markup: str = "host", liquid: str = "report", readers: Readers | None = None) -> list[str]:
    post = Post(
        source=PurePosixPath("a.md"),
        title="A",
        date=datetime(2024, 1, 1, tzinfo=UTC),
        slug="a",
        body=body,
        markup=markup,
    )
    places = lambda line, column: Place("a.md", line + 3, column)  # noqa: E731
    return [str(found) for found in check_body(post, Known, readers or Readers(), liquid=liquid, places=places)]


def words(body: str, *, attribute_lists: bool = False, macros: bool = False) -> str:
    found = traces_for_host(body, attribute_lists=attribute_lists, macros=macros)
    return f"{found.line}:{found.column} {found.words}" if found else ""


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("text\n\n*a*{:.b}\n{: #c}\n", "3:4 2 kramdown attribute lists"),
        ("{% if x %}{{ y }}{% endif %}", "1:1 2 Liquid tags and 1 Liquid output"),
        (
            "a {:toc}\n{::comment}\nb\n{:/}\n{{ c }}",
            "1:3 1 kramdown attribute list, 2 kramdown extensions and 1 Liquid output",
        ),
        ("{% asset_img a.png %} {{< ref >}} {{% note %}}", ""),
        ("plain { text } and {x: y}", ""),
        ("`{{ a }}` and ``{% b %}``", ""),
        ("```\n{{ a }}\n```\n\n~~~\n{:.b}\n~~~\n", ""),
        ("> ```\n> {{ a }}\n> ```\n", ""),
        ("- ```\n  {{ a }}\n  ```\n", ""),
        ("text\n\n    {{ a }}\n\n\t{% b %}\n", ""),
        ("- item\n\n    {{ a }}\n", "3:5 1 Liquid output"),
        ("- item\n\ntext\n\n    {{ a }}\n", ""),
        ("text\n    {{ a }}\n", "2:5 1 Liquid output"),
        ("<!-- {{ a }} --> <pre>\n{{ b }}\n</pre> <script>{{ c }}</script>", ""),
        ("<!-- {{ a }}\n<pre>{{ b }}\n<pre>", "1:6 2 Liquid outputs"),
        ("`a {{ b }}", "1:4 1 Liquid output"),
        ("````\n```\n{{ a }}\n````\n{{ b }}", "5:1 1 Liquid output"),
    ],
)
def test_traces(body: str, wanted: str) -> None:
    assert words(body) == wanted


def test_what_extensions_and_plugins_read_is_no_trace() -> None:
    body = "*a*{:.b}\n\n{{ c }} {% if d %}\n\n{::comment}\n"

    assert words(body, attribute_lists=True) == "3:1 1 kramdown extension, 1 Liquid tag and 1 Liquid output"
    assert words(body, macros=True) == "1:4 1 kramdown attribute list and 1 kramdown extension"
    assert words(body, attribute_lists=True, macros=True) == "5:1 1 kramdown extension"
    assert words("{{ c }}", macros=True) == ""


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('a\n\n!!! note "b"\n    c', (3, "!!! note")),
        ("??? tip\n", (1, "??? tip")),
        ('???+ tip "x"', (1, "???+ tip")),
        ('=== "Tab"\n    x', (1, '=== "')),
        ('--8<-- "file"', (1, "--8<--")),
        ('!!! update "2025-05-05"\n    x', None),
        ("A\n===\n\nWhat!!! note\n", None),
        ("```\n!!! note\n```\n", None),
        ("text", None),
    ],
)
def test_what_only_mkdocs_reads(body: str, wanted: tuple[int, str] | None) -> None:
    assert trace_of_host(body) == wanted


def test_messages() -> None:
    """File, line, column, what was found and what to write."""
    assert reported("a\n{: .b}\n{: .c}\n") == [
        "a.md:5:1: body: 2 kramdown attribute lists would be shown as text; set `markup: kramdown` (J705)"
    ]
    assert reported("a\n{: .b}\n", readers=Readers(attribute_lists=True)) == []
    assert reported("{{ b }}\n", readers=Readers(macros=True)) == []
    assert reported("!!! note\n    a\n\n{% include b %} {{ 'c' | shout }} [^d]\n", markup="kramdown") == [
        (
            "a.md:4:1: body: '!!! note' is shown as text because `markup: kramdown` runs no MkDocs extensions; "
            "set `markup: host` for this post (J706)"
        ),
        "a.md:7:1: liquid: '{% include b %}' is not evaluated and appears as written; write its value instead (J701)",
        "a.md:7:17: liquid: filter 'shout' is unknown and ignored; remove it (J703)",
        "a.md:7:35: kramdown: '[^d]' applies to nothing and is shown as text, as in Jekyll (J704)",
    ]
    assert reported("{{ a }}", markup="kramdown", liquid="refuse") == [
        "a.md:4:1: liquid: '{{ a }}' is not evaluated; write its value instead, or set `liquid: report` (J702)"
    ]
    assert reported("plain", markup="kramdown") == []
