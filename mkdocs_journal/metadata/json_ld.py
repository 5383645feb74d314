"""Structured data about a page, as JSON-LD of schema.org.

Sources: https://schema.org/BlogPosting, https://developers.google.com/search/docs/appearance/structured-data/article,
https://developers.google.com/search/docs/appearance/structured-data/profile-page and …/breadcrumb
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Final, NamedTuple

from mkdocs_journal.metadata.facts import Crumb, ImageFacts, PageFacts, PersonFacts, SiteFacts
from mkdocs_journal.metadata.head_elements import HeadElement, script
from mkdocs_journal.text.moments import rfc3339

MIME_TYPE: Final = "application/ld+json"
_HEADLINE: Final = 110
"""Characters of a headline that search engines show."""
_ITEM: Final = '{"@type":"ListItem"'
_ESCAPES: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Escapes, so that no text ends the script; `replace()` is much faster than `translate()`."""


def json_ld(page: PageFacts, site: SiteFacts) -> HeadElement:
    """Return the structured data of a page; it requires `site_url`."""
    about = {"post": _post, "journal": _journal, "list": _list, "profile": _profile}[page.kind](page, _shared(site))
    graph = f"{about},{_breadcrumbs(page.crumbs)}" if len(page.crumbs) > 1 else about
    text = f'{{"@context":"https://schema.org","@graph":[{graph}]}}'
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return script(MIME_TYPE, text)


class _Shared(NamedTuple):
    """What the data of all pages of a journal have in common, in JSON."""

    publisher: str
    author: str
    """Of a post that does not name one."""
    blog: str
    blog_id: str
    language: str


@lru_cache(maxsize=64)
def _shared(site: SiteFacts) -> _Shared:
    """Return what the data of the pages of a journal share; it is written once."""
    organization = _object("Organization", name=_text(site.name), url=_text(site.url))
    blog = _object("Blog", _text(site.journal_url), name=_text(site.journal)) if site.journal_url else ""
    return _Shared(
        publisher=organization,
        author=_object("Person", name=_text(site.author)) if site.author else organization,
        blog=blog,
        blog_id=_text(site.journal_url),
        language=_text(site.language),
    )


def _text(text: str) -> str:
    """Return a text in JSON; nothing for an empty one."""
    return encode_basestring(text) if text else ""


def _array(items: Iterable[str]) -> str:
    """Return values in JSON as an array; nothing for no values."""
    inside = ",".join(items)
    return f"[{inside}]" if inside else ""


def _object(kind: str, identity: str = "", **values: str) -> str:
    """Return a thing of schema.org in JSON.

    Args:
        kind: Its type.
        identity: Its `@id` in JSON, or empty.
        **values: What it has, in JSON; what is empty is left out.
    """
    inside = "".join([f',"{name}":{value}' for name, value in values.items() if value])
    return f'{{"@type":"{kind}","@id":{identity}{inside}}}' if identity else f'{{"@type":"{kind}"{inside}}}'


def _changed(moment: datetime | None) -> str:
    return f'"{rfc3339(moment)}"' if moment else ""


def _post(page: PageFacts, shared: _Shared) -> str:
    url, day = _text(page.url), _text(page.published_text)
    title = page.title if len(page.title) <= _HEADLINE else page.title[: _HEADLINE - 1].rstrip() + "…"
    return _object(
        "BlogPosting",
        url,
        mainEntityOfPage=url,
        url=url,
        headline=_text(title),
        description=_text(page.description),
        datePublished=day,
        dateModified=_changed(page.updated) or day,
        author=_array(map(_person, page.authors)) or shared.author,
        publisher=shared.publisher,
        image=_image(page.image),
        keywords=_array(map(_text, page.tags)),
        articleSection=_text(page.section),
        inLanguage=_text(page.language) or shared.language,
        isPartOf=shared.blog,
    )


@lru_cache(maxsize=256)
def _person(author: PersonFacts) -> str:
    """Return the data of an author, who has written many posts."""
    same = dict.fromkeys([*([author.url] if author.page and author.url else []), *author.links])
    return _object(
        "Person",
        name=_text(author.name),
        url=_text(author.page or author.url),
        description=_text(author.description),
        email=_text(author.email),
        image=_image(author.image),
        sameAs=_array(map(_text, same)),
    )


def _image(image: ImageFacts | None) -> str:
    if image is None:
        return ""
    width, height = str(image.width or ""), str(image.height or "")
    return _object("ImageObject", url=_text(image.url), width=width, height=height, caption=_text(image.alt))


def _journal(page: PageFacts, shared: _Shared) -> str:
    return _object(
        "Blog",
        shared.blog_id,
        url=_text(page.url),
        name=_text(page.title),
        description=_text(page.description),
        dateModified=_changed(page.updated),
        image=_image(page.image),
        inLanguage=shared.language,
        publisher=shared.publisher,
        blogPost=_array(map(_posting, page.entries)),
    )


def _posting(entry: Crumb) -> str:
    url = _text(entry.url)
    return _object("BlogPosting", url, headline=_text(entry.name), url=url)


def _list(page: PageFacts, shared: _Shared) -> str:
    items = _array(f'{_ITEM},"position":{number}{_behind_position(entry)}' for number, entry in enumerate(page.entries, 1))
    url, count = _text(page.url), str(page.post_count or "")
    return _object(
        "CollectionPage",
        url,
        url=url,
        name=_text(page.title),
        description=_text(page.description),
        dateModified=_changed(page.updated),
        inLanguage=shared.language,
        isPartOf=shared.blog,
        mainEntity=_object("ItemList", numberOfItems=count, itemListElement=items) if items else "",
    )


@lru_cache(maxsize=2048)
def _behind_position(entry: Crumb) -> str:
    """Return the rest of an item of a list, behind its position; a post is in many lists."""
    return _object("ListItem", url=_text(entry.url), name=_text(entry.name))[len(_ITEM) :]


def _profile(page: PageFacts, shared: _Shared) -> str:
    url = _text(page.url)
    return _object(
        "ProfilePage",
        url,
        url=url,
        name=_text(page.title),
        dateModified=_changed(page.updated),
        inLanguage=shared.language,
        isPartOf=shared.blog,
        mainEntity=next(map(_person, page.authors), ""),
    )


def _breadcrumbs(crumbs: tuple[Crumb, ...]) -> str:
    items = _array([*_way(crumbs[:-1]), _crumb(len(crumbs), crumbs[-1])])
    return _object("BreadcrumbList", itemListElement=items)


@lru_cache(maxsize=256)
def _way(crumbs: tuple[Crumb, ...]) -> tuple[str, ...]:
    """Return the data of the breadcrumbs above a page, which are the same for all posts of a journal."""
    return tuple(_crumb(number, crumb) for number, crumb in enumerate(crumbs, 1))


def _crumb(number: int, crumb: Crumb) -> str:
    return _object("ListItem", position=str(number), name=_text(crumb.name), item=_text(crumb.url))
