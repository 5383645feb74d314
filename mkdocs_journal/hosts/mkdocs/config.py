"""Options as the host's configuration: checked by our own description of them."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.base import BaseConfigOption, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.addresses import split
from mkdocs_journal.language.locales import locale_of
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.options.names import advice
from mkdocs_journal.options.option_places import place_of_option
from mkdocs_journal.options.reading import OptionError, read_site_options, wrong_options
from mkdocs_journal.options.table import NAMES
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.problems.catalogue import Said, message, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.attachments import TEXTS

_PATTERNS: Final = frozenset({"exclude_docs", "draft_docs", "not_in_nav"})
"""Options whose values name files in order to leave them out."""


class _AsWritten(BaseConfigOption[Any]):
    """An option, or a group of options, kept as it was written; `option_problems()` checks them all."""

    def run_validation(self, value: object) -> object:
        """Return the value as it was written."""
        return value


def scheme() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    """Return the host's configuration scheme of the plugin, made from `OPTIONS`."""
    return tuple((name, _AsWritten()) for name in NAMES)


def option_problems(raw: Mapping[str, object], path: str | None) -> tuple[ConfigErrors, ConfigWarnings]:
    """Return every wrong option, and every unknown one with what to write: the host reports both.

    Args:
        raw: The options as they were written.
        path: The configuration file, or None.
    """
    wrong = ((error, place_of_option(path, error.name)) for error in wrong_options(raw))
    errors: ConfigErrors = [(error.name, ValidationError(f"{place}: {error} ({error.code})")) for error, place in wrong]
    unknown = ((name, place_of_option(path, str(name)), advice(name, NAMES)) for name in raw if name not in NAMES)
    return errors, [(name, f"{place}: {message('J830', advice=meant)} (J830)") for name, place, meant in unknown]


def options_of(raw: Mapping[str, Any]) -> SiteOptions:
    """Return the checked options of the plugin's configuration.

    Raises:
        PluginError: Some cannot be used together.
    """
    try:
        return read_site_options(raw)
    except OptionError as error:
        raise PluginError(f"journal: {error} ({error.code})") from None


def doubts(config: MkDocsConfig, options: Options) -> tuple[Problem, ...]:
    """Return what is doubtful about the options: a language that nobody knows."""
    if options.locale and locale_of(options.locale) is None:
        return (problem("J806", configuration_of(config, f"{options.within}locale"), "locale", found=Said(options.locale)),)
    return ()


def configuration_of(config: MkDocsConfig, option: str) -> Place:
    """Return where an option is written, as the place of a problem with it."""
    return place_of_option(config.config_file_path, option)


def settings_as_written(config: MkDocsConfig) -> tuple[Mapping[str, Any], ...]:
    """Return the settings of the configuration file and of the command line, not validated, in the order they were read.

    MkDocs keeps them, and warns everybody who reads them that it may not do so for ever.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return tuple(getattr(config, "user_configs", ()))


def refuse(config: MkDocsConfig) -> None:
    """Raise for what MkDocs accepts and the journal cannot work with.

    Raises:
        PluginError: The plugin is named twice, or `site_url` is malformed.
    """
    refuse_twice(config)
    refuse_malformed_address(config)


def refuse_twice(config: MkDocsConfig) -> None:
    """Raise if the plugin is named more than once: two of them would write every page twice.

    Raises:
        PluginError: It is.
    """
    names = [name for name in config.plugins if name.partition(" ")[0] == "journal"]
    if len(names) > 1:
        raise PluginError(f"journal: plugins: {message('J803', count=len(names))} (J803)")


def refuse_malformed_address(config: MkDocsConfig) -> None:
    """Raise if MkDocs accepts a `site_url` with which no absolute address can be made.

    Raises:
        PluginError: It is malformed.
    """
    if config.site_url and split(config.site_url) is None:
        error = OptionError("site_url", config.site_url, "an address such as https://example.org/")
        raise PluginError(f"journal: {error} (J801)")


def data_folders(config: MkDocsConfig) -> tuple[Path, Path]:
    """Return the folder of the docs and the one of the configuration, where files of authors and tags may lie."""
    docs = Path(config.docs_dir)
    return docs, Path(config.config_file_path or docs).parent


def configuration_texts(config: MkDocsConfig) -> Iterator[str]:
    """Yield what the configuration and the site's own templates say, without comments and patterns of files."""
    given: Iterable[Mapping[str, Any]] = (*settings_as_written(config), dict(config))
    for values in given:
        yield from texts_in({name: value for name, value in values.items() if name not in _PATTERNS})
    folder = config.theme.custom_dir
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        if path.suffix.lower() in TEXTS and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")
