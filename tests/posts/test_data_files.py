"""The files that describe authors and tags, and posts that name what is in them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.data_files import DataFiles, read_data_files
from mkdocs_journal.posts.model import Author, Journal

NOW = datetime(2024, 11, 12, tzinfo=UTC)
ADA = Author(name="Ada Lovelace", url="https://example.org/ada", description="Wrote notes", avatar="ada.png")


def source(text: str | bytes, name: str = ".authors.yml", reason: str = "") -> Source:
    data = text if isinstance(text, bytes) else text.encode()
    return Source(path=PurePosixPath(name), shown=f"docs/{name}", data=data, reason=reason)


def authors(text: str | bytes) -> DataFiles:
    return read_data_files(authors=source(text))


def tags(text: str) -> DataFiles:
    return read_data_files(tags=source(text, "tags.yml"))


def journal(front: str, data: DataFiles) -> Journal:
    post = Source(path=PurePosixPath("2024-01-01-a.md"), shown="a.md", data=f"---\n{front}\n---\n".encode())
    return read_journal([post], Options(), data=data, now=NOW)


def names(front: str, data: DataFiles) -> list[str]:
    return [author.name for author in journal(front, data).posts[0].authors]


FORMS = {
    "Material's": """
authors:
  ada:
    name: Ada Lovelace
    description: Wrote notes
    avatar: ada.png
    url: https://example.org/ada
""",
    "Jekyll's": """
ada:
  name: Ada Lovelace
  bio: Wrote notes
  picture: ada.png
  uri: https://example.org/ada
""",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("front", ["author: ada", "author: ADA", "author: Ada Lovelace", "by: [{name: ada}]"])
def test_a_post_names_an_author_by_key_or_name(text: str, front: str) -> None:
    read = journal(front, authors(text))

    assert read.posts[0].authors == (ADA,)
    assert read.problems == ()


def test_what_a_post_says_of_an_author_counts_more() -> None:
    read = journal("author: {name: ada, bio: Counted, company: x}", authors(FORMS["Jekyll's"]))

    assert read.posts[0].authors[0].description == "Counted"
    assert read.posts[0].authors[0].name == "Ada Lovelace"


def test_short_forms_aliases_and_addresses() -> None:
    data = authors(
        "ada: Ada Lovelace\nben:\n  name: Ben\n  email: ben@example.org\n  aliases: [Benny, ~]\n"
        "cleo:\n  alias: C\n  url: x\n"
    )

    assert [str(problem) for problem in data.problems] == [
        "docs/.authors.yml:8:8: url: 'x' is not a valid http(s) address; write one, for example https://example.org/ (J602)"
    ]
    assert names("authors: [ada, Benny, ben@example.org, 'B. <ben@example.org>', c]", data) == [
        "Ada Lovelace",
        "Ben",
        "cleo",
    ]
    assert data.authors["c"].url == "", "an address without a scheme is none"


def test_a_text_is_one_person_unless_each_part_is_known() -> None:
    data = authors("ada: Ada\nben: Ben\n")

    assert names("author: ada, ben", data) == ["Ada", "Ben"]
    assert names("author: ada, cleo", data) == ["ada, cleo"]
    assert names("author: NARUSE, Yui", DataFiles()) == ["NARUSE, Yui"]


WRONG = {
    "- ada\n": "docs/.authors.yml:1:1: file: found a list; write key: {name: …} lines (J405)",
    "just text\n": "docs/.authors.yml:1:1: file: found a text; write key: {name: …} lines (J405)",
    "ada: [x]\n": "docs/.authors.yml:1:6: ada: found a list; write key: {name: …} lines (J405)",
    "ada: {x: [1]}\n": "docs/.authors.yml:1:6: ada: found a map without a name; write key: {name: …} lines (J405)",
    "ada: 'x\n": "docs/.authors.yml:1:6: file: a quote that is never closed; write key: {name: …} lines (J405)",
    "ada: !!python/name:os.system\n": (
        "docs/.authors.yml:1:6: file: tag !!python/name:os.system is not allowed; write key: {name: …} lines (J405)"
    ),
    b"ada: \xe9\n": "docs/.authors.yml:1:6: file: byte 0xE9 is not valid UTF-8; write key: {name: …} lines (J405)",
    b"# " + b"x" * 1_048_576: (
        "docs/.authors.yml:1:1: file: 1,048,578 bytes, the limit is 1,048,576; write key: {name: …} lines (J405)"
    ),
}


@pytest.mark.parametrize(("text", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_file_is_reported_and_plain_names_are_used(text: str | bytes, message: str) -> None:
    data = authors(text)

    assert [str(problem) for problem in data.problems] == [message]
    assert names("author: ada", data) == ["ada"]


def test_a_file_that_cannot_be_read() -> None:
    data = read_data_files(authors=source("", reason="Permission denied"))

    assert [problem.message for problem in data.problems] == [
        "cannot be read (Permission denied); write key: {name: …} lines"
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", "~\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    assert read_data_files(source(text), source(text)) == DataFiles()


VOCABULARY = """
closed: true
tags:
  AI:
    description: Machines that
      learn
    aliases: [ki, Artificial Intelligence]
  Open Source: Free to use
  C++:
"""


def test_a_vocabulary_names_tags() -> None:
    data = tags(VOCABULARY)
    read = journal("tags: [KI, artificial-intelligence, open source, c++]", data)

    assert read.posts[0].tags == ("AI", "Open Source", "C++")
    assert [(term.name, term.description) for term in read.taxonomies["tags"].terms] == [
        ("AI", "Machines that learn"),
        ("C++", ""),
        ("Open Source", "Free to use"),
    ]
    assert read.problems == ()


def test_a_closed_vocabulary_reports_other_tags() -> None:
    read = journal("title: A\ntags: [AI, Rust]", tags(VOCABULARY))

    assert [str(problem) for problem in read.problems] == [
        "a.md:3:12: tags: 'Rust' is not in tags.yml; add it there or use a tag that is listed (J403)"
    ]
    assert read.posts[0].tags == ("AI", "Rust")


@pytest.mark.parametrize(("front", "place"), [("tags: AI, Rust", "2:7"), ("tags: [[AI], [Rust]]", "2:7")])
def test_a_tag_that_has_no_place_of_its_own_is_reported_at_the_key(front: str, place: str) -> None:
    read = journal(front, tags(VOCABULARY))

    assert [str(problem).partition(": ")[0] for problem in read.problems] == [f"a.md:{place}"]


def test_a_tag_may_have_a_name_beside_its_key() -> None:
    data = tags("py: {name: Python, description: The snake, aliases: [python3]}\n")
    read = journal("tags: [PY, Python3, python]", data)

    assert [(term.name, term.description) for term in read.taxonomies["tags"].terms] == [("Python", "The snake")]


@pytest.mark.parametrize("text", ["- AI\n- Rust\n", "AI:\nRust:\n", "tags: [AI, Rust]\nclosed: false\n"])
def test_an_open_vocabulary_only_names(text: str) -> None:
    read = journal("tags: [ai, Go]", tags(text))

    assert read.posts[0].tags == ("AI", "Go")
    assert read.problems == ()


def test_a_vocabulary_as_a_list_of_maps() -> None:
    data = tags("Closed: Yes\nTags:\n- AI\n- name: Open Source\n  description: Free\n  aliases: [oss]\n")
    read = journal("tags: [OSS, ai, Rust]", data)

    assert read.posts[0].tags == ("Open Source", "AI", "Rust")
    assert data.vocabulary.descriptions == {"Open Source": "Free"}
    assert [problem.code for problem in read.problems] == ["J403"]


@pytest.mark.parametrize("item", ["[a, b]", "{aliases: [x]}", "{name: [a]}"])
def test_an_item_of_a_vocabulary_without_a_name_is_reported(item: str) -> None:
    data = tags(f"- AI\n- {item}\n")

    assert [problem.code for problem in data.problems] == ["J405"]
    assert data.problems[0].place.line == 2
    assert data.vocabulary.names == {"ai": "AI"}


MAILS = {
    "Ada <ada@example.org>": ("Ada", "ada@example.org"),
    "ada@example.org": ("ada", "ada@example.org"),
    "<mailto:ada@example.org>": ("ada", "ada@example.org"),
    "ada@example.org (Ada Lovelace)": ("Ada Lovelace", "ada@example.org"),
    "Ada (ada@example.org)": ("Ada", "ada@example.org"),
    "ada@example.org, ben@example.org": ("ada, ben", "ada@example.org"),
    "Ada <ada@example.org>, Ben <ben@example.org>": ("Ada, Ben", "ada@example.org"),
    '"Ada, L." <ada@example.org>': ("Ada, L.", "ada@example.org"),
    "@ada": ("@ada", ""),
    "@ada@example.org": ("@ada@example.org", ""),
    "Ada": ("Ada", ""),
}


@pytest.mark.parametrize(("text", "wanted"), MAILS.items(), ids=MAILS)
@pytest.mark.parametrize("form", ["author: '{}'", "authors: ['{}']", "author: {{name: '{}'}}"])
def test_no_address_is_part_of_a_name(form: str, text: str, wanted: tuple[str, str]) -> None:
    """Wherever the name stands: in a post, or in the file of authors."""
    [author] = journal(form.format(text), DataFiles()).posts[0].authors
    of_file = authors(f"key: '{text}'\n").authors["key"]

    assert (author.name, author.email) == (of_file.name, of_file.email) == wanted


def test_a_vocabulary_of_another_form_is_reported() -> None:
    assert [str(problem) for problem in tags("text\n").problems] == [
        "docs/tags.yml:1:1: file: found a text; write a list of tags, or name: {description: …, aliases: […]} lines (J405)"
    ]
