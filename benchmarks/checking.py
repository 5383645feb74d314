"""What `check`, `list` and `tags` cost against a build of the same site: `python benchmarks/checking.py`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import config_of


def cpu_of(command: list[str], folder: Path) -> float:
    """Run a command of Python in a folder and return its CPU time in seconds."""
    program = ["/bin/sh", "-c", 'cd "$0" && exec "$@" >/dev/null 2>&1', str(folder), sys.executable, *command]
    child = os.posix_spawn(program[0], program, {**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--theme", default="material")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        write_site(folder, asked.posts, "journal")
        (folder / "mkdocs.yml").write_text(json.dumps(config_of("journal", asked.theme)), encoding="utf-8")
        times: dict[str, list[float]] = {name: [] for name in ("check", "list", "tags", "build")}
        for _ in range(asked.rounds):
            for name, found in times.items():
                command = ["mkdocs", "build", "-d", f"{root}/site"] if name == "build" else ["mkdocs_journal", name]
                found.append(cpu_of(["-m", *command], folder))
    build = min(times.pop("build"))
    shown = ", ".join(f"{name} {min(found):.2f} s ({min(found) / build:.3f})" for name, found in times.items())
    print(
        f"{asked.posts} posts, theme {asked.theme}: build {build:.2f} s CPU; {shown} and ratio to it "
        f"(least of {asked.rounds} each)"
    )


if __name__ == "__main__":
    main()
