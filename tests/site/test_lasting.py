"""What lasts as long as a build is spared by the search for garbage, and by none after it."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post

HOOK = """
import gc
from pathlib import Path

def note(when):
    with Path("noted.txt").open("a") as stream:
        stream.write(f"{when}: {gc.get_freeze_count() > 0}\\n")

def on_pre_build(config):
    note("before")

def on_env(env, config, files):
    note("pages")

def on_post_page(output, page, config):
    if page.title == "broken":
        raise KeyError("a mistake of this hook")
    return output

def on_shutdown():
    note("after")
"""


@pytest.mark.parametrize(("title", "code"), [("A", 0), ("broken", 1)])
def test_only_while_pages_are_made(title: str, code: int, site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": HOOK, "docs/journal/2024-01-02-a.md": post(f"title: {title}")})

    assert site.build().returncode == code
    assert (site.folder / "noted.txt").read_text() == "before: False\npages: True\nafter: False\n"
