"""The end of a build: all outputs are there and contain nothing of a withheld post, and the summary is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_journal.audit.leaks import leaks
from mkdocs_journal.hosts.mkdocs.after_build import written_site
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.promises import Watch, missing, outside
from mkdocs_journal.hosts.mkdocs.report import log, report
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.publishing.summary import incomplete, leaking, summary


@dataclass(frozen=True, slots=True)
class Written:
    """A build whose outputs are written, but not checked yet."""

    build: Build
    files: Files
    watch: Watch
    sitemap: Sequence[File]
    """The pages that the sitemap names."""


def check(together: Sequence[Written], options: SiteOptions, config: MkDocsConfig, *, serving: bool) -> None:
    """Report what is missing and what is leaked, and print the summary of each build.

    Args:
        together: The builds that have written the site: one, or one for each language.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        serving: Whether MkDocs serves: then nothing is checked.

    Raises:
        PluginError: An output is missing, in the wrong place, or contains content of a withheld post.
    """
    if not config.site_url:
        log.info("%s (J805)", message("J805"))
    lost: list[Problem] = []
    found: list[Problem] = []
    for written in together:
        late = () if serving else tuple(_found(written, together, options, config))
        away = () if serving else tuple(_lost(written, options, config))
        for problem in (*late, *away):
            report(problem)
        _summarise(written.build, (*late, *away))
        found += late
        lost += away
    if lost:
        raise PluginError(incomplete(len(lost)))
    if proofs := [problem for problem in found if problem.severity is Severity.ERROR]:
        raise PluginError(leaking(len(proofs)))


def _summarise(build: Build, late: Sequence[Problem]) -> None:
    journals = [edition.journal for edition in build.publication.editions]
    feeds = sum(len(edition.feeds) for edition in build.publication.all)
    log.info("%s%s", f"{build.language}: " if build.language else "", summary(journals, feeds, late))


def _found(written: Written, together: Sequence[Written], options: SiteOptions, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield what outputs contain of the withheld posts of a build; what is public in another language is public."""
    others = [(other.build, other.files) for other in together if other is not written]
    yield from leaks(written_site(written.build, written.files, config, others), options.audit)


def _lost(written: Written, options: SiteOptions, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the problems of missing outputs and of outputs outside the site folder."""
    written.watch.look(written.files, "<post_build")
    yield from outside(written.files, written.watch, config)
    yield from missing(written.build, options, written.watch, written.sitemap, config)
