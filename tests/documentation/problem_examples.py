"""The examples of problems: sites that are written, read by `check` and built, until the problem is reported."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from tests.conftest import Site
from tests.host_process import run_check

EXAMPLES: Final[Mapping[str, Mapping[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "problem_examples.yml").read_text(encoding="utf-8")
)
_CONFIG: Final = "site_name: My project\nsite_url: https://example.org/\nplugins:\n  - journal\n"
_OTHERS: Final = frozenset({"run", "with", "message", "tested"})
"""What an example has beside its files."""
_LEVEL: Final = re.compile(
    r"(?:[A-Z]+ +-  |(?:error|warning|info|hint|Error): )?"
    r"(?:journal: |Config value '.*?': Plugin 'journal' option '.*?': )?"
)
"""What stands before a message."""
_GIT: Final = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "2024-11-12T12:00:00Z",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": "2024-11-12T12:00:00Z",
}  # fmt: skip


def files_of(code: str) -> Mapping[str, str]:
    """Return the files of an example by their paths."""
    return {name: text for name, text in EXAMPLES[code].items() if name not in _OTHERS}


def message_of(code: str, folder: Path) -> str:
    """Return the message with `code` that the site of the example in an empty folder gives, without its severity.

    `check` is asked first, because it costs less than a build.
    """
    example = EXAMPLES[code]
    if "message" in example:
        return str(example["message"])
    site = Site(folder / "site")
    site.write({"docs/index.md": "# Home\n", "mkdocs.yml": _CONFIG, **files_of(code)})
    if "run" in example:
        subprocess.run(["sh", "-ec", example["run"]], cwd=site.folder, check=True, env={**os.environ, **_GIT})
    variables = {**example.get("with", {}), "GITHUB_ACTIONS": "", "CI": ""}
    checked = run_check([], site.folder, variables)
    log = checked.stdout + checked.stderr
    if f"({code})" not in log:
        log = site.build(config="./mkdocs.yml", env=variables).log
    found = [line for line in log.splitlines() if line.endswith(f"({code})")]
    assert found, f"{code} is not reported: {log}"
    return _LEVEL.sub("", found[0], count=1).replace(f"{site.folder}/", "")
