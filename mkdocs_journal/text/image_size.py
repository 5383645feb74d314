"""The width and height of a picture, from its first bytes."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final

MOST: Final = 262_144
"""Bytes of a file that are read; a JPEG may have a preview before its size."""

Size = tuple[int, int]

_RASTER: Final = re.compile(rb"\x89PNG|GIF8|\xff\xd8|RIFF....WEBP|....ftyp|BM", re.DOTALL)
"""The beginning of PNG, GIF, JPEG, WebP, AVIF or HEIC, and BMP."""
_SVG: Final = re.compile(rb"<svg\b[^<>]*>", re.IGNORECASE)
_LENGTH: Final = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*([\d.]+)(?:px)?\s*[\"']", re.IGNORECASE)
_VIEW_BOX: Final = re.compile(rb"\sviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)", re.IGNORECASE)


def image_size(data: bytes) -> Size | None:
    """Return the width and height in pixels of a picture that browsers show, or None if the bytes do not contain them.

    Args:
        data: The file, or its first `MOST` bytes.
    """
    data = data[:MOST]
    found: Size | None = None
    if _RASTER.match(data):
        found = _raster(data)
    elif tag := _SVG.search(data[:4096]):
        found = _svg(tag[0])
    return found if found and min(found) > 0 else None


def _raster(data: bytes) -> Size:
    """Return the stored size; (-1, -1) if `imagesize` cannot read it."""
    import imagesize  # noqa: PLC0415  # 7 ms that a site without pictures does not pay

    # The orientation of EXIF is not read: in hostile files the library takes quadratic time for it.
    width, height = imagesize.get(BytesIO(data), exif_rotation=False)
    return width, height


def _svg(tag: bytes) -> Size | None:
    """Return the size in the root element; `imagesize` takes that of the first shape if the root has only a `viewBox`."""
    lengths = {name.lower(): value for name, value in _LENGTH.findall(tag)}
    box = _VIEW_BOX.search(tag)
    try:
        if len(lengths) == 2:
            return round(float(lengths[b"width"])), round(float(lengths[b"height"]))
        return (round(float(box[1])), round(float(box[2]))) if box else None
    except (ValueError, OverflowError):  # several points; hundreds of digits
        return None
