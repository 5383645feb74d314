"""The addresses of lists without a host, and the further addresses that redirect to them."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.archives.archive import ArchivePage, make_archives, pages_of
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.archive_addresses import ArchiveAddresses
from mkdocs_journal.publishing.jekyll_config import jekyll_file, jekyll_values
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from tests.test_publish import NOW, render

POSTS = {
    "2024-01-02-a.md": "---\ntitle: A\ntags: [C, C++, 'a/b?', x y]\ncategories: N\nredirect_from: /old/\n---\nText\n",
    "2024-01-02-b.md": "---\ntitle: B\ntags: C\n---\nText\n",
    "2024-02-03-c.md": "---\ntitle: C\ntags: C\n---\nText\n",
}
FOLDER = "journal"
SOURCES = [Source(path=PurePosixPath(FOLDER) / name, shown=name, data=text.encode()) for name, text in POSTS.items()]


def published(folder: Path, raw: dict[str, object], own: dict[str, str], url: str) -> tuple[set[str], Publication]:
    """Return the files that are written, and what was published."""
    docs = folder / "docs"
    for name, text in {**{f"{FOLDER}/{post}": text for post, text in POSTS.items()}, **own}.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    options = read_options(raw)
    site = SiteInfo(name="T", url=url, docs=docs, output=folder / "out")
    found = publish(
        read_journal(SOURCES, options, now=NOW), site, render, options=options, redirects=("redirects.json", "_redirects")
    )
    return {path.relative_to(site.output).as_posix() for path in site.output.rglob("*") if path.is_file()}, found


@pytest.mark.parametrize("url", ["https://e.org/s/", ""])
def test_lists_are_written_where_patterns_have_them(tmp_path: Path, url: str) -> None:
    """A page of the author's keeps its address and takes the list; an address that is taken is reported."""
    raw: dict[str, object] = {
        "per_page": 1,
        "pager": "/p:num/",
        "archives": {
            "tags": ["/tag/:name/", "/t/:label/", "/taken/:name/"],
            "day": "/:year/:month/:day/",
            "year": "y/:year.html",
            "slug_mode": "default",
        },
        "feeds": {"terms": ["atom", "json"], "term_paths": {"tags": "f/:name.xml"}},
    }
    own = {"tag/x-y.md": "# Crosses\n", "journal/2024/index.md": "# Year\n", "taken/c/index.html": "Own"}

    files, publication = published(tmp_path, raw, own, url)

    assert {"tag/c/index.html", "tag/c-2/index.html", "t/C++/index.html", "t/a-b/index.html", "p2/index.html"} <= files
    assert {"2024/01/02/index.html", "journal/y/2024.html", "journal/2024/index.html", "old/index.html"} <= files
    assert ("journal/f/c.xml" in files, "tag/c/feed.json" in files) == (bool(url), bool(url))
    out = tmp_path / "out"
    assert (
        'href="../../../tag/c-2/"' in (out / "t/C++/index.html").read_text()
        or 'href="../../tag/c-2/"' in (out / "t/C++/index.html").read_text()
    )
    assert 'href="../2024/"' in (out / "journal/y/2024.html").read_text()
    assert (out / "taken/c/index.html").read_text() == "Own"
    assert [problem.code for problem in publication.problems if problem.code == "J942"] == ["J942"]
    assert json.loads((out / "redirects.json").read_text())["/t/C/"].endswith("/tag/c/")


def test_the_address_of_the_feed_of_a_term_is_for_the_first_format_of_the_list(tmp_path: Path) -> None:
    raw: dict[str, object] = {"feeds": {"terms": ["json", "atom"], "term_paths": {"tags": "f/:name.json"}}}

    files, _ = published(tmp_path, raw, {}, "https://e.org/s/")

    assert "journal/tags/a-b/feed.xml" in files
    assert json.loads((tmp_path / "out/journal/f/a-b.json").read_text())["items"]


def test_addresses_that_no_file_can_have_are_left_out() -> None:
    """A list then is where its source has it."""
    options = read_options({"archives": {"tags": f"/{'y' * 255}:name/"}, "pager": "more:num.html", "per_page": 1})
    sources = [
        Source(path=PurePosixPath(f"journal/{name}"), shown=name, data=text.encode()) for name, text in POSTS.items()
    ]
    archives = make_archives(read_journal(sources, options, now=NOW), options)
    addresses = ArchiveAddresses(archives, options)
    first, second, *_ = pages_of(archives.landing)
    term = archives.kinds["tags"].parts[0]

    assert addresses.of(first) == ()
    assert [address.url for address in addresses.of(second)] == ["journal/more2.html"]
    assert addresses.of(pages_of(term)[0]) == ()
    assert addresses.folder(term).startswith("journal/tags/")
    assert addresses.feeds(term) == ()
    assert [one.url for one in addresses.of(ArchivePage(term, 2, 2, term.source))] == [
        f"{addresses.folder(term)}more2.html"
    ]
    above = read_options({"folder": "."})
    landing = make_archives(read_journal([], above, now=NOW), above)
    assert ArchiveAddresses(landing, above).folder(landing.landing) == ""


def test_the_file_of_a_jekyll_site(tmp_path: Path) -> None:
    """The one of the option, else one beside the configuration or in the docs; one that cannot be read has no values."""
    docs = tmp_path / "docs"
    docs.mkdir()
    site = SiteInfo(docs=docs, configuration=tmp_path / "mkdocs.yml")
    assert jekyll_file(site) is None
    assert jekyll_values(site) == {}

    (docs / "_config.yaml").write_text("a: 1\n")
    assert jekyll_values(site) == {"a": 1}
    (tmp_path / "_config.yml").write_bytes(b"a: \xff\n")
    assert jekyll_values(site) == {}
