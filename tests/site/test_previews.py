"""`mkdocs serve` says where withheld posts can be seen; a build says nothing of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import Site, post

HIDDEN = {
    "docs/journal/2024-05-06-shown.md": post("title: Shown"),
    "docs/journal/_drafts/idea.md": post("title: An idea"),
    "docs/journal/2024-01-02-quiet/index.md": post("title: Quiet & calm\npublished: false"),
    "docs/journal/2999-01-01-later.MD": post("title: Later"),
    "docs/news/2024-01-01-other.md": post("title: Other\nstatus: draft"),
}


def served(site: Site, tmp_path: Path) -> tuple[str, str, str]:
    """Return the log and the landing pages as `serve` makes them."""
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    program = (
        "import logging, runpy, sys; logging.basicConfig(level=logging.INFO); sys.argv.pop(0); "
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    fresh = str(Path(__file__).with_name("fresh.py"))
    out, url = str(tmp_path / "out"), "http://127.0.0.1:8000/docs/"
    command = [sys.executable, "-c", program, fresh, "mkdocs.yml", out, url]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=site.folder, env=env, capture_output=True, text=True, check=True)
    pages = [(tmp_path / "out" / name / "index.html").read_text(encoding="utf-8") for name in ("journal", "news")]
    return done.stdout + done.stderr, pages[0], pages[1]


def test_serve_says_where_each_withheld_post_can_be_seen(site: Site, tmp_path: Path) -> None:
    site.config["plugins"] = ["search", {"journal": {"journals": {"journal": {}, "news": {}}}}]
    site.write(HIDDEN)

    log, journal, news = served(site, tmp_path)

    reported = dict(
        re.findall(r"(docs/\S+): serve: (\w+, shown at \S+) while serving and left out of a build \(J123\)", log)
    )
    assert reported == {
        "docs/journal/_drafts/idea.md": "draft, shown at http://127.0.0.1:8000/docs/journal/_drafts/idea/",
        "docs/journal/2024-01-02-quiet/index.md": "unpublished, shown at http://127.0.0.1:8000/docs/journal/2024-01-02-quiet/",
        "docs/journal/2999-01-01-later.MD": "scheduled, shown at http://127.0.0.1:8000/docs/journal/2999-01-01-later/",
        "docs/news/2024-01-01-other.md": "draft, shown at http://127.0.0.1:8000/docs/news/2024-01-01-other/",
    }
    assert "Only in this preview" in journal
    for link in (
        'href="_drafts/idea/">An idea<',
        'href="2024-01-02-quiet/">Quiet &amp; calm<',
        'href="2999-01-01-later/">Later<',
    ):
        assert link in journal
    assert "Other" not in journal
    assert 'href="2024-01-01-other/">Other<' in news
    for address in reported.values():
        path = address.partition("8000/docs/")[2]
        assert (tmp_path / "out" / path / "index.html").is_file()


def test_a_build_does_not_report_them(site: Site) -> None:
    site.write({name: text for name, text in HIDDEN.items() if "news" not in name})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "J123" not in result.log
    assert "Only in this preview" not in result.page("journal/index.html")
    assert "journal-withheld" not in result.page("journal/index.html")
