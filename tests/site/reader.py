"""What tests see of a built site: its links, its text, its feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reader(HTMLParser):
    """Collects what a page says, with the standard library's parser, which is not ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str]] = []
        """Element, attribute, URL."""
        self.texts: dict[str, list[str]] = {}
        """Text of each h1 and title."""
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.named: list[tuple[str, str]] = []
        """Text and href of each link."""
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        for name in ("href", "src", "poster"):
            if name in values:
                self.links.append((tag, name, values[name]))
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.links.append((tag, "srcset", candidate.split()[0]))
        if tag in {"h1", "title"}:
            self.texts.setdefault(tag, []).append("")
        if tag == "a":
            self.named.append(("", values.get("href", "")))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        for tag in ("h1", "title"):
            if tag in self._open:
                self.texts[tag][-1] += data
        if "a" in self._open and self.named:
            text, href = self.named[-1]
            self.named[-1] = (text + data, href)

    def of(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def href(self, text: str) -> str:
        """Return where the link with a text leads."""
        return next(href for name, href in self.named if " ".join(name.split()) == text)


def text_of(html: str) -> str:
    """Return the visible text of a page, roughly."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def broken_links(output: Path, site_url: str) -> Iterator[str]:
    """Yield every internal link of every page that leads to no file.

    A link to a folder is served by its `index.html` if the site has directory URLs; a link to a file is that file.
    """
    base = urlsplit(site_url)
    for page in sorted(output.rglob("*.html")):
        path = page.relative_to(output).as_posix()
        if path == "404.html":
            continue  # its links are absolute from the server's root
        for tag, attribute, link in Reader(page.read_text(encoding="utf-8")).links:
            target = urlsplit(urljoin(urljoin(site_url, path), link))
            if target.scheme not in {"http", "https"} or target.netloc != base.netloc:
                continue
            inside = unquote(target.path)
            if not inside.startswith(base.path):
                yield f"{path}: {tag} {attribute}={link!r} leaves the site"
                continue
            file = output / inside[len(base.path) :]
            if not (file.is_file() or (inside.endswith("/") and (file / "index.html").is_file())):
                yield f"{path}: {tag} {attribute}={link!r}"
