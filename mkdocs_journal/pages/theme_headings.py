"""Themes that print the title of each page themselves, above its content."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_journal.text.html import plain_text

_START, _END = "<h1", "</h1>"


def with_one_title(html: str, anchor: str, site_name: str) -> str:
    """Return a finished page without the heading of its content, if the theme has printed the same one above.

    What the heading is to programs stays in its place: the anchor, and the name for microformats.

    Args:
        html: The page.
        anchor: The `id` of the heading.
        site_name: A heading with the name of the site is not the title of a page.
    """
    first, own = html.find(_START), f'{_START} id="{anchor}"'
    start = first if html.startswith(own, first) else html.find(own, first)
    end = html.find(_END, start)
    if start <= first or end < 0:  # it is not there, or the first one
        return html
    title = plain_text(html[start:end])
    if title == site_name or not _has_heading(html[:start], title):
        return html
    kept = Markup('<data id="{}" class="p-name" value="{}"></data>').format(anchor, title)
    return f"{html[:start]}{kept}{html[end + len(_END) :]}"


def _has_heading(html: str, title: str) -> bool:
    position = html.find(_START)
    while position >= 0:
        end = html.find(_END, position)
        if end < 0:
            return False
        if plain_text(html[position:end]) == title:
            return True
        position = html.find(_START, end)
    return False
