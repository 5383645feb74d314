"""Files that come late, and outputs that are not there."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.promised import late_files, missing_outputs, promised_files
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Route, Routes


def page(source: str, destination: str) -> OutputFile:
    return OutputFile(source=source, url=destination.removesuffix("index.html"), destination=destination)


def test_a_file_at_the_place_of_a_page_of_the_journal_is_reported() -> None:
    """Whichever of the two comes first among the files."""
    own, other = (page("journal/a.md", "a/index.html"), True), (page("a.html", "a/index.html"), False)

    for files in ([own, other], [other, own]):
        (problem,) = late_files(files, Routes())
        assert (problem.code, problem.place.file) == ("J531", "a.html")
        assert "journal/a.md" in problem.message


def test_two_files_of_others_are_their_business() -> None:
    files = [(page("a.md", "a/index.html"), False), (page("a.html", "a/index.html"), False)]

    assert list(late_files(files, Routes())) == []


def test_a_file_at_the_place_of_a_feed_takes_it_over() -> None:
    routes = Routes()
    routes.claim(Route("feed.xml", "the atom feed of the journal", "feed"))

    (problem,) = late_files([(page("feed.xml", "feed.xml"), False)], routes)

    assert "the atom feed of the journal" in problem.message
    assert routes.is_of_site("feed.xml")


def test_what_has_no_file_is_reported_once(tmp_path: Path) -> None:
    """A page by who may have moved it, another file by its path."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there/index.html").write_text("", encoding="utf-8")
    plan = OutputPlan(options=Options(), journal=Journal(posts=()))
    edition = Edition(plan=plan, site=SiteInfo(output=tmp_path), archive_files={})
    publication = Publication((edition,), None, Routes())
    mapped = [("there/", "there.md"), ("lost/", "lost.md"), ("lost/", "lost.md")]

    found = list(
        missing_outputs(publication, ["feed.xml"], mapped, str.upper, lambda source: f"who moved {source or 'it'}")
    )

    assert [(problem.code, problem.place.file) for problem in found] == [
        ("J910", "LOST.MD"),
        ("J910", f"{tmp_path}/feed.xml"),
    ]
    assert "who moved lost.md" in found[0].message
    assert list(promised_files(publication, SiteOptions(journals=(Options(),)))) == []
