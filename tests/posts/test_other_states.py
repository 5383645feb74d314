"""States and days of a post in the keys of other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import State
from mkdocs_journal.posts.post import Read, read_post

NOW = datetime(2024, 11, 12, tzinfo=UTC)


def read(front: str, name: str = "2024-01-02-a.md", *, folder: str = "journal", compat: str = "none") -> Read:
    source = Source(path=PurePosixPath("journal", name), shown=name, data=f"---\n{front}\n---\n\nText.\n".encode())
    return read_post(source, Options(folder=folder, compat=compat), NOW)


def state(found: Read) -> State | None:
    return found.post.state if found.post else None


@pytest.mark.parametrize("front", ["published:", "published: ~", "published: null # later"])
def test_an_empty_published_withholds_a_post_as_in_jekyll(front: str) -> None:
    assert state(read(front, compat="jekyll")) is State.UNPUBLISHED
    assert state(read(front)) is State.PUBLISHED


WITHHOLDING = [
    "status: draft",
    "Status: 'Draft'",
    "status: private",
    "status: pending",
    "status: [draft, notes]",
    "state: draft",
    "state: Pending",
    "visibility: private",
    "is_draft: true",
    "isDraft: yes",
    "is-draft: 1",
    "private: true",
    "wip: on",
    "unpublished: True",
    "publish: false",
    "publish: 'no'",
    "public: false",
    "dg-publish: false",
    "is_published: 0",
    "post_status: draft",
    "saveAsDraft: true",
    "permalink: false",
    "headless: true",
    "build: {render: never, list: never}",
    "_build: {render: false}",
    "build: {list: never, Render: link}",
    "status: entwurf",
    "entwurf: true",
    "Entwurf: ja",
    "brouillon: oui",
    "черновик: да",
    "下書き: true",
    "veröffentlicht: nein",
    "publié: false",
]


@pytest.mark.parametrize("front", WITHHOLDING)
@pytest.mark.parametrize("compat", ["none", "jekyll"])
def test_a_key_of_another_program_withholds_the_post_with_one_warning(front: str, compat: str) -> None:
    """Once, however many of them there are."""
    found = read(front if "publish:" in front or "build:" in front else f"{front}\npublish: false", compat=compat)

    assert state(found) is State.DRAFT
    [reported] = [reported for reported in found.problems if reported.code == "J120"]
    assert str(reported).endswith(" withholds the post; write draft: true instead (J120)")
    assert reported.key.partition(".")[0] == front.partition(":")[0]
    assert [other.code for other in found.problems] == ["J120"]


@pytest.mark.parametrize(
    "front",
    [
        "status: published",
        "status: publish",
        "status: new",
        "status: {draft: true}",
        "status: [[draft]]",
        "state: open",
        "visibility: public",
        "is_draft: false",
        "private: maybe",
        "wip: 50%",
        "wip:",
        "unpublished: false",
        "publish: true",
        "publish: 2024-01-01",
        "entwurf: nein",
        "brouillon: false",
        "veröffentlicht: ja",
        "public: true",
        "saveAsDraft: false",
        "headless: false",
        "build: {render: always}",
        "build: never",
        "build: {list: never}",
        "permalink: /false/x/",
        "permalink: false/x",
    ],
)
def test_other_values_mean_nothing(front: str) -> None:
    found = read(front)

    assert state(found) is State.PUBLISHED
    assert found.problems == ()


def test_what_a_word_of_another_language_means_is_not_guessed() -> None:
    found = read("entwurf: vielleicht")

    assert state(found) is State.PUBLISHED
    assert [reported.code for reported in found.problems] == ["J210"]


@pytest.mark.parametrize("front", ["draft: true\nstatus: draft", "published: false\nstatus: private"])
def test_what_is_withheld_anyway_is_not_reported(front: str) -> None:
    found = read(front)

    assert found.post is not None
    assert found.post.state.withheld
    assert found.problems == ()


@pytest.mark.parametrize(
    "front",
    [
        "status: hidden",
        "Status: Unlisted",
        "visibility: hidden",
        "versteckt: ja",
        "oculto: true",
        "eleventyExcludeFromCollections: true",
        "hideInList: true",
    ],
)
def test_hidden_is_unlisted(front: str) -> None:
    found = read(front)

    assert state(found) is State.UNLISTED
    assert found.problems == ()


def test_a_file_without_a_date() -> None:
    """It is withheld like one with `draft: true`, but where the whole site is the journal: there pages have such keys."""
    assert state(read("status: draft", "idea.md")) is State.DRAFT
    assert read("status: draft", "rfc.md", folder=".") == Read()
    assert state(read("layout: post\nstatus: draft", "idea.md", folder=".")) is State.DRAFT
    assert state(read("status: draft", "_posts/idea.md", folder=".")) is State.DRAFT
    assert state(read("date: 2024-01-02\nstatus: draft", "idea.md", folder=".")) is State.DRAFT


@pytest.mark.parametrize("front", ["status: draft", "private: true", "publish: false", "estado: borrador"])
def test_a_page_of_the_journal_is_withheld_as_with_a_draft(front: str) -> None:
    """Not one that says that it is none of its posts, and none of a site-wide journal."""
    found = read(f"layout: page\n{front}", "about.md")

    assert (state(found), [problem.code for problem in found.problems]) == (State.DRAFT, ["J120"])
    assert read(f"journal: false\n{front}", "about.md") == Read()
    assert read(f"layout: page\n{front}", "about.md", folder=".") == Read()


@pytest.mark.parametrize(
    "word",
    [
        *("in review", "In-Review", "in_review", "review", "Needs Review", "pending-review", "in  progress", "IN_PROGRESS"),
        *("todo", "To Do", "unfinished", "embargo", "embargoed", "work-in-progress", "auto-draft", "not-started"),
    ],
)
def test_the_state_of_an_editor_withholds_the_post(word: str) -> None:
    found = read(f"status: {word}")

    assert state(found) is State.DRAFT
    assert [problem.code for problem in found.problems] == ["J120"]


@pytest.mark.parametrize(
    "front",
    [
        *(
            'status: "📝 Draft"',
            'status: "Draft ✏️"',
            "status: Draft (wip)",
            "status: Draft.",
            "status: Draft - part two",
            "status: first draft",
        ),
        *(
            "estado: borrador",
            "statut: brouillon",
            "état: brouillon",
            "stato: bozza",
            "статус: черновик",
            "状态: 草稿",
            "状態: 下書き",
        ),
        *("visibilité: privée", "sichtbarkeit: privat", "estado: privado", 'publish: "no, not yet"'),
    ],
)
def test_a_state_with_signs_or_in_another_language_withholds_the_post(front: str) -> None:
    found = read(front)

    assert state(found) is State.DRAFT
    assert [problem.code for problem in found.problems] == ["J120"]


@pytest.mark.parametrize(
    "front",
    ["estado: publicado", 'status: "✅"', "status: ''", "status: not a draft", "statut: Draft-free", "stan: Kalifornia"],
)
def test_another_state_with_signs_or_in_another_language_does_not(front: str) -> None:
    assert state(read(front)) is State.PUBLISHED


@pytest.mark.parametrize("word", ["scheduled", "future", "reviewed", "done", "progress", "in production", "preview"])
def test_other_states_leave_a_post_to_its_date(word: str) -> None:
    due, later = read(f"status: {word}"), read(f"status: {word}\ndate: 2099-01-02", "a.md")

    assert (state(due), due.problems) == (State.PUBLISHED, ())
    assert (state(later), later.problems) == (State.SCHEDULED, ())


KEYS_OF_A_DAY = [
    *("publishDate", "pubDate", "publish_date", "PublishDate", "published", "published_at", "published_on"),
    *("publishedAt", "pubDatetime", "datePublished", "date_published", "date-published", "published_date", "publishedDate"),
    *("pub_date", "posted", "posted_on", "postDate", "post_date"),
]


@pytest.mark.parametrize("front", ["posted: true", "Posted: yes", "published: true", "posted: by Ann", "posted:"])
@pytest.mark.parametrize("date", ["date: 2024-01-02\n", ""])
def test_a_switch_is_not_a_day(front: str, date: str) -> None:
    found = read(f"{date}{front}")

    assert state(found) is State.PUBLISHED
    assert found.problems == ()


@pytest.mark.parametrize("day", ["2099-01-02", "2021-02-30"])
def test_published_is_a_switch_to_jekyll_whatever_its_value(day: str) -> None:
    found = read(f"published: {day}", compat="jekyll")

    assert state(found) is State.PUBLISHED
    assert found.post is not None
    assert (found.post.due, found.problems) == (None, ())


@pytest.mark.parametrize("key", ["published_by", "publishedIn", "poster", "postid", "post_name", "due_date", "hosted"])
def test_an_ordinary_key_is_not_a_misspelt_day(key: str) -> None:
    assert read(f"{key}: 2099").problems == ()


@pytest.mark.parametrize("key", KEYS_OF_A_DAY)
def test_the_later_of_two_days_decides_when_a_post_is_due(key: str) -> None:
    later = read(f"date: 2023-01-06\n{key}: 2099-01-05")
    earlier = read(f"date: 2023-01-06\n{key}: 2023-01-05")
    date_later = read(f"date: 2099-01-06\n{key}: 2023-01-05")
    alone = read(f"{key}: Jan 6 2023", "a.md")
    alone_later = read(f"{key}: 2099-01-06", "a.md")

    assert [state(one) for one in (later, earlier, date_later, alone, alone_later)] == [
        State.SCHEDULED,
        State.PUBLISHED,
        State.SCHEDULED,
        State.PUBLISHED,
        State.SCHEDULED,
    ]
    assert later.post is not None
    assert (later.post.shown_date.year, later.post.due and later.post.due.year) == (2023, 2099)
    assert alone.post is not None
    assert alone.post.shown_date.date().isoformat() == "2023-01-06"
    assert {reported.code for one in (later, earlier, date_later, alone) for reported in one.problems} <= {"J308"}


def test_two_days_beside_a_date() -> None:
    found = read("date: 2023-01-06\npubDate: 2024-01-01\npublishDate: 2098-01-01\npublish_date:", "a.md")

    assert found.post is not None
    assert found.post.due is not None
    assert found.post.due.year == 2098


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [("America/New_York", State.SCHEDULED), ("Asia/Tokyo", State.PUBLISHED), (None, State.PUBLISHED)],
)
def test_another_day_begins_in_the_zone_of_the_site(timezone: str | None, expected: State) -> None:
    """Without the option it begins where it begins first on Earth."""
    text = b"---\ntitle: A\ndate: 2024-01-02\npublishDate: 2024-11-12\n---\n"
    source = Source(path=PurePosixPath("journal/2024-01-02-a.md"), shown="a.md", data=text)

    assert state(read_post(source, Options(timezone=timezone), NOW)) is expected


def test_an_expiry_on_the_second_of_the_build_has_passed() -> None:
    found = read("expiryDate: 2024-11-12 00:00:00 +0000")

    assert [problem.code for problem in found.problems] == ["J122"]


@pytest.mark.parametrize(
    ("front", "key"),
    [("publishDate: soon", "publishDate"), ("pubDate: [2024]", "pubDate"), ("expiryDate: later", "expiryDate")],
)
def test_a_day_that_is_none_is_reported_and_ignored(front: str, key: str) -> None:
    found = read(f"date: 2024-01-02\n{front}")

    assert state(found) is State.PUBLISHED
    assert [(reported.code, reported.key) for reported in found.problems] == [("J121", key)]


def test_an_unreadable_day_without_a_date_is_that_of_the_post() -> None:
    assert [reported.code for reported in read("publishDate: soon", "a.md").problems] == ["J302"]
    assert [reported.code for reported in read("publishDate: soon").problems] == ["J303"]
    assert [reported.code for reported in read("publishDate: soon", compat="jekyll").problems] == ["J121"]


@pytest.mark.parametrize("key", ["expiryDate", "expiry_date", "unpublishdate"])
def test_an_expired_post_stays_with_an_info(key: str) -> None:
    past, future, draft = (
        read(front) for front in (f"{key}: 2024-02-01", f"{key}: 2099-01-01", f"draft: true\n{key}: 2024-02-01")
    )

    assert [state(one) for one in (past, future)] == [State.PUBLISHED] * 2
    assert [reported.severity.value for reported in past.problems] == ["info"]
    assert "2024-02-01 has passed" in past.problems[0].message
    assert (future.problems, draft.problems) == ((), ())
