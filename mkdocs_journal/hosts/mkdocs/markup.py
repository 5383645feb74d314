"""What Liquid may ask for in a site, and what is doubtful about the bodies of its posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.addresses import split
from mkdocs_journal.hosts.mkdocs.jekyll_config import jekyll_config
from mkdocs_journal.journal import without
from mkdocs_journal.markup.checking import Readers, check_body
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.publishing.output_file import OutputFile, text_of

_ATTRIBUTES: Final = frozenset(
    {"attr_list", "markdown.extensions.attr_list", "extra", "markdown.extensions.extra", "pymdownx.extra"}
)
_MACROS: Final = frozenset(
    {"macros", "mkdocs-macros-plugin", "mkdocs-macros", "markdownextradata", "table-reader", "include-markdown"}
    | {"git-authors", "git-revision-date", "git-revision-date-localized"}
)
"""Plugins that put something in the place of what is between double braces."""

Address = Callable[[PurePosixPath], str | None]
"""Returns the path of a source below the site, or None: it has no page."""


@dataclass(frozen=True)
class KnownValues:
    """Everything that Liquid may ask for in the posts of a site."""

    posts: tuple[Post, ...]
    config: MkDocsConfig
    address: Address = lambda _source: None

    def of(self, post: Post, options: Options) -> Known:
        """Return what is known while a post is read."""
        source, url = post.source, f"/{self.address(post.source) or post.source}"
        date = {"date": post.date.astimezone(options.zone)} if post.date else {}
        page = {
            **post.meta,
            "title": post.title,
            "url": url,
            "id": url.removesuffix(".html").rstrip("/"),
            "path": source.as_posix(),
            "relative_path": source.as_posix(),
            "name": source.name,
            "ext": source.suffix,
            "slug": post.slug,
            "draft": post.state is State.DRAFT,
            "tags": list(post.tags),
            "categories": list(post.categories),
            "collection": "posts",
            **date,
        }
        site = {**self._site, "time_zone": options.timezone or "UTC", "timezone": options.timezone or "UTC"}
        return Known(page=page, site=site, whole_site=bool(self.jekyll), post_url=self._post_url, link=self._link)

    @cached_property
    def jekyll(self) -> Mapping[str, object]:
        """The values of the Jekyll site that the posts come from, if its configuration is there."""
        return jekyll_config(self.config)

    @cached_property
    def _site(self) -> Mapping[str, object]:
        config, url = self.config, split(self.config.site_url or "")
        said = {"description": config.site_description, "author": config.site_author}
        return {
            **self.jekyll,
            **config.extra,
            **{key: value for key, value in said.items() if value},
            "title": config.site_name or "",
            "name": config.site_name or "",
            "url": f"{url.scheme}://{url.netloc}" if url and url.netloc else "",
            "baseurl": url.path.rstrip("/") if url else "",
        }

    @cached_property
    def _names(self) -> Mapping[str, PurePosixPath]:
        """Sources of posts by the names that `post_url` has for them: with the folders in which they lie, and without."""
        found: dict[str, PurePosixPath] = {}
        for post in self.posts:
            whole = post.source.with_suffix("").as_posix()
            *_, below = re.split(r"(?:^|/)_posts/", whole)
            for name in (whole, below, post.source.stem):
                found.setdefault(name, post.source)
        return found

    def _post_url(self, name: str) -> str | None:
        source = self._names.get(name.strip("/")) or self._names.get(PurePosixPath(name).name)
        return self._below(source) if source else None

    def _below(self, source: PurePosixPath) -> str:
        """Return an address with the folder of the site, as Jekyll's tags do; of what has no page its source, for links."""
        address = self.address(source)
        return f"/{source}" if address is None else f"{self._site['baseurl']}/{address}"

    def _link(self, name: str) -> str | None:
        """Return the address of a file below the docs, or of a post by the path that it had in a Jekyll site."""
        path = PurePosixPath(name.lstrip("/"))
        if ".." in path.parts:
            return None
        if Path(self.config.docs_dir, path).is_file():
            return self._below(path)
        return self._post_url(path.with_suffix("").as_posix()) if "_posts" in path.parts else None


def with_bodies_checked(
    journal: Journal, options: Options, files: Mapping[PurePosixPath, OutputFile], config: MkDocsConfig
) -> Journal:
    """Return a journal with what is doubtful about the bodies of its public posts; those that Liquid refuses are left out.

    A withheld post has no page that could show anything; it is checked when it is published.

    Args:
        journal: The journal.
        options: Its options.
        files: The files of its posts.
        config: The configuration of MkDocs.
    """
    posts = tuple(post for post in (*journal.public, *journal.withheld) if not is_html(post.source))
    values, readers = KnownValues(posts, config), _readers(config)
    problems: list[Problem] = []
    refused: set[PurePosixPath] = set()
    for post in (post for post in posts if not post.state.withheld):
        places = _Places(files[post.source], post)
        told = list(check_body(post, partial(values.of, post, options), readers, liquid=options.liquid, places=places))
        problems += map(places.with_line, told)
        if any(problem.severity is Severity.ERROR for problem in told):
            refused.add(post.source)
    return without(journal, refused, problems) if problems else journal


def _readers(config: MkDocsConfig) -> Readers:
    return Readers(
        attribute_lists=not _ATTRIBUTES.isdisjoint(config.markdown_extensions),
        macros=not _MACROS.isdisjoint(_plugin_names(config.plugins)),
    )


def _plugin_names(plugins: Iterable[str]) -> list[str]:
    return [name.partition(" ")[0].rpartition("/")[2] for name in plugins]


class _Places:
    """Places in the file of a post, which is read when the first is asked for."""

    def __init__(self, file: OutputFile, post: Post) -> None:
        self._file = file
        self._body = post.body

    def __call__(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the body."""
        return Place(self._file.shown, self._above + line, column)

    def with_line(self, problem: Problem) -> Problem:
        """Return a problem with the line that it is about."""
        return replace(problem, snippet=self._lines[(problem.place.line or 1) - 1])

    @cached_property
    def _lines(self) -> list[str]:
        return text_of(self._file).replace("\r\n", "\n").replace("\r", "\n").split("\n")

    @cached_property
    def _above(self) -> int:
        """The lines above the body."""
        return len(self._lines) - self._body.count("\n") - 1
