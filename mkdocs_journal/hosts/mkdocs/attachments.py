"""Takes the files that belong only to withheld posts out of the build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.config import options_of_plugins, settings_as_written
from mkdocs_journal.hosts.mkdocs.files import site_info
from mkdocs_journal.hosts.mkdocs.included_texts import included_texts
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.publishing.attachments import attachments_of_withheld, texts_of_configuration
from mkdocs_journal.publishing.contents import Content, KnownFiles
from mkdocs_journal.publishing.jekyll_config import jekyll_texts
from mkdocs_journal.publishing.output_file import OutputFile


def take_attachments(
    files: Files, content: Content, config: MkDocsConfig, elsewhere: Sequence[Content], known: KnownFiles | None
) -> tuple[OutputFile, ...]:
    """Remove the files that belong only to posts that are not published, and return them.

    Args:
        files: The files of MkDocs.
        content: The same, and the journals among them.
        config: The configuration of MkDocs.
        elsewhere: The other languages of the site.
        known: What the builds of these have found; changed in place.
    """
    site, included = site_info(config), partial(included_texts, (content, *elsewhere), config)
    settings = chain(_configuration_texts(config), jekyll_texts(site))
    found = attachments_of_withheld(content, settings, site.url, elsewhere, included, known)
    by_source = {source_name(file): file for file in files}
    for attachment in found:
        files.remove(by_source[attachment.source])
    return found


def _configuration_texts(config: MkDocsConfig) -> Iterator[str]:
    """Yield the texts of the configuration, and of the site's own templates and hooks."""
    settings = (*settings_as_written(config), dict(config), *options_of_plugins(config).values())
    hooks = [Path(file) for plugin in config.plugins.values() if (file := getattr(plugin, "__file__", ""))]
    return texts_of_configuration(settings, config.theme.custom_dir, hooks)
