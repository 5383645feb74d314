"""The example site: built by both hosts, whole, and with other pages untouched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import HOST, ROOT, Result, Site
from tests.site.reader import Reader, broken_links

EXAMPLE = ROOT / "example_site"
CONFIGS = ["mkdocs-theme.yml"] if HOST == "properdocs" else ["mkdocs.yml", "mkdocs-theme.yml"]
EPOCH = {"SOURCE_DATE_EPOCH": "1795132800"}


@pytest.fixture
def example(tmp_path: Path) -> Site:
    shutil.copytree(EXAMPLE, tmp_path / "example_site", ignore=shutil.ignore_patterns("site"))
    return Site(tmp_path / "example_site")


def build(site: Site, config: str, *options: str, host: str = "", **replaced: str) -> Result:
    """Build with a configuration of the example; `replaced` are lines of it, by key."""
    main = site.folder / "mkdocs.yml"
    text = main.read_text(encoding="utf-8")
    for key, value in replaced.items():
        text = re.sub(rf"^{key}:.*\n", "", text, flags=re.MULTILINE) + f"{key}: {value}\n"
    main.write_text(text, encoding="utf-8")
    if config == "mkdocs.yml":
        (site.folder / "own.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
        config = "own.yml"
    return site.build(*options, host=host, config=config, env=EPOCH)


@pytest.mark.parametrize("config", CONFIGS)
def test_it_builds_without_a_word_but_the_summary(example: Site, config: str) -> None:
    result = build(example, config, "--strict")

    assert result.returncode == 0, result.log
    assert result.messages == []
    assert result.ours == [
        "8 posts (and 1 unlisted, 2 drafts, 1 scheduled for 2087-01-01, 1 unpublished), 11 tags, 3 feeds, 0 problems"
    ]


if HOST == "both":

    def test_both_hosts_write_the_same_files(example: Site) -> None:
        """Same files, and the same feeds."""
        mkdocs = build(example, "mkdocs-theme.yml", "--strict", host="mkdocs")
        files = mkdocs.files
        properdocs = build(example, "mkdocs-theme.yml", "--strict", host="properdocs")

        assert (mkdocs.returncode, properdocs.returncode) == (0, 0)
        assert properdocs.messages == []
        assert set(properdocs.files) == set(files)
        for name in ("journal/feed.xml", "journal/rss.xml", "journal/feed.json"):
            assert properdocs.files[name] == files[name]


@pytest.mark.parametrize("directory_urls", ["true", "false"])
@pytest.mark.parametrize("site_url", ["https://example.org/", "https://example.org/a/sub-path/"])
def test_no_internal_link_is_broken(example: Site, directory_urls: str, site_url: str) -> None:
    """Every href, src and srcset of every page leads to a file, images of moved posts included."""
    result = build(example, CONFIGS[0], use_directory_urls=directory_urls, site_url=site_url)

    assert result.returncode == 0, result.log
    assert len(list(result.output.rglob("*.html"))) > 40
    assert list(broken_links(result.output, site_url)) == []


def test_a_post_shows_the_pictures_beside_it(example: Site) -> None:
    """In Markdown and in raw HTML, with `src` and `srcset`."""
    result = build(example, CONFIGS[0])

    page = Reader(result.page("journal/2026/03/inside-the-parser/index.html"))
    sources = [image["src"] for image in page.of("img") if "fields" in image.get("src", "")]
    assert sources == ["../../../2026-03-10-inside-the-parser/fields.png"] * 2
    (srcset,) = [image["srcset"] for image in page.of("img") if "srcset" in image]
    assert srcset.split() == [
        "../../../2026-03-10-inside-the-parser/fields.png",
        "1x,",
        "../../../2026-03-10-inside-the-parser/fields-large.png",
        "2x",
    ]


@pytest.mark.parametrize("config", CONFIGS)
def test_pages_that_are_not_ours_stay_as_they_are(example: Site, config: str) -> None:
    """Without the journal they differ only in the announced feeds, the nav's entry and the links to it."""
    with_journal = build(example, config).files
    shutil.rmtree(example.folder / "docs/journal")
    main = example.folder / "mkdocs.yml"
    main.write_text(main.read_text(encoding="utf-8").replace("  - journal\n", ""), encoding="utf-8")
    without = build(example, config).files

    pages = [name for name in without if name.endswith(".html") and name != "404.html"]
    assert len(pages) == 4
    for name in pages:
        assert stripped(with_journal[name].decode()) == stripped(without[name].decode()), name


def stripped(html: str) -> str:
    """Return a page without announced feeds, the journal's entry in the nav and links to it, blank lines apart."""
    html = re.sub(r'<link rel="alternate"[^>]*feed[^>]*>|<link rel="alternate"[^>]*rss\.xml">', "", html)
    html = re.sub(r'<link rel="next" href="[^"]*journal/">', "", html)
    html = re.sub(r'<li class="md-(?:nav|tabs)__item[^"]*">\s*<a href="[^"]*journal/".*?</li>', "", html, flags=re.DOTALL)
    html = re.sub(r'<li class="nav-item">\s*<a href="[^"]*journal/"[^>]*>.*?</li>', "", html, flags=re.DOTALL)
    html = re.sub(r'<a rel="next" href="(?:[^"]*journal/")?[^>]*>', '<a rel="next">', html)
    html = re.sub(r'<a rel="next"(?: class="nav-link disabled")?>', '<a rel="next">', html)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


@pytest.mark.parametrize("config", CONFIGS)
def test_withheld_posts_are_in_no_output(example: Site, config: str) -> None:
    """Neither words nor names of drafts, scheduled and unpublished posts, nor terms that only they have."""
    result = build(example, config)

    hidden = ["Half an idea", "half-an-idea", "third harbour", "third-harbour", "Withdrawn", "withdrawn"]
    hidden += ["two-digits", "Two digits", "Told you", "tags/ideas", "ferry.\n", "2087/"]
    for name, data in result.files.items():
        if not name.startswith("assets/") and not name.endswith(".gz"):
            assert not [word for word in hidden if word.encode() in data or word in name], name


def test_an_unlisted_post_has_its_page_and_nothing_else(example: Site) -> None:
    result = build(example, CONFIGS[0])

    having = [name for name, data in result.files.items() if b"A quiet page" in data or b"a-quiet-page" in data]
    assert having == ["journal/2026/10/a-quiet-page/index.html"]


def test_it_shows_every_field_of_the_first_release(example: Site) -> None:
    """The example is where users look: each key is shown there at least once."""
    text = "".join(path.read_text(encoding="utf-8") for path in (EXAMPLE / "docs/journal").rglob("*.md"))

    for key in ("layout", "title", "date", "tags", "description", "last_updated", "author", "categories", "permalink"):
        assert re.search(rf"^{key}:", text, re.MULTILINE), key


def test_prefixes_of_a_url_are_pages(example: Site) -> None:
    """With the default permalink a reader can cut a URL anywhere."""
    result = build(example, CONFIGS[0])

    for path in ("", "2025/", "2025/01/", "tags/", "categories/", "authors/"):
        assert (result.output / "journal" / path / "index.html").is_file(), path
