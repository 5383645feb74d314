"""Small sites that went wrong once: each comes out as it should, in two themes where it names none itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HOST, Result
from tests.corpora.small_sites import CHECKS
from tests.feeds.rules import atom_complaints, json_complaints, rss_complaints
from tests.host_process import run_host

LATER: dict[str, str] = {}
"""Sites that come out wrong, and why."""
SETTINGS = {"n-t-mb": ("{folder: blog,", "{folder: blog, slug_from: title,")}
"""The setting that a site needs, which its author did not know: what is replaced in `mkdocs.yml`."""
NO_OWN_BUILD = {"b27-submodule-stamps", "b29-i18n-suffix", "b39-serve-loop", "c34-no-startup"}
"""Sites that are not simply built: they are made by a script, served, built without the command, or, in
`tests/neighbours`, beside a plugin that needs an environment of its own."""


def _cases() -> list[object]:
    return [
        pytest.param(name, marks=pytest.mark.xfail(reason=LATER[name], strict=True) if name in LATER else ())
        for name in sorted(CHECKS)
    ]


@pytest.mark.parametrize("name", _cases())
def test_a_small_site_comes_out_as_wanted(name: str, shared: Path, tmp_path: Path) -> None:
    case = shared / "cases" / name
    themes = ("mkdocs", "material") if "!ENV [THEME" in (case / "mkdocs.yml").read_text(encoding="utf-8") else ("",)
    for theme in themes:
        folder = copy(case, tmp_path / (theme or "site"))
        if name in SETTINGS:
            config = folder / "mkdocs.yml"
            config.write_text(config.read_text(encoding="utf-8").replace(*SETTINGS[name]), encoding="utf-8")
        result = build(folder, theme)

        assert "Traceback" not in result.log
        CHECKS[name](result)
        assert complaints(result, shared) == []


def test_every_small_site_is_built(shared: Path) -> None:
    folders = {path.name for path in (shared / "cases").iterdir() if path.is_dir()}

    assert folders == set(CHECKS) | NO_OWN_BUILD


def test_a_post_in_a_submodule_has_its_own_history_or_one_message(shared: Path, tmp_path: Path) -> None:
    folder = copy(shared / "cases" / "b27-submodule-stamps", tmp_path / "case")
    subprocess.run(
        ["sh", "setup.sh"],
        cwd=folder,
        env={
            **os.environ,
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "protocol.file.allow",
            "GIT_CONFIG_VALUE_0": "always",
        },
        check=True,
        capture_output=True,
    )

    result = build(folder / "site", "mkdocs")

    page = result.page("journal/2020/09/b/index.html") if result.returncode == 0 else ""
    assert "March 4, 2021" in page or sum("submodule" in line for line in result.ours) == 1


def test_a_build_without_the_command(shared: Path, tmp_path: Path) -> None:
    """A program that calls MkDocs' functions fires no `on_startup`."""
    folder = copy(shared / "cases" / "c34-no-startup", tmp_path / "case")

    done = subprocess.run([sys.executable, "run.py"], cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "Words." in (folder / "site/journal/2024/01/a/index.html").read_text(encoding="utf-8")


def copy(case: Path, folder: Path) -> Path:
    """Copy a site to where it may be written to."""
    shutil.copytree(case, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    if (folder / "dot-git").is_dir():
        (folder / "dot-git").rename(folder / ".git")
    return folder


def build(folder: Path, theme: str = "", config: str = "mkdocs.yml") -> Result:
    """Build a site strictly."""
    variables = {**os.environ, "THEME": theme or "mkdocs", "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1800000000"}
    command = ["build", "--strict", "-f", config, "-d", "site"]
    returncode, log = run_host("mkdocs" if HOST == "both" else HOST, command, folder, variables)
    return Result(returncode, log, folder / "site")


def complaints(result: Result, shared: Path) -> list[str]:
    """Return what the rules of the formats find wrong with the feeds of a site."""
    schema = json.loads((shared / "schemas/jsonfeed11.schema.json").read_text(encoding="utf-8"))
    found: list[str] = []
    for name, data in result.files.items():
        if name.endswith(".xml") and b"<feed" in data[:600]:
            found += [f"{name}: {complaint}" for complaint in atom_complaints(data, shared)]
        elif name.endswith(".xml") and b"<rss" in data[:600]:
            found += [f"{name}: {complaint}" for complaint in rss_complaints(data)]
        elif name.endswith(".json") and b"jsonfeed.org" in data[:200]:
            found += [
                f"{name}: {complaint}" for complaint in json_complaints(json.loads(data), schema, schema.get("$defs", {}))
            ]
    return found
