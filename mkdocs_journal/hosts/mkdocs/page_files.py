"""Pages that MkDocs would copy unchanged: posts in HTML, and Markdown with a suffix that MkDocs does not know."""

from __future__ import annotations

from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.internals import copy_content
from mkdocs_journal.hosts.mkdocs.static_i18n import carry_over


class PageFile(File):
    """A page whose suffix MkDocs does not treat as Markdown."""

    def is_documentation_page(self) -> bool:
        """Return True."""
        return True


def as_page(files: Files, file: File) -> File:
    """Replace a file that MkDocs would copy with a page, and return the page."""
    page = PageFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
    page.generated_by, page.abs_src_path = file.generated_by, file.abs_src_path
    copy_content(page, file)
    carry_over(page, file)
    files.remove(file)
    files.append(page)
    return page
