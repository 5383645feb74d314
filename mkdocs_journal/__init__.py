"""A journal for MkDocs sites: posts, archives, stamps and feeds."""

from mkdocs_journal.feeds.entry import Entry, Image, Person
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.reading import OptionError, read_options
from mkdocs_journal.posts.model import (
    Author,
    Journal,
    Post,
    PostImage,
    ProfileLink,
    State,
    Taxonomy,
    Term,
    Update,
    WrittenLink,
)
from mkdocs_journal.problems.problem import Place, Problem, Severity

__all__ = [
    "Author",
    "Entry",
    "FeedOptions",
    "Image",
    "Journal",
    "OptionError",
    "Options",
    "Person",
    "Place",
    "Post",
    "PostImage",
    "Problem",
    "ProfileLink",
    "Severity",
    "Source",
    "State",
    "Taxonomy",
    "Term",
    "Update",
    "WrittenLink",
    "read_journal",
    "read_options",
]
