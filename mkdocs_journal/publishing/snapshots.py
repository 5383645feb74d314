"""The body of a post as it was rendered, for its page, excerpts and feeds."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.text.fragments import fragment
from mkdocs_journal.urls.links import encoded, mended


def snapshot(html: str, post: Post, edition: Edition, urls: Mapping[str, str]) -> str:
    """Return a rendered body with the links mended of a post that moved away from its file's place.

    Links in Markdown have been resolved; raw HTML still says what its author wrote. What another plugin has made a whole
    document is the content of a page again.

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
