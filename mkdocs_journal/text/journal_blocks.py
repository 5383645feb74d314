"""Fenced blocks ```` ```journal ```` in Markdown, at any indentation, but not inside other fences and comments."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from mkdocs_journal.text.code_spans import with_code

_MARK: Final = re.compile(r"(?:```|~~~)[ \t]*(?:\{[ \t]*)?\.?journal\b")
_FENCE: Final = re.compile(
    r"(?P<prefix>[> \t]*)(?P<item>(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*+)(?P<fence>`{3,}+|~{3,}+)(?P<info>[^`]*)"
)
_NAME: Final = re.compile(r"[ \t]*(?:journal|\{[ \t]*\.?journal[ \t]*\})[ \t]*")
_COMMENT: Final = re.compile(r"<!-- [\w -]{1,40} -->")
_NESTED: Final = 4
"""Indentation from which on a fence is part of a list item or a box, and ends with it."""

Rendered = TypeVar("Rendered")


class JournalBlock(NamedTuple):
    """One block."""

    first: int
    """The number of its first line, with the fence, counted from 0."""
    last: int
    """The number of its last line, with the other fence, or of the last line inside if there is none."""
    prefix: str
    """What stands before the fence: blanks, and the signs of quotations."""
    fence: str
    closed: bool
    """Whether there is the other fence."""
    content: str
    """The lines between the fences without the prefix."""
    in_item: bool = False
    """Whether the fence is in the line that begins an item of a list, where Markdown reads no fence."""


class _Open(NamedTuple):
    """A fence that is not closed yet."""

    number: int
    prefix: str
    fence: str
    is_ours: bool
    in_item: bool

    def is_closed_by(self, line: str) -> bool:
        found = _FENCE.fullmatch(line)
        return bool(
            found
            and not found["info"].strip()
            and not found["item"]
            and found["fence"].startswith(self.fence)
            and found["prefix"].count(">") == self.prefix.count(">")
            and len(found["prefix"]) < len(self.prefix) + _NESTED * (2 if self.in_item else 1)
        )

    def is_left_by(self, line: str) -> bool:
        """Return whether a line is outside of the list item, box or quotation that contains the fence."""
        if ">" in self.prefix:
            return line[: len(line) - len(line.lstrip("> \t"))].count(">") < self.prefix.count(">")
        indent = len(self.prefix)
        return indent >= _NESTED and bool(line.strip()) and len(line) - len(line.lstrip()) < indent


def may_have_blocks(text: str) -> bool:
    """Return whether a text can have blocks; a quick check."""
    return "journal" in text and _MARK.search(text) is not None


def find_blocks(text: str) -> tuple[JournalBlock, ...]:
    r"""Return the blocks of a Markdown text, line ends `\n`, in its order."""
    return tuple(_blocks(text.split("\n"))) if may_have_blocks(text) else ()


def _blocks(lines: Sequence[str]) -> Iterator[JournalBlock]:
    opened: _Open | None = None
    comment = False
    last_end = max((number for number, line in enumerate(lines) if "-->" in line), default=-1)
    for number, line in enumerate(lines):
        if opened and opened.is_closed_by(line):
            if opened.is_ours:
                yield _block(lines, opened, number, closed=True)
            opened = None
        elif opened and not opened.is_left_by(line):
            continue
        elif comment:
            comment = "-->" not in line
        else:
            if opened and opened.is_ours:
                yield _block(lines, opened, number - 1, closed=False)
            opened = _opened(number, line)
            comment = not opened and number < last_end and _opens_comment(line)
    if opened and opened.is_ours:
        yield _block(lines, opened, len(lines) - 1, closed=False)


def _opened(number: int, line: str) -> _Open | None:
    found = _FENCE.fullmatch(line)
    if found is None:
        return None
    return _Open(number, found["prefix"], found["fence"], bool(_NAME.fullmatch(found["info"])), bool(found["item"]))


def _opens_comment(line: str) -> bool:
    if "<!--" not in line:
        return False
    line = with_code(line, lambda _: "")
    return line.rfind("<!--") > line.rfind("-->")


def _block(lines: Sequence[str], opened: _Open, last: int, *, closed: bool) -> JournalBlock:
    inside = lines[opened.number + 1 : last if closed else last + 1]
    size = len(opened.prefix)
    content = "\n".join(line[:size].lstrip("> \t") + line[size:] for line in inside)
    return JournalBlock(opened.number, last, opened.prefix, opened.fence, closed, content, opened.in_item)


def with_blocks(text: str, new: Callable[[JournalBlock], Sequence[str] | None]) -> str:
    """Return a Markdown text with other lines in the place of its blocks, each behind what stood before the fence.

    Args:
        text: The text.
        new: Returns the lines, of which each is a paragraph; or None: the block stays.
    """
    blocks = find_blocks(text)
    if not blocks:
        return text
    lines, out, position = text.split("\n"), [], 0
    for block in blocks:
        written = new(block)
        if written is not None:
            out += lines[position : block.first]
            for line in written:
                out += ["", block.prefix + line]
            out.append("")
            position = block.last + 1
    return "\n".join([*out, *lines[position:]])


def rendered_with_blocks(
    text: str,
    new: Callable[[JournalBlock], Sequence[str] | None],
    render: Callable[[str], Rendered],
    html_of: Callable[[Rendered], str],
    note: Callable[[JournalBlock], None] = lambda _: None,
) -> Rendered:
    """Return a Markdown text as rendered with other lines in the place of its blocks; those in code stay as they are.

    Args:
        text: The text.
        new: As `with_blocks()` takes it; the last line is a comment of words, in the HTML unless it is shown as code.
        render: Renders a text; it is called again if blocks turn out to stand in code.
        html_of: Returns the HTML of what was rendered.
        note: Called with each block that does not stay.
    """
    written = {block: new(block) for block in find_blocks(text)}
    rendered = render(with_blocks(text, written.get))
    comments = frozenset(_COMMENT.findall(html_of(rendered))) if written else frozenset()
    in_code = [block for block, lines in written.items() if lines and lines[-1] not in comments]
    for block, lines in written.items():
        if lines and lines[-1] in comments:
            note(block)
    return render(with_blocks(text, (written | dict.fromkeys(in_code)).get)) if in_code else rendered
