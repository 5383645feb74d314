"""The summary line of a build, and the lines with which a failed build ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from mkdocs_journal.posts.model import Journal, State
from mkdocs_journal.problems.problem import Problem, Severity

_OF_OUTPUTS: Final = frozenset({"J530", "J531"})
"""Codes of errors that are not about posts; every other error refuses a post."""


def summary(journals: Sequence[Journal], feeds: int, late: Sequence[Problem] = ()) -> str:
    """Return the summary line: the number of posts by state, of tags, feeds and problems.

    Args:
        journals: The journals.
        feeds: How many feeds were written.
        late: Problems found while pages were rendered and in the outputs, which no journal contains.

    Example: `42 posts (and 3 drafts, 1 scheduled for 2026-12-01), 17 tags, 3 feeds, 0 problems`.
    """
    others = []
    if unlisted := sum(len(journal.unlisted) for journal in journals):
        others.append(f"{unlisted} unlisted")
    withheld = [post for journal in journals for post in journal.withheld]
    states = Counter(post.state for post in withheld)
    if states[State.DRAFT]:
        others.append(_number(states[State.DRAFT], "draft"))
    waiting = [post for post in withheld if post.state is State.SCHEDULED]
    days = [day.date() for post in waiting if (day := post.due or post.date)]
    if days:
        others.append(f"{len(days)} scheduled{' for' if len(days) == 1 else ', next'} {min(days)}")
    if states[State.UNPUBLISHED]:
        others.append(f"{states[State.UNPUBLISHED]} unpublished")
    if refused := sum(len(journal.refused) for journal in journals):
        others.append(f"{refused} refused")
    if pages := sum(len(journal.pages) for journal in journals):
        others.append(_number(pages, "ordinary page"))
    posts = sum(len(journal.posts) for journal in journals)
    tags = sum(len(journal.taxonomies["tags"].terms) for journal in journals if "tags" in journal.taxonomies)
    problems = {*late, *(found for journal in journals for found in journal.problems)}
    doubtful = sum(found.severity not in {Severity.HINT, Severity.INFO} for found in problems)
    counts = [_number(posts, "post") + (f" (and {', '.join(others)})" if others else "")]
    counts += [_number(tags, "tag"), _number(feeds, "feed"), _number(doubtful, "problem")]
    if liquid := sum(found.code == "J701" for found in problems):
        counts.append(f"{liquid} {'piece' if liquid == 1 else 'pieces'} of Liquid as written")
    return ", ".join(counts)


def stopped(journals: Sequence[Journal]) -> str:
    """Return the last line of a build that was stopped by errors."""
    problems = {found for journal in journals for found in journal.problems}
    counts = Counter(problem.severity for problem in problems)
    posts, outputs = sum(len(journal.refused) for journal in journals), sum(found.code in _OF_OUTPUTS for found in problems)
    refused = " and ".join(_number(count, noun) for count, noun in ((posts, "post"), (outputs, "output")) if count)
    warnings = f", {_number(warned, 'warning')}" if (warned := counts[Severity.WARNING]) else ""
    them = "it" if posts + outputs == 1 else "them"
    advice = f"To build without {them}, set `on_error: skip`."
    return f"journal: {refused} could not be published{warnings} (see above). {advice}"


def incomplete(outputs: int) -> str:
    """Return the last line of a build with missing outputs, or outputs outside the site folder."""
    return f"journal: {_number(outputs, 'output')} missing or in the wrong place (see errors above)."


def leaking(outputs: int) -> str:
    """Return the last line of a build with outputs that contain content of withheld posts."""
    contain = "contains" if outputs == 1 else "contain"
    return f"journal: {_number(outputs, 'output file')} {contain} content from unpublished posts (see errors above)."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
