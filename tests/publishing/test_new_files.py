"""The file beside another one, in which its new content is written first."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs_journal.publishing.whole_files import write_whole


def test_what_a_killed_process_has_left_is_no_obstacle(tmp_path: Path) -> None:
    """A container gives the same number to every build."""
    left = tmp_path / f".feed.xml.{os.getpid()}-0"
    left.write_bytes(b"half")

    write_whole(tmp_path / "feed.xml", b"new")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {left.name: b"half", "feed.xml": b"new"}


def test_a_file_has_the_rights_that_new_files_have_now(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "feed.xml", b"new")
    finally:
        os.umask(before)

    assert (tmp_path / "feed.xml").stat().st_mode & 0o777 == 0o640
