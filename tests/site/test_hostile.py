"""Whole sites with hostile HTML and Markdown: what is understood, what is reported, what it costs."""

from __future__ import annotations

import json
import resource

import pytest

from tests.conftest import Site

UNCLOSED = {
    "script": "A\n\n<script>\nvar a = '</div>';\n\nB\n",
    "style": "A\n\n<style>\np { color: red }\n\nB\n",
    "title": "Use the <title> element.\n\nB\n",
    "textarea": "A <textarea> of text\n\nB\n",
    "html": "A\n\n<html>\n\nB\n",
    "iframe": "A\n\n<iframe src='https://example.org/'>\n\nB\n",
    "template": "A\n\n<template>\n<p>B</p>\n",
    "noscript": "A\n\n<noscript>\n<p>B</p>\n",
}
LONG = "&#" + "1" * 5_000 + ";"
CODE = """\
Use `<title>` and ``<script>``, and write &lt;style&gt;.

```html
<textarea>
<html>
```

    <style>

<div><script>var closed = 1;</script></div>

- a list

    ```
    <!--
    ```

Last words.
"""


def test_raw_html_that_is_never_closed_is_reported_and_closed(site: Site) -> None:
    """The message names the line of the source, code before it is no HTML, and the page goes on behind the post."""
    files = {name: f"docs/journal/2024-01-{number:02}-{name}.md" for number, name in enumerate(UNCLOSED, 1)}
    for name, body in UNCLOSED.items():
        site.write({files[name]: f"---\ntitle: T\n---\n`<{name}>`\n\n```\n<{name}>\n```\n\n{body}"})
    site.write({"docs/journal/2024-02-01-code.md": f"---\ntitle: Code\n---\n{CODE}"})
    raw = {"plain": "<p>A</p>\n<plaintext>\n<p>B</p>\n", "tag": "<p>A</p>\n<script src='a.js", "two": "<select><select>\n"}
    site.write({f"docs/journal/2024-02-03-{name}.html": f"---\ntitle: {name}\n---\n{body}" for name, body in raw.items()})
    site.write({"docs/journal/2024-02-02-raw.html": "---\ntitle: Raw\n---\n<p>A</p>\n <style>\np { }\n"})

    result = site.build()

    assert result.returncode == 0
    reported = [line for line in result.ours if "J620" in line]
    assert len(reported) == len(UNCLOSED) + 3, reported
    for name, body in UNCLOSED.items():
        before = body[: body.index(f"<{name}")]
        line, column = 10 + before.count("\n"), 1 + len(before.rpartition("\n")[2])
        assert f"{files[name]}:{line}:{column}: html: <{name}> is never closed" in "\n".join(reported)
        page = result.page(f"journal/2024/01/{name}/index.html")
        assert f"</{name}>\n</div>" in page or (name == "html" and page.count("<html") == 1)
    assert (
        "docs/journal/2024-02-02-raw.html:5:2: html: <style> is never closed and hides the rest of the page; "
        "write </style> to close it, or `<style>` to show it (J620)" in reported
    )
    assert "Last words." in result.page("journal/2024/02/code/index.html")
    assert (
        "docs/journal/2024-02-03-plain.html:5:1: html: <plaintext> is never closed and hides the rest of the page; "
        "write <pre> instead, or `<plaintext>` to show it (J620)" in "\n".join(reported)
    )
    assert "2024-02-03-tag.html:5:1: html: <script is never closed" in "\n".join(reported)
    assert "&lt;plaintext>\n<p>B</p>" in result.page("journal/2024/02/plain/index.html")
    assert "&lt;script src='a.js" in result.page("journal/2024/02/tag/index.html")


def test_a_head_that_is_named_in_a_script_or_comment_is_not_the_end_of_the_head(site: Site) -> None:
    """The script is as it was, and the metadata stands before the real end."""
    script = "<script>var x = '</head></body>';</script><!-- </head> -->"
    site.write(
        {
            "overrides/main.html": "{% extends 'base.html' %}{% block libs %}" + script + "{{ super() }}{% endblock %}",
            "docs/journal/2024-01-01-a.md": "---\ntitle: A\n---\ntext\n",
        }
    )
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}

    page = site.build().page("journal/2024/01/a/index.html")

    assert script in page
    assert page.index(script) < page.index('property="og:title"') < page.rindex("</head>")


def test_what_stands_behind_a_drawing_is_in_the_feed(site: Site) -> None:
    """An element that closes itself in a drawing hides nothing, and links behind it are rewritten."""
    drawings = {
        "style": '<svg viewBox="0 0 1 1"><style id="s"/><path d="M0 0"/></svg>',
        "title": "<svg><title/><script/></svg>",
        "math": "<math><mspace/><mi>x</mi></math>",
    }
    for name, drawing in drawings.items():
        body = f'First.\n\n{drawing}\n\nSECOND {name} with ![p](x.png) <ä and <a href="/journal/">link</a>.\n'
        site.write({f"docs/journal/2024-01-01-{name}.md": f"---\ntitle: {name}\n---\n{body}"})
    site.write({"docs/journal/x.png": "x"})

    feed = json.loads(site.build().page("journal/feed.json"))

    for item in feed["items"]:
        assert f"SECOND {item['title']} with" in item["content_html"]
        assert 'src="https://example.org/docs/journal/x.png"' in item["content_html"]
        assert 'href="https://example.org/docs/journal/"' in item["content_html"]


def test_numbers_of_entities_are_as_long_as_an_author_writes_them(site: Site) -> None:
    """Of Markdown only keys: the host's own Markdown ends with a traceback at such a number."""
    keys = "".join(f'{key}: "{LONG}"\n' for key in ("title", "description", "author", "excerpt"))
    html = (
        f'<h1>A{LONG}</h1><p class="{LONG}">{LONG} <a href="{LONG}">a</a> <math alttext="{LONG}"><mi>{LONG}</mi></math></p>'
    )
    site.write(
        {
            "docs/journal/2024-01-01-a.md": f"---\n{keys}---\ntext\n",
            "docs/journal/2024-01-02-b.html": f"---\nlayout: post\n---\n{html}\n",
            "docs/journal/2024-01-03-c.html": f"---\ndraft: true\ntitle: '{LONG}'\n---\n{html}\n",
        }
    )
    site.config["plugins"] = ["journal"]  # the host's search ends with a traceback too

    result = site.build()

    assert result.returncode == 0, result.log[-2000:]
    assert "A\ufffd" in result.page("journal/index.html")


def test_links_to_a_draft_are_reported_at_their_lines_however_many_they_are(site: Site) -> None:
    lines = [f"[a](2024-01-02-d.md?{number})" for number in range(2_000)]
    site.write(
        {
            "docs/journal/2024-01-01-a.md": "---\ntitle: A\n---\n" + "\n".join(lines),
            "docs/journal/2024-01-02-d.md": "---\ndraft: true\n---\ntext\n",
        }
    )

    reported = [line for line in site.build().ours if "(J508)" in line]

    assert [line.split(":")[1] for line in reported] == [str(number) for number in range(4, 2_004)]


PIECES = ["<", "`", "[", "<b>", "&", '"', " ", "<!--", "<h1", "<!-- x -->\n", "*a ", "<svg>", "](", "a@", "!!! update"]


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_a_hostile_post_costs_what_its_size_costs(site: Site, suffix: str) -> None:
    """Of Markdown only what stands in a heading: the host's own Markdown is slow for some texts."""
    for number, piece in enumerate(PIECES, 1):
        text = piece * (60_000 // len(piece)) if suffix == "html" else "# a " + (piece * 1_000).replace("\n", "") + " b\n"
        site.write({f"docs/journal/2024-01-{number:02}-a{number}.{suffix}": f"---\nlayout: post\n---\n{text}"})
    start = _of_children()

    result = site.build()

    assert result.returncode == 0, result.log[-2000:]
    assert _of_children() - start < 60


def _of_children() -> float:
    """Return the seconds for which processes that have ended have kept a processor, whatever else the machine does."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
