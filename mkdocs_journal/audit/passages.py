"""The text of a post as paragraphs and sentences, each as groups of words to search for."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mkdocs_journal.posts.model import Post

_VOWELS: Final = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u109f\u1780-\u17ff\u200c\u200d"
)
"""Vowels, accents and joiners that are characters of their own and no letters to Python: Arabic, Hindi, Thai and others."""
_WORD: Final = rf"(?:[^\W_]++|[{_VOWELS}]++)++"
_RUN: Final = re.compile(rf"{_WORD}(?:[’'-]{_WORD})*+(?: {_WORD}(?:[’'-]{_WORD})*+)*+")
_MARKUP: Final = re.compile(r"\]\([^)\]]*\)|\]:[ \t]*+\S++|<[^<>]*>|https?://\S+|\{[^{}]*\}")
_BLANK: Final = re.compile(r"\n[ \t]*\n")
_STARTS: Final = re.compile(r"[ \t>]*(?:[-*+#|]|\d+[.)])")
"""The start of a line that begins a new sentence: an item, a heading, a row."""
_HEADING: Final = re.compile(r"[ \t]*+(?:#|<h[1-6]\b)[^\n]*+|[^\n]++\n[ \t]*+(?:=++|-++)[ \t]*+(?![^\n])", re.IGNORECASE)
"""A heading at the start of a block."""
_ENDS: Final = re.compile(r"[.!?](?=[\"')\]*_]*(?:\s|\Z))|[。！？।]")
_WORDS: Final = 6
"""The number of words in a group."""
_STEP: Final = 3
_LEAST: Final = 20
_LEAST_ELSEWHERE: Final = 12
"""The shortest group, in characters: shorter texts match by chance. Groups in other scripts may be shorter."""
_SENTENCE: Final = 30
_PARAGRAPH: Final = 40
"""Characters of a sentence and of a paragraph needed as evidence; in other scripts half as many."""


class Sentence(NamedTuple):
    """The text between two full stops."""

    text: str
    """Its words."""
    groups: tuple[str, ...]
    """Groups of six words; any eight consecutive words of the sentence contain one."""
    counts: bool
    """Whether it is long enough to be evidence."""


class Paragraph(NamedTuple):
    """The text between two blank lines."""

    sentences: tuple[Sentence, ...]
    counts: bool
    """Whether it is long enough to be evidence by itself and is not a heading."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of all sentences, each once."""
        return tuple(dict.fromkeys(group for sentence in self.sentences for group in sentence.groups))


def paragraphs(post: Post) -> tuple[Paragraph, ...]:
    """Return the text of a post: its body, and its description, which counts as a sentence, not a paragraph."""
    body = (_paragraph(text, counts=counts) for block in _BLANK.split(post.body) for text, counts in _parts(block))
    others = (_paragraph(text, counts=False) for text in (post.description, post.excerpt) if text)
    return tuple(found for found in (*body, *others) if found.groups)


def _parts(block: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a block: a heading, which does not count as a paragraph, and what follows it."""
    block = block.strip("\n")
    heading = _HEADING.match(block)
    end = heading.end() if heading else 0
    yield block[:end], False
    yield block[end:], True


def _paragraph(block: str, *, counts: bool) -> Paragraph:
    found = list(_sentences(block))
    sentences = tuple(_sentence(runs) for runs in found)
    covered = sum(len(run) for runs in found for run in runs if any(_groups(run)))
    whole = sum(len(run) for runs in found for run in runs)
    return Paragraph(sentences, counts and covered * 2 >= whole and _is_long(covered, block, _PARAGRAPH))


def _sentence(runs: list[str]) -> Sentence:
    text = " ".join(runs)
    groups = tuple(dict.fromkeys(group for run in runs for group in _groups(run)))
    return Sentence(text, groups, bool(groups) and _is_long(len(text), text, _SENTENCE))


def _is_long(size: int, text: str, least: int) -> bool:
    return size >= (least if _is_latin(text) else least // 2)


def _is_latin(text: str) -> bool:
    """Return whether a text has only Latin letters and signs, such as typographic quotes and dashes."""
    return text.isascii() or all(char < "\u0250" or "\u2000" <= char < "\u2c00" for char in text)


def _sentences(block: str) -> Iterator[list[str]]:
    """Yield the runs of words of each sentence; markup separates runs."""
    runs: list[str] = []
    for line in block.split("\n"):
        text, end = _MARKUP.sub(" \0 ", line), 0
        starts = bool(_STARTS.match(line))
        for found in _RUN.finditer(text):
            if runs and (starts or _ENDS.search(text, end, found.start())):
                yield runs
                runs = []
            starts, end = False, found.end()
            runs.append(found[0])
        if runs and _ENDS.search(text, end):
            yield runs
            runs = []
    if runs:
        yield runs


def _groups(run: str) -> Iterator[str]:
    """Yield groups of six consecutive words; any eight consecutive words contain one."""
    words = run.split(" ")
    last = max(0, len(words) - _WORDS)
    for start in dict.fromkeys((*range(0, last, _STEP), last)):
        group = " ".join(words[start : start + _WORDS])
        if len(group) >= (_LEAST if _is_latin(group) else _LEAST_ELSEWHERE):
            yield group
