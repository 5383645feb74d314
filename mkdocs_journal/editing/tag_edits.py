"""A tag renamed in the front matter of a post."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.editing.front_matter_text import EditError, Entry, FrontMatterText
from mkdocs_journal.editing.scalars import as_flow_list, as_scalar
from mkdocs_journal.posts.terms import term_key

_KEYS: Final = ("tags", "tag")
_MOST: Final = 10
"""How often both keys may occur: the front matter is read again for each."""
_COMMAS: Final = re.compile(r"[,，、]")
_NO_ITEMS: Final = re.compile(r"\[[ \t\r\n]*\]")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


def with_renamed_tag(text: str, old: str, new: str, tags: tuple[str, ...]) -> str:
    """Return the file of a post with a tag renamed; where it has the new one already, the old one is removed.

    Items of a list are replaced one by one. A text with several tags, and a list in which the new tag is there already,
    becomes a list in brackets.

    Args:
        text: The file.
        old: The tag, in any spelling.
        new: The new tag.
        tags: The tags of the post as they are read.

    Raises:
        EditError: The tags are written in a form that cannot be edited.
    """
    entries = [entry for entry in FrontMatterText(text).entries if entry.key.text.casefold() in _KEYS]
    if len(entries) > _MOST:
        raise EditError(f"its key {entries[0].key.text} occurs {len(entries)} times; write it once")
    for entry in reversed(entries):  # the last one first: what is before it stays where it is
        if entry.scalars:
            text = _renamed(FrontMatterText(text), entry, old, new, tags)
        elif not _NO_ITEMS.fullmatch(text, entry.start, entry.end):
            raise EditError(f"its key {entry.key.text} contains an alias or a map; rename the tag by hand")
    return text


def _renamed(front: FrontMatterText, entry: Entry, old: str, new: str, tags: tuple[str, ...]) -> str:
    wanted, key = term_key(new), term_key(old)
    labels = _labels(entry)
    if key not in map(term_key, labels):
        return front.text
    there = wanted != key and any(term_key(tag) == wanted for tag in tags)
    name = entry.key.text.casefold()
    stays_one = entry.is_list or name == "tag" or _parts(new) == (new,)
    if (entry.is_list or len(labels) == 1) and stays_one and not there:
        matching = (span for span in entry.scalars if term_key(span.text) == key)
        return front.with_spans(name, {span: as_scalar(new) for span in matching})
    changed = dict.fromkeys(new if term_key(tag) in {key, wanted} else tag for tag in labels)
    return front.with_value_of(entry, as_flow_list(tuple(filter(str.strip, changed))))


def _labels(entry: Entry) -> tuple[str, ...]:
    """Return the tags of a list, or of a text that contains one or several; the singular key is never split."""
    if entry.is_list or entry.key.text.casefold() == "tag":
        return tuple(span.text for span in entry.scalars)
    return _parts(entry.scalars[0].text)


def _parts(text: str) -> tuple[str, ...]:
    """Return the tags in a text."""
    return tuple(part.strip() for part in (_COMMAS if _COMMAS.search(text) else _BLANKS).split(text) if part.strip())
