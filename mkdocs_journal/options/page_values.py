"""Readers of the options of pages: their lists, reading time, place in the navigation and labels."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from mkdocs_journal.options import values

LAYOUTS: Final = ("excerpts", "compact", "cards")
"""How a list shows its posts."""
KINDS: Final = ("year", "month", "tags", "categories", "authors", "series")
"""The kinds of archives whose lists can have a layout of their own."""
NAV: Final = ("archive", "tags", "categories", "authors", "series")
"""What can stand below the journal in the navigation."""
WORDS: Final = 265
"""Words that an adult reads in a minute, as Medium counts."""
_LISTS: Final = f"names and layouts: landing, archive, {', '.join(KINDS)}, each {', '.join(LAYOUTS[:-1])} or {LAYOUTS[-1]}"
_RELATED: Final = "a whole number from 0 to 50"
_READING: Final = "true, false or {words_per_minute: 265}, from 1 to 10000"
_BOOST: Final = "a number above 0 and up to 100, for example 0.5"
_LABELS: Final = "keys of labels and texts, or plural forms and texts, for example {continue: Read on}"


class ListLayouts(NamedTuple):
    """How the lists of each kind show their posts."""

    landing: str = "excerpts"
    archive: str = "compact"
    """Of kinds that have none of their own."""
    own: tuple[tuple[str, str], ...] = ()
    """Kinds of archives, each with its layout."""

    def of(self, kind: str) -> str:
        """Return the layout of the lists of a kind; `index` is the landing page."""
        return self.landing if kind == "index" else dict(self.own).get(kind, self.archive)


def lists(value: object) -> ListLayouts:
    """Read the option `lists`."""
    if not isinstance(value, Mapping):
        raise ValueError(_LISTS)
    for name, layout in value.items():
        if name not in ("landing", "archive", *KINDS) or layout not in LAYOUTS:
            raise ValueError(_LISTS)
    own = tuple((kind, str(value[kind])) for kind in KINDS if kind in value)
    given = {name: str(value[name]) for name in ("landing", "archive") if name in value}
    return ListLayouts(**given, own=own)


def reading_time(value: object) -> int:
    """Read the option `reading_time`: words per minute, 0 if it is not shown."""
    if isinstance(value, bool):
        return WORDS if value else 0
    if not isinstance(value, Mapping) or set(value) != {"words_per_minute"}:
        raise ValueError(_READING)
    return values.whole_number(value["words_per_minute"], most=10_000, wanted=_READING)


def related(value: object) -> int:
    """Read the option `related`."""
    return 0 if value == 0 and not isinstance(value, bool) else values.whole_number(value, most=50, wanted=_RELATED)


def nav(value: object) -> tuple[str, ...]:
    """Read the option `nav`."""
    return tuple(dict.fromkeys(values.texts(value, f"a list of {', '.join(NAV)}", NAV)))


def search_boost(value: object) -> float:
    """Read the option `search_boost`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 100:
        raise ValueError(_BOOST)
    return float(value)


Words = Mapping[str, str | Mapping[str, str]]
"""Labels by their key: texts, or texts by the plural form."""


def labels(value: object) -> Words:
    """Read the option `labels`; whether there are such labels is checked where the labels are known."""
    if not isinstance(value, Mapping):
        raise ValueError(_LABELS)
    for key, words in value.items():
        inner = words if isinstance(words, Mapping) else {"other": words}
        if not isinstance(key, str) or "other" not in inner or not all(map(_is_text, inner.values())):
            raise ValueError(_LABELS)
    return {key: {str(form): text for form, text in w.items()} if isinstance(w, Mapping) else w for key, w in value.items()}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
