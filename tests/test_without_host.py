"""A whole journal is written where MkDocs cannot be imported, and equals what MkDocs builds."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HOST, ROOT, Site

EPOCH = {"SOURCE_DATE_EPOCH": "1795132800"}
FRAGMENT = re.compile(r"<main>\n(.*)\n</main>", re.DOTALL)
WITHOUT_HOST = """
import sys
sys.modules.update(mkdocs=None, properdocs=None, material=None)
import json
from dataclasses import replace
from pathlib import Path, PurePosixPath
import markdown
from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.posts.data_files import read_data_files
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.site_info import SiteInfo

given = json.loads(sys.argv[1])
docs = Path("docs")
options = replace(read_options(given["options"]))
folder = docs / options.folder
paths = [path for path in sorted(folder.rglob("*")) if path.suffix in {".md", ".html"} and path != folder / "index.md"]
names = [PurePosixPath(path.relative_to(docs).as_posix()) for path in paths]
sources = [Source(path=name, shown=str(path), data=path.read_bytes()) for name, path in zip(names, paths)]
site = SiteInfo(**given["site"], docs=docs, output=Path("written"))


def render(text):
    return markdown.markdown(text, extensions=given["extensions"], extension_configs=given["settings"])


people = folder / options.authors
data = people.read_bytes() if people.exists() else b""
data_files = read_data_files(Source(path=PurePosixPath(options.authors), shown=str(people), data=data))
journal = read_journal(sources, options, data=data_files)
published = publish(
    journal, site, render, options=options, redirects=tuple(given["redirects"]), others=tuple(given["others"])
)
assert not [name for name in sys.modules if name.partition(".")[0] in {"mkdocs", "properdocs"} and sys.modules[name]]
print(len(published.problems))
"""
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition", "attr_list", "footnotes"]


def written(folder: Path, **given: object) -> dict[str, bytes]:
    """Return the files that are written without a host."""
    values = {"options": {}, "extensions": EXTENSIONS, "settings": {}, "redirects": [], "others": [], **given}
    command = [sys.executable, "-c", WITHOUT_HOST, json.dumps(values)]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, **EPOCH, "PYTHONPATH": path}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    output = folder / "written"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def compare(files: dict[str, bytes], built: dict[str, bytes]) -> tuple[int, int]:
    """Return how many pages and how many other files were compared, each equal to that of the build."""
    pages = 0
    others = 0
    for name, data in files.items():
        assert name in built, f"{name} is not in the build"
        found = FRAGMENT.search(data.decode()) if name.endswith(".html") else None
        if found:
            assert found[1].encode() in built[name], f"{name} has another fragment:\n{found[1]}"
            pages += 1
        else:
            assert data == built[name], f"{name} has other bytes"
            others += 1
    return pages, others


@pytest.mark.skipif(HOST == "properdocs", reason="the theme of the example site is for MkDocs")
def test_the_example_site_is_written_without_a_host(tmp_path: Path) -> None:
    """Every fragment, feed, picture and stylesheet has the bytes of the build with MkDocs."""
    folder = tmp_path / "example_site"
    shutil.copytree(ROOT / "example_site", folder, ignore=shutil.ignore_patterns("site"))
    (folder / "own.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    built = Site(folder).build(config="own.yml", env=EPOCH)
    assert built.returncode == 0, built.log

    files = written(
        folder,
        site={
            "name": "Tidewatch",
            "url": "https://example.org/tidewatch/",
            "description": "Water levels on the command line",
            "copyright": "© The Tidewatch crew",
            "favicon": "assets/images/favicon.png",
        },
        settings={"toc": {"permalink": True}},
        others=["assets/images/favicon.png"],
    )

    pages, others = compare(files, built.files)
    assert {"journal/index.html", "journal/feed.xml", "journal/rss.xml", "journal/feed.json"} <= set(files)
    assert {name for name in built.files if name.startswith("journal/") and name not in files} == set()
    assert pages > 20
    assert others > 8


def test_links_redirects_and_exports_are_written_without_a_host(site: Site) -> None:
    """Links by source and by old URL, raw HTML, old addresses, a withheld post with its picture, an own landing page."""
    options = {"export": "posts.json", "permalink": "/:folder/:title.html"}
    site.config["plugins"] = [{"journal": {**options, "redirects": ["_redirects"]}}]
    site.config["markdown_extensions"] = ["admonition", "attr_list", "footnotes"]
    site.write(
        {
            "docs/journal/index.md": "---\ntitle: Ours\n---\n# Ours\n\nRead [the first](2024-01-02-a.md).\n",
            "docs/journal/2024-01-02-a.md": "---\ntags: [x, y]\nredirect_from: /old/a.html\n---\n# The *first*\n\n"
            "See [b](2024-02-03-b.md#part), [page](../guide.md), [old](/2024/02/03/b.html) and ![p](p.png).\n\n"
            '<a href="2024-02-03-b.md">raw</a> <img src="p.png">\n',
            "docs/journal/2024-02-03-b.md": "---\ntitle: B & more\nauthor: Ada\n---\n"
            "Text.\n\n## Part\n\n[draft](draft.md)\n",
            "docs/journal/draft.md": "---\ntitle: Hidden thing\ndate: 2024-03-04\ndraft: true\n---\n![q](q.png)\n",
            "docs/journal/2024-03-05-away.md": "---\ntitle: Away\nredirect_to: https://example.com/x\n---\nGone.\n",
            "docs/journal/2024-03-06-raw.html": "---\ntitle: Raw\n---\n<p>As it <b>stands</b>.</p>\n",
            "docs/journal/p.png": b"public",
            "docs/journal/q.png": b"hidden",
            "docs/guide.md": "# Guide\n",
        }
    )
    built = site.build(env=EPOCH)
    assert built.returncode == 0, built.log

    given = {"name": "Test", "url": "https://example.org/docs/", "favicon": "img/favicon.ico"}
    files = written(site.folder, site=given, options=options, redirects=["_redirects"], others=["img/favicon.ico"])

    assert compare(files, built.files) >= (10, 8)
    assert "journal/q.png" not in files
    assert not any(b"Hidden thing" in data for data in files.values())
    assert {name for name in built.files if name.startswith("journal/") and name not in files} == set()
