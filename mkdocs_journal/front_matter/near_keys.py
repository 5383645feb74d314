"""Recognizes misspelt front matter keys."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mkdocs_journal.front_matter.keys import KEYS, OF_PROGRAMS
from mkdocs_journal.spelling import distance, is_near

OTHER_KEYS: Final = frozenset(
    [
        "abstract",
        "alt",
        "audio",
        "backlinks",
        "badge",
        "banner",
        "boost",
        "card",
        "comment",
        "comments",
        "cover",
        "css",
        "data",
        "dates",
        "download",
        "edit",
        "edit_url",
        "expiry_date",
        "expirydate",
        "extra",
        "feature_image",
        "featured_img",
        "feeds",
        "footer",
        "for",
        "grid",
        "group",
        "guide",
        "header",
        "header_image",
        "hero",
        "hide",
        "hides",
        "icon",
        "id",
        "is_draft",
        "is_private",
        "isdraft",
        "isprivate",
        "images",
        "js",
        "key",
        "kind",
        "land",
        "language",
        "license",
        "lines",
        "link",
        "list",
        "listed",
        "local",
        "locales",
        "long",
        "math",
        "menu",
        "meta",
        "mode",
        "name",
        "nav",
        "next",
        "noindex",
        "order",
        "page",
        "pages",
        "parent",
        "part",
        "path",
        "pinged",
        "post",
        "posts",
        "prev",
        "pinged",
        "print",
        "private",
        "publish",
        "published_by",
        "published_in",
        "publishedby",
        "publishedin",
        "publisher",
        "rating",
        "readtime",
        "redirect",
        "ref",
        "render_macros",
        "revision_date",
        "robots",
        "rss",
        "search",
        "section",
        "seo",
        "share",
        "show_date",
        "sidebar",
        "site",
        "size",
        "social",
        "sort",
        "source",
        "stage",
        "state",
        "status",
        "style",
        "styles",
        "sub",
        "subtitles",
        "tab",
        "tables",
        "target",
        "teasers",
        "template",
        "text",
        "theme",
        "thumbnails",
        "times",
        "titles",
        "toc",
        "todo",
        "type",
        "uid",
        "unpublished",
        "unpublishdate",
        "updates",
        "uri",
        "url",
        "user",
        "uuid",
        "value",
        "version",
        "video",
        "view",
        "visibility",
        "weight",
        "width",
        "wip",
    ]
)
"""Keys of themes and other plugins, and plain words: never taken for a misspelt known key."""


@lru_cache(maxsize=1_024)
def near_miss(name: str) -> str:
    """Return the known key that an unknown one probably means, or empty.

    One letter is added, missing, replaced or swapped with the next; two if the key has eight letters or more.

    Args:
        name: The key, normalised.
    """
    if name in OTHER_KEYS or name in _OWN_KEYS or len(name) < _SHORTEST - 1:
        return ""
    near = [(distance(name, other), other) for other in _OWN_KEYS if is_near(name, other)]
    return min(near)[1] if near else ""


_SHORTEST: Final = 4
_OWN_KEYS: Final = tuple(
    dict.fromkeys(
        name
        for key in KEYS
        for name in (key.name, *key.aliases)
        if "." not in name and len(name) >= _SHORTEST and name not in OF_PROGRAMS
    )
)
