"""The leak audit beside plugins that include text: `python benchmarks/audit_beside_plugins.py CORPORA [NAME …]`.

Each corpus of real posts is built with a tenth of its posts as drafts, beside snippets, macros, include-markdown,
mkdocstrings and swagger-ui-tag, all of which put texts of drafts into public pages from files outside of the docs. No
message may come. Then leaks are planted in what is built: each must be an error, and each title a warning. The interpreter
needs those plugins:

    pip install mkdocs-macros-plugin mkdocs-include-markdown-plugin 'mkdocstrings[python]' mkdocs-swagger-ui-tag
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from tests.corpora.sites import CORPORA, Corpus  # noqa: E402

KINDS = ("post", "paragraph", "address", "attachment")
HOOK = """
import json, pathlib, shutil, sys, time
import mkdocs_journal.hosts.mkdocs.leaks as checks
SPENT = []
def on_startup(command, dirty):
    inner = checks.leaks
    def timed(*given):
        start = time.process_time()
        found = inner(*given)
        print("AUDIT", time.process_time() - start, file=sys.stderr)
        return found
    checks.leaks = timed
def on_post_build(config):
    site = pathlib.Path(config.site_dir)
    for plant in json.loads((pathlib.Path(config.docs_dir).parent / ".planted-leaks.json").read_text()):
        target = site / plant["output"]
        target.parent.mkdir(parents=True, exist_ok=True)
        if plant["copy"]:
            shutil.copy(plant["copy"], target)
            continue
        text = target.read_text() if target.exists() else "<html><body></body></html>"
        before, mark, after = text.rpartition(plant["before"])
        target.write_text(before + plant["text"] + mark + after)
"""
PLAIN = re.compile(r"[A-Za-z][^#|>`<{}!\[\]*_&\\\"$]*")


@dataclass
class Draft:
    """A post that was made a draft."""

    path: Path
    title: str
    paragraphs: list[str]
    body: str
    linked: bool = False
    """Whether a public post names its file or address."""


def words(text: str) -> str:
    """Return a text in small letters, every other sign a blank."""
    return f" {' '.join(re.split(r'[^a-z0-9]+', text.lower()))} "


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every six words of a text that follow each other; a part of it that is public is no leak."""
    found = words(text).split()
    return {tuple(found[start : start + 6]) for start in range(max(1, len(found) - 5))}


def draft_of(path: Path) -> Draft | None:
    """Make a post a draft; None if it cannot be one or says too little."""
    text = path.read_text(encoding="utf-8")
    title = re.search(r"^title: *[\"']?([^\"'\n]+)", text, re.MULTILINE)
    if not text.startswith("---\n") or "\n---" not in text[4:]:
        return None
    path.chmod(0o644)
    front, end, rest = text[4:].partition("\n---")
    front = re.sub(r"^(?:draft|published):.*\n?", "", front, flags=re.MULTILINE)
    path.write_text(f"---\ndraft: true\n{front}{end}{rest}", encoding="utf-8")
    body = text[4:].partition("\n---")[2]
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", body)]
    plain = [block for block in blocks if PLAIN.fullmatch(block) and len(block.split()) >= 12]
    return Draft(path, title[1].strip() if title else "", plain, body)


def write_site(folder: Path, corpora: Path, corpus: Corpus) -> list[Draft]:
    """Write a site whose public pages include texts of drafts from files outside of the docs."""
    docs = folder / "docs"
    shutil.copytree(corpora / corpus.name / corpus.posts, docs / "journal")
    chance = random.Random(corpus.name)
    posts = [path for path in sorted((docs / "journal").rglob("*.m*")) if path.is_file()]
    drafts = [draft for path in posts if chance.random() < 0.1 and (draft := draft_of(path))]
    telling = [draft for draft in drafts if draft.paragraphs and len(draft.title.split()) > 2]
    if not telling:
        first = next(draft for path in posts if (draft := draft_of(path)) and draft.paragraphs)
        drafts, telling = [*drafts, first], [first]
    texts = [draft.paragraphs[number % len(draft.paragraphs)] for number, draft in enumerate(telling)]
    honest = [texts[number % len(texts)] for number in range(6)]
    titles = [telling[number % len(telling)].title for number in range(6)]
    public = "".join(
        " ".join(path.read_text(encoding="utf-8").split()) for path in posts if path not in {d.path for d in drafts}
    )
    named, said = words(public), runs(public)
    for draft in drafts:
        others = {run for other in drafts if other is not draft for text in other.paragraphs for run in runs(text)}
        own = [text for text in draft.paragraphs if text not in honest and said.isdisjoint(runs(text))]
        draft.paragraphs = [text for text in own if others.isdisjoint(runs(text))]
        draft.title = "" if draft.title in titles or words(draft.title) in named else draft.title
        draft.linked = words(re.sub(r"^\d+-\d+-\d+-", "", draft.path.stem)) in named
    pages = {
        "CHANGELOG.md": f"## {titles[0]}\n\n{honest[0]}\n",
        "README.md": f"# Read me\n\n<!--s-->\n\n## {titles[1]}\n\n{honest[1]}\n",
        "main.py": f"def define_env(env):\n    env.macro(lambda: {f'**{titles[2]}** {honest[2]}'!r}, 'note')\n",
        "data/facts.yml": json.dumps({"title": titles[3], "text": honest[3]}),
        "include/part.html": f"<p>{honest[4]}</p>\n",
        "src/machine/__init__.py": f'"""{titles[4]}\n\n{honest[4]}\n"""\n',
        "docs/openapi.json": json.dumps(
            {"openapi": "3.0.0", "info": {"title": titles[5], "description": honest[5]}, "paths": {}}
        ),
        "docs/about.md": "# About\n",
        "docs/changelog.md": '# Changelog\n\n--8<-- "CHANGELOG.md"\n',
        "docs/readme.md": '# Included\n\n{% include-markdown "../README.md" start="<!--s-->" %}\n',
        "docs/macro.md": "---\nrender_macros: true\n---\n# Macro\n\n{{ note() }}\n\n{{ facts.title }}: {{ facts.text }}\n\n"
        "{% include 'part.html' %}\n",
        "docs/api.md": "# API\n\n::: machine\n",
        "docs/rest.md": '# REST\n\n<swagger-ui src="openapi.json"/>\n',
    }
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    in_use = any("\n::: " in path.read_text(encoding="utf-8") for path in posts)
    if in_use:
        (docs / "api.md").unlink()
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    config = {
        "site_name": "Test",
        "site_url": "https://example.org/docs/",
        "theme": {"name": "mkdocs"},
        "hooks": ["hook.py"],
        "markdown_extensions": ["pymdownx.snippets"],
        "plugins": [
            "search",
            {
                "macros": {
                    "render_by_default": False,
                    "include_yaml": [{"facts": "data/facts.yml"}],
                    "include_dir": "include",
                }
            },
            {"include-markdown": {"exclude": ["journal/**", "macro.md"]}},
            *([] if in_use else [{"mkdocstrings": {"handlers": {"python": {"paths": ["src"]}}}}]),
            "swagger-ui-tag",
            {"journal": {"on_error": "skip"}},
            *[name for name in corpus.plugins if name != "search"],
        ],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    return drafts


def build(folder: Path, plants: list[dict[str, str]], *options: str) -> tuple[int, str]:
    """Build a site with leaks planted, and return the exit code and what was printed."""
    (folder / ".planted-leaks.json").write_text(json.dumps(plants), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def plants_of(drafts: list[Draft], number: int) -> list[tuple[Draft, str, dict[str, str]]]:
    """Return leaks of some drafts, one of each, in turn of every kind, and titles of two more."""
    telling = [draft for draft in drafts if draft.paragraphs][-8:]
    titled = [draft for draft in drafts if draft not in telling and len(draft.title.split()) > 2][-2:]
    kinds = [(draft, (*KINDS, "title")[(number + count) % 5]) for count, draft in enumerate(telling)]
    planted = []
    for count, (draft, planned) in enumerate([*kinds, *((draft, "title") for draft in titled)]):
        kind = "address" if planned == "title" and " " not in draft.title else planned
        kind = "paragraph" if kind == "address" and draft.linked else kind
        output, before = ("search/search_index.json", '"}') if count % 2 else ("about/index.html", "</body>")
        name = re.sub(r"^\d+-\d+-\d+-", "", draft.path.stem)
        html = {
            "post": f"<article>{draft.body}</article>",
            "paragraph": f"<p>{draft.paragraphs[-1] if draft.paragraphs else ''}</p>",
            "address": f"<a href='/x/{draft.path.parent.name}/{draft.path.stem}/'>x</a>",
            "title": f"<b>{draft.title}</b>",
            "attachment": "",
        }[kind]
        plant = {"output": output, "before": before, "text": html, "copy": ""}
        if kind == "post":
            plant |= {"output": f"copies/{name}/index.html", "before": "</body>"}
        elif output.endswith(".json"):
            plant["text"] = json.dumps(html)[1:-1]
        if kind == "attachment":
            picture = draft.path.with_name(f"attached-{name}.png")
            picture.write_bytes(random.Random(name).randbytes(500))
            with draft.path.open("a", encoding="utf-8") as file:
                file.write(f"\n\n![x]({picture.name})\n")
            plant |= {"copy": str(picture), "output": f"img/{count}.png"}
        planted.append((draft, kind, plant))
    return planted


def check(corpora: Path, corpus: Corpus, number: int) -> dict[str, list[int]]:
    """Build one corpus without and with leaks; print what is wrong, and return what was found of what was planted."""
    counts = {kind: [0, 0] for kind in (*KINDS, "title")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        drafts = write_site(folder, corpora, corpus)
        planted = plants_of(drafts, number)
        start = time.monotonic()
        code, log = build(folder, [])
        told = [line for line in log.splitlines() if "(J902)" in line or "(J920)" in line]
        spent = re.search(r"AUDIT ([\d.]+)", log)
        share = f"audit {float(spent[1]):.2f} s" if spent else "NO AUDIT"
        print(f"{corpus.name}: {len(drafts)} drafts, exit {code}, {share} of {time.monotonic() - start:.1f} s", flush=True)
        for line in told:
            print("   FALSE", line)
        if not spent:
            print(log[-3000:])
        code, log = build(folder, [plant for _, _, plant in planted])
        for draft, kind, plant in planted:
            source = draft.path.relative_to(folder).as_posix()
            about = f"a copy of {shown(folder, plant)}," if kind == "attachment" else f"unpublished post {source}"
            mine = [line for line in log.splitlines() if about in line and f"site/{plant['output']}:" in line]
            wanted = "(J920)" if kind == "title" else "(J902)"
            is_found = any(wanted in line for line in mine)
            counts[kind][0] += is_found
            counts[kind][1] += 1
            if not is_found or (kind == "title" and any("(J902)" in line for line in mine)):
                print("   MISSED", kind, source, plant["output"], repr(plant["text"][:100]), mine)
        others = {f"unpublished post {draft.path.relative_to(folder).as_posix()}" for draft, _, _ in planted}
        others |= {f"a copy of {shown(folder, plant)}," for _, kind, plant in planted if kind == "attachment"}
        for line in log.splitlines():
            is_told = "(J902)" in line or "(J920)" in line
            if is_told and not any(about in line for about in others) and "site/copies/" not in line:
                print("   FALSE", line)
    return counts


def shown(folder: Path, plant: dict[str, str]) -> str:
    """Return the attachment that was planted, as messages name it."""
    return Path(plant["copy"]).relative_to(folder).as_posix()


def main(corpora: Path, names: list[str]) -> None:
    """Check every corpus, or some, and print the sums."""
    sums = {kind: [0, 0] for kind in (*KINDS, "title")}
    for number, corpus in enumerate(CORPORA):
        if not names or corpus.name in names:
            for kind, (found, planted) in check(corpora, corpus, number).items():
                sums[kind][0] += found
                sums[kind][1] += planted
    print(", ".join(f"{kind}: {found} of {planted}" for kind, (found, planted) in sums.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
