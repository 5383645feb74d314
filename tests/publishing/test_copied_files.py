"""Which copied files are read for the names of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.publishing.copied_files import copied_text, is_redirect, is_text
from mkdocs_journal.publishing.output_file import OutputFile


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.geojson", b"{}", "{}"),
        ("a.csv", b"name,/b.png\n", "name,/b.png\n"),
        ("a.CSV", b"name;/b;c.png\n", "name;/b;c.png\n\nname,/b,c.png\n"),
        ("a.TSV", b"name\t/b.png\n" * 100_000, ""),
        ("LICENSE", "\u00fc /b.png".encode(), "\u00fc /b.png"),
        ("a.cr2", b"II*\0 /b.png", ""),
        ("a.pdf", b"%PDF /b.png", ""),
        ("a.PNG", b"text", ""),
        ("empty.js", b"", ""),
    ],
)
def test_only_texts_are_read(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    """A large file of a camera or a program is not searched, whatever its suffix, nor is a long table."""
    path = tmp_path / name
    path.write_bytes(data)

    assert copied_text(OutputFile(source=name, url=name, destination=name, path=path, is_page=False)) == text


def test_a_file_without_a_path_or_that_is_gone(tmp_path: Path) -> None:
    assert copied_text(OutputFile(source="a.js", url="a.js", destination="a.js", data=b"/b.png", is_page=False)) == "/b.png"
    assert not is_text(tmp_path / "none.js")


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("about.html", '<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=about/">', True),
        ("A.HTM", "<META CONTENT='0;URL=/a' HTTP-EQUIV=Refresh>", True),
        ("status.html", '<meta http-equiv="refresh" content="300">', False),
        ("a.html", '<meta name="url" content="refresh"><p>url=</p>', False),
        ("a.txt", '<meta http-equiv="refresh" content="0; url=about/">', False),
    ],
)
def test_is_redirect(name: str, text: str, found: bool) -> None:
    file = OutputFile(source=name, url=name, destination=name, data=text.encode(), is_page=False)

    assert is_redirect(file) is found
