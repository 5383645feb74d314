"""Posts made up of words, the same for the same arguments."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

_SYLLABLES = [a + b for a in ("b", "k", "r", "t", "sh") for b in ("a", "en", "il", "or")]
WORDS = [
    "".join(_SYLLABLES[number // 20**place % 20] for place in range(1 + (number > 19) + (number > 399)))
    for number in range(8_000)
]
"""Made up; used as often as words of a language are, the first the most."""
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
TAGS = [f"Tag {number}" for number in range(200)]
CATEGORIES = ["news", "engineering", "releases", "people", "events", "research", "notes", "guides"]
AUTHORS = ["Ada Brandt", "Jonas Okafor", "Mina Sato", "Piet de Vries", "Zoë Novak"]


def write_site(folder: Path, posts: int, spelling: str) -> None:
    """Write the sources of a site.

    Args:
        folder: Where `docs` is made.
        posts: How many.
        spelling: `journal` or `material`: how front matter and file names are written.
    """
    docs = folder / "docs"
    for number in range(20):
        _write(docs / f"guide/page-{number}.md", f"# Page {number}\n\n{_text(random.Random(-number - 1), 400)}\n")
    _write(docs / "index.md", "# Home\n\nWelcome.\n")
    names = [_name(number) for number in range(posts)]
    for number in range(posts):
        front, body = _post(number, names, spelling)
        where = docs / ("blog/posts" if spelling == "material" else "journal")
        _write(where / names[number], f"---\n{front}---\n\n{body}")
    if spelling == "material":
        _write(docs / "blog/index.md", "# Blog\n")
        people = "".join(
            f"  a{n}:\n    name: {name}\n    description: x\n    avatar: x.png\n" for n, name in enumerate(AUTHORS)
        )
        _write(docs / "blog/.authors.yml", f"authors:\n{people}")
        _write(docs / "tags.md", "# Tags\n\n<!-- material/tags -->\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _name(number: int) -> str:
    day = date(2015, 1, 1) + timedelta(days=number * 3650 // 1000 % 3650)
    return f"{day:%Y-%m-%d}-post-{number}.md"


def _post(number: int, names: list[str], spelling: str) -> tuple[str, str]:
    chance = random.Random(number)
    day = names[number][:10]
    tags = sorted({TAGS[min(int(chance.paretovariate(0.6)) - 1, 199)] for _ in range(chance.randint(2, 5))})
    categories = chance.sample(CATEGORIES, chance.randint(1, 2))
    author = chance.randrange(len(AUTHORS))
    title = f'"Post {number}: {" ".join(chance.sample(WORDS, 4))} & more"'
    front = f"title: {title}\ntags: [{', '.join(tags)}]\ncategories: [{', '.join(categories)}]\n"
    front += f"description: {' '.join(chance.sample(WORDS, 10))}\n"
    if spelling == "material":
        front += f"date: {day}\nauthors: [a{author}]\n"
    else:
        front += f"layout: post\ndate: {day}\nauthor: {AUTHORS[author]}\n"
        front += f"last_updated: {day}\n" if number % 3 == 0 else ""
    earlier = names[chance.randrange(number + 1)]
    body = f"{_text(chance, 50)}\n\n<!-- more -->\n\nSee [an earlier post]({earlier}).\n\n"
    for section in range(3):
        code = "\n".join(f"value_{n} = measure({n}, {chance.random():.3f})" for n in range(5))
        body += f"## Section {section}\n\n{_text(chance, 150)}\n\n```python\n{code}\n```\n\n"
        body += "".join(f"- {' '.join(chance.sample(WORDS, 8))}\n" for _ in range(4)) + "\n"
    return front, body


def _text(chance: random.Random, words: int) -> str:
    sentences = [chance.choices(WORDS, cum_weights=_WEIGHTS, k=15) for _ in range(-(-words // 15))]
    return " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
