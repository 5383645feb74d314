"""The JSON file about the published posts, written where it is asked for."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.head import post_facts, site_facts
from mkdocs_journal.hosts.mkdocs.outputs import export_route
from mkdocs_journal.hosts.mkdocs.site import Build
from mkdocs_journal.hosts.mkdocs.writing import write_whole
from mkdocs_journal.metadata.export import export


def write_exports(build: Build, config: MkDocsConfig) -> None:
    """Write the file of each journal that has one, unless something else stands at its place, which was told.

    Raises:
        PluginError: It cannot be written; what was there stays.
    """
    for site in build.all:
        route = export_route(site.options)
        if build.routes.holds(route):
            posts = [(post, post_facts(post, site.home(post), config)) for post in site.journal.posts]
            write_whole(Path(config.site_dir, route.file), export(site_facts(site, config), posts))
