"""Two blogs made of everything that Jekyll and its plugins have: every address of Jekyll's build is answered or named."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journal.commands.main import main
from tests.command_line import runner
from tests.conftest import Site

BLOGS = json.loads(Path(__file__).with_name("jekyll_blogs.json").read_text(encoding="utf-8"))
"""The sources of each blog, and what Jekyll 4.3.1 with the plugins of Debian has built: its files, and the entries of feeds
with ID, title, address and date."""
LOST = {
    "orchard": {
        "/2022/05/09/textile.textile": "post _posts/2022-05-09-textile.textile",
        "/2023/07/01/impossible.html": "post _posts/2023-06-31-impossible.md",
        "/assets/css/style.css": "template /assets/css/style.css",
        "/assets/css/style.css.map": "template /assets/css/style.css",
        "/jahr/2022-05/": "post _posts/2022-05-09-textile.textile",
        "/jahr/2023-07/": "post _posts/2023-06-31-impossible.md",
        "/news/seite7/": "post _posts/2022-05-09-textile.textile",
        "/search.json": "template /search.json",
    },
    "observatory": {
        "/docs/readme.md": "file docs/readme.md",
        "/humans.txt": "template /humans.txt",
        "/logs.xml": "feed /logs.xml",
    },
}
"""The addresses that are lost, each with how the import names its source; lists of posts that are refused are not made."""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def feed(entries: Sequence[Sequence[str]]) -> str:
    found = (
        f"<entry><id>{escape(known)}</id><title>{escape(title)}</title><link href='{escape(link)}'/>"
        f"<published>{date}</published></entry>"
        for known, title, link, date in entries
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(found)}</feed>'


@pytest.mark.parametrize("name", BLOGS)
def test_a_blog_keeps_every_address_that_the_import_does_not_name(tmp_path: Path, name: str) -> None:
    """Permalinks, lists, further pages, feeds of terms, redirects, collections, names in every script; drafts stay out."""
    blog: dict[str, Any] = BLOGS[name]
    old, new = write(tmp_path / "old", blog["source"]), tmp_path / "new"
    built = write(tmp_path / "built", dict.fromkeys(blog["built"], ""))
    write(built, {file: feed(entries) for file, entries in blog["feeds"].items()})

    printed = runner().invoke(main, ["import", "jekyll", str(old), str(new)]).stdout
    config = (new / "mkdocs.yml").read_text(encoding="utf-8")
    write(new, {"built.yml": config.replace("compat: jekyll\n", "compat: jekyll\n      on_error: skip\n")})
    result = Site(new).build(config="built.yml")
    found = json.loads(runner().invoke(main, ["verify", "--json", str(result.output), str(built)]).stdout)

    assert result.returncode == 0, result.log
    assert {one["address"] for one in found["lost"]} == set(LOST[name])
    assert [source for source in LOST[name].values() if f"not moved: {source}: " not in printed] == []
    assert found["addresses"] == len(blog["built"])
    assert found["feeds"] == len(blog["feeds"])
    assert [one["feed"] for one in found["feed_differences"]] == [one[1:] for one in LOST[name] if one == "/logs.xml"]
    written = b"".join(result.files.values())
    assert not any(secret in written for secret in (b"Draftsecret", b"Futuresecret", b"Hiddensecret", b"Secretnote"))
    assert ", 0 kept" in runner().invoke(main, ["import", "jekyll", str(old), str(new)]).stdout
