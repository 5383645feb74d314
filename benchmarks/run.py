"""What the journal costs above the plain build, in one run: `python benchmarks/run.py --help`."""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site

SPELLINGS = {"plain": "journal", "journal": "journal", "material-blog-tags": "material"}


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    variant: str
    posts: int
    cpu: float
    """Seconds, user and system."""
    wall: float
    """Seconds."""
    memory: float
    """Peak, MiB."""
    files: int


def config_of(variant: str, theme: str) -> dict[str, object]:
    """Return the configuration of a variant; JSON is YAML."""
    plugins: list[object] = ["search"]
    if variant == "journal":
        plugins.append("journal")
    elif variant == "material-blog-tags":
        plugins += [{"blog": {"archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM"}}, "tags"]
    return {
        "site_name": "Benchmark",
        "site_url": "https://example.org/",
        "theme": {"name": theme},
        "plugins": plugins,
        "markdown_extensions": ["tables", "fenced_code", {"toc": {"permalink": True}}],
        "not_in_nav": "/journal/*\n",
    }


def compile_package() -> None:
    """Write the byte code of the journal, as pip does on installation: Python may be told not to write it."""
    spec = importlib.util.find_spec("mkdocs_journal")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        compileall.compile_dir(folder, quiet=2)


def build(folder: Path, variant: str, posts: int) -> Cost:
    """Build a site in a child process and measure it."""
    output = folder / "site"
    shutil.rmtree(output, ignore_errors=True)
    start = time.perf_counter()
    command = ["mkdocs", "build", "-f", str(folder / "mkdocs.yml"), "-d", str(output), "-q"]
    child = os.posix_spawn(
        sys.executable,
        # With -P a checkout in the working directory is not taken instead of the package that compile_package() found.
        [sys.executable, "-P", "-m", *command],
        {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"},
    )
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"the build of {variant} failed")
    files = sum(1 for path in output.rglob("*") if path.is_file())
    cpu, wall = usage.ru_utime + usage.ru_stime, time.perf_counter() - start
    return Cost(variant, posts, cpu, wall, usage.ru_maxrss / 1024, files)


def measure(variants: list[str], posts: int, rounds: int, theme: str, root: Path) -> list[Cost]:
    """Return the costs of every build, the variants interleaved."""
    for variant in variants:
        folder = root / f"{variant}-{posts}"
        write_site(folder, posts, SPELLINGS[variant])
        (folder / "mkdocs.yml").write_text(json.dumps(config_of(variant, theme)), encoding="utf-8")
    return [build(root / f"{variant}-{posts}", variant, posts) for _ in range(rounds) for variant in variants]


def table(costs: list[Cost], variants: list[str], posts: int) -> list[str]:
    """Return the lines that compare variants with the plain build at one number of posts."""
    of = {variant: [cost for cost in costs if cost.variant == variant and cost.posts == posts] for variant in variants}
    plain = of["plain"]
    lines = []
    for variant, found in of.items():
        over = [1000 * (cost.cpu - base.cpu) / posts for cost, base in zip(found, plain, strict=True)]
        least = 1000 * (min(cost.cpu for cost in found) - min(base.cpu for base in plain)) / posts
        ratio = min(cost.cpu for cost in found) / min(base.cpu for base in plain)
        memory = statistics.median(cost.memory for cost in found) - statistics.median(base.memory for base in plain)
        lines.append(
            f"{variant:20} {posts:6} {statistics.median(cost.cpu for cost in found):8.2f} "
            f"{statistics.median(over):8.2f} {least:8.2f} {ratio:6.2f} {memory:8.1f} {found[0].files:6} "
            f"{statistics.median(cost.wall for cost in found):7.2f}"
        )
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", default="100,1000", help="numbers of posts, with commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--theme", default="material")
    parser.add_argument("--peers", action="store_true", help="also Material's blog and tags plugins")
    parser.add_argument("--json", type=Path, help="write the single figures there")
    asked = parser.parse_args()
    variants = ["plain", "journal", *(["material-blog-tags"] if asked.peers else [])]
    costs: list[Cost] = []
    compile_package()
    with tempfile.TemporaryDirectory() as root:
        measure(variants, 10, 1, asked.theme, Path(root))  # writes byte code
        for posts in map(int, asked.posts.split(",")):
            costs += measure(variants, posts, asked.rounds, asked.theme, Path(root))
    names = ("variant", "posts", "CPU s", "ms/post", "least", "ratio", "MiB", "files", "wall s")
    print("{:20} {:>6} {:>8} {:>8} {:>8} {:>6} {:>8} {:>6} {:>7}".format(*names))
    for posts in map(int, asked.posts.split(",")):
        print("\n".join(table(costs, variants, posts)))
    if asked.json:
        asked.json.write_text(json.dumps([asdict(cost) for cost in costs], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
