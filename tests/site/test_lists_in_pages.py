"""Blocks `journal` in pages, posts and archives, in several themes and beside what reads fences."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import HOST, Site, post
from tests.neighbours.sites import POST_FILES
from tests.site.reader import Reader, broken_links, text_of

NO_VALUE = "is not a value of this key; write"
EXTENSIONS = ["admonition", "pymdownx.details", {"pymdownx.tabbed": {"alternate_style": True}}]


def indented(text: str) -> str:
    return "".join(f"    {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def block(*keys: str) -> str:
    return "\n".join(["```journal", *keys, "```\n"])


PLACES = "\n\n".join(
    (
        "# Places",
        block("series: walk"),
        "!!! note\n" + indented(block("series: walk")),
        "??? tip\n\n" + indented("Text.\n\n" + block("series: walk")),
        '=== "One"\n\n' + indented(block("series: walk")) + '\n=== "Two"\n\n    Nothing.',
        "- item\n\n" + indented(block("series: walk")) + "\n- other",
        "1. item\n\n    - inner\n\n" + indented(indented(block("series: walk"))),
        "> " + block("series: walk").strip().replace("\n", "\n> "),
        "<div markdown>\n\n" + block("series: walk") + "\n</div>",
        "## As code",
        "````markdown\n" + block("series: walk") + "````",
        "Indented:\n\n" + indented("before\n" + block("series: walk", "heading: R&D") + "behind"),
        "<!--\n" + block("series: walk") + "-->",
        "In a line: `` ```journal `` ends.",
    )
)
"""Eight lists, and four times what shows or hides one."""
THEMES = ("mkdocs", "readthedocs", *(("material",) if HOST != "properdocs" else ()))
"""Material needs MkDocs."""


@pytest.mark.parametrize("fences", [["pymdownx.superfences", "pymdownx.highlight"], []], ids=["superfences", "fenced_code"])
@pytest.mark.parametrize("theme", THEMES)
def test_lists_in_every_place_of_a_page(theme: str, fences: list[object], site: Site) -> None:
    extensions = [*EXTENSIONS, "md_in_html", *fences]
    site.config |= {"theme": {"name": theme}, "markdown_extensions": extensions}
    site.write({**POST_FILES, "docs/sub/places.md": PLACES})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = result.page("sub/places/index.html")
    assert page.count('<div class="journal-block"') == 8
    reader = Reader(page)
    assert [href for text, href in reader.named if text == "Second words"] == ["../../journal/2024/02/two/"] * 8
    assert [href for text, href in reader.named if text == "Third words"] == ["../../journal/2024/03/three/"] * 8
    assert not re.search(r"<p>\s*<div class=.journal-block", page)
    as_code = re.sub("<[^>]+>", "", page)
    assert as_code.count("```journal\nseries: walk\n```") == 1, "in the other fence"
    assert "before\n```journal\nseries: walk\nheading: R&amp;D\n```\nbehind" in as_code
    assert "<code>```journal</code>" in page
    assert "journal-list " not in re.sub('class="[^"]*"', "", page), "no marker is left"
    assert list(broken_links(result.output, "https://example.org/docs/")) == []


def test_lists_in_posts_and_lists(site: Site) -> None:
    """Links are relative to each page; excerpts, feeds and the search do not contain the lists."""
    site.write(POST_FILES)
    site.write(
        {
            "docs/index.md": "# Home\n\n" + block("limit: 1", "layout: excerpts", "heading: Latest words"),
            "docs/journal/index.md": "# Ours\n\n" + block("tag: beta", "layout: cards"),
            "docs/journal/tags/alpha.md": "# Alpha\n\n" + block("category: news"),
            "docs/journal/2024-08-09-with.md": post(
                "title: With a list", block("tag: alpha") + "\nThe words.\n\n<!-- more -->\n"
            ),
            "docs/journal/2024-08-10-html.html": "---\ntitle: In HTML\n---\n<pre>\n```journal\ntag: alpha\n```\n</pre>\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.messages == []
    own = Reader(result.page("journal/2024/08/with/index.html"))
    assert own.href("Second words") == "../../02/two/"
    home = result.page("index.html")
    assert home.index('<h2 id="latest-words">') < home.index('<h3><a class="u-url p-name" href="journal/2024/08/html/">')
    assert 'href="#latest-words"' in home, "in the table of contents"
    assert "assets/journal/journal.css" in home
    assert Reader(result.page("journal/index.html")).named.count(("Fourth words", "2024/04/four/")) == 2
    assert Reader(result.page("journal/tags/alpha/index.html")).href("Third words") == "../../2024/03/three/"
    entry = next(item for item in json.loads(result.page("journal/feed.json"))["items"] if item["title"] == "With a list")
    assert entry["content_html"].strip() == "<p>The words.</p>"
    for file in ("journal/feed.xml", "journal/rss.xml", "journal/feed.json", "journal/index.html"):
        assert "<!-- journal-list" not in result.page(file)
    assert "```journal" in result.page("journal/2024/08/html/index.html"), "HTML has no fences"
    landing = result.page("journal/index.html")
    landing = landing[landing.index('class="u-url p-name" href="2024/08/with/"') :]
    assert landing.count("Second words") == 1, "not in the excerpt"
    index = json.loads(result.page("search/search_index.json"))["docs"]
    assert [entry["text"] for entry in index if entry["location"] == "journal/2024/08/with/"] == ["The words."]
    assert list(broken_links(result.output, "https://example.org/docs/")) == []


def test_which_posts_are_never_in_a_list(site: Site) -> None:
    """Withheld posts; and unlisted ones unless the block asks for them. Without posts there is a text."""
    site.write(POST_FILES)
    lists = [
        block(),
        block("state: unlisted"),
        block("tag: zyz"),
        block("tag: q", "empty: Not <yet>."),
        block("year: 1999", "heading: H", "empty: ''"),
    ]
    site.write({"docs/lists.md": "# Lists\n\n" + "\n".join(lists)})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = result.page("lists/index.html")
    shown = [re.sub("<[^>]+>", "", part) for part in page.split('class="journal-block"')[1:]]
    assert re.findall(r"\w+ words", shown[0]) == ["Fourth words", "Third words", "Second words", "First words"]
    assert re.findall(r"\w+ words", shown[1]) == ["Quiet words"]
    assert "No posts yet." in shown[2]
    assert "Not &lt;yet&gt;." in shown[3]
    assert '<h2 id="h">' not in page
    assert "Zyz" not in page


def test_a_wrong_block_names_its_place(site: Site) -> None:
    """Once, at WARNING; the list is not shown, and the rest of the page is."""
    site.config["markdown_extensions"] = ["admonition"]
    site.write(POST_FILES)
    lines = [
        "---",
        "title: T",
        "---",
        "# Lists",
        "",
        "!!! note",
        "    ```journal",
        "    tag: alpha",
        "    limt: 5",
        "    ```",
    ]
    lines += ["", "```journal", "year:", "  - 2024", "  - last", "```", "", "```journal", "tag: bet", "```", "", "End."]
    wrong = block("sort: datum") + "\n" + block("sort: datum")
    site.write({"docs/lists.md": "\r\n".join(lines), "docs/journal/2024-08-09-with.md": post("title: W", wrong)})
    site.write({"docs/open.md": "# Open\n\n~~~~journal\ntag: alpha\n"})

    result = site.build()

    assert result.returncode == 0, result.log
    assert {line for line in result.ours if "5 posts" not in line} == {
        f"docs/journal/2024-08-09-with.md:6:7: sort: 'datum' {NO_VALUE} date, updated, title or path (J884)",
        "docs/lists.md:9:5: limt: unknown key; did you mean limit? (J883)",
        f"docs/lists.md:15:5: year: 'last' {NO_VALUE} a year or a list of years, for example 2024 (J884)",
        "docs/lists.md:19:6: tags: no post has 'bet'; did you mean 'Beta'? (J885)",
        "docs/open.md:3:1: journal: the block is not closed; write ~~~~ in a line of its own below it (J886)",
    }
    assert len(result.messages) == 5, "each once"
    page = result.page("lists/index.html")
    assert "<p>End.</p>" in page
    assert page.count("words</a>") == 0
    assert "tag: alpha" in result.page("open/index.html")
    assert site.build("--strict").returncode == 1


def test_a_block_from_another_file(site: Site) -> None:
    """Its problems have no line, for it is not in the file of the page."""
    site.config["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": ["."]}}]
    site.write(POST_FILES)
    site.write({"good.md": block("tag: beta"), "bad.md": block("tga: beta")})
    site.write({"docs/lists.md": '# Lists\n\n--8<-- "good.md"\n\n--8<-- "bad.md"\n'})

    result = site.build()

    assert Reader(result.page("lists/index.html")).href("Fourth words") == "../journal/2024/04/four/"
    assert "docs/lists.md: tga: unknown key; did you mean tag? (J883)" in result.ours


def test_lists_of_several_journals(site: Site) -> None:
    """A page of a journal has its posts, another page those of all; `journal` names one."""
    site.config["plugins"] = [{"journal": {"journals": {"news": {}, "blog": {"title": "Our blog"}}}}]
    site.write(
        {
            "docs/news/2024-01-01-a.md": post("title: News A\ntags: [X]", block("tag: x")),
            "docs/blog/2024-02-02-b.md": post("title: Blog B\ntags: [x]"),
            "docs/news/2024-03-03-c.md": post("title: News C\nunlisted: true"),
            "docs/lists.md": "# L\n\n" + "\n".join([block("tag: X"), block("journal: blog"), block("state: [unlisted]")]),
            "docs/wrong.md": "# W\n\n" + block("journal: blogs"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    parts = result.page("lists/index.html").split('class="journal-block"')[1:]
    assert [re.findall(r">((?:News|Blog) \w)<", part) for part in parts] == [["Blog B", "News A"], ["Blog B"], ["News C"]]
    assert Reader(result.page("lists/index.html")).href("News A") == "../news/2024/01/a/"
    inside = result.page("news/2024/01/a/index.html").split('class="journal-block"')[1]
    assert "Blog B" not in inside
    assert "docs/wrong.md:4:10: journal: 'blogs' is not a value of this key; write blog (J884)" in result.ours


def test_lists_in_kramdown(site: Site) -> None:
    """The other reader of bodies shows them as well, and code as code."""
    site.config["plugins"] = [{"journal": {"markup": "kramdown"}}]
    site.write(POST_FILES)
    body = block("tag: alpha", "heading: Latest") + "\n~~~~\n" + block("tag: alpha") + "~~~~\n\nThe words.\n"
    site.write({"docs/journal/2024-08-09-with.md": post("title: With", body)})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = result.page("journal/2024/08/with/index.html")
    assert page.count('class="journal-block"') == 1
    assert Reader(page).href("Second words") == "../../02/two/"
    assert "Latest</h2>" in page
    assert "```journal" in page


TEMPLATE = (
    '{% extends "base.html" %}\n{% block content %}{{ super() }}\n<ul class="q">\n'
    "{% for post in journal.query(tag='alpha', limit=1) %}"
    '<li><a href="{{ post.url }}">{{ post.title }}</a></li>{% endfor %}\n'
    "</ul>{% endblock %}\n"
)


def test_a_block_in_code_of_kramdown_is_shown(site: Site) -> None:
    block = "```journal\nlimit: 1\n```\n"
    indented = "".join(f"    {line}\n" for line in block.splitlines())
    body = f"First.\n\n{indented}\n{{% highlight text %}}\n{block}{{% endhighlight %}}\n\n{block}"
    site.write({"docs/journal/2024-01-01-a.md": post("title: A\nmarkup: kramdown", body)})

    result = site.build("--strict")

    page, feed = result.page("journal/2024/01/a/index.html"), result.page("journal/feed.xml")
    assert text_of(page).count("```journal limit: 1 ```") == 2
    assert page.count('class="journal-block"') == 1
    assert "journal-list " not in page + feed


def test_what_is_wrong_with_a_block_in_code_is_not_reported(site: Site) -> None:
    """It is an example; the same block beside it is a list, and its mistake is reported at its own place."""
    wrong = indented("```journal\nlimt: 1\n```\n")
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\nmarkup: kramdown", f"First.\n\n{wrong}\nLast.\n"),
            "docs/guide.md": f"# Guide\n\nFirst.\n\n{wrong}\nLast.\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "```journal limt: 1 ```" in text_of(result.page("journal/2024/01/a/index.html"))
    assert "```journal limt: 1 ```" in text_of(result.page("guide/index.html"))
    shown = block("limt: 2")
    site.write(
        {
            "docs/guide.md": f"{wrong}\n{shown}",
            "docs/journal/2024-01-01-a.md": post("markup: kramdown", f"{wrong}\n{shown}"),
        }
    )
    result = site.build()
    assert [message.partition(" unknown")[0] for message in result.ours[:2]] == [
        "docs/guide.md:6:1: limt:",
        "docs/journal/2024-01-01-a.md:10:1: limt:",
    ]


def test_a_query_in_a_template(site: Site) -> None:
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write({**POST_FILES, "overrides/main.html": TEMPLATE})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    found = re.findall('<ul class="q">(.*?)</ul>', result.page("guide/index.html"), re.DOTALL)
    assert found == ['\n<li><a href="../journal/2024/02/two/">Second words</a></li>\n']


def test_a_wrong_query_in_a_hook(site: Site) -> None:
    """No template has asked."""
    site.config["hooks"] = ["hooks.py"]
    site.write(POST_FILES)
    site.write(
        {"hooks.py": "def on_post_build(config):\n    config.plugins['journal'].journals['journal'].query(limt=1)\n"}
    )

    result = site.build()

    assert result.returncode == 1
    assert "journal: journal.query: limt: unknown key; did you mean limit? (J883)" in result.log
    assert "Traceback" not in result.log


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("limt=1", "limt: unknown key; did you mean limit? (J883)"),
        ("sort='dates'", "sort: 'dates' is not a value of this key; write date (J884)"),
        ("'alpha'", "alpha: unknown key; write one of "),
    ],
)
def test_a_wrong_query_in_a_template(call: str, said: str, site: Site) -> None:
    """The build ends with the file and line of the template, and without a traceback."""
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write({**POST_FILES, "overrides/main.html": TEMPLATE.replace("tag='alpha', limit=1", call)})

    result = site.build()

    assert result.returncode == 1
    assert f"journal: overrides/main.html:4: journal.query: {said}" in result.log
    assert "Traceback" not in result.log
