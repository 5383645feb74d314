"""The options about stamps, people and machines, each described."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.options import stamp_values as values
from mkdocs_journal.options.option import Option

STAMP_OPTIONS: Final = (
    Option(
        "last_updated",
        values.sources,
        "[front_matter]",
        "Sources of the date of the last change; the first one with a date is used. `git` reads the history of the "
        "repository, once for all pages.",
        "[front_matter, git]",
    ),
    Option(
        "show_emails",
        values.yes_or_no,
        "false",
        "Whether the page of an author links the e-mail address of the authors file.",
        "true",
    ),
    Option(
        "social_image",
        values.picture,
        "null",
        "The picture that link previews show for a post without `image` and for lists: a path below `docs_dir` or an "
        "http(s) URL.",
        "images/card.png",
    ),
    Option(
        "export",
        values.export_path,
        "false",
        "A JSON file with the metadata of all published posts, for other programs: below the folder; with a leading `/` "
        "below the site.",
        "posts.json",
    ),
)
"""Those of one journal."""

STAMP_OPTIONS_OF_SITE: Final = (
    Option(
        "page_stamps",
        values.page_stamps,
        "false",
        "Shows the history that Git has of every page of the site at its end: `true` for all of `created`, `updated` and "
        "`people`, or a list of them; `exclude` has globs of pages without.",
        "{show: [updated, people], exclude: [index.md]}",
        of_site=True,
    ),
    Option(
        "ignore_revs",
        values.file_name,
        ".git-blame-ignore-revs",
        "A file that lists commits to ignore, one per line, such as those of a formatter: beside "
        "`mkdocs.yml` or at the top of the repository.",
        ".formatting-commits",
        of_site=True,
    ),
    Option(
        "ignore_commits",
        values.pattern,
        "null",
        "A regular expression; commits are ignored if the first line of their message contains a match.",
        "'^(style|chore):'",
        of_site=True,
    ),
)
"""Those that concern every page of the site."""
