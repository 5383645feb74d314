"""What is withheld by the place where it stands: below `_drafts`, in the folder of a withheld page bundle; in any case."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.conftest import Result, Site, post

SHOWN = "docs/journal/2024-05-06-shown.md"


def assert_nowhere(result: Result, words: Iterable[str]) -> None:
    """Neither in the path nor in the text of an output."""
    for name, data in result.files.items():
        for word in words:
            assert word.lower() not in name.lower(), name
            assert word.lower().encode() not in data.lower(), (word, name)


def test_everything_below_drafts_is_withheld(site: Site) -> None:
    """Whatever its keys, its suffix, or its front matter say."""
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/journal/_drafts/hush-page.md": post("title: Hushone\nlayout: page"),
            "docs/journal/_drafts/hush-no.md": post("title: Hushtwo\njournal: false"),
            "docs/journal/_drafts/2024-01-01-hush-dated.MD": post("title: Hushthree\nlayout: page"),
            "docs/journal/_drafts/hush-case.Markdown": post("title: Hushfour"),
            "docs/journal/_drafts/hush-jekyll.mkdown": post("title: Hushfive"),
            "docs/journal/_drafts/hush-html.HTML": post("title: Hushsix"),
            "docs/journal/_drafts/hush-plain.md": "Hushseven, and nothing else.\n",
            "docs/journal/_drafts/hush-bundle/index.md": post("title: Husheight"),
            "docs/journal/_drafts/hush-bundle/more.md": "# Hushnine\n",
            "docs/journal/part/_Drafts/hush.md": "# Hushten\n",
            "docs/journal/part/_Drafts/hush.csv": b"hush",
            "docs/journal/2024/_DRAFTS/deep/hush.txt": b"hush",
            "docs/journal/2024/_DRAFTS/2024-05-05-hush.md": post("title: Husheleven"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush"])
    assert result.ours[-1].startswith("1 post (and 11 drafts), ")


@pytest.mark.parametrize(
    ("globs", "post_", "drafts"),
    [
        ("releases/*.md", "releases/2024-03-02-d.md", "releases/_drafts"),
        ("releases/20*.md", "releases/2024-03-02-d.md", "releases/_Drafts"),
        ("releases/**/*.md", "releases/x/2024-03-02-d.md", "releases/x/_drafts"),
        ("releases/v*.md", "releases/v1.md", "releases/_drafts"),
        ("releases/*/index.md", "releases/one/index.md", "releases/_drafts"),
        ("releases/*/*.md", "releases/2024/one.md", "releases/2024/_drafts"),
        ("/releases/", "releases/one.md", "releases/_drafts"),
        ("*.post.md", "releases/one.post.md", "releases/_drafts"),
        ("news/_posts/*.md", "news/_posts/2024-03-02-d.md", "news/_drafts"),
        ("**/_posts/*.md", "a/b/_posts/2024-03-02-d.md", "a/b/_drafts"),
        ("**/_posts/*.md", "a/b/_posts/2024-03-02-d.md", "_drafts"),
    ],
)
def test_the_drafts_of_the_folders_of_globs_are_withheld(site: Site, globs: str, post_: str, drafts: str) -> None:
    site.config["plugins"] = ["search", {"journal": {"posts": [globs]}}]
    site.write(
        {
            SHOWN: post("title: Shown"),
            f"docs/{post_}": post("title: D\ndate: 2024-03-02"),
            f"docs/{drafts}/hush.md": post("title: Hush", "![](hush.png)"),
            f"docs/{drafts}/2024-01-01-hush.md": post("title: Hush\nlayout: page"),
            f"docs/{drafts}/deep/hush.md": "# Hush\n",
            f"docs/{drafts}/hush.png": b"hush",
            "docs/elsewhere/drafts/seen.md": "# Seen\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush"])
    assert "elsewhere/drafts/seen/index.html" in result.files
    assert result.ours[-1].startswith("2 posts (and 3 drafts), ")


def test_files_alone_where_globs_have_posts_are_withheld(site: Site) -> None:
    """In folders for drafts only; those of other parts of the site are not the journal's."""
    site.config["plugins"] = ["search", {"journal": {"posts": ["releases/*.md"]}}]
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/releases/2024-03-02-d.md": post("title: D"),
            "docs/releases/_drafts/hush.pdf": b"hush",
            "docs/other/_drafts/seen.pdf": b"seen",
        }
    )

    result = site.build("--strict")

    assert_nowhere(result, ["hush"])
    assert "other/_drafts/seen.pdf" in result.files


@pytest.mark.parametrize("folder", ["journal", "."])
def test_a_page_that_says_draft_is_withheld(site: Site, folder: str) -> None:
    """`journal: false` says that the journal has nothing to do with it."""
    site.config["plugins"] = ["search", {"journal": {"folder": folder}}]
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/journal/hush-page.md": post("title: Hushone\nlayout: page\ndraft: true"),
            "docs/journal/hush-unpublished.md": post("title: Hushtwo\nLayout: Page\npublished: false"),
            "docs/journal/seen.md": post("title: Seen\nlayout: page\ndraft: false"),
            "docs/journal/other.md": post("title: Other\njournal: false\ndraft: true"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush"])
    assert {"journal/seen/index.html", "journal/other/index.html"} <= set(result.files)


@pytest.mark.parametrize(
    ("folder", "drafts"), [("blog/_posts", "blog/_drafts"), ("blog/posts", "blog/_drafts"), ("blog", "_Drafts/soon")]
)
def test_drafts_beside_a_folder_of_posts_are_its_drafts(site: Site, folder: str, drafts: str) -> None:
    """As Jekyll has them."""
    site.config["plugins"] = ["search", {"journal": {"folder": folder}}]
    site.write(
        {
            f"docs/{folder}/2024-05-06-shown.md": post("title: Shown"),
            f"docs/{drafts}/hush.md": post("title: Hush\nlayout: page", "![h](hush.png)\n"),
            f"docs/{drafts}/hush.png": b"hush",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush"])
    assert result.ours[-1].startswith("1 post (and 1 draft), ")


@pytest.mark.parametrize("place", ["blog/_drafts", "blog/soon/_drafts", "_Drafts/soon"])
def test_files_below_drafts_are_withheld_without_a_text_beside_them(site: Site, place: str) -> None:
    """A picture or a document is there before the post, or after the post has moved out."""
    site.config["plugins"] = ["search", {"journal": {"folder": "blog"}}]
    site.write({"docs/blog/2024-05-06-shown.md": post("title: Shown"), f"docs/{place}/hush.pdf": b"hush"})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush"])


@pytest.mark.parametrize("index", ["index.md", "README.md", "index.MD", "index.markdown"])
@pytest.mark.parametrize("state", ["draft: true", "published: false", "date: 2999-01-01"])
def test_everything_in_the_folder_of_a_withheld_bundle_is_withheld(site: Site, index: str, state: str) -> None:
    """Ordinary pages, dated posts and folders below it; its name is in no nav, search index, sitemap or path."""
    folder = "docs/journal/secretname"
    site.write(
        {
            SHOWN: post("title: Shown"),
            f"{folder}/{index}": post(f"title: Hushone\n{state}"),
            f"{folder}/appendix.md": "# Hushtwo\n\nappendix text\n",
            f"{folder}/odd.md": "---\nHushthree is prose below a rule.\n",
            f"{folder}/deep/2024-01-02-hushfour.md": post("title: Hushfour\ntags: [hushtag]"),
            f"{folder}/deep/notes.MD": "# Hushfive\n",
            f"{folder}/picture.png": b"hush picture",
            f"{folder}/static.html": "<p>Hushsix</p>",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush", "secretname", "appendix"])


def test_a_bundle_that_a_glob_finds_keeps_its_folder_to_itself(site: Site) -> None:
    """A published bundle beside it keeps its pages, and so does the folder of the journal."""
    site.config["plugins"] = ["search", {"journal": {"posts": ["news/*/index.md", "journal/index.md"]}}]
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/journal/index.md": post("title: The journal\ndraft: true"),
            "docs/news/2024-01-09-secretname/index.md": post("title: Hushone\ndraft: true"),
            "docs/news/2024-01-09-secretname/appendix.md": "# Hushtwo\n",
            "docs/news/2024-01-09-secretname/2024-01-01-old.md": post("title: Hushthree"),
            "docs/news/2024-01-10-open/index.md": post("title: Open"),
            "docs/news/2024-01-10-open/more.md": "# More\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush", "secretname", "appendix"])
    assert "journal/2024/05/shown/index.html" in result.files
    assert "news/2024-01-10-open/more/index.html" in result.files


def test_a_page_beside_a_refused_bundle_is_withheld_and_a_post_is_not(site: Site) -> None:
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]
    site.write(
        {
            "docs/journal/2024-01-09-broken/index.md": "---\ntitle: [\ndraft: true\n---\n",
            "docs/journal/2024-01-09-broken/appendix.md": "# Hushtwo\n",
            "docs/journal/2024-01-09-broken/2024-01-01-fine.md": post("title: Fine"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert_nowhere(result, ["hush", "appendix"])
    assert "journal/2024/01/fine/index.html" in result.files


@pytest.mark.parametrize("suffix", [".MD", ".Markdown", ".mkdown", ".MKD", ".mDown"])
def test_a_suffix_in_another_case_is_rendered(site: Site, suffix: str) -> None:
    """A post, an ordinary page and the landing page; links to them lead there."""
    site.write(
        {
            f"docs/journal/2024-01-01-loud{suffix}": post("title: Loud", "*Emphasis* and [quiet](2024-01-02-quiet.md).\n"),
            "docs/journal/2024-01-02-quiet.md": post(
                "title: Quiet", f'[loud](2024-01-01-loud{suffix}) <a href="about{suffix}">about</a>\n'
            ),
            f"docs/journal/about{suffix}": "# About\n\n*This* page.\n",
            f"docs/journal/index{suffix}": "# Our news\n\nWelcome.\n",
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "<em>Emphasis</em>" in result.page("journal/2024/01/loud/index.html")
    assert '<a href="../loud/">loud</a>' in result.page("journal/2024/01/quiet/index.html")
    assert '<a href="../../../about/">about</a>' in result.page("journal/2024/01/quiet/index.html")
    assert "<em>This</em>" in result.page("journal/about/index.html")
    assert "Our news" in result.page("journal/index.html")
    assert "Loud" in result.page("journal/index.html")
    assert not [name for name in result.files if name.endswith(suffix)]


def test_html_in_another_case(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-01-01-old.HTML": post("title: Old", "<p>As <b>is</b>.</p>\n"),
            "docs/journal/2024-01-02-hush.HTM": post("title: Hush\ndraft: true", "<p>Not yet.</p>\n"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "<p>As <b>is</b>.</p>" in result.page("journal/2024/01/old/index.html")
    assert_nowhere(result, ["hush"])


@pytest.mark.parametrize(
    ("folder", "index", "keys"),
    [
        ("journal", "index.md", "draft: true"),
        ("journal", "README.md", "published: false"),
        ("journal", "index.md", "status: draft"),
        (".", "index.md", "draft: true"),
    ],
)
def test_a_landing_page_that_says_draft_is_withheld(site: Site, folder: str, index: str, keys: str) -> None:
    """The list has its place without it, also in a theme that writes the source of a page into it."""
    site.config["plugins"] = ["search", {"journal": {"folder": folder}}]
    site.config["theme"] = {"name": "readthedocs"}
    place = "docs/journal" if folder == "journal" else "docs"
    (site.folder / "docs" / "index.md").unlink()
    site.write(
        {
            f"{place}/{index}": post(f"title: Quiet landing\n{keys}", "Quiet words ![x](quiet.png) of nobody.\n"),
            f"{place}/quiet.png": b"a picture that only the landing page has",
            f"{place}/2024-01-01-open.md": post("title: Open news"),
        }
    )

    result = site.build()
    landing = result.page("journal/index.html" if folder == "journal" else "index.html")

    assert result.returncode == 0, result.log
    assert "Open news" in landing
    assert "J9" not in result.log
    assert [name for name in result.files if "quiet" in name or b"uiet" in (result.output / name).read_bytes()] == []


def test_a_folder_of_posts_is_not_the_bundle_of_its_readme(site: Site) -> None:
    """Jekyll's `_posts` may have one; a date is asked for in its own name."""
    about, posts = "docs/journal/_posts/README.md", "docs/journal/a/_posts/index.md"
    site.write({about: post("title: Hushone\npublished: false"), posts: post("title: Hushtwo\ndraft: true")})
    site.write({"docs/journal/_posts/2024-05-06-a.md": post(), "docs/journal/a/_posts/2024-05-07-b.md": post()})

    result = site.build("--strict")

    assert result.ours[-1].startswith("2 posts (and 1 draft, 1 unpublished), ")
    assert_nowhere(result, ["hush"])
    site.write({about: "About these posts\n"})
    assert "date: missing; add date: YYYY-MM-DD or name the file YYYY-MM-DD-README.md (J301)" in site.build().log


def test_markdown_of_other_programs_is_refused_not_copied(site: Site) -> None:
    """As Docusaurus, Astro and Quarto have it: the date is a key or in the name of the folder; a draft would go out."""
    sources = {
        "docs/journal/plan.mdx": post("title: Plan\ndate: 2024-01-01\ndraft: true", "A secret.\n"),
        "docs/journal/2024-02-02-more/index.mdx": post("title: More", "A secret.\n"),
        "docs/journal/notes.qmd": post("title: Notes\ndraft: true", "A secret.\n"),
        "docs/journal/quoted.mdx": post(f'title: Quoted\nabout: {"word " * 500}\n"draft": true', "A secret.\n"),
        "docs/journal/state.Rmd": post("title: State\nstatus: draft", "A secret.\n"),
        "docs/journal/toml.mdx": "+++\ntitle = 'TOML'\ndraft = true\n+++\nA secret.\n",
    }
    site.write(
        {
            "docs/journal/2024-05-06-shown.md": post("title: Shown"),
            "docs/journal/part.mdx": post("title: A part"),
            **sources,
        }
    )
    stopped = site.build()
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]
    skipped = site.build()

    assert stopped.returncode == 1
    assert [line.rpartition(": MkDocs")[0] for line in stopped.ours[:-1]] == [f"{name}:1: file" for name in sorted(sources)]
    assert skipped.returncode == 0
    assert _of_programs(skipped) == {"journal/part.mdx"}


def _of_programs(result: Result) -> set[str]:
    return {name for name in result.files if name.endswith((".mdx", ".qmd", ".Rmd"))}


def test_the_source_of_a_page_is_no_second_post(site: Site) -> None:
    """Quarto and blogdown write `an.md` from `an.qmd` beside it; such a file goes with its post, as all of a bundle do."""
    source = post("title: Source\ndate: 2024-01-01")
    public = ["journal/2024-01-01-an.Rmd", "journal/b/index.qmd", "journal/b/code/more.qmd", "journal/page.qmd"]
    private = ["journal/plan.qmd", "journal/c/index.Rmd", "journal/c/other.qmd", "journal/_drafts/idea.qmd"]
    site.write({f"docs/{name}": source for name in (*public, *private)})
    site.write({f"docs/journal/{name}.md": post("title: Shown\ndate: 2024-01-01") for name in ("2024-01-01-an", "b/index")})
    site.write({f"docs/journal/{name}.md": post("title: Not yet\ndraft: true") for name in ("plan", "c/index")})
    site.write({"docs/journal/page.md": "# A page\n"})

    result = site.build("--strict")
    site.write(
        {"docs/journal/b/next.qmd": post("title: Next\ndraft: true"), "docs/journal/b/c.mdx": "+++\ndraft = true\n+++\n"}
    )
    site.write({"docs/journal/c/more/next.qmd": post("title: Next\ndraft: true")})
    site.config["plugins"] = [{"journal": {"on_error": "skip"}}]
    skipped = site.build()

    assert _of_programs(skipped) == set(public)
    assert [line.partition(":1: ")[0] for line in skipped.ours if "J112" in line] == [
        "docs/journal/b/c.mdx",
        "docs/journal/b/next.qmd",
    ]

    assert _of_programs(result) == set(public), result.log
    assert result.ours[-1].startswith("2 posts (and 2 drafts, 1 ordinary page), ")


def test_a_site_wide_journal_has_files_of_other_programs(site: Site) -> None:
    """R Markdown always has a date; a draft is refused also there."""
    site.config["plugins"] = [{"journal": {"folder": ".", "on_error": "skip"}}]
    site.write(
        {"docs/template.Rmd": post("title: Template\ndate: 2024-01-01"), "docs/plan.qmd": post("title: A\ndraft: true")}
    )

    result = site.build()

    assert _of_programs(result) == {"template.Rmd"}
    assert "docs/plan.qmd:1: file: MkDocs does not treat .qmd files as pages; rename it to plan.md (J112)" in result.log


@pytest.mark.parametrize(("folder", "name"), [("journal", "index.md"), ("journal", "README.md"), (".", "index.md")])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_landing_page_that_is_not_utf_8_is_refused(site: Site, folder: str, name: str, encoding: str) -> None:
    """The list and the pages beside it are published; MkDocs would end with a traceback."""
    site.config["plugins"] = [{"journal": {"folder": folder, "on_error": "skip"}}]
    site.write({f"docs/{folder}/2024-01-02-a.md": post("title: A"), f"docs/{folder}/note.md": "# Note\n"})
    (site.folder / "docs" / folder / name).write_bytes("# Tageb\u00fccher\n".encode(encoding))

    result = site.build()

    built = site.folder / "site" / folder
    assert result.returncode == 0, result.log
    assert [line.rpartition(" ")[2] for line in result.ours if f"{name}:1:" in line] == ["(J102)"]
    assert "A</a>" in (built / "index.html").read_text(encoding="utf-8")
    assert (built / "note/index.html").is_file()
