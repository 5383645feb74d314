"""Links that lead nowhere are taken out."""

from __future__ import annotations

import time

import pytest

from mkdocs_journal.text.dead_links import without_links


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p><a class="x" href="/gone/">b</a> <a href="/here/">d</a> <a name="n"></a></a></p>',
         '<p><span>b</span> <a href="/here/">d</a> <a name="n"></a></a></p>'),
        ('<area alt="a &amp; b" href="/gone/" nohref>', '<area alt="a &amp; b" nohref>'),
        ("<IFRAME title=x src='/gone/'></IFRAME>", '<iframe title="x"></IFRAME>'),
        ('<form action="/gone/"><button formaction="/gone/">', "<form><button>"),
        ('<embed src="/gone/" />', "<embed />"),
        ('<meta http-equiv="refresh" content="5; url=/gone/">', '<meta http-equiv="refresh">'),
        ("<meta http-equiv=refresh content=\"0;URL='/gone/'\">", '<meta http-equiv="refresh">'),
        ('<meta name="x" content="/gone/">', '<meta name="x" content="/gone/">'),
        ('<img src="/here/" alt="/gone/">', '<img src="/here/" alt="/gone/">'),
        ("<script>a = '<a href=\"/gone/\">'</script>", "<script>a = '<a href=\"/gone/\">'</script>"),
        ("</p>text", "</p>text"),
    ],
)  # fmt: skip
def test_links_go_and_words_stay(html: str, left: str) -> None:
    assert without_links(html, lambda link: link == "/gone/") == left


@pytest.mark.parametrize("piece", ["<a href=/gone/>", "</a>", "<meta content='5; url=", "1;", "<area href"])
def test_it_takes_linear_time(piece: str) -> None:
    began = time.process_time()

    without_links(piece * 20_000, lambda link: link == "/gone/")

    assert time.process_time() - began < 5
