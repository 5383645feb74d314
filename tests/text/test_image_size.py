"""Sizes of pictures, from the first bytes of each format."""

from __future__ import annotations

import struct
import zlib

import pytest

from mkdocs_journal.text.image_size import image_size


def png(width: int, height: int) -> bytes:
    """Return a whole PNG of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x33\x77\xbb" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


FRAME = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 480, 640) + b"\x03" + b"\0" * 9
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab" + b"\xff\xff\xd0" + b"\xff\xc4\x00\x03x" + FRAME
LOSSLESS = b"\x2f" + struct.pack("<I", 639 | 479 << 14)

SIZES = {
    "png": png(640, 480),
    "gif": b"GIF89a" + struct.pack("<HH", 640, 480),
    "jpeg": JPEG,
    "webp, extended": b"RIFF....WEBPVP8X" + b"\0" * 8 + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"),
    "webp, lossless": b"RIFF....WEBPVP8L" + b"\0" * 4 + LOSSLESS + b"\0" * 9,
    "webp, lossy": b"RIFF....WEBPVP8 " + b"\0" * 7 + b"\x9d\x01\x2a" + struct.pack("<HH", 640, 480),
    "svg": b"<?xml version='1.0'?>\n<svg xmlns='x' width='640px' height=\"480.2\">",
    "svg with a box": b"<svg width='100%' viewBox='0 0 640 480'></svg>",
}
NONE = {
    "nothing": b"",
    "text": b"text",
    "png, cut": b"\x89PNG\r\n\x1a\n123",
    "png of no size": png(0, 0),
    "jpeg, cut": JPEG[:20],
    "jpeg without a frame": b"\xff\xd8" + b"\xff\xe0\x00\x00" + b"\xff\xd9" + b"\0" * 20,
    "webp of another kind": b"RIFF....WEBPABCD" + b"\0" * 20,
    "svg without lengths": b"<svg xmlns='x' width='5em'>",
    "svg with odd lengths": b"<svg width='1.2.3' height='4'>",
}


@pytest.mark.parametrize("data", SIZES.values(), ids=SIZES)
def test_the_size_of_a_picture(data: bytes) -> None:
    if data.startswith(b"RIFF....WEBPVP8 "):
        data = data.ljust(30, b"\0")
    assert image_size(data) == (640, 480)


@pytest.mark.parametrize("data", NONE.values(), ids=NONE)
def test_bytes_that_do_not_say_it(data: bytes) -> None:
    assert image_size(data) is None
