"""Lists and feeds claim their URLs once; again only where a refused post may have changed them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.archives import archive
from mkdocs_journal.archives.archive import Archives
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing import plan
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.plan import Surroundings, plan_outputs
from mkdocs_journal.publishing.post_urls import PostUrls, address_posts
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.urls.routes import Routes

SITE = SiteInfo(name="S", url="https://example.org/")
POSTS = {
    "news/2024-01-02-a.md": "tags: [AI, Rust]\nredirect_from: [/old/, /old, /news/tags/]",
    "news/2024-02-03-b.md": "tags: [AI]\ncategories: x\nauthor: Ada",
    "notes/2024-01-02-a.md": "tags: [Go]\nseries: S",
    "notes/2024-01-03-c.md": "permalink: /taken/\ntags: [Lost]",
}
TAKEN = (
    OutputFile(source="taken.md", url="taken/", destination="taken/index.html"),
    OutputFile(source="news/tags/ai.txt", url="news/tags/ai/feed.xml", destination="news/tags/ai/feed.xml", is_page=False),
    OutputFile(source="own.md", url="news/2024/", destination="news/2024/index.html"),
)


def found(folder: str, names: tuple[str, ...]) -> OutputPlan:
    options = Options(folder=folder, name=folder)
    sources = [
        Source(path=PurePosixPath(name), shown=name, data=f"---\n{POSTS[name]}\n---\ntext\n".encode())
        for name in names
        if name.startswith(folder)
    ]
    files = {one.path: OutputFile(source=str(one.path), url=f"{one.path}/", destination=str(one.path)) for one in sources}
    return OutputPlan(options=options, journal=read_journal(sources, options), candidates=files)


def planned(names: tuple[str, ...]) -> tuple[tuple[OutputPlan, ...], tuple[str, ...]]:
    """Return the plans, and the files of the routes."""
    plans = tuple(found(folder, names) for folder in ("news", "notes"))
    options = SiteOptions(journals=tuple(one.options for one in plans))
    done, _, routes = plan_outputs(plans, options, Surroundings(files=TAKEN), SITE)
    return done, routes.files


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []
    make: Callable[..., Archives] = archive.make_archives

    def make_archives(journal: object, options: Options, **given: bool) -> Archives:
        made.append(options.name)
        return make(journal, options, **given)

    monkeypatch.setattr(plan, "make_archives", make_archives)
    return made


def refusing_another(plans: Sequence[OutputPlan], routes: Routes) -> PostUrls:
    """Address the posts as ever, and refuse one that no journal has, so that everything is claimed again."""
    urls = address_posts(plans, routes)
    other = problem("J504", Place("other.md"), "permalink", url="/", other="other.md", advice="")
    return urls._replace(refused={PurePosixPath("other.md"): other})


def test_what_is_claimed_once_is_what_is_claimed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a file of the site has the URL of a feed or list."""
    names = tuple(POSTS)[:3]
    made = counted(monkeypatch)

    once = planned(names)
    assert made == ["news", "notes"]
    monkeypatch.setattr(plan, "address_posts", refusing_another)
    twice = planned(names)

    assert made[2:] == ["news", "notes", "news", "notes"]
    assert once == twice


def test_a_journal_that_loses_a_post_claims_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tag of the refused post has no list."""
    made = counted(monkeypatch)

    (_, notes), _ = planned(tuple(POSTS))

    assert made == ["news", "notes", "news", "notes"]
    assert [page.archive.name for page in notes.pages if page.archive.kind == "tags"] == ["Go"]


def test_the_list_of_all_journals_stays_where_a_post_is_refused() -> None:
    """The lists of the refused post alone are free again; no old address of a post takes that of the list."""
    plans = tuple(found(folder, tuple(POSTS)) for folder in ("news", "notes"))
    options = SiteOptions(journals=tuple(one.options for one in plans), combined=Options(folder="old", name="old"))

    done, together, routes = plan_outputs(plans, options, Surroundings(files=TAKEN), SITE)

    assert together is not None
    assert [post.title for post in together.journal.posts] == ["B", "A", "A"]
    lists = [file for file in routes.files if file.endswith("index.html")]
    assert "old/index.html" in lists
    assert not any(redirect.address.file == "old/index.html" for plan in done for redirect in plan.redirects)
    assert "notes/tags/go/index.html" in lists
    assert "notes/tags/lost/index.html" not in lists


def test_only_lists_and_feeds_of_a_refused_post_are_free_again() -> None:
    """Not the files for programs, and not the file of the site at the URL of such a feed."""
    plans = tuple(found(folder, tuple(POSTS)) for folder in ("news", "notes"))
    options = SiteOptions(journals=tuple(one.options for one in plans), schedule="schedule.json")
    feed = "notes/tags/lost/feed.xml"
    own = OutputFile(source="feed.txt", url=feed, destination=feed, is_page=False)

    _, _, routes = plan_outputs(plans, options, Surroundings(files=(*TAKEN, own)), SITE)

    assert "schedule.json" in routes
    assert routes.is_of_site(feed)
    assert "notes/tags/lost/index.html" not in routes
