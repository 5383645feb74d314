"""All uses of private parts of MkDocs and of other plugins."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from mkdocs_journal.hosts.mkdocs.plugin_names import bare_name
from mkdocs_journal.hosts.mkdocs.static_i18n import source_name
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.urls.links import encoded


def origins_of(config: MkDocsConfig, event: str) -> list[str]:
    """Return the name of the plugin or hook of each handler of an event, in the order in which they run."""
    return [config.plugins._event_origins.get(method, "") for method in config.plugins.events[event]]  # noqa: SLF001


def skip_pages(config: MkDocsConfig, event: str, plugins: Collection[str], is_skipped: Callable[[Page], bool]) -> None:
    """Keep some pages from the handlers of an event of pages (`page_markdown`).

    Args:
        config: The configuration of MkDocs.
        event: The event.
        plugins: The plugins whose handlers are kept, without namespace and number.
        is_skipped: Returns whether a page is kept from them.
    """
    handlers = config.plugins.events[event]
    for number, (handler, origin) in enumerate(zip(handlers, origins_of(config, event), strict=True)):
        if bare_name(origin) in plugins and not isinstance(handler, partial):  # MkDocs may build several times
            handlers[number] = skipping = partial(_unless_skipped, handler, is_skipped)
            config.plugins._event_origins[skipping] = origin  # noqa: SLF001


def _unless_skipped(
    handler: Callable[..., Any], is_skipped: Callable[[Page], bool], item: Any, *, page: Page, **more: Any
) -> Any:
    return item if is_skipped(page) else handler(item, page=page, **more)


def copy_content(file: File, other: File) -> None:
    """Give a file the content of another without reading it, because reading may fail."""
    file._content = other._content  # noqa: SLF001


def made_content(file: File) -> bytes:
    """Return generated content; empty for a file that is read from the disk."""
    content = file._content  # noqa: SLF001
    return content.encode() if isinstance(content, str) else content or b""


def share_text(page: Page) -> None:
    """Let a page that is written have its text in memory once: as its file, without the blank lines at its beginning."""
    text = page.file._content  # noqa: SLF001
    if isinstance(text, str) and text.lstrip("\n") == page.markdown:
        page.markdown = text


def has_utf8_name(path: str) -> bool:
    """Return whether a path has only names that are UTF-8; MkDocs cannot make an address of others."""
    try:
        path.encode()
    except UnicodeEncodeError:  # undecodable bytes, which Python represents as lone surrogates
        return False
    return True


def url_now(file: File) -> str:
    """Return the current URL of a file without letting MkDocs cache it: another plugin may move the file later."""
    known = "url" in file.__dict__
    try:
        url: str = file.url
    except UnicodeEncodeError:  # the name is not UTF-8: a file that is copied, or a post that is refused
        return quote(os.fsencode(file.dest_uri))
    if not known:
        file.__dict__.pop("url")
    return "" if url in {".", "./"} else url


def move(file: File, address: Address | None) -> None:
    """Publish a file at an address and drop the values that MkDocs derived from the old one."""
    if address is None:
        return
    for cached in ("url", "abs_dest_path", "dest_uri"):
        file.__dict__.pop(cached, None)
    file.dest_uri = address.file
    if not address.file.endswith("index.html"):
        file.url = encoded(address.url)


def link_as_file(file: File) -> str:
    """Let MkDocs compute links of a page at `blog/a` as browsers resolve them; return the link to the root of the site.

    Without a suffix MkDocs takes the address for a folder, so that each relative link would be a level too deep. This lasts
    until `link_as_published()`, for links to the page have no suffix.
    """
    name = file.url.rpartition("/")[2]
    if name and "." not in name:
        file.__dict__[_PUBLISHED] = file.url
        file.url += ".html"
    return get_relative_url(".", file.url)


def link_as_published(file: File) -> None:
    """Give a page the URL back that `link_as_file()` has changed."""
    file.url = file.__dict__.pop(_PUBLISHED, file.url)


_PUBLISHED: Final = "journal_url"


def link_reader(file: File, files: Files, config: MkDocsConfig) -> _RelativePathTreeprocessor:
    """Return MkDocs' link processor for a page: it validates links and records anchors."""
    return _RelativePathTreeprocessor(file, files, config)


def rendered_file(md: Markdown) -> File | None:
    """Return the file of the page that a Markdown run of MkDocs renders, or None if another program runs Markdown."""
    processor = md.treeprocessors["relpath"] if "relpath" in md.treeprocessors else None  # noqa: SIM401 - it has no `get`
    file = getattr(processor, "file", None)
    return file if isinstance(file, File) else None


Render = Callable[[MkDocsConfig, Files], None]
"""Makes content, table of contents and anchors of a page."""


def render_by(page: Page, render: Render) -> None:
    """Let something else than the Markdown run of MkDocs make a page."""
    page.render = render  # type: ignore[method-assign,assignment]


def render_as(page: Page, html: str = "") -> None:
    """Replace the Markdown run of MkDocs for a page: generated pages have no text, and other bodies are already HTML."""

    def render(config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs' signature
        page.content = html
        page.toc = TableOfContents([])
        page.present_anchor_ids = set()

    render_by(page, render)


def title_of_text(page: Page) -> str | None:
    """Return the title that MkDocs has found in the rendered heading of a page."""
    return page._title_from_render  # noqa: SLF001


def set_title_of_text(page: Page, title: str | None) -> None:
    """Give a page the title of its rendered heading, as MkDocs does when it renders it."""
    page._title_from_render = title  # noqa: SLF001


def search_indexes(config: MkDocsConfig) -> Iterator[Any]:
    """Yield the index of each search plugin that adds pages to one."""
    for plugin in config.plugins.values():
        index = getattr(plugin, "search_index", None)
        if hasattr(index, "add_entry_from_context"):
            yield index


def search_entries(index: Any) -> list[dict[str, Any]] | None:
    """Return the entries of a search index, in which it puts those of each page, or None for one that is not as known."""
    kind = type(index)
    known = kind.__module__ in _SEARCHES and "add_entry_from_context" not in vars(index)
    known &= all(getattr(part, "__module__", kind.__module__) == kind.__module__ for part in vars(kind).values())
    segments = getattr(sys.modules.get(kind.__module__), "jieba", None)  # Chinese is cut with a dictionary that can change
    entries = getattr(index, _SEARCHES[kind.__module__], None) if known and not segments else None
    return entries if isinstance(entries, list) else None


_SEARCHES: Final = {
    "mkdocs.contrib.search.search_index": "_entries",
    "properdocs.contrib.search.search_index": "_entries",
    "material.plugins.search.plugin": "entries",
}
"""The modules of search plugins whose entries depend on a page alone, and the attribute with the entries."""


def pass_over_in_search(config: MkDocsConfig, hidden: Collection[str]) -> None:
    """Make every search index skip the pages with some source paths."""
    for index in search_indexes(config):
        index.add_entry_from_context = _passing_over(index.add_entry_from_context, hidden)


def _passing_over(add: Any, hidden: Collection[str]) -> Any:
    def add_entry(page: Page, *args: Any, **kwargs: Any) -> None:
        if source_name(page.file) not in hidden:
            add(page, *args, **kwargs)

    return add_entry


def note_targets(plugin: Any, files: Files, *, further: bool) -> None:
    """Give mkdocs-redirects the pages of the site as targets, in the place of those that it has noted before.

    Args:
        plugin: mkdocs-redirects.
        files: The files of the site, or of one language of it.
        further: Whether this is the build of a further language. It writes the redirects again; they lead where they
            did before, and the path without a language is that of the page in the first one.
    """
    if isinstance(getattr(plugin, "doc_pages", None), dict):
        own = {name: file for file in files.documentation_pages() for name in (source_name(file), file.src_uri)}
        earlier = vars(plugin).get("pages_of_earlier_languages", {}) if further else {}
        plugin.doc_pages = plugin.pages_of_earlier_languages = {**own, **earlier}


def note_files(plugin: Any, files: Iterable[File]) -> None:
    """Add files to those that mkdocs-htmlproofer-plugin has noted, in which it looks links up."""
    noted = getattr(plugin, "files", None)
    if isinstance(noted, list):
        known = set(map(id, noted))
        noted += [file for file in files if id(file) not in known]


def leave_out_pages(plugin: Any, is_hidden: Callable[[str], bool]) -> None:
    """Take pages out of the lists that a plugin (llmstxt, llmstxt-md) has made of patterns before the journal was read.

    Args:
        plugin: Any plugin.
        is_hidden: Returns whether the page with a source path belongs to no list. A page that the option `sections` names
            without a pattern stays.
    """
    written = getattr(plugin, "config", {}).get("sections")
    found = [vars(plugin)[name] for name in _LISTS_OF_PAGES if isinstance(vars(plugin).get(name), dict)]
    if found and isinstance(written, dict):
        named = {name for entries in written.values() for entry in entries for name in _names_in(entry)}
        for lists in found:
            for section, pages in lists.items():
                kept = [page for page in pages if (source := _source_in(page)) in named or not is_hidden(source)]
                lists[section] = {page: pages[page] for page in kept} if isinstance(pages, dict) else kept


_LISTS_OF_PAGES: Final = ("_sections", "pages_data")
"""Attributes with the sources of pages by section: keys of a mapping, or mappings with the key `src_uri`."""


def _names_in(entry: Any) -> Collection[str]:
    return entry if isinstance(entry, dict) else (entry,)


def _source_in(page: Any) -> str:
    return str(page["src_uri"] if isinstance(page, dict) else page)


def give_variables(plugin: Any, variables: Mapping[str, object]) -> None:
    """Give mkdocs-macros variables for the page that it renders next."""
    known = getattr(plugin, "variables", None)
    if isinstance(known, dict):
        known.update(variables)


def replace_kept_text(page: Page) -> None:
    """Give a page its content of now as the text that mkdocs-print-site has kept of it."""
    if hasattr(page, "html"):
        page.html = page.content


def is_encrypted(page: Page) -> bool:
    """Return whether mkdocs-encryptcontent-plugin encrypts the content of a page; known once its Markdown is read."""
    return hasattr(page, "encryptcontent")


def keeps_copy(plugin: Any, page: Page, *, wanted: bool) -> bool:
    """Return whether a plugin (that of the theme shadcn) copies the source of a page to the site after the build.

    Args:
        plugin: Any plugin.
        page: The page.
        wanted: Whether it may; the folder for the copy is made then. Otherwise it is made to forget the page.
    """
    copies = getattr(plugin, "raw_markdown", None)
    path = page.file.abs_src_path
    if not isinstance(copies, dict) or path not in copies:
        return False
    if wanted:
        Path(copies[path]).parent.mkdir(parents=True, exist_ok=True)
    else:
        del copies[path]
    return True
