"""A whole body: Liquid, then kramdown, and what of both is shown as it is written."""

from __future__ import annotations

import pytest

from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.kramdown.body import write_body
from mkdocs_journal.markup.kramdown.html_writing import SiteParts
from mkdocs_journal.markup.liquid.known_values import Known
from mkdocs_journal.markup.shown import Shown

NOTHING = Known()


def html(text: str, **options: object) -> str:
    return " ".join(read_body(text, Known(site={"kramdown": options})).html.split())


def shown(text: str) -> list[tuple[str, str, int, int]]:
    return [(one.kind, one.written, one.line, one.column) for one in read_body(text, NOTHING).shown]


def test_liquid_that_is_not_known_is_shown_as_it_is_written() -> None:
    """In text and in attributes; a tag alone on its line is a block."""
    text = "A {{ x | y }} *b*.\n{% include a.html %}\n## H {{ z }}\n[l]({{ u }}/v) `{{ c }}`\n\n    {% code %}\n"

    body = read_body(text, NOTHING)

    assert '<p>A <samp class="journal-liquid">{{ x | y }}</samp> <em>b</em>.</p>' in body.html
    assert '<p><samp class="journal-liquid">{% include a.html %}</samp></p>' in body.html
    assert '<h2 id="h-">H <samp class="journal-liquid">{{ z }}</samp></h2>' in body.html
    assert 'href="{{ u }}/v"' in body.html
    assert "<code>{{ c }}</code>" in body.html
    assert "<code>{% code %}\n</code>" in body.html
    assert body.headings[0].name == 'H <samp class="journal-liquid">{{ z }}</samp>'
    assert body.shown == (
        Shown("liquid", "{{ x | y }}", 1, 3),
        Shown("liquid", "{% include a.html %}", 2, 1),
        Shown("liquid", "{{ z }}", 3, 6),
        Shown("liquid", "{{ u }}", 4, 5),
    )


def test_a_tag_on_its_line_does_not_change_what_is_around() -> None:
    """As if it gave nothing: a table, a heading and a list below it are what they are."""
    assert "<table>" in html("{% include x %}\n| a | b |\n")
    assert '<h1 id="a">' in html("{% include x %}\nA\n===\n")
    assert html("- a\n{% include x %}\n- b\n").count("<li>") == 2


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  {% include x %}\n- b\n",
        "1. a\n\n{% include x %}\n{% include x %}\n\n2. b\n",
        "- a\n  - b\n    {% include x %}\n- c\n",
        "- a\n- b\n{% include x %}\n^\n",
        "a\n: b\n{% include x %}\n: c\n",
        "a\n: b\n\n{% include x %}\n\nc\n: d\n",
        "> - a\n> {% include x %}\n> - b\n",
    ],
)
def test_a_tag_on_its_line_between_items_is_shown_and_reported(text: str) -> None:
    body = read_body(text, Known())

    assert body.html.count("{% include x %}") == len(body.shown) == text.count("{%")


def test_what_liquid_shows_is_escaped() -> None:
    assert "&lt;b&gt;" in html("{{ x | append: '<b>' }}")
    assert "&quot;" in html('<a title="{{ x | append: "b" }}">y</a>') or "&lt;a" in html(
        '<a title="{{ x | append: "b" }}">y</a>'
    )


def test_code_of_a_listing_is_highlighted_by_the_site() -> None:
    around = SiteParts(highlight=lambda code, language: f"<pre>{language}: {code.strip()}</pre>")
    text = "{% highlight c++ %}\na < {{ b }}\n{% endhighlight %}\n\n```sh\nls\n```\n"

    body = read_body(text, NOTHING, around)

    assert '<figure class="highlight"><pre>c++: a < {{ b }}</pre></figure>' in body.html
    assert "<pre>sh: ls</pre>" in body.html
    assert body.shown == ()


def test_a_listing_inside_a_tag_is_its_code() -> None:
    body = read_body("<div title='{% highlight c %}a < b{% endhighlight %}'>x</div>", NOTHING).html

    assert "a &lt; b" in body


def test_kramdown_that_belongs_to_nothing_is_reported() -> None:
    assert shown("Text{:.a} and[^b]\n\n{::x}\n\n{:.c}{:.a}\n") == [
        ("kramdown", "{:.a}", 1, 5),
        ("kramdown", "[^b]", 1, 14),
        ("kramdown", "{::x}", 3, 1),
        ("kramdown", "{:.c}", 5, 1),
        ("kramdown", "{:.a}", 5, 6),
    ]


def test_a_leftover_that_liquid_made_is_reported_at_the_beginning() -> None:
    assert shown("\n{{ '[^x' }}]\n") == [("kramdown", "[^x]", 1, 1)]


def test_a_filter_that_does_nothing_is_reported() -> None:
    assert shown("a\n{{ 'x' | shout }}\n") == [("filter", "shout", 2, 1)]


def test_the_site_rewrites_links_of_markdown() -> None:
    """A link that leads nowhere for readers is text; those of raw HTML are not touched."""
    around = SiteParts(address=lambda link: None if link == "/no" else f"../{link}")
    text = "[a](b) ![c](d) [e *f*](/no) ![g](/no) <a href='h'>i</a>\n\n![j](k){:standalone}\n"

    body = " ".join(write_body(text, around).html.split())

    assert '<a href="../b">a</a> <img src="../d" alt="c" /> <span>e <em>f</em></span> <span>g</span>' in body
    assert '<a href="h">i</a>' in body
    assert '<figure> <img src="../k" alt="j" /> <figcaption>j</figcaption> </figure>' in body


def test_headings_end_as_the_site_wants() -> None:
    around = SiteParts(heading_end=lambda anchor: f'<a href="#{anchor}">¶</a>')

    body = write_body("# A [l](m)[^1]\n\n{:toc}\n* x\n\n[^1]: n\n", around)

    assert '<a href="#a-l">¶</a></h1>' in body.html
    assert body.headings[0].name == "A l"
    assert '<li><a href="#a-l" id="markdown-toc-a-l">A l</a></li>' in body.html


@pytest.mark.parametrize(
    ("options", "text", "wanted"),
    [
        ({"hard_wrap": True}, "a\nb  \nc", "<p>a<br /> b <br /> c</p>"),
        ({"auto_ids": False}, "# A", "<h1>A</h1>"),
        ({"auto_id_prefix": "x-"}, "# A", '<h1 id="x-a">A</h1>'),
        ({"footnote_nr": 3}, "a[^1]\n\n[^1]: b", '<ol start="3">'),
        ({"toc_levels": [2, 3]}, "* x\n{:toc}\n# A\n## B\n", '<ul id="markdown-toc"> <li><a href="#b"'),
        ({"toc_levels": "2..3"}, "* x\n{:toc}\n# A\n## B\n", '<ul id="markdown-toc"> <li><a href="#b"'),
        ({"toc_levels": "x"}, "* x\n{:toc}\n# A\n", '<li><a href="#a"'),
        ({"parse_block_html": "true"}, "<div>\n*a*\n</div>", "<div> <p><em>a</em></p> </div>"),
        ({"parse_span_html": False}, "<b>*a*</b>", "<b>*a*</b>"),
        ({"header_offset": 5}, "## A", '<h6 id="a">A</h6>'),
        ({"smart_quotes": ["apos", "apos", "quot", "quot"]}, "\"a\" 'b'", "<p>\"a\" 'b'</p>"),
        ({"smart_quotes": "none"}, '"a"', "<p>“a”</p>"),
        ({"unknown": 1, "footnote_nr": "x"}, "a", "<p>a</p>"),
    ],
)
def test_options_of_the_site(options: dict[str, object], text: str, wanted: str) -> None:
    assert wanted in html(text, **options)


def test_options_that_are_no_map_are_left_out() -> None:
    assert read_body("a", Known(site={"kramdown": "GFM"})).html == "<p>a</p>\n"


def test_hard_wrap_has_no_effect_inside_a_post() -> None:
    assert html('{::options hard_wrap="true" /}\n\na\nb') == "<p>a b</p>"


def test_dated_updates_of_the_journal_are_read() -> None:
    text = (
        '!!! update "2025-05-05: *more*"\n    Text\n\n    - a\n\n??? update "2025-05-06"\n    x\n\n'
        '???+ UPDATE "2025-05-07"\n    y\n\n    z\nafter\n'
    )

    body = html(text)

    assert '<div class="admonition update"> <p class="admonition-title">2025-05-05: <em>more</em></p> <p>Text</p>' in body
    assert '<details class="update"> <summary>2025-05-06</summary><p>x</p> </details>' in body
    assert (
        '<details class="update" open="open"> <summary>2025-05-07</summary><p>y</p> <p>z</p> </details> <p>after</p>'
        in body
    )


def test_elements_that_are_left_open_are_closed() -> None:
    """And one that closes itself has an end that browsers know."""
    assert html("<div><b>a\n") == "<div><b>a </b></div>"
    assert html("<svg/>\n\n*a*") == "<svg></svg> <p><em>a</em></p>"
    assert html("*a* <b>c") == "<p><em>a</em> <b>c</b></p>"


def test_comments_cannot_end_early() -> None:
    assert html("{::comment}\na --> <b>\n{:/}") == "<!-- a --&gt; <b> -->"


def test_entities_that_are_no_character_are_text() -> None:
    assert (
        html("&#0; &#xD800; &#x110000; &#99999999999; &nope;")
        == "<p>&amp;#0; &amp;#xD800; &amp;#x110000; &amp;#99999999999; &amp;nope;</p>"
    )


def test_an_attribute_list_that_names_itself() -> None:
    assert html("{:a: .x a b}\n{:b: .y a}\n\ntext\n{: a}").startswith('<p class="')


def test_deep_nesting_ends_as_text() -> None:
    for text in (
        "> " * 200 + "a",
        "- " * 200 + "a",
        "<div>" * 200 + "a",
        '<div markdown="1">\n' * 200,
        "<b>" * 200,
        "![" * 200,
    ):
        body = read_body(text, NOTHING).html
        assert body.count("<") == body.count(">")


def test_a_row_of_very_many_cells_does_not_fill_a_whole_table() -> None:
    text = f"{'| a ' * 300}|\n" + "| b |\n" * 300

    body = write_body(text).html

    assert body.count("<td>") == 600


ICONS = {
    "\U000f0001 {{ x }} \U000f8000": '<p>\U000f0001 <samp class="journal-liquid">{{ x }}</samp> \U000f8000</p>\n',
    "&#983040; {{ x }} &#xF8001;": '<p>&#983040; <samp class="journal-liquid">{{ x }}</samp> &#xF8001;</p>\n',
    "`\U000f0001` <b title='\U000f0001'></b> {{ x }}": (
        '<p><code>\U000f0001</code> <b title="\U000f0001"></b> <samp class="journal-liquid">{{ x }}</samp></p>\n'
    ),
}
"""Characters of icon fonts that also stand for Liquid while a body is read."""


@pytest.mark.parametrize(("text", "html"), ICONS.items())
def test_icons_stay_beside_liquid(text: str, html: str) -> None:
    assert read_body(text, Known()).html == html


LIQUID_IN_HTML = {
    "<script>\n{{ x }}\n</script>\n": "<script>\n{{ x }}\n</script>\n",
    "<!-- {{ x }} -->\n": "<!-- {{ x }} -->\n",
    "<!-- {{ x }} <b": '<p>&lt;!– <samp class="journal-liquid">{{ x }}</samp> &lt;b</p>\n',
}


@pytest.mark.parametrize(("text", "html"), LIQUID_IN_HTML.items())
def test_liquid_in_raw_html_is_as_it_is_written(text: str, html: str) -> None:
    assert read_body(text, Known()).html == html


ABBREVIATIONS = {
    "*[a b]: 1\n*[a]: 2\n*[.c]: 3\n*[d+]: 4\n\na b, a c, xa, a_ .c a.c d+ d++ d+e": (
        '<p><abbr title="1">a b</abbr>, <abbr title="2">a</abbr> c, xa, a_ <abbr title="3">.c</abbr> '
        '<abbr title="2">a</abbr>.c <abbr title="4">d+</abbr> <abbr title="4">d+</abbr>+ d+e</p>\n'
    ),
    "*[a.]: 1\n*[.b]: 2\n\na..b a.b": '<p><abbr title="1">a.</abbr><abbr title="2">.b</abbr> a.b</p>\n',
}


@pytest.mark.parametrize(("text", "html"), ABBREVIATIONS.items())
def test_abbreviations_are_whole_words_the_longest_first(text: str, html: str) -> None:
    assert read_body(text, Known()).html.lstrip() == html


def test_an_address_ends_before_another_tag() -> None:
    assert read_body("<https://a <b>c</b> <mailto:d@e>", Known()).html == (
        '<p>&lt;https://a <b>c</b> <a href="mailto:d@e">d@e</a></p>\n'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n{: .b}\n{: .c}\n", '<p class="b c">a</p>'),
        ("{: .b}\n{: .c}\na\n", '<p class="b c">a</p>'),
    ],
)
def test_attribute_lists_below_and_above_each_other_are_united(text: str, html: str) -> None:
    assert read_body(text, Known()).html.strip() == html
