"""`mkdocs-journal check`: the problems of a build without a build."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Site, post
from tests.host_process import run_check

BAD = {
    "docs/journal/a.md": post("title: A\ndate: 12th of Nov"),
    "docs/journal/2024-01-02-b.md": post("title: B\nauthr: x"),
    "docs/journal/2024-01-03-c.md": post("title: C: D"),
    "docs/journal/2024-01-04-d.md": post("title: D\ndate: 2024-01-05"),
    "docs/journal/about.md": "# About\n",
}
TEXT = """\
warning: docs/journal/2024-01-02-b.md:3:1: authr: unknown key; did you mean author? (J201)
  3 | authr: x
    | ^
error: docs/journal/2024-01-03-c.md:2:9: front matter: a colon in an unquoted value; put the value in quotes (J106)
  2 | title: C: D
    |         ^
  Put a value in quotes if it contains a colon before a space or starts with @ % * & ` or [. Do not use tabs.
hint: docs/journal/2024-01-04-d.md:3:7: date: 2024-01-05, but the file name has 2024-01-04; the front matter is used (J308)
  3 | date: 2024-01-05
    |       ^
error: docs/journal/a.md:3:7: date: '12th of Nov' is not a date; write YYYY-MM-DD, for example 2024-11-12 (J302)
  3 | date: 12th of Nov
    |       ^
2 posts (and 2 refused, 1 ordinary page), 0 tags, 3 feeds, 3 problems
"""


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return run_check(options, folder)


def write(site: Site, files: dict[str, str]) -> None:
    site.write({"mkdocs.yml": json.dumps(site.config), **files})


def test_problems_are_reported_with_their_line_and_what_helps(site: Site) -> None:
    """And nothing is written."""
    write(site, BAD)
    before = sorted(site.folder.rglob("*"))

    done = check(site.folder)

    assert (done.returncode, done.stderr, done.stdout) == (1, "", TEXT)
    assert sorted(site.folder.rglob("*")) == before


def test_check_and_build_report_the_same(site: Site) -> None:
    """But for hints, which a build keeps to itself."""
    write(site, {**BAD, "docs/journal/2024-01-06-e.md": post("title: E\ntemplate: none.html")})

    reported = [
        line.partition(": ")[2] for line in check(site.folder).stdout.splitlines() if line.startswith(("warn", "error"))
    ]
    built = [line for line in site.build().ours if ".md:" in line]

    assert reported == built


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        ({}, (), 0),
        ({"docs/journal/2024-01-02-b.md": BAD["docs/journal/2024-01-02-b.md"]}, (), 0),
        ({"docs/journal/2024-01-02-b.md": BAD["docs/journal/2024-01-02-b.md"]}, ("--strict",), 1),
        ({"docs/journal/2024-01-04-d.md": BAD["docs/journal/2024-01-04-d.md"]}, ("--strict",), 0),
        ({"docs/journal/a.md": BAD["docs/journal/a.md"]}, ("mkdocs.yml",), 1),
    ],
    ids=["nothing", "warning", "strict", "hint", "error"],
)
def test_the_exit_code_says_whether_a_build_would_fail(
    site: Site, files: dict[str, str], options: tuple[str, ...], code: int
) -> None:
    write(site, files)

    assert check(site.folder, *options).returncode == code


def test_problems_for_a_program(site: Site) -> None:
    write(site, BAD)

    done = check(site.folder, "--format", "json")

    read = json.loads(done.stdout)
    assert done.returncode == 1
    assert read["counts"] == {"published": 2, "unlisted": 0, "withheld": 0, "refused": 2, "pages": 1}
    assert [(found["code"], found["file"], found["line"], found["column"]) for found in read["problems"]] == [
        ("J201", "docs/journal/2024-01-02-b.md", 3, 1),
        ("J106", "docs/journal/2024-01-03-c.md", 2, 9),
        ("J308", "docs/journal/2024-01-04-d.md", 3, 7),
        ("J302", "docs/journal/a.md", 3, 7),
    ]


def test_problems_for_github(site: Site) -> None:
    write(site, BAD)

    assert check(site.folder, "--format", "github").stdout.splitlines()[:3] == [
        "::warning file=docs/journal/2024-01-02-b.md,line=3,col=1,title=J201::authr: unknown key; did you mean author?",
        (
            "::error file=docs/journal/2024-01-03-c.md,line=2,col=9,title=J106::front matter: a colon in an unquoted "
            "value; put the value in quotes"
        ),
        (
            "::notice file=docs/journal/2024-01-04-d.md,line=3,col=7,title=J308::date: 2024-01-05, but the file name has "
            "2024-01-04; the front matter is used"
        ),
    ]


def test_a_build_in_github_actions_annotates_as_well(site: Site) -> None:
    write(site, BAD)

    reported = [line for line in site.build(env={"GITHUB_ACTIONS": "true"}).log.splitlines() if line.startswith("::")]

    shown = check(site.folder, "--format", "github").stdout.splitlines()
    assert reported == [line for line in shown if line.startswith(("::warning", "::error"))]
    assert len(reported) == 3
    assert not [line for line in site.build(env={"GITHUB_ACTIONS": ""}).log.splitlines() if line.startswith("::")]


JEKYLL = {
    "_config.yml": "timezone: Europe/Berlin\nexclude: [old]\npermalink: pretty\n",
    "_posts/2024-01-02-a.md": post("title: A\ndate: 2024-02-30"),
    "movies/_posts/2024-01-03-b.md": post("title: B"),
    "_drafts/idea.md": post("title: C"),
    "index.md": post("title: Home\nbad: a: b"),
    "old/_posts/broken.md": post("title: a: b"),
    "vendor/gems/site/_posts/0000-00-00-welcome.md.erb": post("title: D"),
    "_site/_posts/2024-01-02-x.md": post("title: a: b"),
}


@pytest.mark.parametrize("path", [".", "_posts"])
def test_a_folder_of_a_jekyll_site(tmp_path: Path, path: str) -> None:
    """Only its posts and drafts are read, as its configuration says."""
    Site(tmp_path).write(JEKYLL)

    done = check(tmp_path, path, "--strict")

    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "warning: _posts/2024-01-02-a.md:3:7: date: '2024-02-30' is not a date, so 2024-01-02 from the file name is used; "
        "write YYYY-MM-DD (J303)"
    )
    assert done.stdout.splitlines()[-1] == "2 posts (and 1 draft), 0 tags, 0 feeds, 1 problem"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.md": "# A\n"}, "mkdocs-journal: .: found no mkdocs.yml, _config.yml or folder _posts"),
        ({"mkdocs.yml": "site_name: A\nplugins: []\n", "docs/a.md": "# A\n"}, "the plugin journal is not in `plugins`"),
        ({"mkdocs.yml": "site_name: A\nplugins: [unheard]\n", "docs/a.md": ""}, 'The "unheard" plugin is not installed'),
        ({"mkdocs.yml": "site_name: A\nplugins: [\n", "docs/a.md": ""}, "mkdocs.yml: the configuration cannot be used"),
        (
            {"mkdocs.yml": "site_name: A\nplugins: [journal: {timezone: Berln}]\n", "docs/a.md": ""},
            "timezone: found 'Berln'; write the name of a time zone",
        ),
        ({"_config.yml": "a: [\n"}, "mkdocs-journal: _config.yml:1:4: a bracket or comma"),
        ({"_config.yml": "timezone: Europe/Berlni\n"}, "timezone: found 'Europe/Berlni'; write the name of a time zone"),
    ],
    ids=["nothing", "no plugin", "no such plugin", "broken", "wrong value", "no YAML", "wrong zone"],
)
def test_where_there_is_no_journal_the_exit_code_is_2(tmp_path: Path, files: dict[str, str], message: str) -> None:
    Site(tmp_path).write(files)

    done = check(tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_option_is_reported(site: Site) -> None:
    """With its line and the option that is meant, as MkDocs reports it in a build."""
    write(site, {"docs/journal/2024-01-02-b.md": post("title: B")})
    site.write({
        "mkdocs.yml": "site_name: A\nplugins:\n  - journal:\n      permalnk: /:title/\n      zebra: 1\n      per_page: 5\n",
    })  # fmt: skip

    done, strict = check(site.folder), check(site.folder, "--strict")

    assert (done.returncode, strict.returncode) == (0, 1)
    assert "warning: mkdocs.yml:4:17: permalnk: unknown option; did you mean permalink? (J830)" in done.stdout
    assert "warning: mkdocs.yml:5:14: zebra: unknown option" in done.stdout
    assert "per_page: unknown" not in done.stdout
    assert "2 problems" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "setting", [{"extra_templates": [1, {"a": 2}]}, {"theme": {"name": "mkdocs", "static_templates": [1]}}]
)
def test_a_wrong_type_in_a_setting_of_mkdocs_is_left_to_mkdocs(site: Site, setting: dict[str, object]) -> None:
    """The check reads these settings too, because their names are taken."""
    site.config |= setting
    write(site, {"docs/journal/2024-01-02-b.md": post("title: B")})

    done = check(site.folder)

    assert (done.returncode, done.stderr) == (0, "")
