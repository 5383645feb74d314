"""Links between published pages. URLs are below the site, without a leading slash, percent-encoded."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, unquote

from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.html import with_links
from mkdocs_journal.text.link_attributes import has_rare_links
from mkdocs_journal.text.pictures import with_lazy_links
from mkdocs_journal.text.tags import tags_of_page

_NAMES: Final = ("href", "src", "poster", "cite")
_DEEP: Final = 32
"""The depth of folders up to which the ways up are kept as a table, whose size grows with the square of the depth."""
_ABSOLUTE: Final = re.compile(r"\A(?:[A-Za-z][A-Za-z0-9+.-]*:|//|/|#|\?|\Z)")


def encoded(path: str) -> str:
    """Return a path as written in a URL; `/` and the characters that RFC 3986 allows in a segment are kept, but the colon.

    A relative link to `talk:2.html` would name the scheme `talk:`; MkDocs writes `%3A` as well.
    """
    return quote(path, safe="/!$&'()*+,;=@~")


def encoded_link(link: str) -> str:
    """Return a path with its query and fragment, percent-encoded or not, as written in a URL."""
    path, tail = _split(link)
    return encoded(unquote(path)) + quote(tail, safe="/!$&'()*+,;=:@~?#%")


def relative(to: str, base: str) -> str:
    """Return the link from the page at `base` to the page or file at `to`.

    Both are URLs below the site: `""` is the home page, `a/b/` a folder, `a/b.html` a file.
    """
    return links_from(base)(to)


@lru_cache(maxsize=64)
def links_from(base: str) -> Callable[[str], str]:
    """Return the function that makes the links from the page at `base`, for a page with many."""
    here = base[: base.rfind("/") + 1]
    if here.count("/") > _DEEP:
        return partial(_from_common_folder, here=here)
    ways, home = _ways_up(here)

    def link(to: str) -> str:
        for folder, way in ways:
            if to.startswith(folder):
                return way + to[len(folder) :] or "./"
        return home + to or "./"

    return link


def _from_common_folder(to: str, here: str) -> str:
    """Return the link from a folder; the plain way, whose time is linear in the depth of the folder."""
    common = posixpath.commonprefix((to, here))
    common = common[: common.rfind("/") + 1]
    return "../" * here[len(common) :].count("/") + to[len(common) :] or "./"


@lru_cache(maxsize=64)
def _ways_up(folder: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return a folder, the one above it and so on, each with the way to it, and the way to the home page."""
    ways, up = [], ""
    while folder:
        ways.append((folder, up))
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], f"../{up}"
    return tuple(ways), up


def resolve(link: str, base: str) -> str:
    """Return the path below the site that a relative link on the page at `base` leads to, decoded.

    Returns:
        The path; it begins with `..` if the link leaves the site.
    """
    path = unquote(link.split("#", 1)[0].split("?", 1)[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(unquote(base)), path))
    if joined == ".":
        return ""
    return joined + "/" if path.endswith(("/", "/.", "/..")) or path in {".", ".."} else joined


def is_relative(link: str) -> bool:
    """Return whether a link is relative to its page: no scheme, no host, no leading slash, no fragment."""
    return not _ABSOLUTE.match(link)


def moved(html: str, old: str, new: str) -> str:
    """Return `html` from the page at `old` for the page at `new`: relative links are changed, everything else is kept."""
    if old == new:
        return html
    return with_links(html, lambda link: _moved(link, old, new))


def _moved(link: str, old: str, new: str) -> str:
    if link.startswith("#"):
        return relative(old, new) + link
    if not is_relative(link):
        return link
    path, tail = _split(link)
    target = resolve(path, old)
    return link if target.startswith("../") else relative(encoded(target), new) + tail


def mended(
    html: str,
    page: str,
    bases: tuple[str, ...],
    files: Container[str],
    url_of: Callable[[str], str],
    sources: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return `html` with relative links fixed that were written for another URL of the page.

    Args:
        html: The content of a page.
        page: The URL at which it is published.
        bases: URLs to which its links may be relative, the likeliest first: the source file, MkDocs' own URL.
        files: Every file that is published.
        url_of: Returns the URL of such a file.
        sources: The URLs of posts by the source that a link may name as if it were a file of the site.

    Returns:
        The content: links with a target are kept; a link with a target when read from one of `bases` is changed to
        lead there; other links are kept.
    """
    tags = tags_of_page(html)
    if _is_plain(tags) and not any(_is_lost(value, page, files) for value in _addresses(tags)):
        return html
    mend = partial(_mended, page=page, bases=bases, files=files, url_of=url_of, sources=sources)
    return with_lazy_links(with_links(html, mend), mend)


def _is_plain(html: str) -> bool:
    """Return whether all links are written like MkDocs writes them, `href="…"`; raw HTML may differ."""
    lower = html.lower()
    if has_rare_links(lower):
        return False
    return all(f"{name} =" not in lower and lower.count(f"{name}=") == html.count(f'{name}="') for name in _NAMES)


def _addresses(html: str) -> Iterator[str]:
    """Yield what stands in quotes behind the name of an attribute with an address."""
    for name in _NAMES:
        behind = iter(html.split(f'{name}="'))
        next(behind)
        yield from (text.partition('"')[0] for text in behind)


def _is_lost(value: str, page: str, files: Container[str]) -> bool:
    """Return whether a value may be a broken link: a quick check, because most posts have none."""
    link = unescaped(value).strip() if "&" in value else value.strip()
    return is_relative(link) and not served(resolve(_split(link)[0], page), files)


def _mended(
    link: str,
    page: str,
    bases: tuple[str, ...],
    files: Container[str],
    url_of: Callable[[str], str],
    sources: Mapping[str, str],
) -> str:
    if not is_relative(link):
        return link
    path, tail = _split(link)
    if served(resolve(path, page), files):
        return link
    for base in bases:
        target = resolve(path, base)
        if target in sources:
            return relative(sources[target], page) + tail
        if file := served(target, files):
            return relative(url_of(file), page) + tail
    return link


def served(path: str, files: Container[str]) -> str:
    """Return the file that a server sends for a path below the site, or empty."""
    folder = path == "" or path.endswith("/")
    candidates = [f"{path}index.html"] if folder else [path, f"{path}/index.html", f"{path}.html"]
    return next((file for file in candidates if file in files), "")


def _split(link: str) -> tuple[str, str]:
    """Return the path of a link, and its query and fragment."""
    end = min((link.find(sign) for sign in "?#" if sign in link), default=len(link))
    return link[:end], link[end:]
