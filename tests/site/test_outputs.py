"""Every output has one owner, every listed URL has its file, and a journal without a post says why."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import Site, post

POSTS = {
    "docs/journal/2024-01-01-a.md": post("title: A\ntags: [t]\nredirect_from: /old/"),
    "docs/journal/2024-01-02-b.md": post("title: B"),
}
MOVING = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


def ours(files, name):
    return next(file for file in files if file.src_uri == name)


def move(file, path):
    file.dest_uri = path
    for name in ("url", "abs_dest_path"):
        file.__dict__.pop(name, None)


"""


def journal(site: Site, *hooks: str, **options: object) -> None:
    site.config["plugins"] = ["search", {"journal": options}]
    site.config["hooks"] = [f"hook{number}.py" for number in range(len(hooks))]
    site.write({f"hook{number}.py": MOVING + hook for number, hook in enumerate(hooks)})


@pytest.mark.parametrize(
    ("options", "reported"),
    [
        ({"export": "/p.json", "journals": {"news": {}, "releases": {}}}, [
            "journals.releases.export: /p.json is used by the export of the journal news; write another path (J530)",
        ]),
        ({"export": "/p.json", "journals": {"news": {}}, "combined": "all"}, [
            "combined.export: /p.json is used by the export of the journal news; write another path (J530)",
        ]),
        ({"export": "/p.json", "schedule": "p.json"}, [
            "schedule: /p.json is used by the export of the journal; write another path (J530)",
        ]),
        ({"export": "/redirects.json", "redirects": ["redirects.json"]}, [
            "export: /redirects.json is used by the list of redirects; write another path (J530)",
        ]),
        ({"export": "tags/t/feed.json", "feeds": {"terms": ["json"]}}, [
            "export: /journal/tags/t/feed.json is used by the json feed of journal/tags/t.md; write another path (J530)",
        ]),
        ({"feeds": {"atom": "feed.xml", "rss": "feed.xml"}, "schedule": "journal/feed.json"}, [
            "feeds.rss: /journal/feed.xml is used by the atom feed of the journal; write another path (J530)",
            "schedule: /journal/feed.json is used by the json feed of the journal; write another path (J530)",
        ]),
        ({"export": "a/./p.json", "feeds": {"json": "a/p.json", "also": {"./feed.xml": "rss"}}}, [
            "export: /journal/a/p.json is used by the json feed of the journal; write another path (J530)",
            "feeds.also: /journal/feed.xml is used by the atom feed of the journal; write another path (J530)",
        ]),
        ({"journals": {"news": {"feeds": {"atom": "/a.xml"}}, "releases": {"feeds": {"also": {"/a.xml": "rss"}}}}}, [
            "journals.releases.feeds.also: /a.xml is used by the atom feed of the journal news; write another path (J530)",
        ]),
        ({"feeds": {"atom": "/feed.xml"}, "journals": {"combined": {"folder": "news"}}, "combined": "all"}, [
            "combined.feeds.atom: /feed.xml is used by the atom feed of the journal combined; write another path (J530)",
        ]),
        ({"journals": {"a": {"folder": "news"}, "b": {"folder": "news/tags"}}}, [
            ("journals.b.folder: /news/tags/index.html is used by the archive news/tags/index.md of the journal a; "
            "write another folder (J530)"),
        ]),
    ],
)  # fmt: skip
def test_two_outputs_with_one_file_are_an_error_that_names_both(
    site: Site, options: dict[str, object], reported: list[str]
) -> None:
    journal(site, **options)
    site.write(
        {
            **POSTS,
            "docs/news/2024-02-01-c.md": post("title: C\ntags: [t]"),
            "docs/releases/2024-02-02-d.md": post("title: D"),
        }
    )
    site.write({"docs/news/tags/2024-03-02-e.md": post("title: E")})

    result = site.build()

    assert result.returncode == 1
    assert {line for line in result.ours if "J530" in line} == {f"mkdocs.yml: {line}" for line in reported}


def test_combined_is_not_a_journal_of_that_name(site: Site) -> None:
    journal(site, journals={"combined": {}, "news": {}}, combined="combined")

    result = site.build()

    assert result.returncode == 1
    assert "combined.folder: found 'combined'; write another folder; journals.combined uses this one (J801)" in result.log


def test_a_file_of_the_user_is_never_replaced(site: Site) -> None:
    """Whatever `on_error` says; lists and feeds without a path of their own say that the file is to be renamed."""
    feeds = {"rss": "/r.xml", "limit": 1, "archive": True}
    names = ["redirects.json", "_redirects", "s.json", "journal/p.json", "r.xml", "journal/feed-1.xml", "old/index.html"]
    names += ["journal/tags/t/feed.xml", "journal/2024/index.html"]
    redirects = ["redirects.json", "_redirects"]
    journal(site, on_error="skip", redirects=redirects, schedule="s.json", export="./p.json", feeds=feeds)
    site.write({**POSTS, **{f"docs/{name}": "mine" for name in names}})

    result = site.build()

    assert result.returncode == 0, result.log
    assert {name: result.page(name) for name in names} == dict.fromkeys(names, "mine")
    assert sorted(line for line in result.ours if "J5" in line) == [
        (
            "docs/journal/2024-01-01-a.md:4:16: redirect_from: '/old/' is used by docs/old/index.html, so it is ignored; "
            "write an old "
            "path of this site, for example /old/name.html (J506)"
        ),
        (
            "docs/journal/2024/index.html: file: /journal/2024/index.html is needed for the archive "
            "journal/2024/index.md; rename "
            "the file (J531)"
        ),
        (
            "docs/journal/feed-1.xml: file: /journal/feed-1.xml is needed for part 1 of the atom feed of the "
            "journal; rename the "
            "file (J531)"
        ),
        (
            "docs/journal/tags/t/feed.xml: file: /journal/tags/t/feed.xml is needed for the atom feed of "
            "journal/tags/t.md; rename "
            "the file (J531)"
        ),
        "mkdocs.yml: export: /journal/p.json is used by docs/journal/p.json; write another path (J530)",
        "mkdocs.yml: feeds.rss: /r.xml is used by docs/r.xml; write another path (J530)",
        (
            "mkdocs.yml: redirects: /_redirects is used by docs/_redirects; remove the file, or this name from "
            "the option (J530)"
        ),
        (
            "mkdocs.yml: redirects: /redirects.json is used by docs/redirects.json; remove the file, or this name from the "
            "option (J530)"
        ),
        "mkdocs.yml: schedule: /s.json is used by docs/s.json; write another path (J530)",
    ]


def test_a_list_whose_first_page_is_a_file_of_the_user_has_its_other_pages(site: Site) -> None:
    """Posts name the term without a link; the second page would lead to the first."""
    lists = ["tags/t", "categories/c", "authors/ada", "series/s", "2024", "2024/01"]
    names = [f"journal/{name}/index.html" for name in lists]
    journal(site, on_error="skip", archives={"per_page": 1})
    keys = "tags: [t]\ncategories: [c]\nauthor: Ada\nseries: s"
    site.write({f"docs/journal/2024-01-0{day}-p{day}.md": post(f"title: P{day}\n{keys}") for day in (1, 2)})
    site.write({f"docs/{name}": "mine" for name in names})

    result = site.build()

    assert result.returncode == 0, result.log
    assert {name: result.page(name) for name in names} == dict.fromkeys(names, "mine")
    assert result.log.count("(J531)") == len(names)
    assert all(f"journal/{name}/page/2/index.html" in result.files for name in lists)


@pytest.mark.parametrize("name", ["assets", "assets/journal"])
def test_a_file_where_the_stylesheet_needs_a_folder_is_reported(site: Site, name: str) -> None:
    """MkDocs would end in a traceback; with `on_error: skip` the site has no stylesheet of the journal."""
    reported = f"docs/{name}: file: /{name} is needed for the folder of /assets/journal/journal.css; rename the file (J531)"
    site.write({**POSTS, f"docs/{name}": "mine"})
    journal(site)
    stopped = site.build()
    journal(site, on_error="skip")

    result = site.build()

    assert (stopped.returncode, result.returncode) == (1, 0), result.log
    assert stopped.ours.count(reported) == result.ours.count(reported) == 1
    assert result.page(name) == "mine"
    assert result.ours[-1] == "2 posts, 1 tag, 3 feeds, 1 problem"


@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
def test_a_folder_of_the_docs_that_is_excluded_does_not_exclude_the_stylesheets(site: Site, option: str) -> None:
    """MkDocs applies these options to files of the theme as well; a stylesheet of the user stays excluded."""
    journal(site)
    site.config[option] = "assets/"
    site.write({**POSTS, "docs/assets/raw.txt": "raw"})
    stylesheets = {"assets/journal/journal.css", "assets/journal/feed.css"}

    result = site.build()
    assert {name for name in result.files if name.startswith("assets/")} == stylesheets, result.log

    site.write({"docs/assets/journal/feed.css": "mine"})
    result = site.build()
    assert {name for name in result.files if name.startswith("assets/")} == {"assets/journal/journal.css"}, result.log


LATE = """\
@event_priority(-300)
def on_files(files, config):
    for name in ("journal/p.json", "journal/feed.xml", "old/index.html", "journal/tags/t/index.md"):
        files.append(File.generated(config, name, content="late"))
    move(ours(files, "journal/2024-01-02-b.md"), "index.html")
"""


def test_what_comes_later_to_the_place_of_an_output_ends_the_build(site: Site) -> None:
    journal(site, LATE, on_error="skip", export="p.json")
    site.write(POSTS)

    result = site.build()

    assert result.returncode == 1
    assert result.ours == [
        "docs/index.md: file: /index.html is needed for docs/journal/2024-01-02-b.md; rename the file (J531)",
        "journal/p.json: file: /journal/p.json is needed for the export of the journal; rename the file (J531)",
        "journal/feed.xml: file: /journal/feed.xml is needed for the atom feed of the journal; rename the file (J531)",
        "old/index.html: file: /old/index.html is needed for docs/journal/2024-01-01-a.md; rename the file (J531)",
        "journal/tags/t/index.md: file: /journal/tags/t/index.html is needed for journal/tags/t.md; rename the file (J531)",
        "5 outputs missing or in the wrong place (see errors above).",
    ]
    assert "index.html" not in result.files


WRITING = """\
import os

def on_env(env, config, files):
    for name in ("journal/p.json", "old/index.html", "journal/tags/t/feed.xml", "_redirects"):
        path = os.path.join(config.site_dir, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write("theirs")
"""


def test_a_file_that_another_plugin_writes_is_never_replaced(site: Site) -> None:
    """It is known only when the journal would write its own; what an earlier build left is the journal's."""
    journal(site, on_error="skip", export="p.json", redirects=["_redirects"])
    site.write(POSTS)
    assert (site.build("--strict").returncode, site.build("--dirty").returncode) == (0, 0)
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": WRITING})

    result = site.build()

    assert result.returncode == 1
    free = "configure that plugin not to write this file"
    assert [line for line in result.ours if "(J5" in line] == [
        f"mkdocs.yml: redirects: /_redirects is used by the plugin hook.py; write another path, or {free} (J530)",
        f"mkdocs.yml: export: /journal/p.json is used by the plugin hook.py; write another path, or {free} (J530)",
        f"mkdocs.yml: folder: /journal/tags/t/feed.xml is used by the plugin hook.py; {free} (J530)",
        (
            "docs/journal/2024-01-01-a.md:4:16: redirect_from: /old/ is used by the plugin hook.py, so it is ignored; "
            "write an old path of this site, for example /old/name.html (J506)"
        ),
    ]
    assert {name: result.page(name) for name in ("journal/p.json", "old/index.html")} == {
        "journal/p.json": "theirs", "old/index.html": "theirs",
    }  # fmt: skip


def test_what_plugins_are_known_to_write_at_the_end_is_theirs(site: Site) -> None:
    """Whichever of the two plugins is named first."""
    options = {"export": "/tags.json", "feeds": {"also": {"/old.json": "json"}}}
    site.write({**POSTS, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    site.config["theme"] = {"name": "material"}
    for plugins in (["tags", {"journal": options}], [{"journal": options}, "tags"]):
        site.config["plugins"] = plugins

        result = site.build()

        assert result.returncode == 1
        assert "export: /tags.json is used by the plugin material/tags; write another path, or configure" in result.log


def test_hosts_see_no_placeholder_in_the_rules(site: Site) -> None:
    journal(site, redirects=["_redirects"])
    front = (
        "title: A\nredirect_from: ['/:a/:b/', '/c:d.html', '/12:30/', '/s:plat*/']\nredirect_to: 'https://e.org:80/:splat'"
    )
    site.write({"docs/journal/2024-01-01-a.md": post(front)})

    result = site.build()

    assert result.page("_redirects") == (
        "/docs/12:30/ https://e.org:80/%3Asplat 301\n"
        "/docs/%3Aa/%3Ab/ https://e.org:80/%3Asplat 301\n"
        "/docs/c%3Ad.html https://e.org:80/%3Asplat 301\n"
    )
    assert "is not a safe path below the site" in result.ours[0]


FIRST = "docs/journal/2024-01-01-a.md: output: /journal/2024/01/a/ {no_file}: {who} moved or removed it; {advice} (J910)"
NO_FILE = "is listed, but its file is missing in the site folder"
ADVICE = "configure that plugin to leave the file alone, or use only one of the two plugins"


@pytest.mark.parametrize(
    ("hook", "reported"),
    [
        (
            ("@event_priority(-300)\ndef on_files(files, config):\n"
            '    files.remove(ours(files, "journal/2024-01-01-a.md"))\n'),
            [FIRST],
        ),
        (
            ("@event_priority(-300)\ndef on_files(files, config):\n"
            "    made = lambda f: File(f.src_uri, config.docs_dir, config.site_dir, True)\n"
            "    return Files([made(f) if 'a.md' in f.src_uri else f for f in files])\n"),
            [FIRST],
        ),
        (
            ("def on_nav(nav, config, files):\n"
            '    ours(files, "journal/2024-01-02-b.md").abs_dest_path = config.config_file_path + ".html"\n'),
            [
                ("docs/journal/2024-01-02-b.md: output: /journal/2024/01/b/ would be written to mkdocs.yml.html, "
                "outside the site folder: {who} moved it; {advice} (J911)")
            ],
        ),
        (
            ("@event_priority(50)\ndef on_files(files, config):\n"  # as mkdocs-static-i18n makes files
            '    files.remove(old := ours(files, "journal/2024-01-02-b.md"))\n'
            "    files.append(File(old.src_uri, config.docs_dir, old.dest_uri, True))\n"),
            [
                ("docs/journal/2024-01-02-b.md: output: /journal/2024/01/b/ would be written to "
                "journal/2024-01-02-b/index.html/journal/2024/01/b/index.html, outside the site folder: {who} moved it; "
                "{advice} (J911)")
            ],
        ),
        (
            ("import os\ndef on_post_build(config):\n"
            '    for name in ("journal/2024/index.html", "journal/feed.json", "index.html", "old/index.html"):\n'
            "        os.remove(os.path.join(config.site_dir, name))\n"),
            [
                "journal/2024/index.md: output: /journal/2024/ {no_file}: {who} moved or removed it; {advice} (J910)",
                "docs/index.md: output: / {no_file}: {who} moved or removed it; {advice} (J910)",
                "site/journal/feed.json: output: /journal/feed.json {no_file}: {who} moved or removed it; {advice} (J910)",
                "site/old/index.html: output: /old/index.html {no_file}: {who} moved or removed it; {advice} (J910)",
            ],
        ),
    ],
    ids=["removed", "made anew", "outside", "outside from the beginning", "removed at the end"],
)  # fmt: skip
def test_what_is_listed_has_its_file(site: Site, hook: str, reported: list[str]) -> None:
    """Whatever `on_error` says; nothing is written outside the site folder."""
    journal(site, hook, on_error="skip")
    site.write(POSTS)

    result = site.build()

    assert result.returncode == 1
    words = {"no_file": NO_FILE, "who": "the plugin hook0.py", "advice": ADVICE}
    assert [line for line in result.ours if "J91" in line] == [line.format(**words) for line in reported]
    assert result.ours[-1].endswith("missing or in the wrong place (see errors above).")
    assert sorted(path.name for path in site.folder.iterdir() if path.suffix == ".html" or path.name == "journal") == []


def test_of_several_plugins_each_may_have_moved_a_page(site: Site) -> None:
    """A page that is moved late is found at the end; one that has another URL everywhere is not wrong."""
    context = "def on_page_context(context, page, config, nav):\n"
    first = f'{context}    if page.title == "B":\n        page.file.abs_dest_path += "x"\n'
    second = f"{context}    pass\n"
    second += "@event_priority(10)\ndef on_files(files, config):\n    pass\n"
    third = "@event_priority(-300)\ndef on_files(files, config):\n"
    third += '    move(ours(files, "journal/2024-01-01-a.md"), "a/index.html")\n'
    journal(site, first, second, third)
    site.write(POSTS)

    result = site.build()

    assert result.returncode == 1
    assert [line for line in result.ours if "J91" in line] == [
        (
            f"docs/journal/2024-01-02-b.md: output: /journal/2024/01/b/ {NO_FILE}: one of the plugins hook0.py, "
            f"hook1.py moved or "
            f"removed it; {ADVICE} (J910)"
        )
    ]
    assert "https://example.org/docs/a/" in result.page("journal/feed.xml")


def test_another_plugin_may_build_inside_the_build(site: Site) -> None:
    """As mkdocs-static-i18n does for each further language; each build is looked at on its own."""
    inner = (
        "from mkdocs.commands.build import build\nfrom mkdocs import utils\ndone = []\n"
        "@event_priority(-100)\ndef on_post_build(config):\n"
        "    if not done:\n"
        "        done.append(1)\n"
        "        utils.clean_directory = lambda folder: None\n"
        "        config.docs_dir += '/other'\n"
        "        build(config)\n"
    )
    journal(site, inner)
    site.write({**POSTS, "docs/other/journal/2024-02-01-c.md": post("title: C"), "docs/other/index.md": "# Other\n"})

    result = site.build()

    assert result.returncode == 0, result.log
    assert result.ours == ["1 post, 0 tags, 3 feeds, 0 problems", "2 posts, 1 tag, 3 feeds, 0 problems"]


def test_drafts_beside_it_do_not_show_that_the_folder_is_meant(site: Site) -> None:
    site.write({"docs/_drafts/idea.md": post("title: A"), "docs/posts/2024-02-02-b.md": post("title: B")})

    result = site.build()

    missing = "mkdocs.yml: folder: 'journal' does not exist; dated files are elsewhere: write folder: posts (J535)"
    assert result.ours == [missing, "0 posts (and 1 draft), 0 tags, 3 feeds, 0 problems"]


def test_a_journal_without_a_folder_says_what_to_write(site: Site) -> None:
    """For the default name that is an info, for a name that the user wrote a warning."""
    site.write({"docs/blog/_posts/2024-01-01-a.md": post("title: A"), "docs/blog/2024-02-02-b/index.md": post("title: B")})

    default = site.build("--strict")
    journal(site, folder="news")
    written = site.build("--strict")
    site.write({"docs/notes/2024-01-03-c.md": post("title: C")})
    journal(site, journals={"news": {}, "notes": {}})
    several = site.build()
    journal(site, journals={"blog": {}, "notes": {}, "x": {}})
    nothing = site.build()

    assert default.returncode == 0, default.log
    assert default.ours[0] == (
        "mkdocs.yml: folder: 'journal' does not exist; dated files are elsewhere: write folder: blog (J535)"
    )
    assert written.returncode == 1
    assert written.ours[0] == (
        "mkdocs.yml: folder: 'news' does not exist; dated files are elsewhere: write folder: blog (J804)"
    )
    assert several.ours[0] == (
        "mkdocs.yml: journals.news.folder: 'news' does not exist; dated files are elsewhere: write folder: blog (J804)"
    )
    assert nothing.ours[0] == "mkdocs.yml: journals.x.folder: 'x' does not exist; create it or write another (J804)"


def test_a_folder_that_is_not_there_is_reported_beside_posts_from_elsewhere(site: Site) -> None:
    """But not the default one, and not one that a plugin fills."""
    site.write({"docs/notes/2024-01-03-c.md": post("title: C")})
    journal(site, posts=["./notes/*.md", "!x/*.md", "# x", ""])
    default = site.build("--strict")
    scopes = [{"scope": {"path": path}, "values": {"toc": False}} for path in ("docs/notes", "./notes/", "docs/x", "y")]
    journal(site, folder="news", posts=["notes/*.md", "docs/notes/*.md", "/more/"], defaults=scopes)
    written = site.build("--strict")
    hook = (
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'news/2024-01-01-x.md', content='---\\ntitle: X\\n---\\n'))\n"
    )
    journal(site, hook, folder="news")
    filled = site.build("--strict")

    assert default.ours == ["1 post, 0 tags, 3 feeds, 0 problems"]
    assert written.ours[:4] == [
        "mkdocs.yml: folder: 'news' does not exist; create it or write another (J804)",
        "mkdocs.yml: posts: '/more/' matches no file; globs are below docs_dir (J804)",
        "mkdocs.yml: posts: 'docs/notes/*.md' matches no file; globs are below docs_dir: write notes/*.md (J804)",
        "mkdocs.yml: defaults: 'docs/notes' matches no file; scopes are below docs_dir: write notes (J804)",
    ]
    assert filled.ours == ["1 post, 0 tags, 3 feeds, 0 problems"]


def test_posts_that_another_plugin_has_moved_are_reported(site: Site) -> None:
    """By another folder of docs, as mkdocs-monorepo does, or by another place in the site."""
    merged = "import shutil, tempfile\ndef on_config(config):\n    config.docs_dir = '{}'\n"
    merged = merged.format(site.folder / "merged")
    journal(site, merged)
    site.write({f"merged/{name}/2024-01-01-a.md": post("title: A") for name in "abcdef"})
    site.write({"merged/index.md": "# Home\n"})
    many = site.build("--strict")
    moved = "def on_files(files, config):\n    move(ours(files, 'en/journal/2024-01-01-a.md'), 'journal/a/index.html')\n"
    journal(site, moved)
    site.write({"docs/en/journal/2024-01-01-a.md": post("title: A"), "docs/journal/index.md": "# Mine\n"})
    one = site.build()

    assert many.returncode == 1
    assert many.ours[0] == (
        "mkdocs.yml: folder: no post in 'journal'; the plugin hook0.py has moved or excluded dated Markdown files, "
        "for example a/2024-01-01-a.md; write journals: {a: {}, b: {}, c: {}, d: {}, e: {}, …} (J534)"
    )
    assert one.ours[0].endswith("en/journal/2024-01-01-a.md; write folder: en/journal (J534)")


def test_posts_that_another_plugin_keeps_for_itself_are_reported(site: Site) -> None:
    """As Material's blog keeps the posts of its own folder: the date may be a key, and a page beside them has none."""
    hook = """\
from mkdocs.structure.files import InclusionLevel
def on_files(files, config):
    file = ours(files, 'journal/posts/{}.md')
    move(file, 'journal/2024/a/index.html')
    file.inclusion = InclusionLevel.EXCLUDED
"""
    journal(site, hook.format("a"))
    site.write({"docs/journal/index.md": "# Mine\n", "docs/journal/posts/a.md": post("title: A\ndate: 2024-01-01")})
    site.write({"docs/journal/posts/page.md": "# A page\n"})
    kept = site.build()
    journal(site, hook.format("page"))
    own = site.build()

    assert kept.ours[0] == (
        "mkdocs.yml: folder: no post in 'journal'; the plugin hook0.py has moved or excluded dated Markdown files, "
        "for example journal/posts/a.md; remove that plugin or write another folder (J534)"
    )
    assert own.ours == ["1 post, 0 tags, 3 feeds, 0 problems"]


def test_a_page_of_the_folder_with_the_keys_of_a_post_is_named(site: Site) -> None:
    pages = {
        "hello.md": "title: Hello\ntags: [news]",
        "sub/by.md": "title: Hello\nby: Ada",
        "cat.md": "title: Hello\ncategory: x",
        "no-title.md": "tags: [news]",
        "title-only.md": "title: About",
        "page.md": "title: About\nauthor: Ada\nlayout: page",
        "off.md": "title: About\nauthor: Ada\njournal: false",
        "index.md": "title: About\nauthor: Ada",
        "sub/README.md": "title: About\nauthor: Ada",
        "nav.md": "title: About\nauthor: Ada",
        "dot.md": "title: About\nauthor: Ada",
    }
    named = [{"About": "journal/nav.md"}, {"Dot": "./journal//dot.md"}]
    site.config["nav"] = ["index.md", {"More": [*named, {"Site": "https://example.org/"}]}]
    site.write({**POSTS, **{f"docs/journal/{name}": post(front) for name, front in pages.items()}})
    site.write({"docs/outside.md": post("title: Hello\ntags: [x]")})

    result = site.build("--strict")
    journal(site, folder=".")
    site.write({"docs/2024-01-01-z.md": post("title: Z")})
    whole = site.build()

    assert result.returncode == 0, result.log
    wanted = "1: date: missing, so this file is an ordinary page; to make it a post, write date: YYYY-MM-DD (J533)"
    assert result.ours[:-1] == [f"docs/journal/{name}:{wanted}" for name in ("cat.md", "hello.md", "sub/by.md")]
    assert "J533" not in whole.log


MALFORMED = """\
---
title: A
author: [ada, {name: B, url: "http://[b", avatar: "//[b", links: ["https://x:99999/"], github: bob}]
redirect_from: ["http://[x", "//[y", "https://example.org:port/x", /ok/]
canonical_url: "https://[c]/"
guid: "http://[g"
image: "https://[img/x.png"
---

Text [x](http://[bad) and <a href="//[x">y</a> <https://ex:port/> ![p](http://a:x/p.png) [x](http://[bad)
"""
AUTHORS = """\
ada:
  name: Ada
  url: "https://[ada"
  avatar: "https://[ada/x.png"
  github: "https://[gh"
  links: ["https://[l", {label: A, url: "http://b:x/"}]
"""
RAW = """\
# Page

<a href="http://[a">a</a> <a href="/docs/journal/">j</a> <img src="//[x" srcset="http://[a 1x, //[b 2x">
<video poster="http://[p" src="v.mp4"></video>

<i><a href="https://h:99999/">h</a></i>
"""


def test_malformed_addresses_do_not_end_a_build_nor_go_out(site: Site) -> None:
    """Raw HTML stays as written, keys are reported at their place, feeds have none of them."""
    redirect = post('title: B\nredirect_to: ["https://[bad"]')
    site.write({"docs/journal/2024-01-01-a.md": MALFORMED, "docs/journal/2024-01-02-b.md": redirect})
    site.write({"docs/journal/.authors.yml": AUTHORS, "docs/page.md": RAW})

    result = site.build()

    assert result.returncode == 0, result.log
    reported = [line for line in result.ours if " (J" in line]
    places = [(line.split(": ", 1)[0].rpartition("/")[2], line.split(": ")[1], line[-5:-1]) for line in reported]
    assert places == [
        (".authors.yml:3:8", "url", "J602"),
        (".authors.yml:4:11", "avatar", "J601"),
        (".authors.yml:5:11", "github", "J602"),
        (".authors.yml:6:11", "links", "J602"),
        (".authors.yml:6:41", "links", "J602"),
        ("2024-01-01-a.md:3:30", "url", "J602"),
        ("2024-01-01-a.md:3:51", "avatar", "J602"),
        ("2024-01-01-a.md:3:67", "links", "J602"),
        ("2024-01-01-a.md:4:16", "redirect_from", "J506"),
        ("2024-01-01-a.md:4:16", "redirect_from", "J506"),
        ("2024-01-01-a.md:4:16", "redirect_from", "J506"),
        ("2024-01-01-a.md:5:16", "canonical_url", "J602"),
        ("2024-01-01-a.md:6:7", "guid", "J603"),
        ("2024-01-01-a.md:7:8", "image", "J601"),
        ("2024-01-02-b.md:3:15", "redirect_to", "J507"),
        ("2024-01-01-a.md:10", "link", "J532"),
        ("2024-01-01-a.md:10", "link", "J532"),
        ("2024-01-01-a.md:10", "link", "J532"),
    ]
    page = result.page("page/index.html")
    assert all(line.strip() in page for line in RAW.replace("/docs/journal/", "../journal/").splitlines()[2:])
    assert '<a href="http://[bad">x</a>' in result.page("journal/2024/01/a/index.html")
    for name in ("feed.xml", "rss.xml", "feed.json"):
        text = result.page(f"journal/{name}")
        assert not [part for part in ("//[", "a:x", "99999") if part in text]
    entry = json.loads(result.page("journal/feed.json"))["items"][1]
    assert entry["content_html"] == ('<p>Text <a>x</a> and <a>y</a> <a>https://ex:port/</a> <img alt="p"> <a>x</a></p>')


@pytest.mark.parametrize(
    "address",
    ["https://exa mple.org/", "https://example.org:port/", "https://[x]/", "ftp://example.org/", "https://e.org/<b>/"],
)
def test_the_address_of_the_site_can_be_used(site: Site, address: str) -> None:
    if address.startswith("https://["):
        site.config["plugins"] = [{"journal": {"feeds": {"hub": address, "id_base": address}}}]
    else:
        site.config["site_url"] = address

    result = site.build()

    assert result.returncode == 1
    assert address in result.log
    assert "Traceback" not in result.log


def test_rules_of_redirects_have_no_blank_and_no_letter_beyond_ascii(site: Site) -> None:
    site.config["site_url"] = "https://example.org/a b/ü/"
    journal(site, redirects=["_redirects"])
    site.write(POSTS)

    assert site.build().page("_redirects") == "/a%20b/%C3%BC/old/ /a%20b/%C3%BC/journal/2024/01/a/ 301\n"


def test_a_malformed_address_in_the_option_defaults_is_told_there(site: Site) -> None:
    values = {"redirect_from": ["http://[r"], "image": "//[i", "canonical_url": "https://[c"}
    journal(site, defaults=[{"scope": {"path": ""}, "values": values}])
    site.write(POSTS)

    result = site.build()

    assert result.returncode == 0, result.log
    assert {line.split(": ")[0] for line in result.ours[:-1]} == {"defaults"}
    assert {line[-5:-1] for line in result.ours[:-1]} == {"J506", "J601", "J602"}


def test_a_page_of_the_site_without_a_file_is_reported_as_well(site: Site) -> None:
    """The plugins are named that could have moved it when it was moved, not others."""
    moving = 'def on_page_context(context, page, config, nav):\n    if page.file.src_uri == "other.md":\n'
    moving += "        page.file.abs_dest_path += 'x'\n"
    journal(site, moving, "def on_post_build(config):\n    pass\n")
    site.write({**POSTS, "docs/other.md": "# Other\n"})

    result = site.build()

    assert result.returncode == 1
    assert (
        result.ours[0]
        == f"docs/other.md: output: /other/ {NO_FILE}: the plugin hook0.py moved or removed it; {ADVICE} (J910)"
    )


def test_a_post_does_not_have_the_url_of_another_file(site: Site) -> None:
    """A URL without a slash is written to a file that ends with `.html`; servers give the file that has the URL's name."""
    journal(site, on_error="skip", export="/posts.json")
    names = {"a": "/journal/feed.xml", "b": "/posts.json", "c": "/LICENSE", "e": "/free.xml"}
    front = {f"docs/journal/2024-01-01-{name}.md": post(f"title: T\npermalink: {path}") for name, path in names.items()}
    site.write({**front, "docs/LICENSE": "mine"})

    result = site.build()

    assert [line.rpartition("permalink: ")[2] for line in result.ours if "J504" in line] == [
        "/journal/feed.xml is used by the atom feed of the journal; write another permalink (J504)",
        "/posts.json is used by the export of the journal; write another permalink (J504)",
        "/LICENSE is used by docs/LICENSE; write another permalink (J504)",
    ]
    assert "journal/feed.xml.html" not in result.files
    assert "free.xml.html" in result.files


def test_the_users_own_page_of_an_archive_is_no_post_without_a_date(site: Site) -> None:
    journal(site)
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ntags: [t]"),
            "docs/journal/tags/t.md": post("title: All about t\ntags: [t]\nauthor: Ada"),
            "docs/journal/other.md": post("title: Other\ntags: [t]\nauthor: Ada"),
        }
    )

    assert [line.partition(":")[0] for line in site.build().ours if "J533" in line] == ["docs/journal/other.md"]


@pytest.mark.parametrize("compat", ["none", "jekyll"])
def test_a_name_with_a_colon_is_not_taken_for_a_scheme(site: Site, compat: str) -> None:
    """`talk:2.html` as a link would name the scheme `talk:`; pages, feeds and rules lead to the post all the same."""
    journal(site, folder=".", compat=compat, redirects=["_redirects", "redirects.json"], feeds={"ids": "url"})
    site.write(
        {
            "docs/2024-01-01-a.md": post("title: A\npermalink: /talk:2.html\nredirect_from: /old:1/"),
            "docs/2024-01-02-b.md": post("title: B\npermalink: /x/Talk:3\nslug: b:c"),
            "docs/2024-01-03-c.md": post("title: C\nredirect_to: /talk:2.html"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    for name, to in {"index.html": "talk%3A2.html", "2024/index.html": "../x/Talk%3A3", "old:1/index.html": ""}.items():
        page = result.page(name)
        assert f'href="{to or "../talk%3A2.html"}"' in page
        assert not re.search(r'="(?:talk|Talk|b):', page)
    first = "https://example.org/docs/talk%3A2.html"
    entries = [(item["id"], item["url"]) for item in json.loads(result.page("feed.json"))["items"]]
    assert entries[1:] == [("https://example.org/docs/x/Talk%3A3",) * 2, (first, first)]
    assert entries[0][1] == first
    assert json.loads(result.page("redirects.json")) == {"/old:1/": first}


@pytest.mark.parametrize("compat", ["none", "jekyll"])
def test_a_category_with_a_number_sign_is_a_folder(site: Site, compat: str) -> None:
    """As Jekyll makes it of the category C#; every address of it is encoded, also an old one."""
    journal(site, compat=compat, permalink="date", redirects=["_redirects", "redirects.json"])
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\ncategories: ['C#']\nredirect_from: /F%23/old.html", "Text.\n"),
            "docs/journal/2024-01-02-b.md": post(
                "title: B\ncategories: ['C#']", "[A](2024-01-01-a.md) <a href='/docs/c%23/2024/01/01/a.html'>A</a>\n"
            ),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert {"c#/2024/01/01/a.html", "c#/2024/01/02/b.html", "F#/old.html"} <= set(result.files)
    url = "https://example.org/docs/c%23/2024/01/01/a.html"
    assert [item["url"] for item in json.loads(result.page("journal/feed.json"))["items"]][1:] == [url]
    assert f"<loc>{url}</loc>" in result.page("sitemap.xml")
    assert f'<link rel="canonical" href="{url}"' in result.page("c#/2024/01/01/a.html")
    assert 'href="../01/a.html"' in result.page("c#/2024/01/02/b.html")
    assert "/docs/F%23/old.html /docs/c%23/2024/01/01/a.html 301" in result.page("_redirects").replace(
        "https://example.org", ""
    )
    assert 'href="../c%23/2024/01/01/a.html"' in result.page("F#/old.html")
    assert not re.search(
        r'(?:href|src)="[^"]*[cF]#', "".join(result.page(name) for name in result.files if name.endswith(".html"))
    )


def test_what_jekyll_feed_knows_a_post_by_may_have_a_colon(site: Site) -> None:
    journal(site, folder=".", compat="jekyll", permalink="/:title.html")
    site.write({"docs/2024-01-01-a.md": post("title: A\nslug: a:b")})

    assert json.loads(site.build().page("feed.json"))["items"][0]["id"] == "https://example.org/docs/a:b"
