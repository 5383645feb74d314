"""Jekyll sites that are arranged in unusual ways: what Jekyll publishes moves, and nothing that it withholds."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from types import SimpleNamespace as Stub
from typing import Any

import pytest
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.moving.import_plan import Findings
from mkdocs_journal.moving.jekyll_entries import entries_of, source_folder
from mkdocs_journal.moving.own_feeds import feed_options, own_feed
from mkdocs_journal.moving.page_texts import page_text
from tests.command_line import runner
from tests.growth import grows

POST = "---\ntitle: A\n---\nText\n"


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def imported(tmp_path: Path, files: dict[str, str]) -> tuple[set[str], str]:
    """Import a site and return the files of its docs, and what was printed."""
    old = write(tmp_path / "old", files)
    printed = run("import", "jekyll", old, tmp_path / "new").stdout
    docs = tmp_path / "new/docs"
    return {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()}, printed


@pytest.mark.parametrize(
    ("files", "docs"),
    [
        ({"_posts/2024-01-02-a.md": POST}, {"journal/_posts/2024-01-02-a.md"}),
        (
            {"_config.yml": "source: ./src\n", "src/_posts/2024-01-02-a.md": POST, "src/a.txt": "A", "README.md": "# R\n"},
            {"journal/_posts/2024-01-02-a.md", "a.txt"},
        ),
        (
            {
                "_config.yml": "collections_dir: col\ncollections: {recipes: {output: true, permalink: '/r/:path/'}}\n",
                "col/_posts/2024-01-02-a.md": POST,
                "col/_recipes/soup.md": POST,
                "_posts/2024-01-03-unread.md": POST,
            },
            {"journal/_posts/2024-01-02-a.md", "r/soup/index.md"},
        ),
        (
            {
                "_config.yml": "exclude: [secret, '*.bak', x.html]\ninclude: [_pages]\ndestination: ./out\n",
                "secret-too.txt": "S",
                "sub/a.bak": "S",
                "sub/x.html": "X",
                "vendor/own.txt": "V",
                "vendor/gems/g.txt": "G",
                "_pages/p.txt": "P",
                "out/old.html": "O",
                "a.txt~": "B",
            },
            {"sub/x.html", "vendor/own.txt", "_pages/p.txt"},
        ),
        (
            {
                "_config.yml": "url: https://e.org\n",
                "robots.txt": "---\n---\nSitemap: {{ '/sitemap.xml' | absolute_url }}\n",
                "list.txt": "---\n---\n{% for post in site.posts %}x{% endfor %}\n",
            },
            {"robots.txt"},
        ),
    ],
    ids=["no configuration", "source", "collections_dir", "exclude", "templates"],
)
def test_what_jekyll_reads_is_moved(tmp_path: Path, files: dict[str, str], docs: set[str]) -> None:
    found, _ = imported(tmp_path, files)

    assert found == docs
    if "robots.txt" in docs:
        assert (tmp_path / "new/docs/robots.txt").read_text() == "Sitemap: https://e.org/sitemap.xml\n"


def test_what_jekyll_withholds_is_not_moved(tmp_path: Path) -> None:
    """Pages that are not published, and documents of later days; settings that publish more are named."""
    found, printed = imported(
        tmp_path,
        {
            "_config.yml": "future: true\nshow_drafts: false\nremote_theme: a/b\ncollections: {notes: {output: true}}\n",
            "hidden.md": "---\npublished: false\nredirect_from: /h\n---\nSECRET\n",
            "hidden.txt": "---\npublished: false\n---\nSECRET\n",
            "shown.md": "---\ndate: 2999-01-01\n---\nText\n",
            "_notes/later.md": "---\ndate: 2999-01-01\n---\nSECRET\n",
            "_notes/2999-01-02-named.md": "---\ntitle: N\n---\nSECRET\n",
            "_notes/2999-01-03-now.md": "---\ndate: 2020-01-01\n---\nText\n",
        },
    )

    assert {name for name in found if name.endswith(".md")} == {"shown.md", "notes/2999-01-03-now.md"}
    assert "SECRET" not in "".join(path.read_text() for path in (tmp_path / "new/docs").rglob("*") if path.is_file())
    assert not (tmp_path / "new/docs/h.html").exists()
    for name in (
        "page hidden.md",
        "page hidden.txt",
        "page _notes/later.md",
        "page _notes/2999-01-02-named.md",
        "setting future",
        "theme a/b",
    ):
        assert f"not moved: {name}: " in printed
    assert "show_drafts" not in printed


@pytest.mark.parametrize(
    ("feed", "addresses"),
    [
        ("feed: {collections: {notes: {path: notes.xml, categories: [a b]}}}", ["/feed/notes/a b.xml", "/notes.xml"]),
        ("feed: {collections: {posts: {path: /p.xml}, notes: }}", ["/feed/notes.xml"]),
        ("feed: {collections: [posts, notes, 1]}", ["/feed/1.xml", "/feed/notes.xml"]),
        ("feed: {collections: notes}", []),
    ],
)
def test_feeds_of_collections_are_named(tmp_path: Path, feed: str, addresses: list[str]) -> None:
    """The journal has none for them, so subscribers would get nothing; without jekyll-feed there was none."""
    blog = {"_posts/2024-01-02-a.md": POST, "_config.yml": f"collections: {{notes: {{output: true}}}}\n{feed}\n"}

    assert "not moved: feed" not in imported(tmp_path / "a", blog)[1]
    _, printed = imported(tmp_path / "b", {**blog, "_config.yml": f"{blog['_config.yml']}plugins: [jekyll-feed]\n"})

    named = [line for line in printed.splitlines() if line.startswith("not moved: feed")]
    assert [line.split(": ")[1].removeprefix("feed ") for line in named] == addresses
    assert all(line.endswith("_config.yml; the journal has feeds of its posts alone") for line in named)


@pytest.mark.parametrize(
    "lines", ["url: https://[name].github.io", "url: example.org", "url: 'http://localhost:'\nbaseurl: '\\'"]
)
def test_a_malformed_address_of_the_site_is_named_and_not_moved(tmp_path: Path, lines: str) -> None:
    """MkDocs ends with a traceback, or with an error, for such a `site_url`."""
    url = lines.split("\n", maxsplit=1)[0].removeprefix("url: ").strip("'")

    _, printed = imported(tmp_path, {"_config.yml": f"{lines}\n", "_posts/2024-01-02-a.md": POST})

    assert f"not moved: address {url}: in {tmp_path}/old/_config.yml; not an http(s) address; write" in printed
    assert "site_url" not in (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8")


def test_links_to_folders_are_named(tmp_path: Path) -> None:
    old = write(tmp_path / "old", {"_posts/2024-01-02-a.md": POST, "a.txt": "A"})
    (old / "here.txt").symlink_to("a.txt")
    (old / "loop").symlink_to(old)
    (old / "gone").symlink_to("nowhere")
    (old / ".hidden").symlink_to(old)

    found, printed = imported(tmp_path, {})

    assert {"a.txt", "here.txt"} <= found
    assert [line.split(":")[1] for line in printed.splitlines() if "symbolic link" in line] == [" link gone", " link loop"]


def test_the_old_site_may_lie_in_the_new_one(tmp_path: Path) -> None:
    old = write(tmp_path / "old", {"_config.yml": "title: T\n", "_posts/2024-01-02-a.md": POST})

    for count in ("3 files written", "0 files written"):
        assert count in run("import", "jekyll", old, tmp_path).stdout
    assert (tmp_path / "docs/journal/_posts/2024-01-02-a.md").is_file()


def test_a_file_that_the_old_site_lost_is_named_until_it_is_removed(tmp_path: Path) -> None:
    imported(tmp_path, {"_posts/2024-01-02-a.md": POST, "b.txt": "B", "c.txt": "C"})
    for name in ("_posts/2024-01-02-a.md", "b.txt"):
        (tmp_path / "old" / name).unlink()
    (tmp_path / "old/_posts/2024-01-03-a.md").write_text(POST)
    (tmp_path / "new/docs/b.txt").write_text("Mine")

    for _ in range(2):
        printed = run("import", "jekyll", tmp_path / "old", tmp_path / "new").stdout
        assert [line for line in printed.splitlines() if line.startswith("left")] == [
            "left: docs/journal/_posts/2024-01-02-a.md (not in the old site any more; remove it if you do not need it)"
        ]
    (tmp_path / "new/docs/journal/_posts/2024-01-02-a.md").unlink()
    assert "left" not in run("import", "jekyll", tmp_path / "old", tmp_path / "new").stdout


@pytest.mark.parametrize("text", [b"\xff\xfe", b"[", b'{"files": {"mkdocs.yml": 5}}', b'{"left": 5, "files": {}}', b"[]"])
def test_a_manifest_that_cannot_be_read_is_written_again(tmp_path: Path, text: bytes) -> None:
    imported(tmp_path, {"_posts/2024-01-02-a.md": POST})
    (tmp_path / "new/.journal-import.json").write_bytes(text)

    assert ", 0 kept" in run("import", "jekyll", tmp_path / "old", tmp_path / "new").stdout
    assert "mkdocs.yml" in json.loads((tmp_path / "new/.journal-import.json").read_text())["files"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"_config.toml": "a = 1\n"}, "_config.toml: write its values to _config.yml"),
        ({"a.md": "---\n---\n"}, "found no _config.yml or folder _posts"),
        ({"_config.yml": ""}, "found no posts and no pages"),
    ],
)
def test_a_folder_that_is_no_blog(tmp_path: Path, files: dict[str, str], message: str) -> None:
    old = write(tmp_path / "old", files)

    assert message in run("import", "jekyll", old, tmp_path / "new", code=2).stderr
    assert not (tmp_path / "new").exists()


def test_a_configuration_that_is_there_is_kept_and_the_other_is_shown(tmp_path: Path) -> None:
    write(tmp_path / "new", {"mkdocs.yml": "site_name: Mine\n"})

    _, printed = imported(tmp_path, {"_posts/2024-01-02-a.md": POST})

    assert "  - journal:\n" in printed
    assert (tmp_path / "new/mkdocs.yml").read_text() == "site_name: Mine\n"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root every file can be read, so that the system's answer is given by hand."""
    old = write(tmp_path / "old", {"_posts/2024-01-02-a.md": POST})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert "2024-01-02-a.md: Permission denied" in run("import", "jekyll", old, tmp_path / "new", code=1).stderr


def test_a_page_of_old_times_keeps_its_address(tmp_path: Path) -> None:
    """Jekyll writes `a.htm` for `a.htm`; MkDocs makes no page of that name."""
    docs, _ = imported(tmp_path, {"_posts/2024-01-02-a.md": POST, "a.htm": POST, "b.html": POST})

    assert docs == {"journal/_posts/2024-01-02-a.md", "a.md", "a.htm", "b.md", "b.html"}


def test_a_list_of_redirects_of_the_sites_own_is_kept(tmp_path: Path) -> None:
    """As jekyll-redirect-from does, which writes none then."""
    imported(tmp_path, {"_config.yml": "plugins: [jekyll-redirect-from]\n", "a.md": POST, "redirects.json": "{}"})

    assert "redirects" not in (tmp_path / "new/mkdocs.yml").read_text()


ATOM = "<feed>{% for post in site.posts limit: 7 %}<entry><id>{{ site.url }}{{ post.id }}</id></entry>{% endfor %}</feed>"
RSS = "<rss><channel>{% for post in site.posts %}<guid isPermaLink='true'>{{ post.url }}</guid>{% endfor %}</channel></rss>"


def test_a_feed_of_its_own_keeps_its_address(tmp_path: Path) -> None:
    _, printed = imported(
        tmp_path,
        {
            "_config.yml": "url: https://e.org\npermalink: /blog/:title/\n",
            "_posts/2024-01-02-a.md": POST,
            "atom.xml": f"---\nlayout: null\n---\n{ATOM}",
            "feed/rss.xml": f"---\n---\n{RSS}",
            "map.xml": "---\n---\n<urlset>{% for post in site.posts %}{{ post.url }}{% endfor %}</urlset>",
        },
    )

    assert (
        (tmp_path / "new/mkdocs.yml")
        .read_text()
        .endswith(
            "      compat: jekyll\n      feeds:\n        atom: /atom.xml\n        limit: 7\n        ids: jekyll-feed\n"
            "        rss: /feed/rss.xml\n"
        )
    )
    assert [line.partition(": in")[0] for line in printed.splitlines() if "template" in line] == [
        "not moved: template /map.xml"
    ]


def test_what_a_feed_of_its_own_says() -> None:
    assert own_feed("f.xml", "<feed>") is None
    assert own_feed("f.txt", "{% for post in site.posts %}") is None
    first, second = own_feed("a.xml", RSS), own_feed("b.xml", RSS.replace("post.url", "post.guid"))
    assert first is not None
    assert second is not None
    assert feed_options([second, first], {"atom": "/feed.xml"}) == {"rss": "/b.xml", "ids": "url"}


@pytest.mark.parametrize(
    ("config", "index", "own", "without"),
    [
        ("", "index.html", {"feed.xml": RSS}, "atom"),
        ("plugins: [jekyll-feed]\n", "index.html", {"feed.xml": RSS}, "atom"),
        ("feed: {path: blog.xml}\n", "index.html", {"blog.xml": RSS}, "atom"),
        ("", "blog/index.html", {"blog/feed.xml": RSS}, "atom"),
        ("", "index.html", {"rss.xml": ATOM}, "rss"),
        ("", "index.html", {"feed.xml": ATOM}, ""),
        ("", "blog/index.html", {"feed.xml": RSS}, ""),
        ("", "index.html", {"feed.xml": RSS, "atom.xml": ATOM}, ""),
        ("feed: {path: 5}\n", "index.html", {"feed.xml": RSS}, ""),
    ],
)
def test_a_feed_at_the_address_of_one_of_another_kind(
    tmp_path: Path, config: str, index: str, own: dict[str, str], without: str
) -> None:
    """`feed.xml` was RSS in the blog that `jekyll new` made before jekyll-feed existed."""
    files = {"_config.yml": f"url: https://e.org\n{config}", "_posts/2024-01-02-a.md": POST}
    files |= {index: "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n"}
    imported(tmp_path, {**files, **{name: f"---\n---\n{text}" for name, text in own.items()}})

    text = (tmp_path / "new/mkdocs.yml").read_text()
    assert [form for form in ("atom", "rss", "json") if f"        {form}: false\n" in text] == (
        [without] if without else []
    )


@pytest.mark.parametrize(
    ("values", "path", "excluded"),
    [
        ({"exclude": ["a"]}, "abc/x.md", True),
        ({"exclude": ["/a/"]}, "a/x.md", True),
        ({"exclude": ["a/"]}, "ab/x.md", False),
        ({"exclude": ["x.md"]}, "a/x.md", False),
        ({"exclude": ["a", 5, ""], "include": ["a"]}, "a/x.md", False),
        ({"exclude": "a"}, "a/x.md", False),
        ({}, "node_modules/p/x.md", True),
        ({}, "sub/node_modules/x.md", False),
        ({"destination": "."}, "x.md", False),
    ],
)
def test_entries_are_compared_as_jekyll_does(values: dict[str, object], path: str, *, excluded: bool) -> None:
    assert entries_of(values).excludes(PurePosixPath(path)) == excluded


def test_a_source_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"old/_config.yml": "", "other/a.md": ""})

    (tmp_path / "old/circle").symlink_to("circle")
    for name in ("../other", "nowhere", " ", 5, "circle"):
        assert source_folder(tmp_path / "old", {"source": name}) == tmp_path / "old"


def test_a_new_site_that_leads_in_a_circle_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"old/_config.yml": "", "old/_posts/2024-01-02-a.md": POST})
    (tmp_path / "new").symlink_to("new")

    assert "new" in run("import", "jekyll", tmp_path / "old", tmp_path / "new", code=1).stderr


def test_posts_of_a_category_folder_in_the_folder_of_collections_are_moved(tmp_path: Path) -> None:
    """Jekyll reads `_posts` in each folder there, and their folders are categories; outside of it none."""
    old = {
        "_config.yml": "collections_dir: col\n",
        **dict.fromkeys(("col/_posts/2024-01-02-a.md", "col/news/_posts/2024-01-03-b.md", "col/news/_drafts/c.md"), POST),
        "news/_posts/2024-01-04-d.md": POST,
    }
    write(tmp_path, {f"old/{name}": text for name, text in old.items()})

    run("import", "jekyll", tmp_path / "old", tmp_path / "new")

    docs = tmp_path / "new/docs/journal"
    assert sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md")) == [
        "_posts/2024-01-02-a.md",
        "news/_drafts/c.md",
        "news/_posts/2024-01-03-b.md",
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"_config.yml": "source: src\n", "src/_posts/2024-01-02-a.md": POST},
        {"_config.yml": "collections_dir: col\n", "col/_posts/2024-01-02-a.md": POST},
    ],
)
def test_commands_read_the_same_folders(tmp_path: Path, files: dict[str, str]) -> None:
    assert '"address": "/2024/01/02/a.html"' in run("list", "--json", write(tmp_path, files)).stdout


@pytest.mark.parametrize(
    "part",
    [
        "a {% unknown %} {{ unknown.x }}\n",
        "{% highlight ruby %}\n{{ unknown.x }}puts 1\n{% endhighlight %}\n",
    ],
)
def test_time_of_a_page_with_many_tags_is_linear(part: str) -> None:
    site: Any = Stub(config=Stub(values={}))

    def moved(body: str) -> str:
        return page_text(Stub(path=PurePosixPath("a.md")), Stub(meta={}, body=body), site, str, Findings())  # type: ignore[arg-type]

    assert not grows(moved, lambda size: part * (size // len(part)))
    assert "```ruby\nputs 1\n```" in moved(part) or "a  \n" in moved(part)
