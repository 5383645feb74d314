"""Chooses the posts that have something in common with a post."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import log1p
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.terms import term_key

_WEIGHTS: Final = {"tags": 4.0, "categories": 2.0, "series": 4.0}
"""What two posts have in common, and how much it counts."""
_OF_TITLE: Final = 1.0
_MOST_WORDS: Final = 20
"""Words of a title that count."""
_NEAREST: Final = 10
"""Posts before and after a post that are looked at for each tag or word; with all of them the time would be quadratic."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_DENSE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Writing without blanks between words."""
_Feature = tuple[str, str]


def similar_posts(
    posts: Sequence[Post], most: int, named: Mapping[PurePosixPath, tuple[Post, ...]]
) -> Mapping[PurePosixPath, tuple[Post, ...]]:
    """Return the posts that `related_posts()` names; it describes the arguments."""
    found = dict(named)
    features = [tuple(_features(post)) for post in posts]
    having: dict[_Feature, list[int]] = {}
    for number, own in enumerate(features):
        for feature in own:
            having.setdefault(feature, []).append(number)
    weights = {feature: _weight(feature, len(members), len(posts)) for feature, members in having.items()}
    places: dict[_Feature, int] = dict.fromkeys(having, -1)
    for number, (post, own) in enumerate(zip(posts, features, strict=True)):
        scores: dict[int, int] = {}
        for feature in own:
            places[feature] = place = places[feature] + 1
            for other in having[feature][max(0, place - _NEAREST) : place + _NEAREST + 1] if weights[feature] else ():
                scores[other] = scores.get(other, 0) + weights[feature]
        first = named.get(post.source, ())
        scores.pop(number, None)
        if not post.unrelated and len(first) < most:
            best = heapq.nsmallest(most, ((-score, abs(other - number), other) for other, score in scores.items()))
            chosen = (posts[other] for _, _, other in best)
            more = [other for other in chosen if all(other.source != one.source for one in first)]
            found[post.source] = (*first, *more[: most - len(first)])
    return found


def _features(post: Post) -> Iterator[_Feature]:
    """Yield what a post may have in common with others, each once."""
    for kind in _WEIGHTS:
        yield from dict.fromkeys((kind, term_key(label)) for label in getattr(post, kind))
    yield from dict.fromkeys(("title", word) for word in islice(_words(post.title.casefold()), _MOST_WORDS))


def _words(title: str) -> Iterator[str]:
    for run in _DENSE.finditer(title):
        yield from (title[start : start + 2] for start in range(run.start(), run.end() - 1))
    yield from (word[0] for word in _WORD.finditer(_DENSE.sub(" ", title)))


def _weight(feature: _Feature, members: int, posts: int) -> int:
    """Return how much a feature counts; a word in more than two titles, and more than a tenth of all, does not."""
    kind, _ = feature
    if kind == "title":
        return round(1000 * _OF_TITLE * log1p(posts / members)) if members <= max(2, posts // 10) else 0
    return round(1000 * _WEIGHTS[kind] * log1p(posts / members))
