"""The URL of a post and the file that serves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

import pytest

from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.permalinks import Address, PermalinkError, address_of, address_of_path

TITLE = "/:title/"


def make_post(**fields: Any) -> Post:
    values: dict[str, Any] = {
        "source": PurePosixPath("journal/2024-11-05-a-title.md"),
        "title": "A Title",
        "date": datetime(2024, 11, 5, 6, 7, 8, tzinfo=UTC),
        "slug": "a-title",
        "body": "",
        "categories": ("News", "Big Things"),
    }
    return Post(**{**values, **fields})


@pytest.mark.parametrize(
    ("permalink", "url", "file"),
    [
        ("/:folder/:year/:month/:title/", "journal/2024/11/a-title/", "journal/2024/11/a-title/index.html"),
        ("date", "news/big things/2024/11/05/a-title.html", "news/big things/2024/11/05/a-title.html"),
        ("pretty", "news/big things/2024/11/05/a-title/", "news/big things/2024/11/05/a-title/index.html"),
        ("ordinal", "news/big things/2024/310/a-title.html", "news/big things/2024/310/a-title.html"),
        ("weekdate", "news/big things/2024/W45/Tue/a-title.html", "news/big things/2024/W45/Tue/a-title.html"),
        ("none", "news/big things/a-title.html", "news/big things/a-title.html"),
        ("/:title", "a-title", "a-title.html"),
        ("/:short_year:i_month_:i_day/:slug/", "2411_5/a-title/", "2411_5/a-title/index.html"),
        ("/:hour-:minute-:second/:name/", "06-07-08/2024-11-05-a-title/", "06-07-08/2024-11-05-a-title/index.html"),
        (
            "/:slugified_categories/:long_month/:long_day/:w_year/:title/",
            "news/big-things/November/Tuesday/2024/a-title/",
            "news/big-things/November/Tuesday/2024/a-title/index.html",
        ),
    ],
)
def test_patterns_and_styles(permalink: str, url: str, file: str) -> None:
    assert address_of(make_post(), Options(permalink=permalink)) == Address(url, file)


@pytest.mark.parametrize(
    ("permalink", "url", "file"),
    [
        ("/about/us/", "about/us/", "about/us/index.html"),
        ("no/leading/slash.html", "no/leading/slash.html", "no/leading/slash.html"),
        ("/gpt-4.5", "gpt-4.5", "gpt-4.5.html"),
        ("/x/index.html", "x/", "x/index.html"),
        ("/", "", "index.html"),
        ("/caf\u00e9/漢字/", "café/漢字/", "café/漢字/index.html"),
        ("/:year/own/", "2024/own/", "2024/own/index.html"),
    ],
)
def test_a_post_may_say_its_own(permalink: str, url: str, file: str) -> None:
    assert address_of(make_post(permalink=permalink), Options(permalink="file")) == Address(url, file)


def test_a_category_with_a_slash_is_one_folder_and_to_jekyll_two() -> None:
    post = make_post(categories=("A/b",))

    assert address_of(post, Options(permalink="none")) == Address("a-b/a-title.html", "a-b/a-title.html")
    assert address_of(post, Options(permalink="none", compat="jekyll")) == Address("a/b/a-title.html", "a/b/a-title.html")


@pytest.mark.parametrize("compat", ["none", "jekyll"])
def test_a_category_may_have_a_number_sign(compat: Any) -> None:
    """Jekyll writes it into the folder as well; a permalink that has one is refused."""
    post, options = make_post(categories=("C++ & C#",)), Options(permalink="date", compat=compat)

    path = "c++ & c#/2024/11/05/a-title.html"
    assert address_of(post, options) == Address(path, path)
    with pytest.raises(PermalinkError, match="J501"):
        address_of(replace(post, permalink="/:categories/#a/"), options)
    with pytest.raises(PermalinkError, match="J501"):
        address_of_path(path, "archives")


def test_the_option_says_how_a_slug_is_made() -> None:
    options = Options(permalink="/:title/", slug_mode="latin")

    assert address_of(make_post(slug="Straße-im-Mai"), options) == Address("Strasse-im-Mai/", "Strasse-im-Mai/index.html")


@pytest.mark.parametrize(
    ("permalink", "code"),
    [
        ("../../../escape/", "J501"),
        ("/a/../b/", "J501"),
        ("/%2e%2e/x/", "J501"),
        ("/parts;", "J501"),
        ("//evil.example/x/", "J501"),
        ("https://evil.example/", "J501"),
        ("javascript:alert(1)", "J501"),
        ("C:\\evil", "J501"),
        ("/a\0b/", "J501"),
        ("/a?b=c#d/", "J501"),
        ("/" + "x" * 300 + "/", "J502"),
        ("/" + ("x" * 190 + "/") * 40, "J502"),
        ("/:yaer/:title/", "J503"),
    ],
)
def test_what_is_no_safe_path_is_refused(permalink: str, code: str) -> None:
    with pytest.raises(PermalinkError) as caught:
        address_of(make_post(permalink=permalink), Options())

    assert caught.value.code == code


def test_a_slug_is_no_path() -> None:
    for slug in ("../../escape", "a/b", "..", "a\\b"):
        with pytest.raises(PermalinkError, match="slug"):
            address_of(make_post(slug=slug, places={"slug": (3, 7)}), Options())


@pytest.mark.parametrize(
    ("slug", "permalink", "size"),
    [
        ("ä" * 115, "/:title/", 0),
        ("x" * 255, "/:title/", 0),
        ("x" * 250, "/:title.html", 0),
        ("ä" * 128, "/:title/", 256),
        ("x" * 251, "/:title.html", 256),
        ("x" * 251, "/:title", 256),
        ("x" * 240, "/:day-month-:title/:year-:title/", 256 - 11),
    ],
)
def test_a_name_has_the_length_that_file_systems_allow(slug: str, permalink: str, size: int) -> None:
    """255 bytes, the ending included."""
    post, options = make_post(slug=slug), Options(permalink=permalink)
    if size <= 255:
        assert slug in address_of(post, options).file  # type: ignore[union-attr]
        return
    with pytest.raises(PermalinkError) as caught:
        address_of(post, options)

    assert (caught.value.code, caught.value.values) == ("J502", {"found": f"a path segment of {size} bytes", "limit": 255})


@pytest.mark.parametrize(
    ("slug", "advice"),
    [
        ("/my/path", "write slug: path, or permalink: /my/path/"),
        ("a\\b", "write slug: b, or permalink: /a/b/"),
        ("../../escape", "write slug: escape, or permalink: /escape/"),
        ("..", "write slug: name, or permalink: /folder/name/"),
    ],
)
def test_a_slug_that_is_a_path_is_reported_both_ways(slug: str, advice: str) -> None:
    with pytest.raises(PermalinkError) as caught:
        address_of(make_post(slug=slug, places={"slug": (3, 7)}), Options())

    assert caught.value.values == {"found": repr(slug), "reason": "is not a single name", "advice": advice}


@pytest.mark.parametrize(
    ("slug", "file"),
    [
        ("posts/Syntax-High", "posts/Syntax-High"),
        ("a/v0.2", "a/v0.2"),
        ("guides/My Plan", "guides/My-Plan"),
        ("one", "one"),
    ],
)
def test_a_slug_may_be_a_path_as_in_materials_blog(slug: str, file: str) -> None:
    """With `post_url_format: "{slug}"` its slug `posts/name` is the address of the post."""
    made, options = (
        make_post(slug=slug, meta={"slug": slug}, places={"slug": (3, 7)}),
        Options(slug_from="title", permalink=TITLE),
    )

    assert address_of(made, options).file == f"{file}/index.html"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "body", "slug"),
    [
        ("Firmware  <br>", "", "firmware"),
        ("Two  blanks", "", "two--blanks"),
        ("A &amp; B", "", "a-amp-b"),
        ("", "\n\n# A &amp; **B** {#c}\n", "a-amp-b-c"),
        ("", "# [link](http://x.y)", "linkhttpxy"),
        ("", "<!-- comment -->\n# Heading\n", "2024-my-file"),
        ("", "![](a.png)\n\n# Heading\n", "2024-my-file"),
        ("", "Setext\n======\n", "2024-my-file"),
        ("", "", "2024-my-file"),
    ],
)
def test_a_slug_is_made_of_the_text_of_which_material_makes_it(title: str, body: str, slug: str) -> None:
    """That is the title as it is written, a heading in the first line, or the name of the file."""
    made = make_post(title="Shown", meta={"title": title}, body=body, source=PurePosixPath("2024-My_File.md"))

    assert address_of(made, Options(slug_from="title", permalink=TITLE)).file == f"{slug}/index.html"  # type: ignore[union-attr]


def test_the_slug_of_an_index_without_a_title_is_that_of_its_folder() -> None:
    made = make_post(slug="my-plan", source=PurePosixPath("my-plan/index.md"))

    assert address_of(made, Options(slug_from="title", permalink=TITLE)).file == "my-plan/index.html"  # type: ignore[union-attr]


@pytest.mark.parametrize("slug", ["/my/path", "my/path/", "a//b", "a\\b", "a/../b", ".", "a/?b"])
def test_such_a_path_has_plain_names_only(slug: str) -> None:
    with pytest.raises(PermalinkError, match="slug: J501"):
        address_of(make_post(slug=slug, places={"slug": (3, 7)}), Options(slug_from="title"))


@pytest.mark.parametrize(
    ("slug", "file"),
    [
        ("he\ufe0fart", "heart"),
        ("zero\u200bwidth", "zerowidth"),
        ("so\u00adft\u2060", "soft"),
        ("می\u200cخواهم", "می-خواهم"),
    ],
)
def test_a_slug_has_no_invisible_characters(slug: str, file: str) -> None:
    """Where other scripts have a blank, Persian has an invisible character: it becomes a hyphen, as a blank does."""
    options = Options(permalink="/:categories/:title/")
    post = make_post(slug=slug, categories=("Ne\u200bws",))

    assert address_of(post, options) == Address(f"news/{file}/", f"news/{file}/index.html")
    assert "\u200b" in address_of(post, replace(options, compat="jekyll")).file  # type: ignore[union-attr]


def test_a_slug_without_a_letter_is_still_a_slug() -> None:
    """The title helps; without one the numbers of the characters do."""
    assert address_of(make_post(slug="🚀"), Options(permalink="/:title/")) == Address("a-title/", "a-title/index.html")
    assert address_of(make_post(slug="🚀", title="🚀"), Options(permalink="/:title/")) == Address(
        "u-1f680/", "u-1f680/index.html"
    )


def test_the_option_file_leaves_a_post_where_it_is() -> None:
    assert address_of(make_post(), Options(permalink="file")) is None


def test_the_longest_path() -> None:
    """In bytes, with the slash at its end."""
    folders = "/".join(["x" * 199] * 4)

    assert len(address_of_path(f"{folders}/{'ä' * 99}y/", "permalink").url.encode()) == 1_000
    with pytest.raises(PermalinkError) as error:
        address_of_path(f"{folders}/{'ä' * 100}y/", "permalink")
    assert error.value.values == {"found": "a path of 1,001 bytes".replace(",", ""), "limit": 1_000}
