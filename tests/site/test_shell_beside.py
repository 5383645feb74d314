"""Pages of a list that lead to the ones beside them are made without rendering the theme for each, to the same bytes."""

from __future__ import annotations

import pytest

from tests.conftest import HOST, Site
from tests.site.test_shell import both

FOOTER = {"name": "material", "features": ["navigation.footer"]}
THEMES = [{"name": "mkdocs"}, *([] if HOST == "properdocs" else [FOOTER])]
SHORT = {"per_page": 2, "archives": {"per_page": 3}}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme["name"]))
def test_pages_of_a_list_show_the_titles_and_links_of_those_beside_them(site: Site, theme: dict[str, object]) -> None:
    site.config["theme"] = theme
    site.config["plugins"] = ["search", {"journal": SHORT}]

    result, files = both(site)

    assert result.returncode == 0, result.log
    assert {name for name, data in result.files.items() if files.get(name) != data} == set()
    pages = [name for name in files if "/page/" in name]
    assert len(pages) > 40
    assert 0 < len((site.folder / "renderings").read_text()) < len(pages)


@pytest.mark.parametrize(
    "addition", ["{{ page.next_page.file.src_uri if page.next_page }}", "{{ (page.previous_page.title or '') | upper }}"]
)
def test_a_theme_that_says_more_of_them_is_rendered_for_each(site: Site, addition: str) -> None:
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.config["plugins"] = ["search", {"journal": SHORT}]
    site.write({"overrides/main.html": "{% extends 'base.html' %}{% block footer %}" + addition + "{% endblock %}"})

    result, files = both(site)

    assert {name for name, data in result.files.items() if files.get(name) != data} == set()
