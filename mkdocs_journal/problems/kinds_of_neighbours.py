"""Kinds of problems beside other plugins: each is reported before the other plugin ends the build."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_CONFIGURATION, _INFO = Severity.CONFIGURATION, Severity.INFO

KINDS_OF_NEIGHBOURS: Final = (
    Kind(
        "J860",
        _INFO,
        "{suffix} files are ordinary pages, not posts; to announce it, write a Markdown post with a link to it",
        "a page of another suffix (a notebook) has a date in its name",
    ),
    Kind(
        "J861",
        _CONFIGURATION,
        "mkdocs-monorepo needs the URL of {found} below {alias}/; set `permalink: file`, or `folder: {alias}`",
        "a post of a documentation that mkdocs-monorepo includes would leave that documentation's folder",
    ),
    Kind(
        "J862",
        _CONFIGURATION,
        "{found} names the journal's stylesheet, which mkdocs-minify would rename while pages link to it; leave it out",
        "the option `css_files` of mkdocs-minify names the stylesheet of the journal",
    ),
    Kind(
        "J863",
        _CONFIGURATION,
        "another plugin or a hook reads the journals before they are there; write @event_priority(-120) above its on_files",
        "another plugin or a hook reads the journals before the journal does",
    ),
    Kind(
        "J864",
        _INFO,
        "its sections stand below the landing page, which is not in the navigation; add {page} to the nav",
        "the option `nav` names sections, but the landing page is not in the navigation",
    ),
    Kind(
        "J865",
        _CONFIGURATION,
        "the files of mkdocs-static-i18n {found} cannot be moved; install version 1.2.2 or a later one",
        "mkdocs-static-i18n is older than 1.2.2",
    ),
)
