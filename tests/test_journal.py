"""`read_journal()`: order, counts, terms; `without()`: posts that are refused later."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal, without
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Severity

NOW = datetime(2024, 11, 12, tzinfo=UTC)
FILES = {
    "2024-01-01-b.md": "---\ntags: [Open Source]\n---\n",
    "2024-01-01-a.md": "---\ntags: [open-source, C, C++, 'C#']\n---\n",
    "2024-01-02-c.md": "---\ntags: [Open Source]\nauthor: Ada\n---\n",
    "2023-01-02-d.md": "---\nhidden: true\ntags: [secret]\n---\n",
    "z-draft.md": "---\ndraft: true\ntags: [secret]\n---\n",
    "a-draft.md": "---\ndraft: true\n---\n",
    "2024-01-05-bad.md": "---\ntitle: [\n---\n",
    "page.md": "",
}


def journal() -> Journal:
    sources = [Source(path=PurePosixPath(name), shown=name, data=text.encode()) for name, text in FILES.items()]
    return read_journal(reversed(sources), Options(), now=NOW)


def names(posts: tuple[Post, ...]) -> list[str]:
    return [post.source.name for post in posts]


def test_posts_are_sorted_newest_first_and_ties_by_path_descending() -> None:
    read = journal()

    assert names(read.posts) == ["2024-01-02-c.md", "2024-01-01-b.md", "2024-01-01-a.md"]
    assert names(read.unlisted) == ["2023-01-02-d.md"]
    assert names(read.withheld) == ["a-draft.md", "z-draft.md"]
    assert names(read.public) == ["2024-01-02-c.md", "2024-01-01-b.md", "2024-01-01-a.md", "2023-01-02-d.md"]


def test_every_source_is_counted_once() -> None:
    read = journal()

    parts = (read.posts, read.unlisted, read.withheld, read.refused, read.pages)
    assert sum(map(len, parts)) == len(FILES)
    assert [path.name for path in (*read.refused, *read.pages)] == ["2024-01-05-bad.md", "page.md"]
    assert [found.code for found in read.problems if found.severity is not Severity.HINT] == ["J106"]
    assert [str(found) for found in read.problems if found.severity is Severity.HINT] == [
        "2024-01-01-a.md:2:7: tags: 'open-source' is shown as 'Open Source', the more frequent spelling (J406)"
    ]


def test_terms_are_those_of_published_posts_in_their_most_frequent_spelling() -> None:
    tags = journal().taxonomies["tags"]

    assert [(term.name, term.slug) for term in tags.terms] == [
        ("C", "c"),
        ("C#", "c-sharp"),
        ("C++", "c-plus-plus"),
        ("Open Source", "open-source"),
    ]
    assert [term.name for term in tags.of(journal().posts[2])] == ["Open Source", "C", "C++", "C#"]


def test_a_post_that_is_refused_later_takes_its_terms_along() -> None:
    read = journal()
    clash = problem("J504", Place("2024-01-02-c.md", 1, 1), "permalink", url="/x/", other="other.md", advice="rename it")

    left = without(read, [PurePosixPath("2024-01-02-c.md")], [clash])

    assert names(left.posts) == ["2024-01-01-b.md", "2024-01-01-a.md"]
    assert left.taxonomies["authors"].terms == ()
    assert [path.name for path in left.refused] == ["2024-01-02-c.md", "2024-01-05-bad.md"]
    assert [found.code for found in left.problems] == ["J406", "J504", "J106"]


def test_problems_alone_change_nothing_else() -> None:
    read = journal()
    clash = problem("J504", Place("a.xml"), "file", url="/a.xml", other="the atom feed", advice="rename it")

    left = without(read, (), [clash])

    assert (left.posts, left.refused) == (read.posts, read.refused)
    assert [found.code for found in left.problems] == ["J406", "J106", "J504"]


def test_our_own_mistakes_are_found() -> None:
    """A shown post needs a date, and every date an offset."""
    with pytest.raises(ValueError, match=r"a\.md: a published post needs a date"):
        Post(source=PurePosixPath("a.md"), title="A", date=None, slug="a", body="")
    with pytest.raises(ValueError, match=r"a\.md: dates of a post need a UTC offset"):
        Post(source=PurePosixPath("a.md"), title="A", date=datetime(2024, 1, 1), slug="a", body="")  # noqa: DTZ001
    draft = Post(source=PurePosixPath("a.md"), title="A", date=None, slug="a", body="", state=State.DRAFT)
    assert draft.state.withheld
    with pytest.raises(ValueError, match=r"a\.md: a draft without a date has no place in time"):
        _ = draft.shown_date


def test_of_two_posts_with_one_guid_the_smaller_source_keeps_it() -> None:
    """A draft takes none; the second is reported and known by its URL."""
    files = {
        "2024-01-01-a.md": "---\ndraft: true\nguid: urn:x:1\n---\n",
        "2024-01-02-b.md": "---\nguid: urn:x:1\n---\n",
        "2024-01-03-c.md": "---\ntitle: C\nguid: urn:x:1\n---\n",
        "2024-01-04-d.md": "---\nguid: urn:x:2\n---\n",
    }
    sources = [Source(path=PurePosixPath(name), shown=name, data=text.encode()) for name, text in files.items()]

    read = read_journal(sources, Options(), now=NOW)

    assert [post.guid for post in read.posts] == ["urn:x:2", "", "urn:x:1"]
    assert [str(found) for found in read.problems] == [
        (
            "2024-01-03-c.md:3:7: guid: 'urn:x:1' is also used by 2024-01-02-b.md, so the URL of the post is used; "
            "write another (J604)"
        )
    ]


def test_a_key_that_the_option_names_is_the_identity_where_there_is_no_guid() -> None:
    """Null, a list and what is no URI say nothing; two posts with one are reported at the key."""
    values = {
        "a": "old-id: urn:x:1",
        "b": "old-id: urn:x:1\nguid: urn:x:2",
        "c": "old-id:",
        "d": "old-id: [1]",
        "e": "x: 1",
    }
    values["f"] = "Old_ID: urn:x:1"
    sources = [
        Source(path=PurePosixPath(f"2024-01-01-{name}.md"), shown=f"{name}.md", data=f"---\n{text}\n---\n".encode())
        for name, text in values.items()
    ]
    read = read_journal(sources, Options(feeds=FeedOptions(ids="old_id")), now=NOW)

    assert [post.guid for post in reversed(read.posts)] == ["urn:x:1", "urn:x:2", "", "", "", ""]
    assert [str(found) for found in read.problems if found.code in {"J603", "J604"}] == [
        (
            "d.md:2:9: old_id: '[1]' is not a URI, so the URL of the post is used; "
            "write an http(s) URL, a urn: or a tag: URI (J603)"
        ),
        "f.md:2:9: old_id: 'urn:x:1' is also used by a.md, so the URL of the post is used; write another (J604)",
    ]


def test_the_terms_of_a_post_are_each_once_in_its_order() -> None:
    """Spellings of one term are one, and labels that no published post has are none."""
    files = {"2024-01-01-a.md": "---\ntags: [C, b, a]\n---\n", "2024-01-02-b.md": "---\ntags: [A, B, c]\n---\n"}
    sources = [Source(path=PurePosixPath(name), shown=name, data=text.encode()) for name, text in files.items()]
    journal = read_journal(sources, Options(folder="."), now=NOW)
    post, tags = journal.posts[0], journal.taxonomies["tags"]

    for labels in (("a", "b", "a", "C"), ("x",), ("C", "b", "C", "b"), ()):
        terms = tags.of(replace(post, tags=labels))
        assert terms == tuple(dict.fromkeys(tags.of_label[label] for label in labels if label in tags.of_label))
