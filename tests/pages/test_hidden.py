"""Posts whose raw HTML would hide the rest of their page."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.pages.hidden import with_ends
from mkdocs_journal.posts.model import Post, State
from mkdocs_journal.publishing.output_file import OutputFile

CASES = {
    "<p>a</p>\n": ("<p>a</p>\n", ()),
    "a\n<title>b\n": ("a\n<title>b\n</title>", ("4:1: html: <title> is never closed", "write </title> to close it")),
    "a <!-- b": ("a <!-- b-->", ("3:3: html: <!-- is never closed", "write --> to close it")),
    "<plaintext>b": ("&lt;plaintext>b", ("3:1: html: <plaintext> is never closed", "write <pre> instead")),
    "a\n <script src='b": ("a\n &lt;script src='b", ("4:2: html: <script is never closed", "write > to close it")),
}


@pytest.mark.parametrize(("body", "wanted"), CASES.items())
def test_what_hides_the_rest_of_a_page_is_closed_and_reported(body: str, wanted: tuple[str, tuple[str, ...]]) -> None:
    post = Post(source=PurePosixPath("a.html"), title="A", date=None, slug="a", body=body, state=State.DRAFT)
    file = OutputFile(source="a.html", url="a/", destination="a/index.html", data=f"---\n---\n{body}".encode())

    html, problems = with_ends(body, post, file)

    assert html == wanted[0]
    assert [problem.code for problem in problems] == ["J620"] * bool(wanted[1])
    assert all(part in str(problem) for problem in problems for part in wanted[1])
