"""The given folders of real posts as sites: where the posts lie, and the reviewed messages about them."""

from __future__ import annotations

import fnmatch
import re
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
    """Beginning of each message at WARNING or ERROR, file below `docs/journal/`, and why it is right; `*` stands for any
    file."""
    plugins: tuple[str, ...] = ()
    """What the site had beside the blog and its posts need."""


TWICE = "the key stands there twice"
NO_SUCH_DAY = "2017 has no 29 February; the day of the file name is used"
PICTURES = "the pictures lie outside of the folder of posts, which alone is copied"
OUTSIDE = "the documentation lies outside of the folder of posts, which alone is copied"
AS_TEXT = {
    "*: body: ": "kramdown or Liquid, which MkDocs shows as text here: the site has neither `markup` nor `attr_list`"
}
ONE_SLUG = "several meetings of a month have one file name; the blog had the day in its URLs, as `permalink` can"

CORPORA = (
    Corpus(
        "jekyll+jekyll",
        "docs/_posts",
        102,
        {
            **AS_TEXT,
            "2023-01-29-jekyll-3-9-3-released.markdown:3:7: date: a second year (2023) follows the time": "the year "
            "is written a second time between time and offset",
        },
    ),
    Corpus(
        "bitcoin-core+bitcoincore.org",
        "_posts",
        419,
        {
            **AS_TEXT,
            "zh_CN/posts/scaling-optimizations-zh_ch.md:1: date: missing": "a post without a date anywhere; Jekyll does "
            "not publish it either",
            "en/posts/2016-03-15-announcelist.md:10:3: redirect_from: '/zh_CN/2016/03/15/": "the English post names the "
            "address of the Chinese one among its old ones",
            "ja/pages/2016-01-18-segwit-wallet-dev.md:9:1: version: also given in line 2": TWICE,
            "zh_TW/posts/2016-01-28-clarification.md:6:1: type: also given in line 5": TWICE,
            "en/posts/2016-03-15-announcelist.md:10:3: redirect_from: '/zh_CN/2016/03/15/announcement-list/'": "that is "
            "the address of the Chinese post; on the blog itself one of the two was overwritten without a word",
        },
    ),
    Corpus("elixir-lang+elixir-lang.github.com", "_posts", 73),
    Corpus("facebook+rocksdb", "docs/_posts", 79, AS_TEXT),
    Corpus("squidfunk+mkdocs-material", "docs/blog", 13, {"*: links: ": OUTSIDE}),
    Corpus(
        "Homebrew+brew.sh",
        "_posts",
        45,
        {**AS_TEXT, "2016-09-21-homebrew-1.0.0.md:5:1: redirect_from: also given in line 4": TWICE},
    ),
    Corpus("apache+calcite", "site/_posts", 56, AS_TEXT),
    Corpus("apache+flink-web", "docs/content/posts", 237, AS_TEXT),
    Corpus(
        "babel+babel.github.io",
        "_posts",
        26,
        {
            **AS_TEXT,
            "2017-03-01-upgrade-to-babel-7-for-tool-authors.md:5:9: date: '2017-02-29 11:00:00' is not": NO_SUCH_DAY,
            "2017-03-01-upgrade-to-babel-7.md:5:9: date: '2017-02-29 11:00:00' is not": NO_SUCH_DAY,
        },
    ),
    Corpus("benbalter+benbalter.github.com", "_posts", 184, AS_TEXT),
    Corpus("hexojs+site", "source/_posts", 58),
    Corpus(
        "jxnl+blog",
        "docs/writing",
        125,
        {**AS_TEXT, "posts/self-reflections-hiring.md:16:1: categories: also given in line 2": TWICE},
    ),
    Corpus("moj-analytical-services+splink", "docs/blog", 9),
    Corpus(
        "pawamoy+website",
        "docs/posts",
        27,
        {
            "*: template: the theme has no template 'post.html'": "the site has a theme of its own with that template",
            "*: image: '/assets/": PICTURES,
        },
    ),
    Corpus("pypi+warehouse", "docs/blog", 57),
    Corpus(
        "rust-lang+blog.rust-lang.org",
        "posts",
        572,
        {
            **{
                f"inside-rust/{name}.md:1:1: permalink: /journal/": ONE_SLUG
                for name in (
                    "2019-10-21-compiler-team-meeting",
                    "2019-10-22-infra-team-meeting",
                    "2019-10-29-infra-team-meeting",
                    "2019-10-30-compiler-team-meeting",
                    "2019-11-11-compiler-team-meeting",
                    "2019-11-18-infra-team-meeting",
                    "2019-11-19-compiler-team-meeting",
                    "2019-11-19-infra-team-meeting",
                    "2019-12-10-governance-wg-meeting",
                    "2019-12-20-governance-wg-meeting",
                    "2019-12-20-infra-team-meeting",
                    "2020-02-27-Goverance-wg",
                )
            },
            "inside-rust/2020-05-21-governance-wg:1: file: MkDocs does not treat": "a post that lost its suffix and that "
            "its site never showed",
        },
    ),
    Corpus(
        "swiftlang+swift-org-website",
        "_posts",
        172,
        {
            **AS_TEXT,
            "2022-03-14-swift-5.6-released.md:5:1: published: also given in line 3": TWICE,
            "2024-02-13-summer-of-code-2023-summary.md:8:1: category: also given in line 4": TWICE,
            "2025-06-04-redesigned-swift-org-is-now-live.md:12:8: image: 'swift-redesign-blog.png' does not": PICTURES,
        },
    ),
)


def build(site: Site, shared: Path, corpus: Corpus, *, with_journal: bool = True) -> Result:
    """Build a plain site with the posts of a corpus, unedited.

    It has no home page, for one of the corpora has a post that is it.
    """
    (site.folder / "docs/index.md").unlink()
    site.write({"docs/about.md": "# About\n"})
    shutil.copytree(shared / "corpora" / corpus.name / corpus.posts, site.folder / "docs/journal")
    journal = [{"journal": {"on_error": "skip"}}] if with_journal else []
    site.config["plugins"] = ["search", *journal, *corpus.plugins]
    return site.build()


def unreviewed(result: Result, corpus: Corpus) -> list[str]:
    """Return messages that are not reviewed, and reviewed ones that are missing."""
    known = [re.compile(fnmatch.translate(f"{start}*")) for start in corpus.reviewed]
    reported = [line.partition("journal: docs/journal/")[2] for line in result.messages if " journal: " in line]
    missing = [pattern.pattern for pattern in known if not any(map(pattern.match, reported))]
    return [line for line in reported if not any(pattern.match(line) for pattern in known)] + missing
