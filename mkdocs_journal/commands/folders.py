"""Reads a journal without a build, from an MkDocs site or a Jekyll site."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.config import load_config
from mkdocs.config.base import ConfigErrors
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import File, Files, get_files, set_exclusions

from mkdocs_journal.editing.config_nodes import SITES
from mkdocs_journal.history.commits import Memory
from mkdocs_journal.hosts.mkdocs.config import options_of, unknown_options
from mkdocs_journal.hosts.mkdocs.files import output_files, site_info, surroundings
from mkdocs_journal.hosts.mkdocs.links import level_of
from mkdocs_journal.hosts.mkdocs.plugin_names import plugins_named
from mkdocs_journal.hosts.mkdocs.reading import Memories, find_posts
from mkdocs_journal.hosts.mkdocs.sources import make_pages
from mkdocs_journal.hosts.mkdocs.static_i18n import BuildLanguage, languages_of, source_folders
from mkdocs_journal.moving.jekyll_entries import entries_of, files_below, source_folder
from mkdocs_journal.moving.jekyll_settings import problems_of, with_jekyll
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.options.localised import localised
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.pages.text_checks import problems_in_texts
from mkdocs_journal.posts.kept_posts import KeptPosts
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.states import is_draft_path, is_post_path
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.publishing.jekyll_config import (
    NAMES,
    JekyllConfig,
    JekyllConfigError,
    config_file,
    read_jekyll_config,
)
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.plan import plan_outputs
from mkdocs_journal.publishing.planned_files import planned_publication, published_files
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.real_paths import real_path
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.images import mime_type

_POSTS: Final = ("_posts", "_drafts")


class NoJournal(Exception):
    """A folder does not contain a journal."""


@dataclass(frozen=True, slots=True)
class SiteJournals:
    """The journals of a site, read without a build."""

    plans: tuple[OutputPlan, ...]
    """What a build would publish of each journal, and where."""
    feeds: int
    """How many feeds a build would write."""
    site: SiteInfo
    jekyll: bool = False
    """Whether it is the folder of a Jekyll site."""
    searches: tuple[Callable[[], Iterator[Problem]], ...] = ()
    """Each finds the problems in the texts of the pages of one language; it reads every page."""

    @property
    def journals(self) -> tuple[Journal, ...]:
        """What was read of each journal."""
        return tuple(plan.journal for plan in self.plans)

    def in_texts(self) -> tuple[Problem, ...]:
        """Return the problems of blocks `journal` and of the keys `related` and `links`."""
        return tuple(found for search in self.searches for found in search())


def read_folder(path: Path, now: datetime, *, compat: str | None = None) -> SiteJournals:
    """Read the journals of a site.

    Args:
        path: A folder or a configuration file.
        now: The current time: posts with a later date are scheduled.
        compat: The value of the option `compat`, if it differs from that of the site.

    Returns:
        The journals with their outputs.

    Raises:
        NoJournal: No journal was found, or its configuration cannot be read.
    """
    if path.is_file():
        return _mkdocs(path, now, compat)
    for name in SITES:
        if (path / name).is_file():
            return _mkdocs(path / name, now, compat)
    if config_file(path) or any(folder.is_dir() for folder in path.glob("**/_posts")):
        return _jekyll(path, now, compat)
    if real_path(path).name in _POSTS:
        return _jekyll(real_path(path).parent, now, compat)
    raise NoJournal(f"{path}: found no {SITES[0]}, {NAMES[0]} or folder _posts; give the folder that contains one")


def site_of(file: Path) -> Path | None:
    """Return what `read_folder()` reads for a file.

    It is the nearest folder above the file that has a configuration, else the folder `_posts` or `_drafts` that the file is
    in, else None. Of a symbolic link, the folders above the link count.
    """
    above = whole_path(file).parents
    configured = (folder for folder in above if any((folder / name).is_file() for name in (*SITES, *NAMES)))
    return next(configured, None) or next((folder for folder in above if folder.name in _POSTS), None)


def whole_path(file: Path) -> Path:
    """Return the path of a file from the root, without `..`; symbolic links stay."""
    return Path(os.path.abspath(file))  # noqa: PTH100 - `Path.absolute()` keeps `..`


def _mkdocs(file: Path, now: datetime, compat: str | None) -> SiteJournals:
    with _quiet():
        try:
            config = load_config(str(file))
        except (Abort, ConfigurationError) as error:
            raise NoJournal(f"{file}: the configuration cannot be used: {error}") from None
        except OSError:
            raise
        except Exception as error:
            ended = " ".join(f"{type(error).__name__}: {error}".split())
            raise NoJournal(f"{file}: a hook or plugin that it names ends with {ended}") from None
    plugin = next(iter(plugins_named(config, "journal")), None)
    if plugin is None:
        raise NoJournal(f"{file}: the plugin journal is not in `plugins`; add it")
    files, options = get_files(config), options_of(plugin.config, config.config_file_path)
    if compat:
        options = replace(options, journals=tuple(replace(journal, compat=compat) for journal in options.journals))
    unknown = unknown_options(plugin.config, config.config_file_path)
    try:
        languages = [_of_language(*one, options, config, now) for one in languages_of(files, (), config)]
    except PluginError as error:
        raise NoJournal(f"{file}: {error}") from None
    found = languages or [_read(files, options, config, now)]
    first, *others = (plan for one in found for plan in one.plans)
    first = first._replace(journal=replace(first.journal, problems=(*unknown, *first.journal.problems)))
    searches = tuple(search for one in found for search in one.searches)
    return SiteJournals((first, *others), sum(one.feeds for one in found), found[0].site, searches=searches)


def _of_language(
    language: BuildLanguage, files: Files, options: SiteOptions, config: MkDocsConfig, now: datetime
) -> SiteJournals:
    read = _read(files, localised(options, language.name, language.root), config, now)
    return replace(read, site=read.site._replace(docs=source_folders(config)[0]))


def _jekyll(folder: Path, now: datetime, compat: str | None) -> SiteJournals:
    jekyll = _jekyll_config(folder)
    if problems := problems_of(jekyll, {}):
        first = problems[0]
        raise NoJournal(f"{first.place}: {first.key}: {first.message}")
    given = {"folder": ".", "markup": "kramdown", "compat": compat}
    options = read_options(with_jekyll(given, jekyll))
    entries = entries_of(jekyll.values)
    folder = source_folder(folder, jekyll.values)
    if (folder / entries.collections).is_dir():
        folder /= entries.collections
    config = MkDocsConfig()
    site = {"site_name": folder.name or "site", "docs_dir": str(real_path(folder)), "plugins": []}
    config.load_dict({**site, "site_dir": str(real_path(folder).parent / ".journal-check")})
    errors: ConfigErrors = config.validate()[0]
    if errors:
        raise NoJournal(f"{folder}: {errors[0][1]}")
    docs = Path(config.docs_dir)
    paths = [path for path in files_below(docs, entries) if not entries.excludes(path)]
    wanted = (str(path) for path in paths if _is_special(path) or mime_type(path.name))
    files = [File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in wanted]
    set_exclusions(files, config)
    read = _read(Files(files), SiteOptions(journals=(options,)), config, now)
    return replace(read, jekyll=True, searches=())  # pages, to which `links` may lead, are not read


def _is_special(path: PurePosixPath) -> bool:
    return is_post_path(path) or is_draft_path(path)


def _jekyll_config(folder: Path) -> JekyllConfig:
    file = config_file(folder)
    try:
        return read_jekyll_config(file) if file else JekyllConfig()
    except JekyllConfigError as error:
        raise NoJournal(str(error)) from None


def _read(files: Files, options: SiteOptions, config: MkDocsConfig, now: datetime) -> SiteJournals:
    make_pages(files, options.journals)
    found, _, _ = find_posts(files, options, config, now, Memories(Memory(), KeptPosts()))
    site, seen = site_info(config), output_files(files)
    plans, combined, routes = plan_outputs(found, options, surroundings(seen, config), site)
    every = (*plans, *((combined,) if combined else ()))
    search = partial(_in_texts, planned_publication(plans, combined, routes, site), seen, config)
    return SiteJournals(plans, sum(len(one.feeds) for one in every), site, searches=(search,))


def _in_texts(publication: Publication, files: Sequence[OutputFile], config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the problems in the texts of pages, with the severity that MkDocs' validation of links sets."""
    published = published_files(publication, files).values()
    for found in problems_in_texts(publication, published, publication.all[0].site.url):
        level = level_of(found, config)
        if level is None or level >= logging.WARNING:
            yield found
        elif level >= logging.INFO:
            yield replace(found, severity=Severity.INFO)


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence MkDocs' warnings, which a build reports; errors of the configuration are still raised."""
    logger = logging.getLogger("mkdocs")
    level, logger.level = logger.level, logging.ERROR
    try:
        yield
    finally:
        logger.level = level
