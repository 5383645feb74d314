"""Real posts, unedited, in a plain site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Result, Site
from tests.corpora.sites import CORPORA, Corpus, build, unreviewed


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_real_posts_are_published_or_reported(site: Site, shared: Path, corpus: Corpus) -> None:
    """Files in are published or reported; every message is reviewed."""
    result = build(site, shared, corpus)

    assert result.returncode == 0, result.log
    assert "Traceback" not in result.log
    assert unreviewed(result, corpus) == []
    assert "did you mean" not in result.log
    counts = {name: int(number) for number, name in re.findall(r"(\d+) ([a-z]+)", result.ours[-1])}
    posts = counts["posts"] + counts.get("unlisted", 0)
    assert posts >= corpus.published
    source = shared / "corpora" / corpus.name / corpus.posts
    files = [path for path in source.rglob("*") if path.suffix in {".md", ".markdown", ""} and path.is_file()]
    others = sum(counts.get(name, 0) for name in ("draft", "drafts", "scheduled", "unpublished", "refused", "ordinary"))
    landing = sum(path.parent == source and path.stem.lower() in {"index", "readme"} for path in files)
    assert posts + others + landing == len(files)


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_mkdocs_finds_no_more_broken_links_than_without_the_journal(
    site: Site, tmp_path: Path, shared: Path, corpus: Corpus
) -> None:
    other = Site(tmp_path / "plain", dict(site.config))
    other.write({"docs/index.md": "# Home\n"})

    ours = build(site, shared, corpus)
    plain = build(other, shared, corpus, with_journal=False)

    assert "Building documentation" in plain.log  # which ends with a template that the theme does not have, where we go on
    assert _about_links(ours) <= _about_links(plain)


def test_every_folder_of_real_posts_is_built(shared: Path) -> None:
    assert len(CORPORA) == 17
    assert {path.name for path in (shared / "corpora").iterdir() if path.is_dir()} == {corpus.name for corpus in CORPORA}


def _about_links(result: Result) -> int:
    return sum("Doc file '" in line for line in result.messages)
