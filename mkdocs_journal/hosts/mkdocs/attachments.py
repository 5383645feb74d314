"""Files that belong to withheld posts only: they are published as little as the posts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs.addressing import Found
from mkdocs_journal.hosts.mkdocs.config import settings_as_written, site_path
from mkdocs_journal.hosts.mkdocs.paths import is_left_out, text_of
from mkdocs_journal.hosts.mkdocs.placing import Placed
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.posts.states import is_draft_path
from mkdocs_journal.urls.bundles import bundles, is_inside
from mkdocs_journal.urls.references import FileNames

_TEXTS: Final = frozenset(
    {".css", ".html", ".htm", ".j2", ".jinja", ".jinja2", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
)
"""Suffixes of files, copied as they are, that may name others."""
_OF_PROGRAMS: Final = frozenset({"cname", "robots.txt", "favicon.ico", "ads.txt", "humans.txt", "_redirects", "_headers"})
"""Files at the root of the site that programs ask for; a post that links one does not own it."""
_PATTERNS: Final = frozenset({"exclude_docs", "draft_docs", "not_in_nav"})
"""Options whose values name files in order to leave them out."""


def take_attachments(
    files: Files, found: Sequence[Found], placed: Sequence[Placed], config: MkDocsConfig
) -> tuple[File, ...]:
    """Take the files that belong to posts that are not published out of the build, and return them.

    These are the files in the folder of such a bundle, those below `_drafts`, those beside such a post that have its name,
    those of the journal's folder that it names, those elsewhere that it links, and what these link. A file that a public
    page, a style sheet, a template of the site or a value of the configuration names is published.
    """
    sources = {source for its in placed for source in _not_published(its)}
    if not sources:
        return ()
    address = site_path(config)
    others = {file.src_uri: file for file in files if not (file.is_documentation_page() or is_left_out(file))}
    theirs = {path for path in others if is_draft_path(PurePosixPath(path)) and _inside(path, found)}
    theirs |= _namesakes(sources, others)
    everywhere = FileNames((path for path in others if not _of_program(path)), address)
    for one, its in zip(found, placed, strict=True):
        inner = FileNames((path for path in others if _inside(path, [one])), address)
        folders = _folders(_not_published(its), one.options.folder)
        theirs |= {path for path in others if folders and is_inside(PurePosixPath(path), folders)}
        for source in _not_published(its):
            text = text_of(one.candidates[source])
            theirs |= inner.named_in(text, source) | everywhere.named_in(text, source, only_targets=True)
    theirs = _with_named(theirs, others, lambda text, path: everywhere.named_in(text, path, only_targets=True))
    taken = tuple(others[path] for path in sorted(theirs - _used(theirs, files, found, sources, config)))
    for file in taken:
        files.remove(file)
    return taken


def _used(
    theirs: set[str], files: Files, found: Sequence[Found], sources: Container[PurePosixPath], config: MkDocsConfig
) -> set[str]:
    """Return those of some files that something public names, directly or by another of them that is public then."""
    names = FileNames(theirs, site_path(config))
    used = set(names.named_in("\n".join(_configuration(config)), PurePosixPath("mkdocs.yml"))) if theirs else set()
    originals = {file.src_uri: file for one in found for file in one.candidates.values()}
    by_path = {PurePosixPath(file.src_uri): file for file in files if theirs}
    for path, file in by_path.items():
        public = not is_left_out(file) and path not in sources and file.src_uri not in theirs
        if public and (file.is_documentation_page() or path.suffix.lower() in _TEXTS):
            used |= names.named_in(text_of(originals.get(file.src_uri, file)), path)
    return _with_named(used, {str(path): file for path, file in by_path.items()}, names.named_in)


def _with_named(
    paths: Iterable[str], files: Mapping[str, File], named_in: Callable[[str, PurePosixPath], frozenset[str]]
) -> set[str]:
    """Return some files with those that they name, directly or by another of them."""
    found = set(paths)
    waiting = [path for path in found if PurePosixPath(path).suffix.lower() in _TEXTS]
    while waiting:
        path = waiting.pop()
        more = named_in(text_of(files[path]), PurePosixPath(path)) - found
        found |= more
        waiting += [other for other in more if PurePosixPath(other).suffix.lower() in _TEXTS]
    return found


def _not_published(placed: Placed) -> Iterable[PurePosixPath]:
    return (*(post.source for post in placed.journal.withheld), *placed.journal.refused)


def _namesakes(sources: Iterable[PurePosixPath], others: Iterable[str]) -> set[str]:
    """Return those of some files that lie beside a source and have its name: `plan.pdf`, `plan.md~`, `#plan.md#`."""
    names = {source.with_suffix("") for source in sources}
    paths = ((path, PurePosixPath(path).parent, PurePosixPath(path).name.strip("#~.").split(".")) for path in others)
    return {
        path
        for path, folder, parts in paths
        if any(folder / ".".join(parts[:end]) in names for end in range(1, len(parts) + 1))
    }


def _inside(path: str, found: Sequence[Found]) -> bool:
    """Return whether a path is below the folder of one of some journals."""
    return any(one.options.folder == "." or path.startswith(f"{one.options.folder}/") for one in found)


def _of_program(path: str) -> bool:
    return path.startswith(".well-known/") or path.casefold() in _OF_PROGRAMS


def _folders(sources: Iterable[PurePosixPath], journal: str) -> frozenset[PurePosixPath]:
    """Return the folders whose files belong to posts that are not published: those of bundles, and `_drafts` above one."""
    sources = tuple(sources)
    drafts = (folder for source in sources for folder in source.parents if folder.name == "_drafts")
    return bundles(sources, journal).union(drafts)


def _configuration(config: MkDocsConfig) -> Iterator[str]:
    """Yield what the configuration and the site's own templates say, without comments and patterns of files."""
    given: Iterable[Mapping[str, Any]] = (*settings_as_written(config), dict(config))
    for values in given:
        yield from texts_in({name: value for name, value in values.items() if name not in _PATTERNS})
    folder = config.theme.custom_dir
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        if path.suffix.lower() in _TEXTS and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")
