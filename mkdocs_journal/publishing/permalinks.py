"""The URL of a post, and the file that serves it."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.journal_values import PLACEHOLDER, PLACEHOLDERS, STYLES
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_index
from mkdocs_journal.posts.titles import material_title
from mkdocs_journal.text.invisible import NON_JOINER, without_invisible
from mkdocs_journal.urls.slugs import MAX_BYTES, slugify, term_slug, titled_slug

MAX_PATH_BYTES: Final = 1_000
"""Longest path in bytes; systems allow 4,096, including the folder of the site."""

_UNSAFE: Final = re.compile(r"[\\?\x00-\x1f\x7f<>\"|*]|%(?:2e|2f|5c|00)|\A//|[\ud800-\udfff]", re.IGNORECASE)
_PATH: Final = "write /folder/name/, without a scheme, .. or special characters"
_UNFIT: Final = "is not a safe path below the site"
_SCHEME: Final = re.compile(rf"\A[A-Za-z][A-Za-z0-9+.-]*:(?!{'|'.join(PLACEHOLDERS)})")
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class PermalinkError(ValueError):
    """A post cannot have its requested URL.

    Attributes:
        code: The kind of the problem, a key of the catalogue.
        key: The front matter key that requests it.
        values: The values for the wording of the kind.
    """

    def __init__(self, code: str, key: str, **values: object) -> None:
        super().__init__(f"{key}: {code}")
        self.code = code
        self.key = key
        self.values = values


class Address(NamedTuple):
    """The URL of a page and its file, both below the site, without a leading slash, not percent-encoded."""

    url: str
    """The URL in links: `2024/11/title/`, `2024/title.html`, `gpt-4.5`."""
    file: str
    """The file that a server sends for it: `2024/11/title/index.html`, `2024/title.html`, `gpt-4.5.html`."""


def address_of(post: Post, options: Options) -> Address | None:
    """Return the address of a public post, or None if it keeps the URL of its file (`permalink: file`).

    The post's own `permalink` takes precedence over the option; both may contain placeholders.

    Raises:
        PermalinkError: The path is unsafe, too long or has an unknown placeholder.

    Source: https://jekyllrb.com/docs/permalinks/
    """
    if not post.permalink and options.permalink == "file":
        return None
    key = "permalink" if post.permalink else "slug"
    pattern = post.permalink or STYLES.get(options.permalink, options.permalink)
    if "#" in pattern or (post.permalink and (_SCHEME.match(pattern) or _UNSAFE.search(pattern))):
        raise PermalinkError("J501", key, found=repr(pattern[:60]), reason=_UNFIT, advice=_PATH)
    if unknown := _unknown(pattern):
        raise PermalinkError("J503", key, found=unknown[0], known=" ".join(PLACEHOLDERS))
    return address_of_path(options.below_root(filled(pattern, post, options)), key, of_names=True)


@lru_cache(maxsize=64)
def _unknown(pattern: str) -> tuple[str, ...]:
    """Return the placeholders of a pattern that do not exist; most posts have the pattern of the option."""
    return tuple(name for name in PLACEHOLDER.findall(pattern) if name not in PLACEHOLDERS)


def filled(pattern: str, post: Post, options: Options) -> str:
    """Return a pattern with the values of its placeholders; other names after a colon stay as they are written.

    Raises:
        PermalinkError: The slug of the post is not a single name.
    """

    def value(found: re.Match[str]) -> str:
        return _filled(found[1], post, options) if found[1] in PLACEHOLDERS else found[0]

    return PLACEHOLDER.sub(value, pattern)


def address_of_path(path: str, key: str, *, of_names: bool = False) -> Address:
    """Return the address of a path below the site.

    Args:
        path: Not percent-encoded; leading slashes are ignored, a trailing slash makes it a folder.
        key: The front matter key that names it.
        of_names: Whether `#` belongs to a name, such as the category C#; in what an author writes it begins a fragment.

    Raises:
        PermalinkError: The path is unsafe or too long.
    """
    parts = [part for part in path.split("/") if part not in {"", "."}]
    unsafe = ".." in parts or _UNSAFE.search("/".join(parts)) or ("#" in path and not of_names)
    if unsafe or path.endswith(";"):  # MkDocs' whole address loses the last one
        raise PermalinkError("J501", key, found=repr(path[:60]), reason=_UNFIT, advice=_PATH)
    url = "/".join(parts)
    if len(url.encode()) > MAX_PATH_BYTES:
        raise PermalinkError("J502", key, found=f"a path of {len(url.encode())} bytes", limit=MAX_PATH_BYTES)
    address = _address(url, folder=path.endswith("/") or not url)
    longest = max(len(part.encode()) for part in address.file.split("/"))
    if longest > MAX_BYTES:
        raise PermalinkError("J502", key, found=f"a path segment of {longest} bytes", limit=MAX_BYTES)
    return address


def _address(url: str, *, folder: bool) -> Address:
    if folder:
        return Address(f"{url}/" if url else "", f"{url}/index.html".lstrip("/"))
    if url.rpartition("/")[2] == "index.html":
        return Address(url.removesuffix("index.html"), url)
    return Address(url, url if url.endswith((".html", ".htm")) else f"{url}.html")


def _filled(name: str, post: Post, options: Options) -> str:
    """Return the value of one placeholder."""
    if name in OF_DATE:
        return OF_DATE[name](post.shown_date)
    if name not in _OF_FOLDERS:
        _refuse_path(post, options)
    return _OF_POST[name](post, options)


def _categories(post: Post, options: Options) -> str:
    slash = "/" if options.jekyll else "-"
    return "/".join(dict.fromkeys(_seen(label, options).lower().replace("/", slash) for label in post.categories))


def _slugified_categories(post: Post, options: Options) -> str:
    return "/".join(dict.fromkeys(slugify(_seen(label, options), "default").lower() for label in post.categories))


def _seen(text: str, options: Options) -> str:
    """Return a text without invisible characters; with `compat: jekyll` they are kept."""
    return text if options.jekyll else without_invisible(text, keep=NON_JOINER)


def _slug(post: Post, mode: str, options: Options) -> str:
    """Return the slug of a post, never empty.

    A name without a letter or digit becomes the code points of its characters.
    """
    if options.slug_from == "title" and not post.meta.get("slug"):
        name = post.slug if is_index(post.source) else post.source.stem
        slug = titled_slug(_seen(material_title(str(post.meta.get("title") or ""), post.body, name), options))
    else:
        slug = "/".join(slugify(part, mode).strip(".") for part in _seen(post.slug, options).split("/"))
    return slug or slugify(_seen(post.title, options), "default").lower() or term_slug(post.slug or post.title)


def _refuse_path(post: Post, options: Options) -> None:
    """Raise if an author's slug contains a path; with `slug_from: title` it may be one, as in Material's blog."""
    if "slug" in post.places and (re.search(r"[/\\]", post.slug) or post.slug.strip(".") == ""):
        parts = [part for part in re.split(r"[/\\]", post.slug) if part.strip(".")]
        plain = bool(parts) and all(map(_PLAIN_NAME.fullmatch, parts))
        if options.slug_from == "title" and plain and "/".join(parts) == post.slug:
            return
        parts = parts if plain else ["folder", "name"]
        advice = f"write slug: {parts[-1]}, or permalink: /{'/'.join(parts)}/"
        raise PermalinkError("J501", "slug", found=repr(post.slug[:60]), reason="is not a single name", advice=advice)


_PLAIN_NAME: Final = re.compile(r"\w[\w. ~-]*")
"""A name that can be proposed: it is plain in YAML and allowed in a URL."""
_OF_POST: Final[Mapping[str, Callable[[Post, Options], str]]] = {
    "folder": lambda _, options: "" if options.folder == "." else options.folder,
    "categories": _categories,
    "slugified_categories": _slugified_categories,
    "title": lambda post, options: _slug(post, options.slug_mode, options),
    "slug": lambda post, options: _slug(post, "default", options).lower(),
    "name": lambda post, options: slugify(_seen(post.source.stem, options)).lower(),
    "collection": lambda *_: "posts",
    "output_ext": lambda *_: ".html",
    "path": lambda post, _: post.source.with_suffix("").as_posix(),
}
"""The placeholders for what a post is."""
_OF_FOLDERS: Final = frozenset({"folder", "categories", "slugified_categories"})
"""Placeholders that do not name the post itself."""
OF_DATE: Final[Mapping[str, Callable[[datetime], str]]] = {
    "year": lambda date: f"{date.year:04}",
    "short_year": lambda date: f"{date.year % 100:02}",
    "month": lambda date: f"{date.month:02}",
    "i_month": lambda date: str(date.month),
    "short_month": lambda date: _MONTHS[date.month - 1][:3],
    "long_month": lambda date: _MONTHS[date.month - 1],
    "day": lambda date: f"{date.day:02}",
    "i_day": lambda date: str(date.day),
    "y_day": lambda date: f"{date.timetuple().tm_yday:03}",
    "w_year": lambda date: f"{date.isocalendar().year:04}",
    "week": lambda date: f"{date.isocalendar().week:02}",
    "w_day": lambda date: str(date.isocalendar().weekday),
    "short_day": lambda date: _DAYS[date.weekday()][:3],
    "long_day": lambda date: _DAYS[date.weekday()],
    "hour": lambda date: f"{date.hour:02}",
    "minute": lambda date: f"{date.minute:02}",
    "second": lambda date: f"{date.second:02}",
}
"""The placeholders for parts of a date, as in Jekyll, in English."""
