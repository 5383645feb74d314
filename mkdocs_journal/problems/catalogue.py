"""Every kind of problem: its code, severity and wording, described once.

The documentation lists this table, and `problem()` is the only way to make a `Problem`.
"""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Place, Problem, Severity, printable, quoted

_HINT, _INFO, _WARNING, _ERROR = Severity.HINT, Severity.INFO, Severity.WARNING, Severity.ERROR
_CONFIGURATION = Severity.CONFIGURATION

KINDS: Final = {
    kind.code: kind
    for kind in (
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
            "opened here and never closed; add a line ---",
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
            hint="A colon before a blank, and a leading @ % * & ` or [, mean something to YAML; in quotes they are text.",
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
            "J201", _WARNING, "unknown key; did you mean {meant}?", "an unknown key is one or two letters from a known one"
        ),
        Kind("J202", _WARNING, "also in line {line}, this one counts; remove one", "a key is given twice"),
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
            "J301",
            _ERROR,
            "missing; add date: YYYY-MM-DD or name the file YYYY-MM-DD-{name}",
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
            "J401",
            _WARNING,
            "a label of {size} bytes, more than {limit}, is cut in its URL; write a shorter one",
            "a tag or category is too long for a file name",
        ),
        Kind(
            "J402",
            _ERROR,
            "{count} of them, the limit is {limit}; remove some",
            "a post has too many tags, categories or authors; each would get a page",
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
            _WARNING,
            "unknown key; did you mean {meant}?",
            "the authors file has a key that is one or two letters from a known one",
        ),
        Kind(
            "J408",
            _INFO,
            "unknown key, which is not shown; links stand below links:",
            "the authors file has a key that means nothing to the journal",
        ),
        Kind(
            "J501",
            _ERROR,
            "{found} leaves the site or has {part}; write /folder/name/",
            "an unsafe path in `permalink` or `slug`",
        ),
        Kind(
            "J502",
            _ERROR,
            "{found}, the limit is {limit}; write a shorter one",
            "a path or a part of it is too long",
        ),
        Kind(
            "J503",
            _ERROR,
            "unknown :{found}; known are {known}",
            "an unknown placeholder in a permalink",
        ),
        Kind(
            "J504",
            _ERROR,
            "{url} belongs to {other}; change one (permalink, slug or date)",
            "two outputs share a URL",
            hint="A day in the permalink (/:folder/:year/:month/:day/:title/) or a slug tells the two apart.",
        ),
        Kind(
            "J601",
            _WARNING,
            "{found} {reason}; write a path from the post or an http(s) URL",
            "`image` is missing, outside the docs or no picture",
        ),
        Kind("J602", _WARNING, "{found}; write an http(s) address", "an address with a scheme that is not the web's"),
        Kind(
            "J603",
            _WARNING,
            "{found} is no URI, the URL of the post is used; write an http(s) URL, a urn: or a tag:",
            "`guid` is nothing that feeds can take for an identity",
        ),
        Kind(
            "J604",
            _WARNING,
            "{found} is that of {other}, the URL of the post is used; write another",
            "two posts have one `guid`",
        ),
        Kind("J801", _CONFIGURATION, "{option}: found {found}; write {wanted}", "an option has a wrong value"),
        Kind(
            "J803",
            _CONFIGURATION,
            "the plugin stands there {count} times; write it once",
            "the plugin is named more than once",
        ),
        Kind(
            "J804",
            _WARNING,
            "{found} does not exist; make it or write another",
            "the option `folder` names a folder that is not there",
        ),
        Kind(
            "J805",
            _INFO,
            "no feeds without site_url; add site_url: https://…",
            "the site has no `site_url`, which the absolute links of feeds need",
            hint="Links in a feed are absolute.",
        ),
        Kind(
            "J806",
            _WARNING,
            "{found} is unknown, English is used; write a language such as de or pt-BR",
            "the option `locale` names a language that nobody knows",
        ),
        Kind(
            "J811",
            _INFO,
            "{files} in a shallow clone have no day of their last change; {advice}",
            "`last_updated` or `page_stamps` ask Git, and commits are missing",
            hint="A commit at the end of a shallow clone seems to change every file; its day is not that of a change.",
        ),
        Kind(
            "J812",
            _INFO,
            "Git cannot be asked ({reason}), so that it gives no day; make it work or leave git out",
            "`last_updated` or `page_stamps` ask Git, and it ends with a message or takes too long",
        ),
        Kind("J901", _CONFIGURATION, "{path} cannot be written ({reason})", "the disk is full or a folder is read-only"),
    )
}


def problem(code: str, place: Place, key: str, **values: object) -> Problem:
    """Make a problem of the kind `code`.

    Args:
        code: A key of `KINDS`.
        place: Where it was found.
        key: The front matter key or the part of the file that it is about.
        values: What the wording of the kind names. `found` is quoted and cut if it is a text of the author, that
            is, if it comes as a `Said`.

    Returns:
        The problem, its message filled in.
    """
    return Problem(
        code=code,
        severity=KINDS[code].severity,
        place=place,
        key=printable(key),
        message=message(code, **values),
        hint=KINDS[code].hint,
    )


def message(code: str, **values: object) -> str:
    """Return the wording of a kind with its names filled in; for what has no place in a source."""
    filled = {name: str(value) if isinstance(value, Said) else printable(str(value)) for name, value in values.items()}
    return KINDS[code].wording.format(**filled)


class Said:
    """A text of the author's, quoted and cut wherever a message shows it."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __str__(self) -> str:
        return quoted(self.value)
