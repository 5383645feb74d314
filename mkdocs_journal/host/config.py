"""Options as the host's configuration: checked by our own description of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.addresses import split
from mkdocs_journal.host.paths import shown_path
from mkdocs_journal.language.dates import locale_of
from mkdocs_journal.option_reading import OptionError, read_options, read_site_options
from mkdocs_journal.options import OPTIONS, Options, SiteOptions
from mkdocs_journal.problems.catalogue import Said, message, problem
from mkdocs_journal.problems.problem import Place, Problem


class _Described(BaseConfigOption[Any]):
    """An option, or a group of options, checked by what `OPTIONS` says of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def run_validation(self, value: object) -> object:
        """Return the value as it was written if it can be used."""
        if self.name not in _TOGETHER:
            try:
                read_options({self.name: value})
            except OptionError as error:
                raise ValidationError(str(error)) from None
        return value


_TOGETHER: Final = frozenset(option.name for option in OPTIONS if option.of_site)
"""Options that are checked with all others, for the journals inside inherit from those beside them."""


def scheme() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    """Return the host's configuration scheme of the plugin, made from `OPTIONS`."""
    names = dict.fromkeys(option.name.partition(".")[0] for option in OPTIONS)
    return tuple((name, _Described(name)) for name in names)


def options_of(raw: Mapping[str, Any]) -> SiteOptions:
    """Return the checked options of the plugin's configuration.

    Raises:
        PluginError: Some cannot be used together.
    """
    try:
        return read_site_options(raw)
    except OptionError as error:
        raise PluginError(f"journal: {error} (J801)") from None


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
