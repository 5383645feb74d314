"""Sizes of pictures, from the first bytes of each format."""

from __future__ import annotations

import struct
import subprocess
import sys
import time
import zlib
from random import Random

import pytest

from mkdocs_journal.text.image_size import MOST, image_size


def png(width: int, height: int) -> bytes:
    """Return a whole PNG of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x33\x77\xbb" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


FRAME = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 480, 640) + b"\x03" + b"\0" * 9
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab" + b"\xff\xff\xd0" + b"\xff\xc4\x00\x03x" + FRAME
EXIF = b"Exif\0\0MM\0*" + struct.pack(">LHHHLHHL", 8, 1, 0x0112, 3, 1, 6, 0, 0)
LOSSLESS = b"\x2f" + struct.pack("<I", 639 | 479 << 14)


def box(name: bytes, data: bytes) -> bytes:
    """Return a box of an ISO file, of which AVIF is made."""
    return struct.pack(">I", 8 + len(data)) + name + data


ITEM = box(b"ispe", b"\0" * 4 + struct.pack(">II", 640, 480))
PROPERTIES = box(b"ipco", ITEM) + box(b"ipma", b"\0" * 4 + struct.pack(">I", 1) + b"\0\1\1\1")
META = box(b"meta", b"\0" * 4 + box(b"pitm", b"\0" * 4 + b"\0\1") + box(b"iprp", PROPERTIES))
AVIF = box(b"ftyp", b"avif\0\0\0\0avifmif1") + META

SIZES = {
    "png": png(640, 480),
    "gif": b"GIF89a" + struct.pack("<HH", 640, 480),
    "jpeg": JPEG,
    "webp, extended": b"RIFF....WEBPVP8X" + b"\0" * 8 + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"),
    "webp, lossless": b"RIFF....WEBPVP8L" + b"\0" * 4 + LOSSLESS + b"\0" * 9,
    "webp, lossy": b"RIFF....WEBPVP8 " + b"\0" * 7 + b"\x9d\x01\x2a" + struct.pack("<HH", 640, 480),
    "svg": b"<?xml version='1.0'?>\n<svg xmlns='x' width='640px' height=\"480.2\">",
    "svg with a box": b"<svg width='100%' viewBox='0 0 640 480'></svg>",
    "svg with a box and a shape": b"<svg viewBox='0 0 640 480'><rect width='5' height='7'/></svg>",
}
SIZES |= {
    "avif": AVIF,
    "avif, its pixels cut off": (AVIF + box(b"mdat", b"x" * MOST))[:MOST],
    "heic": AVIF.replace(b"avif", b"heic"),
    "bmp": b"BM" + b"\0" * 16 + struct.pack("<ll", 640, -480) + b"\0" * 10,
    "jpeg that is shown turned": b"\xff\xd8\xff\xe1\x00\x22" + EXIF + FRAME,
}
NONE = {
    "nothing": b"",
    "avif, cut": AVIF[:60],
    "avif without a size": AVIF.replace(b"ispe", b"free"),
    "gif, cut": b"GIF89a\0",
    "netpbm, which browsers do not show": b"P6 640 480 255\n",
    "text": b"text",
    "png, cut": b"\x89PNG\r\n\x1a\n123",
    "png of no size": png(0, 0),
    "jpeg, cut": JPEG[:20],
    "jpeg without a frame": b"\xff\xd8" + b"\xff\xe0\x00\x00" + b"\xff\xd9" + b"\0" * 20,
    "webp of another kind": b"RIFF....WEBPABCD" + b"\0" * 20,
    "svg without lengths": b"<svg xmlns='x' width='5em'>",
    "svg with odd lengths": b"<svg width='1.2.3' height='4'>",
    "svg with a long length": b"<svg width='9" + b"9" * 400 + b"' height='4'>",
}


@pytest.mark.parametrize("data", SIZES.values(), ids=SIZES)
def test_the_size_of_a_picture(data: bytes) -> None:
    if data.startswith(b"RIFF....WEBPVP8 "):
        data = data.ljust(30, b"\0")
    assert image_size(data) == (640, 480)


@pytest.mark.parametrize("data", NONE.values(), ids=NONE)
def test_bytes_that_do_not_say_it(data: bytes) -> None:
    assert image_size(data) is None


def with_extents(count: int) -> bytes:
    """Return an AVIF whose EXIF data lies in many pieces, each of which is looked for among all."""

    def meta(start: int) -> bytes:
        pieces = b"".join(struct.pack(">II", start + at, 12) for at in range(count))
        entry = struct.pack(">HHHII", 1, 0, count + 1, start, 18) + pieces
        location = box(b"iloc", b"\0" * 4 + b"\x44\0" + struct.pack(">H", 1) + entry)
        return box(
            b"meta", b"\0" * 4 + location + box(b"iinf", b"\0" * 4 + b"\0\1" + box(b"infe", b"\2\0\0\0\0\1\0\0Exif"))
        )

    kind = box(b"ftyp", b"avif\0\0\0\0avif")
    return kind + meta(len(kind) + len(meta(0))) + b"\0" * 4 + b"II*\0" + struct.pack("<IH", 8, count) + b"\0" * 12 * count


HOSTILE = {
    "jpeg of fillers": b"\xff\xd8" + b"\xff" * MOST,
    "jpeg of zeros": b"\xff\xd8" + b"\0" * MOST,
    "jpeg of empty segments": b"\xff\xd8" + b"\xff\xe0\0\2" * (MOST // 4),
    "netpbm of one number": b"P6 " + b"1" * MOST,
    "avif of empty boxes": AVIF[:28] + box(b"free", b"") * (MOST // 8),
    "avif of associations": AVIF[:28] + box(b"meta", b"\0" * 4 + box(b"iprp", box(b"ipma", b"\0" * 7 + b"\xff" * MOST))),
    "avif of pieces": with_extents(10_000),
    "svg of beginnings": b"<svg " * (MOST // 5),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_takes_no_time(data: bytes) -> None:
    """Less than a second, where reading the EXIF data of `avif of pieces` would take five."""
    start = time.process_time()

    assert image_size(data) is None
    assert time.process_time() - start < 1


@pytest.mark.parametrize("name", SIZES)
def test_changed_bytes_are_no_error(name: str) -> None:
    random = Random(name)
    for _ in range(200):
        data = bytearray(SIZES[name][:200])
        for _ in range(3):
            data[random.randrange(len(data))] = random.randrange(256)
        size = image_size(bytes(data))
        assert size is None or min(size) > 0


def test_the_library_is_imported_for_the_first_picture() -> None:
    """It costs milliseconds that a site without pictures need not pay."""
    program = (
        "import sys, mkdocs_journal.text.image_size as sizes\n"
        "assert sizes.image_size(b'text') is None and 'imagesize' not in sys.modules\n"
        "assert sizes.image_size(b'GIF89a\\x02\\0\\x03\\0') == (2, 3) and 'imagesize' in sys.modules\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True)
