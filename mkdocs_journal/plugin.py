"""The plugin: one short method per MkDocs event."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journal.feeds.changing_ids import changing_ids
from mkdocs_journal.history.commits import Memory
from mkdocs_journal.hosts.mkdocs.after_build import write_outputs
from mkdocs_journal.hosts.mkdocs.bodies import read_with_kramdown, spare_macros
from mkdocs_journal.hosts.mkdocs.build import Build, Rendering
from mkdocs_journal.hosts.mkdocs.config import option_problems, options_of, refuse, scheme
from mkdocs_journal.hosts.mkdocs.end_of_build import check, fail
from mkdocs_journal.hosts.mkdocs.files import watched_files
from mkdocs_journal.hosts.mkdocs.finished_pages import finished_page
from mkdocs_journal.hosts.mkdocs.for_neighbours import entries_of_folders, hand_over, introduce, prepare_neighbours
from mkdocs_journal.hosts.mkdocs.internals import link_as_file, link_as_published
from mkdocs_journal.hosts.mkdocs.languages import Languages, builds_of_others, with_build
from mkdocs_journal.hosts.mkdocs.link_extension import Rewrite, add_link_extension
from mkdocs_journal.hosts.mkdocs.links import finish_links, rewriting, with_link_rewriter
from mkdocs_journal.hosts.mkdocs.list_extension import add_list_extension
from mkdocs_journal.hosts.mkdocs.nav import leave_out_withheld, place_in_nav, stand_in_nav
from mkdocs_journal.hosts.mkdocs.neighbours import builds_one_version, handlers_of, reads_files_late, shown_by_us
from mkdocs_journal.hosts.mkdocs.nothing_kept import NothingKept
from mkdocs_journal.hosts.mkdocs.page_stamps import end_page
from mkdocs_journal.hosts.mkdocs.page_texts import PageTexts
from mkdocs_journal.hosts.mkdocs.pages import (
    describe,
    give_description,
    own_address,
    relate,
    show_archive,
    show_lists,
    show_post,
    show_problems,
    spare_markdown,
)
from mkdocs_journal.hosts.mkdocs.plugin_api import Extensible, offer, offer_to_macros
from mkdocs_journal.hosts.mkdocs.promises import outside, take_late_files, take_written_files
from mkdocs_journal.hosts.mkdocs.reading import Memories
from mkdocs_journal.hosts.mkdocs.report import log, long_part, report, stop_at
from mkdocs_journal.hosts.mkdocs.search_index import prepare_search
from mkdocs_journal.hosts.mkdocs.serve import answer_without_suffix, kept_for_build
from mkdocs_journal.hosts.mkdocs.snapshots import note_title, with_rendering, with_snapshots
from mkdocs_journal.hosts.mkdocs.static_i18n import builds_further_language, sitemap_pages, source_name
from mkdocs_journal.hosts.mkdocs.templates import SiteFragments, add_templates
from mkdocs_journal.hosts.mkdocs.theme_cache import ThemeCache
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.hidden import with_ends
from mkdocs_journal.pages.page_meta import meta_for_theme
from mkdocs_journal.publishing.collector import let_rest
from mkdocs_journal.publishing.previews import where_withheld
from mkdocs_journal.publishing.summary import stopped

if TYPE_CHECKING:  # a build needs no server
    from mkdocs.livereload import LiveReloadServer


class JournalPlugin(Extensible, BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs' base class
    """Connects the journal to MkDocs; the rules are elsewhere."""

    config_scheme = scheme()
    options: SiteOptions
    _written: tuple[Build, ...] = ()
    """Builds that are written, but not checked yet: another plugin may build again inside `on_post_build`."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options; report all wrong ones at once, and suggest names for unknown ones."""
        super().load_config(options, config_file_path)
        self.forget_callbacks()
        return option_problems(options, config_file_path)

    def __init__(self) -> None:
        self.serving = False
        self.memory, self.languages, self.kept = Memory(), Languages(), NothingKept()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Note whether MkDocs serves, because only then withheld posts are shown; other programs may skip this event."""
        self.serving = command == "serve"

    def on_shutdown(self) -> None:
        """Let go of what was read: MkDocs keeps its plugins until the process ends."""
        self._running, self._written = None, ()
        self.memory, self.languages, self.kept = Memory(), Languages(), NothingKept()

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002 - MkDocs' signature
        """Make the preview answer addresses without a suffix, like static hosting services."""
        return answer_without_suffix(server)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the options and add what reads links to the Markdown extensions."""
        refuse(config)
        self.options, self._running = options_of(self.config, config.config_file_path), None
        self.kept = kept_for_build(self.kept, active=self.serving and self.options.serve_cache)
        prepare_neighbours(config)
        add_link_extension(config, self._rewrite)
        add_list_extension(config, lambda: self._running)
        config.watch.extend(watched_files(config, self.options))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Add the plugin's templates to the theme, which other plugins may set in `on_config`."""
        add_templates(config)

    def _rewrite(self) -> Rewrite | None:
        """Return the function that rewrites links, or None: other plugins may render Markdown earlier."""
        return self.kept.noting(rewriting(self.build)) if self._running else None

    @property
    def rendering(self) -> Rendering:
        """What pages are rendered with; it is there from `on_env` on."""
        return self.build.rendered

    @event_priority(-50)
    def _on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        self.languages.gather(files)
        return files if reads_files_late(config) else self._arrange(files, config)

    @event_priority(-110)
    def _on_files_late(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        return self._arrange(files, config) if reads_files_late(config) else files

    on_files = CombinedEvent(_on_files, _on_files_late)

    def _arrange(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the posts, take out the withheld ones and add the archive pages that they need."""
        files = self.with_added_posts(files, config)
        with long_part("reading the posts"):
            memory = Memories(self.memory, self.kept.posts)
            build = self._running = self.languages.build(files, self.options, config, memory, serving=self.serving)
        introduce(build, files, config)
        for problem in (*build.publication.problems, *where_withheld(build.publication)):
            if self.languages.is_new(problem, build):
                report(problem)
        if build.publication.stopping and not self.serving:
            raise PluginError(stopped(build.publication.stopping))
        let_rest(serving=self.serving)
        return files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Link posts to the older and newer ones, and skip Markdown for generated pages."""
        self.build.watch.look(files, ">files", "<nav")
        self._running, has_no_page = with_link_rewriter(self.build.seen(files), files)
        leave_out_withheld(nav, has_no_page, entries_of_folders(files, config))
        for edition in self.build.publication.all:
            relate(edition, self.build, config, place_in_nav(nav, edition, self.build, config))
            spare_markdown(edition, self.build)
        read_with_kramdown(self.build, files, config)
        self.kept.before_pages(self.build, files, config)
        return nav

    @event_priority(100)
    def _before_macros(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        spare_macros(page, self.build)
        offer_to_macros(page, self.build, config)
        return markdown

    @event_priority(25)
    def _on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Use the front matter that the journal read as the page's metadata."""
        if edition := self.build.publication.edition_of(source_name(page.file)):
            for problem in describe(page, edition, config):
                self.build.report(problem)
        return markdown

    on_page_markdown = CombinedEvent(_before_macros, _on_page_markdown)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fix the links of raw HTML, and report links to posts that have no page."""
        html, found = finish_links(html, page.file, self.build, config)
        edition = self.build.publication.edition_of(source_name(page.file))
        post = edition.posts.get(source_name(page.file)) if edition else None
        if edition and post:
            note_title(html, page, post, edition, self.build)
            html, problems = with_ends(html, post, edition.post_files[post.source])
            found += tuple((problem, None) for problem in problems)
        for problem, level in found:
            if self.languages.is_new(problem, self.build):
                self.build.report(problem, level)
        return html

    @event_priority(-90)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Keep the rendered HTML, for excerpts and feeds."""
        with long_part("collecting what the posts say"):
            build = with_snapshots(self.build.seen(files), files)
        self._refuse_misplaced(build, files, config)
        translations = self.languages.connect(build, files, config)
        cache = ThemeCache.of(env, *(((), ()) if self.languages.are_linked else (build.lists, build.posts_for(config))))
        texts = PageTexts(kept=bool(handlers_of(config, "post_build")))
        self._running = with_rendering(build, SiteFragments(env), files, cache, texts, translations)
        self.kept.before_theme(env, files, config)
        prepare_search(self.build.publication, config)
        return env

    def _refuse_misplaced(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Stop before anything is written outside the site folder or over a file of another plugin."""
        build.watch.look(files, ">nav", "pre_page", "page_markdown", "page_content", "<env")
        misplaced = () if self.serving else outside(files, build, config)
        stop_at((*take_late_files(build, files), *misplaced), serving=self.serving)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Offer the journal to templates, and leave unlisted posts out of the sitemap."""
        offer(context, None, self.build)
        if template_name == "sitemap.xml":
            hidden = self.build.publication.out_of_sitemap
            context["pages"] = [file for file in context.get("pages") or () if source_name(file) not in hidden]
            self._running = replace(self.build, sitemap=tuple(sitemap_pages(config) or context["pages"]))
        return context

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Add stamps and lists to the page after the search plugins have read it."""
        self.rendering.texts.begin(page)
        offer(context, page, self.build)
        stand_in_nav(page, self.build, config)
        if self.kept.takes(page, context, self.build, config):
            return context
        source = source_name(page.file)
        edition = self.build.publication.edition_of(source)
        has_lists = show_lists(page, self.build)
        if edition is not None:
            self.languages.lead_to_translations(page, self.rendering.translations, config)
        if edition is None:
            end_page(page, self.build)
        elif problems := edition.broken.get(source):
            show_problems(page, problems, edition, self.rendering.fragments)
        elif post := edition.posts.get(source):
            page.meta = meta_for_theme(post, page.meta)
            show_post(page, post, edition, self.build, shown_by_us(page, context, edition, config))
            give_description(page, edition)
            context["base_url"] = link_as_file(page.file)
        else:
            show_archive(page, edition.archive_pages[source], edition, self.rendering.fragments)
            give_description(page, edition)
        hand_over(page, context, config, ours=edition is not None or has_lists)
        self.kept.give(page, context, self.build, config, self.rendering.theme_cache.renderer(page))
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Add feed links to every page, and the stylesheet and metadata to the journal's pages."""
        link_as_published(page.file)
        own_address(page)
        finish = partial(finished_page, page=page, build=self.build, languages=self.languages, config=config)
        return self.kept.finished(page, output, finish)

    def _write(self, *, config: MkDocsConfig) -> None:
        """Write the feeds and the other files that programs read."""
        files = self.rendering.files
        self.build.watch.look(files, ">env", "page_context", "post_page")
        build = self.build.seen(files)
        stop_at(take_written_files(build, self.options, config), serving=self.serving)
        before = builds_of_others(self._written, build)
        with long_part("writing the feeds"):
            kept = None if self.changes_entries else self.kept.feeds
            digests = write_outputs(
                build, build.rendered.fragments, self.options, config, before, self.changed_entry, kept=kept
            )
        self.forget_callbacks()
        if advice := changing_ids(build.publication, config.site_url or "", one_of_many=builds_one_version(config)):
            log.info("%s (J807)", advice)
        self._written = with_build(self._written, replace(build, digests=digests))

    @event_priority(-1000)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Check the outputs and print the summary; of several languages that of all, at the end of the first."""
        if builds_further_language(config):
            return
        number = len(self._written) if self.build.language else 1
        together, self._written = self._written[-number:], self._written[:-number]
        together = tuple(build.seen(build.rendered.files) for build in together)
        self._running = together[0]
        with long_part("checking the written site"):
            check(together, self.options, config, serving=self.serving)

    on_post_build = CombinedEvent(_write, _finish)

    def on_build_error(self, *, error: Exception) -> None:
        """Say so if an exception is a mistake of this plugin; MkDocs prints its traceback."""
        fail(error)
