"""Addresses taken apart: malformed ones are distinguished and never raise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.addresses import (
    below,
    in_ascii,
    is_base,
    is_web,
    joined,
    path_at_host,
    path_of,
    resolved,
    split,
    uri_of,
)

MALFORMED = (
    "//[x",
    "http://[",
    "http://[bad",
    "http://[host]/",
    "http://[::1]x/",
    "http://[::1",
    "http://[v1.a]/",
    "http://[fe80::1%eth0]/",
    "http://[fe80::1%25eth0]/",
    "http://]x/",
    "https://a:port/",
    "https://a:99999/",
    "https://a:-1/",
    "https://a b/",
    "https://exa<mple/",
    "https://a\\b/",
    "https:///path",
    "https:path",
    "http://?q",
    "http://user@/",
    "http://\u2100/",
    f"http://{'ü' * 70}/",
    "ftp://[x/",
    "a/\ud800",
)
WELL_FORMED = (
    "",
    "#part",
    "?q=[1]",
    "a[b].html",
    "/path//x",
    "mailto:a@b.org",
    "tel:+49 30",
    "data:image/png;base64,AA==",
    "tag:example.org,2024:x",
    "urn:uuid:1",
    "//example.org/x",
    "http://[::1]:8000/x",
    "http://user:pass@example.org:80/",
    "https://bücher.example/straße",
    "https://a_b.example/%zz",
    "foo://",
)


@pytest.mark.parametrize("address", MALFORMED)
def test_a_malformed_address_has_no_parts(address: str) -> None:
    assert split(address) is None
    assert not is_web(address)
    assert path_of(address) == ""


@pytest.mark.parametrize("address", WELL_FORMED)
def test_any_other_address_has(address: str) -> None:
    parts = split(address)

    assert parts is not None
    assert is_web(address) is address.startswith("http")


def test_links_are_resolved_where_that_can_be_done() -> None:
    assert resolved("https://example.org/a/b", "../c?d#e") == "https://example.org/c?d#e"
    assert resolved("https://example.org/", "http://[x") == "http://[x"
    assert resolved("http://[x", "a") == "a"
    assert joined("https://example.org/", "//a:x/") is None
    parts = split("old/?a=b#c")
    assert parts is not None
    assert below(parts, "../new/") == "../new/?a=b#c"


def test_the_host_is_written_in_ascii() -> None:
    parts = split("https://me@bücher.example:80/ü")
    path = split("/ü")

    assert parts is not None
    assert path is not None
    assert in_ascii(parts) == "https://me@xn--bcher-kva.example:80/%C3%BC"
    assert in_ascii(path) == "/%C3%BC"


@pytest.mark.parametrize(
    ("address", "uri"),
    {
        "https://e.org/a b?c d#e f": "https://e.org/a%20b?c%20d#e%20f",
        "https://e.org/\u2028x\xa0": "https://e.org/%E2%80%A8x%C2%A0",
        "https://e.org/%/%zz%41": "https://e.org/%25/%25zz%41",
        "https://e.org/[x]|{y}^`": "https://e.org/%5Bx%5D%7C%7By%7D%5E%60",
        "https://a b@c@bücher.example/": "https://a%20b%40c@xn--bcher-kva.example/",
        "https://<ü@[::1]/": "https://%3C%C3%BC@[::1]/",
        "https://[::1]:80/é": "https://[::1]:80/%C3%A9",
        "http://[": "http://[",
    }.items(),
)
def test_an_address_goes_out_as_the_standard_wants_it(address: str, uri: str) -> None:
    """Blanks, single percent signs and other letters are encoded; a malformed address stays."""
    assert uri_of(address) == uri
    assert uri_of(uri) == uri


@pytest.mark.parametrize(
    "address", ["https://e.org/a b/", "https://e.org/%/", "https://e.org/{x}", "https://e.org/\u2028", "x"]
)
def test_a_base_has_nothing_to_encode(address: str) -> None:
    assert not is_base(address)
    assert is_base("HTTPS://me@bücher.example:80/%20ü/[x]?a#b")


@given(st.text(st.sampled_from("htps:/[]@?#.1ab%\\ \tü\u2100\ud800"), max_size=20), st.text(max_size=10))
def test_nothing_raises(address: str, link: str) -> None:
    """Whatever is accepted can be put together again and resolved."""
    joined(address, link)
    joined("https://example.org/", address)
    if parts := split(address):
        assert isinstance(in_ascii(parts), str)


@pytest.mark.parametrize("sign", ["<b>", '"', "\\", "\n", "\t", "\x7f"])
def test_an_address_of_the_web_has_no_sign_that_ends_an_attribute_or_a_line(sign: str) -> None:
    assert not is_web(f"https://example.org/a{sign}b")


@pytest.mark.parametrize(
    ("host", "ascii_host"),
    {
        "faß.de": "xn--fa-hia.de",
        "STRAẞE。de": "xn--strae-oqa.de",
        "βόλος.gr": "xn--nxasmm1c.gr",
        "Bücher.example": "xn--bcher-kva.example",
        "نامه\u200cای.com": "xn--mgba3gch31f060k.com",
        "ශ්\u200dරී.com": "xn--10cl1a0b660p.com",
        "xn--fa-hia.de": "xn--fa-hia.de",
        "1.2.3.4": "1.2.3.4",
        "0x7f.1": "0x7f.1",
        "010.1": "010.1",
        "127.1.": "127.1.",
    }.items(),
)
def test_a_host_goes_out_as_browsers_read_it(host: str, ascii_host: str) -> None:
    """The codec of the standard library writes ss for ß, σ for ς, and nothing for joiners: names of other hosts."""
    assert uri_of(f"https://{host}/") == f"https://{ascii_host}/"


@pytest.mark.parametrize(
    "host",
    [
        "10.0.0.256",
        "1.2.3.4.5",
        "example.80",
        "ü.80",
        "256.1",
        "+1.2.3.4",
        "1_0.2",
        "08.1",
        "xn--",
        "xn--é",
        "a\u200db",
        "\u200ca",
    ],
)
def test_a_host_that_browsers_reject_is_malformed(host: str) -> None:
    assert split(f"https://{host}/") is None
    assert not is_web(f"https://{host}/")


def test_hosts_are_compared_in_ascii() -> None:
    assert path_at_host("https://xn--bcher-kva.example/a", "https://BÜCHER.example:443/") == "/a"
    assert path_at_host("https://fass.de/a", "https://faß.de/") is None
