"""What front matter says about a post in feeds: its identity, and whether it is there at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.addresses import split
from mkdocs_journal.model import Post
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.reading.fields import Fields
from mkdocs_journal.reading.located_yaml import MapValue, Scalar

_URI: Final = re.compile(
    r"https?://[^\s<>\"{}|\\^`\[\]/?#]+[^\s<>\"{}|\\^`\[\]]*|(?!https?:)[A-Za-z][A-Za-z0-9+.-]+:[^\s<>\"{}|\\^`\[\]]+"
)
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def read_guid(fields: Fields) -> str:
    """Return what feeds know the post by, a URI, or empty; a UUID is written as one, anything else is told."""
    text = fields.text("guid")
    if not text or (_URI.fullmatch(text) and split(text)):
        return text
    if _UUID.fullmatch(text):
        return f"urn:uuid:{text.lower()}"
    fields.tell("J603", fields.value("guid"), "guid", found=Said(text))
    return ""


def read_feed(fields: Fields) -> str:
    """Return what feeds hold of the post if not what they hold of others: `excerpt`, `none`, or empty.

    Source: https://github.com/jekyll/jekyll-feed#excerpt-only-flag
    """
    if isinstance(fields.value("feed"), MapValue):
        only = fields.value("feed.excerpt_only")
        return "excerpt" if isinstance(only, Scalar) and only.text.strip().casefold() == "true" else ""
    return "none" if fields.flag("feed", must=False) is False else ""


def distinct_guids(posts: Iterable[Post], shown: Mapping[PurePosixPath, str]) -> tuple[list[Post], list[Problem]]:
    """Return the posts with every `guid` at one post only: that with the smallest source; and what is told of the others.

    Args:
        posts: Posts by source.
        shown: Their files as messages name them.
    """
    owners: dict[str, PurePosixPath] = {}
    kept, told = [], []
    for post in posts:
        owner = owners.setdefault(post.guid, post.source) if post.guid and not post.state.withheld else post.source
        if owner != post.source:
            place = Place(shown[post.source], *post.places.get("guid", (1, 1)))
            told.append(problem("J604", place, "guid", found=Said(post.guid), other=shown[owner]))
            post = replace(post, guid="")  # noqa: PLW2901 - its URL is its identity
        kept.append(post)
    return kept, told
