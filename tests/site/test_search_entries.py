"""The search index of a site is the same as if the search plugin had read each post."""

from __future__ import annotations

import pytest

from tests.conftest import HOST, Site, post

THEMES = ["mkdocs"] if HOST == "properdocs" else ["mkdocs", "material"]
OFF = "import mkdocs_journal.hosts.mkdocs.search_entries as search_entries\nsearch_entries._MADE.clear()\n"
BODIES = [
    "Text of {}.\n\n## One & `two` {}\n\n* a\n* b\n\n### Three\n\n1. x\n\n   y\n",
    "# Its own title {}\n\nText with  two blanks, a\u00a0no-break one.\n\n```python\nif a < b:\n    pass\n```\n",
    "Text <em>of</em> {}<br>\n\n| a | b |\n|---|---|\n| 1 | `2` |\n",
    "<div class='box'>Raw</div>\n\n<script>let a = 1;</script>\n\nText {}.\n",
    "\n",
    "> quoted {}\n>\n> ## In it\n\nText.\n\n<!-- more -->\n\nEnd\n",
]


@pytest.mark.parametrize("theme", THEMES)
def test_the_search_index_is_as_the_plugin_makes_it(site: Site, theme: str) -> None:
    site.config["theme"] = {"name": theme}
    site.config["hooks"] = ["hook.py"]
    site.config["markdown_extensions"] = ["tables", "fenced_code", {"toc": {"permalink": True}}]
    for n in range(30):
        front = f"title: Post {n} & 'more'\ntags: [red, t{n % 3}]" + ("\nunlisted: true" if n % 7 == 6 else "")
        site.write(
            {f"docs/journal/2024-01-{n % 28 + 1:02}-p{n}.md": post(front, BODIES[n % len(BODIES)].replace("{}", str(n)))}
        )
    site.write({"hook.py": OFF})
    whole = site.build("--strict")
    site.write({"hook.py": ""})

    result = site.build("--strict")

    assert result.returncode == whole.returncode == 0, result.log
    assert result.files["search/search_index.json"] == whole.files["search/search_index.json"]
    assert result.page("search/search_index.json").count("Text of") > 4
