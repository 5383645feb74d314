"""Sites of which one version of many is built."""

from __future__ import annotations

import json
import os
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.feeds.identity import proposed_base
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.publishing.edition import Publication

_PREVIEWS: Final = ("READTHEDOCS_CANONICAL_URL", "DEPLOY_PRIME_URL", "DEPLOY_URL", "CF_PAGES_URL")
"""Variables in which hosts say the address of one version or preview of a site."""


def changing_ids(publication: Publication, config: MkDocsConfig) -> str:
    """Return what is told of a site whose address differs from version to version, or empty."""
    url = config.site_url or ""
    named = (edition for edition in publication.all if edition.feeds and not edition.options.feeds.id_base)
    posts = [post for edition in named for post in edition.journal.posts]
    if not posts or not _is_one_of_many(url, config):
        return ""
    year = min(post.shown_date.year for post in posts)
    return message("J807", url=url, base=proposed_base(url, year, versions=_versions()))


def _versions() -> tuple[str, ...]:
    """Return what Read the Docs or mike calls the version that is being built."""
    mike = os.environ.get("MIKE_DOCS_VERSION", "")
    try:
        told = json.loads(mike)
    except ValueError:
        told = mike
    names = (told.get("version"), *told.get("aliases", ())) if isinstance(told, dict) else (told,)
    return tuple(str(name) for name in (*names, os.environ.get("READTHEDOCS_VERSION")) if name)


def _is_one_of_many(url: str, config: MkDocsConfig) -> bool:
    if "mike" in config.plugins:
        return config.plugins["mike"].config.get("canonical_version") is None
    return any(url.startswith(os.environ.get(name) or "\n") for name in _PREVIEWS)
