"""Pages and files of old sites that are written in unusual ways."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal.moving.built_site import BuiltSite
from mkdocs_journal.moving.jekyll_site import SiteFile, default_of
from mkdocs_journal.moving.page_bodies import body_of
from mkdocs_journal.publishing.jekyll_config import JekyllConfig


@pytest.mark.parametrize(
    "head",
    [
        "<p>refresh</p>",
        '<meta http-equiv="refresh" content="5">',
        '<meta name="refresh" content="0; url=/b/">',
        '</meta http-equiv="refresh">',
    ],
)
def test_a_page_that_does_not_redirect(tmp_path: Path, head: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(head)

    answer = BuiltSite(tmp_path).answer("/a/")

    assert (answer.file, answer.redirected) == (tmp_path / "a" / "index.html", False)


def test_bytes_that_are_not_utf8_are_replaced() -> None:
    assert SiteFile(PurePosixPath("a.html"), b"caf\xe9\r\n", "page").text == "caf\ufffd\n"


def test_defaults_in_another_form_are_ignored() -> None:
    given = ["text", {"values": 1}, {"scope": 1, "values": {"layout": "page"}}]

    assert default_of(JekyllConfig(values={"defaults": given}), PurePosixPath("a.md"), "pages", "layout") == "page"
    assert default_of(JekyllConfig(values={"defaults": "x"}), PurePosixPath("a.md"), "pages", "layout") is None


@pytest.mark.parametrize("kind", [["pages"], {"pages": True}, 5, True])
def test_defaults_for_a_kind_in_another_form_are_for_no_page(kind: object) -> None:
    given = [{"scope": {"path": "", "type": kind}, "values": {"layout": "page"}}]

    assert default_of(JekyllConfig(values={"defaults": given}), PurePosixPath("a.md"), "pages", "layout") is None


def test_a_page_without_a_body_and_one_that_never_ends() -> None:
    assert body_of("<p>Words</p>") is None
    unclosed = body_of("<article><p>Words")
    assert unclosed is not None
    assert "Words" in str(unclosed) or "words" in str(unclosed)


def test_the_place_of_a_key_that_is_missing_is_that_of_the_file() -> None:
    assert JekyllConfig().place_of("feed.path").file == "_config.yml"
