"""Files that belong to withheld posts only: they are published as little as the posts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.host.addressing import Found
from mkdocs_journal.host.paths import is_left_out, text_of
from mkdocs_journal.host.placing import Placed
from mkdocs_journal.reading.state import is_draft_path
from mkdocs_journal.urls.bundles import is_index
from mkdocs_journal.urls.references import named_files


def take_attachments(
    files: Files, found: Sequence[Found], placed: Sequence[Placed], config: MkDocsConfig
) -> tuple[File, ...]:
    """Take the files that belong to posts that are not published out of the build, and return them.

    These are the files in the folder of such a bundle, those below `_drafts`, and those of the journal's folder that such a
    post names; but a file that a public page or the configuration names is published.
    """
    hidden = [(one, source) for one, its in zip(found, placed, strict=True) for source in _not_published(its)]
    if not hidden:
        return ()
    others = {file.src_uri: file for file in files if not (file.is_documentation_page() or is_left_out(file))}
    theirs = {path for path in others if is_draft_path(PurePosixPath(path)) and _inside(path, found)}
    for one, source in hidden:
        theirs |= _of_bundle(source, others)
        inside = [path for path in others if _inside(path, [one])]
        theirs |= named_files(text_of(one.candidates[source]), source, inside)
    sources = {source for _, source in hidden}
    public = [file for file in files.documentation_pages() if PurePosixPath(file.src_uri) not in sources]
    used = named_files(_configuration(config), PurePosixPath("mkdocs.yml"), theirs)
    originals = {file.src_uri: file for one in found for file in one.candidates.values()}
    for file in public:
        used |= named_files(text_of(originals.get(file.src_uri, file)), PurePosixPath(file.src_uri), theirs)
    taken = tuple(others[path] for path in sorted(theirs - used))
    for file in taken:
        files.remove(file)
    return taken


def _not_published(placed: Placed) -> Iterable[PurePosixPath]:
    return (*(post.source for post in placed.journal.withheld), *placed.journal.refused)


def _inside(path: str, found: Sequence[Found]) -> bool:
    """Return whether a path is below the folder of one of some journals."""
    return any(one.options.folder == "." or path.startswith(f"{one.options.folder}/") for one in found)


def _of_bundle(source: PurePosixPath, others: Iterable[str]) -> set[str]:
    if not is_index(source):
        return set()
    return {path for path in others if path.startswith(f"{source.parent}/")}


def _configuration(config: MkDocsConfig) -> str:
    path = Path(config.config_file_path or "")
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
