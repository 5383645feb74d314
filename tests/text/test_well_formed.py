"""Well-formed HTML is rewritten without tokens to what is made of its tokens; all other HTML is left to them."""

from __future__ import annotations

import random
import re
from functools import partial

import pytest

from mkdocs_journal.feeds import content
from mkdocs_journal.text.well_formed import rewritten

URL = "https://example.org/a/b/"
PIECES = """
<p> </p> <div> </div> <a#href="x?a=1&amp;b"> <a#class="headerlink"#href="#x"> </a> <ul> </ul> <li> </li> <ol> </ol>
<table> </table> <thead> </thead> <tbody> </tbody> <tr> </tr> <td> </td> <th#align="l"> </th> <h2#id="q"> </h2> <h3> </h3>
<br> <br#/> <hr/> <img#src="a.png"#alt="&quot;"> text a#&#b &copy; &amp; <!--#more#--> <!----> <!--a--b--> <em> </em>
<dl> </dl> <dt> </dt> <dd> </dd> <pre> </pre> <code> </code> <span#class="linenos"> <span#hidden> <b> </b> <math> </math>
<span#style="display:none"> </span> <caption> </caption> < > <x> <script> </script> <p/> <input#type="checkbox">
<svg> </svg> <blockquote> </blockquote> <a#id="__codelineno-0-1"#href="#y"> <div#class="tabbed-block">
<div#class="tabbed-labels">
</P> <A#href='x'>
"""
ALL = [piece.replace("#", " ") for piece in PIECES.split()]
OPENING = [piece for piece in ALL if re.fullmatch(r"<[a-z][^/]*>", piece) and not re.match("<(br|img|hr|input)", piece)]


def soup(chance: random.Random) -> str:
    return "".join(chance.choice(ALL) for _ in range(chance.randint(1, 14)))


def tree(chance: random.Random, depth: int = 5) -> str:
    if not depth or chance.random() < 0.3:
        return chance.choice(["x", "a & b", "\n", "", "<br>", "<!-- c -->"])
    opening = chance.choice(OPENING)
    inside = "".join(tree(chance, depth - 1) for _ in range(chance.randint(0, 3)))
    return f"{opening}{inside}</{re.findall('[a-z0-9]+', opening)[0]}>"


def without_tokens(html: str) -> str | None:
    found = rewritten(html, partial(content._usual_tag, base=URL))
    return None if found is None else found.strip()


@pytest.mark.parametrize("seed", range(4))
def test_both_ways_make_the_same(seed: int) -> None:
    chance = random.Random(seed)
    texts = [make(chance) for _ in range(2_000) for make in (soup, tree)]
    found = [(html, without_tokens(html)) for html in texts]
    usual = [(html, made) for html, made in found if made is not None]

    assert len(usual) > 500
    assert [html for html, made in usual if made != content._from_tokens(html, URL)] == []


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>A &amp; B & C</p>", "<p>A &amp; B &amp; C</p>"),
        ('<p id="x"><a href="../c/" class="k">c</a></p>', '<p><a href="https://example.org/a/c/">c</a></p>'),
        ('<h2 id="s">S<a class="headerlink" href="#s">¶</a></h2>', "<h2>S</h2>"),
        ("<p>a</p><!-- more --><p>b</p>", "<p>a</p><p>b</p>"),
        (
            "<table>\n<tbody>\n<tr>\n<td>1</td></tr></tbody></table>",
            "<table>\n<tbody>\n<tr>\n<td>1</td></tr></tbody></table>",
        ),
        ('<img src="a.png" /><br />', '<img src="https://example.org/a/b/a.png"><br>'),
    ],
)
def test_what_markdown_writes_needs_no_tokens(html: str, made: str) -> None:
    assert without_tokens(html) == made


@pytest.mark.parametrize(
    "html",
    [
        "<p>a",
        "<p><div></div></p>",
        "</p>",
        "<b><i></b></i>",
        "<p>1 < 2</p>",
        "<table>x</table>",
        "<tr></tr>",
        "<li>x</li>",
        "<a href='x'>y</a>",
        "<P>x</P>",
        "<custom-element>x</custom-element>",
        "<svg></svg>",
        '<span class="linenos">1</span>',
        '<a class="headerlink" href="#x"><b>¶</b></a>',
        "<h1><h2></h2></h1>",
        '<a href="x"><b><a href="y">z</a></b></a>',
        "<table><caption>c</caption></table>",
        "<p/>",
        "</br>",
        "<div>" * 70 + "</div>" * 70,
    ],
)
def test_other_html_is_read_as_tokens(html: str) -> None:
    assert without_tokens(html) is None
