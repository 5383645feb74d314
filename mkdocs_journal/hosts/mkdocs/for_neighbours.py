"""What is done for other plugins and themes: they learn which pages the journal makes, moves and takes out."""

from __future__ import annotations

from copy import deepcopy
from glob import escape
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.internals import keeps_copy, note_targets, replace_kept_text
from mkdocs_journal.hosts.mkdocs.nav import leave_out_gathered
from mkdocs_journal.hosts.mkdocs.neighbours import plugins_named
from mkdocs_journal.hosts.mkdocs.page_files import GeneratedPage

_ASK_GIT: Final = ("git-authors", "git-committers", "git-revision-date-localized")
"""Plugins with an option `exclude` that ask Git about pages."""


def prepare_neighbours(config: MkDocsConfig) -> None:
    """Let plugins that make a nav of folders in place (include-dir-to-nav) change a copy of what the author wrote."""
    config.nav = deepcopy(config.nav)


def introduce(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Let plugins that have looked at the pages before know which there are now.

    Nav plugins have listed them; mkdocs-redirects has noted them as targets; some ask Git about every page that
    their option `exclude` does not name.
    """
    leave_out_gathered(build.publication, config)
    generated = [escape(file.src_uri) for file in build.lists if isinstance(file, GeneratedPage)]
    for plugin in plugins_named(config, "redirects"):
        note_targets(plugin, files)
    for plugin in plugins_named(config, *_ASK_GIT):
        plugin.config["exclude"] = [*(plugin.config.get("exclude") or ()), *generated]


def hand_over(page: Page, context: TemplateContext, config: MkDocsConfig) -> None:
    """Give a page of the journal to plugins that keep something of each page for later.

    mkdocs-print-site keeps what was rendered, which is nothing for a generated page; the theme shadcn copies the source of
    each page to the folder that MkDocs would write it to, which is another for a moved post, and a generated page has none.
    """
    generated = isinstance(page.file, GeneratedPage)
    if generated:
        replace_kept_text(page)
    for plugin in config.plugins.values():
        if keeps_copy(plugin, page, wanted=not generated) and generated:
            context.pop("raw_markdown_url", None)  # type: ignore[typeddict-item]  # of that theme
