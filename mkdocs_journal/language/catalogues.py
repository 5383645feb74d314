"""The catalogues of labels: which language has one, and what a language without one needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from mkdocs_journal.language.locales import ENGLISH, is_language, language_name, locale_of
from mkdocs_journal.problems.catalogue import Quoted

Catalogue = Mapping[str, str | Mapping[str, str]]
"""Labels by their key: texts, or texts by the plural form."""

_NAME: Final = re.compile(r"\{(\w+)\}")
_OTHER_NAMES: Final = {"zh-Hant": "zh-TW", "no": "nb"}
"""Catalogues that languages share with others: all traditional Chinese, and Norwegian without a form of its own."""


@lru_cache(maxsize=64)
def catalogue(name: str) -> Catalogue:
    """Return the labels of a catalogue by its name, for example `pt-BR`."""
    file = files("mkdocs_journal") / "locale" / f"{name}.json"
    found: Catalogue = json.loads(file.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=256)
def catalogue_of(language: str) -> str:
    """Return the name of the catalogue for a language as sites write it (`pt_br`: `pt-BR`), or empty if there is none."""
    locale = locale_of(language)
    if locale is None:
        return ""
    tails = (f"-{locale.territory}", f"-{locale.script}", "")
    names = (_OTHER_NAMES.get(locale.language + tail, locale.language + tail) for tail in tails)
    folder = files("mkdocs_journal") / "locale"
    return next((name for name in names if (folder / f"{name}.json").is_file()), "")


def shown_language(language: str, own: Catalogue) -> str:
    """Return the language of labels and dates on the pages of a site.

    A language counts as known if it has a catalogue, or if the site has written most of its labels. A page in any other
    language has English labels and English dates.

    Args:
        language: The language of the site.
        own: The labels that the site has written.
    """
    known = catalogue_of(language) or _has_most(own)
    return language if known and locale_of(language) else str(ENGLISH)


def doubtful_language(language: str, own: Catalogue, *, of_theme: bool) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield code and values of the problem of a language whose labels are English.

    Args:
        language: The language of the site.
        own: The labels that the site has written.
        of_theme: Whether the theme names the language; themes have names of their own, such as `custom` in Material.
    """
    if not of_theme and not is_language(language):
        yield "J806", {"found": Quoted(language)}
    elif not catalogue_of(language):
        name, missing = language_name(language), _without(own)
        if not _has_most(own):
            yield "J890", {"language": name}
        elif missing:
            yield "J891", {"language": name, "labels": ", ".join(missing)}


def _has_most(own: Catalogue) -> bool:
    """Return whether a site has written most labels, so that a label of a later version does not make it English."""
    return len(_without(own)) * 2 < len(_words())


def _without(own: Catalogue) -> tuple[str, ...]:
    """Return the labels that a site has not written, in the order of the catalogue."""
    return tuple(key for key in _words() if key not in own)


def _words() -> tuple[str, ...]:
    """Return the keys of labels that have words, not only names in braces and punctuation."""
    shown = {key: text if isinstance(text, str) else text["other"] for key, text in catalogue("en").items()}
    return tuple(key for key, text in shown.items() if any(map(str.isalpha, _NAME.sub("", text))))
