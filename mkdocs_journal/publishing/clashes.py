"""Advice for two posts that have the same URL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import OF_DAY, OF_ONE_POST, PLACEHOLDER, STYLES
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.permalinks import PermalinkError, address_of
from mkdocs_journal.urls.slugs import shortened, slugify

_MOST_TRIED: Final = 100
"""Slugs that are tried for one post."""


def clash_advice(post: Post, holder: Post | None, options: Options, is_free: Callable[[str], bool]) -> str:
    """Return what to write to give a post a unique URL, ready to be copied.

    Args:
        post: The post whose URL is taken.
        holder: The post that has the URL, or None if it is another file.
        options: The options of the journal of `post`.
        is_free: Returns whether a file below the site is not used by another output.
    """
    names = frozenset(PLACEHOLDER.findall(options.permalink))
    if post.permalink or (names and not names & OF_ONE_POST):
        return "write another permalink"
    slug = _free_slug(post, options, is_free)
    if slug is None:
        return "write another permalink"
    if not slug:
        return "rename the file"
    pattern = _with_day(options.permalink) if holder and holder.shown_date.date() != post.shown_date.date() else ""
    return f"write slug: {slug}" + (f" in the post, or permalink: {pattern} in mkdocs.yml" if pattern else "")


def _free_slug(post: Post, options: Options, is_free: Callable[[str], bool]) -> str | None:
    """Return a slug that gives the post a free URL; empty: the URL does not depend on the slug; None: there is none.

    There is none if a part of the path before it is a file: `/feed.xml/name/`.
    """
    name = shortened(slugify(post.slug) or "post", 200)
    ending, tried = str(post.shown_date.date()), ""
    places = {**post.places, "slug": (1, 1)}
    for _ in range(_MOST_TRIED):
        address = _address(replace(post, slug=f"{name}-{ending}", places=places), options)
        if address in {"", tried}:
            return ""
        if is_free(address):
            return f"{name}-{ending}"
        ending, tried = ("2" if not tried else str(int(ending) + 1)), address
    return None


def _address(post: Post, options: Options) -> str:
    """Return the file of a post below the site, or empty if it has no permalink or its path is too long."""
    try:
        address = address_of(post, options)
    except PermalinkError:
        return ""
    return address.file if address else ""


def _with_day(permalink: str) -> str:
    """Return the permalink of the options with the day added, or empty if it contains the day already."""
    pattern = STYLES.get(permalink, permalink)
    names = set(PLACEHOLDER.findall(pattern))
    if names & OF_DAY:
        return ""
    missing = ":day"
    if not {"month", "i_month", "short_month", "long_month"} & names:
        missing = ":month/:day" if {"year", "short_year", "w_year"} & names else ":year/:month/:day"
    parts = pattern.split("/")
    place = next(number for number, part in enumerate(parts) if OF_ONE_POST.intersection(PLACEHOLDER.findall(part)))
    return "/".join([*parts[:place], missing, *parts[place:]])
