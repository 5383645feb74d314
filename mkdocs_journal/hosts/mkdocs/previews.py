"""Where `mkdocs serve` shows the posts that a build withholds."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journal.addresses import resolved
from mkdocs_journal.hosts.mkdocs.paths import shown
from mkdocs_journal.hosts.mkdocs.post_views import PostView, post_view
from mkdocs_journal.hosts.mkdocs.site import Build, Site
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem


def withheld_posts(site: Site, base: str) -> tuple[PostView, ...]:
    """Return the withheld posts that have a page, as the landing page at `base` lists them; in a build there is none."""
    return tuple(post_view(post, site, base) for post in site.journal.withheld if post.source in site.post_files)


def where_withheld(build: Build) -> Iterator[Problem]:
    """Yield for each withheld post where it can be seen; in a build there is none."""
    for site in build.sites:
        for post in site.journal.withheld:
            if file := site.post_files.get(post.source):
                values = {"state": post.state.value, "url": resolved(site.site_url, site.url(post.source))}
                yield problem("J123", Place(shown(file)), "serve", **values)
