"""Front matter that a post has without saying so."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import Scope
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.post import Read, read_post

NOW = datetime(2024, 11, 12, tzinfo=UTC)
NAME = "2024-01-01-a.md"


def read(defaults: list[object], front: str = "", path: str = f"journal/{NAME}", *scopes: Scope) -> Read:
    given = read_options({"defaults": defaults}).defaults
    source = Source(path=PurePosixPath(path), shown=path, data=f"---\n{front}\n---\n".encode())
    return read_post(source, Options(defaults=(*given, *scopes)), NOW)


def post(defaults: list[object], front: str = "", path: str = f"journal/{NAME}", *scopes: Scope) -> Post:
    found = read(defaults, front, path, *scopes).post
    assert found is not None
    return found


def scope(path: str, kind: str = "", **values: object) -> dict[str, object]:
    return {"scope": {"path": path, "type": kind}, "values": values}


def test_a_value_counts_where_the_post_says_nothing() -> None:
    defaults: list[object] = [scope("", author="Ada", comments=True, layout="post")]

    assert [author.name for author in post(defaults).authors] == ["Ada"]
    assert post(defaults).meta == {"author": "Ada", "comments": True, "layout": "post"}
    assert [author.name for author in post(defaults, "author: Ben").authors] == ["Ben"]
    assert [author.name for author in post(defaults, "author:").authors] == ["Ada"], "null says nothing"


PRECEDENCE = [
    ([scope("", author="A"), scope("news", author="B")], "journal/news/" + NAME, "B"),
    ([scope("news", author="B"), scope("", author="A")], "journal/news/" + NAME, "B"),
    ([scope("news", author="B"), scope("", author="A")], "journal/other/" + NAME, "A"),
    ([scope("journal/news", author="B")], "journal/news/" + NAME, "B"),
    ([scope("", "posts", author="A"), scope("", author="B")], "journal/" + NAME, "A"),
    ([scope("", author="A"), scope("", author="B")], "journal/" + NAME, "B"),
    ([scope("n*s", author="A")], "journal/news/" + NAME, "A"),
    ([scope("./news/", author="A"), scope(".", author="B")], "journal/news/" + NAME, "A"),
    ([scope("./news/", author="A"), scope(".", author="B")], "journal/other/" + NAME, "B"),
    ([scope("**/deep", author="A")], "journal/x/y/deep/" + NAME, "A"),
    ([scope("", "pages", author="A")], "journal/" + NAME, ""),
    ([scope("", "drafts", author="A")], "journal/" + NAME, ""),
    ([scope("", "drafts", author="A")], "journal/_drafts/" + NAME, "A"),
]


@pytest.mark.parametrize(("defaults", "path", "author"), PRECEDENCE)
def test_the_longer_path_counts_more_then_a_type_then_the_later(defaults: list[object], path: str, author: str) -> None:
    found = post(defaults, "", path).authors

    assert [person.name for person in found] == ([author] if author else [])


@pytest.mark.parametrize("front", ["authors: [Ben]", "by: Ben", "Author: Ben"])
def test_what_a_post_says_under_another_name_counts_more(front: str) -> None:
    assert [author.name for author in post([scope("", author="Ada")], front).authors] == ["Ben"]
    assert [author.name for author in post([scope("", author="Ada")], front.replace("Ben", "")).authors] == (
        [] if "[" in front else ["Ada"]
    ), "null says nothing, an empty list does"
    assert post([scope("", category="one")], "categories: [two]").categories == ("two", "one")
    assert post([scope("", tags="one")], "tag: two").tags == ("two",)


@pytest.mark.parametrize("layout", ["post", "page"])
def test_a_layout_by_default_makes_no_post_and_no_page(layout: str) -> None:
    """The defaults of most Jekyll sites give it to everything."""
    defaults: list[object] = [scope("", "posts", layout=layout)]

    assert read(defaults, "title: About", "journal/about.md") == Read()
    assert post(defaults, "date: 2024-01-01", "journal/a.md").meta["layout"] == layout


def test_categories_are_united_and_maps_are_merged() -> None:
    defaults: list[object] = [scope("", categories="one two", image={"path": "a.png", "alt": "A"})]
    found = post(defaults, "categories: [three, one]\nimage: {path: b.png}")

    assert found.categories == ("one", "two", "three")
    assert found.meta["image"] == {"path": "b.png", "alt": "A"}
    assert post([scope("", categories={"a": 1})], "categories: x").categories == ("x",)


def test_lists_of_a_meta_file_are_united_with_those_of_the_post() -> None:
    """As Material's plugin does it."""
    meta = Scope("journal", drafts_only=False, typed=False, values={"tags": ["one"]}, unites_lists=True)

    assert post([], "tags: [two]", f"journal/{NAME}", meta).tags == ("one", "two")
    assert post([], "", f"journal/{NAME}", meta).tags == ("one",)


def test_a_wrong_default_is_reported_where_it_stands() -> None:
    found = read([scope("", hidden="perhaps")])

    assert [str(problem) for problem in found.problems] == [
        "defaults: hidden: 'perhaps' is a text; write true or false (J203)"
    ]


WANTED = "write a list such as [{scope: {path: '', type: posts}, values: {author: Ada}}]"


@pytest.mark.parametrize(
    "value", [{"a": 1}, ["x"], [{"scope": {}}], [{"scope": "x", "values": {}}], [{"scope": {"path": 3}, "values": {}}]]
)
def test_an_option_of_another_form_is_reported(value: object) -> None:
    with pytest.raises(ValueError, match="defaults: found") as error:
        read_options({"defaults": value})

    assert str(error.value).endswith(WANTED)
