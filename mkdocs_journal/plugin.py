"""The plugin: one short method for each event of the host."""

from __future__ import annotations

import logging
import os
from typing import Final, Literal

import click
import jinja2
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.history.stamps import Memory
from mkdocs_journal.host.audit import leaks
from mkdocs_journal.host.bodies import read_with_kramdown, spare_macros
from mkdocs_journal.host.config import options_of, refuse_twice, scheme
from mkdocs_journal.host.export import write_exports
from mkdocs_journal.host.feeds import changing_ids, feed_links, write_feeds
from mkdocs_journal.host.files import make_build
from mkdocs_journal.host.head import describe, head_elements
from mkdocs_journal.host.link_extension import Rewrite
from mkdocs_journal.host.links import Links
from mkdocs_journal.host.nav import leave_out_withheld, lift_landing_page
from mkdocs_journal.host.neighbours import reads_files_late, shows_around, shows_tags
from mkdocs_journal.host.page_links import PageLinks
from mkdocs_journal.host.page_stamps import stamp_page
from mkdocs_journal.host.pages import (
    describe_archive,
    describe_post,
    relate,
    show_archive,
    show_post,
    show_problems,
    spare_markdown,
)
from mkdocs_journal.host.redirects import redirect_page, write_redirects
from mkdocs_journal.host.rendered import snapshot
from mkdocs_journal.host.schedule import write_schedule
from mkdocs_journal.host.search import keep_out_of_search
from mkdocs_journal.host.shell import Shells
from mkdocs_journal.host.site import Build
from mkdocs_journal.host.sources import watched
from mkdocs_journal.host.templates import FOLDER, STYLESHEET, Fragments
from mkdocs_journal.metadata.head import HeadElement, HeadLink, with_head
from mkdocs_journal.options import SiteOptions
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.problems.report import as_annotation
from mkdocs_journal.summary import leaking, stopped, summary
from mkdocs_journal.urls.links import relative

log = get_plugin_logger("journal")
LINK_EXTENSION: Final = "mkdocs_journal.host.link_extension"
_LEVELS: Final = {Severity.INFO: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


class JournalPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # the host's base class
    """Connects the journal to MkDocs; it holds no rule of its own."""

    config_scheme = scheme()
    serving = False
    options: SiteOptions
    journals: Build
    memory: Memory
    fragments: Fragments
    links: PageLinks
    files: Files
    shells: Shells

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - the host's
        """Learn whether withheld posts are shown; being there keeps the plugin alive between rebuilds of `serve`."""
        self.serving = command == "serve"
        self.memory = Memory()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options and offer our templates to the theme."""
        refuse_twice(config)
        self.options = options_of(self.config)
        if str(FOLDER) not in config.theme.dirs:
            config.theme.dirs.append(str(FOLDER))
        config.markdown_extensions.append(LINK_EXTENSION)
        config.mdx_configs[LINK_EXTENSION] = {"current": self._rewrite}
        config.watch.extend(watched(config, self.options.journals))
        return config

    def _rewrite(self) -> Rewrite | None:
        """Return what rewrites the links of the page that is being rendered, if one is."""
        return self.links.rewrite if self.links.rendering else None

    @event_priority(-50)
    def _on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return files if reads_files_late(config) else self._arrange(files, config)

    @event_priority(-110)
    def _on_files_late(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return self._arrange(files, config) if reads_files_late(config) else files

    on_files = CombinedEvent(_on_files, _on_files_late)

    def _arrange(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the posts, take out the withheld ones and add the archive pages they call for."""
        self.journals = make_build(files, self.options, config, self.memory, serving=self.serving)
        for problem in self.journals.problems:
            _tell(problem)
        failing = [site.journal for site in self.journals.all if site.options.on_error == "stop" and site.journal.stopping]
        if failing and not self.serving:
            raise PluginError(stopped(failing))
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Connect posts with their neighbours, and spare generated pages the Markdown run."""
        self.links = PageLinks(Links(self.journals, files, config), config)
        leave_out_withheld(nav, self.journals)
        for site in self.journals.all:
            lift_landing_page(nav, site, config)
            relate(site, config)
            spare_markdown(site)
        read_with_kramdown(self.journals, files, config, self.links.rewrite)
        return nav

    @event_priority(100)
    def _before_macros(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        spare_macros(page, self.journals)
        return markdown

    def _on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Make our front matter the page's metadata."""
        if site := self.journals.site_of(page.file):
            if page.file.src_uri in site.broken:
                page.meta = {"search": {"exclude": True}}
            elif post := site.posts.get(page.file.src_uri):
                describe_post(page, post, config)
            else:
                describe_archive(page, site.archive_pages[page.file.src_uri], site)
        self.links.start(page.file)
        return markdown

    on_page_markdown = CombinedEvent(_before_macros, _on_page_markdown)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Mend the links of raw HTML, and tell those that lead to posts without a page."""
        html = self.links.finish(html)
        while self.links.told:
            level, problem = self.links.told.pop(0)
            _tell(problem, level)
        return html

    @event_priority(-90)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep what the host rendered, for excerpts and feeds."""
        self.fragments, self.files, self.shells = Fragments(env), files, Shells(env)
        self.shells.choose(self.journals.all)
        for site in self.journals.all:
            snapshot(site, files)
            keep_out_of_search(site, config)
        return env

    def on_template_context(
        self,
        context: TemplateContext,
        /,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002 - the host's
    ) -> TemplateContext:
        """Leave unlisted posts out of the sitemap."""
        if template_name == "sitemap.xml":
            hidden = {name for site in self.journals.sites for name in site.names_of(site.out_of_sitemap)}
            context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
        return context

    @event_priority(-100)
    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 - the host's
    ) -> TemplateContext:
        """Put stamps and lists into the page, after the search plugins have read it."""
        if site := self.journals.site_of(page.file):
            if problems := site.broken.get(page.file.src_uri):
                show_problems(page, problems, site, self.fragments)
            elif post := site.posts.get(page.file.src_uri):
                tags, around = not shows_tags(context), not shows_around(config)
                show_post(page, post, site, self.fragments, show_tags=tags, show_around=around)
                describe(page, site, config)
            else:
                show_archive(page, site.archive_pages[page.file.src_uri], site, self.fragments)
                describe(page, site, config)
                if render := self.shells.renderer(page):
                    context["journal_page"] = render  # type: ignore[typeddict-unknown-key]  # for our own template
        else:
            stamp_page(page, self.journals, self.fragments, serving=self.serving)
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Announce the feeds on every page, link our stylesheet on ours, and tell machines about them."""
        site = self.journals.site_of(page.file)
        if site and (post := site.posts.get(page.file.src_uri)) and post.source in site.targets:
            return redirect_page(post, page.url, site, self.fragments, config)
        elements: list[HeadElement] = list(feed_links(self.journals, page, config))
        if site or page.file.src_uri in self.journals.stamped:
            elements.append(HeadLink("stylesheet", relative(STYLESHEET, page.url)))
        if site:
            elements += head_elements(page, site, config, output)
        return with_head(output, elements)

    def _write(self, *, config: MkDocsConfig) -> None:
        """Write the feeds and the other files that programs read."""
        write_feeds(self.journals, config)
        if told := changing_ids(self.journals, config):
            log.info("%s (J807)", told)
        write_redirects(self.journals, self.fragments, self.options.redirects, config)
        write_exports(self.journals, config)
        if self.options.schedule:
            write_schedule(self.journals, self.options.schedule, config)

    @event_priority(-200)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Look whether anything of a withheld post was published, and say what became of every source."""
        found = () if self.serving else leaks(self.journals, self.files, config)
        for problem in found:
            _tell(problem)
        if not config.site_url:
            log.info("%s (J805)", message("J805"))
        feeds = sum(len(site.feeds) for site in self.journals.all)
        log.info(summary([site.journal for site in self.journals.sites], feeds, found))
        if found:
            raise PluginError(leaking(len(found)))

    on_post_build = CombinedEvent(_write, _finish)


def _tell(problem: Problem, level: int | None = None) -> None:
    """Tell a problem once, at the level of its severity or at another one."""
    if problem.severity in _LEVELS:
        log.log(_LEVELS[problem.severity] if level is None else level, "%s", problem)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            click.echo(as_annotation(problem))
