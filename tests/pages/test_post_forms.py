"""Fragments that are filled into forms are those that their templates make; other templates are rendered for each post."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import jinja2
import markdown
import pytest

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.pages import post_forms
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.site_info import SiteInfo
from tests.conftest import ROOT

OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {"lists": {"landing": "cards", "tags": "excerpts", "year": "cards"}, "author_box": True, "locale": "de", "per_page": 2},
    {"sidebar": True, "locale": "ar", "archives": {"per_page": 3}, "reading_time": False},
)


def published(folder: Path, options: Mapping[str, object]) -> dict[str, bytes]:
    """Return what is written for the example site and posts of all forms."""
    docs, output = folder / "docs", folder / "out"
    if not docs.exists():
        shutil.copytree(ROOT / "example_site/docs", docs)
        for number in range(24):
            (docs / f"journal/20{number:02}-01-0{1 + number % 9}-p{number}.md").write_text(_text(number), encoding="utf-8")
    shutil.rmtree(output, ignore_errors=True)
    paths = [path for path in sorted((docs / "journal").rglob("*.md")) if path.name != "index.md"]
    sources = [
        Source(path=PurePosixPath(path.relative_to(docs).as_posix()), shown=str(path), data=path.read_bytes())
        for path in paths
    ]
    read = read_options(options)
    site = SiteInfo(name="R&D", url="https://example.org/docs/", docs=docs, output=output)
    publish(read_journal(sources, read), site, markdown.markdown, options=read)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def _text(number: int) -> str:
    people = ["Ada <x>", "Bo & Co", 'C "q"'][: number % 4]
    tags = ["R&D", "'it''s'", "a", "b", "c", "d", "e"][: number % 8]
    front = {
        "title": f"""'A "b" & <c> {number}'""",
        "author": f"[{', '.join(people)}]",
        "tags": f"[{', '.join(tags)}]",
        "categories": "['<b>', x]" if number % 2 else "[]",
        "description": f"About <{number}> & more" if number % 3 else "",
        "excerpt": f"'By {number} <hand>'" if number % 5 == 1 else "",
        "last_updated": f"2030-01-{1 + number:02}" if number % 2 else "",
        "series": ["", "[One]", f"[Alone {number}]", f"[Alone {number}, Two]"][number % 4],
        "lang": ["", "fr", "he"][number % 3],
        "pin": "true" if number % 11 == 1 else "",
        "image": f"https://example.net/{number}.png?a=1&b=2" if number % 6 == 2 else "",
    }
    head = "".join(f"{key}: {value}\n" for key, value in front.items() if value)
    more = "\n\n<!-- more -->\n\nRest.\n" if number % 4 else "\n"
    return f"---\n{head}---\n\nText {number} & [a link](../index.md).{more}"


@pytest.mark.parametrize("options", OPTIONS, ids=["default", "cards", "sidebar"])
def test_both_ways_write_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object]) -> None:
    made: list[Fragments] = []

    class Noted(Fragments):
        def __init__(self, environment: jinja2.Environment) -> None:
            super().__init__(environment)
            made.append(self)

    monkeypatch.setattr("mkdocs_journal.publish.Fragments", Noted)
    filled = published(tmp_path, options)
    forms = {key[0] for key in made[0].forms if isinstance(key, tuple)}
    monkeypatch.setattr(Fragments, "is_ours", lambda *_: False)
    plain = published(tmp_path, options)

    assert filled.keys() == plain.keys()
    assert [name for name in filled if filled[name] != plain[name]] == []
    assert not made[1].forms
    assert forms >= {"post-header", "post-footer", "row", *(("card", "entry") if "lists" in options else ())}


def fragments(**templates: str) -> Fragments:
    """Return fragments of a site with templates of its own."""
    own = jinja2.DictLoader({f"journal/{name}.html": text for name, text in templates.items()})
    return Fragments(jinja2.Environment(loader=jinja2.ChoiceLoader([own, jinja2.FileSystemLoader(FOLDER)])))


@pytest.mark.parametrize("name", sorted(post_forms._READ))
def test_ours_are_known(name: str) -> None:
    assert fragments().is_ours(name)
    assert not Fragments(jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER)), direct=False).is_ours(name)


@pytest.mark.parametrize(
    ("replaced", "still"),
    [
        ("byline", {"row", "post-footer"}),
        ("cover", {"row", "post-footer", "post-header"}),
        ("post-end", {"row", "post-header", "entry", "card"}),
        ("row", {"post-footer", "post-header", "entry", "card"}),
        ("profile", {"row", "post-header", "entry", "card"}),
    ],
)
def test_a_template_of_the_site_inside_another_makes_it_the_site_s(replaced: str, still: set[str]) -> None:
    ours = fragments(**{replaced: "{{ post.title | upper }}"})

    assert {name for name in post_forms._READ if ours.is_ours(name)} == still


def test_what_an_environment_does_with_every_value_it_does_with_each() -> None:
    loader = jinja2.FileSystemLoader(FOLDER)

    assert not Fragments(jinja2.Environment(loader=loader, finalize=str)).is_ours("row")
    assert not Fragments(jinja2.Environment()).is_ours("row")


def test_a_template_that_cannot_be_found_is_not_ours() -> None:
    assert not fragments().is_ours("none")
