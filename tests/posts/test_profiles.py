"""What is said about authors, in the forms of Material, of Jekyll's themes and of others."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.posts.data_files import DataFiles, read_data_files
from mkdocs_journal.posts.model import ProfileLink
from tests.posts.test_data_files import journal


def authors(text: str) -> DataFiles:
    return read_data_files(authors=Source(path=PurePosixPath("a.yml"), shown="a.yml", data=text.encode()))


def links(text: str) -> list[tuple[str, str]]:
    return [(link.name, link.url) for link in authors(f"ada:\n  name: Ada\n{text}").authors["ada"].links]


LINKS = {
    "  github: ada\n  x: '@ada'": [("GitHub", "https://github.com/ada"), ("X", "https://x.com/ada")],
    "  twitter: https://nitter.example/ada": [("Twitter", "https://nitter.example/ada")],
    "  mastodon: '@ada@social.example'": [("Mastodon", "https://social.example/@ada")],
    "  mastodon: ada": [],
    "  bsky: ada.example.net": [("Bluesky", "https://bsky.app/profile/ada.example.net")],
    "  github: 'no/such/thing?'": [],
    "  links:\n  - {label: Code, url: 'https://c.example'}\n  - https://b.example/x/\n  - {name: GitHub, href: ada}": [
        ("Code", "https://c.example"),
        ("b.example/x", "https://b.example/x/"),
        ("GitHub", "https://github.com/ada"),
    ],
    "  links: {My page: 'https://c.example', Bad: 'javascript:x', none: ~, deep: {a: b}}": [
        ("My page", "https://c.example")
    ],
    "  socials:\n    github: ada\n    orcid: 0000-0001": [
        ("GitHub", "https://github.com/ada"),
        ("ORCID", "https://orcid.org/0000-0001"),
    ],
    "  links: [[x], {label: without}]": [],
    "  mastodon: a@üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.org\n  github: é": [
        ("GitHub", "https://github.com/%C3%A9")
    ],
    "  links: text": [],
    "  github: ada\n  links: [{label: GitHub, url: ada}]": [("GitHub", "https://github.com/ada")],
}


@pytest.mark.parametrize(("text", "found"), LINKS.items(), ids=range(len(LINKS)))
def test_places_where_an_author_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert links(text) == found


def test_a_picture_is_the_one_of_gravatar_if_no_other_is_named() -> None:
    data = authors(
        f"ada: {{gravatar: {'0a' * 16}}}\nben: {{gravatar: x}}\ncleo: {{gravatar: {'0a' * 16}, avatar: c.png}}\n"
    )

    assert data.authors["ada"].avatar == f"https://www.gravatar.com/avatar/{'0a' * 16}"
    assert data.authors["ben"].avatar == ""
    assert data.authors["cleo"].avatar == "c.png"
    assert {path: str(place) for path, place in data.avatars.items()} == {"c.png": "a.yml:3:60"}


def test_keys_that_say_nothing_are_reported_once_with_their_line() -> None:
    """Those that real files of Material and Jekyll have are no such keys."""
    data = authors(
        "ada:\n  name: Ada\n  avatr: a.png\n  shoe_size: 5\n  fbid: 1\n  location: London\n"
        "ben:\n  name: Ben\n  shoe_size: 6\n"
    )

    assert [str(problem) for problem in data.problems] == [
        "a.yml:3:3: avatr: unknown key; did you mean avatar? (J408)",
        "a.yml:4:3: shoe_size: unknown key, not shown; to show a link, write it below links: (J409)",
    ]


def test_what_a_post_says_counts_more_and_links_are_kept() -> None:
    data = authors("ada: {name: Ada, github: ada}\n")

    (ada,) = journal("author: {name: ada, bio: Counted}", data).posts[0].authors
    (own,) = journal("author: {name: ada, gitlab: ada}", data).posts[0].authors

    assert ada.links == (ProfileLink("GitHub", "https://github.com/ada"),)
    assert own.links == (ProfileLink("GitLab", "https://gitlab.com/ada"),)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("ada: {name: Ada, slug: countess}\nben: {name: Ben}", ["countess", "ben"]),
        ("ada: {name: Ada, slug: same}\nben: {name: Ben, slug: same}", ["ada", "ben"]),
        ("ada: {name: Ada, slug: Ben}\nben: {name: Ben}", ["ada", "ben"]),
    ],
)
def test_the_slug_of_an_author_is_the_files_unless_two_share_it(text: str, slugs: list[str]) -> None:
    read = journal("authors: [ada, ben]", authors(text))

    assert [term.slug for term in read.taxonomies["authors"].terms] == slugs


def test_malformed_addresses_are_reported_and_left_out() -> None:
    """But for a picture, which is looked for later, and its place noted."""
    text = "ada:\n  name: Ada\n  url: 'http://[a'\n  avatar: 'https://[b'\n  x: 'https://c:port/'\n  links: {L: 'https://[d]/'}\n"

    read = authors(text)

    advice = "write one, for example https://example.org/ (J602)"
    assert [str(problem) for problem in read.problems] == [
        f"a.yml:3:8: url: 'http://[a' is not a valid http(s) address; {advice}",
        f"a.yml:5:6: x: 'https://c:port/' is not a valid http(s) address; {advice}",
        f"a.yml:6:14: links: 'https://[d]/' is not a valid http(s) address; {advice}",
    ]
    assert (read.authors["ada"].url, read.authors["ada"].links) == ("", ())
    assert list(read.avatars) == ["https://[b"]


def test_addresses_are_encoded_once_for_every_output() -> None:
    """JSON-LD has them as text: a blank or a single percent sign there is malformed."""
    text = "ada:\n  name: Ada\n  url: https://a.example/b c\n  links: {L: 'https://é.example/%|'}\n"
    text += "  github: 'https://github.com/a b'\n"

    ada = authors(text).authors["ada"]

    assert ada.url == "https://a.example/b%20c"
    assert ada.links == (
        ProfileLink("L", "https://xn--9ca.example/%25%7C"),
        ProfileLink("GitHub", "https://github.com/a%20b"),
    )


def test_addresses_of_other_schemes_are_reported_and_left_out() -> None:
    """But for `mailto:`, which many lists of links have, and for names at services that only look like a scheme."""
    text = (
        "ada:\n  name: Ada\n  url: javascript:x\n  github: ftp://a.example\n"
        "  links: [{label: L, url: 'JavaScript:x'}, 'data:text/html,x', 'mailto:a@b.example', 'ht!tp://x', '/me/?u=http://x']\n"
        "  socials: {matrix: 'ada:server.example', L: 'vbscript:x'}\n"
    )

    read = authors(text)

    assert [str(problem).partition(" is not")[0] for problem in read.problems] == [
        "a.yml:3:8: url: 'javascript:x'",
        "a.yml:4:11: github: 'ftp://a.example'",
        "a.yml:5:27: links: 'JavaScript:x'",
        "a.yml:5:44: links: 'data:text/html,x'",
        "a.yml:5:86: links: 'ht!tp://x'",
        "a.yml:6:46: socials: 'vbscript:x'",
    ]
    assert (read.authors["ada"].url, read.authors["ada"].links) == ("", ())


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("ada@example.org", "ada@example.org"),
        ("mailto:ada@example.org", "ada@example.org"),
        ("Ada <ada@example.org>", "ada@example.org"),
        ("ada at example.org", ""),
        ("ada[at]example.org", ""),
        ("//[x", ""),
    ],
)
def test_only_an_address_is_an_email(text: str, mail: str) -> None:
    """Another text would make `mailto:` a malformed address, and an Atom feed with `feeds.email` invalid."""
    assert authors(f"ada: {{name: Ada, email: '{text}'}}").authors["ada"].email == mail
