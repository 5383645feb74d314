"""Fixtures of all tests: golden files, whole sites, the folder of real posts."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests import shared_browser
from tests.host_process import run_host

ROOT = Path(__file__).parent.parent
PACKAGE = Path(str(find_spec("mkdocs_journal").origin)).parent  # type: ignore[union-attr]
"""Of the checkout, or as it is installed."""
CI = bool(os.environ.get("CI"))
HOST = os.environ.get("JOURNAL_HOST", "mkdocs")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files with what comes out")


def pytest_configure(config: pytest.Config) -> None:
    """Let all processes of the run share one browser."""
    if shared_browser.VARIABLE not in os.environ:
        config.add_cleanup(partial(shared_browser.stop, shared_browser.make_folder()))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the folder of real posts, so that `-m "not corpora"` leaves it out."""
    for item in items:
        if "corpora" in item.path.parts or "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("corpora")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a run fail in CI if anything was skipped: there everything that tests need is installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if CI and reporter is not None and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line("\nFailed, because tests were skipped: in CI all that they need is installed.", red=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text with a file under tests/golden; `--update-golden` rewrites the file."""

    def check(file: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(actual, encoding="utf-8", newline="\n")
        assert actual == file.read_text(encoding="utf-8")

    return check


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder whose files this user may neither look at nor read; root may, so that the answer is given by hand."""
    folder, look, read = tmp_path / "locked", os.stat, Path.read_bytes
    folder.mkdir()

    def refused(path: object) -> bool:
        return str(path).startswith(f"{folder}/")

    def stat(path: Any, *given: Any, **named: Any) -> os.stat_result:
        if refused(path):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, *given, **named)

    def read_bytes(path: Path) -> bytes:
        if refused(path):
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real posts beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        if CI:
            pytest.fail("the folder ../shared with real posts is missing; in CI that is a failure")
        pytest.skip("the folder ../shared with real posts is not beside the checkout")
    return folder


@dataclass(frozen=True)
class Result:
    """A finished build."""

    returncode: int
    log: str
    """What the command printed on both streams."""
    output: Path
    """The site folder."""

    def page(self, path: str) -> str:
        """Return the text of an output file."""
        return (self.output / path).read_text(encoding="utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """Return every output file by its path below the site folder."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }

    @property
    def messages(self) -> list[str]:
        """Return the lines at WARNING and above."""
        return [line for line in self.log.splitlines() if line.startswith(("WARNING", "ERROR", "CRITICAL"))]

    @property
    def ours(self) -> list[str]:
        """Return every line of ours, without its level and without the column in the one line of mkdocs.yml."""
        lines = (re.sub(r"mkdocs\.yml:1:\d+:", "mkdocs.yml:", line) for line in self.log.splitlines())
        return [line.partition("journal: ")[2] for line in lines if " journal: " in line]


@dataclass
class Site:
    """A site in a folder of its own, built by the command that a user would run."""

    folder: Path
    config: dict[str, object] = field(default_factory=dict)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write source files, paths relative to the folder of mkdocs.yml."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def build(
        self, *options: str, env: Mapping[str, str] | None = None, host: str = "", config: str = "mkdocs.yml"
    ) -> Result:
        """Run the build; options are those of the command."""
        if not (self.folder / config).exists() or config == "mkdocs.yml":
            (self.folder / "mkdocs.yml").write_text(json.dumps(self.config), encoding="utf-8")
        command = host or ("mkdocs" if HOST == "both" else HOST)
        output = self.folder / "site"
        variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **(env or {})}
        returncode, log = run_host(command, ["build", "-f", config, "-d", str(output), *options], self.folder, variables)
        return Result(returncode, log, output)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site with a home page, `site_url`, the theme `mkdocs`, and the plugins search and journal."""
    site = Site(
        tmp_path / "project",
        {
            "site_name": "Test",
            "site_url": "https://example.org/docs/",
            "theme": {"name": "mkdocs"},
            "plugins": ["search", "journal"],
        },
    )
    site.write({"docs/index.md": "# Home\n\nWelcome.\n"})
    return site


def post(front: str = "", body: str = "Text of the post.\n") -> str:
    """Return the source of a post."""
    return f"---\n{front}\n---\n\n{body}"
