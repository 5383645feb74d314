"""Whole sites with hostile HTML and Markdown: what is understood, what is reported, what it costs."""

from __future__ import annotations

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
    for number, (name, body) in enumerate(UNCLOSED.items(), 1):
        site.write(
            {
                f"docs/journal/2024-01-{number:02}-{name}.md": f"---\ntitle: T\n---\n`<{name}>`\n\n```\n<{name}>\n```\n\n{body}"
            }
        )
    site.write({"docs/journal/2024-02-01-code.md": f"---\ntitle: Code\n---\n{CODE}"})
    site.write({"docs/journal/2024-02-02-raw.html": "---\ntitle: Raw\n---\n<p>A</p>\n <style>\np { }\n"})

    result = site.build()

    assert result.returncode == 0
    told = sorted(line for line in result.ours if "J620" in line)
    lines = {
        name: next(n for n, line in enumerate(body.split("\n"), 10) if f"<{name}" in line)
        for name, body in UNCLOSED.items()
    }
    for number, (name, body) in enumerate(UNCLOSED.items(), 1):
        file = f"docs/journal/2024-01-{number:02}-{name}.md"
        column = body.split("\n")[lines[name] - 10].index(f"<{name}") + 1
        assert [line for line in told if file in line][0].startswith(
            f"{file}:{lines[name]}:{column}: html: <{name}> is never closed"
        ), told
        page = result.page(f"journal/2024/01/{name}/index.html")
        assert (
            f"</{name}>"
            in page[page.index('class="e-content"') : page.index("</article>" if "</article>" in page else "<footer")]
        )
    assert [line for line in told if "raw.html" in line] == [
        "docs/journal/2024-02-02-raw.html:5:2: html: <style> is never closed and hides the rest of the page; "
        "write </style> behind it, or `<style>` to show it (J620)"
    ]
    assert len(told) == len(UNCLOSED) + 1
