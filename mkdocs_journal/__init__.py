"""A journal for MkDocs sites: posts, archives, stamps and feeds."""

from mkdocs_journal.feed_options import FeedOptions
from mkdocs_journal.journal import read_journal
from mkdocs_journal.model import Author, Journal, Post, PostImage, ProfileLink, State, Taxonomy, Term, Update
from mkdocs_journal.option_reading import OptionError, read_options
from mkdocs_journal.options import Options
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.reading.source import Source

__all__ = [
    "Author",
    "FeedOptions",
    "Journal",
    "OptionError",
    "Options",
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
    "read_journal",
    "read_options",
]
