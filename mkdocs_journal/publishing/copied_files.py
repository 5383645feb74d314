"""Kinds of files that are copied to the site: those that name others, and those that programs request."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import Final

from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.publishing.output_file import OutputFile, text_of

_LISTS: Final = frozenset(
    (
        *(".csv", ".kml", ".m3u", ".m3u8", ".mpd", ".mtl", ".obj", ".plist", ".puml", ".srt", ".tex", ".tsv"),
        *(".usda", ".vtt", ".xspf", ".yaml", ".yml"),
    )
)
_NAMED: Final = (
    ".png .jpg .jpeg .gif .webp .avif .heic .ico .bmp .tif .tiff .psd .ai .eps .woff .woff2 .ttf .otf .eot .mp3 "
    ".m4a .ogg .oga .opus .wav .flac .glb .stl .mp4 .m4v .mov .avi .mkv .ogv .webm .wasm .exe .dll .so .bin .class "
    ".pyc .zip .gz .tgz .bz2 .xz .zst .br .7z .rar .tar .jar .whl .deb .rpm .dmg .iso .pdf .docx .xlsx .pptx .odt "
    ".ods .odp .doc .xls .ppt .epub .mobi .log .sql .db .sqlite .parquet .npy .npz .h5 .pkl .onnx .pt "
    ".map"
)
_NO_TEXTS: Final = frozenset(_NAMED.split())
"""Suffixes of pictures, fonts, sound, films, programs, archives, documents and large data."""
_TABLES: Final = frozenset({".csv", ".tsv"})
_LONGEST_TABLE: Final = 1_000_000
"""Bytes of a table that is read: longer ones are data of a program, not lists of pictures and downloads."""
_FIRST: Final = 8_192
"""Bytes by which a file is known as one of a program, as Git does it."""
_OF_PROGRAMS: Final = re.compile(
    r"(?:index|404|(?:google|yandex_|pinterest-)[\da-f]{5,})\.html|cname|favicon[\w-]*\.\w+|apple-touch-icon[\w-]*\.png|"
    r"(?:robots|ads|app-ads|humans|security|keybase|llms|llms-full)\.txt|(?:manifest|site)\.(?:json|webmanifest)|"
    r"(?:browserconfig|bingsiteauth|opensearch)\.xml|(?:sw|service-worker|_worker)\.js|_redirects|_headers|"
    r"(?:_routes|vercel|staticwebapp\.config)\.json|(?:web\.config|netlify\.toml)|\.well-known/.+",
    re.IGNORECASE | re.DOTALL,
)


_OF_EDITORS: Final = re.compile(r"""(?<![\w-])(?!xlink:|xml:)[\w-]++:[\w-]++\s*+=\s*+(?:"[^"]*+"|'[^']*+')""")
"""An attribute with a prefix, which only an editor reads: `sodipodi:docname`, `inkscape:export-filename`."""


_REDIRECT: Final = re.compile(r"<meta\b(?=[^<>]{0,500}\brefresh\b)[^<>]{0,500}\burl\s{0,9}=", re.IGNORECASE)


def is_text(path: Path) -> bool:
    """Return whether a file may name others: none of the kinds above, and without NUL in its first bytes."""
    if path.suffix.lower() in _NO_TEXTS:
        return False
    try:
        if path.suffix.lower() in _TABLES and path.stat().st_size > _LONGEST_TABLE:
            return False
        return b"\0" not in bytes_of(path, _FIRST)
    except OSError:
        return False


def copied_text(file: OutputFile) -> str:
    """Return the text of a copied file that may name others, or nothing; of a drawing without the notes of its editor.

    A table may have semicolons between its values.
    """
    text = "" if file.path and not is_text(file.path) else text_of(file)
    if ";" in text and PurePath(file.source).suffix.lower() in _TABLES:  # as Excel writes it in most of Europe
        text = f"{text}\n{text.replace(';', ',')}"
    if not file.source.lower().endswith(".svg"):
        return text
    before, _, rest = text.partition("<metadata")
    inside, end, after = rest.partition("</metadata>")
    return _OF_EDITORS.sub("", f"{before} {after if end else inside}")


def is_list_of_files(path: PurePath) -> bool:
    """Return whether names stand in a copied file without signs of a link: a playlist, the description of an API."""
    return path.suffix.lower() in _LISTS


def is_redirect(file: OutputFile) -> bool:
    """Return whether a copied file is a page that leads on to another: an old address, which belongs to no post."""
    return file.source.lower().endswith((".html", ".htm")) and bool(_REDIRECT.search(text_of(file)[:_FIRST]))


def of_program(path: str) -> bool:
    """Return whether browsers, search engines or hosts request a file at the root of the site; it belongs to no post."""
    return bool(_OF_PROGRAMS.fullmatch(path))
