"""A built site as a web server of static files answers it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from mkdocs_journal.addresses import joined, path_of
from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.moving.old_site import path_in
from mkdocs_journal.text.entities import unescaped
from mkdocs_journal.text.tokens import ATTRIBUTE, tokens

_SAMPLE: Final = 50
"""How many pages of the sitemap are looked for."""
_MOST: Final = 5
"""How many redirects in a row a browser should have to follow."""
_HEAD: Final = 65_536
"""The characters of a page in which a redirect is looked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers at an address."""

    file: Path | None
    """The file, after all redirects; None: nothing of the site."""
    redirected: bool = False
    """Whether a redirect leads there, or away from the site."""
    target: str = ""
    """Where a redirect leads that leads to nothing, or away from the site."""

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return self.file is not None or "//" in self.target


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a built site."""

    folder: Path

    @cached_property
    def base(self) -> str:
        """The path of the site at its host, with slashes around: the one below which most pages of its sitemap are."""
        try:
            locations = [element.text or "" for element in ET.fromstring(bytes_of(self.folder / "sitemap.xml")).iter()]  # noqa: S314
        except (OSError, ET.ParseError, LookupError, ValueError):  # the last two for an encoding that is not known
            return "/"
        paths = [path for text in locations if "//" in text and (path := path_in(text.strip()))][:_SAMPLE]
        parts = min(paths, key=len, default="/").split("/")
        bases = [f"{'/'.join(parts[:end])}/" for end in range(1, len(parts))]
        return max(bases, key=lambda base: sum(self._below(path, base) is not None for path in paths))

    @cached_property
    def _rules(self) -> Mapping[str, str]:
        """Targets by path, of the files that list redirects for the web host."""
        found: dict[str, str] = {}
        try:
            listed = json.loads(bytes_of(self.folder / "redirects.json"))
            found |= {f"{self.base.rstrip('/')}{old}": str(new) for old, new in listed.items()}
        except (OSError, ValueError, AttributeError, RecursionError):
            pass  # there is none, or another program's
        try:
            lines = bytes_of(self.folder / "_redirects").decode().splitlines()
        except (OSError, ValueError):
            lines = []
        found |= {unquote(parts[0]): parts[1] for line in lines if len(parts := line.split()) > 1 and line[0] != "#"}
        return found

    def answer(self, address: str) -> Answer:
        """Return what is at a path at the host."""
        redirected = False
        for _ in range(_MOST):
            file = self._file(address)
            target = _redirect(file) if file else self._rules.get(address, "")
            if not target:
                return Answer(file, redirected, address if redirected and file is None else "")
            redirected = True
            parts = joined(f"https://site.invalid{address}", target)
            if parts is None or (parts.netloc != "site.invalid" and not self._is_own(target)):
                return Answer(None, redirected, target)
            address = unquote(parts.path)
        return Answer(None, redirected, address)

    def _is_own(self, target: str) -> bool:
        """Return whether a whole address is one of the site: what it leads to is in the folder."""
        return self._file(unquote(path_of(target))) is not None

    def _file(self, address: str) -> Path | None:
        return self._below(address, self.base)

    def _below(self, address: str, base: str) -> Path | None:
        """Return the file for an address of a site that is published below a path, or None."""
        if not address.startswith(base):
            return None
        name = address[len(base) :].strip("/")
        folder = address.endswith("/") or not name
        names = [f"{name}/index.html"] if folder else [name, f"{name}/index.html", f"{name}.html"]
        if ".." in name.split("/"):
            return None
        paths = (self.folder / one.lstrip("/") for one in names)
        return next((path for path in paths if os.path.isfile(path)), None)  # noqa: PTH113 - False for too long a name


def _redirect(file: Path) -> str:
    """Return where a page redirects, or empty."""
    if file.suffix not in {".html", ".htm"}:
        return ""
    with file.open(encoding="utf-8", errors="replace") as stream:
        head = stream.read(_HEAD)
    if "refresh" not in head.lower():
        return ""
    for token in tokens(head):
        if token.kind == "start" and token.name == "meta":
            values = {
                name.lower(): unescaped((value or "").strip("\"'")) for name, _, value in ATTRIBUTE.findall(token.text)
            }
            if values.get("http-equiv", "").lower() == "refresh" and (target := _target(values.get("content", ""))):
                return target
    return ""


def _target(content: str) -> str:
    """Return the address in the `content` of a refresh: `0; url=a/`."""
    separator = next((sign for sign in content if sign in ";,"), ";")
    rest = content.partition(separator)[2]
    name, equals, value = rest.partition("=")
    target = value if equals and name.strip().lower() == "url" else rest
    return target.strip().strip("\"'")
