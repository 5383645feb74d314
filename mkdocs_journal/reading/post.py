"""One source becomes a post, an ordinary page, or a refused post with its problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from mkdocs_journal.model import Post, State
from mkdocs_journal.options import Options
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.reading.authors import read_authors
from mkdocs_journal.reading.dates import NamedDate, ReadDate, UnreadableDate, named_date, read_date
from mkdocs_journal.reading.fields import Fields, written
from mkdocs_journal.reading.located_yaml import MapValue, Scalar, Value, YamlError, read_yaml
from mkdocs_journal.reading.source import DecodingError, Source, decode
from mkdocs_journal.reading.split import FrontMatterError, Parts, split_front_matter
from mkdocs_journal.reading.state import (
    date_value,
    is_draft_path,
    is_page,
    is_post_path,
    is_withheld,
    looks_like_post,
    says_post,
    state_of,
)
from mkdocs_journal.reading.terms import read_labels
from mkdocs_journal.reading.titles import first_heading, title_of_name


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a source."""

    post: Post | None = None
    """The post, or None if the source is an ordinary page or refused."""
    refused: bool = False
    """Whether a post is there that cannot be published."""
    problems: tuple[Problem, ...] = ()
    """All that was found wrong."""


PAGE = Read()
"""An ordinary page: nothing is said about it."""


def read_post(source: Source, options: Options, now: datetime) -> Read:
    """Read one source.

    Args:
        source: A Markdown file below the folder, or one that a glob of the option `posts` names.
        options: The options of the journal.
        now: The time of the build; only a post with a date in the future is judged by it.

    Returns:
        The post with its warnings; or nothing, for an ordinary page; or the errors for which it is refused.
    """
    named = _named(source.path)
    if source.reason:
        return _refused(problem("J101", Place(source.shown), "file", reason=source.reason))
    text = ""
    try:
        text = decode(source.data)
        parts = split_front_matter(text)
        fields = _fields(parts, source.shown)
    except (DecodingError, FrontMatterError, YamlError) as error:
        if _may_be_page(source.path, named, text or source.data.decode("latin-1")):
            return PAGE
        return _refused(_unreadable(error, source.shown))
    if is_page(fields, named=named.day is not None or is_post_path(source.path)):
        return PAGE
    return _read_fields(source, parts, fields, named, options, now)


def _named(path: PurePosixPath) -> NamedDate:
    """Return the date in the name of a file or, for an `index.md`, of its folder."""
    return named_date(path.parent.name if path.stem == "index" else path.stem)


def _fields(parts: Parts, shown: str) -> Fields:
    value = read_yaml(parts.yaml, first_line=2) if parts.yaml else None
    if value is None or (isinstance(value, Scalar) and value.null):
        return Fields(None, shown)
    if not isinstance(value, MapValue):
        kind = "a text" if isinstance(value, Scalar) else "a list"
        raise YamlError("J107", value.line, value.column, found=kind)
    return Fields(value, shown)


def _may_be_page(path: PurePosixPath, named: NamedDate, text: str) -> bool:
    dated = named.day is not None or named.impossible
    return not (dated or is_draft_path(path) or is_post_path(path) or looks_like_post(text))


def _unreadable(error: DecodingError | FrontMatterError | YamlError, shown: str) -> Problem:
    if isinstance(error, DecodingError):
        return problem("J102", Place(shown, error.line, error.column), "text", found=error.byte)
    column = error.column if isinstance(error, YamlError) else 1
    return problem(error.code, Place(shown, error.line, column), "front matter", **error.values)


def _refused(*problems: Problem) -> Read:
    return Read(refused=True, problems=problems)


def _read_fields(source: Source, parts: Parts, fields: Fields, named: NamedDate, options: Options, now: datetime) -> Read:
    dated = date_value(fields)
    withheld = is_withheld(fields, source.path)
    if dated is None and named.day is None and not withheld and not _errors(fields):
        if named.impossible:
            fields.tell("J302", None, "date", found=Said(source.path.name))
        elif says_post(fields) or is_post_path(source.path):
            fields.tell("J301", None, "date", name=source.path.name)
        else:
            return PAGE
    when = _date(fields, dated, named, options, must=not withheld)
    if _errors(fields) or (when is None and not withheld):
        return _refused(*fields.problems)
    state = withheld or state_of(fields, when, options, now) if when else withheld or State.DRAFT
    post = _post(source, parts, fields, named, options, when=when, state=state)
    if _errors(fields):
        return _refused(*fields.problems)
    return Read(post, problems=tuple(fields.problems))


def _errors(fields: Fields) -> bool:
    return any(found.severity is Severity.ERROR for found in fields.problems)


def _date(
    fields: Fields, dated: tuple[str, Value] | None, named: NamedDate, options: Options, *, must: bool
) -> ReadDate | None:
    """Return when the post was published, or None; what is wrong with the date is told."""
    fallback = _at_midnight(named.day, options) if named.day else None
    if dated is None:
        return fallback
    spelling, value = dated
    try:
        if not isinstance(value, Scalar) or value.null:
            raise UnreadableDate(written(value))
        read = read_date(value.text, quoted=value.quoted, zone=options.zone, named=named.day)
    except UnreadableDate:
        if fallback:
            fields.tell("J303", value, spelling, found=Said(written(value)), fallback=fallback.instant.date())
        elif must:
            fields.tell("J302", value, spelling, found=Said(written(value)))
        return fallback
    _tell_doubt(fields, spelling, value, read)
    return read


def _at_midnight(day: date, options: Options) -> ReadDate:
    return ReadDate(datetime(day.year, day.month, day.day, tzinfo=options.zone), day_only=True)


def _tell_doubt(fields: Fields, spelling: str, value: Scalar, read: ReadDate) -> None:
    if read.doubt_code == "J304":
        fields.tell("J304", value, spelling, found=Said(value.text), day=read.instant.date())
    elif read.doubt_code:
        fields.tell(read.doubt_code, value, spelling, doubt=read.doubt)


def _post(
    source: Source,
    parts: Parts,
    fields: Fields,
    named: NamedDate,
    options: Options,
    *,
    when: ReadDate | None,
    state: State,
) -> Post:
    title, titled_by = _title(fields, parts, named, source.path)
    return Post(
        source=source.path,
        title=title,
        titled_by=titled_by,
        date=when.instant if when else None,
        day_only=when.day_only if when else True,
        last_updated=_last_updated(fields, when, options),
        state=state,
        tags=read_labels(fields, "tags"),
        categories=read_labels(fields, "categories"),
        authors=read_authors(fields),
        description=fields.text("description"),
        slug=fields.text("slug") or _name(named, source.path),
        permalink=fields.text("permalink"),
        layout=fields.text("layout"),
        meta=fields.meta(),
        body=parts.body,
        places=fields.places,
    )


def _name(named: NamedDate, path: PurePosixPath) -> str:
    """Return the part of the name behind its date."""
    return named.rest or (path.parent.name if path.stem == "index" else path.stem)


def _title(fields: Fields, parts: Parts, named: NamedDate, path: PurePosixPath) -> tuple[str, str]:
    if title := fields.text("title"):
        return title, "key"
    if title := first_heading(parts.body):
        return title, "heading"
    return title_of_name(_name(named, path)) or path.stem, "name"


def _last_updated(fields: Fields, when: ReadDate | None, options: Options) -> datetime | None:
    """Return when the text last changed, or None; what is unreadable or before the date is told."""
    for spelling, value in fields.values("last_updated"):
        if isinstance(value, Scalar) and value.null:
            continue
        try:
            if not isinstance(value, Scalar):
                raise UnreadableDate(written(value))
            read = read_date(value.text, quoted=value.quoted, zone=options.zone)
        except UnreadableDate:
            fields.tell("J306", value, spelling, found=Said(written(value)))
            return None
        if when is not None and read.instant.date() < when.instant.date():
            fields.tell("J307", value, spelling, found=Said(value.text), day=when.instant.date())
            return None
        return max(read.instant, when.instant) if when else read.instant
    return None
