"""Checks options: `read_options()` those of one journal, `read_site_options()` everything below `journal:`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.options.names import advice
from mkdocs_journal.options.option import Option
from mkdocs_journal.options.table import GROUPS, NAMES, NAMES_OF_SITE, OFF, OPTIONS
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.problems.catalogue import Quoted, message

_OF_JOURNALS: Final = frozenset({"journals", "combined"})
"""Options that contain others; each of those is read by itself."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that are not allowed in file names, pages and feeds."""
_OF_ONE: Final = ("folder", "title", "posts")
"""Options that several journals cannot share."""


class OptionError(ValueError):
    """An option has an invalid value.

    Attributes:
        name: The option, as in `OPTIONS`.
        code: `J801` for a wrong value, `J831` for a name that is not an option.
    """

    def __init__(self, name: str, found: object, wanted: str, code: str = "J801") -> None:
        super().__init__(message(code, option=name, found=Quoted(found), wanted=wanted))
        self.name = name
        self.found = found
        self.wanted = wanted
        self.code = code

    def within(self, outer: str) -> OptionError:
        """Return the same error for an option nested in another."""
        return OptionError(f"{outer}.{self.name}", self.found, self.wanted, self.code)


def read_options(raw: Mapping[str, object]) -> Options:
    """Check the options of one journal.

    Args:
        raw: Names and values, parsed. A missing or null value means the default; names that `OPTIONS` does not have are
            ignored: the caller reports them.

    Returns:
        The checked options.

    Raises:
        OptionError: A value is invalid; the message names the option, what was found and what to write.
    """
    groups = {name: _group(name, raw.get(name)) for name in GROUPS}
    read: dict[str, Any] = {}
    inside: dict[str, dict[str, Any]] = {name: {} for name in GROUPS}
    for option in OPTIONS:
        group, dot, name = option.name.rpartition(".")
        value = (groups[group] if dot else raw).get(name)
        if value is not None and not option.of_site:
            (inside[group] if dot else read)[name] = _read(option, value)
    read |= {name: make(**inside[name]) for name, make in GROUPS.items()}
    return Options(**read, folder_given=raw.get("folder") is not None)


def _group(name: str, value: object) -> Mapping[str, object]:
    """Return the options of a group; `false` switches all of them off, `true` changes none."""
    known = [option.name.partition(".")[2] for option in OPTIONS if option.name.startswith(f"{name}.")]
    if value is None or (value is True and name in OFF):
        return {}
    if value is False and name in OFF:
        return OFF[name]
    if not isinstance(value, Mapping):
        off = "false, or " if name in OFF else ""
        raise OptionError(name, value, f"{off}names and values; the names are {', '.join(known)}")
    if unknown := [inner for inner in value if inner not in known]:
        wanted = advice(unknown[0], known, f"{name}.")
        raise OptionError(f"{name}.{unknown[0]}", value[unknown[0]], wanted, "J831")
    return value


def _read(option: Option, value: object) -> object:
    if option.name not in _OF_JOURNALS and any(map(_UNWRITABLE.search, texts_in(value))):
        raise OptionError(option.name, value, "it without control characters")
    try:
        return option.read(value)
    except ValueError as error:
        raise OptionError(option.name, value, str(error)) from None


def read_site_options(raw: Mapping[str, object]) -> SiteOptions:
    """Check everything below `journal:`, for one journal or several.

    Args:
        raw: Names and values, parsed.

    Raises:
        OptionError: A value is invalid, a name inside `journals` is unknown, or two journals have one folder.
    """
    given = [option for option in OPTIONS if option.of_site and raw.get(option.name) is not None]
    site: dict[str, Any] = {option.name: _read(option, raw[option.name]) for option in given}
    journals: Mapping[str, Mapping[str, object]] = site.pop("journals", {})
    combined: Mapping[str, object] | None = site.pop("combined", None)
    if not journals:
        if combined:
            raise OptionError("combined", raw["combined"], "journals as well, or remove it: one journal has its own list")
        return SiteOptions(journals=(read_options(raw),), **site)
    if alone := [name for name in _OF_ONE if raw.get(name) not in (None, [])]:
        raise OptionError(alone[0], raw[alone[0]], "it inside journals, for each journal")
    shared = {name: value for name, value in raw.items() if name not in _OF_ONE}
    found = tuple(_named(name, own, shared) for name, own in journals.items())
    extra = _named("combined", combined, shared, option="combined") if combined else None
    _check_folders((*found, *([extra] if extra else ())))
    return SiteOptions(journals=found, combined=extra, **site)


def _check_folders(journals: tuple[Options, ...]) -> None:
    """Raise if two journals have one folder."""
    owners: dict[str, str] = {}
    for options in journals:
        if (other := owners.setdefault(options.folder, options.within)) != options.within:
            wanted = f"another folder; {other.removesuffix('.')} uses this one"
            raise OptionError(f"{options.within}folder", options.folder, wanted)


def _named(name: str, own: Mapping[str, object], shared: Mapping[str, object], *, option: str = "") -> Options:
    """Return the options of a named journal: its own, then those beside `journals`."""
    where = option or f"journals.{name}"
    known = [name for name in NAMES if name not in NAMES_OF_SITE]
    if misplaced := [name for name in own if name in NAMES_OF_SITE - _OF_JOURNALS]:
        wanted = "it beside journals, where it counts for all of them"
        raise OptionError(f"{where}.{misplaced[0]}", own[misplaced[0]], wanted)
    if unknown := [name for name in own if name not in known]:
        raise OptionError(f"{where}.{unknown[0]}", own[unknown[0]], advice(unknown[0], known), "J831")
    merged = {"folder": name, **shared, **{key: value for key, value in own.items() if value is not None}}
    for group in GROUPS:
        outer, inner = shared.get(group), own.get(group)
        if isinstance(outer, Mapping) and isinstance(inner, Mapping):
            merged[group] = {**outer, **inner}
    try:
        return replace(read_options(merged), name=name, of_all=bool(option))
    except OptionError as error:
        raise error.within(where) from None


def wrong_options(raw: Mapping[str, object]) -> tuple[OptionError, ...]:
    """Return the errors of each option below `journal:`, and the first error of their combination."""
    wrong: list[OptionError] = []
    for option in OPTIONS:
        if (name := option.name.partition(".")[0]) == option.name and raw.get(name) is not None:
            wrong += _errors(partial(_read, option, raw[name]))
    for name in GROUPS:
        wrong += _wrong_in_group(name, raw.get(name))
    if not any(error.name in _OF_JOURNALS for error in wrong):
        wrong += _wrong_in_journals(raw.get("journals"), raw.get("combined"))
    seen = {error.name.partition(".")[0] for error in wrong}
    rest = {name: value for name, value in raw.items() if name not in seen}
    return (*wrong, *_errors(partial(read_site_options, rest)))


def _wrong_in_group(name: str, value: object) -> list[OptionError]:
    """Return the errors of each option of a group."""
    return [error for part in _parts({name: value}) for error in _errors(partial(read_options, part))]


def _wrong_in_journals(journals: object, combined: object) -> list[OptionError]:
    """Return the errors of each option of the journals and of their common list."""
    groups = [(name, own, "") for name, own in journals.items()] if isinstance(journals, Mapping) else []
    groups.append(("combined", combined, "combined"))
    checks = [
        partial(_named, name, part, {}, option=option)
        for name, own, option in groups
        if isinstance(own, Mapping)
        for part in _parts(own)
    ]
    return [error for check in checks for error in _errors(check)]


def _parts(own: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Yield each option by itself, also those that stand together below a name."""
    for name, value in own.items():
        if name in GROUPS and isinstance(value, Mapping):
            yield from ({name: {inner: given}} for inner, given in value.items())
        else:
            yield {name: value}


def _errors(check: Callable[[], object]) -> tuple[OptionError, ...]:
    try:
        check()
    except OptionError as error:
        return (error,)
    return ()
