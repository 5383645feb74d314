"""Reports front matter that stands below front matter."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.located_yaml import Scalar
from mkdocs_journal.front_matter.split import Parts

_SECOND: Final = re.compile(r"\s{0,40}---[ \t]{0,9}\n")
_CLOSING: Final = re.compile(r"^---[ \t]{0,9}$", re.MULTILINE)
_LOOKED_AT: Final = 4_096
"""Characters at the beginning of the text that are looked at."""


def report_second(fields: Fields, parts: Parts) -> None:
    """Report front matter that stands below front matter, which a program has put above that of the author.

    The text below begins with lines of keys, of which two at least are known, between fences.
    """
    text = parts.body[:_LOOKED_AT]
    opening = _SECOND.match(text)
    start = opening.end() if opening else 0 if not parts.yaml.strip() else len(text)
    closing = _CLOSING.search(text, start)
    if parts.line == 1 or closing is None:
        return
    from mkdocs_journal.front_matter.headers import is_of_keys  # noqa: PLC0415 - few texts begin with a line ---

    if is_of_keys(text[start : closing.start()].rstrip("\n")):
        place = Scalar("", parts.line + text.count("\n", 0, start), 1)
        advice = "put all keys into the first"
        fields.report("J104", place, "front matter", found="a second block of front matter", advice=advice)
