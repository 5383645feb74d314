"""What is withheld stays out of a build, and the host's own switches are kept."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Result, Site, post
from tests.host_process import run_check
from tests.site.reader import Reader

SHOWN = "docs/journal/2024-05-06-shown.md"


def test_attachments_of_withheld_posts_are_not_published(site: Site) -> None:
    """Files in the folder of a bundle, below `_drafts`, and files that only such a post names."""
    site.write(
        {
            SHOWN: post("title: Shown", "![used](_drafts/used.png) ![own](own.png)\n"),
            "docs/journal/own.png": b"own",
            "docs/journal/2024-01-01-hush/index.md": post("title: Hush\ndraft: true", "![h](h.png)\n"),
            "docs/journal/2024-01-01-hush/h.png": b"h",
            "docs/journal/2024-01-01-hush/deep/data.csv": b"1",
            "docs/journal/_drafts/idea.md": post("title: Idea"),
            "docs/journal/_drafts/idea.png": b"idea",
            "docs/journal/_drafts/used.png": b"used",
            "docs/journal/2999-01-01-later.md": post("title: Later\nimage: flat.png"),
            "docs/journal/flat.png": b"flat",
            "docs/journal/free.png": b"nobody names it",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    published = {name for name in result.files if name.endswith((".png", ".csv")) and name.startswith("journal/")}
    assert published == {"journal/own.png", "journal/_drafts/used.png", "journal/free.png"}


def test_an_attachment_that_the_configuration_or_a_page_names_is_published(site: Site) -> None:
    site.config["theme"] = {"name": "mkdocs", "logo": "journal/2024-01-01-hush/logo.png"}
    site.write(
        {
            "docs/journal/2024-01-01-hush/index.md": post("title: Hush\ndraft: true"),
            "docs/journal/2024-01-01-hush/logo.png": b"logo",
            "docs/journal/2024-01-01-hush/chart.png": b"chart",
            "docs/about.md": "# About\n\n![chart](journal/2024-01-01-hush/chart.png)\n",
        }
    )

    result = site.build("--strict")

    assert {"journal/2024-01-01-hush/logo.png", "journal/2024-01-01-hush/chart.png"} <= set(result.files)


def test_data_files_are_not_published(site: Site) -> None:
    """Those that are read, and those that another one hides."""
    site.write(
        {
            SHOWN: post("title: Shown\nauthor: ada"),
            "docs/journal/authors.yml": "ada: {name: Ada}\n",
            "docs/_data/authors.yml": "ada: {name: Other}\n",
            "docs/journal/tags.yml": "[x]\n",
            "docs/tags.yml": "[y]\n",
            "docs/data.yml": "x: 1\n",
        }
    )
    site.config["plugins"] = ["search", {"journal": {"authors": "authors.yml"}}]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert [name for name in result.files if name.endswith(".yml")] == ["data.yml"]


def test_a_word_for_false_withholds_as_well(site: Site) -> None:
    site.write({SHOWN: post('title: Shown\npublished: "false"')})

    result = site.build("--strict")

    assert result.ours == ["0 posts (and 1 unpublished), 0 tags, 3 feeds, 0 problems"]


def archives(result: Result) -> set[str]:
    return {name for name in result.files if name.startswith("journal/") and name.endswith(".html")}


def test_what_mkdocs_excludes_is_left_out(site: Site) -> None:
    """`exclude_docs`: the file is no post, and such an archive has no page. `draft_docs`: the post is a draft."""
    site.config["exclude_docs"] = "journal/2024-01-01-*.md\njournal/tags/\n"
    site.config["draft_docs"] = "journal/2024-02-*.md\n"
    site.write(
        {
            SHOWN: post("title: Shown\ntags: [x]"),
            "docs/journal/2024-01-01-out.md": post("title: Out"),
            "docs/journal/2024-02-01-draft.md": post("title: Draft one"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert result.ours == ["1 post (and 1 draft), 1 tag, 3 feeds, 0 problems"]
    assert archives(result) == {
        f"journal/{name}index.html" for name in ("", "2024/", "2024/05/", "2024/05/shown/", "subscribe/")
    }


def test_a_landing_page_can_be_kept_out_of_the_nav_or_out_of_the_site(site: Site) -> None:
    site.config["not_in_nav"] = "journal/index.md\n"
    site.write({SHOWN: post("title: Shown"), "docs/about.md": "# About\n"})
    page = site.build("--strict").page("about/index.html")
    assert "journal/" not in {href for _, href in Reader(page).named}

    del site.config["not_in_nav"]
    site.config["exclude_docs"] = "journal/index.md\n"
    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "journal/index.html" not in result.files
    assert "journal/2024/05/shown/index.html" in result.files


@pytest.mark.parametrize("epoch", ["tomorrow", "-5", "4294967296"])
def test_an_unusable_time_of_the_build_ends_it(site: Site, epoch: str) -> None:
    """The host writes it into `sitemap.xml.gz`, where it has four bytes."""
    site.write({SHOWN: post("title: Shown")})

    result = site.build(env={"SOURCE_DATE_EPOCH": epoch})

    assert result.returncode == 1
    assert f"journal: SOURCE_DATE_EPOCH: found {epoch!r}; write seconds since 1970, or unset it" in result.log
    assert "Traceback" not in result.log


def check(site: Site, *options: str) -> str:
    """Run `mkdocs-journal check` on the site and return its last line."""
    (site.folder / "mkdocs.yml").write_text(json.dumps(site.config), encoding="utf-8")
    done = run_check(options, site.folder)
    return (done.stdout + done.stderr).splitlines()[-1]


def test_check_judges_the_future_as_on_a_given_day(site: Site) -> None:
    site.write({SHOWN: post("title: Shown"), "docs/journal/2999-05-06-later.md": post("title: Later")})

    assert check(site) == "1 post (and 1 scheduled for 2999-05-06), 0 tags, 3 feeds, 0 problems"
    assert check(site, "--as-of", "3000-01-01") == "2 posts, 0 tags, 3 feeds, 0 problems"
    assert check(site, "--as-of", "2000-01-01").startswith("0 posts (and 2 scheduled, next 2024-05-06)")
    assert check(site, "--as-of", "soon") == (
        "mkdocs-journal: --as-of: found 'soon'; write YYYY-MM-DD, for example 2026-12-01"
    )
