"""Front matter as it was broken in the history of real sites: reported at its line, and never printed as text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.post import read_post
from mkdocs_journal.problems.problem import Severity
from tests.conftest import Site

NOW = datetime(2026, 11, 23, tzinfo=UTC)
REPORTED = {
    "67fbccc879": "5:9 J303",
    "699bcd48cc": "5:9 J303",
    "6f0cfa76ab": "5:9 J302",
    "8145cf48b0": "5:9 J302",
    "8cc27534c6": "5:9 J302",
    "9d4e7aa2d4": "5:9 J302",
    "0cdc7f5fca": "3:19 J106",
    "6d0f757657": "2:1 J104",
    "7499b4c7e4": "2:16 J106",
    "8a78cdc62a": "2:31 J106",
    "9860b70377": "2:8 J106",
    "bac22c26e8": "1:1 J104",
    "bb7bff91c3": "9:1 J106",
    "00f282e6af": "7:26 J106",
    "0ad0e0d119": "17:1 J106",
    "33de4d5514": "7:24 J106",
    "4366a98ed5": "12:1 J106",
    "5913a6bba7": "7:26 J106",
    "61873b3afd": "2:1 J104",
    "a04cb676b8": "7:26 J106",
    "b80700d100": "7:36 J106",
    "c4ee071bfd": "7:26 J106",
    "c7a280dcc2": "2:1 J104",
    "cb17250611": "7:26 J106",
    "ed97d539c0": "1:1 J103",
    "580c680f6e": "6:99 J106",
    "704dc696bf": "6:76 J106",
    "9e258fbcc2": "3:18 J106",
    "b549cdd6d7": "3:18 J106",
    "dd9d47cc99": "3:29 J106",
    "a5026d5c4c": "2:21 J106",
    "f6c6dedae6": "8:35 J106",
    "12a8a80e24": "1:1 J104",
    "7a423387bf": "3:13 J106",
    "d0d488c528": "5:133 J106",
    "e1973fca51": "4:9 J106",
    "fe423028fe": "2:1 J104",
    "0194a52a69": "5:8 J106",
    "248601bd59": "5:8 J106",
    "3627e582b8": "5:8 J106",
    "3a83adb154": "5:8 J106",
    "496caf34d3": "5:8 J106",
    "5c542fd4bc": "5:22 J106",
    "5d54ea4c6b": "7:1 J106",
    "6d79acfcc6": "5:8 J106",
    "93bf51645b": "5:8 J106",
    "9b2260af2c": "5:8 J106",
    "c55c3cf77e": "5:22 J106",
    "e70749c74f": "5:8 J106",
    "42efabe785": "10:9 J120",  # status: draft
    "53889efebf": "8:9 J120",
    "713bb0283f": "10:9 J120",
}
"""By the beginning of the file's name, which is that of its commit: line, column and kind of what is reported. The other
files break other readers only: dates of the year 0 in keys that are not ours, line ends of Windows, long texts."""
KEY_LINE = re.compile(r"(?:^|<p>|>)[ \t]*(?:layout|title|author|date|permalink|excerpt|description): \S.*", re.MULTILINE)


def files_of(shared: Path) -> list[Path]:
    """Return the broken files; the name of each is a commit, `__` and its own name."""
    return sorted(path for path in (shared / "broken-front-matter").rglob("*") if path.is_file())


def test_broken_front_matter_is_reported_at_its_line(shared: Path) -> None:
    """Each file is read by itself, under its own name in the folder of the journal."""
    reported = {}
    for file in files_of(shared):
        commit, _, name = file.name.partition("__")
        source = Source(path=PurePosixPath("journal", name), shown="post", data=file.read_bytes())
        read = read_post(source, Options(), NOW)
        assert read.post or read.refused, file
        places = [
            f"{problem.place.line}:{problem.place.column} {problem.code}"
            for problem in read.problems
            if problem.severity is not Severity.HINT
        ]
        if places:
            reported[commit] = "; ".join(places)

    assert reported == REPORTED
    assert len(files_of(shared)) > len(REPORTED) > 40


def test_broken_front_matter_is_never_text_of_a_page(site: Site, shared: Path) -> None:
    """All of them in one site, each in a folder of its own."""
    files = files_of(shared)
    for file in files:
        commit, _, name = file.name.partition("__")
        site.write({f"docs/journal/{commit}/{name}": file.read_bytes()})
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]

    result = site.build()

    assert result.returncode == 0
    assert "Traceback" not in result.log
    for commit, places in REPORTED.items():
        place, _, code = places.partition(" ")
        assert re.search(rf"journal/{commit}/[^ ]*:{place}: .*\({code}\)", result.log), commit
    pages = {path: data.decode() for path, data in result.files.items() if path.endswith((".html", ".xml", ".json"))}
    assert len(pages) > 40
    assert {path: found[0] for path, text in pages.items() if (found := KEY_LINE.search(text))} == {}
