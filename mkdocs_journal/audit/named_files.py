"""Finds files outside the docs that are named in the configuration, in pages, and in files that these include.

This works for any plugin: whatever includes text names a file, a folder or a module somewhere.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from mkdocs_journal.options.values import spec_of

_QUOTED: Final = re.compile(r"\"([^\"\n]{1,300})\"|'([^'\n]{1,300})'")
_BARE: Final = re.compile(r"[^\s\"'`<>|;,(){}\[\]=!]+")
_MODULE: Final = re.compile(r"^[ \t]*:(?:::?[ \t]*([\w.]+)|[\w-]{1,40}:[ \t]+([\w.]+)[ \t]*$)", re.MULTILINE)
"""`::: package.module`, and `:module: package.module` in the lines below a directive."""
_WILD: Final = re.compile(r"(?:[*?!\\/ ]|\[[^\[\]]*+\])+")
"""What stands in a glob for something else; between `/`, a folder may stand in a path."""
_NO_TEXTS: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".svg", ".woff", ".woff2", ".ttf", ".otf", ".eot"}
    | {".mp3", ".mp4", ".webm", ".zip", ".gz", ".pdf", ".pyc", ".so"}
)
_NOT_SEARCHED: Final = frozenset({".git", "__pycache__", "node_modules", ".venv"})
_PROGRAMS: Final = frozenset({".py", ".js"})
"""Suffixes of programs; files that a program names are in pages only if an option of a plugin names the program."""
MANIFEST: Final = ".journal-import.json"
"""The file, in the folder of the new site, that lists what an import wrote: all files, those of withheld posts as well.
It puts nothing into a page."""
_LONGEST: Final = 300
MOST_FILES: Final = 5_000
MOST_BYTES: Final = 8_000_000
MOST_LISTED: Final = 20_000
"""Limits: the number of files to read, bytes of each, and files of a folder for a glob."""


class NamedFiles:
    """Finds files by their names, and reads each once."""

    def __init__(
        self, here: Path, docs: Path, others: Iterable[Path], *, private: Collection[str], closed: Collection[Path]
    ) -> None:
        """Take the folders in which names are looked for.

        Args:
            here: The folder of the configuration.
            docs: The folder of the docs.
            others: Other folders, such as the current one.
            private: Resolved paths of files that are not read: those of withheld posts.
            closed: Resolved folders that are not read: previous builds.
        """
        self._docs = docs
        self._inside = (here, docs)
        self._outer = tuple(folder for folder in others if here.is_relative_to(folder))
        self._bases = list(dict.fromkeys((here, docs, *others)))
        self._private, self._closed = frozenset(private), tuple(closed)
        self._names: dict[str, tuple[Path, ...]] = {}
        self._listed: dict[Path, tuple[str, ...]] = {}
        self._paths: dict[Path, str] = {}
        self._read_before: set[Path] = set()
        self._left = MOST_FILES
        self.last = docs
        """The file whose text was yielded last."""

    def leave_out(self, paths: Iterable[Path]) -> None:
        """Skip files whose text is already known."""
        self._read_before.update(paths)

    def add_base(self, setting: str) -> None:
        """Also search below a folder that a setting names."""
        for base in tuple(self._bases):
            folder = self._joined(base, setting)
            if _is_folder(folder) and folder not in self._bases:
                self._bases.append(folder)

    def of_setting(self, setting: str, *, programs: bool = True) -> Iterator[bytes]:
        """Yield the texts of the files named by a value in the configuration: a file, a module, a glob, a folder.

        Args:
            setting: The value.
            programs: Whether a program that it names may put the files that the program names into pages, as macros do.

        A folder that contains the docs or the configuration, or is in the docs, is ignored: pages name the files in it.
        """
        for base in tuple(self._bases):
            paths = self._file_or_module(base, setting)
            path = paths[0]
            if self._is_apart(path):
                paths.append(path / "__init__.py")
            yield from self._with_named([*paths, *self._globbed(base, setting)], programs=programs)
            if self._is_apart(path):
                yield from self.below(path)

    def of_page(self, text: str, folder: Path) -> Iterator[bytes]:
        """Yield the texts of the files that a page names, and of the files that these name.

        Args:
            text: The source of the page.
            folder: The folder of the page; names may be relative to it.
        """
        yield from self._with_named(self._named(text, folder), programs=False)
        yield from self._modules(text)

    def in_pages(self, settings: Iterable[str], pages: Iterable[tuple[str, Path]]) -> Iterator[bytes]:
        """Yield the texts of the files that pages name, and of single files or modules that the configuration names.

        Args:
            settings: Values in the configuration; names in pages may be relative to folders among them.
            pages: The source of each page with its path.
        """
        settings = tuple(dict.fromkeys(settings))
        for setting in settings:
            self.add_base(setting)
        for setting in settings:
            paths = [path for base in self._bases for path in self._file_or_module(base, setting)]
            yield from self._with_named(paths, programs=False)
        for text, path in pages:
            self.leave_out([path])
            yield from self.of_page(text, path.parent)

    def _file_or_module(self, base: Path, setting: str) -> list[Path]:
        """Return where the file is that a setting names, and where it is if the setting is the name of a module."""
        path = self._joined(base, setting)
        return [path, path.with_name(f"{path.name}.py")] if path.name else [path]

    def _with_named(self, paths: Iterable[Path], *, programs: bool) -> Iterator[bytes]:
        """Yield the texts of some files, of those that they name, and so on.

        Args:
            paths: The files.
            programs: Whether those of them that are programs may put what they name into pages.
        """
        waiting = deque(paths)
        given = frozenset(waiting) if programs else frozenset()
        while waiting:
            path = waiting.popleft()
            for data in self.text_of(path):
                yield data
                text = data.decode("utf-8", "replace")
                if path.suffix not in _PROGRAMS:
                    yield from self._modules(text)
                    waiting += self._named(text, path.parent)
                elif path in given:
                    waiting += self._quoted(text, path.parent)

    def _modules(self, text: str) -> Iterator[bytes]:
        for name in dict.fromkeys(found[1] or found[2] for found in _MODULE.finditer(text)):
            yield from self._module(name)

    def _quoted(self, text: str, place: Path) -> Iterator[Path]:
        """Yield the files that a program names, also by the name of a folder and that of a file in it."""
        names = list(dict.fromkeys(found[1] or found[2] for found in _QUOTED.finditer(text)))
        bases = list(dict.fromkeys((place, *self._bases)))
        folders = [self._joined(base, name) for base in bases for name in names]
        bases += [folder for folder in folders if self._is_apart(folder)]
        wanted = [name for name in names if "*" not in name and self._may_be_there(name)]
        yield from (path for base in bases for name in wanted if _is_file(path := self._joined(base, name)))

    def _is_apart(self, folder: Path) -> bool:
        """Return whether there is a folder that neither holds the docs or the configuration nor is one of the docs."""
        holds = any(inner.is_relative_to(folder) for inner in self._inside)
        return _is_folder(folder) and not holds and not folder.is_relative_to(self._docs)

    def below(self, folder: Path, suffixes: Collection[str] = ()) -> Iterator[bytes]:
        """Yield the texts of a folder, only of the given suffixes, if there are any."""
        for path, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name not in _NOT_SEARCHED)
            for name in sorted(names):
                if not suffixes or Path(name).suffix in suffixes:
                    yield from self.text_of(Path(path, name))

    def _named(self, text: str, place: Path) -> Iterator[Path]:
        quoted = (found[1] or found[2] for found in _QUOTED.finditer(text))
        bare = (name.rstrip(".,:") for name in _BARE.findall(text) if len(name) < _LONGEST)
        for name in dict.fromkeys((*quoted, *bare)):
            short = _without_part(name)
            if short and "://" not in name and self._may_be_there(short):
                yield from self._found(short, place)

    def _may_be_there(self, name: str) -> bool:
        """Return whether a word may name a file; a quick check, because most words do not."""
        if ".." in name or "*" in name or os.path.isabs(name):  # noqa: PTH117 - fast: called for every word
            return "*" not in name or ("." in name and " " not in name)
        return name.rpartition("/")[2] in self._last_parts

    @cached_property
    def _last_parts(self) -> frozenset[str]:
        """Names of the files below the folders in which names are looked for."""
        inside = [base for base in self._bases if not base.is_relative_to(self._inside[0]) and base not in self._outer]
        paths = (path for base in (self._inside[0], *inside) for path in self._files_below(base))
        return frozenset(path.rpartition("/")[2] for path in paths)

    def _found(self, name: str, place: Path) -> Iterator[Path]:
        """Yield the files with a name, below the folder of the page and below each base."""
        if place not in self._bases:
            path = self._joined(place, name)
            yield from (path,) if _is_file(path) else self._globbed(place, name)
        if name not in self._names:
            paths = [self._joined(base, name) for base in self._bases]
            globbed = [path for base in self._bases for path in self._globbed(base, name)]
            self._names[name] = tuple(dict.fromkeys((*filter(_is_file, paths), *globbed)))
        yield from self._names[name]

    def _files_below(self, folder: Path) -> tuple[str, ...]:
        if folder not in self._listed:
            self._listed[folder] = tuple(islice(_walked(folder), MOST_LISTED))
        return self._listed[folder]

    def _globbed(self, base: Path, name: str) -> Iterator[Path]:
        """Yield the files of a glob below a folder, but not in folders above the configuration."""
        if "*" not in name or not re.search(r"\w", name) or name.startswith("/"):
            return
        while name.startswith(("../", "./")):
            head, _, name = name.partition("/")
            base = base.parent if head == ".." else base
        if any(base.is_relative_to(outer) for outer in self._inside) and _longest_part(name) in self._paths_below(base):
            with suppress(ValueError):  # not a glob
                spec = spec_of(f"/{name}")
                yield from [base / path for path in self._files_below(base) if spec.match_file(path)]

    def _paths_below(self, folder: Path) -> str:
        """Return the paths of the files below a folder, one in each line."""
        if folder not in self._paths:
            self._paths[folder] = "\n".join(self._files_below(folder))
        return self._paths[folder]

    def _module(self, name: str) -> Iterator[bytes]:
        """Yield the texts of the package that a page names as `::: package.module`, which may show inherited members."""
        for folder in (*self._bases, *map(Path, sys.path)):
            for part in filter(None, name.split(".")):
                if not _is_folder(folder):
                    break
                if _is_file(folder / part / "__init__.py"):
                    yield from self.below(folder / part, {".py", ".pyi"})
                    break
                if _is_file(module := folder / f"{part}.py"):
                    yield from self.text_of(module)
                folder /= part  # noqa: PLW2901 - down to the module

    def _joined(self, base: Path, name: str) -> Path:
        return Path(os.path.normpath(os.path.join(base, name.replace("\0", ""))))  # noqa: PTH118 - absolute names stay

    def text_of(self, path: Path) -> Iterator[bytes]:
        """Yield the text of a file, once; skips files that are private or too large."""
        if not self._left or path.name == MANIFEST or path.suffix.lower() in _NO_TEXTS:
            return
        with suppress(OSError, ValueError):  # not there, or a text that no file can have as its name
            about = os.stat(path)  # noqa: PTH116 - fast: most names are not those of files
            if not stat.S_ISREG(about.st_mode) or about.st_size > MOST_BYTES:
                return
            real = Path(os.path.realpath(path))
            if real not in self._read_before and not self._is_closed(real):
                self._read_before.add(real)
                self._left -= 1
                self.last = real
                yield real.read_bytes()

    def _is_closed(self, real: Path) -> bool:
        return str(real) in self._private or any(real.is_relative_to(folder) for folder in self._closed)


def _longest_part(glob: str) -> str:
    """Return the longest part of a glob that a path must contain as it is: `1.2.3` of the bold text `**1.2.3**`."""
    return max(_WILD.split(glob), key=len)


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - returns False for a name that is too long


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - the same


def _walked(folder: Path) -> Iterator[str]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _NOT_SEARCHED)
        below = path[len(str(folder)) :].replace(os.sep, "/").strip("/")
        yield from (f"{below}/{name}" if below else name for name in sorted(names))


def _without_part(name: str) -> str:
    """Return a file name without the part of the file, as in `CHANGELOG.md:3:5`."""
    last = max((at for at, sign in enumerate(name) if not (sign.isalnum() or sign in "_:,.-")), default=-1)
    colon = name.find(":", last + 1)
    return name[:colon] if colon >= 0 else name
