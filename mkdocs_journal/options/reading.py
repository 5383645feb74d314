"""Options checked: `read_options()` for one journal, `read_site_options()` for what stands below `journal:`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from mkdocs_journal.options.names import advice
from mkdocs_journal.options.option import Option
from mkdocs_journal.options.table import GROUPS, OFF, OPTIONS, Options, SiteOptions
from mkdocs_journal.problems.catalogue import Said, message


class OptionError(ValueError):
    """An option has a value that cannot be used.

    Attributes:
        name: The option, as in `OPTIONS`.
        code: `J801` for a wrong value, `J831` for a name that is not an option.
    """

    def __init__(self, name: str, found: object, wanted: str, code: str = "J801") -> None:
        super().__init__(message(code, option=name, found=Said(found), wanted=wanted))
        self.name = name
        self.found = found
        self.wanted = wanted
        self.code = code

    def within(self, outer: str) -> OptionError:
        """Return the same error of an option that stands inside another."""
        return OptionError(f"{outer}.{self.name}", self.found, self.wanted, self.code)


def read_options(raw: Mapping[str, object]) -> Options:
    """Check the options of one journal.

    Args:
        raw: Names and values, parsed. A missing or null value means the default; names that `OPTIONS` does not have are for
            the caller to report.

    Returns:
        The checked options.

    Raises:
        OptionError: A value cannot be used; the message names the option, what was found and what to write.
    """
    groups = {name: _group(name, raw.get(name)) for name in GROUPS}
    read: dict[str, object] = {}
    inside: dict[str, dict[str, object]] = {name: {} for name in GROUPS}
    for option in OPTIONS:
        group, dot, name = option.name.rpartition(".")
        value = (groups[group] if dot else raw).get(name)
        if value is not None and not option.of_site:
            (inside[group] if dot else read)[name] = _read(option, value)
    made = {name: make(**inside[name]) for name, make in GROUPS.items()}  # type: ignore[arg-type]  # each read by its Option
    given = raw.get("folder") is not None
    return Options(**read, **made, folder_given=given)  # type: ignore[arg-type]  # each read by its Option


def _group(name: str, value: object) -> Mapping[str, object]:
    """Return the options that stand together below a name; `false` switches all of them off, `true` changes none."""
    known = [option.name.partition(".")[2] for option in OPTIONS if option.name.startswith(f"{name}.")]
    if value is None or value is True:
        return {}
    if value is False:
        return OFF[name]
    if not isinstance(value, Mapping):
        raise OptionError(name, value, f"false, or names and values; the names are {', '.join(known)}")
    if unknown := [inner for inner in value if inner not in known]:
        wanted = advice(unknown[0], known, f"{name}.")
        raise OptionError(f"{name}.{unknown[0]}", value[unknown[0]], wanted, "J831")
    return value


def _read(option: Option, value: object) -> object:
    try:
        return option.read(value)
    except ValueError as error:
        raise OptionError(option.name, value, str(error)) from None


def read_site_options(raw: Mapping[str, object]) -> SiteOptions:
    """Check what stands below `journal:`, be it one journal or several.

    Args:
        raw: Names and values, parsed.

    Raises:
        OptionError: A value cannot be used, a name inside `journals` is unknown, or two journals have one folder.
    """
    given = [option for option in OPTIONS if option.of_site and raw.get(option.name) is not None]
    site = {option.name: _read(option, raw[option.name]) for option in given}
    journals: Mapping[str, Mapping[str, object]] = site.pop("journals", {})  # type: ignore[assignment]  # read above
    combined: Mapping[str, object] | None = site.pop("combined", None)  # type: ignore[assignment]  # read above
    if not journals:
        if combined:
            raise OptionError("combined", raw["combined"], "it together with journals; it combines several of them")
        return SiteOptions(journals=(read_options(raw),), **site)  # type: ignore[arg-type]  # each read by its Option
    if alone := [name for name in _OF_ONE if raw.get(name) not in (None, [])]:
        raise OptionError(alone[0], raw[alone[0]], "it inside journals, for each of them")
    shared = {name: value for name, value in raw.items() if name not in _OF_ONE}
    found = tuple(_named(name, own, shared) for name, own in journals.items())
    extra = _named("combined", combined, shared, option="combined") if combined else None
    owners: dict[str, str] = {}
    for options in (*found, *([extra] if extra else ())):
        if (other := owners.setdefault(options.folder, options.within)) != options.within:
            wanted = f"another folder, {other.removesuffix('.')} already has this one"
            raise OptionError(f"{options.within}folder", options.folder, wanted)
    return SiteOptions(journals=found, combined=extra, **site)  # type: ignore[arg-type]  # each read by its Option


def wrong_options(raw: Mapping[str, object]) -> tuple[OptionError, ...]:
    """Return what is wrong with the options below `journal:`, each by itself, and the first of what they are together."""
    wrong: list[OptionError] = []
    for option in OPTIONS:
        if (name := option.name.partition(".")[0]) == option.name and raw.get(name) is not None:
            wrong += _errors(partial(_read, option, raw[name]))
    for name in GROUPS:
        wrong += _errors(partial(read_options, {name: raw.get(name)}))
    seen = {error.name.partition(".")[0] for error in wrong}
    rest = {name: value for name, value in raw.items() if name not in seen}
    return (*wrong, *_errors(partial(read_site_options, rest)))


def _errors(check: Callable[[], object]) -> tuple[OptionError, ...]:
    try:
        check()
    except OptionError as error:
        return (error,)
    return ()


NAMES: Final = tuple(dict.fromkeys(option.name.partition(".")[0] for option in OPTIONS))
"""What may stand below `journal:`."""
NAMES_OF_SITE: Final = frozenset(option.name for option in OPTIONS if option.of_site)
"""Those that concern all journals, so that they have no place inside `journals`."""
_OF_ONE: Final = ("folder", "title", "posts")
"""Options that several journals cannot share."""


def _named(name: str, own: Mapping[str, object], shared: Mapping[str, object], *, option: str = "") -> Options:
    """Return the options of a named journal: its own, else those beside `journals`."""
    where = option or f"journals.{name}"
    known = [name for name in NAMES if name not in NAMES_OF_SITE]
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
