"""Texts of the package and of the documentation are in plain technical English: some private words do not come back."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PACKAGE

TOP = Path(__file__).parent.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = [
    *(TOP / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted(page for page in (TOP / "docs").rglob("*.md") if "posts" not in page.parts),
    *sorted((PACKAGE / "templates").rglob("*.html")),
]
assert MODULES, "no modules found"
assert len(PAGES) > 15, "no pages found"

WORDS = {
    "told": "reported",
    "tell": "report",
    "tells": "reports",
    "said": "written, reported",
    "nobody": "unknown, no one",
    "theirs": "of other programs",
    "of ours": "of the journal",
    "but for": "except",
    "asked": "read, requested",
    "asks": "reads, requests, requires",
}
"""Words that a stranger has to read twice, and what to write instead."""
DIALECT = re.compile(rf"\b(?:{'|'.join(WORDS)})\b|(?<!there )\b(?:is|are) no (?!longer\b)", re.IGNORECASE)
"""`is no page` is `is not a page`; `there is no page` is English."""


def prose(module: Path) -> Iterator[tuple[int, str]]:
    """Yield each text, docstring and comment of a module with its line."""
    code = module.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.lineno, node.value
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def lines(page: Path) -> Iterator[tuple[int, str]]:
    """Yield each line of a page without the names of tests and other code."""
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        yield number, re.sub(r"`[^`]*`", "", line)


def found(texts: Iterator[tuple[int, str]]) -> list[str]:
    return [f"{line}: {match[0]}" for line, text in texts for match in DIALECT.finditer(" ".join(text.split()))]


def name_of(file: Path) -> str:
    """Return the name of a file below the checkout, or below the folder in which the package is installed."""
    return file.relative_to(TOP if file.is_relative_to(TOP) else PACKAGE.parent).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_in_plain_english(module: Path) -> None:
    assert found(prose(module)) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_is_in_plain_english(page: Path) -> None:
    assert found(lines(page)) == []


@pytest.mark.parametrize("text", ["The host tells it.", "A file is no page.", "all but for one", "Pages of ours."])
def test_the_words_are_found(text: str) -> None:
    """The tests above would be worth nothing if this one failed."""
    assert found(iter([(1, text)]))


@pytest.mark.parametrize("text", ["there is no page", "is no longer a page", "it has no page", "taskbar", "intelligible"])
def test_other_words_are_not(text: str) -> None:
    assert found(iter([(1, text)])) == []
