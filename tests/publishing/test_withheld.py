"""What leads to a withheld post."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.publishing import withheld
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.withheld import WithheldPosts
from mkdocs_journal.urls.bundles import bundles, is_index, is_inside

SITE = "https://example.org/docs/"


def draft(source: str, slug: str, *, dated: bool = True, permalink: str = "", redirect_from: tuple[str, ...] = ()) -> Post:
    return Post(
        source=PurePosixPath(source),
        title="Hush",
        slug=slug,
        date=datetime(2024, 1, 2, tzinfo=UTC) if dated else None,
        state=State.DRAFT,
        permalink=permalink,
        redirect_from=redirect_from,
        body="",
    )


POSTS = (
    draft("journal/2024-01-02-hush.md", "hush", redirect_from=("/old/hush.html", "../bad")),
    draft("journal/2024-01-03-bundle/index.md", "bundle"),
    draft("journal/_drafts/idea.md", "idea", dated=False),
    draft("journal/_drafts/Z\u00fcrich.md", "z\u00fcrich", dated=False, permalink="/z\u00fcrich/"),
    draft("journal/2024-01-04-unsafe.md", "unsafe", permalink="/../unsafe/"),
    draft("journal/2024-01-05-my hush.md", "my-hush"),
)
HIDDEN = WithheldPosts([(post, Options()) for post in POSTS], SITE)


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("/journal/2024/01/hush/", 0),
        ("https://example.org/docs/journal/2024/01/hush/index.html?q#f", 0),
        ("//EXAMPLE.ORG/docs/journal/2024/01/hush", 0),
        ("http://example.org/old/hush.html", 0),
        ("HTTPS://Example.org:443/docs/journal/2024/01/hush/", 0),
        ("http://example.org:80/docs/old/hush.html", 0),
        ("https://example.org:8000/docs/journal/2024/01/hush/", None),
        ("/docs//journal/./2024/x/../01/hush/", 0),
        ("2024-01-02-hush.md", 0),
        ("./2024-01-02-hush", 0),
        ("/journal/2024-01-03-bundle", 1),
        ("2024-01-03-bundle/index.md", 1),
        ("_drafts/idea", 2),
        ("/Z%C3%BCrich/".lower(), 3),
        ("/zu\u0308rich/", 3),
        ("2024-01-04-unsafe.md", 4),
        ("https://example.com/docs/journal/2024/01/hush/", None),
        ("mailto:2024-01-02-hush.md", None),
        ("#2024-01-02-hush.md", None),
        ("", None),
        ("../../2024-01-02-hush.md", None),
        ("/journal/2024/01/other/", None),
        ("public", None),
    ],
)
def test_every_spelling_of_an_address_leads_to_the_post(link: str, found: int | None) -> None:
    at = HIDDEN.at(link, ("journal/page.md",), lambda key: key == "journal/public")

    assert at is (None if found is None else POSTS[found])


def test_a_look_at_a_page() -> None:
    assert HIDDEN.may_be_in("<a href='/x/h&#117;sh/'>")
    assert HIDDEN.may_be_in('<a href = " /x/hush/ ">')
    assert HIDDEN.may_be_in('<a href="2024-01-05-my hush.md">')
    assert HIDDEN.may_be_in('<p>x="1</p><a href="/x/hush/">')
    assert not HIDDEN.may_be_in("<a href='/x/other/'>hush</a>")
    assert not WithheldPosts((), SITE).may_be_in("<a href='/x/hush/'>")
    assert WithheldPosts((), "").at("/hush/", ("",), lambda _: False) is None


def test_a_post_that_stays_where_its_file_is() -> None:
    hidden = WithheldPosts([(POSTS[0], Options(permalink="file"))], SITE)

    assert hidden.at("/journal/2024-01-02-hush/", (), lambda _: False) is POSTS[0]


def test_the_name_of_a_file_with_its_language() -> None:
    """Of two languages with one source the first one has the name that they share."""
    german, english = draft("journal/2024-01-02-hush.md", "still"), POSTS[0]
    written = ("", "journal/2024-01-02-hush.de.md")
    plans = [
        OutputPlan(
            options=Options(root=root),
            journal=Journal(posts=(), withheld=(post,)),
            candidates={post.source: OutputFile(source=str(post.source), url="", destination="", written=name)},
        )
        for post, root, name in zip((english, german), ("", "de/"), written, strict=True)
    ]
    hidden = WithheldPosts.of(plans, SITE)

    def at(link: str) -> Post | None:
        return hidden.at(link, ("index.md",), lambda _: False)

    assert at("journal/2024-01-02-hush.de.md") is at("/docs/de/journal/2024/01/still/") is german
    assert at("journal/2024-01-02-hush.de") is german
    assert at("journal/2024-01-02-hush.md") is at("/docs/journal/2024/01/hush/") is english
    assert hidden.may_be_in("<a href='x/2024-01-02-hush.de.md'>")


def test_the_addresses_of_posts_are_made_for_the_first_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most sites have no key with a link; beside many languages each build would make those of all of them."""
    made: list[Post] = []

    def noted(post: Post, _: Options) -> tuple[str, ...]:
        made.append(post)
        return ()

    monkeypatch.setattr(withheld, "old_urls", noted)
    hidden = WithheldPosts([(post, Options()) for post in POSTS], SITE)

    assert hidden.at("", ("index.md",), lambda _: False) is None
    assert made == []
    assert hidden.at("/journal/2024/01/hush/", ("index.md",), lambda _: False) is POSTS[0]
    assert made == [*POSTS]


def test_page_bundles() -> None:
    paths = [PurePosixPath(path) for path in ("index.md", "j/README.md", "j/a/index.MD", "j/b/post.md")]

    assert [is_index(path) for path in paths] == [True, True, True, False]
    assert bundles(paths, "j") == {PurePosixPath("j/a")}
    assert is_inside(PurePosixPath("j/a/deep/x.png"), {PurePosixPath("j/a")})
    assert not is_inside(PurePosixPath("j/ab/x.png"), {PurePosixPath("j/a")})
