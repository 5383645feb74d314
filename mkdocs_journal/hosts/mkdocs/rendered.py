"""The body of each post as the host has rendered it, once."""

from __future__ import annotations

from mkdocs.structure.files import Files

from mkdocs_journal.hosts.mkdocs.paths import is_left_out
from mkdocs_journal.hosts.mkdocs.site import Site
from mkdocs_journal.text.fragments import fragment
from mkdocs_journal.urls.links import encoded, mended


def snapshot(site: Site, files: Files) -> None:
    """Mend links of posts that moved away from their file's place, and keep each body for excerpts and feeds.

    The host has resolved what Markdown links to; raw HTML still says what its author wrote. What another plugin has made a
    whole document is the content of a page again.
    """
    urls = {file.dest_uri: file.url for file in files if not is_left_out(file)}
    for post in site.posts.values():
        page = site.post_files[post.source].page
        if post.state.withheld or page is None or page.content is None:
            continue
        if old := site.moved_from.get(post.source):
            bases = (encoded(post.source.as_posix()), old)
            page.content = mended(page.content, page.url, bases, urls, urls.__getitem__)
        page.content = fragment(page.content)
        site.html[post.source] = page.content
