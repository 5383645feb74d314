"""What others than withheld posts say: public sources, what they include, and what the configuration names."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search
from mkdocs.structure.files import File, Files

from mkdocs_journal.audit.named_files import NamedFiles
from mkdocs_journal.audit.search import said_by
from mkdocs_journal.audit.secrets import Secret
from mkdocs_journal.hosts.mkdocs.config import settings_as_written
from mkdocs_journal.hosts.mkdocs.paths import is_left_out, text_of
from mkdocs_journal.hosts.mkdocs.site import Build
from mkdocs_journal.hosts.mkdocs.templates import FOLDER
from mkdocs_journal.hosts.mkdocs.views import title_of
from mkdocs_journal.options.values import texts_in

_WRITERS: Final = (FOLDER, *(FOLDER.parent / name for name in ("metadata", "feeds")), Path(search.__file__ or "").parent)
"""Whose words programs read: `summary`, `BlogPosting`, `location`; an author may have a tag of the same name."""
_PROGRAMS: Final = frozenset({".html", ".py", ".js", ".json", ".yml", ".yaml", ".po", ".xml"})
"""Files of plugins and themes that hold words which they write into pages."""
_OF_THEMES: Final = frozenset({".html", ".mo"})
"""Templates, and the words of their languages."""
_NOT_INCLUDED: Final = frozenset({"docs_dir", "site_dir", "hooks", "theme", "watch", "plugins"})
"""Settings that name files of which pages are made, but which no page includes; options of plugins are read with their
defaults."""
_OWN: Final = "journal"


class PublicTexts:
    """The texts of others than withheld posts. They are looked at only if something was found."""

    def __init__(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        self._build = build
        self._files = files
        self._config = config
        self._hidden = {
            source.as_posix()
            for site in build.sites
            for source in (*(post.source for post in site.journal.withheld), *site.journal.refused)
        }
        self._docs = Path(config.docs_dir).resolve()
        self._named = self._files_named(programs=False)

    def _files_named(self, *, programs: bool) -> NamedFiles:
        """Return what finds named files, with or without hooks and templates."""
        build, config = self._build, self._config
        here = Path(config.config_file_path or config.docs_dir).resolve().parent
        private = [self._docs / source for source in self._hidden]
        private += [Path(file.abs_src_path) for file in build.attachments if file.abs_src_path]
        closed = [Path(config.site_dir)]
        if not programs:
            private += [here / name for name in self._settings({"hooks"})]
            closed += [Path(folder) for folder in config.theme.dirs]
        return NamedFiles(
            here,
            self._docs,
            (Path.cwd().resolve(),),
            private={str(path.resolve()) for path in private},
            closed=[folder.resolve() for folder in closed],
        )

    def public(self, secrets: set[Secret]) -> set[Secret]:
        """Return what a public source says, the theme, or the address of an output."""
        paths = self._paths()
        said = {secret for secret in secrets if secret.said.casefold() in paths}
        said |= said_by(self._sources(), _sorted(secrets - said))
        return said | said_by(self._words(), _sorted(secrets - said))

    def included(self, secrets: set[Secret]) -> set[Secret]:
        """Return what a file says that a public page includes."""
        return said_by(self._included(), _sorted(secrets)) if secrets else set()

    def named(self, secrets: set[Secret]) -> set[Secret]:
        """Return what a file that the configuration names says, though no page includes it: a hook, a template."""
        return said_by(self._programs(), _sorted(secrets)) if secrets else set()

    def _sources(self) -> Iterator[bytes]:
        """Yield what public pages and posts say, and files beside them."""
        journals = [site.journal for site in self._build.sites]
        names = [term.name for journal in journals for kind in journal.taxonomies.values() for term in kind.terms]
        names += [post.title for journal in journals for post in journal.public]
        names += [title_of(page.archive, site) for site in self._build.all for _, page in site.archive_files.values()]
        names += [str(value) for site in self._build.sites for value in site.labels.words.values()]
        names += [stamp.text for site in self._build.all for stamp in site.stamps.values()]
        names += [file.src_uri for file in self._files.documentation_pages() if file.src_uri not in self._hidden]
        names += self._settings()
        yield "\n".join(names).encode("utf-8", "replace")
        for file in self._files.documentation_pages():
            if file.src_uri not in self._hidden:
                yield _source_of(file).encode("utf-8", "replace")
        for file in self._files:
            path = Path(file.abs_src_path or "")
            if not file.is_documentation_page() and path.is_relative_to(self._config.docs_dir) and not is_left_out(file):
                yield from self._named.text_of(path)

    def _words(self) -> Iterator[bytes]:
        """Yield what the templates of the journal, the search and the theme say."""
        for writer in _WRITERS:
            yield from (path.read_bytes() for path in sorted(writer.rglob("*")) if path.suffix in {".html", ".py"})
        own = {str(FOLDER), self._config.theme.custom_dir}  # what the site's own templates say is no proof against a leak
        for folder in self._config.theme.dirs:
            if folder not in own:
                yield from (path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.suffix in _OF_THEMES)

    def _included(self) -> Iterator[bytes]:
        """Yield what pages include from outside of the docs: by their own words, or as settings of plugins say."""
        settings = list(dict.fromkeys((*self._settings(without=_NOT_INCLUDED), *self._options())))
        for setting in settings:
            self._named.add_base(setting)
        self._named.leave_out(self._docs / file.src_uri for file in self._files.documentation_pages())
        for setting in settings:
            yield from self._named.of_setting(setting)
        for file in self._files.documentation_pages():
            if file.src_uri not in self._hidden:
                folder = Path(file.abs_src_path or self._config.docs_dir).parent
                yield from self._named.of_page(_source_of(file), folder)

    def _programs(self) -> Iterator[bytes]:
        """Yield what hooks, templates, watched files and plugins say."""
        named = self._files_named(programs=True)
        for setting in self._settings({"hooks", "theme", "watch"}):
            yield from named.of_setting(setting, programs=False)
        folders = [Path(folder) for folder in self._config.theme.dirs if folder != str(FOLDER)]
        for folder in dict.fromkeys((*folders, *packages(self._config))):
            yield from named.below(folder, _PROGRAMS)

    def _settings(self, only: Collection[str] = (), *, without: Collection[str] = ()) -> Iterator[str]:
        """Yield the texts of the configuration, of some of its settings only, or of all but some."""
        for given in settings_as_written(self._config):
            for name, value in given.items():
                if (not only or name in only) and name not in without:
                    yield from texts_in(value)

    def _options(self) -> Iterator[str]:
        """Yield the options of plugins and extensions, those with a default among them."""
        for name, plugin in self._config.plugins.items():
            if name.partition(" ")[0] != _OWN:
                yield from texts_in(dict(getattr(plugin, "config", {})))  # a hook has none
        yield from texts_in(self._config.mdx_configs)

    def _paths(self) -> str:
        """Return names and addresses of what is published."""
        taken_out = {file.dest_uri for file in self._build.attachments}
        return "\n".join(file for file in self._build.routes.files if file not in taken_out).casefold()


def _source_of(file: File) -> str:
    """Return the source of a page; of one that a plugin has written and taken away again, what MkDocs has read."""
    is_gone = file.abs_src_path is not None and not Path(file.abs_src_path).exists()
    return (file.page.markdown or "" if file.page else "") if is_gone else text_of(file)


def packages(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders of the packages that plugins and Markdown extensions come from, but none that holds the docs."""
    names = [type(plugin).__module__ for plugin in config.plugins.values()] + [
        str(name) for name in config.markdown_extensions
    ]
    for name in dict.fromkeys(name.partition(".")[0] for name in names):
        file = getattr(sys.modules.get(name), "__file__", None)
        if name != FOLDER.parent.name and file and Path(file).name == "__init__.py":
            folder = Path(file).resolve().parent
            if not Path(config.docs_dir).resolve().is_relative_to(folder):
                yield folder


def _sorted(secrets: set[Secret]) -> list[Secret]:
    return sorted(secrets, key=lambda secret: (secret.post, secret.what, secret.said))
