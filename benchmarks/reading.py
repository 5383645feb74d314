"""What reading a post costs: `python benchmarks/reading.py FOLDER [FOLDER …]`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path, PurePosixPath

from mkdocs_journal import Options, Source, read_journal


def sources_of(folders: list[Path], most: int) -> list[Source]:
    """Return at most so many Markdown files of some folders with a date in their name, evenly chosen, read into memory."""
    files = [
        path
        for folder in folders
        for path in sorted(folder.rglob("[12][0-9][0-9][0-9]-*"))
        if path.suffix in {".md", ".markdown"} and path.is_file()
    ]
    step = max(1, len(files) // most)
    return [
        Source(path=PurePosixPath(f"journal/{path.name}"), shown=path.name, data=path.read_bytes())
        for path in files[::step][:most]
    ]


def main() -> None:
    """Read the posts several times and print the least cost of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--posts", type=int, default=1_000, help="how many posts are read")
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    sources = sources_of(asked.folders, asked.posts)
    costs = []
    for _ in range(asked.rounds):
        start = time.process_time()
        journal = read_journal(sources, Options())
        costs.append(1000 * (time.process_time() - start) / len(sources))
    print(
        f"{len(sources)} files, {len(journal.public)} posts, {len(journal.problems)} problems: "
        f"{min(costs):.3f} ms CPU a post (least of {len(costs)}; the first round, caches cold: {costs[0]:.3f})"
    )


if __name__ == "__main__":
    main()
