"""Edits a site as an author would and builds it after each edit in one process, as `serve` does, and in a fresh one.

`python serve_edits.py FOLDER SEED EDITS`: prints each difference between the two sites and between what was reported,
and at the end how many pages MkDocs has rendered, the theme has made, and the builds had.
"""

from __future__ import annotations

import json
import logging
import os
import random
import struct
import sys
from collections.abc import Callable
from pathlib import Path

if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement  # noqa: F401 - makes `mkdocs` importable

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

URL = "http://127.0.0.1:8000/docs/"
WORDS = "harbour boats tide ferry quay rope sail mast anchor lantern crew storm chart pilot".split()  # noqa: SIM905
LIST = "```journal\nlimit: 3\n```"
rendered = [0]
themed = [0]


def count_renderings() -> None:
    """Count how often MkDocs renders a page, and how often the theme is rendered for one."""
    inner, of_theme = Page.render, jinja2.Template.render

    def by_theme(self: jinja2.Template, *given: object, **named: object) -> str:
        themed[0] += self.name == "main.html"
        return of_theme(self, *given, **named)

    jinja2.Template.render = by_theme  # type: ignore[method-assign]

    def render(self: Page, config: MkDocsConfig, files: Files) -> None:
        rendered[0] += 1
        inner(self, config, files)

    Page.render = render  # type: ignore[method-assign]


class Reports(logging.Handler):
    """Keeps what is reported."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(record.getMessage())


def built(folder: Path, output: Path, *, first: bool) -> dict[str, object]:
    """Build the site as `serve` does, `first` at its start; return its files and what was reported."""
    reports = Reports()
    logging.getLogger().addHandler(reports)
    try:
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(output))
        config.site_url = URL
        if first:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=URL)
    except (Exception, SystemExit) as error:
        return {"error": f"{type(error).__name__}: {error}".replace(str(output), "")}
    finally:
        logging.getLogger().removeHandler(reports)
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}
    return {**files, "reports": "\n".join(sorted(reports.lines)).replace(str(output), "")}


def fresh(folder: Path, output: Path) -> dict[str, object]:
    """Build the site in a process that has built nothing before."""
    read, write = os.pipe()
    if child := os.fork():
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            found: dict[str, str] = json.loads(pipe.read())
        os.waitpid(child, 0)
        return {
            name: value.encode("latin-1") if name not in {"error", "reports"} else value for name, value in found.items()
        }
    os.close(read)
    found = {
        name: value.decode("latin-1") if isinstance(value, bytes) else str(value)
        for name, value in built(folder, output, first=True).items()
    }
    with os.fdopen(write, "wb") as pipe:
        pipe.write(json.dumps(found).encode())
    os._exit(0)


def read(path: Path) -> str:
    """Return the text of a post, of which a letter may be cut."""
    return path.read_text(encoding="utf-8", errors="ignore")


class Author:
    """Changes something of a site."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.docs = folder / "docs"
        self.random = random.Random(seed)
        self.config = json.loads((folder / "mkdocs.yml").read_text())
        self.rest: dict[Path, bytes] = {}
        """What is still to be saved of a post."""

    @property
    def posts(self) -> list[Path]:
        """The sources of posts."""
        return sorted((self.docs / "journal").rglob("20*.md"))

    def text(self) -> str:
        """Return paragraphs with links to posts, pages and nothing."""
        pick = self.random.choice
        names = [path.name for path in self.posts] + ["../about.md", "../index.md#top", "gone.md", "tags/index.md", "x.png"]
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            words = " ".join(pick(WORDS) for _ in range(8))
            form = pick(
                ["[{0}]({1})", "{0} <a href='{1}'>b</a>", "![{0}]({1})", "## {0}", "{0}", "[x](http://[)", "- {0}", LIST]
            )
            parts.append(form.format(words, pick(names)))
        return "\n\n".join(parts) + "\n"

    def change(self) -> str:
        """Change one thing; return what."""
        deeds: list[Callable[[], object]] = [
            self.edit, self.edit, self.retitle, self.create, self.rename, self.delete, self.withhold, self.break_post,
            self.edit_page, self.edit_landing, self.configure, self.edit_authors, self.edit_template, self.move_page,
            self.nothing, self.save_in_halves, self.edit_snippet, self.restyle, self.edit_picture,
        ]  # fmt: skip
        deed = self.random.choice(deeds)
        return f"{deed.__name__} {deed() or ''}"

    def edit(self) -> str:
        path = self.random.choice(self.posts)
        path.write_text(read(path) + "\n" + self.text())
        return path.name

    def retitle(self) -> str:
        path = self.random.choice(self.posts)
        lines = read(path).split("\n")
        lines[1] = f"title: {self.random.choice(WORDS)} {self.random.randrange(100)}"
        path.write_text("\n".join(lines))
        return path.name

    def create(self) -> str:
        name = f"20{self.random.randrange(10, 25)}-0{self.random.randrange(1, 10)}-11-{self.random.choice(WORDS)}.md"
        tags = self.random.sample(WORDS[:5], 2)
        self.docs.joinpath("journal", name).write_text(
            f"---\ntitle: New {name[11:14]}\ntags: [{', '.join(tags)}]\n---\n{self.text()}"
        )
        return name

    def rename(self) -> str:
        path = self.random.choice(self.posts)
        path.rename(path.with_name(f"{path.stem}-moved.md"))
        return path.name

    def delete(self) -> str:
        if len(self.posts) < 5:
            return ""
        path = self.random.choice(self.posts)
        path.unlink()
        return path.name

    def withhold(self) -> str:
        path = self.random.choice(self.posts)
        text = read(path)
        path.write_text(
            text.replace("draft: true\n", "") if "draft: true" in text else text.replace("---\n", "---\ndraft: true\n", 1)
        )
        return path.name

    def break_post(self) -> str:
        path = self.random.choice(self.posts)
        text = read(path)
        path.write_text(
            text.replace("tags: [[", "tags: [") if "tags: [[" in text else text.replace("tags: [", "tags: [[", 1)
        )
        return path.name

    def edit_page(self) -> None:
        self.docs.joinpath("about.md").write_text(
            f"# About\n\n{self.text().replace('../', '').replace('(20', '(journal/20')}"
        )

    def edit_landing(self) -> None:
        self.docs.joinpath("journal/index.md").write_text(f"# Log\n\n{self.text()}")

    def configure(self) -> str:
        settings: dict[str, list[object]] = {
            "use_directory_urls": [True, False],
            "markdown_extensions": [
                ["toc"],
                ["toc", "attr_list", "admonition"],
                [{"toc": {"permalink": True}}],
                ["pymdownx.snippets"],
            ],
            "site_name": ["Harbour", "Sea"],
        }
        name = self.random.choice(sorted(settings))
        self.config[name] = self.random.choice(settings[name])
        (self.folder / "mkdocs.yml").write_text(json.dumps(self.config))
        return f"{name} {self.config[name]}"

    def edit_authors(self) -> None:
        name = f"Ann {self.random.choice(WORDS)}"
        forms = [f"ann: {{name: {name}}}\n", f"ann: {{name: {name}, description: Of {name}, avatar: x.png}}\n", "ann: [{\n"]
        self.docs.joinpath("journal/authors.yml").write_text(self.random.choice(forms))
        path = self.random.choice(self.posts)
        text = read(path)
        path.write_text(text if "author:" in text else text.replace("---\n", "---\nauthor: ann\n", 1))

    def save_in_halves(self) -> str:
        """Save the first half of a post, which ends inside a letter or a fence; the next save has the rest."""
        path = self.random.choice(self.posts)
        if self.rest:
            path, missing = self.rest.popitem()
            path.write_bytes(path.read_bytes() + missing if path.exists() else missing)
            return f"{path.name} rest"
        start, rest = self.random.choice([("Ufer \u00fc", "ber Land.\n"), ("```python\nx = 1", "\n```\n")])
        whole = f"{read(path)}\n{start}".encode()
        cut = whole[:-1] if start[-1] == "\u00fc" else whole
        path.write_bytes(cut)
        self.rest[path] = whole[len(cut) :] + rest.encode()
        return path.name

    def edit_snippet(self) -> None:
        """Change a file that an extension puts into a page."""
        self.docs.joinpath("part.txt").write_text(f"A part about {self.random.choice(WORDS)}.\n")
        self.docs.joinpath("about.md").write_text('# About\n\n--8<-- "docs/part.txt"\n')

    def edit_picture(self) -> str:
        """Replace the picture of posts, and that of an author, by one of another size; let one more post have it."""
        size = struct.pack(">II", self.random.randrange(100, 900), self.random.randrange(100, 900))
        self.docs.joinpath("journal/x.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size + b"\x08\x02\0\0\0")
        path = self.random.choice(self.posts)
        text = read(path)
        path.write_text(text if "image:" in text else text.replace("---\n", "---\nimage: x.png\n", 1))
        return path.name

    def restyle(self) -> str:
        """Change what all pages show."""
        settings: dict[str, list[object]] = {
            "copyright": ["A", "B"],
            "extra": [{}, {"generator": False}],
            "repo_url": [None, "https://example.org/repo"],
            "nav": [None, ["index.md", {"Log": ["journal/index.md"]}], ["index.md", "journal/index.md", "lists.md"]],
        }
        name = self.random.choice(sorted(settings))
        self.config[name] = self.random.choice(settings[name])
        (self.folder / "mkdocs.yml").write_text(json.dumps(self.config))
        return f"{name} {self.config[name]}"

    def edit_template(self) -> None:
        """Change a template, where the site has a folder for them; else a post."""
        folder = self.folder / "overrides"
        folder.mkdir(exist_ok=True)
        if "custom_dir" not in self.config["theme"]:
            self.edit()
            return
        folder.joinpath("404.html").write_text(f"<p>{self.random.choice(WORDS)}</p>")

    def move_page(self) -> None:
        here, there = self.docs / "about.md", self.docs / "more" / "about.md"
        there.parent.mkdir(exist_ok=True)
        (here.rename(there) if here.exists() else there.rename(here)) if not (
            here.exists() and there.exists()
        ) else there.unlink()

    def nothing(self) -> None:
        """Save without a change."""


def difference(wanted: object, found: object) -> str:
    """Return the place at which two files begin to differ."""
    one, other = (text if isinstance(text, bytes) else str(text).encode() for text in (wanted, found))
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    start = max(0, same - 40)
    return f"{one[start : start + 200]!r} != {other[start : start + 200]!r}"


def main(folder: Path, seed: int, edits: int) -> None:
    """Edit, build and compare."""
    count_renderings()
    author = Author(folder, seed)
    pages = 0
    for number in range(edits):
        what = author.change() if number else "first build"
        wanted = fresh(folder, folder / "fresh")
        found = built(folder, folder / "kept", first=not number)
        pages += sum(name.endswith(".html") for name in found)
        for name in sorted({*wanted, *found}):
            if wanted.get(name) != found.get(name):
                print(f"{number}: {what}: {name}: {difference(wanted.get(name), found.get(name))}")
    print(f"{rendered[0]} and {themed[0]} of {pages}")


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
