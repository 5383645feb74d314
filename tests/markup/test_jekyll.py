"""Bodies as Jekyll renders them, case by case: each `.html` in tests/golden/markup is Jekyll's or kramdown's own answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.kramdown.body import write_body
from mkdocs_journal.markup.liquid.known_values import Known
from tests.conftest import Golden
from tests.markup.dom import dom

GOLDEN = Path(__file__).parent.parent / "golden/markup"
JEKYLLS = sorted((GOLDEN / "jekyll").glob("*.md"))
KRAMDOWNS = sorted((GOLDEN / "kramdown").glob("*.md"))
assert len(JEKYLLS) == 82
assert KRAMDOWNS, "no golden cases found"

OTHERS = {
    "liquid-for": "no loops",
    "liquid-for-trim": "no loops, no captures",
    "liquid-if": "no conditions",
    "liquid-include": "no includes",
}
"""Cases that are not as Jekyll has them, and why; `NAME.here.html` is what is made of them."""
SITE = {"title": "Harbour Notes", "url": "https://blog.example", "baseurl": "/base", "author": {"name": "Ann"}}


def known(case: Path, front: str) -> Known:
    """Return what is known in the site in which Jekyll saw the cases."""
    page = {key: value.strip() for key, _, value in (line.partition(":") for line in front.splitlines())}
    date = datetime(2020, 1, 2, tzinfo=UTC)
    names = {path.stem for path in JEKYLLS}

    def post_url(name: str) -> str | None:
        stem = name.removeprefix("2020-01-02-")
        return f"/base/{stem}.html" if stem in names else None

    def link(path: str) -> str | None:
        if path.startswith("_posts/"):
            return post_url(Path(path).stem)
        return f"/base/{path}" if path == "assets/a.txt" else None

    return Known(page={**page, "date": date, "url": f"/{case.stem}.html"}, site=SITE, post_url=post_url, link=link)


@pytest.mark.parametrize("case", JEKYLLS, ids=lambda case: case.stem)
def test_a_body_reads_as_it_did(case: Path, golden: Golden) -> None:
    """Elements, attributes, words, links, ids and code."""
    parts = split_front_matter(case.read_text(encoding="utf-8"))
    html = read_body(parts.body, known(case, parts.yaml)).html

    if case.stem in OTHERS:
        golden(case.with_suffix(".here.html"), html)
        assert dom(html) != dom(case.with_suffix(".html").read_text(encoding="utf-8"))
    else:
        assert dom(html) == dom(case.with_suffix(".html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", KRAMDOWNS, ids=lambda case: case.stem)
def test_kramdown(case: Path) -> None:
    """The answers are those of kramdown 2.4.0 with its parser of GitHub's Markdown, as Jekyll configures them."""
    html = write_body(case.read_text(encoding="utf-8")).html

    assert dom(html) == dom(case.with_suffix(".html").read_text(encoding="utf-8"))
