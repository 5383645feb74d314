"""What Liquid may ask for in the posts of a site."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from mkdocs_journal.addresses import split
from mkdocs_journal.front_matter.read_only import copied
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post, State
from mkdocs_journal.publishing.jekyll_config import jekyll_values
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.text.moments import in_zone

Address = Callable[[PurePosixPath], str | None]
"""Returns the path of a source below the site, or None: it has no page."""


@dataclass(frozen=True)
class KnownValues:
    """Everything that Liquid may ask for in the posts of a site."""

    posts: tuple[Post, ...]
    site: SiteInfo
    extra: Mapping[str, object]
    """What the option `extra` of the site adds to `site`."""
    address: Address = lambda _source: None

    def of(self, post: Post, options: Options) -> Known:
        """Return what is known while a post is read."""
        source, url = post.source, f"/{self.address(post.source) or post.source}"
        date = {"date": in_zone(post.date, options.zone)} if post.date else {}
        page = {
            **copied(post.meta),
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
        of_site = {**self._site, "time_zone": options.timezone or "UTC", "timezone": options.timezone or "UTC"}
        return Known(page=page, site=of_site, whole_site=bool(self.jekyll), post_url=self._post_url, link=self._link)

    @cached_property
    def jekyll(self) -> Mapping[str, object]:
        """The values of the Jekyll site that the posts come from, if its configuration is there."""
        return jekyll_values(self.site)

    @cached_property
    def _site(self) -> Mapping[str, object]:
        site, url = self.site, split(self.site.url)
        said = {"description": site.description, "author": site.author}
        return {
            **self.jekyll,
            **self.extra,
            **{key: value for key, value in said.items() if value},
            "title": site.name,
            "name": site.name,
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
        if os.path.isfile(self.site.docs / path):  # noqa: PTH113 - returns False for a name that is too long
            return self._below(path)
        return self._post_url(path.with_suffix("").as_posix()) if "_posts" in path.parts else None


def published_values(
    publication: Publication, files: Iterable[OutputFile], site: SiteInfo, extra: Mapping[str, object]
) -> KnownValues:
    """Return what Liquid may ask for where every post and file has its address.

    Args:
        publication: The journals.
        files: The other files of the site.
        site: The site.
        extra: What the option `extra` of the site adds to `site`.
    """
    urls = {PurePosixPath(file.source): file.url for file in files if not file.left_out}
    for edition in publication.editions:
        urls |= {post.source: edition.url(post.source) for post in edition.posts.values()}
    journals = (edition.journal for edition in publication.editions)
    posts = tuple(post for journal in journals for post in (*journal.public, *journal.withheld))
    return KnownValues(posts, site, extra, urls.get)
