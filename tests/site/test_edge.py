"""The edge of a build: other programs that drive it, files that are none, signals, the addresses of the preview."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import HOST, Site, post
from tests.site.test_serve import ENV, SECONDS, Server

RENDERS = """
import markdown
def {event}(*given, config=None, **named):
    config = config or given[-1]
    md = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    assert "y.md" in md.convert("[x](y.md) <a href='/journal/2024/01/a/'>z</a>")
    return {result}
"""
HOST_PACKAGE = "properdocs" if HOST == "properdocs" else "mkdocs"


def test_an_attachment_that_links_to_itself_ends_no_build(site: Site) -> None:
    """MkDocs would end with an error when it copies the file; with its draft it is withheld."""
    draft = post("title: plans\ndraft: true", "![p](p.png)\n")
    site.write(
        {"docs/journal/2024-01-01-a.md": post("title: A\ntags: [plans]"), "docs/journal/2024-01-02-b/index.md": draft}
    )
    (site.folder / "docs/journal/2024-01-02-b/p.png").symlink_to("p.png")

    assert site.build("--strict").returncode == 0


@pytest.mark.parametrize(
    ("event", "result"), [("on_nav", "given[0]"), ("on_files", "given[0]"), ("on_config", "config"), ("on_env", "given[0]")]
)
def test_markdown_may_be_rendered_before_our_events(site: Site, event: str, result: str) -> None:
    """Other plugins and hooks do so with the extensions of the configuration, ours among them."""
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": RENDERS.format(event=event, result=result), "docs/journal/2024-01-01-a.md": post("title: A")})

    result_of_build = site.build("--strict")

    assert result_of_build.returncode == 0, result_of_build.log


def test_a_page_that_a_plugin_renders_before_the_nav_keeps_its_links(site: Site) -> None:
    """It hands a page to the events of all plugins, as plugins do that need its HTML early."""
    code = """
def on_files(files, config):
    file = files.get_file_from_path("index.md")
    from {host}.structure.pages import Page
    page = Page(None, file, config)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
    page.content = config.plugins.on_page_content("<p><a href='x.md'>x</a></p>", page=page, config=config, files=files)
    file.page = None
    return files
on_files.mkdocs_priority = -90
"""
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": code.format(host=HOST_PACKAGE), "docs/journal/2024-01-01-a.md": post("title: A")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log


READS = """
from {host}.structure.pages import Page
def {event}(*given, config=None, files=None, page=None, **named):
    files = files or given[0]
    for file in [page.file] if page else files.documentation_pages():
        made = file.page or Page(None, file, config)
        made.read_source(config)
        made.render(config, files)
    return given[0]
{event}.mkdocs_priority = {priority}
"""


@pytest.mark.parametrize(
    ("event", "priority"), [("on_files", 0), ("on_files", -200), ("on_env", 0), ("on_page_context", 0)]
)
def test_a_plugin_may_read_pages_at_any_time(site: Site, event: str, priority: int) -> None:
    """A page that is there before the journal moves its file has the new address; lists keep their title."""
    code = READS.format(host=HOST_PACKAGE, event=event, priority=priority)
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": code, "docs/journal/2024-01-01-a.md": post("title: A\ntags: [t]")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "https://example.org/docs/journal/2024/01/a/" in result.page("sitemap.xml")
    assert "<h1" in result.page("journal/tags/t/index.html")
    assert "<title>Posts tagged t - Test</title>" in result.page("journal/tags/t/index.html")


@pytest.mark.parametrize("times", [1, 2])
def test_a_program_may_build_without_the_event_of_a_start(site: Site, times: int) -> None:
    """`on_startup` is an event of the command; scripts that call `build` do not send it."""
    site.write({"docs/journal/2024-01-02-a.md": post("title: A"), "docs/journal/_drafts/b.md": post("title: B")})
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    alias = "import properdocs.replacement\n" if HOST_PACKAGE == "properdocs" else ""  # makes it known as mkdocs to plugins
    program = (
        f"{alias}from {HOST_PACKAGE}.config import load_config\nfrom {HOST_PACKAGE}.commands.build import build\n"
        f"config = load_config('mkdocs.yml', site_dir='site')\n" + "build(config)\n" * times
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=site.folder, env=ENV, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "A</h1>" in (site.folder / "site/journal/2024/01/a/index.html").read_text(encoding="utf-8")
    assert not (site.folder / "site/journal/_drafts").exists()


def test_pipes_and_sockets_are_reported_and_not_waited_for(site: Site) -> None:
    """With any suffix, in any folder of the docs, also behind a link; a link that leads nowhere is left to MkDocs."""
    folder = site.folder / "docs/journal"
    site.write({"docs/journal/2024-01-02-a.md": post("title: A\nimage: pipe.png", "![x](pipe.png)\n")})
    names = ["2024-01-03-pipe.md", "pipe.png", "2024-01-04-dated", "tags.yml", "draft.md"]
    for name in names:
        os.mkfifo(folder / name)
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder)
        server.bind("2024-01-05-socket.md")
        os.chdir(here)
        (folder / "device.md").symlink_to("/dev/zero")
        (folder / "2024-01-06-behind.md").symlink_to("2024-01-03-pipe.md")

        result = site.build()
        check = subprocess.run(
            [sys.executable, "-m", "mkdocs_journal", "check", "."],
            cwd=site.folder,
            env=ENV,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    kinds = {**dict.fromkeys([*names, "2024-01-06-behind.md"], "a named pipe")}
    kinds |= {"2024-01-05-socket.md": "a socket", "device.md": "a device"}
    expected = {
        f"docs/journal/{name}: file: {kind} is not a regular file and is ignored; remove it (J130)"
        for name, kind in kinds.items()
    }
    assert {line for line in result.ours if "J130" in line} == expected
    assert {line.removeprefix("warning: ") for line in check.stdout.splitlines() if "J130" in line} == expected
    assert result.returncode == 0, result.log
    assert "(J601)" in result.log, "the picture is missing"


def test_the_file_of_authors_or_tags_may_be_a_pipe(site: Site) -> None:
    """With a dot before its name it is no file of the docs; beside the configuration neither."""
    site.config["plugins"] = [{"journal": {"tags": "words.yml", "ignore_revs": "revs", "last_updated": ["git"]}}]
    site.write({"docs/journal/2024-01-02-a.md": post("title: A\nauthor: ann\ntags: b", "Text")})
    for name in ("docs/journal/.authors.yml", "words.yml", "revs"):
        os.mkfifo(site.folder / name)

    result = site.build()

    assert {line for line in result.ours if "J130" in line or "J812" in line} >= {
        "docs/journal/.authors.yml: file: a named pipe is not a regular file and is ignored; remove it (J130)",
        "words.yml: file: a named pipe is not a regular file and is ignored; remove it (J130)",
    }
    assert "revs: a named pipe is not a regular file" in result.log
    assert result.returncode == 0, result.log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_temporary_file(site: Site, number: signal.Signals) -> None:
    """It comes while a feed is written; the feed is there whole and the process ends as the signal says."""
    hook = f"""
import os
import mkdocs_journal.publishing.whole_files as writing
whole = writing._new_file
def interrupted(*given):
    os.kill(os.getpid(), {int(number)})
    return whole(*given)
writing._new_file = interrupted
"""
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": hook, "docs/journal/2024-01-02-a.md": post("title: A")})

    result = site.build()

    assert result.returncode == -number, result.log
    assert [name for name in result.files if "/." in f"/{name}"] == []
    assert [name for name in result.files if "feed" in name], "the one that was being written"


def fetch(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=SECONDS) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_the_preview_answers_addresses_without_a_suffix(site: Site, tmp_path: Path) -> None:
    """As hosts of static sites do; what is not there stays 404 with the site's own page."""
    site.config["plugins"] = [{"journal": {"permalink": "/:title"}}]
    site.write(
        {
            "docs/journal/2024-01-02-hello-world.md": post("title: Hello"),
            "docs/journal/2024-01-03-über.md": post("title: U"),
        }
    )
    server = Server(site, tmp_path / "server")
    try:
        server.wait(1)
        for name in ("hello-world", "hello-world.html", "hello-world?x=1", "%C3%BCber"):
            status, page = fetch(server.url + name)
            assert (status, 'class="p-name"' in page) == (200, True), name
        for name in ("hello", "hello-world/", "hello-world.htm", "..%2F..%2Fetc%2Fhosts"):
            assert fetch(server.url + name)[0] == 404, name
        assert "404" in fetch(server.url + "missing")[1]
        assert fetch(server.url + "journal")[0] == 200, "a folder is redirected to"
    finally:
        server.stop()


def test_a_configuration_that_holds_itself(site: Site) -> None:
    """As YAML allows; the settings are searched for the names of attachments and for what a withheld post says."""
    site.write(
        {
            "own.yml": "site_name: T\nsite_url: https://example.org/\nextra: &a {x: *a, y: [p.png]}\nplugins: [journal]\n",
            "docs/journal/2024-01-01-a/index.md": post("title: A\ndraft: true", "![p](p.png)\n"),
            "docs/journal/2024-01-01-a/p.png": b"pixels",
        }
    )

    result = site.build(config="own.yml")

    assert result.returncode == 0, result.log


def test_no_warning_of_the_host_about_how_its_configuration_is_read(site: Site) -> None:
    """Neither where withheld posts have attachments, nor where the audit asks what the configuration names."""
    words = "A paragraph that a public page says in the very same words as the withheld post does.\n"
    site.write(
        {
            "docs/index.md": f"# Home\n\n{words}",
            "docs/journal/2024-01-01-a/index.md": post("title: A\ndraft: true", f"{words}\n![p](p.png)\n"),
            "docs/journal/2024-01-01-a/p.png": b"pixels",
        }
    )
    site.config["markdown_extensions"] = ["pymdownx.snippets"]

    result = site.build(env={"PYTHONWARNINGS": "default"})

    assert result.returncode == 0
    assert "user_configs" not in result.log


def test_settings_that_a_hook_makes_may_be_numbers(site: Site) -> None:
    """Themes print them; a sitemap without pages is the hook's own."""
    site.config["hooks"] = ["hook.py"]
    site.write(
        {
            "hook.py": (
                "def on_config(config):\n    config.copyright, config.site_name = 2024, 404\n"
                "    config.site_description = config.site_author = ['a']\n"
                "def on_template_context(context, **_):\n    context.pop('pages', None)\n    return context\n"
            ),
            "docs/journal/2024-05-06-a.md": post("title: A"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert "<title>404 – Journal</title>" in result.page("journal/feed.xml")
    assert "<copyright>2024</copyright>" in result.page("journal/rss.xml")
    assert "<loc>" not in result.page("sitemap.xml")


@pytest.mark.parametrize("name", [b"gr\xf6\xdfe.jpg", b"journal/old/\xe9t\xe9/notes.txt", b"caf\xe9.css"], ids=repr)
def test_a_file_whose_name_is_not_utf8_is_copied(site: Site, name: bytes) -> None:
    """Archives of older systems are unpacked to such names; MkDocs copies the file, and cannot link to it."""
    site.config["use_directory_urls"] = False
    site.write({"docs/journal/2024-05-06-a.md": post("title: A", "![g](../gr%F6%DFe.jpg)\n")})
    site.write({f"docs/{os.fsdecode(name)}": b"x"})

    result = site.build()

    assert result.returncode == 0, result.log
    assert Path(result.output, os.fsdecode(name)).read_bytes() == b"x"
    assert Path(result.output, "index.html").is_file()
