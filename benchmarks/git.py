"""What dates from Git cost, ours beside other plugins, in one run: `python benchmarks/git.py --help`.

The site has 1,000 posts in one folder and 3,000 commits, each of which changes one post. The plugins to compare with are
those that you install: mkdocs-git-revision-date-localized-plugin, mkdocs-git-authors-plugin, mkdocs-rss-plugin.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import Cost, build

PEERS = {
    "revision-dates": "mkdocs-git-revision-date-localized-plugin",
    "authors": "mkdocs-git-authors-plugin",
    "rss": "mkdocs-rss-plugin",
}
"""The distribution of each variant that is another plugin."""
VARIANTS: dict[str, list[Any]] = {
    "plain": [],
    "revision-dates": ["git-revision-date-localized"],
    "authors": ["git-authors"],
    "rss": ["rss"],
    "journal": ["journal"],
    "journal-git": [{"journal": {"last_updated": ["front_matter", "git"]}}],
    "journal-git-pages": [{"journal": {"last_updated": ["front_matter", "git"], "page_stamps": True}}],
}
BASES = {
    **dict.fromkeys(PEERS, "plain"),
    "journal": "plain",
    "journal-git": "journal",
    "journal-git-pages": "journal",
}
"""What a variant is compared with: the same site without dates from Git."""


def commit(folder: Path, commits: int) -> None:
    """Put the site into a repository in which the posts change one after the other, the last change being what is there."""
    files = sorted((folder / "docs").rglob("*.md"))
    posts = [file for file in files if file.parent.name == "journal"]
    others = [file for file in files if file not in posts]
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=folder, check=True)
    lines: list[bytes] = []

    def add(number: int, changed: list[tuple[Path, bytes]]) -> None:
        moment = 1_600_000_000 + number * 7_200
        head = (
            f"commit refs/heads/main\nauthor A <a@e.org> {moment} +0000\ncommitter A <a@e.org> {moment} +0000\ndata 1\nx\n"
        )
        lines.append(head.encode())
        for file, text in changed:
            lines.append(
                f"M 100644 inline {file.relative_to(folder).as_posix()}\ndata {len(text)}\n".encode() + text + b"\n"
            )

    add(0, [(file, file.read_bytes()) for file in others])
    for number in range(1, commits):
        file = posts[number % len(posts)]
        last = number + len(posts) >= commits
        add(number, [(file, file.read_bytes() + (b"" if last else f"\nVersion {number}.\n".encode()))])
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=b"".join(lines), check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)


def is_there(variant: str) -> bool:
    """Return whether what a variant measures is installed; say so if it is not."""
    try:
        importlib.metadata.version(PEERS.get(variant, "mkdocs"))
    except importlib.metadata.PackageNotFoundError:
        print(f"{PEERS[variant]} is not installed")
        return False
    return True


def measure(posts: int, commits: int, rounds: int, variants: list[str], root: Path) -> dict[str, list[Cost]]:
    """Return the costs of every build, the variants interleaved."""
    costs: dict[str, list[Cost]] = {variant: [] for variant in variants}
    folder = root / "repository"
    write_site(folder, posts, "journal")
    commit(folder, commits)
    for _ in range(rounds):
        for variant in variants:
            config = {
                "site_name": "Benchmark",
                "site_url": "https://example.org/",
                "theme": {"name": "mkdocs"},
                "plugins": VARIANTS[variant],
                "not_in_nav": "/journal/*\n",
            }
            (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
            costs[variant].append(build(folder, variant, posts))
    return costs


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--commits", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    variants = [variant for variant in VARIANTS if is_there(variant)]
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
    with tempfile.TemporaryDirectory() as root:
        costs = measure(asked.posts, asked.commits, asked.rounds, variants, Path(root))
    least = {variant: min(cost.cpu for cost in found) for variant, found in costs.items()}
    over = {
        variant: 1000 * (least[variant] - least[base]) / asked.posts for variant, base in BASES.items() if variant in least
    }
    print(f"{'variant':20} {'CPU s':>8} {'above':>10} {'ms/post':>8}")
    for variant, cpu in least.items():
        print(f"{variant:20} {cpu:8.2f} {BASES.get(variant, ''):>10} {over.get(variant, 0):8.2f}")
    if "revision-dates" in over:
        print(
            f"git-revision-date-localized / journal-git: {over['revision-dates'] / max(over['journal-git'], 0.01):.0f} to 1"
        )


if __name__ == "__main__":
    main()
