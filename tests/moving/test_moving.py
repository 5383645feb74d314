"""`import jekyll` and `verify`: a blog moves, and what Jekyll itself has built of it is compared with the new site."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.moving import jekyll_import
from mkdocs_journal.moving.jekyll_site import JekyllSite, SiteFile, read_jekyll_site
from tests.command_line import runner
from tests.conftest import Site

HERE = Path(__file__).parent
BLOG, OLD = HERE / "jekyll_blog", HERE / "jekyll_blog_site"
"""A blog, and what Debian's Jekyll makes of it with jekyll-archives, -feed, -paginate, -redirect-from and -sitemap."""


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def build(folder: Path, *options: str) -> tuple[Path, str]:
    """Build an imported site as it stands and return its folder and the log."""
    site = Site(folder)
    (folder / "built.yml").write_bytes((folder / "mkdocs.yml").read_bytes())
    result = site.build(*options, config="built.yml")
    assert result.returncode == 0, result.log
    return result.output, result.log


def test_a_blog_moves_without_a_dead_link(tmp_path: Path) -> None:
    """Every address of Jekyll's build is answered or redirected, feeds keep IDs and dates, bodies are the same."""
    new = tmp_path / "new"
    printed = run("import", "jekyll", BLOG, new).stdout.splitlines()

    assert printed[0] == "not moved: include note.html: in _notes/ropes.md"
    assert "not moved: page /blog/: in blog/index.html; the journal's list of posts takes its place" in printed
    assert "18 files written, 0 updated, 0 unchanged, 0 kept" in printed
    site, _ = build(new, "--strict")
    assert json.loads(run("verify", site, OLD, "--strict", "--json").stdout) == {
        "addresses": 48,
        "answered": 43,
        "redirected": 5,
        "lost": [],
        "feeds": 7,
        "feed_differences": [],
        "bodies": 5,
        "body_differences": [],
        "not_compared": [],
    }
    assert "the first post" in (site / "about-us/index.html").read_text()
    assert 'href="../boats/2021/03/04/first-boat/"' in (site / "about-us/index.html").read_text()
    assert "Idea" not in "".join(path.read_text() for path in site.rglob("*.html"))


def test_an_import_can_be_repeated(tmp_path: Path) -> None:
    """A second one changes nothing; it updates its own files, and keeps those that somebody has changed or made."""
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copytree(BLOG, old)
    run("import", "jekyll", old, new)
    before = tree(new)

    assert "0 files written, 0 updated, 18 unchanged, 0 kept" in run("import", "jekyll", old, new).stdout
    assert tree(new) == before

    (new / "docs/index.md").write_text("# Mine\n")
    (new / "docs/new.txt").write_text("Mine\n")
    (old / "new.txt").write_text("Theirs\n")
    (old / "about.md").write_text("---\ntitle: About us\npermalink: /about-us/\n---\nText\n")
    for _ in range(2):
        printed = run("import", "jekyll", old, new).stdout
        assert "kept: docs/index.md (changed since the last import, or not written by one)" in printed
        assert "kept: docs/new.txt" in printed
        assert (new / "docs/index.md").read_text() == "# Mine\n"
        assert (new / "docs/new.txt").read_text() == "Mine\n"
        assert "title: About us" in (new / "docs/about-us/index.md").read_text()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    new = tmp_path / "new"

    printed = run("import", "jekyll", BLOG, new, "--dry-run").stdout

    assert not new.exists()
    assert "docs/about-us/index.md  <- about.md" in printed
    assert "mkdocs.yml  <- _config.yml" in printed
    assert printed.splitlines()[-1] == "18 files would be written, 0 updated, 0 unchanged, 0 kept"


PAGES = {
    "_config.yml": (
        "collections:\n  guides: {output: true}\n  hidden: {}\nexclude: [secret.md]\ninclude: [.htaccess, _redirects]\n"
        "plugins: [jemoji]\ndefaults: [{scope: {path: notes, type: pages}, values: {permalink: /n/:name/, layout: w}}]\n"
    ),
    "plain.md": "---\n---\n# Plain\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n{{ site.plugins | size }}\n",
    "latin.md": "---\ntitle: L\n---\n",
    "wide.html": "---\ntitle: Wide\n---\n<section>\n\n    <p>Not code</p>\n</section>\n",
    "notes/a.md": "---\ntitle: A\nredirect_from: [/x?y, old-a]\ndate: 2020-01-01\n---\n{% link files/f.txt %}\n",
    "files/f.txt": "F",
    "x.md": "---\n---\n{% link plain.md %} {% link none.md %} {{ page.none }}\n",
    "files/README.md": "# Read me\n",
    "404.html": "---\n---\nNot here\n",
    "search.json": "---\n---\n[{% for post in site.posts %}1{% endfor %}]\n",
    "version.txt": "---\n---\n1.0\n",
    "main.scss": "---\n---\na { b: c }\n",
    "_guides/start/index.md": "---\ntitle: S\n---\n{% assign x = 1 %}{% gist 1 %}{% include a.html %}{%include a.html%}\n",
    "_guides/pic.png": "png",
    "_hidden/h.md": "---\n---\nH",
    "secret.md": "---\n---\nS",
    ".htaccess": "deny",
    ".other": "o",
    "_redirects": "/a /b 301\n",
    "broken.md": "---\ntitle: [\n---\nBroken\n",
    "odd.md": "---\npermalink: /../../x/\n---\nOdd\n",
    "readme2/README.md": "---\ntitle: R\n---\nR\n",
    "_posts/2024-01-02-a.md": "---\ntitle: A\n---\n{% include a.html %} `{% include b.html %}` {% mytag %}\n",
    "_data/authors.yml": "ada: {name: Ada}\n",
}


def test_pages_of_every_kind(tmp_path: Path) -> None:
    """Each is where Jekyll has it, or a redirect is; what cannot be moved is named with its count."""
    old, new = tmp_path / "old", tmp_path / "new"
    for name, text in PAGES.items():
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text(text, encoding="utf-8")

    printed = run("import", "jekyll", old, new).stdout
    site, log = build(new)

    answered = "/plain.html /wide.html /n/a/ /old-a.html /files/f.txt /version.txt /guides/start/index.html /guides/pic.png"
    answered += " /.htaccess /_redirects /broken.html /odd.html /readme2/README.html /2024/01/02/a.html"
    (tmp_path / "urls.txt").write_text("# old\n" + answered.replace(" ", "\n"))
    run("verify", site, tmp_path / "urls.txt")
    lines = [line for line in printed.splitlines() if line.startswith("not moved")]
    assert [line.removeprefix("not moved: ").partition(";")[0] for line in lines] == [
        "file files/README.md: in files/README.md",
        "include a.html: 3 times, first in _guides/start/index.md",
        "layout w: in notes/a.md",
        "page /404.html: in 404.html",
        "plugin jemoji: in " + str(old / "_config.yml"),
        "redirect /x?y: in notes/a.md",
        "tag assign: in _guides/start/index.md",
        "tag gist: in _guides/start/index.md",
        "tag mytag: in _posts/2024-01-02-a.md",
        "template /main.css: in main.scss",
        "template /search.json: in search.json",
    ]
    assert "puts 1" in (site / "plain/index.html").read_text()
    assert "<p>Not code</p>" in (site / "wide/index.html").read_text()
    assert 'href="../../files/f.txt"' not in log
    assert "secret" not in " ".join(tree(site))
    assert (new / "_data/authors.yml").is_file()
    assert "1 post" in log


@pytest.mark.parametrize(
    ("config", "files", "folder"),
    [
        ("", {"index.html": "{% for p in site.posts %}"}, "."),
        ("paginate: 1\npaginate_path: /page:num\n", {"index.md": "Welcome to {{ page.next }} {{ site.time }}"}, "."),
        ("", {"news/index.html": "{% for p in paginator.posts %}"}, "news"),
        ("", {"news.html": "{% for p in site.posts %}"}, "journal"),
        ("permalink: /blog/:title\n", {}, "blog"),
        ("permalink: /:title/\ncollections: {posts: {permalink: '/n/b/:year/:title/'}}\n", {}, "n/b"),
        ("defaults: [{scope: {path: '', type: posts}, values: {permalink: /d/:title/}}]\n", {}, "d"),
        ("paginate: 2\npaginate_path: /p/page:num\n", {}, "p"),
        ("paginate: 2\npaginate_path: /page:num/\npermalink: /blog/:title/\n", {}, "."),
        ("collections: [a]\n", {}, "journal"),
    ],
)
def test_the_folder_of_the_journal_is_where_the_list_of_posts_was(
    tmp_path: Path, config: str, files: dict[str, str], folder: str
) -> None:
    (tmp_path / "_config.yml").write_text(config)
    (tmp_path / "a.txt").write_text("A")
    for name, body in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"---\n---\n{body}\n")

    run("import", "jekyll", tmp_path, tmp_path / "new")

    assert f"      folder: {folder}\n" in (tmp_path / "new/mkdocs.yml").read_text()
    assert not (tmp_path / "new/docs/new").exists(), "the new site, below the old one, is not read"


def test_pages_that_jekyll_does_not_publish_are_named_and_not_moved(tmp_path: Path) -> None:
    """MkDocs would publish them; of `defaults` only those of documents count, as in Jekyll."""
    collection = "collections: {notes: {output: true}}\n"
    defaults = "defaults:\n- {scope: {path: _notes/new}, values: {published: false}}\n"
    defaults += "- {scope: {path: about.md}, values: {published: false}}\n"
    pages = {
        "about.md": "title: About", "yes.md": "published: true", "no.md": "published: false\nredirect_from: /old/",
        "sub/no.html": "published: no", "empty.md": "published:", "_notes/no.md": "published: false",
        "_notes/a.md": "title: A", "_notes/new/b.md": "title: B", "_notes/new/c.md": "published: true",
    }  # fmt: skip
    old = write(tmp_path / "old", {"_config.yml": collection + defaults})
    write(old, {name: f"---\n{front}\n---\nSecret of {name}\n" for name, front in pages.items()})

    printed = run("import", "jekyll", old, tmp_path / "new").stdout

    docs = tmp_path / "new" / "docs"
    moved = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    assert moved == {"about.md", "yes.md", "notes/a.md", "notes/new/c.md"}
    assert not (docs / "old").exists()
    for name in ("no.md", "sub/no.html", "empty.md", "_notes/no.md", "_notes/new/b.md"):
        assert f"not moved: page {name}: in {name}; `published: false`: Jekyll does not publish it" in printed


def test_what_is_not_a_jekyll_site_is_refused(tmp_path: Path) -> None:
    assert "found no _config.yml" in run("import", "jekyll", tmp_path, tmp_path / "n", code=2).stderr
    (tmp_path / "_config.yml").write_text("a: [")
    assert "is the folder of the old site" in run("import", "jekyll", tmp_path, tmp_path, code=2).stderr
    assert "_config.yml:1:4" in run("import", "jekyll", tmp_path, tmp_path / "n", code=1).stderr


NEW = {
    "sitemap.xml": "<urlset><url><loc>https://e.org/b/</loc></url><url><loc>https://e.org/b/a/</loc></url></urlset>",
    "a/index.html": '<div class="e-content"><p>One two two</p><ul><li>x</li></ul></div>',
    "b.html": '<meta http-equiv="refresh" content="0; url=a/">',
    "c.html": '<meta content="0;URL=\'https://other.org/\'" http-equiv="Refresh">',
    "d.html": '<meta http-equiv="refresh" content="0; url=/b/nothing">',
    "e.html": '<meta http-equiv="refresh" content="0; url=e.html">',
    "f.html": '<meta http-equiv="refresh" content="0; url=https://e.org/b/a/">',
    "_redirects": "# rules\n/b/rule /b/a/ 301\n",
    "redirects.json": '{"/listed": "https://e.org/b/a/"}',
    "feed.xml": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>A</title><link href="https://e.org/b/a/"/>'
        "<published>2024-01-02T00:00:00Z</published></entry><entry><id>3</id><title>B</title>"
        '<link href="https://e.org/b/c"/><published>2024-01-02T00:00:00Z</published></entry></feed>'
    ),
}
FEED = NEW["feed.xml"].replace("<id>3", "<id>2").replace("<id>1</id>", "<id>1</id><updated>2024</updated>")


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("/b/a/", "1 answered, 0 redirected, 0 lost"),
        ("https://e.org/b/a/index.html?x=1#y", "1 answered, 0 redirected, 0 lost"),
        ("/b/a", "1 answered, 0 redirected, 0 lost"),
        ("/b", "0 answered, 0 redirected, 1 lost"),
        ("/b/b", "0 answered, 1 redirected, 0 lost"),
        ("/b/c.html", "0 answered, 1 redirected, 0 lost"),
        ("/b/d", "lost: /b/d (redirects to /b/nothing, where nothing is)"),
        ("/b/e.html", "lost: /b/e.html (redirects to /b/e.html, where nothing is)"),
        ("/b/f", "0 answered, 1 redirected, 0 lost"),
        ("/b/rule", "0 answered, 1 redirected, 0 lost"),
        ("/b/listed", "0 answered, 1 redirected, 0 lost"),
        ("/a/", "lost: /a/"),
        ("/b/../secret", "lost: /b/../secret"),
    ],
)
def test_an_address_is_answered_as_by_a_server_of_files(tmp_path: Path, address: str, line: str) -> None:
    new = write(tmp_path / "new", NEW)
    (tmp_path / "urls").write_text(f"{address}\n")

    printed = run("verify", new, tmp_path / "urls", code=1 if "1 lost" in line or "lost:" in line else 0).stdout

    assert line in printed


def test_feeds_and_bodies_are_compared(tmp_path: Path) -> None:
    """IDs and dates of a feed, words and elements of a post; given up is what `--ignore` names."""
    new = write(tmp_path / "new", NEW)
    old = {
        "feed.xml": FEED.replace("2024-01-02T00:00:00Z", "2024-01-03T00:00:00Z", 1),
        "gone.xml": FEED,
        "a/index.html": "<article><h1>Title</h1><p>One two three</p><p>three</p><ul><li>x</li><li>y</li></ul></article>",
        "css/a.css": "a",
        "b.html": "<article>b</article>",
        "data.json": "{}",
    }

    printed = run("verify", new, write(tmp_path / "old", old), "--ignore", "css/*", "--ignore", "*.json", code=1).stdout

    assert printed.splitlines() == [
        "lost: /gone.xml",
        "feed: feed.xml: 2 has another ID; feed readers show it again",
        "feed: feed.xml: 1 has another date",
        "feed: gone.xml: the new site has no feed there",
        "body: /a/: 3 of 6 words are lost; li: 1, was 2",
        "4 addresses: 2 answered, 1 redirected, 1 lost",
        "2 feeds: 2 differ",
        "1 bodies of posts: 1 differ",
    ]
    write(tmp_path / "fine", {"a/index.html": "<main>" + old["a/index.html"] + "</main>"})
    run("verify", new, tmp_path / "fine")
    run("verify", new, tmp_path / "fine", "--strict", code=1)


def test_bodies_that_cannot_be_compared_are_counted(tmp_path: Path) -> None:
    """A theme without a mark of the body proves nothing: zero differences would look like a proof."""
    new = write(tmp_path / "new", {**NEW, "c/index.html": "<p>no post</p>"})
    old = write(tmp_path / "old", {"a/index.html": "<main>One</main>", "c/index.html": "<main>C</main>"})

    printed = run("verify", new, old).stdout.splitlines()

    assert printed[2:] == [
        "0 bodies of posts: 0 differ",
        "1 not compared: the old page has no <article> around the body, first /a/",
    ]
    assert json.loads(run("verify", new, old, "--json").stdout)["not_compared"] == ["/a/"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "names no address"),
        ("<sitemapindex><sitemap><loc>https://e.org/s.xml</loc></sitemap></sitemapindex>", "is a list of sitemaps"),
        ("<urlset><url>", "is not XML"),
    ],
)
def test_an_old_site_that_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "old").write_text(text)

    assert message in run("verify", write(tmp_path / "new", NEW), tmp_path / "old", code=2).stderr


def test_an_old_sitemap_and_an_old_feed(tmp_path: Path) -> None:
    """The feed of the new site that has most of its entries is compared with a feed alone."""
    new = write(tmp_path / "new", {**NEW, "other.json": '{"items": [{"id": "9"}]}'})
    (tmp_path / "sitemap.xml").write_text(NEW["sitemap.xml"])
    rss = "<rss><channel><item><guid>1</guid><link>https://e.org/b/a/</link><pubDate>{}</pubDate></item></channel></rss>"
    (tmp_path / "rss.xml").write_text(rss.format("Tue, 02 Jan 2024 01:00:00 +0100"))
    (tmp_path / "later.xml").write_text(rss.format("some day"))

    assert "1 answered" in run("verify", new, tmp_path / "sitemap.xml", code=1).stdout
    assert "1 feeds: 0 differ" in run("verify", new, tmp_path / "rss.xml").stdout
    assert "feed: the feed: 1 has another date" in run("verify", new, tmp_path / "later.xml", code=1).stdout
    (tmp_path / "bare").mkdir()
    assert "the new site has no feed there" in run("verify", tmp_path / "bare", tmp_path / "rss.xml", code=1).stdout


@pytest.mark.parametrize("path", ["/../../out/page:num", "/a/../../../out/:num/", "/a\\\\b/page:num", "/a:/x/:num"])
def test_nothing_is_written_outside_the_new_site(tmp_path: Path, path: str) -> None:
    old, new = tmp_path / "a/b/old", tmp_path / "a/b/new"
    (old / "_posts").mkdir(parents=True)
    (old / "_config.yml").write_text(f'paginate: 5\npaginate_path: "{path}"\npermalink: "/../../../out/:title/"\n')
    (old / "_posts/2024-01-02-one.md").write_text("---\ntitle: One\n---\nText\n")

    run("import", "jekyll", old, new)

    assert [path.name for path in sorted(tmp_path.rglob("*.md"))] == ["2024-01-02-one.md"] * 2
    assert (new / "docs/_posts/2024-01-02-one.md").is_file()


def test_what_cannot_be_published_is_named(tmp_path: Path) -> None:
    """Names that no page can have, and pages with different addresses in Jekyll that MkDocs publishes at one."""
    old, new = tmp_path / "old", tmp_path / "new"
    names = (
        b"about.md",
        b"about/index.md",
        b"a?.md",
        b"a\x01.txt",
        b"caf\xe9.md",
        b"caf\xe9.png",
        b"_posts/2024-01-02-\xe9.md",
    )
    for number, name in enumerate(names):
        file = old / os.fsdecode(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {number}\n---\nText\n")
    (old / "a\x01.txt").write_text("Text\n")
    (old / os.fsdecode(b"caf\xe9.png")).write_text("Text\n")
    (old / "_config.yml").write_text("exclude: ['!', 'x\\']\n")
    new.mkdir()
    (new / ".journal-import.json").write_bytes(b"\xff")

    printed = run("import", "jekyll", old, new).stdout

    unfit = "its name is not a safe path below the site"
    assert [line for line in printed.splitlines() if line.startswith("not moved:")] == [
        f"not moved: file _posts/2024-01-02-?.md: in _posts/2024-01-02-?.md; {unfit}",
        f"not moved: file a\\x01.txt: in a\\x01.txt; {unfit}",
        "not moved: file about.md: in about.md; about/index.md is published at its address",
        f"not moved: file caf?.png: in caf?.png; {unfit}",
        f"not moved: page a?.md: in a?.md; {unfit}",
        f"not moved: page caf?.md: in caf?.md; {unfit}",
    ]


def test_what_cannot_be_read_is_reported_or_passed_over(tmp_path: Path) -> None:
    """Encodings that XML cannot have, names longer than names may be, dates and lists of another program."""
    site, old = tmp_path / "site", tmp_path / "old.txt"
    site.mkdir()
    (site / "index.html").write_text("Home")
    (site / "sitemap.xml").write_text('<?xml version="1.0" encoding="gb2312"?><urlset/>')
    (site / "redirects.json").write_text("[" * 100_000)
    (site / "feed.xml").write_text(_FEED.format(date="Mon, 01 Jan 2024 00:00:00 -9999999999999999"))
    for name in ("gb2312", "nope"):
        old.write_text(f'<?xml version="1.0" encoding="{name}"?><urlset><url><loc>/x</loc></url></urlset>')
        assert f"{old}: is not XML" in run("verify", site, old, code=2).stderr
    old.write_text("/\n/" + "a" * 300)
    assert "2 addresses: 1 answered, 0 redirected, 1 lost" in run("verify", site, old, code=1).stdout
    old.write_text(_FEED.format(date="Mon, 01 Jan 2024 00:00:00 -99999999999999999"))
    assert "feed: the feed: 1 has another date" in run("verify", site, old, code=1).stdout


_FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="https://e.org/"/>'
    "<updated>{date}</updated></entry></feed>"
)


def test_the_files_are_not_walked_for_each_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walks = []

    class Files(tuple[SiteFile, ...]):
        def __iter__(self) -> Iterator[SiteFile]:
            walks.append(1)
            return super().__iter__()

    def read(*arguments: Any) -> JekyllSite:
        site = read_jekyll_site(*arguments)
        return replace(site, files=Files(site.files))

    monkeypatch.setattr(jekyll_import, "read_jekyll_site", read)
    (tmp_path / "old").mkdir()
    (tmp_path / "old/_config.yml").write_text("title: A\n")
    for number in range(30):
        (tmp_path / f"old/p{number}.md").write_text("---\ntitle: A\n---\n{% link p1.md %} {% post_url x %}\n")

    run("import", "jekyll", tmp_path / "old", tmp_path / "new")

    assert len(walks) < 20
