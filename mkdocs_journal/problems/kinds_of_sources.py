"""What can be wrong in a post or a data file: front matter, keys, dates, terms, authors."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_HINT, _INFO, _WARNING, _ERROR = Severity.HINT, Severity.INFO, Severity.WARNING, Severity.ERROR

KINDS_OF_SOURCES: Final = (
    Kind("J101", _ERROR, "cannot be read ({reason}); make it readable or remove it", "a file cannot be read"),
    Kind(
        "J102",
        _ERROR,
        "byte {found} is no UTF-8; save the file as UTF-8",
        "a file is not UTF-8",
        hint="Editors call it the encoding of a file; most save as UTF-8 by themselves.",
    ),
    Kind(
        "J103",
        _ERROR,
        "{found}; {advice}",
        "the front matter has no closing fence",
        hint="Front matter stands between two lines that are only ---.",
    ),
    Kind(
        "J104",
        _ERROR,
        "{found}; write --- as line 1",
        "something stands before the front matter, or its fence is none",
    ),
    Kind("J105", _ERROR, "merge conflict; keep one side", "a merge left its markers in the front matter"),
    Kind(
        "J106",
        _ERROR,
        "{reason}; {advice}",
        "the front matter is no YAML",
        hint="A colon before a blank, a leading @ % * & ` or [ mean something to YAML; in quotes they are text. No tabs.",
    ),
    Kind("J107", _ERROR, "{found}; write key: value lines", "the front matter is a list or a text"),
    Kind(
        "J108",
        _ERROR,
        "tag {found} is not allowed; write the plain value",
        "a YAML tag asks for more than plain data",
    ),
    Kind(
        "J109",
        _ERROR,
        "{found}, the limit is {limit}; move the data to a file",
        "the front matter is too large, too deep or holds itself",
    ),
    Kind(
        "J110",
        _ERROR,
        "character {found}; remove it",
        "a character that YAML forbids",
        hint="It is invisible in most editors; type the value anew.",
    ),
    Kind(
        "J111",
        _WARNING,
        "character {found} taken out; remove it",
        "a value holds, written as an escape, a character that no page or feed can hold",
    ),
    Kind(
        "J112",
        _ERROR,
        "{found}, so that it is read as no page; rename it to {name}.md",
        "a file with a date in its name has front matter and a suffix that is not Markdown's, or no suffix at all",
    ),
    Kind(
        "J120",
        _WARNING,
        "{found} withholds the post; write draft: true",
        "a key of another program says that a post is a draft or private: `status`, `state`, `visibility`, `is_draft`, "
        "`private`, `wip`, `unpublished`, `publish`, or `draft` and `published` in another language",
    ),
    Kind(
        "J121",
        _WARNING,
        "{found} is not a date; ignored, write YYYY-MM-DD",
        "`publishDate`, `pubDate`, `publish_date` or `expiryDate` beside `date` cannot be read",
    ),
    Kind(
        "J122",
        _INFO,
        "{found} has passed, and the post stays published; write draft: true to withhold it",
        "`expiryDate` is in the past",
    ),
    Kind(
        "J123",
        _INFO,
        "{state}, shown at {url} and in no build",
        "`mkdocs serve` shows a post that a build withholds",
    ),
    Kind(
        "J130",
        _WARNING,
        "{kind} is not a file and is not read; remove it",
        "a named pipe, a socket or a device is among the docs, which would be waited for without an end",
    ),
    Kind("J201", _WARNING, "unknown key; did you mean {meant}?", "an unknown key is one or two letters from a known one"),
    Kind(
        "J202",
        _WARNING,
        "also in line {line}, {advice}",
        "a key is given twice; the last counts, of `redirect_from` and `aliases` both",
    ),
    Kind(
        "J203",
        _WARNING,
        "{found} is a {kind}; write {form}",
        "a value of the wrong kind, left out",
    ),
    Kind(
        "J204",
        _ERROR,
        "{found} is neither true nor false; the post is left out until it is",
        "`draft` or `published` cannot be read as yes or no",
    ),
    Kind(
        "J205",
        _WARNING,
        "{found} is no template of the theme, its default is used; write one that it has or remove the key",
        "`template` names a template that the theme does not have",
    ),
    Kind(
        "J210",
        _INFO,
        "unknown key, which is not read; write {meant}",
        "an unknown key is the word for a known one in another language",
    ),
    Kind(
        "J301",
        _ERROR,
        "missing; add date: YYYY-MM-DD or name the {kind} YYYY-MM-DD-{name}",
        "a post has no date anywhere",
        hint="A post without a date has no place in archives and feeds; a draft may be without one (draft: true).",
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
        "{found} is not a date, {fallback} of the file name is used; write YYYY-MM-DD",
        "the date is unreadable or impossible, and the file name has one",
        hint="The rest of the front matter is read.",
    ),
    Kind(
        "J304",
        _WARNING,
        "{found} is read as {day}; write YYYY-MM-DD",
        "day and month could be exchanged",
        hint="A date that begins with the year can be read in one way only.",
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
        "{found} is not a date, no stamp is shown; write YYYY-MM-DD",
        "`last_updated` cannot be read",
    ),
    Kind(
        "J307",
        _WARNING,
        "{found} is before the date {day}; ignored",
        "`last_updated` is before `date`",
    ),
    Kind(
        "J308",
        _HINT,
        "{day}, but the file name says {named}; the key counts",
        "`date` and the file name disagree",
    ),
    Kind(
        "J309",
        _WARNING,
        "{found} is not a date; write YYYY-MM-DD",
        "the day of an update inside a post does not exist",
    ),
    Kind(
        "J320",
        _WARNING,
        "{found} is not a time of day, it is ignored; write HH:MM, for example 15:30",
        "`time` cannot be read",
    ),
    Kind(
        "J321",
        _HINT,
        "{found} is read as {day}; write YYYY-MM-DD",
        "a date with dots whose day and month could be exchanged",
    ),
    Kind(
        "J401",
        _WARNING,
        "a label of {size} bytes, more than {limit}, is cut in its URL; write a shorter one",
        "a tag or category is too long for a file name",
    ),
    Kind(
        "J402",
        _ERROR,
        "{count} of them, the limit is {limit}; remove some",
        "a post has too many tags, categories, authors or old addresses; each would get a page",
    ),
    Kind(
        "J403",
        _WARNING,
        "{found} is not in {file}; add it there or write one that is",
        "a tag is not in a closed vocabulary",
    ),
    Kind("J404", _WARNING, "no name; add name:", "an author has no name"),
    Kind(
        "J405",
        _WARNING,
        "{reason}; write {form}",
        "the file of authors or tags cannot be read or has another form; plain names are used",
    ),
    Kind(
        "J406",
        _HINT,
        "{found} is shown as {shown}, which more posts write",
        "two spellings are one tag or category",
    ),
    Kind(
        "J407",
        _HINT,
        "{found} is read as one author; write a list if there are {count}",
        "an author's name looks like the names of several people",
    ),
    Kind(
        "J408",
        _WARNING,
        "unknown key; did you mean {meant}?",
        "the authors file has a key that is one or two letters from a known one",
    ),
    Kind(
        "J409",
        _INFO,
        "unknown key, which is not shown; links stand below links:",
        "the authors file has a key that means nothing to the journal",
    ),
)
