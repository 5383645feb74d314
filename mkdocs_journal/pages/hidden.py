"""Closes raw HTML in posts that would hide the rest of the page."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.text.hiding import closed, end_of, left_open, place_of


def with_ends(html: str, post: Post, file: OutputFile) -> tuple[str, tuple[Problem, ...]]:
    """Return the body of a post with unclosed elements that hide the rest of the page closed, and their problems."""
    names = left_open(html)
    return (closed(html), tuple(_problems(names, post, file))) if names else (html, ())


def _problems(names: tuple[str, ...], post: Post, file: OutputFile) -> Iterator[Problem]:
    above = text_of(file).count("\n") - post.body.count("\n")
    for name in dict.fromkeys(names):
        line, column = place_of(post.body, name, markdown=not is_html(post.source))
        yield problem("J620", Place(file.shown, above + line, column), "html", found=_found(name), advice=_advice(name))


def _found(name: str) -> str:
    return name if name[0] == "<" else f"<{name}" if name[0] == "!" else f"<{name}>"


def _advice(name: str) -> str:
    if name[0] == "<":
        return "> to close it"
    return f"{end_of(name)} to close it" if end_of(name) else "<pre> instead"
