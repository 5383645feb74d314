"""`mkdocs-journal check` reports what is wrong in lists in pages and in links of front matter, as a build does."""

from __future__ import annotations

import json

from tests.conftest import Site, post
from tests.host_process import run_check

FILES = {
    "docs/index.md": "# Home\n\n```journal\nlimt: 5\n```\n\n- Text\n- ```journal\n  limit: 1\n  ```\n",
    "docs/guide.md": "---\ntitle: Guide\n---\n\n!!! note\n\t```journal\n\ttag: alpah\n\t```\n\n```journal\ntags: [x]\n",
    "docs/journal/2024-01-01-a.md": post("title: A\ntags: [Alpha]\nrelated: [nowhere, 2024-01-02-b.md]\nlinks: [none.md]"),
    "docs/journal/2024-01-02-b.md": post(
        "title: B\nrelated:\n  - A\n  - 2024-01-03-c.md\nlinks:\n  - ../guide.md\n  - index.md\n  - tags/alpha.md",
        "```journal\nsort: newest\n```",
    ),
    "docs/journal/2024-01-03-c.md": post("title: C\ndraft: true\nrelated: nowhere", "```journal\nlimt: 1\n```"),
}
"""Every kind of mistake; a draft has no page that could show anything."""
REPORTED = """\
warning: docs/guide.md:7:7: tags: no post has 'alpah'; did you mean 'Alpha'? (J885)
  7 | \\ttag: alpah
    |        ^
warning: docs/guide.md:10:1: journal: the block is not closed; write ``` in a line of its own below it (J886)
  10 | ```journal
     | ^
warning: docs/index.md:4:1: limt: unknown key; did you mean limit? (J883)
  4 | limt: 5
    | ^
warning: docs/index.md:8:1: journal: the block begins in the line of a list item; write it below, after a blank line and \
indented by 4 spaces (J894)
  8 | - ```journal
    | ^
warning: docs/journal/2024-01-01-a.md:4:11: related: 'nowhere' is not a post; write its path, its title or its URL (J889)
  4 | related: [nowhere, 2024-01-02-b.md]
    |           ^
warning: docs/journal/2024-01-01-a.md:5:9: links: 'none.md' is not a page or file of the site; write a path below docs_dir \
or an http(s) address (J892)
  5 | links: [none.md]
    |         ^
warning: docs/journal/2024-01-02-b.md:5:5: related: '2024-01-03-c.md' is a post that is not published (draft); it is left \
out (J893)
  5 |   - 2024-01-03-c.md
    |     ^
warning: docs/journal/2024-01-02-b.md:13:7: sort: 'newest' is not a value of this key; write date, updated, title or path \
(J884)
  13 | sort: newest
     |       ^
2 posts (and 1 draft), 1 tag, 3 feeds, 8 problems
"""


LINES = "\u2028" * 9
"""Ends of lines for some programs, but not for Markdown."""


def write(site: Site, files: dict[str, str]) -> None:
    site.write({"mkdocs.yml": json.dumps(site.config), **files})


def test_mistakes_in_texts_are_reported_without_a_build(site: Site) -> None:
    site.config["markdown_extensions"] = ["admonition"]  # without it the block is code, in which a build reports nothing
    write(site, FILES)

    done = run_check((), site.folder)

    assert (done.returncode, done.stderr, done.stdout) == (0, "", REPORTED)
    assert run_check(("--strict",), site.folder).returncode == 1
    built = [line for line in site.build().ours if ".md:" in line]
    lines = [line.partition(": ")[2] for line in done.stdout.splitlines() if line.startswith("warning")]
    assert sorted(built) == sorted(lines), "a build reports the same"


def test_pages_elsewhere_and_what_other_programs_replace(site: Site) -> None:
    """The level of links is that of MkDocs; a block that macros or snippets complete is left to the build."""
    site.config |= {
        "plugins": [{"journal": {"journals": {"news": {}, "blog": {"defaults": [{"values": {"related": "gone"}}]}}}}],
        "validation": {"links": {"not_found": "info"}},
        "exclude_docs": "left-out.md",
    }
    files = {
        "docs/news/2024-01-01-a.md": post("title: A\nlinks: [none.md, ../guide.md, https://example.org/]"),
        "docs/blog/2024-01-02-b.md": post("title: B\nrelated: [A, B]"),
        "docs/blog/2024-01-03-c.md": post("title: C"),
        "docs/guide.md": "# G\n\n```journal\nlimit: {{ number }}\n```\n\n```journal\n--8<-- 'keys'\n```\n\n"
        "```journal\njournal: blogs\n```\n\n````\n```journal\nlimt: 1\n```\n````\n",
        "docs/left-out.md": "```journal\nlimt: 1\n```\n",
        "docs/open.md": "---\ntitle: Not closed\n\n```journal\nlimt: 1\n```\n",
        "docs/odd.md": f"# Odd\n\n```journal\nlimit: 5{LINES}\ntag: [\n```\n",
    }
    write(site, files)

    reported = [line for line in run_check((), site.folder).stdout.splitlines() if "(J" in line]

    assert reported == [
        "warning: defaults: related: 'gone' is not a post; write its path, its title or its URL (J889)",
        "warning: docs/blog/2024-01-02-b.md:3:11: related: 'A' is not a post; write its path, its title or its URL (J889)",
        "warning: docs/guide.md:12:10: journal: 'blogs' is not a value of this key; write blog (J884)",
        (
            "info: docs/news/2024-01-01-a.md:3:9: links: 'none.md' is not a page or file of the site; write a path below "
            "docs_dir or an http(s) address (J892)"
        ),
        (
            "warning: docs/odd.md:5:6: journal: the block cannot be read: a bracket or comma where a value should be; put "
            "the value in quotes (J887)"
        ),
        "warning: docs/open.md:5:1: limt: unknown key; did you mean limit? (J883)",
    ]
    site.config["validation"] = {"links": {"not_found": "ignore"}}
    write(site, {})
    assert "J892" not in run_check((), site.folder).stdout


def test_the_folder_of_a_jekyll_site_has_keys_of_its_own(site: Site) -> None:
    """There `links` may lead to pages that are not read."""
    site.write({"_config.yml": "", "_posts/2024-01-01-a.md": post("title: A\nlinks: [/about/]\nrelated: [x]")})

    done = run_check(("--strict",), site.folder)

    assert done.returncode == 0, done.stdout
