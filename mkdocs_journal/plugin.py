"""The plugin: one short method per MkDocs event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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

from mkdocs_journal.audit.leaks import leaks
from mkdocs_journal.feeds.changing_ids import changing_ids
from mkdocs_journal.feeds.making import feed_links
from mkdocs_journal.history.histories import Memory
from mkdocs_journal.hosts.mkdocs.after_build import write_outputs, written_site
from mkdocs_journal.hosts.mkdocs.arranging import make_build
from mkdocs_journal.hosts.mkdocs.bodies import read_with_kramdown, spare_macros
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import data_folders, option_problems, options_of, refuse, scheme
from mkdocs_journal.hosts.mkdocs.extensions import Extensible, offer, offer_to_macros
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.hosts.mkdocs.for_neighbours import hand_over, introduce, one_title, prepare_neighbours
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite, add_link_extension
from mkdocs_journal.hosts.mkdocs.links import finish_links, rewriting, with_links
from mkdocs_journal.hosts.mkdocs.nav import leave_out_withheld, lift_landing_page
from mkdocs_journal.hosts.mkdocs.neighbours import (
    builds_one_version,
    reads_files_late,
    show_to_theme,
    shows_neighbours,
    shows_tags,
)
from mkdocs_journal.hosts.mkdocs.page_stamps import stamp_of_page, stamp_page
from mkdocs_journal.hosts.mkdocs.pages import (
    describe,
    facts_of,
    give_description,
    relate,
    show_archive,
    show_post,
    show_problems,
    spare_markdown,
)
from mkdocs_journal.hosts.mkdocs.promises import Watch, missing, outside, take_late_files
from mkdocs_journal.hosts.mkdocs.report import log, report
from mkdocs_journal.hosts.mkdocs.search_index import keep_out_of_search
from mkdocs_journal.hosts.mkdocs.snapshots import note_title, with_snapshots
from mkdocs_journal.hosts.mkdocs.suffixless import answer_without_suffix
from mkdocs_journal.hosts.mkdocs.templates import add_templates
from mkdocs_journal.hosts.mkdocs.theme_cache import ThemeCache
from mkdocs_journal.metadata.head import HeadElement, HeadLink, with_head
from mkdocs_journal.metadata.page_facts import head_elements
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.hidden import with_ends
from mkdocs_journal.pages.redirect_pages import redirect_page
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.data_places import watched
from mkdocs_journal.posts.model import State
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.publishing.assets import STYLESHEET
from mkdocs_journal.publishing.previews import where_withheld
from mkdocs_journal.publishing.summary import incomplete, leaking, stopped, summary
from mkdocs_journal.urls.links import relative


class JournalPlugin(Extensible, BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs' base class
    """Connects the journal to MkDocs; the rules are elsewhere."""

    config_scheme = scheme()
    options: SiteOptions
    journals: Build | None = None
    fragments: Fragments
    files: Files
    theme_cache: ThemeCache
    watch: Watch
    sitemap: Sequence[File] = ()
    """The pages that the sitemap names."""
    _written: tuple[tuple[Build, Files, Watch, Sequence[File]], ...] = ()
    """Builds that are written, but not checked yet: another plugin may build again inside `on_post_build`."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; report all wrong ones at once, and suggest names for unknown ones."""
        super().load_config(options, config_file_path)
        return option_problems(options, config_file_path)

    def __init__(self) -> None:
        self.serving, self.memory = False, Memory()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - the host's
        """Note whether MkDocs serves, which shows withheld posts; other programs may skip this event."""
        self.serving = command == "serve"
        self.memory = Memory()

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - the host's
        """Make the preview answer addresses without a suffix, like static hosting services."""
        return answer_without_suffix(server)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options and add what reads links to the Markdown extensions."""
        refuse(config)
        self.options, self.journals = options_of(self.config), None
        prepare_neighbours(config)
        add_link_extension(config, self._rewrite)
        config.watch.extend(watched(*data_folders(config), self.options.journals))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Add the plugin's templates to the theme, which other plugins may set in `on_config`."""
        add_templates(config)

    def _rewrite(self) -> Rewrite | None:
        """Return the function that rewrites links, or None: other plugins may render Markdown earlier."""
        return rewriting(self.build) if self.journals else None

    @property
    def build(self) -> Build:
        """The build that is running; there is one from `on_files` on."""
        if self.journals is None:
            raise PluginError("journal: another plugin asks for pages before on_files")
        return self.journals

    @event_priority(-50)
    def _on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return files if reads_files_late(config) else self._arrange(files, config)

    @event_priority(-110)
    def _on_files_late(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return self._arrange(files, config) if reads_files_late(config) else files

    on_files = CombinedEvent(_on_files, _on_files_late)

    def _arrange(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the posts, take out the withheld ones and add the archive pages they call for."""
        files = self.with_added_posts(files, config)
        self.journals = build = make_build(files, self.options, config, self.memory, serving=self.serving)
        self.watch, self.sitemap = Watch(files, config), ()
        introduce(build, files, config)
        for problem in (*build.publication.problems, *where_withheld(build.publication)):
            report(problem)
        if build.publication.stopping and not self.serving:
            raise PluginError(stopped(build.publication.stopping))
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Link posts to the older and newer ones, and skip Markdown for generated pages."""
        self.watch.look(files, ">files", "<nav")
        self.journals, is_withheld = with_links(self.build.seen(files), files)
        leave_out_withheld(nav, is_withheld)
        for edition in self.build.publication.all:
            lift_landing_page(nav, edition, config)
            relate(edition, self.build, config)
            spare_markdown(edition, self.build)
        read_with_kramdown(self.build, files, config)
        return nav

    @event_priority(100)
    def _before_macros(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        spare_macros(page, self.build)
        offer_to_macros(page, self.build, config)
        return markdown

    @event_priority(25)
    def _on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Make our front matter the page's metadata."""
        if edition := self.build.publication.edition_of(page.file.src_uri):
            describe(page, edition, config)
        return markdown

    on_page_markdown = CombinedEvent(_before_macros, _on_page_markdown)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fix the links of raw HTML, and report links to posts that have no page."""
        html, found = finish_links(html, page.file, self.build, config)
        edition = self.build.publication.edition_of(page.file.src_uri)
        post = edition.posts.get(page.file.src_uri) if edition else None
        if edition and post:
            note_title(html, page, post, edition, self.build)
        if post:
            html, problems = with_ends(html, post, output_file(page.file))
            found += tuple((problem, None) for problem in problems)
        for problem, level in found:
            report(problem, level)
        return html

    @event_priority(-90)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep the rendered HTML, for excerpts and feeds."""
        self.fragments, self.files = Fragments(env), files
        self.journals = with_snapshots(self.build.seen(files), files)
        self._refuse_misplaced(config)
        self.theme_cache = ThemeCache.of(env, self.build.lists)
        for edition in self.build.publication.all:
            keep_out_of_search(edition, config)
        return env

    def _refuse_misplaced(self, config: MkDocsConfig) -> None:
        """Stop before anything is written outside the site folder or over a file of another plugin."""
        self.watch.look(self.files, ">nav", "pre_page", "page_markdown", "page_content", "<env")
        found = tuple(take_late_files(self.build, self.files))
        if not self.serving:
            found += tuple(outside(self.files, self.watch, config))
        for problem in found:
            report(problem)
        if found and not self.serving:
            raise PluginError(incomplete(len(found)))

    def on_template_context(self, context: TemplateContext, /, *, template_name: str, **_: object) -> TemplateContext:
        """Offer the journal to templates, and leave unlisted posts out of the sitemap."""
        offer(context, None, self.build)
        if template_name == "sitemap.xml":
            hidden = self.build.publication.out_of_sitemap
            context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
            self.sitemap = context["pages"]
        return context

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Put stamps and lists into the page, after the search plugins have read it."""
        offer(context, page, self.build)
        edition = self.build.publication.edition_of(page.file.src_uri)
        if edition is None:
            stamp_page(page, self.build, self.fragments)
        elif problems := edition.broken.get(page.file.src_uri):
            show_problems(page, problems, edition, self.fragments)
        elif post := edition.posts.get(page.file.src_uri):
            if post.state is State.UNLISTED:
                show_to_theme(page, post)
            tags, beside = not shows_tags(context), not shows_neighbours(config)
            show_post(page, post, edition, self.fragments, show_tags=tags, show_neighbours=beside)
            give_description(page, edition)
        else:
            show_archive(page, edition.archive_pages[page.file.src_uri], edition, self.fragments)
            give_description(page, edition)
            if render := self.theme_cache.renderer(page):
                context["journal_page"] = render  # type: ignore[typeddict-unknown-key]  # for our own template
        hand_over(page, context, config, ours=edition is not None)
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Add feed links to every page, and the stylesheet and metadata to the journal's pages."""
        publication = self.build.publication
        edition = publication.edition_of(page.file.src_uri)
        if edition and (post := edition.posts.get(page.file.src_uri)) and post.source in edition.targets:
            return redirect_page(post, page.url, edition, self.fragments)
        elements: list[HeadElement] = list(feed_links(publication, page.file.src_uri, page.url))
        if edition or stamp_of_page(page, self.build):
            elements.append(HeadLink("stylesheet", relative(STYLESHEET, page.url)))
        if edition and (facts := facts_of(page, edition)):
            elements += head_elements(facts, edition, output)
        return with_head(one_title(output, page, config) if edition else output, elements)

    def _write(self, *, config: MkDocsConfig) -> None:
        """Write the feeds and the other files that programs read."""
        self.watch.look(self.files, ">env", "page_context", "post_page")
        build = self.build.seen(self.files)
        build = replace(build, digests=write_outputs(build, self.fragments, self.options, config, self.changed_entry))
        if advice := changing_ids(build.publication, config.site_url or "", one_of_many=builds_one_version(config)):
            log.info("%s (J807)", advice)
        self._written = (*self._written, (build, self.files, self.watch, self.sitemap))

    @event_priority(-1000)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Check that all outputs are written and contain nothing of a withheld post, and print the summary."""
        *before, (build, self.files, self.watch, self.sitemap) = self._written
        self._written, self.journals = tuple(before), build.seen(self.files)
        found = () if self.serving else leaks(written_site(self.build, self.files, config), self.options.audit)
        lost = () if self.serving else self._lost(config)
        for problem in (*found, *lost):
            report(problem)
        if not config.site_url:
            log.info("%s (J805)", message("J805"))
        feeds = sum(len(edition.feeds) for edition in self.build.publication.all)
        log.info(summary([edition.journal for edition in self.build.publication.editions], feeds, (*found, *lost)))
        if lost:
            raise PluginError(incomplete(len(lost)))
        if proofs := [problem for problem in found if problem.severity is Severity.ERROR]:
            raise PluginError(leaking(len(proofs)))

    def _lost(self, config: MkDocsConfig) -> tuple[Problem, ...]:
        """Return the problems of missing outputs and of outputs outside the site folder."""
        self.watch.look(self.files, "<post_build")
        lost = missing(self.build, self.options, self.watch, self.sitemap, config)
        return (*outside(self.files, self.watch, config), *lost)

    on_post_build = CombinedEvent(_write, _finish)
