"""Options as the host's configuration: checked by our own description of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.base import BaseConfigOption, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.addresses import split
from mkdocs_journal.hosts.mkdocs.paths import shown_path
from mkdocs_journal.language.dates import locale_of
from mkdocs_journal.options.names import advice
from mkdocs_journal.options.reading import NAMES, OptionError, read_site_options, wrong_options
from mkdocs_journal.options.table import Options, SiteOptions
from mkdocs_journal.problems.catalogue import Said, message, problem
from mkdocs_journal.problems.problem import Place, Problem


class _AsWritten(BaseConfigOption[Any]):
    """An option, or a group of options, kept as it was written; `option_problems()` checks them all."""

    def run_validation(self, value: object) -> object:
        """Return the value as it was written."""
        return value


def scheme() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    """Return the host's configuration scheme of the plugin, made from `OPTIONS`."""
    return tuple((name, _AsWritten()) for name in NAMES)


def option_problems(raw: Mapping[str, object]) -> tuple[ConfigErrors, ConfigWarnings]:
    """Return every wrong option, and every unknown one with what to write: the host reports both.

    Args:
        raw: The options as they were written.
    """
    errors: ConfigErrors = [(error.name, ValidationError(f"{error} ({error.code})")) for error in wrong_options(raw)]
    unknown = [name for name in raw if name not in NAMES]
    return errors, [(name, f"{message('J830', advice=advice(name, NAMES))} (J830)") for name in unknown]


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
        return (problem("J806", configuration_of(config), "locale", found=Said(options.locale)),)
    return ()


def configuration_of(config: MkDocsConfig) -> Place:
    """Return the configuration file, as the place of a problem with an option."""
    return Place(shown_path(Path(config.config_file_path or "mkdocs.yml")))


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


def language_of(config: MkDocsConfig, options: Options) -> str:
    """Return the language of dates and labels: the option, else the theme's, else English."""
    theme = config.theme
    locale = theme.get("language") or theme.get("locale") or "en"
    return options.locale or str(locale)


def site_path(config: MkDocsConfig) -> str:
    """Return `site_url` with a slash at its end, or empty."""
    url = config.site_url or ""
    return url if not url or url.endswith("/") else f"{url}/"
