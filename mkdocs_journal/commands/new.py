"""`mkdocs-journal new`: a post to fill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.commands.folders import SiteJournals
from mkdocs_journal.commands.sites import in_utf8, now_of, only_one, post_in, posts_by_file, read_site, site_option
from mkdocs_journal.editing.front_matter_text import EditError, FrontMatterText
from mkdocs_journal.editing.scalars import as_flow_list, as_scalar
from mkdocs_journal.editing.source_files import read_text, write_file
from mkdocs_journal.history.git import own_name
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.urls.slugs import slugify

_EMPTY: Final = "---\n---\n\n"
_APOSTROPHES: Final = re.compile(r"(?<=\w)['’](?=\w)")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the new post contains."""

    title: str
    date: datetime
    draft: bool
    author: str
    tags: tuple[str, ...]
    slug: str


@click.command()
@click.argument("title", callback=in_utf8)
@site_option
@click.option("--journal", "name", default="", metavar="NAME", help="The journal, if the site has several.")
@click.option("--date", "moment", metavar="DATE", help="The date of the post; without it, today.")
@click.option("--draft", is_flag=True, help="Create it as a draft, in the folder _drafts.")
@click.option(
    "--author", metavar="NAME", callback=in_utf8, help="The author; without it, Git's user.name. An empty name: no author."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", callback=in_utf8, help="A tag; can be given several times.")
@click.option("--slug", default="", callback=in_utf8, help="The name in the URL; without it, made from the title.")
@click.option("--template", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A file to start from.")
def new(  # noqa: PLR0913, PLR0917 - click passes each option by name
    title: str,
    path: Path,
    name: str,
    moment: str | None,
    author: str | None,
    tags: tuple[str, ...],
    slug: str,
    template: Path | None,
    *,
    draft: bool,
) -> None:
    """Create a post with the given TITLE, and print its file and its address.

    The file is named after the date, in the time zone of the site, and the title. No editor is opened, and an existing file
    is never replaced.
    """
    only_one(draft=draft, date=moment)
    site = read_site(path)
    plan = _journal(site, name)
    title = " ".join(title.split())
    if not title:
        fail("the title is empty; write one, for example: mkdocs-journal new 'A first post'")
    date = now_of(moment, "--date")
    author = own_name(site.site.docs) if author is None else author
    slug = slug_of(slug or title)
    wanted = _Wanted(title, date if moment is not None else date.astimezone(plan.options.zone), draft, author, tags, slug)
    file = _folder(site, plan, draft=draft) / (f"{slug}.md" if draft else f"{wanted.date.date()}-{slug}.md")
    try:
        text = _filled(read_text(template) if template else _EMPTY, wanted)
        write_file(file, text.encode(), new=True)
    except EditError as error:
        fail(f"{shown_path(file)}: {error}")
    click.echo(shown_path(file))
    if address := post_in(posts_by_file(read_site(path)), file).address:
        click.echo(address)


def _journal(site: SiteJournals, name: str) -> OutputPlan:
    """Return the journal with a name, or the only one, or end with a message."""
    names = [plan.options.name for plan in site.plans]
    if not name and len(set(names)) == 1:  # of several languages the first, which is the default one
        return site.plans[0]
    if name not in names:
        known = ", ".join(filter(None, names)) or "none has a name"
        fail(f"--journal: {f'found {name!r}' if name else 'not given'}; write one of the journals of this site: {known}")
    return site.plans[names.index(name)]


def _folder(site: SiteJournals, plan: OutputPlan, *, draft: bool) -> Path:
    """Return where a new post belongs: in Jekyll's folders where posts are in them, else in the folder of the journal."""
    folder = site.site.docs / plan.options.folder
    if draft:
        return folder / "_drafts"
    return folder / "_posts" if site.jekyll or (folder / "_posts").is_dir() else folder


def _filled(text: str, wanted: _Wanted) -> str:
    """Return a template with the title, date, author and tags of a post; other keys and the body stay."""
    values = {"title": as_scalar(wanted.title)}
    if not wanted.draft:
        values["date"] = wanted.date.date().isoformat()
    if wanted.author:
        values["author"] = as_scalar(wanted.author)
    if wanted.tags:
        values["tags"] = as_flow_list(wanted.tags)
    for key, value in values.items():
        text = FrontMatterText(text).with_value(key, value)
    return text


def slug_of(title: str) -> str:
    """Return a title as a part of a file name: letters and digits in lower case, joined by hyphens."""
    return slugify(_APOSTROPHES.sub("", title), "default").strip("-").lower() or "post"
