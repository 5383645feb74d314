"""What reading kramdown costs beside the host's Markdown: `python benchmarks/markup.py [FOLDER ...]`.

The same texts in one run: the posts of some folders, or texts that are made up.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown

sys.path.insert(0, str(Path(__file__).parent))
from posts import WORDS

from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.split import split_front_matter
from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.liquid.known_values import Known

ROUNDS = 5


def bodies(folders: list[Path]) -> list[str]:
    """Return the bodies of the posts below some folders."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".md", ".markdown"}):
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        try:
            found.append(split_front_matter(text).body)
        except FrontMatterError:
            continue
    return found


def made_up(count: int = 300) -> list[str]:
    """Return texts with paragraphs, lists, links, code and tables."""
    chance = random.Random(1)

    def line(words: int) -> str:
        return " ".join(chance.choices(WORDS, k=words))

    texts = []
    for _ in range(count):
        parts = [f'{line(60)} *{line(2)}* and `{line(1)}`, [{line(2)}](/x) "{line(3)}".' for _ in range(5)]
        parts += [
            f"## {line(4)}",
            "\n".join(f"- {line(9)}\n  - {line(5)}" for _ in range(5)),
            f"```python\n{line(20)}\n```",
        ]
        parts += [f"| {line(1)} | {line(1)} |\n|---|---|\n| {line(2)} | {line(3)} |"]
        chance.shuffle(parts)
        texts.append("\n\n".join(parts) + "\n")
    return texts


def least(read: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds of the quickest of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Measure and print."""
    texts = bodies([Path(name) for name in sys.argv[1:]]) or made_up()
    nothing = Known()
    host = least(lambda text: Markdown(extensions=["toc", "tables", "fenced_code"]).convert(text), texts)
    ours = least(lambda text: read_body(text, nothing), texts)
    print(f"{len(texts)} texts, {sum(map(len, texts)) / 1e6:.1f} M characters")
    print(f"MkDocs' Markdown {1000 * host / len(texts):6.2f} ms a text")
    print(f"kramdown         {1000 * ours / len(texts):6.2f} ms a text, {ours / host:.2f} of it")


if __name__ == "__main__":
    main()
