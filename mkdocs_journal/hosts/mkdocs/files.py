"""The files of MkDocs as the rules see them, and the configuration as they see it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from pathspec import PathSpec

from mkdocs_journal.hosts.mkdocs.internals import made_content, url_now
from mkdocs_journal.hosts.mkdocs.page_files import path_of
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.plan import Surroundings
from mkdocs_journal.publishing.site_info import SiteInfo

_OF_MKDOCS: Final = ("sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
"""Files that MkDocs and its search write by themselves."""


def output_file(file: File) -> OutputFile:
    """Return a file of MkDocs as it is now."""
    path = path_of(file)
    return OutputFile(
        source=file.src_uri,
        url=url_now(file),
        destination=file.dest_uri,
        path=path,
        data=b"" if path else made_content(file),
        is_page=file.is_documentation_page(),
        left_out=is_left_out(file),
        generated=bool(file.generated_by),
    )


def shown(file: File) -> str:
    """Return a file as messages name it: as seen from where the command runs."""
    path = path_of(file)
    return shown_path(path) if path else file.src_uri


def output_files(files: Iterable[File]) -> tuple[OutputFile, ...]:
    """Return files of MkDocs as they are now."""
    return tuple(map(output_file, files))


def site_info(config: MkDocsConfig) -> SiteInfo:
    """Return what the configuration says about the site."""
    url, theme = config.site_url or "", config.theme
    return SiteInfo(
        name=config.site_name,
        url=url if not url or url.endswith("/") else f"{url}/",
        description=config.site_description or "",
        author=config.site_author or "",
        copyright=config.copyright or "",
        language=str(theme.get("language") or theme.get("locale") or "en"),
        favicon=str(theme.get("favicon") or ""),
        docs=Path(config.docs_dir),
        output=Path(config.site_dir),
        configuration=Path(config.config_file_path) if config.config_file_path else None,
        use_directory_urls=config.use_directory_urls,
    )


def surroundings(files: Iterable[OutputFile], config: MkDocsConfig) -> Surroundings:
    """Return what MkDocs publishes beside the journals."""
    return Surroundings(
        files=tuple(files),
        others=(*config.theme.static_templates, *config.extra_templates, *_OF_MKDOCS),
        is_left_out=lambda name: names(config.exclude_docs, name) or names(config.draft_docs, name),
    )


def names(spec: PathSpec[Any] | None, src_uri: str) -> bool:
    """Return whether an option of patterns of MkDocs (`exclude_docs`, `draft_docs`, `not_in_nav`) names a file."""
    return spec is not None and bool(spec.match_file(src_uri))


def dest_of(source: PurePosixPath, config: MkDocsConfig) -> str:
    """Return the file that MkDocs writes for a source path."""
    return File(source.as_posix(), None, config.site_dir, config.use_directory_urls).dest_uri


def is_excluded(file: File) -> bool:
    """Return whether the user told MkDocs that a file is no part of the site, not even of what `serve` shows."""
    return file.inclusion is InclusionLevel.EXCLUDED


def is_draft(file: File) -> bool:
    """Return whether the user told MkDocs that a file is a draft."""
    return file.inclusion is InclusionLevel.DRAFT


def is_left_out(file: File) -> bool:
    """Return whether MkDocs leaves a file out of the site, as the user told it to."""
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
