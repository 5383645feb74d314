"""Finds syntax in a body that its reader does not know and shows as text."""

import re
from collections import Counter
from typing import Final, NamedTuple

_KINDS: Final = {
    "attributes": "kramdown attribute list",
    "extension": "kramdown extension",
    "tag": "Liquid tag",
    "output": "Liquid output",
}
_SIGNS: Final = {"attributes": "{:", "extension": "{:", "tag": "{%", "output": "{{"}
_TAGS: Final = (
    "raw|comment|highlight|if|unless|elsif|else|case|when|for|tablerow|break|continue|assign|capture|increment|decrement|cycle|"
    "include|include_relative|include_cached|post_url|link|gist|seo|feed_meta|render|liquid|echo"
)
"""Tags of Liquid, Jekyll and its own plugins; other tags, `{{<` and `{{%` may belong to other programs."""
_TRACE: Final = (
    r"(?P<extension>\{::\w+|\{:/)|(?P<attributes>\{:(?!:)[^{}\n]*\})"
    rf"|(?P<tag>\{{%-?[ \t]*(?:end)?(?:{_TAGS})\b[^%\n]*%\}})|(?P<output>\{{\{{(?![<%])[^{{}}\n]*\}}\}})"
)
_OF_HOST: Final = r'[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+(?!update\b)[\w-]+|===[!+]?[ \t]+"|-{1,}8<-{1,}[ \t])'
"""Both patterns are compiled when they are first used."""


class Traces(NamedTuple):
    """Syntax that would be shown as text."""

    line: int
    """The line of the first, counted from 1 in the body."""
    column: int
    words: str
    """What was found, and how often."""


def traces_for_host(body: str, *, attribute_lists: bool, macros: bool) -> Traces | None:
    """Return kramdown and Liquid in a body that MkDocs reads.

    Args:
        body: The body.
        attribute_lists: Whether MkDocs reads `{: … }`.
        macros: Whether a plugin evaluates `{{ … }}` and `{% … %}`.
    """
    wanted = ["extension", *([] if attribute_lists else ["attributes"]), *([] if macros else ["tag", "output"])]
    if "{" not in body or not any(_SIGNS[kind] in body for kind in wanted):  # looking for one letter is far quicker
        return None
    from mkdocs_journal.markup.plain_lines import plain_lines  # noqa: PLC0415 - few bodies have a sign of it

    counts: Counter[str] = Counter()
    first = (0, 0)
    for number, line in plain_lines(body):
        if "{" not in line:
            continue
        for found in re.finditer(_TRACE, line):
            kind = found.lastgroup or ""
            if kind in wanted:
                first = first if counts else (number, found.start() + 1)
                counts[kind] += 1
    return Traces(*first, _listed(counts)) if counts else None


def _listed(counts: Counter[str]) -> str:
    parts = [f"{counts[kind]} {name}{'s' if counts[kind] > 1 else ''}" for kind, name in _KINDS.items() if counts[kind]]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def trace_of_host(body: str) -> tuple[int, str] | None:
    """Return the first line, from 1, of a body in kramdown with syntax of MkDocs extensions, and that syntax."""
    if not any(sign in body for sign in ("!!!", "???", "===", "8<")):
        return None
    from mkdocs_journal.markup.plain_lines import plain_lines  # noqa: PLC0415 - few bodies have a sign of it

    for number, line in plain_lines(body):
        if found := re.match(_OF_HOST, line):
            return number, found[0].strip()
    return None
