"""To which post a file belongs."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.publishing.owners import Owners, nearest


def owners(*sources: str, folders: tuple[str, ...] = ()) -> Owners:
    return Owners(map(PurePosixPath, sources), frozenset(map(PurePosixPath, folders)))


HIDDEN = owners(
    "j/2024-01-01.md", "j/2024-01-02-a.md", "j/plan.md", "j/b/c/index.md", "j/e/f.md", folders=("j/b/c", "j/_drafts")
)
PUBLIC = owners("j/2024-01-01/x.md", "j/2024-01-02-a/index.md", "j/b/index.md", "j/e/index.md", "j/plan.html",
                folders=("j/2024-01-02-a", "j/b", "j/e", "j/b/c/d"))  # fmt: skip


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("j/plan.pdf", HIDDEN),
        ("j/plan.md~", HIDDEN),
        ("j/plan/a.png", None),
        ("j/other.pdf", None),
        ("j/2024-01-01/a.png", HIDDEN),
        ("j/2024-01-01/x.png", PUBLIC),
        ("j/2024-01-01_files/x.png", HIDDEN),
        ("j/2024-01-02-a/deep/er/a.png", PUBLIC),
        ("j/2024-01-02-a.assets/a.png", HIDDEN),
        ("j/b/a.png", PUBLIC),
        ("j/b/c/a.png", HIDDEN),
        ("j/b/c/d/a.png", PUBLIC),
        ("j/e/f.png", HIDDEN),
        ("j/_drafts/a/b.png", HIDDEN),
        ("a.png", None),
    ],
)
def test_the_nearest_post_has_a_file(path: str, owner: Owners | None) -> None:
    assert nearest(PurePosixPath(path), [HIDDEN, PUBLIC]) is owner


def test_without_posts_a_file_belongs_to_none() -> None:
    assert nearest(PurePosixPath("j/plan.pdf"), [owners(), owners()]) is None
