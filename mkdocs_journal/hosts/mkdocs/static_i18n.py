"""Every use of mkdocs-static-i18n, which builds a site once for each language, inside `on_post_build` of the first build.

At -100 of `on_files` it makes every file anew: those of one language and, where there is no translation, of the default
language. Such a file has the source path without the language (`norm_src_uri`), and links and the nav find it by that.
"""

from collections.abc import Container, Iterator, Mapping
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.plugin_names import plugins_named

_OLDEST: Final = [1, 2, 2]
"""The first version whose files can be moved."""


class BuildLanguage(NamedTuple):
    """The language of a build."""

    name: str
    """As the options of the plugin have it."""
    root: str
    """Its folder below the site, with a slash at its end; empty for the default language."""
    folders: tuple[str, ...] = ()
    """The folders below `docs_dir` with its sources, then those of the default language; empty: there are none."""

    @property
    def of_generated(self) -> str:
        """The folder below `docs_dir`, with a slash at its end, in which generated pages are put; or empty."""
        return f"{self.folders[0]}/" if self.folders else ""


def outdated(config: MkDocsConfig) -> str:
    """Return the version of the plugin if the journal cannot work beside it, or empty."""
    modules = {type(plugin).__module__.partition(".")[0] for plugin in plugins_named(config, "i18n")}
    found = version("mkdocs-static-i18n") if "mkdocs_static_i18n" in modules else ""
    return found if found and [int(part) for part in found.split(".") if part.isdecimal()] < _OLDEST else ""


def build_language(config: MkDocsConfig) -> BuildLanguage | None:
    """Return the language that is built, or None: the site is not built by languages."""
    plugin = _plugin(config)
    return None if plugin is None or not plugin.current_language else _language(plugin)


def _language(plugin: Any) -> BuildLanguage:
    current, default = str(plugin.current_language), str(plugin.default_language)
    folders = (current, *((default,) if plugin.config.fallback_to_default else ()))
    in_folders = plugin.config.docs_structure == "folder"
    return BuildLanguage(
        name=current,
        root="" if current == default else f"{current}/",
        folders=tuple(dict.fromkeys(folders)) if in_folders else (),
    )


def builds_further_language(config: MkDocsConfig) -> bool:
    """Return whether a build runs inside the one of the default language."""
    plugin = _plugin(config)
    return plugin is not None and bool(plugin.building)


def languages_of(files: Files, known: Container[str], config: MkDocsConfig) -> Iterator[tuple[BuildLanguage, Files]]:
    """Yield each language that is not known yet, with its files; the plugin is at that language until the next one.

    Args:
        files: The files before the plugin has chosen those of one language.
        known: Names of languages.
        config: The configuration of MkDocs.

    Raises:
        PluginError: The plugin does not accept the files.
    """
    if (plugin := _plugin(config)) is None:
        return
    current = plugin.current_language
    try:
        for name in plugin.build_languages:
            if name not in known:
                plugin.current_language = name
                yield _language(plugin), _chosen(plugin, files, config)
    finally:
        plugin.current_language = current


def _chosen(plugin: Any, files: Files, config: MkDocsConfig) -> Files:
    plugin.reconfigure_files_alternates = _without_alternates
    try:
        chosen: Files = plugin.reconfigure_files(files, config)
    except Exception as error:
        if type(error) is not Exception:  # the plugin raises nothing more specific for what an author can cause
            raise
        raise PluginError(f"i18n: {error}") from None
    finally:
        del plugin.reconfigure_files_alternates
    _note_language_of_build(chosen, plugin)
    return chosen


def _without_alternates(*_: object) -> None:
    """Take the place of the plugin's search for the translations of each file, which is cubic in the languages.

    Nothing reads them in a language that is not built yet, and the build of that language looks for them itself.
    """


def _note_language_of_build(files: Files, plugin: Any) -> None:
    """Let each file know the language that is built: one that MkDocs would copy is given that of its own text instead.

    Posts in HTML, and in Markdown with a suffix unknown to MkDocs, are such files.
    """
    for file in files:
        if hasattr(file, "locale_alternate_of"):
            file.locale_alternate_of = plugin.current_language


def source_name(file: File) -> str:
    """Return the source path of a file as if its language were the only one."""
    name = getattr(file, "norm_src_uri", None)
    return file.src_uri if name is None else str(name)


def language_of_text(file: File) -> str:
    """Return the language of a page that is shown in the place of a missing translation, or empty."""
    language = str(getattr(file, "locale", ""))
    return language if language != getattr(file, "locale_alternate_of", language) else ""


def mend_places(files: Files, config: MkDocsConfig) -> None:
    """Let files know the site folder and their language: the plugin gives them other ones."""
    if plugin := _plugin(config):
        _note_language_of_build(files, plugin)
    for file in files:
        if hasattr(file, "norm_src_uri"):
            file.dest_dir = config.site_dir


def carry_over(file: File, other: File) -> None:
    """Let a file be of the same language as the one in whose place it is."""
    if hasattr(other, "norm_src_uri"):
        for name in ("norm_src_uri", "locale", "locale_alternate_of", "localization", "alternates"):
            setattr(file, name, getattr(other, name))
        for name in ("dest_uri", "abs_dest_path"):
            file.__dict__.pop(name, None)


def set_language(file: File, source: str, language: BuildLanguage) -> None:
    """Make a generated file one of a language; `source` is its source path as if the language were the only one."""
    made: Any = file
    made.norm_src_uri, made.localization, made.alternates = source, language.name, {}
    made.locale = made.locale_alternate_of = language.name


def show_in_sitemap(files: Files, hidden: Container[str], config: MkDocsConfig) -> None:
    """Let the sitemap, which is the plugin's, have the pages of this language as they are now.

    Args:
        files: The files.
        hidden: Source paths of pages that the sitemap does not name, as `source_name()` returns them.
        config: The configuration of MkDocs.
    """
    plugin = _plugin(config)
    shown = [file for file in files.documentation_pages() if source_name(file) not in hidden]
    plugin.i18n_files_per_language[plugin.current_language] = shown


def sitemap_pages(config: MkDocsConfig) -> list[File] | None:
    """Return the pages of every language that is built so far, which the sitemap names; None: it is that of MkDocs."""
    plugin = _plugin(config)
    return None if plugin is None else [file for files in plugin.i18n_files_per_language.values() for file in files]


def set_alternates(file: File, urls: Mapping[str, str], config: MkDocsConfig) -> None:
    """Note where the translations of a page are, for the plugin's sitemap.

    Args:
        file: The page.
        urls: The URL below the site in each language, its own among them.
        config: The configuration of MkDocs.
    """
    made: Any = file
    made.alternates = {}
    for language, url in urls.items():
        if url == file.url:
            made.alternates[language] = file
        else:
            other = File("index.md", None, config.site_dir, use_directory_urls=True)
            other.url = escape(url)  # the plugin's sitemap writes that of a file without a page as it is
            made.alternates[language] = other


def source_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return `docs_dir`, and before it the folders in it with the sources of the language that is built."""
    language = build_language(config)
    docs = Path(config.docs_dir)
    return (*(docs / folder for folder in (language.folders if language else ())), docs)


def folders_of_languages(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return `docs_dir` and the folders in it with the sources of each language; none if there is one language."""
    if (plugin := _plugin(config)) is None or not plugin.current_language:
        return ()
    names = plugin.build_languages if plugin.config.docs_structure == "folder" else ()
    return (Path(config.docs_dir), *(Path(config.docs_dir) / name for name in names))


def _plugin(config: MkDocsConfig) -> Any:
    found = plugins_named(config, "i18n")
    return next((plugin for plugin in found if hasattr(plugin, "reconfigure_files")), None)
