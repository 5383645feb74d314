"""The options in MkDocs' configuration, checked with the descriptions in `options/`."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.base import BaseConfigOption, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.addresses import is_web
from mkdocs_journal.hosts.mkdocs.plugin_names import plugins_named
from mkdocs_journal.hosts.mkdocs.static_i18n import build_language, outdated, source_folders
from mkdocs_journal.moving.jekyll_settings import jekyll_of, problems_of, with_jekyll
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.options.names import advice
from mkdocs_journal.options.option_places import place_of_option
from mkdocs_journal.options.reading import OptionError, read_site_options, wrong_options
from mkdocs_journal.options.table import NAMES
from mkdocs_journal.posts.data_places import DataFolders
from mkdocs_journal.problems.catalogue import message, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.jekyll_config import JekyllConfigError


class _AsWritten(BaseConfigOption[Any]):
    """An option, or a group of options, as it was written; `option_problems()` checks all of them."""

    def run_validation(self, value: object) -> object:
        """Return the value as it was written."""
        return value


def scheme() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    """Return the plugin's configuration scheme for MkDocs, made from `OPTIONS`."""
    return tuple((name, _AsWritten()) for name in NAMES)


def option_problems(raw: Mapping[str, object], path: str | None) -> tuple[ConfigErrors, ConfigWarnings]:
    """Return every wrong option, and every unknown one with advice; MkDocs reports both.

    Args:
        raw: The options as they were written.
        path: The configuration file, or None.
    """
    wrong = ((error, place_of_option(path, error.name)) for error in wrong_options(raw))
    errors: ConfigErrors = [(error.name, ValidationError(f"{place}: {error} ({error.code})")) for error, place in wrong]
    errors += [("jekyll", ValidationError(text)) for text in _problems_of_jekyll(raw, path)]
    return errors, [(found.key, f"{found.place}: {found.message} ({found.code})") for found in unknown_options(raw, path)]


def unknown_options(raw: Mapping[str, object], path: str | None) -> tuple[Problem, ...]:
    """Return a problem for each option that the plugin does not have, with the option that is probably meant."""
    unknown = ((name, place_of_option(path, str(name))) for name in raw if name not in NAMES)
    return tuple(problem("J830", place, str(name), advice=advice(name, NAMES)) for name, place in unknown)


def _problems_of_jekyll(raw: Mapping[str, object], path: str | None) -> tuple[str, ...]:
    """Return why the file of the option `jekyll`, or some of its values, cannot be used."""
    try:
        jekyll = jekyll_of(raw, path)
    except JekyllConfigError as error:
        return (f"{place_of_option(path, 'jekyll')}: jekyll: {message('J940', reason=error)} (J940)",)
    found = problems_of(jekyll, raw) if jekyll else ()
    return tuple(f"{problem.place}: {problem.key}: {problem.message} ({problem.code})" for problem in found)


def options_of(raw: Mapping[str, Any], path: str | None) -> SiteOptions:
    """Return the checked options of the plugin's configuration, completed by those of a Jekyll site.

    Args:
        raw: The options as they were written.
        path: The configuration file, or None.

    Raises:
        PluginError: Some options cannot be combined, or the file of the option `jekyll` cannot be read.
    """
    try:
        jekyll = jekyll_of(raw, path)
        return read_site_options(with_jekyll(raw, jekyll) if jekyll else raw)
    except JekyllConfigError as error:
        raise PluginError(f"journal: jekyll: {message('J940', reason=error)} (J940)") from None
    except OptionError as error:
        raise PluginError(f"journal: {error} ({error.code})") from None


def settings_as_written(config: MkDocsConfig) -> tuple[Mapping[str, Any], ...]:
    """Return the settings of the configuration file and of the command line, not validated, in the order they were read.

    MkDocs keeps them, but warns on access that this attribute is deprecated.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return tuple(getattr(config, "user_configs", ()))


def options_of_plugins(config: MkDocsConfig) -> dict[str, Mapping[str, Any]]:
    """Return the options of each plugin, which MkDocs takes out of the settings that it keeps."""
    given = {name: getattr(plugin, "config", None) for name, plugin in config.plugins.items()}  # of a hook, anything
    return {name: dict(options) if isinstance(options, Mapping) else {} for name, options in given.items()}


def refuse(config: MkDocsConfig) -> None:
    """Raise for what MkDocs accepts and the journal cannot work with.

    Raises:
        PluginError: The plugin is named twice, a neighbour is too old, or `site_url` is malformed.
    """
    refuse_twice(config)
    if old := outdated(config):
        raise PluginError(f"journal: plugins.i18n: {message('J865', found=old)} (J865)")
    refuse_malformed_address(config)


def refuse_twice(config: MkDocsConfig) -> None:
    """Raise if the plugin is listed more than once, because every page would be written twice.

    Raises:
        PluginError: It is listed more than once.
    """
    if (count := len(plugins_named(config, "journal"))) > 1:
        raise PluginError(f"journal: plugins: {message('J803', count=count)} (J803)")


def refuse_malformed_address(config: MkDocsConfig) -> None:
    """Raise if MkDocs accepts a `site_url` with which no http(s) address can be made.

    Raises:
        PluginError: It is malformed or has another scheme.
    """
    if config.site_url and not is_web(config.site_url):
        error = OptionError("site_url", config.site_url, "an address such as https://example.org/")
        raise PluginError(f"journal: {error} (J801)")


def data_folders(config: MkDocsConfig) -> DataFolders:
    """Return the folders that may contain files of authors and tags: the docs, and the folder of the configuration."""
    language = build_language(config)
    beside = Path(config.config_file_path or config.docs_dir).parent
    return DataFolders(docs=source_folders(config), beside=beside, language=language.name if language else "")
