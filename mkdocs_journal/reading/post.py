"""One source becomes a post, an ordinary page, or a refused post with its problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.model import Post, State
from mkdocs_journal.options import Options
from mkdocs_journal.problems.catalogue import Said, problem
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.reading.authors import read_authors
from mkdocs_journal.reading.data_files import DataFiles
from mkdocs_journal.reading.dates import NamedDate, ReadDate, named_date
from mkdocs_journal.reading.defaults import defaults_of
from mkdocs_journal.reading.fields import Fields
from mkdocs_journal.reading.labels import folders_of, read_labels
from mkdocs_journal.reading.located_yaml import MapValue, Scalar, YamlError, read_document
from mkdocs_journal.reading.source import DecodingError, Source, decode
from mkdocs_journal.reading.split import FrontMatterError, Parts, split_front_matter
from mkdocs_journal.reading.state import (
    is_draft_path,
    is_page,
    is_post_path,
    is_withheld,
    looks_like_post,
    says_post,
    state_of,
)
from mkdocs_journal.reading.titles import first_heading, plain_text, title_of_name
from mkdocs_journal.reading.vocabulary import in_vocabulary
from mkdocs_journal.reading.when import date_value, last_updated, published_on


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a source."""

    post: Post | None = None
    """The post, or None if the source is an ordinary page or refused."""
    refused: bool = False
    """Whether a post is there that cannot be published."""
    problems: tuple[Problem, ...] = ()
    """All that was found wrong."""


NO_DATA: Final = DataFiles()
PAGE: Final = Read()
"""An ordinary page: nothing is said about it."""


def read_post(source: Source, options: Options, now: datetime, data: DataFiles = NO_DATA) -> Read:
    """Read one source.

    Args:
        source: A Markdown file below the folder, or one that a glob of the option `posts` names.
        options: The options of the journal.
        now: The time of the build; only a post with a date in the future is judged by it.
        data: What the files of authors and tags say.

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
        fields = _fields(parts, source, options)
    except (DecodingError, FrontMatterError, YamlError) as error:
        if _may_be_page(source.path, named, text or source.data.decode("latin-1")):
            return PAGE
        return _refused(_unreadable(error, source.shown))
    if is_page(fields, named=named.day is not None or is_post_path(source.path)):
        return PAGE
    return _read_fields(source, parts, fields, named, options, now, data)


def _named(path: PurePosixPath) -> NamedDate:
    """Return the date in the name of a file or, for an `index.md`, of its folder."""
    return named_date(path.parent.name if path.stem == "index" else path.stem)


def _fields(parts: Parts, source: Source, options: Options) -> Fields:
    document = read_document(parts.yaml, first_line=2)
    value = document.value
    if isinstance(value, Scalar) and value.null:
        value = None
    if value is not None and not isinstance(value, MapValue):
        kind = "a text" if isinstance(value, Scalar) else "a list"
        raise YamlError("J107", value.line, value.column, found=kind)
    defaults = defaults_of(source.path, options, draft=is_draft_path(source.path))
    fields = Fields(value, source.shown, defaults=defaults, jekyll=options.jekyll)
    for taken in document.taken_out:
        at = Scalar("", taken.line, taken.column)
        fields.tell("J111", at, taken.key, found=f"U+{ord(taken.character):04X}")
    return fields


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


def _read_fields(
    source: Source,
    parts: Parts,
    fields: Fields,
    named: NamedDate,
    options: Options,
    now: datetime,
    data: DataFiles,
) -> Read:
    dated = date_value(fields)
    withheld = is_withheld(fields, source.path)
    if dated is None and named.day is None and not withheld and not _errors(fields):
        if named.impossible:
            fields.tell("J302", None, "date", found=Said(source.path.name))
        elif says_post(fields) or is_post_path(source.path):
            fields.tell("J301", None, "date", name=source.path.name)
        else:
            return PAGE
    when = published_on(fields, named, options, must=not withheld)
    if _errors(fields) or (when is None and not withheld):
        return _refused(*fields.problems)
    state = withheld or state_of(fields, when, options, now) if when else withheld or State.DRAFT
    post = _post(source, parts, fields, named, options, data, when=when, state=state)
    if _errors(fields):
        return _refused(*fields.problems)
    return Read(post, problems=tuple(fields.problems))


def _errors(fields: Fields) -> bool:
    return any(found.severity is Severity.ERROR for found in fields.problems)


def _post(
    source: Source,
    parts: Parts,
    fields: Fields,
    named: NamedDate,
    options: Options,
    data: DataFiles,
    *,
    when: ReadDate | None,
    state: State,
) -> Post:
    title, titled_by = _title(fields, parts, named, source.path)
    name = _name(named, source.path)
    folders = folders_of(source.path, options.folder)
    return Post(
        source=source.path,
        title=title,
        titled_by=titled_by,
        date=when.instant if when else None,
        day_only=when.day_only if when else True,
        last_updated=last_updated(fields, when, options),
        state=state,
        tags=in_vocabulary(read_labels(fields, "tags"), fields, data.vocabulary, options.tags),
        categories=read_labels(fields, "categories", folders),
        authors=read_authors(fields, data.authors),
        description=fields.text("description"),
        excerpt=plain_text(fields.text("excerpt")),
        excerpt_separator=fields.text("excerpt_separator"),
        slug=fields.text("slug") or name,
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
    if title := fields.title():
        return title, "key"
    if not fields.jekyll and (title := first_heading(parts.body)):
        return title, "heading"
    return title_of_name(_name(named, path), squeeze=not fields.jekyll) or path.stem, "name"
