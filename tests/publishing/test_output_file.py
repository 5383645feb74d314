"""Files that are gone or that a program has made, as a build sees them."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.site_images import SiteImage

PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big") + b"\x08\x06\0\0\0"


def file(path: Path | None, data: bytes = b"") -> OutputFile:
    return OutputFile(source="p.png", url="p.png", destination="p.png", path=path, data=data, is_page=False)


def picture(made: OutputFile | None) -> SiteImage:
    return SiteImage(alt="", mime_type="image/png", remote="" if made else "https://img.example/p.png", file=made)


def test_a_file_that_was_removed_since_it_was_found_has_no_text_and_no_size(tmp_path: Path) -> None:
    gone = file(tmp_path / "p.png")

    assert text_of(gone) == ""
    assert (picture(gone).length, picture(gone).size) == (None, None)


def test_a_file_that_a_program_has_made_is_read_from_memory() -> None:
    made = file(None, PICTURE)

    assert text_of(file(None, b"a\xc3\xa9")) == "aé"
    assert picture(made).length == len(PICTURE)
    assert picture(made).size is not None


def test_a_remote_picture_is_not_fetched() -> None:
    assert (picture(None).length, picture(None).size, picture(None).url) == (None, None, "https://img.example/p.png")
