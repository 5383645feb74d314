"""The commands of every day: what they print, write and return; no build."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_journal.commands import tag_list
from mkdocs_journal.commands.main import main
from mkdocs_journal.commands.tag_list import twins
from tests.command_line import runner

SITE = {
    "mkdocs.yml": "site_name: T\nsite_url: https://example.org/b/\nplugins: [{journal: {timezone: Asia/Tokyo}}]\n",
    "docs/index.md": "# Home\n",
    "docs/journal/2024-01-02-one.md": "---\ntitle: One\ntags: [Release, ferry]\n---\nText\n",
    "docs/journal/2024-02-03-two/index.md": "---\ntitle: Two\ntags: releases\n---\nText\n",
    "docs/journal/_drafts/idea.md": "---\ntitle: Idea\ndraft: true\n---\nText\n",
    "docs/journal/2031-01-01-later.md": "---\ntitle: Later\n---\nText\n",
}
NOON = "1718000000"
"""2024-06-10 06:13 UTC, in Tokyo in the afternoon of the same day."""
EVENING = "1718031600"
"""2024-06-10 15:00 UTC, in Tokyo the next day."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a site, from which commands run; Git knows a name there."""
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "config", "user.name", "Ada: Lovelace"], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EVENING)
    return tmp_path


def run(*arguments: str, code: int = 0, env: Mapping[str, str] | None = None) -> Result:
    result = runner().invoke(main, arguments, env=env)
    assert result.exit_code == code, result.output + result.stderr
    return result


def test_a_new_post_has_the_day_of_the_site_and_the_name_of_git(folder: Path) -> None:
    printed = run("new", "What's new: 2024 & more", "--tag", "a, b", "--tag", "Release").stdout

    file = "docs/journal/2024-06-11-whats-new-2024-more.md"
    assert printed == f"{file}\nhttps://example.org/b/journal/2024/06/whats-new-2024-more/\n"
    assert (folder / file).read_text() == (
        '---\ntitle: "What\'s new: 2024 & more"\ndate: 2024-06-11\n'
        'author: "Ada: Lovelace"\ntags: ["a, b", Release]\n---\n\n'
    )


def test_a_new_draft_has_no_date_and_no_address(folder: Path) -> None:
    assert run("new", "日本語 Idea", "--draft", "--author", "").stdout == "docs/journal/_drafts/日本語-idea.md\n"
    assert (folder / "docs/journal/_drafts/日本語-idea.md").read_text() == "---\ntitle: 日本語 Idea\n---\n\n"


def test_a_new_post_of_a_template(folder: Path) -> None:
    (folder / "notes.md").write_text("---\nlayout: release\ntitle: X\n# people\nauthor: ~\n---\n\n## Changes\n")

    run("new", "Release 2", "--template", "notes.md", "--date", "2024-03-04", "--slug", "r2", "--author", "Bo")

    assert (folder / "docs/journal/2024-03-04-r2.md").read_text() == (
        "---\nlayout: release\ntitle: Release 2\n# people\nauthor: Bo\ndate: 2024-03-04\n---\n\n## Changes\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("new", "One", "--date", "2024-01-02"), 1, "docs/journal/2024-01-02-one.md: exists already"),
        (("new", " "), 1, "the title is empty"),
        (("new", "A", "--journal", "news"), 1, "--journal: found 'news'; write one of the journals of this site: none"),
        (("new", "A", "--date", "soon"), 2, "mkdocs-journal: --date: found 'soon'"),
        (("new", "A", "--date", ""), 2, "mkdocs-journal: --date: found ''"),
        (("new", "A", "--template", "latin.md"), 1, "a.md: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (("import", "material", "latin.md"), 1, "latin.md: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (("init", "latin.md"), 1, "latin.md: byte 0xE9 is not UTF-8; save the file as UTF-8"),
        (("touch", "docs/journal/2024-01-02-one.md", "--date", "x"), 2, "mkdocs-journal: --date: found 'x'"),
        (("publish", "docs/journal/_drafts/idea.md", "--date", "x"), 2, "mkdocs-journal: --date: found 'x'"),
        (("list", "--as-of", ""), 2, "--as-of: found ''"),
        (("due", "--since", ""), 2, "mkdocs-journal: --since: found ''"),
        (("publish", "docs/journal/2024-01-02-one.md"), 1, "docs/journal/2024-01-02-one.md: published already"),
        (("publish", "docs/index.md"), 1, "docs/index.md: not a post of this site"),
        (("touch", "docs/index.md"), 1, "docs/index.md: not a post of this site"),
        (("tags", "--rename", "none", "x"), 1, "no post has the tag 'none'"),
        (("tags", "--rename", "ferry", " "), 1, "the new tag is empty"),
        (("explain", "J999"), 1, "J999: not a problem code; similar codes are"),
        (("due", "--since", "2030-01-01"), 1, "write a time before 2024-06-10T15:00:00+0000"),
        (("list", "docs"), 2, "found no mkdocs.yml"),
        (("init",), 1, "mkdocs.yml: the plugin is there already"),
        (("init", "docs"), 1, "docs: found no mkdocs.yml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_command_that_cannot_be_done_says_why(folder: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    (folder / "latin.md").write_bytes(b"caf\xe9")
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}

    result = run(*arguments, code=code)

    assert result.stdout == ""
    assert message in result.stderr
    assert result.stderr.startswith("mkdocs-journal: ")
    assert {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()} == before


def test_a_post_of_one_of_several_journals(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: T\nplugins: [{journal: {journals: {news: {}, notes: {}}}}]\n")

    assert run("new", "A", code=1).stderr.endswith("of this site: news, notes\n")
    assert run("new", "A", "--journal", "notes").stdout == "docs/notes/2024-06-10-a.md\n/notes/2024/06/a/\n"


def test_posts_of_jekyll_stay_in_its_folders(folder: Path) -> None:
    (folder / "docs/journal/_posts").mkdir()

    assert run("new", "A").stdout.startswith("docs/journal/_posts/2024-06-11-a.md\n")
    assert run("publish", "docs/journal/_drafts/idea.md").stdout.startswith("docs/journal/_posts/2024-06-11-idea.md\n")


def test_posts_are_listed_the_newest_first(folder: Path) -> None:
    assert run("list").stdout == (
        "2031-01-01  scheduled    Later  (docs/journal/2031-01-01-later.md)\n"
        "2024-02-03               Two  (docs/journal/2024-02-03-two/index.md)\n"
        "2024-01-02               One  (docs/journal/2024-01-02-one.md)\n"
        "            draft        Idea  (docs/journal/_drafts/idea.md)\n"
    )
    assert run("list", "--state", "draft", ".").stdout.count("\n") == 1
    assert run("list", "--tag", "ferry").stdout.startswith("2024-01-02")
    assert "scheduled" not in run("list", "--as-of", "2031-01-02").stdout


def test_posts_are_listed_for_programs(folder: Path) -> None:
    read = json.loads(run("list", "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("list", "--csv").stdout)))

    assert read[2] == {
        "date": "2024-01-02",
        "state": "published",
        "title": "One",
        "file": "docs/journal/2024-01-02-one.md",
        "address": "https://example.org/b/journal/2024/01/one/",
        "journal": "",
        "tags": ["Release", "ferry"],
        "categories": [],
        "authors": [],
        "due": None,
    }
    assert rows[2]["tags"] == "Release; ferry"
    assert [row["file"] for row in rows] == [row["file"] for row in read]


def test_a_draft_is_published(folder: Path) -> None:
    printed = run("publish", "docs/journal/_drafts/idea.md").stdout

    assert printed == "docs/journal/2024-06-11-idea.md\nhttps://example.org/b/journal/2024/06/idea/\n"
    assert (folder / "docs/journal/2024-06-11-idea.md").read_text() == "---\ntitle: Idea\ndate: 2024-06-11\n---\nText\n"
    assert not (folder / "docs/journal/_drafts/idea.md").exists()


def test_a_draft_in_its_place_or_in_a_folder_is_published(folder: Path) -> None:
    drafts = {
        "docs/journal/2024-05-05-here.md": "---\ndraft: yes # soon\ndate: 2020-01-01\npublished: false\n---\n",
        "docs/journal/_drafts/album/index.md": "---\ntitle: Album\n---\n![a](a.png)\n",
        "docs/journal/_drafts/2020-02-02-old.md": "---\ntitle: Old\n---\n",
    }
    for name, text in drafts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "docs/journal/_drafts/album/a.png").write_bytes(b"png")

    found = [run("publish", name, "--date", "2024-06-01").stdout.split("\n")[0] for name in drafts]

    assert found == [
        "docs/journal/2024-06-01-here.md",
        "docs/journal/2024-06-01-album/index.md",
        "docs/journal/2024-06-01-old.md",
    ]
    assert (folder / found[0]).read_text() == "---\ndate: 2024-06-01\n---\n"
    assert (folder / "docs/journal/2024-06-01-album/a.png").read_bytes() == b"png"


def test_a_draft_beside_posts_of_a_glob_is_published_among_them(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: T\nplugins: [{journal: {posts: ['releases/*.md', '**/_posts/*.md']}}]\n")
    for name in ("releases/_drafts/next.md", "news/_drafts/more.md", "news/_posts/2024-01-01-one.md"):
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text("---\ntitle: Next\n---\n")

    found = [
        run("publish", f"docs/{name}", "--date", "2024-06-01").stdout.split("\n")[0]
        for name in ("releases/_drafts/next.md", "news/_drafts/more.md")
    ]

    assert found == ["docs/releases/2024-06-01-next.md", "docs/news/_posts/2024-06-01-more.md"]


def test_files_that_a_draft_names_leave_the_folder_of_drafts_with_it(folder: Path) -> None:
    """Where its paths lead afterwards; one of two drafts is copied, one of none stays, and no other file is replaced."""
    drafts = folder / "docs/journal/_drafts"
    for name in ("a.png", "img/b.png", "sub/c.png", "shared.png", "own/d.png", "free.png", "page.md"):
        (drafts / name).parent.mkdir(parents=True, exist_ok=True)
        (drafts / name).write_text(name)
    (drafts / "other.md").write_text("![s](shared.png)\n")
    (drafts / "sub/idea.md").write_text("![c](c.png) ![b](../img/b.png) ![s](../shared.png) [p](../page.md)\n")
    (drafts / "own/index.md").write_text("![d](d.png) ![a](../a.png)\n")

    run("publish", "docs/journal/_drafts/sub/idea.md", "--date", "2024-06-01")
    run("publish", "docs/journal/_drafts/own/index.md", "--date", "2024-06-01")

    journal = {path.relative_to(folder / "docs/journal").as_posix(): path for path in (folder / "docs").rglob("*.png")}
    assert sorted(journal) == [
        *("2024-06-01-own/d.png", "_drafts/free.png", "_drafts/shared.png"),
        *("a.png", "img/b.png", "shared.png", "sub/c.png"),
    ]
    assert journal["shared.png"].read_text() == "shared.png"
    (drafts / "other.md").write_text("![a](shared.png)\n")
    refused = run("publish", "docs/journal/_drafts/other.md", code=1).stderr
    assert "docs/journal/shared.png exists already; a file that the draft names would be moved there" in refused


def test_a_draft_is_not_published_over_another_file_and_not_halfway(folder: Path) -> None:
    taken = folder / "docs/journal/2024-06-11-idea.md"
    taken.write_text("---\ntitle: Taken\n---\n")
    (folder / "docs/journal/2024-05-05-other.md").write_text("---\ntitle: Other\n---\n")
    defaults = "{timezone: Asia/Tokyo, defaults: [{scope: {path: ''}, values: {draft: true}}]}"
    (folder / "mkdocs.yml").write_text(f"site_name: T\nplugins: [{{journal: {defaults}}}]\n")

    assert "2024-06-11-idea.md: exists already" in run("publish", "docs/journal/_drafts/idea.md", code=1).stderr
    assert (folder / "docs/journal/_drafts/idea.md").read_text() == SITE["docs/journal/_drafts/idea.md"]
    assert "would still be draft" in run("publish", "docs/journal/2024-05-05-other.md", code=1).stderr
    assert (folder / "docs/journal/2024-05-05-other.md").read_text() == "---\ntitle: Other\n---\n"


@pytest.mark.parametrize(
    ("name", "text", "state"),
    [
        ("2024-01-03-k.md", b"---\r\npublish_date: 2099-01-01\r\ndate: 2024-01-01 # c\r\n---\r\n", "scheduled"),
        ("_drafts/k/index.md", b"---\npublish_date: 2099-01-01\n---\n", "scheduled"),
        ("_drafts/k.md", b"---\ntime: 25 o'clock\ntitle: Title: two\n---\n", ""),
    ],
)
def test_a_draft_that_stays_withheld_is_not_changed(folder: Path, name: str, text: bytes, state: str) -> None:
    file = folder / "docs/journal" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text)
    files = sorted(folder.rglob("*.md"))

    assert state in run("publish", str(file), code=1).stderr

    assert (file.read_bytes(), sorted(folder.rglob("*.md"))) == (text, files)


def test_files_that_belong_to_no_site(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\n---\n")

    for command in ("publish", "touch"):
        assert "found no mkdocs.yml, _config.yml or folder _posts" in run(command, str(tmp_path / "a.md"), code=1).stderr


@pytest.mark.parametrize("above", ["", "blog/"])
def test_posts_of_a_folder_without_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, above: str) -> None:
    """Commands for one file find its journal by the folder that it is in, as the others do."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    for name in ("_posts/2024-01-02-one.md", "_posts/2024-02-03-two.md", "_drafts/idea.md"):
        (tmp_path / above / name).parent.mkdir(parents=True, exist_ok=True)
        withheld = "draft: true\n" if "two" in name else ""
        (tmp_path / above / name).write_bytes(f"---\ntitle: A\n{withheld}---\nText".encode())

    run("touch", f"{above}_posts/2024-01-02-one.md")
    run("publish", f"{above}_posts/2024-02-03-two.md")
    printed = run("publish", f"{above}_drafts/idea.md").stdout

    assert printed == f"{above}_posts/2024-06-10-idea.md\n/2024/06/10/idea.html\n"
    assert sorted((path.name, path.read_text()) for path in (tmp_path / above / "_posts").iterdir()) == [
        ("2024-01-02-one.md", "---\ntitle: A\nlast_updated: 2024-06-10\n---\nText"),
        ("2024-06-10-idea.md", "---\ntitle: A\ndate: 2024-06-10\n---\nText"),
        ("2024-06-10-two.md", "---\ntitle: A\ndate: 2024-06-10\n---\nText"),
    ]


def test_a_post_is_touched(folder: Path) -> None:
    one, two = "docs/journal/2024-01-02-one.md", "docs/journal/2024-02-03-two/index.md"
    (folder / two).write_text("---\r\ntitle: Two\r\nupdated: 2024-03-03 # old\r\n---\r\nText\r\n", newline="")

    assert run("touch", one, two).stdout == f"{one}\n{two}\n"

    assert (folder / one).read_text() == "---\ntitle: One\nlast_updated: 2024-06-11\ntags: [Release, ferry]\n---\nText\n"
    assert (folder / two).read_bytes() == b"---\r\ntitle: Two\r\nupdated: 2024-06-11 # old\r\n---\r\nText\r\n"
    run("touch", one, "--date", "2024-05-05")
    assert "last_updated: 2024-05-05\n" in (folder / one).read_text()


def test_a_file_that_cannot_be_edited_is_named(folder: Path) -> None:
    (folder / "docs/journal/2024-03-03-x.md").write_text("---\n{title: X, draft: false}\n---\n")
    (folder / "docs/journal/_drafts/y.md").write_text("---\n{title: Y}\n---\n")

    assert "2024-03-03-x.md: its front matter is in braces" in run("touch", "docs/journal/2024-03-03-x.md", code=1).stderr
    done = run("touch", "docs/journal/2024-03-03-x.md", "docs/journal/2024-01-02-one.md", code=1)
    assert (done.stdout, done.stderr.splitlines()[1:]) == (
        "docs/journal/2024-01-02-one.md\n",
        ["mkdocs-journal: 1 of 2 files could not be changed"],
    )
    run("touch", "docs/journal/2024-01-02-one.md", "docs/index.md", "--date", "2025-01-01", code=1)
    assert "2025" not in (folder / "docs/journal/2024-01-02-one.md").read_text()
    assert "y.md: its front matter is in braces" in run("publish", "docs/journal/_drafts/y.md", code=1).stderr


def test_tags_are_counted_compared_and_renamed(folder: Path) -> None:
    assert run("tags").stdout == "    1  ferry\n    1  Release\n    1  releases\n"
    assert run("tags", "--similar").stdout == "Release (1)  releases (1)\n"

    done = run("tags", "--rename", "releases", "Release")

    assert done.stdout == "docs/journal/2024-02-03-two/index.md\n"
    assert run("tags").stdout == "    2  Release\n    1  ferry\n"


def test_a_tag_that_cannot_be_renamed_everywhere(folder: Path) -> None:
    (folder / "docs/journal/2024-03-03-x.md").write_text("---\na: &a [ferry]\ntags: *a\n---\n")

    done = run("tags", "--rename", "ferry", "boat", code=1)

    assert done.stdout == "docs/journal/2024-01-02-one.md\n"
    assert "x.md: its key tags contains an alias or a map" in done.stderr
    assert "1 of 2 files could not be changed" in done.stderr


def test_near_twins() -> None:
    names = [
        "css",
        "rss",
        "open source",
        "open-source",
        "city",
        "cities",
        "release",
        "relaese",
        "box",
        "boxes",
        "日本",
        "--",
    ]

    assert list(twins(names)) == [
        ("open source", "open-source"),
        ("city", "cities"),
        ("release", "relaese"),
        ("box", "boxes"),
    ]


def test_an_enumeration_has_no_twins() -> None:
    numbers = [*(f"version {number}" for number in range(100, 160)), "release 2", "relaese 2"]
    letters = [f"appendix {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]

    assert list(twins([*numbers, *letters])) == [("release 2", "relaese 2")]
    assert len(list(twins(letters[:3]))) == 3


def test_not_every_tag_is_compared_with_every_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(tag_list, "is_near", lambda *names: compared.append(names))

    assert list(twins([sha256(bytes([number])).hexdigest()[:20] for number in range(200)])) == []
    assert len(compared) < 200


@pytest.mark.parametrize(
    ("arguments", "printed", "code"),
    [
        ((), "2031-01-01T00:00:00+09:00\n", 0),
        (("--as-of", "2031-01-02"), "", 1),
        (("--since", "2024-06-01"), "2031-01-01T00:00:00+09:00\n", 1),
        (("--since", "2024-01-15"), "2031-01-01T00:00:00+09:00\n", 0),
        (("--since", "2030-12-30", "--as-of", "2031-01-02"), "", 0),
    ],
)
def test_when_the_next_post_is_due(folder: Path, arguments: tuple[str, ...], printed: str, code: int) -> None:
    assert run("due", *arguments, code=code).stdout == printed


def test_a_code_is_explained() -> None:
    text = run("explain", "j302").stdout

    assert text == run("explain", "302").stdout
    assert text.startswith("J302 (error): the date is unreadable")
    assert "{" not in text
    assert "audit: {allow" in run("explain", "J902").stdout


def test_the_plugin_is_added_to_a_site(folder: Path) -> None:
    plain = "site_name: T\ntheme:\n  name: mkdocs  # ours\n"
    (folder / "mkdocs.yml").write_text(plain)
    (folder / "docs/journal").rename(folder / "docs/blog")

    shown = run("init").stdout

    assert "+  - journal: {folder: blog}\n" in shown
    assert "3 dated files in docs/blog will be posts." in shown
    assert "run the command again with --yes" in shown
    assert (folder / "mkdocs.yml").read_text() == plain
    run("init", "mkdocs.yml", "--yes")
    assert (folder / "mkdocs.yml").read_text() == f"{plain}plugins:\n  - search\n  - journal: {{folder: blog}}\n"
    assert run("list").stdout.count("\n") == 4


def test_the_plugin_is_added_to_a_site_without_posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("plugins: []\n")
    assert "add the plugin by hand" in run("init", code=1).stderr
    (tmp_path / "mkdocs.yml").write_text("site_name: T\n")

    assert "Write the first post with `mkdocs-journal new`; posts belong in docs/journal." in run("init", "--yes").stdout
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: T\nplugins:\n  - search\n  - journal\n"


def test_dates_in_folders_of_years_and_in_bundles_are_posts_of_one_folder(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: T\n")
    for name in ("2024/05/2024-05-05-a.md", "_posts/2024-05-06-b.md", "2024-05-07-c/README.md"):
        (folder / "docs/news" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs/news" / name).write_text("# A\n")
    (folder / "docs/journal/2024-01-02-one.md").unlink()

    assert "3 dated files in docs/news will be posts." in run("init").stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_of_a_shell(shell: str) -> None:
    assert "_MKDOCS_JOURNAL_COMPLETE" in run("completion", shell).stdout


def test_check_fixes_what_needs_no_choice(folder: Path) -> None:
    files = {
        "docs/journal/2024-03-03-x.md": (b"\r\n---\r\nautor: A\r\n---\r\n", b"---\r\nauthor: A\r\n---\r\n"),
        "docs/journal/2024-03-04-y.md": (b"---\nauthr: B\n----\nText\n", b"---\nauthor: B\n---\nText\n"),
        "docs/journal/2024-03-05-z.md": (b"---\ntitle: Z: z\n---\n", b"---\ntitle: Z: z\n---\n"),
    }
    for name, (text, _) in files.items():
        (folder / name).write_bytes(text)

    done = run("check", "--fix", ".", code=1)

    assert done.stderr == "fixed: docs/journal/2024-03-03-x.md\nfixed: docs/journal/2024-03-04-y.md\n"
    assert {name: (folder / name).read_bytes() for name in files} == {name: text for name, (_, text) in files.items()}
    assert done.stdout.count("(J1") == done.stdout.count("(J106)") == 1
    assert run("check", "--fix", ".", code=1).stderr == ""


def test_check_reads_as_jekyll_does(folder: Path) -> None:
    (folder / "docs/journal/2024-03-03-x.md").write_text("---\nTags: [a]\n---\n")

    assert "J201" not in run("check").stdout
    assert "x.md:2:1: Tags: unknown key; did you mean tags?" in run("check", "--compat", "jekyll").stdout


def test_check_for_code_scanning(folder: Path) -> None:
    (folder / "docs/journal/2024-03-03-ä b.md").write_text("---\ntitle: X\nauthr: A\n---\n")

    log = json.loads(run("check", "--format", "sarif").stdout)

    run_ = log["runs"][0]
    assert (log["version"], run_["tool"]["driver"]["name"]) == ("2.1.0", "mkdocs-journal")
    assert run_["results"] == [
        {
            "ruleId": "J201",
            "level": "warning",
            "message": {"text": "authr: unknown key; did you mean author?"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "docs/journal/2024-03-03-%C3%A4%20b.md"},
                        "region": {"startLine": 3, "startColumn": 1},
                    }
                }
            ],
        }
    ]
    assert [rule["id"] for rule in run_["tool"]["driver"]["rules"]] == ["J201"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "caf\udce9"),
        ("new", "T", "--tag", "a", "--tag", "\udce9"),
        ("new", "T", "--author", "\udce9"),
        ("new", "T", "--slug", "\udce9"),
        ("tags", "--rename", "ferry", "\udce9"),
    ],
)
def test_arguments_that_are_not_utf8_are_refused(folder: Path, arguments: tuple[str, ...]) -> None:
    before = sorted(folder.rglob("*.md"))

    assert "is not UTF-8" in run(*arguments, code=2).stderr
    assert sorted(folder.rglob("*.md")) == before


def test_years_have_four_digits(folder: Path) -> None:
    assert run("new", "Old", "--date", "0999-01-02").stdout.startswith("docs/journal/0999-01-02-old.md\n")
    assert "date: 0999-01-02\n" in (folder / "docs/journal/0999-01-02-old.md").read_text()
    assert run("publish", "docs/journal/_drafts/idea.md", "--date", "0099-01-02").stdout.startswith("docs/journal/0099-")
    assert "date: 0099-01-02\n" in (folder / "docs/journal/0099-01-02-idea.md").read_text()
    run("touch", "docs/journal/2024-01-02-one.md", "--date", "0999-01-02")
    assert "last_updated: 0999-01-02\n" in (folder / "docs/journal/2024-01-02-one.md").read_text()


@pytest.mark.parametrize("key", ["status: draft", "visibility: [Private]", "wip: yes", "entwurf: ja", "publish: false"])
def test_a_key_of_another_program_that_withholds_a_draft_is_removed(folder: Path, key: str) -> None:
    file = folder / "docs/journal/three.md"
    file.write_text(f"---\ntitle: Three\n{key}\nstate: done\n---\nText\n")

    run("publish", str(file))

    assert file.read_text() == "---\ntitle: Three\ndate: 2024-06-11\nstate: done\n---\nText\n"
