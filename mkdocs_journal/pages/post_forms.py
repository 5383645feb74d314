"""Fragments about one post that are rendered once for each form, and filled in for all other posts of that form.

Our own templates print the texts of a post as they are. Which elements they write depends on which texts are empty, on how
many people and terms there are, and on its other values: this is the *form*. The template is rendered for the first
post of a form with a mark in the place of each text, and cut at the marks. A template of the site or of the theme may do
anything with a text; it is rendered for each post.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, Final

from markupsafe import Markup

from mkdocs_journal.language.labels import Labels
from mkdocs_journal.pages.direct_templates import escaped
from mkdocs_journal.pages.picture_views import PictureView
from mkdocs_journal.pages.post_values import Stamp
from mkdocs_journal.pages.post_views import Link, PersonLink, PostView
from mkdocs_journal.pages.templates import Fragments

_MARK: Final = "\x00"
"""Around the number of a text; no text of a page has this character."""
_MARKED: Final = re.compile(f"{_MARK}([0-9]+){_MARK}")
_BYLINE: Final = ("labels_language", "authors", "date", "reading_time", "categories", "updated")
_ENTRY: Final = ("title", "url", "language", "pinned", "uncommitted", "cover", *_BYLINE)
_READ: Final = {
    "post-header": ("title", "url", "description", "pinned", "uncommitted", "cover", *_BYLINE),
    "post-footer": ("labels_language", "updates", "series", "tags"),
    "entry": (*_ENTRY, "excerpt", "clamped", "description", "more", "tags"),
    "card": (*_ENTRY, "summary"),
    "row": ("title", "url", "language", "date", "updated"),
}
"""What each template reads of a post, beside its `state`."""
_PARTS: Final[Mapping[type, tuple[str, ...]]] = {
    Stamp: ("iso", "text", "short"),
    Link: ("name", "url"),
    PersonLink: ("name", "url", "avatar"),
    PictureView: ("url", "width", "height", "alt"),
}
"""What templates read of a value with several texts."""
_FIXED: Final = frozenset({bool, type(None), Labels})

_read: Final[Mapping[str, Callable[[PostView], tuple[Any, ...]]]] = {
    name: attrgetter(*names) for name, names in _READ.items()
}
_parts_of: Final[Mapping[type, Callable[[Any], tuple[Any, ...]]]] = {
    kind: attrgetter(*names) for kind, names in _PARTS.items()
}


class _UnknownKindError(ValueError):
    """Templates may read more of a value than is known."""


def post_fragment(name: str, post: PostView, fragments: Fragments, **values: object) -> Markup:
    """Return the fragment `journal/<name>.html` about a post.

    Args:
        name: A template that shows one post.
        post: The post.
        fragments: Renders it, if need be.
        **values: What the template gets beside the post.
    """
    if not fragments.is_ours(name):
        return fragments.render(name, post=post, **values)
    seen = _read[name](post)
    form: list[object] = [name, post.state]
    texts: list[str] = []
    try:
        _take((*seen, *values.values()), form, texts)
    except _UnknownKindError:
        return fragments.render(name, post=post, **values)
    key = (*form, *map(bool, texts))
    made = fragments.forms.get(key)
    if made is None:
        marks = (f"{_MARK}{number}{_MARK}" for number in count())
        read = dict(zip(_READ[name], _marked(seen, marks), strict=True))
        others = dict(zip(values, _marked(values.values(), marks), strict=True))
        html = fragments.render(name, post=SimpleNamespace(state=post.state, **read), **others)
        made = fragments.forms[key] = _cut(html)
    parts, numbers = made
    filled: list[Any] = parts.copy()
    filled[1::2] = [escaped(texts[number]) for number in numbers]
    return Markup("".join(filled))  # noqa: S704 - the template escaped the rest


def _take(values: Iterable[Any], form: list[object], texts: list[str]) -> None:
    """Add the texts of values to `texts`, and all else that they are to `form`."""
    for value in values:
        kind = type(value)
        if kind is str or kind is Markup:
            texts.append(value)
        elif kind is tuple:
            form.append(len(value))
            _take(value, form, texts)
        elif kind is int:
            texts.append(str(value or ""))
        elif kind in _FIXED:
            form.append(value)
        elif kind in _parts_of:
            form.append(kind)
            _take(_parts_of[kind](value), form, texts)
        else:
            raise _UnknownKindError


def _marked(values: Iterable[Any], marks: Iterator[str]) -> Iterator[Any]:
    """Yield values with the next mark in the place of each text that is not empty."""
    for value in values:
        kind = type(value)
        if kind is str or kind is Markup or kind is int:
            mark = next(marks)
            yield mark if value else value
        elif kind is tuple:
            yield tuple(_marked(value, marks))
        elif kind in _FIXED:
            yield value
        else:
            yield SimpleNamespace(**dict(zip(_PARTS[kind], _marked(_parts_of[kind](value), marks), strict=True)))


def _cut(html: str) -> tuple[list[str], list[int]]:
    """Return a fragment cut at its marks, and their numbers."""
    parts = _MARKED.split(html)
    return parts, list(map(int, parts[1::2]))
