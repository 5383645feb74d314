"""Names of archives in headings and in lists of archives."""

from __future__ import annotations

from datetime import date

from mkdocs_journal.archives.archive import Archive
from mkdocs_journal.language.locales import day_text, month_text
from mkdocs_journal.publishing.edition import Edition


def title_of(archive: Archive, edition: Edition) -> str:
    """Return the heading of an archive."""
    labels = edition.labels
    if archive.kind == "index":
        return edition.title
    if archive.kind == "subscribe":
        return labels("subscribe")
    if archive.kind.startswith("all_"):
        return labels(archive.kind.removeprefix("all_"))
    return labels(_HEADINGS[archive.kind], name=name_of(archive, edition))


_HEADINGS = {
    "year": "year_archive",
    "month": "month_archive",
    "day": "day_archive",
    "tags": "tag_archive",
    "categories": "category_archive",
    "authors": "author_archive",
    "series": "series_archive",
}


def name_of(archive: Archive, edition: Edition) -> str:
    """Return the name of an archive in a list of archives."""
    if archive.kind == "month":
        return month_text(int(archive.name[:4]), int(archive.name[5:]), edition.locale)
    if archive.kind == "day":
        return day_text(date.fromisoformat(archive.name), edition.locale)
    return archive.name or title_of(archive, edition)
