"""The level-1 heading of a post, in its HTML."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.opening_heading import any_heading, opening_heading

OPENING = {
    "<h1>A</h1><p>b": "A",
    " \n<H1 id='x'>A <b>B</b></h1 >": "A <b>B</b>",
    "<!-- a --> <!----> <!--> <!-- > --><h1 title='a > b'>A</h1>": "A",
    "<!-- <h1>no</h1> --><h1>A</h1>": "A",
    "<div>\n<h1>A</h1><p>b</p></div>": "A",
    "<div><div><!-- a --><h1>A</h1></div></div>": "A",
    "<div class='a'><h1>A</h1></div>": None,
    "<div>b<h1>A</h1></div>": None,
    "<p>b</p><h1>A</h1>": None,
    "<h1>never closed": None,
    "<!-- never closed <h1>A</h1>": None,
    "text <h1>A</h1>": None,
    "<h10>A</h10>": None,
    "": None,
}


@pytest.mark.parametrize(("html", "inside"), OPENING.items())
def test_the_heading_that_opens_a_post(html: str, inside: str | None) -> None:
    found = opening_heading(html)

    assert (found and found.inside) == inside
    assert found is None or (html[found.start : found.start + 3].lower(), html[: found.end].rstrip()[-1]) == ("<h1", ">")


ANYWHERE = {
    "<p>b</p><h1>A</h1><h1>B</h1>": "A",
    "<!-- <h1>no</h1> --><script>'<h1>no</h1>'</script><h1>A</h1>": "A",
    "<h1>A": None,
    "<p>b</p>": None,
}


@pytest.mark.parametrize(("html", "inside"), ANYWHERE.items())
def test_the_first_heading_wherever_it_is(html: str, inside: str | None) -> None:
    found = any_heading(html)

    assert (found and found.inside) == inside
