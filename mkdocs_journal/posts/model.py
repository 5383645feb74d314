"""The data of a journal: posts, authors, terms. Frozen, so that a second build starts clean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import PurePosixPath

from mkdocs_journal.front_matter.read_only import read_only
from mkdocs_journal.problems.problem import Problem, Severity


class State(Enum):
    """Whether and where a post is shown."""

    PUBLISHED = "published"
    """Shown on its page, in lists, feeds, search and sitemap."""
    UNLISTED = "unlisted"
    """Shown on its page only."""
    SCHEDULED = "scheduled"
    """Withheld until its date."""
    DRAFT = "draft"
    """Withheld: `draft: true`, or below a folder `_drafts`."""
    UNPUBLISHED = "unpublished"
    """Withheld: `published: false`."""

    @property
    def withheld(self) -> bool:
        """Whether the post is left out of all outputs of a build."""
        return self is not State.PUBLISHED and self is not State.UNLISTED


@dataclass(frozen=True, slots=True)
class ProfileLink:
    """A profile of an author on another site."""

    name: str
    """Its label: `GitHub`, or the label in the authors file."""
    url: str
    """http(s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person who writes posts."""

    name: str
    """The displayed name; front matter `author`."""
    url: str = ""
    """The website of the author, http(s), or empty."""
    description: str = ""
    """One line about the author, or empty."""
    avatar: str = ""
    """Address of a picture, as written, or empty."""
    email: str = ""
    """Shown only with `show_emails`."""
    slug: str = ""
    """The slug of the author's page, or empty: made from the name."""
    links: tuple[ProfileLink, ...] = ()
    """Profiles of the author, in the order written."""
    key: str = field(default="", compare=False, repr=False)
    """The key of the author in the authors file, or empty."""


@dataclass(frozen=True, slots=True)
class Term:
    """A tag, category, author or series with its posts."""

    kind: str
    """Name of the archive kind: `tags`, `categories`, `authors` or `series`."""
    key: str
    """Normalised name; spellings with the same key are one term."""
    name: str
    """The most frequent spelling."""
    slug: str
    """Part of the URL, distinct within the kind."""
    description: str = ""
    """One line about it, or empty; from the file of tags or authors."""
    file_key: str = ""
    """`slug` or the key of an author in the authors file, or empty."""


@dataclass(frozen=True, slots=True)
class PostImage:
    """The picture of a post for feeds and previews, as written by its author."""

    path: str
    """Below the post, else below `docs_dir`, or an http(s) URL; as written."""
    alt: str = ""
    """Alternative text, plain, or empty."""
    key: str = "image"
    """The front matter key that names it: `image` or one that themes use for it."""


@dataclass(frozen=True, slots=True)
class Update:
    """A dated update inside a post."""

    date: datetime
    """With its UTC offset."""
    text: str = ""
    """What changed, plain text, or empty."""
    anchor: str = ""
    """Fragment of its place on the page of the post, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLink:
    """A link in front matter."""

    target: str
    """As written; empty for a heading of `parts`."""
    title: str = ""
    """As written, or empty."""
    line: int = 1
    column: int = 1
    """Where the target stands, both from 1."""
    parts: tuple[WrittenLink, ...] = ()
    """The links below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One dated page of the journal, its front matter already checked."""

    source: PurePosixPath
    """The file, relative to `docs_dir`."""
    title: str
    """Plain text, one line; front matter `title`, else the first level-1 heading, else the file name."""
    titled_by: str = "key"
    """Where the title comes from: `key`, `heading` or `name`."""
    date: datetime | None
    """When the post was published, with its UTC offset; only a withheld post may have none. Front matter `date`,
    else the file name."""
    day_only: bool = True
    """Whether the author gave a day without a time."""
    due: datetime | None = None
    """When the post may be published, with its UTC offset, if a key sets it and it is later than `date`; front matter
    `publishDate`."""
    last_updated: datetime | None = None
    """When the text last changed, never before `date`; front matter `last_updated`, a dated update in the body, or Git."""
    updates: tuple[Update, ...] = ()
    """The dated updates in the body, newest first."""
    state: State = State.PUBLISHED
    """Front matter `draft`, `published`, `hidden`, the folder `_drafts`, and the clock for a date in the future."""
    tags: tuple[str, ...] = ()
    """Labels in the order the author wrote them; front matter `tags`."""
    categories: tuple[str, ...] = ()
    """Labels in the order the author wrote them; front matter `categories`."""
    authors: tuple[Author, ...] = ()
    """People in the order the author wrote them; front matter `author`."""
    series: tuple[str, ...] = ()
    """Names of the series that the post is a part of; front matter `series`."""
    description: str = ""
    """Plain text, one line, or empty; front matter `description`."""
    image: PostImage | None = None
    """The picture of the post; front matter `image`."""
    excerpt: str = ""
    """Text for lists instead of the beginning, plain, or empty; front matter `excerpt`."""
    excerpt_separator: str = ""
    """The mark in the body that ends the excerpt, or empty; front matter `excerpt_separator`."""
    slug: str
    """The name of the post in URLs, not yet made safe; front matter `slug`, else the file name without its date."""
    permalink: str = ""
    """URL path or pattern of this post alone, as written; front matter `permalink`. Empty: the option's."""
    lang: str = ""
    """The language of the text, as written, or empty: that of the site; front matter `lang`."""
    guid: str = ""
    """The ID of the post in feeds, a URI, or empty; front matter `guid`."""
    feed: str = ""
    """`excerpt` or `none` if feeds do not contain the post like others, else empty; front matter `feed`."""
    redirect_from: tuple[str, ...] = ()
    """Old addresses that redirect to the post, as written; front matter `redirect_from`."""
    redirect_to: str = ""
    """Where to read the post instead, http(s) or a path below the site, or empty; front matter `redirect_to`."""
    canonical_url: str = ""
    """Where the same text was published first, http(s), or empty; front matter `canonical_url`."""
    translation_key: str = ""
    """What a post and its translations have in common, or empty: their path below the folder of their journal; front matter
    `translation_key`."""
    related: tuple[WrittenLink, ...] = ()
    """Posts that belong to it; front matter `related`."""
    unrelated: bool = False
    """Whether no related posts are chosen for it; front matter `related: false`."""
    links: tuple[WrittenLink, ...] = ()
    """Pages to read as well; front matter `links`."""
    pin: bool = False
    """Whether it is at the top of the landing page; front matter `pin`."""
    in_sitemap: bool = True
    """Whether it is in the sitemap; front matter `sitemap`."""
    layout: str = ""
    """As written; front matter `layout`."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """Every key as written, its value as plain data; read-only."""
    markup: str = "host"
    """The reader of the body: `host` or `kramdown`; front matter `markup`, else the option."""
    body: str
    """The text below the front matter, line ends `\\n`."""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column, both from 1, of the value of each key that was read."""

    def __post_init__(self) -> None:
        if self.date is None and not self.state.withheld:
            raise ValueError(f"{self.source}: a {self.state.value} post needs a date")
        for value in (self.date, self.due, self.last_updated, *(update.date for update in self.updates)):
            if value is not None and value.tzinfo is None:
                raise ValueError(f"{self.source}: dates of a post need a UTC offset")
        object.__setattr__(self, "meta", read_only(self.meta))

    @property
    def shown_date(self) -> datetime:
        """The date of a post that is shown, which always has one.

        Raises:
            ValueError: It is a draft without a date.
        """
        if self.date is None:
            raise ValueError(f"{self.source}: a draft without a date has no place in time")
        return self.date


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All terms of one kind."""

    kind: str
    """`tags`, `categories`, `authors` or `series`."""
    terms: tuple[Term, ...]
    """Sorted by name, letters before case."""
    of_label: Mapping[str, Term]
    """The term of each label as an author wrote it."""

    def of(self, post: Post) -> tuple[Term, ...]:
        """Return the terms of `post` in the order its author wrote them, each once."""
        labels = (author.name for author in post.authors) if self.kind == "authors" else getattr(post, self.kind)
        terms = (self.of_label[label] for label in labels if label in self.of_label)
        return tuple({term.key: term for term in terms}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """Everything that was read, sorted, with all problems."""

    posts: tuple[Post, ...]
    """Published posts, newest first, ties by source path descending (as Jekyll sorts)."""
    unlisted: tuple[Post, ...] = ()
    """Posts with a page that no list shows, in the same order."""
    withheld: tuple[Post, ...] = ()
    """Drafts, scheduled and unpublished posts, by source path."""
    refused: tuple[PurePosixPath, ...] = ()
    """Sources of posts that cannot be published, sorted."""
    pages: tuple[PurePosixPath, ...] = ()
    """Files of the folder that are not posts, sorted."""
    taxonomies: Mapping[str, Taxonomy] = field(default_factory=dict)
    """By kind; terms of published posts only."""
    descriptions: Mapping[str, str] = field(default_factory=dict)
    """Descriptions in the tags file, by the name of the tag."""
    problems: tuple[Problem, ...] = ()
    """By file and place."""

    @property
    def public(self) -> tuple[Post, ...]:
        """Every post that has a page: the published and the unlisted."""
        return self.posts + self.unlisted

    @property
    def stopping(self) -> bool:
        """Whether a post or an output was refused."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
