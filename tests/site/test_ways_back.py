"""The name of the landing page in links back to it."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Site, post


@pytest.mark.parametrize(
    ("landing", "options", "wanted"),
    [
        ("---\ntitle: x\n---\n\n# The *Log* of `Ada`\n\nText.\n", {}, "The Log of Ada"),
        ("Text only.\n", {}, "Journal"),
        ("# Log\n", {"title": "News"}, "News"),
        ("# {{ name }}\n", {}, "Journal"),
        ("---\ntitle: [\n", {}, "Journal"),
        (None, {}, "Journal"),
    ],
)
def test_the_way_back_is_called_as_the_page_that_it_leads_to(
    site: Site, landing: str | None, options: dict[str, str], wanted: str
) -> None:
    """By its own heading; where that is not known, by the title of the journal."""
    site.config["plugins"] = [{"journal": options}]
    site.write({"docs/journal/2024-05-06-a.md": post("title: A\ntags: [x]")})
    if landing is not None:
        site.write({"docs/journal/index.md": landing})

    result = site.build()

    for page in ("2024/05/a/", "2024/", "tags/x/", "subscribe/"):
        text = result.page(f"journal/{page}index.html")
        back = re.search(r'<p class="journal-back"[^>]*><a href="[^"]*">([^<]*)</a>', text)
        assert back
        assert back[1] == wanted, page
