"""A build imports what it needs: what an ordinary site does not use costs it nothing."""

from __future__ import annotations

from tests.conftest import Site, post

KRAMDOWN = "mkdocs_journal.markup.bodies"
UNUSED = (
    *(KRAMDOWN, "mkdocs_journal.markup.kramdown.html_writing", "mkdocs_journal.hosts.mkdocs.kramdown_pages"),
    *("mkdocs_journal.moving.jekyll_import", "mkdocs_journal.editing.source_files", "mkdocs_journal.commands.main"),
    *("mkdocs_journal.front_matter.json_schema", "mkdocs_journal.publish"),
    *("mkdocs.livereload", "imagesize", "urllib.request"),
)
HOOK = (
    "import sys\nfrom mkdocs.plugins import event_priority\n\n@event_priority(-5000)\ndef on_post_build(config):\n"
    "    print('imported', *sorted(sys.modules), '.')\n"
)


def imported(site: Site) -> set[str]:
    """Return the modules that a build in an interpreter of its own has imported at its end."""
    site.write({"hook.py": HOOK, "docs/journal/2024-01-01-a.md": post("title: A\ntags: [b]", "Text {: .a}\n")})
    site.config["hooks"] = ["hook.py"]
    log = site.build(env={"PYTHONHASHSEED": "1"}).log
    return set(next(line for line in log.splitlines() if line.startswith("imported ")).split())


def test_an_ordinary_site_uses_few_rooms(site: Site) -> None:
    found = imported(site)

    assert "mkdocs_journal.plugin" in found
    assert not found.intersection(UNUSED)


def test_the_reader_of_kramdown_is_there_when_it_is_needed(site: Site) -> None:
    site.config["plugins"] = ["search", {"journal": {"compat": "jekyll"}}]

    assert KRAMDOWN in imported(site)
