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
    own, first = f'{_START} id="{anchor}"', html.find(_START)
    if first < 0 or html.startswith(own, first):  # as in most themes
        return html
    start = html.find(own, first)
    end = html.find(_END, start)
    if start < 0 or end < 0:
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
