"""Beside plugins that check the links of each page, list pages for programs, or encrypt pages."""

from __future__ import annotations

import pytest

from tests.conftest import Site
from tests.neighbours.sites import TITLES, beside, is_whole
from tests.neighbours.test_plugins import ORDERS, ordered


@pytest.mark.neighbour("mkdocs-htmlproofer-plugin")
@pytest.mark.parametrize("directory_urls", [True, False])
@ORDERS
def test_the_checker_of_links_finds_every_target(order: str, directory_urls: bool, site: Site) -> None:
    plugin = {"htmlproofer": {"raise_error": True, "validate_external_urls": False, "validate_rendered_template": True}}

    result = beside(site, ordered(order, plugin), use_directory_urls=directory_urls)

    is_whole(result, pages=())


@pytest.mark.neighbour("mkdocs-htmlproofer-plugin")
@ORDERS
def test_the_checker_of_links_reports_a_broken_one_in_a_post(order: str, site: Site) -> None:
    plugin = {"htmlproofer": {"raise_error_after_finish": True, "validate_external_urls": False}}
    files = {"docs/journal/2024-06-06-more.md": "---\ntitle: More words\n---\n\nSee [that](#nowhere).\n"}

    result = beside(site, ordered(order, plugin), files=files)

    assert result.returncode == 1
    assert ["#nowhere" in line for line in result.messages if "ERROR" not in line] == [True]


@pytest.mark.neighbour("mkdocs-llmstxt")
@ORDERS
def test_the_list_for_programs_has_the_public_posts(order: str, site: Site) -> None:
    plugin = {"llmstxt": {"full_output": "llms-full.txt", "sections": {"News": ["journal/*.md", "journal/**/index.md"]}}}

    result = beside(site, ordered(order, plugin))

    is_whole(result)
    for title in TITLES:
        assert f"[{title}](https://example.org/docs/journal/2024/" in result.page("llms.txt")
    assert "Quiet words" not in result.page("llms.txt")
    assert "The first text." in result.page("llms-full.txt")
    assert "The quiet text." not in result.page("llms-full.txt")


@pytest.mark.neighbour("mkdocs-encryptcontent-plugin")
@ORDERS
def test_an_encrypted_post_is_in_the_clear_nowhere(order: str, site: Site) -> None:
    password = "swordfish-Umbrella-9-orange-teapot"  # the plugin warns about weak ones
    text = f"---\ntitle: Locked words\npassword: {password}\n---\n\nA nudibranch.\n"
    files = {"docs/journal/2024-06-06-locked.md": text}

    result = beside(site, ordered(order, "encryptcontent"), files=files)

    assert (result.returncode, result.messages) == (0, []), result.log
    assert [name for name, data in result.files.items() if b"nudibranch" in data or b"swordfish" in data] == []
    for name in ("journal/index.html", "journal/feed.xml", "journal/2024/06/locked/index.html"):
        assert "Locked words" in result.page(name)
