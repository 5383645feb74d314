"""The leak audit: what belongs to a withheld post only is found in whatever output holds it."""

from __future__ import annotations

import pytest

from tests.conftest import Result, Site, post

SENTENCE = "Ferries will start from the second harbour before the winter storms arrive"
HOOK = """
import pathlib, shutil
def on_post_build(config):
    site, docs = pathlib.Path(config.site_dir), pathlib.Path(config.docs_dir)
    exec(bytes.fromhex({!r}))
"""
"""What a hook says in its own words is no doubt about a title; so it does not say it."""


def hidden(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-05-06-open.md": post("title: Open news\ntags: [harbour]", "Public words.\n"),
            "docs/journal/2024-05-07-quiet-plan/index.md": post(
                "title: The quiet plan\ntags: [zweiterhafen, harbour]\ndraft: true", f"![p](plan.png)\n\n{SENTENCE}.\n"
            ),
            "docs/journal/2024-05-07-quiet-plan/plan.png": b"picture of the plan",
        }
    )


def leaking(site: Site, code: str) -> Result:
    """Build a site in which a hook of the user's does something."""
    hidden(site)
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": HOOK.format(code.encode().hex())})
    return site.build()


def assert_found(result: Result, output: str, what: str) -> None:
    assert result.returncode == 1, result.log
    assert "Traceback" not in result.log
    reported = [line for line in result.ours if "(J902)" in line]
    whose = "" if what.startswith("a copy") else " of the unpublished post"
    assert [line for line in reported if line.startswith(f"site/{output}: leak: contains {what}{whose}")], result.log
    assert all("docs/journal/2024-05-07-quiet-plan/" in line for line in reported)
    assert result.ours[-1].endswith("from unpublished posts (see errors above).")


def assert_doubtful(result: Result, output: str, what: str) -> None:
    """It is a warning, which says the place and how to allow it."""
    assert result.returncode == 0, result.log
    reported = [line for line in result.messages if "(J920)" in line]
    start = f"WARNING -  journal: site/{output}: leak: contains {what} "
    assert [line for line in reported if line.startswith(start) and "`audit: {allow: [" in line], result.log
    assert "(J902)" not in result.log


def test_an_ordinary_build_is_silent(site: Site) -> None:
    hidden(site)

    result = site.build("--strict")

    assert result.returncode == 0, result.log


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"<p>{SENTENCE}</p>", "the text"),
        (f"<meta content='{SENTENCE} &amp; so on'>", "the text"),
        ("<a href='/journal/2024/05/quiet-plan/'>x</a>", "the address"),
        ("<a href='../2024-05-07-quiet-plan/'>x</a> journal/2024-05-07-quiet-plan.html", "the address"),
    ],
)
def test_a_template_that_says_it(site: Site, text: str, what: str) -> None:
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    template = "{% extends 'base.html' %}{% block footer %}" + text + "{% endblock %}"
    site.write({"overrides/main.html": template})
    hidden(site)

    assert_found(site.build(), "index.html", what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<a href='x'>The quiet plan</a>", "the title"),
        ('<a href="tags/zweiterhafen/">x</a>', "a tag"),
        ("<b>zweiterhafen</b>", "a tag"),
        ("<i class='x/2024-05-07-quiet-plan.md'>", "the file name"),
        ("<p>start from the second harbour before the winter</p>", ""),
    ],
)
def test_a_title_or_name_in_a_page_is_doubtful(site: Site, text: str, what: str) -> None:
    """What a template says in its own words is nothing: the configuration names its folder."""
    code = f"f = site / 'about/index.html'; f.write_text(f.read_text().replace('</body>', {text!r} + '</body>'))"
    site.write({"docs/about.md": "# About\n"})

    result = leaking(site, code)

    if what:
        assert_doubtful(result, "about/index.html", what)
    else:
        assert result.messages == []
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.config["hooks"] = []
    site.write({"overrides/main.html": "{% extends 'base.html' %}{% block footer %}" + text + "{% endblock %}"})
    assert site.build("--strict").returncode == 0


def test_a_page_of_the_docs_into_which_a_plugin_puts_it(site: Site) -> None:
    """What the page says in its own words would be no leak; what is put into it is one."""
    hidden(site)
    site.config["hooks"] = ["hook.py"]
    code = f"def on_page_content(html, page, **_):\n    return html + '<p>{SENTENCE}</p>' if page.is_homepage else html\n"
    site.write({"hook.py": code})

    assert_found(site.build(), "index.html", "the text")


MADE = """
import pathlib
from mkdocs.structure.files import File
WHERE = {!r}
def on_files(files, config):
    folder = pathlib.Path(config.docs_dir).parent
    text = "\\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob({!r})))
    text = "# All\\n" + text.replace("---", "")
    (folder.parent / "made").mkdir(exist_ok=True)
    (folder.parent / "made/all.md").write_text(text, encoding="utf-8")
    written = File("all.md", str(folder.parent / "made"), config.site_dir, config.use_directory_urls)
    files.append(File.generated(config, "all.md", content=text) if WHERE == "memory" else written)
def on_env(env, config, files):
    if WHERE == "gone":
        (pathlib.Path(config.docs_dir).parent.parent / "made/all.md").unlink()
"""


@pytest.mark.parametrize("where", ["memory", "folder", "gone"])
def test_a_page_that_a_program_makes_of_all_sources(site: Site, where: str) -> None:
    """It is no source that an author has made public; what it has of other files of the project is no leak."""
    hidden(site)
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": MADE.format(where, "docs/journal/*/*.md")})
    assert_found(site.build(), "all/index.html", "the text")

    site.write({"hook.py": MADE.format(where, "notes/*.md"), "notes/a.md": f"The quiet plan\n\n{SENTENCE}.\n"})
    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert SENTENCE in result.page("all/index.html")


COMPOSED = """
from mkdocs.structure.files import File
def on_files(files, config):
    files.append(File.generated(config, "made.md", content={!r}[::-1]))
"""


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("# The quiet plan", False),
        ("- The quiet plan, `2024-05-07-quiet-plan/index.md`", True),
        ("# The quiet plan\n\nIn `tags/zweiterhafen/`", True),
    ],
)
def test_a_page_that_a_program_makes_may_have_the_same_title(site: Site, text: str, *, leaks: bool) -> None:
    """`Release 2.0` is made of a version in a changelog: a coincidence, unless the page has more of the draft."""
    hidden(site)
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": COMPOSED.format(text[::-1])})

    result = site.build("--strict")

    assert ("(J920)" in result.log) is leaks, result.log
    assert result.returncode == leaks


@pytest.mark.parametrize(
    ("output", "addition", "what", "proof"),
    [
        ("search/search_index.json", f'"text": "{SENTENCE}"', "the text", True),
        ("journal/feed.xml", f"<content>&lt;p&gt;{SENTENCE}&lt;/p&gt;</content>", "the text", True),
        ("journal/feed.json", '"title": "The quiet plan"', "the title", False),
        ("sitemap.xml", "<loc>https://example.org/docs/journal/2024/05/quiet-plan/</loc>", "the address", True),
        ("data.txt", "see journal/2024-05-07-quiet-plan/index.md", "the address", True),
        ("map.js.map", '{"sources": ["../2024-05-07-quiet-plan.md"]}', "the file name", False),
        ("LISTING", "see The quiet plan", "the title", False),
        ("DATA.YAML", "see The quiet plan", "the title", False),
        ("card/2024-05-07-quiet-plan.png", "a picture", "the file name", False),
        ("journal/2024/05/quiet-plan/index.html", "<p>x</p>", "the address", True),
    ],
)
def test_every_kind_of_output_is_searched(site: Site, output: str, addition: str, what: str, proof: bool) -> None:
    code = f"f = site / {output!r}; f.parent.mkdir(parents=True, exist_ok=True); "
    code += f"f.write_text((f.read_text() if f.exists() else '') + {addition!r})"

    (assert_found if proof else assert_doubtful)(leaking(site, code), output, what)


@pytest.mark.parametrize("target", ["journal/2024-05-07-quiet-plan/plan.png", "img/copy.png"])
def test_a_picture_beside_a_draft(site: Site, target: str) -> None:
    """Under its own name, or copied under another."""
    code = f"t = site / {target!r}; t.parent.mkdir(parents=True, exist_ok=True); "
    code += "shutil.copy(docs / 'journal/2024-05-07-quiet-plan/plan.png', t)"

    assert_found(
        leaking(site, code), target, "a copy of docs/journal/2024-05-07-quiet-plan/plan.png, which is not published"
    )


def test_what_public_sources_say_in_their_own_words_is_no_leak(site: Site) -> None:
    """In a page, a public post, the configuration, a file of the docs; and words of the theme."""
    hidden(site)
    site.config["extra"] = {"note": "The quiet plan"}
    site.write(
        {
            "docs/page.md": f"# Zweiterhafen\n\n{SENTENCE}. [x](https://example.org/docs/journal/2024/05/quiet-plan/)\n",
            "docs/raw.txt": "2024-05-07-quiet-plan",
            "docs/journal/2024-05-08-search.md": post(
                "title: Search\ntags: [Home, Next]\ndraft: true", "Search terms here.\n"
            ),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log


def test_the_heading_of_an_archive_is_no_leak(site: Site) -> None:
    """A newsletter is named after its month."""
    hidden(site)
    site.write({"docs/journal/2024-05-31-news.md": post("title: May 2024\ndraft: true")})

    result = site.build("--strict")

    assert "May 2024" in result.page("journal/2024/05/index.html")
    assert result.returncode == 0, result.log


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_words_that_programs_read_are_no_leak(site: Site, theme: str) -> None:
    """Names of keys and types in heads, feeds, exports and the search index, which a tag or title may have as well."""
    words = [
        "summary",
        "Blog",
        "BlogPosting",
        "Person",
        "ListItem",
        "Atom",
        "self",
        "location",
        "full",
        "h-entry",
        "source",
    ]
    posts = {
        f"docs/journal/2023-01-{day:02}-hush.md": post(f"title: {word}\ntags: [{word}]\ndraft: true")
        for day, word in enumerate(words, 1)
    }
    site.config["theme"] = {"name": theme}
    site.config["plugins"] = ["search", {"journal": {"export": "posts.json"}}]
    site.write({**posts, "docs/journal/2024-01-02-open.md": post("title: Open\ntags: [x]\nauthor: Ann")})

    result = site.build()

    assert result.returncode == 0, result.log


def test_what_cannot_be_read_is_passed_over(site: Site) -> None:
    """A repository where the site is built, a link that leads nowhere, an archive that is broken."""
    site.write({"site/.git/logs/HEAD": "The quiet plan"})
    code = "(site / 'dead').symlink_to('nowhere'); (site / 'x.gz').write_bytes(bytes([31, 139]) + b' broken')"

    result = leaking(site, code)

    assert result.returncode == 0, result.log
    assert ".git/logs/HEAD" in result.files


def test_an_output_that_cannot_be_read_does_not_end_a_build(site: Site) -> None:
    """Where there is no such file, it is a link that leads nowhere."""
    result = leaking(site, "(site / 'memory').symlink_to('/proc/self/mem')")

    assert result.returncode == 0, result.log


def test_a_leak_fails_the_build_regardless_of_on_error(site: Site) -> None:
    hidden(site)
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": HOOK.format(b"(site / 'x').write_text('journal/2024-05-07-quiet-plan/')".hex())})

    assert site.build().returncode == 1
