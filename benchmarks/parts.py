"""What each part of the journal costs: `python benchmarks/parts.py --help`.

Each row is a build with one part more than the row before it, so that the rows add up to what the whole journal costs. A
part that no option turns off is taken away by leaving out the front matter that calls for it. Below are options that are
off by default, each with all of these parts but without the other options.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import build, compile_package, config_of

_OFF: Mapping[str, object] = {"feeds": False, "reading_time": False}


@dataclass(frozen=True)
class Part:
    """One more part."""

    name: str
    options: Mapping[str, object] = field(default_factory=dict)
    """Of the plugin."""
    without: tuple[str, ...] = ()
    """Keys of front matter that are left out."""
    with_url: bool = True
    """Whether the site has a `site_url`."""


PARTS = (
    Part("posts, lists by date", _OFF, ("tags", "categories", "author", "last_updated"), with_url=False),
    Part("last_updated", _OFF, ("tags", "categories", "author"), with_url=False),
    Part("site_url: JSON-LD, canonical URLs", _OFF, ("tags", "categories", "author")),
    Part("tags", _OFF, ("categories", "author")),
    Part("categories", _OFF, ("author",)),
    Part("authors", _OFF),
    Part("reading_time", {"feeds": False}),
    Part("feeds of all posts", {"feeds": {"terms": []}}),
    Part("feeds of terms"),
)
OPTIONS = (
    Part("author_box", {"author_box": True}),
    Part("related: 5", {"related": 5}),
    Part("backlinks", {"backlinks": True}),
    Part("sidebar (Material)", {"sidebar": True}),
    Part("export", {"export": "posts.json"}),
    Part("lists: {archive: excerpts}", {"lists": {"archive": "excerpts"}}),
    Part("feeds: {archive: true}", {"feeds": {"archive": True}}),
    Part("markup: kramdown", {"markup": "kramdown"}),
)
"""Off by default; those that read Git are in `measured.py`."""


def write(folder: Path, part: Part, posts: int, theme: str) -> None:
    """Write the site of a part."""
    write_site(folder, posts, "journal")
    for path in (folder / "docs/journal").glob("*.md"):
        path.write_text("".join(_without(path.read_text(encoding="utf-8"), part.without)), encoding="utf-8")
    config = config_of("journal", theme) | {"plugins": ["search", {"journal": dict(part.options)}]}
    if not part.with_url:
        config.pop("site_url")
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def _without(text: str, keys: tuple[str, ...]) -> Iterator[str]:
    return (line for line in text.splitlines(keepends=True) if line.partition(":")[0] not in keys)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--theme", default="material")
    asked = parser.parse_args()
    compile_package()
    with tempfile.TemporaryDirectory() as root:
        folders = {part.name: Path(root, str(number)) for number, part in enumerate((*PARTS, *OPTIONS))}
        for part in (*PARTS, *OPTIONS):
            write(folders[part.name], part, asked.posts, asked.theme)
        plain = Path(root, "plain")
        write_site(plain, asked.posts, "journal")
        (plain / "mkdocs.yml").write_text(json.dumps(config_of("plain", asked.theme)), encoding="utf-8")
        every = {"plain": plain, **folders}
        costs = [{name: build(folder, name, asked.posts) for name, folder in every.items()} for _ in range(asked.rounds)]
    least = {name: min(found[name].cpu for found in costs) for name in every}
    show(asked.posts, least, {name: cost.files for name, cost in costs[0].items()})


def show(posts: int, least: Mapping[str, float], files: Mapping[str, int]) -> None:
    """Print what each part adds.

    Args:
        posts: How many the site has.
        least: CPU seconds of each build.
        files: How many each build wrote.
    """
    before = plain = least["plain"]

    def row(name: str, more: float) -> None:
        print(f"{name:36} {more:7.2f} {1000 * more / posts:8.2f} {100 * more / plain:7.1f} % {files[name]:6}")

    print(f"{'part':36} {'CPU s':>7} {'ms/post':>8} {'of plain':>9} {'files':>6}")
    row("plain", plain)
    for part in PARTS:
        row(part.name, least[part.name] - before)
        before = least[part.name]
    print(f"{'together':36} {before - plain:7.2f} {1000 * (before - plain) / posts:8.2f} {before / plain:7.2f} ×")
    for part in OPTIONS:
        row(part.name, least[part.name] - before)


if __name__ == "__main__":
    main()
