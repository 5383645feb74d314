"""What a site consists of, and what of it is not published."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan

PATTERNS: Final = frozenset({"exclude_docs", "draft_docs", "not_in_nav"})
"""Options of the site whose values name files in order to leave them out."""


class Content(NamedTuple):
    """What a site consists of, or one language of it."""

    files: Sequence[OutputFile]
    plans: Sequence[OutputPlan]
    """The journals among the files."""
    theme: tuple[str, ...] = ()
    """The folders of the theme, each with a slash at its end; their files belong to no post."""
    by_name: bool = False
    """Whether a plugin finds the file of a Markdown link by its name, wherever it is."""


class KnownFiles:
    """What was found of the pages of all languages of a site: the build of each language would find it anew."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.is_found = False
        self.attached: set[str] = set()
        """The files that withheld posts have or link."""
        self.beside_public: set[str] = set()
        """The files that belong to published posts."""
        self.used: set[str] = set()
        """Those of `attached` that something public names."""


def not_published(plan: OutputPlan) -> Iterable[PurePosixPath]:
    """Return the sources of the posts of a journal that are not published: withheld and refused ones."""
    return (*(post.source for post in plan.journal.withheld), *plan.journal.refused)
