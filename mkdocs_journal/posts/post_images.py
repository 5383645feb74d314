"""Reads the picture of a post from its front matter."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import MapValue, Scalar, Value
from mkdocs_journal.posts.model import PostImage

_PATHS: Final = ("path", "src", "url", "feature")
"""Names of the path in a map, in the order in which they are looked up."""
_NONE: Final = frozenset({"false", "no", "off"})


def read_image(fields: Fields) -> PostImage | None:
    """Return the picture in `image`, else in a key that themes use.

    A text is its path; a map has the path and an alternative text. Another value of `image` is reported; a theme's
    key is not, because the theme may use it for something else.

    Args:
        fields: The front matter.
    """
    for spelling, value in fields.values("image"):
        if isinstance(value, Scalar):
            if not value.null and value.text.strip() and value.text.strip().lower() not in _NONE:
                return PostImage(value.text.strip(), key=spelling)
        elif path := _text(value, *_PATHS):
            return PostImage(path, " ".join(_text(value, "alt").split()), spelling)
        elif spelling == "image":
            fields.report_kind(spelling, value, "image")
    return None


def _text(value: Value, *names: str) -> str:
    """Return the first text of a map with one of the given names, or empty."""
    if not isinstance(value, MapValue):
        return ""
    texts = {
        normalised(key.text): item.text.strip() for key, item in value.entries if isinstance(item, Scalar) and not item.null
    }
    return next((texts[name] for name in names if texts.get(name)), "")
