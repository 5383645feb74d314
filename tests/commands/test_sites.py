"""The posts that commands work on, found by their files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_journal.commands.sites import find_post, posts_by_file, read_site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site with a post in each folder of a deep tree."""
    place = tmp_path / "docs/journal"
    place.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [journal]\n")
    for number in range(30):
        place /= "a"
        place.mkdir()
        (place / f"2024-01-02-post-{number}.md").write_text(f"---\ntitle: Post {number}\n---\nText\n")
    return tmp_path


def test_the_posts_of_a_deep_tree_are_found_without_a_look_at_each_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of `new`, `publish` and `touch` would grow with the square of the depth."""
    site, looks = read_site(folder), list[object]()

    def counted(look: Callable[..., object]) -> Callable[..., object]:
        def counting(*given: object, **named: object) -> object:
            looks.append(given)
            return look(*given, **named)

        return counting

    for name in ("stat", "lstat", "readlink"):
        monkeypatch.setattr(os, name, counted(getattr(os, name)))

    found = posts_by_file(site)

    assert len(found) == 30
    assert len(looks) <= 30 * 2


def test_a_post_is_found_by_every_path_to_its_file(folder: Path) -> None:
    """Through links to the file and to a folder above it, and from another folder; what is gone is none."""
    file = folder / "docs/journal/a/a/2024-01-02-post-1.md"
    (folder / "link.md").symlink_to(file)
    (folder / "folder").symlink_to("docs/journal/a")
    (folder / "loop.md").symlink_to("loop.md")
    paths = (file, folder / "link.md", folder / "folder/a/2024-01-02-post-1.md", file.parent / "../a" / file.name)
    site = read_site(folder)

    found = [find_post(site, path) for path in paths]

    assert [listed.post.title for listed in found if listed] == ["Post 1"] * 4
    assert find_post(site, folder / "loop.md") is None
    file.unlink()
    assert find_post(site, file) is None
    assert len(posts_by_file(site)) == 29
