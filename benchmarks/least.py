"""What each part must cost at least: `python benchmarks/least.py [POSTS]`.

The benchmark site is built once. Then the shortest program that one can write for a part makes the same amount of output
again: with no option, no check, no message, no template, no other theme and no odd input. What the journal costs above that
(`parts.py` measures it) buys these, or is waste. What MkDocs does for each page of a list is not in these figures.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from posts import write_site
from run import config_of

ROUNDS = 7
LINE = re.compile(r"^(\w+): ?(.*)$", re.MULTILINE)
SPLIT = bytes(byte if chr(byte).isalnum() else 32 for byte in range(128)) + bytes(range(128, 256))
NAMED = re.compile(r'<(?:meta (?:name|property)|link rel)="([^"]*)"')
LINK = re.compile(r' (href|src)="(?!https?:)([^"]*)"')
Post = dict[str, Any]


def built(folder: Path, posts: int) -> Path:
    """Write the benchmark site, build it and return its output."""
    write_site(folder, posts, "journal")
    (folder / "mkdocs.yml").write_text(json.dumps(config_of("journal", "material")), encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, check=True)
    return folder / "site"


def read(sources: list[str]) -> list[Post]:
    """Read files of one form: a line for each key, a list in one line."""
    posts = []
    for path in sources:
        with Path(path).open(encoding="utf-8") as file:
            _, front, body = file.read().split("---\n", 2)
        post: Post = {key: value.strip('"') for key, value in LINE.findall(front)}
        for key in ("tags", "categories"):
            post[key] = post[key].strip("[]").split(", ")
        post["date"], post["body"] = date.fromisoformat(post["date"]), body
        posts.append(post)
    return posts


def plan(posts: list[Post]) -> dict[tuple[str, str], list[Post]]:
    """Order the posts, and give each an address, its neighbours and its terms."""
    posts.sort(key=lambda post: (post["date"], post["title"]), reverse=True)
    terms = defaultdict(list)
    for number, post in enumerate(posts):
        post["url"] = f"journal/{post['date']:%Y/%m}/post-{number}/"
        post["older"] = posts[number + 1 : number + 2]
        for kind in ("tags", "categories"):
            for name in post[kind]:
                terms[kind, name].append(post)
        terms["author", post["author"]].append(post)
        terms["year", str(post["date"].year)].append(post)
    return terms


def frames(posts: list[Post], bodies: list[str]) -> list[str]:
    """Put title, line of facts and footer around the body of each post."""
    pages = []
    for post, body in zip(posts, bodies, strict=True):
        day = post["date"].isoformat()
        tags = "".join(f'<li><a href="../../tags/{name}/" rel="tag">{escape(name)}</a></li>' for name in post["tags"])
        pages.append(
            f'<article><h1>{escape(post["title"])}</h1><p><a href="../../authors/">{escape(post["author"])}</a> · '
            f'<time datetime="{day}">{day}</time></p>{body}<ul>{tags}</ul></article>'
        )
    return pages


def lists(terms: dict[tuple[str, str], list[Post]]) -> list[str]:
    """Join the finished items of each list, with the way to the site before each link."""
    items: dict[str, tuple[str, str]] = {}
    pages = []
    for (kind, name), posts in terms.items():
        html: list[str] = []
        for post in posts:
            if post["url"] not in items:
                items[post["url"]] = ('<li><a href="', f'{post["url"]}">{escape(post["title"])}</a></li>')
            before, after = items[post["url"]]
            html += before, "../../../", after
        pages.append(f"<h1>{kind} {escape(name)}</h1><ul>{''.join(html)}</ul>")
    return pages


def heads(pages: list[str]) -> list[str]:
    """Add elements and JSON-LD to the head of each page, but those that it has."""
    new = []
    for number, page in enumerate(pages):
        start, end, rest = page.partition("</head>")
        known = set(NAMED.findall(start))
        values = [(f"og:{name}", f"{name} {number}") for name in ("title", "type", "url", "site_name", "description")]
        added = "".join(f'<meta property="{key}" content="{escape(value)}">\n' for key, value in values if key not in known)
        data = json.dumps({"@context": "https://schema.org", "@type": "BlogPosting", "headline": values[0][1]})
        new.append(f'{start}{added}<script type="application/ld+json">{data}</script>{end}{rest}')
    return new


def written(pages: list[tuple[str, str]]) -> None:
    """Write one file for each list, as the theme would: between the two parts of a page that all of them share."""
    for path, page in pages:
        with Path(path).open("wb") as file:
            file.write(page.encode())


def feeds(entries: list[str], files: list[list[int]], folder: Path) -> None:
    """Make the links of each text absolute, write its entry once, and join the entries of each feed."""
    made: dict[int, str] = {}
    for number, shown in enumerate(files):
        for one in shown:
            if one not in made:
                text = LINK.sub(r' \1="https://example.org/\2"', entries[one])
                made[one] = f"<entry><id>{one}</id><content>{escape(text)}</content></entry>"
        (folder / f"{number}.xml").write_bytes("".join(made[one] for one in shown).encode())


def outputs(site: Path) -> Iterator[bytes]:
    """Read every page, the index of the search and exports, as any search of what was written must."""
    for folder, _, names in os.walk(site):
        for name in names:
            if name.endswith((".html", ".json")):  # feeds are known to be as they were made
                with open(os.path.join(folder, name), "rb", buffering=0) as file:  # noqa: PTH118, PTH123 - fast
                    yield file.read()


def words(site: Path) -> set[bytes]:
    """Return all words of the outputs: what pages share is cut out before."""
    seen: set[bytes] = set()
    found: set[bytes] = set()
    for data in outputs(site):
        new = set(data.split(b"<")) - seen
        seen |= new
        found.update(b"<".join(new).translate(SPLIT).split())
    return found


def least(action: Callable[[], object]) -> float:
    """Return the seconds of the quickest of some runs."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        spent.append(time.process_time() - start)
    return min(spent)


def parts(folder: Path, posts: int) -> Iterator[tuple[str, float]]:
    """Yield the name of each part and its seconds."""
    site = built(folder, posts)
    sources = [str(path) for path in (folder / "docs/journal").glob("*.md")]
    yield "read the sources", least(lambda: read(sources))
    found = read(sources)
    yield "order, addresses, terms", least(lambda: plan(found))
    terms = plan(found)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.glob("journal/**/index.html"))}
    of_posts = [page for path, page in pages.items() if path.parts[-2].startswith("post-")]
    of_lists = [(str(path), page) for path, page in pages.items() if not path.parts[-2].startswith("post-")]
    bodies = [page.partition('<div class="e-content">')[2].partition("</article>")[0] for page in of_posts]
    yield "around the posts", least(lambda: frames(found, bodies))
    yield "items of lists", least(lambda: lists(terms))
    yield "heads", least(lambda: heads(list(pages.values())))
    yield "files of lists", least(lambda: written(of_lists))
    newest = [list(range(number, min(number + 20, posts))) for number in range(len(terms))]
    yield "feeds", least(lambda: feeds(bodies, newest, folder))


def of_audit(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the name of each part of a search for withheld texts and its seconds, each with those above it."""
    yield "read the outputs", least(lambda: list(outputs(folder / "site")))
    yield "words of what is new in each", least(lambda: words(folder / "site"))


def main(posts: int) -> None:
    """Measure and print."""
    print(f"{posts} posts, least of {ROUNDS}\n\n| part | ms a post |\n|---|---|")
    total = 0.0
    with tempfile.TemporaryDirectory() as root:
        for name, seconds in parts(Path(root), posts):
            total += seconds
            print(f"| {name} | {seconds * 1000 / posts:.3f} |")
        print(f"| together | {total * 1000 / posts:.3f} |")
        print("\n| a search of the outputs | ms a post |\n|---|---|")
        for name, seconds in of_audit(Path(root)):
            print(f"| {name} | {seconds * 1000 / posts:.3f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
