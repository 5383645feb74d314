"""The elements with an address are found in the order of the page."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from mkdocs_journal.hosts.mkdocs.link_extension import _with_addresses

PAGES = [
    "<div/>",
    '<div><p><a href="a.md">a</a></p><a/></div>',
    '<div><img src="a.png"/></div>',
    '<div><p><a href="a.md"><img src="a.png"/></a><em><a href="b.md">b</a></em></p><img src="b.png"/><a/></div>',
    '<a href="a.md"><span><!-- a --><a href="b.md"/></span></a>',
]


@pytest.mark.parametrize("page", PAGES)
def test_elements_with_an_address(page: str) -> None:
    root = fromstring(page)

    assert _with_addresses(root) == [element for element in root.iter() if element.tag in {"a", "img"}]
