"""An unlisted post has its page and is in no list, index or search of a neighbour."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post

HOOK = '''
from mkdocs.plugins import event_priority
listed = []
shown = {}

@event_priority(-75)
def on_page_content(html, page, config, files):
    """As plugins that make feeds and lists of pages do."""
    if page.meta.get("draft") is not True:
        listed.append((page.title, page.meta.get("tags"), page.meta.get("category")))

@event_priority(-200)
def on_page_context(context, page, config, nav):
    shown[page.title] = page.meta.get("draft", "nothing")

def on_post_build(config):
    with open(config.site_dir + "/listed.txt", "w") as file:
        file.write(repr(listed))
    with open(config.site_dir + "/shown.txt", "w") as file:
        file.write(repr(shown))
'''


@pytest.mark.parametrize("key", ["unlisted: true", "hidden: yes", "status: hidden"])
@pytest.mark.parametrize("tags", ["tags: [unltag, seen]", "tag: unltag", "Tags: unltag, unltag2\ncategory: unlcategory"])
def test_the_tags_plugin_and_the_search_of_material_do_not_know_it(site: Site, key: str, tags: str) -> None:
    pytest.importorskip("material")
    site.config["theme"] = {"name": "material"}
    site.config["plugins"] = ["search", {"tags": {"export": True}}, "journal"]
    site.write(
        {
            "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
            "docs/journal/2024-01-01-a.md": post(f"title: Unlistedtitle\n{key}\n{tags}"),
            "docs/journal/2024-01-02-b.md": post("title: Seentitle\ntags: [seen]"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "Unlistedtitle" in result.page("journal/2024/01/a/index.html")
    assert "unltag" in result.page("journal/2024/01/a/index.html")
    assert "Seentitle" in result.page("tags/index.html")
    for name, data in result.files.items():
        if name != "journal/2024/01/a/index.html":
            assert b"nlistedtitle" not in data, name
            assert b"unltag" not in data, name
            assert b"/a/" not in data or not name.endswith((".json", ".xml", "tags/index.html")), name


def test_what_other_plugins_gather_and_what_the_theme_sees(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            "hook.py": HOOK,
            "docs/journal/2024-01-01-a.md": post(
                "title: Unlistedtitle\nunlisted: true\ntags: [unltag]\nsearch: {boost: 2}"
            ),
            "docs/journal/2024-01-02-b.md": post("title: Unlistedtoo\nunlisted: true\ndraft: false\nsearch: x"),
            "docs/journal/2024-01-03-c.md": post("title: Seentitle\ntags: [seen]"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "nlisted" not in result.page("listed.txt")
    assert "('Seentitle', ['seen'], None)" in result.page("listed.txt")
    assert "'Unlistedtitle': 'nothing', 'Unlistedtoo': False" in result.page("shown.txt")


GLOBS = '''
def on_files(files, config):
    """As plugins do that make the nav of globs."""
    mine = [file.src_uri for file in files if file.src_uri.startswith("journal/")]
    untitled = [{None: name} for name in mine]
    config.nav = ["index.md", {"All": mine[:3]}, {"Untitled": untitled}, {"Nothing": [{"x": mine[:2]}]}]
    config.nav += [{"Named": "journal/2024-01-04-d.md"}]
    return files
'''


def test_a_nav_that_a_plugin_makes_of_globs_does_not_name_it(site: Site) -> None:
    """Nor a draft; what stands there with a title somebody has written."""
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            "hook.py": GLOBS,
            "docs/index.md": "# Home\n",
            "docs/journal/2024-01-01-a.md": post("title: Unlistedtitle\nunlisted: true"),
            "docs/journal/2024-01-02-b.md": post("title: Drafttitle\ndraft: true"),
            "docs/journal/2024-01-03-c.md": post("title: Seentitle"),
            "docs/journal/2024-01-04-d.md": post("title: Othertitle\nunlisted: true"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "Seentitle" in result.page("index.html")
    assert ">Named<" in result.page("index.html")
    assert "Nothing" not in result.page("index.html")
    for name, data in result.files.items():
        assert b"nlistedtitle" not in data or name == "journal/2024/01/a/index.html", name
        assert b"Drafttitle" not in data, name


EXCLUDES = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel

@event_priority(100)
def on_files(files, config):
    for name in ("journal/2024-01-02-b.md", "pages/other.md"):
        files.src_uris[name].inclusion = InclusionLevel.EXCLUDED
    config.nav = ["index.md", {"All": sorted(file.src_uri for file in files.documentation_pages(inclusion=bool))}]
    return files
"""


def test_a_nav_that_a_plugin_makes_of_folders_does_not_name_an_excluded_post(site: Site) -> None:
    """As literate-nav does where a hook has excluded the drafts; MkDocs would link the address that has no page."""
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            "hook.py": EXCLUDES,
            "docs/index.md": "# Home\n",
            "docs/pages/other.md": "# Other\n",
            "docs/journal/2024-01-02-b.md": post("title: Drafttitle\ndraft: true"),
            "docs/journal/2024-01-03-c.md": post("title: Seentitle"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert "journal/2024/01/c/" in result.page("index.html")
    assert "2024-01-02-b" not in result.page("index.html")
    assert "pages/other/" in result.page("index.html")


def test_a_nav_written_by_hand_names_what_it_names(site: Site) -> None:
    site.config["nav"] = ["index.md", "journal/2024-01-01-a.md"]
    site.write(
        {
            "docs/index.md": "# Home\n",
            "docs/journal/2024-01-01-a.md": post("title: Unlistedtitle\nunlisted: true"),
            "docs/journal/2024-01-02-b.md": post("title: Unlistedtoo\nunlisted: true"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "Unlistedtitle" in result.page("index.html")
    assert "Unlistedtoo" not in result.page("index.html")
