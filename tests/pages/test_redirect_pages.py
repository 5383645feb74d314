"""Pages at old addresses."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import jinja2

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.pages.redirect_pages import redirect_files
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.outputs import redirects_route
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.redirects import Redirect
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Route, Routes

FRAGMENTS = Fragments(jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), autoescape=True))


def test_an_old_address_that_another_file_has_taken_leads_nowhere() -> None:
    """Neither with a page nor in the list of redirects."""
    post = Post(source=PurePosixPath("journal/a.md"), title="A", date=datetime(2024, 1, 1, tzinfo=UTC), slug="a", body="")
    old = [Redirect(Address(f"{name}/", f"{name}/index.html"), post.source) for name in ("old", "taken")]
    plan = OutputPlan(options=Options(), journal=Journal(posts=(post,)), redirects=tuple(old))
    file = OutputFile(source="journal/a.md", url="a/", destination="a/index.html")
    edition = Edition(plan=plan, site=SiteInfo(url="https://e.org/"), archive_files={}, post_files={post.source: file})
    routes = Routes()
    routes.claim(redirects_route("_redirects"))
    for redirect in old:
        routes.claim(Route(redirect.address.file, "journal/a.md", "redirect"))
    routes.take_over(Route("taken/index.html", "docs/taken.html", "site"))

    written = dict(redirect_files(Publication((edition,), None, routes), FRAGMENTS, ("_redirects", "other")))

    assert list(written) == ["old/index.html", "_redirects"]
    assert b"/old/ /a/ 301" in written["_redirects"]
    assert b"taken" not in written["_redirects"]


def test_the_pages_of_other_languages_are_written_by_their_own_builds() -> None:
    """Only the files for the server name them as well; with each build writing all, the time was quadratic."""
    publications = []
    for language in ("en", "de"):
        post = Post(
            source=PurePosixPath("journal/a.md"), title="A", date=datetime(2024, 1, 1, tzinfo=UTC), slug="a", body=""
        )
        old = Redirect(Address(f"{language}/old/", f"{language}/old/index.html"), post.source)
        plan = OutputPlan(options=Options(), journal=Journal(posts=(post,)), redirects=(old,))
        file = OutputFile(source="journal/a.md", url=f"{language}/a/", destination=f"{language}/a/index.html")
        edition = Edition(plan=plan, site=SiteInfo(url="https://e.org/"), archive_files={}, post_files={post.source: file})
        publications.append(Publication((edition,), None, Routes()))
    english, german = publications
    german.routes.claim(redirects_route("_redirects"))

    written = dict(redirect_files(german, FRAGMENTS, ("_redirects",), [english]))

    assert list(written) == ["de/old/index.html", "_redirects"]
    assert written["_redirects"].split(b"\n")[:2] == [b"/de/old/ /de/a/ 301", b"/en/old/ /en/a/ 301"]
