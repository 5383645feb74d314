"""The folder of the journal in a site that was made with Jekyll."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.moving.jekyll_site import JekyllSite, PageParts, default_of
from mkdocs_journal.moving.page_addresses import PagePlace
from mkdocs_journal.options.journal_values import folder as read_folder

LISTING: Final = re.compile(r"\b(?:paginator|site)\.posts\b")
"""Liquid that lists the posts."""


def folder_of(site: JekyllSite, parts: dict[PurePosixPath, PageParts], places: dict[PurePosixPath, PagePlace]) -> str:
    """Return the folder of the journal: where the old list of posts is, else where its posts are, else `journal`."""
    values = site.config.values
    path = values.get("paginate_path")
    if values.get("paginate") and isinstance(path, str):
        return _fixed(path)
    paged = [places[page].url for page, found in parts.items() if _is_paged(found.meta.get("pagination"))]
    if _is_paged(values.get("pagination")) and (folder := _first_folder(paged)):
        return folder
    of_posts = site.config.values.get("collections")
    of_posts = of_posts.get("posts") if isinstance(of_posts, dict) else None
    permalink = (of_posts or {}).get("permalink") if isinstance(of_posts, dict) else None
    permalink = (
        permalink or default_of(site.config, PurePosixPath("_posts"), "posts", "permalink") or values.get("permalink")
    )
    fixed = _fixed(permalink) if isinstance(permalink, str) else "."
    if fixed != ".":
        return fixed
    lists = [places[page].url for page, found in parts.items() if LISTING.search(found.body)]
    return _first_folder(lists) or "journal"


def _is_paged(setting: object) -> bool:
    """Return whether a setting of jekyll-paginate-v2, of the site or of a page, switches it on."""
    return isinstance(setting, dict) and setting.get("enabled") is True


def _first_folder(urls: Iterable[str]) -> str:
    """Return the first URL that is a folder, as the option `folder`, or empty."""
    folder = next((url for url in sorted(urls) if url == "" or url.endswith("/")), None)
    return "" if folder is None else folder.strip("/") or "."


def _fixed(pattern: str) -> str:
    """Return the folders at the beginning of a pattern that have no placeholder; those of an unsafe path are none."""
    parts = pattern.strip("/").split("/")[:-1] if not pattern.endswith("/") else pattern.strip("/").split("/")
    count = next((number for number, part in enumerate(parts) if ":" in part), len(parts))
    try:
        return read_folder("/".join(parts[:count]) or ".")
    except ValueError:
        return "."
