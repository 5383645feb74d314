"""Every example of `docs/reference/api.md` runs: from `hooks:`, from a plugin before the journal, from one behind."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT, Result, Site
from tests.neighbours.sites import POST_FILES, TITLES, beside, is_whole
from tests.site.reader import Reader

EXAMPLES = {
    heading: (name, code)
    for heading, name, code in re.findall(
        r"^## ([^\n]*)\n(?:(?!\n## ).)*?\n```(?:python|html)\n(?:# |{# )(\S*)[^\n]*\n(.*?)```",
        (ROOT / "docs/reference/api.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
}
WRAPPER = """
import inspect
import {module} as example
from mkdocs.plugins import BasePlugin

class Plugin(BasePlugin):
    pass

for name, function in inspect.getmembers(example, inspect.isfunction):
    if name.startswith("on_"):
        def handler(self, *args, _f=function, **more):
            return _f(*args, **{{key: value for key, value in more.items() if key in inspect.signature(_f).parameters}})
        handler.mkdocs_priority = getattr(function, "mkdocs_priority", 0)
        setattr(Plugin, name, handler)
"""
"""A plugin of the functions of a hook."""


def build_with(example: str, way: str, site: Site) -> Result:
    """Build a site with an example as a hook, or as a plugin before or behind the journal."""
    _, code = EXAMPLES[example]
    if way == "hook":
        return beside(site, ["search", "journal"], files={"hooks.py": code}, hooks=["hooks.py"])
    module = f"example_{example.split(maxsplit=1)[0].lower()}_{way}"
    files = {
        f"{module}.py": code,
        f"{module}_plugin.py": WRAPPER.format(module=module),
        f"{module}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n",
        f"{module}-1.0.dist-info/entry_points.txt": f"[mkdocs.plugins]\n{module} = {module}_plugin:Plugin\n",
    }
    plugins = ["search", module, "journal"] if way == "before" else ["search", "journal", module]
    return beside(site, plugins, files=files, env={"PYTHONPATH": os.pathsep.join([str(ROOT), str(site.folder)])})


WAYS = pytest.mark.parametrize("way", ["hook", "before", "behind"])


def test_every_section_has_an_example() -> None:
    assert list(EXAMPLES) == [
        "Read the journal",
        "Read the journal in `on_files`",
        "Add posts",
        "Change the entries of feeds",
        "In templates and macros",
        "Without MkDocs",
    ]


@WAYS
def test_others_read_the_journal(way: str, site: Site) -> None:
    result = build_with("Read the journal", way, site)

    is_whole(result)
    lines = result.page("posts.txt").splitlines()
    assert lines[0] == "2024-04-05 Fourth words journal/2024/04/four/"
    assert lines[4:] == ["Alpha: 2", "Beta: 2"]


@WAYS
def test_others_read_the_journal_in_on_files(way: str, site: Site) -> None:
    result = build_with("Read the journal in `on_files`", way, site)

    is_whole(result)
    assert result.page("newest.txt") == "Fourth words\n"


@WAYS
def test_whoever_reads_the_journal_too_early_is_told_what_to_write(way: str, site: Site) -> None:
    """Without the priority; MkDocs adds which plugin has raised it."""
    name, code = EXAMPLES["Read the journal in `on_files`"]
    EXAMPLES["Too early"] = name, code.replace("@event_priority(-120)\n", "")

    result = build_with("Too early", way, site)

    assert result.returncode == 1
    assert result.ours[-1] == (
        "on_files: another plugin or a hook reads the journals before they are there; "
        "write @event_priority(-120) above its on_files (J863)"
    )
    assert "Traceback" not in result.log


def test_functions_of_one_name_are_all_called(site: Site) -> None:
    """Lambdas, and what a function returns, have one name; a second call with the same function changes nothing."""
    hook = """
from dataclasses import replace


def made(name):
    return lambda: [(f"journal/2024-08-0{len(name)}-{name}.md", f"---\\ntitle: {name}\\n---\\n\\nText.\\n")]


def twice():
    return [("journal/2024-08-09-twice.md", "---\\ntitle: Twice\\n---\\n\\nText.\\n")]


def on_config(config):
    journal = config.plugins["journal"]
    for name in ("a", "bb"):
        journal.add_posts(made(name))
    journal.add_posts(lambda: [])
    journal.add_posts(twice)
    journal.add_posts(twice)
    journal.change_entries(lambda entry, post: replace(entry, title=entry.title + " one"))
    journal.change_entries(lambda entry, post: replace(entry, title=entry.title + " two"))
"""
    result = beside(site, ["journal"], files={"hooks.py": hook}, hooks=["hooks.py"])

    assert result.returncode == 0, result.log
    assert result.messages == []
    titles = re.findall("<title[^>]*>(.*?)</title>", result.page("journal/feed.xml"))[1:]
    assert titles == [f"{title} one two" for title in ("Twice", "bb", "a", *TITLES)]


def test_a_feed_without_entries_has_the_date_of_the_newest_post(site: Site) -> None:
    hook = "def on_config(config):\n    config.plugins['journal'].change_entries(lambda entry, post: None)\n"

    result = beside(site, ["journal"], files={"hooks.py": hook}, hooks=["hooks.py"])

    assert result.returncode == 0, result.log
    assert "<entry>" not in result.page("journal/feed.xml")
    assert "<updated>2024-04-05T" in result.page("journal/feed.xml")


def test_front_matter_cannot_be_changed(site: Site) -> None:
    """Views have a copy of it, posts have it read-only."""
    hook = """
def on_nav(nav, config, files):
    journal = config.plugins["journal"].journals["journal"]
    for post in journal.posts:
        post.meta["title"] = "Changed"
        post.meta.setdefault("tags", []).append("Changed")
    for post in journal.data.posts:
        for change in (lambda: post.meta.update(title="Changed"), lambda: post.meta["tags"].append("Changed")):
            try:
                change()
            except (AttributeError, KeyError):
                continue
            raise AssertionError(post.meta)


def on_page_context(context, page, config, nav):
    if "tags" in page.meta:
        page.meta["tags"].append("of a theme")
"""
    result = beside(site, ["journal"], files={"hooks.py": hook}, hooks=["hooks.py"])

    is_whole(result)
    assert not [name for name, data in result.files.items() if b"Changed" in data]


@WAYS
def test_others_add_posts(way: str, site: Site) -> None:
    result = build_with("Add posts", way, site)

    is_whole(result, titles=("Release 1.2", "Release 1.1", *TITLES))
    assert "What is new in 1.1." in result.page("journal/2024/08/release-1-1/index.html")
    assert "journal/tags/release/index.html" in result.files


@WAYS
def test_others_change_entries(way: str, site: Site) -> None:
    result = build_with("Change the entries of feeds", way, site)

    assert result.returncode == 0, result.log
    assert result.messages == []
    for feed in ("feed.xml", "rss.xml", "feed.json"):
        text = result.page(f"journal/{feed}")
        assert "Second words (by Ada Example)" in text
        assert "Third words" in text
        assert "First words" not in re.sub(r"the first", "", text)
        assert "Fourth words" not in text


def test_templates_have_the_journal(site: Site) -> None:
    name, code = EXAMPLES["In templates and macros"]

    result = beside(site, ["search", "journal"], files={name: code}, theme={"name": "mkdocs", "custom_dir": "overrides"})

    is_whole(result)
    found = {page: Reader(result.page(page)).href("Third words") for page in ("index.html", "guide/index.html")}
    assert found == {"index.html": "journal/2024/03/three/", "guide/index.html": "../journal/2024/03/three/"}


def test_a_template_of_a_list_may_use_the_posts_themselves(site: Site) -> None:
    """Or their rendered entries, as the journal's own template does."""
    template = "<ol>{% for post in posts %}<li><a href='{{ post.url }}'>{{ post.title }}!</a></li>{% endfor %}</ol>"

    result = beside(
        site,
        ["search", "journal"],
        files={"overrides/journal/list-excerpts.html": template},
        theme={"name": "mkdocs", "custom_dir": "overrides"},
    )

    assert result.returncode == 0, result.log
    assert Reader(result.page("journal/index.html")).href("Third words!") == "2024/03/three/"


def test_templates_query_the_journal(site: Site) -> None:
    text = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")
    (code,) = (part for part in re.findall(r"```html\+jinja\n(.*?)```", text, re.DOTALL) if "journal.query" in part)
    base = '{% extends "base.html" %}{% block content %}{{ super() }}<div id="asked">' + code + "</div>{% endblock %}"

    result = beside(
        site,
        ["search", "journal"],
        files={"overrides/main.html": base},
        theme={"name": "mkdocs", "custom_dir": "overrides"},
    )

    is_whole(result)
    asked = result.page("guide/index.html").partition('<div id="asked">')[2].partition("</div>")[0]
    assert Reader(asked).named == [
        ("First words", "../journal/2024/01/one/"),
        ("Fourth words", "../journal/2024/04/four/"),
        ("Second words", "../journal/2024/02/two/"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "outside/2024-08-08-x.md",
        "../2024-08-08-x.md",
        "",
        "journal/",
        "/journal/2024-08-08-x.md",
        "journal\\\\2024-08-08-x.md",
        "journal/2024-08-08-x.png",
        "journal/2024-08-08-\\x00.md",
        "journal/2024-08-08-\\ud800.md",
        f"journal/2024-08-08-{'x' * 250}.md",
    ],
)
def test_a_post_is_added_below_the_folder_of_a_journal_only(path: str, site: Site) -> None:
    """Elsewhere its state would not be read: a draft would be published."""
    hook = "def on_config(config):\n    config.plugins['journal'].add_posts(added)\n"
    hook += f"def added():\n    return [('{path}', DRAFT)]\n"
    site.write({"hook.py": f"DRAFT = '---\\ntitle: Quokka\\ndraft: true\\n---\\n'\n{hook}"})
    site.config["hooks"] = ["hook.py"]

    result = site.build()

    assert result.returncode == 1
    assert "use the path of a Markdown file in a journal's folder" in result.log
    assert "Traceback" not in result.log


_NEVER = "which no feed can have"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("add_posts(lambda: None)", "add_posts: on_config.<locals>.<lambda> returns None; return pairs of path and text"),
        (
            "add_posts(lambda: [('journal/2024-01-02-one.md', 'x')])",
            "add_posts: on_config.<locals>.<lambda> adds journal/2024-01-02-one.md, which exists; use another path",
        ),
        (
            "add_posts(lambda: ['x'])",
            "add_posts: on_config.<locals>.<lambda> returns 'x'; return pairs of path and text",
        ),
        (
            "add_posts(lambda: [('journal/2024-01-03-b.md', 'a' + chr(0xD800))])",
            (
                "add_posts: on_config.<locals>.<lambda> adds journal/2024-01-03-b.md with half a surrogate pair; "
                "decode the text as UTF-8"
            ),
        ),
        (
            "change_entries(lambda entry, post: post.title)",
            "change_entries: on_config.<locals>.<lambda> returns 'Fourth words'; return an Entry or None",
        ),
        *(
            (
                f"change_entries(lambda entry, post: __import__('dataclasses').replace(entry, {field}={value}))",
                f"change_entries: on_config.<locals>.<lambda> returns an entry with {field}={value}, {_NEVER}",
            )
            for field, value in [
                *(("id", "''"), ("url", "'javascript:x'"), ("title", "None"), ("published", "None"), ("image", "'a.png'")),
                ("authors", "['A']"),
                ("authors", "('A',)"),
                ("categories", "('a', 2024)"),
            ]
        ),
    ],
)
def test_a_wrong_answer_is_one_line(code: str, message: str, site: Site) -> None:
    hook = f"def on_config(config):\n    config.plugins['journal'].{code}\n"

    result = beside(site, ["journal"], files={"hooks.py": hook}, hooks=["hooks.py"])

    assert result.returncode == 1
    assert result.ours[-1:] == [message]
    assert "Traceback" not in result.log


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("authors", "(Person(name=None),)"),
        ("authors", "(Person(name='A', url='http://[x'),)"),
        ("authors", "(Person(name='A', url='/ada/'),)"),
        ("id", "'https://e.org/a b'"),
        ("authors", "(Person(name='A', email='ada'),)"),
        ("authors", "(Person(name='A', email='ada @example.org'),)"),
        ("language", "'<b>'"),
        ("image", "Image('x.png', 'image/png', None)"),
        ("image", "Image('https://example.org/x.png', 'image/png', -1)"),
        ("image", "Image('http://[x', 'image/png', None)"),
        ("image", "Image('https://example.org/x.png', 'image/png', '12')"),
    ],
)
def test_an_entry_has_no_part_that_a_feed_cannot_have(field: str, value: str, site: Site) -> None:
    hook = (
        "from dataclasses import replace\nfrom mkdocs_journal import Image, Person\n"
        f"def on_config(config):\n    change = lambda entry, post: replace(entry, {field}={value})\n"
        "    config.plugins['journal'].change_entries(change)\n"
    )

    result = beside(site, ["journal"], files={"hooks.py": hook}, hooks=["hooks.py"])

    assert result.returncode == 1
    assert f"change_entries: on_config.<locals>.<lambda> returns an entry with {field}=" in result.ours[-1]
    assert result.ours[-1].endswith(_NEVER)
    assert "Traceback" not in result.log


def test_addresses_of_changed_entries_are_encoded(site: Site) -> None:
    hook = (
        "from dataclasses import replace\nfrom mkdocs_journal import Image, Person\n"
        "change = lambda entry, post: replace(entry, id='tag:é.org,2024:a', url='https://é.org/a b%', language='de-AT',\n"
        "    authors=(Person('A', 'https://e.org/|', 'a@e.org'),), image=Image('https://e.org/é.png', 'image/png', None))\n"
        "def on_config(config):\n    config.plugins['journal'].change_entries(change)\n"
    )

    result = beside(site, ["journal"], files={"hooks.py": hook}, hooks=["hooks.py"])

    assert result.returncode == 0, result.log
    (item, *_) = json.loads(result.page("journal/feed.json"))["items"]
    assert (item["id"], item["url"]) == ("tag:é.org,2024:a", "https://xn--9ca.org/a%20b%25")
    assert (item["image"], item["authors"][0]["url"]) == ("https://e.org/%C3%A9.png", "https://e.org/%7C")


def test_posts_are_read_without_mkdocs(site: Site) -> None:
    site.write(POST_FILES)
    _, code = EXAMPLES["Without MkDocs"]

    done = subprocess.run([sys.executable, "-c", code], cwd=site.folder, check=True, capture_output=True, text=True)

    assert done.stdout.strip() == str(list(TITLES))
