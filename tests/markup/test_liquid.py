"""The part of Liquid that is evaluated; answers are those of Liquid 5.4 and Jekyll 4.3."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mkdocs_journal.markup.liquid.date_formats import moment_of, written
from mkdocs_journal.markup.liquid.evaluation import MOST, Evaluated, evaluate_body
from mkdocs_journal.markup.liquid.filters import apply_filter
from mkdocs_journal.markup.liquid.known_values import Known, Unknown

MOMENT = datetime(2024, 3, 5, 7, 8, 9, 120_000, tzinfo=timezone(timedelta(hours=-5)))
KNOWN = Known(
    page={
        "title": "It's <b>",
        "date": MOMENT,
        "day": date(2024, 3, 5),
        "tags": ["a", "b"],
        "author": {"name": "Ann", "langs": [{"id": "de"}]},
        "pin": True,
        "off": False,
        "none": None,
        "number": 7,
        "no_number": float("nan"),
        "empty": [],
    },
    site={"url": "https://x.example", "baseurl": "/base/", "title": "Site"},
    post_url=lambda name: f"/base/{name}/" if name == "2024-03-05-a" else None,
    link=lambda name: f"/base/{name}" if name == "a.md" else None,
)


def evaluated(text: str, known: Known = KNOWN) -> Evaluated:
    return evaluate_body(text, known, lambda part: f"<p>{part}</p>\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("page.title", "It's <b>"),
        ("page.author.name", "Ann"),
        ('page.author["name"]', "Ann"),
        ("page.author.langs[0].id", "de"),
        ("page.author.size", "2"),
        ("page.tags", "ab"),
        ("page.tags[1]", "b"),
        ("page.tags[-1]", "b"),
        ("page.tags[5]", ""),
        ("page.tags.first", "a"),
        ("page.tags.last", "b"),
        ("page.tags.size", "2"),
        ("page.tags.other", ""),
        ("page.empty.first", ""),
        ("page.empty.last", ""),
        ("page.title.size", "8"),
        ("page.title.other", ""),
        ("page.nothing", ""),
        ("page.nothing.more", ""),
        ("page.none", ""),
        ("page.pin", "true"),
        ("page.off", "false"),
        ("page.number", "7"),
        ("page.date", "2024-03-05 07:08:09 -0500"),
        ("page.day", "2024-03-05"),
        ("site.title", "Site"),
        ("'a'", "a"),
        ('"b"', "b"),
        ("1.5", "1.5"),
        ("-3", "-3"),
        ("true", "true"),
        ("nil", ""),
        ("nothing | default: 'none'", "none"),
        ("page.off | default: 'x'", "x"),
        ("page.empty | default: 'x'", "x"),
        ("page.title | default: 'x'", "It's <b>"),
        ("page.title | escape", "It&#39;s &lt;b&gt;"),
        ("page.title | xml_escape", "It&#39;s &lt;b&gt;"),
        ("'&amp; <' | escape_once", "&amp; &lt;"),
        ("' a ' | strip", "a"),
        ("' a ' | lstrip | append: '|'", "a |"),
        ("' a ' | rstrip | prepend: '|'", "| a"),
        ("'aXa' | upcase", "AXA"),
        ("'aXa' | downcase", "axa"),
        ("'aXa b' | capitalize", "Axa b"),
        ("'a-b-c' | replace: '-', '+'", "a+b+c"),
        ("'a-b-c' | replace_first: '-', '+'", "a+b-c"),
        ("'a-b-c' | remove: '-'", "abc"),
        ("'a-b-c' | remove_first: '-'", "ab-c"),
        ("'a b&c' | url_encode", "a+b%26c"),
        ("'a b&c' | cgi_escape", "a+b%26c"),
        ("'a b/ü' | uri_escape", "a%20b/%C3%BC"),
        ("'<b>x</b><!-- y -->' | strip_html", "x"),
        ("'<script>a</script>b' | strip_html", "b"),
        ("' a   b ' | normalize_whitespace", "a b"),
        ("'abcdef' | truncate: 5", "ab..."),
        ("'abcdef' | truncate: 5, '~'", "abcd~"),
        ("'abc' | truncate: 5", "abc"),
        ("'a b c' | truncatewords: 2", "a b..."),
        ("'a b' | truncatewords: 2", "a b"),
        ("'A Title!' | slugify", "a-title"),
        ("'7' | plus: 1", "8"),
        ("'1.5' | plus: 1", "2.5"),
        ("7 | minus: 2 | times: 3", "15"),
        ("page.tags | join: ', '", "a, b"),
        ("page.title | join", "It's <b>"),
        ("page.tags | size", "2"),
        ("page.number | size", "0"),
        ("page.tags | first", "a"),
        ("page.tags | last", "b"),
        ("page.empty | first", ""),
        ("page.number | last", ""),
        ("page.date | date: '%Y/%m'", "2024/03"),
        ("page.none | date: '%Y'", ""),
        ("page.date | date_to_string", "05 Mar 2024"),
        ("page.date | date_to_long_string", "05 March 2024"),
        ("page.date | date_to_xmlschema", "2024-03-05T07:08:09-05:00"),
        ("'2024-01-31' | date: '%-d.%-m.'", "31.1."),
        ("page.date | date_to_rfc822", "Tue, 05 Mar 2024 07:08:09 -0500"),
        ("page.date | date_to_string: 'ordinal', 'US'", "Mar 5th, 2024"),
        ("'2024-03-01' | date_to_string: 'ordinal'", "1st Mar 2024"),
        ("'2024-03-12' | date_to_long_string: 'ordinal'", "12th March 2024"),
        ("1588723200 | date: '%F'", "2020-05-06"),
        ("10 | divided_by: 4", "2"),
        ("10.0 | divided_by: 4", "2.5"),
        ("10 | modulo: 4", "2"),
        ("'a-b-' | split: '-' | join: '+'", "a+b"),
        ("'abc' | split: '' | last", "c"),
        ("", ""),
        ("'/x' | relative_url", "/base/x"),
        ("'x' | relative_url", "/base/x"),
        ("'' | relative_url", "/base/"),
        ("'//cdn/x' | relative_url", "//cdn/x"),
        ("'https://y/x' | relative_url", "https://y/x"),
        ("'/x' | absolute_url", "https://x.example/base/x"),
        ("'https://y/x' | absolute_url", "https://y/x"),
        ("'*x*' | markdownify", "<p>*x*</p>\n"),
        ("'a|b' | upcase", "A|B"),
    ],
)
def test_outputs(text: str, value: str) -> None:
    assert evaluated(f"<{{{{ {text} }}}}>").text == f"<{value}>"


@pytest.mark.parametrize(
    "text",
    [
        "nothing",
        "site.nothing",
        "page",
        "site",
        "page.content",
        "page.author",
        "forloop.index",
        "(1..3)",
        "a b",
        "'x' | where: 'a'",
        "'x' | date: '%Y'",
        "'2024-02-31' | date: '%Y'",
        "'now' | date: '%Y'",
        "'x' | plus: 1",
        "page.pin | plus: 1",
        "1 | plus",
        "1 | divided_by: 0",
        "1 | modulo: 0",
        "-1 | date: '%F'",
        "'x' | append: other",
        "'x' | relative_url: 1",
        "'x' | markdownify: 1",
        "'x' | ",
        "'x | upcase",
        "'x' | append: 'y",
        "'x' | url_encode: 'y'",
        "'x' | cgi_escape: '', ''",
        "'xy' | strip: 'y'",
        "'aXa' | upcase: 1",
        "'x' | truncate: page.no_number",
        "page.no_number | divided_by: 1 | date: 'x'",
        "9" * 5_000,
        f"page.tags[{'9' * 5_000}] | upcase: 1",
        "'aaaaaaaaaa'" + " | replace: 'a', 'aaaaaaaaaa'" * 9,
        "'aaaaaaaaaa'" + " | split: '' | join: 'aaaaaaaaaa'" * 9,
        "999999" + " | times: 999999999999" * 9,
        "999999" + " | times: 999999999999" * 900,
    ],
)
def test_what_is_not_known_is_kept(text: str) -> None:
    result = evaluated(f"a {{{{ {text} }}}} b")

    assert [kept.written for kept in result.kept.values()] == [f"{{{{ {text} }}}}"]
    assert [kept.start for kept in result.kept.values()] == [2]
    assert len(result.text) == 5


def test_of_a_whole_site_every_key_is_known() -> None:
    """But for what Jekyll itself puts there."""
    whole = Known(site={"a": 1}, whole_site=True)

    assert evaluated("{{ site.a }}{{ site.b }}{{ site.b.c }}", whole).text == "1"
    assert evaluated("{{ site.posts }}", whole).kept
    assert evaluated("{{ site.b }}", Known(site={"a": 1})).kept


def test_an_unknown_filter_is_ignored() -> None:
    result = evaluated("a {{ 'x' | shout | upcase }}")

    assert result.text == "a X"
    assert result.strange == [(2, "shout")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a{% raw %}{{ x }}{% if %}{% endraw %}b", "a{{ x }}{% if %}b"),
        ("a {%- raw -%} {{ x }} {%- endraw %} b", "a {{ x }} b"),
        ("a {% raw %} {{ x }} {%- endraw -%} b", "a  {{ x }}  b"),
        ("a{% comment %} b {% comment %}{% endcomment %} {{ x }} {% endcomment %}c", "ac"),
        ("a {{- 'b' -}} c", "abc"),
        ("{% post_url 2024-03-05-a %}", "/base/2024-03-05-a/"),
        ("{% link a.md %}", "/base/a.md"),
        ("{% link {{ 'a' }}.md %}", "/base/a.md"),
        ("a { b } c }} d %} e", "a { b } c }} d %} e"),
        ("a {{ b } c {% d }", "a {{ b } c {% d }"),
        ("{% raw %}a{{ 'b' }}", None),
        ("{% endraw %}", None),
        ("{% %}", None),
        ("{% post_url none %}", None),
        ("{% link {{ x }}.md %}", None),
        ("{% include a.html %}", None),
        ("{% if a %}x{% if b %}y{% endif %}{% endif %}", None),
        ("{% highlight %}a{% endhighlight %}", None),
    ],
)
def test_tags(text: str, value: str | None) -> None:
    result = evaluated(text)

    if value is None:
        assert result.kept
    else:
        assert result.text == value
        assert not result.kept


def test_where_no_address_is_known_there_is_none() -> None:
    assert evaluated("{% post_url a %}{% link a %}", Known()).kept


def test_a_block_is_kept_whole_and_a_plugins_tags_alone() -> None:
    result = evaluated("{% for a in b %}{{ a }}{% endfor %} {% box %}in *side*{% endbox %}")

    assert [kept.written for kept in result.kept.values()] == [
        "{% for a in b %}{{ a }}{% endfor %}",
        "{% box %}",
        "{% endbox %}",
    ]
    assert "in *side*" in result.text


def test_listings() -> None:
    """Liquid counts inside; what is not known there stays as it is written."""
    text = (
        'a\n{% highlight Ruby linenos hl_lines="1 2" %}\n{{ page.number }} {{ x }}\n'
        "{% highlight js %}b{% endhighlight %}{% endhighlight %}\nc"
    )

    result = evaluated(text)

    (listing,) = result.listings.values()
    assert listing.language == "ruby"
    assert listing.code.startswith("7 ")
    assert len(result.kept) == 2
    assert result.text.startswith('a\n\n<figure class="highlight">')


def test_places_have_a_limit() -> None:
    result = evaluated("{{ x }}" * (MOST + 1))

    assert len(result.kept) == MOST
    assert result.text.endswith("{{ x }}")


def test_placeholder_characters_in_a_body_stay() -> None:
    """A body keeps such characters of its own; a value cannot bring any."""
    assert evaluated("a\U000f0000b\U0010fffcc").text == "a\U000f0000b\U0010fffcc"
    assert evaluated("\U000f8000 {{ x }} {% y %}").text == "\U000f8000 \U000f8001 \U000f0000"
    assert evaluated("{{ '&#983040;' | escape_once }}{{ x }}").text == "\ufffd\U000f8000"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a<script>b</script>c<!-- d -->e<STYLE>f</style>g", "aceg"),
        ("<a href='b'>c</a> > d < e", "c > d < e"),
        ("<script>a<script>b<!-- c<!-- d <b>e", "abe"),
    ],
)
def test_html_without_tags(text: str, words: str) -> None:
    assert apply_filter("strip_html", text, [], Known(), str) == words


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%Y %C %y %G", "2024 20 24 2024"),
        ("%B %b %h %^b %m %-m %_m", "March Mar Mar MAR 03 3  3"),
        ("%d %-d %e %j", "05 5  5 065"),
        ("%H %I %k %l %M %S %L", "07 07  7  7 08 09 120"),
        ("%p %P %A %a %u %w %V", "AM am Tuesday Tue 2 2 10"),
        ("%z %:z %Z", "-0500 -05:00 -0500"),
        ("%F %T %R %D %c %r", "2024-03-05 07:08:09 07:08 03/05/24 Tue Mar  5 07:08:09 2024 07:08:09 AM"),
        ("%s %% %n%t %Q", "1709640489 % \n\t %Q"),
    ],
)
def test_strftime(form: str, text: str) -> None:
    assert written(MOMENT, form) == text


def test_moments() -> None:
    """A day begins at its midnight; a moment without an offset is UTC."""
    assert moment_of(date(2024, 3, 5)) == datetime(2024, 3, 5, tzinfo=UTC)
    assert moment_of(datetime(2024, 3, 5)) == datetime(2024, 3, 5, tzinfo=UTC)  # noqa: DTZ001
    assert moment_of("2024-03-05 10:00 +0200") == datetime(2024, 3, 5, 8, tzinfo=UTC)
    assert moment_of("2024-03-05T10:00:30Z") == datetime(2024, 3, 5, 10, 0, 30, tzinfo=UTC)
    assert written(datetime(2024, 3, 5, 13, tzinfo=UTC), "%p %P %Z %I") == "PM pm UTC 01"
    with pytest.raises(Unknown):
        moment_of("yesterday")


def test_entities_with_numbers_of_thousands_of_digits_end_nothing() -> None:
    number = "9" * 5000

    result = evaluate_body(f"{{{{ '&#{number};' | escape_once }}}} {{{{ 'a' | append: 'b' }}}}", Known(), lambda text: text)

    assert result.text.endswith(" ab")
    assert not result.kept


def test_a_list_that_contains_itself_is_not_evaluated() -> None:
    """YAML can write one into the option `extra`."""
    inside: list[object] = ["a"]
    inside.append(inside)
    known = Known(site={"x": inside})

    assert evaluate_body("{{ site.x[0] }} {{ site.x.size }}", known, str).text == "a 2"
    for text in ("{{ site.x }}", "{{ site.x | upcase }}"):
        assert len(evaluate_body(text, known, str).kept) == 1
