"""Files, tags and problems edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journal.editing.front_matter_text import EditError, FrontMatterText
from mkdocs_journal.editing.plugin_list import read_settings, with_plugin
from mkdocs_journal.editing.safe_fixes import fixed, is_fixable
from mkdocs_journal.editing.source_files import edit_file, move_file, read_bytes, write_file
from mkdocs_journal.editing.tag_edits import with_renamed_tag
from mkdocs_journal.front_matter.split import Parts, split_front_matter
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place


def test_a_file_is_changed_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"one\r\n")
    file.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(file)

    assert edit_file(link, lambda text: text.replace("one", "two"))
    assert not edit_file(link, lambda text: text)

    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"two\r\n", 0o640, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "link.md"]


def test_a_change_of_another_program_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("one")

    def change(text: str) -> str:
        file.write_text("theirs")
        return f"{text} ours"

    with pytest.raises(EditError, match="another program"):
        edit_file(file, change)
    assert file.read_text() == "theirs"


def test_what_cannot_be_read_written_or_moved(tmp_path: Path) -> None:
    latin = tmp_path / "latin.md"
    latin.write_bytes(b"caf\xe9")
    (tmp_path / "folder").mkdir()

    with pytest.raises(EditError, match="byte 0xE9 is not UTF-8"):
        edit_file(latin, str.upper)
    with pytest.raises(EditError, match="cannot be read"):
        read_bytes(tmp_path / "none.md")
    with pytest.raises(EditError, match="cannot be written"):
        write_file(latin / "a.md", b"")
    with pytest.raises(EditError, match="exists already"):
        write_file(latin, b"", new=True)
    with pytest.raises(EditError, match="folder exists already"):
        move_file(latin, tmp_path / "folder")
    with pytest.raises(EditError, match="cannot be moved"):
        move_file(tmp_path / "none.md", tmp_path / "other.md")
    assert latin.read_bytes() == b"caf\xe9"


def test_a_file_is_moved_to_a_folder_that_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")

    move_file(tmp_path / "a.md", tmp_path / "new" / "b.md")

    assert (tmp_path / "new" / "b.md").read_text() == "x"


@pytest.mark.parametrize(
    ("front", "tags", "wanted"),
    [
        ("tags: [Old, b]  # c", ("Old", "b"), "tags: [New, b]  # c"),
        ("tags:\n- 'old' # x\n- b", ("old", "b"), "tags:\n- New # x\n- b"),
        ("tags: old", ("old",), "tags: New"),
        ("tag: Old", ("Old",), "tag: New"),
        ("tags: a old c", ("a", "old", "c"), "tags: [a, New, c]"),
        ("tags: [new, OLD, x]", ("new", "OLD", "x"), "tags: [New, x]"),
        ("categories: [old]\ntags: [old]", ("old",), "categories: [old]\ntags: [New]"),
        ("tags: [old]\ntag: z", ("old", "z"), "tags: [New]\ntag: z"),
        ("tags: [o ld, old]\ntag: old\nTags: old", ("o ld", "old"), "tags: [o ld, New]\ntag: New\nTags: New"),
        ("tags:\n- old\n- new\n-\na: 1", ("old", "new"), "tags: [New]\na: 1"),
        ("tags:  # c\n- old\n- new\na: 1", ("old", "new"), "tags: [New]  # c\na: 1"),
    ],
)
def test_a_tag_is_renamed(front: str, tags: tuple[str, ...], wanted: str) -> None:
    assert with_renamed_tag(f"---\n{front}\n---\nold\n", "old", "New", tags) == f"---\n{wanted}\n---\nold\n"


@pytest.mark.parametrize("text", ["Title: X\nDraft: true\n\nText\n", "Title: X\rDraft: true\r\rText\r"])
def test_a_header_in_another_form_is_never_pushed_into_the_text(text: str) -> None:
    with pytest.raises(EditError, match="header is in another form"):
        FrontMatterText(text)


def test_tags_of_an_alias_are_renamed_by_hand() -> None:
    with pytest.raises(EditError, match="alias or a map"):
        with_renamed_tag("---\na: &t [x]\ntags: *t\n---\n", "x", "y", ("x",))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("site_name: A\n", "site_name: A\nplugins:\n  - search\n  - journal\n"),
        ("site_name: A", "site_name: A\nplugins:\n  - search\n  - journal\n"),
        ("plugins:\n  - search\nx: 1\n", "plugins:\n  - search\n  - journal\nx: 1\n"),
        (
            "plugins:\n- search\n- tags:\n    a: 1\n\n# c\nx: 1\n",
            "plugins:\n- search\n- tags:\n    a: 1\n- journal\n\n# c\nx: 1\n",
        ),
        ("plugins:\n  - search  # s\n", "plugins:\n  - search  # s\n  - journal\n"),
        ("plugins: [search]\n", "plugins: [search, journal]\n"),
        ("plugins:\n  search:\n  tags: {a: 1}\n", "plugins:\n  search:\n  tags: {a: 1}\n  journal:\n"),
        (
            "a: !!python/name:x.y\nplugins:\r\n  - search\r\n",
            "a: !!python/name:x.y\nplugins:\r\n  - search\r\n  - journal\r\n",
        ),
        ("plugins:\n  - search", "plugins:\n  - search\n  - journal\n"),
        (
            "plugins:\n  - a:\n      b: |\n        # c\n\n# d\nx: 1\n",
            "plugins:\n  - a:\n      b: |\n        # c\n  - journal\n\n# d\nx: 1\n",
        ),
    ],
)
def test_the_plugin_is_added(text: str, wanted: str) -> None:
    assert with_plugin(text, "journal") == wanted
    assert "journal" in read_settings(wanted).plugins


@pytest.mark.parametrize(
    "text",
    [
        *(
            "plugins: []\n",
            "plugins:\n",
            "plugins: {}\n",
            "plugins: {search: {}}\n",
            "{a: 1}\n",
            "a: [\n",
            "- a\n",
            "",
            "a: 1\n...\n",
        ),
        *(
            "x: &x a\nplugins:\n  - *x\n",
            "x: &x {a: b}\nplugins: [*x]\n",
            "plugins: !ENV [A]\n",
            "plugins: [a]\nplugins: [b]\n",
        ),
        *("plugins: &x\n  - a: *x\n", "plugins:\n  - a:\n      b: &x c\n      d: *x\n"),
    ],
)
def test_a_configuration_that_is_edited_by_hand(text: str) -> None:
    with pytest.raises(EditError):
        with_plugin(text, "journal")


def test_an_entry_with_options_is_added_to_a_map() -> None:
    assert with_plugin("plugins:\n  search:\n", "journal: {folder: b}") == "plugins:\n  search:\n  journal: {folder: b}\n"


def test_settings_of_a_site() -> None:
    text = "docs_dir: documentation\nplugins:\n  - search\n  - blog: {a: 1}\n  - {}\n? [a]\n: b\n"

    assert read_settings(text).docs_dir == "documentation"
    assert read_settings(text).plugins == ("search", "blog")
    assert read_settings("plugins: {search: {}, journal: {}}\n").plugins == ("search", "journal")
    assert read_settings("a: 1\n") == read_settings("plugins: text\n")


@pytest.mark.parametrize(
    ("code", "line", "column", "key", "text", "wanted"),
    [
        ("J201", 2, 1, "authr", "---\nauthr: x\n---\n", "---\nauthor: x\n---\n"),
        ("J210", 2, 1, "autor", "---\r\nautor: x\r\n---\r\n", "---\r\nauthor: x\r\n---\r\n"),
        ("J201", 2, 1, "authr", '---\n"authr": x\n---\n', '---\n"author": x\n---\n'),
        ("J201", 2, 1, "authr", '---\n"auth\\x72": x\n---\n', '---\n"auth\\x72": x\n---\n'),
        ("J201", 2, 1, "zzz", "---\nzzz: x\n---\n", "---\nzzz: x\n---\n"),
        ("J104", 1, None, "front matter", "\n \n---\na: b\n---\n", "---\na: b\n---\n"),
        ("J104", 1, None, "front matter", "-----\na: b\n-----\n", "---\na: b\n-----\n"),
        ("J104", 1, None, "front matter", "Text\n---\na: b\n---\n", "Text\n---\na: b\n---\n"),
    ],
)
def test_a_problem_is_fixed(code: str, line: int, column: int | None, key: str, text: str, wanted: str) -> None:
    values = {"found": "x", "meant": "x", "advice": "x"}

    found = problem(code, Place("a.md", line, column), key, **values)

    assert is_fixable(found)
    assert fixed(text, found) == wanted


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("---\ndescription: right\ndescripton: wrong\n---\n", 3, "descripton"),
        ("---\nupdated: 2024-02-02\nlast_updatd: 2024-03-03\n---\n", 3, "last_updatd"),
        ("\ufeff---\r\nautor: A\r\nAuthor: B\r\n---\r\n", 2, "autor"),
        ("Title: A\nTags: a\ntgas: b\n\nText\n", 3, "tgas"),
    ],
)
def test_a_key_that_is_there_already_is_not_written_again(text: str, line: int, key: str) -> None:
    """Of a key given twice the last value counts: the fix would replace a good value."""
    assert fixed(text, problem("J201", Place("a.md", line, 1), key, meant="x")) == text


@pytest.mark.parametrize(
    ("advice", "wanted"), [("write ---", "---\na: b\n---\nText"), ("add a line ---", "---\na: b\n----\nText")]
)
def test_a_closing_fence_is_fixed_where_it_is_nearly_there(advice: str, wanted: str) -> None:
    found = problem("J103", Place("a.md", 3), "front matter", found="x", advice=advice)

    assert fixed("---\na: b\n----\nText", found) == wanted


def test_other_problems_are_left_to_authors() -> None:
    assert not is_fixable(problem("J302", Place("a.md", 1), "date", found="x"))


def test_a_tag_in_a_key_that_occurs_too_often_is_renamed_by_hand() -> None:
    few = "---\n" + "tags: [a]\n" * 10 + "---\n"

    assert with_renamed_tag(few, "a", "b", ("a",)).count("b") == 10
    with pytest.raises(EditError, match="its key tags occurs 11 times; write it once"):
        with_renamed_tag(few.replace("tags: [a]\n", "tags: [a]\n" * 2, 1), "a", "b", ("a",))


def test_front_matter_is_read_once_for_all_misspelt_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> Parts:
        read.append(text)
        return split_front_matter(text)

    monkeypatch.setattr("mkdocs_journal.editing.safe_fixes.split_front_matter", counted)
    text = "---\ntitle: Only here\ntitel: x\ntittle: y\n---\n"
    for line, key in ((3, "titel"), (4, "tittle")):
        assert fixed(str(text), problem("J201", Place("a.md", line, 1), key, meant="title")) == text

    assert len(read) == 1
