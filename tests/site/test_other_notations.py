"""Posts written for other programs, in whole builds: what they say of a draft, a day, a header."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post


def test_drafts_in_other_notations_do_not_go_out(site: Site) -> None:
    """One warning each; lists, feeds, search and pages do not have them."""
    keys = ["status: draft", "state: private", "visibility: private", "is_draft: true", "private: yes", "wip: true"]
    keys += ["unpublished: true", "publish: false"]
    site.write(
        {f"docs/journal/2024-01-0{n}-s{n}.md": post(f"title: SECRETWORD{n}\n{key}") for n, key in enumerate(keys, 1)}
    )
    site.write(
        {
            "docs/journal/2024-02-01-due.md": post("title: SECRETWORD due\ndate: 2024-02-01\npublishDate: 2099-01-05"),
            "docs/journal/later.md": post("title: SECRETWORD later\npubDate: 2099-01-05"),
            "docs/journal/2024-02-02-fine.md": post("title: Fine\nstatus: published"),
            "docs/journal/when.md": post("title: When\npublish_date: Jan 6 2023"),
        }
    )
    site.config["plugins"] = ["search", {"journal": {"schedule": "schedule.json"}}]

    result = site.build()

    assert result.returncode == 0, result.log
    assert sum("(J120)" in line for line in result.ours) == len(keys)
    assert result.ours[-1].startswith(f"2 posts (and {len(keys)} drafts, 2 scheduled, next 2099-01-05), ")
    assert "2099-01-05" in result.page("schedule.json")
    assert "journal/2023/01/when/index.html" in result.files
    for name, data in result.files.items():
        assert b"SECRETWORD" not in data, name


def test_a_header_without_fences_is_read_and_never_printed(site: Site) -> None:
    site.write(
        {
            "docs/journal/2021-02-13-p.md": "Title: Multi\nDate: 2021-02-13 10:20\nTags: a, b\n\nText of it.\n",
            "docs/journal/written.md": "Title: Written\nDate: 2021-02-14\nText at once.\n",
            "docs/journal/2021-02-15-note.md": "Note: this is prose.\n\nMore.\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    page = result.page("journal/2021/02/p/index.html")
    assert "<title>Multi - Test</title>" in page
    assert "Text of it." in page
    assert "journal/tags/b/index.html" in result.files
    for name in ("p", "written"):
        for header in ("Title: ", "Date: ", "Tags: a"):
            assert header not in result.page(f"journal/2021/02/{name}/index.html")
    assert "Note: this is prose." in result.page("journal/2021/02/note/index.html")


@pytest.mark.parametrize("text", ['---json\n{"title": "A"}\n---\nT\n', ';;;\n"title": "A"\n;;;\nT\n', ":title: A\n\nT\n"])
def test_a_header_in_an_unsupported_format_stops_the_build(site: Site, text: str) -> None:
    site.write({"docs/journal/2021-02-13-p.md": text, "docs/journal/2021-02-14-q.md": f"\u200b{post('title: Q')}"})

    result = site.build()

    assert result.returncode == 1
    assert sum("write --- as line 1 (J104)" in line for line in result.ours) == 2
    assert "Traceback" not in result.log


def test_a_post_with_a_password_that_is_not_encrypted_is_reported(site: Site) -> None:
    """As hexo-blog-encrypt reads it; to WordPress it is a post with a password as well."""
    site.write(
        {
            "docs/index.md": "# Home\n",
            "docs/journal/2024-05-05-locked.md": "---\ntitle: Locked\npassword: secret\n---\n\nWords.\n",
            "docs/journal/2024-05-06-open.md": "---\ntitle: Open\npassword: ''\n---\n\nWords.\n",
            "docs/journal/2024-05-07-draft.md": "---\ntitle: Draft\npassword: x\ndraft: true\n---\n\nWords.\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0
    [found] = [line for line in result.ours if "(J124)" in line]
    assert found.startswith("docs/journal/2024-05-05-locked.md:3:11: password: the post is published unencrypted; ")
