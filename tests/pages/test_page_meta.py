"""`page.meta` of the pages of a journal, as themes and other plugins read it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from mkdocs_journal.pages.page_meta import hidden_meta, meta_for_theme, meta_of_post
from mkdocs_journal.posts.model import Author, Post, State
from mkdocs_journal.publishing.theme_templates import Theme


def post(state: State = State.PUBLISHED, **meta: object) -> Post:
    date = datetime(2024, 1, 1, tzinfo=UTC)
    return Post(
        source=PurePosixPath("journal/a.md"), title="A <b>", date=date, slug="a", body="", state=state, meta=meta,
        tags=("x",), authors=(Author(name="Ann"), Author(name="Bob")), description="Short",
    )  # fmt: skip


def test_a_post_has_its_values_as_themes_may_print_them(tmp_path: Path) -> None:
    """Other keys stay, of the author and of other plugins; a template that the theme does not have is left out."""
    (tmp_path / "there.html").write_text("", encoding="utf-8")
    meta = meta_of_post(post(author="ann", template="there.html", own=1), {"theirs": 2}, Theme("mkdocs", [str(tmp_path)]))

    assert meta == {
        "theirs": 2, "own": 1, "template": "there.html", "title": "A &lt;b&gt;", "description": "Short", "tags": ["x"],
        "authors": ["Ann", "Bob"], "author": "Ann, Bob",
    }  # fmt: skip
    assert "template" not in meta_of_post(post(template="missing.html"), {}, Theme("mkdocs", [str(tmp_path)]))


@pytest.mark.parametrize(
    ("theme", "meta", "kept"),
    [
        ("material", {"search": True, "hide": True}, set()),
        ("materialx", {"search": "no", "hide": 5}, set()),
        ("material", {"search": ["exclude"], "hide": datetime(2024, 1, 1, tzinfo=UTC)}, set()),
        ("material", {"search": {"boost": 2}, "hide": ["toc"]}, {"search", "hide"}),
        ("material", {"search": False, "hide": "toc"}, {"search", "hide"}),
        ("mkdocs", {"search": True, "hide": True, "template": None}, {"search", "hide"}),
    ],
)
def test_a_post_has_no_value_that_would_end_the_build_in_its_theme(
    theme: str, meta: dict[str, Any], kept: set[str]
) -> None:
    """Material takes `search` for a map and `hide` for a list."""
    assert meta_of_post(post(**meta), {}, Theme(theme)).keys() & {"search", "hide", "template"} == kept


def test_an_unlisted_post_is_kept_from_lists_and_searches_but_not_from_its_theme() -> None:
    unlisted = post(State.UNLISTED, search={"boost": 2}, draft=False)

    gathered = meta_of_post(unlisted, {}, Theme())

    assert gathered["draft"] is True
    assert gathered["search"] == {"boost": 2, "exclude": True}
    assert "tags" not in gathered
    assert meta_for_theme(unlisted, gathered)["draft"] is False
    assert "draft" not in meta_for_theme(post(State.UNLISTED), {"draft": True})
    assert meta_for_theme(post(), {"draft": True}) == {"draft": True}


def test_pages_with_problems_share_no_value() -> None:
    """Another plugin may change what it is given."""
    hidden_meta()["search"]["exclude"] = False

    assert hidden_meta() == {"search": {"exclude": True}}
