"""Pages at old addresses, and the files of redirects that hosts read."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.addresses import path_of, resolved
from mkdocs_journal.hosts.mkdocs.config import site_path
from mkdocs_journal.hosts.mkdocs.outputs import redirects_route
from mkdocs_journal.hosts.mkdocs.site import Build, Site
from mkdocs_journal.hosts.mkdocs.templates import Fragments
from mkdocs_journal.hosts.mkdocs.writing import write_whole
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.redirects import json_map, netlify_rules
from mkdocs_journal.urls.links import encoded


def write_redirects(build: Build, fragments: Fragments, files: tuple[str, ...], config: MkDocsConfig) -> None:
    """Write a page at every old address, and the files that the option `redirects` names.

    Raises:
        PluginError: A file cannot be written.
    """
    root = path_of(site_path(config)) or "/"
    rules: list[tuple[Address, str]] = []
    for site in build.sites:
        posts = {post.source: post for post in site.journal.public}
        for redirect in site.redirects:
            if build.routes.is_of_site(redirect.address.file):
                continue
            post = posts[redirect.post]
            page = redirect_page(post, encoded(redirect.address.url), site, fragments, config)
            write_whole(Path(config.site_dir, redirect.address.file), page.encode())
            rules.append((redirect.address, site.address(post, root)))
    rules.sort(key=lambda rule: rule[0].file)
    for name in files:
        if not build.routes.holds(redirects_route(name)):
            continue
        target = Path(config.site_dir, name)
        if name == "_redirects":
            write_whole(target, netlify_rules(rules, root).encode())
        else:
            absolute = [(old, resolved(site_path(config), to)) for old, to in rules]
            write_whole(target, json_map(absolute).encode())


def redirect_page(post: Post, base: str, site: Site, fragments: Fragments, config: MkDocsConfig) -> str:
    """Return the page at the URL `base` that leads to where a post is to be read."""
    url = site.link(post, base)
    canonical = site.address(post, site_path(config)) if config.site_url else url
    return fragments.render(
        "redirect",
        title=post.title,
        url=url,
        canonical=canonical,
        language=str(site.locale).replace("_", "-"),
        labels=site.labels,
    )
