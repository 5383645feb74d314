"""The `mkdocs.yml` of a site that was made with Jekyll."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from posixpath import join, normpath
from typing import Final

from mkdocs_journal.addresses import is_web
from mkdocs_journal.editing.scalars import as_scalar
from mkdocs_journal.moving.jekyll_settings import jekyll_options, plugins_of
from mkdocs_journal.moving.jekyll_site import JekyllSite
from mkdocs_journal.moving.own_feeds import OwnFeed, feed_options
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.feed_values import FORMATS
from mkdocs_journal.publishing.jekyll_config import NAMES

_EXTENSIONS: Final = ("attr_list", "def_list", "footnotes", "md_in_html", "tables")
"""What kramdown reads and Python-Markdown leaves to extensions."""


def mkdocs_config(site: JekyllSite, folder: str, feeds: Sequence[OwnFeed] = ()) -> str:
    """Return the text of the file.

    Args:
        site: The Jekyll site.
        folder: The folder of the journal below the docs.
        feeds: The feeds that the site writes by templates of its own.
    """
    return "\n".join(_lines(site, folder, feeds)) + "\n"


def _lines(site: JekyllSite, folder: str, feeds: Sequence[OwnFeed]) -> Iterator[str]:
    values = site.config.values
    name = values.get("title") or values.get("name")
    yield f"site_name: {as_scalar(_line(name) or 'My site')}"
    if address := address_of(site):
        yield f"site_url: {as_scalar(address)}"
    if text := _line(values.get("description")):
        yield f"site_description: {as_scalar(text)}"
    if hidden := _hidden(site):
        yield "exclude_docs: |"
        yield from (f"  !{pattern}" for pattern in hidden)
    yield "markdown_extensions:"
    yield from (f"  - {name}" for name in _EXTENSIONS)
    yield "plugins:"
    yield "  - search"
    yield "  - journal:"
    yield f"      folder: {as_scalar(folder)}"
    yield f"      jekyll: {NAMES[0]}"
    yield "      compat: jekyll"
    if options := feed_options(feeds, _feeds_of_journal(site, folder)):
        yield "      feeds:"
        yield from (
            f"        {name}: {as_scalar(str(value)) if isinstance(value, str) else str(value).lower()}"
            for name, value in options.items()
        )
    if "jekyll-redirect-from" in plugins_of(values) and all(str(file.path) != "redirects.json" for file in site.files):
        yield "      redirects: [redirects.json]"


def _feeds_of_journal(site: JekyllSite, folder: str) -> Mapping[str, str]:
    """Return the path below the site of each feed, by its kind, as it is without an option in `mkdocs.yml`."""
    given, default = jekyll_options(site.config).get("feeds", {}), FeedOptions()
    return {form: normpath(join("/", folder, str(given.get(form, getattr(default, form))))) for form in FORMATS}


def address_of(site: JekyllSite) -> str:
    """Return the address of the site with a slash at its end, or empty if it does not say it or it is malformed."""
    url, base = site.config.values.get("url"), site.config.values.get("baseurl")
    if not (isinstance(url, str) and url.strip()):
        return ""
    path = f"{base.strip('/')}/" if isinstance(base, str) and base.strip("/") else ""
    address = f"{url.strip().rstrip('/')}/{path}"
    return address if is_web(address) else ""


def _hidden(site: JekyllSite) -> tuple[str, ...]:
    """Return patterns for the hidden files, which MkDocs leaves out of a site."""
    hidden = (file.path.parts for file in site.of("static", "page"))
    first = ((parts[0], len(parts) > 1) for parts in hidden if parts[0].startswith("."))
    return tuple(sorted({f"/{name}/" if is_folder else f"/{name}" for name, is_folder in first}))


def _line(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
