"""Names as parts of URLs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Final

from mkdocs_journal.text.invisible import NON_JOINER, without_invisible
from mkdocs_journal.text.unicode_forms import normalized

MAX_BYTES: Final = 255
"""Longest name of a file or folder in bytes of UTF-8: what file systems allow."""
MAX_SLUG_BYTES: Final = 240
"""Longest slug: `-2`, `.html` and the like need room behind it."""

_DEVICES: Final = frozenset({"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)})
_KEPT: Final = re.compile(r"[\w\- ]+")
_TAG: Final = re.compile(r"<[^<>]*>")
_PRETTY: Final = "._~!$&'()+,;=@"
_NOT_PRETTY: Final = re.compile(f"[^A-Za-z0-9{_PRETTY}]+")
_NOT_PLAIN: Final = re.compile("[^A-Za-z0-9]+")
"""What becomes one hyphen in a text in ASCII."""
_RESERVED: Final = _DEVICES | {"index", "readme"}
"""Names that a term's page cannot have: Windows' devices, and the page that lists the terms."""
_WORDS: Final = (("+", " plus "), ("#", " sharp "), ("&", " and "), ("%", " percent "), ("@", " at "))


_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng", "Ŋ": "NG",
}  # fmt: skip
"""Latin letters that do not decompose into a letter and an accent."""


def slugify(text: str, mode: str = "pretty") -> str:
    """Make a slug as Jekyll does.

    Args:
        text: A title or a file name.
        mode: `pretty` keeps letters, marks, digits and `._~!$&'()+,;=@`; `default` letters, marks and
            digits; `ascii` those of ASCII; `latin` writes Latin letters without their accents first; everything else
            becomes one hyphen. `raw` changes blanks only, `none` nothing. Case is kept. `material` is `titled_slug()`.

    Returns:
        The slug, NFC; it can be empty.

    Source: https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter
    """
    if mode == "material":
        return titled_slug(text)
    text = normalized("NFC", _without_accents(text) if mode == "latin" else text)
    if mode in {"raw", "none"}:
        return "-".join(text.split()) if mode == "raw" else text
    if text.isascii():
        return (_NOT_PRETTY if mode == "pretty" else _NOT_PLAIN).sub("-", text).strip("-")
    return _slug_of_any(text, mode)


def _slug_of_any(text: str, mode: str) -> str:
    """Return the slug of a text in any script."""
    kept = _PRETTY if mode == "pretty" else ""
    out = []
    for character in text:
        wanted = unicodedata.category(character)[0] in "LM" or unicodedata.category(character) == "Nd"
        if character in kept or (wanted and (mode != "ascii" or character.isascii())):
            out.append(character)
        elif out and out[-1] != "-":
            out.append("-")
    return "".join(out).strip("-")


def titled_slug(title: str) -> str:
    """Return the slug that Material's blog makes of a title; it can be empty.

    Small letters; letters, digits, `_` and `-` of any script are kept, each blank is a hyphen; tags and other signs are
    left out.

    Source: https://facelessuser.github.io/pymdown-extensions/extras/slugs/ (`case="lower"`)
    """
    text = _TAG.sub("", normalized("NFC", title)).strip().lower()
    return shortened("".join(_KEPT.findall(text)).replace(" ", "-"))


def _without_accents(text: str) -> str:
    """Return a text with Latin letters as ASCII has them; other scripts stay."""
    out = []
    for character in normalized("NFC", text):
        base = unicodedata.normalize("NFD", character)[0]
        out.append(base if base.isascii() else _LETTERS.get(character, character))
    return "".join(out)


def term_slug(name: str) -> str:
    """Return the slug of a tag, category or author: lower case, letters and digits of any script.

    Signs that distinguish names become words (`C++`: `c-plus-plus`, `C#`: `c-sharp`, `.NET`: `dotnet`); a name without a
    letter or digit gets the numbers of its characters. Never empty, at most `MAX_SLUG_BYTES` long.
    """
    text = without_invisible(normalized("NFKC", name), keep=NON_JOINER).casefold().strip()
    if text.startswith(".") and text.lstrip(".")[:1].isalnum():
        text = "dot" + text.lstrip(".")
    for sign, word in _WORDS:
        if sign in text:
            text = text.replace(sign, word)
    slug = slugify(normalized("NFC", text), "default")
    if not slug:
        slug = "u-" + "-".join(f"{ord(character):x}" for character in text or name)
    return shortened(slug)


def shortened(slug: str, most: int = MAX_SLUG_BYTES) -> str:
    """Return `slug`, or its beginning and a digest of the rest if it has more than `most` bytes of UTF-8."""
    data = slug.encode()
    if len(data) <= most:
        return slug
    digest = sha256(data).hexdigest()[:8]
    return data[: most - 9].decode(errors="ignore").rstrip("-") + "-" + digest


def distinct_slugs(names: Iterable[str], slug_of: Callable[[str], str] = term_slug) -> dict[str, str]:
    """Give each name a unique slug.

    Args:
        names: Different names, in the order in which they may choose.
        slug_of: Returns the slug of a name alone.

    Returns:
        The slug of each name; of several that would share one the later ones get `-2`, `-3` and so on, but none that is
        the own slug of another name.
    """
    own = {name: slug_of(name) for name in names}
    free = set(own.values()) - _RESERVED
    taken = free | _RESERVED
    slugs: dict[str, str] = {}
    numbers: dict[str, int] = {}  # the last one given to each slug that is shared
    for name, wanted in own.items():
        slug = wanted
        if wanted in free:
            free.remove(wanted)
        else:
            while slug in taken:
                numbers[wanted] = numbers.get(wanted, 1) + 1
                slug = f"{wanted}-{numbers[wanted]}"
        taken.add(slug)
        slugs[name] = slug
    return slugs
