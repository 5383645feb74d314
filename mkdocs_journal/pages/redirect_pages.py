"""Pages at old URLs, and the redirect files that servers read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote

from mkdocs_journal.addresses import path_of, resolved
from mkdocs_journal.language.locales import document_language, language_attributes
from mkdocs_journal.pages.post_values import attributes
from mkdocs_journal.pages.templates import Fragments
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.archive_names import title_of
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.outputs import redirects_route
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.redirects import Redirect, json_map, netlify_rules
from mkdocs_journal.urls.links import encoded, relative


def redirect_files(
    publication: Publication, fragments: Fragments, files: tuple[str, ...], before: Sequence[Publication] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site folder and the bytes of each redirect page and redirect file.

    Args:
        publication: The journals.
        fragments: Renders the pages.
        files: The option `redirects`.
        before: The journals of other languages, whose pages are written: the files name them as well.
    """
    site_url = publication.all[0].site.url
    root = encoded(unquote(path_of(site_url))) or "/"
    rules: list[tuple[Address, str]] = []
    for number, one in enumerate((publication, *before)):
        for edition in one.editions:
            posts = {post.source: post for post in edition.journal.public}
            for redirect in edition.plan.redirects:
                if publication.routes.is_of_site(redirect.address.file):
                    continue
                post = posts.get(redirect.source)
                if not number:
                    yield redirect.address.file, _page_at(redirect, post, edition, fragments).encode()
                target = edition.address(post, root) if post else root + edition.url(redirect.source)
                rules.append((redirect.address, target))
    rules.sort(key=lambda rule: rule[0].file)
    for name in files:
        if not publication.routes.owns(redirects_route(name)):
            continue
        if name == "_redirects":
            yield name, netlify_rules(rules, root).encode()
        else:
            yield name, json_map([(old, resolved(site_url, to)) for old, to in rules]).encode()


def _page_at(redirect: Redirect, post: Post | None, edition: Edition, fragments: Fragments) -> str:
    base = encoded(redirect.address.url)
    return redirect_page(post, base, edition, fragments) if post else _list_page(redirect.source, base, edition, fragments)


def redirect_page(post: Post, base: str, edition: Edition, fragments: Fragments) -> str:
    """Return the page at the URL `base` that redirects to a post."""
    url = edition.link(post, base)
    canonical = edition.address(post, edition.site.url) if edition.site.url else url
    return _page(post.title, url, canonical, post.lang or edition.language, edition, fragments)


def _list_page(source: PurePosixPath, base: str, edition: Edition, fragments: Fragments) -> str:
    """Return the page at the URL `base` that redirects to a list."""
    _, listed = edition.archive_files[source]
    url = relative(edition.url(source), base)
    canonical = edition.site.url + edition.url(source) if edition.site.url else url
    return _page(title_of(listed.archive, edition), url, canonical, str(edition.locale), edition, fragments)


def _page(title: str, url: str, canonical: str, language: str, edition: Edition, fragments: Fragments) -> str:
    return fragments.render(
        "redirect",
        title=title,
        url=url,
        canonical=canonical,
        **document_language(language),
        labels=edition.labels,
        labels_language=attributes(language_attributes(str(edition.locale), language)),
    )
