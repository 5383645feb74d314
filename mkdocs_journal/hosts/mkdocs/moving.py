"""The host's files of posts: moved to their addresses, taken out, or shown with what is wrong in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_journal.hosts.mkdocs.addressing import Found
from mkdocs_journal.hosts.mkdocs.paths import shown
from mkdocs_journal.hosts.mkdocs.placing import Placed
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.text.excerpt import marked
from mkdocs_journal.urls.links import encoded


def arrange_posts(files: Files, found: Found, placed: Placed, *, serving: bool) -> dict[PurePosixPath, str]:
    """Move the posts of a journal to their addresses, hand their bodies to the host, and return where they were."""
    moved_from = {source: found.candidates[source].url for source, address in placed.addresses.items() if address}
    for source, address in placed.addresses.items():
        move(found.candidates[source], address)
    _take_out(files, placed.journal, found.candidates, serving=serving)
    for post in shown_posts(placed.journal, serving=serving):
        give_body(found.candidates[post.source], marked(post.body, post.excerpt_separator))
    return moved_from


def shown_posts(journal: Journal, *, serving: bool) -> tuple[Post, ...]:
    """Return the posts that have a page."""
    return (*journal.public, *(journal.withheld if serving else ()))


def broken_pages(found: Found, placed: Placed) -> dict[str, tuple[Problem, ...]]:
    """Return what is wrong with each refused post that `serve` shows as a page, by the host's source path."""
    pages = {}
    for source in placed.journal.refused:
        file = found.candidates[source]
        if file.is_documentation_page():
            pages[file.src_uri] = tuple(told for told in placed.journal.problems if told.place.file == shown(file))
    return pages


def give_body(file: File, body: str) -> None:
    """Let the host read the body alone: its own reader of front matter prints what it cannot read, and has no bounds.

    The blank line keeps it from taking a first line such as `Update: …` for a key.
    """
    path = file.abs_src_path
    file.content_string = f"\n{body}"
    file.abs_src_path = path  # other plugins ask the history of the source


def move(file: File, address: Address | None) -> None:
    """Publish a file at an address."""
    if address is None:
        return
    for cached in ("url", "abs_dest_path", "dest_uri"):
        file.__dict__.pop(cached, None)
    file.dest_uri = address.file
    if not address.file.endswith("index.html"):
        file.url = encoded(address.url)


def _take_out(files: Files, journal: Journal, candidates: Mapping[PurePosixPath, File], *, serving: bool) -> None:
    """Take refused and withheld posts out of a build; `serve` shows them, outside the nav."""
    for source in journal.refused:
        file = candidates[source]
        if serving and file.is_documentation_page():
            file.inclusion = InclusionLevel.DRAFT
            give_body(file, "")
        else:
            files.remove(file)
    for post in journal.withheld:
        if serving:
            candidates[post.source].inclusion = InclusionLevel.DRAFT
        else:
            files.remove(candidates[post.source])
    for post in journal.public:
        candidates[post.source].inclusion = InclusionLevel.NOT_IN_NAV
