"""A file that may be a post, and its decoded text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was read."""

    path: PurePosixPath
    """Relative to `docs_dir`."""
    shown: str
    """The path for messages, relative to the current folder."""
    data: bytes = b""
    """Its bytes; empty if it could not be read."""
    reason: str = ""
    """Why it could not be read, or empty."""
    draft: bool = False
    """Whether it is a draft by MkDocs' `draft_docs`."""
    in_nav: bool = False
    """Whether MkDocs' option `nav` lists it."""
    language: str = ""
    """The language of its text if it is shown in the place of a missing translation, or empty."""
    withheld: bool = False
    """Whether it is withheld regardless of its front matter, because it is in the folder of a withheld page bundle."""
    foreign_page: bool = False
    """Whether another program makes a page of it although it is neither Markdown nor HTML: a notebook."""


class DecodingError(ValueError):
    """A byte that text in UTF-8 does not have.

    Attributes:
        line: Where, counted from 1.
        column: Where, counted from 1 in bytes.
        byte: The byte, as it is shown.
    """

    def __init__(self, line: int, column: int, byte: str) -> None:
        super().__init__(byte)
        self.line = line
        self.column = column
        self.byte = byte


def as_text(data: bytes) -> str:
    """Return bytes as text; byte-order marks and line ends are part of it.

    Raises:
        DecodingError: A byte is not valid UTF-8, or the text is in UTF-16 or UTF-32: one of its first bytes is zero.

    Source: https://yaml.org/spec/1.2.2/#52-character-encodings
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        start = error.start
    else:
        start = data.find(b"\0", 0, 4)
        if start < 0:
            return text
    line = data.count(b"\n", 0, start) + 1
    column = start - (data.rfind(b"\n", 0, start) + 1) + 1
    raise DecodingError(line, column, f"0x{data[start]:02X}")


def decode(data: bytes) -> str:
    r"""Return the text of a file: UTF-8, without a byte-order mark, line ends `\n`.

    Raises:
        DecodingError: It is not text in UTF-8.
    """
    text = as_text(data).lstrip("\ufeff")  # a program that joins files can leave two
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
