"""What is known about other plugins."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.plugin_files import files_of_plugins

NAMES = {"rss_created": "c.xml", "rss_updated": "u.xml", "json_created": "c.json", "json_updated": "u.json"}


def files(**options: dict[str, Any]) -> dict[str, str]:
    plugins = {name: SimpleNamespace(config=config) for name, config in options.items()}
    config = SimpleNamespace(plugins=plugins, site_dir="/site", use_directory_urls=True)
    return dict(files_of_plugins(cast("MkDocsConfig", config)))


def test_files_that_other_plugins_write_at_the_end_of_a_build() -> None:
    assert files(rss={"enabled": True, "feeds_filenames": NAMES, "json_feed_enabled": False}, search={}) == {
        "c.xml": "the plugin rss",
        "u.xml": "the plugin rss",
    }
    assert files(redirects={"redirect_maps": {"a/b.md": "c.md", "README.md": "c.md"}}) == {
        "a/b/index.html": "the plugin redirects",
        "index.html": "the plugin redirects",
    }
    assert files(tags={"enabled": True, "export": True, "export_file": "t.json"}) == {"t.json": "the plugin tags"}
    assert files(tags={"export": False}, rss={"enabled": False}) == {}


def test_older_versions_and_namesakes_have_other_options() -> None:
    assert files(rss={"match_path": ".*"}) == {
        "feed_rss_created.xml": "the plugin rss",
        "feed_rss_updated.xml": "the plugin rss",
    }
    assert files(redirects={}, tags={"export": True}) == {}
