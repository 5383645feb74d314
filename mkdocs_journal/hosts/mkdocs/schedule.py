"""When the next scheduled post is due."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.hosts.mkdocs.outputs import schedule_route
from mkdocs_journal.hosts.mkdocs.site import Build
from mkdocs_journal.hosts.mkdocs.writing import write_whole
from mkdocs_journal.options.table import SiteOptions
from mkdocs_journal.posts.dates import due
from mkdocs_journal.posts.model import State


def write_schedule(build: Build, options: SiteOptions, config: MkDocsConfig) -> None:
    """Write the instant at which the next scheduled post is due, or null, and how many posts wait, if it is asked for.

    Raises:
        PluginError: The file cannot be written.
    """
    route = schedule_route(options)
    if not build.routes.holds(route):
        return
    instants = [
        post.due or due(post.date, day_only=post.day_only, zone_given=site.options.timezone is not None)
        for site in build.sites
        for post in site.journal.withheld
        if post.state is State.SCHEDULED and post.date
    ]
    data = {"next": min(instants).isoformat() if instants else None, "scheduled": len(instants)}
    write_whole(Path(config.site_dir, route.file), (json.dumps(data) + "\n").encode())
