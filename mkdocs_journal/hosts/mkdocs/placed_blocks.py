"""The blocks `journal` of a page that MkDocs renders."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.structure.files import File

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.pages.list_blocks import PageOfBlocks, placed_block
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.text.journal_blocks import JournalBlock


class PlacedBlocks:
    """Reads the blocks of a page; mistakes are reported for those that turn out not to be shown as code."""

    def __init__(self, build: Build, file: File) -> None:
        self._build, self._file, self._page = build, file, PageOfBlocks(output_file(file))
        self._problems: dict[JournalBlock, tuple[Problem, ...]] = {}

    def place(self, block: JournalBlock) -> Sequence[str] | None:
        """Return the lines for the place of a block, the last one a mark; or None if the block is not closed."""
        lines, self._problems[block] = placed_block(block, self._page, self._build.publication, self._build.placed_lists)
        if lines is None:
            self.report(block)
        return lines

    def report(self, block: JournalBlock) -> None:
        """Report what is wrong with a block."""
        if problems := self._problems[block]:
            self._build.link_problems.setdefault(self._file.src_uri, []).extend(problems)
