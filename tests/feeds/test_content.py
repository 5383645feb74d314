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
    "data that is not an image": ('<a href="data:text/html,x">x</a>', "<a>x</a>"),
    "a candidate of a srcset with a malformed address": (
        '<img srcset="http://[ 1x, b.png 2x, javascript:x 3x">',
        f'<img srcset=", {PAGE}b.png 2x">',
    ),
    "a srcset of malformed addresses": ('<img srcset="http://[ 1x, ftp:// 2x">', "<img>"),
    "a comma at the end of an address": ('<img srcset="a,\xa0 1x">', f'<img srcset="{PAGE}a%2C 1x">'),
    "blanks in a srcset that HTML does not know": (
        '<img srcset="a.png 1x,\xa0b.png 2x">',
        f'<img srcset="{PAGE}a.png 1x,{PAGE}b.png 2x">',
    ),
    "each candidate of a srcset": (
        '<img srcset="a.png 1x, b.png 2x">',
        f'<img srcset="{PAGE}a.png 1x, {PAGE}b.png 2x">',
    ),
    "a poster": ('<video poster="p.png" controls></video>', f'<video poster="{PAGE}p.png" controls=""></video>'),
    "a citation": ('<blockquote cite="x.html">q</blockquote>', f'<blockquote cite="{PAGE}x.html">q</blockquote>'),
    "a script and a style": ("<p>a</p><script>x < 1</script><style>p{}</style>", "<p>a</p>"),
    "a form": ("<form><p>no</p><input></form><p>a</p>", "<p>a</p>"),
    "a label around text": ('<label for="x">a <input type="radio"> b</label>', "a  b"),
    "tasks": (
        (
            '<ul><li><label class="x"><input type="checkbox" disabled checked/><span></span></label> a</li>'
            '<li><input type="checkbox" disabled> b</li></ul>'
        ),
        "<ul><li>☑<span></span> a</li><li>☐ b</li></ul>",
    ),
    "what the page hides": (
        '<p hidden>a</p><p style="color: red; DISPLAY :none">b</p><b style="visibility:hidden">c</b><p>d</p>',
        "<p>d</p>",
    ),
    "what the page shows": ('<p style="max-display: none" title="hidden">a</p>', '<p title="hidden">a</p>'),
    "tabs, one inside another": (
        (
            '<div><input type="radio"><div class="tabbed-labels"><label>A &amp; B</label><label><i>C</i></label>'
            '</div><div class="tabbed-content"><div class="tabbed-block"><div><div class="tabbed-labels">'
            '<label>D</label></div><div class="tabbed-content"><div class="tabbed-block">d</div></div></div></div>'
            '<div class="tabbed-block">c</div></div></div><div class="tabbed-block">e</div>'
        ),
        (
            "<div><div><div><p><strong>A &amp; B</strong></p><div><div><div><p><strong>D</strong></p>d</div></div>"
            "</div></div><div><p><strong>C</strong></p>c</div></div></div><div>e</div>"
        ),
    ),
    "attributes on lines of their own": ('<a\nhref="b"\n>x</a>', f'<a href="{PAGE}b">x</a>'),
    "text that looks like a script": ("<xmp><script>x</script> &lt;</xmp>", "&lt;script&gt;x&lt;/script&gt; &amp;lt;"),
    "signs beside what goes": ("<p>1 <<x-y>b>2</p>", "<p>1 &lt;b>2</p>"),
    "what only browsers without frames show": ("<noframes><b>a</b></noframes><noembed>b</noembed>c", "c"),
    "a blank in a formula": (
        '<math><mspace width="1em" class="x"/><mi>a</mi><mrow/></math>',
        '<math><mspace width="1em"/><mi>a</mi><mrow/></math>',
    ),
    "a formula": (
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML" class="x"><mi>a</mi><mo stretchy="false">&lt;</mo></math></p>',
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi><mo stretchy="false">&lt;</mo></math></p>',
    ),
    "a formula in words": (
        '<math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math>',
        '<math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math>',
    ),
    "a formula that stands there as HTML, too": (
        (
            '<span><math><mi>a</mi><annotation encoding="application/x-tex">a</annotation></math></span>'
            '<span aria-hidden="true">a</span>'
        ),
        "<span><math><mi>a</mi></math></span>",
    ),
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
    "anchors of code lines without an address": (
        '<pre><code><a id="__codelineno-0-1" name="__codelineno-0-1"></a>a</code></pre><a id="line-3">b</a>',
        "<pre><code>a</code></pre><a>b</a>",
    ),
    "a link to a line": ('<a href="#line-3">x</a>', f'<a href="{PAGE}#line-3">x</a>'),
    "line numbers": (
        '<table><tr><td class="linenos">1</td><td>a</td></tr></table>',
        "<table><tr><td>a</td></tr></table>",
    ),
    "a class that only begins like another": ('<p class="linenos-x headerlinks">a</p>', "<p>a</p>"),
    "a lazy picture": (
        '<img src="p.gif" data-src="a.png"><noscript><img src="a.png"></noscript>',
        f'<img src="{PAGE}a.png">',
    ),
    "what HTML does not know": ("<x-y>a <foo>b</foo></x-y>", "a b"),
    "a block in a paragraph": ("<p>a<div>b</div></p>", "<p>a</p><div>b</div>"),
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
