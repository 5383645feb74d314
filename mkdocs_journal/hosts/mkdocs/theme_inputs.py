"""Everything that the templates of known themes read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_journal.hosts.mkdocs.neighbours import handlers_of
from mkdocs_journal.hosts.mkdocs.plugin_names import bare_name

_THEMES: Final = frozenset({"material", "mkdocs"})
_WITH_TEMPLATES: Final = ("material", "mkdocs", "properdocs", "properdocs_theme_mkdocs", "mkdocs_journal")
"""Packages whose templates are known."""
_COMPARED: Final = frozenset(
    {
        "nav", "pages", "mkdocs_version", "properdocs_version", "build_date_utc",
        "config", "page", "journal", "journals", "journal_page",
    }
)  # fmt: skip
"""What MkDocs and the journal give to the template of a page; all that a theme reads of it is compared by itself."""
_READ_NO_PAGE: Final = frozenset({"minify", "redirects"})
"""Plugins with an event for written pages or at the end of a build that read no page in it."""
_NOT_READ: Final = frozenset({"exclude_docs", "draft_docs", "not_in_nav", "hooks", "watch", "markdown_extensions"})
"""Settings that no template reads."""
_APART: Final = frozenset({"theme", "plugins", "mdx_configs"})
"""Settings of which a part is compared."""


def is_known(config: MkDocsConfig) -> bool:
    """Return whether nothing but the known templates of a theme decides how pages look."""
    theme = config.theme
    packages = [sys.modules[name] for name in _WITH_TEMPLATES if name in sys.modules]
    folders = [Path(module.__file__).parent for module in packages if module.__file__]
    ours = all(any(Path(place).is_relative_to(folder) for folder in folders) for place in theme.dirs)
    return theme.name in _THEMES and not theme.custom_dir and ours and not handlers_of(config, "env", "page_context")


def reads_written_pages(config: MkDocsConfig) -> bool:
    """Return whether another plugin or a hook may read what a page shows when it is rendered, or when all are written."""
    return any(bare_name(name) not in _READ_NO_PAGE for name in handlers_of(config, "post_page", "post_build"))


def inputs_of_site(nav: Navigation, config: MkDocsConfig) -> Iterator[object]:
    """Yield what every page shows: the settings, the nav, the templates."""
    yield {name: value for name, value in config.items() if name not in _APART | _NOT_READ}
    contents = config.mdx_configs.get("toc") or {}
    yield {name: value for name, value in contents.items() if isinstance(value, str | int)}
    yield {name: getattr(plugin, "config", {}) for name, plugin in config.plugins.items()}  # a hook has none
    yield {name: str(value) if name == "locale" else value for name, value in config.theme.items()}
    yield [(place, _templates(Path(place))) for place in config.theme.dirs]
    yield tuple(map(_entry, nav.items))


def _templates(folder: Path) -> list[object]:
    """Return the templates of a folder with the time of their last change; icons are in folders with a dot."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    below = [_templates(Path(entry)) for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    return [*below, *((entry.name, entry.stat().st_mtime_ns) for entry in entries if entry.name.endswith(".html"))]


def _entry(item: StructureItem) -> tuple[object, ...]:
    """Return what a template reads of an entry of the nav."""
    page = (item.file.src_uri, item.meta) if isinstance(item, Page) else ()
    return (*_named(item), page, tuple(map(_entry, getattr(item, "children", None) or ())))


def _named(item: StructureItem | None) -> tuple[object, ...]:
    return (type(item).__name__, getattr(item, "title", None), getattr(item, "url", None))


def inputs_of_page(page: Page, given: Mapping[str, Any]) -> Iterator[object]:
    """Yield what a template reads of one page and of what surrounds it; `given` are the variables of the template."""
    yield page.content
    yield page.meta
    yield page.title
    yield (page.url, page.canonical_url, page.edit_url, page.abs_url, str(page.update_date))
    yield (page.file.src_uri, page.file.src_path)
    yield contents_of(page.toc)
    yield [_named(item) for item in (page.previous_page, page.next_page, *page.ancestors)]
    yield given["config"].extra.get("alternate")  # the journal sets the links to other languages for each page
    yield variables_of_page(given)


def variables_of_page(given: Mapping[str, Any]) -> Mapping[str, object]:
    """Return the variables of a template that may differ from page to page, without the page itself."""
    return {name: value for name, value in given.items() if name not in _COMPARED}


def contents_of(items: Iterable[AnchorLink]) -> tuple[object, ...]:
    """Return what a table of contents shows."""
    return tuple((item.title, item.id, item.level, contents_of(item.children)) for item in items)
