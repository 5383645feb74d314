"""The end of a build: all outputs are there and contain nothing of a withheld post, and the summary is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.promises import missing, outside
from mkdocs_journal.hosts.mkdocs.report import log, report, report_bug
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.problems.problem import Problem, Severity
from mkdocs_journal.publishing.collector import let_work
from mkdocs_journal.publishing.summary import incomplete, leaking, summary


def check(together: Sequence[Build], options: SiteOptions, config: MkDocsConfig, *, serving: bool) -> None:
    """Report what is missing and what is leaked, and print the summary of each build.

    Args:
        together: The builds that have written the site: one, or one for each language.
        options: The options of the plugin.
        config: The configuration of MkDocs.
        serving: Whether MkDocs serves: then nothing is checked.

    Raises:
        PluginError: An output is missing, in the wrong place, or contains content of a withheld post.
    """
    let_work()
    if not config.site_url:
        log.info("%s (J805)", message("J805"))
    lost: list[Problem] = []
    found = () if serving else _leaked(together, options, config)
    for problem in found:
        report(problem)
    for build in together:
        away = () if serving else tuple(_lost(build, options, config))
        for problem in away:
            report(problem)
        _summarise(build, (*build.reported, *(found if build is together[0] else ()), *away))
        lost += away
    if lost:
        raise PluginError(incomplete(len(lost)))
    if proofs := [problem for problem in found if problem.severity is Severity.ERROR]:
        raise PluginError(leaking(len(proofs)))


def fail(error: Exception) -> None:
    """Say so if the exception that ends a build is a mistake of this plugin; MkDocs prints its traceback."""
    let_work()
    report_bug(error)


def _summarise(build: Build, late: Sequence[Problem]) -> None:
    journals = [edition.journal for edition in build.publication.editions]
    feeds = sum(len(edition.feeds) for edition in build.publication.all)
    log.info("%s%s", f"{build.language}: " if build.language else "", summary(journals, feeds, late))


def _leaked(together: Sequence[Build], options: SiteOptions, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Return what outputs contain of the withheld posts of a site; it is searched once, whatever its languages are."""
    editions = [edition for build in together for edition in build.publication.editions]
    withheld = any(build.attachments for build in together) or any(edition.journal.withheld for edition in editions)
    if options.audit.level == "off" or not withheld:
        return ()
    from mkdocs_journal.hosts.mkdocs.leaks import leaked  # noqa: PLC0415 - most builds withhold nothing

    return leaked(together, options.audit, config)


def _lost(build: Build, options: SiteOptions, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the problems of missing outputs and of outputs outside the site folder."""
    files = build.rendered.files
    build.watch.look(files, "<post_build")
    yield from outside(files, build, config)
    yield from missing(build, options)
