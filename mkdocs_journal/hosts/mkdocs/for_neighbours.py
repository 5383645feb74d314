"""What is done for other plugins and themes: they learn which pages the journal makes, moves and takes out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from fnmatch import fnmatchcase
from glob import escape
from pathlib import PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.files import shown
from mkdocs_journal.hosts.mkdocs.internals import (
    keeps_copy,
    leave_out_pages,
    note_files,
    note_targets,
    replace_kept_text,
    skip_pages,
)
from mkdocs_journal.hosts.mkdocs.nav import mend_nav
from mkdocs_journal.hosts.mkdocs.page_files import GeneratedPage
from mkdocs_journal.hosts.mkdocs.plugin_names import plugins_named
from mkdocs_journal.hosts.mkdocs.sources import pages_like_posts, source_of
from mkdocs_journal.hosts.mkdocs.static_i18n import builds_further_language, source_name
from mkdocs_journal.pages.theme_headings import with_one_title
from mkdocs_journal.problems.catalogue import Quoted, message, problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.assets import STYLESHEET
from mkdocs_journal.publishing.nav_files import entries_named, sources_named

_ASK_GIT: Final = ("git-authors", "git-committers", "git-revision-date-localized")
"""Plugins with an option `exclude` that ask Git about pages."""
_NOT_FOR_LISTS: Final = ("encryptcontent", "git-revision-date")
"""Plugins that cannot read a page without a file, or would ask for a password above lists that are not encrypted."""
_LIST_PAGES: Final = ("llmstxt", "llmstxt-md")
"""Plugins that make lists of pages for language models of the patterns of their option `sections`."""
_READ_NAV_FILES: Final = ("awesome-nav", "awesome-pages")
"""Plugins whose option `filename` is the name of files that describe the nav of their folder."""


def prepare_neighbours(config: MkDocsConfig) -> None:
    """Let plugins that make a nav of folders in place (include-dir-to-nav) change a copy of what the author wrote.

    Raises:
        PluginError: An option of another plugin would break the pages of the journal.
    """
    config.nav = deepcopy(config.nav)
    skip_pages(config, "page_markdown", _NOT_FOR_LISTS, lambda page: isinstance(page.file, GeneratedPage))
    for plugin in plugins_named(config, "minify"):
        given = plugin.config.get("css_files") or ()
        for pattern in [given] if isinstance(given, str) else given:
            if fnmatchcase(STYLESHEET, str(pattern)) and (
                plugin.config.get("minify_css") or plugin.config.get("cache_safe")
            ):
                raise _refused("J862", "plugins.minify.css_files", found=Quoted(pattern))


def _refused(code: str, option: str, **values: object) -> PluginError:
    return PluginError(f"journal: {option}: {message(code, **values)} ({code})")


def introduce(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Let plugins that have looked at the pages before know which there are now.

    Nav plugins have listed them; mkdocs-redirects has noted them as targets; some ask Git about every page that
    their option `exclude` does not name; lists for language models contain withheld and unlisted posts; htmlproofer looks
    up links in the files that it has noted; document-dates reads the time of each file.

    Raises:
        PluginError: Another plugin could not build with the addresses of the posts.
    """
    mend_nav(build.publication, files, config)
    _show_named(build, files, config)
    for file in pages_like_posts(files, [edition.options for edition in build.publication.editions]):
        build.report(problem("J860", Place(shown(file), 1), "file", suffix=PurePosixPath(file.src_uri).suffix))
    for plugin in plugins_named(config, "monorepo"):
        _keep_below_alias(build, frozenset(getattr(plugin, "aliases", ())))
    generated = [escape(file.src_uri) for file, _ in build.lists if isinstance(file, GeneratedPage)]
    for plugin in plugins_named(config, "redirects"):
        note_targets(plugin, files, further=builds_further_language(config))
        _name_whole_addresses(plugin, config)
    public = files.src_uris.keys() - build.publication.unlisted
    for plugin in plugins_named(config, "htmlproofer"):
        note_files(plugin, (*files, *_written_later(build, files, config)))
    for plugin in plugins_named(config, *_LIST_PAGES):
        leave_out_pages(plugin, lambda source: source not in public)
    for plugin in (plugin for plugin in plugins_named(config, *_ASK_GIT) if "exclude" in plugin.config):
        plugin.config["exclude"] = [*(plugin.config.get("exclude") or ()), *generated]
    for plugin in plugins_named(config, "document-dates"):
        if recent := plugin.config.get("recently-updated"):
            recent = {} if recent is True else recent  # all defaults
            exclude = (*(recent.get("exclude") or ()), *generated, *map(escape, sorted(build.publication.unlisted)))
            plugin.config["recently-updated"] = {**recent, "exclude": list(exclude)}


def _name_whole_addresses(plugin: Any, config: MkDocsConfig) -> None:
    """Give mkdocs-redirects the whole address of each target without a slash at its end: it would add one."""
    redirects, targets = getattr(plugin, "redirects", None), getattr(plugin, "doc_pages", None)
    if not (config.site_url and config.use_directory_urls and isinstance(redirects, dict) and isinstance(targets, dict)):
        return
    plugin.redirects = whole = dict(redirects)
    for old, target in redirects.items():
        name, sign, fragment = str(target).partition("#")
        if name in targets and not targets[name].url.endswith("/"):
            whole[old] = f"{config.site_url.rstrip('/')}/{targets[name].url}{sign}{fragment}"


def _written_later(build: Build, files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Yield a file for each output that is written at the end of the build: feeds, redirects, exports."""
    there = {file.dest_uri for file in files}
    for name in build.publication.routes.files:
        if name not in there:
            yield File.generated(config, name, content="")


def _show_named(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Put posts and lists into the nav that a file of a nav plugin names; it does not see others outside of the nav."""
    named = {
        source for file in _nav_files(files, config) for source in sources_named(source_name(file), source_of(file).data)
    }
    for source in named & build.files.keys():
        if build.files[source].inclusion is InclusionLevel.NOT_IN_NAV:
            build.files[source].inclusion = InclusionLevel.UNDEFINED


def entries_of_folders(files: Files, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Yield what the files of nav plugins name, as written in a folder and from the root of the docs."""
    for file in _nav_files(files, config):
        yield from entries_named(source_name(file), source_of(file).data)


def _nav_files(files: Files, config: MkDocsConfig) -> list[File]:
    names = {plugin.config.get("filename") for plugin in plugins_named(config, *_READ_NAV_FILES)}
    return [file for file in files if PurePosixPath(file.src_uri).name in names] if names else []


def _keep_below_alias(build: Build, aliases: frozenset[str]) -> None:
    """Raise for a post of an included documentation that would leave its folder: mkdocs-monorepo fails there."""
    for edition in build.publication.editions:
        for file in edition.post_files.values():
            parents = {str(parent) for parent in PurePosixPath(file.source).parents}
            for alias in sorted(parents & aliases):
                if not file.url.startswith(f"{alias}/"):
                    raise _refused("J861", "plugins.journal.permalink", found=file.source, alias=alias)


def one_title(output: str, page: Page, config: MkDocsConfig) -> str:
    """Return a finished page of the journal with its title once, whatever the theme prints."""
    top = next(iter(page.toc), None)
    return with_one_title(output, top.id, config.site_name) if top and top.level == 1 else output


def hand_over(page: Page, context: TemplateContext, config: MkDocsConfig, *, ours: bool) -> None:
    """Give a page of the journal (`ours`) to plugins that keep something of each page for later.

    mkdocs-print-site keeps what was rendered, which has no title for a post and is nothing for a generated page. The theme
    shadcn copies the source of each page to the folder that MkDocs would write it to, which a moved post may not have;
    a generated page has no source.
    """
    generated = isinstance(page.file, GeneratedPage)
    if ours:
        replace_kept_text(page)
    for plugin in config.plugins.values():
        if keeps_copy(plugin, page, wanted=not generated) and generated:
            context.pop("raw_markdown_url", None)  # type: ignore[typeddict-item]  # of that theme
