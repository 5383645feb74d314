"""Paths of very many folders: a problem at the option, not an error of the system."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_journal.options.reading import OptionError, read_site_options
from mkdocs_journal.options.values import MAX_FOLDERS
from tests.conftest import Site, post

DEEP = "a/" * 990
DEEP_PATHS: dict[str, Any] = {
    "feeds.atom": {"feeds": {"atom": f"{DEEP}feed.xml"}},
    "feeds.json": {"feeds": {"json": f"/{DEEP}feed.json"}},
    "feeds.also": {"feeds": {"also": {f"{DEEP}old.xml": "rss"}}},
    "feeds.term_paths": {"feeds": {"term_paths": {"tags": f"{DEEP}:name.xml"}}},
    "feeds.icon": {"feeds": {"icon": f"{DEEP}icon.png"}},
    "archives.tags": {"archives": {"tags": f"{DEEP}:name/"}},
    "pager": {"pager": f"{DEEP}:num/"},
    "permalink": {"permalink": f"/{DEEP}:title/"},
    "export": {"export": f"{DEEP}posts.json"},
    "schedule": {"schedule": f"{DEEP}schedule.json"},
    "folder": {"folder": DEEP},
    "authors": {"authors": f"{DEEP}authors.yml"},
    "journals": {"journals": {f"{DEEP}news": {}}},
}


@pytest.mark.parametrize(("name", "options"), DEEP_PATHS.items())
def test_a_path_of_very_many_folders_is_a_problem_of_its_option(name: str, options: dict[str, Any]) -> None:
    with pytest.raises(OptionError) as found:
        read_site_options(options)

    assert found.value.name == name
    assert str(MAX_FOLDERS) in str(found.value)
    assert len(str(found.value)) < 400


def test_a_build_names_the_option_and_what_to_write(site: Site) -> None:
    site.config["plugins"] = [{"journal": DEEP_PATHS["feeds.atom"]}]
    site.write({"docs/journal/2024-01-02-a.md": post("title: A")})

    result = site.build()

    assert result.returncode == 1
    assert "Traceback" not in result.log
    assert "feeds.atom" in result.log
    assert f"in at most {MAX_FOLDERS} folders" in result.log


def test_as_many_folders_as_every_option_may_have_are_made(site: Site) -> None:
    deep = "a/" * (MAX_FOLDERS - 3)
    options = {"folder": deep, "feeds": {"atom": f"{deep}feed.xml"}, "permalink": f"/:folder/{deep}:title/"}
    site.config["plugins"] = [
        {"journal": {**options, "export": f"{deep}posts.json", "archives": {"tags": f"{deep}:name/"}}}
    ]
    site.write({f"docs/{deep}2024-01-02-a.md": post("title: A\ntags: b")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert f"{deep}{deep}feed.xml" in result.files
