"""Files that are pages: those that the journal makes, posts in HTML, Markdown with a suffix unknown to MkDocs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

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


class GeneratedPage(File):
    """A page that the journal makes.

    It names a path below `docs_dir` at which no file is: other plugins take the path of each page for a text.
    """


def generated_page(source: str, config: MkDocsConfig, inclusion: InclusionLevel) -> GeneratedPage:
    """Return the page that the journal makes in the place of a source."""
    page = GeneratedPage.generated(config, source, content="", inclusion=inclusion)
    page.abs_src_path = str(Path(config.docs_dir, source))
    return page  # type: ignore[return-value]  # MkDocs declares the base class


def path_of(file: File) -> Path | None:
    """Return where a file is read from, or None if a program has made it."""
    text = text_of_path(file)
    return _path(text) if text else None


@lru_cache(maxsize=2_048)
def _path(text: str) -> Path:
    """Return a path; each file is looked at several times in a build."""
    return Path(text)


def text_of_path(file: File) -> str:
    """Return the path of `path_of()` as MkDocs has it, or empty."""
    return "" if isinstance(file, GeneratedPage) else file.abs_src_path or ""
