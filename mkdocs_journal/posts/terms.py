"""Collects terms (tags, categories, authors, series): which spellings are the same, and which one is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from mkdocs_journal.posts.model import Post, Taxonomy, Term
from mkdocs_journal.text.invisible import without_invisible
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.urls.slugs import distinct_slugs

_SEPARATORS: Final = re.compile(r"(?:[\s_\-]|(?<=\w)\.(?=\w))+")
_NONE: Final[Mapping[str, str]] = {}


@lru_cache(maxsize=1_024)
def term_key(label: str) -> str:
    """Return the key of a term; spellings with the same key are one term.

    Case, width, blanks, `-`, `_`, a dot between letters and invisible characters make no difference; other signs do: `C`,
    `C++` and `C#` are three terms.
    """
    text = without_invisible(normalized("NFKC", label)).casefold()
    return _SEPARATORS.sub(" ", text).strip() or text.strip() or label


def taxonomy(kind: str, posts: Sequence[Post], descriptions: Mapping[str, str] = _NONE) -> Taxonomy:
    """Collect the terms of one kind.

    Args:
        kind: `tags`, `categories`, `authors` or `series`.
        posts: The published posts.
        descriptions: Descriptions of terms, by name.

    Returns:
        The terms. A term is shown in its most frequent spelling; of two equally frequent ones in the one that sorts
        first. Slugs are given in the order of keys, so that they do not depend on the order of posts.
    """
    spellings: dict[str, Counter[str]] = {}
    for post in posts:
        for label in _labels_of(kind, post):
            spellings.setdefault(term_key(label), Counter())[label] += 1
    keys = sorted(spellings)
    names = {key: min(spellings[key].items(), key=lambda item: (-item[1], item[0]))[0] for key in keys}
    wanted = _wanted_slugs(posts, names) if kind == "authors" else names
    slugs = distinct_slugs([wanted[key] for key in keys])
    in_file = _keys_of_file(posts) if kind == "authors" else {}
    by_key = {
        key: Term(kind, key, names[key], slugs[wanted[key]], descriptions.get(names[key], ""), in_file.get(key, ""))
        for key in keys
    }
    terms = sorted(by_key.values(), key=lambda term: (term.name.casefold(), term.name))
    return Taxonomy(kind, tuple(terms), _of_labels(spellings, by_key))


def spellings_of(term: Term, posts: Iterable[Post]) -> tuple[str, ...]:
    """Return how posts spell a term: the shown spelling, then the others in the order of their letters."""
    found = {label for post in posts for label in _labels_of(term.kind, post) if term_key(label) == term.key}
    return tuple(dict.fromkeys((term.name, *sorted(found))))


def _of_labels(spellings: Mapping[str, Iterable[str]], by_key: Mapping[str, Term]) -> Mapping[str, Term]:
    return {label: by_key[key] for key, labels in spellings.items() for label in labels}


def _wanted_slugs(posts: Iterable[Post], names: Mapping[str, str]) -> Mapping[str, str]:
    """Return the source of the slug of each author: `slug` of the authors file, unless shared, else the name."""
    given = {term_key(author.name): author.slug for post in posts for author in post.authors if author.slug}
    counts = Counter([*given.values(), *names.values()])
    return {key: given[key] if key in given and counts[given[key]] == 1 else name for key, name in names.items()}


def _keys_of_file(posts: Iterable[Post]) -> Mapping[str, str]:
    """Return what the authors file calls authors in addresses, by the key of their term."""
    return {term_key(author.name): author.slug or author.key for post in posts for author in post.authors}


def _labels_of(kind: str, post: Post) -> Iterable[str]:
    return (author.name for author in post.authors) if kind == "authors" else getattr(post, kind)
