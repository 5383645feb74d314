"""Related posts, links of the front matter, and posts that link to a page."""

from __future__ import annotations

import json
import re

from tests.conftest import Result, Site, post
from tests.neighbours.sites import POST_FILES
from tests.site.reader import Reader, broken_links

NO_POST = "is not a post; write its path, its title or its URL"
WITHHELD = "is a post that is not published (draft); it is left out"
DOT = POST_FILES["docs/journal/2024-03-04-three/dot.png"]
ROOT = "https://example.org/docs/"


def part(page: str, name: str) -> list[tuple[str, str]]:
    """Return the links in an element of a class."""
    found = re.findall(f'<aside class="[^"]*{name}".*?</aside>', page, re.DOTALL)
    assert len(found) <= 1
    return Reader(found[0]).named if found else []


def built(site: Site, **options: object) -> Result:
    site.config["plugins"] = ["search", {"journal": options}]
    result = site.build("--strict")
    assert result.returncode == 0, result.log
    assert list(broken_links(result.output, ROOT)) == []
    return result


def test_related_posts_are_off_until_wanted(site: Site) -> None:
    site.write(POST_FILES)

    result = built(site)

    assert "journal-related" not in result.page("journal/2024/01/one/index.html")
    assert "journal-backlinks" not in result.page("guide/index.html")


def test_related_posts(site: Site) -> None:
    site.write({**POST_FILES, "docs/journal/2024-08-08-alone.md": post("title: Alone\ntags: [Alpha]\nrelated: false")})

    result = built(site, related=2)

    page = result.page("journal/2024/01/one/index.html")
    assert part(page, "journal-related") == [("Fourth words", "../../04/four/"), ("Second words", "../../02/two/")]
    assert "Related posts" in page
    assert part(result.page("journal/2024/08/alone/index.html"), "journal-related") == []
    assert part(result.page("journal/2024/03/three/index.html"), "journal-related")[0][0] == "Second words"
    assert "Zyzzyva" not in page
    assert "Related posts" not in json.dumps(json.loads(result.page("journal/feed.json")))


def test_related_posts_named_by_hand(site: Site) -> None:
    """By path from the docs or the post, by file name, title, address, or old address; without the option as well."""
    names = ["2024-01-02-one.md", "journal/2024-02-03-two.md", "third WORDS", "/docs/journal/2024/04/four/"]
    others = ["/old-one/", "2024-02-03-two", f"{ROOT}journal/2024/03/three/", "../journal/2024-04-05-four.md#part"]
    for number, hand in enumerate((names, others)):
        site.write(
            {f"docs/journal/2024-08-0{number + 1}-hand-{number}.md": post(f"title: Hand\nrelated: {json.dumps(hand)}")}
        )
    site.write({**POST_FILES, "docs/journal/2024-08-09-text.md": post("title: One\nrelated: First words", "No.\n")})

    result = built(site)

    titles = ["First words", "Second words", "Third words", "Fourth words"]
    for name in ("hand-0", "hand-1", "text"):
        found = [text for text, _ in part(result.page(f"journal/2024/08/{name}/index.html"), "journal-related")]
        assert found == (titles[:1] if name == "text" else titles)


def test_related_posts_that_do_not_exist(site: Site) -> None:
    """Each is reported at its place, once; a withheld post is not named on the page."""
    site.write(POST_FILES)
    site.write(
        {
            "docs/journal/2024-08-08-hand.md": "---\ntitle: Hand\nrelated:\n  - 2024-01-02-one.md\n"
            "  - nowhere.md\n  - ../guide.md\n  - 2024-05-06-zyzzyva-draft.md\n  - 2024-08-08-hand.md\n---\n\nText.\n",
            "docs/journal/2024-08-09-map.md": post("title: Map\nrelated: {posts: [x]}", "Text.\n"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert sorted(line for line in result.ours if ": related:" in line) == [
        f"docs/journal/2024-08-08-hand.md:5:5: related: 'nowhere.md' {NO_POST} (J889)",
        f"docs/journal/2024-08-08-hand.md:6:5: related: '../guide.md' {NO_POST} (J889)",
        f"docs/journal/2024-08-08-hand.md:7:5: related: '2024-05-06-zyzzyva-draft.md' {WITHHELD} (J893)",
    ]
    page = result.page("journal/2024/08/hand/index.html")
    assert [text for text, _ in part(page, "journal-related")] == ["First words"]
    assert "yzzyva" not in page


LINKS = """title: Links
links:
  - guide.md
  - guide.md#a-part
  - Named: guide.md#a-part
  - 2024-01-02-one.md
  - More:
      - https://example.com/x
      - The & home: index.md
      - Deeper:
          - journal/tags/alpha.md
  - /elsewhere/
  - dot.png
"""


def test_links_of_the_front_matter(site: Site) -> None:
    """As Material's blog reads them: titles of pages, with the heading of an anchor, and sections in sections."""
    files = {
        "docs/guide.md": "# The *guide*\n\n## A part\n\nText.\n",
        "docs/dot.png": DOT,
    }
    site.write({**POST_FILES, **files, "docs/journal/2024-08-08-links.md": post(LINKS)})

    site.config["plugins"] = ["search", "journal"]
    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = result.page("journal/2024/08/links/index.html")
    assert part(page, "journal-links") == [
        ("The guide", "../../../../guide/"),
        ("The guide – A part", "../../../../guide/#a-part"),
        ("Named", "../../../../guide/#a-part"),
        ("First words", "../../01/one/"),
        ("https://example.com/x", "https://example.com/x"),
        ("The & home", "../../../../"),
        ("Posts tagged Alpha", "../../../tags/alpha/"),
        ("/elsewhere/", "/elsewhere/"),
        ("Dot", "../../../../dot.png"),
    ]
    box = page[page.index('class="journal-box journal-links"') :]
    assert re.search(r"<li>More\s*<ul>.*?<li>Deeper\s*<ul>.*?</ul>\s*</li>\s*</ul>\s*</li>", box, re.DOTALL)


def test_links_that_lead_nowhere(site: Site) -> None:
    """They are reported at the level of other broken links, and left out; values in other forms are ignored."""
    wrong = (
        "title: W\nlinks:\n  - nope.md\n  - Bad: 'javascript:alert(1)'\n  - Draft: journal/2024-05-06-zyzzyva-draft.md\n"
    )
    wrong += "  - Gone:\n      - //[x\n"
    site.write({**POST_FILES, "docs/journal/2024-08-08-wrong.md": post(wrong)})
    other = "title: O\nlinks:\n  - {title: a, url: b}\n  - [x]\n  - \n  - Empty: []\n"
    site.write(
        {"docs/journal/2024-08-09-other.md": post(other), "docs/journal/2024-08-10-text.md": post("title: T\nlinks: x.md")}
    )

    result = site.build()

    nowhere = "is not a page or file of the site; write a path below docs_dir or an http(s) address (J892)"
    assert sorted(line for line in result.ours if ": links:" in line) == [
        f"docs/journal/2024-08-08-wrong.md:4:5: links: 'nope.md' {nowhere}",
        f"docs/journal/2024-08-08-wrong.md:5:10: links: 'javascript:alert(1)' {nowhere}",
        f"docs/journal/2024-08-08-wrong.md:6:12: links: 'journal/2024-05-06-zyzzyva-draft.md' {WITHHELD} (J893)",
        f"docs/journal/2024-08-08-wrong.md:8:9: links: '//[x' {nowhere}",
    ]
    for name in ("wrong", "other", "text"):
        assert "journal-links" not in result.page(f"journal/2024/08/{name}/index.html")
    site.config["validation"] = {"links": {"not_found": "info"}}
    assert [line for line in site.build().messages if "J892" in line] == []


def test_posts_that_link_to_a_page(site: Site) -> None:
    """Published ones, newest first, at the end of the page; links of any form, and those of the key `links`."""
    site.write(
        {
            **POST_FILES,
            "docs/sub/page.md": "# Page\n\nText.\n",
            "docs/journal/2024-08-01-a.md": post("title: By path", "[x](../sub/page.md#text) [y](../sub/page.md)\n"),
            "docs/journal/2024-08-02-b.md": post("title: In HTML", '<a class="x" href="/docs/sub/page/?a&amp;b">x</a>\n'),
            "docs/journal/2024-08-03-c.md": post("title: Whole", f"[x]({ROOT}sub/page/)\n"),
            "docs/journal/2024-08-04-d.md": post("title: By key\nlinks: [{S: [sub/page.md]}]"),
            "docs/journal/2024-08-05-e.md": post("title: Hidden\nunlisted: true", "[x](../sub/page.md)\n"),
            "docs/journal/2024-08-06-f.md": post("title: Draft\ndraft: true", "[x](../sub/page.md)\n"),
            "docs/journal/2024-08-07-g.md": post(
                "title: Code", "`[x](../sub/page.md)` [x](https://example.com/sub/page/)\n"
            ),
        }
    )

    result = built(site, backlinks=True)

    page = result.page("sub/page/index.html")
    assert part(page, "journal-backlinks") == [
        ("By key", "../../journal/2024/08/d/"),
        ("Whole", "../../journal/2024/08/c/"),
        ("In HTML", "../../journal/2024/08/b/"),
        ("By path", "../../journal/2024/08/a/"),
    ]
    assert "Posts that link to this page" in page
    assert "assets/journal/journal.css" in page
    assert [text for text, _ in part(result.page("guide/index.html"), "journal-backlinks")] == ["First words"]
    assert "journal-backlinks" not in result.page("journal/2024/01/one/index.html")
    index = json.loads(result.page("search/search_index.json"))["docs"]
    assert [entry["text"] for entry in index if entry["location"] == "sub/page/"] == ["Page Text."]


def test_relations_of_several_journals(site: Site) -> None:
    """Posts are related within a journal; a page lists the posts of all journals that have the option."""
    site.config["plugins"] = [
        {"journal": {"journals": {"news": {"backlinks": True}, "blog": {"backlinks": True}, "off": {}}, "related": 3}}
    ]
    site.write({"docs/guide.md": "# Guide\n"})
    for name, day in (("news", 1), ("blog", 2), ("off", 3), ("news", 4)):
        site.write({f"docs/{name}/2024-01-0{day}-a{day}.md": post(f"title: {name} {day}\ntags: [X]", "[g](../guide.md)\n")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert [text for text, _ in part(result.page("guide/index.html"), "journal-backlinks")] == [
        "news 4",
        "blog 2",
        "news 1",
    ]
    assert part(result.page("news/2024/01/a1/index.html"), "journal-related") == [("news 4", "../a4/")]
    assert part(result.page("blog/2024/01/a2/index.html"), "journal-related") == []
