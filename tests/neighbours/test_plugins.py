"""Beside plugins that need no more than their entry in the configuration: nothing changes, whatever the order."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.neighbours.sites import beside, is_whole

ORDERS = pytest.mark.parametrize("order", ["before", "behind"])


def ordered(order: str, *others: object) -> list[object]:
    """Return the plugins with others before the journal, or behind it."""
    return ["search", *others, "journal"] if order == "before" else ["search", "journal", *others]


def plain(package: str, *plugins: object) -> object:
    return pytest.param(plugins, id=package, marks=pytest.mark.neighbour(package))


@pytest.mark.parametrize(
    "plugins",
    [
        plain("mkdocs-autorefs", "autorefs"),
        plain("mkdocs-macros-plugin", "macros"),
        plain("mkdocs-redirects", {"redirects": {"redirect_maps": {"old-guide.md": "guide.md"}}}),
        plain("mkdocs-minify-plugin", {"minify": {"minify_html": True}}),
        plain("mkdocs-section-index", "section-index"),
        plain("mkdocs-include-markdown-plugin", "include-markdown"),
        plain("mkdocs-table-reader-plugin", "table-reader"),
        plain("mkdocs-exclude", {"exclude": {"glob": ["*.tmp"]}}),
        plain("mkdocs-same-dir", "same-dir"),
        plain("mkdocs-awesome-nav", "awesome-nav"),
        plain("mkdocs-awesome-pages-plugin", "awesome-pages"),
        plain("mkdocs-glightbox", "glightbox"),
    ],
)
@ORDERS
def test_beside_plugins_that_need_no_setting(plugins: tuple[object, ...], order: str, site: Site) -> None:
    theme = {"name": "material"} if plugins == ("section-index",) else {"name": "mkdocs"}

    is_whole(beside(site, ordered(order, *plugins), theme=theme))
