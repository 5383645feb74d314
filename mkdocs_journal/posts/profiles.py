"""Reads descriptions of authors, from the authors file of Material or of Jekyll's themes, or from a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from mkdocs_journal.addresses import is_web, split, uri_of
from mkdocs_journal.front_matter.keys import normalised
from mkdocs_journal.front_matter.located_yaml import ListValue, MapValue, Scalar, Value
from mkdocs_journal.posts.mail import parted
from mkdocs_journal.posts.model import Author, ProfileLink
from mkdocs_journal.spelling import distance
from mkdocs_journal.text.title_texts import one_line

ATTRIBUTES: Final = {
    "name": ("name", "full_name", "display_name", "display"),
    "url": ("url", "uri", "website", "homepage", "home", "site", "web"),
    "description": ("description", "bio", "about", "role", "title", "position"),
    "avatar": ("avatar", "picture", "image", "photo", "image_url"),
    "email": ("email", "mail"),
    "slug": ("slug",),
}
"""The attributes of an author and their names in authors files."""

SERVICES: Final = {
    "bluesky": ("Bluesky", "https://bsky.app/profile/{}"),
    "codeberg": ("Codeberg", "https://codeberg.org/{}"),
    "devto": ("DEV", "https://dev.to/{}"),
    "facebook": ("Facebook", "https://www.facebook.com/{}"),
    "github": ("GitHub", "https://github.com/{}"),
    "gitlab": ("GitLab", "https://gitlab.com/{}"),
    "google_scholar": ("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "instagram": ("Instagram", "https://www.instagram.com/{}"),
    "keybase": ("Keybase", "https://keybase.io/{}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
    "mastodon": ("Mastodon", ""),
    "medium": ("Medium", "https://medium.com/@{}"),
    "orcid": ("ORCID", "https://orcid.org/{}"),
    "reddit": ("Reddit", "https://www.reddit.com/user/{}"),
    "stackoverflow": ("Stack Overflow", "https://stackoverflow.com/users/{}"),
    "telegram": ("Telegram", "https://t.me/{}"),
    "threads": ("Threads", "https://www.threads.net/@{}"),
    "twitch": ("Twitch", "https://www.twitch.tv/{}"),
    "twitter": ("Twitter", "https://twitter.com/{}"),
    "x": ("X", "https://x.com/{}"),
    "youtube": ("YouTube", "https://www.youtube.com/@{}"),
}
"""Services with user names, and the addresses of profiles."""
_OTHER_NAMES: Final = {"bsky": "bluesky", "stack_overflow": "stackoverflow", "dev": "devto", "scholar": "google_scholar"}
_LISTS: Final = ("links", "socials", "social", "profiles")
_ALIASES: Final = frozenset({"alias", "aliases"})
_OTHER_KEYS: Final = frozenset(
    {"company", "display_email", "fbid", "gravatar", "id", "job", "lang", "location", "organization", "page", "permalink"}
    | {"pronouns", "username"}
)
"""Keys that themes read and the journal does not show, from authors files of real sites."""
_HANDLE: Final = re.compile(r"@?([\w.-]+(?:/[\w.-]+)?)")
_MASTODON: Final = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
_GRAVATAR: Final = re.compile(r"[0-9a-f]{32}(?:[0-9a-f]{32})?")
_WEB: Final = ("https://", "http://")
_OTHER_SCHEME: Final = re.compile(r"[^/?#]*://|(?:javascript|vbscript|data|file):", re.IGNORECASE)
"""Schemes of addresses that are not of the web; `mailto:`, common in lists of links, is left out silently."""


def author_of(value: Value, *, name: str = "", known: Author | None = None) -> Author | None:
    """Return the author described by a map or named by a text; None if it is empty.

    Args:
        value: The map or text.
        name: The name to use if the value has none.
        known: The author as known so far, used for keys missing in the map.
    """
    texts = {"name": value} if isinstance(value, Scalar) and not value.null else texts_of(value)
    links = tuple(dict.fromkeys(_links(value)))
    if not texts and not links:
        return None
    read = {
        attribute: next((one_line(texts[n].text) for n in names if n in texts), "")
        for attribute, names in ATTRIBUTES.items()
    }
    if not read["avatar"] and "gravatar" in texts and _GRAVATAR.fullmatch(texts["gravatar"].text):
        read["avatar"] = f"https://www.gravatar.com/avatar/{texts['gravatar'].text}"
    if known:
        read = {attribute: value or getattr(known, attribute) for attribute, value in read.items()}
        links = links or known.links
        read["key"] = known.key
    read["url"] = uri_of(read["url"]) if is_web(read["url"]) else ""
    read["name"], mail = parted(read["name"] or name)
    read["email"] = parted(read["email"])[1] or mail
    return Author(**read, links=links)


def texts_of(value: Value) -> dict[str, Scalar]:
    """Return the texts of a map by their normalised keys."""
    entries = value.entries if isinstance(value, MapValue) else ()
    return {
        normalised(key.text): item
        for key, item in entries
        if isinstance(item, Scalar) and not item.null and item.text.strip()
    }


def avatar_of(value: Value) -> Scalar | None:
    """Return the picture of an author in a map."""
    texts = texts_of(value)
    return next((texts[name] for name in ATTRIBUTES["avatar"] if name in texts), None)


def aliases_of(value: Value) -> Iterator[str]:
    """Yield the aliases in a map."""
    for key, item in value.entries if isinstance(value, MapValue) else ():
        if normalised(key.text) in _ALIASES:
            items = item.items if isinstance(item, ListValue) else (item,)
            yield from (alias.text for alias in items if isinstance(alias, Scalar) and not alias.null)


def _links(value: Value) -> Iterator[ProfileLink]:
    """Yield the profile links of an author: lists of links first, then names at services."""
    entries = value.entries if isinstance(value, MapValue) else ()
    for key, item in entries:
        if normalised(key.text) in _LISTS:
            yield from _listed(item)
    for key, item in entries:
        if isinstance(item, Scalar) and (link := _at_service(normalised(key.text), item.text.strip())):
            yield link


def _listed(value: Value) -> Iterator[ProfileLink]:
    if isinstance(value, MapValue):
        for key, item in value.entries:
            if isinstance(item, Scalar) and (link := _link(key.text, item.text.strip())):
                yield link
    for item in value.items if isinstance(value, ListValue) else ():
        texts = {"url": item} if isinstance(item, Scalar) else texts_of(item)
        url = next((texts[name].text.strip() for name in ("url", "href", "link") if name in texts), "")
        label = next((texts[name].text for name in ("label", "name", "title") if name in texts), "")
        if link := _link(label, url):
            yield link


def _link(label: str, text: str) -> ProfileLink | None:
    """Return the link of a labelled address or of a name at a service, or None if it is neither."""
    name = " ".join(label.split())
    if link := _at_service(normalised(name), text):
        return link
    return ProfileLink(name or text.partition("://")[2].strip("/"), uri_of(text)) if is_web(text) else None


def _at_service(key: str, text: str) -> ProfileLink | None:
    service = SERVICES.get(_OTHER_NAMES.get(key, key))
    if service is None:
        return None
    name, address = service
    if text.startswith(_WEB):
        address = text
    elif not address:
        found = _MASTODON.fullmatch(text)
        address = f"https://{found[2]}/@{found[1]}" if found else ""
    else:
        found = _HANDLE.fullmatch(text)
        address = address.format(found[1]) if found else ""
    return ProfileLink(name, uri_of(address)) if is_web(address) else None


def wrong_addresses(value: Value) -> Iterator[tuple[str, Scalar]]:
    """Yield the addresses of a map that are malformed or not http(s), each with its key; they are ignored."""
    for key, item in value.entries if isinstance(value, MapValue) else ():
        name = normalised(key.text)
        if name in _ADDRESSED:
            must = name in ATTRIBUTES["url"]
            yield from ((key.text, text) for text in _scalars(item) if _is_wrong(text.text.strip(), must=must))


def _is_wrong(text: str, *, must: bool) -> bool:
    """Return whether a text is malformed or has another scheme than the web's; with `must` also whether it has none."""
    if split(text) is None:
        return True
    return not is_web(text) and bool((text and must) or _OTHER_SCHEME.match(text))


def _scalars(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
        return
    inside = value.items if isinstance(value, ListValue) else [item for _, item in value.entries]
    for item in inside:
        yield from _scalars(item)


def unknown_keys(value: Value) -> Iterator[tuple[Scalar, str]]:
    """Yield the unknown keys of an author, each with the key that is probably meant, or empty."""
    for key, _ in value.entries if isinstance(value, MapValue) else ():
        name = normalised(key.text)
        if name not in _KNOWN and name not in _OTHER_KEYS:
            yield key, _meant(name)


def _meant(name: str) -> str:
    near = [(distance(name, other), other) for other in _KNOWN if abs(len(name) - len(other)) <= 2 and len(other) >= 4]
    near = [(steps, other) for steps, other in near if steps <= (2 if len(other) >= 8 else 1)]
    return min(near)[1] if near else ""


_NAMES: Final[Mapping[str, object]] = dict.fromkeys(name for names in ATTRIBUTES.values() for name in names)
_ADDRESSED: Final = frozenset({*ATTRIBUTES["url"], *ATTRIBUTES["avatar"], *SERVICES, *_OTHER_NAMES, *_LISTS})
"""Keys whose value may be an address."""
_KNOWN: Final = frozenset({*_NAMES, *SERVICES, *_OTHER_NAMES, *_LISTS, *_ALIASES})
