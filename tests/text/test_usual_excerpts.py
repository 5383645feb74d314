"""The beginning of a usual post is cut without tokens, to what is made of its tokens."""

from __future__ import annotations

import random

import pytest

from mkdocs_journal.text import excerpt
from mkdocs_journal.text.excerpt import cut_any_excerpt, cut_excerpt

INSIDE = [
    *(
        "A post & more ",
        "&amp;",
        "5 > 3",
        "\n",
        "",
        "é\u00a0",
        "<em>one</em>",
        "<strong>two\n</strong>",
        "<code>x=1</code>",
    ),
    *('<a href="../b/#c">three</a>', '<a href="?a=1&amp;b">four</a>', "<br>", "<br />", "<em></em>", "<em><em>x</em></em>"),
    *(
        '<a href="x" id="y">five</a>',
        '<a class="headerlink" href="#x">¶</a>',
        "<code>&lt;p&gt;</code>",
        "<!-- c -->",
        "< ",
        "<b>b</b>",
    ),
    *("<script>x</script>", "<p>", "</em>", "<img src='a.png'>", '<a href="<p>">q</a>', "<sup id='fnref:1'>1</sup>"),
]
BETWEEN = ["\n", "", "  ", "\n\n", "text", "<h1>Title</h1>", "<h2>Other</h2>", "<div>"]
MARKS = ["<!-- more -->", "<!--more-->", "<!--  MORE\n-->", "", "<!-- mor -->"]
ENDS = ["\n<p>Rest <!-- more --></p>", "", "<noscript><img src='a'></noscript>", "</div></body>", "<math><mi>x</mi></math>"]


def text(chance: random.Random) -> str:
    rare = chance.random() < 0.5
    parts = INSIDE if rare else INSIDE[:13]
    out: list[str] = []
    for _ in range(chance.randint(1, 3)):
        inside = "".join(chance.choice(parts) for _ in range(chance.randint(0, 4)))
        out += chance.choice(BETWEEN if rare else BETWEEN[:4]), f"<p>{inside}</p>"
    return "".join([*out, chance.choice(BETWEEN[:4]), chance.choice(MARKS), chance.choice(ENDS)])


@pytest.mark.parametrize("seed", range(3))
def test_both_ways_make_the_same(seed: int) -> None:
    chance = random.Random(seed)
    texts = [text(chance) for _ in range(2_000)]

    assert sum(excerpt._USUAL.match(html) is not None for html in texts) > 500
    assert [html for html in texts if cut_excerpt(html, "Title") != cut_any_excerpt(html, "Title")] == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Words with a tag<!-- more --> and the rest</p>",
        '<p>One <a href="x" id="y">link</a></p><!-- more -->',
        "<p>No mark</p>",
        "<h1>Title</h1>\n<p>One</p>\n<!-- more -->",
    ],
)
def test_other_texts_are_read_by_their_tokens(html: str) -> None:
    assert excerpt._USUAL.match(html) is None
