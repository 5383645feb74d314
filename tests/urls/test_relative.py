"""Links between pages, in all combinations of short paths."""

from __future__ import annotations

import itertools
import random

from mkdocs_journal.addresses import joined, resolved, unsplit
from mkdocs_journal.urls.links import relative


def step_by_step(to: str, base: str) -> str:
    """Return the link as RFC 3986 reads it: the folders that both share are left out."""
    *folder, _ = base.split("/")
    *target, name = to.split("/")
    common = 0
    for one, other in zip(folder, target, strict=False):
        if one != other:
            break
        common += 1
    steps = [*[".."] * (len(folder) - common), *target[common:]]
    return "/".join([*steps, name]) if steps or name else "./"


def test_a_link_leaves_out_what_both_addresses_share() -> None:
    names = ["a", "b", "ab", "a.html", ""]
    urls = {"/".join(parts) for length in (1, 2, 3, 4) for parts in itertools.product(names, repeat=length)}
    chance = random.Random(3)
    some = sorted(urls)
    for _ in range(40_000):
        to, base = chance.choice(some), chance.choice(some)
        assert relative(to, base) == step_by_step(to, base), (to, base)
        deep = "d/" * 40
        assert relative(deep + to, deep + base) == step_by_step(to, base), (to, base)
        assert relative(to, deep + base) == step_by_step(to, deep + base), (to, base)


def test_a_plain_name_is_put_behind_a_folder_as_it_would_be_resolved() -> None:
    """The quick way of `resolved()` and the functions of the standard library agree."""
    bases = [
        "https://example.org/",
        "https://example.org/x/y/",
        "https://e.org/x",
        "http://e.org:80/",
        "",
        "/a/",
        "mailto:x/",
        "//e/",
    ]
    pieces = [
        "a",
        "b/",
        "c.html",
        ".",
        "..",
        "./",
        "../",
        "/",
        "?",
        "#f",
        "%20",
        "é",
        "a:b",
        "x;y",
        "@",
        "//",
        " ",
        "\n",
        "=",
        "~",
    ]
    chance = random.Random(5)
    for _ in range(30_000):
        base, link = chance.choice(bases), "".join(chance.choice(pieces) for _ in range(chance.randint(0, 4)))
        parts = joined(base, link)
        assert resolved(base, link) == (unsplit(parts) if parts else link), (base, link)
