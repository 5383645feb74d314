"""Whole sites move: what the old program has written besides posts is answered, too."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.moving.jekyll_settings import plugins_of
from tests.command_line import runner
from tests.conftest import HOST, Site
from tests.corpora.oracle import Oracle, oracle_of

JEKYLL = {
    "Homebrew+brew.sh": 84,
    "benbalter+benbalter.github.com": 205,
    "elixir-lang+elixir-lang.github.com": 77,
    "facebook+rocksdb": 112,
    "jekyll+jekyll": 106,
}
"""Blogs whose plugins write more than posts, and the addresses that are compared."""


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


def file_of(url: str) -> str:
    """Return the file that Jekyll writes for a URL."""
    if url.endswith("/"):
        return f"{url}index.html"
    return url if url.endswith(".html") else f"{url}.html"


def old_site(oracle: Oracle, folder: Path) -> Path:
    """Write a folder with the names of Jekyll's output: posts, redirects, the feed with its IDs and dates, the sitemap."""
    plugins = plugins_of(oracle.config)
    names = {file_of(post["url"]) for post in oracle.posts.values()}
    if "jekyll-redirect-from" in plugins:
        for post in oracle.posts.values():
            given = post["front"].get("redirect_from") or []
            names |= {
                file_of(f"/{text.strip('/')}" + "/" * text.endswith("/"))
                for text in ([given] if isinstance(given, str) else given)
            }
    if "jekyll-sitemap" in plugins:
        names |= {"/sitemap.xml", "/robots.txt"}
    files = dict.fromkeys(names, "")
    if "jekyll-feed" in plugins:
        files[f"/{oracle.config.get('feed', {}).get('path', 'feed.xml')}"] = feed_of(oracle)
    for name, text in files.items():
        (folder / name.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
        (folder / name.lstrip("/")).write_text(text, encoding="utf-8")
    return folder


def feed_of(oracle: Oracle) -> str:
    """Return the feed of jekyll-feed: its ten newest posts, or as many as the configuration sets."""
    limit = oracle.config.get("feed", {}).get("posts_limit", 10)
    newest = [oracle.posts[path] for path in oracle.order if path in oracle.posts][:limit]
    base = f"{oracle.config['url']}{oracle.config.get('baseurl') or ''}"
    entries = (
        f"<entry><id>{escape(base + post['id'])}</id><title>{escape(str(post['title']))}</title>"
        f'<link href="{escape(base + post["url"])}"/><published>{post["date"]}</published></entry>'
        for post in newest
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'


@pytest.mark.parametrize("name", JEKYLL)
def test_redirects_feeds_and_sitemap_of_a_jekyll_blog(shared: Path, tmp_path: Path, name: str) -> None:
    oracle = oracle_of(shared / "corpora" / name)
    new = tmp_path / "new"
    run("import", "jekyll", oracle.root, new)
    config = (new / "mkdocs.yml").read_text(encoding="utf-8")
    (new / "built.yml").write_text(
        config.replace("compat: jekyll\n", "compat: jekyll\n      on_error: skip\n"), encoding="utf-8"
    )

    result = Site(new).build(config="built.yml")
    verified = run("verify", result.output, old_site(oracle, tmp_path / "old")).stdout

    assert f"{JEKYLL[name]} addresses: " in verified
    assert " 0 lost\n" in verified
    assert ("1 feeds: 0 differ" in verified) == ("jekyll-feed" in plugins_of(oracle.config))


class Loader(yaml.SafeLoader):
    """Reads the settings of a site without the Python objects in them."""


Loader.add_multi_constructor("", lambda *_: None)
MATERIAL = {
    "squidfunk+mkdocs-material": (".", "mkdocs.yml"),
    "jxnl+blog": (".", "mkdocs.yml"),
    "pypi+warehouse": ("docs", "mkdocs-blog.yml"),
}
"""Material's own blog and two others: where each is, and its configuration."""


def settings_of(file: Path) -> dict[str, Any]:
    """Return the settings of a blog without plugins and extensions that its posts do not need."""
    given = yaml.load(file.read_text(encoding="utf-8"), Loader)
    named = [(one, one if isinstance(one, str) else next(iter(one))) for one in given["plugins"]]
    kept = {key: given[key] for key in ("site_name", "site_url", "docs_dir", "exclude_docs") if key in given}
    plugins = [one for one, name in named if name in {"blog", "search", "tags"}]
    return {**kept, "theme": {"name": "material"}, "plugins": plugins, "markdown_extensions": ["admonition", "attr_list"]}


@pytest.mark.skipif(HOST == "properdocs", reason="Material's blog is a plugin of MkDocs")
@pytest.mark.parametrize("name", MATERIAL)
def test_a_given_blog_of_material_moves(shared: Path, tmp_path: Path, name: str) -> None:
    """Every address of Material's own build is answered: posts, pages of lists, categories, authors, tags."""
    below, file = MATERIAL[name]
    site = Site(tmp_path / "site")
    shutil.copytree(shared / "corpora" / name / below, site.folder)
    (site.folder / "own.yml").write_text(yaml.safe_dump(settings_of(site.folder / file), sort_keys=False), encoding="utf-8")
    before = site.build(config="own.yml")
    assert before.returncode == 0, before.log
    before.output.rename(tmp_path / "old")

    run("import", "material", site.folder / "own.yml", "--yes")
    after = site.build(config="own.yml")
    verified = run("verify", after.output, tmp_path / "old").stdout

    assert after.returncode == 0, after.log
    assert re.search(r"^\d{2,} addresses: \d+ answered, 0 redirected, 0 lost$", verified, re.MULTILINE)
    assert re.search(r"^\d{2,} bodies of posts: 0 differ$", verified, re.MULTILINE)
