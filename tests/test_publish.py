"""`publish()`: what is written of a journal where no other program builds the site."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import markdown
import pytest

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.posts.data_files import read_data_files
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.text.tags import tags_of_page

NOW = datetime(2026, 7, 1, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big") + b"\x08\x06\0\0\0"


def render(text: str) -> str:
    return markdown.markdown(text, extensions=["toc", "tables", "fenced_code", "admonition", "attr_list"])


def written(folder: Path, sources: dict[str, str | bytes], **given: object) -> tuple[dict[str, str], Publication]:
    """Return the text of every file that is written for some sources, and what was published."""
    docs = folder / "docs"
    for name, content in sources.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    info = given.pop("site", {})
    assert isinstance(info, dict)
    redirects = given.pop("redirects", ())
    options = read_options(given)
    inside = [name for name in sources if name.startswith("journal/") and name.endswith((".md", ".html"))]
    posts = [
        Source(path=PurePosixPath(name), shown=f"docs/{name}", data=(docs / name).read_bytes())
        for name in inside
        if name != "journal/index.md"
    ]
    people = docs / "journal/.authors.yml"
    authors = Source(path=PurePosixPath(people.name), shown="authors", data=people.read_bytes())
    data = read_data_files(authors, None)
    site = SiteInfo(**{"name": "T", "url": "https://example.org/docs/", "docs": docs, "output": folder / "out", **info})
    journal = read_journal(posts, options, data=data, now=NOW)
    publication = publish(journal, site, render, options=options, redirects=redirects)  # type: ignore[arg-type]  # a test's
    files = {path.relative_to(folder / "out").as_posix(): path for path in (folder / "out").rglob("*") if path.is_file()}
    return {name: path.read_bytes().decode("utf-8", "replace") for name, path in files.items()}, publication


RICH: dict[str, str | bytes] = {
    "index.md": "# Home\n",
    "about.md": "# About\n",
    "journal/index.md": "---\ntitle: Ours\n---\n# Ours\n\n[first](2024-01-02-first.md)\n",
    "journal/.authors.yml": "ada:\n  name: Ada\n  url: https://ada.example/\n  avatar: p.png\n  email: a@b.example\n"
    "  description: Writes.\n  links: {Mastodon: 'https://m.example/@ada'}\nbob: {name: Bob}\n",
    "journal/p.png": PICTURE,
    "journal/hidden.png": b"hidden",
    "journal/2024-01-02-first.md": "---\ntags: [x, R&D]\ncategories: [c]\nauthor: [ada, bob]\nimage: p.png\nseries: s\n"
    "redirect_from: [/old/first.html, /journal/]\n---\n# First *one*\n\n[second](2024-02-03-second.md#part) "
    '[about](../about.md) [root](/about.md) [m](http://[) ![p](p.png)\n\n<a href="2024-02-03-second.md">raw</a>\n',
    "journal/2024-02-03-second.md": "---\ntitle: Second\nlast_updated: 2024-05-06\ndescription: About it.\n"
    "canonical_url: https://elsewhere.example/x\nimage: https://img.example/a.png\n---\nText. [d](draft.md)\n\n## Part\n\n"
    '!!! update "2024-04-05"\n    More.\n\n<a href="draft.md">d</a>\n\n## Second\n',
    "journal/2024-02-04-same.md": "---\ntitle: Second\nslug: second\ndate: 2024-02-03\n---\nTwice.\n",
    "journal/draft.md": "---\ntitle: Not yet\ndate: 2024-03-04\ndraft: true\n---\n![h](hidden.png)\n",
    "journal/2024-03-06-raw.html": "---\ntitle: Raw\n---\n<p>As it <b>stands</b>. <!-- open\n",
    "journal/2024-03-07-away.md": "---\ntitle: Away\nredirect_to: /about/\n---\nGone.\n",
    "journal/2024-03-08-far.md": "---\ntitle: Far\nredirect_to: https://far.example/\nsitemap: false\n---\nGone.\n",
    "journal/2024-03-09-none.md": "---\ntitle: Quiet\nhidden: true\ntags: [x, only]\nauthor: Zoe\nlang: de\n---\n",
}


def test_a_journal_with_everything(tmp_path: Path) -> None:
    """Pages, lists, feeds of terms and of older posts, redirects and the export; nothing of the withheld post."""
    feeds = {"limit": 2, "archive": True, "updates": True, "terms": ["atom", "rss"], "email": True}
    given = {"export": "posts.json", "show_emails": True, "social_image": "journal/p.png", "per_page": 2}

    files, publication = written(tmp_path, RICH, feeds=feeds, redirects=("_redirects", "redirects.json"), **given)

    first = files["journal/2024/01/first/index.html"]
    assert '<a href="../../02/second/#part">second</a>' in first
    assert '<a href="../../02/second/">raw</a>' in first
    assert '<img alt="p" src="../../../p.png"' in first
    assert "d" in files["journal/2024/02/second/index.html"]
    assert "draft.md" not in "".join(files.values())
    assert "Not yet" not in "".join(files.values())
    assert "hidden" not in " ".join(files)
    assert "https://far.example/" in files["journal/2024/03/far/index.html"]
    assert "/docs/old/first.html /docs/journal/2024/01/first/ 301" in files["_redirects"]
    assert "feed-1.xml" in " ".join(files)
    assert [post["title"] for post in json.loads(files["journal/posts.json"])["posts"]][-1] == "First one"
    assert {"J504", "J506"} <= {problem.code for problem in publication.problems}
    assert [name for name in files if "journal/authors/ada" in name]


@pytest.mark.parametrize(
    ("given", "file"),
    [
        ({"permalink": "file"}, "journal/2024-01-02-first/index.html"),
        ({"permalink": "/:title.html"}, "first.html"),
        ({"permalink": "pretty", "site": {"use_directory_urls": False}}, "c/2024/01/02/first/index.html"),
        ({"site": {"url": "", "language": "de"}}, "journal/2024/01/first/index.html"),
        ({"compat": "jekyll", "permalink": "date"}, "c/2024/01/02/first.html"),
    ],
)
def test_posts_are_where_the_options_say(tmp_path: Path, given: dict[str, object], file: str) -> None:
    """A link to a post leads there, whatever its address is."""
    files, _ = written(tmp_path, RICH, **given)

    assert file in files, sorted(files)
    assert "<h1" in files[file]


def test_titles_are_those_that_pages_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What renders a body may change its heading: lists and feeds have what is read there."""
    given = {name: text for name, text in RICH.items() if name in {"index.md", "journal/.authors.yml"}}
    given["journal/2024-01-02-a.md"] = "# Version {{ version }}\n\nText.\n"
    given["journal/2024-01-03-b.md"] = "---\ntitle: Version {{ version }}\ntags: [t]\n---\nText.\n"
    monkeypatch.setattr("tests.test_publish.render", lambda text: markdown.markdown(text).replace("{{ version }}", "3.1"))

    files, publication = written(tmp_path, given, feeds={"terms": ["atom"]})

    assert [post.title for post in publication.editions[0].journal.posts] == ["Version {{ version }}", "Version 3.1"]
    assert "Version 3.1" in files["journal/feed.xml"]
    assert "Version 3.1" in files["journal/2024/index.html"]


def test_no_body_is_held_for_its_tags(tmp_path: Path) -> None:
    written(tmp_path, RICH)

    assert tags_of_page.cache_info().currsize == 0


def test_a_picture_that_is_missing_is_among_the_problems(tmp_path: Path) -> None:
    post = "---\ntitle: A\nimage: gone.png\n---\n"

    _, publication = written(tmp_path, {"journal/.authors.yml": "{}", "journal/2024-01-02-a.md": post})

    assert "J601" in [problem.code for problem in publication.problems]
