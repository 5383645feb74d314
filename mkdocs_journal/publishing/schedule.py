"""When the next scheduled post is due."""

from __future__ import annotations

import json

from mkdocs_journal.posts.clock import due
from mkdocs_journal.posts.model import State
from mkdocs_journal.publishing.publication import Publication


def schedule(publication: Publication) -> bytes:
    """Return JSON with the date of the next scheduled post, or null, and the number of scheduled posts."""
    instants = [
        post.due or due(post.date, day_only=post.day_only, zone_given=edition.options.timezone is not None)
        for edition in publication.editions
        for post in edition.journal.withheld
        if post.source not in edition.plan.untranslated
        if post.state is State.SCHEDULED and post.date
    ]
    data = {"next": min(instants).isoformat() if instants else None, "scheduled": len(instants)}
    return (json.dumps(data) + "\n").encode()
