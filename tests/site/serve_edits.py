"""Edits a site as an author would and builds it after each edit in one process, as `serve` does, and in a fresh one.

`python serve_edits.py FOLDER SEED EDITS`: prints each difference between the two sites and between what was reported,
and at the end how many pages MkDocs has rendered in all and how many of these builds needed.
"""

from __future__ import annotations

import json
import logging
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement  # noqa: F401 - makes `mkdocs` importable

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

URL = "http://127.0.0.1:8000/docs/"
WORDS = "harbour boats tide ferry quay rope sail mast anchor lantern crew storm chart pilot".split()  # noqa: SIM905
LIST = "```journal\nlimit: 3\n```"
rendered = [0]


def count_renderings() -> None:
    """Count how often MkDocs renders a page."""
    inner = Page.render

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


class Author:
    """Changes something of a site."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.docs = folder / "docs"
        self.random = random.Random(seed)
        self.config = json.loads((folder / "mkdocs.yml").read_text())

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
            self.nothing,
        ]  # fmt: skip
        deed = self.random.choice(deeds)
        return f"{deed.__name__} {deed() or ''}"

    def edit(self) -> str:
        path = self.random.choice(self.posts)
        path.write_text(path.read_text() + "\n" + self.text())
        return path.name

    def retitle(self) -> str:
        path = self.random.choice(self.posts)
        lines = path.read_text().split("\n")
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
        text = path.read_text()
        path.write_text(
            text.replace("draft: true\n", "") if "draft: true" in text else text.replace("---\n", "---\ndraft: true\n", 1)
        )
        return path.name

    def break_post(self) -> str:
        path = self.random.choice(self.posts)
        text = path.read_text()
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
            "markdown_extensions": [["toc"], ["toc", "attr_list", "admonition"], [{"toc": {"permalink": True}}]],
            "site_name": ["Harbour", "Sea"],
        }
        name = self.random.choice(sorted(settings))
        self.config[name] = self.random.choice(settings[name])
        (self.folder / "mkdocs.yml").write_text(json.dumps(self.config))
        return f"{name} {self.config[name]}"

    def edit_authors(self) -> None:
        self.docs.joinpath("journal/authors.yml").write_text(f"ann: {{name: Ann {self.random.choice(WORDS)}}}\n")

    def edit_template(self) -> None:
        folder = self.folder / "overrides"
        folder.mkdir(exist_ok=True)
        folder.joinpath("404.html").write_text(f"<p>{self.random.choice(WORDS)}</p>")

    def move_page(self) -> None:
        here, there = self.docs / "about.md", self.docs / "more" / "about.md"
        there.parent.mkdir(exist_ok=True)
        (here.rename(there) if here.exists() else there.rename(here)) if not (
            here.exists() and there.exists()
        ) else there.unlink()

    def nothing(self) -> None:
        """Save without a change."""


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
                print(f"{number}: {what}: {name}: {wanted.get(name)!r} != {found.get(name)!r}"[:600])
    print(f"{rendered[0]} of {pages}")


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
