"""The work for a site grows linearly with the number of posts, whatever they have in common.

Counted are the calls of functions, which are the same on every machine and in every run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from types import FrameType

import pytest

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.site_info import SiteInfo

NOW = datetime(2026, 7, 1, tzinfo=UTC)
Text = Callable[[int], str]
"""Returns the front matter of a post from its number."""


def calls(run: Callable[[], object]) -> int:
    """Return how many functions are called, steps of generators included."""
    number = 0

    def count(_frame: FrameType, event: str, _: object) -> None:
        nonlocal number
        number += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return number


def work(folder: Path, text: Text, number: int, options: Options) -> int:
    """Return the calls for a journal of some posts."""
    docs = folder / "docs"
    sources = []
    for one in range(number):
        path = PurePosixPath(f"journal/2024-01-{one % 28 + 1:02}-p{one}.md")
        data = f"---\ntitle: Post {one}\n{text(one)}\n---\nWords of a post.\n".encode()
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
        sources.append(Source(path=path, shown=f"docs/{path}", data=data))
    site = SiteInfo(name="T", url="https://example.org/", docs=docs, output=folder / "out")
    return calls(lambda: publish(read_journal(sources, options, now=NOW), site, str, options=options))


KINDS: dict[str, tuple[Text, dict[str, object]]] = {
    "old addresses": (lambda one: f"redirect_from: [/old/{one}/, /old/{one}.html, /o{one}]", {}),
    "one address": (lambda _: "permalink: /same/", {}),
    "one address in Jekyll": (lambda _: "permalink: /same/", {"compat": "jekyll"}),
    "one slug": (lambda _: "slug: same", {}),
    "one ID": (lambda _: "guid: 'tag:example.org,2024:same'", {}),
    "refused": (lambda _: "date: nonsense", {}),
    "drafts": (lambda _: "draft: true\ntags: [a]", {}),
    "feeds of older posts": (lambda one: f"tags: [t{one}]", {"feeds": {"archive": True, "limit": 1}}),
    "addresses without a suffix": (lambda _: "tags: [a]", {"permalink": "/:title"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_with_the_number_of_posts(kind: str, tmp_path: Path) -> None:
    """Twice as many more posts are twice as much more work; if each were compared with each, it would be four times."""
    text, options = KINDS[kind]
    read = read_options(options)
    work(tmp_path / "first", text, 2, read)  # what is imported and compiled once is not counted

    one, two, four = (work(tmp_path / str(number), text, number, read) for number in (30, 60, 120))

    assert four - two < 2.3 * (two - one), (one, two, four)


def test_many_defaults_are_not_compiled_for_each_post(tmp_path: Path) -> None:
    """Material's `.meta.yml` of each folder is one as well."""
    scopes = [{"scope": {"path": f"journal/{one}"}, "values": {"author": "a"}} for one in range(1_100)]

    few, more = (work(tmp_path / str(n), lambda _: "tags: a", n, read_options({"defaults": scopes})) for n in (2, 4))

    assert more - few < 2 * 20_000, "two posts, and ten thousand calls for the rest of each"
