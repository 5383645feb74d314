"""Structured data about a page, as JSON-LD of schema.org.

Sources: https://schema.org/BlogPosting, https://developers.google.com/search/docs/appearance/structured-data/article,
https://developers.google.com/search/docs/appearance/structured-data/profile-page and …/breadcrumb
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from mkdocs_journal.metadata.facts import Crumb, ImageFacts, PageFacts, PersonFacts, SiteFacts
from mkdocs_journal.metadata.head import Script
from mkdocs_journal.text.moments import rfc3339

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
MIME_TYPE: Final = "application/ld+json"
_HEADLINE: Final = 110
"""Characters of a headline that search engines show."""
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Escapes, so that no text ends the script; `replace()` is much faster than `translate()`."""


def json_ld(page: PageFacts, site: SiteFacts) -> Script:
    """Return the structured data of a page; it requires `site_url`."""
    about = {"post": _post, "journal": _journal, "list": _list, "profile": _profile}[page.kind](page, site)
    graph = [about]
    if len(page.crumbs) > 1:
        graph.append(_breadcrumbs(page.crumbs))
    text = _ENCODER.encode({"@context": "https://schema.org", "@graph": graph})
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Script(MIME_TYPE, text)


def _without_empty(**values: object) -> dict[str, Any]:
    """Return values by name, without empty ones; a leading `_` of a name becomes `@`."""
    return {(f"@{name[1:]}" if name.startswith("_") else name): value for name, value in values.items() if value}


def _day(page: PageFacts) -> str:
    if page.published is None:
        return ""
    return page.published.date().isoformat() if page.day_only else rfc3339(page.published)


def _changed(moment: datetime | None) -> str:
    return rfc3339(moment) if moment else ""


def _post(page: PageFacts, site: SiteFacts) -> dict[str, Any]:
    return _without_empty(
        _type="BlogPosting",
        _id=page.url,
        mainEntityOfPage=page.url,
        url=page.url,
        headline=page.title if len(page.title) <= _HEADLINE else page.title[: _HEADLINE - 1].rstrip() + "…",
        description=page.description,
        datePublished=_day(page),
        dateModified=_changed(page.updated) or _day(page),
        author=[_person(author) for author in page.authors] or _of_site(site),
        publisher=_without_empty(_type="Organization", name=site.name, url=site.url),
        image=_image(page.image),
        keywords=list(page.tags),
        articleSection=page.section,
        inLanguage=page.language or site.language,
        isPartOf=_blog(site),
    )


def _of_site(site: SiteFacts) -> dict[str, Any]:
    """Return the author of a post that does not name one."""
    if site.author:
        return _without_empty(_type="Person", name=site.author)
    return _without_empty(_type="Organization", name=site.name, url=site.url)


def _person(author: PersonFacts) -> dict[str, Any]:
    same = dict.fromkeys([*([author.url] if author.page and author.url else []), *author.links])
    return _without_empty(
        _type="Person",
        name=author.name,
        url=author.page or author.url,
        description=author.description,
        email=author.email,
        image=_image(author.image),
        sameAs=list(same),
    )


def _image(image: ImageFacts | None) -> dict[str, Any] | None:
    if image is None:
        return None
    return _without_empty(_type="ImageObject", url=image.url, width=image.width, height=image.height, caption=image.alt)


def _blog(site: SiteFacts) -> dict[str, Any] | None:
    if not site.journal_url:
        return None
    return _without_empty(_type="Blog", _id=site.journal_url, name=site.journal)


def _journal(page: PageFacts, site: SiteFacts) -> dict[str, Any]:
    posts = [
        _without_empty(_type="BlogPosting", _id=entry.url, headline=entry.name, url=entry.url) for entry in page.entries
    ]
    return _without_empty(
        _type="Blog",
        _id=site.journal_url,
        url=page.url,
        name=page.title,
        description=page.description,
        dateModified=_changed(page.updated),
        image=_image(page.image),
        inLanguage=site.language,
        publisher=_without_empty(_type="Organization", name=site.name, url=site.url),
        blogPost=posts,
    )


def _list(page: PageFacts, site: SiteFacts) -> dict[str, Any]:
    items = [
        _without_empty(_type="ListItem", position=number, url=entry.url, name=entry.name)
        for number, entry in enumerate(page.entries, 1)
    ]
    return _without_empty(
        _type="CollectionPage",
        _id=page.url,
        url=page.url,
        name=page.title,
        description=page.description,
        dateModified=_changed(page.updated),
        inLanguage=site.language,
        isPartOf=_blog(site),
        mainEntity=_without_empty(_type="ItemList", numberOfItems=page.count, itemListElement=items) if items else None,
    )


def _profile(page: PageFacts, site: SiteFacts) -> dict[str, Any]:
    return _without_empty(
        _type="ProfilePage",
        _id=page.url,
        url=page.url,
        name=page.title,
        dateModified=_changed(page.updated),
        inLanguage=site.language,
        isPartOf=_blog(site),
        mainEntity=next((_person(author) for author in page.authors), None),
    )


def _breadcrumbs(crumbs: tuple[Crumb, ...]) -> dict[str, Any]:
    items = [
        _without_empty(_type="ListItem", position=number, name=crumb.name, item=crumb.url)
        for number, crumb in enumerate(crumbs, 1)
    ]
    return _without_empty(_type="BreadcrumbList", itemListElement=items)
