"""A hook of the documentation: builds the example site into `example/` of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

_serving = False


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is `mkdocs serve`, which does not need the example."""
    global _serving  # noqa: PLW0603 - a hook is a module, and a module has no other place
    _serving = command == "serve"


def on_post_build(config: Any) -> None:
    """Build the example below the address of the documentation."""
    if not _serving:
        example = str(Path(__file__).parent / "mkdocs.yml")
        target = Path(config["site_dir"], "example")
        build(load_config(example, site_dir=str(target), site_url=f"{config['site_url']}example/"))
