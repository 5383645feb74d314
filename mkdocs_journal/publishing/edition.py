"""One journal as it is published: its plan, its language, and its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from babel import Locale

from mkdocs_journal.addresses import resolved
from mkdocs_journal.archives.archive import Archive, ArchivePage, Archives
from mkdocs_journal.archives.relations import Neighbours, neighbours, related_posts
from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.language.labels import Labels, labels_for
from mkdocs_journal.language.locales import ENGLISH, is_code_of, language_tag
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Author, Journal, Post, Term
from mkdocs_journal.posts.titles import first_heading, title_of_name
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.feed_routes import FeedRoute
from mkdocs_journal.publishing.named_links import FrontLinks
from mkdocs_journal.publishing.output_file import OutputFile, text_of
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.site_images import Pictures, SiteImage
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.text.excerpt import cut_excerpt
from mkdocs_journal.text.reading_time import minutes
from mkdocs_journal.urls.links import encoded_link, relative


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Edition:
    """One journal in one build."""

    plan: OutputPlan
    site: SiteInfo
    archive_files: Mapping[PurePosixPath, tuple[OutputFile, ArchivePage]]
    """By the source path of the page."""
    post_files: Mapping[PurePosixPath, OutputFile] = field(default_factory=dict)
    """The file of each public post, and in `serve` of each withheld one."""
    moved_from: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """The previous URL of each post whose file was moved."""
    uncommitted: frozenset[PurePosixPath] = frozenset()
    """Posts whose text differs from the last commit; in `serve` only."""
    owner_journals: Mapping[PurePosixPath, Edition] = field(default_factory=dict)
    """In the list of several journals: the journal of each post."""
    has_home: bool = True
    """Whether the site, or the part of it in this language, has a home page."""
    serving: bool = False
    """Whether it is shown to its author by `serve`."""
    broken: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """The problems of each refused post that `serve` shows as a page, by the source path of the page."""
    html: Mapping[PurePosixPath, str] = field(default_factory=dict)
    """The rendered body of each public post, without its frame."""
    front_links: Mapping[PurePosixPath, FrontLinks] = field(default_factory=dict)
    """What the front matter of posts links, by the source of the post."""

    @property
    def options(self) -> Options:
        """The options of the journal."""
        return self.plan.options

    @property
    def journal(self) -> Journal:
        """Its posts, terms and problems."""
        return self.plan.journal

    @property
    def archives(self) -> Archives:
        """Its archives."""
        return self.plan.archives

    @property
    def feeds(self) -> tuple[FeedRoute, ...]:
        """The feeds of all posts, one for each format."""
        return self.plan.feeds

    @property
    def all_feeds(self) -> tuple[FeedRoute, ...]:
        """Every feed, those of terms among them."""
        return (*self.plan.feeds, *self.plan.term_feeds)

    @property
    def images(self) -> Mapping[PurePosixPath, SiteImage]:
        """The picture of each public post that has one, by the post's source."""
        return self.plan.images

    @property
    def pictures(self) -> Pictures:
        """The pictures of authors and of the site."""
        return self.plan.pictures

    @property
    def targets(self) -> Mapping[PurePosixPath, str]:
        """The targets of posts that redirect elsewhere."""
        return self.plan.targets

    @cached_property
    def labels(self) -> Labels:
        """The labels on its pages."""
        return labels_for(self.language, self.options.labels)

    @cached_property
    def locale(self) -> Locale:
        """The locale of its labels and dates, English for a language without a catalogue."""
        return self.labels.locale

    @cached_property
    def language(self) -> str:
        """Its language as a BCP 47 tag; English if the option and the theme name none."""
        return language_tag(self.options.locale or self.site.language) or str(ENGLISH)

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """Posts that have a page, by the source path of the page."""
        shown = (*self.journal.public, *self.journal.withheld)
        return {self.post_files[post.source].source: post for post in shown if post.source in self.post_files}

    @cached_property
    def archive_pages(self) -> Mapping[str, ArchivePage]:
        """Pages of lists, by the source path of the page."""
        return {file.source: page for file, page in self.archive_files.values()}

    @cached_property
    def neighbours(self) -> Mapping[PurePosixPath, Neighbours]:
        """The neighbours of each published post."""
        return neighbours(self.journal.posts)

    @cached_property
    def related(self) -> Mapping[PurePosixPath, tuple[Post, ...]]:
        """The posts to name below each post: those of its front matter, then those that are chosen."""
        posts = {post.source: post for post in self.journal.public}
        named = {
            source: tuple(posts[one] for one in links.related if one in posts) for source, links in self.front_links.items()
        }
        return related_posts(self.journal.posts, self.options.related, named)

    @cached_property
    def sources_of_terms(self) -> Mapping[Term, PurePosixPath]:
        """The source path of the archive of each term whose first page is published."""
        archives = (page.archive for source, (_, page) in self.archive_files.items() if source == page.archive.source)
        return {archive.term: archive.source for archive in archives if archive.term}

    @cached_property
    def _pages(self) -> Mapping[PurePosixPath, Mapping[int, PurePosixPath]]:
        found: dict[PurePosixPath, dict[int, PurePosixPath]] = {}
        for _, page in self.archive_files.values():
            found.setdefault(page.archive.source, {})[page.number] = page.source
        return found

    @cached_property
    def _feeds(self) -> Mapping[PurePosixPath, tuple[FeedRoute, ...]]:
        found: dict[PurePosixPath, tuple[FeedRoute, ...]] = {}
        for feed in self.plan.term_feeds:
            found[feed.archive.source] = (*found.get(feed.archive.source, ()), feed)
        return found

    @cached_property
    def title(self) -> str:
        """The heading of the landing page: the option, else the name, else the word for a journal.

        A name that is only the language of the journal is none.
        """
        options = self.options
        name = "" if options.of_all else options.name.rpartition("/")[2]
        name = "" if is_code_of(name, self.language) else name
        return options.title or title_of_name(name) or self.labels("journal")

    @cached_property
    def landing_name(self) -> str:
        """What links back call the landing page: the option, else the heading of its own text, else its title."""
        own = ""
        if self.landing and not self.landing.generated and not self.options.title:
            with suppress(FrontMatterError):
                own = first_heading(split_front_matter(text_of(self.landing)).body)
        return self.title if not own or "{{" in own else own  # a heading that another plugin makes is not known here

    @property
    def out_of_sitemap(self) -> tuple[Post, ...]:
        """The posts that are not in the sitemap: unlisted, redirected, or with `sitemap: false`."""
        hidden = [post for post in self.journal.posts if post.source in self.targets or not post.in_sitemap]
        return (*self.journal.unlisted, *hidden)

    def author_of(self, term: Term) -> Author | None:
        """Return what is known about an author, from the post with the most details."""
        return self._people.get(term)

    @cached_property
    def _people(self) -> Mapping[Term, Author]:
        labels = self.journal.taxonomies["authors"].of_label
        best: dict[Term, Author] = {}
        for post in self.journal.posts:
            for author in post.authors:
                term = labels.get(author.name)
                if term and (term not in best or _detail(author) > _detail(best[term])):
                    best[term] = author
        return best

    def names_of(self, posts: Iterable[Post]) -> set[str]:
        """Return the source paths of the pages of posts that have one."""
        return {self.post_files[post.source].source for post in posts if post.source in self.post_files}

    @property
    def landing(self) -> OutputFile | None:
        """The file of the landing page, or None if the site has none."""
        entry = self.archive_files.get(self.archives.landing.source)
        return entry[0] if entry else None

    def owner_journal(self, post: Post) -> Edition:
        """Return the journal that a post belongs to."""
        return self.owner_journals.get(post.source, self)

    def feeds_of(self, archive: Archive) -> tuple[FeedRoute, ...]:
        """Return the feeds of the posts of an archive, without the feeds of all posts."""
        return self._feeds.get(archive.source, ())

    def in_feeds(self, archive: Archive) -> tuple[Post, ...]:
        """Return the posts of an archive that are in feeds, newest first."""
        posts = self.journal.posts if archive is self.archives.landing else archive.posts  # its list has pinned ones first
        kept: tuple[Post, ...] = self.once(("feed", archive.source), lambda: tuple(p for p in posts if p.feed != "none"))
        return kept

    def has(self, source: str) -> bool:
        """Return whether the page with a source path belongs to this journal."""
        return source in self.posts or source in self.archive_pages or source in self.broken

    def url(self, source: PurePosixPath) -> str:
        """Return the URL, below the site, of a post or archive page; empty for the home page."""
        file = self.post_files.get(source) or self.archive_files[source][0]
        return file.url

    def place(self, post: Post) -> tuple[str, bool]:
        """Return where a post is to be read, and whether that is a URL below the site; else it is an address elsewhere."""
        target = self.targets.get(post.source)
        if target and not target.startswith("/"):
            return target, False
        return encoded_link(target.lstrip("/")) if target else self.url(post.source), True

    def link(self, post: Post, base: str) -> str:
        """Return the link that leads from the page at `base` to where a post is to be read."""
        url, here = self.place(post)
        return relative(url, base) if here else url

    def address(self, post: Post, site_url: str) -> str:
        """Return the absolute address at which a post is to be read."""
        url, here = self.place(post)
        return resolved(site_url, url) if here else url

    def excerpt(self, post: Post) -> str:
        """Return the beginning of a post as HTML for another page, links as on its own; cut once."""
        made: str = self.once(("excerpt", post.source), lambda: cut_excerpt(self.html.get(post.source, ""), post.title))
        return made

    def minutes(self, post: Post) -> int:
        """Return the minutes that it takes to read a post; 0 without the option `reading_time`, or without its text."""
        html, pace = self.html.get(post.source, ""), self.options.reading_time
        number: int = self.once(("minutes", post.source), lambda: minutes(html, pace)) if html and pace else 0
        return number

    def once(self, key: tuple[object, ...], make: Callable[[], Any]) -> Any:
        """Return a value that several pages or feeds of the journal show; it is made for the first of them.

        Args:
            key: What the value is, and of which post or archive.
            make: Makes it; the result must depend on the key and the journal alone.
        """
        if (made := self._made.get(key, self)) is self:  # looked up once: keys with paths are slow to find
            made = self._made[key] = make()
        return made

    @cached_property
    def _made(self) -> dict[tuple[object, ...], Any]:
        return {}

    @cached_property
    def series(self) -> Mapping[Term, tuple[Post, ...]]:
        """The posts of each series in reading order: the oldest first."""
        parts = self.archives.kinds["series"].parts if "series" in self.archives.kinds else ()
        return {part.term: part.posts[::-1] for part in parts if part.term}

    @cached_property
    def series_places(self) -> Mapping[Term, Mapping[PurePosixPath, int]]:
        """The place of each post in each of its series, from 0, by its source."""
        return {term: {post.source: place for place, post in enumerate(posts)} for term, posts in self.series.items()}

    def pages_of(self, archive: Archive) -> Mapping[int, PurePosixPath]:
        """Return the sources of the published pages of an archive by page number."""
        return self._pages.get(archive.source, {})


def _detail(author: Author) -> int:
    return sum(map(bool, (author.url, author.description, author.avatar, author.email, author.links)))
