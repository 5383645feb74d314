"""Front matter and body of a post."""

import re
from typing import Final, NamedTuple

from mkdocs_journal.front_matter.front_matter_error import KEY_LINE, MAX_CHARACTERS, FrontMatterError

_OPENING: Final = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class Parts(NamedTuple):
    """A file, split."""

    yaml: str
    """The front matter without its fences; its first line is line 2 of the file. Empty without front matter."""
    body: str
    """The text below."""
    line: int = 1
    """The line of the file at which the body begins."""


def split_front_matter(text: str) -> Parts:
    r"""Separate the YAML front matter of a post from its body.

    The block starts with `---` on the first line and ends with the next line that is only `---` or `...`, trailing blanks
    allowed. A file without an opening line has no front matter.

    Args:
        text: The file, decoded, line ends `\n`, without a byte-order mark.

    Returns:
        The YAML without its fences, and the body.

    Raises:
        FrontMatterError: The block is not closed, is longer than `MAX_CHARACTERS`, or is not at the beginning of the file.

    Source: https://jekyllrb.com/docs/front-matter/
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        from mkdocs_journal.front_matter.misplaced import refuse_misplaced, unclosed  # noqa: PLC0415 - most posts have a block

        if opening:
            raise unclosed(text, opening.end())
        refuse_misplaced(text)
        return Parts("", text)
    yaml = text[opening.end() : closing.start()]
    if len(yaml) > MAX_CHARACTERS:
        raise FrontMatterError("J109", 1, found=f"{len(yaml):,} characters of front matter", limit=f"{MAX_CHARACTERS:,}")
    return Parts(yaml, text[closing.end() + 1 :], text.count("\n", 0, closing.end() + 1) + 1)


def has_keys(text: str) -> bool:
    """Return whether a file has a block of front matter with something like a key in it, readable or not."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return bool(opening and closing and KEY_LINE.search(text, opening.end(), closing.start()))
