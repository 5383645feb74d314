"""The rendered body of a post, for its page, excerpts and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_html
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.fragments import fragment
from mkdocs_journal.urls.links import encoded, mended


def sources_in_html(editions: Iterable[Edition]) -> Mapping[str, str]:
    """Return the URLs of published posts in HTML by their source, which raw HTML names as it names a file of the site."""
    files = (item for edition in editions for item in edition.post_files.items())
    return {file.source: file.url for source, file in files if is_html(source) and not file.left_out}


def snapshot(html: str, post: Post, edition: Edition, urls: Mapping[str, str], sources: Mapping[str, str]) -> str:
    """Return a rendered body; if the post has moved, with its links fixed.

    Links in Markdown are already resolved, those in raw HTML are as the author wrote them. If another plugin turned the
    body into a whole document, only its content is returned.

    Args:
        html: The body.
        post: The post.
        edition: Its journal.
        urls: The URL of each file that is published, by the file.
        sources: The URLs of posts in HTML by their source.
    """
    if old := edition.moved_from.get(post.source):
        bases = (encoded(post.source.as_posix()), old)
        html = mended(html, edition.url(post.source), bases, urls, urls.__getitem__, sources)
    return fragment(html)
