"""Labels in the language of a site, from the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from babel import Locale

from mkdocs_journal.language.catalogues import Catalogue, catalogue, catalogue_of, shown_language
from mkdocs_journal.language.locales import ENGLISH, locale_of, plural_form
from mkdocs_journal.problems.catalogue import Quoted, message
from mkdocs_journal.spelling import distance, is_near

_NAME: Final = re.compile(r"\{(\w+)\}")

_NOTHING: Final[Catalogue] = MappingProxyType({})


class UnknownLabelError(ValueError):
    """A template uses a label that does not exist; the message contains what to write."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        super().__init__(message("J880", found=Quoted(key), advice=_near(key, known)))


class Labels:
    """The labels of one language; it equals itself only, so that what is made with it can be found by it."""

    def __init__(self, language: str, words: Catalogue) -> None:
        self.language = language
        """The locale of dates and plural forms beside them, for example `pt_BR`."""
        self.words = words

    @cached_property
    def locale(self) -> Locale:
        """The locale of dates beside them: English for labels in English, whatever the language of the site."""
        return Locale.parse(self.language)

    def _words_of(self, key: str) -> str | Mapping[str, str]:
        words = self.words.get(key)
        if words is None:
            raise UnknownLabelError(key, self.words)
        return words

    def __call__(self, key: str, **values: object) -> str:
        """Return the label `key`, its `{names}` replaced by values; values are never read as patterns."""
        words = self._words_of(key)
        text = words if isinstance(words, str) else words["other"]
        return _filled(text, values) if values else text

    def count(self, key: str, number: int) -> str:
        """Return the label `key` in the plural form for a number."""
        forms = self._words_of(key)
        if isinstance(forms, str):
            return _filled(forms, {"count": number})
        category = plural_form(number, self.locale)
        return _filled(forms.get(category) or forms["other"], {"count": number})


def _near(key: str, known: Iterable[str]) -> str:
    """Return what to write instead of an unknown key."""
    near = min(((distance(key, other), other) for other in known if is_near(key, other)), default=None)
    return f"did you mean {near[1]}?" if near else f"write one of {', '.join(known)}"


def doubtful_labels(words: Catalogue) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield code, key and values of a problem for each label of the option `labels` that is not used as it is written."""
    known = catalogue("en")
    for key, own in words.items():
        if key not in known:
            yield "J880", "labels", {"found": Quoted(key), "advice": _near(key, known)}
            continue
        names = _names(known[key])
        if unknown := sorted(_names(own) - names):
            shown = ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
            yield "J881", f"labels.{key}", {"found": f"{{{unknown[0]}}}", "names": shown}


def _names(words: str | Mapping[str, str]) -> set[str]:
    """Return the names in braces of a label."""
    forms = [words] if isinstance(words, str) else list(words.values())
    return {name for form in forms for name in _NAME.findall(form)}


def _filled(text: str, values: Mapping[str, object]) -> str:
    return _NAME.sub(lambda name: str(values.get(name[1], name[0])), text)


def labels_for(language: str, own: Catalogue = _NOTHING) -> Labels:
    """Return the labels of a language; those of one without a catalogue are English.

    Args:
        language: A language code as sites write it, for example `de` or `pt-BR`.
        own: Labels that the site has written; keys that do not exist are ignored.
    """
    english = catalogue("en")
    shown = shown_language(language, own)
    name = catalogue_of(shown)
    words = {**english, **(catalogue(name) if name else {}), **{key: text for key, text in own.items() if key in english}}
    return Labels(str(locale_of(shown) or ENGLISH), words)
