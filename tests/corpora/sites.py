"""The given folders of real posts as sites: where the posts lie, and the reviewed messages about them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import Result, Site


@dataclass(frozen=True)
class Corpus:
    """A folder of real posts."""

    name: str
    posts: str
    """Where the posts lie."""
    published: int
    """How many files are posts with a page of their own."""
    reviewed: dict[str, str] = field(default_factory=dict)
    """Beginning of each message at WARNING or ERROR, file below `docs/journal/`, and why it is right."""
    plugins: tuple[str, ...] = ()
    """What the site had beside the blog and its posts need."""


TWICE = "the key stands there twice"

CORPORA = (
    Corpus(
        "jekyll+jekyll",
        "docs/_posts",
        102,
        {
            "2023-01-29-jekyll-3-9-3-released.markdown:3:7: date: 2023 stands behind the time": "the year is written a "
            "second time between time and offset",
        },
    ),
    Corpus(
        "bitcoin-core+bitcoincore.org",
        "_posts",
        419,
        {
            "zh_CN/posts/scaling-optimizations-zh_ch.md:1: date: missing": "a post without a date anywhere; Jekyll does "
            "not publish it either",
            "ja/pages/2016-01-18-segwit-wallet-dev.md:9:1: version: also in line 2": TWICE,
            "zh_TW/posts/2016-01-28-clarification.md:6:1: type: also in line 5": TWICE,
        },
    ),
    Corpus("elixir-lang+elixir-lang.github.com", "_posts", 73),
    Corpus("facebook+rocksdb", "docs/_posts", 79),
    Corpus("squidfunk+mkdocs-material", "docs/blog", 13),
)


def build(site: Site, shared: Path, corpus: Corpus) -> Result:
    """Build a plain site with the posts of a corpus, unedited.

    It has no home page, for one of the corpora has a post that is it.
    """
    (site.folder / "docs/index.md").unlink()
    site.write({"docs/about.md": "# About\n"})
    shutil.copytree(shared / "corpora" / corpus.name / corpus.posts, site.folder / "docs/journal")
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}, *corpus.plugins]
    return site.build()


def unreviewed(result: Result, corpus: Corpus) -> list[str]:
    """Return our messages that nobody has reviewed, and reviewed ones that did not come."""
    told = [line.partition("journal: docs/journal/")[2] for line in result.messages if " journal: " in line]
    missing = [start for start in corpus.reviewed if not any(line.startswith(start) for line in told)]
    return [line for line in told if not line.startswith(tuple(corpus.reviewed) or ("-",))] + missing
