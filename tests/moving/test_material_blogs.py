"""`import material` of several blogs with author pages and mkdocs-rss-plugin, compared with what these have built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.moving.material_blog import journal_of, journals_of
from mkdocs_journal.moving.page_bodies import body_of, difference
from tests.command_line import runner
from tests.conftest import HOST, Site

HERE = Path(__file__).parent
BLOGS, OLD = HERE / "material_blogs", HERE / "material_blogs_site"
"""Two blogs, and the addresses and feeds that Material for MkDocs and mkdocs-rss-plugin 1.19 make of them."""


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


@pytest.mark.skipif(HOST == "properdocs", reason="Material for MkDocs is a theme of MkDocs")
def test_several_blogs_move_with_their_authors_and_feeds(tmp_path: Path) -> None:
    """Posts outside of the blog's folder, author pages by key or slug, and the feeds of all blogs keep their addresses."""
    site = Site(tmp_path / "site")
    shutil.copytree(BLOGS, site.folder)
    shutil.move(site.folder / "mkdocs.yml", site.folder / "own.yml")

    printed = run("import", "material", site.folder / "own.yml", "--yes").stdout
    result = site.build("--strict", config="own.yml")

    assert result.returncode == 0, result.log
    assert "6 posts" in result.log
    assert [line for line in printed.splitlines() if line.startswith("not moved")] == [
        "not moved: rss: the feeds of updates: their entries have the dates of the posts now"
    ]
    assert "  # the second\n# end\n" in (site.folder / "own.yml").read_text()
    assert "18 answered, 0 redirected, 0 lost" in run("verify", result.output, OLD / "urls.txt").stdout
    for name in ("feed_rss_created.xml", "feed_json_created.json"):
        assert "6 answered" in run("verify", result.output, OLD / name).stdout
        assert "6 the same, 0 shown again, 0 new, 0 gone" in run("feeds", "diff", OLD / name, result.output / name).stdout
    feed = (OLD / "feed_rss_created.xml").read_text()
    assert "06:09:00" in feed, "the plugin has a time of day that the posts do not have"
    (tmp_path / "later.xml").write_text(feed.replace("03 Jan 2024", "04 Jan 2024"))
    assert (
        "/t/news/2024/01/03/news-number-3/ has another date"
        in run("verify", result.output, tmp_path / "later.xml", code=1).stdout
    )


@pytest.mark.parametrize(
    ("blog", "posts"),
    [
        ({"blog_dir": "news", "post_dir": "articles"}, ["articles/**/*.md"]),
        ({"blog_dir": "news", "post_dir": "news-posts/"}, ["news-posts/**/*.md"]),
        ({"blog_dir": "news", "post_dir": "{blog}/all"}, None),
        ({"blog_dir": "news", "post_dir": "news"}, None),
        ({"blog_dir": ".", "post_dir": "articles"}, None),
        ({}, None),
    ],
)
def test_posts_outside_of_the_folder_are_found(blog: dict[str, str], posts: list[str] | None) -> None:
    assert journal_of(blog, None, directories=True).options.get("posts") == posts


@pytest.mark.parametrize(
    ("rss", "feeds", "lost"),
    [
        ({}, {"rss": 2, "json": 2}, ["match_path", "updates"]),
        ({"match_path": "blog/.*", "json_feed_enabled": False}, {"rss": 2}, ["updates"]),
        ({"match_path": "blog/.*", "rss_feed_enabled": False, "json_feed_enabled": False, "image": "x"}, {}, ["image"]),
    ],
)
def test_only_feeds_that_were_written_are_kept(rss: dict[str, object], feeds: dict[str, int], lost: list[str]) -> None:
    found = journal_of({}, rss, directories=True)

    forms = list(found.options["feeds"]["also"].values())
    assert {form: forms.count(form) for form in forms} == feeds
    assert len(found.not_moved) == len(lost)
    assert all(word in line for word, line in zip(lost, found.not_moved, strict=True))


def test_several_blogs_without_feeds() -> None:
    found = journals_of([{"blog_dir": "a/b", "x": 1}, {"blog_dir": ".", "x": 2}], None, directories=True)

    assert list(found.options["journals"]) == ["a-b", "journal"]
    assert "combined" not in found.options
    assert found.not_moved == ("blog: x",)


def test_several_blogs_with_a_folder_that_a_journal_cannot_have() -> None:
    """They are moved without it, and it is named."""
    found = journals_of([{"blog_dir": "../a"}, {"blog_dir": "b"}, {"blog_dir": "../c"}], None, directories=True)

    assert list(found.options["journals"]) == ["blog-1", "b", "blog-3"]
    assert [name.partition(": the")[0] for name in found.not_moved] == ["blog: blog_dir"] * 2


def test_code_with_numbers_of_lines_is_code() -> None:
    """What a program puts beside the text is not compared: numbers of lines, tags of Material."""
    numbered = (
        '<article><nav class="md-tags"><a>Tag</a><nav>x</nav></nav><h1>T</h1><pre><code><table class="rouge-table">'
        '<td class="gutter gl"><pre class="lineno">1\n2</pre></td><td class="code"><pre>a\nb</pre></td></table>'
        "</code></pre><table><td>c</td></table></article>"
    )
    old, new = body_of(numbered), body_of("<article><pre><code>a\nb</code></pre><table><td>c</td></table></article>")

    assert old is not None
    assert new is not None
    assert difference(old, new) is None
    assert old.parts == {"pre": 1, "table": 1}
