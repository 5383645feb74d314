"""Every option in the order of the documentation, collected from the dataclass fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mkdocs_journal.options.archive_options import ArchiveOptions
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.options.option import options_in
from mkdocs_journal.options.page_options import PageOptions

GROUPS: Final = {"archives": ArchiveOptions, "feeds": FeedOptions}
"""Groups of options, and the dataclass of each."""
OFF: Final[Mapping[str, Mapping[str, object]]] = {"feeds": {"atom": False, "rss": False, "json": False, "terms": []}}
"""The meaning of `false` for a group."""

_OF_PAGES: Final = tuple(options_in(PageOptions))
OPTIONS: Final = (
    *(option for option in options_in(Options) if option not in _OF_PAGES),
    *_OF_PAGES,
    *(option for name, group in GROUPS.items() for option in options_in(group, f"{name}.")),
    *options_in(SiteOptions, of_site=True),
)
NAMES: Final = tuple(dict.fromkeys(option.name.partition(".")[0] for option in OPTIONS))
"""The names that are allowed below `journal:`."""
NAMES_OF_SITE: Final = frozenset(option.name for option in OPTIONS if option.of_site)
"""Options of the whole site; they are not allowed inside `journals`."""
