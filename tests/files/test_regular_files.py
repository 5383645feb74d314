"""Pipes and devices wherever a file of a user is read: they are reported, and no reader waits for them."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_journal.audit.named_files import MANIFEST
from mkdocs_journal.commands.main import main
from mkdocs_journal.files.regular_files import bytes_of, is_there, special_kind
from mkdocs_journal.options.option_places import place_of_option
from mkdocs_journal.posts.data_places import data_source
from tests.command_line import runner


def test_a_file_of_data_that_cannot_be_read_has_a_reason(tmp_path: Path) -> None:
    (tmp_path / "tags.yml").write_bytes(b"a: b\n")
    read, folder, none = data_source(tmp_path / "tags.yml"), data_source(tmp_path), data_source(None)

    assert read is not None
    assert (read.data, read.reason) == (b"a: b\n", "")
    assert folder is not None
    assert folder.reason == "Is a directory"
    assert none is None


def test_what_is_no_file_has_a_kind(tmp_path: Path) -> None:
    """A link that leads nowhere has none: MkDocs reports it."""
    (tmp_path / "a.md").write_bytes(b"")
    (tmp_path / "link.md").symlink_to("missing.md")
    os.mkfifo(tmp_path / "pipe.md")

    kinds = [special_kind(str(tmp_path / name)) for name in ("a.md", "link.md", "pipe.md")]

    assert kinds == ["", "", "a named pipe"]
    assert (special_kind(None), special_kind("/dev/null")) == ("", "a device")


def test_the_bytes_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"text")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")

    assert (bytes_of(tmp_path / "a"), bytes_of(tmp_path / "a", 2)) == (b"text", b"te")
    for name in ("pipe", "link", "/dev/zero"):
        with pytest.raises(OSError, match=r"a (?:named pipe|device) is not a regular file"):
            bytes_of(tmp_path / name)
    there = [is_there(tmp_path / name) for name in ("a", "pipe", "link", "", "missing", "a" * 300, "a\0")]
    assert there == [True, True, True, False, False, False, False]


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


def test_an_import_reports_pipes(tmp_path: Path) -> None:
    """As the list of what was written, as the configuration, and among the files of the old site."""
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "_posts").mkdir(parents=True)
    (old / "_posts/2024-01-02-a.md").write_text("---\ntitle: A\n---\nText\n")
    os.mkfifo(old / "picture.png")
    (old / "noise.txt").symlink_to("/dev/zero")

    printed = run("import", "jekyll", old, new).stdout
    assert "not moved: file picture.png: in picture.png; a named pipe is not a regular file" in printed
    assert "not moved: file noise.txt: in noise.txt; a device is not a regular file" in printed
    (new / MANIFEST).unlink()
    os.mkfifo(new / MANIFEST)
    for options in ([], ["--dry-run"]):
        stopped = run("import", "jekyll", old, new, *options, code=1).stderr
        assert f"{MANIFEST} cannot be written (a named pipe has its name; remove it) (J901)" in stopped
    assert special_kind(new / MANIFEST), "a file of the user is not replaced"
    os.mkfifo(old / "_config.yml")
    assert (
        "_config.yml: cannot be read (a named pipe is not a regular file)"
        in run("import", "jekyll", old, tmp_path / "third", code=1).stderr
    )


@pytest.mark.parametrize("name", ["_redirects", "redirects.json", "sitemap.xml", "feed.xml"])
def test_a_built_site_with_a_pipe_is_compared_without_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("Home")
    os.mkfifo(tmp_path / "site" / name)
    (tmp_path / "old").write_text("/\n/gone\n")

    printed = run("verify", tmp_path / "site", tmp_path / "old", code=1).stdout

    assert printed.splitlines()[0] == "lost: /gone"


def test_commands_read_no_pipe(tmp_path: Path) -> None:
    """A site, its configuration and its templates are files; feeds that are compared may come from another program."""
    os.mkfifo(tmp_path / "mkdocs.yml")
    assert "found no mkdocs.yml" in run("init", tmp_path, code=1).stderr
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [journal]\n")
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "template.md")

    printed = run("new", "A", "--site", tmp_path, "--template", tmp_path / "template.md", code=1).stderr

    assert "cannot be read (a named pipe is not a regular file)" in printed


def test_a_configuration_that_came_through_a_pipe_is_not_read_again(tmp_path: Path) -> None:
    """A problem of an option then has no line."""
    os.mkfifo(tmp_path / "mkdocs.yml")

    assert place_of_option(tmp_path / "mkdocs.yml", "folder").line is None


def test_feeds_that_are_compared_may_come_from_another_program(tmp_path: Path) -> None:
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="https://e.org/"/></entry></feed>'
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "feed.xml").write_text(feed)
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=(feed,))
    writer.start()

    printed = run("feeds", "diff", tmp_path / "pipe", tmp_path / "feed.xml").stdout

    writer.join()
    assert printed == "1 the same, 0 shown again, 0 new, 0 gone\n"
    assert "cannot be read (Is a directory)" in _unreadable(tmp_path)


def _unreadable(folder: Path) -> str:
    """Return what is said of a file that is replaced by a folder after the command has looked at it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda _: (folder).open("rb"))
        return run("feeds", "diff", folder / "feed.xml", folder / "feed.xml", code=2).stderr
