"""Fragments without a theme: where an error is found, and that errors of the journal itself stay what they are."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from mkdocs_journal.language.labels import labels_for
from mkdocs_journal.pages import archive_views, picture_views, post_views, profile_views, relation_views, series_views
from mkdocs_journal.pages.post_values import Stamp
from mkdocs_journal.pages.templates import Fragments, UnusableTemplateError


def fragments(folder: Path, **templates: str) -> Fragments:
    for name, text in templates.items():
        (folder / "journal").mkdir(exist_ok=True)
        (folder / "journal" / f"{name}.html").write_text(text, encoding="latin-1")
    return Fragments(jinja2.Environment(loader=jinja2.FileSystemLoader(folder)))


@pytest.mark.parametrize(
    ("template", "line", "told"),
    [
        ("{{ valu }}", 1, "'valu' is not a name in this template; did you mean value?"),
        ("\n{{ 1 / number }}", 2, "division by zero"),
        ("{{ number + value }}", 1, "unsupported operand"),
        ("{{ number.title }}", 1, "'title' is not a name in this template; the reference of templates lists the names"),
        ("{{ labels('continu') }}", 1, "'continu' is not a label; did you mean continue?"),
        ("\n\n{% if %}", 3, "Expected an expression"),
        ("{% include 'journal/none.html' %}", 1, "journal/none.html"),
        ("{% include 'journal/inner.html' %}", 2, "'other' is not a name in this template"),
        ("\n{% include 'journal/a.html' %}", 2, "maximum recursion depth exceeded"),
        ("{{ {}.pop('x') }}", 1, "'x'"),
        ("{{ [].pop() }}", 1, "pop from empty list"),
        ("{{ value.encode()|attr('x')|list }}{{ number|tojson(indent=labels) }}", 1, "'x' is not a name in this template"),
        ("\n{{ value|truncate(2) }}{{ 'long text'|truncate(2) }}", 2, "expected length >= 3, got 2"),
        ("{% raw %}{% if value %}{% endif %}", 1, "Missing end of raw directive"),
        ("\n\n\N{LATIN SMALL LETTER E WITH ACUTE}", 3, "can't decode byte 0xe9"),
    ],
)
def test_an_error_has_its_place(tmp_path: Path, template: str, line: int, told: str) -> None:
    ours = fragments(tmp_path, a=template, inner="\n{{ other }}")

    with pytest.raises(UnusableTemplateError) as error:
        ours.render("a", value="x", number=0, labels=labels_for("en"))

    assert (error.value.line, error.value.file.suffix) == (line, ".html")
    assert told in error.value.problem


def test_an_error_outside_templates_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(jinja2.TemplateNotFound):
        fragments(tmp_path).render("a")


def test_values_are_escaped(tmp_path: Path) -> None:
    assert fragments(tmp_path, a="{{ value }}").render("a", value="<b>") == "&lt;b&gt;"


def test_an_error_of_an_inner_fragment_keeps_its_place(tmp_path: Path) -> None:
    ours = fragments(tmp_path, a="\n\n{{ render('b') }}", b="\n{{ missing }}")

    with pytest.raises(UnusableTemplateError) as error:
        ours.render("a", render=ours.render)

    assert (error.value.line, error.value.file.name) == (2, "b.html")


def test_an_inner_fragment_in_another_encoding_is_named(tmp_path: Path) -> None:
    ours = fragments(tmp_path, a="\n{% include 'journal/b.html' %}", b="\n\n\N{LATIN SMALL LETTER E WITH ACUTE}", c="")

    with pytest.raises(UnusableTemplateError, match="can't decode byte 0xe9") as error:
        ours.render("a")

    assert (error.value.line, error.value.file.name) == (3, "b.html")


class _Compiled(jinja2.BaseLoader):
    """Templates without sources, as `ModuleLoader` has them."""

    has_source_access = False

    def load(self, environment: jinja2.Environment, _name: str, _globals: object = None) -> jinja2.Template:
        return environment.from_string("of a theme")


def test_a_loader_may_have_no_sources() -> None:
    assert Fragments(jinja2.Environment(loader=_Compiled())).render("back", up=()) == "of a theme"


def test_a_wrong_name_of_a_value_is_reported(tmp_path: Path) -> None:
    """Also one that a tuple has, because no value for templates is one."""
    with pytest.raises(UnusableTemplateError, match="'index' is not a name in this template"):
        fragments(tmp_path, a="{{ day.index }}").render("a", day=Stamp("2024-11-12", "12 November 2024", "12 November"))

    modules = (archive_views, picture_views, post_views, profile_views, relation_views, series_views)
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    views = [kind for kind in kinds if kind.__module__ in {module.__name__ for module in modules}]
    assert len(views) > 10
    assert not [kind for kind in views if issubclass(kind, tuple)]


def test_values_that_say_the_same_are_equal_and_show_what_they_say(tmp_path: Path) -> None:
    """Templates compare dates, and leave out links that they have already; they print no address of memory."""
    one, same, other = Stamp("2024-11-12", "a", "b"), Stamp("2024-11-12", "a", "b"), Stamp("2024-11-13", "a", "b")
    template = "{{ one == same }} {{ one == other }} {{ [one, same, other] | unique | list | length }} {{ one }}"

    shown = fragments(tmp_path, a=template).render("a", one=one, same=same, other=other)

    assert shown == "True False 2 Stamp(iso=&#39;2024-11-12&#39;, text=&#39;a&#39;, short=&#39;b&#39;)"
