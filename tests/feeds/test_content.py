"""`feed_content()`: a post's HTML as readers' programs need it."""

from __future__ import annotations

import pytest

from mkdocs_journal.feeds.content import absolute, feed_content

PAGE = "https://example.org/docs/journal/2024/11/post/"

CASES = {
    "a relative link": ('<a href="../x/">x</a>', '<a href="https://example.org/docs/journal/2024/11/x/">x</a>'),
    "a fragment": ('<a href="#part">x</a>', f'<a href="{PAGE}#part">x</a>'),
    "a path of the host": ('<a href="/x y/">x</a>', '<a href="https://example.org/x%20y/">x</a>'),
    "mail and telephone": (
        '<a href="mailto:a@b.org">m</a> <a href="tel:+49 30">t</a>',
        '<a href="mailto:a@b.org">m</a> <a href="tel:+49%2030">t</a>',
    ),
    "code in a link": ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
    "a picture in the text": ('<img src="data:image/png;base64,AA==">', '<img src="data:image/png;base64,AA==">'),
    "data that is no picture": ('<a href="data:text/html,x">x</a>', "<a>x</a>"),
    "each candidate of a srcset": (
        '<img srcset="a.png 1x, b.png 2x">',
        f'<img srcset="{PAGE}a.png 1x, {PAGE}b.png 2x">',
    ),
    "a poster": ('<video poster="p.png" controls></video>', f'<video poster="{PAGE}p.png" controls=""></video>'),
    "a citation": ('<blockquote cite="x.html">q</blockquote>', f'<blockquote cite="{PAGE}x.html">q</blockquote>'),
    "a script and a style": ("<p>a</p><script>x < 1</script><style>p{}</style>", "<p>a</p>"),
    "a form": ("<form><p>no</p><input></form><p>a</p>", "<p>a</p>"),
    "a label around text": ('<label for="x">a <input type="checkbox"> b</label>', "a  b"),
    "handlers, identifiers, classes and styles": ('<p id="x" class="y" style="z" onclick="w">a</p>', "<p>a</p>"),
    "an embedded page": (
        '<iframe src="https://video.example/1" title="A & B"></iframe>',
        '<p><a href="https://video.example/1">A &amp; B</a></p>',
    ),
    "an embedded page without a title": (
        '<object data="x.pdf"></object>',
        f'<p><a href="{PAGE}x.pdf">x.pdf</a></p>',
    ),
    "an embedded page without an address": ("<p>a</p><iframe></iframe>", "<p>a</p>"),
    "the link to a heading": ('<h2 id="x">T<a class="headerlink" href="#x">¶</a></h2>', "<h2>T</h2>"),
    "anchors of code lines": (
        '<pre><code><a id="__codelineno-0-1" name="__codelineno-0-1" href="#__codelineno-0-1"></a>a  b\n  c</code></pre>',
        "<pre><code>a  b\n  c</code></pre>",
    ),
    "a link to a line": ('<a href="#line-3">x</a>', f'<a href="{PAGE}#line-3">x</a>'),
    "line numbers": ('<table><td class="linenos">1</td><td>a</td></table>', "<table><td>a</td></table>"),
    "a drawing": ("<svg><title>A chart</title><path d='x'></svg>", "A chart"),
    "a drawing without a title": ("<svg><path></svg>", ""),
    "a drawing whose title is empty": ("<svg><title></title></svg>", ""),
    "comments": ("<p>a<!-- secret --></p>", "<p>a</p>"),
    "what is left open": ("<div><p>a <b>b", "<div><p>a <b>b</b></p></div>"),
    "an end without a beginning": ("</div><p>a</p>", "<p>a</p>"),
    "an element that closes itself": ("a<br/>b<br>c<hr />d", "a<br/>b<br>c<hr>d"),
    "white space in code": ("<pre>a\n\n  b\t</pre>", "<pre>a\n\n  b\t</pre>"),
}


@pytest.mark.parametrize(("html", "wanted"), CASES.values(), ids=CASES)
def test_content(html: str, wanted: str) -> None:
    assert feed_content(html, PAGE) == wanted


def test_a_first_heading_that_says_the_title_is_left_out() -> None:
    html = "<h1 id='t'>The <em>title</em></h1>\n<p>a</p>"

    assert feed_content(html, PAGE, title="The title") == "<p>a</p>"
    assert feed_content(html, PAGE, title="Another one").startswith("<h1>The")
    assert feed_content(html, PAGE).startswith("<h1>The")


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ("../a b/?q=ü&x=%20#ö", "https://example.org/docs/journal/2024/11/a%20b/?q=%C3%BC&x=%20#%C3%B6"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://user@bücher.example:80/", "https://user@xn--bcher-kva.example:80/"),
        ("//other.example/x", "https://other.example/x"),
        ("100%", "https://example.org/docs/journal/2024/11/post/100%25"),
        ("http://[::1/", ""),
        ("https://" + "ü" * 80 + ".example/", ""),
        ("JavaScript:x", ""),
        ("", PAGE),
    ],
)
def test_every_link_is_a_uri(link: str, wanted: str) -> None:
    assert absolute(link, PAGE) == wanted
