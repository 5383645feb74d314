"""What commands share: the site that they work on, and its posts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from mkdocs_journal.commands.ending import NO_JOURNAL, fail
from mkdocs_journal.commands.folders import NoJournal, SiteJournals, read_folder, site_of
from mkdocs_journal.commands.progress import progress
from mkdocs_journal.journal import newest_first
from mkdocs_journal.posts.clock import UnknownTime, as_of, build_time
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import printable
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.permalinks import PermalinkError, address_of

_Value = TypeVar("_Value", str, tuple[str, ...], None)
_Command = TypeVar("_Command", bound=Callable[..., object])
FileIdentity = tuple[int, ...]
"""Device and number of a file, or nothing: the same by each path, in one call, where a real path needs one a folder."""


def path_argument(command: _Command) -> _Command:
    """Add the argument PATH: a site or its configuration file."""
    return click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))(command)


def site_option(command: _Command) -> _Command:
    """Add the option `--site`, for commands whose argument is something else."""
    kind = click.Path(exists=True, path_type=Path)
    return click.option("--site", "path", default=".", type=kind, help="The site: its folder or mkdocs.yml.")(command)


def as_of_option(command: _Command) -> _Command:
    """Add the option `--as-of`."""
    return click.option("--as-of", "moment", metavar="DATE", help="The date to use as today.")(command)


def in_utf8(context: click.Context, parameter: click.Parameter, value: _Value) -> _Value:
    """Return the value of a parameter, a text or several, or end with a message if it cannot be written into a file."""
    texts: tuple[str, ...] = (value,) if isinstance(value, str) else value or ()
    for text in texts:
        if not text.isascii() and text.encode(errors="replace").decode() != text:
            fail(f"{parameter.get_error_hint(context)}: {printable(text)} is not UTF-8", NO_JOURNAL)
    return value


def only_one(**given: object) -> None:
    """End with a message if several options are given of which each leaves no work for the others."""
    names = [f"--{name}" for name, value in given.items() if value]
    if len(names) > 1:
        fail(f"{' and '.join(names)}: give one of them", NO_JOURNAL)


@dataclass(frozen=True, slots=True)
class Listed:
    """A post with what commands print about it."""

    post: Post
    plan: OutputPlan
    site_url: str

    @property
    def file(self) -> str:
        """Its file as seen from where the command runs."""
        return self.plan.candidates[self.post.source].shown

    @property
    def path(self) -> Path:
        """Its file."""
        path = self.plan.candidates[self.post.source].path
        return path or Path(self.file)

    @property
    def address(self) -> str:
        """Where it is, or would be, published; below the site without `site_url`, empty if it cannot be."""
        if not self.post.date:
            return ""
        try:
            address = address_of(self.post, self.plan.options)
        except PermalinkError:
            return ""
        url = address.url if address else self.plan.candidates[self.post.source].url
        return f"{self.site_url or '/'}{url}"


def read_site(path: Path, moment: str | None = None) -> SiteJournals:
    """Read the journals of a site, or end with a message."""
    try:
        with progress("Reading the posts"):
            return read_folder(path, now_of(moment))
    except NoJournal as error:
        fail(str(error), NO_JOURNAL)


def now_of(moment: str | None, option: str = "--as-of") -> datetime:
    """Return the time given as text by an option, else that of the build, or end with a message."""
    try:
        return build_time() if moment is None else as_of(moment, option)
    except UnknownTime as error:
        fail(str(error), NO_JOURNAL)


def posts_of(site: SiteJournals) -> Iterator[Listed]:
    """Yield every post of a site: the newest first, then those without a date by path."""
    every = ((post, plan) for plan in site.plans for post in (*plan.journal.public, *plan.journal.withheld))
    found = [Listed(post, plan, site.site.url) for post, plan in every if post.source not in plan.untranslated]
    dated = (listed for listed in found if listed.post.date)
    yield from sorted(dated, key=lambda listed: newest_first(listed.post), reverse=True)
    yield from sorted((listed for listed in found if not listed.post.date), key=lambda listed: listed.post.source)


def site_above(file: Path) -> Path:
    """Return the folder of the site that a file belongs to, or end with a message."""
    folder = site_of(file)
    if folder is None:
        fail(f"{shown_path(file)}: found no mkdocs.yml, _config.yml or folder _posts in the folders above it")
    return folder


def posts_by_file(site: SiteJournals) -> Mapping[FileIdentity, Listed]:
    """Return the posts of a site by their files, symbolic links followed; of two with one file the first of the list."""
    posts = reversed(tuple(posts_of(site)))
    return {identity: listed for listed in posts if (identity := _identity(listed.path))}


def _identity(path: Path) -> FileIdentity:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino


def find_post(site: SiteJournals, file: Path) -> Listed | None:
    """Return the post of a file, or None."""
    return posts_by_file(site).get(_identity(file))


def post_in(posts: Mapping[FileIdentity, Listed], file: Path) -> Listed:
    """Return the post of a file among those of `posts_by_file()`, or end with a message."""
    found = posts.get(_identity(file))
    if found is None:
        fail(f"{shown_path(file)}: not a post of this site; run `mkdocs-journal list` for its posts, `check` for problems")
    return found
