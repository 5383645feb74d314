"""With `compat: jekyll` and the site's own permalinks every post has the URL that Jekyll gave it, and a file serves it."""

from __future__ import annotations

import random
import re
import shutil
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from mkdocs_journal.publishing.permalinks import address_of
from mkdocs_journal.urls.links import encoded
from tests.conftest import HOST, Site
from tests.corpora.oracle import Oracle, all_posts, options_of, oracle_of, permalink_of, read
from tests.corpora.sites import CORPORA, Corpus
from tests.corpora.test_oracle import CORPORA as ORACLES
from tests.corpora.test_oracle import EXCEPTIONS
from tests.site.browser import served

FOLDERS = ["jekyll-edge-posts", *(f"corpora/{name}" for name in ORACLES)]


def known(oracle: Oracle) -> dict[str, str]:
    """Return the URL that Jekyll gave each post that we read, too."""
    reported = {*EXCEPTIONS, *oracle.unread}
    return {path: post["url"] for path, post in oracle.posts.items() if path not in reported}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_post_has_the_url_that_jekyll_gave_it(shared: Path, folder: str) -> None:
    """No exception but what is reported and drafts without a date."""
    oracle = oracle_of(shared / folder)
    options = options_of(oracle, "jekyll")
    posts = all_posts(read(oracle, compat="jekyll"))

    urls = {}
    for path in known(oracle):
        address = address_of(posts[path], options)
        assert address is not None
        urls[path] = "/" + encoded(address.url)

    assert {path: unquote(url) for path, url in urls.items()} == {path: unquote(url) for path, url in known(oracle).items()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_url_is_served(site: Site, shared: Path, folder: str) -> None:
    """By a static server that looks for `.html` behind a name without a suffix, as hosts do; encoded as in links."""
    oracle = oracle_of(shared / folder)
    for path in known(oracle):
        target = site.folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(oracle.root / path, target)
    options: dict[str, object] = {"folder": ".", "compat": "jekyll", "on_error": "skip", "permalink": permalink_of(oracle)}
    options |= {"timezone": oracle.timezone, "defaults": oracle.config.get("defaults")}
    (site.folder / "docs/index.md").unlink()
    site.config.update({"site_url": "https://example.org/", "plugins": [{"journal": options}]})

    result = site.build()

    assert result.returncode == 0, result.log
    public = {str(post.source) for post in read(oracle, compat="jekyll").public}
    wanted = {path: url for path, url in known(oracle).items() if path in public}
    with served(result.output) as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        missing = []
        for url in wanted.values():
            spelled = url if url.isascii() and " " not in url else encoded(unquote(url))
            for candidate in (spelled, f"{spelled}.html"):
                connection.request("GET", candidate)
                response = connection.getresponse()
                response.read()
                if response.status == 200:
                    break
            else:
                missing.append(url)
    assert missing == []


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus.name)
def test_the_audit_is_silent_when_a_tenth_of_the_posts_are_drafts(site: Site, shared: Path, corpus: Corpus) -> None:
    """What public posts say in their own words is no leak."""
    site.write({"docs/about.md": "# About\n"})
    (site.folder / "docs/index.md").unlink()
    shutil.copytree(shared / "corpora" / corpus.name / corpus.posts, site.folder / "docs/journal")
    chance = random.Random(corpus.name)
    drafts = 0
    for path in sorted((site.folder / "docs/journal").rglob("*.m*")):
        text = path.read_text(encoding="utf-8")
        if text.startswith("---\n") and chance.random() < 0.1:
            path.chmod(0o644)
            path.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
            drafts += 1
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}, *corpus.plugins]

    result = site.build()

    assert drafts
    assert result.returncode == 0, [line for line in result.ours if "J902" in line]


DAY = re.compile(r"(?:date|created): *(\d{4})-(\d\d)-(\d\d)")


def posts_below(folder: Path) -> set[str]:
    """Return the URLs of posts below `blog/`: those with a day in them."""
    pages = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return {page for page in pages if re.fullmatch(r"blog/\d{4}/\d\d/\d\d/[^/]+", page)}


if HOST != "properdocs":

    def test_posts_of_materials_blog_keep_their_urls(tmp_path: Path, shared: Path) -> None:
        """Both are built here. A slug is added to the copy of each post whose heading says another than its file name."""
        source = shared / "corpora/squidfunk+mkdocs-material/docs/blog"
        ours, theirs = Site(tmp_path / "ours"), Site(tmp_path / "theirs")
        for site in (ours, theirs):
            site.config = {
                "site_name": "T",
                "site_url": "https://example.org/",
                "theme": {"name": "material", "font": False},
            }
            site.write({"docs/index.md": "# Home\n"})
            shutil.copytree(source, site.folder / "docs/blog")
        theirs.config["plugins"] = [{"blog": {"authors": False}}]
        ours.config["plugins"] = [{"journal": {"folder": "blog", "permalink": "/blog/:year/:month/:day/:title/"}}]
        wanted = posts_below(theirs.build(host="mkdocs").output)
        differing = []
        for path in sorted((ours.folder / "docs/blog/posts").glob("*.md")):
            text = path.read_text(encoding="utf-8")
            day = DAY.search(text)
            assert day is not None
            (url,) = (url for url in wanted if url.startswith(f"blog/{'/'.join(day.groups())}/"))
            slug = url.rpartition("/")[2]
            if slug != path.stem:
                differing.append(path.name)
                path.chmod(0o644)
                path.write_text(text.replace("---\n", f"---\nslug: {slug}\n", 1), encoding="utf-8")

        result = ours.build(host="mkdocs")

        assert result.returncode == 0, result.log
        assert len(wanted) == 13
        assert posts_below(result.output) == wanted
        assert len(differing) == 3
