"""The site that is built beside each neighbour, and what must come out of its journal."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tests.conftest import Result, Site
from tests.site.reader import Reader, broken_links

POST_FILES: Final[dict[str, str | bytes]] = {
    "docs/journal/.authors.yml": "authors:\n  ada: {name: Ada Example}\n  bob: {name: Bob Example}\n",
    "docs/journal/2024-01-02-one.md": (
        "---\ntitle: First words\ntags: [Alpha, Beta]\nauthor: ada\nredirect_from: /old-one/\n---\n\n"
        "The first text. See the [guide](../guide.md).\n\n<!-- more -->\n\n## Part\n\nThe rest of it.\n"
    ),
    "docs/journal/2024-02-03-two.md": (
        "---\ntitle: Second words\ntags: [Alpha]\nauthors: [ada, bob]\nseries: Walk\n---\n\n"
        "The second text, behind [the first](2024-01-02-one.md#part).\n"
    ),
    "docs/journal/2024-03-04-three/index.md": (
        "---\ntitle: Third words\ncategories: [News]\nseries: Walk\n---\n\nThe third text ![dot](dot.png).\n"
    ),
    "docs/journal/2024-03-04-three/dot.png": bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f0003860180"
        "5a347d6b0000000049454e44ae426082"
    ),
    "docs/journal/2024-04-05-four.md": (
        "---\ntags: [Beta]\nlast_updated: 2024-06-07\n---\n\n# Fourth words\n\nThe fourth text.\n"
    ),
    "docs/journal/2024-05-06-zyzzyva-draft.md": "---\ntitle: Zyzzyva secret\ndraft: true\ntags: [Zyz]\n---\n\nZyzzyva.\n",
    "docs/journal/2024-05-07-quiet.md": "---\ntitle: Quiet words\nunlisted: true\ntags: [Alpha]\n---\n\nThe quiet text.\n",
    "docs/journal/_drafts/quokkette.md": "---\ntitle: Quokkette secret\n---\n\nQuokkette text.\n",
    "docs/guide.md": "# Guide\n\nBack to [the first](journal/2024-01-02-one.md) and [Alpha](journal/tags/alpha.md).\n",
}
"""Four posts that are listed, one that is not, two drafts, and a page; links both ways."""
TITLES: Final = ("Fourth words", "Third words", "Second words", "First words")
"""As lists and feeds have them."""
PAGES: Final = (
    "journal/2024/01/one/index.html",
    "journal/2024/02/two/index.html",
    "journal/2024/03/three/index.html",
    "journal/2024/04/four/index.html",
    "journal/2024/05/quiet/index.html",
)


def beside(
    site: Site,
    plugins: Sequence[object],
    *,
    files: Mapping[str, str | bytes] | None = None,
    in_git: bool = False,
    env: Mapping[str, str] | None = None,
    **config: Any,
) -> Result:
    """Build the site with some plugins beside or without the journal, strictly.

    Args:
        site: The site; its folder gets the posts.
        plugins: The option `plugins`.
        files: More files.
        in_git: Whether all files are committed before.
        env: Variables of the environment.
        config: More options of the site.
    """
    site.write({**POST_FILES, **(files or {})})
    site.config |= {"plugins": list(plugins), **config}
    if in_git:
        commit(site.folder)
    return site.build("--strict", env=env)


def commit(folder: Path) -> None:
    """Make a Git repository of a folder, with one commit."""
    (folder / "mkdocs.yml").touch()
    who = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "All"]):
        subprocess.run(["git", *command], cwd=folder, check=True)


def is_whole(result: Result, *, titles: Sequence[str] = TITLES, pages: Sequence[str] = PAGES) -> None:
    """Check that a strict build has no message, and the posts, lists, feeds and links of the journal are right."""
    assert result.returncode == 0, result.log
    assert result.messages == [], result.log
    assert [page for page in pages if page not in result.files] == []
    landing = Reader(result.page("journal/index.html"))
    entries = [text.strip() for (text, _), link in zip(landing.named, landing.of("a"), strict=True) if is_entry(link)]
    assert entries == list(titles)
    feed = ET.fromstring(result.files["journal/feed.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")] == list(titles)
    assert all((entry.findtext(f"{atom}content") or "").strip() for entry in feed.iter(f"{atom}entry"))
    names = [name for name, data in result.files.items() if re.search(b"(?i)zyzzyva|quokkette", data + name.encode())]
    assert names == []
    # icons in `img` are named by a theme and added by a site
    broken = list(broken_links(result.output, "https://example.org/docs/"))
    assert [link for link in broken if not (": link href=" in link and "img/" in link)] == []


def is_entry(link: Mapping[str, str]) -> bool:
    """Return whether a link is the title of an entry of a list."""
    return {"u-url", "p-name"} <= set(link.get("class", "").split())
