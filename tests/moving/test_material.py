"""`import material`: a site of Material's blog gets a journal with the same URLs, compared with Material's own build."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.moving.material_blog import journal_of
from mkdocs_journal.options.reading import read_options
from mkdocs_journal.urls.slugs import titled_slug
from tests.command_line import runner
from tests.conftest import HOST, Site, post

POSTS = {
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/.authors.yml": "authors:\n  ada: {name: Ada, description: A, avatar: https://example.org/a.png}\n",
    "docs/blog/posts/hello.md": post(
        "date: 2024-01-02\ncategories: [Big News, C++]\nauthors: [ada]", "# Hello, you & me\n\nText\n"
    ),
    "docs/blog/posts/b.md": post("title: A - B 0.3\ndate: {created: 2023-05-06}\nslug: own", "Text\n"),
    "docs/blog/posts/c.md": post("title: Ünï_cöde twice\ndate: 2023-06-07 08:09:10", "Text\n\n<!-- more -->\n\nMore\n"),
}


def run(*arguments: object, code: int = 0) -> Result:
    result = runner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output + result.stderr
    return result


@pytest.mark.skipif(HOST == "properdocs", reason="Material's blog is a plugin of MkDocs")
@pytest.mark.parametrize(
    ("blog", "directories"),
    [
        ("- blog:\n      pagination: false", True),
        ("- material/blog:\n      pagination_per_page: 2\n      pagination_url_format: p{page}", True),
        (
            (
                "- blog:\n      archive_url_date_format: yyyy/MM\n      pagination_per_page: 1\n"
                "      post_url_date_format: yy/M/d"
            ),
            True,
        ),
        ("- blog:\n      archive: false\n      categories_url_format: c/{slug}\n      post_url_format: '{file}'", False),
    ],
)
def test_every_url_of_the_blog_is_kept(tmp_path: Path, blog: str, directories: bool) -> None:
    site = Site(tmp_path / "site")
    site.write({**POSTS, "docs/index.md": "# Home\n"})
    text = f"site_name: S\nsite_url: https://e.org/s/\nuse_directory_urls: {directories}\ntheme: {{name: material}}\n"
    site.write({"own.yml": f"{text}plugins:\n  - search  # words\n  {blog}\n  # the end\nextra: {{a: 1}}\n"})
    before = site.build(config="own.yml")
    assert before.returncode == 0, before.log
    before.output.rename(tmp_path / "old")

    printed = run("import", "material", site.folder / "own.yml", "--yes").stdout
    after = site.build("--strict", config="own.yml")

    assert "+  - journal:" in printed
    assert after.returncode == 0, after.log
    assert (site.folder / "own.yml").read_text().startswith(f"{text}plugins:\n  - search  # words\n  - journal:\n")
    assert (site.folder / "own.yml").read_text().endswith("  # the end\nextra: {a: 1}\n")
    verified = run("verify", after.output, tmp_path / "old", "--strict").stdout
    assert ", 0 redirected, 0 lost" in verified
    assert "bodies of posts: 0 differ" in verified


RSS = """plugins:
  - rss:
      length: 5
      feeds_filenames: {rss_created: new.xml}
      categories: [tags]
  - tags
  - blog:
      blog_dir: .
      authors_file: "{blog}/people.yml"
      post_slugify: !!python/name:x.y
      blog_toc: true
      post_url_format: "{categories}/{slug}"
      pagination_url_format: p{page}
      archive: false
      categories: no
"""


def test_feeds_and_unknown_settings(tmp_path: Path) -> None:
    """The addresses of mkdocs-rss-plugin are kept; what is not moved is named; nothing changes without --yes."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(RSS)

    printed = run("import", "material", tmp_path).stdout.splitlines()

    assert file.read_text() == RSS
    assert [line[1:].strip() for line in printed if line.startswith("+ ")] == [
        "- journal:",
        "folder: .",
        "permalink: /:folder/:slugified_categories/:title/",
        "slug_from: title",
        "pager: p:num/",
        "authors: people.yml",
        "feeds:",
        "also:",
        "/new.xml: rss",
        "/feed_rss_updated.xml: rss",
        "/feed_json_created.json: json",
        "/feed_json_updated.json: json",
        "limit: 5",
    ]
    assert [line for line in printed if line.startswith("not moved")] == [
        "not moved: blog: post_slugify",
        "not moved: blog: post_url_format: Material has only the first category of a post in its URL",
        "not moved: rss: match_path: the old feeds had every page with a date, the new ones have the posts",
        "not moved: rss: the feeds of updates: their entries have the dates of the posts now",
    ]
    assert "Nothing was changed" in printed[-1]


BOMB = (
    "a0: &a0 [x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]\n" for n in range(1, 12))
    + "plugins:\n  - blog:\n      x: *a11\n      y: 1\n"
)


@pytest.mark.parametrize(
    ("text", "message", "code"),
    [
        ("plugins: [blog]\n", "its plugins are not a list with one a line", 1),
        ("plugins:\n  - search\n", "the plugin blog is not in `plugins`", 1),
        ("site_name: A\n", "its plugins are not a list", 1),
        ("a: [\n", "cannot be read as YAML", 1),
        ("plugins:\n  - blog\n  - material/blog\n", "two plugins blog have one blog_dir", 1),
        ("plugins:\n  - blog: &b {x: *b}\n", "contain themselves, or too much", 1),
        ("a: &a {x: y}\nplugins:\n  - blog:\n      b: *a\n", "contains an alias", 1),
        ("plugins: &p\n  - blog\n  - *p\n", "contains an alias", 1),
        ("plugins:\n  - blog:\n      a: &x c\n      b: *x\n", "contains aliases or comments that cannot be kept", 1),
        (BOMB, "contain themselves, or too much", 1),
        (None, "found no mkdocs.yml", 2),
    ],
)
def test_a_site_that_cannot_be_changed(tmp_path: Path, text: str | None, message: str, code: int) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text)

    assert message in run("import", "material", tmp_path, code=code).stderr


@pytest.mark.parametrize(
    ("plugins", "wanted"),
    [
        ('- blog: {blog_dir: "2024"}', 'folder: "2024"'),
        ("- blog: {blog_dir: 'a #b'}", 'folder: "a #b"'),
        ("- blog: {categories_url_format: '@{slug}'}", 'categories: "@:name/"'),
        ("- blog:\n      blog_dir: |-\n        # a\n  - tags", 'folder: "# a"'),
    ],
)
def test_values_are_written_so_that_yaml_reads_them(tmp_path: Path, plugins: str, wanted: str) -> None:
    """Text that YAML would read as a number, comment or map is in quotes; line ends stay."""
    file = tmp_path / "mkdocs.yml"
    text = f"site_name: A\nextra: &e [*e]\nplugins:\n  {plugins}\n"
    file.write_bytes(text.replace("\n", "\r\n").encode())

    run("import", "material", file, "--yes")

    after = file.read_bytes().decode()
    assert wanted in after.split("\r\n") or f"  {wanted}\r\n" in after
    assert after.count("\n") == after.count("\r\n")
    assert yaml.safe_load(after)["plugins"][0]["journal"]["slug_from"] == "title"


def test_values_of_another_kind_are_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "plugins:\n  - blog:\n      pagination_per_page: !ENV [X, 5]\n      blog_dir: [a]\n"
        "      <<: {archive: false}\n  - tags\n"
    )

    printed = run("import", "material", tmp_path).stdout

    assert "archive: archive" not in printed
    assert [line for line in printed.splitlines() if line.startswith("not moved")] == [
        "not moved: blog: pagination_per_page: its value is not a text or number",
        "not moved: blog: blog_dir: its value is not a text or number",
    ]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        *(
            ("Version 0.3", "version-03"),
            ("A - B", "a---b"),
            ("日本 語!", "日本-語"),
            ("C++", "c"),
            ("!", ""),
            (" A_b ", "a_b"),
        ),
        *(
            ("Firmware <br> Updates", "firmware--updates"),
            ("<b>all</b>", "all"),
            ("A &amp; B", "a-amp-b"),
            ("a < b", "a--b"),
        ),
    ],
)
def test_slugs_of_titles_are_those_of_material(title: str, slug: str) -> None:
    assert titled_slug(title) == slug


def test_lists_have_as_many_pages_as_before(tmp_path: Path) -> None:
    """Those of years and categories too, which are shorter in Material's blog."""
    blog = {"pagination_per_page": 3}

    assert journal_of(blog, None, directories=True).options["archives"]["per_page"] == 3
    assert journal_of({}, None, directories=True).options["archives"]["per_page"] == 10
    assert "per_page" not in journal_of({"pagination": False}, None, directories=True).options["archives"]
    assert read_options({"archives": {"per_page": 3}}).archives.per_page == 3
