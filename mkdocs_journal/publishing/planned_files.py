"""The files of journals whose outputs have their URLs, where no program has made them yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.publication import Publication, published_together
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Routes


def planned_publication(
    plans: Sequence[OutputPlan], together: OutputPlan | None, routes: Routes, site: SiteInfo
) -> Publication:
    """Return journals with the file of every page that is to be written for them; the result of `plan_outputs()`."""
    combined = planned_edition(together, site) if together else None
    return published_together([planned_edition(plan, site) for plan in plans], combined, Publication((), None, routes))


def published_files(publication: Publication, files: Iterable[OutputFile]) -> Mapping[str, OutputFile]:
    """Return the files that are published, by source: those of a site, and those of the posts and lists in their places."""
    journals = [edition.journal for edition in publication.all]
    hidden = {post.source.as_posix() for journal in journals for post in journal.withheld}
    hidden |= {source.as_posix() for journal in journals for source in journal.refused}
    kept = {file.source: file for file in files if file.source not in hidden}
    for edition in publication.all:
        kept |= {file.source: file for file in edition.post_files.values()}
        kept |= {file.source: file for file, _ in edition.archive_files.values()}
    return kept


def planned_edition(plan: OutputPlan, site: SiteInfo) -> Edition:
    """Return a journal with the file of every page that is to be written for it."""
    posts = {source: _addressed(plan, source, site) for source in plan.addresses}
    archives = {
        page.source: (plan.own_files.get(page.source) or _made(page.source, plan, site), page) for page in plan.pages
    }
    return Edition(plan=plan, site=site, archive_files=archives, post_files=posts, moved_from=plan.moved_from)


def _addressed(plan: OutputPlan, source: PurePosixPath, site: SiteInfo) -> OutputFile:
    file, address = plan.candidates[source], plan.addresses[source]
    if address is None:
        return file
    return file._replace(destination=address.file, url=site.url_of(address.file, address.url), is_page=True)


def _made(source: PurePosixPath, plan: OutputPlan, site: SiteInfo) -> OutputFile:
    address = plan.page_addresses.get(source)
    destination = address.file if address else plan.options.below_root(site.destination(source))
    url = site.url_of(destination, address.url if address else "")
    return OutputFile(source=str(source), url=url, destination=destination, generated=True)
