"""Splits and joins addresses; the only module that calls the URL functions of the standard library.

These raise ValueError for some addresses and accept others that browsers and feed readers reject, so every address that an
author, a page or an option gives is parsed here.
"""

from __future__ import annotations

import re
import unicodedata
from encodings.idna import nameprep
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

_WEB: Final = frozenset({"http", "https"})
_WITH_HOST: Final = _WEB | {"ftp"}
_MOST_PORT: Final = 65_535
_PLACE: Final = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(?::(?P<port>[0-9]{0,5}))?")
"""Host and port; an IPv6 address is in brackets."""
_PORT_OF_WEB: Final = re.compile(r":(?:80|443)?\Z")
_NAME: Final = r"[\w~!$&'()*+,=@%-][\w.~!$&'()*+,=@%-]*+"
_PLAIN: Final = re.compile(rf"(?:{_NAME}/)*+(?:{_NAME})?+", re.ASCII)
"""A path of plain names: none is empty or begins with a dot."""
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f<>\"\\]")
_NOT_ENCODED: Final = re.compile(r"[\s^`{|}]|%(?![0-9A-Fa-f]{2})")
_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
"""A `%` that encodes nothing."""
_DOTS: Final = re.compile("[.\u3002\uff0e\uff61]")
_DEVIATIONS: Final = re.compile("([ßς\u200c\u200d])")
_JOINERS: Final = frozenset("\u200c\u200d")
_VIRAMA: Final = 9
"""Combining class of signs that join letters."""
_ENDS_IN_NUMBER: Final = re.compile(r"(?:\A|\.)(?:[0-9]++|0[xX][0-9A-Fa-f]*+)\.?\Z")
_MOST_NUMBERS, _BYTE = 4, 256
_HOST: Final = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=-]+")
"""A name of RFC 3986; without percent-encoding, which host names do not use."""


def split(address: str) -> SplitResult | None:
    """Return the parts of an address, or None if it is malformed.

    Malformed is what the standard library rejects (`//[x`, `http://[`, half a surrogate pair), a port that is not a number
    from 0 to 65535, an invalid host name (`https://a b/`, `http://[host]/`), and http(s) or ftp without a host.

    Args:
        address: Absolute or relative, as written, entities decoded.

    Source: https://www.rfc-editor.org/rfc/rfc3986#section-3.2
    """
    try:
        if not address.isascii():
            address.encode()
        parts = urlsplit(address)
    except ValueError:
        return None
    if not (parts.netloc or parts.scheme in _WITH_HOST):
        return parts
    return parts if _ascii_netloc(parts.netloc) else None


def joined(base: str, link: str) -> SplitResult | None:
    """Return the parts of the address that a link on the page at `base` leads to, or None if either is malformed."""
    try:
        return split(urljoin(base, link))
    except ValueError:
        return None


def resolved(base: str, link: str) -> str:
    """Return the address that a link on the page at `base` leads to; if either is malformed, the link."""
    if link and _is_plain_folder(base) and _PLAIN.fullmatch(link):
        return base + link
    parts = joined(base, link)
    return urlunsplit(parts) if parts else link


@lru_cache(maxsize=64)
def _is_plain_folder(address: str) -> bool:
    """Return whether an address is that of a folder, so that a link to a plain name is only put behind it."""
    parts = joined(address, "name")
    return address.endswith("/") and parts is not None and urlunsplit(parts) == f"{address}name"


def path_of(address: str) -> str:
    """Return the path of an address, or empty if it has none or is malformed."""
    parts = split(address)
    return parts.path if parts else ""


def below(parts: SplitResult, path: str) -> str:
    """Return a link to a path with the query and fragment of another link."""
    return urlunsplit(("", "", path, parts.query, parts.fragment))


def in_ascii(parts: SplitResult) -> str:
    """Return the address that `split()` accepted as RFC 3986 wants it.

    The host is in ASCII; blanks, other letters and signs such as `|` or a lone `%` are percent-encoded.
    """
    return urlunsplit((parts.scheme, _ascii_netloc(parts.netloc), *(_encoded(part) for part in parts[2:])))


def uri_of(address: str) -> str:
    """Return an absolute address as RFC 3986 wants it; a malformed one as it is."""
    parts = split(address)
    return in_ascii(parts) if parts else address


def _encoded(part: str) -> str:
    return quote(_PERCENT.sub("%25", part), safe="/%!$&'()*+,;=:@~?-._")


def unsplit(parts: SplitResult) -> str:
    """Return the address that has these parts."""
    return urlunsplit(parts)


def comparable_host(netloc: str) -> str:
    """Return host and port in the form in which they are compared: ASCII, lower case, without the default port."""
    return _PORT_OF_WEB.sub("", (_ascii_netloc(netloc) or netloc).lower())


def path_at_host(address: str, site_url: str) -> str | None:
    """Return the path of an address if it is at the host of the site, else None.

    Its scheme may be http or https or left out; case and the port that counts anyway make no difference.
    """
    parts, site = split(address), split(site_url)
    if parts is None or site is None or not parts.netloc or parts.scheme not in {"", *_WEB}:
        return None
    return parts.path or "/" if comparable_host(parts.netloc) == comparable_host(site.netloc) else None


def is_web(address: str) -> bool:
    """Return whether a text is an absolute http(s) address that is not malformed.

    Characters that an address cannot hold anywhere, and that end an attribute or a line where it is written, are malformed.
    """
    parts = split(address)
    return parts is not None and parts.scheme in _WEB and not _UNFIT.search(address)


def is_base(address: str) -> bool:
    """Return whether a text is an http(s) address in which nothing has to be encoded, except letters beyond ASCII."""
    return is_web(address) and not _NOT_ENCODED.search(address)


@lru_cache(maxsize=1024)
def _ascii_netloc(netloc: str) -> str:
    """Return user, host and port in ASCII, or empty if host or port is invalid."""
    user, at, place = netloc.rpartition("@")
    parts = _PLACE.fullmatch(place)
    if parts is None or int(parts["port"] or 0) > _MOST_PORT:
        return ""
    host, before = parts["host"], _encoded(user).replace("@", "%40") + at
    if host.startswith("["):
        return before + place if _is_ipv6(host[1:-1]) else ""
    labels = _DOTS.split(host)
    try:
        ascii_host = ".".join(map(_ascii_label, labels))
    except UnicodeError:
        return ""
    if not host.isascii() and "" in labels[:-1]:
        return ""
    if not _HOST.fullmatch(ascii_host) or (_ENDS_IN_NUMBER.search(ascii_host) and not _is_ipv4(ascii_host)):
        return ""
    return before + ascii_host + place[len(host) :]


def _ascii_label(label: str) -> str:
    """Return a part of a host name in ASCII, as browsers write it.

    Browsers keep ß, ς and joiners, which the codec of the standard library replaces, so that another host would be named.

    Raises:
        UnicodeError: It is not a part of a host name.

    Source: https://www.unicode.org/reports/tr46/#Deviations
    """
    if label.isascii():
        if label[:4].lower() == "xn--" and label[4:].encode().decode("punycode").isascii():
            raise UnicodeError(label)
        return label
    pieces = _DEVIATIONS.split(label.replace("ẞ", "ß"))
    if len(pieces) == 1:
        return label.encode("idna").decode("ascii")
    if any(sign in _JOINERS and not _may_join(before) for before, sign in zip(pieces[::2], pieces[1::2], strict=False)):
        raise UnicodeError(label)
    kept = "".join(piece if number % 2 else nameprep(piece) for number, piece in enumerate(pieces))
    return f"xn--{kept.encode('punycode').decode('ascii')}"


def _may_join(before: str) -> bool:
    """Return whether a joiner has a meaning behind a text: after a virama or an Arabic letter."""
    return bool(before) and (unicodedata.combining(before[-1]) == _VIRAMA or unicodedata.bidirectional(before[-1]) == "AL")


def _is_ipv4(host: str) -> bool:
    """Return whether a host is an IPv4 address in a form that browsers read: up to four numbers, the last for the rest."""
    parts = host.removesuffix(".").split(".")
    if not 1 <= len(parts) <= _MOST_NUMBERS:
        return False
    try:
        *first, last = (_number(part) for part in parts)
    except ValueError:
        return False
    return all(number < _BYTE for number in first) and last < _BYTE ** (_MOST_NUMBERS + 1 - len(parts))


def _number(part: str) -> int:
    if not part.isalnum():
        raise ValueError(part)
    if part[:2].lower() == "0x":
        return int(part[2:17] or "0", 16)
    return int(part[:16], 8 if part[:1] == "0" and len(part) > 1 else 10)


def _is_ipv6(text: str) -> bool:
    try:
        return IPv6Address(text).scope_id is None  # an interface of one machine, which no address of the web names
    except AddressValueError:
        return False
