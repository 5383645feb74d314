"""After a build: no output holds what belongs to withheld posts only."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search
from mkdocs.structure.files import File, Files

from mkdocs_journal.audit.search import Pieces, found_in, said_by
from mkdocs_journal.audit.secrets import Secret, secrets_of
from mkdocs_journal.host.paths import shown, shown_path, text_of
from mkdocs_journal.host.site import Build
from mkdocs_journal.host.templates import FOLDER
from mkdocs_journal.host.views import title_of
from mkdocs_journal.host.writing import digest
from mkdocs_journal.model import Post, Term
from mkdocs_journal.options import Options
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.reading.terms import taxonomy
from mkdocs_journal.urls.permalinks import PermalinkError, address_of

_NO_TEXTS: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot"),
    *(".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".ogg", ".ogv", ".wav", ".webm"),
    *(".zip", ".bz2", ".xz", ".zst", ".br", ".7z", ".pdf", ".epub", ".wasm"),
)
"""Ends of the names of files in which no words can be read: of these the name is searched, of others all they say."""
_WRITERS: Final = (FOLDER, *(FOLDER.parent / name for name in ("metadata", "feeds")), Path(search.__file__ or "").parent)
"""Whose words programs read: `summary`, `BlogPosting`, `location`; an author may have a tag of the same name."""


def leaks(build: Build, files: Files, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Return what the site folder holds of withheld posts, one problem for each output and post.

    What a public source, the configuration or the theme says in its own words is no leak.
    """
    withheld = [(post, site.options) for site in build.sites for post in site.journal.withheld]
    if not withheld and not build.attachments:
        return ()
    outputs = sorted(_outputs(Path(config.site_dir)))
    found: dict[tuple[str, str], Problem] = {}
    public = _Public(build, files, config)
    own = {file.dest_uri for file in files if not file.is_documentation_page()}
    for output, what, source in (*_said(build, withheld, outputs, own, public), *_copied(build, outputs, own, config)):
        owner = build.routes.owner(output)
        values = {"what": what, "post": source, "owner": f" (from {owner.owner})" if owner else ""}
        place = Place(shown_path(Path(config.site_dir, output)))
        found.setdefault((output, source), problem("J902", place, "leak", **values))
    return tuple(found[key] for key in sorted(found))


def _outputs(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield every file below the site folder with its size in bytes.

    The host leaves a repository that is there alone, for sites are built where they are committed.
    """
    start = len(str(folder)) + 1
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            file = os.path.join(path, name)  # noqa: PTH118 - thousands of files
            with suppress(OSError):  # a link that leads nowhere
                yield file[start:].replace(os.sep, "/"), os.stat(file).st_size  # noqa: PTH116


def _said(
    build: Build,
    withheld: Iterable[tuple[Post, Options]],
    outputs: Iterable[tuple[str, int]],
    own: set[str],
    public: _Public,
) -> Iterator[tuple[str, str, str]]:
    """Yield output, what it holds, and the withheld post, for words that nobody else says."""
    pieces = Pieces()
    for output, _ in outputs:
        if output in own:
            continue
        data = b"" if output.lower().endswith(_NO_TEXTS) else public.read(output)
        if output not in build.written or build.written[output] != digest(data):
            pieces.add(output, data)
    secrets = (secret for post, options in withheld for secret in _secrets(post, options, build))
    found = list(found_in(pieces, secrets))
    said = public.says({secret for _, secret in found}) if found else set()
    for output, secret in found:
        if secret not in said:
            yield output, secret.what, public.shown(secret.post)


def _secrets(post: Post, options: Options, build: Build) -> tuple[Secret, ...]:
    url = ""
    if post.date:
        try:
            address = address_of(post, options)
        except PermalinkError:
            address = None
        url = address.url if address else post.source.with_suffix("").as_posix()
    return secrets_of(post, url, _own_terms(post, build))


def _own_terms(post: Post, build: Build) -> Iterator[Term]:
    """Yield the terms of a withheld post that no public post has."""
    for kind in ("tags", "categories", "authors", "series"):
        known = {term.key for site in build.sites for term in site.journal.taxonomies[kind].terms}
        known |= {term.key for site in build.sites for term in taxonomy(kind, site.journal.unlisted).terms}
        yield from (term for term in taxonomy(kind, (post,)).terms if term.key not in known)


def _copied(
    build: Build, outputs: Iterable[tuple[str, int]], own: set[str], config: MkDocsConfig
) -> Iterator[tuple[str, str, str]]:
    """Yield outputs that are files of withheld posts, wherever they were copied to."""
    by_size: dict[int, list[File]] = {}
    for file in build.attachments:
        size = Path(file.abs_src_path or "").stat().st_size
        if size:
            by_size.setdefault(size, []).append(file)
    for output, size in outputs:
        for file in by_size.get(size, ()) if output not in own else ():
            if Path(config.site_dir, output).read_bytes() == Path(file.abs_src_path or "").read_bytes():
                yield output, "a file", shown(file)


class _Public:
    """What others than withheld posts say. It is looked at only if something was found."""

    def __init__(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        self._build = build
        self._files = files
        self._config = config

    def read(self, output: str) -> bytes:
        """Return the bytes of an output."""
        with open(os.path.join(self._config.site_dir, output), "rb", buffering=0) as file:  # noqa: PTH118, PTH123 - fast
            data = file.read()
        with suppress(OSError, EOFError, zlib.error):
            return gzip.decompress(data) if output.endswith(".gz") and data[:2] == b"\x1f\x8b" else data
        return data

    def shown(self, source: PurePosixPath) -> str:
        """Return a source as messages name it."""
        return shown_path(Path(self._config.docs_dir, source))

    def says(self, secrets: set[Secret]) -> set[Secret]:
        """Return what a public source, the configuration, the theme or the address of an output says, too."""
        paths = self._paths()
        said = {secret for secret in secrets if secret.said.casefold() in paths}
        return said | said_by(self._texts(), sorted(secrets - said, key=lambda secret: (secret.post, secret.said)))

    def _texts(self) -> Iterator[bytes]:
        journals = [site.journal for site in self._build.sites]
        withheld = {post.source.as_posix() for journal in journals for post in journal.withheld}
        names = [term.name for journal in journals for kind in journal.taxonomies.values() for term in kind.terms]
        names += [post.title for journal in journals for post in journal.public]
        names += [title_of(page.archive, site) for site in self._build.all for _, page in site.archive_files.values()]
        names += [str(value) for site in self._build.sites for value in site.labels.words.values()]
        yield "\n".join(names).encode("utf-8", "replace")
        config = Path(self._config.config_file_path or "")
        yield config.read_bytes() if config.is_file() else b""
        for file in self._files.documentation_pages():
            if file.src_uri not in withheld:
                yield text_of(file).encode("utf-8", "replace")
        for writer in _WRITERS:
            yield from (path.read_bytes() for path in sorted(writer.rglob("*")) if path.suffix in {".html", ".py"})
        own = {str(FOLDER), self._config.theme.custom_dir}  # what the site's own templates say is no excuse
        for folder in self._config.theme.dirs:
            if folder not in own:
                yield from (path.read_bytes() for path in sorted(Path(folder).rglob("*.html")))

    def _paths(self) -> str:
        """Return names and addresses of what is published."""
        taken_out = {file.dest_uri for file in self._build.attachments}
        return "\n".join(file for file in self._build.routes.files if file not in taken_out).casefold()
