"""What other plugins and hooks may do with the journal: add posts, change entries of feeds, read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_journal.addresses import is_web, split, uri_of
from mkdocs_journal.feeds.entries import ChangeEntry
from mkdocs_journal.feeds.entry import Entry, Image, Person
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.internals import give_variables, move
from mkdocs_journal.hosts.mkdocs.plugin_names import plugins_named
from mkdocs_journal.hosts.mkdocs.static_i18n import build_language, set_language
from mkdocs_journal.options.journal_options import SiteOptions
from mkdocs_journal.pages.journal_view import JournalView
from mkdocs_journal.posts.journal_folders import JournalFolders
from mkdocs_journal.posts.model import Post
from mkdocs_journal.posts.suffixes import is_markdown
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.publishing.permalinks import Address, PermalinkError, address_of_path

_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*+")
_MAIL: Final = re.compile(r"[^@\s]++@[^@\s]++")
AddPosts = Callable[[], Iterable[tuple[str, str]]]
"""Returns posts: the path below `docs_dir` that each would have, and its text with front matter."""


class Extensible:
    """The functions of `config.plugins["journal"]` for other plugins and hooks."""

    options: SiteOptions
    _running: Build | None = None

    @property
    def build(self) -> Build:
        """The running build; it is there from `on_files` on.

        Raises:
            PluginError: Another plugin or a hook reads it before.
        """
        if self._running is None:
            raise PluginError(f"journal: on_files: {message('J863')} (J863)")
        return self._running

    @property
    def journals(self) -> Mapping[str, JournalView]:
        """The journals by their names, read-only; there from `on_files` on, as `build`."""
        return self.build

    @cached_property
    def _adding(self) -> list[AddPosts]:
        return []

    @cached_property
    def _changing(self) -> list[ChangeEntry]:
        return []

    def forget_callbacks(self) -> None:
        """Forget the functions of an earlier configuration: plugins and hooks name their functions again for each."""
        self._adding.clear()
        self._changing.clear()

    def add_posts(self, callback: AddPosts) -> None:
        """Ask a function for more posts in the build that begins.

        Call this in `on_config` of each build. A second call with the same function changes nothing.

        Args:
            callback: Returns pairs: the path that the post would have below `docs_dir`, and its text with front matter.
        """
        if callback not in self._adding:
            self._adding.append(callback)

    def change_entries(self, callback: ChangeEntry) -> None:
        """Let a function change the entries of feeds, or leave them out.

        Call this in `on_config` of each build. A second call with the same function changes nothing.

        Args:
            callback: Gets an `Entry` and its `Post`, and returns the entry to use, or None for no entry.
        """
        if callback not in self._changing:
            self._changing.append(callback)

    def with_added_posts(self, files: Files, config: MkDocsConfig) -> Files:
        """Return the files with the posts that other plugins add.

        Raises:
            PluginError: A path is taken or cannot be that of a post, or a function returns something else.
        """
        places = JournalFolders(self.options.journals)
        for callback in self._adding:
            added: object = callback()
            if not isinstance(added, Iterable):
                raise _refused("add_posts", callback, f"returns {added!r}; return pairs of path and text")
            for pair in added:
                if not (isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(text, str) for text in pair)):
                    raise _refused("add_posts", callback, f"returns {pair!r}; return pairs of path and text")
                path, text = pair
                if not _is_of_journal(path, places):
                    raise _refused(
                        "add_posts", callback, f"adds {path!r}; use the path of a Markdown file in a journal's folder"
                    )
                if files.get_file_from_path(path):
                    raise _refused("add_posts", callback, f"adds {path}, which exists; use another path")
                if not _is_utf8(text):
                    raise _refused(
                        "add_posts", callback, f"adds {path} with half a surrogate pair; decode the text as UTF-8"
                    )
                files.append(_added(path, text, config))
        self._adding.clear()  # mkdocs-static-i18n configures the build of each language
        return files

    @property
    def changes_entries(self) -> bool:
        """Whether another plugin changes the entries of feeds in this build."""
        return bool(self._changing)

    def changed_entry(self, entry: Entry, post: Post) -> Entry | None:
        """Return an entry as other plugins have changed it, or None if one of them wants it left out.

        Raises:
            PluginError: A function returns something else.
        """
        changed: Entry | None = entry
        for callback in self._changing:
            if changed is None:
                break
            changed = callback(changed, post)
            if not isinstance(changed, Entry | None):
                raise _refused("change_entries", callback, f"returns {changed!r}; return an Entry or None")
            if changed and (name := _unusable(changed, entry)):
                value = getattr(changed, name)
                raise _refused(
                    "change_entries", callback, f"returns an entry with {name}={value!r}, which no feed can have"
                )
        return _in_ascii(changed) if changed and self._changing else changed


def _added(path: str, text: str, config: MkDocsConfig) -> File:
    """Return the file of an added text, in the language that is built: it may turn out to be an ordinary page."""
    file = File.generated(config, path, content=text)
    if language := build_language(config):
        set_language(file, path, language)
        written = f"{language.root}{file.dest_uri}"
        move(file, Address(written, written))
    return file


def _unusable(entry: Entry, before: Entry) -> str:
    """Return the first field of a changed entry whose value a feed cannot have, or empty."""
    for name in (field.name for field in fields(before)):
        value = getattr(entry, name)
        wanted = Image | None if name == "image" else type(getattr(before, name))
        if not isinstance(value, wanted) or (isinstance(value, datetime) and value.tzinfo is None):
            return name
    if not is_web(entry.url):
        return "url"
    parts = split(entry.id)
    if not (parts and parts.scheme) or len(entry.id.split()) > 1:
        return "id"
    return "language" if entry.language and not _LANGUAGE.fullmatch(entry.language) else _unusable_part(entry)


def _unusable_part(entry: Entry) -> str:
    """Return the first field with a part that a feed cannot have, such as a number or a malformed address, or empty."""
    image = entry.image
    if not all(isinstance(one, Person) and _is_usable(one) for one in entry.authors):
        return "authors"
    if not all(isinstance(label, str) for label in entry.categories):
        return "categories"
    if image and not (_are_texts(image.url, image.mime_type) and is_web(image.url) and _is_length(image.length)):
        return "image"
    return ""


def _is_usable(person: Person) -> bool:
    return (
        _are_texts(person.name, person.url, person.email)
        and (not person.url or is_web(person.url))
        and (not person.email or _MAIL.fullmatch(person.email) is not None)
    )


def _is_length(value: object) -> bool:
    return value is None or (isinstance(value, int) and value >= 0)


def _are_texts(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _in_ascii(entry: Entry) -> Entry:
    """Return an entry with its addresses as feeds must have them; its `id` never changes."""
    image = entry.image and replace(entry.image, url=uri_of(entry.image.url))
    authors = tuple(replace(one, url=uri_of(one.url)) for one in entry.authors)
    return replace(entry, url=uri_of(entry.url), authors=authors, image=image)


def offer(context: Any, page: Page | None, build: Build) -> None:
    """Put `journal` (the first one) and `journals` into a context of templates, with links from a page or the home page."""
    context["journals"] = views = build.views(page.url if page else "")
    context["journal"] = next(iter(views.values()))


def offer_to_macros(page: Page, build: Build, config: MkDocsConfig) -> None:
    """Give mkdocs-macros the same variables for a page that it is about to render, except those of the site's `extra`."""
    for plugin in plugins_named(config, "macros", "mkdocs-macros", "mkdocs-macros-plugin"):
        given: dict[str, Any] = {}
        offer(given, page, build)
        give_variables(plugin, {name: value for name, value in given.items() if name not in config.extra})


def _is_of_journal(path: str, places: JournalFolders) -> bool:
    """Return whether a path below `docs_dir` is one at which a post can be: elsewhere its state would not be read."""
    try:
        plain = address_of_path(path, "path").url == path and "" not in path.split("/")
    except PermalinkError:
        plain = False
    return plain and is_markdown(PurePosixPath(path)) and places.journal_of(PurePosixPath(path))[0] >= 0


def _refused(function: str, callback: Callable[..., object], what: str) -> PluginError:
    return PluginError(f"journal: {function}: {getattr(callback, '__qualname__', repr(callback))} {what}")
