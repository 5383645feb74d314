"""`mkdocs-journal verify`: a built site compared with its old version."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from mkdocs_journal.commands.ending import NO_JOURNAL, NOT_DONE, fail
from mkdocs_journal.commands.progress import progress
from mkdocs_journal.moving.built_site import BuiltSite
from mkdocs_journal.moving.old_site import OldSiteError, read_old_site
from mkdocs_journal.moving.verification import Verification, verify_site
from mkdocs_journal.problems.problem import printable


@click.command()
@click.argument("built_site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.option("--ignore", "ignored", multiple=True, metavar="GLOB", help="Old addresses that are given up, such as /css/*.")
@click.option("--strict", is_flag=True, help="Exit with 1 also if the body of a post differs.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify(built_site: Path, old: Path, *, ignored: tuple[str, ...], strict: bool, as_json: bool) -> None:
    """Compare the folder BUILT_SITE with OLD, what was published before.

    OLD is the folder that the old program has built (`_site`), a list of URLs (one a line), a sitemap or a feed. Every old
    address must have a page, a file or a redirect. Entries of feeds must keep their IDs and dates. Bodies of posts are
    compared by their words and by the number of headings, items, tables, pictures, quotations and code blocks.

    The exit code is 1 if an address is lost, a feed is missing, or an entry has another ID or date. No network is used.
    """
    try:
        with progress("Comparing the sites"):
            found = verify_site(read_old_site(old), BuiltSite(built_site), ignored)
    except OldSiteError as error:
        fail(str(error), NO_JOURNAL)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        _print(found)
    sys.exit(0 if found.is_complete and not (strict and found.body_differences) else NOT_DONE)


def _print(found: Verification) -> None:
    for one in found.lost:
        target = f" (redirects to {printable(one.leads_to)}, where nothing is)" if one.leads_to else ""
        click.echo(f"lost: {printable(one.address)}{target}")
    for feed in found.feed_differences:
        name = printable(feed.feed or "the feed")
        if feed.missing:
            click.echo(f"feed: {name}: the new site has no feed there")
        for entry in feed.again:
            click.echo(f"feed: {name}: {printable(entry)} has another ID; feed readers show it again")
        for entry in feed.dates:
            click.echo(f"feed: {name}: {printable(entry)} has another date")
    for page in found.body_differences:
        words = f"{page.body.lost} of {page.body.words} words are lost" if page.body.lost else ""
        click.echo(f"body: {printable(page.address)}: {'; '.join([*([words] if words else []), *page.body.parts])}")
    click.echo(
        f"{found.addresses} addresses: {found.answered} answered, {found.redirected} redirected, {len(found.lost)} lost\n"
        f"{found.feeds} feeds: {len(found.feed_differences)} differ\n"
        f"{found.bodies} bodies of posts: {len(found.body_differences)} differ"
    )
    if found.not_compared:
        number, first = len(found.not_compared), printable(found.not_compared[0])
        click.echo(f"{number} not compared: the old page has no <article> around the body, first {first}")
