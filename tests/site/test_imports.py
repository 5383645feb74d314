"""Modules of whole features are imported by the builds that use them, for each costs every other build some time."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.conftest import HOST, PACKAGE, Site, post

OF_SERVE = {
    "hosts.mkdocs.feed_cache",
    "hosts.mkdocs.output_cache",
    "hosts.mkdocs.render_cache",
    "hosts.mkdocs.search_cache",
    "hosts.mkdocs.serve_cache",
    "publishing.kept",
    "urls.suffixless",
}
FEATURES = {
    "archives.queries": "a list of posts in a page",
    "archives.query_keys": "the same",
    "archives.similar_posts": "the option `related`",
    "audit.leaks": "a withheld post",
    "audit.secrets": "the same",
    "front_matter.headers": "a post without front matter",
    "front_matter.misplaced": "the same",
    "history.git": "the history of Git",
    "history.histories": "the same",
    "hosts.mkdocs.attachments": "a withheld post",
    "hosts.mkdocs.leaks": "the same",
    "hosts.mkdocs.placed_blocks": "a list of posts in a page",
    "markup.liquid.known_values": "Liquid",
    "markup.plain_lines": "something in braces",
    "pages.list_blocks": "a list of posts in a page",
    "posts.any_dates": "a date with a time",
    "posts.date_forms": "the same",
    "problems.kinds": "a problem",
    "publishing.attachments": "a withheld post",
    "publishing.copied_files": "the same",
    "publishing.liquid_values": "Liquid",
    "publishing.selections": "a list of posts in a page",
    "urls.references": "a withheld post",
}
"""Modules, and what they are for."""
PROGRAM = """
import runpy, sys
sys.argv = [sys.argv[1], "build", "-q"]
try:
    runpy.run_module(sys.argv[0], run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
print(*(name.removeprefix("mkdocs_journal.") for name in sys.modules if name.startswith("mkdocs_journal.")))
"""


def imported(site: Site) -> set[str]:
    """Return the modules of the package that a build imports, in a process of its own."""
    site.write({"mkdocs.yml": json.dumps(site.config)})
    command = [sys.executable, "-c", PROGRAM, "mkdocs" if HOST == "both" else HOST]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=site.folder, env=variables, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_an_ordinary_build_imports_no_feature_that_it_does_not_use(site: Site) -> None:
    site.write(
        {f"docs/journal/2024-01-0{day}-post-{day}.md": post("title: A\ntags: [x, y]\nauthor: Ada") for day in range(1, 8)}
    )

    found = imported(site)

    assert "posts.model" in found
    assert not found & {*FEATURES, *OF_SERVE}
    assert all((PACKAGE / f"{name.replace('.', '/')}.py").is_file() for name in OF_SERVE)


def test_a_build_that_uses_all_of_them_imports_them(site: Site) -> None:
    site.config["plugins"] = ["search", {"journal": {"related": 2, "last_updated": ["git"]}}]
    site.write(
        {
            "docs/list.md": "# List\n\n```journal\nlimit: 3\n```\n",
            "docs/journal/2024-01-01-one.md": post("title: One\ndate: 2 January 2024, 10:00"),
            "docs/journal/2024-01-02-two.md": "No front matter.\n",
            "docs/journal/2024-01-03-draft.md": post("title: Three\ndraft: true", "![](a.png)\n"),
            "docs/journal/2024-01-04-liquid.md": post("title: Four\nmarkup: kramdown", "Text {{ page.title }}\n"),
            "docs/journal/2024-01-05-braces.md": post("title: Five", "Text {{ page.title }}\n"),
            "docs/journal/a.png": b"",
        }
    )

    assert set(FEATURES) - imported(site) == set()
