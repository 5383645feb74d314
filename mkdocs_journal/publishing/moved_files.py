"""A publication whose files another program has moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs_journal.archives.archive import ArchivePage
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication, published_together
from mkdocs_journal.publishing.site_images import SiteImage

Again = Callable[[OutputFile], OutputFile]
"""Returns a file where it is now."""


def with_files(publication: Publication, again: Again) -> Publication:
    """Return a publication with every file where it is now; the same one if `again` returns each file as it is."""
    if not any(again(file) is not file for edition in publication.all for file in _files(edition)):
        return publication
    editions = [_with_files(edition, again) for edition in publication.editions]
    combined = _with_files(publication.combined, again) if publication.combined else None
    return published_together(editions, combined, publication)


def _files(edition: Edition) -> Iterator[OutputFile]:
    """Yield every file that an edition knows."""
    yield from edition.post_files.values()
    yield from (file for file, _ in edition.archive_files.values())
    social = (edition.pictures.social,) if edition.pictures.social else ()
    images = (*edition.images.values(), *edition.pictures.avatars.values(), *social)
    yield from (image.file for image in images if image.file)


def _with_files(edition: Edition, again: Again) -> Edition:
    def picture(image: SiteImage) -> SiteImage:
        return replace(image, file=again(image.file)) if image.file else image

    archives: dict[PurePosixPath, tuple[OutputFile, ArchivePage]] = {
        source: (again(file), page) for source, (file, page) in edition.archive_files.items()
    }
    pictures = edition.pictures
    social = picture(pictures.social) if pictures.social else None
    avatars = {path: picture(image) for path, image in pictures.avatars.items()}
    images = {source: picture(image) for source, image in edition.images.items()}
    plan = edition.plan._replace(images=images, pictures=pictures._replace(social=social, avatars=avatars))
    posts = {source: again(file) for source, file in edition.post_files.items()}
    return replace(edition, plan=plan, post_files=posts, archive_files=archives)
