"""The tutorial and the ten lines of the README, followed as they are written."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Result, Site
from tests.documentation.fences import Fence, fences_of
from tests.host_process import run_check

PICTURE = (ROOT / "example_site/docs/journal/2026-03-10-inside-the-parser/fields.png").read_bytes()
NEW = "docs/journal/reality-check.md"


def follow(page: Path, folder: Path) -> Site:
    """Return the site that has every file of a page."""
    site = Site(folder)
    titled = [fence for fence in fences_of(page) if fence.title]
    assert titled
    site.write({fence.title: fence.text for fence in titled})
    return site


def build(site: Site, *options: str) -> Result:
    """Build with the configuration that the page has."""
    result = site.build("--strict", *options, config="./mkdocs.yml")
    assert result.messages == []
    assert result.returncode == 0, result.log
    return result


def texts(page: Path, language: str) -> list[Fence]:
    return [fence for fence in fences_of(page) if fence.language == language]


def test_the_tutorial(tmp_path: Path) -> None:
    """Its pages, its last line and its message are those of the site that it makes."""
    page = ROOT / "docs/tutorial.md"
    site = follow(page, tmp_path)
    site.write({"docs/journal/images/harbour.png": PICTURE})
    text = page.read_text(encoding="utf-8")

    result = build(site)

    shown = [
        part for row in re.findall(r"^\| (`journal/.*?`) \|", text, re.MULTILINE) for part in re.findall(r"`(.+?)`", row)
    ]
    assert len(shown) == 9
    for path in (*shown, "journal/tags/gauges/feed.xml", "journal/rss.xml", "journal/feed.json"):
        assert path in result.files or f"{path}index.html" in result.files, path
    summary, message = (fence.text.splitlines()[0] for fence in texts(page, "text"))
    assert summary in result.log
    assert "harbour" not in result.page("journal/tags/release/index.html")
    assert "Ada Example" in result.page("journal/2026/04/a-second-harbour/index.html")
    site.write({NEW: "---\ntitle: Reality check\ndate: 12th of Nov\n---\n"})
    assert message in site.build(config="./mkdocs.yml").log


def test_a_draft_of_the_tutorial_is_published_by_its_command(tmp_path: Path) -> None:
    """As it is written there: the draft has the date of the day, and is beside the other posts."""
    text = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
    site = follow(ROOT / "docs/tutorial.md", tmp_path)
    (command,) = re.findall(r"`mkdocs-journal (publish .*?)`", text)

    before = run_check([], site.folder)
    subprocess.run([sys.executable, "-m", "mkdocs_journal", *command.split()], cwd=site.folder, check=True)
    after = run_check([], site.folder)

    assert "2 posts (and 1 draft)" in before.stdout
    assert "3 posts, " in after.stdout
    (file,) = (site.folder / "docs/journal").glob("*-a-third-harbour.md")
    assert re.search(r"^date: \d{4}-\d\d-\d\d$", file.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_the_first_lines(page: str, tmp_path: Path) -> None:
    """A configuration and a post are a site with a journal; a home page is not needed."""
    site = follow(ROOT / page, tmp_path)
    name = next(fence.title for fence in fences_of(ROOT / page) if fence.language == "markdown")
    year, month, slug = re.fullmatch(r"docs/journal/(\d+)-(\d+)-\d+-(.*)\.md", name).groups()  # type: ignore[union-attr]

    result = build(site)

    assert f"journal/{year}/{month}/{slug}/index.html" in result.files
    assert {"journal/feed.xml", "journal/rss.xml", "journal/feed.json"} <= set(result.files)


def test_the_commands_of_the_readme(tmp_path: Path) -> None:
    """One builds the example site, which it names as it lies here; the other is the program of the tests."""
    commands = [fence.text for fence in texts(ROOT / "README.md", "sh")]
    build_of_example = commands[1].partition("&& ")[2].split("&& ")[-1].split()

    assert commands[0] == "pip install mkdocs-journal\n"
    assert build_of_example == [".venv/try/bin/mkdocs", "build", "--strict", "-f", "example_site/mkdocs.yml"]
    site = Site(ROOT)
    assert site.build("-d", str(tmp_path / "site"), config="./example_site/mkdocs.yml").returncode == 0
    assert (ROOT / commands[2].split()[1]).is_file()
