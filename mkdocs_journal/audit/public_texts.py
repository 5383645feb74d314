"""Texts that are not from withheld posts: public sources, files that they include or the configuration names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.audit.named_files import NamedFiles
from mkdocs_journal.audit.search import contained_in
from mkdocs_journal.audit.secrets import Secret
from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.history.file_history import people_of
from mkdocs_journal.language.locales import day_text
from mkdocs_journal.options.values import texts_in
from mkdocs_journal.posts.suffixes import is_index
from mkdocs_journal.problems.places import working_folder
from mkdocs_journal.publishing.archive_names import title_of
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.output_file import OutputFile, bytes_in, text_of
from mkdocs_journal.publishing.real_paths import real_path

_WRITERS: Final = (FOLDER, *(FOLDER.parent / name for name in ("metadata", "feeds")))
"""Modules with words for programs: `summary`, `BlogPosting`, `location`; a tag may have the same name."""
_PROGRAMS: Final = frozenset({".html", ".py", ".js", ".json", ".yml", ".yaml", ".po", ".xml"})
"""Files of plugins and themes with words that they write into pages."""
_OF_THEMES: Final = frozenset({".html", ".mo"})
"""Templates, and the words of their languages."""
_NOT_INCLUDED: Final = frozenset({"docs_dir", "site_dir", "hooks", "theme", "watch", "plugins"})
"""Settings that name files from which pages are made but which no page includes; options of plugins are read with their
defaults."""


class PublicTexts:
    """The texts that are not from withheld posts. They are read only if something was found."""

    def __init__(self, written: WrittenSite) -> None:
        self._written = written
        self._hidden = {
            real_path(written.path_of(source, edition))
            for edition in written.editions
            for source in (*(post.source for post in edition.journal.withheld), *edition.journal.refused)
        }
        self._docs = real_path(written.site.docs)
        self._named = self._files_named(programs=False)

    def _files_named(self, *, programs: bool) -> NamedFiles:
        """Return a finder of named files, with or without hooks and templates."""
        written = self._written
        here = real_path(written.beside)
        private = list(self._hidden)
        private += [file.path for file in written.attachments if file.path]
        closed = [written.site.output]
        if not programs:
            private += [here / name for name in self._settings({"hooks"})]
            closed += list(written.theme_folders)
        return NamedFiles(
            here,
            self._docs,
            tuple(map(real_path, filter(None, [working_folder()]))),
            private={str(real_path(path)) for path in private},
            closed=[real_path(folder) for folder in closed],
        )

    def public(self, secrets: set[Secret]) -> set[Secret]:
        """Return the secrets in a public source, in the theme, or in the path of an output."""
        paths = self._paths()
        found = {secret for secret in secrets if secret.text.casefold() in paths}
        found |= contained_in(self._sources(), _sorted(secrets - found))
        return found | contained_in(self._words(), _sorted(secrets - found))

    def generated(self, secrets: set[Secret]) -> set[Secret]:
        """Return the secrets in pages that a program has made, if other files of the project contain them as well.

        It may have read any of them; what only withheld posts contain, it has read there.
        """
        found = contained_in(self._made(), _sorted(secrets)) if secrets else set()
        here = real_path(self._written.beside)
        project = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
        return contained_in(self._files_named(programs=False).below(project), _sorted(found)) if found else found

    def coincident(self, secrets: set[Secret]) -> set[Secret]:
        """Return the secrets in pages that a program has made without other content of their posts, or the name of these.

        `Release 2.0` is the title of a page made of a changelog as well, and "show this help message" is in each help.
        """
        made = list(self._made()) if secrets else []
        found = contained_in(made, _sorted(secrets))
        kinds = Counter(post for post, _ in {(secret.post, secret.what) for secret in found})
        known = {post for post in kinds if any(_file_of(post) in text for text in made)}
        return {secret for secret in found if kinds[secret.post] == 1 and secret.post not in known}

    def _made(self) -> Iterator[bytes]:
        """Yield the texts of pages that a program has made."""
        return (text_of(file).encode("utf-8", "replace") for file in self._pages() if self._is_made(file))

    def included(self, secrets: set[Secret]) -> set[Secret]:
        """Return the secrets in files that a public page includes."""
        return contained_in(self._included(), _sorted(secrets)) if secrets else set()

    def named(self, secrets: set[Secret]) -> set[Secret]:
        """Return the secrets in files that the configuration names but no page includes: hooks, templates."""
        return contained_in(self._programs(), _sorted(secrets)) if secrets else set()

    def _sources(self) -> Iterator[bytes]:
        """Yield the texts of public pages and posts, and of the files beside them."""
        journals = [edition.journal for edition in self._written.editions]
        names = [term.name for journal in journals for kind in journal.taxonomies.values() for term in kind.terms]
        names += [post.title for journal in journals for post in journal.public]
        parts = [edition for publication in self._written.publications for edition in publication.all]
        lists = [(edition, page) for edition in parts for _, page in edition.archive_files.values()]
        names += [name for edition, page in lists for name in (title_of(page.archive, edition), str(page.source))]
        names += [str(value) for edition in self._written.editions for value in edition.labels.words.values()]
        names += self._stamps()
        names += [file.source for file in self._pages()]
        names += self._settings()
        yield "\n".join(names).encode("utf-8", "replace")
        yield from (text_of(file).encode("utf-8", "replace") for file in self._pages() if not self._is_made(file))
        for file in self._written.files:
            path = file.path or Path()
            if not file.is_page and path.is_relative_to(self._written.site.docs) and not file.left_out:
                yield from self._named.text_of(path)

    def _stamps(self) -> Iterator[str]:
        """Yield the days and people that public pages show."""
        days = [
            (edition, day)
            for edition in self._written.editions
            for post in edition.journal.public
            for day in (post.date, post.last_updated, *(update.date for update in post.updates))
        ]
        for file in self._pages():
            history = self._written.history.of(file.path)
            yield from people_of(history)
            days += [(self._written.publication.all[0], day) for day in (history.created, history.updated)]
        yield from (day_text(day, edition.locale) for edition, day in days if day)

    def _words(self) -> Iterator[bytes]:
        """Yield the texts in templates of the journal, the search and the theme."""
        for writer in (*_WRITERS, *self._written.word_folders):
            yield from (bytes_in(path) for path in sorted(writer.rglob("*")) if path.suffix in {".html", ".py"})
        own = {FOLDER, self._written.own_theme}  # the site's own templates may themselves contain a leak
        for folder in self._written.theme_folders:
            if folder not in own:
                yield from (bytes_in(path) for path in sorted(folder.rglob("*")) if path.suffix in _OF_THEMES)

    def _included(self) -> Iterator[bytes]:
        """Yield the texts that pages include from outside the docs, named in the pages or in settings of plugins."""
        settings = list(dict.fromkeys((*self._settings(without=_NOT_INCLUDED), *self._options())))
        for setting in settings:
            self._named.add_base(setting)
        self._named.leave_out(map(self._path, self._pages()))
        for setting in settings:
            yield from self._named.of_setting(setting)
        for file in self._pages():
            yield from self._named.of_page(text_of(file), (file.path or self._written.site.docs).parent)

    def _programs(self) -> Iterator[bytes]:
        """Yield the texts of hooks, templates, watched files, plugins, and files that plugins read such as `.nav.yml`."""
        read = frozenset(self._options())
        others = (file for file in self._written.files if not file.is_page)
        yield from (text_of(file).encode() for file in others if PurePosixPath(file.source).name in read)
        named = self._files_named(programs=True)
        for setting in self._settings({"hooks", "theme", "watch"}):
            yield from named.of_setting(setting, programs=False)
        folders = [folder for folder in self._written.theme_folders if folder != FOLDER]
        for folder in dict.fromkeys((*folders, *self._written.packages)):
            yield from named.below(folder, _PROGRAMS)

    def _settings(self, only: Collection[str] = (), *, without: Collection[str] = ()) -> Iterator[str]:
        """Yield the texts of the configuration: of all settings, of some, or of all but some."""
        for given in self._written.settings:
            for name, value in given.items():
                if (not only or name in only) and name not in without:
                    yield from texts_in(value)

    def _options(self) -> Iterator[str]:
        """Yield the options of plugins and extensions, including defaults."""
        for given in self._written.plugin_options:
            yield from texts_in(given)

    def _pages(self) -> Iterator[OutputFile]:
        """Return the pages of others than withheld posts; a plugin may have put one of these back."""
        pages = (file for file in self._written.files if file.is_page)
        return (file for file in pages if real_path(self._path(file)) not in self._hidden)

    def _is_made(self, file: OutputFile) -> bool:
        """Return whether a program has made a page: in memory, or in a folder of its own outside the docs."""
        return file.generated or bool(file.path and not file.path.is_relative_to(self._written.site.docs))

    def _path(self, file: OutputFile) -> Path:
        return file.path or self._docs / file.source

    def _paths(self) -> str:
        """Return the names and URLs of everything that is published."""
        taken_out = {file.destination for file in self._written.attachments}
        routes = (publication.routes for publication in self._written.publications)
        return "\n".join(file for known in routes for file in known.files if file not in taken_out).casefold()


def _file_of(post: PurePosixPath) -> bytes:
    """Return the end of the path of a post by which a list of files names it."""
    return "/".join(post.parts[-2 if is_index(post) else -1 :]).encode("utf-8", "replace")


def _sorted(secrets: set[Secret]) -> list[Secret]:
    return sorted(secrets, key=lambda secret: (secret.post, secret.what, secret.text))
