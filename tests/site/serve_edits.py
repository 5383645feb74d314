"""Edits a site as an author would and builds it after each edit in one process, as `serve` does, and in a fresh one.

`python serve_edits.py FOLDER SEED EDITS`: prints as JSON each difference between the two sites and between what was
reported, how often each kind of change was made, how many pages MkDocs has rendered, the theme has made, and there were.
`python serve_edits.py FOLDER`: builds for each line of the input, and prints the differences and what was reported.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

if os.environ.get("JOURNAL_HOST") == "properdocs":
    import properdocs.replacement  # noqa: F401 - makes `mkdocs` importable

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parents[2]))
import mkdocs_journal.plugin  # noqa: F401 - once, not in each process
from tests.site.serve_author import Author

URL = "http://127.0.0.1:8000/docs/"
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


def build_once(folder: Path, output: Path, *, first: bool) -> dict[str, str]:
    """Build the site as `serve` does, `first` at its start; return what was reported."""
    reports, error = Reports(), {}
    logging.getLogger().addHandler(reports)
    try:
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(output))
        config.site_url = URL
        if first:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=URL)
    except (Exception, SystemExit) as caught:
        error = {"error": f"{type(caught).__name__}: {caught}".replace(str(output), "")}
    finally:
        logging.getLogger().removeHandler(reports)
    return {"reports": "\n".join(sorted(reports.lines)).replace(str(output), ""), **error}


@dataclass(frozen=True)
class Server:
    """A process that builds a site into a folder of its own each time it is asked; this one builds nothing itself."""

    output: Path
    process: int
    asks: IO[str]
    answers: IO[str]

    @classmethod
    def start(cls, folder: Path, output: Path) -> Server:
        """Start a process that has built nothing before."""
        heard, asks = os.pipe()
        answers, said = os.pipe()
        process = os.fork()
        if not process:
            os.close(asks)
            with os.fdopen(heard) as questions, os.fdopen(said, "w") as replies:
                for number, _ in enumerate(questions):
                    told = build_once(folder, output, first=not number)
                    replies.write(json.dumps({**told, "rendered": rendered[0], "themed": themed[0]}) + "\n")
                    replies.flush()
            os._exit(0)
        os.close(heard)
        os.close(said)
        return cls(output, process, os.fdopen(asks, "w"), os.fdopen(answers))

    def build(self) -> tuple[dict[str, bytes], dict[str, int]]:
        """Return the files of the site and what was reported, and how much was rendered until now."""
        self.asks.write("build\n")
        self.asks.flush()
        told = json.loads(self.answers.readline())
        costs = {name: told.pop(name) for name in ("rendered", "themed")}
        found = {name: text.encode() for name, text in told.items()}
        if "error" in found:
            return found, costs
        paths = (path for path in sorted(self.output.rglob("*")) if path.is_file())
        return {**{path.relative_to(self.output).as_posix(): path.read_bytes() for path in paths}, **found}, costs

    def stop(self) -> None:
        """End the process."""
        self.asks.close()
        self.answers.close()
        os.waitpid(self.process, 0)


def fresh(folder: Path) -> dict[str, bytes]:
    """Build the site in a process that has built nothing before."""
    server = Server.start(folder, folder / "fresh")
    found, _ = server.build()
    server.stop()
    return found


def difference(wanted: bytes, found: bytes) -> str:
    """Return the place at which two files begin to differ."""
    same = next((place for place, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
    start = max(0, same - 40)
    return f"{wanted[start : start + 200]!r} != {found[start : start + 200]!r}"


def differences(wanted: dict[str, bytes], found: dict[str, bytes]) -> list[str]:
    """Return each file in which two sites differ, and how."""
    names = (name for name in sorted({*wanted, *found}) if wanted.get(name) != found.get(name))
    return [f"{name}: {difference(wanted.get(name, b'no file'), found.get(name, b'no file'))}" for name in names]


def main(folder: Path, seed: int, edits: int) -> dict[str, object]:
    """Edit, build and compare; at the end, complete what was begun."""
    count_renderings()
    author = Author(folder, seed)
    server = Server.start(folder, folder / "kept")
    different, errors, pages, number, what = list[str](), 0, 0, 0, "first build"
    while True:
        wanted = fresh(folder)
        found, costs = server.build()
        errors += "error" in found
        pages += sum(name.endswith(".html") for name in found)
        different += [f"{number}: {what}: {one}" for one in differences(wanted, found)]
        number += 1
        if number >= edits and not author.begun:
            break
        what = author.change() if number < edits else author.go_on()
    server.stop()
    return {"different": different, "done": author.done, "builds": number, "errors": errors, "pages": pages, **costs}


def driven(folder: Path) -> None:
    """Build and compare for each line of the input."""
    server = Server.start(folder, folder / "kept")
    for _ in sys.stdin:
        wanted = fresh(folder)
        found, _ = server.build()
        told = {name: found.get(name, b"").decode() for name in ("error", "reports")}
        print(json.dumps({"different": differences(wanted, found), **told}), flush=True)
    server.stop()


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    if len(sys.argv) == 2:
        driven(Path(sys.argv[1]))
    else:
        print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
