"""What Jekyll itself made of a folder of posts, and what we make of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.posts.model import Journal, Post

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SPECIAL = {"_posts", "_drafts"}


@dataclass(frozen=True)
class Oracle:
    """The answers of Jekyll."""

    posts: Mapping[str, Mapping[str, Any]]
    """By path below `root`."""
    order: tuple[str, ...]
    """Paths, newest first."""
    unread: frozenset[str]
    """Paths that Jekyll could not read."""
    root: Path
    """The folder of the Jekyll site."""
    config: Mapping[str, Any]
    """Its `_config.yml`."""
    timezone: str | None


def oracle_of(folder: Path) -> Oracle:
    """Read the answers beside a folder of posts."""
    data = json.loads((folder / "ORACLE.json").read_text(encoding="utf-8"))
    first = data["posts"][0]["path"]
    root = next(path for path in (folder, folder / "docs", folder / "site") if (path / first).is_file())
    config = root / "_config.yml"
    return Oracle(
        posts={post["path"]: post for post in data["posts"]},
        order=tuple(data["order_newest_first"]),
        unread=frozenset(item[0] for item in (*data["fatal"], *data["read_errors"])),
        root=root,
        config=yaml.safe_load(config.read_text(encoding="utf-8")) if config.is_file() else {},
        timezone=data["timezone"],
    )


def read(oracle: Oracle, *, compat: str) -> Journal:
    """Read the same folder ourselves."""
    options = options_of(oracle, compat)
    paths = sorted(path for path in oracle.root.rglob("*") if path.is_file() and SPECIAL & set(path.parts))
    relative = [(PurePosixPath(path.relative_to(oracle.root).as_posix()), path) for path in paths]
    sources = [Source(path=name, shown=str(name), data=path.read_bytes()) for name, path in relative]
    return read_journal(sources, options, now=NOW)


def options_of(oracle: Oracle, compat: str) -> Options:
    """Return the options that say what the site's configuration says."""
    raw = {
        "folder": ".",
        "compat": compat,
        "timezone": oracle.timezone,
        "defaults": oracle.config.get("defaults"),
        "permalink": permalink_of(oracle),
    }
    return read_options(raw)


def permalink_of(oracle: Oracle) -> str:
    """Return the permalink of the site's configuration: that of the collection, else the site's, else Jekyll's default."""
    collections = oracle.config.get("collections")
    of_posts = (collections.get("posts") or {}) if isinstance(collections, dict) else {}
    return str(of_posts.get("permalink") or oracle.config.get("permalink") or "date")


def all_posts(journal: Journal) -> dict[str, Post]:
    """Return every post by its path."""
    return {str(post.source): post for post in (*journal.public, *journal.withheld)}


def texts(labels: list[object]) -> list[str]:
    """Return labels of Jekyll, which may be numbers, as their raw texts."""
    return [
        label["__date__"] if isinstance(label, dict) else str(label).lower() if isinstance(label, bool) else str(label)
        for label in labels
    ]
