"""The pictures of a journal, put into its plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_journal.journal import without
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.site_images import find_images, find_pictures
from mkdocs_journal.publishing.site_info import SiteInfo


def with_pictures(plan: OutputPlan, files: Sequence[OutputFile], places: Mapping[str, Place], site: SiteInfo) -> OutputPlan:
    """Return a plan with the pictures of its posts, of authors and of the site, and the problems of those that are missing.

    Args:
        plan: The plan, its posts read.
        files: Every file of the site, those of the theme included.
        places: Where the authors file names a picture, by what it names.
        site: The site.
    """
    images, problems = find_images(plan.journal, files, plan.candidates)
    pictures, others = find_pictures(plan.journal, files, plan.options, places, site)
    return plan._replace(journal=without(plan.journal, (), [*problems, *others]), images=images, pictures=pictures)
