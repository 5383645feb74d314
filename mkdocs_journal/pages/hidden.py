"""Closes raw HTML in posts that would hide the rest of the page."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.text.hiding import end_of, left_open, place_of


def with_ends(html: str, post: Post, file: OutputFile) -> tuple[str, tuple[Problem, ...]]:
    """Return the body of a post with unclosed elements that hide the rest of the page closed, and their problems."""
    names = left_open(html)
    if not names:
        return html, ()
    ended = html + "".join(map(end_of, names))
    ended += "".join(map(end_of, left_open(ended)))  # a script inside the comment of a script
    return ended, tuple(_problems(names, post, file))


def _problems(names: tuple[str, ...], post: Post, file: OutputFile) -> Iterator[Problem]:
    above = text_of(file).count("\n") - post.body.count("\n")
    for name in dict.fromkeys(names):
        line, column = place_of(post.body, name, markdown=not is_html(post.source))
        found = "<!--" if name == "!--" else f"<{name}>"
        yield problem("J620", Place(file.shown, above + line, column), "html", found=found, end=end_of(name))
