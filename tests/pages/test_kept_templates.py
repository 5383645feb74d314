"""Compiled templates are kept for the environment that they were compiled for."""

from __future__ import annotations

import jinja2

from mkdocs_journal.pages.kept_templates import KeptTemplates


def served(kept: KeptTemplates, source: str) -> jinja2.Environment:
    environment = jinja2.Environment(loader=jinja2.DictLoader({"a.html": source}))
    kept.serve(environment)
    return environment


def test_an_environment_with_other_settings_compiles_for_itself() -> None:
    """One made of the theme's that escapes text neither gives nor gets what the theme's own has."""
    kept = KeptTemplates()
    environment = served(kept, "{{ text }}")
    escaping = environment.overlay(autoescape=True)

    assert escaping.get_template("a.html").render(text="<b>") == "&lt;b&gt;"
    assert environment.get_template("a.html").render(text="<b>") == "<b>"
    assert environment.overlay(autoescape=True).get_template("a.html").render(text="<b>") == "&lt;b&gt;"


def test_the_next_build_has_them_until_the_source_changes() -> None:
    kept = KeptTemplates()
    served(kept, "{{ text }}").get_template("a.html")

    assert served(kept, "{{ text }}").get_template("a.html").render(text="a") == "a"
    assert served(kept, "{{ text }}!").get_template("a.html").render(text="a") == "a!"
