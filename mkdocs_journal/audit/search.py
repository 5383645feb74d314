"""Searches many files for many texts in a time that hardly depends on the number of texts.

The files are cut into pieces, each block once, because pages of a site share most of their blocks. A sieve finds the
pieces that may contain a text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote_to_bytes

from mkdocs_journal.audit.secrets import TEXT, Secret
from mkdocs_journal.audit.sieve import Sieve
from mkdocs_journal.text.entities import unescaped

_PIECE: Final = 16_384
_OVERLAP: Final = 1_024
"""Bytes of a piece, and bytes that the next piece repeats, so that no text is cut in two."""
_BLOCK: Final = b"</div>"
"""The end of a block; a page has few, and most of them are those of other pages as well."""
_MOST: Final = 64
"""The largest number of pieces searched for one text: if more may contain it, it is not something unusual."""
_MOST_FOR_NAMES: Final = 1_024
"""The same for a title, a term or an address: a post has few of them, and many paragraphs."""
_WORDS: Final = bytes(byte if byte >= 128 or chr(byte).isalnum() else 32 for byte in range(256))
"""Everything except letters and digits becomes a blank."""
_NO_BREAK: Final = "\xa0".encode()
_TARGET: Final = re.compile(rb"\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\]]*\])|</?[A-Za-z][^<>]*>")
"""Invisible parts of a source between words: link targets, tags."""


_ESCAPED: Final = re.compile(rb"\\u([0-9a-fA-F]{4})")
"""An escaped letter in JSON and programs."""


@dataclass(slots=True)
class Pieces:
    """The text of the files of a site, each block once."""

    outputs: list[str] = field(default_factory=list)
    """The file of each piece; the first one if several contain the block."""
    texts: list[bytes] = field(default_factory=list)
    _seen: set[bytes] = field(default_factory=set)

    def add(self, output: str, data: bytes) -> None:
        """Add the blocks of a file that no earlier file had."""
        blocks = [block for block in data.split(_BLOCK) if block not in self._seen]
        self._seen.update(blocks)
        text = f'"/{output}"\n'.encode("utf-8", "surrogateescape") + _BLOCK.join(blocks)
        for start in range(0, len(text), _PIECE):
            self.outputs.append(output)
            self.texts.append(text[max(0, start - _OVERLAP) : start + _PIECE])


def found_in(pieces: Pieces, secrets: Iterable[Secret]) -> Iterator[tuple[str, Secret]]:
    """Yield each secret that is found, with the first file that contains it.

    A text that is in very many pieces, but not where it counts, is searched in the first of them, and in those in which
    another text of the same post was found.
    """
    secrets = tuple(secrets)
    holding = _holding(pieces, [form for secret in secrets for form in secret.forms])
    hits: dict[PurePosixPath, dict[int, None]] = {}
    missing: list[Secret] = []
    for secret in secrets:
        most = _MOST if secret.what == TEXT else _MOST_FOR_NAMES
        places = [(number, form) for form in secret.forms for number in holding.get(form, ())[:most]]
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


def _holding(pieces: Pieces, forms: Iterable[bytes]) -> dict[bytes, list[int]]:
    """Return the pieces that may contain each form."""
    sieve = Sieve(forms)
    holding: dict[bytes, list[int]] = {}
    for number, text in enumerate(pieces.texts):
        for form in sieve.of(text):
            holding.setdefault(form, []).append(number)
    return holding


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
