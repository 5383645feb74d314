"""Beside plugins that gather, date, check, seal or describe the pages of a site; each is played by a small stand-in."""

from __future__ import annotations

import os

import pytest

from tests.conftest import Site, post
from tests.neighbours.sites import TITLES, beside, is_whole

PLAYED = '''
import logging
import os
import re
from fnmatch import filter as matching
from posixpath import dirname, normpath
from mkdocs.config import config_options
from mkdocs.plugins import BasePlugin, event_priority

log = logging.getLogger("mkdocs.plugins.played")

class Lists(BasePlugin):
    """As llmstxt."""
    config_scheme = (("sections", config_options.Type(dict)),)

    def on_files(self, files, config):
        self._sections = {
            name: {source: "" for pattern in patterns for source in matching(files.src_uris, pattern) or [pattern]}
            for name, patterns in self.config["sections"].items()
        }
        self.titles = {}

    def on_page_content(self, html, page, config, files):
        self.titles[page.file.src_uri] = page.title

    def on_post_build(self, config):
        lines = []
        for source in self._sections["All"]:
            if source in self.titles:
                lines.append(self.titles[source])
            else:
                log.warning("%s is not there", source)
        with open(config.site_dir + "/llms.txt", "w") as file:
            file.write("\\n".join(lines))

class Rows(BasePlugin):
    """As llmstxt-md."""
    config_scheme = Lists.config_scheme

    def on_files(self, files, config):
        self.pages_data = {"All": [{"src_uri": source} for source in files.src_uris if source.endswith(".md")]}

    def on_post_build(self, config):
        with open(config.site_dir + "/rows.txt", "w") as file:
            file.write("\\n".join(row["src_uri"] for row in self.pages_data["All"]))

class Proofs(BasePlugin):
    """As htmlproofer."""
    files = ()

    def on_files(self, files, config):
        self.files = list(files)

    def on_post_page(self, output, page, config):
        there = {normpath(file.url) for file in self.files}
        for link in re.findall('href="([^"#:]+)', page.content):
            path = normpath(dirname(page.file.dest_uri) + "/" + link)
            if path not in there:
                log.warning("%s: %s leads nowhere", page.file.src_uri, link)

class Dates(BasePlugin):
    """As git-revision-date."""
    def on_page_markdown(self, markdown, page, config, files):
        return markdown.replace("WHEN", str(os.stat(page.file.abs_src_path).st_size))

class Recent(BasePlugin):
    """As document-dates."""
    config_scheme = (("recently-updated", config_options.Type((dict, bool))),)

    def on_env(self, env, config, files):
        recent = self.config["recently-updated"]
        excluded = [] if recent is True else recent.get("exclude", [])
        names = [file.src_uri for file in files.documentation_pages()]
        self.names = [name for name in names if not any(matching([name], pattern) for pattern in excluded)]
        for name in self.names:
            os.path.getmtime(files.get_file_from_path(name).abs_src_path)

    def on_post_build(self, config):
        with open(config.site_dir + "/recent.txt", "w") as file:
            file.write("\\n".join(self.names))

class Parses(BasePlugin):
    """As mkdocs-video."""
    def on_page_content(self, html, page, config, files):
        if not html.strip():
            raise ValueError("Document is empty")
        return f"<div>{html}</div>"

class Folders(BasePlugin):
    """As meta-manager."""
    config_scheme = (("meta_filename", config_options.Type(str, default=".meta.yml")),)

class Seals(BasePlugin):
    """As encryptcontent."""
    def on_page_markdown(self, markdown, page, config, files):
        if page.meta.get("password") or page.file.src_uri.endswith("tags/index.md"):
            page.encryptcontent = {}

    def on_page_context(self, context, page, config, nav):
        if hasattr(page, "encryptcontent"):
            page.content = "SEALED"

@event_priority(100)
def on_config(config):
    for name, (kind, options) in PLUGINS.items():
        config.plugins[name] = plugin = kind()
        plugin.load_config(options)
'''


def hook(plugins: str, more: str = "") -> dict[str, str]:
    """Return a hook that adds stand-ins before the journal looks at the plugins."""
    return {"hook.py": f"{PLAYED}\nPLUGINS = {{{plugins}}}\n{more}"}


def test_lists_that_a_plugin_made_of_patterns_are_of_public_pages(site: Site) -> None:
    everything = "{'sections': {'All': ['*.md']}}"

    result = beside(
        site,
        ["search", "journal"],
        files=hook(f"'llmstxt': (Lists, {everything}), 'llmstxt-md': (Rows, {everything})"),
        hooks=["hook.py"],
    )

    is_whole(result)
    assert sorted(result.page("llms.txt").splitlines()) == sorted(("Home", "Guide", *TITLES))
    assert "2024-05-07-quiet" not in result.page("rows.txt")
    assert "journal/2024-01-02-one.md" in result.page("rows.txt")


def test_a_post_that_such_a_list_names_itself_stays(site: Site) -> None:
    """An unlisted one is named by its author; that a draft is not there, the plugin reports."""
    names = "'journal/2024-05-07-quiet.md', 'journal/2024-05-06-zyzzyva-draft.md'"
    options = f"{{'sections': {{'All': ['guide.md', {names}]}}}}"

    result = beside(site, ["search", "journal"], files=hook(f"'llmstxt': (Lists, {options})"), hooks=["hook.py"])

    assert result.page("llms.txt").splitlines() == ["Guide", "Quiet words"]
    assert [line for line in result.messages if "zyzzyva" not in line] == []
    assert len(result.messages) == 1


def test_a_plugin_that_looks_links_up_finds_lists_feeds_and_moved_posts(site: Site) -> None:
    result = beside(site, ["search", "journal"], files=hook("'htmlproofer': (Proofs, {})"), hooks=["hook.py"])

    is_whole(result)


def test_a_plugin_that_reads_the_file_of_a_page_is_not_asked_about_lists(site: Site) -> None:
    files = hook("'git-revision-date': (Dates, {})") | {"docs/when.md": "# When\n\nIt has WHEN bytes.\n"}

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    is_whole(result)
    assert "It has 27 bytes." in result.page("when/index.html")


@pytest.mark.parametrize(
    ("setting", "pages"), [("{'exclude': ['index.md']}", ["guide.md"]), ("True", ["index.md", "guide.md"])]
)
def test_a_list_of_what_was_changed_is_of_pages_with_a_file(site: Site, setting: str, pages: list[str]) -> None:
    files = hook(f"'document-dates': (Recent, {{'recently-updated': {setting}}})")

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    is_whole(result)
    assert result.page("recent.txt").splitlines()[: len(pages)] == pages
    assert len(result.page("recent.txt").splitlines()) == len(pages) + len(TITLES)
    assert "quiet" not in result.page("recent.txt")


def test_a_plugin_that_parses_and_writes_each_page_changes_no_title(site: Site) -> None:
    """It finds an element in each, and may put all of them into one."""
    repeating = {"docs/journal/2024-06-06-more.md": post("title: More words", "# More words\n\nIt says more.\n")}
    files = hook("'mkdocs-video': (Parses, {})") | repeating

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    is_whole(result, titles=("More words", *TITLES))
    assert "<p></p>" not in result.page("journal/tags/index.html")
    for name in ("journal/2024/06/more/index.html", "journal/2024/04/four/index.html"):
        assert result.page(name).count("<h1") == 1
    assert "h1" not in result.page("journal/feed.json")


def test_the_text_of_an_encrypted_post_is_only_in_its_page(site: Site) -> None:
    files = hook("'encryptcontent': (Seals, {})") | {
        "docs/journal/2024-06-06-locked.md": post("title: Locked words\npassword: x\ntags: [Alpha]", "A nudibranch. [One]"),
    }

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    assert (result.returncode, result.messages) == (0, []), result.log
    assert [name for name, data in result.files.items() if b"nudibranch" in data] == ["search/search_index.json"]
    page = result.page("journal/2024/06/locked/index.html")
    assert "SEALED" in page
    assert page.count("<h1") == 1
    for name in ("journal/index.html", "journal/tags/alpha/index.html", "journal/feed.xml", "journal/feed.json"):
        assert "Locked words" in result.page(name)
    assert "SEALED" not in result.page("journal/tags/index.html")


def test_a_hook_may_replace_what_is_between_braces(site: Site) -> None:
    replaces = "def on_page_markdown(markdown, **_):\n    return markdown.replace('{{ word }}', 'hello')\n"
    files = {"hook.py": replaces, "docs/journal/2024-06-06-more.md": post("title: More words", "It says {{ word }}.\n")}

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    is_whole(result, titles=("More words", *TITLES))
    assert "It says hello." in result.page("journal/2024/06/more/index.html")


def test_a_hook_for_something_else_changes_no_message(site: Site) -> None:
    files = {
        "hook.py": "def on_page_content(html, **_):\n    return html\n",
        "docs/journal/2024-06-06-more.md": post("title: More words", "It says {{ word }}.\n"),
    }

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    assert ["J705" in line for line in result.messages] == [True]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("journal.py", "config = None\n"),
        ("fixes.py", "from mkdocs.config.defaults import MkDocsConfig as config\n"),
        *((f"{plugin} fixes.py", "") for plugin in ("journal", "meta", "minify", "redirects", "rss", "tags")),
        *((f"{plugin} fixes.py", "") for plugin in ("awesome-nav", "document-dates", "git-authors")),
    ],
)
def test_a_hook_is_not_taken_for_a_plugin(site: Site, name: str, code: str) -> None:
    """Whatever its file and its variables are called."""
    text = f"{code}def on_page_markdown(markdown, **_):\n    return markdown\n"

    result = beside(site, ["search", "journal"], files={name: text}, hooks=[name])

    is_whole(result)


def test_the_address_that_a_hook_gives_a_page_may_be_of_any_type(site: Site) -> None:
    """As one that it takes from a header."""
    text = "def on_page_content(html, page, **_):\n    page.canonical_url = page.meta.get('address', page.canonical_url)\n"
    files = {"hook.py": text, "docs/other.md": "---\naddress: 5\n---\n# Other\n"}

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    assert result.returncode == 0, result.log


def test_files_of_meta_manager_describe_the_posts_of_their_folder(site: Site) -> None:
    files = hook("'meta-manager': (Folders, {})") | {"docs/journal/.meta.yml": "author: bob\n"}

    result = beside(site, ["search", "journal"], files=files, hooks=["hook.py"])

    is_whole(result)
    assert "Bob Example" in result.page("journal/2024/04/four/index.html")
    assert "Bob Example" not in result.page("journal/2024/01/one/index.html")


FOOTER = """
{% extends "base.html" %}
{% block footer %}
{% for one in (page.previous_page, page.next_page) if one %}<a class="theirs" href="{{ one.url | url }}">Go</a>{% endfor %}
{% endblock %}
"""


def test_a_theme_with_links_to_neighbours_below_each_page_shows_them_once(site: Site) -> None:
    files = {"overrides/main.html": FOOTER}

    result = beside(site, ["search", "journal"], files=files, theme={"name": "mkdocs", "custom_dir": "overrides"})

    is_whole(result)
    page = result.page("journal/2024/02/two/index.html")
    assert "journal-around" not in page
    assert page.count('class="theirs"') == 2
    assert "journal-around" not in result.page("journal/2024/01/one/index.html")


def test_a_pipe_as_metadata_of_a_folder_is_not_waited_for(site: Site) -> None:
    """A file with a dot at the beginning is no file of the site, so that MkDocs leaves it alone."""
    files = hook("'meta-manager': (Folders, {})") | {"docs/other/.meta.yml": "author: bob\n"}
    (site.folder / "docs/journal").mkdir(parents=True)
    os.mkfifo(site.folder / "docs/journal/.meta.yml")

    is_whole(beside(site, ["search", "journal"], files=files, hooks=["hook.py"]))
