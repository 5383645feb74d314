"""The metadata of all published posts as one JSON file.

Its format is described by a JSON Schema in the documentation (`reference/posts.schema.json`); an incompatible change
gets a new version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from mkdocs_journal.metadata.facts import PageFacts, PersonFacts, SiteFacts
from mkdocs_journal.posts.model import Post
from mkdocs_journal.text.moments import rfc3339

VERSION: Final = 1


def export(site: SiteFacts, posts: Iterable[tuple[Post, PageFacts]]) -> bytes:
    """Return the file; the order of names never changes.

    Args:
        site: The journal; without an address of the site all URLs are below it, without a leading slash.
        posts: The published posts, newest first, each with its metadata.
    """
    data = {
        "version": VERSION,
        "title": site.journal,
        "url": site.journal_url,
        "language": site.language,
        "posts": [_post(post, facts) for post, facts in posts],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _post(post: Post, facts: PageFacts) -> dict[str, Any]:
    image = facts.image
    return {
        "source": post.source.as_posix(),
        "url": facts.own_url or facts.url,
        "title": facts.title,
        "description": facts.description,
        "date": post.shown_date.date().isoformat() if post.day_only else rfc3339(post.shown_date),
        "last_updated": rfc3339(post.last_updated) if post.last_updated else None,
        "updates": [{"date": rfc3339(update.date), "text": update.text} for update in post.updates],
        "authors": [_person(author) for author in facts.authors],
        "tags": list(facts.tags),
        "categories": list(post.categories),
        "series": list(post.series),
        "language": facts.language or None,
        "image": {"url": image.url, "alt": image.alt, "width": image.width or None, "height": image.height or None}
        if image
        else None,
    }


def _person(author: PersonFacts) -> dict[str, Any]:
    return {"name": author.name, "url": author.page or author.url or None}
