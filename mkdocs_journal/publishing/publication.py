"""All journals of a site as they are published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_journal.journal import newest_first
from mkdocs_journal.posts.model import Journal, Post
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.urls.routes import Routes


@dataclass(frozen=True, eq=False, repr=False)
class Publication:
    """All journals of a site, in one build."""

    editions: tuple[Edition, ...]
    combined: Edition | None
    """The list and feeds of all posts together, if there is one."""
    routes: Routes
    """All outputs, by file."""
    serving: bool = False
    """Whether withheld posts are shown, in `serve`."""
    elsewhere: tuple[OutputPlan, ...] = ()
    """The journals of the other languages of the site, which other builds publish."""

    @property
    def all(self) -> tuple[Edition, ...]:
        """Every edition with pages of its own."""
        return (self.combined, *self.editions) if self.combined else self.editions

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, each once."""
        return tuple(dict.fromkeys(problem for edition in self.all for problem in edition.journal.problems))

    @property
    def stopping(self) -> tuple[Journal, ...]:
        """The journals with problems that end a build."""
        stopping = (edition for edition in self.all if edition.options.on_error == "stop")
        return tuple(edition.journal for edition in stopping if edition.journal.stopping)

    @property
    def unlisted(self) -> set[str]:
        """The source paths of the unlisted posts."""
        return {name for edition in self.editions for name in edition.names_of(edition.journal.unlisted)}

    @property
    def out_of_sitemap(self) -> set[str]:
        """The source paths of the pages that are not in the sitemap."""
        return {name for edition in self.editions for name in edition.names_of(edition.out_of_sitemap)}

    def edition_of(self, source: str) -> Edition | None:
        """Return the journal that the page with a source path belongs to, or None."""
        for edition in self.all:
            if edition.has(source):
                return edition
        return None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the journals, if there are several."""
        return tuple(edition.options.name for edition in self.editions) if len(self.editions) > 1 else ()

    def journal_for(self, source: str, name: str = "") -> Edition:
        """Return the journal whose posts the page with a source path shows.

        Args:
            source: The page.
            name: The journal that its author names, or empty: then its own, or all posts of all journals together.
        """
        if name:
            return next(edition for edition in self.editions if edition.options.name == name)
        own = self.editions[0] if len(self.editions) == 1 else self.edition_of(source)
        return own if own in self.editions else self._together

    @cached_property
    def _together(self) -> Edition:
        """All posts of all journals, for the lists on pages outside of the journals."""
        owners = {post.source: edition for edition in self.editions for post in edition.journal.public}
        unlisted = sorted((post for one in self.editions for post in one.journal.unlisted), key=newest_first, reverse=True)
        base = self.combined or self.editions[0]
        plan = base.plan._replace(journal=Journal(posts=self.all_posts, unlisted=tuple(unlisted)))
        return replace(base, plan=plan, owner_journals=owners)

    @property
    def all_posts(self) -> tuple[Post, ...]:
        """The published posts of all journals, newest first."""
        if len(self.editions) == 1:
            return self.editions[0].journal.posts
        posts = (post for edition in self.editions for post in edition.journal.posts)
        return tuple(sorted(posts, key=newest_first, reverse=True))

    def announced_on(self, source: str) -> tuple[Edition, ...]:
        """Return the editions whose feeds a page announces: its own journal, else the list of all, else every journal."""
        own = self.edition_of(source) or self.combined
        return (own,) if own else self.editions


def published_together(editions: Iterable[Edition], combined: Edition | None, publication: Publication) -> Publication:
    """Return a publication with other editions; the list of all posts gets the journal of each post."""
    editions = tuple(editions)
    owners = {post.source: edition for edition in editions for post in edition.journal.posts}
    return replace(publication, editions=editions, combined=replace(combined, owner_journals=owners) if combined else None)
