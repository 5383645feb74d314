"""The private parts of MkDocs are there and do what the edge relies on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journal.hosts.mkdocs import internals, search_index
from mkdocs_journal.hosts.mkdocs.files import output_file
from mkdocs_journal.hosts.mkdocs.internals import (
    copy_content,
    link_reader,
    made_content,
    move,
    origins_of,
    pass_over_in_search,
    render_as,
    rendered_file,
    url_now,
)
from mkdocs_journal.hosts.mkdocs.pages import _headings_of
from mkdocs_journal.publishing.permalinks import Address


def config() -> MkDocsConfig:
    made = MkDocsConfig()
    made.load_dict({"site_name": "T", "docs_dir": "docs", "site_dir": "site", "plugins": []})
    assert not made.validate()[0]
    made.plugins._current_plugin = "journal"
    return made


def test_a_file_that_is_looked_at_can_still_be_moved_by_others() -> None:
    file = File("a.md", "docs", "site", use_directory_urls=True)

    assert url_now(file) == "a/"
    file.dest_uri = "b/index.html"

    assert output_file(file).url == "b/"
    assert url_now(File("index.md", "docs", "site", use_directory_urls=True)) == ""
    assert url_now(File("\udcff.png", "docs", "site", use_directory_urls=True)) == "%FF.png"


def test_a_moved_file_has_its_new_place_everywhere() -> None:
    file = File("a.md", "docs", "site", use_directory_urls=True)
    before = file.url, file.abs_dest_path
    move(file, None)
    assert (file.url, file.abs_dest_path) == before

    move(file, Address("x y", "x y.html"))

    assert (file.dest_uri, file.url) == ("x y.html", "x%20y")
    assert file.abs_dest_path.endswith("x y.html")


def test_what_a_program_has_made_is_read_without_a_file() -> None:
    file = File.generated(config(), "a.md", content="é")
    other = File("b.md", "nowhere", "site", use_directory_urls=True)

    assert made_content(file) == "é".encode()
    assert made_content(other) == b""
    copy_content(other, file)
    assert made_content(other) == "é".encode()


def test_links_know_the_page_that_mkdocs_renders_and_no_other() -> None:
    """A Markdown run of another plugin has no page."""
    seen: list[File | None] = []

    class Look(markdown.treeprocessors.Treeprocessor):
        def run(self, root: object) -> None:
            seen.append(rendered_file(self.md))

    class Extension(markdown.Extension):
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
            md.treeprocessors.register(Look(md), "look", 0.5)

    made = config()
    made.markdown_extensions = [Extension()]  # type: ignore[list-item]  # MkDocs hands it on as it is
    file = File.generated(made, "a.md", content="[a](b.md)")
    page = Page(None, file, made)
    page.read_source(made)
    page.render(made, Files([file]))
    markdown.markdown("[a](b.md)", extensions=[Extension()])

    assert seen == [file, None]


def test_a_page_and_a_search_index_take_what_they_are_given() -> None:
    made = config()
    file = File.generated(made, "a.md", content="Text.")
    page = Page(None, file, made)
    render_as(page, "<p>As it is.</p>")
    page.render(made, Files([file]))
    found: list[Page] = []
    made.plugins["search"] = SimpleNamespace(search_index=SimpleNamespace(add_entry_from_context=found.append))  # type: ignore[assignment]  # a stand-in
    pass_over_in_search(made, {"b.md"})
    add = made.plugins["search"].search_index.add_entry_from_context  # type: ignore[attr-defined]  # the same

    add(page)
    add(Page(None, File.generated(made, "b.md", content=""), made))

    assert page.content == "<p>As it is.</p>"
    assert found == [page]


def test_handlers_of_an_event_have_the_names_of_their_plugins() -> None:
    made = MkDocsConfig()
    made.load_dict({"site_name": "T", "docs_dir": "docs", "site_dir": "site", "plugins": ["search"]})
    assert not made.validate()[0]

    assert origins_of(made, "post_build") == ["search"]
    assert origins_of(made, "nav") == []


def test_links_are_read_as_mkdocs_reads_them() -> None:
    """From the page to the URL of a source, with the anchors that it will look for."""
    page, other = (File(name, "docs", "site", use_directory_urls=True) for name in ("a/b.md", "c.md"))
    reader = link_reader(page, Files([page, other]), config())

    assert reader.path_to_url("../c.md#part") == "../../c/#part"
    assert reader.links_to_anchors == {other: {"part": "../c.md#part"}}


def test_a_search_index_is_wrapped_once_for_all_journals(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many calls inside each other as there are journals would end in RecursionError."""
    added: list[str] = []
    index = SimpleNamespace(add_entry_from_context=lambda page: added.append(page.file.src_uri))
    monkeypatch.setattr(search_index, "spare_search", lambda *_: None)
    monkeypatch.setattr(internals, "search_indexes", lambda _: [index])
    monkeypatch.setattr(search_index, "_without_entries", lambda edition: {edition.name})
    editions = [SimpleNamespace(posts=(), name=f"{number}.md") for number in range(2_000)]
    publication: Any = SimpleNamespace(all=editions)

    search_index.prepare_search(publication, config())
    for name in ("7.md", "page.md"):
        index.add_entry_from_context(SimpleNamespace(file=SimpleNamespace(src_uri=name)))

    assert added == ["page.md"]


def test_a_heading_is_found_by_its_anchor() -> None:
    """The first of two with one anchor; the headings of a page are read once for all links to them."""
    first, second = AnchorLink("One", "a", 2), AnchorLink("Two", "b", 2)
    first.children = [AnchorLink("Below", "c", 3), AnchorLink("Again", "a", 3)]
    contents = TableOfContents([first, second])

    assert _headings_of(contents) == {"a": "One", "b": "Two", "c": "Below"}
    assert _headings_of(contents) is _headings_of(contents)
