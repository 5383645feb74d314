"""What the theme shows is read from settings of any form, as an author may write them."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from mkdocs_journal.hosts.mkdocs.neighbours import shows_neighbours


@pytest.mark.parametrize(
    ("name", "settings", "shown"),
    [
        ("material", {"features": ["navigation.footer"]}, True),
        ("material", {"features": [{"content.tabs": {"link": True}}, ["search.suggest"], 5]}, False),
        ("material", {"features": [{"content.code.copy": None}, "footer.prev_next"]}, True),
        ("material", {"features": "navigation.footer"}, True),
        ("material", {"features": 5}, False),
        ("simple-blog", {"components": {"preview": False}}, False),
        ("simple-blog", {"components": ["preview"]}, True),
        ("simple-blog", {}, True),
    ],
)
def test_links_to_neighbours(name: str, settings: dict[str, Any], shown: bool) -> None:
    config = MkDocsConfig()
    config.theme = Theme(name="mkdocs", **settings)
    config.theme.name = name

    assert shows_neighbours(config) is shown
