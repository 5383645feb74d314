"""What is doubtful about options whose values are allowed."""

from __future__ import annotations

from mkdocs_journal.language.catalogues import doubtful_language
from mkdocs_journal.language.labels import doubtful_labels
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.site_info import SiteInfo


def doubts(site: SiteInfo, options: Options) -> tuple[Problem, ...]:
    """Return the problems of a language that is unknown or has no labels, and of labels that do not exist."""
    language, key = (options.locale, "locale") if options.locale else (site.language, "theme")
    asked = site.place_of(f"{options.within}locale" if options.locale else "theme")
    words = site.place_of(f"{options.within}labels")
    return (
        *(
            problem(code, asked, key, **values)
            for code, values in doubtful_language(language, options.labels, of_theme=not options.locale)
        ),
        *(problem(code, words, at, **values) for code, at, values in doubtful_labels(options.labels)),
    )
