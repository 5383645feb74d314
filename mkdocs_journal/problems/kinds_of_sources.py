"""Kinds of problems of posts and data files: front matter, keys, dates, terms, authors."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_HINT, _INFO, _WARNING, _ERROR = Severity.HINT, Severity.INFO, Severity.WARNING, Severity.ERROR

KINDS_OF_SOURCES: Final = (
    Kind(
        "J850",
        _WARNING,
        "{found} is also the key of {other} in the same language, which is linked as the translation; write another key",
        "two posts of one language have the same `translation_key`",
    ),
    Kind("J101", _ERROR, "cannot be read ({reason}); make it readable or remove it", "a file cannot be read"),
    Kind(
        "J102",
        _ERROR,
        "byte {found} is not valid UTF-8; save the file as UTF-8",
        "a file is not UTF-8",
        hint="Editors call this the encoding of a file; most of them use UTF-8 by default.",
    ),
    Kind(
        "J103",
        _ERROR,
        "{found}; {advice}",
        "the front matter has no closing fence",
        hint="Front matter starts and ends with a line that contains only ---.",
    ),
    Kind(
        "J104",
        _ERROR,
        "{found}; {advice}",
        "text or an invisible character before the front matter, an opening line other than `---`, or a second block",
    ),
    Kind("J105", _ERROR, "merge conflict; keep one side", "the front matter contains the conflict markers of a merge"),
    Kind(
        "J106",
        _ERROR,
        "{reason}; {advice}",
        "the front matter is not valid YAML",
        hint="Put a value in quotes if it contains a colon before a space or starts with @ % * & ` or [. Do not use tabs.",
    ),
    Kind("J107", _ERROR, "found {found}; write key: value lines", "the front matter is a list or a text"),
    Kind(
        "J108",
        _ERROR,
        "tag {found} is not allowed; write the plain value",
        "a YAML tag that is not plain data",
    ),
    Kind(
        "J109",
        _ERROR,
        "{found}, the limit is {limit}; move the data to a file",
        "the front matter is too large, nested too deeply or contains itself",
    ),
    Kind(
        "J110",
        _ERROR,
        "character {found} is not allowed in YAML; remove it",
        "a character that YAML does not allow",
        hint="It is invisible in most editors; retype the value.",
    ),
    Kind(
        "J111",
        _WARNING,
        "character {found} is left out of the value; remove it",
        "an escape in a value stands for a character that HTML and feeds do not allow",
    ),
    Kind(
        "J112",
        _ERROR,
        "MkDocs does not treat {found} as pages; rename it to {name}.md",
        "a post has no suffix of Markdown: a file with front matter and a date in its name, or Markdown of other programs "
        "such as `.mdx`",
    ),
    Kind(
        "J120",
        _WARNING,
        "{found} withholds the post; write draft: true instead",
        "a key of another program marks the post as a draft or private: `status`, `state`, `visibility`, `is_draft`, "
        "`private`, `wip`, `unpublished`, `publish` and others, or a word of another language for `draft` or `published`",
    ),
    Kind(
        "J121",
        _WARNING,
        "{found} is not a date and is ignored; write YYYY-MM-DD",
        "`publishDate`, another key for the day of publication, or `expiryDate` beside `date` cannot be read",
    ),
    Kind(
        "J122",
        _INFO,
        "{found} has passed, but the post stays published; write draft: true to withhold it",
        "`expiryDate` is in the past",
    ),
    Kind(
        "J123",
        _INFO,
        "{state}, shown at {url} while serving and left out of a build",
        "`mkdocs serve` shows a post that a build withholds",
    ),
    Kind(
        "J124",
        _INFO,
        "the post is published unencrypted; write draft: true to withhold it",
        "a post has a `password`, and no plugin encrypts it",
    ),
    Kind(
        "J130",
        _WARNING,
        "{kind} is not a regular file and is ignored; remove it",
        "a named pipe, a socket or a device in the docs or as the file of authors or tags; reading it might never end",
    ),
    Kind(
        "J201",
        _WARNING,
        "unknown key; did you mean {meant}?",
        "an unknown key is almost a known one",
    ),
    Kind(
        "J202",
        _WARNING,
        "also given in line {line}; {advice}",
        "a key is given twice; the last one is used, of `redirect_from` and `aliases` both",
    ),
    Kind(
        "J203",
        _WARNING,
        "{found} is a {kind}; write {form}",
        "a value has the wrong type and is ignored",
    ),
    Kind(
        "J204",
        _ERROR,
        "{found} is neither true nor false, so the post is not published; write true or false",
        "`draft` or `published` is neither true nor false",
    ),
    Kind(
        "J205",
        _WARNING,
        "the theme has no template {found}, so its default is used; write an existing one or remove the key",
        "`template` names a template that the theme does not have",
    ),
    Kind(
        "J210",
        _INFO,
        "unknown key, ignored; write {meant}",
        "an unknown key is a known one in another language",
    ),
    Kind(
        "J301",
        _ERROR,
        "missing; add date: YYYY-MM-DD or name the {kind} YYYY-MM-DD-{name}",
        "a post has no date anywhere",
        hint="Archives and feeds need the date of a post; only a draft (draft: true) may have none.",
    ),
    Kind(
        "J302",
        _ERROR,
        "{found} is not a date; write YYYY-MM-DD, for example 2024-11-12",
        "the date is unreadable or impossible, and the file name has none",
    ),
    Kind(
        "J303",
        _WARNING,
        "{found} is not a date, so {fallback} from the file name is used; write YYYY-MM-DD",
        "the date is unreadable or impossible, and the file name has one",
        hint="The rest of the front matter is used.",
    ),
    Kind(
        "J304",
        _WARNING,
        "{found} is read as {day}; write YYYY-MM-DD",
        "it is not clear which number is the day and which the month",
        hint="A date that begins with the year is never ambiguous.",
    ),
    Kind(
        "J305",
        _WARNING,
        "{doubt}; check it",
        "a time zone that does not exist, an offset outside −12…+14 hours, a year before 1000",
    ),
    Kind(
        "J306",
        _WARNING,
        "{found} is not a date, so no last update is shown; write YYYY-MM-DD",
        "`last_updated` cannot be read",
    ),
    Kind(
        "J307",
        _WARNING,
        "{found} is before the date {day} and is ignored; write a later date or remove the key",
        "`last_updated` is before `date`",
    ),
    Kind(
        "J308",
        _HINT,
        "{day}, but the file name has {named}; the front matter is used",
        "`date` and the file name disagree",
    ),
    Kind(
        "J309",
        _WARNING,
        "{found} is not a date; write YYYY-MM-DD",
        "the date of an update inside a post does not exist",
    ),
    Kind(
        "J320",
        _WARNING,
        "{found} is not a time of day and is ignored; write HH:MM, for example 15:30",
        "`time` cannot be read",
    ),
    Kind(
        "J321",
        _HINT,
        "{found} is read as {day}; write YYYY-MM-DD",
        "a date with dots in which it is not clear which number is the day and which the month",
    ),
    Kind(
        "J401",
        _WARNING,
        "a label of {size} bytes is shortened in its URL, the limit is {limit}; write a shorter one",
        "a tag or category is too long for a file name",
    ),
    Kind(
        "J402",
        _ERROR,
        "{count} values, the limit is {limit}; remove some",
        "a post has too many tags, categories, authors or old addresses; each would get a page",
    ),
    Kind(
        "J403",
        _WARNING,
        "{found} is not in {file}; add it there or use a tag that is listed",
        "a tag is not in the tags file, which has `closed: true`",
    ),
    Kind("J404", _WARNING, "no name; add one, for example name: Ada Lovelace", "an author has no name"),
    Kind(
        "J405",
        _WARNING,
        "{reason}; write {form}",
        "the authors or tags file cannot be read or has the wrong structure; names are used as posts write them",
    ),
    Kind(
        "J406",
        _HINT,
        "{found} is shown as {shown}, the more frequent spelling",
        "two spellings of one tag or category",
    ),
    Kind(
        "J407",
        _HINT,
        "{found} is one author; write a list if these are {count} people",
        "the name of an author looks like several names",
    ),
    Kind(
        "J408",
        _WARNING,
        "unknown key; did you mean {meant}?",
        "an unknown key of the authors file is almost a known one",
    ),
    Kind(
        "J409",
        _INFO,
        "unknown key, not shown; to show a link, write it below links:",
        "a key of the authors file is unknown to the journal",
    ),
)
