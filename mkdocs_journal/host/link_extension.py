"""A Markdown extension that hands the links of a page to the journal before the host reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

Rewrite = Callable[[str], str | None]
"""Returns a link as it is to stand, or None if it is to be plain text."""


class _LinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, current: Callable[[], Rewrite | None]) -> None:
        super().__init__(md)
        self.current = current

    def run(self, root: Element) -> None:
        """Rewrite the links of the page that is being rendered, if one is."""
        rewrite = self.current()
        if rewrite is None:
            return
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(str(element.tag))
            link = element.get(key) if key else None
            if not key or not link:
                continue
            new = rewrite(link)
            if new is not None:
                element.set(key, new)
            else:
                element.tag = "span"
                element.text = element.get("alt") if key == "src" else element.text
                for name in ("href", "src", "alt", "title"):
                    element.attrib.pop(name, None)


class LinkExtension(Extension):
    """Runs right before the host's own processor of links."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"current": [lambda: None, "Returns what rewrites the links of the page that is being rendered."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the processor."""
        md.treeprocessors.register(_LinkProcessor(md, self.getConfig("current")), "journal_links", 0.5)


def makeExtension(**kwargs: Any) -> LinkExtension:  # noqa: N802 - the library's name
    """Return the extension; the library looks for a function of this name."""
    return LinkExtension(**kwargs)
