"""Searches many files for many texts in a time that hardly depends on the number of texts.

What several files have is searched once, and only texts are compared of which a file has some words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final
from urllib.parse import unquote_to_bytes

from mkdocs_journal.audit.marks import Marks, words_in
from mkdocs_journal.audit.secrets import Secret
from mkdocs_journal.audit.signs import Signs
from mkdocs_journal.text.entities import unescaped

_PIECE: Final = 16_384
"""Bytes of a piece."""
_WORDS: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() else 32 for byte in range(256))
"""Everything except letters and digits becomes a blank."""
_MARKS: Final = tuple(mark.encode() for mark in "\xa0“”„‘’‚…–—")
"""Marks that typography puts in the place of those of ASCII, so that they are not part of a word."""
_TARGET: Final = re.compile(rb"\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\]]*\])|</?[A-Za-z][^<>]*>")
"""Invisible parts of a source between words: link targets, tags."""
_HEADINGS: Final = re.compile(rb"^#{1,6}+[ \t]++[^\n{]++", re.MULTILINE)
"""The headings of a source, which are one after the other in its table of contents."""

_ESCAPED: Final = re.compile(rb"\\u([0-9a-fA-F]{4})")
"""An escaped letter in JSON and programs."""


_APOSTROPHES: Final = tuple(
    sign.encode()
    for sign in ("’", "\\u2019", *(f"{mark}{name};" for mark in ("&", "&amp;") for name in ("rsquo", "#39", "#x27")))
)
"""What a renderer, HTML or JSON has in the place of an apostrophe."""
_ENDS: Final = ("’".encode(), b"u2019", b"rsquo;", b"#39;", b"#x27;")
"""What they end with."""


def found_in(files: Iterable[tuple[str, bytes]], secrets: Iterable[Secret]) -> dict[Secret, str]:
    """Return the secrets that are found, each with the first file that contains it.

    Args:
        files: The path of each file below the site, which is searched as well, and its bytes.
        secrets: What is looked for.
    """
    alike: dict[tuple[object, ...], list[Secret]] = {}
    for secret in secrets:  # many drafts may have the same title
        alike.setdefault((secret.forms, secret.before, secret.after), []).append(secret)
    wanted = [group[0] for group in alike.values()]
    forms = [tuple(dict.fromkeys(map(_with_apostrophes, filter(words_in, secret.forms)))) for secret in wanted]
    # a title of signs alone is not looked for
    every = [
        (number, form, bool(secret.before and secret.after))
        for number, (secret, given) in enumerate(zip(wanted, forms, strict=True))
        for form in given
    ]
    mark = b"\n" if any(b"<" in form for _, form, _ in every) else b"<"
    change = _with_apostrophes if any(b"'" in form for _, form, _ in every) else bytes
    longest = max((len(form) for _, form, _ in every), default=0)
    marks = Marks(every)
    found: dict[int, str] = {}
    for output, piece in _pieces(files, mark, longest, change):
        for number in marks.possible(piece):
            if number not in found and any(_in(piece, form, wanted[number]) for form in forms[number]):
                found[number] = output
    groups = list(alike.values())
    return {secret: found[number] for number in sorted(found) for secret in groups[number]}


def _pieces(
    files: Iterable[tuple[str, bytes]], mark: bytes, longest: int, change: Callable[[bytes], bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield each part of the files between two marks once, as pages of a site share most of their parts.

    Args:
        files: Path and bytes of each file.
        mark: What is between the parts.
        longest: The length of the longest text that is looked for: where a piece ends, none is cut in two.
        change: Returns a file as it is searched.
    """
    seen: set[bytes] = set()
    for output, data in files:
        every = data.split(mark)
        every[0] = b"\n" + every[0]  # a file may begin with a text that has certain bytes before it
        parts = set(every) - seen
        seen |= parts
        path = b'"/%b"' % output.encode("utf-8", "surrogateescape")
        read = unescaped(mark.join([part for part in parts if b"&" in part]).decode("utf-8", "replace"))
        text = change(mark.join((path, *parts, read.encode("utf-8", "replace"), b"")))  # in any order: each is searched
        for start in range(0, len(text), _PIECE):
            yield output, text[max(0, start - longest - 1) : start + _PIECE + 1]


def _with_apostrophes(text: bytes) -> bytes:
    for end in filter(text.__contains__, _ENDS):  # most texts have none
        for sign in _APOSTROPHES:
            text = text.replace(sign, b"'") if sign.endswith(end) else text
    return text


def contained_in(texts: Iterable[bytes], secrets: Collection[Secret]) -> set[Secret]:
    """Return the secrets that a public text contains, ignoring punctuation and link targets between the words."""
    of_words: dict[bytes, list[Secret]] = {}
    for secret in secrets:
        of_words.setdefault(words_of(secret.text.encode("utf-8", "replace")), []).append(secret)
    signs = Signs(of_words)
    found: set[bytes] = set()
    for text in texts:
        words = b"\n".join(words_of(form) for form in _read(text))
        found.update(known for known in signs.possible(words) if known not in found and known in words)
    return {secret for known in found for secret in of_words[known]}


def _read(text: bytes) -> Iterator[bytes]:
    """Yield the forms in which a source may be shown: without link targets, its headings alone, with escapes decoded."""
    yield text
    shown = _TARGET.sub(b"] ", text)
    yield shown
    yield b" ".join(_HEADINGS.findall(shown))
    if b"&" in text:
        yield unescaped(text.decode("utf-8", "replace")).encode("utf-8", "replace")
    if b"\\u" in text:
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "replace"), text)
    if b"%" in text:
        yield unquote_to_bytes(text)


def words_of(text: bytes) -> bytes:
    """Return the words of a text in lower case with one blank between them."""
    text = text.lower()
    for mark in () if text.isascii() else _MARKS:
        text = text.replace(mark, b" ")
    return b" ".join(text.translate(_WORDS).split())


def _in(data: bytes, form: bytes, secret: Secret) -> bool:
    """Return whether bytes contain a form of a secret between allowed bytes."""
    start = data.find(form)
    while start >= 0:
        before, after = data[max(0, start - 1) : start], data[start + len(form) : start + len(form) + 1]
        if _may(before, form[:1], secret.before) and _may(after, form[-1:], secret.after):
            return True
        start = data.find(form, start + 1)
    return False


def _may(around: bytes, end: bytes, allowed: bytes) -> bool:
    return around in allowed if allowed else not (around.isalnum() and end.isalnum())
