"""Lists made without rendering the theme for each are the same as with it."""

from __future__ import annotations

import pytest

from tests.conftest import HOST, Result, Site, post

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
OFF = "import mkdocs_journal.hosts.mkdocs.theme_cache as theme_cache\ntheme_cache.LEAST = 10**9\n"
COUNT = """
import pathlib
import mkdocs_journal.hosts.mkdocs.theme_cache as theme_cache
full = theme_cache.ThemeCache._full
def counted(self, context):
    with pathlib.Path(__file__).with_name("renderings").open("a") as file:
        file.write("x")
    return full(self, context)
theme_cache.ThemeCache._full = counted
"""


def write_posts(site: Site) -> None:
    site.write(
        {
            f"docs/journal/20{10 + n // 12}-{n % 12 + 1:02}-03-p{n}.md": post(
                f"title: Post {n}\ntags: [t{n % 9}, 'R&D <{n % 3}>', common]\nauthor: Ada {n % 4}"
            )
            for n in range(40)
        }
    )


def both(site: Site) -> tuple[Result, dict[str, bytes]]:
    """Build a site twice, without the shortcut and with it; return the second and the files of the first."""
    env = {"SOURCE_DATE_EPOCH": "1795132800"}
    write_posts(site)
    if not (site.folder / "docs/journal/tags.yml").exists():
        site.write({"docs/journal/tags.yml": "t1: {description: All about one}\nt2: {description: 'R&D \"two\"'}\n"})
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": OFF})
    whole = site.build("--strict", env=env)
    assert whole.returncode == 0, whole.log
    files = whole.files
    site.write({"hook.py": COUNT})
    return site.build("--strict", env=env), files


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_archives_are_the_same_as_if_the_theme_was_rendered_for_each(site: Site, theme: str, directory_urls: bool) -> None:
    """Byte for byte, in every output, though the theme is rendered for a few of them only."""
    site.config["theme"] = {"name": theme}
    site.config["use_directory_urls"] = directory_urls

    result, files = both(site)

    assert result.returncode == 0, result.log
    assert {name for name, data in result.files.items() if files.get(name) != data} == set()
    renderings = len((site.folder / "renderings").read_text())
    if theme == "readthedocs":  # which writes the name of its source into each page
        assert renderings > 60
    else:
        assert 0 < renderings < 60  # of 40 posts and 100 lists


@pytest.mark.parametrize(
    "addition", ["{{ page.url }}", "{{ page.title | upper }}", "{{ page.content | length }}", "{{ page.file.src_uri }}"]
)
def test_a_theme_that_says_more_of_a_page_is_rendered_for_each(site: Site, addition: str) -> None:
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write({"overrides/main.html": "{% extends 'base.html' %}{% block footer %}" + addition + "{% endblock %}"})

    result, files = both(site)

    assert {name for name, data in result.files.items() if files.get(name) != data} == set()
    assert len((site.folder / "renderings").read_text()) > 60


@pytest.mark.parametrize(
    "addition",
    [
        "{% if '/tags/' in page.url %}Tags{% endif %}",
        "{{ page.url.split('/')[1] }}",
        "{{ page.title | first }}",
        "{{ 'new' if page.title[:1] in 'ABC' else 'old' }}",
        "{{ page.update_date[5:7] }}",
    ],
)
def test_a_theme_may_say_more_of_some_lists(site: Site, addition: str) -> None:
    """Of those of a kind, a folder or a month, of which the first pages of a depth do not tell."""
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write({"overrides/main.html": "{% extends 'base.html' %}{% block footer %}" + addition + "{% endblock %}"})
    site.write({"docs/journal/2024-04-03-one.md": post("title: One"), "docs/journal/2023-04-03-two.md": post("title: Two")})

    result, files = both(site)

    assert {name for name, data in result.files.items() if files.get(name) != data} == set()


@pytest.mark.parametrize(
    ("addition", "spared"),
    [
        ("{{ page.update_date }}", True),
        ("<time datetime='{{ page.update_date }}'>{{ page.update_date }}</time>", True),
        ("{{ page.update_date[:4] }}", False),
        ("{{ 'old' if page.update_date < '2012-05-01' else 'new' }}", False),
        ("{% if page.update_date %}{{ page.update_date.replace('-', '/') }}{% endif %}", False),
    ],
)
def test_each_archive_has_its_own_date(site: Site, addition: str, spared: bool) -> None:
    """Also where the first pages of a depth have one date in common, as two tags of one post."""
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write({"overrides/main.html": "{% extends 'base.html' %}{% block footer %}" + addition + "{% endblock %}"})
    site.write({"docs/journal/2013-05-06-two.md": post("title: Two\ntags: [a1, a2, a3]\nauthor: Ada 0")})

    result, files = both(site)

    assert {name for name, data in result.files.items() if files.get(name) != data} == set()
    assert (len((site.folder / "renderings").read_text()) < 40) == spared


if HOST != "properdocs":  # Material is a theme of MkDocs

    def test_a_list_that_is_described_keeps_its_own_description(site: Site) -> None:
        """Material writes it in the head, where nothing marks its place; two that say the same prove nothing."""
        site.config["theme"] = {"name": "material"}
        tags = "".join(f"t{n}: {{description: {'Other' if n == 8 else 'Same'}}}\n" for n in range(9))
        authors = "".join(f"Ada {n}:\n  name: Ada {n}\n  description: Same\n" for n in range(4))
        site.write({"docs/journal/tags.yml": tags, "docs/journal/.authors.yml": authors})

        result, files = both(site)

        assert {name for name, data in result.files.items() if files.get(name) != data} == set()
        assert '<meta name="description" content="Other">' in result.page("journal/tags/t8/index.html")
        assert '<meta name="description" content="Same">' in result.page("journal/authors/ada-1/index.html")
