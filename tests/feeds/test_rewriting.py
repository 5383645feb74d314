"""`feed_content()` on the pitfalls of real pages, read back by `html.parser`: links, active content, ornaments."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.feeds.content import absolute, feed_content

PAGE = "https://example.org/docs/journal/2024/11/post/"

LINKS = {
    "beside the page": ("a.png", f"{PAGE}a.png"),
    "above it, with a blank": ("../img/a b.png", "https://example.org/docs/journal/2024/11/img/a%20b.png"),
    "an umlaut": ("ümlaut/", f"{PAGE}%C3%BCmlaut/"),
    "encoded already": ("%C3%BCmlaut/%20", f"{PAGE}%C3%BCmlaut/%20"),
    "a query alone": ("?q=1", f"{PAGE}?q=1"),
    "a fragment alone": ("#x", f"{PAGE}#x"),
    "an address of another host": ("//cdn.example/x", "https://cdn.example/x"),
    "a path of this host": ("/abs", "https://example.org/abs"),
    "more steps up than there are": ("../../../../../../x", "https://example.org/x"),
    "a percent sign that encodes nothing": ("100%zz", f"{PAGE}100%25zz"),
    "a percent sign at the end": ("50%", f"{PAGE}50%25"),
    "signs that no URI has": ("a|b^c`d{e}", f"{PAGE}a%7Cb%5Ec%60d%7Be%7D"),
    "signs that a URI has": ("a;b=c,d(e)!*'?f=g&h=i:j@k/l?m#n", f"{PAGE}a;b=c,d(e)!*'?f=g&h=i:j@k/l?m#n"),
    "a line end within": ("a\nb", f"{PAGE}ab"),
    "blanks around": ("  x/ ", f"{PAGE}x/"),
    "a host in Japanese, with a port": ("https://日本.example:8080/", "https://xn--wgv71a.example:8080/"),
    "a host as numbers": ("https://[2001:db8::1]:80/ü", "https://[2001:db8::1]:80/%C3%BC"),
    "a host that cannot be": ("https://a..b.ü/", ""),
    "a host that ends in a number": ("https://b.org256.1.1.1/a", ""),
    "a host as an address": ("https://192.168.0.1/a", "https://192.168.0.1/a"),
    "a host that is not Punycode": ("https://xn--/a", ""),
    "a host in Punycode": ("https://xn--wgv71a.example/a", "https://xn--wgv71a.example/a"),
    "half a surrogate pair": ("a\ud800", ""),
    "code behind a blank": (" javascript:x", ""),
    "code behind a control character": ("\x01javascript:x", ""),
    "code with a tab within": ("java\tscript:x", ""),
    "code of another language": ("vbscript:x", ""),
    "a page in a link": ("data:text/html;base64,PHg+", ""),
    "a picture in a link": ("data:image/gif;base64,R0lGOD==", "data:image/gif;base64,R0lGOD=="),
    "a mailbox with a subject": ("mailto:a@b.org?subject=a b", "mailto:a@b.org?subject=a%20b"),
    "a telephone": ("tel:+49-30-123", "tel:+49-30-123"),
    "an upper-case scheme": ("HTTPS://Example.org/A", "https://Example.org/A"),
}


@pytest.mark.parametrize(("link", "wanted"), LINKS.values(), ids=LINKS)
def test_a_link_works_outside_its_page(link: str, wanted: str) -> None:
    assert absolute(link, PAGE) == wanted


HTML = {
    "a picture with candidates": (
        '<img src="../img/a b.png" srcset="a.png 1x, b.png 2x" sizes="50vw" loading="lazy" class="x" data-y="z">',
        (
            '<img src="https://example.org/docs/journal/2024/11/img/a%20b.png"'
            f' srcset="{PAGE}a.png 1x, {PAGE}b.png 2x" sizes="50vw">'
        ),
    ),
    "candidates with widths and no blank behind the comma": (
        '<source srcset="a.webp 480w,b.webp 800w">',
        f'<source srcset="{PAGE}a.webp 480w,{PAGE}b.webp 800w">',
    ),
    "a picture in a candidate": (
        '<img srcset="data:image/png;base64,AA== 1x, b.png 2x">',
        f'<img srcset="data:image/png;base64,AA== 1x, {PAGE}b.png 2x">',
    ),
    "a link with an ampersand": ('<a href="?a=1&amp;b=2">x</a>', f'<a href="{PAGE}?a=1&amp;b=2">x</a>'),
    "a link without quotes": ("<a href=x/>y</a>", f'<a href="{PAGE}x/">y</a>'),
    "code hidden by an entity": ('<a href="&#106;avascript:x">y</a>', "<a>y</a>"),
    "a film that starts by itself": (
        '<video src="v.mp4" poster="p.png" autoplay controls onplay="x"></video>',
        f'<video src="{PAGE}v.mp4" poster="{PAGE}p.png" controls=""></video>',
    ),
    "a film in a frame": (
        '<div class="video"><iframe src="https://v.example/1?a=1&amp;b=2" allowfullscreen></iframe></div>',
        ('<div><p><a href="https://v.example/1?a=1&amp;b=2">https://v.example/1?a=1&amp;b=2</a></p></div>'),
    ),
    "a frame that runs code": ('<iframe src="javascript:x"></iframe>', ""),
    "an object with an object within": (
        '<object data="a.svg" title="Chart"><embed src="a.swf"><p>old</p></object>b',
        f'<p><a href="{PAGE}a.svg">Chart</a></p>b',
    ),
    "a script with the end of CDATA": ("<p>a</p><script>//<![CDATA[\nx\n//]]></script>", "<p>a</p>"),
    "a script that writes a script": ("<script>w('<script>x<\\/script>')</script>b", "b"),
    "a script in capitals": ("<SCRIPT SRC=x></SCRIPT>b", "b"),
    "handlers in any spelling": ("<p onClick=x OnLoad='y' ONX = \"z\">a</p>", "<p>a</p>"),
    "a style that hides": ('<p style="display:none">a</p><style>p { color: red }</style><p>b</p>', "<p>b</p>"),
    "a form within text": (
        'a<form action="/x"><fieldset><input name="q"><button>Go</button></fieldset></form>b',
        "ab",
    ),
    "a page that would be loaded anew": ('<meta http-equiv="refresh" content="0;url=x">a<base href="/y/">', "a"),
    "a list of things to do": (
        '<ul class="task-list"><li><label><input type="checkbox" checked> a</label></li></ul>',
        "<ul><li>☑ a</li></ul>",
    ),
    "the permanent link to a heading": (
        '<h2 id="a">A<a class="headerlink" href="#a" title="Permanent link">&para;</a></h2>',
        "<h2>A</h2>",
    ),
    "code with numbered lines": (
        (
            '<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>'
            '1\n2</pre></div></td><td class="code"><div><pre><code>if a &lt; b:\n    c()\n</code></pre></div></td></tr>'
            "</table></div>"
        ),
        ("<div><table><tr><td><div><pre><code>if a &lt; b:\n    c()\n</code></pre></div></td></tr></table></div>"),
    ),
    "code in colours": (
        '<pre id="__code_0"><span></span><code><span class="k">def</span>\t<span class="nf">f</span>\n\n\n  x</code></pre>',
        "<pre><span></span><code><span>def</span>\t<span>f</span>\n\n\n  x</code></pre>",
    ),
    "code whose lines have anchors": (
        (
            '<pre><code><a id="__codelineno-0-1" name="__codelineno-0-1" href="#__codelineno-0-1"></a>a\n'
            '<a id="__codelineno-0-2" name="__codelineno-0-2" href="#__codelineno-0-2"></a>  b\n</code></pre>'
        ),
        "<pre><code>a\n  b\n</code></pre>",
    ),
    "an annotation of Material": (
        '<p>a <span class="md-annotation"><span>1</span><p>n</p></span> b</p>',
        "<p>a  b</p>",
    ),
    "an emoji that is a drawing": (
        '<p>Hi <span class="twemoji"><svg viewBox="0 0 1 1"><title>😄</title><path d="M0"/></svg></span></p>',
        "<p>Hi <span>😄</span></p>",
    ),
    "an emoji that is a picture": (
        '<img alt="😄" class="twemoji" src="https://cdn.example/1f604.svg" title=":smile:">',
        '<img alt="😄" src="https://cdn.example/1f604.svg" title=":smile:">',
    ),
    "a light box": (
        '<a class="glightbox" href="../a.png" data-type="image" data-width="auto"><img alt="A" src="../a.png"></a>',
        (
            '<a href="https://example.org/docs/journal/2024/11/a.png">'
            '<img src="https://example.org/docs/journal/2024/11/a.png" alt="A"></a>'
        ),
    ),
    "a table": (
        '<table><thead><tr><th colspan="2" style="x">a</th></tr></thead></table>',
        '<table><thead><tr><th colspan="2">a</th></tr></thead></table>',
    ),
    "text that is no tag": ("a < b && c > d", "a &lt; b && c > d"),
    "the end of CDATA": ("<p>]]&gt; ]]></p>", "<p>]]&gt; ]]></p>"),
    "a language and its direction": ('<p lang="ar" dir="rtl" id="x">س</p>', '<p lang="ar" dir="rtl">س</p>'),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("html", "wanted"), HTML.values(), ids=HTML)
def test_content_is_what_a_reader_can_use(html: str, wanted: str) -> None:
    assert _read(feed_content(html, PAGE)) == _read(wanted)


@pytest.mark.parametrize("html", [html for html, _ in HTML.values()], ids=HTML)
def test_content_has_no_link_that_is_not_absolute_and_nothing_active(html: str) -> None:
    schemes = ("https://", "http://", "data:image/", "mailto:", "tel:")
    for kind, name, attributes in _read(feed_content(html, PAGE)):
        assert (kind, name) not in {("start", active) for active in ("script", "style", "iframe", "form", "input")}
        for key, value in attributes:
            assert not key.startswith("on")
            if key in {"href", "src", "poster", "cite"}:
                assert value == "" or value.startswith(schemes)


@pytest.mark.parametrize("html", [html for html, _ in HTML.values() if "script:" not in html])
def test_content_that_was_made_ready_stays_as_it_is(html: str) -> None:
    """Nothing is resolved or encoded twice. A link that ran code is empty now, which would be a link to the page."""
    once = feed_content(html, PAGE)

    assert feed_content(once, PAGE) == once


@given(st.text(alphabet=" a\t\n&;<>\"'b%", max_size=60))
def test_the_text_of_a_block_of_code_is_exact(text: str) -> None:
    html = f"<p>a</p><pre><code>{escape(text)}</code></pre><p>b</p>"

    assert feed_content(html, PAGE) == html


def _read(html: str) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Return a document as Python's own parser reads it: texts and tags, attributes in order of their names."""
    reader = _Reader(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[tuple[str, str, tuple[tuple[str, str], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(("start", tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        self.found.append(("text", data, ()))
