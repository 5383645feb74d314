"""Detects builds of one version of a site, whose URL changes per version."""

from __future__ import annotations

import json
import os
from typing import Final

from mkdocs_journal.feeds.identity import proposed_base
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.publishing.publication import Publication

_PREVIEWS: Final = ("READTHEDOCS_CANONICAL_URL", "DEPLOY_PRIME_URL", "DEPLOY_URL", "CF_PAGES_URL")
"""Environment variables in which hosting services give the URL of one version or preview of a site."""


def changing_ids(publication: Publication, url: str, *, one_of_many: bool | None) -> str:
    """Return a problem if the address of the site changes per version.

    Args:
        publication: The journals.
        url: The address of the site.
        one_of_many: Whether one version of many is built; None if the environment decides.
    """
    named = (edition for edition in publication.all if edition.feeds and not edition.options.feeds.id_base)
    posts = [post for edition in named for post in edition.journal.posts]
    many = _is_of_preview(url) if one_of_many is None else one_of_many
    if not (posts and many):
        return ""
    year = min(post.shown_date.year for post in posts)
    return message("J807", url=url, base=proposed_base(url, year, versions=_versions()))


def _versions() -> tuple[str, ...]:
    """Return the names of the version that Read the Docs or mike builds."""
    mike = os.environ.get("MIKE_DOCS_VERSION", "")
    try:
        given = json.loads(mike)
    except ValueError:
        given = mike
    names = (given.get("version"), *given.get("aliases", ())) if isinstance(given, dict) else (given,)
    return tuple(str(name) for name in (*names, os.environ.get("READTHEDOCS_VERSION")) if name)


def _is_of_preview(url: str) -> bool:
    return any(url.startswith(os.environ.get(name) or "\n") for name in _PREVIEWS)
