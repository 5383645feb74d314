"""Reads the labels of a post: its tags, categories and series as its author wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.keys import JEKYLL, NAMES
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value
from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.text.invisible import without_invisible
from mkdocs_journal.text.title_texts import decoded

MAX_BYTES: Final = 240
"""Longest label in bytes of UTF-8 that is not shortened in its slug."""

_COMMAS: Final = re.compile(r"[,，、]")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_NO_WIDTH: Final = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF])
"""Invisible characters without effect; variation selectors and joiners have one."""
_WHOLE: Final = frozenset({"series"})
"""Keys whose text is one label and is never split."""
_SPECIAL: Final = ("_posts", "_drafts")


def read_labels(fields: Fields, name: str, folders: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the labels of `tags`, `categories` or `series`, each term once, in the order they were written.

    A list is used as written, nested lists flattened; a text is split at commas if it has any, else at ASCII blanks; the
    singular key and a series are never split. A map is reported and ignored.

    Args:
        fields: The front matter.
        name: `tags`, `categories` or `series`.
        folders: Labels from the path; they come first.
    """
    if fields.jekyll and name in JEKYLL:
        return _as_jekyll(fields, name, folders)
    found = {term_key(label): label for label in folders}
    for spelling, value in fields.values(name):
        for label, at in _labels(fields, name, spelling, value):
            if term_key(label) not in found and len(label.encode("utf-8", "replace")) > MAX_BYTES:
                fields.report("J401", at, spelling, size=len(label.encode("utf-8", "replace")), limit=MAX_BYTES)
            found.setdefault(term_key(label), label)
    fields.report_too_many(name, len(found))
    return tuple(found.values())


def folders_of(path: PurePosixPath, folder: str) -> tuple[str, ...]:
    """Return the names of the folders above `_posts` or `_drafts`, below the journal's: they are categories.

    Source: https://jekyllrb.com/docs/posts/#categories
    """
    parts = path.parts[:-1]
    special = next((number for number, part in enumerate(parts) if part in _SPECIAL), 0)
    if not special:
        return ()
    root = PurePosixPath(folder).parts
    above = parts[:special]
    return above[len(root) :] if above[: len(root)] == root else above


def _labels(fields: Fields, name: str, spelling: str, value: Value) -> Iterator[tuple[str, Value]]:
    if isinstance(value, MapValue):
        fields.report_kind(spelling, value, name)
    elif isinstance(value, ListValue):
        for item in value.items:
            yield from _items(fields, name, spelling, item)
    elif not value.null:
        parts = [value.text]
        if spelling not in NAMES[name].aliases and name not in _WHOLE:
            parts = (_COMMAS if _COMMAS.search(value.text) else _BLANKS).split(value.text)
        yield from ((tidied, value) for part in parts if (tidied := _tidy(part)))


def _items(fields: Fields, name: str, spelling: str, item: Value) -> Iterator[tuple[str, Value]]:
    if isinstance(item, Scalar):
        if not item.null and (label := _tidy(item.text)):
            yield label, item
    else:
        yield from _labels(fields, name, spelling, item)


def _tidy(label: str) -> str:
    """Return a label with entities decoded, single blanks and no zero-width characters; empty if it is invisible."""
    label = decoded(label)
    if label.isascii():
        return " ".join(label.split())
    return " ".join(label.translate(_NO_WIDTH).split()) if without_invisible(label).strip() else ""


def _as_jekyll(fields: Fields, name: str, folders: Iterable[str]) -> tuple[str, ...]:
    """Return labels as Jekyll reads them: commas stay, the singular tag key wins, tags may be repeated.

    An empty label, which Jekyll keeps, has no name and no address for its list.

    Source: https://github.com/jekyll/jekyll/blob/master/lib/jekyll/utils.rb (pluralized_array_from_hash)
    """
    singular, plural = fields.spellings(name)
    one, many = fields.value(singular), fields.value(plural)
    given = one is not None and not (isinstance(one, Scalar) and one.null)
    labels = list(_texts(one)) if given else _split(many)
    if name == "tags":
        return tuple(labels)
    return tuple(dict.fromkeys((*folders, *_split(many), *labels)))


def _split(value: Value | None) -> list[str]:
    if isinstance(value, ListValue):
        return list(_texts(value))
    return decoded(value.text).split() if isinstance(value, Scalar) and _is_text(value) else []


def _texts(value: Value | None) -> Iterator[str]:
    if isinstance(value, ListValue):
        for item in value.items:
            yield from _texts(item)
    elif isinstance(value, Scalar) and not value.null and (label := decoded(value.text)).strip():
        yield label


def _is_text(value: Scalar) -> bool:
    """Return whether a value is a text to YAML, not a number, a date or a switch."""
    return isinstance(plain(value), str)
