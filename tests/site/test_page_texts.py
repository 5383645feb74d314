"""Plugins that read pages when all are written see what is on them."""

from __future__ import annotations

from tests.conftest import Site

HOOK = """
pages = []

def on_nav(nav, config, files):
    pages.extend(file.page for file in files.documentation_pages())

def on_post_build(config):
    with open("seen.txt", "w") as file:
        for page in pages:
            print(page.url, "journal-" in page.content, page.markdown[:4], file=file)
"""


def test_a_hook_that_reads_pages_at_the_end(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    post = "---\ndate: 2024-01-0{}\ntags: [a]\n---\n\nText of a post\n"
    site.write({"hook.py": HOOK, **{f"docs/journal/{n}.md": post.format(n) for n in (1, 2)}})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    lines = (site.folder / "seen.txt").read_text(encoding="utf-8").splitlines()
    seen = {url: found for url, *found in map(str.split, lines)}
    assert seen["journal/2024/01/1/"] == seen["journal/2024/01/2/"] == ["True", "Text"]
    assert seen["journal/"] == seen["journal/tags/a/"] == ["True"]
