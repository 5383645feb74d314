"""Front matter keys for feeds: the ID of a post, and whether feeds contain it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.addresses import split
from mkdocs_journal.front_matter.fields import Fields, written
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import MapValue, Scalar
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem

_URI: Final = (
    r"https?://[^\s<>\"{}|\\^`\[\]/?#]++[^\s<>\"{}|\\^`\[\]]*"
    r"|tag:[\w.@-]+,\d{4}(?:-\d\d){0,2}:[!#-;=?-Z_a-z~]*"
    r"|urn:(?:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?!uuid:)[a-z0-9][a-z0-9-]{0,31}:[!#-;=?-Z_a-z~]+)"
    r"|(?!(?:https?|tag|urn|javascript|vbscript|data|file):)[a-z][a-z0-9+.-]++:[!#-;=?-Z_a-z~]+"
)
"""An identity that feeds can hold. A `tag:` and a `urn:` have a form of their own; what runs code or names a file is none.

The pattern is compiled for the first post with one.

Sources: https://www.rfc-editor.org/rfc/rfc4151#section-2.1 and https://www.rfc-editor.org/rfc/rfc8141#section-2
"""
_UUID: Final = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def read_guid(fields: Fields, other: str | None) -> str:
    """Return the ID of the post in feeds, a URI, or empty; a UUID becomes a URI, other values are reported.

    Args:
        fields: The front matter.
        other: The option `feeds.ids`: a key to use without `guid`, or how IDs are made.
    """
    if found := _uri(fields, "guid", fields.text("guid")):
        return found
    value = fields.value(normalised(other)) if other and other not in {"url", "jekyll-feed"} else None
    if value is None or (isinstance(value, Scalar) and value.null):
        return ""
    return _uri(fields, normalised(other or ""), value.text.strip() if isinstance(value, Scalar) else written(value))


def _uri(fields: Fields, key: str, text: str) -> str:
    if not text or (re.fullmatch(_URI, text, flags=re.ASCII | re.IGNORECASE) and text.split() == [text] and split(text)):
        return text
    if re.fullmatch(_UUID, text, flags=re.IGNORECASE):
        return f"urn:uuid:{text.lower()}"
    fields.report("J603", fields.value(key), key, found=Quoted(text))
    return ""


def read_feed(fields: Fields) -> str:
    """Return `excerpt` or `none` if feeds do not contain the post like others, else empty.

    Source: https://github.com/jekyll/jekyll-feed#excerpt-only-flag
    """
    if isinstance(fields.value("feed"), MapValue):
        only = fields.value("feed.excerpt_only")
        return "excerpt" if isinstance(only, Scalar) and only.text.strip().casefold() == "true" else ""
    return "none" if fields.flag("feed", must=False) is False else ""


def distinct_guids(
    posts: Iterable[Post], shown: Mapping[PurePosixPath, str], other: str | None = None
) -> tuple[list[Post], list[Problem]]:
    """Return the posts with each `guid` kept only by the post with the smallest source, and the problems of the others.

    Args:
        posts: Posts by source.
        shown: The paths of their files for messages.
        other: The option `feeds.ids`, which may name a key that is used in the same way.
    """
    owners: dict[str, PurePosixPath] = {}
    kept, problems = [], []
    for post in posts:
        owner = owners.setdefault(post.guid, post.source) if post.guid and not post.state.withheld else post.source
        if owner != post.source:
            key = "guid" if "guid" in post.places else normalised(other or "guid")
            place = Place(shown[post.source], *post.places.get(key, (1, 1)))
            problems.append(problem("J604", place, key, found=Quoted(post.guid), other=shown[owner]))
            post = replace(post, guid="")  # noqa: PLW2901 - its URL is its identity
        kept.append(post)
    return kept, problems
