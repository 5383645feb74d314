"""Keys that a post does not have are not read: each would give the default of its attribute."""

from __future__ import annotations

from dataclasses import MISSING, fields

import pytest

from mkdocs_journal.front_matter.fields import Fields
from mkdocs_journal.front_matter.keys import NAMES
from mkdocs_journal.front_matter.located_yaml import MapValue, read_yaml
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.own_keys import OWN_KEYS, read_own_keys

DEFAULTS = {field.name: field.default for field in fields(Post)}
FRONT = (
    "title: A\ndate: 2024-01-02\n",
    "summary: A\nthumbnail: a.png\nRedirect-From: /a/\naliases: [b/]\nseries: S\n",
    "feed: {excerpt_only: true}\nsitemap: no\npin: yes\nrelated: false\nlinks: [a.md]\nlayout: post\n",
    "Layout: post\nredirect_to: /a/\npermalink: /:title/\ncanonical_url: https://example.org/\nexcerpt: A *b*\n",
    "translation_key: a\nexcerpt_separator: <!--end-->\nfeed: no\nrelated: [a.md, b.md]\n",
)
ALONE = tuple(
    f"{spelling}: {value}\n"
    for key in NAMES.values()
    for spelling in (key.name, *key.aliases)
    for value in ("no", "[/a/]", "{path: a}")
)


@pytest.mark.parametrize("jekyll", [False, True])
@pytest.mark.parametrize(("name", "key"), [(name, key) for name, (key, _) in OWN_KEYS.items()])
def test_a_post_without_the_key(name: str, key: str, *, jekyll: bool) -> None:
    without = Fields(None, "a.md", jekyll=jekyll)

    assert key in NAMES
    assert OWN_KEYS[name][1](without) == DEFAULTS[name] != MISSING
    assert without.problems == []


@pytest.mark.parametrize("jekyll", [False, True])
@pytest.mark.parametrize("front", FRONT + ALONE)
def test_what_is_read_is_what_reading_everything_gives(front: str, *, jekyll: bool) -> None:
    value = read_yaml(front)
    assert isinstance(value, MapValue)
    few, all_of = (Fields(value, "a.md", jekyll=jekyll) for _ in range(2))

    found = read_own_keys(few)

    assert {**{name: DEFAULTS[name] for name in OWN_KEYS}, **found} == {
        name: read(all_of) for name, (_, read) in OWN_KEYS.items()
    }
    assert (few.problems, few.places) == (all_of.problems, all_of.places)
