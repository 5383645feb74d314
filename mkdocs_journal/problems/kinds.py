"""Every kind of problem: its code, severity and wording, described once; the documentation lists this table."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kinds_of_markup import KINDS_OF_MARKUP
from mkdocs_journal.problems.kinds_of_moving import KINDS_OF_MOVING
from mkdocs_journal.problems.kinds_of_neighbours import KINDS_OF_NEIGHBOURS
from mkdocs_journal.problems.kinds_of_outputs import KINDS_OF_OUTPUTS
from mkdocs_journal.problems.kinds_of_pages import KINDS_OF_PAGES
from mkdocs_journal.problems.kinds_of_sources import KINDS_OF_SOURCES

KINDS: Final = {
    kind.code: kind
    for kinds in (KINDS_OF_SOURCES, KINDS_OF_MARKUP, KINDS_OF_NEIGHBOURS, KINDS_OF_OUTPUTS, KINDS_OF_PAGES, KINDS_OF_MOVING)
    for kind in kinds
}
