"""Searches many files for many texts in a time that hardly depends on the number of texts.

The files are cut into pieces, each line once, because pages of a site share most of their lines. A text can only be in
pieces that contain all of its words; one pass over the words of every piece finds them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote_to_bytes

from mkdocs_journal.audit.secrets import TEXT, Secret
from mkdocs_journal.text.entities import unescaped

_PIECE: Final = 16_384
_OVERLAP: Final = 1_024
"""Bytes of a piece, and bytes that the next piece repeats, so that no text is cut in two."""
_MOST: Final = 64
"""The largest number of pieces searched for one text: if more contain all of its words, the words are common."""
_MOST_FOR_NAMES: Final = 1_024
"""The same for a title, a term or an address: a post has few of them, and many paragraphs."""
_LOOKED_UP: Final = 8
"""The number of words of a text that are looked up."""
_SPLIT: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() or byte in b"-_" else 32 for byte in range(256))
_WORDS: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() else 32 for byte in range(256))
"""Everything except letters and digits becomes a blank."""
_NO_BREAK: Final = "\xa0".encode()
_TARGET: Final = re.compile(rb"\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\]]*\])|</?[A-Za-z][^<>]*>")
"""Invisible parts of a source between words: link targets, tags."""


_ESCAPED: Final = re.compile(rb"\\u([0-9a-fA-F]{4})")
"""An escaped letter in JSON and programs."""


class Pieces:
    """The text of the files of a site, each line once."""

    def __init__(self) -> None:
        self.outputs: list[str] = []
        """The file of each piece; the first one if several contain the line."""
        self.texts: list[bytes] = []
        self._seen: set[bytes] = set()

    def add(self, output: str, data: bytes) -> None:
        """Add the lines of a file that no earlier file had."""
        lines = [line for line in dict.fromkeys(data.split(b"\n")) if line not in self._seen]
        self._seen.update(lines)
        text = b"\n".join((f'"/{output}"'.encode("utf-8", "surrogateescape"), *lines))
        for start in range(0, len(text), _PIECE):
            self.outputs.append(output)
            self.texts.append(text[max(0, start - _OVERLAP) : start + _PIECE])


def found_in(pieces: Pieces, secrets: Iterable[Secret]) -> Iterator[tuple[str, Secret]]:
    """Yield each secret that is found, with the first file that contains it.

    A text of common words is searched in the first pieces that contain them, and in those in which another text of the same
    post was found: a paragraph with such words is then found whole.
    """
    wanted = [(secret, [(_longest(form), form) for form in secret.forms]) for secret in secrets]
    holding = _holding(pieces, {word for _, forms in wanted for words, _ in forms for word in words})
    hits: dict[PurePosixPath, dict[int, None]] = {}
    missing: list[Secret] = []
    for secret, forms in wanted:
        most = _MOST if secret.what == TEXT else _MOST_FOR_NAMES
        places = [(number, form) for words, form in forms for number in _common(words, holding)[:most]]
        found = next((number for number, form in places if _in(pieces.texts[number], form, secret)), None)
        if found is not None:
            hits.setdefault(secret.post, {})[found] = None
            yield pieces.outputs[found], secret
        elif len(places) >= most:
            missing.append(secret)
    for secret in missing:
        near = ((number, form) for number in list(hits.get(secret.post, ()))[:_MOST] for form in secret.forms)
        if (found := next((number for number, form in near if _in(pieces.texts[number], form, secret)), None)) is not None:
            yield pieces.outputs[found], secret


def contained_in(texts: Iterable[bytes], secrets: Collection[Secret]) -> set[Secret]:
    """Return the secrets that a public text contains, ignoring punctuation and link targets between the words."""
    wanted = {secret: words_of(secret.text.encode("utf-8", "replace")) for secret in secrets}
    for text in texts:
        words = b"\n".join(words_of(form) for form in _read(text))
        held = set(words.split())
        found = [secret for secret, known in wanted.items() if _may_contain(held, known) and known in words]
        for secret in found:
            del wanted[secret]
    return set(secrets) - set(wanted)


def _read(text: bytes) -> Iterator[bytes]:
    """Yield the forms in which a source may be shown: without link targets, with escapes decoded."""
    yield text
    yield _TARGET.sub(b"] ", text)
    if b"&" in text:
        yield unescaped(text.decode("utf-8", "replace")).encode("utf-8", "replace")
    if b"\\u" in text:
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "replace"), text)
    if b"%" in text:
        yield unquote_to_bytes(text)


def _may_contain(held: set[bytes], known: bytes) -> bool:
    """Return whether a text may contain all given words; always true for scripts without spaces.

    Typographic quotes count as letters here, so that only the words between the first and the last are sure to be words.
    """
    return not known.isascii() or held.issuperset(known.split()[1:-1])


def words_of(text: bytes) -> bytes:
    """Return the words of a text in lower case with one blank between them."""
    return b" ".join(text.lower().replace(_NO_BREAK, b" ").translate(_WORDS).split())


def _longest(form: bytes) -> tuple[bytes, ...]:
    """Return the longest words of a text: the longer, the fewer pieces contain them. Numbers count."""
    return tuple(sorted(set(form.translate(_SPLIT).split()), key=lambda word: (-len(word), word))[:_LOOKED_UP])


def _holding(pieces: Pieces, wanted: set[bytes]) -> dict[bytes, list[int]]:
    """Return the pieces that contain each word."""
    holding: dict[bytes, list[int]] = {word: [] for word in wanted}
    for number, text in enumerate(pieces.texts):
        for word in wanted.intersection(text.translate(_SPLIT).split()):
            holding[word].append(number)
    return holding


def _common(words: tuple[bytes, ...], holding: dict[bytes, list[int]]) -> list[int]:
    """Return the pieces that contain all given words."""
    few, *more = sorted((holding[word] for word in words), key=len) or [[]]
    for other in more:
        if len(few) <= 1:
            break
        common = set(other)
        few = [number for number in few if number in common]
    return few


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
