"""Builds the ten lines of the README with what is installed: `python tests/documentation/ten_lines.py [program]`.

Needs nothing but the package, so that it runs in an environment without the packages of the tests. Python puts the folder
of this file first on its path, not the checkout.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"
FILES = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def main(program: str = "mkdocs") -> int:
    """Write the files, build them, and look for the pages that the README promises."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in FILES.findall(README.read_text(encoding="utf-8")):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", program, "build", "--strict", "--quiet"]
        code = subprocess.run(command, cwd=folder, check=False).returncode
        wanted = ("2024/11/reality-check/index.html", "tags/ai/index.html", "feed.xml", "rss.xml", "feed.json")
        missing = [path for path in wanted if not (folder / "site/journal" / path).is_file()]
    print("built" if not (code or missing) else f"exit code {code}, missing {missing}")
    return 1 if code or missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
