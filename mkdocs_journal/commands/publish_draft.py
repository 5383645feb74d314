"""`mkdocs-journal publish`: a draft becomes a post."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.commands.files_beside import DRAFTS, INDEXES, files_beside, move_beside
from mkdocs_journal.commands.folders import whole_path
from mkdocs_journal.commands.sites import find_post, now_of, post_in, posts_by_file, read_site, site_above
from mkdocs_journal.editing.front_matter_text import EditError, FrontMatterText
from mkdocs_journal.editing.source_files import edit_file, move_file, read_bytes, write_file
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.dates import named_date
from mkdocs_journal.posts.journal_folders import is_of_journal
from mkdocs_journal.posts.other_states import is_withholding
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.real_paths import real_path


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--date", "moment", metavar="DATE", help="The date of the post; without it, today.")
def publish(file: Path, moment: str | None) -> None:
    """Publish the draft FILE: date it, remove the key that withholds it, and move it out of _drafts.

    The date is that of today in the time zone of the site; an earlier or later one in the file name is replaced. A draft
    that is the index of a folder is moved with its folder, and the files of _drafts that a draft names are moved with it.
    The new file and its address are printed.
    """
    now = now_of(moment, "--date")
    folder = site_above(file)
    listed = post_in(posts_by_file(read_site(folder, moment)), file)
    if not listed.post.state.withheld:
        fail(f"{listed.file}: published already")
    date = now if moment is not None else now.astimezone(listed.plan.options.zone)
    try:
        target = _target(whole_path(file), date, _folder_beside(listed.post.source, listed.plan.options))
        source, moved = _moved(whole_path(file), target)
        beside = files_beside(listed, whole_path(file), target)
        before = read_bytes(file)
        if source != moved and moved.exists():
            fail(f"{shown_path(moved)}: exists already; choose another date or name")
        edit_file(file, lambda text: published(text, date))
        if source != moved:
            move_file(source, moved)
        done = find_post(read_site(folder, moment), target)
        if done is None or done.post.state.withheld:
            if source != moved:
                move_file(moved, source)
            write_file(real_path(file), before)
            state = done.post.state.value if done else "refused"
            fail(f"{listed.file}: would still be {state}, so nothing was changed; look at its front matter")
        move_beside(beside)
    except EditError as error:
        fail(f"{shown_path(file)}: {error}")
    click.echo(done.file)
    if done.address:
        click.echo(done.address)


def published(text: str, date: datetime) -> str:
    """Return the file of a draft with the date of its publication and without the keys that withhold it."""
    front = FrontMatterText(text)
    values = [(normalised(entry.key.text), [span.text for span in entry.scalars]) for entry in front.entries]
    elsewhere = [key for key, words in values if is_withholding(key, words)]
    text = front.without("draft", "published", *elsewhere)
    front, day = FrontMatterText(text), date.date().isoformat()
    if (dated := front.entry("date")) and dated.below:
        return front.with_value_below(dated, "created", day)
    return front.with_value("date", day, below=("title", "layout"))


def _folder_beside(draft: PurePosixPath, options: Options) -> str:
    """Return the name of the folder for posts that is beside the folder `_drafts` of a draft; empty if it is above it."""
    if options.folder == ".":
        return "_posts"
    is_beside = is_of_journal(draft, options) and not draft.is_relative_to(options.folder)
    return PurePosixPath(options.folder).name if is_beside else ""


def _target(file: Path, date: datetime, posts: str) -> Path:
    """Return where the file of a published draft belongs: out of `_drafts`, with its date in its name.

    Elsewhere only a date that is in the name is replaced.

    Args:
        file: The draft.
        date: The date of its publication.
        posts: The folder in the place of `_drafts`, or empty if the posts are above it.
    """
    parts, is_draft = list(file.parts), DRAFTS in file.parts
    home = len(parts) - 1 - parts[::-1].index(DRAFTS) if is_draft else 0
    named = -2 if home < len(parts) - 2 and file.stem.casefold() in INDEXES else -1
    stem, suffix = (parts[named], "") if named < -1 else (file.stem, file.suffix)
    before = named_date(stem)
    if is_draft or before.day or before.impossible:
        parts[named] = "-".join(filter(None, (date.date().isoformat(), before.rest))) + suffix
    if is_draft:
        above = Path(*parts[:home])
        parts[home : home + 1] = filter(None, ["_posts" if (above / "_posts").is_dir() else posts])
    return Path(*parts)


def _moved(file: Path, target: Path) -> tuple[Path, Path]:
    """Return what is moved and where to: the file, or the folder of which it is the index."""
    if file.stem.casefold() in INDEXES and file.parent.name != target.parent.name:
        return file.parent, target.parent
    return file, target
