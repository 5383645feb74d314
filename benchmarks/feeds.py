"""What feeds cost above the same build without any: `python benchmarks/feeds.py --help`.

The aims, with 1,000 posts: the journal's three feeds at most 0.1 s of CPU, those of 200 tags in three formats as well at
most 1 s and 50 MiB.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import Cost, build, config_of

FEEDS: dict[str, dict[str, object]] = {
    "no feeds": {"atom": False, "rss": False, "json": False, "terms": []},
    "three feeds": {"terms": []},
    "feeds of terms": {"terms": ["atom", "rss", "json"]},
}


def prepare(folder: Path, posts: int, theme: str, feeds: dict[str, object]) -> None:
    """Write the sources and the configuration of one variant."""
    write_site(folder, posts, "journal")
    config = {**config_of("plain", theme), "plugins": [{"journal": {"feeds": feeds}}]}
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def written(folder: Path) -> int:
    """Return the number of feeds of a site."""
    return sum(path.name in {"feed.xml", "rss.xml", "feed.json"} for path in (folder / "site").rglob("*.*"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--theme", default="mkdocs")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        folders = {name: Path(root, name.replace(" ", "-")) for name in FEEDS}
        for name, folder in folders.items():
            prepare(folder, asked.posts, asked.theme, FEEDS[name])
        costs: dict[str, list[Cost]] = {name: [] for name in FEEDS}
        for _ in range(asked.rounds):
            for name, folder in folders.items():
                costs[name].append(build(folder, name, asked.posts))
        counts = {name: written(folder) for name, folder in folders.items()}
    base = costs["no feeds"]
    print("{:16} {:>6} {:>8} {:>10} {:>8} {:>8}".format("variant", "feeds", "CPU s", "over s", "least s", "MiB"))
    for name, found in costs.items():
        over = statistics.median(cost.cpu - plain.cpu for cost, plain in zip(found, base, strict=True))
        least = min(cost.cpu for cost in found) - min(plain.cpu for plain in base)
        memory = statistics.median(cost.memory for cost in found) - statistics.median(plain.memory for plain in base)
        cpu = statistics.median(cost.cpu for cost in found)
        print(f"{name:16} {counts[name]:6} {cpu:8.2f} {over:10.3f} {least:8.3f} {memory:8.1f}")


if __name__ == "__main__":
    main()
