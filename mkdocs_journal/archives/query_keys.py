"""Reads the keys of a block or of `journal.query()`: what a list shows, and how."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from mkdocs_journal.archives.queries import KINDS, ORDERS, SORTS, STATES, Query, Selection
from mkdocs_journal.front_matter.fields import written
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value, YamlError, read_yaml
from mkdocs_journal.options.page_values import LAYOUTS
from mkdocs_journal.options.values import is_glob
from mkdocs_journal.problems.catalogue import Quoted, message
from mkdocs_journal.spelling import distance, is_near


class PostList(NamedTuple):
    """A list of posts as its author wants it."""

    query: Query = Query()
    layout: str = "compact"
    heading: str = ""
    """Markdown, or empty."""
    empty: str | None = None
    """What stands in the place of an empty list; None: what the journal says then."""
    journal: str = ""
    """The name of a journal, or empty."""


class Mistake(NamedTuple):
    """Something wrong in the keys."""

    code: str
    line: int
    column: int
    """Both counted from 1, in the keys."""
    key: str
    values: Mapping[str, object]

    @property
    def text(self) -> str:
        """The key and what to write, as a message has them."""
        return f"{self.key}: {message(self.code, **self.values)}"


class ReadList(NamedTuple):
    """What was read."""

    wanted: PostList
    mistakes: tuple[Mistake, ...]
    named: tuple[tuple[str, Scalar], ...] = ()
    """The terms that are named, each with its kind."""


class _WrongValueError(ValueError):
    def __init__(self, value: Value, form: str) -> None:
        super().__init__(form)
        self.value = value


_GLOB: Final = "a glob or a list of globs below docs_dir, for example journal/releases/*"
_SINGULAR: Final = {"tag": "tags", "category": "categories", "author": "authors", "year": "years"}
"""Keys that mean the same as others."""
_OF_PAGES: Final = ("layout", "heading", "empty", "journal")
KEYS: Final = ("tag", "tags", "category", "categories", "author", "authors", "series", "year", "years", "path", "state",
               "sort", "order", "limit", *_OF_PAGES)  # fmt: skip
"""The keys of a block, in the order of the documentation."""
QUERY_KEYS: Final = tuple(key for key in KEYS if key not in _OF_PAGES)
"""The keys of `journal.query()`."""


def read_list(text: str, journals: Sequence[str]) -> ReadList:
    """Read the content of a block.

    Args:
        text: YAML.
        journals: The names of the journals, if there are several.
    """
    try:
        value = read_yaml(text)
    except YamlError as error:
        reason = message(error.code, **error.values)
        return ReadList(PostList(), (Mistake("J887", error.line, error.column, "journal", {"reason": reason}),))
    if value is None or (isinstance(value, Scalar) and value.null):
        return ReadList(PostList(), ())
    if not isinstance(value, MapValue):
        found = {"found": Quoted(written(value)), "form": "keys and values, for example limit: 5"}
        return ReadList(PostList(), (Mistake("J884", value.line, value.column, "journal", found),))
    return read_keys(value, KEYS, journals)


def read_keys(front: MapValue, known: Sequence[str], journals: Sequence[str] = ()) -> ReadList:
    """Read keys and values.

    Args:
        front: The keys and values.
        known: The keys that may be used.
        journals: The names of the journals, if there are several.
    """
    mistakes: list[Mistake] = []
    found: dict[str, Any] = {}
    named: list[tuple[str, Scalar]] = []
    lines: dict[str, int] = {}
    for key, value in front.entries:
        name = normalised(key.text)
        if name not in known or (name == "journal" and not journals):
            mistakes.append(Mistake("J883", key.line, key.column, key.text, {"advice": _advice(name, known)}))
            continue
        if name in lines:
            mistakes.append(Mistake("J888", key.line, key.column, key.text, {"line": lines[name]}))
            continue
        lines[name] = key.line
        name = _SINGULAR.get(name, name)
        if isinstance(value, Scalar) and value.null:
            continue
        try:
            read = _choice(journals)(value) if name == "journal" else _READERS[name](value)
        except _WrongValueError as error:
            wrong = {"found": Quoted(written(error.value)), "form": str(error)}
            mistakes.append(Mistake("J884", error.value.line, error.value.column, key.text, wrong))
            continue
        found[name] = (*found[name], *read) if name in found else read
        if name in KINDS:
            named += ((name, item) for item in _scalars(value, ""))
    shown = {name: found.pop(name) for name in _OF_PAGES if name in found}
    return ReadList(PostList(query=Query(**found), **shown), tuple(mistakes), tuple(named))


class QueryError(ValueError):
    """A query in a template is wrong; the message contains what to write.

    Attributes:
        code: The kind of the problem, a key of the catalogue.
    """

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.text)
        self.code = mistake.code


def query_of(keys: Mapping[str, object]) -> Query:
    """Return the query of some keys with values of Python.

    Raises:
        QueryError: A key does not exist, or a value is wrong.
    """
    entries = tuple((Scalar(name, 1, 1), _as_written(value)) for name, value in keys.items() if value is not None)
    read = read_keys(MapValue(entries, 1, 1), QUERY_KEYS)
    if read.mistakes:
        raise QueryError(read.mistakes[0])
    return read.wanted.query


def _as_written(value: object) -> Value:
    if isinstance(value, list | tuple):
        return ListValue(tuple(map(_as_written, value)), 1, 1)
    return Scalar(str(value), 1, 1, quoted=True)


def unknown_terms(read: ReadList, posts: Selection) -> Iterator[Mistake]:
    """Yield a mistake for each term that no post has, although another one has nearly the same spelling.

    Args:
        read: A list.
        posts: The public posts of its journal.
    """
    for kind, item in read.named:
        if not posts.label(kind, item.text) and (meant := posts.nearest(kind, item.text)):
            yield Mistake("J885", item.line, item.column, kind, {"found": Quoted(item.text), "meant": Quoted(meant)})


def _nearest(name: str, others: Iterable[str]) -> str:
    return min(((distance(name, other), other) for other in others if is_near(name, other)), default=(0, ""))[1]


def _advice(name: str, known: Collection[str]) -> str:
    if name == "journal" and name in known:
        return "remove it: there is one journal only"
    meant = _nearest(name, known)
    return f"did you mean {meant}?" if meant else f"write one of {', '.join(known)}"


def _scalars(value: Value, form: str) -> tuple[Scalar, ...]:
    """Return the texts of a text or a list of texts."""
    items = value.items if isinstance(value, ListValue) else (value,)
    for item in items:
        if not isinstance(item, Scalar) or item.null or not item.text.strip():
            raise _WrongValueError(item, form)
    return tuple(item for item in items if isinstance(item, Scalar))


def _texts(form: str) -> Callable[[Value], tuple[str, ...]]:
    return lambda value: tuple(" ".join(item.text.split()) for item in _scalars(value, form))


def _globs(value: Value) -> tuple[str, ...]:
    scalars = _scalars(value, _GLOB)
    for item in scalars:
        if not is_glob(item.text):
            raise _WrongValueError(item, _GLOB)
    return tuple(item.text for item in scalars)


def _choices(known: Collection[str]) -> Callable[[Value], tuple[str, ...]]:
    def read(value: Value) -> tuple[str, ...]:
        scalars = _scalars(value, _one_of(known))
        for item in scalars:
            if item.text not in known:
                raise _WrongValueError(item, _chosen(item.text, known))
        return tuple(item.text for item in scalars)

    return read


def _choice(known: Collection[str]) -> Callable[[Value], str]:
    def read(value: Value) -> str:
        if not isinstance(value, Scalar):
            raise _WrongValueError(value, _one_of(known))
        return _choices(known)(value)[0]

    return read


def _one_of(known: Collection[str]) -> str:
    names = list(known)
    return f"{', '.join(names[:-1])} or {names[-1]}" if names[1:] else names[0]


def _chosen(found: str, known: Collection[str]) -> str:
    return _nearest(found, known) or _one_of(known)


def _number(value: Value, most: int, form: str) -> int:
    text = value.text if isinstance(value, Scalar) else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and 0 < int(text) <= most):
        raise _WrongValueError(value, form)
    return int(text)


def _years(value: Value) -> tuple[int, ...]:
    form = "a year or a list of years, for example 2024"
    return tuple(_number(item, 9999, form) for item in (value.items if isinstance(value, ListValue) else (value,)))


def _line(value: Value, form: str, *, may_be_blank: bool = False) -> str:
    if not isinstance(value, Scalar) or not (may_be_blank or value.text.strip()):
        raise _WrongValueError(value, form)
    return " ".join(value.text.split())


_READERS: Final[Mapping[str, Callable[[Value], Any]]] = {
    **{kind: _texts(f"a name or a list of names of {kind}") for kind in KINDS},
    "years": _years,
    "path": _globs,
    "state": _choices(STATES),
    "sort": _choice(SORTS),
    "order": _choice(ORDERS),
    "limit": lambda value: _number(value, 100_000, "a whole number from 1 to 100000"),
    "layout": _choice(LAYOUTS),
    "heading": lambda value: _line(value, "a text"),
    "empty": lambda value: _line(value, "a text, or '' for nothing", may_be_blank=True),
}
