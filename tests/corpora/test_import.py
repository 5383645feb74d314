"""The given Jekyll blogs move: every URL of a post that Jekyll has is answered, and a second import changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.commands.main import main
from tests.command_line import runner
from tests.conftest import Site
from tests.corpora.oracle import oracle_of

BLOGS = {
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
"""How many posts each has."""
REVIEWED = {
    "bitcoin-core+bitcoincore.org": (
        ": date: missing",
        ": version: also given",
        ": type: also given",
        ": redirect_from: ",
        "J515",
    ),
    "jekyll+jekyll": (": date: a second year",),
    "Homebrew+brew.sh": (": redirect_from: also given",),
    "babel+babel.github.io": (": date: '2017-02-29 11:00:00'",),
    "swiftlang+swift-org-website": (": published: also given", ": category: also given", ": image: "),
}
"""Parts of the messages about single blogs that are right. In all of them are those about kramdown and Liquid
(J7…) and about pictures and pages (J601 and MkDocs' own) that are not in the folder of posts."""


@pytest.mark.parametrize("name", BLOGS)
def test_a_blog_moves(shared: Path, tmp_path: Path, name: str) -> None:
    oracle = oracle_of(shared / "corpora" / name)
    new = tmp_path / "new"
    runner().invoke(main, ["import", "jekyll", str(oracle.root), str(new)], catch_exceptions=False)
    again = runner().invoke(main, ["import", "jekyll", str(oracle.root), str(new)], catch_exceptions=False)
    config = (new / "mkdocs.yml").read_text(encoding="utf-8")
    (new / "built.yml").write_text(
        config.replace("compat: jekyll\n", "compat: jekyll\n      on_error: skip\n"), encoding="utf-8"
    )

    result = Site(new).build(config="built.yml")

    assert "0 files written, 0 updated, " in again.output
    assert ", 0 kept" in again.output
    assert result.returncode == 0, result.log
    assert "Traceback" not in result.log
    known = ("(J7", "(J601)", "is not found among documentation files", *REVIEWED.get(name, ()))
    assert [message for message in result.messages if not any(part in message for part in known)] == []
    base = oracle.config.get("baseurl") or ""
    urls = [f"{base}{post['url']}" for post in oracle.posts.values()]
    assert len(urls) == BLOGS[name]
    (tmp_path / "urls").write_text("\n".join(urls), encoding="utf-8")
    verified = runner().invoke(main, ["verify", str(result.output), str(tmp_path / "urls")])
    assert f"{len(set(urls))} addresses: " in verified.output
    assert verified.exit_code == 0, verified.output
