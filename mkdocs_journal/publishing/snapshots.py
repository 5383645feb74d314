"""The rendered body of a post, for its page, excerpts and feeds."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.fragments import fragment
from mkdocs_journal.urls.links import encoded, mended


def snapshot(html: str, post: Post, edition: Edition, urls: Mapping[str, str]) -> str:
    """Return a rendered body; if the post has moved, with its links fixed.

    Links in Markdown are already resolved, those in raw HTML are as the author wrote them. If another plugin turned the
    body into a whole document, only its content is returned.

    Args:
        html: The body.
        post: The post.
        edition: Its journal.
        urls: The URL of each file that is published, by the file.
    """
    if old := edition.moved_from.get(post.source):
        bases = (encoded(post.source.as_posix()), old)
        html = mended(html, edition.url(post.source), bases, urls, urls.__getitem__)
    return fragment(html)
