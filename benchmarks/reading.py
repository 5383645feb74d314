"""What reading a post costs: `python benchmarks/reading.py FOLDER [FOLDER …]`."""

from __future__ import annotations

import sys
import time
from pathlib import Path, PurePosixPath

from mkdocs_journal import Options, Source, read_journal


def main(folders: list[str], repeat: int = 5) -> None:
    """Read every Markdown file of the folders several times and print the least cost of one post."""
    files = [
        path
        for folder in folders
        for path in sorted(Path(folder).rglob("*"))
        if path.suffix in {".md", ".markdown"} and path.is_file()
    ]
    sources = [
        Source(path=PurePosixPath(f"journal/{path.name}"), shown=path.name, data=path.read_bytes()) for path in files
    ]
    least = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        journal = read_journal(sources, Options())
        least = min(least, time.process_time() - start)
    print(
        f"{len(files)} files, {len(journal.posts)} posts: {1000 * least / len(files):.3f} ms CPU a file (least of {repeat})"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
