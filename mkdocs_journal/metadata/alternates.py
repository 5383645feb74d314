"""Links to the other languages of a page, for search engines."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journal.addresses import resolved
from mkdocs_journal.metadata.head_elements import HeadElement, link
from mkdocs_journal.publishing.translations import Translations
from mkdocs_journal.urls.links import relative


def language_links(translations: Translations, source: str, url: str, site_url: str) -> Iterator[HeadElement]:
    """Yield a link for each translation of a page, itself among them.

    Args:
        translations: Those of the site.
        source: The source path of the page.
        url: Where it is published.
        site_url: The address of the site, or empty: then the links are relative.

    Source: https://developers.google.com/search/docs/specialty/international/localized-versions#html
    """
    for version in translations.of(source):
        href = resolved(site_url, version.url) if site_url else relative(version.url, url)
        yield link("alternate", href, language=version.language)
