"""What the theme shows is read from settings of any form, as an author may write them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme

from mkdocs_journal.hosts.mkdocs import static_i18n
from mkdocs_journal.hosts.mkdocs.config import refuse
from mkdocs_journal.hosts.mkdocs.neighbours import finds_by_name, shows_neighbours


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


@pytest.mark.parametrize(
    ("module", "version", "refused"),
    [
        ("mkdocs_static_i18n.plugin", "0.56", True),
        ("mkdocs_static_i18n.plugin", "1.2.0", True),
        ("mkdocs_static_i18n.plugin", "1.2.2", False),
        ("mkdocs_static_i18n.plugin", "2.0rc1", False),
        ("other", "0.1", False),
    ],
)
def test_a_version_beside_which_posts_cannot_be_moved(
    module: str, version: str, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = type("Plugin", (BasePlugin,), {"__module__": module})()
    monkeypatch.setattr(static_i18n, "version", lambda _: version)
    config = MkDocsConfig()
    config.plugins = {"i18n": plugin}  # type: ignore[assignment]
    config.site_url = None

    if refused:
        with pytest.raises(PluginError, match=rf"mkdocs-static-i18n {version} cannot be moved; .* \(J865\)"):
            refuse(config)
    else:
        refuse(config)


@pytest.mark.parametrize(("plugin", "finds"), [("autolinks", True), ("roamlinks #2", True), ("search", False)])
def test_plugins_that_find_the_files_of_links_by_their_names(plugin: str, finds: bool) -> None:
    config: Any = SimpleNamespace(plugins={"material/tags": object(), plugin: object()})

    assert finds_by_name(config) is finds
