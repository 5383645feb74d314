"""Lists in pages, related posts and links where no other program builds the site."""

from __future__ import annotations

from pathlib import Path

import jinja2

from mkdocs_journal.archives.query_keys import PostList
from mkdocs_journal.pages.list_blocks import PlacedList, with_lists
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication
from tests.conftest import post
from tests.site.reader import Reader
from tests.test_publish import written

BLOCK = "```journal\ntag: x\n```\n"
SOURCES: dict[str, str | bytes] = {
    "about.md": "# About us\n",
    "journal/.authors.yml": "{}\n",
    "journal/index.md": f"# Ours\n\n{BLOCK}",
    "journal/2024-05-06-a.md": post("title: First\ntags: [x]"),
    "journal/2024-05-07-b.md": post("title: Second\ntags: [x]", f"{BLOCK}\nThe words.\n"),
    "journal/2024-05-08-c.md": post(
        "title: Third\nrelated: First\nlinks: [about.md, journal/2024-05-06-a.md, journal/tags/x.md, https://a.example/]"
    ),
}


def test_a_journal_that_is_written_alone(tmp_path: Path) -> None:
    files, _ = written(tmp_path, SOURCES, related=1)

    second = files["journal/2024/05/b/index.html"]
    assert second.index('class="journal-block"') < second.rindex("The words.")
    assert Reader(second).named.count(("First", "../a/")) >= 2, "in the list, and related"
    assert files["journal/index.html"].count('class="journal-block"') == 1
    assert "journal-block" not in files["journal/feed.json"]
    third = files["journal/2024/05/c/index.html"]
    box = third[third.index("journal-links") : third.index("</aside>", third.index("journal-links"))]
    assert Reader(f"<div {box}").named == [
        ("About", "../../../../about/"),
        ("First", "../a/"),
        ("Posts tagged x", "../../../tags/x/"),
        ("https://a.example/", "https://a.example/"),
    ]
    assert ("First", "../a/") in Reader(third[third.index("journal-related") :]).named


def shown(lists: list[PlacedList], publication: Publication) -> str:
    page = OutputFile(source="a.md", url="a/", destination="a/index.html")
    fragments = Fragments(jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), autoescape=True))
    return with_lists("<h3>x</h3><!-- journal-list 0 --><!-- journal-list 1 -->", page, publication, lists, fragments)


def test_a_comment_like_a_mark_stays(tmp_path: Path) -> None:
    _, publication = written(tmp_path, SOURCES)

    html = shown([PlacedList(PostList(layout="cards"), ())], publication)

    assert "<h4>" in html, "one level below the heading above the list"
    assert html.endswith("<!-- journal-list 1 -->")


def test_problems_are_shown_in_a_preview_only(tmp_path: Path) -> None:
    _, publication = written(tmp_path, SOURCES)
    lists = [PlacedList(PostList(), (problem("J886", Place("a.md", 3, 1), "journal", fence="```"),))]
    preview = Publication(publication.editions, None, publication.routes, serving=True)

    assert "a.md:3:1: journal: the block is not closed" in shown(lists, preview)
    assert "not closed" not in shown(lists, publication)
    assert "First" not in shown(lists, preview)
