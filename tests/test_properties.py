"""Properties that hold for every input: nothing crashes, no post is lost, no two terms share a page."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import PurePosixPath
from typing import Final
from zoneinfo import ZoneInfo

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.posts.data_files import read_data_files
from mkdocs_journal.posts.dates import named_date, read_date
from mkdocs_journal.posts.model import Journal
from mkdocs_journal.posts.post import read_post
from mkdocs_journal.posts.read_dates import UnreadableDate
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.problems.report import as_annotation, as_json, as_text
from mkdocs_journal.urls.slugs import distinct_slugs
from tests.conftest import CI

NOW: Final = datetime(2024, 11, 12, tzinfo=UTC)
every = settings(
    max_examples=150, deadline=None, derandomize=CI, database=None, suppress_health_check=[HealthCheck.too_slow]
)

OPTIONS: Final = (
    Options(folder="."),
    Options(folder=".", compat="jekyll"),
    read_options(
        {"folder": ".", "timezone": "America/New_York", "defaults": [{"values": {"tags": "a b", "author": "Ada"}}]}
    ),
)
NAMES: Final = (
    "2021-03-04-a.md", "a.md", "_posts/b.md", "x/y/_posts/2021-3-4-b.markdown", "_drafts/c.md", "2021-13-40-x.md",
    "2021-03-04-.md", "2021-03-04-b/index.md", "2021-03-04-c.html", "2021-03-04-lost", "0000-01-01-z.md",
)  # fmt: skip

keys = st.sampled_from([key for described in KEYS for key in (described.name, *described.aliases) if "." not in key])
words = st.text(max_size=12) | st.sampled_from(
    ["true", "no", "maybe", "2021-03-04", "2021-02-30", "04/03/2021", "1.0", "a, b"]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words | st.dates() | st.datetimes()
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)
yaml_text = st.dictionaries(keys | words, values, max_size=6).map(lambda data: yaml.safe_dump(data, allow_unicode=True))
marks = st.sampled_from(
    ["---\n", "...\n", ": ", "- ", "[", "{", "&a ", "*a ", "!!python/x ", "<<: ", "|\n", ">\n", '"', "'", "\t", "\r"]
)
broken_yaml = st.lists(marks | keys | words | st.just("\n"), max_size=25).map("".join)
front_matter = yaml_text | broken_yaml
files = st.builds(
    lambda yaml, body: f"---\n{yaml}\n---\n{body}".encode(errors="replace"), front_matter, st.text(max_size=40)
)
data = files | st.binary(max_size=60) | broken_yaml.map(lambda text: text.encode(errors="replace"))
labels = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["C", "C++", "C#", ".NET", "c plus plus", "C-plus-plus", "index", "İ", "ß"]
)


@every
@given(st.lists(st.tuples(st.sampled_from(NAMES), data), max_size=6), st.sampled_from(OPTIONS))
def test_no_source_crashes_or_is_lost(sources: list[tuple[str, bytes]], options: Options) -> None:
    """Each source is a post, refused or a page; a refused one is reported; every report can be written."""
    journal = _journal(sources, options)

    found = [*(post.source for post in (*journal.public, *journal.withheld)), *journal.refused, *journal.pages]
    assert sorted(map(str, found)) == sorted(f"{number}/{name}" for number, (name, _) in enumerate(sources))
    reported = {problem.place.file for problem in journal.problems}
    assert {str(source) for source in journal.refused} <= reported
    assert all(str(problem).isprintable() for problem in journal.problems)
    assert (as_text(journal.problems) + as_json(journal.problems, {})).encode()
    assert all(as_annotation(problem).encode() for problem in journal.problems)


def _journal(sources: list[tuple[str, bytes]], options: Options) -> Journal:
    return read_journal(
        [
            Source(path=PurePosixPath(f"{number}/{name}"), shown=f"{number}/{name}", data=content)
            for number, (name, content) in enumerate(sources)
        ],
        options,
        now=NOW,
    )


@every
@given(data, st.sampled_from(NAMES))
def test_messages_point_into_the_file(content: bytes, name: str) -> None:
    """A line and column of a message are those of a line that is there."""
    read = read_post(Source(path=PurePosixPath(name), shown=name, data=content), OPTIONS[0], NOW)

    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for problem in read.problems:
        line, column = problem.place.line or 1, problem.place.column or 1
        assert 1 <= line <= len(lines)
        assert column >= 1
        assert problem.code == "J102" or column <= len(lines[line - 1]) + 1  # bytes that are no text count as bytes


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz", min_size=1), inner, max_size=3),
    max_leaves=10,
)


@every
@given(st.dictionaries(st.text("qwxz", min_size=3, max_size=6), plain, max_size=5), st.text("ab \n-", max_size=30))
def test_front_matter_and_body_stay_as_they_were_written(front: dict[str, object], body: str) -> None:
    """Keys that are not ours reach `page.meta` as YAML has them, and the body is the text below, to the last blank."""
    content = f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}".encode()
    read = read_post(Source(path=PurePosixPath("2021-03-04-a.md"), shown="a", data=content), OPTIONS[0], NOW)

    assert read.post is not None
    assert copied(read.post.meta) == front
    assert read.post.body == body


days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
zones = st.sampled_from([UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("America/Lower_Princes"), ZoneInfo("Pacific/Kiritimati")])
FORMS: Final = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d.%m.%Y", "%B %d, %Y", "%d %b %Y", "%a, %d %b %Y")


@every
@given(
    st.text(max_size=40) | st.from_regex(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}.{0,12}", fullmatch=True),
    st.booleans(),
    st.booleans(),
    zones,
)
def test_a_text_is_a_date_or_is_not(text: str, quoted: bool, compat: bool, zone: ZoneInfo) -> None:
    try:
        read = read_date(text, quoted=quoted, zone=zone, compat=compat)
    except UnreadableDate:
        return
    assert read.instant.utcoffset() is not None


@every
@given(days, st.sampled_from(FORMS), zones)
def test_the_day_of_the_author_is_the_day(day: date, form: str, zone: ZoneInfo) -> None:
    """In every form and in every time zone."""
    text = day.strftime(form)
    if form.startswith("%Y"):
        text = text.replace("%Y", f"{day.year:04}")
    read = read_date(text, quoted=False, zone=zone)

    assert (read.instant.date(), read.day_only) == (day, True)
    assert read.doubt_code in {"", "J321"}


@every
@given(days, st.times(), offsets, zones)
def test_a_moment_keeps_its_day_and_offset(day: date, clock: time, offset: timezone, zone: ZoneInfo) -> None:
    written = datetime.combine(day, clock.replace(microsecond=0), offset)

    assert read_date(written.isoformat(" "), quoted=False, zone=zone).instant.isoformat() == written.isoformat()


@every
@given(days, st.text(st.characters(exclude_characters="\n"), max_size=10))
def test_the_date_of_a_file_name_is_its_date(day: date, rest: str) -> None:
    named = named_date(f"{day.isoformat()}-{rest}")

    assert (named.day, named.rest) == (day, rest.rstrip("."))


@every
@given(st.lists(labels, max_size=12))
def test_no_two_terms_share_a_page(written: list[str]) -> None:
    """Slugs are there, distinct in any case, and safe as names of files; every label of a post has its term."""
    content = f"---\n{yaml.safe_dump({'tags': written}, allow_unicode=True)}---\n".encode(errors="replace")
    journal = _journal([("2021-03-04-a.md", content)], OPTIONS[0])

    assert len(journal.posts) == 1
    tags = journal.taxonomies["tags"]
    slugs = [term.slug for term in tags.terms]
    assert len({slug.casefold() for slug in slugs}) == len(slugs) == len(tags.of(journal.posts[0]))
    assert all(slug and not set(slug) & set('/\\?#%:*"<>|\0') and slug.strip(".") == slug for slug in slugs)
    assert {term_key(label) for label in journal.posts[0].tags} == {term.key for term in tags.terms}


@every
@given(st.lists(labels, unique=True, max_size=20))
def test_slugs_are_injective(names: list[str]) -> None:
    slugs = distinct_slugs(names)

    assert len({slug.casefold() for slug in slugs.values()}) == len(names)


@every
@example("0._0")
@given(labels)
def test_a_key_of_a_term_is_its_own_key(label: str) -> None:
    assert term_key(term_key(label)) == term_key(label)


@every
@given(front_matter)
def test_data_files_never_crash(text: str) -> None:
    file = Source(path=PurePosixPath("x.yml"), shown="x.yml", data=text.encode(errors="replace"))

    read = read_data_files(file, file)

    assert all(str(problem).startswith("x.yml:") for problem in read.problems)
