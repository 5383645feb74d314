"""What the languages of a site withhold of each other's files, without a plugin that makes the languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.publishing import attachments
from mkdocs_journal.publishing.attachments import attachments_of_withheld
from mkdocs_journal.publishing.contents import Content, KnownFiles
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.withheld_elsewhere import NOTHING, withheld_elsewhere

DRAFT = "---\ndraft: true\n---\n"
PUBLIC = "---\ntitle: A\n---\n"


def language(
    folder: Path, posts: Mapping[str, tuple[str, str]], others: tuple[str, ...] = (), foreign: tuple[str, ...] = ()
) -> Content:
    """Return the content of a language: posts by source, each with its file and text, and other files."""
    files = {}
    for source, (name, text) in {**posts, **{name: (name, "x") for name in others}}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        files[PurePosixPath(source)] = OutputFile(
            source=source, url=source, destination=source, path=path, is_page=source in posts
        )
    sources = [Source(path=PurePosixPath(source), shown=source, data=text.encode()) for source, (_, text) in posts.items()]
    journal = read_journal(sources, Options(), now=datetime(2025, 1, 1, tzinfo=UTC))
    candidates = {path: file for path, file in files.items() if path.as_posix() in posts}
    plan = OutputPlan(
        options=Options(), journal=journal, candidates=candidates, untranslated=frozenset(map(PurePosixPath, foreign))
    )
    return Content(tuple(files.values()), (plan,))


def test_a_file_of_a_draft_in_another_language(tmp_path: Path) -> None:
    """It is published if it is beside a published post of any language, or if one names it."""
    folder = "journal/2024-03-03-c"
    shared = ("journal/a.png", "journal/b.png", f"{folder}/c.txt", f"{folder}/d.txt", "journal/2024-05-05-e.pdf")
    english = language(
        tmp_path,
        {
            "journal/2024-01-01-a.md": ("a.md", f"{PUBLIC}![](b.png)"),
            f"{folder}/index.md": ("c.md", PUBLIC),
            "journal/2024-05-05-e.md": ("e.md", PUBLIC),
        },
        shared,
    )
    german = language(
        tmp_path,
        {
            "journal/2024-02-02-b.md": ("b.de.md", f"{DRAFT}![](a.png) ![](b.png)"),
            f"{folder}/index.md": ("c.de.md", f"{DRAFT}[](d.txt)"),
            "journal/2024-05-05-e.md": ("e.de.md", DRAFT),
        },
    )

    found = attachments_of_withheld(english, (), "", [german])

    assert [file.source for file in found] == [f"{folder}/d.txt", "journal/a.png"]
    assert attachments_of_withheld(english, (), "") == attachments_of_withheld(german, (), "", [english]) == ()


def test_a_plugin_may_find_files_by_their_names(tmp_path: Path) -> None:
    """The example `![](a.png)` of a page about Markdown publishes no picture of a draft, unless it is a link to one."""
    posts = {
        "journal/2024-01-01-a.md": ("a.md", f"{PUBLIC}![](a.png)"),
        "journal/2024-02-02-b.md": ("b.md", f"{DRAFT}![](a.png)"),
    }
    content = language(tmp_path, posts, ("assets/a.png",))

    assert [file.source for file in attachments_of_withheld(content, (), "")] == ["assets/a.png"]
    assert attachments_of_withheld(content._replace(by_name=True), (), "") == ()


def test_the_pages_of_a_language_are_read_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of many languages is linear; a draft that a plugin adds to the build of one is looked at in all."""
    names = [f"{number}" for number in range(9)]
    files = tuple(f"journal/{name}.png" for name in names)
    languages = [
        language(
            tmp_path / name,
            {
                "journal/2024-01-01-a.md": ("a.md", f"{PUBLIC}![](0.png)"),
                "journal/2024-02-02-b.md": ("b.md", f"{DRAFT}![](0.png) ![]({name}.png)"),
            },
            files,
        )
        for name in names
    ]
    every = [(one, [other for other in languages if other is not one]) for one in languages]
    wanted = [attachments_of_withheld(one, (), "", others) for one, others in every]
    read: list[OutputFile] = []

    def noted(file: OutputFile) -> str:
        read.append(file)
        return text_of(file)

    monkeypatch.setattr(attachments, "text_of", noted)
    known = KnownFiles()

    found = [attachments_of_withheld(one, (), "", others, known=known) for one, others in every]

    assert found == wanted
    assert [file.source for file in found[3]] == [*files[1:]]
    assert len(read) <= 4 * 2 * len(names), "the drafts and all pages for the first language, its own for each further one"

    added = {"journal/2024-03-03-c.md": ("c.md", f"{DRAFT}![](x.png)"), "journal/2024-04-04-d.md": ("d.md", PUBLIC)}
    last, naming = (language(tmp_path / f"{name}x", added, ("journal/x.png",)) for name in "89")
    other = language(tmp_path / "8x", {"journal/2024-04-04-d.md": ("e.md", f"{PUBLIC}![](x.png)")}, ("journal/x.png",))
    assert [file.source for file in attachments_of_withheld(last, (), "", [naming], known=known)] == ["journal/x.png"]
    assert attachments_of_withheld(last, (), "", [other], known=KnownFiles()) == ()


def test_a_translated_file_of_a_draft(tmp_path: Path) -> None:
    """Each language publishes what it names, by its own path or by that with the language in it."""
    names = ("a.png", "b.png", "c.png", "2024-01-01-a.pdf", "2024-03-03-c.pdf")
    draft = ("a.md", f"{DRAFT}![](a.png) ![](b.png) ![](c.png)")
    english = language(
        tmp_path,
        {"journal/2024-01-01-a.md": draft, "journal/2024-03-03-c.md": ("c.md", DRAFT)},
        tuple(f"journal/{name}" for name in names),
    )
    german = language(
        tmp_path,
        {
            "journal/2024-02-02-b.md": ("b.md", f"{PUBLIC}![](b.de.png) <img src='/de/journal/c.png'>"),
            "journal/2024-03-03-c.md": ("c.de.md", PUBLIC),
        },
    )
    for name in names:
        stem, _, suffix = name.rpartition(".")
        path = tmp_path / f"{stem}.de.{suffix}"
        path.write_text("x")
        written = f"journal/{path.name}"
        file = OutputFile(source=f"journal/{name}", url="", destination=f"de/journal/{name}", path=path, written=written)
        german = german._replace(files=(*german.files, file._replace(is_page=False)))

    found = attachments_of_withheld(german, (), "", [english])

    assert {Path(file.origin).name for file in found} == {"a.de.png", "2024-01-01-a.de.pdf"}
    assert {file.source for file in attachments_of_withheld(english, (), "", [german])} == {
        f"journal/{name}" for name in names
    }
    for one, other in ((german, english), (english, german)):
        included = attachments_of_withheld(one, (), "", [other], lambda _: [("![](docs/journal/a.png)", None)])
        assert "journal/a.png" not in {file.source for file in included}, "of every language"


def test_pages_that_are_withheld_in_the_language_of_their_text(tmp_path: Path) -> None:
    """A bundle that a language has counts there; one that is withheld in all others does as well."""
    bundle, alone = PurePosixPath("journal/2024-01-01-a"), PurePosixPath("journal/2024-02-02-b")
    english = language(tmp_path, {f"{bundle}/index.md": ("a.md", DRAFT), f"{bundle}/notes.md": ("notes.md", "# Notes")})
    german = language(
        tmp_path,
        {
            f"{bundle}/index.md": ("a.de.md", PUBLIC),
            f"{alone}/index.md": ("b.de.md", DRAFT),
            "journal/2024-03-03-c.md": ("c.md", DRAFT),
        },
        foreign=("journal/2024-03-03-c.md",),
    )

    found = withheld_elsewhere([english, german], 0)

    assert found.folders == {alone}
    assert found.origins == {str(tmp_path / name) for name in ("a.md", "notes.md", "b.de.md")}
    assert (alone / "x.md", "") in found
    assert (bundle / "x.md", "") not in found
    assert (PurePosixPath("x.md"), str(tmp_path / "notes.md")) in found
    assert (alone / "x.md", "") not in found.of([alone / "index.md"])
    assert withheld_elsewhere([], 0) == NOTHING
