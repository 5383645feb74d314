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

from mkdocs_journal.hosts.mkdocs import leaks

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import config_of

RECOMMENDED: list[object] = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", {"toc": {"permalink": True}},
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.emoji", "pymdownx.inlinehilite", "pymdownx.keys",
    {"pymdownx.highlight": {"anchor_linenums": True}}, "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}}, {"pymdownx.tasklist": {"custom_checkbox": True}}, "pymdownx.tilde",
]  # fmt: skip
"""The Markdown extensions that Material's documentation recommends."""


def main(posts: int, drafts: int, extensions: list[object] | None = None) -> None:
    """Build a site in which some posts are drafts and print the share of the audit."""
    spent: list[float] = []
    audit = vars(leaks)["leaks"]

    def timed(*args: object) -> object:
        start = time.process_time()
        found: object = audit(*args)
        spent.append(time.process_time() - start)
        return found

    vars(leaks)["leaks"] = timed
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, posts, "journal")
        for path in sorted((folder / "docs/journal").iterdir())[:: max(1, posts // drafts)][:drafts]:
            path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
        settings = config_of("journal", "material")
        settings["markdown_extensions"] = extensions or settings["markdown_extensions"]
        (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
        os.chdir(folder)
        logging.getLogger("mkdocs").setLevel(logging.ERROR)
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        start = time.process_time()
        build(config)
        whole = time.process_time() - start
        os.chdir("/")
    given = "recommended" if extensions else "few"
    share = f"{spent[0]:.3f} s of {whole:.2f} s CPU, {100 * spent[0] / whole:.1f} %"
    print(f"{posts} posts, {drafts} drafts, {given} extensions: {share}")


if __name__ == "__main__":
    wanted = [int(number) for number in (sys.argv[1:] + ["1000", "5"][len(sys.argv) - 1 :])]
    for chosen in (None, RECOMMENDED):
        main(wanted[0], wanted[1], chosen)
