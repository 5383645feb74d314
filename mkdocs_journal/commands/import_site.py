"""`mkdocs-journal import`: a site of another program becomes a site of MkDocs with a journal."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from textwrap import indent

import click

from mkdocs_journal.audit.named_files import MANIFEST
from mkdocs_journal.commands.ending import NO_JOURNAL, fail
from mkdocs_journal.commands.progress import progress
from mkdocs_journal.commands.sites import now_of
from mkdocs_journal.editing.config_nodes import SITES
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.editing.plugin_replacing import PluginEntries
from mkdocs_journal.editing.source_files import edit_file, read_text
from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.moving.import_plan import ImportPlan, Written, write_plan
from mkdocs_journal.moving.jekyll_import import DOCS, plan_import
from mkdocs_journal.moving.material_blog import BLOG, RSS, in_yaml, journals_of
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import printable
from mkdocs_journal.publishing.jekyll_config import NAMES, JekyllConfig, JekyllConfigError, config_file, read_jekyll_config
from mkdocs_journal.publishing.real_paths import real_path
from mkdocs_journal.publishing.whole_files import UnwritableFileError

_TOML = "_config.toml"
_DEFAULTS = b"# The old site had no configuration: the journal uses the defaults of Jekyll.\n"
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("import")
def import_site() -> None:
    """Move a site of another program to MkDocs."""


@import_site.command()
@click.argument("src", type=_FOLDER)
@click.argument("dest", type=click.Path(file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
def jekyll(src: Path, dest: Path, *, dry_run: bool) -> None:
    """Write the Jekyll site in the folder SRC as an MkDocs site to the folder DEST.

    `mkdocs.yml` is made from `_config.yml`. Posts, drafts and other files are copied as they are; pages, collections and
    their `redirect_from` become Markdown files. What has no counterpart is listed: includes, tags, layouts, plugins.

    The command can be repeated. Files that you have changed since, or that were there before, are kept.
    `.journal-import.json` in DEST lists what was written and what was not moved.
    """
    file = config_file(src)
    if file is None and (src / _TOML).is_file():
        fail(f"{shown_path(src / _TOML)}: write its values to {NAMES[0]}, which Jekyll reads as well", NO_JOURNAL)
    if file is None and not any(folder.is_dir() for folder in src.glob("**/_posts")):
        fail(f"{shown_path(src)}: found no {NAMES[0]} or folder _posts; give the folder of a Jekyll site", NO_JOURNAL)
    if real_path(dest) == real_path(src):
        fail(f"{shown_path(dest)}: is the folder of the old site; give another for the new one", NO_JOURNAL)
    try:
        config = read_jekyll_config(file) if file else JekyllConfig()
        original = bytes_of(file) if file else _DEFAULTS
        with progress("Reading the old site"):
            plan = plan_import(real_path(src), config, real_path(dest), now_of(None), original)
        if not any(file.path.is_relative_to(DOCS) for file in plan.files):
            fail(f"{shown_path(src)}: found no posts and no pages; give the folder of a Jekyll site", NO_JOURNAL)
        with progress("Writing the new site"):
            written = write_plan(plan, dest, dry_run=dry_run)
    except (JekyllConfigError, UnwritableFileError) as error:
        fail(str(error))
    print_import(plan, written, dest, dry_run=dry_run)


@import_site.command()
@click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
@click.option("--yes", is_flag=True, help="Change mkdocs.yml. Without it, only show the change.")
def material(path: Path, *, yes: bool) -> None:
    """Replace Material's blog in the site at PATH by the journal, with the same URLs.

    The plugins `blog` and `rss` in `mkdocs.yml` become one entry `journal`: with the addresses of posts, lists and feeds
    that they had. Posts and `.authors.yml` stay as they are. Settings without a counterpart are listed.
    """
    file = path if path.is_file() else next((path / name for name in SITES if (path / name).is_file()), None)
    if file is None:
        fail(f"{shown_path(path)}: found no {SITES[0]}; give the folder of a site, or its configuration file", NO_JOURNAL)
    try:
        before = read_text(file)
        after, not_moved = _with_journal(before)
        if yes:
            edit_file(file, lambda text: _with_journal(text)[0])
    except EditError as error:
        fail(f"{shown_path(file)}: {error}")
    lines = unified_diff(before.splitlines(), after.splitlines(), shown_path(file), shown_path(file), n=1, lineterm="")
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    for name in not_moved:
        click.echo(f"not moved: {printable(name)}")
    if not yes:
        click.echo("Nothing was changed; run the command again with --yes to change the file.")


def _with_journal(text: str) -> tuple[str, tuple[str, ...]]:
    entries = PluginEntries(text)
    blogs = entries.settings_of(BLOG)
    if not blogs:
        raise EditError("the plugin blog is not in `plugins`")
    directories = entries.setting("use_directory_urls") is not False
    feeds = next(iter(entries.settings_of(RSS)), None)
    if len({str(blog.get("blog_dir") or BLOG) for blog in blogs}) < len(blogs):
        raise EditError("two plugins blog have one blog_dir; keep one of them")
    found = journals_of(blogs, feeds, directories=directories)
    return entries.replaced({BLOG, RSS}, "journal", in_yaml(found.options, "")), found.not_moved


def print_import(plan: ImportPlan, written: Written, dest: Path, *, dry_run: bool) -> None:
    """Print what an import has written and what has no counterpart."""
    if dry_run:
        for file in plan.files:
            click.echo(f"{file.path}  <- {printable(file.origin)}")
    for path in written.kept:
        if path == "mkdocs.yml":
            text = next(file.data.decode() for file in plan.files if file.path.as_posix() == path)
            click.echo(f"The mkdocs.yml of the import, for comparison:\n{indent(text, '  ')}", nl=False)
        click.echo(f"kept: {printable(path)} (changed since the last import, or not written by one)")
    for path in written.left:
        click.echo(f"left: {printable(path)} (not in the old site any more; remove it if you do not need it)")
    for one in plan.not_moved:
        times = f"{one.count} times, first in" if one.count > 1 else "in"
        advice = f"; {one.advice}" if one.advice else ""
        click.echo(f"not moved: {one.kind} {printable(one.name)}: {times} {printable(one.where)}{advice}")
    verb = "would be written" if dry_run else "written"
    counts = f"{len(written.changed)} updated, {written.same} unchanged, {len(written.kept)} kept"
    click.echo(f"{len(written.new)} files {verb}, {counts}")
    if not dry_run:
        click.echo(f"Next: look at {shown_path(dest / 'mkdocs.yml')} and {MANIFEST}, then run `mkdocs build` there.")
