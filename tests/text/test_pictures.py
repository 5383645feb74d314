"""Pictures that a script is to load."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.pictures import with_lazy_links, with_real_pictures

REAL = {
    "nothing lazy": ("<img src=a><b>x</b>", "<img src=a><b>x</b>"),
    "data-src": ("<img src='p.gif' data-src='a.png' alt='x &amp; y'/>", '<img src="a.png" alt="x &amp; y" />'),
    "data-src alone": ('<img data-src="a.png" hidden>', '<img hidden src="a.png">'),
    "the names of other scripts": (
        '<img data-lazy-src="a"><img data-original="b"><video data-poster="c"></video>',
        '<img src="a"><img src="b"><video poster="c"></video>',
    ),
    "data-srcset": (
        '<source data-srcset="a 1x, b 2x"><img src="p" data-srcset="a, b 2x"><img src="p" data-srcset=" ">',
        '<source srcset="a 1x, b 2x"><img src="a" srcset="a, b 2x"><img src="p" srcset=" ">',
    ),
    "data of another kind": (
        '<p data-src="a"><img data-id="1" src="b"><img data-src="" src="c"></p>',
        '<p data-src="a"><img data-id="1" src="b"><img data-src="" src="c"></p>',
    ),
    "without a script": ("<p>a</p><noscript><p><img src=b></p></noscript>c", "<p>a</p><p><img src=b></p>c"),
    "without a script the same again": (
        '<noscript><img src="a.png"></noscript><img data-src="a.png"><noscript><img src="a.png"></noscript>',
        '<img src="a.png">',
    ),
    "without a script no picture": ("a<noscript>Please turn on scripts.</noscript></noscript>b", "ab"),
    "a part that is never closed": ("a<noscript>b<noscript>c", "a"),
}


@pytest.mark.parametrize(("html", "wanted"), REAL.values(), ids=REAL)
def test_pictures_are_there_without_a_script(html: str, wanted: str) -> None:
    assert with_real_pictures(html) == wanted


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<img src=a>", "<img src=a>"),
        ("<img data-src=a alt='x'>", '<img data-src="../a" alt="x">'),
        ('<img data-src="" data-srcset="a 1x, b 2x"/>', '<img data-src data-srcset="../a 1x, ../b 2x" />'),
        ("<img data-src= '/a' data-x><b>", "<img data-src= '/a' data-x><b>"),
    ],
)
def test_addresses_for_scripts_are_changed_as_others_are(html: str, wanted: str) -> None:
    assert with_lazy_links(html, lambda link: link if link.startswith("/") else f"../{link}") == wanted
