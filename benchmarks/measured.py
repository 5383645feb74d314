"""Measures what `measured.yml` has, and writes the figures there: `python benchmarks/measured.py --help`.

Needs Material and the plugins of `git.py`; figures of plugins that are not installed stay as they are. Afterwards
`pytest tests/documentation/test_costs.py --update-golden` writes them into the README and the documentation.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import git
import run

FILE = Path(__file__).parent / "measured.yml"
Figures = Mapping[tuple[str, str], tuple[float, float]]
"""For a group and a name: times the plain build, and ms of CPU a post above it."""


def figures(least: Mapping[str, float], names: Mapping[str, tuple[str, str]], posts: int, group: str) -> Figures:
    """Return the figures of variants.

    Args:
        least: The CPU seconds of the cheapest build of each variant.
        names: For each name in the file the variant, and the one that it is compared with.
        posts: How many posts the site has.
        group: The group in the file.
    """
    found = {}
    for name, (variant, base) in names.items():
        if variant in least:
            above = least[variant] - least[base]
            found[group, name] = (round(1 + above / least["plain"], 2), round(1000 * above / posts, 1))
    return found


def with_figures(text: str, found: Figures) -> str:
    """Return the text of the file with other figures; everything else stays."""
    lines, group = [], ""
    for line in text.splitlines(keepends=True):
        if head := re.match(r"(\w+):", line):
            group = head[1]
        name = re.match(r"  (\w+): \{", line)
        if name and (both := found.get((group, name[1]))):
            line = re.sub(r"ratio: [\d.-]+, above: [\d.-]+", f"ratio: {both[0]}, above: {both[1]}", line)  # noqa: PLW2901
        lines.append(line)
    return "".join(lines)


def least_of(costs: Mapping[str, list[run.Cost]]) -> dict[str, float]:
    """Return the CPU seconds of the cheapest build of each variant."""
    return {variant: min(cost.cpu for cost in found) for variant, found in costs.items()}


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=1000, help="of the site in Material")
    parser.add_argument("--git-posts", type=int, default=200, help="of the site in a repository")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--file", type=Path, default=FILE)
    asked = parser.parse_args()
    os.environ["GIT_CONFIG_NOSYSTEM"] = "1"
    run.compile_package()
    with tempfile.TemporaryDirectory() as root:
        variants = ["plain", "journal", "material-blog-tags"]
        run.measure(variants, 10, 1, "material", Path(root))  # writes byte code
        costs = run.measure(variants, asked.posts, asked.rounds, "material", Path(root))
        builds = {variant: [cost for cost in costs if cost.variant == variant] for variant in variants}
        there = [variant for variant in git.VARIANTS if git.is_there(variant)]
        plugins = git.measure(asked.git_posts, 3 * asked.git_posts, asked.rounds, there, Path(root))
    names = {"journal": ("journal", "plain"), "material": ("material-blog-tags", "plain")}
    found = dict(figures(least_of(builds), names, asked.posts, "builds"))
    names = {
        "journal": ("journal", "plain"),
        "git": ("journal-git-pages", "journal"),
        "rss": ("rss", "plain"),
        "dates": ("revision-dates", "plain"),
        "authors": ("authors", "plain"),
    }
    found |= figures(least_of(plugins), names, asked.git_posts, "plugins")
    text = with_figures(asked.file.read_text(encoding="utf-8"), found)
    asked.file.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
