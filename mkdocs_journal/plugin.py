"""The plugin: one short method for each event of the host."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import jinja2
from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.history.stamps import Memory
from mkdocs_journal.hosts.mkdocs.audit import leaks
from mkdocs_journal.hosts.mkdocs.bodies import read_with_kramdown, spare_macros
from mkdocs_journal.hosts.mkdocs.config import option_problems, options_of, refuse_malformed_address, refuse_twice, scheme
from mkdocs_journal.hosts.mkdocs.export import write_exports
from mkdocs_journal.hosts.mkdocs.feeds import changing_ids, feed_links, write_feeds
from mkdocs_journal.hosts.mkdocs.files import make_build
from mkdocs_journal.hosts.mkdocs.head import describe, head_elements
from mkdocs_journal.hosts.mkdocs.hidden import with_ends
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite, add_link_extension
from mkdocs_journal.hosts.mkdocs.links import Links
from mkdocs_journal.hosts.mkdocs.nav import leave_out_gathered, leave_out_withheld, lift_landing_page
from mkdocs_journal.hosts.mkdocs.neighbours import (
    hide_from_neighbours,
    reads_files_late,
    show_to_theme,
    shows_around,
    shows_tags,
)
from mkdocs_journal.hosts.mkdocs.page_links import PageLinks
from mkdocs_journal.hosts.mkdocs.page_stamps import stamp_page
from mkdocs_journal.hosts.mkdocs.pages import (
    describe_archive,
    describe_post,
    relate,
    show_archive,
    show_post,
    show_problems,
    spare_markdown,
)
from mkdocs_journal.hosts.mkdocs.previews import where_withheld
from mkdocs_journal.hosts.mkdocs.promises import Watch, missing, outside, take_late_files, take_written_files
from mkdocs_journal.hosts.mkdocs.redirects import redirect_page, write_redirects
from mkdocs_journal.hosts.mkdocs.rendered import snapshot
from mkdocs_journal.hosts.mkdocs.schedule import write_schedule
from mkdocs_journal.hosts.mkdocs.search import keep_out_of_search
from mkdocs_journal.hosts.mkdocs.shell import Shells
from mkdocs_journal.hosts.mkdocs.site import Build
from mkdocs_journal.hosts.mkdocs.sources import watched
from mkdocs_journal.hosts.mkdocs.suffixless import answer_without_suffix
from mkdocs_journal.hosts.mkdocs.telling import log, tell
from mkdocs_journal.hosts.mkdocs.templates import STYLESHEET, Fragments, add_templates
from mkdocs_journal.hosts.mkdocs.titles import note_title, with_shown_titles
from mkdocs_journal.metadata.head import HeadElement, HeadLink, with_head
from mkdocs_journal.options.table import SiteOptions
from mkdocs_journal.posts.model import State
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.publishing.summary import incomplete, leaking, stopped, summary
from mkdocs_journal.urls.links import relative


class JournalPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # the host's base class
    """Connects the journal to MkDocs; it holds no rule of its own."""

    config_scheme = scheme()
    options: SiteOptions
    journals: Build
    fragments: Fragments
    files: Files
    shells: Shells
    watch: Watch
    sitemap: Sequence[File] = ()
    """The pages that the sitemap names."""
    _written: tuple[tuple[Build, Files, Watch, Sequence[File]], ...] = ()
    """Builds whose outputs are written and not looked at yet: another plugin may build again inside `on_post_build`."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take the options; all that is wrong with them is reported at once, and what an unknown one may mean."""
        super().load_config(options, config_file_path)
        return option_problems(options, config_file_path)

    def __init__(self) -> None:
        self.serving = False
        self.memory = Memory()
        self.links: PageLinks | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - the host's
        """Learn whether withheld posts are shown; a program that builds a site by itself may leave this event out."""
        self.serving = command == "serve"
        self.memory = Memory()

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - the host's
        """Let the preview answer addresses without a suffix as hosts of static sites do."""
        return answer_without_suffix(server)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options and offer our templates to the theme."""
        refuse_twice(config)
        refuse_malformed_address(config)
        self.options, self.links = options_of(self.config), None
        add_templates(config)
        add_link_extension(config, self._rewrite)
        config.watch.extend(watched(config, self.options.journals))
        return config

    def _rewrite(self) -> Rewrite | None:
        """Return what rewrites the links of the page that is being rendered, if one is: others may render before us."""
        return self.links.rewrite if self.links and self.links.rendering else None

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
        self.watch, self.sitemap = Watch(self.journals, self.options, files, config), ()
        leave_out_gathered(self.journals, config)
        for problem in (*self.journals.problems, *where_withheld(self.journals)):
            tell(problem)
        failing = [site.journal for site in self.journals.all if site.options.on_error == "stop" and site.journal.stopping]
        if failing and not self.serving:
            raise PluginError(stopped(failing))
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Connect posts with their neighbours, and spare generated pages the Markdown run."""
        self.watch.look(files, ">files", "<nav")
        links = Links(self.journals, files, config)
        self.links = PageLinks(links, config)
        leave_out_withheld(nav, links.is_withheld)
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
                if post.state is State.UNLISTED:
                    hide_from_neighbours(page)
            else:
                describe_archive(page, site.archive_pages[page.file.src_uri], site)
        if self.links:
            self.links.start(page.file)
        return markdown

    on_page_markdown = CombinedEvent(_before_macros, _on_page_markdown)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Mend the links of raw HTML, and tell those that lead to posts without a page."""
        if not self.links:
            return html
        html = self.links.finish(html)
        for level, problem in self.links.told():
            tell(problem, level)
        site = self.journals.site_of(page.file)
        if site and (post := site.posts.get(page.file.src_uri)):
            note_title(html, page, post, site)
            html, problems = with_ends(html, post, page.file)
            for problem in problems:
                tell(problem)
        return html

    @event_priority(-90)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep what the host rendered, for excerpts and feeds."""
        self.fragments, self.files, self.shells = Fragments(env), files, Shells(env)
        self.journals = with_shown_titles(self.journals)
        self._refuse_misplaced(config)
        self.shells.choose(self.journals.all)
        for site in self.journals.all:
            snapshot(site, files)
            keep_out_of_search(site, config)
        return env

    def _refuse_misplaced(self, config: MkDocsConfig) -> None:
        """End a build before anything is written outside the site folder or in the place of a file of another plugin."""
        self.watch.look(self.files, ">nav", "pre_page", "page_markdown", "page_content", "<env")
        found = tuple(take_late_files(self.journals, self.files))
        if not self.serving:
            found += tuple(outside(self.files, self.watch, config))
        for problem in found:
            tell(problem)
        if found and not self.serving:
            raise PluginError(incomplete(len(found)))

    def on_template_context(self, context: TemplateContext, /, *, template_name: str, **_: object) -> TemplateContext:
        """Leave unlisted posts out of the sitemap."""
        if template_name == "sitemap.xml":
            hidden = {name for site in self.journals.sites for name in site.names_of(site.out_of_sitemap)}
            context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
            self.sitemap = context["pages"]
        return context

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Put stamps and lists into the page, after the search plugins have read it."""
        if site := self.journals.site_of(page.file):
            if problems := site.broken.get(page.file.src_uri):
                show_problems(page, problems, site, self.fragments)
            elif post := site.posts.get(page.file.src_uri):
                if post.state is State.UNLISTED:
                    show_to_theme(page, post)
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
        self.watch.look(self.files, ">env", "page_context", "post_page")
        taken = take_written_files(self.journals, self.options, self.watch, config)
        for problem in taken:
            tell(problem)
        if not self.serving and (clashes := [problem for problem in taken if problem.severity is Severity.ERROR]):
            raise PluginError(incomplete(len(clashes)))
        write_feeds(self.journals, config)
        if told := changing_ids(self.journals, config):
            log.info("%s (J807)", told)
        write_redirects(self.journals, self.fragments, self.options.redirects, config)
        write_exports(self.journals, config)
        write_schedule(self.journals, self.options, config)
        self._written = (*self._written, (self.journals, self.files, self.watch, self.sitemap))

    @event_priority(-1000)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Look whether all is written and nothing of a withheld post, and say what became of every source."""
        *before, (self.journals, self.files, self.watch, self.sitemap) = self._written
        self._written = tuple(before)
        found = () if self.serving else leaks(self.journals, self.files, config, self.options.audit)
        lost = () if self.serving else self._lost(config)
        for problem in (*found, *lost):
            tell(problem)
        if not config.site_url:
            log.info("%s (J805)", message("J805"))
        feeds = sum(len(site.feeds) for site in self.journals.all)
        log.info(summary([site.journal for site in self.journals.sites], feeds, (*found, *lost)))
        if lost:
            raise PluginError(incomplete(len(lost)))
        if proofs := [problem for problem in found if problem.severity is Severity.ERROR]:
            raise PluginError(leaking(len(proofs)))

    def _lost(self, config: MkDocsConfig) -> tuple[Problem, ...]:
        """Return what is listed without a file, or was written outside the site folder."""
        self.watch.look(self.files, "<post_build")
        lost = missing(self.journals, self.options, self.watch, self.sitemap, config)
        return (*outside(self.files, self.watch, config), *lost)

    on_post_build = CombinedEvent(_write, _finish)
