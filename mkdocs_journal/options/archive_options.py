"""The options below `archives`: addresses of lists, for a blog whose lists had others."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journal.options import archive_values, values
from mkdocs_journal.options.option import option, optional


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveOptions:
    """Where lists are published, if not below the folder under their own names; empty: there."""

    tags: tuple[str, ...] = option(
        archive_values.terms,
        [],
        "The address of the list of a tag: a pattern with `:name`, its slug, or `:label`, its name, below the folder; with "
        "a leading `/` below the site. Of several the others redirect to the first.",
        "[/tag/:name/, /tags/:name/]",
    )
    categories: tuple[str, ...] = option(
        archive_values.terms, [], "The address of the list of a category, in the same way.", "/category/:name/"
    )
    authors: tuple[str, ...] = option(
        archive_values.authors,
        [],
        "The address of the list of an author, in the same way; `:key` is the `slug` or the key in the authors file.",
        "/author/:name/",
    )
    series: tuple[str, ...] = option(
        archive_values.terms, [], "The address of the list of a series, in the same way.", "/series/:name/"
    )
    year: tuple[str, ...] = option(
        archive_values.year, [], "The address of the list of a year: a pattern with `:year`.", "/archive/:year/"
    )
    month: tuple[str, ...] = option(
        archive_values.month,
        [],
        "The address of the list of a month: a pattern with `:year` and `:month`.",
        "/archive/:year/:month/",
    )
    day: tuple[str, ...] = option(
        archive_values.day,
        [],
        "The address of the list of a day: a pattern with `:year`, `:month` and `:day`. Without it there are none.",
        "/:year/:month/:day/",
    )
    per_page: int = option(values.count, 100, "Posts on a page of a list without excerpts.", "10")
    slug_mode: str | None = optional(
        archive_values.slug_mode,
        None,
        "How `:name` is made: as Jekyll's filter `slugify` does in this mode, in small letters; `material`: as Material's "
        "blog does, where `A & B` is `a--b`. Without it: the slug of the journal, in which `C++` is `c-plus-plus`.",
        "default",
    )
