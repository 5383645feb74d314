"""Files that other plugins write at the end of a build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journal.hosts.mkdocs.plugin_names import bare_name


def files_of_plugins(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield each file that other plugins are known to write at the end of a build, and that plugin as messages name it."""
    for name, plugin in config.plugins.items():
        known = _FILES.get(bare_name(name))
        if known and plugin.config.get("enabled", True):
            yield from ((file, f"the plugin {name}") for file in known(plugin.config, config))


def _feeds_of_rss(options: Mapping[str, Any], _: MkDocsConfig) -> Iterator[str]:
    from mkdocs_journal.moving.material_blog import RSS_FILES  # noqa: PLC0415 - few sites have that plugin

    for name, file in {**RSS_FILES, **(options.get("feeds_filenames") or {})}.items():
        kind = name.partition("_")[0]
        if options.get(f"{kind}_feed_enabled", kind == "rss"):  # versions without the option write RSS only
            yield file


def _redirects(options: Mapping[str, Any], config: MkDocsConfig) -> Iterator[str]:
    for old in options.get("redirect_maps") or ():
        yield File(str(old), None, config.site_dir, config.use_directory_urls).dest_uri


def _tags(options: Mapping[str, Any], _: MkDocsConfig) -> Iterator[str]:
    if options.get("export") and "export_file" in options:
        yield options["export_file"]


_FILES: Final = {"rss": _feeds_of_rss, "redirects": _redirects, "tags": _tags}
