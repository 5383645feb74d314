"""With `compat: jekyll` every post is read as Jekyll reads it; without, its day is the day that its author wrote."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journal.publishing.permalinks import address_of
from tests.conftest import ROOT
from tests.corpora.oracle import Oracle, all_posts, options_of, oracle_of, read, texts

CORPORA = {
    "Homebrew+brew.sh": 45,
    "apache+calcite": 56,
    "babel+babel.github.io": 26,
    "benbalter+benbalter.github.com": 184,
    "bitcoin-core+bitcoincore.org": 419,
    "elixir-lang+elixir-lang.github.com": 73,
    "facebook+rocksdb": 79,
    "jekyll+jekyll": 102,
    "swiftlang+swift-org-website": 172,
}
"""The folders for which Jekyll's own answers are there, and how many posts each has."""


def differences(oracle: Oracle, compat: str = "jekyll") -> list[str]:
    posts = all_posts(read(oracle, compat=compat))
    found = []
    for path, wanted in oracle.posts.items():
        if path in oracle.unread:
            continue
        post = posts.get(path)
        if post is None:
            found.append(f"{path}: not read")
            continue
        ours = {
            "date": post.date.isoformat() if post.date else None,
            "title": post.title,
            "slug": post.slug,
            "tags": list(post.tags),
            "categories": list(post.categories),
        }
        title = wanted["title"]
        theirs = {
            "date": wanted["date"],
            "title": title if isinstance(title, str) else _raw_title(oracle.root / path),
            "slug": wanted["slug"],
            "tags": texts(wanted["tags"]),
            "categories": list(dict.fromkeys(texts(wanted["categories"]))),
        }
        found += [f"{path}: {key}: {ours[key]!r}, Jekyll {theirs[key]!r}" for key in ours if ours[key] != theirs[key]]
    return found


def _raw_title(file: Path) -> str:
    """Return a title that is a number, a date or a list to Jekyll, as its author wrote it."""
    found = re.search(r"^title: *(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None, file
    return found[1]


UNFENCED = (
    "its fence does not open on line 1 or does not close: reported, because no author meant to publish front matter as text"
)
EXCEPTIONS = {
    "_posts/2020-01-08-.md": "an empty slug; it gets the date as its name",
    "_posts/2020-01-17-file.txt": "no suffix of Markdown's or HTML's: reported",
    "_posts/2021-01-01-date42.md": "a time without a day; reported, because it would be the day of the build",
    "_posts/2023-02-05-blank-first.md": UNFENCED,
    "_posts/2023-02-07-unclosed.md": UNFENCED,
    "_posts/2023-02-16-fourdash.md": UNFENCED,
    "_posts/2023-02-17-toml.md": UNFENCED,
    "_posts/2023-02-20-rubyobj.md": "a tag of Ruby's; reported, because front matter is plain data",
    "_drafts/a-draft.md": "a draft without a date; Jekyll takes that of the file system",
    "docs/_drafts/sub-draft.md": "a draft without a date; Jekyll takes that of the file system",
}


def test_hard_posts_are_read_as_jekyll_reads_them(shared: Path) -> None:
    oracle = oracle_of(shared / "jekyll-edge-posts")
    found = differences(oracle)

    assert {line.partition(": ")[0] for line in found} == set(EXCEPTIONS)
    ours = [str(post.source) for post in read(oracle, compat="jekyll").public]
    compared = set(oracle.order) & set(ours) - oracle.unread - set(EXCEPTIONS)
    assert len(compared) > 100
    assert [path for path in oracle.order if path in compared] == [path for path in ours if path in compared]


DEVIATIONS = {
    "Titles": {"2020-01-16-a--b---c.md", "2023-01-13-title-list.md", "2023-01-19-excerpt-heading.md"},
    "Days that do not exist": {"2021-01-01-date27.md"},
    "The author's day": {
        "2021-01-01-date04.md", "2021-01-01-date05.md", "2021-01-01-date06.md", "2021-01-01-date07.md",
        "2021-01-01-date08.md", "2021-01-01-date09.md", "2021-01-01-date10.md", "2021-01-01-date11.md",
        "2021-01-01-date12.md", "2021-01-01-date13.md", "2021-01-01-date24.md", "2021-01-01-date26.md",
        "2021-01-01-date33.md", "2021-01-01-date35.md", "2021-01-01-date38.md", "2021-01-01-date39.md",
    },
    "Lists as dates": {"2021-01-01-date34.md"},
    "Labels": {
        "2022-01-01-tax01.md", "2022-01-01-tax08.md", "2022-01-01-tax09.md", "2022-01-01-tax14.md", "2022-01-01-tax16.md",
        "2022-01-01-tax18.md", "2022-01-01-tax21.md", "2022-01-01-tax29.md",
    },
}  # fmt: skip
"""By the section of `docs/reference/jekyll.md` that lists the deviation."""


def test_every_deviation_is_documented(shared: Path) -> None:
    """Without `compat` the hard posts are read otherwise in those ways only that the documentation lists."""
    found = {line.partition(": ")[0] for line in differences(oracle_of(shared / "jekyll-edge-posts"), compat="none")}

    assert {path.rpartition("/")[2] for path in found - set(EXCEPTIONS)} == set().union(*DEVIATIONS.values())
    page = (ROOT / "docs/reference/jekyll.md").read_text(encoding="utf-8")
    assert [section for section in DEVIATIONS if f"### {section}\n" not in page] == []


@pytest.mark.parametrize("name", CORPORA)
def test_real_posts_are_read_as_jekyll_reads_them(shared: Path, name: str) -> None:
    """Every post, with the site's own time zone and defaults; there is no list of exceptions."""
    oracle = oracle_of(shared / "corpora" / name)

    assert len(oracle.posts) == CORPORA[name]
    assert oracle.unread == frozenset()
    assert (oracle.timezone, bool(options_of(oracle, "jekyll").defaults)) == (
        oracle.config.get("timezone"),
        "defaults" in oracle.config,
    )
    assert differences(oracle) == []
    options, posts = options_of(oracle, "jekyll"), all_posts(read(oracle, compat="jekyll"))
    addresses = {path: address_of(posts[path], options) for path in oracle.posts}
    urls = {path: f"/{address.url}" if address else None for path, address in addresses.items()}
    assert urls == {path: post["url"] for path, post in oracle.posts.items()}


def test_every_folder_with_answers_is_read(shared: Path) -> None:
    assert {path.parent.name for path in (shared / "corpora").glob("*/ORACLE.json")} == set(CORPORA)
    assert sum(CORPORA.values()) == 1156


DATE = re.compile(r"^date: *[\"']?(\d{4})-(\d{1,2})-(\d{1,2})\b", re.MULTILINE)
NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-")
NOT_THERE = {
    "_posts/2017-03-01-upgrade-to-babel-7-for-tool-authors.md": "2017-02-29 does not exist; the day of the name is taken",
    "_posts/2017-03-01-upgrade-to-babel-7.md": "2017-02-29 does not exist; the day of the name is taken",
}


@pytest.mark.parametrize("name", CORPORA)
def test_no_post_is_lost_and_its_day_is_that_of_its_author(shared: Path, name: str) -> None:
    """The day as it is written in the file, without an offset, else that of its name."""
    oracle = oracle_of(shared / "corpora" / name)
    posts = all_posts(read(oracle, compat="none"))

    assert set(oracle.posts) <= set(posts)
    for path in oracle.posts:
        text = (oracle.root / path).read_text(encoding="utf-8")
        written = DATE.search(text.split("\n---")[0]) if path not in NOT_THERE else None
        day = written or NAME.match(path.rpartition("/")[2])
        assert day is not None
        assert posts[path].shown_date.date() == date(*map(int, day.groups())), path
