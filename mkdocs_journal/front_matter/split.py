"""Front matter and body of a post."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mkdocs_journal.problems.problem import quoted

MAX_CHARACTERS: Final = 65_536
"""Longest front matter in characters, six times the largest in 2,326 real posts."""

_OPENING: Final = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_NEARLY_CLOSING: Final = re.compile(
    r"\A(?:[ \t]+(?:---|\.\.\.)[ \t]*|(?:--|-{4,}|—+|–{2,}|—-|–-|\+{3,}|={3,}|\*{3,}|_{3,}|~{3,}|;{3,}|\.{4,})[ \t]*"
    r"|---[ \t]*[^\s-][^\n]{0,80})"
)
"""Malformed closing fences: too long, too short, indented, of another sign, with words."""
_KEY_LINE: Final = re.compile(r"^[A-Za-z_][\w -]*[:=](?:[ \t]|$)", re.MULTILINE)
_OTHER_FENCES: Final = (
    re.compile(r"(?P<fence>-{4,}|\+\+\+)[ \t]*\n(?P<block>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL),
    re.compile(r"(?P<fence>---[ \t]*[^\s-][^\n]*)\n(?P<block>.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL),
)
"""Malformed opening fences: another fence, or text on the same line."""
KNOWN_KEYS: Final = (
    "layout|title|date|tags?|categor(?:y|ies)|authors?|description|permalink|slug|draft|published|unlisted|unpublished"
    "|is_?draft|wip|dg-publish|post_status|pub(?:lish)?_?date"
)
"""Keys that make a header of a few lines, which prose does not begin with."""
_KNOWN_LINE: Final = re.compile(rf"^(?:{KNOWN_KEYS})[ \t]*:(?:[ \t]|$)", re.MULTILINE | re.IGNORECASE)
_LINES_BEFORE: Final = 20
_LINE_BEFORE: Final = re.compile(r"[ \t]*\n|(?! {0,3}(?:```|~~~))[^\n:]{0,200}\n")
"""Lines accepted before front matter: blank lines, comments, short lines without a colon; at most so many of them."""
_COMMENT: Final = re.compile(r"-->[ \t]*\n")
_INDENTED_OPENING: Final = re.compile(r"[ \t]*---[ \t]*\n")
_INDENTED_CLOSING: Final = re.compile(r"^[ \t]*(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_UNOPENED: Final = re.compile(
    r"(?P<block>(?:(?:[a-z_][\w-]*:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*|\#.*)\n){2,100}?)(?:---|\.\.\.)[ \t]*$", re.MULTILINE
)
"""Two keys or more from the first line on, and a closing fence."""
_JSON: Final = re.compile(r"\{\s*\"[\w -]+\"\s*:")


class FrontMatterError(ValueError):
    """The front matter cannot be separated from the body.

    Attributes:
        code: The kind of the problem, a key of the catalogue.
        line: Where, counted from 1.
        values: The values for the wording of the kind.
    """

    def __init__(self, code: str, line: int, **values: object) -> None:
        super().__init__(f"{code} in line {line}")
        self.code = code
        self.line = line
        self.values = values


def misplaced(line: int, found: str) -> FrontMatterError:
    """Return the error of front matter that is not where it is read, or in another notation."""
    return FrontMatterError("J104", line, found=found, advice="write --- as line 1")


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
    if opening is None:
        _refuse_misplaced(text)
        return Parts("", text)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise _unclosed(text, opening.end())
    yaml = text[opening.end() : closing.start()]
    if len(yaml) > MAX_CHARACTERS:
        raise FrontMatterError("J109", 1, found=f"{len(yaml):,} characters of front matter", limit=f"{MAX_CHARACTERS:,}")
    return Parts(yaml, text[closing.end() + 1 :], text.count("\n", 0, closing.end() + 1) + 1)


def _unclosed(text: str, start: int) -> FrontMatterError:
    """Return the error of front matter that is never closed: at the line that looks like its end, else at the first."""
    keys = False
    for number, line in enumerate(text[start : start + MAX_CHARACTERS].split("\n"), 2):
        if keys and _NEARLY_CLOSING.fullmatch(line):
            return FrontMatterError("J103", number, found=f"{quoted(line.rstrip())} is not a fence", advice="write ---")
        if line and not _KEY_LINE.match(line) and line[0] not in " \t-#":  # prose: what looks like a fence below is a rule
            break
        keys = keys or bool(line.strip())
    return FrontMatterError("J103", 1, found="opened here and never closed", advice="add a line ---")


def has_keys(text: str) -> bool:
    """Return whether a file has a block of front matter with something like a key in it, readable or not."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return bool(opening and closing and _KEY_LINE.search(text, opening.end(), closing.start()))


def _refuse_misplaced(text: str) -> None:
    """Raise if `text` has misplaced front matter, which would be published as text."""
    for fence in _OTHER_FENCES:
        if (other := fence.match(text)) and _KEY_LINE.search(other["block"]):
            raise misplaced(1, f"{quoted(other['fence'].rstrip())} does not open YAML front matter")
    if _JSON.match(text):
        raise misplaced(1, "JSON instead of YAML front matter")
    if (unopened := _UNOPENED.match(text)) and _KNOWN_LINE.match(text) and len(_KEY_LINE.findall(unopened["block"])) > 1:
        raise misplaced(1, "the opening --- is missing")
    before, block = _below_text(text[: MAX_CHARACTERS * 2])
    if _KEY_LINE.match(block):
        line = before.count("\n") + 1
        if not before.strip():
            what = "a blank line" if before else "a space"
        elif _KNOWN_LINE.search(block):
            what = "text"
        else:  # prose between two rules
            return
        raise misplaced(line, f"{what} before the front matter")


def _below_text(text: str) -> tuple[str, str]:
    """Return the text before a block between fences, and the block; both are empty without one near the top."""
    position = 0
    for _ in range(_LINES_BEFORE + 1):
        if opening := _INDENTED_OPENING.match(text, position):
            closing = _INDENTED_CLOSING.search(text, opening.end())
            return (text[:position], text[opening.end() : closing.start()]) if closing else ("", "")
        line = None
        if text.startswith("<!--", position) and (end := text.find("-->", position)) >= 0:
            line = _COMMENT.match(text, end)
        line = line or _LINE_BEFORE.match(text, position)
        if line is None:
            break
        position = line.end()
    return "", ""
