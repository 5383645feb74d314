"""What became of every source, in one line."""

from __future__ import annotations

from collections import Counter

from mkdocs_journal.model import Journal, State
from mkdocs_journal.problems.problem import Severity


def summary(journal: Journal, feeds: int) -> str:
    """Return the one line that says what became of every source.

    Example: `42 posts (and 3 drafts, 1 scheduled for 2026-12-01), 17 tags, 3 feeds, 0 problems`.
    """
    others = []
    if journal.unlisted:
        others.append(f"{len(journal.unlisted)} unlisted")
    states = Counter(post.state for post in journal.withheld)
    if states[State.DRAFT]:
        others.append(_number(states[State.DRAFT], "draft"))
    days = [post.date.date() for post in journal.withheld if post.state is State.SCHEDULED and post.date]
    if days:
        next_day = f"next {min(days)}" if len(days) > 1 else f"for {min(days)}"
        others.append(f"{len(days)} scheduled {next_day}" if len(days) == 1 else f"{len(days)} scheduled, {next_day}")
    if states[State.UNPUBLISHED]:
        others.append(f"{states[State.UNPUBLISHED]} unpublished")
    if journal.refused:
        others.append(f"{len(journal.refused)} refused")
    if journal.pages:
        others.append(_number(len(journal.pages), "ordinary page"))
    counts = [_number(len(journal.posts), "post") + (f" (and {', '.join(others)})" if others else "")]
    tags = journal.taxonomies["tags"].terms if "tags" in journal.taxonomies else ()
    problems = sum(problem.severity not in {Severity.HINT, Severity.INFO} for problem in journal.problems)
    counts += [_number(len(tags), "tag"), _number(feeds, "feed"), _number(problems, "problem")]
    return ", ".join(counts)


def stopped(journal: Journal) -> str:
    """Return the line with which a build ends that was stopped by errors."""
    counts = Counter(problem.severity for problem in journal.problems)
    refused = _number(len(journal.refused), "post") if journal.refused else _number(counts[Severity.ERROR], "output")
    warnings = f", {_number(counts[Severity.WARNING], 'warning')}" if counts[Severity.WARNING] else ""
    return f"journal: {refused} cannot be published{warnings}; all told above. `on_error: skip` leaves such posts out."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
