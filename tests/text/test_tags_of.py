"""Quick checks that read the different tags of a fragment find what they would find in the whole fragment."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from mkdocs_journal.text import fragments, hiding
from mkdocs_journal.text.fragments import fragment
from mkdocs_journal.text.hiding import closed, left_open
from mkdocs_journal.text.tags import tags_of
from mkdocs_journal.text.tokens import tokens
from mkdocs_journal.urls import links
from mkdocs_journal.urls.links import mended

PIECES = (
    *("<p>", "</p>", '<a href="../x.png">', "</a>", '<img alt="" src="x.png" />', "<!-- more -->", "<span class='k'>"),
    *('<a href="#a" title="b">', "text ", "a &lt; b ", "x > y ", "href = 1 ", "<html>", "</BODY>", "<!doctype html>"),
    *("<!--", "-->", "<!-->", "<!-- <b> -->", "<script>", "</script>", '"', "'", "<", ">", "<a href=x.png>", "<br/>"),
    "<template>",
    *(
        '<a title="a > b" href="x.png">',
        '<a q" x="b>c" href="x.png">',
        '<video poster="x.png">',
        "<td nowrap>",
        "<template>",
    ),
    *('<q cite="x.png">', '<A HREF="x.png">', '<img srcset="x.png 2x">', "<![CDATA[", "<plaintext>", "<svg>", "</svg>"),
    *(
        '<object data="x.png">',
        '<a href = "x.png">',
        "<a\nhref='x.png'>",
        '<img data-src="x.png">',
        "<?php ?>",
        "</p",
        "<a",
    ),
)


def mend(html: str) -> str:
    return mended(html, "news/new/", ("news/post.md",), {"news/x.png", "x.png"}, str)


@pytest.mark.parametrize("function", [fragment, left_open, closed, mend])
def test_every_check_finds_the_same(function: Callable[[str], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """The plain way reads the fragment itself."""
    chance = random.Random(3)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(0, 9))) for _ in range(4_000)]

    quick = [function(text) for text in texts]
    for module, name in ((fragments, "tags_of"), (hiding, "tags_of"), (links, "tags_of_page")):
        monkeypatch.setattr(module, name, str)

    assert quick == [function(text) for text in texts]


def test_no_tag_is_lost() -> None:
    chance = random.Random(5)
    for _ in range(4_000):
        html = "".join(chance.choices(PIECES, k=chance.randint(0, 9)))
        found = tags_of(html)
        assert all(token.text in found for token in tokens(html) if token.kind in {"start", "end", "comment"}), html


def test_each_tag_is_there_once() -> None:
    assert tags_of('<p>a</p><p class="b">c</p>\n<!-- more -->') == '<p></p><p class="b"><!-- more -->'
    assert tags_of("no <em>tag</em> < here") == "no <em>tag</em> < here"
