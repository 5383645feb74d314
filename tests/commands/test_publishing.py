"""`publish` and `touch` keep what a file says besides the date; options that exclude each other are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.commands.publish_draft import published
from mkdocs_journal.commands.touch import touched
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.posts.clock import as_of
from tests.command_line import runner

DAY = as_of("2024-05-06")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a journal, from whose site commands run."""
    (tmp_path / "docs/journal").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [journal]\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718000000")
    return tmp_path / "docs/journal"


def run(*arguments: str, code: int = 0) -> Result:
    result = runner().invoke(main, arguments)
    assert result.exit_code == code, result.output + result.stderr
    return result


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        (
            "date:\n  created: 2031-01-01 # c\n  updated: 2031-02-02",
            "date:\n  created: 2024-05-06 # c\n  updated: 2031-02-02",
        ),
        ("date: {created: 2031-01-01, updated: 2031-02-02}", "date: {created: 2024-05-06, updated: 2031-02-02}"),
        ("date:\n    Created:\n      2031-01-01\n    x: 1", "date:\n    Created: 2024-05-06\n    x: 1"),
        ("date:\n  updated: 2031-02-02\nz: 1", "date:\n  created: 2024-05-06\n  updated: 2031-02-02\nz: 1"),
        ("date: {updated: 2031-02-02}", "date: {created: 2024-05-06, updated: 2031-02-02}"),
        ("date: {\n  updated: 2031-02-02}", "date: {\n  created: 2024-05-06, updated: 2031-02-02}"),
        ("date: {}", "date: 2024-05-06"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_other_dates_of_a_map_stay(front: str, wanted: str, newline: str) -> None:
    """Material's blog writes the date and that of the last change into one key."""
    text = f"---\ntitle: A\ndraft: true\n{front}\n---\nB".replace("\n", newline)

    assert published(text, DAY) == f"---\ntitle: A\n{wanted}\n---\nB".replace("\n", newline)


def test_an_address_below_false_stays() -> None:
    text = published("---\ntitle: A\npermalink: /false/x/\ndraft: true\n---\nB", DAY)

    assert text == "---\ntitle: A\ndate: " + DAY.date().isoformat() + "\npermalink: /false/x/\n---\nB"


@pytest.mark.parametrize("front", ["date:\n  ? updated\n  : 2031-02-02", "date: {created, updated: 2031-02-02}"])
def test_a_map_in_an_unusual_form_is_changed_by_hand(front: str) -> None:
    with pytest.raises(EditError, match=r"change date\.created by hand"):
        published(f"---\n{front}\n---\n", DAY)


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("date: {created: 2020-01-01, updated: 2020-02-02}", "date: {created: 2020-01-01, updated: 2024-05-06}"),
        ("last_updated:\nmodified: 2020-01-01", "last_updated: 2024-05-06\nmodified: 2020-01-01"),
        ("updated: 2020-01-01\nlastmod: 2020-01-01", "updated: 2024-05-06\nlastmod: 2020-01-01"),
        ("date.updated: x\ntitle: A", "date.updated: x\ntitle: A\nlast_updated: 2024-05-06"),
    ],
)
def test_the_key_that_is_read_is_touched(front: str, wanted: str) -> None:
    assert touched(f"---\n{front}\n---\n", "2024-05-06") == f"---\n{wanted}\n---\n"


@pytest.mark.parametrize(
    ("before", "front", "after"),
    [
        ("2031-01-01-later.md", "", "2024-05-06-later.md"),
        ("_posts/2031-1-1-later.en.markdown", "", "_posts/2024-05-06-later.en.markdown"),
        ("2031-01-01-album/README.md", "", "2024-05-06-album/README.md"),
        ("2031/album/index.md", "date: 2031-01-01", "2031/album/index.md"),
        ("2031-01-01.md", "", "2024-05-06.md"),
        ("_drafts/2031-01-01.md", "", "2024-05-06.md"),
        ("../_drafts/later.md", "", "2024-05-06-later.md"),
        ("2024-02-30-no-such-day.md", "draft: true", "2024-05-06-no-such-day.md"),
        ("later.md", "date: 2031-01-01", "later.md"),
        ("2024-05-06-today.md", "draft: true", "2024-05-06-today.md"),
    ],
)
def test_an_old_date_in_the_name_is_replaced(journal: Path, before: str, front: str, after: str) -> None:
    """Otherwise `check` reports that the date differs from that of the file name, from then on."""
    (journal / before).parent.mkdir(parents=True, exist_ok=True)
    (journal / before).write_text(f"---\ntitle: A\n{front}\n---\nText\n")

    printed = run("publish", str(journal / before), "--date", "2024-05-06").stdout

    assert printed.splitlines()[0] == f"docs/journal/{after}"
    assert [path.relative_to(journal).as_posix() for path in journal.rglob("*.m*")] == [after]
    assert "date: 2024-05-06\n" in (journal / after).read_text()
    assert "J308" not in run("check").stdout


def test_a_scheduled_post_is_not_moved_over_another(journal: Path) -> None:
    for day in ("2031-01-01", "2024-05-06"):
        (journal / f"{day}-a.md").write_text(f"---\ntitle: {day}\n---\n")

    refused = run("publish", str(journal / "2031-01-01-a.md"), "--date", "2024-05-06", code=1).stderr

    assert refused == "mkdocs-journal: docs/journal/2024-05-06-a.md: exists already; choose another date or name\n"
    assert (journal / "2031-01-01-a.md").read_text() == "---\ntitle: 2031-01-01\n---\n"


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (("list", "--json", "--csv"), "--json and --csv"),
        (("tags", "--rename", "a", "b", "--similar"), "--similar and --rename"),
        (("new", "A", "--draft", "--date", "2024-01-02"), "--draft and --date"),
    ],
)
def test_options_that_exclude_each_other_are_refused(journal: Path, arguments: tuple[str, ...], options: str) -> None:
    (journal / "2024-01-02-a.md").write_text("---\ntitle: A\ntags: [a]\n---\n")

    refused = run(*arguments, code=2)

    assert (refused.stdout, refused.stderr) == ("", f"mkdocs-journal: {options}: give one of them\n")
    assert [path.name for path in journal.rglob("*.md")] == ["2024-01-02-a.md"]


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ('"authr": B', '"author": B'),
        ("'authr': B", "'author': B"),
        ('"auth\\u0072": B', None),
        ('  "Authr": B', '  "author": B'),
        ('"autor": B', '"author": B'),
    ],
)
def test_check_fixes_keys_in_quotes(journal: Path, front: str, wanted: str | None) -> None:
    """A key with an escape stays as it is: its spelling in the file is not the one that is compared."""
    (journal / "2024-01-02-a.md").write_text(f"---\n{front}\n---\n")

    run("check", "--fix")

    assert (journal / "2024-01-02-a.md").read_text() == f"---\n{wanted or front}\n---\n"
