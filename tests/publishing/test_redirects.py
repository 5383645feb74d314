"""Old addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.publishing.permalinks import Address, PermalinkError
from mkdocs_journal.publishing.redirects import json_map, netlify_rules, old_address
from tests.publishing.test_permalinks import make_post

SITE = "https://example.org/docs/"


@pytest.mark.parametrize(
    ("text", "url", "file"),
    [
        ("/2020/03/05/foo.html", "2020/03/05/foo.html", "2020/03/05/foo.html"),
        ("old/place/", "old/place/", "old/place/index.html"),
        ("/no-suffix", "no-suffix", "no-suffix.html"),
        ("/caf%C3%A9/", "café/", "café/index.html"),
        (" /blanks around/ ", "blanks around/", "blanks around/index.html"),
        ("https://example.org/docs/a/", "a/", "a/index.html"),
        ("http://EXAMPLE.org:80/docs/a/", "a/", "a/index.html"),
        ("//example.org/docs/a/", "a/", "a/index.html"),
        ("/", "", "index.html"),
    ],
)
def test_an_old_address_is_a_path_of_this_site(text: str, url: str, file: str) -> None:
    assert old_address(text, SITE) == Address(url, file)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("../../../escape/", "is not a safe path below the site"),
        ("/%2e%2e/escape/", "is not a safe path below the site"),
        ("/?p=12", "is not a safe path below the site"),
        ("/" + "x" * 300, "is not a safe path below the site"),
        ("https://elsewhere.example/a/", "is not an address of this site"),
        ("//elsewhere.example/a/", "is not an address of this site"),
        ("https://example.org/docs/a/?p=1", "is not a safe path below the site"),
        ("https://example.org/other/", "is not an address of this site"),
        ("//[host]/x", "is not an address of this site"),
        ("http://[", "is not an address of this site"),
        ("https://example.org:port/docs/a/", "is not an address of this site"),
    ],
)
def test_what_is_no_old_address(text: str, reason: str) -> None:
    with pytest.raises(PermalinkError) as caught:
        old_address(text, SITE)

    assert (caught.value.code, caught.value.values["reason"]) == ("J506", reason)


@pytest.mark.parametrize(
    ("text", "compat", "url"),
    [
        ("/journal/:year/:month/:title/", "none", "journal/2024/11/a-title/"),
        ("https://example.org/docs/:year/:slug.html", "none", "2024/a-title.html"),
        ("/talk:2/:yaer/", "none", "talk:2/:yaer/"),
        ("/journal/:year/", "jekyll", "journal/:year/"),
    ],
)
def test_placeholders_are_those_of_permalinks(text: str, compat: str, url: str) -> None:
    """A name that is none stays; jekyll-redirect-from has none at all."""
    assert old_address(text, SITE, Options(compat=compat), make_post()).url == url


def test_a_number_sign_belongs_to_a_name_if_it_is_encoded_or_of_a_category() -> None:
    """As it is written it begins a fragment, which no file has."""
    post = replace(make_post(), categories=("C#",))

    assert old_address("/F%23/a/", SITE, Options(), post).url == "F#/a/"
    assert old_address("/:categories/a/", SITE, Options(), post).url == "c#/a/"
    with pytest.raises(PermalinkError, match="J506"):
        old_address("/F/#a", SITE, Options(), post)


def test_a_slug_that_is_no_name_makes_no_old_address() -> None:
    """The post may be published, with a `permalink` of its own."""
    post = replace(make_post(permalink="/x/"), slug="../x", places={"slug": (2, 7)})

    with pytest.raises(PermalinkError) as caught:
        old_address("/:title/", SITE, Options(), post)

    assert (caught.value.code, caught.value.key) == ("J506", "redirect_from")


def test_without_the_address_of_the_site_every_whole_address_is_anothers() -> None:
    with pytest.raises(PermalinkError):
        old_address("https://example.org/a/", "")


def test_files_for_hosts() -> None:
    rules = [(Address("a b/", "a b/index.html"), "/docs/new/"), (Address("c.html", "c.html"), "https://example.com/")]

    assert netlify_rules(rules, "/docs/") == "/docs/a%20b/ /docs/new/ 301\n/docs/c.html https://example.com/ 301\n"
    assert netlify_rules([(Address(":a/b:c/1:2", ""), "https://e.org:80/:x")], "/") == (
        "/%3Aa/b%3Ac/1:2 https://e.org:80/%3Ax 301\n"
    )
    assert json_map(rules) == '{\n "/a b/": "/docs/new/",\n "/c.html": "https://example.com/"\n}\n'


def test_letters_are_written_as_they_are() -> None:
    assert json_map([(Address("café/", "café/index.html"), "/é/")]) == '{\n "/café/": "/é/"\n}\n'
