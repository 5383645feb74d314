"""What `serve` keeps of a build: each rebuild equals a fresh build, and unchanged pages are not rendered again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site, post

EDITS = Path(__file__).parent / "serve_edits.py"
SEEDS = {"mkdocs with templates": 1, "mkdocs": 23, **({"material": 19} if find_spec("material") else {})}
"""By theme; together their edits are of every kind."""
ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1795132800", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def edited(site: Site, seed: int, edits: int) -> dict[str, Any]:
    """Edit a site and build it after each edit; return what `serve_edits.py` prints."""
    links = "[next](2024-0{0}-02-p.md#more) <a href='{0}.md'>x</a> [home](../index.md) [gone](gone.md) [odd](http://[)"
    site.write(
        {f"docs/journal/2024-0{n}-02-p.md": post(f"title: P {n}\ntags: [a]", links.format(n % 7 + 1)) for n in range(1, 8)}
    )
    site.write({"docs/about.md": "# About\n\n## Top\n", "overrides/empty.txt": ""})
    lists = "```journal\ntag: a\nlayout: excerpts\n```\n\n```journal\ntag: tidee\n```\n\n```journal\nlimt: 3\n```\n"
    site.write({"docs/lists.md": f"# Lists\n\n{lists}", "docs/part.txt": "A part.\n"})
    site.config["markdown_extensions"] = ["toc"]
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, EDITS, site.folder, str(seed), str(edits)], capture_output=True, text=True, env=ENV, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("theme", "seed"), SEEDS.items(), ids=SEEDS)
def test_after_each_edit_the_site_equals_a_fresh_build(site: Site, theme: str, seed: int) -> None:
    """Of a theme with templates of the site, what it made is not kept.

    `JOURNAL_EDITS` is the number of edits, `JOURNAL_SEED` chooses others.
    """
    own = theme == "mkdocs with templates"
    site.config["theme"] = {"name": theme.partition(" ")[0], **({"custom_dir": "overrides"} if own else {})}
    edits = int(os.environ.get("JOURNAL_EDITS", "14"))

    found = edited(site, seed + int(os.environ.get("JOURNAL_SEED", "0")), edits)

    print(found)
    assert found["different"] == []
    assert found["errors"] < found["builds"] / 4
    assert found["rendered"] < found["pages"] / 2
    assert own or found["themed"] < found["pages"] * 3 / 4, "a site may have templates for a while"


REBUILDS = """
import logging, os, sys
if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement
import markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

class Noisy(markdown.Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Reporter(md), "noisy", 5)

class Reporter(markdown.preprocessors.Preprocessor):
    def run(self, lines):
        if any("odd" in line for line in lines):
            logging.getLogger("MARKDOWN").warning("an odd line")
        return lines

if "small" in sys.argv:
    from mkdocs_journal.publishing.kept import Kept
    Kept.__init__.__defaults__ = (2000,)
logging.basicConfig(level="INFO", format="%(message)s", stream=sys.stdout)
inner = Page.render
def render(self, config, files):
    print("rendered", self.file.src_uri)
    inner(self, config, files)
Page.render = render
for number in range(2):
    print("build", number)
    config = load_config("mkdocs.yml", site_dir="site")
    if not number:
        config.plugins.on_startup(command=sys.argv[1], dirty=False)
    if "noisy" in sys.argv:
        from mkdocs_journal.hosts.mkdocs import pure_extensions
        pure_extensions.PURE |= {"noisy"}
        sys.modules["noisy"] = sys.modules["__main__"]
        makeExtension = Noisy
        config.markdown_extensions.append("noisy")
    build(config, serve_url="http://127.0.0.1:8000/" if sys.argv[1] == "serve" else None)
"""


def rebuilt(site: Site, *arguments: str) -> tuple[str, str]:
    """Build a site twice in one process; return what each build printed."""
    site.write({"docs/journal/2024-01-02-a.md": post("title: A", "Text.\n"), "docs/other.md": "# Other\n\nAn odd line\n"})
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", REBUILDS, *arguments], cwd=site.folder, capture_output=True, text=True, env=ENV, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    _, first, second = done.stdout.split("build ")
    assert "rendered journal/2024-01-02-a.md" in first
    return first, second


def test_an_unchanged_site_is_not_rendered_again(site: Site) -> None:
    assert "rendered" not in rebuilt(site, "serve")[1]


def test_a_build_keeps_nothing(site: Site) -> None:
    assert "rendered journal/2024-01-02-a.md" in rebuilt(site, "build")[1]


def test_the_option_ends_it(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"serve_cache": False}}]

    assert "rendered journal/2024-01-02-a.md" in rebuilt(site, "serve")[1]


def test_pages_beyond_the_limit_are_rendered_again(site: Site) -> None:
    """A long page does not fit, nor does a short one with many headings; what is kept then is right all the same."""
    headings = "".join(f"## {n}\n\n" for n in range(9))
    site.write({"docs/a.md": "# A\n", "docs/long.md": "# Long\n\n" + "word " * 1000, "docs/headings.md": headings})

    second = rebuilt(site, "serve", "small")[1]

    assert "rendered long.md" in second
    assert "rendered headings.md" in second
    assert "rendered a.md" not in second


@pytest.mark.parametrize(
    ("extension", "named"),
    [
        ("pymdownx.snippets", "pymdownx.snippets"),
        ({"pymdownx.b64": {"base_path": "docs"}}, "pymdownx.b64"),
        ({"pymdownx.emoji": {"options": {"custom_icons": ["icons"]}}}, "pymdownx.emoji"),
    ],
)
def test_beside_an_extension_that_reads_files_nothing_is_kept_and_this_is_said_once(
    site: Site, extension: object, named: str
) -> None:
    site.config["markdown_extensions"] = [extension]

    first, second = rebuilt(site, "serve")

    assert f"serve_cache: not used, because the Markdown extension {named} may read more than a page" in first
    assert "rendered journal/2024-01-02-a.md" in second
    assert "serve_cache" not in second


def test_what_an_extension_reports_is_reported_in_each_build(site: Site) -> None:
    first, second = rebuilt(site, "serve", "noisy")

    assert "an odd line" in first
    assert "an odd line" in second
    assert "rendered other.md" in second
    assert "rendered journal/2024-01-02-a.md" not in second


def test_settings_of_extensions_are_compared(site: Site) -> None:
    """Functions by their names, also with arguments; what a function of the site does cannot be known."""
    from_yaml = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
    site.write({"docs/journal/2024-01-02-a.md": post("title: A"), "docs/other.md": "# Other\n"})
    text = f"site_name: A\nplugins: [journal]\nmarkdown_extensions: [{{toc: {{slugify: {from_yaml}, toc_depth: 2}}}}]\n"
    (site.folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    run = [sys.executable, "-c", REBUILDS, "serve"]

    done = subprocess.run(run, cwd=site.folder, capture_output=True, text=True, env=ENV, check=False)

    assert done.stdout.count("rendered other.md") == 1, done.stderr + done.stdout


READER = """
def on_nav(nav, config, files):
    global pages
    pages = [file.page for file in files.documentation_pages()]
def on_post_build(config):
    print("texts", [page.content for page in pages])
"""


def test_a_hook_that_reads_pages_at_the_end_sees_the_same_in_each_build(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": READER})

    first, second = (re.findall("texts .*", build) for build in rebuilt(site, "serve"))

    assert first == second
    assert "journal-article" in first[0]


READER_OF_EACH = """
def on_post_page(output, page, config):
    print("page", page.title, sorted(page.meta), [page.content])
"""


def test_a_hook_that_reads_a_page_when_it_is_rendered_sees_the_same_in_each_build(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": READER_OF_EACH})

    first, second = (re.findall("page .*", build) for build in rebuilt(site, "serve"))

    assert first == second
    assert "journal-article" in str(first)


NO_HOME = """
import pathlib
def on_config(config):
    pathlib.Path(config.docs_dir, "index.md").unlink() if pathlib.Path("site").exists() else None
"""


def test_breadcrumbs_do_not_begin_at_a_home_page_that_is_gone(site: Site) -> None:
    site.config |= {"hooks": ["hook.py"], "nav": ["journal/index.md"]}
    site.write({"hook.py": NO_HOME, "docs/index.md": "# Home\n"})

    rebuilt(site, "serve")

    page = (site.folder / "site/journal/2024/01/a/index.html").read_text(encoding="utf-8")
    assert '"position":1,"name":"Journal"' in page


@pytest.mark.skipif(find_spec("material") is None, reason="it is not installed")
@pytest.mark.parametrize(("before", "after"), [("tags: [x]", "tags: [y]"), ("search: {boost: 2}", "search: {boost: 3}")])
def test_keys_that_only_search_reads_are_compared(site: Site, before: str, after: str) -> None:
    """The text of the page is the same."""
    site.config |= {"theme": {"name": "material"}, "hooks": ["hook.py"]}
    file, new = "docs/journal/2024-01-03-b.md", post(f"title: B\n{after}")
    written = f"pathlib.Path({file!r}).write_text({new!r})"
    site.write({file: post(f"title: B\n{before}")})
    site.write({"hook.py": f"import pathlib\ndef on_config(config):\n    pathlib.Path('site').exists() and {written}\n"})

    rebuilt(site, "serve")
    kept = json.loads((site.folder / "site/search/search_index.json").read_text(encoding="utf-8"))
    result = site.build()

    assert kept == json.loads(result.page("search/search_index.json"))


A, B, C, D = (f"journal/2024/01/{name}/index.html" for name in "abcd")
OF_B, ABOUT = "docs/journal/2024-01-03-b.md", "docs/about.md"
OF_OTHERS = {
    "the excerpt in a list": ("mkdocs", OF_B, post("title: B", "Old words.\n"), "journal/index.html"),
    "the excerpt in a list of a post": ("mkdocs", OF_B, post("title: B", "Old words.\n"), C),
    "the title of a page that a post links": ("mkdocs", ABOUT, "# Old words\n", D),
    "the title in the footer of Material": ("material", OF_B, post("tags: [x]", "# Old words\n"), A),
    "the front matter of a page": ("material", ABOUT, post("description: Old words", "# A\n"), "about/index.html"),
    "a name in the contents": ("mkdocs", ABOUT, "# A\n\n## B {: data-toc-label='Old words' }\n", "about/index.html"),
    "a setting": ("mkdocs", "copyright.txt", "Old words", "about/index.html"),
}
"""Theme, a file, what it contains, and the page that shows that."""
CHANGED = """
import pathlib
def on_config(config):
    file = pathlib.Path({!r})
    file.write_text(file.read_text().replace("Old", "New") if pathlib.Path("site").exists() else file.read_text())
    config.copyright = pathlib.Path("copyright.txt").read_text()
"""


@pytest.mark.parametrize("what", OF_OTHERS)
def test_what_a_page_shows_of_another_is_that_of_this_build(site: Site, what: str) -> None:
    """Its own text does not have it."""
    theme, file, text, shown = OF_OTHERS[what]
    if theme == "material" and find_spec("material") is None:
        pytest.skip("it is not installed")
    site.write({ABOUT: "# A\n", "copyright.txt": "Words", "hook.py": CHANGED.format(file), file: text})
    site.write({"docs/journal/2024-01-04-c.md": post("title: C", "```journal\nlayout: excerpts\n```\n")})
    site.write({"docs/journal/2024-01-05-d.md": post("title: D\nlinks: [../about.md]")})
    site.config |= {"theme": {"name": theme, "features": ["navigation.footer"]}, "hooks": ["hook.py"]}
    site.config |= {"nav": ["index.md", "journal/index.md"], "markdown_extensions": ["attr_list"]}

    rebuilt(site, "serve")

    page = (site.folder / "site" / shown).read_text(encoding="utf-8")
    assert "New words" in page
    assert "Old words" not in page


PICTURE = """
import pathlib, struct
def on_config(config):
    file = pathlib.Path(config.docs_dir, "journal/x.png")
    size = struct.pack(">II", 600 if file.exists() else 500, 300)
    file.write_bytes(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR" + size + b"\\x08\\x02\\0\\0\\0")
"""


def test_a_picture_that_is_replaced_has_its_new_size(site: Site) -> None:
    """Pages read it when they show it."""
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": PICTURE, "docs/journal/2024-01-03-b.md": post("title: B\nimage: x.png")})

    rebuilt(site, "serve")

    page = (site.folder / "site/journal/2024/01/b/index.html").read_text(encoding="utf-8")
    assert '"og:image:width" content="600"' in page


MEMORY = """
import gc, os, pathlib, sys
if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement
from mkdocs.commands.build import build
from mkdocs.config import load_config

post = pathlib.Path("docs/journal/2024-01-02-a.md")
text = post.read_text()
for number in range(24):
    post.unlink()
    post = post.with_name(f"2024-01-02-a{number}.md")
    post.write_text(text.replace("Text", f"Text {number}").replace("title: A", f"title: A {number // 2}"))
    config = load_config("mkdocs.yml", site_dir="site")
    if not number:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    del config
    if number in (7, 23):
        gc.collect()
        print(sys.getallocatedblocks())
"""


def test_what_is_kept_does_not_grow_with_the_builds(site: Site) -> None:
    """Text, title and address of a post change; what is kept of earlier builds is forgotten."""
    site.write({"docs/journal/2024-01-02-a.md": post("title: A\ntags: [x]", "Text\n")})
    site.write({f"docs/journal/2024-02-0{n}-b{n}.md": post(f"title: B{n}\ntags: [x, y{n}]") for n in range(1, 7)})
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", MEMORY], cwd=site.folder, capture_output=True, text=True, env=ENV, check=False
    )

    first, last = map(int, done.stdout.split())
    assert last < first * 1.01, done.stderr


def test_beside_a_setting_that_cannot_be_compared_the_theme_makes_each_page(site: Site) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": "def on_config(config):\n    config.extra['value'] = object()\n"})

    _, second = rebuilt(site, "serve")

    assert "rendered" not in second, "what Markdown made is kept"
    assert "journal-article" in (site.folder / "site/journal/2024/01/a/index.html").read_text(encoding="utf-8")
