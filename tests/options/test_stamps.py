"""Options about stamps, people and machines."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from mkdocs_journal.options.reading import OptionError, read_options, read_site_options
from mkdocs_journal.options.site_values import PageStamps

ALL = ("created", "updated", "people")

GOOD: dict[str, tuple[object, object]] = {
    "one source": ({"last_updated": "git"}, ("last_updated", ("git",))),
    "two sources": ({"last_updated": ["git", "front_matter", "git"]}, ("last_updated", ("git", "front_matter"))),
    "no source": ({"last_updated": []}, ("last_updated", ())),
    "e-mail": ({"show_emails": True}, ("show_emails", True)),
    "a picture": ({"social_image": " img/a.png "}, ("social_image", "img/a.png")),
    "a remote picture": ({"social_image": "https://e.org/a.png"}, ("social_image", "https://e.org/a.png")),
    "an export": ({"export": "posts.json"}, ("export_file", "journal/posts.json")),
    "an export of the site": ({"export": "/posts.json"}, ("export_file", "posts.json")),
    "an export of a site that is a journal": ({"export": "posts.json", "folder": "."}, ("export_file", "posts.json")),
    "no export": ({"export": False}, ("export_file", "")),
}


@pytest.mark.parametrize(("raw", "wanted"), GOOD.values(), ids=GOOD)
def test_what_can_be_written(raw: Mapping[str, object], wanted: tuple[str, object]) -> None:
    assert getattr(read_options(raw), wanted[0]) == wanted[1]


SITES: dict[str, tuple[object, object]] = {
    "all stamps": ({"page_stamps": True}, PageStamps(ALL)),
    "no stamps": ({"page_stamps": False}, PageStamps()),
    "some stamps": ({"page_stamps": ["people", "created"]}, PageStamps(("created", "people"))),
    "not everywhere": ({"page_stamps": {"exclude": ["index.md"]}}, PageStamps(ALL, ("index.md",))),
}


@pytest.mark.parametrize(("raw", "wanted"), SITES.values(), ids=SITES)
def test_what_concerns_every_page(raw: Mapping[str, object], wanted: PageStamps) -> None:
    assert read_site_options(raw).page_stamps == wanted


def test_commits_that_are_no_change() -> None:
    read = read_site_options({"ignore_revs": "a/b", "ignore_commits": "^style:"})

    assert (read.ignore_revs, read.ignore_commits) == ("a/b", "^style:")
    assert read_site_options({}).ignore_revs == ".git-blame-ignore-revs"


WRONG: dict[str, tuple[object, str]] = {
    "another source": ({"last_updated": ["mtime"]}, "write a list of front_matter and git"),
    "no list": ({"last_updated": 5}, "write a list of front_matter and git"),
    "no switch": ({"show_emails": "yes"}, "write true or false"),
    "a script": ({"social_image": "javascript:x"}, "write a path below docs_dir or an http(s) URL"),
    "a malformed address": ({"social_image": "https://[x/a.png"}, "write a path below docs_dir or an http(s) URL"),
    "no picture": ({"social_image": 1}, "write a path below docs_dir or an http(s) URL"),
    "another suffix": ({"export": "posts.txt"}, "write a file name such as posts.json"),
    "outside": ({"export": "../posts.json"}, "write a file name such as feed.xml"),
    "another stamp": ({"page_stamps": ["colour"]}, "write true, false, a list of created, updated, people"),
    "another word": ({"page_stamps": {"hide": []}}, "write true, false, a list of created, updated, people"),
    "no stamp": ({"page_stamps": 5}, "write true, false, a list of created, updated, people"),
    "no globs": ({"page_stamps": {"exclude": "x"}}, "write a list of globs"),
    "a file outside": ({"ignore_revs": "../x"}, "write the name of a file"),
    "no pattern": ({"ignore_commits": "("}, "write a regular expression, for example '^style:' (missing )"),
    "too many": ({"ignore_commits": "a{99999999999}"}, "write a regular expression, for example '^style:' (the repetition"),
    "too deep": ({"ignore_commits": "(" * 3_000 + ")" * 3_000}, "write a regular expression"),
    "a number": ({"ignore_commits": 3}, "write a regular expression"),
}


@pytest.mark.parametrize(("raw", "reported"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_used(raw: Mapping[str, object], reported: str) -> None:
    with pytest.raises(OptionError, match=re.escape(reported)):
        read_site_options(raw)
