"""Same input, same bytes: whatever the folder, time zone, locale, hash seed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CI, HOST, ROOT

CONFIG = "mkdocs-theme.yml" if HOST == "properdocs" else "mkdocs.yml"


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """Return a folder with two locales made for the test."""
    sources = Path("/usr/share/i18n/locales")
    if shutil.which("localedef") is None or not (sources / "de_DE").exists():
        reason = "localedef and the locale sources of the system are needed to make two locales"
        if CI:
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path / "locales"
    folder.mkdir()
    for source in ("de_DE", "tr_TR"):
        subprocess.run(
            ["localedef", "--no-archive", "-i", source, "-f", "UTF-8", str(folder / f"{source}.UTF-8")], check=True
        )
    return folder


def build(folder: Path, locales: Path, locale: str, zone: str, seed: str, *, hours: int = 0) -> dict[str, bytes]:
    """Build a copy of the example in a folder, as another machine would, its clock some hours ahead."""
    shutil.copytree(ROOT / "example_site", folder, ignore=shutil.ignore_patterns("site"))
    environment = {
        **os.environ,
        "LOCPATH": str(locales),
        "LC_ALL": f"{locale}.UTF-8",
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "SOURCE_DATE_EPOCH": str(1795132800 + 3600 * hours),
    }
    program = (
        f"import locale, runpy, sys, time; assert locale.setlocale(locale.LC_ALL, '') == '{locale}.UTF-8'; "
        f"now = time.time; time.time = lambda: now() + 3600 * {hours}; "
        f"sys.argv = ['build', 'build', '-f', '{CONFIG}', '-d', 'site']; "
        f"runpy.run_module('{'properdocs' if HOST == 'properdocs' else 'mkdocs'}', run_name='__main__')"
    )
    subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, check=True, capture_output=True)
    site = folder / "site"
    return {path.relative_to(site).as_posix(): _without_clock(path) for path in site.rglob("*") if path.is_file()}


def _without_clock(path: Path) -> bytes:
    """Return the bytes of a file without the time at which the host's own theme says that the home page was built."""
    return re.sub(rb"Build Date UTC : [-0-9 :.+]+", b"", path.read_bytes())


def test_three_machines_write_the_same_bytes(tmp_path: Path, locales: Path) -> None:
    """In three time zones and two locales, one of them with a clock that is an hour ahead."""
    first = build(tmp_path / "one", locales, "de_DE", "Asia/Tokyo", "1")
    second = build(tmp_path / "two/deeper", locales, "tr_TR", "America/Los_Angeles", "4242")
    third = build(tmp_path / "three", locales, "de_DE", "Pacific/Auckland", "0", hours=1)

    assert set(first) == set(second) == set(third)
    assert [name for name in first if not first[name] == second[name] == third[name]] == []
    assert len([name for name in first if name.endswith(("feed.xml", "rss.xml", "feed.json"))]) > 15
