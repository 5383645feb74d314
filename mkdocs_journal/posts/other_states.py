"""Keys of other programs, and words of other languages, that withhold or hide a post."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final

from mkdocs_journal.front_matter.fields import ANY_NO, ANY_YES, NO, YES, Fields, written
from mkdocs_journal.front_matter.keys import PUBLISHED, SWITCHES
from mkdocs_journal.front_matter.located_yaml import ListValue, Scalar, Value
from mkdocs_journal.front_matter.other_languages import WORDS, meant_in_english
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.clock import due
from mkdocs_journal.posts.dates import read_date
from mkdocs_journal.posts.post_dates import date_like, date_value
from mkdocs_journal.posts.read_dates import ReadDate, UnreadableDate
from mkdocs_journal.problems.catalogue import Quoted

_STATUS: Final = (
    *("status", "state", "visibility", "post_status"),
    *("zustand", "sichtbarkeit", "statut", "état", "etat", "visibilité", "visibilite", "estado", "visibilidad"),
    *("stato", "visibilità", "visibilidade", "zichtbaarheid", "stan", "stav", "tila", "durum", "статус", "видимость"),
    *("状態", "ステータス", "状态", "狀態", "상태"),
)
_NOT_YET: Final = frozenset(
    [
        *("draft", "drafts", "private", "pending", "unpublished", "trash", *WORDS["draft"].split()),
        *("wip", "in progress", "work in progress", "todo", "to do", "not started", "unfinished", "incomplete"),
        *("review", "in review", "to review", "under review", "needs review", "pending review", "ready for review"),
        *("embargo", "embargoed", "auto draft", "first draft", "rough draft"),
        *("privat", "privé", "privée", "privado", "privada", "privato", "privata", "prywatny", "личное"),
        *("非公開", "私密", "비공개"),
    ]
)
"""What Notion, WordPress, Decap CMS and others call a text that is not public; a `scheduled` one has a date."""
_HIDDEN: Final = frozenset({"hidden", "unlisted", *WORDS["hidden"].split()})
_WITHHOLDING: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(_STATUS, _NOT_YET),
    **dict.fromkeys(("is_draft", "isdraft", "private", "is_private", "isprivate", "wip", "unpublished"), YES),
    **dict.fromkeys(("saveasdraft", "save_as_draft", "headless"), YES),
    **dict.fromkeys(("publish", "is_published", "ispublished", "dg_publish", "public", "is_public", "ispublic"), NO),
    "permalink": frozenset({"false"}),
    **dict.fromkeys(("build.render", "_build.render"), NO | {"never", "link"}),
}
"""The values of each key of another program that withhold a post: CMSs, Pelican, WordPress, Hugo, Eleventy, Hashnode."""
_INSIDE: Final = tuple(key for key in _WITHHOLDING if "." in key)
_UNLISTED: Final = frozenset({"eleventyexcludefromcollections", "hideinlist"})
_IN_OTHER_LANGUAGES: Final = {"draft": ANY_YES, "published": ANY_NO}
"""The values that withhold a post, for a key that is one of the journal's in another language."""
_WORDS: Final = re.compile(r"[^\W_][\w .-]*")
"""The first words of a value, without signs such as emoji before and after them."""
_UNTIL: Final = ("expirydate", "expiry_date", "unpublishdate")
"""Keys for the day on which other programs remove a post."""


def withheld_elsewhere(fields: Fields) -> bool:
    """Return whether a key that the journal does not use withholds a post, and report what to write instead."""
    if (found := state_elsewhere(fields)) is None:
        return False
    key, value = found
    fields.report("J120", value, fields.as_written(key), found=Quoted(written(value)))
    return True


def state_elsewhere(fields: Fields) -> tuple[str, Value] | None:
    """Return the key that the journal does not use and that withholds a post, with its value, or None."""
    keys = ((key, fields.value(key)) for key in (*fields.names(), *_INSIDE) if _withholding(key))
    found = ((key, value) for key, value in keys if value is not None and is_withholding(key, _texts(value)))
    return next(found, None)


def is_withholding(key: str, words: Iterable[str]) -> bool:
    """Return whether a key that the journal does not use withholds a post with one of some values.

    Args:
        key: The key, normalised.
        words: The texts of its value.
    """
    compared = str.casefold if key == "permalink" else _compared  # `/false/x/` is an address
    return not _withholding(key).isdisjoint(map(compared, words))


@lru_cache(maxsize=1_024)
def _withholding(key: str) -> frozenset[str]:
    return _WITHHOLDING.get(key) or _IN_OTHER_LANGUAGES.get(meant_in_english(key), frozenset())


def hidden_elsewhere(fields: Fields) -> bool:
    """Return whether a key of another program or language makes a post unlisted."""
    words = {key: _HIDDEN if key in _STATUS else ANY_YES for key in fields.names() if _may_hide(key)}
    values = ((fields.value(key), meant) for key, meant in words.items())
    return any(value is not None and meant.intersection(_words(value)) for value, meant in values)


@lru_cache(maxsize=1_024)
def _may_hide(key: str) -> bool:
    return key in _STATUS or key in _UNLISTED or meant_in_english(key) == "hidden"


def due_elsewhere(fields: Fields, date: ReadDate, options: Options) -> datetime | None:
    """Return when a post is due according to a key such as `publishDate`, or None if its date is later."""
    zone_given = options.timezone is not None
    dated = date_value(fields)
    instants = [
        due(read.instant, day_only=read.day_only, zone_given=zone_given)
        for key, read in _days(fields, PUBLISHED, options)
        if dated is None or dated[0] != key
    ]
    last = max(instants, default=None)
    return last if last and last > due(date.instant, day_only=date.day_only, zone_given=zone_given) else None


def report_expired(fields: Fields, options: Options, now: datetime) -> None:
    """Report that a post is published although its `expiryDate` has passed."""
    for key, read in _days(fields, _UNTIL, options):
        if read.instant <= now:
            fields.report("J122", fields.value(key), fields.as_written(key), found=read.instant.date())


def _days(fields: Fields, keys: tuple[str, ...], options: Options) -> Iterator[tuple[str, ReadDate]]:
    """Yield some keys with their dates; other values are reported."""
    for key in keys:
        value = fields.value(key)
        if value is None or (isinstance(value, Scalar) and value.null) or _is_switch(key, value, fields):
            continue
        try:
            text = value.text if isinstance(value, Scalar) else ""
            yield key, read_date(text, quoted=True, zone=options.zone)
        except UnreadableDate:
            if (dated := date_value(fields)) is None or dated[0] != key:
                fields.report("J121", value, fields.as_written(key), found=Quoted(written(value)))


def _is_switch(key: str, value: Value, fields: Fields) -> bool:
    """Return whether a key says yes or no, not a day; `published` always does to Jekyll."""
    return key in SWITCHES and ((fields.jekyll and key == "published") or not date_like(value))


def _words(value: Value) -> Iterator[str]:
    """Yield the words of a value."""
    yield from map(_compared, _texts(value))


def _texts(value: Value) -> Iterator[str]:
    """Yield a text, or the texts of a list."""
    for item in value.items if isinstance(value, ListValue) else (value,):
        if isinstance(item, Scalar):
            yield item.text


def _compared(word: str) -> str:
    """Return the form in which words are compared: `In-Review` as `in review`, `📝 Draft (needs pictures)` as `draft`."""
    found = _WORDS.search(word.casefold())
    text = found[0].partition(" - ")[0] if found else ""
    return " ".join(text.strip(".").replace("-", " ").replace("_", " ").split())
