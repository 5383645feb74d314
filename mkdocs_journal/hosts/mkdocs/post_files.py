"""Moves the MkDocs files of posts to their URLs, removes them, or shows their problems."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.internals import move
from mkdocs_journal.hosts.mkdocs.static_i18n import builds_further_language
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.text.excerpt import marked


def arrange_posts(
    files: Files, plan: OutputPlan, candidates: Mapping[PurePosixPath, File], config: MkDocsConfig, *, serving: bool
) -> dict[PurePosixPath, str]:
    """Move the posts of a journal to their URLs, pass their bodies to MkDocs, and return their old URLs."""
    moved_from = plan.moved_from
    for source, address in plan.addresses.items():
        move(candidates[source], address)
        _update_page(candidates[source], config)
    _take_out(files, plan.journal, candidates, _preview(config) if serving else None)
    for post in plan.shown(serving=serving):
        give_body(candidates[post.source], marked(post.body, post.excerpt_separator))
    return moved_from


def give_body(file: File, body: str) -> None:
    """Give MkDocs the body only: its own front matter reader prints what it cannot read, and has no limits.

    The blank line keeps MkDocs from reading a first line such as `Update: …` as a key.
    """
    path = file.abs_src_path
    file.content_string = body if body.startswith("\n") else f"\n{body}"
    file.abs_src_path = path  # other plugins read the history of the source


def _update_page(file: File, config: MkDocsConfig) -> None:
    """Give the page of a moved file its new URL, if another plugin created the page before."""
    if page := file.page:
        now = Page(None, file, config)
        page.canonical_url, page.abs_url = now.canonical_url, now.abs_url
        file.page = page


def _preview(config: MkDocsConfig) -> InclusionLevel:
    """Return the level at which MkDocs shows a page while it serves; a further language is built as if it did not."""
    return InclusionLevel.NOT_IN_NAV if builds_further_language(config) else InclusionLevel.DRAFT


def _take_out(
    files: Files, journal: Journal, candidates: Mapping[PurePosixPath, File], preview: InclusionLevel | None
) -> None:
    """Remove refused and withheld posts from a build; `serve` shows them outside the nav, at the level `preview`."""
    for source in journal.refused:
        file = candidates[source]
        if preview is not None and file.is_documentation_page():
            file.inclusion = preview
            give_body(file, "")
        else:
            files.remove(file)
    for post in journal.withheld:
        if preview is not None:
            candidates[post.source].inclusion = preview
        else:
            files.remove(candidates[post.source])
    for post in journal.public:
        candidates[post.source].inclusion = InclusionLevel.NOT_IN_NAV
