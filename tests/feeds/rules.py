"""The rules of the formats, as far as a feed that was written can break them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import html5lib
from html5lib.html5parser import ParseError
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MEDIA = "{http://search.yahoo.com/mrss/}content"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
_OF_CHANNEL = {
    "title", "link", "description", "language", "copyright", "lastBuildDate", "generator", "image", "item", f"{ATOM}link",
    ARCHIVE,
}  # fmt: skip
_OF_ITEM = {
    "title", "link", "description", "category", "enclosure", "guid", "pubDate", f"{ATOM}updated", CONTENT,
    CREATOR, MEDIA,
}  # fmt: skip
_HTML = re.compile(r"</\w|&(?:#?\w*\d\w*|amp|lt|gt|quot|nbsp|copy)\b")
"""What a reader may take for HTML in a plain text."""
_RFC_822 = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d:\d\d [+-]\d{4}"
)


def atom_complaints(written: bytes, shared: Path) -> list[str]:
    """Return what RELAX NG and the rules that it cannot say (RFC 4287) find wrong with an Atom feed."""
    schema = etree.RelaxNG(etree.parse(shared / "schemas" / "atom.rng"))
    schema.validate(etree.fromstring(written, etree.XMLParser(huge_tree=True)))
    root = ET.fromstring(written)
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    found = [str(error) for error in schema.error_log]
    found += [f"{id_} stands there twice" for id_ in set(ids) if ids.count(id_) > 1]
    for links in (root, *root.findall(f"{ATOM}entry")):
        alternates = [link for link in links.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        found += ["two alternates of one type"] if len(alternates) > 1 else []
    urls = [link.get("href", "") for link in root.iter(f"{ATOM}link")] + [uri.text or "" for uri in root.iter(f"{ATOM}uri")]
    urls += [picture.text or "" for name in ("icon", "logo") for picture in root.findall(f"{ATOM}{name}")]
    for entry in root.findall(f"{ATOM}entry"):
        parts = [entry.find(f"{ATOM}{name}") for name in ("content", "summary")]
        found += ["an entry without words"] if parts == [None, None] else []
        found += ["an empty element" for part in parts if part is not None and not (part.text or "").strip()]
    for construct in (one for name in ("title", "subtitle", "rights", "summary") for one in root.iter(f"{ATOM}{name}")):
        if construct.get("type", "text") == "text" and _HTML.search(construct.text or ""):
            found.append(f"{construct.text!r} is HTML that does not say so")
    if not ids and (root.findtext(f"{ATOM}updated") or "") < "1990":
        found.append("the day of an empty feed is not plausible")
    return found + [f"{url!r} is no absolute URL" for url in urls if not _is_url(url)]


def plain(construct: ET.Element | None) -> str:
    """Return a text of Atom as a reader shows it: HTML says with its type that it is."""
    assert construct is not None
    text = construct.text or ""
    return unescape(text) if construct.get("type") == "html" else text


def html_complaints(written: bytes) -> list[str]:
    """Return what HTML does not allow in the entries of a feed in XML, the first of each; html5lib looks for it."""
    found = []
    for element in ET.fromstring(written).iter():
        if element.tag in {f"{ATOM}content", CONTENT, "description"} and element.text:
            try:
                html5lib.HTMLParser(strict=True).parseFragment(element.text)
            except ParseError as error:
                found.append(f"invalid HTML: {error}: {element.text[:80]}")
    return found


def rss_complaints(written: bytes) -> list[str]:
    """Return what RSS 2.0 and the profile of the RSS Advisory Board find wrong with a feed.

    Source: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
    """
    root = ET.fromstring(written)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None or len(root) != 1:
        return ["no RSS 2.0"]
    found = [f"{name} is missing" for name in ("title", "link", "description") if not channel.findtext(name)]
    found += [f"{child.tag} is unknown" for child in channel if child.tag not in _OF_CHANNEL]
    found += [f"{tag} stands there twice" for tag in _twice(channel, {"item", f"{ATOM}link"})]
    for image in channel.findall("image"):
        found += [] if [part.tag for part in image] == ["url", "title", "link"] else ["an image needs url, title and link"]
        if not re.search(r"\.(?:png|jpe?g|gif)\Z", image.findtext("url") or "", re.IGNORECASE):
            found.append("an image is PNG, JPEG or GIF")
    found += [f"{line!r} is HTML that does not say so" for line in _lines_of_html(written.decode("utf-8"))]
    selves = [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    found += [] if len(selves) == 1 and selves[0].get("type") == "application/rss+xml" else ["no one link to itself"]
    guids = [item.findtext("guid") for item in channel.findall("item")]
    found += [f"{guid} stands there twice" for guid in set(guids) if guids.count(guid) > 1]
    for item in channel.findall("item"):
        found += list(_item_complaints(item))
    dates = [date.text or "" for name in ("lastBuildDate", "pubDate") for date in channel.iter(name)]
    return found + [
        f"{date!r} is no date" for date in dates if not (_RFC_822.fullmatch(date) and parsedate_to_datetime(date))
    ]


def _item_complaints(item: ET.Element) -> Iterator[str]:
    yield from (f"{child.tag} is unknown" for child in item if child.tag not in _OF_ITEM)
    yield from (f"{tag} stands there twice" for tag in _twice(item, {"category", CREATOR}))
    if not (item.findtext("title") or item.findtext("description")):
        yield "neither title nor description"
    if item.find(CONTENT) is not None and not item.findtext("description"):
        yield "content without a description"
    guid = item.find("guid")
    if guid is None or not guid.text:
        yield "no guid"
    elif guid.get("isPermaLink", "true") == "true" and not _is_url(guid.text):
        yield f"{guid.text!r} is no permanent link"
    yield from (f"{url!r} is no absolute URL" for url in [item.findtext("link") or ""] if not _is_url(url))
    for enclosure in item.findall("enclosure"):
        if not ({"url", "length", "type"} == set(enclosure.attrib) and enclosure.get("length", "").isdigit()):
            yield "an enclosure needs url, length and type"
        if not _is_url(enclosure.get("url", "")):
            yield f"{enclosure.get('url')!r} is no absolute URL"


def _lines_of_html(written: str) -> Iterator[str]:
    """Yield the plain texts of RSS whose signs a reader takes for HTML: the profile asks for hexadecimal references."""
    for line in written.split("\n"):
        name = line.partition(">")[0].lstrip("<")
        text = unescape(line[len(name) + 2 :].rpartition("</")[0])
        if name in {"title", "copyright", "category"} and _HTML.search(text) and "&#x" not in line:
            yield line


def _twice(element: ET.Element, many: set[str]) -> set[str]:
    tags = [child.tag for child in element]
    return {tag for tag in tags if tags.count(tag) > 1 and tag not in many}


def _is_url(text: str) -> bool:
    """Return whether a text is an absolute URI that every program reads: RFC 3986, no blanks, no letters beyond ASCII."""
    return bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[\w.~:/?#\[\]@!$&'()*+,;=%-]+", text, re.ASCII)) and (
        urlsplit(text).scheme not in {"http", "https"} or bool(urlsplit(text).hostname)
    )


def json_complaints(value: Any, schema: Any, named: Any) -> list[str]:
    """Return what is wrong with a value, as far as the schema of JSON Feed has rules for it."""
    if "$ref" in schema:
        return json_complaints(value, named[schema["$ref"].rpartition("/")[2]], named)
    if "anyOf" in schema and "properties" not in schema:
        found = [json_complaints(value, choice, named) for choice in schema["anyOf"]]
        return [] if [] in found else found[0]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{value!r} is not {schema['const']!r}"]
    if schema["type"] == "array":
        short = [] if len(value) >= schema.get("minItems", 0) else ["a list is empty"]
        return short + [complaint for item in value for complaint in json_complaints(item, schema["items"], named)]
    if schema["type"] == "object":
        fields = schema["properties"]
        lost = [f"{name} is missing" for name in schema.get("required", []) if name not in value]
        unknown = [f"{name} is unknown" for name in value if name not in fields]
        inside = [json_complaints(value[name], fields[name], named) for name in value if name in fields]
        return lost + unknown + [complaint for complaints in inside for complaint in complaints]
    if schema["type"] in {"integer", "number"}:
        return [] if isinstance(value, int) and value >= schema.get("minimum", 0) else [f"{value!r} is no number"]
    if not isinstance(value, str):
        return [f"{value!r} is not a string"]
    wrong = len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value)
    return [f"{value!r} is wrong"] if wrong else []
