"""Real posts, unedited, in a plain site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Site
from tests.corpora.sites import CORPORA, Corpus, build, unreviewed


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_real_posts_are_published_or_told(site: Site, shared: Path, corpus: Corpus) -> None:
    """Files in are published or reported; every message is reviewed."""
    result = build(site, shared, corpus)

    assert result.returncode == 0, result.log
    assert "Traceback" not in result.log
    assert unreviewed(result, corpus) == []
    counts = {name: int(number) for number, name in re.findall(r"(\d+) ([a-z]+)", result.ours[-1])}
    posts = counts["posts"] + counts.get("unlisted", 0)
    assert posts >= corpus.published
    source = shared / "corpora" / corpus.name / corpus.posts
    files = [path for path in source.rglob("*") if path.suffix in {".md", ".markdown"}]
    others = sum(counts.get(name, 0) for name in ("draft", "drafts", "scheduled", "unpublished", "refused", "ordinary"))
    landing = sum(path == source / "index.md" for path in files)
    assert posts + others + landing == len(files)
