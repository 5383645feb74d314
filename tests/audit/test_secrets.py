"""What belongs to a withheld post, and how it is found."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.audit.search import contained_in, found_in
from mkdocs_journal.audit.secrets import Secret, secrets_of
from mkdocs_journal.posts.model import Term
from tests.publishing.test_permalinks import make_post

POST = make_post(
    source=PurePosixPath("journal/2024-11-05-quiet-plan.md"),
    title="The quiet plan",
    body="# Heading\n\nFerries [will start](x.md) from the second harbour before the winter storms. Short one.\n\n"
    "この文章はまだ秘密にしておきます\n",
)


def texts(what: str, **fields: object) -> list[str]:
    post = make_post(**{"source": POST.source, "title": POST.title, "body": POST.body, **fields})
    return [secret.text for secret in secrets_of(post, "journal/2024/11/quiet-plan/", ()) if secret.what == what]


def test_words_are_looked_for_in_groups_and_markup_stands_between_groups() -> None:
    assert texts("the text") == [
        "from the second harbour before the",
        "second harbour before the winter storms",
        "この文章はまだ秘密にしておきます",
    ]


def test_the_target_of_a_reference_is_no_text() -> None:
    """A public page has the anchor that a draft links."""
    body = "[team]: growth.md#we-are-growing-our-team-this-year 'A title'\n"
    body += "[^1]: Ferries start from the second harbour in winter.\n"

    assert texts("the text", body=body) == ["start from the second harbour in", "from the second harbour in winter"]


def test_typographic_signs_make_no_other_script() -> None:
    """Shorter groups count in other scripts only."""
    body = "There’s a new [release](x.md)\nwhich fixes some – déjà vu – security issues.\n\nОн будет готов\n"

    assert texts("the text", body=body) == ["Он будет готов"]


@pytest.mark.parametrize("title", ["关于明年秘密产品的发布计划", "新製品の発表について", "แผนลับของบริษัทในปีหน้า"])
def test_a_title_in_a_script_without_blanks_is_found_in_a_text(title: str) -> None:
    secrets = secrets_of(make_post(source=POST.source, title=title, body=""), "", ())

    for shown in (f"<span>\n  {title}\n</span>", f"<p>看《{title}》吧</p>", f"<p>a{title}b</p>"):
        assert [secret.text for secret in found_in([("a.html", shown.encode())], secrets)] == [title]


@pytest.mark.parametrize("title", ["发布计划", "Geheimprojekt"])
def test_one_word_is_found_as_a_whole_only(title: str) -> None:
    secrets = secrets_of(make_post(source=POST.source, title=title, body=""), "", ())

    assert found_in([("a.html", f"<p>a {title} b</p>".encode())], secrets) == {}
    assert len(found_in([("a.html", f"<p>{title}</p>".encode())], secrets)) == 1


def test_names_and_addresses() -> None:
    assert (texts("the title"), texts("the file name")) == (["The quiet plan"], ["2024-11-05-quiet-plan"])
    assert texts("the address") == ["11/quiet-plan", "journal/2024-11-05-quiet-plan"]
    bundle = make_post(source=PurePosixPath("journal/2024-11-05-b/index.md"))
    assert [s.text for s in secrets_of(bundle, "a/2024/11/05/", ()) if s.what == "the file name"] == ["2024-11-05-b"]
    own = "journal/2024-11-05-b"
    assert [s.text for s in secrets_of(bundle, "a/2024/11/05/", ()) if s.what == "the address"] == ["a/2024/11/05", own]
    assert [s.text for s in secrets_of(bundle, "alone.html", ()) if s.what == "the address"] == ["alone", own]


def found(data: str, *terms: Term) -> set[str]:
    pieces: list[tuple[str, bytes]] = []
    pieces.append(("first.html", b"an ordinary page\n"))
    pieces.append(("x/page.html", data.encode()))
    hits = found_in(pieces, secrets_of(POST, "journal/2024/11/quiet-plan/", terms))
    assert set(hits.values()) <= {"x/page.html"}
    return {secret.what for secret in hits}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("<p>from the second harbour before the winter storms</p>", {"the text"}),
        ("xfrom the second harbour before thex", set()),
        ("この文章はまだ秘密にしておきます", {"the text"}),
        (json.dumps({"text": "この文章はまだ秘密にしておきます"}), {"the text"}),
        ("<title>The quiet plan - Site</title>", {"the title"}),
        ("not The quiet planets", set()),
        ('<a href="../quiet-plan/">', set()),
        ('<a href="../11/quiet-plan/">', {"the address"}),
        ('href="/11/quiet-plan.html#x"', {"the address"}),
        ("the plan 11/quiet-plan of mine", set()),
        ("see https://example.org/journal/2024/11/quiet-plan\n", {"the address"}),
        ("read 'journal/2024/11/quiet-plan', now", {"the address"}),
        ("[x](/journal/2024/11/quiet-plan)", {"the address"}),
        (r'"https:\/\/example.org\/journal\/2024\/11\/quiet-plan\/"', {"the address"}),
        ("share?url=https%3A%2F%2Fexample.org%2Fjournal%2F2024%2F11%2Fquiet-plan%2F", {"the address"}),
        ("/11/quiet-plan.png /11/quiet-planet /11/quiet-plan-2 /111/quiet-plan", set()),
        ("edit docs/2024-11-05-quiet-plan.md", {"the file name"}),
        ("file: 2024-11-05-quiet-plan.md)", {"the file name"}),
        ("12024-11-05-quiet-plan.md", set()),
        ('src="2024-11-05-quiet-plan.md"', {"the file name"}),
        ("once xThe quiet plan, then The quiet plan", {"the title"}),
    ],
)
def test_each_form_is_found_where_it_stands_for_itself(data: str, what: set[str]) -> None:
    assert found(data) == what


def test_a_short_term_counts_only_as_the_whole_text_of_something() -> None:
    term = Term("tags", "ai", "AI", "ai")

    assert found("<p>We use AI here</p>", term) == set()
    assert found("<a>AI</a>", term) == {"a tag"}
    assert found('"tags": ["AI"]', term) == {"a tag"}
    assert found('href="../tags/ai/"', term) == {"a tag"}
    assert found("<b>X</b>", Term("other", "x", "X", "x")) == {"a term"}


@pytest.mark.parametrize(
    ("source", "written", "names"),
    [
        ("journal/_drafts/plan.md", "journal/_drafts/plan.de.md", ["plan.md", "plan.de.md"]),
        ("journal/_drafts/plan/index.md", "journal/_drafts/plan/index.de.md", ["plan/index.md", "plan/index.de.md"]),
        ("journal/2024-01-01-plan/index.md", "journal/2024-01-01-plan/index.de.md", ["2024-01-01-plan"]),
        ("journal/2024-01-01-plan.md", "journal/2024-01-01-plan.de.md", ["2024-01-01-plan"]),
    ],
)
def test_a_file_is_also_known_by_its_name_with_the_language(source: str, written: str, names: list[str]) -> None:
    post = make_post(source=PurePosixPath(source), title="The quiet plan")

    found = secrets_of(post, "", (), "", PurePosixPath(written))

    assert [(secret.text, str(secret.post)) for secret in found if secret.what == "the file name"] == [
        (name, source) for name in names
    ]


def test_a_long_file_is_searched_across_its_pieces() -> None:
    filler = "word " * 3_000

    assert found(filler + "from the second harbour before the winter storms" + filler) == {"the text"}


def test_of_many_pieces_those_that_hold_the_longest_words_are_searched() -> None:
    pieces: list[tuple[str, bytes]] = []
    pieces += [(f"{number}.html", f"{number} a harbour with storms, before the winter".encode()) for number in range(3)]
    pieces.append(("page.html", b"<p>second harbour before the winter storms</p>"))

    assert list(found_in(pieces, secrets_of(POST, "", ())).values()) == ["page.html"]


def test_lines_that_several_files_share_are_searched_once() -> None:
    pieces: list[tuple[str, bytes]] = []
    pieces.append(("a.html", b"<p>The quiet plan</p>\n"))
    pieces.append(("b.html", b"<p>The quiet plan</p>\n"))

    assert list(found_in(pieces, secrets_of(POST, "", ())).values()) == ["a.html"]


def test_the_name_of_an_output_is_searched_as_well() -> None:
    pieces: list[tuple[str, bytes]] = []
    pieces.append(("11/quiet-plan/index.html", b""))

    assert [s.what for s in found_in(pieces, secrets_of(POST, "journal/2024/11/quiet-plan/", ()))] == ["the address"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("from **the** second `harbour`, before the winter", True),
        ("from [the second](x 'y') harbour before <b>the</b> winter", True),
        ("FROM THE SECOND HARBOUR BEFORE THE", True),
        ("“from the second harbour before the”", True),
        ("from the s&#101;cond harbour&nbsp;before the", True),
        ('{"text": "from the s\\u0065cond harbour before\\u0020the"}', True),
        ("from the second", False),
        ("before harbour the second the from", False),
    ],
)
def test_what_a_public_text_says_in_its_own_words(text: str, says: bool) -> None:
    secret = Secret(POST.source, "the text", "from the second harbour before the", ())

    assert contained_in([b"nothing", text.encode()], [secret]) == ({secret} if says else set())


def test_a_text_of_common_words_is_found_among_many_pieces() -> None:
    """Each of its words stands in many pieces, all of them in one."""
    pieces: list[tuple[str, bytes]] = []
    words = ("second", "harbour", "before", "winter", "storms")
    for number in range(60):
        others = " ".join(word for n, word in enumerate(words) if n != number % 5)
        pieces.append((f"{number}.html", f"{number} the {others}".encode()))
    pieces.append(("page.html", b"<p>second harbour before the winter storms</p>"))

    assert list(found_in(pieces, secrets_of(POST, "", ())).values()) == ["page.html"]


def test_a_text_of_common_words_is_found_beside_another_text_and_alone() -> None:
    """Many files contain its words, in another order."""
    pieces: list[tuple[str, bytes]] = []
    common, rare = "and the more of what we", "seven quiet ferries of harbourside"
    secrets = [Secret(POST.source, "the text", text, (text.encode(),)) for text in (common, rare)]
    pieces += [(f"{number}.html", f"<p>{number} we and what of more the</p>".encode()) for number in range(100)]
    pieces.append(("page.html", f"<p>{rare} {common}</p>".encode()))

    assert {(output, secret.text) for secret, output in found_in(pieces, secrets).items()} == {
        ("page.html", common),
        ("page.html", rare),
    }
    assert found_in(pieces, secrets[:1]) == {secrets[0]: "page.html"}


def test_a_title_of_common_words_is_found_where_all_of_them_stand_on_each_page() -> None:
    """As in a series of releases, whose pages name each other."""
    secret = Secret(POST.source, "the title", "Engine 1.15.2 Release", (b"Engine 1.15.2 Release",))
    pieces: list[tuple[str, bytes]] = []
    others = ((number, f"{number} Engine 1.15.1 Release, Engine 1.2.{number} Release, part 2") for number in range(200))
    pieces += [(f"{number:03}.html", text.encode()) for number, text in others]
    pieces.append(("page.html", b"<b>Engine 1.15.2 Release</b>"))

    assert list(found_in(pieces, [secret]).values()) == ["page.html"]
