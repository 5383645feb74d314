from __future__ import annotations

import pytest

from mkdocs_journal.pages.theme_headings import with_one_title

OWN = '<h1 id="a">A &amp; B</h1><p>Text</p>'
KEPT = '<data id="a" class="p-name" value="A &amp; B"></data><p>Text</p>'


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (f"<h1>Site</h1><h1 class=b>A &amp; <i>B</i></h1>{OWN}", f"<h1>Site</h1><h1 class=b>A &amp; <i>B</i></h1>{KEPT}"),
        (f"<h1>Other</h1>{OWN}", None),
        (f"{OWN}<h1>A &amp; B</h1>", None),
        (f"<h1>A &amp; B {OWN}", None),
        ('<h1>A</h1><h1 id="a">A', None),
        ("<p>No heading</p>", None),
    ],
)
def test_a_title_that_the_theme_prints_is_shown_once(page: str, wanted: str | None) -> None:
    assert with_one_title(page, "a", "Site") == (wanted or page)


def test_the_name_of_the_site_is_no_title() -> None:
    page = f"<h1>A &amp; B</h1>{OWN}"

    assert with_one_title(page, "a", "A & B") == page
