"""The audit reports no false leaks, and what it reports can be allowed."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Result, Site, post

PARAGRAPH = "The parser now reads files of any size without loading them into memory first."
SENTENCE = "Ferries will start from the second harbour before the winter storms arrive"


def write(site: Site, body: str = PARAGRAPH) -> None:
    site.write(
        {
            "docs/journal/2024-01-01-open.md": post("title: Open news", "Public words.\n"),
            "docs/journal/2024-02-01-release-of-two.md": post("title: Release 2.0\ndraft: true", f"{body}\n"),
        }
    )


def reported(result: Result) -> list[str]:
    return [line for line in result.ours if line.endswith(("(J902)", "(J920)"))]


@pytest.mark.parametrize("base", [None, ["."], ["include", "docs/_inc"]])
def test_what_pages_include_from_outside_of_the_docs_is_public(site: Site, base: list[str] | None) -> None:
    """As snippets do, also a snippet inside another; the folder is in the configuration or unknown."""
    write(site, f"{PARAGRAPH}\n\n{SENTENCE}.\n\nSee the numbers of the seven islands in the long table.")
    site.config["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": base} if base else {}}]
    folder = "include/" if base and base != ["."] else ""
    site.write(
        {
            f"{folder}CHANGELOG.md": f'## Release 2.0\n\n{PARAGRAPH}\n\n--8<-- "more.txt"\n',
            f"{folder}more.txt": "<b>Ferries</b> will start from the second harbour\nbefore the winter storms arrive.\n",
            "docs/_inc/numbers.md": "See the numbers of the seven islands in the long table.\n",
            "docs/changelog.md": '# Changelog\n\n--8<-- "CHANGELOG.md"\n\n--8<-- "'
            + ("numbers.md" if base and base != ["."] else "docs/_inc/numbers.md")
            + '"\n',
        }
    )
    site.config["exclude_docs"] = "_inc/"

    result = site.build("--strict")

    assert SENTENCE.partition(" ")[2] in " ".join(result.page("changelog/index.html").split())
    assert (result.returncode, reported(result)) == (0, []), result.log


PLUGIN = """
import json, pathlib
def on_page_markdown(markdown, page, config, files):
    here = pathlib.Path(config.docs_dir).parent
    if page.file.src_uri == "about.md":
        data = json.loads((here / "data" / "facts.json").read_text())
        code = (here / "src/machine/__init__.py").read_text()
        return markdown + "\\n\\n" + data["text"] + "\\n\\n" + code.strip('"') + "\\n\\n" + config.extra["note"]
"""


def test_what_plugins_take_from_files_that_are_named_is_public(site: Site) -> None:
    """Data, API documentation, the configuration itself; letters may be escaped there."""
    write(site, f"{PARAGRAPH}\n\n{SENTENCE} überall.\n\nThe seven islands are named in the order of their size.")
    site.config["hooks"] = ["hook.py"]
    site.config["extra"] = {"note": PARAGRAPH, "data": "data/facts.json"}
    site.write(
        {
            "hook.py": PLUGIN,
            "data/facts.json": json.dumps({"text": f"{SENTENCE} überall."}),
            "src/machine/__init__.py": '"""The seven islands are named in the order\n    of their size."""\n',
            "docs/about.md": "# About\n\n::: src.machine\n",
        }
    )

    result = site.build("--strict")

    assert "named in the order" in result.page("about/index.html")
    assert (result.returncode, reported(result)) == (0, []), result.log


def test_a_draft_that_a_page_includes_is_a_leak(site: Site) -> None:
    """Also one that another file includes; its own source is no public one."""
    write(site)
    site.config["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": ["."]}}]
    site.write(
        {
            "all.md": '--8<-- "docs/journal/2024-02-01-release-of-two.md"\n',
            "docs/about.md": '# About\n\n--8<-- "all.md"\n',
        }
    )

    result = site.build()

    assert result.returncode == 1
    assert [
        line
        for line in reported(result)
        if line.startswith("site/about/index.html: leak: contains the text of the unpublished post")
    ]


def test_files_copied_from_a_theme_or_package_are_no_place_for_words(site: Site) -> None:
    """A source map may have the name of a draft in it; a picture of a draft is found there all the same."""
    write(site)
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    hook = (
        "import pathlib, shutil, sys\n"
        "sys.path.insert(0, str(pathlib.Path(__file__).parent))\n"
        "import carrier\n"
        "def on_config(config):\n    config.plugins['carrier'] = carrier.Carrier()\n"
        "def on_post_build(config):\n"
        "    shutil.copy(carrier.HERE / 'lib.js.map', pathlib.Path(config.site_dir, 'lib.js.map'))\n"
        "    shutil.copy(carrier.HERE / 'other.map', pathlib.Path(config.site_dir, 'changed.map'))\n"
    )
    site.config["hooks"] = ["hook.py"]
    picture = "docs/journal/_drafts/plan.png"
    site.write(
        {
            "hook.py": hook,
            "carrier/__init__.py": "import pathlib\nHERE = pathlib.Path(__file__).parent\n\nclass Carrier:\n    pass\n",
            "carrier/lib.js.map": '{"sources": ["2024-02-01-release-of-two.md", "Release 2.0"]}',
            "carrier/other.map": '{"sources": ["Release 2.0"]}',
            "overrides/js/base.js": "// 2024-02-01-release-of-two.md\n",
            "overrides/img/plan-of-theme.png": b"a picture of a draft, which is long enough",
            picture: b"a picture of a draft, which is long enough",
            "docs/journal/_drafts/plan.md": post("title: Plan", "![x](plan.png)\n"),
        }
    )

    result = site.build()

    assert [line.partition(": leak")[0] for line in reported(result)] == ["site/changed.map", "site/img/plan-of-theme.png"]
    assert "(J902)" in reported(result)[1]


def test_a_public_file_with_the_same_bytes_is_no_attachment(site: Site) -> None:
    """Nor is one of a few bytes that has another name."""
    write(site)
    site.write(
        {
            "docs/img/logo.png": b"the logo of the whole site, everywhere the same",
            "docs/journal/_drafts/logo.png": b"the logo of the whole site, everywhere the same",
            "docs/journal/_drafts/tiny.json": "{}\n",
            "docs/journal/_drafts/plan.md": post("title: Plan", "![x](logo.png)\n"),
            "hook.py": "def on_post_build(config):\n    open(f'{config.site_dir}/other.json', 'w').write('{}\\n')\n",
        }
    )
    site.config["hooks"] = ["hook.py"]

    result = site.build("--strict")

    assert (result.returncode, reported(result)) == (0, []), result.log


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Getting started", "mkdocs"),
        ("Release notes", "material"),
        ("January 1, 2024", "mkdocs"),
        ("Suche", {"name": "mkdocs", "locale": "de"}),
        ("検索", {"name": "mkdocs", "locale": "ja"}),
    ],
)
def test_titles_that_mkdocs_and_themes_make_by_themselves_are_no_leak(site: Site, title: str, theme: object) -> None:
    """Of the names of folders and files, of dates, and in the language of the theme."""
    site.config["theme"] = theme if isinstance(theme, dict) else {"name": theme}
    site.write(
        {
            "docs/journal/2024-01-01-open.md": post("title: Open news", "Public words.\n"),
            "docs/journal/2024-02-01-quiet.md": post(f"title: {title}\ndraft: true"),
            "docs/getting_started/install.md": "# Install\n",
            "docs/release-notes.md": "Words without a heading.\n",
        }
    )

    result = site.build("--strict")

    assert any(title in result.page(name) for name in result.files if name.endswith(".html"))
    assert (result.returncode, reported(result)) == (0, []), result.log


@pytest.mark.parametrize("place", ["$config_dir/include", "$docs_dir/../include"])
def test_folders_of_the_tag_relative_are_looked_into(site: Site, place: str) -> None:
    write(site)
    site.write(
        {
            "own.yml": "site_name: Site\nplugins: [search, journal]\nmarkdown_extensions:\n  - pymdownx.snippets:\n"
            f"      base_path: [., !relative {place}, !relative ]\n",
            "include/legal/terms.txt": PARAGRAPH,
            "docs/about.md": '# About\n\n--8<-- "legal/terms.txt"\n',
        }
    )

    result = site.build("--strict", config="own.yml")

    assert PARAGRAPH in result.page("about/index.html")
    assert (result.returncode, reported(result)) == (0, []), result.log


MACROS = """
import pathlib
from mkdocs.config import config_options
from mkdocs.plugins import BasePlugin

class Carrier(BasePlugin):
    config_scheme = (("module_name", config_options.Type(str, default="main")),)

    def on_page_markdown(self, markdown, page, config, files):
        return markdown.replace("LEGAL", pathlib.Path("data", "legal.txt").read_text())

def on_config(config):
    config.plugins["carrier"] = plugin = Carrier()
    plugin.load_config({})
"""


def test_a_file_that_a_macro_reads_is_public(site: Site) -> None:
    write(site)
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            "hook.py": MACROS,
            "main.py": "def legal():\n    return open(os.path.join(HERE, 'data', 'legal.txt')).read()\n",
            "data/legal.txt": PARAGRAPH,
            "docs/about.md": "# About\n\nLEGAL\n",
        }
    )

    result = site.build("--strict")

    assert PARAGRAPH in result.page("about/index.html")
    assert (result.returncode, reported(result)) == (0, []), result.log


NAV = """
import pathlib
from mkdocs.config import config_options
from mkdocs.plugins import BasePlugin

class Carrier(BasePlugin):
    config_scheme = (("filename", config_options.Type(str, default=".nav.yml")),)

    def on_nav(self, nav, config, files):
        for section in nav.items:
            if section.is_section:
                section.title = pathlib.Path(config.docs_dir, "gs", ".nav.yml").read_text().split(": ")[1].strip()

def on_config(config):
    config.plugins["carrier"] = plugin = Carrier()
    plugin.load_config({})
"""


@pytest.mark.parametrize(("name", "found"), [(".nav.yml", 0), (".other.yml", 1)])
def test_a_title_in_a_file_that_a_plugin_reads_is_no_leak(site: Site, name: str, found: int) -> None:
    """As plugins do that arrange the nav; MkDocs publishes no such file."""
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            "hook.py": NAV.replace(".nav.yml", name, 1) if found else NAV,
            "docs/gs/.nav.yml": "title: Quiet beginnings\n",
            "docs/gs/page.md": "# Page\n",
            "docs/journal/2024-02-01-quiet.md": post("title: Quiet beginnings\ndraft: true"),
        }
    )

    result = site.build()

    assert "Quiet beginnings" in result.page("index.html")
    assert len(reported(result)) == found, result.log


@pytest.mark.parametrize("link", ["<{}>", "[w]({})", '<object data="{}"></object>', "<q cite='{}#x'>w</q>"])
def test_a_link_with_encoded_letters_is_the_word_of_its_page(site: Site, link: str) -> None:
    """As one in ASCII is: absolute links are as the author wrote them."""
    address = "https://example.org/docs/%C3%9Cber%20uns/2020/09/%C3%A4nderung/"
    site.config["plugins"] = ["search", {"journal": {"folder": "Über uns"}}]
    site.write(
        {
            "docs/Über uns/2020-09-20-änderung.md": post("title: Zq\ndraft: true", "Words of the draft.\n"),
            "docs/Über uns/2024-01-01-open.md": post("title: Open", link.format(address)),
            "docs/page.md": link.format(address),
        }
    )

    result = site.build("--strict")

    assert (result.returncode, reported(result)) == (0, []), result.log


def test_a_file_of_the_theme_with_the_same_bytes_is_no_attachment(site: Site) -> None:
    """Nor is one of a package; a file of the site's own `custom_dir` is."""
    write(site)
    files = site.build().files
    site.write(
        {
            "docs/journal/_drafts/icon.ico": files["img/favicon.ico"],
            "docs/journal/_drafts/again.js": files["js/base.js"],
            "docs/journal/_drafts/plan.md": post("title: Plan", "![x](icon.ico)\n"),
            "hook.py": "import shutil\ndef on_post_build(config):\n"
            "    shutil.copy(config.site_dir + '/js/base.js', config.site_dir)\n",
        }
    )
    site.config["hooks"] = ["hook.py"]

    result = site.build("--strict")

    assert {"img/favicon.ico", "base.js"} <= set(result.files)
    assert (result.returncode, reported(result)) == (0, []), result.log


WRITTEN = """
import pathlib, shutil, tempfile
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
FOLDER = tempfile.mkdtemp()

def on_files(files, config):
    text = pathlib.Path("notes", "facts.rst").read_text()
    pathlib.Path(FOLDER, "written.md").write_text("# Written\\n\\n" + text)
    files.append(File("written.md", FOLDER, config.site_dir, config.use_directory_urls))
    return files

@event_priority(-100)
def on_post_build(config):
    shutil.rmtree(FOLDER)
"""


def test_a_page_that_a_plugin_writes_and_takes_away_is_public(site: Site) -> None:
    """As plugins do that make pages with a script."""
    write(site)
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": WRITTEN, "notes/facts.rst": f"{PARAGRAPH}\n"})

    result = site.build("--strict")

    assert (result.returncode, reported(result)) == (0, []), result.log
    assert "written/index.html" in result.files


LEAKS = """
import pathlib
def on_post_build(config):
    site, docs = pathlib.Path(config.site_dir), pathlib.Path(config.docs_dir)
    draft = (docs / "journal/2024-02-01-release-of-two.md").read_text()
    (site / "old").mkdir()
    (site / "old/a.txt").write_text(draft)
    (site / "b.txt").write_text(draft.split("title: ")[1].split("\\n")[0])
"""


@pytest.mark.parametrize(
    ("option", "strict", "code", "found"),
    [
        ("error", False, 1, ["ERROR old/a.txt", "WARNING b.txt"]),
        ("warn", False, 0, ["WARNING old/a.txt", "WARNING b.txt"]),
        ("warn", True, 1, ["WARNING old/a.txt", "WARNING b.txt"]),
        ("off", True, 0, []),
        (False, True, 0, []),
        ({"allow": ["old/**"]}, False, 0, ["WARNING b.txt"]),
        ({"allow": ["release 2.0"]}, False, 1, ["ERROR old/a.txt"]),
        ({"level": "warn", "allow": ["*.txt"]}, True, 0, []),
        ({"allow": ["Release 2.0", PARAGRAPH, "release-of-two.md"]}, True, 0, []),
    ],
)
def test_how_loud_the_audit_is_and_what_it_allows(
    site: Site, option: object, strict: bool, code: int, found: list[str]
) -> None:
    write(site)
    site.config["plugins"] = ["search", {"journal": {"audit": option}}]
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": LEAKS})

    result = site.build(*(["--strict"] if strict else []))

    lines = [line for line in result.messages if line.endswith(("(J902)", "(J920)"))]
    shown = [f"{line.split()[0]} {line.partition(': leak')[0].rpartition('site/')[2]}" for line in lines]
    assert (result.returncode, sorted(shown)) == (code, sorted(found)), result.log


def test_a_wrong_value_of_the_option_is_an_error(site: Site) -> None:
    site.config["plugins"] = [{"journal": {"audit": {"level": "loud"}}}]

    result = site.build()

    assert result.returncode == 1
    assert (
        "audit: found {'level': 'loud'}; write error, warn, off, or {level: …, allow: [globs of outputs or phrases]}"
        in result.log
    )


FIGURES = """
import re
def on_page_markdown(markdown, **kwargs):
    return re.sub(r"@(\\w+)@", r"<img src='/images/\\1.png'>", markdown)
"""
"""A hook that puts the names of pictures together."""


def test_a_picture_that_a_page_shows_without_its_name_is_reported(site: Site) -> None:
    """A draft names it, and no public source; a comment publishes it, `audit.allow` only silences the report."""
    site.config |= {"site_url": "https://example.org/", "hooks": ["hook.py"]}
    guide = "# Guide\n\n@plan@\n"
    site.write(
        {
            "hook.py": FIGURES,
            "docs/guide.md": guide,
            "docs/images/plan.png": b"the plan",
            "docs/journal/2024-01-01-open.md": post("title: Open"),
            "docs/journal/2024-02-01-plan.md": post("title: Planned\ndraft: true", "![](../images/plan.png)\n"),
        }
    )

    first = site.build()
    published = "images/plan.png" in first.files
    site.config["plugins"] = [{"journal": {"audit": {"allow": ["images/plan.png"]}}}]
    allowed = site.build("--strict")
    published |= "images/plan.png" in allowed.files
    site.write({"docs/guide.md": f"{guide}\n<!-- /images/plan.png -->\n"})
    second = site.build("--strict")

    assert [line[-6:] for line in first.messages] == ["(J921)"], first.log
    assert (allowed.returncode, allowed.messages) == (0, []), allowed.log
    assert not published, "what the audit may not report is not published for that"
    assert (second.returncode, second.messages) == (0, []), second.log
    assert "images/plan.png" in second.files
