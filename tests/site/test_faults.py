"""Faults of disks, signals, other processes and plugins: nothing is half written, and the message says what happened."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import feedparser
import pytest

from tests.conftest import HOST, Result, Site, post

ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1795132800", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
FEEDS = ("journal/feed.xml", "journal/rss.xml", "journal/feed.json")


def with_posts(site: Site, number: int = 3) -> None:
    for n in range(1, number + 1):
        front = f"title: Post {n}\ntags: [a, t{n % 7}]\nredirect_from: /old/{n}/"
        site.write({f"docs/journal/2024-01-{n:02}-p{n}.md": post(front, f"Text of number {n}.\n")})


def with_hook(site: Site, text: str) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": text})


def assert_whole(result: Result) -> None:
    """No temporary file, and every feed that is there is complete."""
    assert [name for name in result.files if "/." in f"/{name}"] == []
    for name, data in result.files.items():
        if name.endswith(("feed.xml", "rss.xml")):
            assert not feedparser.parse(data).bozo, name
        elif name.endswith(".json"):
            json.loads(data)


READ_ONLY = """
import os, pathlib
from mkdocs.plugins import event_priority
@event_priority(50)
def on_post_build(config):
    target = pathlib.Path(config.site_dir, "{target}")
    site = pathlib.Path(config.site_dir)
    if os.geteuid() == 0:  # whom no rights stop
        for folder in [site, *site.parents, *(path for path in site.rglob("*") if path.is_dir())]:
            mode = folder.stat().st_mode
            wanted = mode | (0o33 if folder.is_relative_to(site) else 0o11)
            folder.chmod(wanted) if wanted != mode else None
    target.parent.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
"""


@pytest.mark.parametrize("target", ["journal/feed.xml", "data/posts.json", "redirects.json"])
def test_an_output_in_a_folder_without_rights_is_reported_and_the_old_one_stays(site: Site, target: str) -> None:
    site.config["plugins"] = [{"journal": {"export": "/data/posts.json", "redirects": ["redirects.json"]}}]
    with_posts(site, 2)
    old = site.build().files[target]
    with_posts(site, 3)
    with_hook(site, READ_ONLY.format(target=target))

    result = site.build("--dirty")
    (site.folder / "site" / target).parent.chmod(0o755)

    assert result.returncode == 1, result.log
    assert "Traceback" not in result.log
    (line,) = [line for line in result.log.splitlines() if "J901" in line]
    assert f"site/{target} cannot be written (" in line
    assert result.files[target] == old
    assert [name for name in result.files if "/." in f"/{name}"] == []


TIMER = """
import os, signal
def on_config(config):
    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), {number}))
    signal.setitimer(signal.ITIMER_REAL, {seconds})
"""


def test_a_build_can_be_ended_at_any_time(site: Site) -> None:
    """With Ctrl-C, after which MkDocs ends with 1, and by the system."""
    with_posts(site, 12)
    start = time.monotonic()
    site.build()
    length = time.monotonic() - start
    chance = random.Random(15)

    for number in (2, 15) * 3:
        with_hook(site, TIMER.format(number=number, seconds=max(0.01, chance.random() * length)))
        result = site.build()

        assert result.returncode in {0, 1 if number == 2 else -15}, result.log
        assert "Traceback" not in result.log
        assert_whole(result)


BUILDS = """
import os, sys
if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement
from mkdocs.commands.build import build
from mkdocs.config import load_config
for _ in range(3):
    build(load_config("mkdocs.yml", site_dir="site", site_name=sys.argv[1]), dirty=True)
"""


def test_two_builds_into_one_folder_leave_whole_files(site: Site) -> None:
    """Each file is that of one of them."""
    site.config["plugins"] = ["journal"]  # MkDocs writes its search index in place
    with_posts(site, 6)
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")

    running = [
        subprocess.Popen([sys.executable, "-c", BUILDS, name], cwd=site.folder, env=ENV, stderr=subprocess.PIPE, text=True)
        for name in ("One", "The other")
    ]
    ended = [(process.communicate()[1], process.returncode) for process in running]

    assert [code for _, code in ended] == [0, 0], ended
    result = Result(0, "", site.folder / "site")
    assert_whole(result)
    assert all(name in result.files for name in FEEDS)


def test_after_an_exception_of_another_plugin_nothing_is_added(site: Site) -> None:
    with_posts(site)
    with_hook(site, "def on_env(env, config, files):\n    raise RuntimeError('not ours')\n")

    result = site.build()

    assert result.returncode == 1
    assert "RuntimeError: not ours" in result.log
    assert result.ours == []
    assert not [name for name in result.files if name in FEEDS]


@pytest.mark.parametrize(
    "event", ["on_nav(nav, config, files)", "on_env(env, config, files)", "on_page_content(html, **_)"]
)
def test_a_post_that_is_removed_meanwhile_is_published_as_it_was_read(site: Site, event: str) -> None:
    """The lists name it already; the next build is without it."""
    with_posts(site)
    path = site.folder / "docs/journal/2024-01-02-p2.md"
    with_hook(site, f"import pathlib\ndef {event}:\n    pathlib.Path({str(path)!r}).unlink(missing_ok=True)\n")

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert not path.exists()
    assert "Text of number 2." in result.page(page_of(result, 2))
    assert_whole(result)


@pytest.mark.parametrize(("on_error", "code"), [("stop", 1), ("skip", 0)])
def test_a_post_that_is_removed_before_it_is_read_is_left_out(site: Site, on_error: str, code: int) -> None:
    """It is reported as one that cannot be read; no list has it."""
    site.config["plugins"] = [{"journal": {"on_error": on_error}}]
    with_posts(site)
    path = site.folder / "docs/journal/2024-01-02-p2.md"
    remove = f"    pathlib.Path({str(path)!r}).unlink()\n"
    with_hook(
        site,
        "import pathlib\nfrom mkdocs.plugins import event_priority\n"
        f"@event_priority(100)\ndef on_files(files, config):\n{remove}",
    )

    result = site.build()

    (reported,) = [line for line in result.ours if "J101" in line]
    assert reported.startswith("docs/journal/2024-01-02-p2.md:1: file: cannot be read (No such file or directory)")
    assert result.returncode == code
    assert "Traceback" not in result.log
    assert [name for name, data in result.files.items() if b"Post 2" in data] == []
    assert code or "Post 3" in result.page("journal/index.html")


CLOCK = """
import datetime, os
os.environ.pop("SOURCE_DATE_EPOCH", None)
import mkdocs_journal.posts.clock as clock
class Jumping(datetime.datetime):
    @classmethod
    def now(cls, zone=None):
        print("asked")
        global year
        year += 1
        return cls(year, 1, 1, tzinfo=zone)
year = 2030
clock.datetime = Jumping
"""


def test_a_clock_that_jumps_is_read_once(site: Site) -> None:
    """What is due in one journal is due in the other and in what both have together."""
    site.config["plugins"] = [
        {"journal": {"journals": {"a": {"folder": "a"}, "b": {"folder": "b"}}, "combined": {"folder": "all"}}}
    ]
    for name in ("a", "b"):
        site.write({f"docs/{name}/2031-06-01-later.md": post("title: Later"), f"docs/{name}/2030-06-01-due.md": post()})
    with_hook(site, CLOCK)

    result = site.build()

    assert result.returncode == 0, result.log
    assert result.log.count("asked") == 1
    assert sorted(name for name in result.files if "later" in name) == []
    assert [name for name in result.files if name.endswith("due/index.html")] != []


def page_of(result: Result, number: int) -> str:
    """Return the output of a post."""
    return next(
        name for name in result.files if name.endswith(".html") and f"Text of number {number}." in result.page(name)
    )


MEMORY = """
from mkdocs.plugins import event_priority
import mkdocs_journal.publishing.whole_files as writing
@event_priority(50)
def on_post_build(config):
    def full(*_):
        raise MemoryError
    writing.Path.replace = full
"""


def test_without_memory_nothing_is_half_written_and_it_is_no_bug(site: Site) -> None:
    with_posts(site)
    with_hook(site, MEMORY)

    result = site.build()

    assert result.returncode == 1
    assert "MemoryError" in result.log
    assert "bug in mkdocs-journal" not in result.log
    assert_whole(result)
    assert not [name for name in result.files if name in FEEDS]


PLANTED = "import mkdocs_journal.posts.post as planted\nplanted.read_labels = None\n"


def test_a_bug_of_ours_is_named_with_the_file_that_was_read(site: Site) -> None:
    with_posts(site)
    with_hook(site, PLANTED)

    result = site.build()

    line = "this is a bug in mkdocs-journal, while reading docs/journal/2024-01-01-p1.md: TypeError; please report it"
    assert result.returncode == 1
    assert line in result.log.partition("Traceback")[0]
    assert result.log.count("bug in mkdocs-journal") == 1
    assert "TypeError" in result.log.partition("Traceback")[2]


def test_a_working_folder_that_was_deleted(site: Site, tmp_path: Path) -> None:
    """MkDocs does not need one if the paths are absolute; messages and the audit do not either."""
    with_posts(site)
    site.write({"docs/journal/_drafts/plan.md": post("title: Plan", "Nobody knows about the plan with seven boats yet.\n")})
    draft = "pathlib.Path(config.docs_dir, 'journal/_drafts/plan.md').read_text().split('---')[2]"
    with_hook(site, f"import pathlib\ndef on_page_content(html, config, **_): return html + '<p>' + {draft} + '</p>'\n")
    site.write({"mkdocs.yml": json.dumps(site.config)})
    gone = tmp_path / "gone"
    gone.mkdir()
    build = [sys.executable, "-P", "-m", HOST.replace("both", "mkdocs"), "build", "-f", str(site.folder / "mkdocs.yml")]

    command = ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *build]
    done = subprocess.run(command, cwd=gone, capture_output=True, text=True, env=ENV, check=False)

    assert "Traceback" not in done.stderr
    assert f"{site.folder}/site/index.html" in done.stderr, "the leak, with a whole path"
    assert done.returncode == 1
