"""Beside the plugins of Material for MkDocs."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import HOST, Result, Site
from tests.neighbours.sites import PAGES, POST_FILES, beside, is_whole
from tests.neighbours.test_plugins import ORDERS, ordered
from tests.site.reader import Reader

THEME = {"name": "material", "font": False}
ONE = PAGES[0]


def tag_links(result: Result, page: str) -> list[tuple[str, str]]:
    """Return every link or name of a tag on a page, once for each time that it is shown."""
    reader = Reader(result.page(page))
    return [(text.strip(), href) for text, href in reader.named if text.strip() in {"Alpha", "Beta"}]


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_tags_lead_to_the_journal_without_a_page_of_tags(order: str, site: Site) -> None:
    result = beside(site, ordered(order, "tags"), theme=THEME)

    is_whole(result)
    assert tag_links(result, ONE) == [("Alpha", "../../../tags/alpha/"), ("Beta", "../../../tags/beta/")]
    assert "md-tag" not in result.page(ONE)


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_tags_lead_to_its_page_of_tags(order: str, site: Site) -> None:
    files = {"docs/tags.md": "# All\n\n<!-- material/tags -->\n"}

    result = beside(site, ordered(order, "tags"), files=files, theme=THEME)

    is_whole(result)
    assert tag_links(result, ONE) == [("Alpha", "../../../../tags/#tag:alpha"), ("Beta", "../../../../tags/#tag:beta")]
    assert "Quiet words" not in result.page("tags/index.html")


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_tags_of_other_pages_stay(order: str, site: Site) -> None:
    files = {"docs/other.md": "---\ntags: [Other]\n---\n\n# Other\n"}

    result = beside(site, ordered(order, "tags"), files=files, theme=THEME)

    is_whole(result)
    assert "md-tag" in result.page("other/index.html")


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_meta_gives_posts_tags(order: str, site: Site) -> None:
    files = {"docs/journal/.meta.yml": "tags: [Common]\n"}

    result = beside(site, ordered(order, "meta"), files=files, theme=THEME)

    is_whole(result)
    assert Reader(result.page(ONE)).href("Common") == "../../../tags/common/"


@pytest.mark.neighbour("mkdocs-material")
@pytest.mark.parametrize("inside", [["tags"], ["journal"], ["journal", "tags"]], ids=" ".join)
def test_group_with_the_journal_inside_or_beside(inside: list[str], site: Site) -> None:
    plugins = ["search", {"group": {"enabled": True, "plugins": inside}}, *({"journal"} - set(inside))]

    is_whole(beside(site, plugins, theme=THEME))


@pytest.mark.neighbour("mkdocs-material", setting="`social` needs its own extra and fonts from the network for cards")
@ORDERS
def test_social_without_cards(order: str, site: Site) -> None:
    is_whole(beside(site, ordered(order, {"social": {"cards": False}}), theme=THEME))


@pytest.mark.xfail(HOST == "properdocs", reason="Material's `projects` builds no project under ProperDocs", strict=True)
@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_a_project_with_a_journal(order: str, site: Site) -> None:
    project = {"site_name": "Part", "site_url": "https://example.org/docs/part/", "plugins": ["journal"], "theme": THEME}
    files = {
        "projects/part/mkdocs.yml": json.dumps(project),
        "projects/part/docs/index.md": "# Part\n",
        "projects/part/docs/journal/2024-06-07-part.md": "---\ntitle: Part words\n---\n\nText of the part.\n",
    }
    site.config["theme"] = THEME
    site.write({**POST_FILES, **files, "mkdocs.yml": json.dumps({**site.config, "plugins": ordered(order, "projects")})})
    command = [sys.executable, "-m", HOST if HOST == "properdocs" else "mkdocs", "build", "--strict"]  # it starts others

    done = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)

    result = Result(done.returncode, done.stdout + done.stderr, site.folder / "site")
    (site.folder / "site/part/404.html").unlink()  # its links are absolute from the server's root

    is_whole(result)
    assert "part/journal/2024/06/part/index.html" in result.files
    assert "Part words" in result.page("part/journal/feed.xml")
    assert "<icon>" not in result.page("part/journal/feed.xml"), "the theme's files are those of the top site"


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_privacy_without_the_network(order: str, site: Site) -> None:
    is_whole(beside(site, ordered(order, {"privacy": {"assets": False}}), theme=THEME))


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_offline_links_lead_to_files(order: str, site: Site) -> None:
    result = beside(site, ordered(order, "offline"), theme=THEME)

    is_whole(result)
    page = Reader(result.page("index.html"))
    assert [href for _, href in page.named if href.startswith("journal")] == ["journal/index.html"]


@pytest.mark.neighbour("mkdocs-material")
@ORDERS
def test_blog_beside_the_journal(order: str, site: Site) -> None:
    files = {
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/a.md": "---\ndate: 2024-06-07\n---\n\n# Blog words\n\nText of the blog.\n",
    }

    result = beside(site, ordered(order, {"blog": {"archive": False, "categories": False}}), files=files, theme=THEME)

    is_whole(result)
    assert "Blog words" in result.page("blog/index.html")
    assert "Blog words" not in result.page("journal/index.html")


@pytest.mark.neighbour("mkdocs-material")
def test_search_and_features(site: Site) -> None:
    features = ["navigation.footer", "navigation.tabs", "navigation.indexes", "navigation.instant", "content.code.copy"]

    result = beside(site, ["search", "journal"], theme={**THEME, "features": features})

    is_whole(result)
    assert "journal-around" not in result.page(ONE)
    found = {entry["location"] for entry in json.loads(result.page("search/search_index.json"))["docs"]}
    assert "journal/2024/02/two/" in found
    assert not {place for place in found if place.startswith(("journal/tags", "journal/2024/05"))}


@pytest.mark.neighbour("mkdocs-techdocs-core")
@ORDERS
def test_backstage_techdocs(order: str, site: Site) -> None:
    plugins = ["techdocs-core", "journal"] if order == "before" else ["journal", "techdocs-core"]

    result = beside(site, plugins)

    is_whole(result)
