"""The bodies of posts that moved."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Any

from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.snapshots import sources_in_html


def test_raw_html_names_published_posts_in_html_by_their_source() -> None:
    """Links to sources in Markdown are already resolved."""
    names = ("a.html", "b.HTM", "c.md", "gone.html")
    files = {
        PurePosixPath(name): OutputFile(source=f"en/{name}", url=f"{name[0]}/", destination="x", left_out=name[0] == "g")
        for name in names
    }
    edition: Any = SimpleNamespace(post_files=files)

    assert sources_in_html([edition]) == {"en/a.html": "a/", "en/b.HTM": "b/"}
