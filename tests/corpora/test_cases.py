"""Single posts of real sites that are hard to read, each with what its author meant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.publishing.permalinks import address_of
from tests.conftest import Site
from tests.corpora.oracle import NOW, all_posts, options_of, oracle_of, read

Case = tuple[Post, list[str]]


def of_site(shared: Path, name: str, post: str, compat: str = "none") -> Case:
    """Return a post of a site with Jekyll's answers, read with the site's own options, and its problem codes."""
    journal = read(oracle_of(shared / "corpora" / name), compat=compat)
    return all_posts(journal)[post], _codes(journal, post)


def alone(shared: Path, path: str) -> Case:
    """Return a post of another site, read alone, and its problem codes."""
    source = Source(path=PurePosixPath(path), shown=path, data=(shared / "corpora" / path).read_bytes())
    journal = read_journal([source], Options(folder="."), now=NOW)
    return journal.public[0], _codes(journal, path)


def _codes(journal: Journal, post: str) -> list[str]:
    return [problem.code for problem in journal.problems if problem.place.file == post]


def _url(shared: Path, name: str, post: Post) -> str:
    address = address_of(post, options_of(oracle_of(shared / "corpora" / name), "none"))
    assert address is not None
    return f"/{address.url}"


def test_a_day_that_does_not_exist(shared: Path) -> None:
    """The day of the file name and everything else is read; Jekyll makes 1 March of it."""
    name, path = "babel+babel.github.io", "_posts/2017-03-01-upgrade-to-babel-7.md"
    post, reported = of_site(shared, name, path)

    assert post.shown_date.date().isoformat() == "2017-03-01"
    assert (post.title, post.categories) == ("Upgrade to Babel 7 (WIP)", ("announcements",))
    assert copied(post.meta["custom_js_with_timestamps"]) == ["docs.js"]
    assert [author.name for author in post.authors] == ["Sven SAULEAU, Henry Zhu"]
    assert sorted(reported) == ["J303", "J407"], "the day, and that the author may be two people"
    assert _url(shared, name, post).startswith("/blog/2017/03/01/")
    as_jekyll, _ = of_site(shared, name, path, "jekyll")
    assert as_jekyll.shown_date.replace(tzinfo=None) == datetime(2017, 3, 1, 11)  # noqa: DTZ001 - on its wall clock


def test_a_day_that_does_not_exist_fails_a_strict_build(site: Site, shared: Path) -> None:
    path = "_posts/2017-03-01-upgrade-to-babel-7.md"
    site.write({"docs/journal/2017-03-01-upgrade.md": (shared / "corpora/babel+babel.github.io" / path).read_bytes()})

    result = site.build("--strict")

    assert result.returncode == 1
    assert result.ours[0].startswith("docs/journal/2017-03-01-upgrade.md:5:9: date: '2017-02-29 11:00:00' is not a date")


def test_a_year_behind_the_time(shared: Path) -> None:
    post, reported = of_site(shared, "jekyll+jekyll", "_posts/2023-01-29-jekyll-3-9-3-released.markdown")

    assert post.shown_date.isoformat() == "2023-01-29T18:30:22-08:00"
    assert reported == ["J305"]


def test_a_night_in_another_zone(shared: Path) -> None:
    """The day of the author, where Jekyll has the day before."""
    name, path = "swiftlang+swift-org-website", "_posts/2016-06-13-swift-2.3.md"
    post, reported = of_site(shared, name, path)
    as_jekyll, _ = of_site(shared, name, path, "jekyll")

    assert post.shown_date.date().isoformat() == "2016-06-13"
    assert as_jekyll.shown_date.date().isoformat() == "2016-06-12"
    assert _url(shared, name, post) == "/blog/swift-2.3/"
    assert reported == []


def test_tags_in_a_text(shared: Path) -> None:
    """The file name has no date; the image is a map."""
    folder = "pawamoy+website/docs/posts"
    [file] = (shared / "corpora" / folder).glob("add-alembic-*.md")
    post, reported = alone(shared, f"{folder}/{file.name}")

    assert post.tags == ("python", "alembic", "database", "migration", "fastapi", "ormar")
    assert post.shown_date.date().isoformat() == "2022-02-13"
    assert isinstance(post.meta["image"], Mapping)
    assert post.meta["image"]["src"] == "/assets/alembic_post.png"
    assert reported == []


def test_a_version_as_title_and_a_key_given_twice(shared: Path) -> None:
    name = "Homebrew+brew.sh"
    post, reported = of_site(shared, name, "_posts/2016-09-21-homebrew-1.0.0.md")

    assert post.title == "1.0.0"
    assert copied(post.meta["redirect_from"]) == ["/2016/09/02/homebrew-1.0.0/", "/blog/1.0.0/"]
    assert _url(shared, name, post) == "/2016/09/21/homebrew-1.0.0/"
    assert reported == ["J202"]


def test_an_author_with_a_company(shared: Path) -> None:
    [file] = (shared / "corpora/jxnl+blog/docs/writing/posts/talks").glob("sourcegraph-*.md")
    post, reported = alone(shared, file.relative_to(shared / "corpora").as_posix())

    assert [author.name for author in post.authors] == ["Beyang Liu"]
    assert copied(post.meta["author"]) == {"name": "Beyang Liu", "company": "Sourcegraph", "title": "CTO"}
    assert reported == []


def test_authors_with_odd_keys(shared: Path) -> None:
    [file] = (shared / "corpora/apache+flink-web/docs/content/posts").glob("2017-11-21-*.md")
    post, reported = alone(shared, file.relative_to(shared / "corpora").as_posix())

    assert [author.name for author in post.authors] == ["Stephan Ewen", "Aljoscha Krettek", "Mike Winters"]
    assert post.shown_date == datetime(2017, 11, 21, 10, tzinfo=UTC)
    written = copied(post.meta["authors"])
    assert isinstance(written, list)
    assert written[0] == {"name": "Stephan Ewen", "stephan": None, "twitter": "StephanEwen"}
    assert copied(post.meta["aliases"]) == ["/news/2017/11/22/release-1.4-and-1.5-timeline.html"]
    assert reported == []


def test_created_and_updated(shared: Path) -> None:
    post, reported = alone(shared, "squidfunk+mkdocs-material/docs/blog/posts/mkdocs-2.0.md")

    assert post.last_updated is not None
    assert post.shown_date.date().isoformat() == "2026-02-18"
    assert post.last_updated.date().isoformat() == "2026-04-13"
    assert reported == []


def test_a_release_without_a_title(shared: Path) -> None:
    """Its tag stays as it is written, and makes one part of a path."""
    oracle = oracle_of(shared / "corpora/apache+calcite")
    journal = read(oracle, compat="none")
    post = all_posts(journal)["_posts/2020-03-05-release-1.22.0.md"]

    assert (post.title, post.titled_by, post.tags) == ("Release 1.22.0", "name", ("rel/v1.22.0",))
    assert [term.slug for term in journal.taxonomies["tags"].of(post)] == ["rel-v1-22-0"]
    assert _codes(journal, str(post.source)) == []


def test_a_post_that_is_elsewhere(shared: Path) -> None:
    """It is in the lists; where it leads to is kept."""
    name = "benbalter+benbalter.github.com"
    journal = read(oracle_of(shared / "corpora" / name), compat="none")
    [post] = [post for post in journal.posts if "2012-04-23-enterprise" in post.source.name]

    assert post.body.strip() == ""
    assert str(post.meta["redirect_to"]).startswith("http://techcrunch.com/2012/04/22/")
    assert _codes(journal, str(post.source)) == []


@pytest.mark.parametrize("name", ["2020-05-21-governance-wg"])
def test_a_post_that_lost_its_suffix(site: Site, shared: Path, name: str) -> None:
    """It is reported, not silently lost."""
    content = (shared / "corpora/rust-lang+blog.rust-lang.org/posts/inside-rust" / name).read_bytes()
    site.write({f"docs/journal/{name}": content})

    result = site.build()

    assert result.returncode == 1
    assert result.ours[0] == (
        f"docs/journal/{name}:1: file: MkDocs does not treat files without a suffix as pages; rename it to {name}.md (J112)"
    )
