"""Properties of bodies that hold for every text: nothing crashes, tags are balanced, no word is lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.kramdown.html_names import VOID_ELEMENTS
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.markup.traces import trace_of_host, traces_for_host
from tests.conftest import CI

GOLDEN = Path(__file__).parent.parent / "golden/markup"
PIECES = sorted(
    {line for path in GOLDEN.glob("*/*.md") for line in path.read_text(encoding="utf-8").splitlines(keepends=True)}
)
NOTHING = Known()
every = settings(
    max_examples=200, deadline=None, derandomize=CI, database=None, suppress_health_check=[HealthCheck.too_slow]
)

bodies = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(
            [
                "    ",
                "  ",
                "> ",
                "- ",
                "1. ",
                "\n",
                "*",
                "_",
                "`",
                "[",
                "](",
                ")",
                "<div>",
                "</div>",
                "{:",
                "}",
                "|",
                "\\",
                '"',
            ]
        ),
        st.text(alphabet="ab \n\t*_[]()<>{}:`~|#&-\"'!$^\\%é\u00a0", max_size=12),
    ),
    max_size=12,
).map("".join)


RAW = {"script", "style"}
"""What kramdown nests, and a browser ends with the first end."""


class Tags(HTMLParser):
    """Notes which tags do not fit together; what is in scripts and styles is text to it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID_ELEMENTS | RAW:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in RAW and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)


def unbalanced(html: str) -> list[str]:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags.wrong + tags.open


@every
@given(bodies)
@example("* a\n    <style>\n<style>\n")
@example("*<style>\n    <style>\n")
@example("<style>\n<style>\n")
def test_tags_are_balanced(text: str) -> None:
    """Whatever is written, but for raw HTML that is handed on as it is."""
    text = text.replace("nomarkdown", "comment")

    html = read_body(text, NOTHING).html

    assert unbalanced(re.sub(r"(?s)<!--.*?-->|<\?.*?\?>", "", html)) == []


@every
@given(
    st.lists(
        st.sampled_from(
            [
                "*",
                "_",
                "**",
                "`",
                "~~",
                "[",
                "]",
                "(",
                ")",
                "> ",
                "- ",
                "1. ",
                "# ",
                "\n",
                "\n\n",
                "    ",
                "|",
                "<b>",
                "</b>",
                "<div>\n",
            ]
        ),
        max_size=30,
    )
)
def test_no_word_is_lost(signs: list[str]) -> None:
    """Words come out in their order, however the signs between them are read."""
    words = [f"word{number}" for number in range(len(signs) + 1)]
    text = "".join(f"{word} {sign}" for word, sign in zip(words, [*signs, ""], strict=True))

    html = read_body(text, NOTHING).html

    assert re.findall(r"word\d+(?=\b)", re.sub(r"</?[^<>]*>", " ", html)) == words


@every
@given(bodies)
def test_a_look_for_traces_never_fails(text: str) -> None:
    traces_for_host(text, attribute_lists=False, macros=False)
    trace_of_host(text)
