"""How long it takes to read a text."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.reading_time import minutes, words


@pytest.mark.parametrize(
    ("html", "number"),
    [
        ("", 0),
        ("<p>One two <em>three</em> four</p>", 4),
        ("<p>One</p>\n<pre><code>not this</code></pre>\n<p>two</p>", 2),
        ('<div class="highlight"><pre><span>not</span> this</pre></div>One', 1),
        ("<p>One</p><script>var not_this = 1;</script><style>p { color: red }</style> <p>two</p>", 2),
        ("<p>One</p><pre>never closed and <pre>more", 1),
        ("<p>One</p><PRE>not</PRE > two", 2),
        ("</pre>One", 1),
        ("<p>One</p><pre>not </script> this <pre>nor this</pre> two", 2),
        ("<p>漢字仮名交じり文です。</p>", 6),
        ("<p>MkDocs は静的サイト</p>", 4),
        ("<p>Größe und Übermut</p>", 3),
        ("<p>한국어 문장은 빈칸이 있다</p>", 4),
        ("<p>a < b and c</p>", 5),
    ],
)
def test_words(html: str, number: int) -> None:
    assert words(html) == number


@pytest.mark.parametrize(("number", "shown"), [(0, 1), (1, 1), (397, 1), (398, 2), (1325, 5)])
def test_minutes_are_rounded(number: int, shown: int) -> None:
    assert minutes("word " * number, 265) == shown


def test_the_words_of_a_minute_are_a_setting() -> None:
    assert minutes("word " * 1000, 100) == 10
