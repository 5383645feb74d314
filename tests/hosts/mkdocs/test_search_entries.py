"""The search entries of posts that are made here are those of the search plugins."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from types import SimpleNamespace as Stub
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search.search_index import SearchIndex
from mkdocs.structure.toc import get_toc

from mkdocs_journal.hosts.mkdocs.search_entries import _MADE, _digest_of, spare_search
from tests.text.usual_pages import usual_page

POST, PAGE = "journal/a.md", "a.md"
TAGS: list[object] = [None, ["a", 3, "", None, True, ["b"]], "a", []]


def index_of_mkdocs(indexing: str = "full") -> Any:
    return SearchIndex(indexing=indexing, prebuild_index=False)


def index_of_material() -> Any:
    return pytest.importorskip("material.plugins.search.plugin").SearchIndex(lang=["en"])


INDEXES: dict[str, Callable[[], Any]] = {"mkdocs": index_of_mkdocs, "material": index_of_material}


def page(html: str, meta: dict[str, object] | None = None, source: str = POST) -> Any:
    """Return a page with some headings in its table of contents."""
    tokens: Any = [
        {"level": 1, "id": "x", "name": "X", "children": [{"level": 2, "id": "1", "name": "O&amp;", "children": []}]}
    ]
    toc = get_toc([*tokens, {"level": 1, "id": "x", "name": "Second", "children": []}])
    file = Stub(src_uri=source)
    return Stub(content=html, title="Title", url="journal/a/", toc=toc, meta=meta or {}, file=file)


def spared(index: Any) -> Any:
    """Let an index take the entries of the post from the journal; the two posts that are read both ways are read."""
    config = MkDocsConfig()
    config.plugins = {"search": Stub(search_index=index)}  # type: ignore[assignment]
    spare_search(config, {POST})
    return index


def entries(index: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = index._entries if hasattr(index, "_entries") else index.entries
    return found


def is_known(index: Any) -> bool:
    return _digest_of(index) in _MADE


@pytest.mark.parametrize("kind", INDEXES)
def test_entries_are_those_of_the_plugin(kind: str) -> None:
    """For pages of every mixture of elements, with the tags and titles of a post."""
    plain, quick, chance = INDEXES[kind](), spared(INDEXES[kind]()), Random(11)
    for number in range(8_000):
        meta: dict[str, object] = {"tags": TAGS[number % len(TAGS)], "title": "Own"} if number % 3 else {}
        shown = page(usual_page(chance) if number > 1 else "<p>Text</p>", meta)  # the first two are read both ways
        for index in (plain, quick):
            try:
                index.add_entry_from_context(shown)
            except (
                ValueError,
                AttributeError,
            ):  # Material's plugin ends at an end tag in another section than its start tag
                continue

    assert entries(quick) == entries(plain)


def counted(index: Any, monkeypatch: pytest.MonkeyPatch, more: str = "") -> list[str]:
    """Return the list in which what the plugin itself reads is noted; it adds `more` to each text."""
    if not is_known(index):
        pytest.skip("another version of the plugin than those whose entries are made here")
    read: list[str] = []
    add = type(index).add_entry_from_context

    def noted(self: Any, shown: Any) -> None:
        read.append(shown.content)
        add(self, shown)
        entries(self)[-1]["text"] += more

    noted.__module__ = type(index).__module__
    monkeypatch.setattr(type(index), "add_entry_from_context", noted)
    return read


@pytest.mark.parametrize("kind", INDEXES)
def test_a_method_that_a_hook_has_replaced_reads_every_post(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may leave out pages."""
    index = INDEXES[kind]()
    monkeypatch.setattr(type(index), "add_entry_from_context", lambda *_: None)
    spared(index)

    for number in range(5):
        index.add_entry_from_context(page(f"<p>{number}</p>"))

    assert entries(index) == []


@pytest.mark.parametrize("kind", INDEXES)
def test_the_plugin_reads_the_first_posts_and_what_is_not_usual(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    index = INDEXES[kind]()
    read = counted(index, monkeypatch)
    spared(index)

    for html in ("<p>1</p>", "<p>2</p>", "<p>3</p>", "<P>4</P>", "<p>5</p>"):
        index.add_entry_from_context(page(html))
    index.add_entry_from_context(page("<p>6</p>", source=PAGE))

    assert read == ["<p>1</p>", "<p>2</p>", "<P>4</P>", "<p>6</p>"]
    assert [entry["text"].removeprefix("<p>").removesuffix("</p>") for entry in entries(index)] == list("123456")


@pytest.mark.parametrize("kind", INDEXES)
def test_a_plugin_that_is_changed_reads_every_post(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    index = INDEXES[kind]()
    read = counted(index, monkeypatch, more="!")
    spared(index)

    for number in range(5):
        index.add_entry_from_context(page(f"<p>{number}</p>"))

    assert len(read) == 5


def test_a_plugin_that_is_not_known_reads_every_post(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of_mkdocs()
    read = counted(index, monkeypatch)
    monkeypatch.delitem(_MADE, _digest_of(index))
    spared(index)

    for number in range(5):
        index.add_entry_from_context(page(f"<p>{number}</p>"))

    assert len(read) == 5


@pytest.mark.parametrize("indexing", ["titles", "sections"])
def test_an_index_without_texts_is_made_by_the_plugin(indexing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if the first posts have none, so that their entries are the same."""
    index = index_of_mkdocs(indexing)
    read = counted(index, monkeypatch)
    spared(index)

    for html in ("", "", "<p>3</p>", "<p>4</p>"):
        index.add_entry_from_context(page(html))

    assert len(read) == 4
    assert {entry["text"] for entry in entries(index)} == {""}


def test_what_the_front_matter_says_of_the_search_is_for_the_plugin() -> None:
    plain, quick = index_of_material(), spared(index_of_material())
    for index in (plain, quick):
        for meta in ({}, {}, {"search": {"exclude": True}}, {"search": {"boost": 2}}):
            index.add_entry_from_context(page("<p>Text</p>", dict(meta)))

    assert entries(quick) == entries(plain)
    assert [entry.get("boost") for entry in entries(quick)] == [None, None, 2]
