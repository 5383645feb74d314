"""Every use of a private part of MkDocs or of another plugin: when one of them changes, this is where to look."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import TableOfContents

from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.urls.links import encoded


def origins_of(config: MkDocsConfig, event: str) -> list[str]:
    """Return the name of the plugin or hook of each handler of an event, in order of running."""
    return [config.plugins._event_origins.get(method, "") for method in config.plugins.events[event]]  # noqa: SLF001


def copy_content(file: File, other: File) -> None:
    """Give a file the content of another; it is not read, for reading may fail."""
    file._content = other._content  # noqa: SLF001


def made_content(file: File) -> bytes:
    """Return what a program has made; empty for a file that is read from the disk."""
    content = file._content  # noqa: SLF001
    return content.encode() if isinstance(content, str) else content or b""


def url_now(file: File) -> str:
    """Return the URL that a file has now, and let MkDocs decide it again: others may move the file later."""
    known = "url" in file.__dict__
    try:
        url: str = file.url
    except UnicodeEncodeError:  # a name that is no UTF-8; its file is refused
        return ""
    if not known:
        file.__dict__.pop("url")
    return "" if url in {".", "./"} else url


def move(file: File, address: Address | None) -> None:
    """Publish a file at an address: what MkDocs has derived from the old one is forgotten."""
    if address is None:
        return
    for cached in ("url", "abs_dest_path", "dest_uri"):
        file.__dict__.pop(cached, None)
    file.dest_uri = address.file
    if not address.file.endswith("index.html"):
        file.url = encoded(address.url)


def link_reader(file: File, files: Files, config: MkDocsConfig) -> _RelativePathTreeprocessor:
    """Return what reads the links of a page: it validates them and knows their anchors."""
    return _RelativePathTreeprocessor(file, files, config)


def rendered_file(md: Markdown) -> File | None:
    """Return the file of the page that a Markdown run of MkDocs renders, or None if another program runs Markdown."""
    processor = md.treeprocessors["relpath"] if "relpath" in md.treeprocessors else None  # noqa: SIM401 - it has no `get`
    file = getattr(processor, "file", None)
    return file if isinstance(file, File) else None


def render_as(page: Page, html: str = "") -> None:
    """Spare a page the Markdown run of MkDocs: a generated one has no text of its own, the body of another is HTML."""

    def render(config: MkDocsConfig, files: object) -> None:  # noqa: ARG001 - the host's signature
        page.content = html
        page.toc = TableOfContents([])
        page.present_anchor_ids = set()

    page.render = render  # type: ignore[method-assign]


def pass_over_in_search(config: MkDocsConfig, hidden: Collection[str]) -> None:
    """Make every search index pass over the pages with some source paths."""
    for plugin in config.plugins.values():
        index: Any = getattr(plugin, "search_index", None)
        add = getattr(index, "add_entry_from_context", None)
        if add is not None:
            index.add_entry_from_context = _passing_over(add, hidden)


def _passing_over(add: Any, hidden: Collection[str]) -> Any:
    def add_entry(page: Page, *args: Any, **kwargs: Any) -> None:
        if page.file.src_uri not in hidden:
            add(page, *args, **kwargs)

    return add_entry


def note_targets(plugin: Any, files: Files) -> None:
    """Give mkdocs-redirects the pages of the site as targets, in the place of those that it has noted before."""
    if isinstance(getattr(plugin, "doc_pages", None), dict):
        plugin.doc_pages = {file.src_uri: file for file in files.documentation_pages()}


def give_variables(plugin: Any, variables: Mapping[str, object]) -> None:
    """Give mkdocs-macros variables for the page that it renders next."""
    known = getattr(plugin, "variables", None)
    if isinstance(known, dict):
        known.update(variables)


def replace_kept_text(page: Page) -> None:
    """Give a page its content of now as the text that mkdocs-print-site has kept of it."""
    if hasattr(page, "html"):
        page.html = page.content


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
