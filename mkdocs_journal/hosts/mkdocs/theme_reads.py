"""What a theme reads of pages beside the values that marks stand for: pages of which it reads the same look alike."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_journal.hosts.mkdocs.page_marks import MARKED, is_marked
from mkdocs_journal.options.values import texts_in

_OF_THEMES: Final = ("assets/javascripts/", "assets/stylesheets/", "css/", "img/", "js/", "search/")
"""Where themes have their files."""


class _Tree(dict[str, "_Tree"]):
    """The folders and files of a folder, by their names."""


class _Meta(dict[str, object]):
    """The metadata of a page, which notes the keys that a template reads."""

    def __init__(self, meta: dict[str, object], names: dict[str, None]) -> None:
        super().__init__(meta)
        self._names = names

    def __getitem__(self, name: str) -> object:
        self._note(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self._note(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: object = None) -> object:
        self._note(name)
        return super().get(name, default)

    def __iter__(self) -> Iterator[str]:
        for name in super().__iter__():
            self._note(name)
            yield name

    def _note(self, name: str) -> None:
        self._names[name] = None


class _Content(str):
    """The content of a page, which notes the texts that a template looks for in it."""

    __slots__ = ("parts",)
    parts: dict[str, None]

    def __contains__(self, part: str) -> bool:  # type: ignore[override]
        self.parts[part] = None
        return super().__contains__(part)


class Reads:
    """What the templates of one build read of the pages that were rendered in full so far."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}
        """Keys of metadata, in the order in which they were first read."""
        self._parts: dict[str, None] = {}
        """Texts that were looked for in the content."""
        self._targets: _Tree | None = None
        """Everything to which a theme may link from each page; None: not collected yet."""
        self._in_nav: frozenset[str] = frozenset()
        """The sources of the pages in the nav, which shows each as the current one on itself."""

    @contextmanager
    def noted(self, page: Page) -> Iterator[None]:
        """Note what is read of a page."""
        meta, content = page.meta, page.content
        noting = _Content(content or "")
        noting.parts = self._parts
        page.meta, page.content = _Meta(dict(meta), self._names), noting
        try:
            yield
        finally:
            page.meta, page.content = meta, content

    def number(self) -> int:
        """Return how many different things were read."""
        return len(self._names) + len(self._parts)

    def of(self, page: Page) -> tuple[object, ...]:
        """Return what is read of a page: of two pages with the same, the theme makes the same, with other values."""
        content = page.content or ""
        return content.startswith("<h1"), *self.of_metadata(page), None, *(part in content for part in self._parts)

    def of_metadata(self, page: Page) -> tuple[object, ...]:
        """Return what is read of the metadata of a page, whether or not our template is set for it."""
        read = (_read(name, page.meta) for name in self._names)
        return any(name != "template" for name in page.meta), *read

    def found_in(self, content: str) -> Iterator[str]:
        """Yield the texts that were looked for and are in the content of a page."""
        yield from (part for part in self._parts if part in content)

    def place_of(self, page: Page, nav: Navigation, config: MkDocsConfig) -> tuple[str, ...]:
        """Return what decides the links of the theme on a page: the deepest place that it shares with one of them.

        Returns:
            The parts of its URL; for a page in the nav its source, which no other page has.
        """
        if self._targets is None:
            every = list(_with_children(nav.items))
            self._in_nav = frozenset(item.file.src_uri for item in every if isinstance(item, Page))
            named = [*texts_in(config.extra), *texts_in(dict(config.theme.items())), *map(str, config.extra_css)]
            named += [*map(str, config.extra_javascript), *_urls(every), *_OF_THEMES]
            self._targets = _tree(named)
        if page.file.src_uri in self._in_nav:
            return "", page.file.src_uri
        return max(_shared(page.url, self._targets), _shared(page.url, _tree(_urls(page.ancestors))), key=len)


def _read(name: str, meta: Mapping[str, object]) -> str | None:
    """Return what is read of a key, but not a value for which a mark stands."""
    value = meta.get(name)
    is_value = name in meta and not (name in MARKED and is_marked(value))
    return repr(value) if is_value else None


def _with_children(items: Iterable[StructureItem]) -> Iterator[StructureItem]:
    for item in items:
        yield item
        yield from _with_children(getattr(item, "children", None) or ())


def _urls(items: Iterable[StructureItem]) -> list[str]:
    return [str(getattr(item, "url", None) or "") for item in items]


def _tree(paths: Iterable[str]) -> _Tree:
    """Return the folders and files that paths lead to, each below its folder."""
    tree = _Tree()
    for path in paths:
        place = tree
        for part in _parts(path):
            place = place.setdefault(part, _Tree())
    return tree


def _shared(path: str, tree: _Tree) -> tuple[str, ...]:
    """Return the beginning of a path that is in a tree."""
    parts = []
    for part in _parts(path):
        if part not in tree:
            break
        parts.append(part)
        tree = tree[part]
    return tuple(parts)


def _parts(path: str) -> list[str]:
    """Return the parts of a path below the site, as MkDocs understands it in a link: `./a//b` is `a/b`."""
    return posixpath.normpath("/" + path.replace("\\", "/")).strip("/").split("/")
