"""The files beside the posts that describe authors and tags."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple

from mkdocs_journal.front_matter.fields import YES
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value, YamlError, read_yaml
from mkdocs_journal.front_matter.source import DecodingError, Source, decode
from mkdocs_journal.posts.model import Author
from mkdocs_journal.posts.profiles import (
    ATTRIBUTES,
    aliases_of,
    author_of,
    avatar_of,
    texts_of,
    unknown_keys,
    wrong_addresses,
)
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem

MAX_BYTES: Final = 1_048_576
"""The size of the largest data file, in bytes."""
MAX_EVENTS: Final = 50_000


class Vocabulary(NamedTuple):
    """The tags that are described in `tags.yml`."""

    names: Mapping[str, str] = MappingProxyType({})
    """Names by `term_key()` of the name and of each alias."""
    descriptions: Mapping[str, str] = MappingProxyType({})
    """By name."""
    closed: bool = False
    """Whether tags that are not in it are reported."""


class DataFiles(NamedTuple):
    """The content of the data files."""

    authors: Mapping[str, Author] = MappingProxyType({})
    """By key, name, alias and e-mail address, each as `term_key()` makes it."""
    vocabulary: Vocabulary = Vocabulary()
    avatars: Mapping[str, Place] = MappingProxyType({})
    """The place of each picture in the authors file, by the path of the picture."""
    problems: tuple[Problem, ...] = ()


def read_data_files(authors: Source | None = None, tags: Source | None = None) -> DataFiles:
    """Read the files that describe authors and tags; report problems and use the rest.

    Args:
        authors: A map of key to author, or the same below `authors:`, as in Material and Jekyll.
        tags: A list of tags, or a map of tag to `name`, `description` and `aliases`, or either below `tags:`; with
            `closed: true` every other tag is reported.
    """
    problems: list[Problem] = []
    avatars: dict[str, Place] = {}
    people = _authors(authors, problems, avatars) if authors else {}
    vocabulary = _vocabulary(tags, problems) if tags else Vocabulary()
    return DataFiles(people, vocabulary, avatars, tuple(problems))


def _content(source: Source, form: str, problems: list[Problem]) -> Value | None:
    """Return the content of a file, or None if it is empty or cannot be read, which is reported."""
    try:
        if source.reason:
            raise YamlError("J405", 1, 1, reason=f"cannot be read ({source.reason})")
        if len(source.data) > MAX_BYTES:
            raise YamlError("J405", 1, 1, reason=f"{len(source.data):,} bytes, the limit is {MAX_BYTES:,}")
        value = read_yaml(decode(source.data), max_events=MAX_EVENTS)
    except DecodingError as error:
        place, reason = Place(source.shown, error.line, error.column), f"byte {error.byte} is not valid UTF-8"
    except YamlError as error:
        place, reason = Place(source.shown, error.line, error.column), _reason(error)
    else:
        return None if isinstance(value, Scalar) and value.null else value
    problems.append(problem("J405", place, "file", reason=reason, form=form))
    return None


def _reason(error: YamlError) -> str:
    message = problem(error.code, Place(""), "", **{"form": "", **error.values}).message
    return message.partition(";")[0]


def _authors(source: Source, problems: list[Problem], avatars: dict[str, Place]) -> dict[str, Author]:
    form = "key: {name: …} lines"
    value = _content(source, form, problems)
    if isinstance(value, MapValue):
        value = _below("authors", value)
    found: dict[str, Author] = {}
    places: dict[tuple[str, str], Place] = {}
    for key, entry in _entries(value, source, form, problems):
        author = author_of(entry, name=key.text)
        if author is None:
            _wrong(entry, source, key.text, form, problems)
            continue
        author = replace(author, key=key.text)
        for name in (key.text, author.name, author.email, *aliases_of(entry)):
            if name:
                found.setdefault(term_key(name), author)
        if author.avatar and (written := avatar_of(entry)):
            avatars.setdefault(author.avatar, Place(source.shown, written.line, written.column))
        problems += _wrong_addresses(entry, source)
        for unknown, meant in unknown_keys(entry):
            places.setdefault((unknown.text, meant), Place(source.shown, unknown.line, unknown.column))
    for (name, meant), place in places.items():
        problems.append(problem("J408", place, name, meant=meant) if meant else problem("J409", place, name))
    return found


def _wrong_addresses(entry: Value, source: Source) -> Iterator[Problem]:
    """Yield a problem for each unusable address of an author, except the picture, which is checked later."""
    for attribute, text in wrong_addresses(entry):
        if text != avatar_of(entry):
            place = Place(source.shown, text.line, text.column)
            yield problem("J602", place, attribute, found=Quoted(text.text))


def _below(name: str, value: MapValue) -> Value:
    """Return the value of a key if the file has the key, else the whole file."""
    return next(
        (item for key, item in value.entries if normalised(key.text) == name and not isinstance(item, Scalar)), value
    )


def _entries(value: Value | None, source: Source, form: str, problems: list[Problem]) -> Iterator[tuple[Scalar, Value]]:
    if isinstance(value, MapValue):
        yield from value.entries
    elif value is not None:
        _wrong(value, source, "file", form, problems)


def _wrong(value: Value, source: Source, key: str, form: str, problems: list[Problem]) -> None:
    kind = {Scalar: "found a text", ListValue: "found a list", MapValue: "found a map without a name"}[type(value)]
    problems.append(problem("J405", Place(source.shown, value.line, value.column), key, reason=kind, form=form))


def _vocabulary(source: Source, problems: list[Problem]) -> Vocabulary:
    form = "a list of tags, or name: {description: …, aliases: […]} lines"
    value = _content(source, form, problems)
    closed = False
    if isinstance(value, MapValue):
        switch = next((item for key, item in value.entries if normalised(key.text) == "closed"), None)
        closed = isinstance(switch, Scalar) and switch.text.strip().casefold() in YES
        entries = tuple(entry for entry in value.entries if normalised(entry[0].text) != "closed")
        value = _below("tags", MapValue(entries, value.line, value.column))
    if isinstance(value, ListValue):
        named = (_named_entry(item, source, form, problems) for item in value.items)
        value = MapValue(tuple(entry for entry in named if entry), value.line, value.column)
    names: dict[str, str] = {}
    descriptions: dict[str, str] = {}
    for key, entry in _entries(value, source, form, problems):
        texts = {"description": entry} if isinstance(entry, Scalar) and not entry.null else texts_of(entry)
        name = texts.get("name", key).text
        for alias in (key.text, name, *aliases_of(entry)):
            names.setdefault(term_key(alias), name)
        if "description" in texts:
            descriptions[name] = " ".join(texts["description"].text.split())
    return Vocabulary(names, descriptions, closed)


def _named_entry(item: Value, source: Source, form: str, problems: list[Problem]) -> tuple[Scalar, Value] | None:
    """Return the name of an item of a list and its value; an item without a name is reported."""
    if isinstance(item, Scalar):
        return item, Scalar("", item.line, item.column)
    name = next((text for key, text in texts_of(item).items() if key in ATTRIBUTES["name"]), None)
    if name is None:
        _wrong(item, source, "tags", form, problems)
        return None
    return name, item
