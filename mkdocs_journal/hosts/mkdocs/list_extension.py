"""A Markdown extension that takes the blocks `journal` out of a page before other extensions read its fences.

It runs behind what inserts other files (pymdownx.snippets) and before what reads fences.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX, AtomicString, code_escape
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.internals import rendered_file
from mkdocs_journal.text.journal_blocks import JournalBlock, may_have_blocks, with_blocks

_BEFORE_FENCES: Final = 27
_BEFORE_HIGHLIGHTERS: Final = 35


class _Taken(NamedTuple):
    """A block that was taken out of a text."""

    instead: str
    """What stands in its place."""
    mark: str
    """The mark in it."""
    text: str
    """The block as it was written."""
    report: Callable[[], None]
    """Reports what is wrong with the block."""


class _BlockProcessor(Preprocessor):
    def __init__(self, md: Markdown, current: Callable[[], Build | None], taken: list[_Taken]) -> None:
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
        from mkdocs_journal.hosts.mkdocs.placed_blocks import PlacedBlocks  # noqa: PLC0415 - few pages have blocks

        blocks = PlacedBlocks(build, file)

        def new(block: JournalBlock) -> Sequence[str] | None:
            written = blocks.place(block)
            if written is None:
                return None
            mark = self.md.htmlStash.store(written[-1])
            written = (*written[:-1], mark)
            instead = "\n\n".join(block.prefix + line for line in written)
            text = "\n".join(lines[block.first : block.last + 1])
            self.taken.append(_Taken(instead, mark, text, partial(blocks.report, block)))
            return written

        return with_blocks(text, new).split("\n")


class _CodeProcessor(Treeprocessor):
    def __init__(self, md: Markdown, taken: list[_Taken]) -> None:
        super().__init__(md)
        self.taken = taken

    def run(self, root: Element) -> None:
        """Put blocks back that turned out to stand in indented code, and report what is wrong with the others."""
        taken = {block.mark: block for block in self.taken}
        in_code: set[str] = set()
        codes = [element for element in root.iter("code") if STX in (element.text or "")] if taken else []
        for element in codes:
            element.text = AtomicString(_restored(element.text or "", taken, in_code))
        for block in self.taken:
            if block.mark not in in_code:
                block.report()


def _restored(code: str, taken: Mapping[str, _Taken], in_code: set[str]) -> str:
    """Return code with blocks in the place of what stands there, indented as it was, and note their marks."""
    out: list[str] = []
    position = 0
    for found in HTML_PLACEHOLDER_RE.finditer(code):
        block = taken.get(found[0])
        if block is None:
            continue
        in_code.add(block.mark)
        before = found.start() - code.rfind("\n", 0, found.start()) - 1
        size = len(block.instead.rpartition("\n")[2]) - len(block.mark) - before
        here, own = (
            code_escape("\n".join(line[size:] for line in text.split("\n"))) for text in (block.instead, block.text)
        )
        above = code[position : found.end()].removesuffix(here)
        out += above[:-1] if above.endswith("\n\n") else above, own
        position = found.end() + code.startswith("\n\n", found.end())
    return "".join(out) + code[position:]


class ListExtension(Extension):
    """Takes the blocks out, and puts those in code back."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"current": [lambda: None, "Returns the build."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the processors."""
        taken: list[_Taken] = []
        md.preprocessors.register(_BlockProcessor(md, self.getConfig("current"), taken), "journal_lists", _BEFORE_FENCES)
        md.treeprocessors.register(_CodeProcessor(md, taken), "journal_lists_in_code", _BEFORE_HIGHLIGHTERS)


def add_list_extension(config: MkDocsConfig, current: Callable[[], Build | None]) -> None:
    """Make every Markdown run of a build read blocks `journal`; `current` returns the build."""
    config.markdown_extensions.append(__name__)
    config.mdx_configs[__name__] = {"current": current}


def makeExtension(**kwargs: Any) -> ListExtension:  # noqa: N802 - the library's name
    """Return the extension; the library looks for a function of this name."""
    return ListExtension(**kwargs)
