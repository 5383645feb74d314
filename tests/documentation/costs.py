"""The measured costs of the journal and of what it replaces, as the README and the documentation show them."""

from __future__ import annotations

from typing import Any, Final

import yaml

from tests.conftest import ROOT

MEASURED: Final[dict[str, Any]] = yaml.safe_load((ROOT / "benchmarks/measured.yml").read_text(encoding="utf-8"))
_REPLACED: Final = (
    ("Material's `blog` and `tags`", "pages and lists of posts, tags", "builds", "material"),
    ("`mkdocs-rss-plugin`", "feeds", "plugins", "rss"),
    ("`git-revision-date-localized`", "dates of changes: `page_stamps`, `last_updated: [git]`", "plugins", "dates"),
    ("`git-authors`", "people who changed a page: `page_stamps`", "plugins", "authors"),
)

_SITES: Final = {"builds": "1,000 posts in Material", "plugins": "200 posts and 600 commits in the theme mkdocs"}


def replaced_table() -> str:
    """What the journal replaces, with the cost of each plugin."""
    rows = [f"| {name} | {what} | {MEASURED[kind][key]['above']} ms |" for name, what, kind, key in _REPLACED]
    own = MEASURED["builds"]["journal"]
    journal = f"| the journal | all of this, `page_stamps` aside | {own['above']} ms |"
    pages = f"| with `page_stamps` | the history of every page | {MEASURED['plugins']['git']['above']} ms more |"
    head = ["| plugin | what the journal has instead | CPU a post above the plain build |", "|---|---|---|"]
    return "\n".join([*head, *rows, journal, pages])


def costs_table() -> str:
    """Every figure, with the ratio to the plain build."""
    parts = []
    for title, kind in (
        ("1,000 posts in Material", "builds"),
        ("200 posts and 600 commits in the theme mkdocs", "plugins"),
    ):
        head = [f"| {title} | CPU of the build, plain = 1 | CPU a post above the plain build |", "|---|---|---|"]
        parts.append(
            "\n".join([*head, *(f"| {c['what']} | {c['ratio']} | {c['above']} ms |" for c in MEASURED[kind].values())])
        )
    return "\n\n".join([f"Measured with {MEASURED['machine']}.", *parts])
