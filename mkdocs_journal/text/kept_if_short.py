"""Keeps results for texts that come again and again, such as the tags that all pages have."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

T = TypeVar("T")
LONGEST: Final = 1_000
"""The most letters of a text whose result is kept: a picture in an address (`data:`) comes once and has millions."""


def kept_if_short(number: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Return a decorator that keeps results as `lru_cache` does, but only for texts of up to `LONGEST` letters.

    Args:
        number: The most results.
    """

    def keep(function: Callable[..., T]) -> Callable[..., T]:
        kept = lru_cache(maxsize=number)(function)

        @wraps(function)
        def call(text: str, *more: object) -> T:
            return (kept if len(text) <= LONGEST else function)(text, *more)

        return call

    return keep
