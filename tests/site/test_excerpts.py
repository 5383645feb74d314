"""Excerpts, summaries and feeds of posts that are hard to cut, whatever other plugins do to a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import feedparser
import pytest

from tests.conftest import Site, post
from tests.feeds.rules import atom_complaints, html_complaints, rss_complaints

WRAPPER = (
    "def on_page_content(html, page, config, files):\n    return '<html><head></head><body>' + html + '</body></html>'\n"
)
POSTS = {
    "2024-01-01-para": post("title: Para", "# Own heading\n\nIntro.\n\n<!-- more -->\n\nRest.\n"),
    "2024-01-02-list": post("title: List", "## Added\n\n- Faster start\n- Dark theme\n"),
    "2024-01-03-quote": post("title: Quote", "> Words of Ada.\n\n    code()\n"),
    "2024-01-04-code": post("title: Code", "```\ncode()\n```\n"),
    "2024-01-05-bare": post("title: Bare", '<div class="protocol">Bare words</div>\n'),
    "2024-01-06-title": post("title: The title", "## The title\n\nIntro.\n\n### Part\n\n<!-- more -->\n\nRest.\n"),
    "2024-01-07-empty": post("title: Nothing"),
}


def excerpts(page: str) -> list[str]:
    """Return the excerpts of a landing page, without the white space between elements."""
    found = re.findall(
        r'<div class="journal-excerpt p-summary[^"]*">(.*?)</div>\s*(?:<p class="journal-more">|</article>)',
        page,
        re.DOTALL,
    )
    return [re.sub(r"\s*\n\s*", "", html) for html in found]


def test_excerpts_are_those_of_the_first_block_that_has_words_and_the_same_next_to_other_plugins(site: Site) -> None:
    """A plugin that hands over whole documents changes nothing; one more heading would be on the page of the first post."""
    site.config["markdown_extensions"] = ["fenced_code"]
    site.write({f"docs/journal/{name}.md": text for name, text in POSTS.items()})
    site.write({"docs/journal/2024-01-07-empty.md": "---\ntitle: Nothing\n---\n"})

    alone = site.build("--strict")
    site.write({"hook.py": WRAPPER})
    site.config["hooks"] = ["hook.py"]
    beside = site.build("--strict")

    assert (alone.returncode, beside.returncode) == (0, 0), alone.log + beside.log
    assert excerpts(alone.page("journal/index.html")) == [
        "<p>Intro.</p><h4>Part</h4>",
        "<p>Bare words</p>",
        "<pre><code>code()</code></pre>",
        "<blockquote><p>Words of Ada.</p></blockquote>",
        "<ul><li>Faster start</li><li>Dark theme</li></ul>",
        "<p>Intro.</p>",
    ]
    assert excerpts(beside.page("journal/index.html")) == excerpts(alone.page("journal/index.html"))
    assert beside.files["journal/feed.json"] == alone.files["journal/feed.json"]
    assert beside.page("journal/2024/01/para/index.html").count("<h1") == 2
    summaries = {item["title"]: item.get("summary") for item in json.loads(alone.page("journal/feed.json"))["items"]}
    assert summaries == {
        "Nothing": None, "The title": "Intro. Part", "Bare": "Bare words", "Code": "code()", "Quote": "Words of Ada.",
        "List": "Faster start Dark theme", "Para": "Intro.",
    }  # fmt: skip
    assert '<meta name="description" content="Faster start Dark theme">' in alone.page("journal/2024/01/list/index.html")


HARD = {
    "2024-02-01-pinned": post("title: Pinned\npin: true"),
    "2024-02-02-title": post(
        'title: "AT&amp;T <em>now</em> &lt;3"\ntags: [R&amp;D, "R&D"]\nauthor: O&#39;Neil',
        "A & B <div>c</b>\n\n<p>d<div>e</div>\n",
    ),
    "2024-02-03-link": "---\ntitle: Link\nredirect_to: https://example.com/\n---\n",
    "2024-02-04-empty": "---\ntitle: Empty\n---\n",
    "2024-02-05-picture": post(
        "title: Picture",
        '<img src="../img/p.gif" data-src="../img/real.png" data-srcset="../img/real.png 1x">\n'
        '<noscript><img src="../img/real.png"></noscript>\n',
    ),
}


def test_feeds_of_hard_posts_are_valid_and_newest_first(site: Site, shared: Path) -> None:
    """A title is text in every format, pictures are the real ones, and the site's name has no markup."""
    site.config.update(site_name="My <b>site</b> &amp; more", site_description="About <i>it</i>", copyright="&copy; Ada")
    site.config["theme"] = {"name": "mkdocs", "favicon": "img/real.png"}
    site.config["plugins"] = ["search", {"journal": {"feeds": {"limit": 4, "logo": "/img/real.png"}}}]
    site.write({f"docs/journal/{name}.md": text for name, text in HARD.items()})
    site.write({"docs/img/real.png": b"x", "docs/img/p.gif": b"x"})

    result = site.build()

    assert result.returncode == 0, result.log
    data = json.loads(result.page("journal/feed.json"))
    assert [item["title"] for item in data["items"]] == ["Picture", "Empty", "Link", "AT&T now <3"]
    assert data["title"] == "My site & more – Journal"
    assert (data["favicon"], data["icon"]) == ("https://example.org/docs/img/real.png",) * 2
    assert data["items"][3]["tags"] == ["R&D"]
    assert data["items"][3]["authors"] == [{"name": "O'Neil"}]
    assert '<img src="https://example.org/docs/img/real.png"' in data["items"][0]["content_html"]
    assert data["items"][0]["content_html"].count("<img") == 1
    assert "AT&amp;T &lt;em&gt;now&lt;/em&gt; &lt;3</a>" in result.page("journal/index.html")
    assert 'data-src="../../../../img/real.png"' in result.page("journal/2024/02/picture/index.html")
    for name in ("feed.xml", "rss.xml"):
        written = result.files[f"journal/{name}"]
        read = feedparser.parse(written)
        assert [entry.title for entry in read.entries] == ["Picture", "Empty", "Link", "AT&T now <3"]
        complaints = atom_complaints(written, shared) if name == "feed.xml" else rss_complaints(written)
        assert complaints + html_complaints(written) == []


def test_an_empty_journal_has_valid_feeds(site: Site, shared: Path) -> None:
    site.config["plugins"] = [{"journal": {"feeds": {"icon": False}}}]
    site.write({"docs/journal/index.md": "# Journal\n"})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert atom_complaints(result.files["journal/feed.xml"], shared) == []
    assert rss_complaints(result.files["journal/rss.xml"]) == []
    assert b"<icon>" not in result.files["journal/feed.xml"]


def test_pictures_of_feeds_that_the_site_does_not_have_are_reported(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"feeds": {"icon": "img/none.png", "logo": "https://example.com/l.png"}}}]
    site.write({"docs/journal/2024-01-01-a.md": post("title: A")})

    result = site.build()

    assert result.returncode == 0, result.log
    assert [line for line in result.ours if "J640" in line] == [
        (
            "mkdocs.yml: feeds.icon: 'img/none.png' is not a file of the site and is ignored; "
            "write a path below docs_dir or an http(s) address (J640)"
        )
    ]
    data = json.loads(result.page("journal/feed.json"))
    assert ("favicon" in data, data["icon"]) == (False, "https://example.com/l.png")


@pytest.mark.parametrize("named", [{}, {"favicon": "img/favicon.ico"}])
def test_feeds_have_no_icon_that_another_plugin_takes_out(site: Site, named: dict[str, str]) -> None:
    """As Material's `projects` does with the files of the theme in all sites but the top one."""
    site.config["theme"] = {"name": "mkdocs", **named}
    site.config["hooks"] = ["hook.py"]
    hook = "def on_env(env, config, files):\n    files.remove(files.get_file_from_path('img/favicon.ico'))\n"
    site.write({"docs/journal/2024-01-01-a.md": post("title: A\ntags: [t]"), "hook.py": hook})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "img/favicon.ico" not in result.files
    assert "favicon" not in json.loads(result.page("journal/feed.json"))
    assert "<icon>" not in result.page("journal/feed.xml") + result.page("journal/tags/t/feed.xml")


def test_of_two_posts_with_one_url_jekyll_keeps_the_one_that_it_writes_last(site: Site) -> None:
    """The later date, then the greater path; each that is left out is reported once and fails a strict build only."""
    site.config["plugins"] = [{"journal": {"compat": "jekyll", "permalink": "/:title/"}}]
    site.write(
        {
            "docs/journal/2024-01-02-a.md": post("title: Early\nslug: same", "Earlybody\n"),
            "docs/journal/2024-01-03-b.md": post("title: Late\nslug: same", "Latebody\n"),
            "docs/journal/2024-01-01-x.md": post("title: First\npermalink: /one/", "Firstbody\n"),
            "docs/journal/2024-01-01-y.md": post("title: Second\npermalink: /one/", "Secondbody\n"),
            "docs/journal/2024-01-01-z.md": post("title: Bad\npermalink: /:nothing/"),
            "docs/journal/2024-01-04-c.md": post("title: Other\npermalink: /other/"),
        }
    )
    site.config["plugins"][0]["journal"]["on_error"] = "skip"  # type: ignore[index]

    result = site.build()

    assert result.returncode == 0, result.log
    assert [line for line in result.ours if "J515" in line] == [
        (
            "docs/journal/2024-01-01-x.md:3:12: permalink: /one/ is also the URL of docs/journal/2024-01-01-y.md, "
            "which Jekyll writes later, so this post is left out; write another slug or date (J515)"
        ),
        (
            "docs/journal/2024-01-02-a.md:3:7: permalink: /same/ is also the URL of docs/journal/2024-01-03-b.md, "
            "which Jekyll writes later, so this post is left out; write another slug or date (J515)"
        ),
    ]
    assert "Latebody" in result.page("same/index.html")
    assert "Secondbody" in result.page("one/index.html")
    assert not [name for name, data in result.files.items() if b"Earlybody" in data or b"Firstbody" in data]
    assert "3 posts (and 3 refused" in result.ours[-1]

    (site.folder / "docs/journal/2024-01-01-z.md").unlink()
    site.config["plugins"][0]["journal"]["on_error"] = "stop"  # type: ignore[index]
    assert (site.build().returncode, site.build("--strict").returncode) == (0, 1)


def test_the_identity_of_entries_can_be_chosen(site: Site) -> None:
    """A key of the front matter counts as `guid` does, and what is no URI is reported at its place."""
    site.config["plugins"] = [{"journal": {"feeds": {"ids": "Uuid"}}}]
    number = "1225C695-cfb8-4ebb-aaaa-80da344efa6a"
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post(f"title: A\nuuid: {number}"),
            "docs/journal/2024-01-02-b.md": post("title: B\nuuid: 42"),
            "docs/journal/2024-01-03-c.md": post("title: C"),
            "docs/journal/2024-01-04-d.md": post(f"title: D\nuuid: {number}\nguid: urn:x:1"),
            "docs/journal/2024-01-05-e.md": post(f"title: E\nuuid: {number}"),
        }
    )

    result = site.build()

    assert [line.partition(": ")[0] for line in result.ours if "J603" in line or "J604" in line] == [
        "docs/journal/2024-01-02-b.md:3:7", "docs/journal/2024-01-05-e.md:3:7",
    ]  # fmt: skip
    ids = [item["id"] for item in json.loads(result.page("journal/feed.json"))["items"]]
    base = "https://example.org/docs/journal/2024/01"
    assert ids == [f"{base}/e/", "urn:x:1", f"{base}/c/", f"{base}/b/", f"urn:uuid:{number.lower()}"]


GUIDS = {
    "tag:example.org,2024:a": True, "tag:example.org,2024-01-02:/x?y#z": True, "urn:isbn:0451450523": True,
    "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a": True, "doi:10.1000/182": True, "http://old.example.org/?p=1": True,
    "tag:x": False, "tag:example.org:a": False, "urn:x": False, "urn:uuid:1": False, "javascript:alert(1)": False,
    "file:///a": False, "http://old.example.org/ x": False, "http://old.example.org/<b>": False,
}  # fmt: skip


def test_an_identity_is_one_that_feeds_can_hold(site: Site) -> None:
    """`tag:` and `urn:` have forms of their own; letters beyond ASCII are encoded."""
    posts = {f"docs/journal/2024-01-01-p{number:02}.md": post(f"guid: {json.dumps(g)}") for number, g in enumerate(GUIDS)}
    site.write({**posts, "docs/journal/2024-01-02-z.md": post("guid: https://old.example.org/ü")})

    result = site.build()

    assert [line.partition(": guid: ")[2].partition(" is not a URI")[0] for line in result.ours if "J603" in line] == [
        repr(guid) for guid, good in GUIDS.items() if not good
    ]
    ids = {item["id"] for item in json.loads(result.page("journal/feed.json"))["items"]}
    assert {guid for guid, good in GUIDS.items() if good} | {"https://old.example.org/%C3%BC"} <= ids
