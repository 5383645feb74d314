"""Edits of front matter that is written in unusual ways: only the key that is meant changes, or nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.commands.main import main
from mkdocs_journal.commands.publish_draft import published
from mkdocs_journal.commands.touch import touched
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.editing.safe_fixes import fixed
from mkdocs_journal.editing.tag_edits import with_renamed_tag
from mkdocs_journal.posts.clock import as_of
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place
from tests.command_line import runner


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("tags: [old]\ntag: old", 'tags: ["a: new"]\ntag: "a: new"'),
        ("Tags: [old]\nTAGS: [x, old]\nz: 1", 'Tags: ["a: new"]\nTAGS: [x, "a: new"]\nz: 1'),
        ("tags: old # c", 'tags: ["a: new"] # c'),
        ("tag: old", 'tag: "a: new"'),
        ("tags: x, old, z", 'tags: [x, "a: new", z]'),
        ("tags: >\n  old b\n  c\nz: 1", 'tags: ["a: new", b, c]\nz: 1'),
        ("tags: |\n  old\n  b", 'tags: ["a: new", b]'),
        ("tags: [\n  old,\n  'b', # c\n]", "tags: [\n  \"a: new\",\n  'b', # c\n]"),
        ("tags:\n- old # one\n\n# two\n- b", 'tags:\n- "a: new" # one\n\n# two\n- b'),
        ("tags:\n-\n- old", 'tags:\n-\n- "a: new"'),
        ("tags: [[old, x], b]", 'tags: [["a: new", x], b]'),
        ("tags: [2024, old]\t# c", 'tags: [2024, "a: new"]\t# c'),
        ('"tags": [old]', '"tags": ["a: new"]'),
        ("? tags\n: [old]", '? tags\n: ["a: new"]'),
        ("tags: [ ]\ntag: old", 'tags: [ ]\ntag: "a: new"'),
        ("tags:\ntag: old", 'tags:\ntag: "a: new"'),
        ("title: x\x85y\ntags: [old]", 'title: x\x85y\ntags: ["a: new"]'),
        ('title: "x\u2028y \U0001f600"\ntags: [old]', 'title: "x\u2028y \U0001f600"\ntags: ["a: new"]'),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_tag_is_renamed_in_every_notation(front: str, wanted: str, newline: str, mark: str) -> None:
    """Line ends, a byte-order mark, comments and a last line without an end stay."""
    text = f"{mark}---\n{front}\n---\nold".replace("\n", newline)

    assert with_renamed_tag(text, "old", "a: new", ("old",)) == f"{mark}---\n{wanted}\n---\nold".replace("\n", newline)


@pytest.mark.parametrize(
    "front",
    ["tags:\n- &a old\nq: *a", "tags: &t [old, b]\nq: *t", "{tags: [old]}"],
)
def test_a_tag_that_another_key_uses_is_renamed_by_hand(front: str) -> None:
    with pytest.raises(EditError, match=r"by hand|in braces"):
        with_renamed_tag(f"---\n{front}\n---\n", "old", "new", ("old",))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\n? tags\n: [a]\n---\nB", "---\n? tags\n: [a]\nlast_updated: 2024-05-06\n---\nB"),
        ("---\rtitle: A\rx: 1\r---\rB", "---\rtitle: A\rlast_updated: 2024-05-06\rx: 1\r---\rB"),
        ("---\r\ntitle: A\n---\nB", "---\r\ntitle: A\nlast_updated: 2024-05-06\r\n---\nB"),
        ("\ufeffB", "\ufeff---\nlast_updated: 2024-05-06\n---\nB"),
        ("---\nupdated: &d 2020-01-01\nseen: 1\n---", "---\nupdated: 2024-05-06\nseen: 1\n---"),
    ],
)
def test_a_post_is_touched_in_every_notation(text: str, wanted: str) -> None:
    assert touched(text, "2024-05-06") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "---\nupdated: &d 2020-01-01\nseen: *d\n---\n",
        "---\ntitle: >-\n last_updated\nlast_updated: &a [x]\ny: *a\n---\n",
    ],
)
def test_a_date_that_another_key_uses_is_changed_by_hand(text: str) -> None:
    with pytest.raises(EditError, match="by hand"):
        touched(text, "2024-05-06")


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("draft: true\ntitle: A", "title: A\ndate: 2024-05-06"),
        ("title: A\ndate:\npublished: false # c", "title: A\ndate: 2024-05-06"),
        ("Draft: >\n  true\ntitle: A\nDRAFT: yes", "title: A\ndate: 2024-05-06"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_draft_is_published_in_every_notation(front: str, wanted: str, newline: str) -> None:
    text = f"---\n{front}\n---\ndraft: true".replace("\n", newline)

    done = published(text, as_of("2024-05-06"))

    assert done == f"---\n{wanted}\n---\ndraft: true".replace("\n", newline)


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0c"])
def test_fixes_count_lines_as_problems_do(sign: str) -> None:
    """Signs that end a line only for Unicode do not move a fix to another line."""
    fence = problem("J103", Place("a.md", 3), "front matter", found="x", advice="write ---")
    key = problem("J201", Place("a.md", 3, 1), "authr", found="authr", meant="author")

    assert fixed(f"---\na: {sign}b\n----\nText", fence) == f"---\na: {sign}b\n---\nText"
    assert fixed(f"---\ra: {sign}b\r----\rText", fence) == f"---\ra: {sign}b\r---\rText"
    assert fixed(f'---\na: "{sign}"\nauthr: b\n---\n', key) == f'---\na: "{sign}"\nauthor: b\n---\n'


def test_fixes_are_made_once(tmp_path: Path) -> None:
    """A second run of `check --fix` finds nothing to fix and leaves every byte."""
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [journal]\n")
    posts = tmp_path / "docs/journal"
    posts.mkdir(parents=True)
    (posts / "2024-01-02-a.md").write_bytes(b"\n---\r\nauthr: A\r\nTags: [x]\r\n---\r\nText")
    (posts / "2024-01-03-b.md").write_bytes("---\ntitel: B\nautor: \u2028x\n----\nText".encode())

    runs = []
    for _ in range(2):
        done = runner().invoke(main, ["check", "--fix", str(tmp_path)])
        runs.append((done.stderr, done.stdout, {path.name: path.read_bytes() for path in posts.iterdir()}))

    assert runs[0][0].count("fixed: ") == 2
    assert runs[1] == ("", *runs[0][1:])
