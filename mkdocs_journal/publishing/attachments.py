"""Files that belong only to withheld posts and are withheld with them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.options.values import texts_in
from mkdocs_journal.posts.journal_folders import is_draft_of
from mkdocs_journal.posts.states import is_draft_path
from mkdocs_journal.publishing.contents import PATTERNS, Content, KnownFiles, not_published
from mkdocs_journal.publishing.copied_files import copied_text, is_list_of_files, is_redirect, is_text, of_program
from mkdocs_journal.publishing.output_file import OutputFile, bytes_in, text_of
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.owners import Owners, nearest, owners_of
from mkdocs_journal.publishing.permalinks import Address
from mkdocs_journal.publishing.real_paths import real_paths
from mkdocs_journal.publishing.withheld import address_if_safe
from mkdocs_journal.text.source_parts import front_matter_end, with_line_feeds
from mkdocs_journal.urls.references import FileNames

_NAME_NOTHING: Final = PATTERNS | {"audit"}
"""Options that leave files out, or say what the audit does not report: neither publishes a file."""
_NO_LINKS: Final = re.compile(
    r"^[\"']?(?:redirect[_-]?from|aliases|redirect[_-]?to|permalink|canonical(?:[_-]?url)?|slug|guid|title|description|summary|"
    r"subtitle|excerpt|tags?|categor(?:y|ies)|series|authors?)[\"']?[ \t]*:"
    r"[^\n]*+(?:\n(?:[ \t]|-[ \t])[^\n]*+)*+",
    re.IGNORECASE | re.MULTILINE,
)
"""The keys with addresses, words and names of a post, which do not link files, with their values."""


def texts_of_configuration(
    settings: Iterable[Mapping[str, object]], templates: str | None, programs: Iterable[Path]
) -> Iterator[str]:
    """Yield what the configuration and the site's own templates and programs say, without comments and patterns of files.

    Args:
        settings: The options of the site and of its plugins.
        templates: The folder of the site's own templates, or None.
        programs: The files of programs that may change pages.
    """
    for values in settings:
        yield from texts_in({name: value for name, value in values.items() if name not in _NAME_NOTHING})
    own = sorted(Path(templates).rglob("*")) if templates else []
    for path in (*own, *programs):
        if os.path.isfile(path) and is_text(path):  # noqa: PTH113 - also False in a folder that this user may not enter
            yield bytes_in(path).decode("utf-8", "replace")


def attachments_of_withheld(
    content: Content,
    configuration: Iterable[str],
    site_url: str,
    elsewhere: Sequence[Content] = (),
    included: Callable[[Sequence[Content]], Iterable[tuple[str, OutputFile | None]]] = lambda _: (),
    known: KnownFiles | None = None,
) -> tuple[OutputFile, ...]:
    """Return the files that belong only to posts that are not published.

    These are the files in the folder of such a bundle, below `_drafts`, beside such a post if they have its name, anywhere
    if they have its name with its date, in the journal's folder if such a post names them, elsewhere if it links them, and
    files that these link. A file is published if it is named by a public page, a style sheet, a template of the site or a
    value in the configuration, or if it belongs in the same way to a published post and is only named or linked by others.

    Args:
        content: Every file of the site, and the journals.
        configuration: The texts of the configuration and of the site's own templates.
        site_url: The address of the site, or empty.
        elsewhere: The same in the other languages of the site, which share files: a file is that of a withheld post in any
            of them, unless it is beside a post that is published in another or is named by something public in one.
        included: Returns the texts that public pages of some languages include, each with the file of the site that it is,
            or None; called only if files could be withheld.
        known: What the builds of other languages have found, and what this one adds; then only its own pages are read.
    """
    contents, known = (content, *elsewhere), known or KnownFiles()
    read = _languages(contents, site_url, known)
    attached, used = known.attached, known.used
    texts = "\n".join(configuration) if attached else ""
    used.update(origin for one in read for origin in one.used(attached, texts))
    if attached - used:
        used.update(_named_somewhere(read, attached - used, included(contents[: len(read)]), site_url))
    used.update(extra for one in read for extra, named in one.extras.items() if named in used)
    return tuple(file for _, file in sorted(read[0].copied.items()) if file.origin in attached - used)


def _languages(contents: Sequence[Content], site_url: str, known: KnownFiles) -> Sequence[_Language]:
    """Return the languages whose pages are to be read, the first one first, and add what they have to what is known."""
    read = [_Language(contents[0], contents, site_url)]
    if not known.is_found or not read[0].attached(known.beside_public) <= known.attached:
        read += [_Language(one, contents, site_url) for one in contents[1:]]
        for one in read:
            of_public = {origin for other in read if other is not one for origin in other.beside_public}
            known.attached |= one.attached(of_public)
        known.beside_public = {origin for one in read for origin in one.beside_public}
        known.is_found = True
    return read


class _Language:
    """One language of a site; its files are known to others by their origin."""

    def __init__(self, content: Content, every: Sequence[Content], site_url: str) -> None:
        self._files, self._plans, self._theme, self._by_name, self._site_url = *content, site_url
        self.sources = {source for plan in self._plans for source in not_published(plan)}
        """The posts that are not published."""
        self.copied = self._copies(content)
        """The files that are not pages, by source; one that is left out is not withheld, but what it links may be."""
        self._shown = owners_of(
            (plan, (post.source for post in plan.journal.public)) for one in every for plan in one.plans
        )
        """The posts that are published in any language."""
        copies = [self._copies(one) for one in every]
        self._copied = {path: file for one in copies for path, file in one.items()} | self.copied
        self._origins: dict[str, set[str]] = {}
        """The files by source: a picture may be translated, too."""
        self.written: dict[str, str] = {}
        """The sources of files by their paths with the language in it: `plan.de.png`, and on the site `de/plan.png`."""
        self.extras: dict[str, str] = {}
        """The files with the whole name of an attachment, such as `a.png.license`, and that attachment."""
        self._every = every
        for path, file in chain.from_iterable(one.items() for one in copies):
            self._origins.setdefault(path, set()).add(file.origin)
            self.written |= {name: path for name in (file.written, file.destination) if file.written}

    def _copies(self, content: Content) -> dict[str, OutputFile]:
        files = (file for file in content.files if not file.is_page)
        copied = (file for file in files if not (file.origin.startswith(content.theme) or of_program(file.source)))
        return {file.source: file for file in copied if PurePosixPath(file.source) not in self.sources}

    @cached_property
    def _public(self) -> Owners:
        return owners_of((plan, (post.source for post in plan.journal.public)) for plan in self._plans)

    @cached_property
    def _hidden(self) -> Owners:
        hidden = owners_of((plan, not_published(plan)) for plan in self._plans)
        drafts = (folder for source in self.sources for folder in source.parents if folder.name.lower() == "_drafts")
        return Owners(self.sources, hidden.folders.union(drafts))

    def _is_called(self, path: PurePosixPath) -> bool:
        """Return whether a file anywhere has the name of a withheld post with its date, and of no published one."""
        return self._hidden.is_called(path) and not (self._shown.is_called(path) or nearest(path, (self._public,)))

    def _belong_to(self, owner: Owners) -> set[str]:
        """Return the files in the bundles of posts, or beside one if they have its name; the nearest post counts."""
        both = self._hidden, self._public
        return {path for path in self._copied if nearest(PurePosixPath(path), both) is owner}

    @cached_property
    def beside_public(self) -> frozenset[str]:
        """The files that belong to published posts."""
        return frozenset(self._copied[path].origin for path in self._belong_to(self._public))

    def _not_of_public(self, paths: Iterable[str], source: PurePosixPath) -> frozenset[str]:
        """Return those of some files that are not of a published post, nor redirects; a source may be in its bundle."""
        above = set(source.parents)
        named = (path for path in paths if not is_redirect(self._copied[path]))
        free = (path for path in named if not self._public.has_name(PurePosixPath(path)))
        return frozenset(path for path in free if self._shown.folders.intersection(PurePosixPath(path).parents) <= above)

    def attached(self, of_public: Container[str]) -> set[str]:
        """Return the files of posts that are not published, with their translations.

        Of those beside a post, and of translations, the ones in `of_public` are not among them.
        """
        beside = {path for path in self._copied if "_drafts/" in path.lower() and self._is_draft(PurePosixPath(path))}
        if not (self.sources or beside):
            return set()
        beside |= self._belong_to(self._hidden) | {path for path in self._copied if self._is_called(PurePosixPath(path))}
        attached = {path for path in beside if self._copied[path].origin not in of_public}
        everywhere = self._names(self._copied)
        for plan in self._plans:
            below = (path for path in self._copied if _below_any(path, [plan]))
            inner = self._names(below)
            addresses = {post.source: address_if_safe(post, plan.options) for post in plan.journal.withheld}
            for source in not_published(plan):
                text = _without_words(text_of(plan.candidates[source]))
                named = set(inner.named_in(text, source))
                own = _places(plan.candidates[source], addresses.get(source))
                places = (*own, *_outside_drafts(source, plan.options.folder))
                named |= everywhere.named_in(text, *places, only_targets=True, moved=is_draft_path(source))
                attached |= self._not_of_public(named, source)

        def linked(text: str, path: PurePosixPath) -> frozenset[str]:
            return self._not_of_public(everywhere.named_in(text, path, only_targets=not is_list_of_files(path)), path)

        links = _with_named(attached, self._copied, linked)
        extras = {path: name for path in self._copied if (name := path.rpartition(".")[0]) in links and path not in links}
        self.extras = {self._copied[path].origin: self._copied[name].origin for path, name in extras.items()}
        links |= extras.keys()
        free = {path for path in links | beside if not (self._copied[path].left_out or self._replaces_theme(path))}
        free |= self._same(free)
        translated = {origin for path in free for origin in self._origins[path] if origin not in of_public}
        return translated.union(self._copied[path].origin for path in links & free)

    def _same(self, paths: Iterable[str]) -> set[str]:
        """Return what symbolic links in the docs lead to some files as well, if it does not belong to a published post."""
        real = real_paths({path: file.origin for path, file in self._copied.items()})
        found = {real[path] for path in paths}
        return {path for path in real if real[path] in found and self._copied[path].origin not in self.beside_public}

    def _is_draft(self, path: PurePosixPath) -> bool:
        return is_draft_path(path) and any(is_draft_of(path, plan.options) for plan in self._plans)

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all files that are published."""
        published = [file for one in self._every for file in one.files if not file.left_out]
        return frozenset(path for file in published for path in (file.source, file.destination, file.written) if path)

    def _names(self, files: Iterable[str]) -> FileNames:
        return FileNames(files, self._site_url, self.written, self.paths, by_name=self._by_name)

    def _replaces_theme(self, path: str) -> bool:
        """Return whether a file of the docs has the place of one of the theme: `img/favicon.ico`."""
        return any(os.path.isfile(f"{folder}{path}") for folder in self._theme)  # noqa: PTH113 - the same

    def used(self, origins: Container[str], configuration: str) -> set[str]:
        """Return the files among `origins` that public content names, directly or through another of them."""
        attached = {path for path, file in self._copied.items() if file.origin in origins}
        if not attached:
            return set()
        names = self._names(attached)
        used = set(names.named_in(configuration, PurePosixPath("mkdocs.yml")))
        originals = {file.source: file for plan in self._plans for file in plan.candidates.values()}
        addresses = {source: address for plan in self._plans for source, address in plan.addresses.items()}
        by_path = self._copied | {file.source: file for file in self._files}
        for source, file in by_path.items():
            path = PurePosixPath(source)
            public = not file.left_out and path not in self.sources and file.origin not in origins
            if public:
                read = originals.get(source, file)
                text = text_of(read) if file.is_page else copied_text(file)
                used |= names.named_in(text, *_places(read, addresses.get(path)))
        shown = {image.file.origin for plan in self._plans for image in plan.shown_images() if image.file}
        used |= {path for path in attached if self._copied[path].origin in shown}
        return {by_path[path].origin for path in _with_named(used, by_path, names.named_in)}


def _places(file: OutputFile, address: Address | None) -> Iterator[PurePosixPath]:
    """Yield the paths from which the relative links of a file begin: its source, and for raw HTML what its page has."""
    written = [file.source, *([file.destination] if file.is_page else []), *([address.file] if address else [])]
    yield from {place.parent: place for place in map(PurePosixPath, reversed(written))}.values()


def _outside_drafts(source: PurePosixPath, journal: str) -> Iterator[PurePosixPath]:
    """Yield where a draft may have been before it was moved into `_drafts` without its files: its links begin there."""
    if is_draft_path(source):
        home = next(folder for folder in source.parents if folder.name.lower() == "_drafts")
        above = home.parent
        folders = (above, above / "_posts", above / "posts", PurePosixPath(journal))  # Jekyll's and Material's
        yield from (folder / source.relative_to(home) for folder in folders)


def _without_words(text: str) -> str:
    """Return the source of a post without the addresses and words in its front matter."""
    text = with_line_feeds(text)
    end = max(0, front_matter_end(text))
    return _NO_LINKS.sub("-:", text[:end]) + text[end:]


def _named_somewhere(
    every: Sequence[_Language], origins: Container[str], texts: Iterable[tuple[str, OutputFile | None]], site_url: str
) -> Iterator[str]:
    """Yield the files among `origins` that texts name which pages include; of a relative path the end counts."""
    files: dict[str, set[str]] = {}
    for path, file in chain.from_iterable(one.copied.items() for one in every):
        if file.origin in origins:
            files.setdefault(path, set()).add(file.origin)
    written = {path: source for one in every for path, source in one.written.items()}
    names = FileNames(files, site_url, written, every[0].paths)
    for text, included in texts:
        named = names.ending_in(text, *(_places(included, None) if included else ()))
        yield from (origin for path in named for origin in files[path])


def _with_named(
    paths: Iterable[str], files: Mapping[str, OutputFile], named_in: Callable[[str, PurePosixPath], frozenset[str]]
) -> set[str]:
    """Return some files and those that they name, directly or through another file."""
    found = set(paths)
    waiting = list(found)
    while waiting:
        path = waiting.pop()
        more = named_in(copied_text(files[path]), PurePosixPath(path)) - found
        found |= more
        waiting += more
    return found


def _below_any(path: str, plans: Sequence[OutputPlan]) -> bool:
    """Return whether a path is below the folder of one of the journals."""
    return any(one.options.folder == "." or path.startswith(f"{one.options.folder}/") for one in plans)
