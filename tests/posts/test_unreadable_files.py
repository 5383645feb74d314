"""Files of data and special files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs_journal.posts.data_places import data_source
from mkdocs_journal.posts.special_kinds import special_kind


def test_a_file_of_data_that_cannot_be_read_has_a_reason(tmp_path: Path) -> None:
    (tmp_path / "tags.yml").write_bytes(b"a: b\n")
    read, folder, none = data_source(tmp_path / "tags.yml"), data_source(tmp_path), data_source(None)

    assert read is not None
    assert (read.data, read.reason) == (b"a: b\n", "")
    assert folder is not None
    assert folder.reason == "Is a directory"
    assert none is None


def test_what_is_no_file_has_a_kind(tmp_path: Path) -> None:
    """A link that leads nowhere has none: MkDocs reports it."""
    (tmp_path / "a.md").write_bytes(b"")
    (tmp_path / "link.md").symlink_to("missing.md")
    os.mkfifo(tmp_path / "pipe.md")

    kinds = [special_kind(str(tmp_path / name)) for name in ("a.md", "link.md", "pipe.md")]

    assert kinds == ["", "", "a named pipe"]
    assert (special_kind(None), special_kind("/dev/null")) == ("", "a device")
