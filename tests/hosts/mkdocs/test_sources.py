"""What is read from MkDocs' files."""

from __future__ import annotations

from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.sources import pages_like_posts
from mkdocs_journal.options.journal_options import Options


class AnyPage(File):
    """A file of which a plugin makes a page."""

    def is_documentation_page(self) -> bool:
        """Return that it is one."""
        return True


def test_pages_with_a_date_in_their_name_that_no_post_can_be() -> None:
    names = (
        *("2024-01-02-a.ipynb", "2024-01-02/index.ipynb", "2024-01-02-.md.PY"),
        *("2024-01-02-a.md", "2024-01-02.md", "2024-01-02/index.md", "2024-01-02/.md", "2024-01-02-a.MD", "2024-01-02..md"),
        *("2024-01-02-a.html", "a.ipynb", ".md", "a.md"),
    )
    files = Files(AnyPage(f"{folder}/{name}", "docs", "site", use_directory_urls=True) for folder in "ab" for name in names)

    found = [file.src_uri for file in pages_like_posts(files, [Options(folder="a")])]

    assert found == [f"a/{name}" for name in names[:3]]
