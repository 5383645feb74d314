"""A fresh build of a site as `serve` would make it: `python fresh.py CONFIG FOLDER URL`."""

from __future__ import annotations

import os
import sys

if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement  # noqa: F401 - makes `mkdocs` importable

from mkdocs.commands.build import build
from mkdocs.config import load_config

if __name__ == "__main__":
    file, folder, url = sys.argv[1:]
    config = load_config(file, site_dir=folder)
    config.site_url = url
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=url)
