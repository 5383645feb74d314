"""Results that `mkdocs serve` keeps from one build for the next, each with what it was made of."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from pathlib import PurePath
from typing import Final, Generic, TypeVar

from markupsafe import Markup

T = TypeVar("T")
LIMIT: Final = 256 * 2**20
"""The most bytes that are kept of one kind of results."""


class UnknownValueError(ValueError):
    """What a value contains cannot be known from its text; its type is the message."""


class Kept(Generic[T]):
    """The results of the previous build and of this one so far, by the source path of the page.

    A page that is gone is forgotten with the next build.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self._settings = b""
        self._before: dict[str, tuple[bytes, T, int]] = {}
        self._now: dict[str, tuple[bytes, T, int]] = {}
        self._size = 0

    def begin(self, settings: bytes = b"") -> None:
        """Begin a build.

        Args:
            settings: What every result depends on; if it is another than before, nothing of the previous build is used.
        """
        self._before, self._now = self._now if settings == self._settings else {}, {}
        self._settings, self._size = settings, 0

    def get(self, name: str, key: bytes) -> T | None:
        """Return the result of the previous build for a page that is made of the same, and keep it for the next one."""
        found = self._before.get(name)
        return found[1] if found and found[0] == key else None

    def keep_again(self, name: str) -> T | None:
        """Return the result of the previous build for a page of which it is known that it is the same; keep it."""
        found = self._before.get(name)
        if found:
            self.keep(name, *found)
        return found[1] if found else None

    def keep(self, name: str, key: bytes, result: T, size: int = 0) -> None:
        """Keep a result, of a size in bytes, for the next build if all that are kept are within the limit."""
        if self._size + size <= self.limit:
            self._size += size
            self._now[name] = (key, result, size)


def key_of(*values: object) -> bytes:
    """Return a short text that is the same only for values with the same content.

    Raises:
        UnknownValueError: The content of a value is not known.
    """
    try:
        text = b"m" + marshal.dumps(list(map(_marked, values)), 0)  # this version depends on nothing but the content
    except ValueError:
        try:
            text = b"\0".join(exact(value).encode("utf-8", "surrogatepass") for value in values)
        except RecursionError:
            raise UnknownValueError("a value that contains itself") from None
    return blake2b(text, digest_size=20).digest()


def _marked(value: object) -> object:
    """Return a value as `marshal` knows it: HTML differs from text, and a date from both."""
    if isinstance(value, Markup):
        return (Markup.__name__, str.__str__(value))
    if isinstance(value, date):
        return repr(value), None
    if isinstance(value, dict) and any(isinstance(item, Markup | date) for item in value.values()):
        return {name: _marked(item) for name, item in value.items()}
    return value


def exact(value: object) -> str:
    """Return a value as text that differs from that of any other value.

    Raises:
        UnknownValueError: Its content is not known.
    """
    if isinstance(value, str):
        return str.__repr__(value) if type(value) is str else f"{type(value).__qualname__}({str.__repr__(value)})"
    if value is None or isinstance(value, bool | int | float | date | bytes | PurePath):
        try:
            return repr(value)
        except ValueError as error:  # a whole number of too many digits
            raise UnknownValueError(str(error)) from None
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{exact(name)}: {exact(item)}' for name, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(exact, value))}]"
    if isinstance(value, set | frozenset):
        return f"set{sorted(map(exact, value))}"
    raise UnknownValueError(type(value).__qualname__)
