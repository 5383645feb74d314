"""Beside plugins that change pages, add pages of other suffixes, merge sites or build versions."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Site
from tests.host_process import run_check
from tests.neighbours.sites import PAGES, POST_FILES, TITLES, beside, commit, is_whole
from tests.neighbours.test_plugins import ORDERS, ordered
from tests.site.reader import Reader

ONE = PAGES[0]


def notebook(text: str) -> str:
    cells = [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": [f"# {text}\n"]}]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.neighbour("mkdocs-jupyter", setting="a notebook is an ordinary page; announce it with a Markdown post")
@ORDERS
def test_a_dated_notebook_is_a_page_with_a_hint(order: str, site: Site) -> None:
    files = {
        "docs/journal/2024-06-06-note.ipynb": notebook("Numbers"),
        "docs/other.ipynb": notebook("Others"),
        "docs/journal/_drafts/zyzzyva.ipynb": notebook("Zyzzyva"),
        "docs/journal/2024-09-09-zyzzyva.md": "---\ntitle: Zyzzyva\ndraft: true\n---\n",
        "docs/journal/2024-09-09-zyzzyva.ipynb": notebook("Zyzzyva"),
        "docs/journal/2024-07-07-zyzzyva/index.md": "---\ndraft: true\n---\n\nText.\n",
        "docs/journal/2024-07-07-zyzzyva/2024-08-08-more.ipynb": notebook("Quokkette"),
    }

    result = beside(site, ordered(order, "mkdocs-jupyter"), files=files)

    is_whole(result)
    assert "Numbers" in result.page("journal/2024-06-06-note/index.html")
    (hint,) = [line for line in result.ours if "J860" in line]
    assert hint == (
        "docs/journal/2024-06-06-note.ipynb:1: file: .ipynb files are ordinary pages, not posts; "
        "to announce it, write a Markdown post with a link to it (J860)"
    )


@pytest.mark.neighbour("mkdocs-markdownextradata-plugin")
@ORDERS
def test_extra_data_leaves_titles_alone(order: str, site: Site) -> None:
    files = {"docs/journal/2024-06-06-more.md": "---\ntitle: Q & A <b>\n---\n\nIt says {{ word }}.\n"}

    result = beside(site, ordered(order, "markdownextradata"), files=files, extra={"word": "hello"})

    is_whole(result, titles=("Q & A <b>", *TITLES))
    assert Reader(result.page(ONE)).texts["title"] == ["First words - Test"]
    page = Reader(result.page("journal/2024/06/more/index.html"))
    assert page.texts["h1"] == ["Q & A <b>"]
    assert "It says hello." in result.page("journal/2024/06/more/index.html")


@pytest.mark.neighbour("mkdocs-minify-html-plugin")
@ORDERS
def test_minified_pages_have_the_stylesheet_and_the_feeds(order: str, site: Site) -> None:
    result = beside(site, ordered(order, "minify_html"))

    is_whole(result)
    for page in (ONE, "guide/index.html", "journal/index.html"):
        types = [link.get("type", "") for link in Reader(result.page(page)).of("link") if link.get("rel") == "alternate"]
        assert types == ["application/atom+xml", "application/rss+xml", "application/feed+json"]
    assert "journal.css" in result.page(ONE)
    assert result.page(ONE).index("journal.css") < result.page(ONE).index("First words</h1>")


@pytest.mark.neighbour("mkdocs-minify-plugin", setting="`css_files` does not name the journal's stylesheet")
@pytest.mark.parametrize("pattern", ["assets/journal/journal.css", "assets/journal/*.css"])
@ORDERS
def test_minify_may_not_rename_the_stylesheet(order: str, pattern: str, site: Site) -> None:
    plugin = {"minify": {"minify_css": True, "cache_safe": True, "css_files": ["extra.css", pattern]}}

    result = beside(site, ordered(order, plugin), files={"docs/extra.css": "a { color: red }"}, extra_css=["extra.css"])

    assert result.returncode == 1
    assert "\n".join(result.ours) == (
        f"plugins.minify.css_files: '{pattern}' names the journal's stylesheet, which mkdocs-minify would rename while "
        "pages link to it; leave it out (J862)"
    )


@pytest.mark.neighbour("mkdocs-minify-plugin")
@ORDERS
def test_minify_renames_other_stylesheets(order: str, site: Site) -> None:
    plugin = {"minify": {"minify_html": True, "minify_css": True, "cache_safe": True, "css_files": ["extra.css"]}}

    result = beside(site, ordered(order, plugin), files={"docs/extra.css": "a { color: red }"}, extra_css=["extra.css"])

    is_whole(result)
    assert "assets/journal/journal.css" in result.files
    assert "extra.css" not in result.files


SUB = {
    "sub/mkdocs.yml": json.dumps({"site_name": "alias", "docs_dir": "docs", "nav": [{"Home": "index.md"}]}),
    "sub/docs/index.md": "# Part\n",
    "sub/docs/news/2024-06-06-part.md": "---\ntitle: Part words\n---\n\nThe text of the part.\n",
}
MERGED = [{"Home": "index.md"}, {"Guide": "guide.md"}, {"Part": "!include ./sub/mkdocs.yml"}]


@pytest.mark.neighbour("mkdocs-monorepo-plugin", setting="posts below an alias: `permalink: file`, or a `folder` below it")
@ORDERS
def test_posts_of_an_included_documentation(order: str, site: Site) -> None:
    journals = {"journal": {"journals": {"journal": {}, "part": {"folder": "alias/news"}}}}
    plugins = ["search", "monorepo", journals] if order == "before" else ["search", journals, "monorepo"]

    result = beside(site, plugins, files=SUB, nav=MERGED)

    is_whole(result)
    assert "alias/news/2024/06/part/index.html" in result.files
    assert "Part words" in result.page("alias/news/feed.xml")


@pytest.mark.neighbour("mkdocs-monorepo-plugin", setting="posts below an alias: `permalink: file`, or a `folder` below it")
@pytest.mark.parametrize("permalink", ["file", "/:folder/:year/:title/"])
def test_globs_of_an_included_documentation(permalink: str, site: Site) -> None:
    plugin = {"journal": {"posts": ["alias/news/*.md"], "permalink": permalink}}

    result = beside(site, ["search", "monorepo", plugin], files=SUB, nav=MERGED)

    if permalink == "file":
        assert result.returncode == 0, result.log
        assert "alias/news/2024-06-06-part/index.html" in result.files
    else:
        assert result.returncode == 1
        assert result.ours[-1] == (
            "plugins.journal.permalink: mkdocs-monorepo needs the URL of alias/news/2024-06-06-part.md below alias/; "
            "set `permalink: file`, or `folder: alias` (J861)"
        )


@pytest.mark.neighbour("mkdocs-swagger-ui-tag")
@ORDERS
def test_words_of_a_vendor_are_no_draft(order: str, site: Site) -> None:
    files = {"docs/journal/2024-06-06-idea.md": "---\ntitle: Idea\ndraft: true\n---\n\nText of it.\n"}

    is_whole(beside(site, ordered(order, "swagger-ui-tag"), files=files))


@pytest.mark.neighbour("mkdocs-exclude-search")
@ORDERS
def test_exclude_search_excludes_a_post(order: str, site: Site) -> None:
    plugin = {"exclude-search": {"exclude": ["guide.md", "journal/2024-01-02-one.md"]}}

    result = beside(site, ordered(order, plugin))

    is_whole(result)
    places = [entry["location"] for entry in json.loads(result.page("search/search_index.json"))["docs"]]
    assert not [place for place in places if place.startswith("guide/")]
    assert "journal/2024/02/two/" in places


@pytest.mark.neighbour("mkdocs-gen-files")
@ORDERS
def test_generated_posts_are_posts(order: str, site: Site) -> None:
    script = (
        "import mkdocs_gen_files\n"
        "with mkdocs_gen_files.open('journal/2024-06-07-made.md', 'w') as file:\n"
        "    file.write('---\\ntitle: Made words\\n---\\n\\nThe made text.\\n')\n"
    )

    result = beside(site, ordered(order, {"gen-files": {"scripts": ["gen.py"]}}), files={"gen.py": script})

    is_whole(result, titles=("Made words", *TITLES))


@pytest.mark.neighbour("mkdocs-macros-plugin")
@pytest.mark.parametrize("directory_urls", [True, False])
@ORDERS
def test_macros_have_the_journal(order: str, directory_urls: bool, site: Site) -> None:
    page = "# Lists\n\n{% for tag in journal.tags %}[{{ tag.name }}]({{ tag.url }}) {{ tag.count }}\n{% endfor %}\n"
    page += "{% for post in journal.posts %}* [{{ post.title }}]({{ post.url }})\n{% endfor %}\n"
    page += "{% for feed in journal.feeds %}* [{{ feed.name }}]({{ feed.url }})\n{% endfor %}\n[By hand](UPfeed.xml)\n"
    files = {
        "docs/sub/lists.md": page.replace("UP", "../journal/"),
        "docs/journal/2024-06-07-more.md": page.replace("UP", "").replace("# Lists", "---\ntitle: More words\n---"),
    }

    result = beside(site, ordered(order, "macros"), files=files, use_directory_urls=directory_urls)

    pages = PAGES if directory_urls else [name for name in PAGES if name in result.files]
    is_whole(result, titles=("More words", *TITLES), pages=pages)
    made = Reader(result.page("sub/lists/index.html" if directory_urls else "sub/lists.html"))
    up = "../../" if directory_urls else "../"
    assert made.href("Third words").startswith(f"{up}journal/2024/03/three/")
    assert made.href("Beta").startswith(f"{up}journal/tags/beta")
    feeds = {"Atom": "feed.xml", "RSS": "rss.xml", "JSON Feed": "feed.json", "By hand": "feed.xml"}
    assert {name: made.href(name) for name in feeds} == {name: f"{up}journal/{file}" for name, file in feeds.items()}
    post = Reader(result.page("journal/2024/06/more/index.html"))
    assert {name: post.href(name) for name in feeds} == {name: f"../../../{file}" for name, file in feeds.items()}


@pytest.mark.neighbour("mkdocs-macros-plugin")
@ORDERS
def test_macros_complete_and_write_blocks(order: str, site: Site) -> None:
    """They are evaluated first; what they leave as code stays code. `check` leaves such blocks to the build."""
    page = "# Lists\n\n```journal\nlimit: {{ number }}\n```\n\n"
    block = "```journal\ntag: {{ tag.name }}\nheading: About {{ tag.name }}\n```\n"
    page += f"{{% for tag in journal.tags %}}\n{block}\n{{% endfor %}}\n"
    page += "````\n{% raw %}```journal\nlimit: {{ number }}\n```{% endraw %}\n````\n"

    result = beside(site, ordered(order, "macros"), files={"docs/lists.md": page}, extra={"number": 1})

    is_whole(result)
    lists = result.page("lists/index.html").split('class="journal-block"')
    assert [re.findall(r"\w+ words", part) for part in lists[1:]] == [
        ["Fourth words"],
        ["Second words", "First words"],
        ["Fourth words", "First words"],
    ]
    assert "limit: {{ number }}" in lists[-1], "as code"
    assert ">About Alpha<" in re.sub(r"<a class=.headerlink.*?</a>", "", lists[1])
    site.write({"mkdocs.yml": json.dumps(site.config)})
    done = run_check((), site.folder)
    assert "J88" not in done.stdout, done.stdout


@pytest.mark.neighbour("mkdocs-macros-plugin")
def test_a_variable_of_the_site_stays(site: Site) -> None:
    result = beside(site, ["macros", "journal"], files={"docs/a.md": "# A\n\n{{ journal }}\n"}, extra={"journal": "Ours"})

    is_whole(result)
    assert "<p>Ours</p>" in result.page("a/index.html")


@pytest.mark.neighbour("mkdocstrings", "mkdocstrings-python")
@ORDERS
def test_code_in_a_post(order: str, site: Site) -> None:
    files = {
        "code/shown.py": '"""A module."""\n\ndef add(a: int) -> int:\n    """Add one."""\n    return a + 1\n',
        "docs/journal/2024-06-07-code.md": "---\ntitle: Code words\n---\n\nSee [add][shown.add].\n\n::: shown\n",
    }
    plugin = {"mkdocstrings": {"handlers": {"python": {"paths": ["code"]}}}}

    result = beside(site, ordered(order, plugin), files=files)

    is_whole(result, titles=("Code words", *TITLES))
    assert "Add one." in result.page("journal/2024/06/code/index.html")
    assert 'href="https://example.org/docs/journal/2024/06/code/#shown.add"' in result.page("journal/feed.json").replace(
        "\\", ""
    )


@pytest.mark.neighbour("mkdocs-glightbox")
@ORDERS
def test_glightbox_leaves_excerpts_alone(order: str, site: Site) -> None:
    result = beside(site, ordered(order, "glightbox"))

    is_whole(result)
    assert "The third text" in result.page("journal/index.html")
    assert "glightbox" not in result.page("journal/feed.json")


@pytest.mark.neighbour("mike")
def test_mike_gives_versions_ids_without_the_version(site: Site) -> None:
    site.write(POST_FILES)
    site.config |= {"plugins": ["search", "mike", {"journal": {"feeds": {"announce": False}}}]}
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    commit(site.folder)
    for name, value in {"user.name": "Ada", "user.email": "ada@example.org"}.items():
        subprocess.run(["git", "config", name, value], cwd=site.folder, check=True)
    bin_folder = Path(sys.executable).parent

    done = subprocess.run(
        [str(bin_folder / "mike"), "deploy", "1.2", "latest"], cwd=site.folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": os.pathsep.join([str(bin_folder), os.environ["PATH"]])},
    )  # fmt: skip

    log = done.stdout + done.stderr
    assert done.returncode == 0, log
    advice = re.search(r"set feeds\.id_base: '([^']*)'", log)
    assert advice is not None, log
    assert "1.2" not in advice[1]
    page = subprocess.run(
        ["git", "show", "gh-pages:1.2/guide/index.html"], cwd=site.folder, capture_output=True, text=True, check=True
    ).stdout
    assert "application/atom+xml" not in page


@pytest.mark.neighbour("mkdocs")
def test_a_hook_that_renders_a_page_early(site: Site) -> None:
    hook = (
        "from mkdocs.structure.pages import Page\n\n\ndef on_files(files, config):\n"
        "    page = Page(None, files.get_file_from_path('plain.md'), config)\n"
        "    page.read_source(config)\n    page.render(config, files)\n    return files\n"
    )
    files = {"hooks.py": hook, "docs/plain.md": "# Plain\n\nSee [one](journal/2024-01-02-one.md).\n"}

    is_whole(beside(site, ["search", "journal"], files=files, hooks=["hooks.py"]))
