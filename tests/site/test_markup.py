"""Posts in kramdown in a whole site: pages, links, contents, search, feeds, code, messages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Result, Site, post
from tests.host_process import run_check

KRAMDOWN = """\
Intro with `code` and *stress*{: .red} for {{ page.title }} on {{ site.title }}.
{: #intro}

* Contents
{:toc}

## A heading [link](/elsewhere)[^n]

- one
  - two

  ```python
  x = 1
  ```
- [x] done

To [B]({% post_url 2024-01-02-b %}#part), [again](2024-01-02-b.md), [draft]({% post_url 2024-01-03-draft %}),
[asset]({% link a.txt %}), ![pic]({{ site.baseurl }}/pic.png) and <a href="{% post_url 2024-01-02-b %}">raw</a>.

| a | b |

!!! update "2024-02-03: More"
    Of *it*.

[^n]: A note.

<div>
never closed
"""
FILES: dict[str, str | bytes] = {
    "docs/journal/2024-01-01-a.md": post("title: A & B\nmarkup: kramdown\ntags: [x]", KRAMDOWN),
    "docs/journal/2024-01-02-b.md": post("title: B", "## Part\n\nText.\n"),
    "docs/journal/2024-01-03-draft.md": post("title: Zaphod\ndraft: true", "Text.\n"),
    "docs/a.txt": "a",
    "docs/pic.png": b"\x89PNG",
}


def body(result: Result, path: str = "journal/2024/01/a/index.html") -> str:
    page = result.page(path)
    inside = page[page.index('<div class="e-content">') : page.index("<footer")]
    return re.sub(r"\s+", " ", inside)


def test_a_post_in_kramdown_is_a_page_like_any_other(site: Site) -> None:
    """Its key says so; the other post is read by MkDocs."""
    site.write(FILES)
    site.config["validation"] = {"links": {"anchors": "warn"}}

    result = site.build()

    assert len(result.messages) == 1
    assert "(J508)" in result.messages[0]
    html = body(result)
    assert '<p id="intro">Intro with <code>code</code> and <em class="red">stress</em> for A &amp; B on Test.</p>' in html
    assert (
        '<ul id="markdown-toc"> <li><a href="#a-heading-link" id="markdown-toc-a-heading-link">A heading link</a>' in html
    )
    assert '<h2 id="a-heading-link">A heading <a href="/elsewhere">link</a>' in html
    assert '<pre><code class="language-python">x = 1 </code></pre>' in html
    assert '<input type="checkbox"' in html
    assert '<a href="../b/#part">B</a>' in html
    assert '<a href="../b/">again</a>' in html
    assert "<span>draft</span>" in html
    assert "Zaphod" not in "".join(text.decode(errors="replace") for text in result.files.values())
    assert '<a href="../../../../a.txt">asset</a>' in html
    assert '<img src="../../../../pic.png" alt="pic" />' in html
    assert '<a href="../b/">raw</a>' in html
    assert "<td>a</td>" in html
    assert '<div class="admonition update" id="update-2024-02-03">' in html
    assert "<div> never closed </div>" in html
    assert '<li id="fn:n" role="doc-endnote">' in html
    page = result.page("journal/2024/01/a/index.html")
    assert 'href="#a-heading-link"' in page[: page.index("e-content")]
    index = json.loads(result.page("search/search_index.json"))["docs"]
    assert {entry["location"] for entry in index} >= {"journal/2024/01/a/", "journal/2024/01/a/#a-heading-link"}
    assert "never closed" in result.page("journal/feed.xml")


def test_anchors_of_posts_in_kramdown_are_validated(site: Site) -> None:
    """Those that others link to, and those that it links to."""
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post(
                "markup: kramdown\ntitle: A", "## Über\n\n[b](2024-01-02-b.md#none) [x](#no)\n"
            ),
            "docs/journal/2024-01-02-b.md": post("title: B", "[a](2024-01-01-a.md#über) [a](2024-01-01-a.md#none)\n"),
        }
    )
    site.config["validation"] = {"links": {"anchors": "warn", "not_found": "warn"}}

    result = site.build("--strict")

    assert result.returncode == 1
    reported = [line for line in result.messages if "anchor" in line]
    assert len(reported) == 3
    assert not [line for line in reported if "über" in line]


@pytest.mark.parametrize(
    ("extensions", "wanted"),
    [
        ([], '<pre><code class="language-python">'),
        ([{"codehilite": {"guess_lang": False}}, "fenced_code"], '<div class="codehilite">'),
        (["pymdownx.highlight", "pymdownx.superfences"], '<div class="highlight">'),
        (["pymdownx.extra", {"pymdownx.highlight": {"linenums": True}}], 'class="linenos'),
    ],
)
def test_code_looks_as_on_other_pages(site: Site, extensions: list[object], wanted: str) -> None:
    """The same HTML as of a fenced block on a page of MkDocs, tabs kept."""
    code = "```python\nx = 1\nprint(x)\n```\n"
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post(
                "title: A\nmarkup: kramdown",
                code + "\n```\na\tb `c` ```\n```\n\n{% highlight js %}\n1\n{% endhighlight %}\n",
            ),
            "docs/page.md": "# P\n\n" + code,
        }
    )
    site.config["markdown_extensions"] = extensions

    result = site.build()

    html = result.page("journal/2024/01/a/index.html")
    assert result.messages == []
    assert wanted in html
    assert "a\tb `c`" in html
    assert '<figure class="highlight">' in html
    if extensions:
        blocks = [
            re.search(r"<pre.*?</pre>", page[page.index("<h1") :], re.DOTALL)
            for page in (html, result.page("page/index.html"))
        ]
        without = re.compile(r"__codelineno-\d+-|__span-\d+-| id=\"[^\"]*\"|#[^\"]*")
        ours, others = (without.sub("", block[0]) for block in blocks if block)
        assert ours == others


def test_headings_have_the_permalinks_of_the_site(site: Site) -> None:
    """Within the depth that the site says."""
    site.write(
        {"docs/journal/2024-01-01-a.md": post("title: A\nmarkup: kramdown", "## One\n\n### Two `x`\n\n#### Three\n")}
    )
    site.config["markdown_extensions"] = [{"toc": {"permalink": True, "toc_depth": "2-3", "permalink_title": "Here"}}]

    result = site.build()

    html = result.page("journal/2024/01/a/index.html")
    assert '<h2 id="one">One<a class="headerlink" href="#one" title="Here">&para;</a></h2>' in html
    assert 'href="#one"' in html[: html.index("e-content")]
    assert '<h4 id="three">' in html


def test_with_jekyll_every_post_is_in_kramdown(site: Site) -> None:
    """But for one that says otherwise, and posts in HTML; what `_config.yml` says is known."""
    site.config["plugins"] = [{"journal": {"compat": "jekyll", "folder": ".", "permalink": "date"}}]
    site.write(
        {
            "_config.yml": "repository: a/b\ntitle: Old\nkramdown: {auto_ids: false}\n",
            "docs/_posts/2024-01-01-a.md": post("title: A", "- a\n  - {{ site.repository }} {{ site.title }}\n\n# No id\n"),
            "docs/_posts/2024-01-02-b.md": post("title: B\nmarkup: host", "- a\n  - b{: .c}\n"),
            "docs/_posts/2024-01-03-c.html": post("title: C", "<p>{{ page.title }}</p>\n"),
        }
    )

    result = site.build()

    a, b = result.page("2024/01/01/a.html"), result.page("2024/01/02/b.html")
    assert re.search(r"<ul>\s*<li>a\s*<ul>\s*<li>a/b Test</li>", a)
    assert "<h1>No id</h1>" in a
    assert "{: .c}" in b
    (reported,) = [line for line in result.ours if "J705" in line]
    assert reported.startswith("docs/_posts/2024-01-02-b.md:7:6: body: 1 kramdown attribute list would be shown as text; ")


def test_liquid_that_is_not_known(site: Site) -> None:
    """Shown and reported with its place, or the post is refused; the summary counts it. Code may have any."""
    text = "A {{ x }} `{{ y }}`\n\n{% include a.html %}\n\n```\n{% z %}\n```\n"
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\nmarkup: kramdown", text),
            "docs/journal/2024-01-02-b.md": post("title: B"),
        }
    )

    shown = site.build()
    html = body(shown)
    site.config["plugins"] = [{"journal": {"liquid": "refuse", "on_error": "skip"}}]
    refused = site.build()

    first, second = [line for line in shown.ours if "(J70" in line]
    assert first == (
        "docs/journal/2024-01-01-a.md:6:3: liquid: '{{ x }}' is not evaluated and appears as written; "
        "write its value instead (J701)"
    )
    assert second.startswith("docs/journal/2024-01-01-a.md:8:1: liquid: '{% include a.html %}' is not evaluated")
    assert shown.ours[-1].startswith("2 posts")
    assert shown.ours[-1].endswith("2 problems, 2 pieces of Liquid as written")
    assert '<samp class="journal-liquid">{{ x }}</samp>' in html
    assert "journal/2024/01/a/index.html" not in refused.files
    assert len([line for line in refused.ours if "(J702)" in line]) == 2


def test_what_mkdocs_shows_as_text_is_reported_once_for_a_post(site: Site) -> None:
    """Unless an extension or a plugin of the site reads it; in a post in kramdown it is the other way round."""
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A", "*a*{: .b}\n\n{: .c}\n\n`{{ d }}`\n"),
            "docs/journal/2024-01-02-b.md": post("title: B\nmarkup: kramdown", '!!! note\n    x\n\n=== "Tab"\n\n!!! tip\n'),
        }
    )

    plain = site.build()
    site.config["markdown_extensions"] = ["attr_list"]
    listed = site.build()

    first, second = [line for line in plain.ours if "(J70" in line]
    assert first == (
        "docs/journal/2024-01-01-a.md:5:4: body: 2 kramdown attribute lists would be shown as text; "
        "set `markup: kramdown` (J705)"
    )
    assert second.startswith(
        "docs/journal/2024-01-02-b.md:6:1: body: '!!! note' is shown as text because `markup: kramdown`"
    )
    assert [line for line in listed.ours if "(J705)" in line] == []


def test_macros_evaluate_nothing_twice(site: Site) -> None:
    """A plugin that evaluates pages is made to skip those in kramdown, as mkdocs-macros reads it."""
    site.write(
        {
            "hook.py": "def on_page_markdown(markdown, page, config, files):\n"
            "    return markdown if page.meta.get('render_macros') is False else markdown.replace('{{', '<<')\n",
            "docs/journal/2024-01-01-a.md": post("title: A\nmarkup: kramdown", "{{ page.title }}\n"),
            "docs/journal/2024-01-02-b.md": post("title: B", "{{ page.title }}\n"),
        }
    )
    site.config["hooks"] = ["hook.py"]

    result = site.build()

    assert "<p>A</p>" in body(result)
    assert "&lt;&lt; page.title }}" in body(result, "journal/2024/01/b/index.html")


def test_an_address_that_is_none_stays(site: Site) -> None:
    site.write(
        {"docs/journal/2024-01-01-a.md": post("title: A\nmarkup: kramdown", "[a](http://[x) ![b](//[y/z) <http://[z>\n")}
    )

    result = site.build()

    assert "Traceback" not in result.log
    assert 'href="http://[x"' in body(result)


def check(folder: Path, *options: str) -> str:
    return run_check([*options, "."], folder).stdout


def test_check_reports_the_same_places(site: Site) -> None:
    """Of a site and of a folder of a Jekyll site."""
    files = {
        "_posts/2024-01-01-a.md": post(
            "title: A", "{{ x }} {{ site.x }} {{ site.y }} {{ page.z }} [^n]\n\n{% post_url 2024-01-01-a %}\n"
        ),
        "_posts/2024-01-02-b.md": post("title: B", "!!! note\n\n{% link a.txt %} {% link b.txt %}\n"),
        "a.txt": "a",
        "_config.yml": "x: 1\n",
    }
    site.write(
        {f"docs/{name}": text for name, text in files.items()} | {f"jekyll/{name}": text for name, text in files.items()}
    )
    site.config["plugins"] = [{"journal": {"compat": "jekyll", "folder": ".", "permalink": "date"}}]

    built = [line.replace("docs/", "") for line in site.build().ours if "(J70" in line]
    checked = [line.partition(": ")[2].replace("docs/", "") for line in check(site.folder).splitlines() if "(J70" in line]
    jekyll = [line.partition(": ")[2] for line in check(site.folder / "jekyll").splitlines() if "(J70" in line]

    assert len(built) == 4
    assert sorted(built) == sorted(checked) == sorted(jekyll)


def test_a_withheld_post_is_checked_when_it_is_published(site: Site) -> None:
    """It has no page that could show Liquid or an attribute list."""
    for name in ("draft: true", "date: 2999-01-01", "published: false"):
        site.write({f"docs/journal/2024-01-01-{len(name)}.md": post(f"title: A\n{name}", "{{ x }}\n\nText\n{: .a}\n")})

    assert site.build("--strict").returncode == 0


def test_liquid_links_to_posts_in_html(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"compat": "jekyll"}}]
    body = "[b]({% post_url 2024-01-02-b %}) [c]({% link journal/2024-01-03-c.htm %})\n"
    posts = {"01-a.md": body, "02-b.html": "<p>x</p>", "03-c.htm": "<p>x</p>"}
    site.write({f"docs/journal/2024-01-{name}": post("title: Some", text) for name, text in posts.items()})

    result = site.build("--strict")

    assert (result.returncode, result.messages) == (0, []), result.log
    page = result.page("journal/2024/01/a/index.html")
    assert 'href="../b/"' in page
    assert 'href="../c/"' in page


def test_a_link_to_a_name_longer_than_names_may_be_is_reported(site: Site) -> None:
    name = "n" * 300
    site.config["plugins"] = [{"journal": {"compat": "jekyll"}}]
    site.write({"docs/journal/2024-01-02-a.md": post("title: A", f"{{% link {name}.md %}}\n")})

    result = site.build()

    assert result.returncode == 0, result.log
    assert "docs/journal/2024-01-02-a.md:5:1:" in result.ours[0]


ADDED = """
from markdown.extensions.abbr import AbbrExtension
def on_config(config):
    config.markdown_extensions.append(AbbrExtension())
"""


@pytest.mark.parametrize("markup", ["kramdown", "host"])
def test_an_extension_that_a_plugin_adds_as_an_object(markup: str, site: Site) -> None:
    """As mkdocs-autorefs does; code is highlighted by the extensions that the site names."""
    site.write({"hook.py": ADDED, "docs/journal/2024-01-01-a.md": post("title: A", "```python\na = 1\n```\n")})
    site.config |= {"hooks": ["hook.py"], "markdown_extensions": ["codehilite", "fenced_code"]}
    site.config["plugins"] = ["search", {"journal": {"markup": markup}}]

    result = site.build("--strict")

    assert (result.returncode, result.messages) == (0, []), result.log
    assert 'class="codehilite"' in result.page("journal/2024/01/a/index.html")
