"""While pages are made, Python's garbage collector does not look at what was read; afterwards it does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.conftest import Site, post

HOOK = """
import gc
import os
from pathlib import Path

START = gc.get_freeze_count()

def note(**_):
    with Path(os.environ["NOTES"]).open("a") as file:
        file.write(f"{gc.get_freeze_count() > START} ")

def on_env(env, **_):
    note()

def on_post_page(output, page, **_):
    if os.environ["FAULT"] and page.file.src_uri == "index.md":
        raise OSError("a fault of a hook")

def on_build_error(error, **_):
    note()

def on_post_build(**_):
    note()

on_post_build.mkdocs_priority = -2000
on_build_error.mkdocs_priority = -2000
"""


def with_hook(site: Site) -> None:
    site.config |= {"plugins": ["search", "journal"], "hooks": ["hook.py"]}
    site.write({"hook.py": HOOK, "docs/journal/2024-05-06-case.md": post("title: Case", "The text.\n")})


@pytest.mark.parametrize("fault", ["", "yes"])
def test_the_collector_sees_everything_again_at_the_end(fault: str, site: Site) -> None:
    notes = site.folder / "notes"
    with_hook(site)

    site.build(env={"NOTES": str(notes), "FAULT": fault})

    assert notes.read_text(encoding="utf-8").split() == ["True", "False"]


def test_in_serve_it_sees_everything(site: Site, tmp_path: Path) -> None:
    """What a build that fails leaves would never be seen again."""
    notes = site.folder / "notes"
    with_hook(site)
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    fresh = str(Path(__file__).with_name("fresh.py"))
    command = [sys.executable, fresh, "mkdocs.yml", str(tmp_path / "out"), "http://127.0.0.1:8000/"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "NOTES": str(notes), "FAULT": ""}

    subprocess.run(command, cwd=site.folder, env=env, capture_output=True, check=True)

    assert notes.read_text(encoding="utf-8").split() == ["False", "False"]


def test_the_tags_of_rendered_pages_are_forgotten(site: Site) -> None:
    """Otherwise the bodies of 1,024 pages would stay in memory."""
    hook = """
        from pathlib import Path
        from mkdocs_journal.text.tags import tags_of_page

        def on_page_content(html, page, **_):
            page.held = tags_of_page.cache_info().currsize
            return html

        def on_post_page(output, page, **_):
            Path("held").write_text(f"{page.held} {tags_of_page.cache_info().currsize}")
        """
    site.config |= {"plugins": ["search", "journal"], "hooks": ["hook.py"]}
    site.write({"hook.py": dedent(hook), "docs/journal/2024-05-06-case.md": post("title: Case", "The text.\n")})

    site.build()

    before, after = map(int, (site.folder / "held").read_text(encoding="utf-8").split())
    assert before > 0
    assert after == 0
