"""Git fixtures made here: every date is the right day or absent."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journal.history.commits import Memory, Person
from mkdocs_journal.history.file_history import FileHistory, Histories, people_of
from mkdocs_journal.history.git import GitError, open_repository, own_name, read_commits
from mkdocs_journal.history.git_history import read_git
from mkdocs_journal.history.histories import Rules, read_histories, read_revisions
from mkdocs_journal.history.worktree import uncommitted
from mkdocs_journal.options.journal_options import Options, SiteOptions
from tests.history.repository import LINES, Repository


def histories(repository: Repository, rules: Rules | None = None, folder: str = "docs") -> Mapping[str, FileHistory]:
    """Return what is known about each file of the docs, by its path below them."""
    docs = repository.folder / folder
    paths = [path for path in docs.rglob("*") if path.is_file()]
    found = read_histories(paths, docs, rules or Rules(), Memory())
    assert found.trouble == ""
    return {path.relative_to(docs).as_posix(): history for path, history in found.files.items()}


def updated(history: FileHistory) -> str:
    return history.updated.date().isoformat() if history.updated else ""


def created(history: FileHistory) -> str:
    return history.created.date().isoformat() if history.created else ""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A history with everything that leads others to a wrong date.

    `kept` added and never touched; `edited` changed twice; `renamed` and `moved` renamed without and with a change; `day`
    added and changed on one day; `branch` changed on a branch that was merged later; `both` changed on both sides;
    `formatted` changed by a formatter only; `old-name` is a new file where another was; `again` deleted and added anew.
    """
    repository = Repository(tmp_path_factory.mktemp("original"))
    names = ["kept", "edited", "first", "second", "branch", "both", "formatted", "old-name", "again", "late"]
    repository.commit("2024-01-01", {f"docs/{name}.md": f"{name}\n{LINES}" for name in names})
    repository.commit("2024-01-02", {"docs/day.md": LINES})
    repository.commit("2024-01-02", {"docs/day.md": f"{LINES}More.\n"}, hour=18)
    repository.commit("2024-01-03", {"docs/edited.md": f"edited\n{LINES}One.\n"})
    repository.git("mv", "docs/first.md", "docs/renamed.md")
    repository.git("mv", "docs/second.md", "docs/moved.md")
    repository.git("mv", "docs/old-name.md", "docs/new-name.md")
    repository.commit("2024-01-04", {"docs/moved.md": f"second\n{LINES}Moved.\n", "docs/again.md": None})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("2024-01-05", {"docs/branch.md": f"branch\n{LINES}Side.\n", "docs/both.md": f"Side.\nboth\n{LINES}"})
    repository.git("checkout", "-q", "main")
    repository.commit("2024-01-06", {"docs/both.md": f"both\n{LINES}Main.\n", "docs/old-name.md": "Another text.\n"})
    repository.git("merge", "-q", "--no-ff", "-m", "Merge", "side", day="2024-01-08")
    repository.commit("2024-01-09", {"docs/again.md": "A new text.\n"})
    files = {f"docs/{name}.md": f"{name}\n{LINES}".replace("Line", "LINE") for name in ["formatted", "kept"]}
    repository.commit("2024-01-10", files, message="Format: everything")
    repository.commit("2024-01-11", {"docs/edited.md": f"edited\n{LINES}One. Two.\n"})
    repository.commit("2024-01-12", {"docs/late.md": f"late\n{LINES}Late.\n"})
    return repository


@pytest.fixture
def story(original: Repository, tmp_path: Path) -> Repository:
    """Return a copy of it."""
    return Repository(shutil.copytree(original.folder, tmp_path / "story"), new=False)


EVERYTHING = {
    "kept.md": ("2024-01-01", ""),
    "edited.md": ("2024-01-01", "2024-01-11"),
    "renamed.md": ("2024-01-01", ""),
    "moved.md": ("2024-01-01", "2024-01-04"),
    "day.md": ("2024-01-02", ""),
    "branch.md": ("2024-01-01", "2024-01-05"),
    "both.md": ("2024-01-01", "2024-01-08"),
    "formatted.md": ("2024-01-01", ""),
    "new-name.md": ("2024-01-01", ""),
    "old-name.md": ("2024-01-06", ""),
    "again.md": ("2024-01-09", ""),
    "late.md": ("2024-01-01", "2024-01-12"),
}


def test_every_date_is_the_right_day(story: Repository) -> None:
    """The adding commit, a renaming and a formatter are no updates; the day of a merge is that of a text made by it."""
    found = histories(story, Rules(message="^Format"))

    assert {name: (created(history), updated(history)) for name, history in found.items()} == EVERYTHING
    assert not any(history.unknown or history.uncommitted for history in found.values())


def test_commits_to_ignore_can_be_named(story: Repository) -> None:
    """As in `.git-blame-ignore-revs`; without the rule they count."""
    name = story.git("log", "--format=%H", "--grep=Format", "-1")
    text = f"# Formatter\n\n{name}  # all of it\nnot a commit\n{name[:12]}\n"

    assert read_revisions(text) == {name}
    assert updated(histories(story, Rules(revisions=read_revisions(text)))["formatted.md"]) == ""
    assert updated(histories(story)["formatted.md"]) == "2024-01-10"


def test_a_damaged_list_of_where_a_clone_ends_is_no_bug(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit("2024-01-02", {"docs/a.md": "A\n"})
    (tmp_path / ".git" / "shallow").write_bytes("é\n".encode())

    opened = open_repository(tmp_path)

    assert opened is not None
    assert not any(name.isascii() for name in opened.boundary)


@pytest.mark.parametrize("depth", range(1, 14))
def test_in_a_shallow_clone_no_date_is_wrong(story: Repository, tmp_path: Path, depth: int) -> None:
    """Each is that of the whole history, or absent."""
    clone = story.clone(tmp_path / "clone", "--depth", str(depth))
    found = histories(clone, Rules(message="^Format"))

    assert set(found) == set(EVERYTHING)
    for name, history in found.items():
        assert created(history) in {EVERYTHING[name][0], ""}, name
        assert updated(history) in {EVERYTHING[name][1], ""}, name
    assert updated(found["late.md"]) == ("2024-01-12" if depth > 1 else "")
    docs = clone.folder / "docs"
    shallow = read_histories(list(docs.iterdir()), docs, Rules(), Memory()).shallow
    assert shallow == any(history.unknown for history in found.values()) == (depth < 12)


def test_a_clone_without_old_texts_asks_for_none(story: Repository, tmp_path: Path) -> None:
    """What was renamed and changed at once is not known again there: its beginning is unknown, not another day."""
    story.git("config", "uploadpack.allowFilter", "true")
    clone = story.clone(tmp_path / "clone", "--filter=blob:none")
    story.folder.rename(tmp_path / "gone")
    found = histories(clone, Rules(message="^Format"))

    for name, history in found.items():
        assert created(history) in {EVERYTHING[name][0], ""}, name
        assert updated(history) in {EVERYTHING[name][1], ""}, name
    assert created(found["renamed.md"]) == "2024-01-01"
    assert created(found["moved.md"]) == ""


def test_uncommitted_changes_are_known(story: Repository) -> None:
    """A file whose time alone has changed has none; a file that was never committed has no history."""
    docs = story.folder / "docs"
    (docs / "kept.md").write_text("Another text.\n", encoding="utf-8")
    (docs / "new.md").write_text("New.\n", encoding="utf-8")
    os.utime(docs / "edited.md", (1, 1))
    index = (story.folder / ".git/index").read_bytes()
    found = histories(story)

    assert [name for name, history in found.items() if history.uncommitted] == ["kept.md"]
    assert "new.md" not in found
    assert (story.folder / ".git/index").read_bytes() == index


def test_people_are_those_of_the_mailmap(tmp_path: Path) -> None:
    """In the order of their first commit, co-authors too, each once; programs are no people."""
    repository = Repository(tmp_path)
    repository.commit("2024-01-01", {"docs/a.md": "1\n"}, author="ada l <old@example.org>")
    repository.commit(
        "2024-01-02", {"docs/a.md": "2\n"}, message="B\n\nCo-authored-by: Cleo <cleo@example.org>\n", author="Bo <b>"
    )
    repository.commit("2024-01-03", {"docs/a.md": "3\n"}, author="dependabot[bot] <d@example.org>")
    repository.commit("2024-01-04", {"docs/a.md": "4\n"})
    repository.commit("2024-01-05", {".mailmap": "Ada <ada@example.org> <old@example.org>\n"})

    (history,) = histories(repository).values()

    assert people_of(history) == ("Ada", "Bo", "Cleo")
    assert Person("Cleo", "cleo@example.org") in history.people


def test_commits_are_read_again_only_if_head_or_the_mailmap_has_changed(tmp_path: Path) -> None:
    """Between the builds of `serve`, which has one memory."""
    Repository(tmp_path).commit("2024-01-01", {"docs/a.md": "1\n"}, author="ada l <old@example.org>")
    memory, docs = Memory(), tmp_path / "docs"

    def names() -> list[tuple[str, ...]]:
        return [people_of(one) for one in read_histories([docs / "a.md"], docs, Rules(), memory).files.values()]

    assert names() == [("ada l",)]
    kept = memory.commits
    assert names() == [("ada l",)]
    assert memory.commits is kept
    (tmp_path / ".mailmap").write_text("Ada <old@example.org>\n")
    assert names() == [("Ada",)]


def test_a_name_in_another_encoding_is_shown_without_what_cannot_be_read() -> None:
    people = tuple(Person(name, "x@example.org") for name in ("J\udcf6rg", " ", "renovate[bot]", "Ada", "Ada"))

    assert people_of(FileHistory(people=people)) == ("J\N{REPLACEMENT CHARACTER}rg", "Ada")


def test_co_authors_are_those_of_the_mailmap(tmp_path: Path) -> None:
    """By address, by name and address, in another case. Others keep their name; one without a name is not shown."""
    repository = Repository(tmp_path)
    others = ["cl <CLEO@old.example>", "Dan X <dan@example.org>", "Eve <eve@example.org>", "<nobody@example.org>"]
    trailers = "".join(f"Co-authored-by: {other}\n" for other in others)
    repository.commit("2024-01-01", {"docs/a.md": "1\n"}, message=f"A\n\n{trailers}")
    mailmap = "Cleo <cleo@example.org> <cleo@old.example>\nDana <dana@example.org> Dan X <dan@example.org>\n"
    repository.commit("2024-01-02", {".mailmap": mailmap})

    (history,) = histories(repository).values()

    assert people_of(history) == ("Ada", "Cleo", "Dana", "Eve")
    assert [person.email for person in history.people[1:3]] == ["cleo@example.org", "dana@example.org"]


def test_a_co_author_in_several_lines_is_read_as_in_one(tmp_path: Path) -> None:
    """Git ends with an error for a name with a line feed, and the history would be unavailable."""
    repository = Repository(tmp_path)
    trailers = "Co-authored-by: Cleo\n  Doe <cleo@example.org>\nCo-authored-by: Eve <eve\n  @example.org>\n"
    repository.commit("2024-01-01", {"docs/a.md": "1\n"}, message=f"A\n\n{trailers}")

    (history,) = histories(repository).values()

    assert people_of(history) == ("Ada", "Cleo Doe", "Eve")


def test_no_program_that_a_repository_names_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its configuration and attributes name: filters, monitors, hooks, drivers of differences, connections."""
    repository = Repository(tmp_path / "repository")
    marker = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {marker}\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    repository.commit("2024-01-01", {"docs/a.md": LINES, "docs/b.md": LINES, "docs/c.md": LINES, "docs/d.bin": "d"})
    repository.commit("2024-01-02", {"docs/a.md": f"{LINES}More.\n"}, message="A\n\nCo-authored-by: Bo <bo@example.org>\n")
    for key in (
        "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "filter.a=b.clean", "core.fsmonitor",
        "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy", "core.alternateRefsCommand",
        "diff.external", "diff.evil.textconv", "diff.evil.command", "merge.evil.driver", "gpg.program", "pager.log",
        "credential.helper", "remote.origin.uploadpack", "remote.origin.vcs", "alias.log", "alias.ls-tree",
        "uploadpack.packObjectsHook", "trailer.co-authored-by.command", "trailer.co-authored-by.cmd",
    ):  # fmt: skip
        repository.git("config", key, str(program))
    for key, value in {
        "filter.evil.required": "true", "log.showSignature": "true", "diff.renames": "copies",
        "status.submoduleSummary": "true", "remote.origin.url": "ssh://nowhere.invalid/x", "remote.origin.promisor": "true",
        "extensions.partialClone": "origin",
        "core.repositoryFormatVersion": "1", "log.diffMerges": "remerge",
        "log.mailmap": "true", "trailer.co-authored-by.ifexists": "replace",
    }.items():  # fmt: skip
        repository.git("config", key, value)
    attributes = "* filter=evil diff=evil merge=evil\ndocs/b.md filter=a=b\ndocs/c.md !filter\n"
    (repository.folder / ".git/info").mkdir(exist_ok=True)
    (repository.folder / ".git/info/attributes").write_text(attributes, encoding="utf-8")
    (repository.folder / ".gitattributes").write_text(attributes, encoding="utf-8")
    for name in ("post-index-change", "pre-commit", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        hook = repository.folder / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        shutil.copy(program, hook)
    for name in ("a", "b", "c"):
        (repository.folder / f"docs/{name}.md").write_text("Another text.\n", encoding="utf-8")
    marker.unlink(missing_ok=True)

    found = histories(repository)

    assert not marker.exists(), marker.read_text(encoding="utf-8")
    assert updated(found["a.md"]) == "2024-01-02"
    assert {name: history.uncommitted for name, history in found.items()} == {
        "a.md": False,
        "b.md": False,
        "c.md": True,
        "d.bin": False,
    }, "what a filter converts cannot be compared"
    tree = repository.git("rev-parse", "HEAD~1:docs")
    marker.unlink(missing_ok=True)
    (repository.folder / f".git/objects/{tree[:2]}/{tree[2:]}").unlink()
    docs = repository.folder / "docs"
    assert read_histories([docs / "a.md"], docs, Rules(), Memory()).trouble, "a text that is not there is not fetched"
    assert not marker.exists(), marker.read_text(encoding="utf-8")


def test_a_text_with_the_ends_of_lines_of_the_system_is_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a repository of either digest; a file that is gone, or a folder in its place, is not."""
    for number, form in enumerate(("sha1", "sha256")):
        repository = Repository(tmp_path / str(number), new=False)
        repository.git("init", "-q", "-b", "main", f"--object-format={form}")
        names = ["docs/a.md", "docs/b.md", "docs/c.md", "docs/d.md", "docs/e.md", "docs/f.md"]
        repository.commit("2024-01-01", {**dict.fromkeys(names, LINES), ".gitattributes": "f.md ident\n"})
        (repository.folder / "docs/a.md").write_text(LINES, encoding="utf-8", newline="\r\n")
        (repository.folder / "docs/b.md").write_text(f"{LINES}\n", encoding="utf-8", newline="\r\n")
        (repository.folder / "docs/c.md").unlink()
        (repository.folder / "docs/d.md").unlink()
        (repository.folder / "docs/d.md").mkdir()
        (repository.folder / "docs/f.md").write_text("$Id$", encoding="utf-8")
        opened = open_repository(repository.folder)
        assert opened is not None

        assert uncommitted(opened, repository.folder / "docs") == {"docs/b.md", "docs/c.md", "docs/d.md"}
        assert uncommitted(opened, repository.folder, frozenset(["docs/a.md"])) == frozenset()
        with monkeypatch.context() as patch:
            patch.setattr(Path, "read_bytes", lambda file: file.open("x"))  # as without the right to read it
            assert uncommitted(opened, repository.folder, frozenset(["docs/a.md"])) == {"docs/a.md"}


def test_a_page_in_a_submodule_has_its_own_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in a clone inside a clone and where a hook of the outer one builds; one that cannot be asked is named."""
    other = Repository(tmp_path / "other")
    other.commit("2020-01-01", {"b.md": LINES, "deep/c.md": LINES})
    other.commit("2021-03-04", {"b.md": f"{LINES}More.\n"})
    repository = Repository(tmp_path / "site")
    repository.commit("2022-01-01", {"docs/a.md": LINES})
    repository.git("submodule", "add", "-q", str(other.folder), "docs/mod")
    other.clone(repository.folder / "docs/clone")
    repository.git("commit", "-q", "-am", "Module", day="2022-01-02")
    (repository.folder / "docs/clone/b.md").write_text("Other.\n", encoding="utf-8")
    dated = {
        "a.md": ("2022-01-01", ""),
        "mod/b.md": ("2020-01-01", "2021-03-04"),
        "mod/deep/c.md": ("2020-01-01", ""),
        "clone/b.md": ("2020-01-01", "2021-03-04"),
        "clone/deep/c.md": ("2020-01-01", ""),
    }

    for variables in ({}, {"GIT_DIR": str(repository.folder / ".git"), "GIT_WORK_TREE": str(repository.folder)}):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        docs = repository.folder / "docs"
        found = read_histories(sorted(docs.rglob("*.md")), docs, Rules(), Memory())
        shown = {path.relative_to(docs).as_posix(): history for path, history in found.files.items()}
        assert {name: (created(history), updated(history)) for name, history in shown.items()} == dated
        assert [name for name, history in shown.items() if history.uncommitted] == ["clone/b.md"]
        assert found.trouble == ""
        for name in variables:
            monkeypatch.delenv(name)
    (docs / "mod/.git").write_text("gitdir: ../../nowhere\n", encoding="utf-8")
    found = read_histories(sorted(docs.rglob("*.md")), docs, Rules(), Memory())
    assert found.trouble == "mod: no commits found; is the submodule initialised?"
    assert len(found.files) == 3
    (docs / "mod/.git").write_text("not what Git writes\n", encoding="utf-8")
    assert read_histories([docs / "mod/b.md"], docs, Rules(), Memory()).trouble.startswith("mod: invalid gitfile format")


def test_a_branch_that_changed_a_file_under_its_old_name_counts(tmp_path: Path) -> None:
    """Also if that commit is newer than the renaming; a file of that name that came and went does not."""
    repository = Repository(tmp_path)
    repository.commit("2024-01-01", {"docs/a.md": LINES, "docs/x.md": LINES.lower()})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("2024-01-05", {"docs/a.md": f"Side.\n{LINES}"})
    repository.git("checkout", "-q", "main")
    repository.git("mv", "docs/a.md", "docs/b.md")
    repository.git("mv", "docs/x.md", "docs/y.md")
    repository.commit("2024-01-03")
    repository.git("mv", "docs/b.md", "docs/c.md")
    repository.commit("2024-01-04")
    repository.git("merge", "-q", "-m", "Merge", "side", day="2024-01-06")
    repository.commit("2024-01-07", {"docs/x.md": "Something else.\n"})
    repository.commit("2024-01-08", {"docs/x.md": "Something else, changed.\n"})
    repository.commit("2024-01-09", {"docs/x.md": None})

    found = histories(repository)

    assert {name: (created(history), updated(history)) for name, history in found.items()} == {
        "c.md": ("2024-01-01", "2024-01-05"),
        "y.md": ("2024-01-01", ""),
    }


def test_a_file_that_is_copied_or_comes_by_a_merge_was_added_then(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit("2024-01-01", {"docs/a.md": LINES})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("2024-01-02", {"docs/b.md": "side\n"})
    repository.git("checkout", "-q", "main")
    repository.commit("2024-01-03", {"docs/b.md": "main\n"})
    repository.git("config", "diff.renames", "copies")
    repository.git("merge", "-q", "-s", "ours", "-m", "Merge", "side", day="2024-01-04")
    (repository.folder / "docs/b.md").write_text("both\n", encoding="utf-8")
    (repository.folder / "docs/c.md").write_text("new\n", encoding="utf-8")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-a", "--amend", "--no-edit", day="2024-01-04")
    repository.commit("2024-01-05", {"docs/a.md": f"{LINES}Changed.\n", "docs/d.md": LINES})

    found = histories(repository)

    assert {name: (created(history), updated(history)) for name, history in found.items()} == {
        "a.md": ("2024-01-01", "2024-01-05"),
        "b.md": ("2024-01-02", "2024-01-04"),
        "c.md": ("2024-01-04", ""),
        "d.md": ("2024-01-05", ""),
    }


def test_other_rights_are_no_change(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit("2024-01-01", {"docs/a.md": LINES})
    repository.git("update-index", "--chmod=+x", "docs/a.md")
    repository.git("commit", "-q", "-m", "Rights", day="2024-01-02")

    assert updated(histories(repository)["a.md"]) == ""


def test_outside_a_repository_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor without a commit, nor where Git is not installed: no date, and no trouble."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "docs").mkdir()
    assert read_histories([tmp_path / "docs/a.md"], tmp_path / "docs", Rules(), Memory()) == Histories()
    Repository(tmp_path)
    assert read_histories([], tmp_path / "docs", Rules(), Memory()) == Histories()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_histories([], tmp_path / "docs", Rules(), Memory()) == Histories()


def test_a_build_in_a_hook_of_git_finds_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook says where things are as seen from the top; the docs lie below it."""
    repository = Repository(tmp_path)
    repository.commit("2024-01-01", {"docs/a.md": LINES})
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")

    assert created(histories(repository)["a.md"]) == "2024-01-01"


def test_a_git_that_does_not_answer_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its message, or that it took too long, is the trouble; the build goes on."""
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nsleep 5\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(GitError, match=r"git rev-parse took longer than 0\.2 seconds"):
        open_repository(tmp_path, limit=0.2)

    program.write_text(
        "#!/bin/sh\necho 'fatal: detected dubious ownership in repository' >&2\nexit 128\n", encoding="utf-8"
    )
    found = read_histories([], tmp_path, Rules(), Memory())
    assert found.trouble == "detected dubious ownership in repository"

    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    assert read_histories([], tmp_path, Rules(), Memory()).trouble == "git rev-parse failed"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("This is a wrapper", "'This is a wrapper'"),
        ("C:/Users/a/site", "'C:/Users/a/site'"),
        (r"\000\000", r"'\x00\x00'"),
        (r"\377", r"'\udcff'"),
        ("/", "'/'"),
        ("", "''"),
    ],
)
def test_a_git_that_prints_something_else_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, shown: str
) -> None:
    """A program around Git, or a Git of another system, does not crash the build."""
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\nprintf '{printed}\\n'\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    found = read_histories([tmp_path / "a.md"], tmp_path, Rules(), Memory())

    assert found.trouble == f"git rev-parse printed {shown} instead of a folder"


@pytest.mark.parametrize(
    "script",
    [
        "echo 'This is a wrapper'; {git}",
        "{git} | head -c 300",
        "{git} | tail -c 100",
        "{git} | tr '\\002' ' '",
        "{git} | tr -d '\\001'",
    ],
)
def test_a_log_with_other_text_or_without_its_end_is_reported(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program around Git that ends well, whatever Git does."""
    commands = (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a"])
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    for command in commands:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *command], cwd=tmp_path, check=True, capture_output=True
        )
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    real = f'"{shutil.which("git")}" "$@"'
    program.write_text(
        f'#!/bin/sh\ncase "$*" in *" log "*) {script.format(git=real)};; *) {real};; esac\n', encoding="utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    found = read_histories([tmp_path / "a.md"], tmp_path, Rules(), Memory())

    assert found.trouble in ("git log printed something else than commits", "")


def test_a_git_that_prints_a_name_that_no_file_has_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\nprintf '{tmp_path}\\na\\000b\\nindex\\n{'a' * 40}\\n'\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    found = open_repository(tmp_path)

    assert found is not None
    assert found.boundary == frozenset()


def test_git_is_not_let_ask_for_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on the terminal nor from what is typed."""
    program = tmp_path / "git"
    program.write_text(
        "#!/bin/sh\nread answer && echo 'fatal: it was answered' >&2 && exit 128\n"
        'echo "fatal: prompts: $GIT_TERMINAL_PROMPT, protocols: $GIT_ALLOW_PROTOCOL" >&2\nexit 128\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    with pytest.raises(GitError, match=r"^prompts: 0, protocols: none$"):
        open_repository(tmp_path)


def test_commits_are_read_once_for_each_head(story: Repository) -> None:
    """The rebuilds of `serve` ask again only what may have changed."""
    docs = story.folder / "docs"
    memory = Memory()
    first = read_histories([docs / "late.md"], docs, Rules(), memory)
    commits = memory.commits

    assert read_histories([docs / "late.md"], docs, Rules(), memory) == first
    assert memory.commits is commits
    story.commit("2024-02-01", {"docs/late.md": "Later.\n"})
    assert updated(read_histories([docs / "late.md"], docs, Rules(), memory).of(docs / "late.md")) == "2024-02-01"


def test_a_repository_much_larger_than_the_docs_is_asked_about_the_docs(
    story: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dates are the same."""
    monkeypatch.setattr("mkdocs_journal.history.histories.FEW_FILES", 1)
    monkeypatch.setattr("mkdocs_journal.history.histories.MUCH_LARGER", 0)
    story.commit("2024-01-20", {"code.py": "pass\n"})
    memory = Memory()
    docs = story.folder / "docs"
    read_histories(list(docs.iterdir()), docs, Rules(), memory)

    assert len(memory.commits) == 12
    found = histories(story, Rules(message="^Format"))
    assert {name: (created(history), updated(history)) for name, history in found.items()} == EVERYTHING
    read_histories(list(docs.iterdir()), story.folder, Rules(), memory)
    assert len(memory.commits) == 13


def test_docs_behind_a_link_are_those_of_the_repository(story: Repository, tmp_path: Path) -> None:
    """A file elsewhere is not among them."""
    link = tmp_path / "link"
    link.symlink_to(story.folder / "docs", target_is_directory=True)
    other = tmp_path / "other.md"
    found = read_histories([link / "late.md", other], link, Rules(), Memory())

    assert list(found.files) == [link / "late.md"]
    assert found.of(other) == FileHistory()


def test_a_page_that_is_a_link_has_the_history_of_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `docs/changelog.md` often is; two links to one file have the same, and one that leads elsewhere has none."""
    monkeypatch.setattr("mkdocs_journal.history.histories.FEW_FILES", 1)
    monkeypatch.setattr("mkdocs_journal.history.histories.MUCH_LARGER", 0)
    (tmp_path / "elsewhere.md").write_text(LINES, encoding="utf-8")
    repository = Repository(tmp_path / "repository")
    repository.commit("2024-01-01", {"CHANGES.md": LINES, "docs/a.md": LINES})
    for name, target in {"one": "../CHANGES.md", "two": "../CHANGES.md", "other": "../../elsewhere.md"}.items():
        (repository.folder / f"docs/{name}.md").symlink_to(target)
    repository.commit("2024-01-02", {})
    repository.commit("2024-01-03", {"CHANGES.md": f"{LINES}More.\n"})

    found = histories(repository)
    assert {name: (created(history), updated(history)) for name, history in found.items()} == {
        "a.md": ("2024-01-01", ""),
        "one.md": ("2024-01-01", "2024-01-03"),
        "two.md": ("2024-01-01", "2024-01-03"),
    }
    (repository.folder / "CHANGES.md").write_text("Other.\n", encoding="utf-8")
    assert histories(repository)["one.md"].uncommitted


def test_odd_names_and_odd_clocks_are_read(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    names = ["docs/a b.md", "docs/ä\n.md", "docs/M", "docs/\x01.md", 'docs/quo"te.md']
    repository.commit("2024-01-01", dict.fromkeys(names, "text\n"))
    tree = repository.git("write-tree")
    raw = f"tree {tree}\nauthor A <a> 1704200000 +9959\ncommitter A <a> 1704200000 +9959\n\nOdd\n"
    (tmp_path / "raw").write_text(raw, encoding="utf-8")
    repository.git("reset", "-q", "--hard", repository.git("hash-object", "-t", "commit", "-w", "--literally", "raw"))

    opened = open_repository(tmp_path)
    assert opened is not None
    (commit,) = read_commits(opened)

    assert sorted(change.path for change in commit.changes) == sorted(names)
    assert [moment and moment.date() for moment in (commit.date, commit.committed)] == [date(2024, 1, 2)] * 2
    assert uncommitted(opened, tmp_path) == frozenset()
    assert read_commits(opened, ["elsewhere"]) == ()


@pytest.mark.parametrize("clock", ["", " x +0000", " 1700000000", " -1 +0000", " 253402300800 +0000"])
def test_a_commit_without_a_date_that_can_be_read_changed_a_file_on_no_known_day(tmp_path: Path, clock: str) -> None:
    """The date is missing, no number, or after the year 9999; without that of the author, that of the committer counts."""
    repository = Repository(tmp_path)
    first = repository.commit("2024-01-01", {"docs/a.md": LINES})
    repository.commit("2024-01-02", {"docs/a.md": f"{LINES}More.\n", "docs/b.md": "New.\n"})
    tree = repository.git("write-tree")

    for committer, changed, added in ((clock, "", ""), (" 1704448800 +0000", "2024-01-05", "2024-01-05")):
        raw = f"tree {tree}\nparent {first}\nauthor A <a>{clock}\ncommitter A <a>{committer}\n\nOdd\n"
        (tmp_path / "raw").write_text(raw, encoding="utf-8")
        repository.git("reset", "-q", "--hard", repository.git("hash-object", "-t", "commit", "-w", "--literally", "raw"))
        found = histories(repository)

        assert (created(found["a.md"]), updated(found["a.md"])) == ("2024-01-01", changed)
        assert (created(found["b.md"]), updated(found["b.md"])) == (added, "")


def test_files_and_programs_that_this_user_may_not_use(
    tmp_path: Path, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that only root may read is not needed; a program or folder of Git's that may not be run is the trouble."""
    repository = Repository(tmp_path / "repository")
    repository.commit("2024-01-01", {"docs/a.md": LINES})
    shutil.move(repository.folder / ".git/index", locked / "index")
    monkeypatch.setenv("GIT_INDEX_FILE", str(locked / "index"))
    assert created(histories(repository)["a.md"]) == "2024-01-01"
    assert read_histories([locked / "a.md"], tmp_path, Rules(), Memory()) == Histories()

    (tmp_path / "programs/git").mkdir(parents=True)
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    assert "Permission denied" in read_histories([], repository.folder, Rules(), Memory()).trouble


def test_commits_to_ignore_that_cannot_be_read_are_the_trouble(
    tmp_path: Path, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without them, dates would be wrong."""
    monkeypatch.setattr(os.path, "isfile", lambda path: str(path) == str(locked / "revisions"))
    options = SiteOptions(journals=(Options(last_updated=("git",)),), ignore_revs="locked/revisions")

    (found,) = read_git([], options, tmp_path, tmp_path / "mkdocs.yml", Memory()).problems

    assert "locked/revisions: " in found.message


def test_a_folder_in_which_git_cannot_run_has_no_name(tmp_path: Path) -> None:
    assert own_name(tmp_path / "missing") == ""
