"""A Markdown extension that passes the links of a page to the journal before MkDocs reads them.

MkDocs ends the build at a malformed address (`[x](http://[)`), and does not find what is written after the pages (a feed),
so such links are hidden from MkDocs and put into the page later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journal.hosts.mkdocs.internals import rendered_file
from mkdocs_journal.publishing.page_links import Rewritten

Rewrite = Callable[[str, File], Rewritten]
"""Returns a link as the page of a file gets it."""
Kept = list[tuple[Element, str, str]]
"""Elements with a link that is hidden from MkDocs, the attribute that contains it, and the link."""
_ADDRESSES: Final = {"a": "href", "img": "src"}
"""The attributes with an address."""
_STAND_IN: Final = "https://malformed.invalid/"
"""An address that MkDocs does not change."""


class _LinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, current: Callable[[], Rewrite | None], kept: Kept) -> None:
        super().__init__(md)
        self.current = current
        self.kept = kept

    def run(self, root: Element) -> None:
        """Rewrite the links of the page that is being rendered, if there is one."""
        rewrite, file = self.current(), rendered_file(self.md)
        if rewrite is None or file is None:
            return
        for element in _with_addresses(root):
            key = _ADDRESSES[element.tag]
            link = element.get(key)
            if not link:
                continue
            new = rewrite(link, file)
            if new.link is not None and new.finished:
                self.kept.append((element, key, new.link))
                element.set(key, _STAND_IN)
            elif new.link is not None:
                element.set(key, new.link)
            else:
                element.tag = "span"
                element.text = element.get("alt") if key == "src" else element.text
                for name in ("href", "src", "alt", "title"):
                    element.attrib.pop(name, None)


def _with_addresses(root: Element) -> list[Element]:
    """Return the elements with an address in the order of the page; most pages have links only, which are found quickly."""
    pictures = next(root.iter("img"), None) is not None
    return [element for element in root.iter() if element.tag in _ADDRESSES] if pictures else list(root.iter("a"))


class _HiddenLinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, kept: Kept) -> None:
        super().__init__(md)
        self.kept = kept

    def run(self, root: Element) -> None:  # noqa: ARG002 - the library's
        """Put in the links that were hidden from MkDocs."""
        for element, key, link in self.kept:
            element.set(key, link)
        self.kept.clear()


class LinkExtension(Extension):
    """Runs directly before and directly after MkDocs' own link processor."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"current": [lambda: None, "Returns what rewrites the links of the page that is being rendered."]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the processors."""
        kept: Kept = []
        md.treeprocessors.register(_LinkProcessor(md, self.getConfig("current"), kept), "journal_links", 0.5)
        md.treeprocessors.register(_HiddenLinkProcessor(md, kept), "journal_hidden_links", -0.5)


def add_link_extension(config: MkDocsConfig, current: Callable[[], Rewrite | None]) -> None:
    """Make every Markdown run of a build call `current` for the function that rewrites its links."""
    config.markdown_extensions.append(__name__)
    config.mdx_configs[__name__] = {"current": current}


def makeExtension(**kwargs: Any) -> LinkExtension:  # noqa: N802 - the library's name
    """Return the extension; the library looks for a function of this name."""
    return LinkExtension(**kwargs)
