"""A journal without posts: its folder is missing, its posts are elsewhere, or another program has moved them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.publishing.missing_folder import Places, without_posts
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.site_info import SiteInfo

EMPTY = Journal(posts=())
REFUSED = Journal(posts=(), refused=(PurePosixPath("news/a.md"),))


def places(tmp_path: Path) -> Places:
    site = SiteInfo(docs=tmp_path, configuration=None)
    return Places(site=site, written_docs=str(tmp_path), movers=lambda: "the plugin mover")


def page(tmp_path: Path, source: str, destination: str = "") -> OutputFile:
    where = destination or SiteInfo().destination(PurePosixPath(source))
    return OutputFile(source=source, url="", destination=where, path=tmp_path / source)


def is_post(file: OutputFile) -> bool:
    return "post" in file.source


def codes(journal: Journal, options: Options, files: list[OutputFile], tmp_path: Path) -> list[str]:
    return [problem.code for problem in without_posts(journal, options, files, set(), places(tmp_path), is_post)]


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    """As an error if an option names it, otherwise as a hint; the advice names the folder of dated files."""
    dated = [page(tmp_path, "blog/2024-01-01-a.md")]
    (found,) = without_posts(EMPTY, Options(), dated, set(), places(tmp_path), is_post)

    assert found.code == "J535"
    assert "write folder: blog" in found.message
    assert codes(EMPTY, Options(folder="news", folder_given=True), [], tmp_path) == ["J804"]


def test_a_folder_that_is_there_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()

    assert codes(EMPTY, Options(), [page(tmp_path, "blog/2024-01-01-a.md")], tmp_path) == []


def test_dated_files_that_were_moved_are_reported_with_who_may_have_moved_them(tmp_path: Path) -> None:
    """Published elsewhere, read from elsewhere, or made by a program."""
    (tmp_path / "journal").mkdir()
    moved = page(tmp_path, "blog/2024-01-01-a.md", "elsewhere/index.html")
    (found,) = without_posts(EMPTY, Options(), [moved], set(), places(tmp_path), is_post)

    assert found.code == "J534"
    assert "the plugin mover" in found.message
    assert codes(EMPTY, Options(), [page(tmp_path / "other", "2024-01-01-a.md")], tmp_path) == ["J534"]


def test_a_post_of_the_folder_that_another_plugin_keeps_for_itself_is_reported(tmp_path: Path) -> None:
    """The date is in its front matter; pages without one may be moved, and posts that are where they should be are free."""
    (tmp_path / "journal").mkdir()
    taken = page(tmp_path, "journal/posts/a.md", "journal/2024/a/index.html")
    (found,) = without_posts(EMPTY, Options(), [taken], set(), places(tmp_path), is_post)

    assert found.code == "J534"
    assert "for example journal/posts/a.md; remove that plugin or write another folder" in found.message
    assert codes(EMPTY, Options(), [page(tmp_path, "journal/posts/a.md")], tmp_path) == []
    assert codes(EMPTY, Options(), [page(tmp_path, "journal/a.md", "a.html")], tmp_path) == []
    assert codes(EMPTY, Options(), [page(tmp_path, "elsewhere/posts/a.md", "a.html")], tmp_path) == []


def test_files_that_another_plugin_keeps_in_a_folder_of_its_own_are_its_own(tmp_path: Path) -> None:
    """They would be in no list of a journal with that folder either, so that no message advises it."""
    (tmp_path / "journal").mkdir()
    kept = page(tmp_path, "blog/posts/2024-01-01-a.md", "blog/2024/a/index.html")._replace(left_out=True)
    (missing,) = without_posts(EMPTY, Options(folder="news", folder_given=True), [kept], set(), places(tmp_path), is_post)

    assert codes(EMPTY, Options(), [kept], tmp_path) == []
    assert "blog" not in missing.message


def test_the_folder_of_posts_that_a_plugin_has_made_need_not_be_there(tmp_path: Path) -> None:
    given = Options(folder="news", folder_given=True)

    assert codes(REFUSED, given, [page(tmp_path, "news/a.md")], tmp_path) == []
    assert codes(REFUSED, given, [page(tmp_path, "other/a.md")], tmp_path) == ["J804"]


def test_files_of_one_language_are_where_the_plugin_for_languages_has_them(tmp_path: Path) -> None:
    """A journal may be there in one language only; a folder that is written with that of a language has no post."""
    (tmp_path / "de/news").mkdir(parents=True)
    site = SiteInfo(docs=tmp_path, configuration=None)
    of_languages = Places(
        site=site, written_docs="elsewhere", movers=lambda: "a plugin", folders=(tmp_path / "de", tmp_path)
    )
    german = page(tmp_path, "news/2024-01-01-a.md")._replace(path=tmp_path / "de/news/2024-01-01-a.md")

    def found(folder: str, *files: OutputFile) -> list[str]:
        options = Options(folder=folder, folder_given=True)
        return [one.message for one in without_posts(EMPTY, options, files, set(), of_languages, is_post)]

    assert found("news", german) == []
    assert found("news") == []
    assert found("de/news", page(tmp_path, "news/2024-01-01-a.md"), german._replace(path=None)) == []
    keys = page(tmp_path, "news/post.md")._replace(path=tmp_path / "de/news/post.md")  # its date is in its front matter
    for written in (german, keys):
        (message,) = found("de/news", written)
        assert "no post in 'de/news'" in message
        assert "write folder: news" in message
