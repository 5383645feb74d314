"""Posts whose body is HTML: to the host they are pages, and no Markdown run touches them."""

from __future__ import annotations

from mkdocs.structure.files import File, Files


class HtmlPost(File):
    """A file that is a page though it does not end with a suffix of Markdown."""

    def is_documentation_page(self) -> bool:
        """Return that it is."""
        return True


def as_page(files: Files, file: File) -> File:
    """Put a page in the place of a file that the host would copy, and return it."""
    page = HtmlPost(file.src_uri, file.src_dir or "", file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
    page.generated_by = file.generated_by
    files.remove(file)
    files.append(page)
    return page
