"""What `mkdocs serve` costs after an edit of one post: `python benchmarks/serve.py --help`.

A process for each variant builds a site as `serve` does, and again after each edit. The variants take turns.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import compile_package, config_of

URL = "http://127.0.0.1:8000/"
VARIANTS = {"plain": "plain", "journal": "journal", "without cache": "journal"}
MARKS = (50, 100, 200, 300, 500, 1000)
"""The numbers of rebuilds after which the memory is printed."""


@dataclass
class Server:
    """A process that rebuilds a site."""

    name: str
    folder: Path
    process: subprocess.Popen[str]
    first: float = 0.0
    costs: list[float] = field(default_factory=list)
    """CPU of each rebuild, in seconds."""
    memory: list[float] = field(default_factory=list)
    """Resident memory after each rebuild, in MiB."""

    def build(self) -> float:
        """Let it build; return the seconds of CPU."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("build\n")
        self.process.stdin.flush()
        cpu, memory = self.process.stdout.readline().split()
        self.memory.append(float(memory))
        return float(cpu)

    def edit(self, number: int) -> None:
        """Append a paragraph to a post in the middle of the journal."""
        posts = sorted((self.folder / "docs/journal").glob("*.md"))
        with posts[(len(posts) // 2 + 7 * number) % len(posts)].open("a", encoding="utf-8") as post:
            post.write(f"\nAnother paragraph, number {number}.\n")


def serve(file: str) -> None:
    """Build for each line of the input; print seconds of CPU and MiB of memory."""
    logging.disable(logging.WARNING)
    first = True
    for _ in sys.stdin:
        start = time.process_time()
        config = load_config(file, site_dir=str(Path(file).with_name("site")))
        config.site_url = URL
        if first:
            config.plugins.on_startup(command="serve", dirty=False)
        first = False
        build(config, serve_url=URL)
        print(time.process_time() - start, _resident(), flush=True)


def _resident() -> float:
    """Return the memory of this process in MiB; its peak where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 2**20


def start(name: str, folder: Path, theme: str, posts: int) -> Server:
    """Write a site and start the process that builds it."""
    write_site(folder, posts, "journal")
    config = config_of(VARIANTS[name], theme)
    if name == "without cache":
        config["plugins"] = ["search", {"journal": {"serve_cache": False}}]
    file = folder / "mkdocs.yml"
    file.write_text(json.dumps(config), encoding="utf-8")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, __file__, "--serve", file], stdin=pipe, stdout=pipe, text=True, env=env)
    return Server(name, folder, process)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rebuilds", type=int, default=5)
    parser.add_argument("--theme", default="material")
    parser.add_argument("--variants", default=",".join(VARIANTS))
    parser.add_argument("--serve", metavar="FILE", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve)
        return
    compile_package()
    with tempfile.TemporaryDirectory() as root:
        names = asked.variants.split(",")
        servers = [start(name, Path(root, str(number)), asked.theme, asked.posts) for number, name in enumerate(names)]
        for server in servers:
            server.first = server.build()
        for number in range(asked.rebuilds):
            for server in servers:
                server.edit(number)
                server.costs.append(server.build())
        for server in servers:
            server.process.communicate()
    least = min(servers[0].costs)
    print(f"{'variant':16} {'first':>7} {'CPU s':>8} {'median':>8} {'of ' + names[0]:>9} {'MiB':>7} {'MiB after':>10}")
    for server in servers:
        costs = sorted(server.costs)
        print(
            f"{server.name:16} {server.first:7.2f} {costs[0]:8.2f} {costs[len(costs) // 2]:8.2f} {costs[0] / least:9.2f} "
            f"{server.memory[0]:7.1f} {server.memory[-1]:10.1f}"
        )
    for mark in (mark for mark in MARKS if mark <= asked.rebuilds):
        print(f"MiB after {mark:5}: " + ", ".join(f"{server.memory[mark]:.1f} {server.name}" for server in servers))


if __name__ == "__main__":
    main()
