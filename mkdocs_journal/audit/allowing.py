"""Findings that the option `audit.allow` allows."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from mkdocs_journal.audit.search import words_of
from mkdocs_journal.options.values import spec_of


def allowed(output: str, text: str, items: Iterable[str]) -> bool:
    """Return whether something in an output is allowed.

    Args:
        output: The path below the site folder.
        text: The text that was found, as in the withheld post.
        items: Globs of outputs in the syntax of `exclude_docs`, and phrases. A phrase allows itself and every sentence
            that contains it; only letters are compared, in any case and with any marks between them.
    """
    words = _words(text)
    return any(_is_glob_of(item, output) or _is_phrase_of(_words(item), words) for item in items)


def _is_glob_of(item: str, output: str) -> bool:
    with suppress(ValueError):  # a phrase that is not a glob
        return any(mark in item for mark in "*?/.") and spec_of(item).match_file(output)
    return False


def _is_phrase_of(phrase: bytes, words: bytes) -> bool:
    return phrase.strip() != b"" and phrase in words


def _words(text: str) -> bytes:
    """Return the words of a text, each with a blank on both sides."""
    return b" %b " % words_of(text.casefold().encode("utf-8", "replace"))
