"""The width and height of a picture, from its first bytes."""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 262_144
"""Bytes of a file that are read; a JPEG may have a preview before its size."""

Size = tuple[int, int]

_SVG: Final = re.compile(rb"<svg\b[^<>]*>", re.IGNORECASE)
_LENGTH: Final = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*([\d.]+)(?:px)?\s*[\"']", re.IGNORECASE)
_VIEW_BOX: Final = re.compile(rb"\sviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)", re.IGNORECASE)
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that are followed by the size."""
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of JPEG without a length."""


def image_size(data: bytes) -> Size | None:
    """Return the width and height in pixels of a PNG, JPEG, GIF, WebP or SVG, or None if it cannot be read.

    Args:
        data: The file, or its first `MOST` bytes.
    """
    found: Size | None = None
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        found = _big(data, 16, 4), _big(data, 20, 4)
    elif data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        found = _little(data, 6, 2), _little(data, 8, 2)
    elif data.startswith(b"\xff\xd8"):
        found = _jpeg(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP" and len(data) >= 30:
        found = _webp(data)
    elif tag := _SVG.search(data[:4096]):
        found = _svg(tag[0])
    return found if found and all(found) else None


def _big(data: bytes, start: int, size: int) -> int:
    return int.from_bytes(data[start : start + size], "big")


def _little(data: bytes, start: int, size: int) -> int:
    return int.from_bytes(data[start : start + size], "little")


def _jpeg(data: bytes) -> Size | None:
    """Return the size in the first frame header.

    Source: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, section B.2.2
    """
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
        elif marker in _FRAMES:
            return _big(data, at + 7, 2), _big(data, at + 5, 2)
        else:
            at += 2 + max(2, _big(data, at + 2, 2))
    return None


def _webp(data: bytes) -> Size | None:
    """Return the size in the first chunk.

    Source: https://developers.google.com/speed/webp/docs/riff_container
    """
    kind = data[12:16]
    if kind == b"VP8X":
        return _little(data, 24, 3) + 1, _little(data, 27, 3) + 1
    if kind == b"VP8L":
        bits = _little(data, 21, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF
    return None


def _svg(tag: bytes) -> Size | None:
    lengths = {name.lower(): value for name, value in _LENGTH.findall(tag)}
    box = _VIEW_BOX.search(tag)
    try:
        if len(lengths) == 2:
            return round(float(lengths[b"width"])), round(float(lengths[b"height"]))
        return (round(float(box[1])), round(float(box[2]))) if box else None
    except ValueError:
        return None
