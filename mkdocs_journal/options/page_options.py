"""The options of what the pages of a journal show."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journal.options import page_values, values
from mkdocs_journal.options.option import option, optional
from mkdocs_journal.options.page_values import ListLayouts, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """What the pages of one journal show; part of its options."""

    lists: ListLayouts = option(
        page_values.lists,
        {},
        "How lists show posts: `excerpts`, `compact` or `cards`, for `landing` (default `excerpts`), for `archive` (all "
        "others, default `compact`), and for single kinds: `year`, `month`, `tags`, `categories`, `authors`, `series`.",
        "{landing: cards, tags: excerpts}",
    )
    reading_time: int = option(
        page_values.reading_time,
        True,
        "Whether posts show how long it takes to read them, and how many words a reader reads in a minute. Code is not "
        "counted; two Chinese or Japanese characters count as a word.",
        "{words_per_minute: 200}",
    )
    """Words per minute; 0: not shown."""
    author_box: bool = option(
        values.switch, False, "Whether the authors are described below each post, as on their pages.", "true"
    )
    related: int = option(
        page_values.related,
        0,
        "How many related posts are named below each post, from 0 to 50: those of its key `related`, then posts with the "
        "same rare tags, categories, series and words of titles.",
        "5",
    )
    backlinks: bool = option(
        values.switch,
        False,
        "Whether pages that are not of the journal list, at their end, the posts that link to them.",
        "true",
    )
    sidebar: bool = option(
        values.switch,
        False,
        "With Material: whether authors, date, reading time, categories, links and related posts stand in the sidebar "
        "instead of above and below the text.",
        "true",
    )
    nav: tuple[str, ...] = option(
        page_values.nav,
        [],
        "What stands below the journal in the navigation: `archive` (the years), `tags`, `categories`, `authors`, "
        "`series`; the entry of the journal becomes a section.",
        "[archive, categories]",
    )
    search_boost: float | None = optional(
        page_values.search_boost,
        None,
        "The weight of posts in the search of Material, for posts without `search.boost`; below 1 they rank behind other "
        "pages.",
        "0.5",
    )
    labels: Words = option(
        page_values.labels,
        {},
        "Other texts for labels, by their [keys](labels.md); plural forms have a text each. All of them add a language.",
        "{continue: Read on, posts: {one: '{count} article', other: '{count} articles'}}",
    )
