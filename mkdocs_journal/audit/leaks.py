"""After a build: checks that no output contains content of withheld posts."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_journal.audit.allowing import allowed
from mkdocs_journal.audit.grading import Evidence, Findings, evidence
from mkdocs_journal.audit.missed_files import missed_files
from mkdocs_journal.audit.passages import paragraphs
from mkdocs_journal.audit.public_texts import PublicTexts
from mkdocs_journal.audit.search import found_in
from mkdocs_journal.audit.secrets import Secret, secrets_of
from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.options.site_values import Audit
from mkdocs_journal.posts.model import Post, Term
from mkdocs_journal.posts.terms import taxonomy
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place, Problem, Severity
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.permalinks import PermalinkError, address_of
from mkdocs_journal.publishing.whole_files import digest, digest_of_file

_NO_TEXTS: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot"),
    *(".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".ogg", ".ogv", ".wav", ".webm"),
    *(".zip", ".bz2", ".xz", ".zst", ".br", ".7z", ".pdf", ".epub", ".wasm"),
)
"""Suffixes of binary files: only their names are searched; of other files the content."""
_FEW_BYTES: Final = 16
"""A smaller file is a copy only if its name is the same as well: small files may be equal by chance."""
_A_FILE: Final = "a file"


def leaks(written: WrittenSite, audit: Audit) -> tuple[Problem, ...]:
    """Return the content of withheld posts in the site folder: for each output and post an error or a warning.

    Text that a public source, or a file that it includes, contains as well is not a leak. A page that links a withheld
    file is a warning, for its visitors miss that.
    """
    withheld = [(post, edition) for edition in written.editions for post in edition.journal.withheld]
    outputs = dict(sorted(_outputs(written.site.output)))
    copies = _copies(written.files, outputs)
    found = [*_findings(written, withheld, outputs, copies), *_copied(written, outputs)]
    pairs: dict[tuple[str, PurePosixPath], list[Evidence]] = {}
    for one in found:
        if not allowed(one.output, one.text, audit.allow):
            pairs.setdefault((one.output, one.post), []).append(one)
    missed = missed_files(written, outputs, lambda output: _read(output, written.site.output), audit.allow)
    paths = {file.name: file.path for file in written.attachments if file.path}
    paths |= {_name(post, edition): written.path_of(post.source, edition) for post, edition in withheld}
    problems = (*(_problem(pairs[key], written, paths) for key in sorted(pairs)), *missed)
    if audit.level == "warn":
        return tuple(replace(found, severity=Severity.WARNING) for found in problems)
    return problems


def _problem(found: list[Evidence], written: WrittenSite, paths: Mapping[PurePosixPath, Path]) -> Problem:
    """Return the problem of a post in an output: its proof, else all other findings."""
    owners = (publication.routes.owner(found[0].output) for publication in written.publications)
    owner = next(filter(None, owners), None)
    post = shown_path(paths.get(found[0].post) or written.site.docs / found[0].post)
    owned = f" (from {owner.owner})" if owner else ""
    place = Place(shown_path(Path(written.site.output, found[0].output)))
    if proof := next((one for one in found if one.proof), None):
        of_post = f"{proof.what} of the unpublished post {post}"
        what = f"a copy of {post}, which is not published" if proof.what == _A_FILE else of_post
        return problem("J902", place, "leak", what=what, owner=owned)
    doubts = list(dict.fromkeys((one.what, one.text) for one in found))
    what = " and ".join(f"{what} {Quoted(text)}" for what, text in doubts[:2]) + (" and more" if doubts[2:] else "")
    return problem("J920", place, "leak", what=what, allow=Quoted(doubts[0][1]), post=post, owner=owned)


def _name(post: Post, edition: Edition) -> PurePosixPath:
    """Return by what a withheld post is known: its source may be that of another in another language."""
    file = edition.plan.candidates.get(post.source)
    return file.name if file else post.source


def _outputs(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield every file below the site folder with its size in bytes.

    A `.git` folder is skipped, because MkDocs does not remove it from a site folder that is a repository.
    """
    start = len(str(folder)) + 1
    waiting = [str(folder)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting += [entry.path] if entry.name != ".git" and not entry.is_symlink() else []
                else:
                    with suppress(OSError):  # a broken symbolic link
                        about = entry.stat()
                        if stat.S_ISREG(about.st_mode):
                            yield entry.path[start:].replace(os.sep, "/"), about.st_size


def _copies(files: Iterable[OutputFile], outputs: dict[str, int]) -> set[str]:
    """Return the outputs that are unchanged copies of files of the docs or the theme."""
    copies = set()
    for file in files:
        if not file.is_page and file.path and file.destination in outputs:
            with suppress(OSError):
                if os.stat(file.path).st_size == outputs[file.destination]:  # noqa: PTH116
                    copies.add(file.destination)
    return copies


def _findings(
    written: WrittenSite,
    withheld: list[tuple[Post, Edition]],
    outputs: dict[str, int],
    copies: set[str],
) -> Iterator[Evidence]:
    """Yield content of withheld posts in outputs that no other source contains."""
    terms = _public_terms(written) if withheld else {}
    secrets = [secret for post, edition in withheld for secret in _secrets(post, edition, written, terms)]
    places = _places(written, outputs, copies, secrets)
    vendored = _vendored(set(places.values()), outputs, written) if places else set()
    if vendored:
        places = _places(written, outputs, copies | vendored, secrets)
    if not places:
        return
    texts = PublicTexts(written)
    public = named = texts.public(set(places))
    found = _weighed(withheld, places, public, named)
    if found:  # slow, so only for sites with findings
        public = public | texts.included(set(places) - public)
        public = public | texts.generated(set(places) - public)
        others = set(places) - public
        named = public | texts.named(others) | texts.coincident(others)
        found = _weighed(withheld, places, public, named)
    yield from found


def _weighed(
    withheld: list[tuple[Post, Edition]], places: dict[Secret, str], public: set[Secret], named: set[Secret]
) -> list[Evidence]:
    of_post: dict[PurePosixPath, dict[Secret, str]] = {}
    for secret, output in places.items():
        of_post.setdefault(secret.post, {})[secret] = output
    posts = {_name(post, edition): post for post, edition in withheld}
    return [
        one
        for name, post in posts.items()
        if name in of_post
        for one in evidence(name, paragraphs(post), Findings(places=of_post[name], public=public, named=named))
    ]


def _places(written: WrittenSite, outputs: Iterable[str], copies: set[str], secrets: list[Secret]) -> dict[Secret, str]:
    """Return the first output that contains each secret; unchanged feeds are made of public posts and skipped."""
    return found_in(_texts(written, (output for output in outputs if output not in copies)), secrets)


def _texts(written: WrittenSite, outputs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of each output that is not an unchanged feed."""
    for output in outputs:
        data = b"" if output.lower().endswith(_NO_TEXTS) else _read(output, written.site.output)
        if output not in written.digests or written.digests[output] != digest(data):
            yield output, data


def _read(output: str, folder: Path) -> bytes:
    """Return the bytes of an output; none of one that cannot be read."""
    data = b""
    with suppress(OSError), open(os.path.join(folder, output), "rb", buffering=0) as file:  # noqa: PTH118, PTH123 - fast
        data = file.read()
    with suppress(OSError, EOFError, zlib.error):
        return gzip.decompress(data) if output.endswith(".gz") and data[:2] == b"\x1f\x8b" else data
    return data


def _vendored(places: set[str], outputs: dict[str, int], written: WrittenSite) -> set[str]:
    """Return the outputs with findings that a plugin copied from its package."""
    wanted = {PurePosixPath(output).name: outputs[output] for output in places if not output.endswith(".html")}
    if not wanted:
        return set()
    originals = [
        path
        for folder in written.packages
        for path in folder.rglob("*")
        if path.name in wanted and path.is_file() and path.stat().st_size == wanted[path.name]
    ]
    same = {path.name: path for path in originals}
    names = ((output, same.get(PurePosixPath(output).name)) for output in outputs)
    return {
        output
        for output, path in names
        if path and digest_of_file(Path(written.site.output, output)) == digest_of_file(path)
    }


def _secrets(
    post: Post, edition: Edition, written: WrittenSite, public: Mapping[str, frozenset[str]]
) -> tuple[Secret, ...]:
    url = ""
    if post.date:
        try:
            address = address_of(post, edition.options)
        except PermalinkError:
            address = None
        url = address.url if address else post.source.with_suffix("").as_posix()
    name, terms = _name(post, edition), _own_terms(post, public)
    if name == post.source:
        return secrets_of(post, url, terms, written.site.url)
    return tuple(secret._replace(post=name) for secret in secrets_of(post, url, terms, written.site.url, name))


def _public_terms(written: WrittenSite) -> Mapping[str, frozenset[str]]:
    """Return of each kind the keys of the terms that a public post uses."""
    return {
        kind: frozenset(
            term.key
            for edition in written.editions
            for known in (edition.journal.taxonomies[kind], taxonomy(kind, edition.journal.unlisted))
            for term in known.terms
        )
        for kind in ("tags", "categories", "authors", "series")
    }


def _own_terms(post: Post, public: Mapping[str, frozenset[str]]) -> Iterator[Term]:
    """Yield the terms of a withheld post that no public post uses."""
    for kind, known in public.items():
        yield from (term for term in taxonomy(kind, (post,)).terms if term.key not in known)


def _copied(written: WrittenSite, outputs: dict[str, int]) -> Iterator[Evidence]:
    """Yield outputs that are copies of files of withheld posts, unless a public file has the same content.

    A public file is one of the docs, of the theme or of a package, but not of the site's own templates.
    """
    lengths = set(outputs.values()).intersection(map(_size, written.attachments)) - {0}
    by_content: dict[bytes, list[OutputFile]] = {}
    for file in written.attachments if lengths else ():
        if _size(file) in lengths and (content := _content(file)):
            by_content.setdefault(content, []).append(file)
    if not by_content:
        return
    public = [file for file in written.files if not file.is_page and file.path and _size(file) in lengths]
    homes = (written.site.docs, *(folder for folder in written.theme_folders if folder != written.own_theme))
    own = {_content(file) for file in public if any((file.path or Path()).is_relative_to(home) for home in homes)}
    found: list[tuple[str, OutputFile]] = []
    for output, size in outputs.items():
        content = digest_of_file(Path(written.site.output, output)) if size in lengths else b""
        for file in by_content.get(content, ()) if content not in own else ():
            alike = size >= _FEW_BYTES or PurePosixPath(output).name == PurePosixPath(file.source).name
            found += [(output, file)] if alike else []
    vendored = _vendored({output for output, _ in found}, outputs, written)
    copied = ((output, file) for output, file in found if output not in vendored)
    yield from (Evidence(output, file.name, _A_FILE, file.source, proof=True) for output, file in copied)


def _size(file: OutputFile) -> int:
    with suppress(OSError):
        return (file.path or Path()).stat().st_size
    return 0


def _content(file: OutputFile) -> bytes:
    return digest_of_file(file.path or Path())
