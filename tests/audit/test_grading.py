"""What is proof of a leak, what is doubtful, and what is neither."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_journal.audit.allowing import allowed
from mkdocs_journal.audit.grading import Findings, evidence
from mkdocs_journal.audit.passages import paragraphs
from mkdocs_journal.audit.secrets import Secret, secrets_of
from mkdocs_journal.options.site_values import Audit, audit
from tests.publishing.test_permalinks import make_post

BODY = """# A heading of six words or more

Ferries will start from the second harbour before the winter storms. They carry the mail of all eleven islands.

- The first ship is painted green like the old ones
- The second ship has not been named by anyone yet

この文章はまだ誰にも見せない秘密の計画についてのものです。次の文章もまた誰にも見せない。

Short one.
"""
POST = make_post(source=PurePosixPath("journal/2024-11-05-quiet-plan.md"), title="The quiet plan", body=BODY)


def graded(
    *parts: str, public: tuple[str, ...] = (), named: tuple[str, ...] = (), url: str = "a/2024/11/quiet-plan/"
) -> list[str]:
    """Return what is reported if outputs hold the secrets that stand in some parts of the post."""
    secrets = secrets_of(POST, url, ())
    held = {secret: "x.html" for secret in secrets if any(secret.text in part for part in parts)}
    known = {secret for secret in held if any(secret.text in part for part in public)}
    more = known | {secret for secret in held if any(secret.text in part for part in named)}
    found = evidence(POST.source, paragraphs(POST), Findings(places=held, public=known, named=more))
    return list(dict.fromkeys(f"{one.what}{' proved' if one.proof else ''}" for one in found))


FIRST = "Ferries will start from the second harbour before the winter storms"
SECOND = "They carry the mail of all eleven islands"
SHIPS = "The first ship is painted green like the old ones"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((FIRST, SECOND), ["the text proved"]),
        ((FIRST,), ["a sentence"]),
        (("start from the second harbour before the winter",), []),
        ((SHIPS,), ["a sentence"]),
        ((SHIPS, "The second ship has not been named by anyone yet"), ["the text proved"]),
        (("A heading of six words or more",), ["a sentence"]),
        (("この文章はまだ誰にも見せない秘密の計画についてのものです", "次の文章もまた誰にも見せない"), ["the text proved"]),
        ((BODY,), ["the text proved"]),
        (("The quiet plan",), ["the title"]),
        (("2024-11-05-quiet-plan",), ["the file name"]),
        (("11/quiet-plan",), ["the address proved"]),
        (("The quiet plan", "11/quiet-plan", FIRST), ["the title", "the address proved", "a sentence"]),
    ],
)
def test_grades(parts: tuple[str, ...], expected: list[str]) -> None:
    assert graded(*parts) == expected


def test_what_a_public_source_has_is_nothing() -> None:
    """A paragraph of which another sentence is public is still one if the most of it is not."""
    assert graded(FIRST, SECOND, public=(FIRST, SECOND)) == []
    assert graded(FIRST, SECOND, public=(SECOND,)) == ["the text proved"]
    assert graded(FIRST, SECOND, public=(FIRST,)) == ["a sentence"]
    assert graded("11/quiet-plan", "The quiet plan", public=("11/quiet-plan", "The quiet plan")) == []


def test_what_a_named_file_has_is_no_doubt_but_no_excuse() -> None:
    """A hook or a template may say a title or a sentence; a paragraph or an address it should not."""
    assert graded(FIRST, "The quiet plan", named=(FIRST, "The quiet plan")) == []
    assert graded(FIRST, SECOND, "11/quiet-plan", named=(FIRST, SECOND, "11/quiet-plan")) == [
        "the address proved",
        "the text proved",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "# A long name that the template of the site has too",
        "\n  ## A long name that the template of the site has too ##",
        "A long name that the template of the site has too\n=====",
        "A long name that the template of the site has too\n--",
        "<h1>A long name that the template of the site has too</h1>",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
def test_a_heading_is_no_paragraph_and_what_follows_it_is(heading: str, gap: str) -> None:
    """The blank line after the front matter and one that is missing after the heading make no difference."""
    post = make_post(source=POST.source, body=f"{heading}{gap}{FIRST}. {SECOND}.\n")

    found = paragraphs(post)

    assert [(part.counts, len(part.sentences)) for part in found] == [(False, 1), (True, 2)]


def test_half_of_the_text_is_proof_whatever_its_paragraphs_are() -> None:
    words = ("ferry", "harbour", "winter", "island", "mail", "storm", "paint", "ship")
    text = "\n\n".join(" ".join(f"{word}{n}" for word in words) for n in "abcdefgh")
    post = make_post(source=POST.source, title="T", body=f"{text}\n")
    secrets = [secret for secret in secrets_of(post, "", ()) if secret.what == "the text"]

    def proofs(share: float) -> int:
        held = dict.fromkeys(secrets[: int(len(secrets) * share)], "x.html")
        found = evidence(post.source, paragraphs(post), Findings(places=held, public=set(), named=set()))
        return sum(one.proof for one in found)

    assert proofs(0.5) >= 4
    assert proofs(0.1) <= 1


def test_a_few_words_are_no_proof() -> None:
    post = make_post(
        source=POST.source, title="T", body="Coming soon, stay with us for more\n", description="See the notes of it"
    )
    held = dict.fromkeys(secrets_of(post, "", ()), "x.html")
    found = evidence(post.source, paragraphs(post), Findings(places=held, public=set(), named=set()))

    assert {one.what for one in found if one.proof} <= {"the address"}


def test_addresses_of_one_part_count_where_they_lead_there() -> None:
    """`guide/` on a page of a folder leads elsewhere; the absolute address, and one from the root, do not."""
    [own] = [secret for secret in secrets_of(POST, "guide.html", (), "https://e.org/docs/") if secret.text == "guide"]
    starts = ("https://e.org/docs/guide", '"/docs/guide', '"location":"guide')
    assert {form.decode() for form in own.forms} >= {f"{start}{end}" for start in starts for end in ("", ".html")}
    assert not any(form.startswith((b'"guide', b"../")) for form in own.forms)
    top = make_post(source=PurePosixPath("index.md"), title="T", body="x")
    assert [secret.text for secret in secrets_of(top, "", ()) if secret.what == "the address"] == []


def test_file_names_that_others_have_by_chance_count_with_their_suffix() -> None:
    def name(source: str) -> str:
        post = make_post(source=PurePosixPath(source), title="T", body="x")
        return next(secret.text for secret in secrets_of(post, "", ()) if secret.what == "the file name")

    assert name("journal/_drafts/setup.md") == "setup.md"
    assert name("journal/setup/index.md") == "setup/index.md"
    assert name("journal/_drafts/the-new-setup.md") == "the-new-setup"


@pytest.mark.parametrize(
    ("item", "output", "text", "expected"),
    [
        ("coverage/**", "coverage/a/index.html", "The quiet plan", True),
        ("*.json", "search/search_index.json", "The quiet plan", True),
        ("/feed.xml", "journal/feed.xml", "The quiet plan", False),
        ("the QUIET plan", "a.html", "The quiet plan", True),
        ("quiet plan", "a.html", "The quiet plan", True),
        ("quiet", "quiet/a.html", "Another plan", False),
        ("the quiet planets", "a.html", "The quiet plan", False),
        ("second harbour, before", "a.html", FIRST, True),
        ("2024-11-05-quiet-plan", "a.html", "2024-11-05-quiet-plan", True),
        ("...", "a.html", "The quiet plan", False),
        ("what /a**\\", "a.html", "The quiet plan", False),
        ("[quiet-plan].", "a.html", "The quiet plan", True),
    ],
)
def test_what_is_allowed(item: str, output: str, text: str, expected: bool) -> None:
    assert allowed(output, text, ["nothing of the kind", item]) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("warn", Audit("warn")),
        (False, Audit("off")),
        (True, Audit("error")),
        ({"allow": "x/**"}, Audit("error", ("x/**",))),
        ({"level": False, "allow": []}, Audit("off")),
        ({"level": "warn", "allow": ["a b"]}, Audit("warn", ("a b",))),
    ],
)
def test_the_option(value: object, expected: Audit) -> None:
    assert audit(value) == expected


@pytest.mark.parametrize(
    "value", ["loud", 0, None, [], {"levels": "warn"}, {"allow": 1}, {"allow": [" "]}, {"level": ["warn"]}]
)
def test_what_the_option_cannot_be(value: object) -> None:
    with pytest.raises(ValueError, match="error, warn, off"):
        audit(value)


def test_a_secret_is_given_once() -> None:
    post = make_post(source=POST.source, title="T", body=f"{FIRST}.\n\n{FIRST}.\n")
    secrets: tuple[Secret, ...] = secrets_of(post, "", ())

    assert len(secrets) == len(set(secrets))
