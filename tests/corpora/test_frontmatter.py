"""An independent oracle: on every post that both can read, our metadata and body are those of python-frontmatter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import frontmatter
import pytest

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.post import read_post
from tests.conftest import ROOT
from tests.corpora.sites import CORPORA

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SUFFIXES = {".md", ".markdown", ".html"}
NO_DAY = "a date that does not exist is reported and the rest is read; python-frontmatter raises ValueError"
NO_HOUR = "a time that does not exist is text here; python-frontmatter raises ValueError"
MARK = "a byte-order mark is taken off; python-frontmatter loses the metadata behind it and has it in the text"
DOTS = "`...` closes the block, as YAML and Jekyll have it; python-frontmatter loses the metadata and has it in the text"
BOTH = "a list of old addresses that is given twice counts whole; to python-frontmatter the second hides the first"
DIFFERENCES = {
    "Homebrew+brew.sh/_posts/2016-09-21-homebrew-1.0.0.md": BOTH,
    "babel+babel.github.io/_posts/2017-03-01-upgrade-to-babel-7-for-tool-authors.md": NO_DAY,
    "babel+babel.github.io/_posts/2017-03-01-upgrade-to-babel-7.md": NO_DAY,
    "jekyll-edge-posts/_posts/2021-01-01-date27.md": NO_DAY,
    "jekyll-edge-posts/_posts/2021-01-01-date35.md": NO_HOUR,
    "jekyll-edge-posts/_posts/2023-02-02-bom.md": MARK,
    "jekyll-edge-posts/_posts/2023-02-04-dots-end.md": DOTS,
    "golden/2021-03-04-bom.md": MARK,
    "golden/2016-09-21-brew-1.0.0.md": BOTH,
    "golden/2021-03-06-moved-nowhere.md": BOTH,
    "golden/2017-03-01-two-people.md": NO_DAY,
    "golden/2021-03-04-impossible-date.md": NO_DAY,
    "golden/2021-03-05-zero-date.md": NO_DAY,
    "golden/2021-03-06-published-never.md": NO_DAY,
    "golden/2021-03-05-bell.md": "characters that no page can hold are taken out of values",
    "golden/2021-03-05-line-separator.md": "a line separator of Unicode is a blank; to python-frontmatter the line ends",
    "golden/2021-03-04-twice.md": "`Title` and `title` are one key, and the last counts",
}
"""Posts that are read otherwise, and why."""


def test_real_posts_are_read_as_python_frontmatter_reads_them(shared: Path) -> None:
    """Of 2,268 posts of 17 sites, and of those that were written to be hard, all but the reviewed ones are equal."""
    folders = {f"{corpus.name}/{corpus.posts}": shared / "corpora" / corpus.name / corpus.posts for corpus in CORPORA}
    folders["jekyll-edge-posts"] = shared / "jekyll-edge-posts"
    posts = [(f"{name}/{path}", source) for name, folder in folders.items() for path, source in _sources(folder)]

    same, different = _compared(posts)
    assert len(same) > 2_350
    assert different == {name for name in DIFFERENCES if not name.startswith("golden/")}


def test_golden_posts_are_read_as_python_frontmatter_reads_them() -> None:
    posts = [(f"golden/{path}", source) for path, source in _sources(ROOT / "tests/golden/posts/post")]

    same, different = _compared(posts)
    assert len(same) > 50
    assert different == {name for name in DIFFERENCES if name.startswith("golden/")}


@pytest.mark.parametrize("text", ["---\ntitle: A\n---\n\n    code first\n"])
def test_the_indent_of_the_first_line_stays(text: str) -> None:
    """What every comparison above leaves out, for python-frontmatter strips the body: blanks around it."""
    post = read_post(Source(path=PurePosixPath("2021-03-04-a.md"), shown="a", data=text.encode()), Options(), NOW).post

    assert post is not None
    assert post.body == "\n    code first\n"
    assert frontmatter.loads(text).content == "code first"


def _sources(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _compared(posts: list[tuple[str, bytes]]) -> tuple[set[str], set[str]]:
    """Return the names of the posts that are read alike and of the others; what is refused or a page is left out."""
    same: set[str] = set()
    different: set[str] = set()
    for name, data in posts:
        read = read_post(Source(path=PurePosixPath("journal", name), shown=name, data=data), Options(), NOW)
        if read.post is not None:
            ours = (sorted(map(repr, copied(read.post.meta).items())), read.post.body.strip())
            (same if ours == _theirs(data.decode()) else different).add(name)
    return same, different


def _theirs(text: str) -> tuple[list[str], str] | None:
    try:
        read = frontmatter.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except Exception:  # whatever it raises, it does not read the post
        return None
    return sorted(repr((str(key), value)) for key, value in read.metadata.items()), read.content
