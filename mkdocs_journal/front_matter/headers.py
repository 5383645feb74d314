"""Reads headers in other formats: MultiMarkdown, which MkDocs reads; others are refused."""

import re
import unicodedata
from typing import Final, NamedTuple

from mkdocs_journal.front_matter.front_matter_error import KNOWN_KEYS, MAX_CHARACTERS, misplaced
from mkdocs_journal.front_matter.located_yaml import MapValue, Scalar
from mkdocs_journal.problems.problem import quoted

_KNOWN: Final = f"{KNOWN_KEYS}|summary|status|keywords|lang|series|modified|last_updated"
_ANY: Final = r"[A-Za-z_][\w-]{0,40}"
_PAIR: Final = re.compile(r"\A {0,3}(?P<key>[A-Za-z0-9_-]++):\s*+(?P<value>.*)")
_MORE: Final = re.compile(r"\A(?: {4}|\t)\s*+(?P<value>\S.*)")
"""A key with its value, and a further line of the value before.

Source: https://fletcher.github.io/MultiMarkdown-5/metadata.html, as far as MkDocs reads it
"""
_KNOWN_KEY: Final = re.compile(_KNOWN, re.IGNORECASE)
_RULE: Final = re.compile(r"(?:[-;+=*_#%/.–—―−‐‑]{2,}|[–—―])[ \t]{0,9}\w{0,12}")
"""Fences of other formats: `+++`, `;;;`, `---json`, dashes that an editor has made longer."""
_FENCED_KEY: Final = r"[\"':.#@]{{0,3}}+[ \t]{{0,9}}+(?:{keys})[\"']?[ \t]{{0,9}}[:=]"
_FENCED_FIRST: Final = re.compile(r"[\s{]{0,40}+" + _FENCED_KEY.format(keys=_ANY))
_FENCED_KNOWN: Final = re.compile(
    rf"(?:^[ \t{{]{{0,40}}+|,[ \t]{{0,9}}+){_FENCED_KEY.format(keys=_KNOWN)}", re.MULTILINE | re.IGNORECASE
)
_BARE_KEY: Final = (
    r":(?:{keys}):(?:\s|$)|\.\. (?:{keys}):|#\+(?:{keys}):|@(?:{keys})\b"
    r"|(?:\{{\s{{0,40}})?[\"'](?:{keys})[\"']\s{{0,9}}:|(?:{keys})\s{{0,9}}=\s{{0,9}}[\"'\d\[tf]"
    r"|(?:{keys})[ \t]{{1,9}}:"
)
"""A line of a header without fences: reStructuredText, Nikola, Org, JSON, TOML."""
_BARE_FIRST: Final = re.compile(_BARE_KEY.format(keys=_ANY))
_BARE_KNOWN: Final = re.compile(f"^(?:{_BARE_KEY.format(keys=_KNOWN)})", re.MULTILINE | re.IGNORECASE)
_BARE_TITLE: Final = re.compile(r"% \S[^\n]{0,300}\n% |=[ ]\S[^\n]{0,300}\n:[a-z-]{2,30}:", re.IGNORECASE)
"""A header that begins with the title: Pandoc, AsciiDoc."""
_ENCLOSED: Final = re.compile(r"(?:<!--|(?P<fence>`{3,9}|~{3,9})[^\n`]{0,40}\n)(?:\s{0,9}(?:---|\+\+\+)[ \t]{0,9}\n)?")
_LINE_OF_KEY: Final = re.compile(rf"(?:\.\. )?{_ANY}[ \t]{{0,9}}:|[ \t#-]|\Z")
_KNOWN_LINE: Final = re.compile(rf"^[ \t]{{0,9}}(?:\.\. )?(?:{_KNOWN})[ \t]{{0,9}}[:=]", re.MULTILINE | re.IGNORECASE)
_END: Final = re.compile(r"\n[ \t]*\n|^(?:[-;+=*_#%/.–—―−‐‑~]{3,}|[–—―])[ \t]{0,9}$", re.MULTILINE)
"""What ends a header: a blank line, a fence."""
_EMPTY_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters that Unicode counts as letters or symbols, but that are invisible."""
_LOOKED_AT: Final = 4_096
"""Characters at the beginning of a file that are looked at."""


class Header(NamedTuple):
    """A header without fences, and the text below it."""

    values: MapValue
    body: str
    line: int
    """The line of the file at which the body begins."""


def read_header(text: str) -> Header | None:
    """Return a MultiMarkdown header, or None if a text does not begin with one.

    The text has one if its first key is known, or if one of several keys is. It ends with a blank line, as in MkDocs
    with the first line that is not part of it, and with a line `---`.
    """
    entries: dict[str, tuple[Scalar, Scalar]] = {}
    key, position, number = "", 0, 0
    while position < min(len(text), MAX_CHARACTERS):
        end = text.find("\n", position)
        line = text[position:] if end < 0 else text[position:end]
        if pair := _PAIR.fullmatch(line):
            key = pair["key"].lower()
            name = Scalar(pair["key"], number + 1, pair.start("key") + 1)
            value = Scalar(pair["value"].strip(), number + 1, pair.start("value") + 1, quoted=True)
        elif key and (more := _MORE.fullmatch(line)):
            name, value = entries[key][0], Scalar(more["value"].strip(), number + 1, more.start("value") + 1, quoted=True)
        else:
            break
        entries[key] = (name, _joined(entries[key][1], value) if key in entries else value)
        position, number = (len(text) if end < 0 else end + 1), number + 1
    if not _is_header(list(entries), text[position:]):
        return None
    rest = text[position:].removeprefix("---\n")
    return Header(MapValue(tuple(entries.values()), 1, 1), rest, number + 1 + text[position:].startswith("---\n"))


def _joined(before: Scalar, value: Scalar) -> Scalar:
    return Scalar(f"{before.text} {value.text}", before.line, before.column, quoted=True)


def _is_header(keys: list[str], rest: str) -> bool:
    known = [key for key in keys if _KNOWN_KEY.fullmatch(key)]
    ended = not rest or rest.startswith(("\n", "---\n"))
    return bool(known) and (known[0] == keys[0] or (len(keys) > 1 and ended))


def refuse_header(text: str) -> None:
    """Raise if a text without front matter begins with a header in an unsupported format.

    Raises:
        FrontMatterError: It is in another format, or there is text before it.
    """
    start = next((at for at, sign in enumerate(text[:_LOOKED_AT]) if not _is_unseen(sign)), len(text))
    before, bare = text[:start], text[start : start + _LOOKED_AT]
    first, _, rest = bare.partition("\n")
    seen = "".join(sign for sign in first if not _is_unseen(sign) or sign in " \t").strip()
    in_block = _is_block(rest)
    line = before.count("\n") + 1
    if seen == "---" and in_block and (invisible := _invisible(text[: start + len(first)])):
        raise misplaced(line, f"an invisible character ({invisible}) next to the opening ---")
    if _RULE.fullmatch(seen) and seen != "---" and in_block:
        raise misplaced(line, f"{quoted(seen)} does not open YAML front matter")
    if seen == "---" and in_block and before:
        raise misplaced(line, "a space before it")
    if _is_enclosed(bare):
        raise misplaced(line, f"{quoted(first.strip())} does not open YAML front matter")
    if _is_bare(bare):
        raise misplaced(line, f"{quoted(first.strip())} starts a header that is not YAML")
    if before.strip(" ") and (header := read_header(bare)) and len(header.values.entries) > 1:
        invisible = _invisible(before)
        what = f"an invisible character ({invisible})" if invisible else "a blank line"
        raise misplaced(line, f"{what} before the front matter")


def is_of_keys(block: str) -> bool:
    """Return whether a text has lines of keys and their values only, and two of the keys at least are known."""
    return len(_KNOWN_LINE.findall(block)) > 1 and all(map(_LINE_OF_KEY.match, block.split("\n")))


def _is_block(text: str) -> bool:
    """Return whether a text below a fence begins with a key, and one of the keys down to the next blank line is known."""
    first = _FENCED_FIRST.match(text)
    end = _END.search(text, first.end()) if first else None
    return bool(first and _FENCED_KNOWN.search(text, 0, end.start() if end else len(text)))


def _is_bare(text: str) -> bool:
    """Return whether a text begins with a header without fences, of which one key is known."""
    if not _BARE_FIRST.match(text):
        return bool(_BARE_TITLE.match(text))
    end = _END.search(text)
    return bool(_BARE_KNOWN.search(text, 0, end.start() if end else len(text)))


def _is_enclosed(bare: str) -> bool:
    """Return whether a text begins with a comment or a code block of keys, of which two at least are known."""
    start = _ENCLOSED.match(bare)
    end = bare.find(start["fence"] or "-->", start.end()) if start else -1
    block = bare[start.end() : end].strip() if start and end >= 0 else ""
    known = len(_KNOWN_LINE.findall(block)) > 1
    return known and (bool(_KNOWN_LINE.match(block)) or is_of_keys(block))


def _is_unseen(sign: str) -> bool:
    return sign in _EMPTY_LETTERS or unicodedata.category(sign) in {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}


def _invisible(text: str) -> str:
    """Return the code point of the first invisible character that is not a blank, or empty."""
    return next((f"U+{ord(sign):04X}" for sign in text if _is_unseen(sign) and sign not in " \t\n"), "")
