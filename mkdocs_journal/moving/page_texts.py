"""Pages of a Jekyll site as Markdown: Liquid with known values is filled in, the rest is left out and named."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import PurePosixPath
from typing import Any, Final

import yaml

from mkdocs_journal.markup.liquid.evaluation import Listing, evaluate_body
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.markup.liquid.scanning import scan
from mkdocs_journal.markup.plain_lines import plain_lines
from mkdocs_journal.moving.import_plan import Findings
from mkdocs_journal.moving.jekyll_site import MARKDOWN, JekyllSite, PageParts, SiteFile

_LISTING: Final = re.compile('<figure class="highlight">(.)</figure>')
_NOT_KEPT: Final = frozenset({"layout", "permalink", "redirect_from", "redirect_to", "template", "date"})
"""Keys that MkDocs, its themes or the journal would read in another way, or that have done their work."""
_KNOWN_TAGS: Final = frozenset({"raw", "endraw", "comment", "endcomment", "highlight", "endhighlight", "post_url", "link"})
"""Tags that a reader of the journal evaluates."""


def page_text(
    file: SiteFile, parts: PageParts, site: JekyllSite, link: Callable[[str], str | None], found: Findings
) -> str:
    """Return a page as a Markdown file of MkDocs.

    Args:
        file: The page.
        parts: Its front matter and body.
        site: The site, for the values of `site.…`.
        link: Returns the link to a page, a file or a post by the name that Jekyll has for it.
        found: Notes the Liquid that is left out.
    """
    values = site.config.values
    page = {**parts.meta, "path": file.path.as_posix(), "name": file.path.name}
    known = Known(page=page, site=values, whole_site=True, post_url=link, link=link)
    evaluated = evaluate_body(parts.body, known, lambda text: text)
    for kept in evaluated.kept.values():
        for name, kind in names_in(kept.written):
            found.add(kind, name, file.path.as_posix())
    without_kept = str.maketrans(dict.fromkeys(evaluated.kept, ""))
    listings = {sign: _fenced(listing).translate(without_kept) for sign, listing in evaluated.listings.items()}
    text = evaluated.text.translate(without_kept)
    text = _LISTING.sub(lambda sign: listings.get(sign[1], sign[0]), text) if listings else text
    if file.path.suffix not in MARKDOWN and text.strip():
        text = f'<div class="from-jekyll">\n{text.strip()}\n</div>\n'
    meta = {key: value for key, value in parts.meta.items() if key not in _NOT_KEPT}
    return f"---\n{_in_yaml({**meta, 'journal': False})}---\n{text}"


def _fenced(listing: Listing) -> str:
    fence = "```" if "```" not in listing.code else "~~~"
    return f"{fence}{listing.language}\n{listing.code}\n{fence}"


def template_text(file: SiteFile, parts: PageParts, site: JekyllSite) -> str | None:
    """Return a file that is not HTML with its Liquid filled in, or None if a part of it has no known value.

    Args:
        file: The file, for example `robots.txt`.
        parts: Its front matter and body.
        site: The site, for the values of `site.…`.
    """
    page = {**parts.meta, "path": file.path.as_posix(), "name": file.path.name}
    evaluated = evaluate_body(parts.body, Known(page=page, site=site.config.values, whole_site=True), lambda text: text)
    return None if evaluated.kept or evaluated.listings else evaluated.text


def _in_yaml(meta: Mapping[str, Any]) -> str:
    return yaml.safe_dump(json.loads(json.dumps(meta, default=str)), sort_keys=False, allow_unicode=True, width=1_000)


def names_in(liquid: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the kind of each part of Liquid that cannot be evaluated."""
    for mark in scan(liquid):
        if not mark.name:
            yield mark.inside.partition("|")[0].strip()[:60], "output"
        elif mark.name.startswith("include"):
            yield (mark.inside.split() or ["?"])[0], "include"
        elif not mark.name.startswith("end") and mark.name not in _KNOWN_TAGS:
            yield mark.name, "tag"


def note_post(file: SiteFile, body: str, found: Findings) -> None:
    """Note the Liquid of a post that the journal cannot evaluate; its file is not changed."""
    outside = "\n".join(text for _, text in plain_lines(body)) if "{%" in body else ""
    for name, kind in ((name, kind) for name, kind in names_in(outside) if kind != "output"):
        found.add(kind, name, file.path.as_posix())


def redirect_page(target: str) -> bytes:
    """Return the page that redirects to a link."""
    url = escape(target)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Redirecting…</title>\n'
        f'<link rel="canonical" href="{url}">\n<meta http-equiv="refresh" content="0; url={url}">\n'
        f'<meta name="robots" content="noindex">\n<a href="{url}">{url}</a>\n</html>\n'
    ).encode()


def relative_link(target: str, base: str) -> str:
    """Return the link from the page at a URL to another URL of the site, neither with a leading slash."""
    folder = base.rpartition("/")[0]
    link = PurePosixPath(os.path.relpath(f"/{target}", f"/{folder}")).as_posix()
    return f"{link}/" if target.endswith("/") or not target else link


def texts_of(value: object) -> tuple[str, ...]:
    """Return the texts of a value that is a text or a list."""
    items = value if isinstance(value, list) else [value]
    return tuple(re.sub(r"\s+", " ", item).strip() for item in items if isinstance(item, str) and item.strip())
