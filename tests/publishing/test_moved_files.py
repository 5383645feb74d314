"""A publication whose files another program has moved."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journal.publishing.moved_files import with_files
from mkdocs_journal.publishing.output_file import OutputFile
from tests.test_publish import RICH, written


def moved(file: OutputFile) -> OutputFile:
    return file._replace(url=f"moved/{file.url}")


def test_posts_lists_and_pictures_are_where_their_files_are_now(tmp_path: Path) -> None:
    _, publication = written(tmp_path, RICH, social_image="journal/p.png")

    (edition,) = with_files(publication, moved).editions

    images = [*edition.images.values(), *edition.pictures.avatars.values(), edition.pictures.social]
    places = {image.file.url for image in images if image and image.file}
    assert places == {"moved/journal/p.png"}
    files = [*edition.post_files.values(), *(file for file, _ in edition.archive_files.values())]
    assert all(file.url.startswith("moved/") for file in files)
    assert any(image and image.remote for image in images)


def test_a_publication_whose_files_are_where_they_were_is_the_same(tmp_path: Path) -> None:
    _, publication = written(tmp_path, RICH)

    assert with_files(publication, lambda file: file) is publication
