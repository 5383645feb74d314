"""Posts that are made without rendering the theme for each are the same as with it."""

from __future__ import annotations

import pytest

from tests.conftest import HOST, Site, post
from tests.site.test_shell import COUNT, OFF

MATERIAL = [] if HOST == "properdocs" else ["material"]
TITLES = [
    "'Plain {}'",
    "'What''s new & good in \"{}\"'",
    "'A <b>bold</b> R&amp;D {}'",
    "'Two  blanks {}'",
    "'1 < {} > 0'",
    "'Journalmark {}'",
]
BODIES = [
    "Text of {}.\n",
    "# Its own title {}\n\nText.\n",
    "Text.\n\n## One & `two` {}\n\n## Three\n\nText.\n",
    "## A *b* {}\n\n### C's\n\n#### D\n\n## E\n\nSee [one](2010-01-03-p0.md).\n",
    "",
]
KEYS = [
    "author: Ada",
    "author: Ben's & <b>Co</b> {}",
    "author: [Ada, Ben]\ndescription: Says 'this' & \"that\" {}",
    "hide: [toc]\ndescription: Same",
    "hide:\n  - navigation\n  - footer",
    "unlisted: true",
    "canonical_url: https://example.com/?a={}&b='c'",
    "status: new\nicon: material/home\nsubtitle: x",
    "revision_date: {}",
]
FEATURES = ["navigation.footer", "navigation.tabs", "navigation.path", "content.action.edit", "toc.follow"]


def write_posts(site: Site, number: int = 240) -> None:
    """Write posts of every mixture of titles, bodies and keys, in three years."""
    for n in range(number):
        title = TITLES[n % len(TITLES)].format(n)
        text = post(
            f"title: {title}\ntags: [t{n % 3}]\n{KEYS[n // 3 % len(KEYS)].format(n)}",
            BODIES[n // 2 % len(BODIES)].format(n),
        )
        site.write({f"docs/journal/20{10 + n % 3}-{n % 4 + 1:02}-03-p{n}.md": text})


def both(site: Site) -> tuple[set[str], int]:
    """Build a site without and with the shortcut; return the files that differ, and how often the theme was rendered."""
    env = {"SOURCE_DATE_EPOCH": "1795132800"}
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": OFF})
    whole = site.build(env=env)
    assert whole.returncode == 0, whole.log
    files = whole.files
    site.write({"hook.py": COUNT})
    result = site.build(env=env)
    assert result.log.splitlines()[:-1] == whole.log.splitlines()[:-1]  # the last line has the seconds
    renderings = site.folder / "renderings"
    return (
        {name for name, data in result.files.items() if files.get(name) != data} | (files.keys() ^ result.files.keys()),
        len(renderings.read_text()) if renderings.exists() else 0,
    )


@pytest.mark.parametrize("theme", ["mkdocs", *MATERIAL])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_posts_are_the_same_as_if_the_theme_was_rendered_for_each(site: Site, theme: str, directory_urls: bool) -> None:
    """Whatever their titles, headings and keys; with years in the nav, to which links differ from year to year."""
    site.config["theme"] = {"name": theme}
    site.config["use_directory_urls"] = directory_urls
    site.config["plugins"] = ["search", {"journal": {"nav": ["archive"]}}]
    write_posts(site)

    differing, renderings = both(site)

    assert differing == set()
    assert renderings > 0


@pytest.mark.parametrize("theme", ["mkdocs", *MATERIAL])
def test_posts_with_other_keys_behind_many_that_are_alike_are_rendered(site: Site, theme: str) -> None:
    """The first ones prove nothing for them: what the theme reads of each is compared."""
    site.config["theme"] = {"name": theme}
    others = ("hide: [toc]", "hide: [navigation]", "status: new", "icon: material/home", "robots: none")
    for n in range(1, 28):
        key = "lang: en" if n < 13 else others[n % len(others)]
        site.write({f"docs/journal/2024-01-{n:02}-p{n}.md": post(f"title: P {n}\n{key}", "Text.\n\n## Part\n")})

    differing, renderings = both(site)

    assert differing == set()
    assert 0 < renderings < 27


@pytest.mark.parametrize("theme", ["mkdocs", *MATERIAL])
def test_the_theme_is_rendered_for_a_few_posts_of_a_form(site: Site, theme: str) -> None:
    site.config["theme"] = {"name": theme}
    for n in range(100):
        site.write(
            {f"docs/journal/2024-01-{n % 28 + 1:02}-p{n}.md": post(f"title: What's new in {n}", f"Text.\n\n## Part {n}\n")}
        )

    differing, renderings = both(site)

    assert differing == set()
    assert 0 < renderings < 40


def test_a_known_theme_is_not_rendered_for_each_kind_of_list(site: Site) -> None:
    site.config["theme"] = {"name": "mkdocs"}
    for n in range(8):
        terms = f"tags: [red {n}, blue {n}]\ncategories: [News, Notes {n}]\nauthor: [Ada {n}, Bo]"
        site.write({f"docs/journal/2024-01-{n % 28 + 1:02}-p{n}.md": post(f"title: New in {n}\n{terms}", "Text.\n")})

    differing, renderings = both(site)

    assert differing == set()
    assert renderings < 18  # there are ten kinds of lists


def test_posts_of_rare_forms_are_rendered_once_each(site: Site) -> None:
    """Four posts of each of 24 forms: with marks the theme would be rendered twice more for each form."""
    site.config["theme"] = {"name": "mkdocs"}
    for n in range(96):
        parts = "".join(
            f"{'##' if sign == '0' else '###'} Part {place}\n\n" for place, sign in enumerate(f"{n // 4 + 8:b}")
        )
        site.write({f"docs/journal/2024-01-{n % 28 + 1:02}-p{n}.md": post(f"title: New in {n}", parts)})

    differing, renderings = both(site)

    assert differing == set()
    assert 96 <= renderings < 120


@pytest.mark.parametrize("theme", ["mkdocs", *MATERIAL])
def test_links_to_sources_and_places_in_the_nav_are_those_of_each_post(site: Site, theme: str) -> None:
    site.config["theme"] = {"name": theme, **({"features": FEATURES} if theme == "material" else {})}
    site.config["repo_url"] = "https://github.com/a/b"
    site.config["edit_uri"] = "edit/main/docs/"
    site.config["extra"] = {"social": [{"icon": "material/rss", "link": "journal/2011/feed"}]}
    site.config["nav"] = [{"Home": "index.md"}, {"Of old": ["journal/2010-01-03-p0.md"]}, {"News": ["journal/index.md"]}]
    site.write({"docs/index.md": "# Home\n", "docs/journal/index.md": "# News\n"})
    write_posts(site, 120)

    assert both(site)[0] == set()


@pytest.mark.parametrize("change", ["template", "hook", "theme"])
def test_posts_are_rendered_by_mkdocs_where_anything_else_takes_part(site: Site, change: str) -> None:
    """A template of the site, a hook with the variables of pages, a theme that is not known: they say more of few posts."""
    own = {"custom_dir": "overrides"} if change == "template" else {}
    site.config["theme"] = {"name": "readthedocs" if change == "theme" else "mkdocs", **own}
    extra = ""
    if change == "template":
        text = "{% block footer %}{% if page.content | length > 9000 %}Long{% endif %}{% endblock %}"
        site.write({"overrides/main.html": "{% extends 'base.html' %}" + text})
    if change == "hook":
        name = "'Long' if len(page.content) > 9000 else 'Short'"
        extra = f"\ndef on_page_context(context, page, config, nav):\n    context['config'].site_name = {name}\n"
    for n in range(20):
        text = "Text. " * (2_000 if n % 9 == 5 else 1)
        site.write({f"docs/journal/2024-01-{n + 1:02}-p{n}.md": post(f"title: New in {n}", text)})
    site.config["hooks"] = ["hook.py"]
    site.write({"hook.py": OFF + extra})
    whole = site.build(env={"SOURCE_DATE_EPOCH": "1795132800"}).files
    site.write({"hook.py": COUNT + extra})

    result = site.build(env={"SOURCE_DATE_EPOCH": "1795132800"})

    posts = {name: data for name, data in result.files.items() if "/p" in name and name.endswith(".html")}
    assert posts
    assert {name for name, data in posts.items() if whole[name] != data} == set()


if HOST != "properdocs":  # Material is a theme of MkDocs

    @pytest.mark.parametrize(
        "homepage", ["./journal/2012/", "journal//2012/", "journal/x/../2012", "journal/2012", "../journal/2012"]
    )
    def test_a_link_of_the_theme_may_be_written_in_any_way(site: Site, homepage: str) -> None:
        """It is shorter on posts and lists in its folder, with or without a slash at its end."""
        site.config["theme"] = {"name": "material"}
        site.config["extra"] = {"homepage": homepage, "banner": "data:image/png;base64," + "a/" * 20_000}
        site.config["plugins"] = ["search", {"journal": {"permalink": "/journal/:year/:month/:title/"}}]
        site.config["nav"] = [{"Home": "index.md"}, {"Of 2011": "journal/2011"}]
        for n in range(30):
            day = f"20{10 + n % 3}-{n % 4 + 1:02}-03"
            site.write({f"docs/journal/{day}-p{n}.md": post(f"title: Post {n}\ntags: [t{n}]")})

        differing, renderings = both(site)

        assert differing == set()
        assert 0 < renderings < 50

    def test_the_address_of_a_source_is_changed_where_its_name_has_what_the_theme_replaces(site: Site) -> None:
        """Material writes `raw` in place of the first of `blob` and `edit` to link to the text of a page."""
        site.config["theme"] = {"name": "material", "features": ["content.action.view"]}
        site.config["repo_url"] = "https://codeberg.org/a/b"
        site.config["edit_uri"] = "src/branch/main/docs/"
        for n in range(20):
            name = f"how-to-edit-{n}" if n == 12 else f"blob/p{n}" if n == 14 else f"p{n}"
            site.write({f"docs/journal/{name}.md": post(f"title: Post {n}\ndate: 2024-01-{n + 1:02}")})

        assert both(site)[0] == set()


@pytest.mark.parametrize("permalink", ["/:folder/:title/", "/:title", "/:title.html"])
@pytest.mark.parametrize("theme", ["mkdocs", *MATERIAL])
def test_a_post_in_the_nav_is_shown_there_as_the_current_page(site: Site, theme: str, permalink: str) -> None:
    """It has a page before it and one behind it, as other posts have."""
    site.config["theme"] = {"name": theme}
    site.config["plugins"] = ["search", {"journal": {"permalink": permalink}}]
    chosen = {"Chosen": ["journal/2024-01-14-p13.md", "journal/2024-01-15-p14.md"]}  # with the titles of the posts
    site.config["nav"] = [{"Home": "index.md"}, {"Thirteen": "journal/2024-01-13-p12.md"}, chosen, {"More": "more.md"}]
    site.write({"docs/index.md": "# Home\n", "docs/more.md": "# More\n"})
    for n in range(20):
        site.write({f"docs/journal/2024-01-{n + 1:02}-p{n}.md": post(f"title: Post {n}")})

    differing, renderings = both(site)

    assert differing == set()
    assert renderings > 0
