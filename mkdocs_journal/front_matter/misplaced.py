"""Finds front matter that is not closed, or is not where it is read."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.front_matter.front_matter_error import (
    KEY_LINE,
    KNOWN_KEYS,
    MAX_CHARACTERS,
    FrontMatterError,
    misplaced,
)
from mkdocs_journal.problems.problem import quoted

_NEARLY_CLOSING: Final = re.compile(
    r"\A(?:[ \t]+(?:---|\.\.\.)[ \t]*|(?:--|-{4,}|—+|–{2,}|—-|–-|\+{3,}|={3,}|\*{3,}|_{3,}|~{3,}|;{3,}|\.{4,})[ \t]*"
    r"|---[ \t]*[^\s-][^\n]{0,80})"
)
"""Malformed closing fences: too long, too short, indented, of another sign, with words."""
_OTHER_FENCES: Final = (
    re.compile(r"(?P<fence>-{4,}|\+\+\+)[ \t]*\n(?P<block>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL),
    re.compile(r"(?P<fence>---[ \t]*[^\s-][^\n]*)\n(?P<block>.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL),
)
"""Malformed opening fences: another fence, or text on the same line."""
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


def unclosed(text: str, start: int) -> FrontMatterError:
    """Return the error of front matter that is never closed: at the line that looks like its end, else at the first."""
    keys = False
    for number, line in enumerate(text[start : start + MAX_CHARACTERS].split("\n"), 2):
        if keys and _NEARLY_CLOSING.fullmatch(line):
            return FrontMatterError("J103", number, found=f"{quoted(line.rstrip())} is not a fence", advice="write ---")
        if line and not KEY_LINE.match(line) and line[0] not in " \t-#":  # prose: what looks like a fence below is a rule
            break
        keys = keys or bool(line.strip())
    return FrontMatterError("J103", 1, found="opened here and never closed", advice="add a line ---")


def refuse_misplaced(text: str) -> None:
    """Raise if `text` has misplaced front matter, which would be published as text."""
    for fence in _OTHER_FENCES:
        if (other := fence.match(text)) and KEY_LINE.search(other["block"]):
            raise misplaced(1, f"{quoted(other['fence'].rstrip())} does not open YAML front matter")
    if _JSON.match(text):
        raise misplaced(1, "JSON instead of YAML front matter")
    if (unopened := _UNOPENED.match(text)) and _KNOWN_LINE.match(text) and len(KEY_LINE.findall(unopened["block"])) > 1:
        raise misplaced(1, "the opening --- is missing")
    before, block = _below_text(text[: MAX_CHARACTERS * 2])
    if KEY_LINE.match(block):
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
