"""What the pages of a journal show: byline, covers, series, lists in their layouts, the place in the navigation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_journal.publishing.assets import FOLDER, STYLESHEET
from tests.conftest import HOST, Site, post
from tests.site.reader import Reader
from tests.text.test_image_size import png

THEMES = ["mkdocs", "readthedocs"] if HOST == "properdocs" else ["mkdocs", "readthedocs", "material"]
WORDS = "One two three four five. " * 60 + "\n\n" + "One two three four five. " * 40
AUTHORS = "ada: {name: Ada Brandt, description: Keeps the gauges, avatar: ../ada.png}\nbo: {name: Bo Ek}\n"


def text_of(html: str) -> str:
    """Return the text of HTML, each run of white space as one blank."""
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def part(html: str, name: str, end: str) -> str:
    """Return what stands between the element with a class and an end tag."""
    return html.split(f'"{name}', 1)[1].partition(">")[2].partition(end)[0]


def journal(**options: object) -> list[object]:
    """Return the plugins, the journal with some options."""
    return ["search", {"journal": options}]


def test_the_line_below_the_title(site: Site) -> None:
    """Authors with their pictures, date, reading time, categories, the last change: in this order, with real blanks."""
    front = "title: A\nauthors: [ada, bo]\ncategories: [News, Ships]\nlast_updated: 2024-05-09"
    site.write(
        {
            "docs/journal/.authors.yml": AUTHORS,
            "docs/ada.png": png(10, 10),
            "docs/journal/2024-05-06-a.md": post(front, WORDS),
            "docs/journal/2024-05-07-b.md": post("title: B", "Words."),
        }
    )

    result = site.build("--strict")

    assert result.messages == []
    page = result.page("journal/2024/05/a/index.html")
    line = "Ada Brandt, Bo Ek · May 6, 2024 · 2 min read · News, Ships · Updated May 9, 2024"
    assert text_of(part(page, "journal-byline", "</p>")) == line
    assert re.search(r"</h1>\s*<p class=\"journal-byline\"", page), "directly under the title"
    assert '<img class="journal-avatar" src="../../../../ada.png" alt="" width="26" height="26" loading="lazy"> <a' in page
    assert line in text_of(result.page("journal/index.html"))
    assert (
        text_of(part(result.page("journal/2024/05/b/index.html"), "journal-byline", "</p>")) == "May 7, 2024 · 1 min read"
    )


def test_reading_time_is_an_option(site: Site) -> None:
    site.write({"docs/journal/2024-05-06-a.md": post("title: A", WORDS)})
    site.config["plugins"] = journal(reading_time={"words_per_minute": 100})
    slow = site.build("--strict").page("journal/2024/05/a/index.html")
    site.config["plugins"] = journal(reading_time=False)

    assert "5 min read" in slow
    assert "min read" not in site.build("--strict").page("journal/2024/05/a/index.html")


def test_covers(site: Site) -> None:
    """In lists, silent and lazy; above a post unless its text shows the same picture."""
    site.write(
        {
            "docs/img/cover.png": png(1200, 630),
            "docs/journal/2024-05-06-a.md": post("title: A\nimage: {path: /img/cover.png, alt: A pier}", "Words."),
            "docs/journal/2024-05-07-b.md": post(
                "title: B\nimage: /img/cover.png", "![A pier](../img/cover.png)\n\nWords."
            ),
        }
    )

    result = site.build("--strict")

    above = '<img class="journal-picture u-photo" src="../../../../img/cover.png" alt="A pier" width="1200" height="630">'
    assert above in result.page("journal/2024/05/a/index.html")
    assert "journal-picture" not in result.page("journal/2024/05/b/index.html")
    listed = result.page("journal/index.html")
    image = '<img class="u-photo" src="../img/cover.png" alt="" width="1200" height="630" loading="lazy">'
    assert listed.count(image) == 2
    assert '<a class="journal-cover" href="2024/05/a/" tabindex="-1" aria-hidden="true">' in listed


def test_a_series_on_the_page_of_a_part(site: Site) -> None:
    """In reading order, as its own page; a series of one part has no box."""
    posts = {
        f"docs/journal/2024-01-0{day}-p{day}.md": post(f"title: Part {day}\nseries: {'Ships' if day < 4 else 'Lone'}")
        for day in (1, 2, 3, 4)
    }
    site.write(posts)

    result = site.build("--strict")

    box = result.page("journal/2024/01/p2/index.html").partition("<details")[2].partition("</details>")[0]
    assert text_of(f"<{box}") == "Part 2 of 3 in Ships Part 1 Part 2 Part 3 Posts in the series Ships"
    assert '<span aria-current="page">Part 2</span>' in box
    assert '<a href="../p1/">Part 1</a>' in box
    assert "<details" not in result.page("journal/2024/01/p4/index.html")
    titles = re.findall(r"u-url p-name[^>]*>([^<]*)", result.page("journal/series/ships/index.html"))
    assert titles == ["Part 1", "Part 2", "Part 3"]
    feed = result.page("journal/series/ships/feed.xml")
    assert feed.index("Part 3") < feed.index("Part 1"), "feeds stay newest first"


def test_a_long_series_lists_the_parts_around_the_post(site: Site) -> None:
    site.write({f"docs/journal/2024-01-{day:02}-p{day}.md": post(f"title: P{day}\nseries: S") for day in range(1, 31)})

    box = site.build("--strict").page("journal/2024/01/p15/index.html").partition("<details")[2].partition("</details>")[0]

    assert "Part 15 of 30 in S" in box
    assert '<ol start="5">' in box
    assert re.findall(r">(P\d+)<", box) == [f"P{day}" for day in range(5, 26)]


def test_layouts_of_lists(site: Site) -> None:
    """For the landing page, for all archives, and for single kinds; those with excerpts have the pages of the option."""
    site.write(
        {
            f"docs/journal/2024-01-{day:02}-p{day}.md": post(f"title: P{day}\ntags: [x]\ncategory: c", WORDS)
            for day in (1, 2, 3)
        }
    )
    lists = {"landing": "cards", "archive": "excerpts", "tags": "compact"}
    site.config["plugins"] = journal(lists=lists, per_page=2)

    result = site.build("--strict")

    assert "journal-cards" in result.page("journal/index.html")
    assert '<p class="journal-excerpt p-summary">One two three four five.' in result.page("journal/index.html")
    category = result.page("journal/categories/c/index.html")
    assert category.count('<article class="journal-entry h-entry"') == 2
    assert (result.output / "journal/categories/c/page/2/index.html").is_file()
    assert (result.output / "journal/2024/page/2/index.html").is_file()
    tag = result.page("journal/tags/x/index.html")
    assert tag.count('<li class="h-entry">') == 3
    assert "journal-entry" not in tag


def test_continue_reading_stands_where_there_is_more(site: Site) -> None:
    """A short post is shown whole; a picture or code behind the beginning is more; only automatic excerpts are clamped."""
    site.config["markdown_extensions"] = ["fenced_code"]
    site.write(
        {
            "docs/ada.png": png(10, 10),
            "docs/journal/2024-01-01-whole.md": post("title: Whole", "# Whole\n\nOne line."),
            "docs/journal/2024-01-02-picture.md": post("title: Picture", "One line.\n\n![x](../ada.png)"),
            "docs/journal/2024-01-03-code.md": post("title: Code", "One line.\n\n```\nx\n```"),
            "docs/journal/2024-01-04-words.md": post("title: Words", "One line.\n\nTwo."),
            "docs/journal/2024-01-05-marked.md": post("title: Marked", "One line.\n\n<!-- more -->\n\nTwo."),
            "docs/journal/2024-01-06-given.md": post("title: Given\nexcerpt: One line.", "One line."),
        }
    )

    page = site.build("--strict").page("journal/index.html")

    entries = {re.findall(r"p-name\" href[^>]*>([^<]*)", entry)[0]: entry for entry in page.split("<article")[1:]}
    assert {name: "journal-more" in entry for name, entry in entries.items()} == {
        "Whole": False, "Picture": True, "Code": True, "Words": True, "Marked": True, "Given": True,
    }  # fmt: skip
    clamped = {name for name, entry in entries.items() if "journal-clamped" in entry}
    assert clamped == {"Picture", "Code", "Words"}
    assert 'Continue reading<span class="journal-hidden">: Words</span>' in entries["Words"]


def test_a_year_is_grouped_by_months(site: Site) -> None:
    """With the number of their posts, also of those on other pages, and dates without the year."""
    site.write({f"docs/journal/2024-0{n % 2 + 3}-{n // 2 + 1:02}-p{n}.md": post(f"title: P{n}") for n in range(42)})
    site.write({f"docs/journal/2024-05-0{n % 9 + 1}-q{n}.md": post(f"title: Q{n}") for n in range(90)})

    result = site.build("--strict")

    first, second = (result.page(f"journal/2024/{page}index.html") for page in ("", "page/2/"))
    heads = [re.findall(r'<h2 class="journal-month">.*?</h2>', page) for page in (first, second)]
    assert [[text_of(head) for head in page] for page in heads] == [
        ["May 2024 9090 posts", "April 2024 2121 posts"],
        ["April 2024 2121 posts", "March 2024 2121 posts"],
    ]
    assert '<a href="05/">May 2024</a>' in first
    assert ">April 21<" in first
    assert ">April 21, 2024<" not in first


def test_many_tags_have_letters(site: Site) -> None:
    names = [f"{letter}{n}" for letter in "abzé" for n in range(10)] + ["統計", "2.0"]
    site.write(
        {
            f"docs/journal/2024-01-{n % 28 + 1:02}-p{n}.md": post(f"title: P{n}\ntags: ['{name}']")
            for n, name in enumerate(names)
        }
    )

    result = site.build("--strict")

    page = result.page("journal/tags/index.html")
    assert re.findall(r'<h2 class="journal-letter">(.*?)</h2>', page) == ["A", "B", "E", "Z", "#"]
    assert re.search(r'aria-hidden="true">1</span><span class="journal-hidden">1 post</span>', page)


def test_forty_tags_have_none(site: Site) -> None:
    tags = ", ".join(f"t{n}" for n in range(40))
    site.write({"docs/journal/2024-01-01-p.md": post(f"title: P\ntags: [{tags}]")})

    result = site.build("--strict")

    assert "journal-letter" not in result.page("journal/tags/index.html")
    assert "+35" in text_of(result.page("journal/index.html")), "a list shows five of them"
    assert "+35" not in result.page("journal/2024/01/p/index.html")


def test_authors_have_cards_and_a_box(site: Site) -> None:
    """In their list with the number of posts; below posts with the option, if more than the name is known."""
    site.write(
        {
            "docs/journal/.authors.yml": AUTHORS,
            "docs/ada.png": png(40, 30),
            "docs/journal/2024-05-06-a.md": post("title: A\nauthors: [ada, bo]"),
        }
    )
    built = site.build("--strict")
    people = built.page("journal/authors/index.html").partition("journal-people")[2]
    plain = built.page("journal/2024/05/a/index.html")
    site.config["plugins"] = journal(author_box=True)
    boxed = site.build("--strict").page("journal/2024/05/a/index.html")

    assert "Ada Brandt 1 post Keeps the gauges" in text_of(people)
    assert 'src="../../ada.png" alt="" width="40" height="30" loading="lazy">' in people
    assert '<a class="p-name u-uid u-url" href="bo-ek/">Bo Ek</a>' in people
    assert "Keeps the gauges" not in plain
    footer = boxed.partition("journal-footer")[2]
    assert footer.count("journal-profile") == 1
    assert "Keeps the gauges" in footer


def test_an_empty_journal(site: Site) -> None:
    site.write({"docs/journal/index.md": "# News\n"})

    assert "No posts yet." in part(site.build("--strict").page("journal/index.html"), "journal-box", "</div>")


@pytest.mark.parametrize("theme", THEMES)
def test_the_entry_of_the_journal_is_active_on_its_pages(site: Site, theme: str) -> None:
    """And every page has a way back."""
    site.config["theme"] = theme
    site.write(
        {"docs/journal/2024-05-06-a.md": post("title: A\ntags: [x]"), "docs/journal/2024-05-07-b.md": post("title: B")}
    )

    result = site.build("--strict")

    for page in ("2024/05/a", "2024/05/b", "2024", "2024/05", "tags", "tags/x"):
        html = result.page(f"journal/{page}/index.html")
        up = "../" * (page.count("/") + 1)
        active = [link for link in Reader(html).of("a") if link.get("href") == up and is_active(link, html)]
        assert active, page
        assert f'<a href="{up}">Journal</a>' in html.partition("journal-back")[2]
    home = result.page("index.html")
    assert not [link for link in Reader(home).of("a") if link.get("href") == "journal/" and is_active(link, home)]


def is_active(link: dict[str, str], html: str) -> bool:
    """Return whether a link of the nav is marked as that of the page."""
    names = link.get("class", "").split()
    item = re.search(r'<li class="([^"]*)">\s*<a href="' + re.escape(link["href"]) + '" class="md-nav__link', html)
    return bool({"active", "current"} & {*names}) or bool(item and "--active" in item[1])


@pytest.mark.parametrize("theme", THEMES)
def test_sections_of_the_nav(site: Site, theme: str) -> None:
    """Years and terms stand below the journal; the one whose page is shown is active."""
    site.config["theme"] = theme
    site.config["plugins"] = journal(nav=["archive", "categories", "tags"])
    site.write(
        {
            "docs/journal/2024-05-06-a.md": post("title: A\ncategory: '<b>Ships'"),
            "docs/journal/2023-05-06-b.md": post("title: B\ncategory: Tides"),
        }
    )

    result = site.build("--strict")

    assert result.messages == []
    home = result.page("index.html")
    for link in ("journal/", "journal/2024/", "journal/2023/", "journal/categories/b-ships/", "journal/categories/tides/"):
        assert f'href="{link}"' in home, link
    assert ">Archive" in home.replace("\n", "").replace("  ", "")
    assert 'href="journal/tags/' not in home, "there are no tags"
    assert "&lt;b&gt;Ships" in home
    assert "<b>" not in home


def test_sections_stand_in_a_nav_that_is_written_by_hand(site: Site) -> None:
    """Feeds, archives and posts can be named by their source paths there."""
    site.config["plugins"] = journal(nav=["archive"])
    site.config["nav"] = [
        {"Home": "index.md"},
        {"News": ["journal/index.md", {"Ships": "journal/tags/ships.md"}, {"First": "journal/2024-05-06-a.md"}]},
        {"Feed": "journal/feed.xml"},
    ]
    site.write({"docs/journal/2024-05-06-a.md": post("title: A\ntags: [Ships]")})

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    home = result.page("index.html")
    for link in (
        "journal/",
        "journal/tags/ships/",
        "journal/2024/05/a/",
        "journal/2024/",
        "https://example.org/docs/journal/feed.xml",
    ):
        assert f'href="{link}"' in home, link


def test_labels_are_replaced(site: Site) -> None:
    """Plural forms too; unknown labels and unknown names in braces are reported at the option."""
    site.write({"docs/journal/2024-05-06-a.md": post("title: A", WORDS)})
    words = {"continue": "Read on", "reading_time": {"one": "{count} minute", "other": "{count} minutes"}}
    site.config["plugins"] = journal(labels={**words, "contineu": "x", "zzz": "y", "updated": "{date}"})

    result = site.build()

    assert "Read on<" in result.page("journal/index.html")
    assert "2 minutes" in result.page("journal/2024/05/a/index.html")
    told = [line for line in result.ours if "labels" in line]
    assert told[0] == "mkdocs.yml: labels: 'contineu' is not a label; did you mean continue? (J880)"
    assert told[1].startswith("mkdocs.yml: labels: 'zzz' is not a label; write one of journal, posts, tags")
    assert told[2] == (
        "mkdocs.yml: labels.updated: the label has {date}, which is not replaced; the names of this label are {day} (J881)"
    )


@pytest.mark.parametrize(
    ("name", "template", "line", "said"),
    [
        ("row", "<li>\n{{ post.titel }}</li>", 2, "'titel' is not a name in this template; did you mean title?"),
        ("byline", "{% if post.updatd %}x{% endif %}", 1, "'updatd' is not a name in this template; did you mean updated?"),
        ("byline", "\n\n{{ zzzzzzzz }}", 3, "'zzzzzzzz' is not a name in this template; the reference of templates lists"),
        ("post-footer", "x\n{% if post %}", 2, "Unexpected end of template."),
        ("terms", "{{ labels.count('posts') }}", 1, "missing 1 required positional argument"),
        ("index", "{{ labels('nothing') }}", 1, "'nothing' is not a label"),
        ("byline", "\n{% include 'journal/byline.html' %}", 2, "maximum recursion depth exceeded"),
        ("row", "<li>\n\N{LATIN SMALL LETTER E WITH ACUTE}", 2, "can't decode byte 0xe9"),
    ],
)
def test_a_wrong_template_is_told_with_its_place(site: Site, name: str, template: str, line: int, said: str) -> None:
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    data = template.encode("latin-1")
    site.write({f"overrides/journal/{name}.html": data, "docs/journal/2024-05-06-a.md": post("title: A\ntags: [x]")})

    result = site.build()

    assert result.returncode == 1
    assert "Traceback" not in result.log
    (told,) = [text for text in result.log.splitlines() if "J882" in text]
    assert f"journal: overrides/journal/{name}.html:{line}: " in told
    assert said in told


def test_the_weight_of_posts_in_searches(site: Site) -> None:
    """Also beside other settings; a post keeps its own."""
    site.config["plugins"] = journal(search_boost=0.5)
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    site.write(
        {
            "overrides/main.html": "{% extends 'base.html' %}{% block footer %}[{{ page.meta.search }}]{% endblock %}",
            "docs/journal/2024-05-06-a.md": post("title: A"),
            "docs/journal/2024-05-07-b.md": post("title: B\nsearch: {boost: 3}"),
        }
    )

    result = site.build("--strict")

    assert "[{'boost': 0.5}]" in result.page("journal/2024/05/a/index.html")
    assert "[{'boost': 3}]" in result.page("journal/2024/05/b/index.html")
    assert "boost" not in result.page("index.html")


def test_the_language_of_posts_and_pages(site: Site) -> None:
    """`lang` on what differs from the page, `dir` where the direction does; labels inside keep theirs."""
    site.write(
        {
            "docs/journal/2024-05-06-a.md": post("title: سلام\nlang: fa\ntags: [x]"),
            "docs/journal/2024-05-07-b.md": post("title: B\nlang: de"),
            "docs/journal/2024-05-08-c.md": post("title: C\nlang: en"),
        }
    )
    english = {name: data.decode() for name, data in site.build("--strict").files.items() if name.endswith(".html")}
    site.config["plugins"] = journal(locale="de")
    german = site.build("--strict")

    assert '<article class="journal-article h-entry" lang="fa" dir="rtl">' in english["journal/2024/05/a/index.html"]
    assert (
        '<p class="journal-byline" data-pagefind-ignore="all" lang="en" dir="ltr">'
        in english["journal/2024/05/a/index.html"]
    )
    assert '<article class="journal-article h-entry" lang="de">' in english["journal/2024/05/b/index.html"]
    assert '<article class="journal-article h-entry">' in english["journal/2024/05/c/index.html"]
    assert 'href="../2024/05/a/" lang="fa" dir="rtl">' not in english["journal/2024/index.html"]
    assert 'href="05/a/" lang="fa" dir="rtl">سلام</a>' in english["journal/2024/index.html"]
    assert '<article class="journal-entry h-entry" lang="de">' in english["journal/index.html"]
    assert '<div lang="de">' in german.page("journal/index.html")
    assert '<article class="journal-article h-entry" lang="de">' in german.page("journal/2024/05/b/index.html")


def minified(css: str) -> str:
    """Return a stylesheet without comments, and white space and zeros that mean nothing."""
    css = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    css = re.sub(r"(?<![\d.])0(?=\.\d)", "", css)
    return re.sub(r" ?([{};,>]) ?", r"\1", css).replace(": ", ":").replace(";}", "}").strip()


def test_the_stylesheet_is_small() -> None:
    """And has no colours of its own."""
    css = minified((FOLDER / STYLESHEET).read_text(encoding="utf-8"))

    assert len(css.encode()) <= 6000
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", css)
    assert not re.search(
        r"\b(?:margin|padding|border)-(?:left|right)\b|float: ?(?:left|right)|text-align: ?(?:left|right)", css
    )


def test_a_tag_is_described_on_its_page(site: Site) -> None:
    site.write(
        {
            "docs/journal/tags.yml": "x: {description: 'What is <new>'}\n",
            "docs/journal/2024-05-06-a.md": post("title: A\ntags: [x]"),
        }
    )

    page = site.build("--strict").page("journal/tags/x/index.html")

    assert '<p class="journal-description">What is &lt;new&gt;</p>' in page


if HOST != "properdocs":

    def test_the_sidebar_of_material(site: Site) -> None:
        """Authors, dates, reading time, categories, links and related posts stand there; other themes have none."""
        site.config["plugins"] = journal(sidebar=True, related=2)
        site.config["theme"] = {"name": "material"}
        front = "title: A\nauthor: Ada\ncategory: c\nlast_updated: 2024-05-09\nrelated: [B]\nlinks: [{Start: index.md}]"
        site.write({"docs/journal/2024-05-06-a.md": post(front, WORDS), "docs/journal/2024-05-07-b.md": post("title: B")})
        page = site.build("--strict").page("journal/2024/05/a/index.html")
        site.config["theme"] = {"name": "mkdocs"}
        other = site.build("--strict").page("journal/2024/05/a/index.html")

        sidebar = page.partition('<nav class="journal-sidebar')[2].partition("</nav>")[0]
        assert (
            text_of(f"<{sidebar}")
            == "Journal Ada May 6, 2024 Updated May 9, 2024 2 min read c Related links Start Related posts May 7, 2024 B"
        )
        assert sidebar.count('<span class="twemoji" aria-hidden="true"><svg') == 4
        assert page.count('"journal-related"') == page.count("journal-links") == 1
        assert '"journal-related"' in other
        assert "journal-byline" not in page
        assert page.count("<h1") == 1
        assert "journal-sidebar" not in other
        assert "journal-byline" in other


def test_templates_are_documented() -> None:
    """Every name that a template of the journal uses is in the reference."""
    reference = Path(__file__).parents[2] / "docs/reference/templates.md"
    known = set(re.findall(r"`([a-z_]+)`", reference.read_text(encoding="utf-8")))
    for template in (FOLDER / "journal").glob("*.html"):
        text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in re.findall(r"\bpost\.([a-z_]+)", text):
            assert name in known, (template.name, name)


def test_lists_are_described_by_their_posts(site: Site) -> None:
    """In `<meta>`, in the language of the site; a description of the author's comes first."""
    site.config["theme"] = {"name": "mkdocs", "locale": "de"}
    site.write(
        {
            "docs/journal/tags.yml": "x: {description: Alles Neue}\n",
            "docs/journal/2024-05-06-a.md": post("title: A\ntags: [x, y]\nauthor: Ada"),
            "docs/journal/2025-06-07-b.md": post("title: B\ntags: [y]"),
        }
    )

    result = site.build("--strict")

    described = {
        page: re.findall(r'<meta name="description" content="([^"]*)"', result.page(f"journal/{page}index.html"))
        for page in ("tags/x/", "tags/y/", "2024/", "tags/", "authors/ada/", "")
    }
    days = "6. Mai 2024 – 7. Juni 2025"
    assert described == {
        "tags/x/": ["Alles Neue"],
        "tags/y/": [f"2 Beiträge · {days}"],
        "2024/": ["1 Beitrag · 6. Mai 2024"],
        "tags/": ["x, y"],
        "authors/ada/": ["1 Beitrag · 6. Mai 2024"],
        "": [f"2 Beiträge · {days}"],
    }


def test_a_feed_finds_its_stylesheet_on_a_preview(site: Site) -> None:
    """Which has another host, and other folders."""
    site.write({"docs/journal/2024-05-06-a.md": post("title: A\ntags: [x]")})

    result = site.build("--strict")

    for feed, up in (("feed.xml", "../"), ("rss.xml", "../"), ("tags/x/feed.xml", "../../../")):
        assert f'href="{up}assets/journal/feed.css"?>' in result.page(f"journal/{feed}")


def test_a_line_is_the_same_on_every_page_but_for_its_link(site: Site) -> None:
    """It is rendered once; a template of the site may have links to terms in it."""
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "overrides"}
    row = "<li>{{ post.title }} {{ post.url }}{% for tag in post.tags %} {{ tag.url }}{% endfor %}</li>"
    site.write({"overrides/journal/row.html": row, "docs/journal/2024-05-06-a&b.md": post("title: A & B\ntags: [x, y]")})

    result = site.build("--strict")

    assert "<li>A &amp; B ../../2024/05/a%26b/ ./ ../y/</li>" in result.page("journal/tags/x/index.html")
    assert "<li>A &amp; B a%26b/ ../../tags/x/ ../../tags/y/</li>" in result.page("journal/2024/05/index.html")


def test_a_post_that_is_read_elsewhere_is_linked_there(site: Site) -> None:
    site.write({"docs/journal/2024-05-06-a.md": post("title: A\nredirect_to: https://example.net/?a=1&b=2\ntags: [x]")})

    result = site.build("--strict")

    for page in ("", "2024/", "tags/x/"):
        assert 'href="https://example.net/?a=1&amp;b=2"' in result.page(f"journal/{page}index.html"), page


def test_a_redirect_page_suits_dark_screens(site: Site) -> None:
    site.write({"docs/journal/2024-05-06-a.md": post("title: A\nredirect_from: /old/")})

    assert '<meta name="color-scheme" content="light dark">' in site.build("--strict").page("old/index.html")
