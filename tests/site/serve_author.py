"""An author who changes something of a site again and again: every source that `serve` watches, also in several steps."""

from __future__ import annotations

import json
import random
import struct
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

WORDS = "harbour boats tide ferry quay rope sail mast anchor lantern crew storm chart pilot".split()  # noqa: SIM905
LIST = "```journal\nlimit: 3\n```"
PART = '--8<-- "docs/part.txt"'
FORMS = ["[{0}]({1})", "{0} <a href='{1}'>b</a>", "![{0}]({1})", "## {0}", "{0}", "[x](http://[)", "- {0}", LIST, PART]
"""Of paragraphs: the words and an address."""
LINES = ("draft: true", "unlisted: true", "expires: 2020-01-01", "date: 2030-01-01", "redirect_from: /old/", "pin: true")
"""Of front matter."""
SETTINGS: dict[str, list[object]] = {
    "use_directory_urls": [True, False],
    "markdown_extensions": [["toc"], ["toc", "attr_list", "admonition"], [{"toc": {"permalink": True}}]],
    "site_name": ["Harbour", "Sea"],
    "copyright": ["A", "B"],
    "extra": [{}, {"generator": False}],
    "repo_url": [None, "https://example.org/repo"],
    "nav": [None, ["index.md", {"Log": ["journal/index.md"]}], ["index.md", "journal/index.md", "lists.md"]],
}
OPTIONS: dict[str, list[object]] = {
    "per_page": [2, 3, 10],
    "permalink": ["/:folder/:year/:month/:title/", "/:title", "file"],
    "archives": [{}, {"year": "/in/:year/"}, {"tags": "/topics/:name/"}],
    "author_box": [False, True],
    "related": [0, 2],
    "backlinks": [False, True],
    "sidebar": [False, True],
    "feeds": [{}, {"limit": 2, "content": "excerpt"}, {"terms": []}],
    "lists": [{}, {"archive": "cards"}, {"landing": "compact", "tags": "excerpts"}],
    "timezone": [None, "Europe/Berlin"],
    "title": [None, "Log"],
    "serve_cache": [True, True, False],
}
"""Of the plugin."""
TEMPLATES = ("404.html", "main.html", "journal/row.html", "journal/post-footer.html")
Steps = Iterator[None]
"""Does one thing after the other, each when it is asked for the next; the last one ends it."""


class Author:
    """Changes something of a site."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.docs = folder / "docs"
        self.random = random.Random(seed)
        self.config = json.loads((folder / "mkdocs.yml").read_text())
        self.has_templates = "custom_dir" in self.config["theme"]
        self.done: Counter[str] = Counter()
        """How often each kind of change was made."""
        self.ready: list[Callable[[], object]] = []
        """The kinds of changes in the order in which they come; each comes once before any comes again."""
        self.begun: tuple[str, Steps] | None = None
        """A change in several steps of which some are still to come."""

    def change(self) -> str:
        """Change one thing, often the next step of what was begun; return what."""
        if self.begun and self.random.random() < 0.5:
            return self.go_on()
        if not self.ready:
            self.ready = [
                self.edit, self.edit, self.retitle, self.create, self.rename, self.delete, self.mark, self.break_post,
                self.edit_page, self.edit_landing, self.configure, self.set_option, self.edit_authors, self.edit_tags,
                self.edit_template, self.move_page, self.nothing, self.save_in_steps, self.save_in_steps,
                self.edit_snippet, self.edit_picture, self.make_bundle,
            ]  # fmt: skip
            self.random.shuffle(self.ready)
        deed = self.ready.pop()
        self.done[deed.__name__] += 1
        return f"{deed.__name__} {deed() or ''}"

    def go_on(self) -> str:
        """Make the next step of what was begun, if something was."""
        if self.begun is None:
            return ""
        name, steps = self.begun
        self.done["go_on"] += 1
        if next(steps, True):
            self.begun = None
        return f"next step of {name}"

    def begin(self, name: str, steps: Steps) -> str:
        """Make the first of some steps; the others follow, what was begun before is then complete."""
        while self.begun:
            self.go_on()
        self.begun = name, steps
        self.go_on()
        return name

    @property
    def posts(self) -> list[Path]:
        """The sources of posts."""
        return sorted((self.docs / "journal").rglob("20*.md"))

    def post(self) -> Path:
        """Return the source of any post."""
        return self.random.choice(self.posts)

    def text(self) -> str:
        """Return paragraphs with links to posts, pages and nothing."""
        pick = self.random.choice
        names = [path.name for path in self.posts] + ["../about.md", "../index.md#top", "gone.md", "tags/index.md", "x.png"]
        words = (" ".join(pick(WORDS) for _ in range(8)) for _ in range(self.random.randrange(1, 4)))
        return "\n\n".join(pick(FORMS).format(some, pick(names)) for some in words) + "\n"

    def edit(self) -> str:
        path = self.post()
        path.write_text(read(path) + "\n" + self.text())
        return path.name

    def retitle(self) -> str:
        path = self.post()
        lines = read(path).split("\n")
        lines[1:2] = [f"title: {self.random.choice(WORDS)} {self.random.randrange(100)}"]
        path.write_text("\n".join(lines))
        return path.name

    def create(self) -> str:
        name = f"20{self.random.randrange(10, 25)}-0{self.random.randrange(1, 10)}-11-{self.random.choice(WORDS)}.md"
        tags = self.random.sample(WORDS[:5], 2)
        front = f"---\ntitle: New {name[11:14]}\ntags: [{', '.join(tags)}]\nauthor: ann\n---\n"
        self.docs.joinpath("journal", name).write_text(front + self.text())
        return name

    def rename(self) -> str:
        path = self.post()
        folder = self.random.choice([path.parent, self.docs / "journal", self.docs / "journal/_drafts"])
        folder.mkdir(exist_ok=True)
        path.rename(folder / f"{path.stem[:40]}-moved.md")
        return path.name

    def delete(self) -> str:
        path = self.post()
        if len(self.posts) < 5:
            return ""
        path.unlink()
        return path.name

    def make_bundle(self) -> str:
        """Move a post into a folder of its own, with a picture."""
        path = self.post()
        folder = self.docs / "journal" / path.stem
        folder.mkdir(exist_ok=True)
        path.rename(folder / path.name)
        folder.joinpath("own.png").write_bytes(picture(30, 20))
        folder.joinpath(path.name).write_text(read(folder / path.name) + "\n![own](own.png)\n")
        return path.name

    def mark(self) -> str:
        """Withhold, hide, schedule or pin a post, or take that back."""
        path, line = self.post(), self.random.choice(LINES)
        text = read(path)
        marked = f"---\n{line}\n"
        path.write_text(text.replace(f"{line}\n", "") if f"\n{line}\n" in text else text.replace("---\n", marked, 1))
        return f"{path.name}: {line}"

    def break_post(self) -> str:
        path = self.post()
        text = read(path)
        broken = "tags: [[" in text
        path.write_text(text.replace("tags: [[", "tags: [") if broken else text.replace("tags: [", "tags: [[", 1))
        return path.name

    def edit_page(self) -> None:
        text = self.text().replace("../", "").replace("(20", "(journal/20")
        self.docs.joinpath("about.md").write_text(f"# About\n\n{text}")

    def edit_landing(self) -> None:
        self.docs.joinpath("journal/index.md").write_text(f"# Log\n\n{self.text()}")

    def move_page(self) -> None:
        here, there = self.docs / "about.md", self.docs / "more/about.md"
        there.parent.mkdir(exist_ok=True)
        if here.exists():
            here.replace(there)
        elif there.exists():
            there.rename(here)

    def nothing(self) -> None:
        """Save without a change."""
        path = self.post()
        path.write_bytes(path.read_bytes())

    def configure(self) -> str:
        return self._set(self.config, SETTINGS)

    def set_option(self) -> str:
        """Change an option of the journal, sometimes to a wrong value first."""
        plugins = self.config["plugins"]
        number = next(place for place, plugin in enumerate(plugins) if "journal" in plugin)
        options = plugins[number]["journal"] if isinstance(plugins[number], dict) else {}
        plugins[number] = {"journal": options}
        if self.random.random() < 0.25:
            return self.begin("wrong option", self._wrong_option(options))
        return self._set(options, OPTIONS)

    def _wrong_option(self, options: dict[str, object]) -> Steps:
        for value in ("many", 5):
            options["per_page"] = value
            self.write_config()
            if value == "many":
                yield

    def _set(self, values: dict[str, object], choices: dict[str, list[object]]) -> str:
        name = self.random.choice(sorted(choices))
        values[name] = self.random.choice([value for value in choices[name] if value != values.get(name)])
        self.write_config()
        return f"{name}: {values[name]}"

    def write_config(self) -> None:
        """Write mkdocs.yml."""
        (self.folder / "mkdocs.yml").write_text(json.dumps(self.config))

    def edit_authors(self) -> str:
        """Write, break or remove the authors file."""
        name = f"Ann {self.random.choice(WORDS)}"
        forms = ["ann: {name: %s}\n", "ann: {name: %s, description: Of %s, avatar: x.png}\n", "ann: [{\n", ""]
        form = self.random.choice(forms).replace("%s", name)
        self._write_or_remove(self.docs / "journal/.authors.yml", form)
        path = self.post()
        text = read(path)
        path.write_text(text if "author:" in text else text.replace("---\n", "---\nauthor: ann\n", 1))
        return form

    def edit_tags(self) -> str:
        """Write, break or remove the tags file."""
        forms = ["a: About it\n", "a: {name: Aft, aliases: [tide]}\n", "closed: true\ntags: [a]\n", "a: [[\n", ""]
        form = self.random.choice(forms)
        self._write_or_remove(self.docs / "journal/tags.yml", form)
        return form

    def _write_or_remove(self, path: Path, text: str) -> None:
        path.write_text(text) if text else path.unlink(missing_ok=True)

    def edit_picture(self) -> str:
        """Replace the picture of posts, and that of an author, by one of another size; let one more post have it."""
        sizes = self.random.randrange(100, 900), self.random.randrange(100, 900)
        self.docs.joinpath("journal/x.png").write_bytes(picture(*sizes))
        path = self.post()
        text = read(path)
        path.write_text(text if "image:" in text else text.replace("---\n", "---\nimage: x.png\n", 1))
        return path.name

    def edit_snippet(self) -> str:
        """Change a file that an extension puts into a page and a post; where it is not used, use it for a while."""
        self.docs.joinpath("about.md").write_text(f"# About\n\n{PART}\n")
        path = self.post()
        path.write_text(f"{read(path)}\n{PART}\n")
        return self.begin("snippet", self._snippet())

    def _snippet(self) -> Steps:
        for used in (True, True, False):
            others = [name for name in self.config["markdown_extensions"] if name != "pymdownx.snippets"]
            self.config["markdown_extensions"] = [*others, "pymdownx.snippets"] if used else others
            self.docs.joinpath("part.txt").write_text(f"A part about {self.random.choice(WORDS)}.\n")
            self.write_config()
            if used:
                yield

    def edit_template(self) -> str:
        """Write, break, mend and remove a template; a site without a folder for them has one for a while."""
        name = self.random.choice(TEMPLATES)
        return self.begin(f"template {name}", self._template(name))

    def _template(self, name: str) -> Steps:
        start = "{% extends 'base.html' %}{% block content %}{{ super() }}" if name == "main.html" else "<p>"
        end = "{% endblock %}" if name == "main.html" else "</p>"
        path = self.folder / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.config["theme"]["custom_dir"] = "overrides"
        self.write_config()
        for text in ("boats", "{{ nothing.at.all }}{% if x %}", self.random.choice(WORDS)):
            path.write_text(f"{start}{text}{end}")
            yield
        path.unlink(missing_ok=True)
        if not self.has_templates:
            self.config["theme"].pop("custom_dir")
            self.write_config()

    def save_in_steps(self) -> str:
        """Save a file as one of several editors does, each step of which may be seen."""
        files = [self.post(), self.folder / "mkdocs.yml", self.docs / "journal/.authors.yml", self.docs / "about.md"]
        path = self.random.choice([files[0], *files])
        editor = self.random.choice(EDITORS)
        old = path.read_bytes() if path.exists() else b"ann: {name: Ann, description: Sails}\n"
        end = self.random.choice(["Ufer \u00fcber Land.\n", "```python\nx = 1\n```\n"]) if path.suffix == ".md" else "\n"
        return self.begin(f"{editor.__name__} {path.name}", editor(path, old + end.encode()))


def read(path: Path) -> str:
    """Return the text of a post, of which a letter may be cut."""
    return path.read_text(encoding="utf-8", errors="ignore")


def picture(width: int, height: int) -> bytes:
    """Return the start of a picture, from which its size is read."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


def in_halves(path: Path, data: bytes) -> Steps:
    """Write a half, which ends inside a letter or before a fence is closed, then the whole."""
    cut = data.rfind("\u00fc".encode()) + 1 or data.rfind(b"\n```") + 1 or len(data) // 2
    path.write_bytes(data[:cut])
    yield
    path.write_bytes(data)


def from_nothing(path: Path, data: bytes) -> Steps:
    """Truncate the file, then write its front matter, then all."""
    for end in (0, data.find(b"\n---\n") + 5):
        path.write_bytes(data[:end])
        yield
    path.write_bytes(data)


def beside(path: Path, data: bytes) -> Steps:
    """Write a temporary file, first a part, and rename it: GNOME, JetBrains, many formatters."""
    for new in (path.with_name(f".goutputstream-{path.stem[-4:]}"), path.with_name(f"{path.name}___jb_tmp___")):
        new.write_bytes(data[: len(data) // 2])
        yield
        new.write_bytes(data)
        new.replace(path)


def with_backup(path: Path, data: bytes) -> Steps:
    """Try the folder, move the old file aside, write the new one, remove the old: Vim."""
    probe, backup, swap = path.with_name("4913"), path.with_name(f"{path.name}~"), path.with_name(f".{path.name}.swp")
    swap.write_bytes(b"b0VIM 9.0\0" + data)
    probe.write_bytes(b"")
    yield
    probe.unlink()
    if path.exists():
        path.replace(backup)
    yield
    path.write_bytes(data)
    yield
    backup.unlink(missing_ok=True)
    swap.unlink()


def with_lock(path: Path, data: bytes) -> Steps:
    """Lock the file with a link to nowhere, save now and then, write; a backup stays: Emacs."""
    lock, saved = path.with_name(f".#{path.name}"), path.with_name(f"#{path.name}#")
    with suppress(OSError):  # where links cannot be made
        lock.symlink_to("ann@harbour.example.4711:1795132800")
    yield
    saved.write_bytes(data[:-2])
    yield
    if path.exists():
        path.with_name(f"{path.name}~").write_bytes(path.read_bytes())
    path.write_bytes(data)
    yield
    lock.unlink(missing_ok=True)
    saved.unlink()


EDITORS: tuple[Callable[[Path, bytes], Steps], ...] = (in_halves, from_nothing, beside, with_backup, with_lock)
