"""What the leak audit costs of a build: `python benchmarks/audit.py [POSTS] [DRAFTS]`."""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journal import plugin

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import config_of


def main(posts: int, drafts: int) -> None:
    """Build a site in which some posts are drafts and print the share of the audit."""
    spent: list[float] = []
    audit = vars(plugin)["leaks"]

    def timed(*args: object) -> object:
        start = time.process_time()
        found: object = audit(*args)
        spent.append(time.process_time() - start)
        return found

    vars(plugin)["leaks"] = timed
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, posts, "journal")
        for path in sorted((folder / "docs/journal").iterdir())[:: max(1, posts // drafts)][:drafts]:
            path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
        (folder / "mkdocs.yml").write_text(json.dumps(config_of("journal", "material")), encoding="utf-8")
        os.chdir(folder)
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        start = time.process_time()
        build(load_config(str(folder / "mkdocs.yml")))
        whole = time.process_time() - start
        os.chdir("/")
    print(f"{posts} posts, {drafts} drafts: audit {spent[0]:.3f} s of {whole:.2f} s CPU, {100 * spent[0] / whole:.1f} %")


if __name__ == "__main__":
    main(*(int(number) for number in (sys.argv[1:] + ["1000", "20"][len(sys.argv) - 1 :])))
