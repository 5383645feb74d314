"""Whatever authors write, addresses stay in the site and every file has one owner, in whatever order posts come."""

from __future__ import annotations

import posixpath
from datetime import UTC, datetime
from pathlib import PurePosixPath

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import STYLES
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.permalinks import PermalinkError, address_of
from mkdocs_journal.publishing.post_urls import PostUrls, address_posts, address_redirects
from mkdocs_journal.publishing.redirects import old_address
from mkdocs_journal.urls.routes import Route, Routes

PIECES = st.sampled_from([
    "..", ".", "/", "//", "\\", "%2e%2e", "%2F", "a", "b", "A", "é", "e\u0301", "index.html", ".html", "?", "#", ":", "\0",
    "\n", " ", "~", "-", ":title", ":year", ":categories", ":nothing", "https:", "x" * 120, "漢",
])  # fmt: skip
PATHS = st.lists(PIECES, max_size=6).map("".join)
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def make_post(name: str, **fields: object) -> Post:
    values: dict[str, object] = {
        "source": PurePosixPath(f"journal/{name}.md"), "title": name, "slug": name, "body": "",
        "date": datetime(2024, 5, 6, tzinfo=UTC),
    }  # fmt: skip
    return Post(**{**values, **fields})  # type: ignore[arg-type]  # what a test gives


def inside(file: str) -> bool:
    """Return whether a file is below the folder in which the site is written."""
    return posixpath.normpath(f"site/{file}").startswith("site/") and not file.startswith("/") and "\0" not in file


@QUICK
@given(
    permalink=PATHS, slug=PATHS, style=st.sampled_from([*STYLES, "/:folder/:title/", "/:categories/:slug"]), category=PATHS
)
def test_an_address_is_in_the_site_or_refused(permalink: str, slug: str, style: str, category: str) -> None:
    post = make_post("p", permalink=permalink, slug=slug, categories=(category,), places={"slug": (2, 7)})
    for options in (Options(permalink=style), Options(permalink=style, compat="jekyll", slug_mode="none")):
        try:
            address = address_of(post, options)
        except PermalinkError:
            continue
        assert address is not None
        assert inside(address.file)
        assert ".." not in address.url.split("/")


@QUICK
@given(text=PATHS)
def test_an_old_address_is_in_the_site_or_refused(text: str) -> None:
    try:
        address = old_address(text, "https://example.org/docs/")
    except PermalinkError:
        return
    assert inside(address.file)


def addressed(posts: list[Post]) -> tuple[PostUrls, Routes]:
    files = {
        post.source: OutputFile(
            source=post.source.as_posix(),
            url=f"{post.source.with_suffix('')}/",
            destination=f"{post.source.with_suffix('')}/index.html",
        )
        for post in posts
    }
    found = [OutputPlan(options=Options(permalink="/:title/"), journal=Journal(posts=tuple(posts)), candidates=files)]
    routes = Routes()
    routes.claim(Route("taken/index.html", "docs/taken.md", "site"))
    done = address_posts(found, routes)
    address_redirects(found, done, routes, "https://example.org/")
    return done, routes


SLUGS = st.sampled_from(["a", "b", "A", "taken", "c"])
OLD = st.lists(st.sampled_from(["/a/", "/b/", "/old/", "/old.html", "taken", "/taken/", "/x/../a/"]), max_size=3)


@QUICK
@given(st.lists(st.tuples(SLUGS, OLD), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_every_file_has_one_owner_in_any_order_of_posts(given_posts: list[tuple[str, list[str]]], chance: object) -> None:
    posts = [make_post(f"p{n}", slug=slug, redirect_from=tuple(old)) for n, (slug, old) in enumerate(given_posts)]
    shuffled = list(posts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random

    first, routes = addressed(posts)
    second, _ = addressed(shuffled)

    assert first == second
    files = [address.file for address in first.addresses.values() if address]
    files += [redirect.address.file for redirect in first.redirects]
    assert len(files) == len(set(files))
    assert "taken/index.html" not in files
    assert all(file in routes for file in files)
    assert set(first.addresses) | set(first.refused) == {post.source for post in posts}
