"""Links in Markdown to files that the journal writes last: feeds, exports. MkDocs has no file of that name."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post
from tests.site.reader import Reader, broken_links

LINKS = {
    "docs/guide.md": (
        "# Guide\n\n[Feed](journal/feed.xml) [Tag](journal/tags/x/feed.xml) [Data](journal/posts.json)\n"
        "[By address](UPjournal/rss.xml) [Root](/docs/journal/feed.json?a=1#b)\n\n<a href='/journal/rss.xml'>Raw</a>\n"
    ),
    "docs/a/deep.md": "# Deep\n\n[Feed](../journal/feed.xml) [By address](UP../journal/rss.xml)\n",
    "docs/journal/2024-01-02-one.md": post("title: One\ntags: [x]", "[Feed](feed.xml) [By address](../../../rss.xml)"),
    "docs/journal/2024-01-03-two.md": post("title: Two\nmarkup: kramdown", "[Feed](feed.xml) [Root](/journal/feed.json)"),
}
"""`UP`: from the folder of the page to the one of its source, as a template writes links."""


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_to_feeds_and_exports_are_right(directory_urls: bool, site: Site) -> None:
    """By the path of a source, by the address of the page, from the root; in pages and posts of both readers."""
    up = "../" if directory_urls else ""
    site.write({name: text.replace("UP", up) for name, text in LINKS.items()})
    site.config |= {"plugins": [{"journal": {"export": "posts.json"}}], "use_directory_urls": directory_urls}

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert list(broken_links(result.output, "https://example.org/docs/")) == []
    guide, deep, one, two = (
        Reader(result.page(f"{name}/index.html" if directory_urls or "2024" in name else f"{name}.html"))
        for name in ("guide", "a/deep", "journal/2024/01/one", "journal/2024/01/two")
    )
    assert guide.href("Feed") == f"{up}journal/feed.xml"
    assert guide.href("Tag") == f"{up}journal/tags/x/feed.xml"
    assert guide.href("Data") == f"{up}journal/posts.json"
    assert guide.href("Root") == f"{up}journal/feed.json?a=1#b"
    assert guide.href("By address") == guide.href("Raw") == f"{up}journal/rss.xml"
    assert deep.href("Feed") == f"../{up}journal/feed.xml"
    assert deep.href("By address") == f"../{up}journal/rss.xml"
    assert one.href("Feed") == two.href("Feed") == "../../../feed.xml"
    assert one.href("By address") == "../../../rss.xml"
    assert two.href("Root") == "../../../feed.json"


def test_a_feed_that_is_not_written_is_not_found(site: Site) -> None:
    """Without `site_url` there are no feeds; a file of the user stays his."""
    site.write({**{name: text.replace("UP", "../") for name, text in LINKS.items()}, "docs/journal/feed.xml": "<mine/>"})
    site.config["site_url"] = ""

    result = site.build()

    assert result.returncode == 0, result.log
    missing = [message for message in result.messages if "is not found among documentation files" in message]
    assert [message for message in missing if "journal/feed.xml'" in message] == []
    assert len([message for message in missing if "journal/tags/x/feed.xml" in message]) == 1
    assert result.page("journal/feed.xml") == "<mine/>"
