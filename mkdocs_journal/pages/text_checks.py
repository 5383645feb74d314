"""Finds what is wrong in the texts of a site without rendering them: blocks `journal`, and what front matter links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.pages.list_blocks import PageOfBlocks, placed_block
from mkdocs_journal.posts.suffixes import is_markdown
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.front_links import with_front_links
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.text.journal_blocks import find_blocks, may_have_blocks

_EVALUATED: Final = re.compile(r"\{[{%]|-8<-")
"""What macros, Liquid and snippets replace before blocks are read."""
_TAB: Final = 4


def problems_in_texts(publication: Publication, files: Iterable[OutputFile], site_url: str) -> Iterator[Problem]:
    """Yield what a build would report about blocks and about the links of front matter.

    Args:
        publication: What is published.
        files: The files of the site as they are published.
        site_url: The address of the site, with a slash at its end.
    """
    files = tuple(files)
    _, linked = with_front_links(publication, LinkResolver(publication, files, site_url))
    lines = _Lines({file.shown: file for file in files} if linked else {})
    yield from (lines.added_to(found) for _, found in linked)
    for page in files:
        if page.is_page and not page.left_out and is_markdown(PurePosixPath(page.source)):
            yield from _in_page(page, publication)


def _in_page(page: OutputFile, publication: Publication) -> Iterator[Problem]:
    body = text_of(page)
    if not may_have_blocks(body):
        return
    lines, blocks_in = _Lines({page.shown: page}), PageOfBlocks(page)
    with suppress(FrontMatterError):  # for MkDocs it is then a part of the text
        body = split_front_matter(body).body
    for block in find_blocks(body.replace("\r\n", "\n").expandtabs(_TAB)):
        if not _EVALUATED.search(block.content):
            yield from map(lines.added_to, placed_block(block, blocks_in, publication, [])[1])


class _Lines:
    """The lines of files, each of which is read for the first problem in it."""

    def __init__(self, files: Mapping[str, OutputFile]) -> None:
        """Take the files by their paths in messages."""
        self._files = files
        self._read: dict[str, list[str]] = {}

    def added_to(self, found: Problem) -> Problem:
        """Return a problem with the line that it is about."""
        name, line = found.place.file, found.place.line
        if name not in self._files or line is None:
            return found
        if name not in self._read:
            self._read[name] = text_of(self._files[name]).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return replace(found, snippet=self._read[name][line - 1])
