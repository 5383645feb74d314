"""Lists of posts in the text of any page, in the place of its blocks `journal`."""

import re
from collections.abc import Iterator, Mapping, MutableSequence, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from mkdocs_journal.archives.query_keys import Mistake, PostList, read_list, unknown_terms
from mkdocs_journal.language.locales import page_language_attributes
from mkdocs_journal.pages.list_marks import END, START
from mkdocs_journal.pages.post_lists import ListForm, post_list
from mkdocs_journal.pages.post_values import attributes
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.selections import selection_of
from mkdocs_journal.text.journal_blocks import JournalBlock, find_blocks

_MARKER: Final = re.compile(rf"{START}(?P<number>\d{{1,9}}){END}")
"""A comment, so that feeds, excerpts and searches do not show it."""
_HEADING: Final = re.compile(r"<h(?P<level>[1-6])\b")
_TAB: Final = 4


class PlacedList(NamedTuple):
    """A list that stands in a page."""

    wanted: PostList
    problems: tuple[Problem, ...]
    """Why it is not shown."""


class PageOfBlocks:
    """A page that blocks stand in."""

    def __init__(self, file: OutputFile) -> None:
        self.file = file

    @cached_property
    def text_lines(self) -> Sequence[str]:
        """The lines of the source."""
        return text_of(self.file).replace("\r\n", "\n").split("\n")

    @cached_property
    def lines(self) -> Mapping[tuple[str, ...], int]:
        """The line of each block of the source, counted from 1; of equal ones the first."""
        blocks = find_blocks("\n".join(self.text_lines).expandtabs(_TAB))
        return {_words(block): block.first + 1 for block in reversed(blocks)}


def placed_block(
    block: JournalBlock, page: PageOfBlocks, publication: Publication, lists: MutableSequence[PlacedList]
) -> tuple[tuple[str, ...] | None, tuple[Problem, ...]]:
    """Return the lines to write in the place of a block: its heading and a marker; and what is wrong with it.

    Args:
        block: The block.
        page: The page that it stands in.
        publication: What is published; posts need not be rendered.
        lists: The lists of the build, to which this one is added.

    Returns:
        The lines, and the problems; None instead of lines for a block that stays as it is: it is not closed, or begins in
        the line of a list item.
    """
    if block.in_item:
        return None, tuple(_problems([Mistake("J894", 0, 1, "journal", {})], block, page))
    if not block.closed:
        return None, tuple(_problems([Mistake("J886", 0, 1, "journal", {"fence": block.fence})], block, page))
    read = read_list(block.content, publication.names)
    wanted, mistakes, hidden = read.wanted, list(read.mistakes), bool(read.mistakes)
    if not mistakes:
        posts = selection_of(publication.journal_for(page.file.source, wanted.journal))
        mistakes = list(unknown_terms(read, posts))
        hidden = wanted.empty == "" and not posts.select(wanted.query)
    found = tuple(_problems(mistakes, block, page))
    lists.append(PlacedList(wanted, found if read.mistakes else ()))
    heading = (f"## {wanted.heading}",) if wanted.heading and not hidden else ()
    return (*heading, f"{START}{len(lists) - 1}{END}"), found


def _problems(mistakes: Sequence[Mistake], block: JournalBlock, page: PageOfBlocks) -> Iterator[Problem]:
    """Yield a problem for each mistake, in the file of the page; a block of another file has no line in it."""
    line, shown = page.lines.get(_words(block)) if mistakes else None, page.file.shown
    for found in mistakes:
        place = Place(shown)
        if line is not None:
            column = _column(page.text_lines[line + found.line - 1], found.column + len(block.prefix))
            place = Place(shown, line + found.line, column)
        yield problem(found.code, place, found.key, **found.values)


def _column(line: str, column: int) -> int:
    """Return the column in a line that is another one once the tabs at its beginning are blanks."""
    indent = line[: len(line) - len(line.lstrip("> \t"))]
    return max(column - len(indent.expandtabs(_TAB)) + len(indent), 1)


def _words(block: JournalBlock) -> tuple[str, ...]:
    return block.prefix + block.fence, *(line.rstrip() for line in block.content.rstrip().split("\n"))


def with_lists(
    html: str, page: OutputFile, publication: Publication, lists: Sequence[PlacedList], fragments: Fragments
) -> str:
    """Return a rendered page with its lists in the place of the markers.

    The titles of posts are one level below the heading above the list.

    Args:
        html: The content of the page.
        page: The page.
        publication: What is published; posts are rendered.
        lists: The lists of the build.
        fragments: Renders them.
    """
    out: list[str] = []
    level, position = 1, 0
    for marker in _MARKER.finditer(html):
        number = int(marker["number"])
        if number < len(lists):
            before = html[position : marker.start()]
            level = next((int(heading["level"]) for heading in reversed([*_HEADING.finditer(before)])), level)
            out += before, _list(lists[number], page, publication, fragments, min(level + 1, 6))
            position = marker.end()
    return "".join([*out, html[position:]])


def _list(placed: PlacedList, page: OutputFile, publication: Publication, fragments: Fragments, level: int) -> str:
    wanted = placed.wanted
    edition = publication.journal_for(page.source, wanted.journal)
    found = () if placed.problems else selection_of(edition).select(wanted.query)
    form = ListForm(layout=wanted.layout, level=level, title=wanted.heading or edition.title)
    html = fragments.render(
        "list-block",
        problems=placed.problems if publication.serving else (),
        posts=post_list(found, edition, page.url, fragments, form) if found else "",
        empty="" if placed.problems else edition.labels("no_posts") if wanted.empty is None else wanted.empty,
        labels=edition.labels,
        language=attributes(page_language_attributes(str(edition.locale), edition.site.language)),
    )
    return str(html)
