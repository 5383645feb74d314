"""Where HTML is cut at its tags in one step, the parts are those that the standard library's parser finds."""

from __future__ import annotations

from html.parser import HTMLParser
from random import Random

import pytest

from mkdocs_journal.text.usual_markup import attributes_of, parts_of
from tests.text.usual_pages import usual_page

Event = tuple[str, str, dict[str, str | None]]


class Events(HTMLParser):
    """Notes what the standard library's parser finds."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("start", tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("end", tag, {}))

    def handle_data(self, data: str) -> None:
        self.found.append(("text", data, {}))


def cut(html: str) -> list[Event] | None:
    parts = parts_of(html)
    if parts is None:
        return None
    found: list[Event] = []
    for text, starts, ends, attributes in parts:
        found += [("text", text, {})] if text else []
        found += [("start", starts, attributes_of(attributes or ""))] if starts else []
        found += [("end", ends, {})] if ends else []
    return found


def test_parts_are_those_of_the_parser() -> None:
    chance, made = Random(7), 0
    for _ in range(20_000):
        html = usual_page(chance)
        parser = Events()
        parser.feed(html)
        parser.close()
        if (found := cut(html)) is not None:
            made += 1
            assert found == parser.found, html

    assert made > 8_000


@pytest.mark.parametrize(
    "html",
    [
        "1 < 2",
        "<P>a</P>",
        "<a href=x>a</a>",
        "<a href='x'>a</a>",
        "<p>a</p x>",
        "<!-- a < b -->",
        "<script>a</script>",
        "<title>a</title>",
        "<noscript>a</noscript>",
        "<plaintext>a",
        "<?php ?>",
        '<p title="a<b">a</p>',
        "<p>AT&T",
        "<p>a\x1cb</p>",
        "<p>a\r\n</p>",
        "<x-y>a</x-y>",
    ],
)
def test_what_markdown_does_not_write_is_left_to_a_parser(html: str) -> None:
    assert parts_of(html) is None
