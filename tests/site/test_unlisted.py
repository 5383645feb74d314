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
