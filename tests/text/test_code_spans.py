"""Code in Markdown."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.code_spans import outside_fences, with_code

LINES = {
    "a `b` c": "a [`b`] c",
    "a ``b`c`` d`": "a [``b`c``] d`",
    "`a``": "`a``",
    r"\`a` `b`": r"\`a[` `]b`",
    "plain": "plain",
    "``` a": "``` a",
}


@pytest.mark.parametrize(("line", "changed"), LINES.items())
def test_inline_code(line: str, changed: str) -> None:
    assert with_code(line, lambda code: f"[{code}]") == changed


def test_fenced_code_is_left_out() -> None:
    assert list(outside_fences("a\n~~~\nb\n```\n~~~\nc\n```\nd")) == [(1, "a"), (6, "c")]
