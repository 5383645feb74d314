"""Options as the host's configuration: checked by our own description of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.host.paths import shown_path
from mkdocs_journal.language.dates import locale_of
from mkdocs_journal.options import OPTIONS, Option, OptionError, Options, read_options
from mkdocs_journal.problems.catalogue import Said, message, problem
from mkdocs_journal.problems.problem import Place, Problem


class _Described(BaseConfigOption[Any]):
    """One option, or a group of options, checked by what `OPTIONS` says of it."""

    def __init__(self, options: tuple[Option, ...]) -> None:
        super().__init__()
        self.options = options

    def run_validation(self, value: object) -> object:
        """Return the value as it was written if it can be used."""
        if value is None:
            return None
        group, dot, _ = self.options[0].name.partition(".")
        if dot and isinstance(value, Mapping):
            known = {option.name for option in self.options}
            if unknown := [name for name in value if f"{group}.{name}" not in known]:
                names = ", ".join(option.name.removeprefix(f"{group}.") for option in self.options)
                raise ValidationError(f"{group}.{unknown[0]}: unknown; known are {names}")
        try:
            read_options({group: value})
        except OptionError as error:
            raise ValidationError(str(error)) from None
        return value


def scheme() -> tuple[tuple[str, BaseConfigOption[Any]], ...]:
    """Return the host's configuration scheme of the plugin, made from `OPTIONS`."""
    groups: dict[str, list[Option]] = {}
    for option in OPTIONS:
        groups.setdefault(option.name.partition(".")[0], []).append(option)
    return tuple((name, _Described(tuple(options))) for name, options in groups.items())


def options_of(raw: Mapping[str, Any]) -> Options:
    """Return the checked options of the plugin's configuration."""
    return read_options(raw)


def doubts(config: MkDocsConfig, options: Options) -> tuple[Problem, ...]:
    """Return what is doubtful about the options: a folder that is not there, a language that nobody knows."""
    found = []
    place = Place(shown_path(Path(config.config_file_path or "mkdocs.yml")))
    default = options.folder == Options().folder
    if not default and not Path(config.docs_dir, options.folder).is_dir():
        found.append(problem("J804", place, "folder", found=Said(options.folder)))
    if options.locale and locale_of(options.locale) is None:
        found.append(problem("J806", place, "locale", found=Said(options.locale)))
    return tuple(found)


def refuse_twice(config: MkDocsConfig) -> None:
    """Raise if the plugin is named more than once: two of them would write every page twice.

    Raises:
        PluginError: It is.
    """
    names = [name for name in config.plugins if name.partition(" ")[0] == "journal"]
    if len(names) > 1:
        raise PluginError(f"journal: plugins: {message('J803', count=len(names))} (J803)")


def language_of(config: MkDocsConfig, options: Options) -> str:
    """Return the language of dates and labels: the option, else the theme's, else English."""
    theme = config.theme
    locale = theme.get("language") or theme.get("locale") or "en"
    return options.locale or str(locale)


def site_path(config: MkDocsConfig) -> str:
    """Return `site_url` with a slash at its end, or empty."""
    url = config.site_url or ""
    return url if not url or url.endswith("/") else f"{url}/"
