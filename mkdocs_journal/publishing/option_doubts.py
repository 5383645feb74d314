"""What is doubtful about options whose values are allowed."""

from __future__ import annotations

from mkdocs_journal.language.labels import doubtful_labels
from mkdocs_journal.language.locales import locale_of
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.site_info import SiteInfo


def doubts(site: SiteInfo, options: Options) -> tuple[Problem, ...]:
    """Return the problems of an unknown language and of labels that do not exist."""
    found: list[Problem] = []
    if options.locale and locale_of(options.locale) is None:
        found.append(problem("J806", site.place_of(f"{options.within}locale"), "locale", found=Quoted(options.locale)))
    place = site.place_of(f"{options.within}labels")
    return (*found, *(problem(code, place, key, **values) for code, key, values in doubtful_labels(options.labels)))
