"""Reads a source as a post, an ordinary page, or a refused post with its problems."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.front_matter.defaults import defaults_of
from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.located_yaml import MapValue, Scalar, YamlError, read_document
from mkdocs_journal.front_matter.second_block import report_second
from mkdocs_journal.front_matter.source import DecodingError, Source, decode
from mkdocs_journal.front_matter.split import Parts, has_keys, split_front_matter
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.authors import read_authors
from mkdocs_journal.posts.body_markup import read_markup
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.dates import NamedDate, named_date
from mkdocs_journal.posts.feed_keys import read_guid
from mkdocs_journal.posts.model import Post, State
from mkdocs_journal.posts.other_states import due_elsewhere, report_expired, withheld_elsewhere
from mkdocs_journal.posts.own_keys import read_own_keys
from mkdocs_journal.posts.post_dates import date_value, last_updated, published_on
from mkdocs_journal.posts.read_dates import ReadDate
from mkdocs_journal.posts.states import (
    has_keys_of_post,
    has_post_layout,
    is_draft_path,
    is_page,
    is_post_path,
    is_withheld,
    looks_like_post,
    state_of,
)
from mkdocs_journal.posts.suffixes import is_dated, is_html, is_index, is_other_markdown, is_read
from mkdocs_journal.posts.term_labels import folders_of, read_labels
from mkdocs_journal.posts.titles import first_heading, html_heading, title_of_name
from mkdocs_journal.posts.updates import read_updates
from mkdocs_journal.posts.vocabulary import in_vocabulary
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.text.title_texts import one_line
from mkdocs_journal.urls.bundles import opens_bundle


class Read(NamedTuple):
    """The result of reading a source."""

    post: Post | None = None
    """The post, or None if the source is an ordinary page or refused."""
    refused: bool = False
    """Whether it is a post that cannot be published."""
    problems: tuple[Problem, ...] = ()
    """All problems of the source."""
    withheld: bool = False
    """Whether a file of another program, which is refused, has the keys of a post that is withheld, or unreadable ones."""


class _File(NamedTuple):
    """A source, split into front matter and body."""

    source: Source
    parts: Parts
    fields: Fields
    named: NamedDate

    @property
    def name(self) -> str:
        """The part of the name after its date."""
        path = self.source.path
        return self.named.rest or _dated_name(path)

    @property
    def broken(self) -> bool:
        """Whether an error was found, so that the post is refused."""
        return any(found.severity is Severity.ERROR for found in self.fields.problems)


class _Time(NamedTuple):
    """When a post is published."""

    when: ReadDate | None
    due: datetime | None
    """If that is later."""
    state: State


ReadPost = Callable[[Source, Options, datetime, DataFiles], Read]
"""`read_post()`, or a function that returns the same."""
_Unreadable = DecodingError | FrontMatterError | YamlError
_LIKE_A_DATE: Final = re.compile(r"\A[\d_. -]+(?=[^\W\d_])")
"""Leading digits of a file name that do not form a valid date."""
NO_DATA: Final = DataFiles()
PAGE: Final = Read()
"""The result for an ordinary page without problems."""


def read_post(source: Source, options: Options, now: datetime, data: DataFiles = NO_DATA) -> Read:
    """Read one source.

    Args:
        source: A file that may be a post: below the folder, or named by a glob of the option `posts`.
        options: The options of the journal.
        now: The time of the build; a post with a later date is scheduled.
        data: The contents of the files that describe authors and tags.

    Returns:
        The post with its warnings; nothing for an ordinary page; or the errors of a refused post.
    """
    if source.reason:
        return _refused(problem("J101", Place(source.shown, 1), "file", reason=source.reason))
    if source.foreign_page:
        withheld = source.withheld or is_draft_path(source.path)
        return _read_file(_without_keys(source, ""), options, now, data) if withheld else PAGE
    if not is_read(source.path):
        read = _read_text(source, options, now, data) if is_other_markdown(source.path) else PAGE
        if is_other_markdown(source.path) and _is_no_post(source, read, options):
            return PAGE
        found = f"{source.path.suffix} files" if source.path.suffix else "files without a suffix"
        refused = _refused(
            problem("J112", Place(source.shown, 1), "file", found=found, name=source.path.stem.removesuffix(".md"))
        )
        return refused._replace(withheld=read.refused or bool(read.post and read.post.state.withheld))
    return _read_text(source, options, now, data)


def _read_text(source: Source, options: Options, now: datetime, data: DataFiles) -> Read:
    text = ""
    try:
        text = decode(source.data)
        file = _taken_apart(source, text, options)
    except (DecodingError, FrontMatterError, YamlError) as error:
        read = _unreadable(error, source)
        if _may_be_page(source.path, text, error):
            read = _read_file(_without_keys(source, text), options, now, data) if source.withheld else PAGE
    else:
        named = file.named.day is not None or is_post_path(source.path)
        hidden = source.withheld or is_draft_path(source.path)
        page = not hidden and is_page(file.fields, named=named, site_wide=options.folder == ".")
        read = PAGE if page else _read_file(file, options, now, data)
    return read._replace(problems=_with_snippets(read.problems, text)) if read.problems else read


def _is_no_post(source: Source, read: Read, options: Options) -> bool:
    """Return whether Markdown of another program is a file like others; in a site-wide journal it may have a date."""
    public = read.post is not None and not read.post.state.withheld and options.folder == "."
    return not is_dated(source.path) and not read.refused and (read.post is None or public)


def _without_keys(source: Source, text: str) -> _File:
    return _File(source, Parts("", text), Fields(None, source.shown), _named(source.path))


def _taken_apart(source: Source, text: str, options: Options) -> _File:
    parts = split_front_matter(text)
    document = read_document(parts.yaml, first_line=2)
    value = document.value
    if parts.line == 1:
        from mkdocs_journal.front_matter.headers import read_header, refuse_header  # noqa: PLC0415 - most posts have a block

        if header := read_header(text):
            parts, value = Parts("", header.body, header.line), header.values
        else:
            refuse_header(text)
    if isinstance(value, Scalar) and value.null:
        value = None
    if value is not None and not isinstance(value, MapValue):
        raise YamlError("J107", value.line, value.column, found="a text" if isinstance(value, Scalar) else "a list")
    defaults = defaults_of(source.path, options, draft=is_draft_path(source.path))
    fields = Fields(value, source.shown, defaults=defaults, jekyll=options.jekyll, named=options.feeds.ids)
    for taken in document.taken_out:
        at = Scalar("", taken.line, taken.column)
        fields.report("J111", at, taken.key, found=f"U+{ord(taken.character):04X}")
    return _File(source, parts, fields, _named(source.path))


def _named(path: PurePosixPath) -> NamedDate:
    """Return the date in the name of a file or, for an `index.md` or `README.md`, of its folder."""
    return named_date(_dated_name(path))


def _dated_name(path: PurePosixPath) -> str:
    """Return the name that may contain the date of a post; for a page bundle, that of its folder."""
    return path.parent.name if is_index(path) else path.stem


def _may_be_page(path: PurePosixPath, text: str, error: _Unreadable) -> bool:
    """Return whether an unreadable file is an ordinary page: nothing marks it as a post, and it has no front matter.

    Unreadable front matter may mark a draft; MkDocs would print it, and its reader has no limits.
    """
    if isinstance(error, DecodingError) or error.code == "J109":
        return False
    shown = error.code in {"J103", "J104", "J107"} or not has_keys(text)
    named = _named(path)
    dated = named.day is not None or named.impossible
    return shown and not (dated or is_draft_path(path) or is_post_path(path) or looks_like_post(text))


def _unreadable(error: _Unreadable, source: Source) -> Read:
    if isinstance(error, DecodingError):
        return _refused(problem("J102", Place(source.shown, error.line, error.column), "text", found=error.byte))
    column = error.column if isinstance(error, YamlError) else 1
    return _refused(problem(error.code, Place(source.shown, error.line, column), "front matter", **error.values))


def _refused(*problems: Problem) -> Read:
    return Read(refused=True, problems=problems)


def _with_snippets(problems: tuple[Problem, ...], text: str) -> tuple[Problem, ...]:
    """Return problems with their source lines."""
    lines = text.split("\n")
    return tuple(
        replace(found, snippet=lines[found.place.line - 1])
        if found.place.line and found.place.line <= len(lines)
        else found
        for found in problems
    )


def _read_file(file: _File, options: Options, now: datetime, data: DataFiles) -> Read:
    fields, named, path = file.fields, file.named, file.source.path
    withheld = is_withheld(fields, path) or (State.DRAFT if file.source.draft or file.source.withheld else None)
    withheld = withheld or _withheld_elsewhere(file, options)
    if date_value(fields) is None and named.day is None and not withheld and not file.broken:
        if named.impossible:
            fields.report("J302", None, "date", found=Quoted("-".join(_dated_name(path).split("-")[:3])))
        elif has_post_layout(fields) or is_post_path(path):
            kind, name = ("folder", path.parent.name) if is_index(path) and opens_bundle(path) else ("file", path.name)
            fields.report("J301", None, "date", kind=kind, name=_LIKE_A_DATE.sub("", name))
        else:
            return _page(file, options)
    when = published_on(fields, named, options, must=not withheld)
    if file.broken or (when is None and not withheld):
        return _refused(*fields.problems)
    due = due_elsewhere(fields, when, options) if when else None
    state = withheld or state_of(fields, when, due, options, now) if when else withheld or State.DRAFT
    if not state.withheld:
        report_expired(fields, options, now)
        report_second(fields, file.parts)
    post = _post(file, options, data, _Time(when, due, state))
    return _refused(*fields.problems) if file.broken else Read(post, problems=tuple(fields.problems))


def _page(file: _File, options: Options) -> Read:
    """Return an ordinary page; report one in the journal's folder that has the keys of a post."""
    path, fields = file.source.path, file.fields
    inside = options.folder != "." and path.is_relative_to(options.folder)
    if inside and not file.source.in_nav and path.stem.lower() not in {"index", "readme"} and has_keys_of_post(fields):
        place = Place(file.source.shown, 1)
        return Read(problems=(problem("J533", place, "date"),))
    return PAGE


def _withheld_elsewhere(file: _File, options: Options) -> State | None:
    """Return the state that a key of another program sets; ordinary pages of a site-wide journal may have such keys."""
    dated = date_value(file.fields) is not None or file.named.day is not None or has_post_layout(file.fields)
    if not dated and options.folder == "." and not is_post_path(file.source.path):
        return None
    return State.DRAFT if withheld_elsewhere(file.fields) else None


def _post(file: _File, options: Options, data: DataFiles, time: _Time) -> Post:
    fields, path, when, (title, titled_by) = file.fields, file.source.path, time.when, _title(file)
    return Post(
        source=path,
        title=title,
        titled_by=titled_by,
        date=when.instant if when else None,
        day_only=when.day_only if when else True,
        due=time.due,
        last_updated=last_updated(fields, when, options),
        updates=read_updates(file.parts.body, file.parts.line, fields, options),
        state=time.state,
        tags=in_vocabulary(read_labels(fields, "tags"), fields, data.vocabulary, options.tags),
        categories=read_labels(fields, "categories", folders_of(path, options.folder)),
        authors=read_authors(fields, data.authors),
        slug=fields.text("slug") or file.name,
        lang=fields.text("lang") or file.source.language,
        guid=read_guid(fields, options.feeds.ids),
        meta=fields.meta(),
        markup=read_markup(fields, options),
        body=file.parts.body,
        places=fields.places,
        **read_own_keys(fields),
    )


def _title(file: _File) -> tuple[str, str]:
    if title := one_line(file.fields.title()):
        return title, "key"
    heading = html_heading if is_html(file.source.path) else first_heading
    if not file.fields.jekyll and (title := heading(file.parts.body)):
        return title, "heading"
    return title_of_name(file.name, squeeze=not file.fields.jekyll) or file.source.path.stem, "name"
