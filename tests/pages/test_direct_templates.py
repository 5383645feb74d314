"""Templates compiled to direct code make what Jinja makes, whatever the template; where they cannot, Jinja makes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import jinja2
import markdown
import pytest
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from mkdocs_journal import Source, read_journal, read_options
from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.pages.direct_templates import direct_template
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.publish import publish
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.site_info import SiteInfo
from tests.conftest import ROOT

OURS = sorted(path.stem for path in (FOLDER / "journal").glob("*.html"))
assert OURS, "no templates found"
OF_THEMES = {"material", "shell"}
"""Templates that MkDocs renders, not `Fragments`."""
OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {"lists": {"landing": "cards", "tags": "excerpts", "year": "cards"}, "author_box": True, "locale": "de", "per_page": 2},
    {"sidebar": True, "locale": "ar", "archives": {"per_page": 3}},
)


def environment(templates: dict[str, str]) -> jinja2.Environment:
    return jinja2.Environment(loader=jinja2.DictLoader({f"journal/{name}.html": text for name, text in templates.items()}))


@pytest.mark.parametrize("name", sorted(set(OURS) - OF_THEMES))
def test_each_of_our_templates_has_a_direct_form(name: str) -> None:
    loader = jinja2.FileSystemLoader(FOLDER)

    assert direct_template(f"journal/{name}.html", jinja2.Environment(loader=loader), lambda _: None) is not None


@pytest.mark.parametrize("options", OPTIONS, ids=["default", "cards", "sidebar"])
def test_both_ways_make_the_same_fragments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object]
) -> None:
    """Every fragment of the example site, in several layouts and languages."""
    seen: set[str] = set()
    ours: Callable[..., Markup] = Fragments.render

    def compared(self: Fragments, name: str, **values: object) -> Markup:
        fragment = ours(self, name, **values)
        seen.add(name)
        assert self._direct[f"journal/{name}.html"] is not None, name  # so that it was not made by Jinja
        assert fragment == self._environment.get_template(f"journal/{name}.html").render(**values)
        return fragment

    monkeypatch.setattr(Fragments, "render", compared)
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "example_site/docs", docs)
    for number in range(1, 8):
        (docs / f"journal/2020-0{number}-01-x.md").write_text(_text(number), encoding="utf-8")
    paths = [path for path in sorted((docs / "journal").rglob("*.md")) if path.name != "index.md"]
    sources = [
        Source(path=PurePosixPath(path.relative_to(docs).as_posix()), shown=str(path), data=path.read_bytes())
        for path in paths
    ]
    read = read_options(options)
    site = SiteInfo(name="R&D", url="https://example.org/docs/", docs=docs, output=tmp_path / "out")
    publish(read_journal(sources, read), site, markdown.markdown, options=read)

    assert {"post-header", "post-footer", "back", "row", "list-compact", "archive", "index", "subscribe"} <= seen


def _text(number: int) -> str:
    return (
        f"---\ntitle: 'A \"b\" & <c> {number}'\nauthor: [Ada <x>, Bo & Co]\ntags: [R&D, 'it''s', a, b, c, d]\n"
        f"categories: ['<b>']\nseries: [One]\nlang: fr\npin: {number == 1}\n---\n\nText & more.\n\n<!-- more -->\n\nRest.\n"
    )


def both(templates: dict[str, str], *, direct: bool = True, **values: object) -> Fragments:
    """Check that the fragment `a` is the same both ways, and whether it was made by direct code."""
    made = environment(templates)
    ours, plain = Fragments(made), Fragments(made, direct=False)

    assert ours.render("a", **values) == plain.render("a", **values)
    assert (ours._direct["journal/a.html"] is not None) == direct
    return ours


def test_a_template_of_the_site_may_read_items_as_attributes() -> None:
    """The front matter of a post is a map; from then on Jinja makes this template."""
    both({"a": "{{ meta.subtitle }}{{ 'x' if meta.none is defined }}"}, direct=False, meta={"subtitle": "<b>"})


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in items %}{% include 'journal/b.html' %}{% endfor %}",
        "{% set y = 1 %}{% include 'journal/b.html' %}{{ y }}",
        "{% include ['journal/none.html', 'journal/b.html'] %}",
        "{% include 'journal/none.html' ignore missing %}",
        "{% include 'journal/c.html' without context %}",
        "{% include 'journal/c.html' %}{{ 'top' | upper }}",
        "{% set html %}{% include 'journal/b.html' %}{% endset %}{{ html }}",
        "{% if items %}{% include 'journal/b.html' %}{% else %}none{% endif %}",
        "{{ labels('page_of', page=1, pages=items | length) }}{{ labels.count('posts', 3) }}{{ labels(*['tags']) }}",
        "{% set day %}<i>{{ value }}</i>{% endset %}{{ day }}{{ value ~ day }}{{ value | safe }}",
        "{% for x in items %}{{ loop.first }}{{ x }}{{ ', ' if not loop.last }}{% else %}none{% endfor %}",
        "{% for x in items[9:] %}{{ loop.last }}{% else %}none{% endfor %}{{ value | length }}{{ items[0] + 1 }}",
        "{% for x in items %}{% for y in items %}{{ x if loop.last }}{% endfor %}{{ loop.last }}{% endfor %}",
        "{% for x in items if x != 2 %}{{ loop.index }}{{ loop.length }}{% endfor %}",
        "{% for x in items %}{{ loop.index }}{{ loop.length }}{% endfor %}{% for s in value %}{{ loop.first }}{% endfor %}",
        "{% for x in [[1, [2]], [3]] recursive %}{{ x if x is number else loop(x) }}{{ loop.depth }}{% endfor %}",
        "{% if items[7:] %}x{% endif %}{{ items[1] }}{{ thing.name.upper() }}{{ 3 }}{{ none }}",
    ],
)
def test_any_template_is_the_same_both_ways(text: str) -> None:
    more = {
        "b": "{% set y = 2 %}[{{ x }}{{ y }}{% for z in items %}{{ z }}{{ ',' if not loop.last }}{% endfor %}]",
        "c": "c",
    }
    thing = SimpleNamespace(name="n<n")

    both({"a": text, **more}, items=[1, 2, "<3>"], x="o&o", value="'&\"", thing=thing, labels=labels_for("en"))


def test_a_template_that_includes_itself_ends_where_it_says() -> None:
    both({"a": "{{ n }}{% if n > 0 %}{% set n = n - 1 %}{% include 'journal/a.html' %}{% endif %}"}, n=3)


def test_a_loop_that_asks_for_more_than_places_is_made_by_jinja() -> None:
    both({"a": "{% for x in items %}{{ loop.cycle('a', 'b') }}{% endfor %}"}, direct=False, items=[1, 2])


@pytest.mark.parametrize(
    "text",
    ["{% extends 'journal/b.html' %}", "{% from 'journal/b.html' import m %}x", "1{% include 'journal/b.html' %}"],
)
def test_a_template_with_a_scope_of_its_own_is_made_by_jinja(text: str) -> None:
    both({"a": text, "b": "{% macro m() %}{% endmacro %}base"}, direct=False)


def test_a_sandbox_keeps_its_rules() -> None:
    loader = jinja2.DictLoader({"journal/a.html": "{{ value.__class__ }}"})
    made = Fragments(SandboxedEnvironment(loader=loader))

    with pytest.raises(SecurityError, match="__class__"):
        made.render("a", value=1)
    assert made._direct == {"journal/a.html": None}


def test_a_function_may_want_the_context() -> None:
    @jinja2.pass_context
    def seen(context: jinja2.runtime.Context) -> str:
        return str(context["value"])

    both({"a": "{{ seen() }}"}, seen=seen, value="v")
