"""`kept_if_short()`: results are kept for texts that come again, not for pictures that are written into their address."""

from __future__ import annotations

import tracemalloc

import pytest

from mkdocs_journal.feeds.content import feed_content
from mkdocs_journal.text.kept_if_short import LONGEST, kept_if_short
from mkdocs_journal.text.tags import tags_of


def test_results_of_short_texts_are_kept() -> None:
    made: list[str] = []

    @kept_if_short(2)
    def doubled(text: str, sign: str) -> str:
        """Say what it is."""
        made.append(text[:3])
        return text + sign + text

    for text in ("a", "a", "b", "c", "a", "x" * LONGEST, "x" * LONGEST, "long" + "x" * LONGEST, "long" + "x" * LONGEST):
        assert doubled(text, "-") == f"{text}-{text}"

    assert made == ["a", "b", "c", "a", "xxx", "lon", "lon"]
    assert doubled.__doc__ == "Say what it is."


@pytest.mark.parametrize(
    "tag", ['<img alt="x" src="data:image/png;base64,{}">', '<b title="{}"></b>', '<i data-x="{}" hidden></i>']
)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<ins>{}"])
def test_feeds_hold_no_long_tags(tag: str, around: str) -> None:
    """Whether the fragment is read tag by tag or as tokens."""
    tracemalloc.start()
    try:
        for number in range(30):
            html = around.format(tag.format(f"{number}" + "A" * 100_000))
            tags_of(html)
            feed_content(html, "https://example.org/a/")
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 1_000_000
