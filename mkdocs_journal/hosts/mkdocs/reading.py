"""Reads the posts of every journal from the files of MkDocs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.feeds.site_pictures import missing_pictures
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.history.commits import Memory
from mkdocs_journal.history.git_history import GitHistory, read_git
from mkdocs_journal.hosts.mkdocs.files import body_surroundings, output_file, output_files, site_info
from mkdocs_journal.hosts.mkdocs.neighbours import file_places
from mkdocs_journal.hosts.mkdocs.page_files import as_page, path_of
from mkdocs_journal.hosts.mkdocs.sources import (
    beside_withheld,
    candidates_of,
    is_held,
    landing_pages,
    meta_files,
    named_in_nav,
    source_of,
    take_data_files,
    withheld_pages,
)
from mkdocs_journal.hosts.mkdocs.special_files import take_special_files
from mkdocs_journal.hosts.mkdocs.static_i18n import language_of_text
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.posts.kept_posts import KeptPosts
from mkdocs_journal.posts.model import Journal, State
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.posts.translation_keys import needless
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.body_checks import with_bodies_checked
from mkdocs_journal.publishing.contents import Content, KnownFiles
from mkdocs_journal.publishing.missing_folder import matching_nothing, without_posts
from mkdocs_journal.publishing.option_doubts import doubts
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.plan_pictures import with_pictures
from mkdocs_journal.publishing.theme_templates import Theme, unusable_keys
from mkdocs_journal.publishing.withheld_elsewhere import WithheldElsewhere, withheld_elsewhere

Candidates = Sequence[dict[PurePosixPath, File]]
"""The files of MkDocs that may be posts, by source, journal by journal."""
_UNREADABLE: Final = frozenset({"J101", "J102"})
"""Files that cannot be read, or are not UTF-8."""
_Reader = Callable[[Mapping[PurePosixPath, File]], Journal]


class Memories(NamedTuple):
    """What was read for the previous build."""

    history: Memory
    posts: KeptPosts
    attachments: KnownFiles | None = None
    """What the builds of other languages of the site have found; None: there are none."""


def find_posts(
    files: Files,
    options: SiteOptions,
    config: MkDocsConfig,
    now: datetime,
    memory: Memories,
    *,
    serving: bool = False,
    elsewhere: Sequence[Content] = (),
) -> tuple[tuple[OutputPlan, ...], Candidates, GitHistory]:
    """Read the posts of every journal among the files of MkDocs.

    Args:
        files: The files; those that describe authors and tags, and pipes and devices, are removed.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        now: The time of the build.
        memory: What was read for the previous build; changed in place.
        serving: Whether withheld posts are shown; a landing page with `draft: true` is then shown in its place.
        elsewhere: The other languages of the site.

    Returns:
        A plan for each journal, with the problems of its sources, the files, and their Git history.
    """
    special, candidates = take_special_files(files), candidates_of(files, options.journals)
    history = _history(files, candidates, options, config, memory.history)
    site = _Site(
        files=files,
        config=config,
        now=now,
        history=history,
        known=frozenset(source for mine in candidates for source in mine),
        special=special,
        serving=serving,
        kept=memory.posts,
    )
    plans = []
    for number, (own, mine) in enumerate(zip(options.journals, candidates, strict=True)):
        plans.append(site.plan(own, mine, withheld_elsewhere(elsewhere, number).of(mine)))
    return tuple(plans), candidates, history


class _Site(NamedTuple):
    """What every journal of a site is read from."""

    files: Files
    config: MkDocsConfig
    now: datetime
    history: GitHistory
    known: frozenset[PurePosixPath]
    """The sources that may be posts of any journal."""
    special: Sequence[Problem]
    serving: bool
    kept: KeptPosts
    """What was read for the previous build."""

    def plan(self, own: Options, mine: dict[PurePosixPath, File], held: WithheldElsewhere) -> OutputPlan:
        """Return the plan of a journal whose sources are `mine`; more are added to these."""
        files, config, site = self.files, self.config, site_info(self.config)
        data = take_data_files(files, own, config)
        own = replace(own, defaults=(*meta_files(files, config), *own.defaults))
        nav = named_in_nav(config)
        mine.update(withheld_pages(files, held, self.known))
        journal_of = partial(read_journal, options=own, data=data, now=self.now, read=self.kept.reader(own, data))
        read = partial(_read, journal_of=journal_of, history=self.history, nav=nav, held=held)
        untranslated = _untranslated(files, mine, read)
        landings = landing_pages(files, own).items()
        mine.update(
            {source: file for source, file in landings if _without_text(read({source: file}), serving=self.serving)}
        )
        journal = _read_with_bundles(mine, read, partial(beside_withheld, files, options=own, known=self.known))
        mine.update({source: as_page(files, mine[source]) for source in _in_html(journal)})
        seen = output_files(files)
        those = {source: output_file(file) for source, file in mine.items()}
        journal = with_bodies_checked(journal, own, those, body_surroundings(config))
        places = file_places(config)
        is_post = partial(_is_post, journal_of)
        moved = (*without_posts(journal, own, seen, self.known, places, is_post), *matching_nothing(own, seen, places))
        problems = [*self.history.problems, *doubts(site, own), *moved, *self.special]
        theme = Theme(str(config.theme.name), config.theme.dirs)
        problems += [*unusable_keys(journal, those, theme), *missing_pictures(own, seen, site)]
        plan = OutputPlan(options=own, journal=without(journal, (), problems), candidates=those, untranslated=untranslated)
        return with_pictures(plan, seen, data.avatars, site)


def _untranslated(files: Files, mine: dict[PurePosixPath, File], read: _Reader) -> frozenset[PurePosixPath]:
    """Return the sources shown for want of a translation; those that have one of another name are removed."""
    found = frozenset(source for source, file in mine.items() if language_of_text(file))
    for source in needless(read(mine), found) if found else ():
        files.remove(mine.pop(source))
    return found


def _in_html(journal: Journal) -> list[PurePosixPath]:
    """Return the sources of posts in HTML, which MkDocs would copy unchanged."""
    return [post.source for post in (*journal.public, *journal.withheld) if is_html(post.source)]


def _read(
    candidates: Mapping[PurePosixPath, File],
    *,
    journal_of: Callable[..., Journal],
    history: GitHistory,
    nav: frozenset[str],
    held: WithheldElsewhere,
) -> Journal:
    paths = {source: path_of(file) for source, file in candidates.items()}
    sources = (source_of(file, nav, withheld=is_held(file, held)) for file in candidates.values())
    return journal_of(sources, histories=history.by_source(paths))


def _is_post(journal_of: Callable[..., Journal], file: OutputFile) -> bool:
    """Return whether a page would be a post of a journal: one that another plugin keeps for itself."""
    data = text_of(file).encode(errors="replace")
    alone = journal_of([Source(path=PurePosixPath(file.source), shown=file.shown, data=data)])
    return bool(alone.public or alone.withheld or alone.refused)


def _history(
    files: Files, candidates: Candidates, options: SiteOptions, config: MkDocsConfig, memory: Memory
) -> GitHistory:
    """Return the Git history of every page and possible post; empty if no option needs it."""
    posts = (file for mine in candidates for file in mine.values())
    wanted = dict.fromkeys((*files.documentation_pages(), *posts))
    pages = (path for file in wanted if (path := path_of(file)))
    configuration = Path(config.config_file_path) if config.config_file_path else None
    return read_git(pages, options, Path(config.docs_dir), configuration, memory)


def _read_with_bundles(
    mine: dict[PurePosixPath, File], read: _Reader, beside: Callable[[Journal], dict[PurePosixPath, File]]
) -> Journal:
    """Return the journal of some files, and add the files in the folders of withheld bundles to them."""
    journal = read(mine)
    if more := beside(journal):
        mine.update(more)
        journal = read(mine)
    return journal


def _without_text(page: Journal, *, serving: bool) -> bool:
    """Return whether a list has no text of its landing page: withheld, which `serve` shows, or unreadable for MkDocs."""
    withheld = any(post.state is not State.SCHEDULED for post in page.withheld) and not serving
    return withheld or any(problem.code in _UNREADABLE for problem in page.problems)
