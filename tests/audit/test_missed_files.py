"""A file that is withheld and that a page shows nevertheless is reported, at the first page that links it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from mkdocs_journal.audit.missed_files import missed_files
from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Routes


def found_in(pages: Mapping[str, str], allow: Sequence[str] = (), withheld: str = "img/grüner plan.png") -> list[Problem]:
    file = OutputFile(source=withheld, url=withheld, destination=withheld, is_page=False)
    info = SiteInfo(url="https://example.org/docs/", docs=Path("docs"), output=Path("site"))
    written = WrittenSite(publication=Publication((), None, Routes()), site=info, files=(), attachments=(file,))
    return list(missed_files(written, pages, lambda name: pages[name].encode(), allow))


@pytest.mark.parametrize(
    "link",
    [
        '<img src="../img/grüner plan.png">',
        "<img src='../img/gr%C3%BCner%20plan.png'>",
        "<img src=../img/gru%CC%88ner%20plan.png?v=2#a>",
        '<a href="/docs/img/gr&uuml;ner%20plan.png">',
        '<a href="https://example.org/docs/img/gr%C3%BCner%20plan.png">',
        '<img srcset="../img/gr%C3%BCner%20plan.png 2x, a.png">',
        "<p style=\"background: url('../img/gr%C3%BCner%20plan.png')\">",
    ],
)
def test_a_link_in_each_form(link: str) -> None:
    problems = found_in({"guide/index.html": link, "later.html": '<img src="img/grüner plan.png">'})

    assert [str(problem.place) for problem in problems] == ["site/guide/index.html"]
    assert "img/grüner plan.png is not published" in problems[0].message


@pytest.mark.parametrize(
    "link",
    [
        '<img src="grüner plan.png">',
        '<img src="../other/grüner plan.png">',
        '<a href="https://example.com/docs/img/grüner plan.png">',
        '<a href="https://example.org/img/grüner plan.png">',
        '<a href="/img/grüner plan.png">',
        "img/grüner plan.png",
    ],
)
def test_what_leads_elsewhere_is_none(link: str) -> None:
    assert found_in({"guide/index.html": link}) == []


def test_what_is_no_page_is_not_read() -> None:
    assert found_in({"a.json": '{"a": "=img/grüner plan.png"}', "img.HTML": "<p>"}) == []


def test_a_file_that_is_there_is_not_missed() -> None:
    assert found_in({"a.html": '<img src="b.png">', "b.png": "-"}, withheld="b.png") == []


@pytest.mark.parametrize("allow", [["plan.png"], ["a.html"]])
def test_what_is_allowed(allow: list[str]) -> None:
    assert found_in({"a.html": '<img src="b plan.png">'}, allow, withheld="b plan.png") == []
