"""Checks the body of a post for text that would be shown instead of being read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs_journal.markup.traces import trace_of_host, traces_for_host
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem

if TYPE_CHECKING:  # saves time on sites without kramdown
    from mkdocs_journal.markup.liquid.known_values import Known
    from mkdocs_journal.markup.shown import Shown

Places = Callable[[int, int], Place]
"""Returns the place in the file of a line and column in the body."""


class Readers(NamedTuple):
    """What a site reads in addition to Markdown."""

    attribute_lists: bool = False
    """Whether MkDocs reads `{: … }`."""
    macros: bool = False
    """Whether a plugin evaluates `{{ … }}` and `{% … %}`."""


_ATTRIBUTES: Final = frozenset(
    {"attr_list", "markdown.extensions.attr_list", "extra", "markdown.extensions.extra", "pymdownx.extra"}
)
_MACROS: Final = frozenset(
    {"macros", "mkdocs-macros-plugin", "mkdocs-macros", "markdownextradata", "table-reader", "include-markdown"}
    | {"external-markdown", "git-authors", "git-revision-date", "git-revision-date-localized", "hooks"}
    | {"mkdocs-simple-hooks", "pagetree"}
)
"""Plugins that replace what is between double braces; `hooks` are functions of the site that may do so."""


def readers_of(extensions: Iterable[str], plugins: Iterable[str]) -> Readers:
    """Return what some Markdown extensions and plugins read; the names of plugins have no namespace and no number."""
    return Readers(attribute_lists=not _ATTRIBUTES.isdisjoint(extensions), macros=not _MACROS.isdisjoint(plugins))


def check_body(
    post: Post, known: Callable[[], Known], readers: Readers, *, liquid: str, places: Places
) -> Iterator[Problem]:
    """Yield a problem for syntax that a page would show as text.

    Args:
        post: The post, whose body is Markdown.
        known: Returns the values known to Liquid.
        readers: What is read in addition to Markdown if MkDocs reads the body.
        liquid: The option `liquid`.
        places: Returns places in the file.
    """
    if post.markup == "kramdown":
        yield from _in_kramdown(post.body, known, liquid, places)
    elif found := traces_for_host(post.body, attribute_lists=readers.attribute_lists, macros=readers.macros):
        yield problem("J705", places(found.line, found.column), "body", found=found.words)


def _in_kramdown(body: str, known: Callable[[], Known], liquid: str, places: Places) -> Iterator[Problem]:
    if found := trace_of_host(body):
        yield problem("J706", places(found[0], 1), "body", found=Quoted(found[1]))
    if "{" in body or "[^" in body:
        from mkdocs_journal.markup.bodies import read_body  # noqa: PLC0415 - saves time on sites without kramdown

        for shown in read_body(body, known()).shown:
            yield _problem_of(shown, liquid, places(shown.line, shown.column))


_CODES: Final = {"liquid": "J701", "filter": "J703", "kramdown": "J704"}


def _problem_of(shown: Shown, liquid: str, place: Place) -> Problem:
    code = "J702" if shown.kind == "liquid" and liquid == "refuse" else _CODES[shown.kind]
    return problem(
        code, place, "liquid" if shown.kind != "kramdown" else "kramdown", found=Quoted(" ".join(shown.written.split()))
    )
