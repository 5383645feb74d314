"""Converts files and configuration of MkDocs to the values that the rules use."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from pathspec import PathSpec

from mkdocs_journal.hosts.mkdocs.config import data_folders
from mkdocs_journal.hosts.mkdocs.internals import made_content, origins_of, url_now
from mkdocs_journal.hosts.mkdocs.page_files import path_of, text_of_path
from mkdocs_journal.hosts.mkdocs.plugin_files import files_of_plugins
from mkdocs_journal.hosts.mkdocs.plugin_names import bare_name, plugins_named
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.markup.checking import readers_of
from mkdocs_journal.moving.jekyll_settings import named_file
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.posts.data_places import watched
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.body_checks import BodySurroundings
from mkdocs_journal.publishing.jekyll_config import jekyll_file
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.plan import Surroundings
from mkdocs_journal.publishing.site_info import SiteInfo

_OF_MKDOCS: Final = ("sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
"""Files that MkDocs and its search write by themselves."""
_LEFT_OUT: Final = tuple(level for level in InclusionLevel if level.is_excluded())  # type: ignore[no-untyped-call]


def output_file(file: File) -> OutputFile:
    """Return a file of MkDocs in its current state: the same value as before, which the file keeps, until it changes."""
    before: OutputFile | None = file.__dict__.get(_SEEN)
    if before is None or not is_as_before(file, before):
        file.__dict__[_SEEN] = before = seen_anew(file)
    return before


def seen_anew(file: File) -> OutputFile:
    """Return the value of `output_file()`; the plain way."""
    path = path_of(file)
    return OutputFile(
        source=source_name(file),
        url=url_now(file),
        destination=file.dest_uri,
        path=path,
        data=b"" if path else made_content(file),
        written=file.src_uri if file.src_uri != source_name(file) else "",
        is_page=file.is_documentation_page(),
        left_out=is_left_out(file),
        generated=bool(file.generated_by),
    )


def is_as_before(file: File, before: OutputFile) -> bool:
    """Return whether a file is still as it was seen: the kind of a file is that of its path, so that paths are compared."""
    path = "" if before.path is None else str(before.path)
    return (
        path == text_of_path(file)
        and before.url == url_now(file)
        and before.destination == file.dest_uri
        and (path != "" or before.data == made_content(file))
        and before.source == source_name(file)
        and (before.written or before.source) == file.src_uri
        and before.left_out == is_left_out(file)
        and before.generated == bool(file.generated_by)
    )


_SEEN: Final = "journal_output"


def shown(file: File) -> str:
    """Return the path of a file for messages, relative to the current folder."""
    path = path_of(file)
    return shown_path(path) if path else file.src_uri


def output_files(files: Iterable[File]) -> tuple[OutputFile, ...]:
    """Return files of MkDocs in their current state."""
    return tuple(map(output_file, files))


def site_info(config: MkDocsConfig) -> SiteInfo:
    """Return the settings of the site; other plugins may have put numbers and other values there."""
    url, theme = str(config.site_url or ""), config.theme
    return SiteInfo(
        name=str(config.site_name or ""),
        url=url if not url or url.endswith("/") else f"{url}/",
        description=str(config.site_description or ""),
        author=str(config.site_author or ""),
        copyright=str(config.copyright or ""),
        language=str(theme.get("language") or theme.get("locale") or "en"),
        favicon=str(theme.get("favicon") or ""),
        docs=Path(config.docs_dir),
        output=Path(config.site_dir),
        configuration=Path(config.config_file_path) if config.config_file_path else None,
        jekyll=_jekyll(config),
        use_directory_urls=config.use_directory_urls,
    )


def theme_folders(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the folders of the theme and of `custom_dir`, each with a slash at its end; none contains the docs."""
    folders = [os.path.join(os.path.normpath(folder), "") for folder in config.theme.dirs]  # noqa: PTH118 - as files have them
    docs = os.path.join(os.path.abspath(config.docs_dir), "")  # noqa: PTH100, PTH118
    return tuple(folder for folder in folders if not docs.startswith(os.path.join(os.path.abspath(folder), "")))  # noqa: PTH100, PTH118


def body_surroundings(config: MkDocsConfig) -> BodySurroundings:
    """Return what the site has for the bodies of posts."""
    hooks = set(map(str, config.get("hooks") or ())).intersection(origins_of(config, "page_markdown"))
    readers = readers_of(config.markdown_extensions, (*map(bare_name, config.plugins), *(["hooks"] if hooks else ())))
    return BodySurroundings(site=site_info(config), extra=config.extra, readers=readers)


def _jekyll(config: MkDocsConfig) -> Path | None:
    """Return the file that the option `jekyll` of the plugin names."""
    plugin = next(iter(plugins_named(config, "journal")), None)
    return named_file(plugin.config, config.config_file_path) if plugin is not None else None


def surroundings(files: Iterable[OutputFile], config: MkDocsConfig, elsewhere: Iterable[OutputPlan] = ()) -> Surroundings:
    """Return what MkDocs publishes in addition to the journals; `elsewhere` are those of other languages."""
    others = (*config.theme.static_templates, *config.extra_templates, *_OF_MKDOCS)
    return Surroundings(
        files=tuple(files),
        others=tuple(name for name in others if isinstance(name, str)),  # a wrong type ends the build in MkDocs
        of_plugins=tuple(files_of_plugins(config)),
        elsewhere=tuple(elsewhere),
        is_left_out=lambda name: names(config.exclude_docs, name) or names(config.draft_docs, name),
    )


def watched_files(config: MkDocsConfig, options: SiteOptions) -> list[str]:
    """Return the files outside of `docs_dir` on which the journals depend: of authors, of tags, of a Jekyll site."""
    jekyll = jekyll_file(site_info(config))
    return [*watched(data_folders(config), options.journals), *([str(jekyll)] if jekyll else [])]


def names(spec: PathSpec[Any] | None, src_uri: str) -> bool:
    """Return whether a file matches the patterns of an MkDocs option (`exclude_docs`, `draft_docs`, `not_in_nav`)."""
    return spec is not None and bool(spec.match_file(src_uri))


def is_excluded(file: File) -> bool:
    """Return whether the user excluded a file from the site, including from `mkdocs serve`."""
    return file.inclusion is InclusionLevel.EXCLUDED


def is_draft(file: File) -> bool:
    """Return whether the user marked a file as a draft with `draft_docs`."""
    return file.inclusion is InclusionLevel.DRAFT


def is_left_out(file: File) -> bool:
    """Return whether MkDocs leaves a file out of the site because of a user's option."""
    return file.inclusion in _LEFT_OUT
