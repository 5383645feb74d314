"""Files outside of the docs that a site names, found without knowing what includes them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from mkdocs_journal.audit import named_files
from mkdocs_journal.audit.named_files import MANIFEST, NamedFiles
from mkdocs_journal.options.values import spec_of
from tests.growth import grows


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder in which each file says its own path."""
    names = [
        "CHANGELOG.md", "LICENSE", "part/a.md", "part/b.txt", "part/c.png", "src/machine/__init__.py",
        "src/machine/deep.py", "src/single.py", "main.py", "data/facts.yml", "docs/index.md", "docs/sub/page.md",
        "docs/_inc/abbr.md", "docs/draft.md", "site/index.html", "node_modules/x/a.md",
    ]  # fmt: skip
    for name in names:
        (tmp_path / "p" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "p" / name).write_text(name, encoding="utf-8")
    (tmp_path / "README.md").write_text("README.md", encoding="utf-8")
    return tmp_path / "p"


def named(project: Path) -> NamedFiles:
    return NamedFiles(
        project,
        project / "docs",
        [project.parent],
        private=[str(project / "docs/draft.md")],
        closed=[project / "site"],
    )


def texts(found: Iterable[bytes]) -> list[str]:
    return [text.decode() for text in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('--8<-- "CHANGELOG.md"', ["CHANGELOG.md"]),
        ('--8<-- "CHANGELOG.md:3:5"', ["CHANGELOG.md"]),
        ('--8<-- "LICENSE:part"', ["LICENSE"]),
        ("--8<--\npart/a.md\n; part/b.txt\n--8<--", ["part/a.md", "part/b.txt"]),
        ('{% include-markdown "../../part/a.md" start="x" %}', ["part/a.md"]),
        ("{% include '../../../README.md' %}", ["README.md"]),
        ('{% include "../../part/*.md" %}', ["part/a.md"]),
        ('{% include "../../part/**/?.txt*" %}', ["part/b.txt"]),
        ("{!part/b.txt!}", ["part/b.txt"]),
        ("{{ read_csv('data/facts.yml') }}", ["data/facts.yml"]),
        ("see part/c.png and https://example.org/CHANGELOG.md and **bold**", []),
        ("::: single\n::: nothing.here", []),
        (
            "::: shown\n    :module: src.machine.deep\n    :other: single it is",
            ["src/machine/__init__.py", "src/machine/deep.py"],
        ),
        ('"../draft.md" and "../../site/index.html"', []),
        ('"' + "x" * 299 + '.md" ' + "y" * 5000 + ".md", []),
        ('"../../../../*.md" "/**" "*" "a**\\\\"', []),
        ('"[z-a]*x.mdx"', []),
        ("", []),
    ],
)
def test_a_page_names_a_file(project: Path, text: str, expected: list[str]) -> None:
    assert sorted(texts(named(project).of_page(text, project / "docs/sub"))) == expected


def test_names_are_looked_for_below_what_the_configuration_names(project: Path) -> None:
    """A package is shown as a whole, for what a page shows of it may be inherited; its folder is named elsewhere."""
    files = named(project)
    for setting in ("src", "part", "docs/_inc", "nothing"):
        files.add_base(setting)

    assert texts(files.of_page("::: machine.Thing\n\n::: single", project / "docs")) == [
        "src/machine/__init__.py",
        "src/machine/deep.py",
        "src/single.py",
    ]
    assert texts(files.of_page("{% include 'b.txt' %} 'abbr.md'", project / "docs")) == ["part/b.txt", "docs/_inc/abbr.md"]
    assert texts(files.of_page("'b.txt'", project / "docs")) == [], "each is read once"


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("CHANGELOG.md", ["CHANGELOG.md"]),
        ("main", ["main.py"]),
        ("part", ["part/a.md", "part/b.txt"]),
        ("part/*.txt", ["part/b.txt"]),
        ("./part/", ["part/a.md", "part/b.txt"]),
        (".", []),
        ("docs", []),
        ("docs/sub", []),
        ("..", []),
        ("/", []),
        ("", []),
        ("material", []),
        ("a\0b", []),
    ],
)
def test_a_setting_names_files(project: Path, setting: str, expected: list[str]) -> None:
    """A folder that holds everything names nothing, and one of the docs holds pages of which some are withheld."""
    assert sorted(texts(named(project).of_setting(setting))) == expected


def test_included_files_include_others_but_programs_do_not(project: Path) -> None:
    (project / "part/a.md").write_text('first "b.txt" main.py', encoding="utf-8")
    (project / "main.py").write_text('open("CHANGELOG.md")', encoding="utf-8")

    assert texts(named(project).of_page('"part/a.md"', project / "docs")) == [
        'first "b.txt" main.py',
        "part/b.txt",
        'open("CHANGELOG.md")',
    ]


def test_a_program_that_a_setting_names_puts_files_into_pages(project: Path) -> None:
    """By their path, or by folder and name; not what the configuration's hooks name, and no globs."""
    (project / "main.py").write_text(
        "open('CHANGELOG.md'); Path(HERE, 'data', \"facts.yml\"); glob('part/*.md'); 'docs' 'index.md' 'draft.md'",
        encoding="utf-8",
    )

    assert texts(named(project).of_setting("main"))[1:] == ["CHANGELOG.md", "docs/index.md", "data/facts.yml"]
    assert len(texts(named(project).of_setting("main", programs=False))) == 1


def test_what_is_no_ordinary_file_is_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe, a file without rights, one that is too large; and no more than some files."""
    os.mkfifo(project / "pipe.md")
    (project / "large.md").write_text("x" * 50, encoding="utf-8")
    monkeypatch.setattr(named_files, "MOST_BYTES", 40)
    assert texts(named(project).of_page('"pipe.md" "large.md"', project / "docs")) == []
    monkeypatch.setattr(named_files, "MOST_FILES", 1)
    assert texts(named(project).of_page('"CHANGELOG.md" "LICENSE"', project / "docs")) == ["CHANGELOG.md"]
    files = named(project)
    files.leave_out([project / "CHANGELOG.md"])
    assert texts(files.of_page('"CHANGELOG.md"', project / "docs")) == []
    assert texts(files.of_page('"LICENSE"', project / "docs")) == ["LICENSE"], "what is left out is not counted"


@pytest.mark.parametrize("text", ["ignore `*.json`", "**.js**", '".journal-import.json"'])
def test_the_list_of_an_import_names_nothing(project: Path, text: str) -> None:
    """It has every file of the docs, those of withheld posts as well."""
    (project / MANIFEST).write_text('"docs/assets/secret.png"', encoding="utf-8")

    assert texts(named(project).of_page(text, project / "docs/sub")) == []


def test_a_folder_is_read_with_some_suffixes(project: Path) -> None:
    assert texts(named(project).below(project / "part", {".txt"})) == ["part/b.txt"]


def test_pages_name_files_but_no_whole_folders(project: Path) -> None:
    """A page names a file of a folder that a setting names; the others in it are not read. A module is a file."""
    pages = [('--8<-- "a.md"', project / "docs/index.md")]

    assert texts(named(project).in_pages(["part", "LICENSE", "main"], pages)) == ["LICENSE", "main.py", "part/a.md"]


def test_a_text_that_no_file_can_have_as_its_name_names_none(project: Path) -> None:
    """Half of a pair of surrogates, as of an emoji in the notation of JSON."""
    assert texts(named(project).of_setting("\ud83d")) == []


def test_time_of_a_long_name_of_a_module_is_linear(project: Path) -> None:
    def text(size: int) -> str:
        return f"::: src.{'a.' * (size // 2)}b\n"

    assert not grows(lambda page: list(named(project).of_page(page, project / "docs")), text)


def test_a_name_of_dots_is_the_name_of_no_module(project: Path) -> None:
    assert list(named(project).of_page("::: ...\n\n::: src..single\n", project / "docs")) == [b"src/single.py"]


def test_bold_text_is_not_compared_with_each_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A glob is a pattern only if a path contains what it has besides signs."""
    compared: list[str] = []

    def recorded(pattern: str) -> object:
        compared.append(pattern)
        return spec_of(pattern)

    monkeypatch.setattr("mkdocs_journal.audit.named_files.spec_of", recorded)
    text = "**1.2.3** and **v1.2 (x)** and *e.g.* but part/*.md"

    assert texts(named(project).of_page(text, project)) == ["part/a.md"]
    assert set(compared) == {"/part/*.md"}


def test_names_without_a_file_are_left_before_links_are_followed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each setting is looked for below each folder that a setting names."""
    followed: list[object] = []
    real = os.path.realpath

    def noted(path: Path) -> str:
        followed.append(path)
        return real(path)

    monkeypatch.setattr(os.path, "realpath", noted)
    names = named(project)

    assert [text for number in range(50) for text in texts(names.of_setting(f"x{number}"))] == []
    assert texts(names.of_setting("CHANGELOG.md")) == ["CHANGELOG.md"]
    assert {str(path) for path in followed} == {str(project / "CHANGELOG.md")}
