"""Stamps of Git and of updates inside a post, as readers see them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import feedparser
import pytest

from tests.conftest import HOST, Site, post
from tests.history.repository import LINES, Repository
from tests.site.reader import Reader
from tests.site.test_serve import Server
from tests.text.test_image_size import png

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
DATED = "docs/journal/2024-01-01-case.md"
PAGE = "journal/2024/01/case/index.html"
NOW = {"SOURCE_DATE_EPOCH": "1795132800"}


@pytest.fixture
def repository(site: Site) -> Repository:
    """Return the repository of a site: a post and a page of January 1, both changed on the 9th by another."""
    site.config["plugins"] = ["search", {"journal": {"last_updated": ["front_matter", "git"]}}]
    repository = Repository(site.folder)
    files = {DATED: post("title: Case", LINES), "docs/page.md": f"# Page\n\n{LINES}", "docs/index.md": "# Home\n"}
    repository.commit("2024-01-01", files)
    changed = {DATED: post("title: Case", f"{LINES}More.\n"), "docs/page.md": f"# Page\n\n{LINES}More.\n"}
    repository.commit("2024-01-09", changed, author="Bo 'b' O&amp;🎉 <bo@example.org>")
    return repository


def days(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<time (?:class="[^"]*" )?datetime="([^"]*)">([^<]*)</time>', html)


def test_git_is_asked_only_where_it_is_wanted(site: Site, repository: Repository) -> None:
    """By default front matter alone says when a post was updated."""
    site.config["plugins"] = ["search", "journal"]

    result = site.build("--strict", env={"PATH": "/nonexistent"})

    assert days(result.page(PAGE)) == [("2024-01-01", "January 1, 2024")]


def test_the_day_of_the_last_commit_is_shown_everywhere(site: Site, repository: Repository) -> None:
    """On the page, in lists, the sitemap and the three feeds."""
    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.ours == ["1 post, 0 tags, 3 feeds, 0 problems"]
    for path in (PAGE, "journal/index.html", "journal/2024/index.html"):
        assert ("2024-01-09", "Updated January 9, 2024") in days(result.page(path)), path
    place = result.page("sitemap.xml").split("journal/2024/01/case/</loc>")[1]
    assert place.split("</url>")[0].split() == ["<lastmod>2024-01-09</lastmod>"]
    (entry,) = feedparser.parse(result.files["journal/feed.xml"]).entries
    assert entry.updated == "2024-01-09T12:00:00+02:00"
    assert entry.published == "2024-01-01T00:00:00Z"
    (item,) = json.loads(result.files["journal/feed.json"])["items"]
    assert item["date_modified"] == "2024-01-09T12:00:00+02:00"
    assert b"2024-01-09T12:00:00+02:00" in result.files["journal/rss.xml"]


def test_a_post_in_html_has_its_history(site: Site, repository: Repository) -> None:
    """In whatever case its suffix is written."""
    posts = {
        f"docs/journal/2024-01-0{day}-case-{day}.{suffix}": post("title: C", "<p>A</p>")
        for day, suffix in ((2, "html"), (3, "HTM"))
    }
    repository.commit("2024-01-10", posts)
    repository.commit("2024-01-11", {path: f"{text}<p>More.</p>" for path, text in posts.items()})

    result = site.build("--strict")

    for name in ("journal/2024/01/case-2/index.html", "journal/2024/01/case-3/index.html"):
        assert ("2024-01-11", "Updated January 11, 2024") in days(result.page(name)), name


def test_commits_that_are_no_change_are_left_out(site: Site, repository: Repository) -> None:
    """By their message, or by the file that also `git blame` reads."""
    name = repository.git("rev-parse", "HEAD")
    plain = site.build().page(PAGE)
    site.config["plugins"] = [{"journal": {"last_updated": ["git"], "ignore_commits": "^A change$"}}]
    by_message = site.build().page(PAGE)
    site.config["plugins"] = [{"journal": {"last_updated": ["git"]}}]
    site.write({".git-blame-ignore-revs": f"# formatter\n{name}\n"})
    by_file = site.build().page(PAGE)

    assert "Updated" in plain
    assert "Updated" not in by_message
    assert "Updated" not in by_file


def test_an_uncommitted_change_has_no_day(site: Site, repository: Repository) -> None:
    site.write({DATED: post("title: Case", "Another text.\n")})

    assert days(site.build("--strict").page(PAGE)) == [("2024-01-01", "January 1, 2024")]


@pytest.mark.parametrize(
    ("variable", "advice"),
    [
        ("GITHUB_ACTIONS", "add `fetch-depth: 0` below `with:` of actions/checkout"),
        ("NOT_A_CI", "run `git fetch --unshallow --filter=blob:none`"),
    ],
)
def test_a_shallow_clone_is_reported_once_and_shows_no_day(
    site: Site, repository: Repository, variable: str, advice: str
) -> None:
    """Which fails no build, and names what to add."""
    clone = repository.clone(site.folder.parent / "clone", "--depth", "1")
    shallow = Site(clone.folder, site.config)

    result = shallow.build("--strict", env={"GITHUB_ACTIONS": "", variable: "true"})

    assert result.returncode == 0
    reported = f"mkdocs.yml: last_updated: shallow clone: last-modified dates are unknown for 3 pages; {advice} (J811)"
    assert [line for line in result.ours if "J811" in line] == [reported]
    assert days(result.page(PAGE)) == [("2024-01-01", "January 1, 2024")]


def test_outside_a_repository_nothing_is_reported(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"last_updated": ["git"], "page_stamps": True}}]
    site.write({DATED: post("title: Case")})

    result = site.build("--strict", env={"GIT_CEILING_DIRECTORIES": str(site.folder.parent)})

    assert result.returncode == 0
    assert result.ours == ["1 post, 0 tags, 3 feeds, 0 problems"]


def test_unavailable_git_is_reported(site: Site, repository: Repository) -> None:
    """And the build goes on without its days."""
    (site.folder / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (site.folder / ".git/config").write_text("[core\n", encoding="utf-8")

    result = site.build("--strict")

    assert result.returncode == 0
    (reported,) = [line for line in result.ours if "J812" in line]
    assert reported.startswith("mkdocs.yml: last_updated: Git history is unavailable (bad config")


def test_pages_have_a_stamp_where_it_is_wanted(site: Site, repository: Repository) -> None:
    """Created, updated and people of the history, escaped; other pages keep their bytes, posts their own stamp."""
    site.config["plugins"] = ["search", "journal"]
    plain = site.build("--strict", env=NOW).files
    site.config["plugins"] = ["search", {"journal": {"page_stamps": {"exclude": ["index.md"]}}}]
    stamped = site.build("--strict", env=NOW)

    page = stamped.page("page/index.html")
    assert days(page) == [("2024-01-09", "Updated January 9, 2024"), ("2024-01-01", "Created January 1, 2024")]
    assert "<span>Contributors: Ada, Bo &#39;b&#39; O&amp;amp;🎉</span>" in page
    assert [link["href"] for link in Reader(page).of("link") if "journal.css" in link["href"]] == [
        "../assets/journal/journal.css"
    ]
    changed = {name for name, data in stamped.files.items() if plain.get(name) != data}
    assert changed == {"page/index.html"}
    assert "Contributors" not in stamped.page("search/search_index.json")


def test_what_stamps_show_is_no_leak(site: Site, repository: Repository) -> None:
    """The author of a draft may have changed a public page, and its title may be a day."""
    site.config["plugins"] = [{"journal": {"last_updated": ["git"], "page_stamps": True}}]
    draft = {"docs/journal/_drafts/plan.md": post("title: January 9, 2024\nauthor: Grace Brewster")}
    repository.commit("2024-01-10", draft)
    repository.commit("2024-01-11", {"docs/page.md": f"# Page\n\n{LINES}Less.\n"}, author="Grace Brewster <g@example.org>")

    result = site.build("--strict")

    assert "Grace Brewster" in result.page("page/index.html")
    assert "January 9, 2024" in result.page(PAGE)
    assert result.returncode == 0, result.log


def test_only_what_is_asked_for_is_shown(site: Site, repository: Repository) -> None:
    site.config["plugins"] = ["search", {"journal": {"page_stamps": ["updated"]}}]

    page = site.build("--strict").page("page/index.html")

    assert days(page) == [("2024-01-09", "Updated January 9, 2024")]
    assert "Contributors" not in page


UPDATED = """Text of the post.

!!! update "2024-02-03: One *more* thing"

    It was so.

!!! update "Without a day"

    An ordinary box.

```
!!! update "2024-12-31"
```

??? update "2024-02-03"

    The same day.

And <ins datetime="2024-03-04">this</ins>, not `<ins datetime="2024-12-30">`.
"""


def test_updates_inside_a_post_are_its_history(site: Site) -> None:
    """The newest is the day of the last change; each is listed with a link to its place."""
    site.config["markdown_extensions"] = ["admonition", "fenced_code"]
    site.write({DATED: post("title: Case\nlast_updated: 2024-02-01", UPDATED)})

    result = site.build("--strict")

    assert result.messages == []
    page = result.page(PAGE)
    assert days(page)[:2] == [("2024-01-01", "January 1, 2024"), ("2024-03-04", "Updated March 4, 2024")]
    history = page.split('<details class="journal-box journal-history">')[1].split("</details>")[0]
    assert days(history) == [
        ("2024-03-04", "March 4, 2024"),
        ("2024-02-03", "February 3, 2024"),
        ("2024-02-03", "February 3, 2024"),
        ("2024-01-01", "Published January 1, 2024"),
    ]
    assert '<a href="#update-2024-02-03">One more thing</a>' in history
    assert '<div class="admonition update" id="update-2024-02-03">' in page
    assert '<ins datetime="2024-03-04" id="update-2024-03-04">' in page
    (entry,) = feedparser.parse(result.files["journal/feed.xml"]).entries
    assert entry.updated == "2024-03-04T00:00:00Z"


def test_updates_can_be_entries_of_feeds(site: Site) -> None:
    """In all three formats, newest first, each with a link to its place."""
    site.config["markdown_extensions"] = ["admonition", "fenced_code"]
    site.config["plugins"] = [{"journal": {"feeds": {"updates": True}}}]
    site.write({DATED: post("title: Case", UPDATED)})

    result = site.build("--strict")

    url = "https://example.org/docs/journal/2024/01/case/"
    places = [f"{url}#update-2024-03-04", f"{url}#update-2024-02-03", f"{url}#update-2024-02-03-2", url]
    for name in ("feed.xml", "rss.xml"):
        entries = feedparser.parse(result.files[f"journal/{name}"]).entries
        assert [entry.link for entry in entries] == [entry.id for entry in entries] == places, name
    items = json.loads(result.files["journal/feed.json"])["items"]
    assert [item["url"] for item in items] == places
    assert items[1]["title"] == "Case: One more thing"


def test_the_day_of_an_update_that_does_not_exist_is_reported(site: Site) -> None:
    site.write({DATED: post("title: Case", 'Text.\n\n!!! update "2024-02-30: Wrong"\n\n    Text.\n')})

    result = site.build()

    assert [line for line in result.ours if "J309" in line] == [
        f"{DATED}:7:1: update: '2024-02-30' is not a date; write YYYY-MM-DD (J309)"
    ]
    assert "Updated" not in result.page(PAGE)


@pytest.mark.parametrize(
    "theme", ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
)
def test_the_first_post_was_not_updated_until_it_says_so(site: Site, shared: Path, theme: str) -> None:
    """Of the same day there is no stamp; of another it is on the page, in lists, feeds, data for machines and sitemap."""
    (seed,) = (shared / "seed").glob("*.md")
    site.config["theme"] = {"name": theme}
    host = "mkdocs" if theme == "material" else ""
    path = "journal/2024/11/wired-open-source-myth/"
    lists = ["journal/", "journal/2024/", "journal/2024/11/", "journal/tags/ai/", "journal/authors/nils-durner/"]
    site.write({f"docs/journal/{seed.name}": seed.read_bytes()})
    before = site.build("--strict", host=host).files
    text = seed.read_text(encoding="utf-8").replace("last_updated: 2024-11-12", "last_updated: 2025-05-05")
    site.write({f"docs/journal/{seed.name}": text})
    after = site.build("--strict", host=host)

    for page in (path, *lists):
        assert "dt-updated" not in before[f"{page}index.html"].decode(), page
        assert '"dateModified":"2025' not in before[f"{page}index.html"].decode(), page
        assert ("2025-05-05", "Updated May 5, 2025") in days(after.page(f"{page}index.html")), page
    machines = after.page(f"{path}index.html")
    assert '"datePublished":"2024-11-12","dateModified":"2025-05-05T00:00:00Z"' in machines
    assert '<meta property="article:modified_time" content="2025-05-05T00:00:00Z">' in machines
    assert "article:modified_time" not in before[f"{path}index.html"].decode()
    for name in ("feed.xml", "rss.xml"):
        (entry,) = feedparser.parse(after.files[f"journal/{name}"]).entries
        assert entry.updated_parsed[:3] == (2025, 5, 5), name
        assert entry.published_parsed[:3] == (2024, 11, 12), name
    (item,) = json.loads(after.files["journal/feed.json"])["items"]
    assert item["date_modified"] == "2025-05-05T00:00:00Z"
    sitemap = after.page("sitemap.xml")
    for page in (path, *lists):
        place = sitemap.split(f"<loc>https://example.org/docs/{page}</loc>")[1]
        assert place.split("</url>")[0].split() == ["<lastmod>2025-05-05</lastmod>"], page
    assert "2025-05-05" not in before["sitemap.xml"].decode()


MATERIALS = """
authors:
  ada:
    name: Ada Lovelace
    description: Wrote notes
    avatar: ada.png
    url: https://ada.example.net/
    links: [{label: Code, url: 'https://code.example.net/'}]
  bo: {name: "Bo <script>alert(1)</script> 'b' \\"B\\" 🎉", description: "<b>x</b> & y"}
"""
JEKYLLS = """
ada:
  display_name: Ada Lovelace
  bio: Wrote notes
  picture: ada.png
  uri: https://ada.example.net/
  links: [{title: Code, href: 'https://code.example.net/'}]
bo: {full_name: "Bo <script>alert(1)</script> 'b' \\"B\\" 🎉", about: "<b>x</b> & y"}
"""


def test_both_forms_of_the_authors_file_give_the_same_site(site: Site) -> None:
    """And a name that would be markup is text on every page and in every feed."""
    site.write(
        {
            "docs/ada.png": png(40, 30),
            "docs/journal/2024-01-01-a.md": post("title: A\nauthors: [bo, ada]"),
            "docs/journal/2024-01-02-b.md": post("title: B\nauthor: ada"),
            "docs/journal/.authors.yml": MATERIALS,
        }
    )
    materials = site.build("--strict", env=NOW)
    files = materials.files
    (site.folder / "docs/journal/.authors.yml").unlink()
    site.write({"docs/_data/authors.yml": JEKYLLS})
    jekylls = site.build("--strict", env=NOW)

    assert materials.messages == jekylls.messages == []
    assert {name for name, data in files.items() if jekylls.files.get(name) != data} == set()
    assert set(files) == set(jekylls.files)
    byline = files["journal/2024/01/a/index.html"].decode()
    assert byline.index("alert(1)") < byline.index("Ada Lovelace"), "the order of the author"
    for name, data in files.items():
        if name.endswith((".html", ".xml")):
            assert b"<script>alert" not in data, name
            assert b"<b>x</b>" not in data, name
    profile = files["journal/authors/ada-lovelace/index.html"].decode()
    assert 'src="../../../ada.png" alt="" width="40" height="30" loading="lazy">' in profile
    assert 'type="application/atom+xml" href="feed.xml">' in profile.split('class="journal-archives"')[1]


def test_serve_shows_that_a_change_is_not_committed(site: Site, repository: Repository, tmp_path: Path) -> None:
    """On the post and on other pages; the stamp of the last commit is not shown for another text."""
    site.config["plugins"] = [{"journal": {"last_updated": ["git"], "page_stamps": True}}]
    site.write({DATED: post("title: Case", "Another text.\n"), "docs/page.md": "# Page\n\nAnother text.\n"})
    server = Server(site, tmp_path / "server")
    try:
        server.wait(1)
        for path in (PAGE, "page/index.html"):
            assert ">Uncommitted changes</" in server.page(path), path
            assert "Updated January" not in server.page(path), path
        assert "Uncommitted" not in server.page("index.html")
        assert "Created January 1, 2024" in server.page("index.html")
        repository.commit("2024-02-02")
        site.write({"docs/index.md": "# Home\n\nMore.\n"})
        server.until(lambda: "Updated February 2, 2024" in server.page(PAGE))
        server.until(lambda: ">Uncommitted changes</" in server.page("index.html"))
    finally:
        server.stop()
