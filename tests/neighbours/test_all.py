"""All plugins of the matrix that can be combined, in one site."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.neighbours.sites import TITLES, beside, is_whole
from tests.neighbours.test_other_plugins import notebook

PLUGINS: dict[str, object] = {
    "mkdocs-material": "meta",
    "mkdocs-autorefs": "autorefs",
    "mkdocs-exclude": {"exclude": {"glob": ["*.tmp"]}},
    "mkdocs-same-dir": "same-dir",
    "mkdocs-gen-files": {"gen-files": {"scripts": ["gen.py"]}},
    "mkdocs-jupyter": "mkdocs-jupyter",
    "mkdocs-monorepo-plugin": "monorepo",
    "mkdocs-macros-plugin": "macros",
    "mkdocs-table-reader-plugin": "table-reader",
    "mkdocs-include-markdown-plugin": "include-markdown",
    "mkdocs-markdownextradata-plugin": "markdownextradata",
    "mkdocs-autolinks-plugin": "autolinks",
    "mkdocs-redirects": {"redirects": {"redirect_maps": {"old.md": "journal/tags/index.md"}}},
    "mkdocs-literate-nav": "literate-nav",
    "mkdocs-section-index": "section-index",
    "mkdocs-git-revision-date-localized-plugin": {"git-revision-date-localized": {"enable_creation_date": True}},
    "mkdocs-git-authors-plugin": "git-authors",
    "mkdocs-glightbox": "glightbox",
    "mkdocs-swagger-ui-tag": "swagger-ui-tag",
    "mkdocs-rss-plugin": "rss",
    "mkdocs-exclude-search": {"exclude-search": {"exclude": ["guide.md"]}},
    "mkdocs-minify-plugin": {"minify": {"minify_html": True}},
    "mkdocs-minify-html-plugin": "minify_html",
    "mkdocs-print-site-plugin": "print-site",
    "mike": "mike",
}
"""The nav plugins but one are left out, because each makes the whole nav."""


@pytest.mark.neighbour(*PLUGINS)
@pytest.mark.parametrize("place", [1, len(PLUGINS) - 2])
def test_everything_at_once(place: int, site: Site) -> None:
    files = {
        "gen.py": "import mkdocs_gen_files\n",
        "docs/SUMMARY.md": "- [Home](index.md)\n- [Guide](guide.md)\n- [Journal](journal/)\n",
        "docs/notes.ipynb": notebook("Numbers"),
    }
    plugins = ["search", *PLUGINS.values()]
    plugins.insert(place + 1, {"journal": {"feeds": {"id_base": "tag:example.org,2024:docs"}}})
    plugins.remove("mike")

    result = beside(
        site,
        ["mike", *plugins],
        files=files,
        in_git=True,
        theme={"name": "material", "font": False},
        exclude_docs="SUMMARY.md\n",
    )

    is_whole(result, titles=TITLES)
    assert "url=../journal/tags/" in result.page("old/index.html")
