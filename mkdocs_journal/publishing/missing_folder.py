"""A journal without a post: its folder is not there, or its posts are elsewhere; globs and scopes that match nothing."""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.states import is_draft_path
from mkdocs_journal.posts.suffixes import is_dated
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.folder_advice import folder_advice
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.site_info import SiteInfo


class Places(NamedTuple):
    """Where the files of a site are, and who may have brought them there."""

    site: SiteInfo
    written_docs: str
    """The folder of the docs as its author wrote it: a plugin may have the program read another one."""
    movers: Callable[[], str]
    """Returns who may have moved files, as messages name it."""
    folders: tuple[Path, ...] = ()
    """The folders with the sources of all languages, if the site is built by languages."""

    def is_in(self, folder: str, file: OutputFile) -> bool:
        """Return whether a file is on the disk in a folder of the docs."""
        return file.path is not None and file.path.is_relative_to(self.site.docs / folder)

    def is_moved(self, file: OutputFile, folder: str) -> bool:
        """Return whether a file is at another place than its author's: read from elsewhere, or published elsewhere.

        A file of one language is where the plugin for languages has it, unless the folder of the journal is written with
        that of the language: `en/journal`.
        """
        if self.folders:
            return self.is_in(folder, file) and not _is_below(folder, file)
        at = os.path.abspath(os.path.join(self.written_docs, file.source))  # noqa: PTH100, PTH118 - links are not followed
        return str(file.path) != at or file.destination != self.site.destination(PurePosixPath(file.source))


def without_posts(
    journal: Journal,
    options: Options,
    files: Sequence[OutputFile],
    known: Container[PurePosixPath],
    places: Places,
    is_post: Callable[[OutputFile], bool],
) -> tuple[Problem, ...]:
    """Return the problem of a journal that has no post or no folder, if it is one.

    Args:
        journal: The journal.
        options: Its options.
        files: The files of the site.
        known: Sources that belong to any journal.
        places: Where the files are.
        is_post: Returns whether a page of the journal's folder would be a post, if it were a source of the journal.
    """
    folders = (places.site.docs, *places.folders)
    there = any(os.path.isdir(docs / options.folder) for docs in folders)  # noqa: PTH112 - false for a name that is too long
    if journal.public or journal.refused or any(_shows_folder(post.source, options) for post in journal.withheld):
        needless = (
            there or not options.folder_given or any(_is_below(options.folder, file) for file in files)
        )  # a plugin has put files there
        return () if needless else (_no_folder(options, (), places.site),)
    free = [file for file in files if file.is_page and PurePosixPath(file.source) not in known]
    dated = [file for file in free if is_dated(PurePosixPath(file.source)) and not file.left_out]
    own = [file for file in free if _is_below(options.folder, file) or places.is_in(options.folder, file)]
    inside = [file for file in own if places.is_moved(file, options.folder) and is_post(file)]
    if moved := [file for file in dated if places.is_moved(file, options.folder)] or inside:
        stay = any(_is_below(options.folder, file) for file in inside)
        advice = "remove that plugin or write another folder" if stay else folder_advice(_sources(moved))
        values = {"found": Quoted(options.folder), "example": moved[0].source, "advice": advice}
        option = f"{options.within}folder"
        return (problem("J534", places.site.place_of(option), option, who=places.movers(), **values),)
    return () if there else (_no_folder(options, dated, places.site),)


def matching_nothing(options: Options, files: Sequence[OutputFile], places: Places) -> tuple[Problem, ...]:
    """Return a problem for each glob of posts, and each scope of defaults below the docs by mistake, that matches no file.

    What a glob should name would be ordinary pages; what a scope should withhold would be published.
    """
    return (*_globs_of_nothing(options, files, places), *_scopes_of_nothing(options, files, places))


def _globs_of_nothing(options: Options, files: Sequence[OutputFile], places: Places) -> Iterator[Problem]:
    """Yield a problem for each glob; a site that is built by languages has the files of one language only."""
    unused = (glob for glob in options.posts if not places.folders and glob.strip() and not glob.startswith(("!", "#")))
    docs = f"{places.site.docs.name}/"
    for glob in unused:
        spec = GitIgnoreSpec.from_lines([glob])
        if not any(spec.match_file(file.source) for file in files):
            inner = glob.lstrip("/").removeprefix(docs)
            below = f": write {inner}" if inner != glob.lstrip("/") else ""
            yield _no_file(f"{options.within}posts", glob, f"globs are below docs_dir{below}", places)


def _scopes_of_nothing(options: Options, files: Sequence[OutputFile], places: Places) -> Iterator[Problem]:
    """Yield a problem for each scope that begins with the name of the docs; another may wait for its first post."""
    docs = f"{places.site.docs.name}/"
    for path in dict.fromkeys(scope.path for scope in options.defaults if scope.path.startswith(docs)):
        inner = path.removeprefix(docs)
        if any(file.source.startswith(inner) for file in files) and not any(file.source.startswith(path) for file in files):
            yield _no_file(f"{options.within}defaults", path, f"scopes are below docs_dir: write {inner}", places)


def _no_file(option: str, found: str, advice: str, places: Places) -> Problem:
    values = {"found": Quoted(found), "missing": "matches no file", "advice": advice}
    return problem("J804", places.site.place_of(option), option, **values)


def _no_folder(options: Options, dated: Sequence[OutputFile], site: SiteInfo) -> Problem:
    code = "J804" if options.folder_given else "J535"
    advice = f"dated files are elsewhere: {folder_advice(_sources(dated))}" if dated else "create it or write another"
    option = f"{options.within}folder"
    values = {"found": Quoted(options.folder), "missing": "does not exist", "advice": advice}
    return problem(code, site.place_of(option), option, **values)


def _shows_folder(draft: PurePosixPath, options: Options) -> bool:
    """Return whether a draft shows that the folder of the journal is meant: one of `_drafts` beside it does not."""
    return not is_draft_path(draft) or options.folder == "." or draft.is_relative_to(options.folder)


def _is_below(folder: str, file: OutputFile) -> bool:
    return folder == "." or file.source.startswith(f"{folder}/")


def _sources(files: Iterable[OutputFile]) -> list[PurePosixPath]:
    return [PurePosixPath(file.source) for file in files]
