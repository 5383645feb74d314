"""What a post takes from one key of its front matter each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.posts.address_keys import permalink_of, redirect_of, redirects_from
from mkdocs_journal.posts.feed_keys import read_feed
from mkdocs_journal.posts.link_keys import read_links, read_related
from mkdocs_journal.posts.post_images import read_image
from mkdocs_journal.posts.term_labels import read_labels
from mkdocs_journal.posts.titles import plain_text
from mkdocs_journal.text.title_texts import described


def read_own_keys(fields: Fields) -> dict[str, Any]:
    """Return the attributes of a post for which the front matter has a key; the others are as in any post."""
    return {name: read(fields) for name, (key, read) in OWN_KEYS.items() if fields.has(key)}


OWN_KEYS: Final[Mapping[str, tuple[str, Callable[[Fields], Any]]]] = {
    "series": ("series", lambda fields: read_labels(fields, "series")),
    "description": ("description", lambda fields: described(fields.text("description"))),
    "image": ("image", read_image),
    "excerpt": ("excerpt", lambda fields: plain_text(fields.text("excerpt"))),
    "excerpt_separator": ("excerpt_separator", lambda fields: fields.text("excerpt_separator")),
    "feed": ("feed", read_feed),
    "permalink": ("permalink", permalink_of),
    "redirect_from": ("redirect_from", redirects_from),
    "redirect_to": ("redirect_to", redirect_of),
    "canonical_url": ("canonical_url", lambda fields: fields.address("canonical_url")),
    "translation_key": ("translation_key", lambda fields: fields.text("translation_key")),
    "related": ("related", read_related),
    "unrelated": ("related", lambda fields: fields.is_set("related", yes=False)),
    "links": ("links", read_links),
    "pin": ("pin", lambda fields: fields.is_set("pin", yes=True)),
    "in_sitemap": ("sitemap", lambda fields: not fields.is_set("sitemap", yes=False)),
    "layout": ("layout", lambda fields: fields.text("layout")),
}
"""The key of each attribute, and how it is read; without the key it is the default of the attribute."""
