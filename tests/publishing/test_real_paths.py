"""Paths behind symbolic links."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journal.publishing.real_paths import real_path


def test_a_link_is_followed_and_one_that_leads_in_a_circle_stays(tmp_path: Path) -> None:
    folder = real_path(tmp_path)
    (folder / "link").symlink_to("target")
    (folder / "circle").symlink_to("other")
    (folder / "other").symlink_to("circle")

    assert real_path(folder / "link/a") == folder / "target/a"
    assert real_path(folder / "circle").parent == folder
