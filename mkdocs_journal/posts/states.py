"""Decides which files are posts, and which posts are shown."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import Scalar
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.clock import has_come
from mkdocs_journal.posts.model import State
from mkdocs_journal.posts.other_states import hidden_elsewhere, state_elsewhere
from mkdocs_journal.posts.post_dates import date_like
from mkdocs_journal.posts.read_dates import ReadDate

_POST_LIKE: Final = re.compile(r"^[ \t\"':.#+]*(?:date|layout: *post|draft|published)\b", re.MULTILINE | re.IGNORECASE)


def is_draft_path(path: PurePosixPath) -> bool:
    """Return whether a file is below a folder `_drafts`, in any case: `_Drafts` is the same folder on macOS and Windows."""
    return "_drafts" in path.as_posix().lower().split("/")[:-1]


def is_post_path(path: PurePosixPath) -> bool:
    """Return whether a file is below a folder `_posts`."""
    return "_posts" in path.parts[:-1]


def is_page(fields: Fields, *, named: bool, site_wide: bool) -> bool:
    """Return whether front matter makes a file an ordinary page: `journal: false`, or `layout: page` unless withheld.

    Args:
        fields: Its front matter.
        named: Whether its name or folder makes it a post; then `layout: page` only names a layout of the old theme.
        site_wide: Whether the whole site is the journal; its pages may have keys of other programs.
    """
    layout = fields.own("layout")
    if not named and isinstance(layout, Scalar) and layout.text.strip().casefold() == "page":
        withheld = fields.is_set("draft", yes=True) or fields.is_set("published", yes=False)
        return not (withheld or (not site_wide and state_elsewhere(fields) is not None))
    return isinstance(fields.value("journal"), Scalar) and fields.flag("journal", must=False) is False


def has_post_layout(fields: Fields) -> bool:
    """Return whether front matter makes a file a post: `layout: post`."""
    layout = fields.own("layout")
    return isinstance(layout, Scalar) and layout.text.strip().casefold() == "post"


def has_keys_of_post(fields: Fields) -> bool:
    """Return whether a file has a title and tags, categories or an author, like a post."""
    names = (spelling for name in ("tags", "categories", "author") for spelling in fields.spellings(name))
    return fields.own("title") is not None and any(fields.own(name) is not None for name in names)


def looks_like_post(text: str) -> bool:
    """Return whether a file with unreadable front matter was probably meant as a post."""
    return bool(_POST_LIKE.search(text, 0, 4_096))


def is_withheld(fields: Fields, path: PurePosixPath) -> State | None:
    """Return the state of a post that is withheld regardless of its date, or None.

    A switch that is neither yes nor no is reported in `fields`, and the post is refused. To Jekyll, an empty `published` is
    a no.
    """
    draft = fields.flag("draft", must=True)
    shown = None if date_like(fields.value("published")) else fields.flag("published", must=True)
    if draft or is_draft_path(path):
        return State.DRAFT
    empty = fields.jekyll and isinstance(published := fields.value("published"), Scalar) and published.null
    return State.UNPUBLISHED if shown is False or empty else None


def state_of(fields: Fields, date: ReadDate, due: datetime | None, options: Options, now: datetime) -> State:
    """Return whether a post that is not withheld is scheduled, unlisted or published.

    Args:
        fields: Its front matter.
        date: Its date.
        due: When it is due according to another key, if that is later.
        options: `timezone`.
        now: The time of the build.
    """
    zone_given = options.timezone is not None
    come = has_come(date.instant, day_only=date.day_only, zone_given=zone_given, now=now)
    if not come or (due is not None and due > now):
        return State.SCHEDULED
    hidden = fields.flag("hidden", must=False) or hidden_elsewhere(fields)
    return State.UNLISTED if hidden else State.PUBLISHED
