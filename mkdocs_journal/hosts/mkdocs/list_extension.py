"""A Markdown extension that takes the blocks `journal` out of a page before other extensions read its fences.

It runs behind what inserts other files (pymdownx.snippets) and before what reads fences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString, code_escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.hosts.mkdocs.internals import rendered_file
from mkdocs_journal.pages.list_blocks import placed_block
from mkdocs_journal.text.journal_blocks import JournalBlock, may_have_blocks, with_blocks

_BEFORE_FENCES: Final = 27
_BEFORE_HIGHLIGHTERS: Final = 35
Place = Callable[[JournalBlock], Sequence[str] | None]
"""Returns the lines for the place of a block, the last one a mark; or None if the block is not closed."""
Taken = list[tuple[str, str, str]]
"""What stands in the place of each block, the mark in it, and the block."""


def placing(build: Build, file: File) -> Place:
    """Return the function that reads the blocks of a page."""
    page = output_file(file)

    def place(block: JournalBlock) -> Sequence[str] | None:
        lines, problems = placed_block(block, page, build.publication, build.placed_lists)
        if problems:
            build.link_problems.setdefault(file.src_uri, []).extend(problems)
        return lines

    return place


class _BlockProcessor(Preprocessor):
    def __init__(self, md: Markdown, current: Callable[[], Build | None], taken: Taken) -> None:
        super().__init__(md)
        self.current = current
        self.taken = taken

    def run(self, lines: list[str]) -> list[str]:
        """Put the mark of a list in the place of each block of the page that is being rendered."""
        self.taken.clear()
        text = "\n".join(lines)
        build, file = self.current(), rendered_file(self.md)
        if build is None or file is None or not may_have_blocks(text):
            return lines
        place = placing(build, file)

        def new(block: JournalBlock) -> Sequence[str] | None:
            written = place(block)
            if written is None:
                return None
            mark = self.md.htmlStash.store(written[-1])
            written = (*written[:-1], mark)
            instead = "\n\n".join(block.prefix + line for line in written)
            self.taken.append((instead, mark, "\n".join(lines[block.first : block.last + 1])))
            return written

        return with_blocks(text, new).split("\n")


class _CodeProcessor(Treeprocessor):
    def __init__(self, md: Markdown, taken: Taken) -> None:
        super().__init__(md)
        self.taken = taken

    def run(self, root: Element) -> None:
        """Put blocks back that turned out to stand in indented code."""
        codes = [element for element in root.iter("code") if STX in (element.text or "")] if self.taken else []
        for element in codes:
            text = element.text or ""
            for instead, mark, block in self.taken:
                if mark in text:
                    text = _restored(text, instead, mark, block)
            element.text = AtomicString(text)


def _restored(code: str, instead: str, mark: str, block: str) -> str:
    """Return code with a block in the place of what stands there, indented as it was."""
    before = code[: code.index(mark)].rpartition("\n")[2]
    size = len(instead.rpartition("\n")[2]) - len(mark) - len(before)
    here, own = (code_escape("\n".join(line[size:] for line in text.split("\n"))) for text in (instead, block))
    above, _, below = code.partition(here)
    above = above[:-1] if above.endswith("\n\n") else above
    below = below[1:] if below.startswith("\n\n") else below
    return f"{above}{own}{below}"


class ListExtension(Extension):
    """Takes the blocks out, and puts those in code back."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"current": [lambda: None, "Returns the build."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the processors."""
        taken: Taken = []
        md.preprocessors.register(_BlockProcessor(md, self.getConfig("current"), taken), "journal_lists", _BEFORE_FENCES)
        md.treeprocessors.register(_CodeProcessor(md, taken), "journal_lists_in_code", _BEFORE_HIGHLIGHTERS)


def add_list_extension(config: MkDocsConfig, current: Callable[[], Build | None]) -> None:
    """Make every Markdown run of a build read blocks `journal`; `current` returns the build."""
    config.markdown_extensions.append(__name__)
    config.mdx_configs[__name__] = {"current": current}


def makeExtension(**kwargs: Any) -> ListExtension:  # noqa: N802 - the library's name
    """Return the extension; the library looks for a function of this name."""
    return ListExtension(**kwargs)
