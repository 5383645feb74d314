"""Pages that the host would copy as they are: posts in HTML, and Markdown with a suffix that it does not know."""

from __future__ import annotations

from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.internals import copy_content
from mkdocs_journal.hosts.mkdocs.static_i18n import carry_over


class PageFile(File):
    """A file that is a page though it does not end with a suffix that the host reads as Markdown."""

    def is_documentation_page(self) -> bool:
        """Return that it is."""
        return True


def as_page(files: Files, file: File) -> File:
    """Put a page in the place of a file that the host would copy, and return it."""
    page = PageFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
    page.generated_by, page.abs_src_path = file.generated_by, file.abs_src_path
    copy_content(page, file)
    carry_over(page, file)
    files.remove(file)
    files.append(page)
    return page
