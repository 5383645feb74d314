"""What the plugin says to programs that call its events in another order than MkDocs."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.watch import Watch
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.plugin import JournalPlugin
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.urls.routes import Routes


def test_pages_before_the_files_are_refused_with_a_message() -> None:
    with pytest.raises(PluginError, match="reads the journals before they are there"):
        _ = JournalPlugin().build
    with pytest.raises(PluginError, match=r"write @event_priority\(-120\) above its on_files"):
        _ = JournalPlugin().journals


def test_functions_of_an_earlier_configuration_are_forgotten() -> None:
    """In `serve` the plugin stays from build to build, and a hook may name another function than before."""
    plugin, config = JournalPlugin(), MkDocsConfig()
    plugin.options = SiteOptions()

    plugin.add_posts(lambda: [("journal/2024-01-02-a.md", "text")])
    plugin.load_config({})

    assert list(plugin.with_added_posts(Files([]), config)) == []


def test_contents_of_pages_before_the_environment_are_refused_with_a_message() -> None:
    plugin, files, config = JournalPlugin(), Files([]), MkDocsConfig()
    config.site_dir = "site"
    publication = Publication((), None, Routes())
    plugin._running = Build(publication=publication, files={}, watch=Watch(publication, SiteOptions(), files, config))

    with pytest.raises(PluginError, match="reads pages before on_env"):
        _ = plugin.rendering


def test_what_was_read_is_not_kept_after_the_last_build(tmp_path: Path) -> None:
    """MkDocs keeps its plugins until the process ends."""
    (tmp_path / "docs/journal").mkdir(parents=True)
    (tmp_path / "docs/journal/2024-01-02-a.md").write_text("---\ntitle: A\n---\nText\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [search, journal]\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    plugin = config.plugins["journal"]
    assert isinstance(plugin, JournalPlugin)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    read = weakref.ref(plugin.build.publication.editions[0])

    config.plugins.on_shutdown()
    del config
    gc.collect()

    assert read() is None
