"""What a page shows around its text is freed when the next page begins."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.page_texts import PageTexts
from mkdocs_journal.hosts.mkdocs.post_files import give_body


def page(name: str, body: str) -> Page:
    """Return a page that MkDocs has read and rendered."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "T", "docs_dir": "docs", "site_dir": "site", "plugins": []})
    assert not config.validate()[0]
    config.plugins._current_plugin = "journal"
    file = File.generated(config, name, content="")
    give_body(file, body)
    made = Page(None, file, config)
    made.read_source(config)
    made.content = "<p>Body</p>"
    return made


@pytest.mark.parametrize("kept", [False, True])
def test_a_written_page_gets_its_text_back(kept: bool) -> None:
    """Unless another plugin may read pages at the end of the build."""
    one, other = page("a.md", "\nText"), page("b.md", "Text")
    texts = PageTexts(kept=kept)
    for shown in (one, other):
        texts.begin(shown)
        shown.content = "<p>Around</p><p>Body</p>"

    assert one.content == ("<p>Around</p><p>Body</p>" if kept else "<p>Body</p>")
    assert other.content == "<p>Around</p><p>Body</p>"
    assert (one.markdown is one.file._content) is not kept  # in memory once


def test_a_text_that_a_plugin_has_changed_is_kept() -> None:
    texts, changed = PageTexts(kept=False), page("a.md", "Text")
    changed.markdown = "Other text"
    for one in (changed, page("b.md", "")):
        texts.begin(one)

    assert changed.markdown == "Other text"


@pytest.mark.parametrize("body", ["Update: a\nb", "\nUpdate: a", "\n\n  a", "", "\n", " \nkey: a"])
def test_mkdocs_reads_no_metadata_from_a_body(body: str) -> None:
    made = page("a.md", body)

    assert (made.meta, made.markdown) == ({}, body.lstrip("\n"))
    assert (made.file._content is body) is body.startswith("\n")
