from __future__ import annotations

import pytest

from mkdocs_journal.pages.theme_neighbours import with_neighbours_once

NAV = '<nav class="journal-around" aria-label="x"><a rel="prev" href="../a/">A</a><a rel="next" href="../b/">B</a></nav>'
BOTH = '<a href="../a/">Previous</a><a href="../b/">Next</a>'


@pytest.mark.parametrize(
    ("above", "below", "shown"),
    [
        ("", f"</article>{BOTH}", False),
        ("", f'</article>{BOTH}<a href="#">Top</a>', False),
        (BOTH, "</article>", True),
        ("", f"{BOTH}</article>", True),
        ("", '</article><a href="../a/">Previous</a>', True),
        ("", f'</article><ul>{BOTH}<a href="./">This one</a></ul>', True),
        ("", f'</article><ul>{BOTH}<a href="post.html">This one</a></ul>', True),
        ("", BOTH, True),
    ],
    ids=["below", "with-another", "above", "backlinks", "one", "navigation", "navigation-of-files", "no-end"],
)
def test_links_that_the_theme_has_below_a_post_are_shown_once(above: str, below: str, shown: bool) -> None:
    page = f"{above}<p>Text</p>{NAV}{below}"

    assert with_neighbours_once(page, "journal/post.html") == (page if shown else page.replace(NAV, ""))


@pytest.mark.parametrize("page", ["<p>Text</p></article>", '<nav class="journal-around"></article>'])
def test_other_pages_stay(page: str) -> None:
    assert with_neighbours_once(page, "journal/post/") == page
