"""What becomes of the bodies of nine Jekyll blogs, compared with what Jekyll itself makes of them."""

from __future__ import annotations

import gzip
import importlib.util
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mkdocs_journal.markup.bodies import Body, read_body
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.posts.model import Post
from tests.conftest import Site
from tests.corpora.oracle import Oracle, all_posts, oracle_of, permalink_of, read

BLOGS = (
    "Homebrew+brew.sh",
    "apache+calcite",
    "babel+babel.github.io",
    "benbalter+benbalter.github.com",
    "bitcoin-core+bitcoincore.org",
    "elixir-lang+elixir-lang.github.com",
    "facebook+rocksdb",
    "jekyll+jekyll",
    "swiftlang+swift-org-website",
)
LEAST = {"structure": 98, "nesting": 98, "links": 98, "images": 98, "code": 99, "ids": 99, "all": 94, "strict": 88}
"""Per cent of all posts that are equal in a measure."""


def measure(shared: Path) -> ModuleType:
    """Return the program that compares bodies."""
    spec = importlib.util.spec_from_file_location("compare_bodies", shared / "jekyll-bodies/compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bodies(shared: Path, blog: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress((shared / f"jekyll-bodies/{blog}.json.gz").read_bytes()))
    return found


def known(post: Post, blog: dict[str, Any], oracle: Oracle) -> Known:
    """Return what is known in the blog as it was."""
    names = {Path(path).stem: url["url"] for path, url in blog["posts"].items()}
    below = blog["baseurl"].rstrip("/")

    def post_url(name: str) -> str | None:
        stem = name.rpartition("/")[2]
        return below + names[stem] if stem in names else None

    page = {**post.meta, "title": post.title, "date": post.date, "url": blog["posts"][post.source.as_posix()]["url"]}
    site = {**oracle.config, "url": blog["site_url"], "baseurl": blog["baseurl"]}
    return Known(page=page, site=site, post_url=post_url)


def read_blog(shared: Path, name: str) -> Iterator[tuple[str, Body]]:
    blog, oracle = bodies(shared, name), oracle_of(shared / "corpora" / name)
    posts = all_posts(read(oracle, compat="jekyll"))
    for path in blog["posts"]:
        if path in posts:
            yield path, read_body(posts[path].body, known(posts[path], blog, oracle))


def test_posts_read_as_they_did(shared: Path, record_property: Callable[[str, object], None]) -> None:
    """Every blog on its own, and all together."""
    compare = measure(shared)
    together: dict[tuple[str, str], Any] = {}
    for name in BLOGS:
        blog = bodies(shared, name)
        html = {path: body.html for path, body in read_blog(shared, name)}
        results = compare.measure(blog, html)
        tally = compare.tally(results)
        record_property(name, compare.line(name, tally))
        assert tally["all"][0] >= 0.85 * tally["all"][1], name
        together |= {(name, path): result for path, result in results.items()}
    tally = compare.tally(together)
    record_property("all", compare.line("all", tally))
    for key, least in LEAST.items():
        equal, of = tally[key]
        assert 100 * equal >= least * of, key


@pytest.mark.parametrize("name", BLOGS)
def test_no_raw_liquid_or_kramdown_is_shown_without_being_reported(shared: Path, name: str) -> None:
    """Outside code, a page shows no `{%`, `{{`, `{:` or `[^` except those that Jekyll shows and those that are reported."""
    compare, blog = measure(shared), bodies(shared, name)
    for path, body in read_blog(shared, name):
        here, there = (
            compare.facts(html, "https://x.invalid/", set())["prose"] for html in (body.html, blog["posts"][path]["html"])
        )
        reported = " ".join(shown.written for shown in body.shown)
        for sign in ("{%", "{{", "{:", "[^"):
            assert here.count(sign) <= reported.count(sign) + there.count(sign), path


def test_a_site_of_one_blog(site: Site, shared: Path) -> None:
    """The same on pages that MkDocs builds."""
    name = "babel+babel.github.io"
    blog, oracle = bodies(shared, name), oracle_of(shared / "corpora" / name)
    for path in blog["posts"]:
        target = site.folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(oracle.root / path, target)
    options: dict[str, object] = {"folder": ".", "compat": "jekyll", "on_error": "skip", "permalink": permalink_of(oracle)}
    options |= {"timezone": oracle.timezone, "defaults": oracle.config.get("defaults")}
    site.config.update({"site_url": "https://babeljs.io/", "plugins": [{"journal": options}]})

    result = site.build()

    compare = measure(shared)
    html, bases = compare.from_site(result.output, blog)
    tally = compare.tally(compare.measure(blog, html, bases))
    assert tally["missing"] == 0
    for key in ("structure", "text", "ids", "images", "code", "nesting"):
        assert tally[key][0] == tally[key][1], key
