"""Python's garbage collector passes over the posts during a build, and looks at all again when it has ended."""

from __future__ import annotations

from tests.conftest import Site, post

HOOK = """
import gc, pathlib

def note(name):
    with pathlib.Path(__file__).with_name("frozen").open("a") as file:
        file.write(f"{name} {gc.get_freeze_count() > 0}\\n")

def on_files(files, config):
    note("files")

def on_env(env, config, files):
    note("env")

def on_shutdown():
    note("end")
"""


def test_the_collector_is_spared_the_posts_of_a_build(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": HOOK, "docs/journal/2024-04-03-one.md": post("title: One")})

    assert site.build().returncode == 0

    assert (site.folder / "frozen").read_text().split("\n")[:3] == ["files False", "env True", "end False"]
