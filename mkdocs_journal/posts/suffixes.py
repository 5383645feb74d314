"""Decides which files may be posts, by their suffix, their name and their first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.posts.dates import named_date

MARKDOWN: Final = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mkdown"})
"""Suffixes of Markdown, in any case: MkDocs' and Jekyll's."""
HTML: Final = frozenset({".html", ".htm"})
"""Suffixes of posts whose body is published as written."""
_READ: Final = MARKDOWN | HTML
_OTHER_MARKDOWN: Final = frozenset({".mdx", ".mdoc", ".qmd", ".rmd", ".svx", ".livemd"})
"""Suffixes of Markdown of other programs, which MkDocs copies: Docusaurus, Astro, Quarto."""
FIRST_BYTES: Final = 16
"""Number of bytes that `may_be_post()` needs."""
_FENCE: Final = re.compile(rb"(?:\xef\xbb\xbf)*+---[ \t]*[\r\n]|(?:\xff\xfe|\xfe\xff)?+\0*+(?:-\0++){2}-")
"""A fence; also one in UTF-16 or UTF-32, which is refused as a text that is not UTF-8."""
_OTHER_FENCE: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\xe2\x80[\x8b-\x8f]|\xe2\x81\xa0|\xc2\xa0|\s)*+(?:-{3}|\+{3}|;{3})[a-z]*+[ \t]*+[\r\n]"
)
"""The same with invisible characters before it, and fences of other notations: `+++`, `;;;`, `---json`."""
_NO_POST: Final = re.compile(r"[._#~].*|.*~", re.DOTALL)


def is_read(path: PurePosixPath) -> bool:
    """Return whether a file of this suffix can be a post."""
    return path.suffix.lower() in _READ


def is_markdown(path: PurePosixPath) -> bool:
    """Return whether the body of a file is Markdown."""
    return path.suffix.lower() in MARKDOWN


def is_other_markdown(path: PurePosixPath) -> bool:
    """Return whether a file is Markdown of another program, which MkDocs copies as it is."""
    return path.suffix.lower() in _OTHER_MARKDOWN


def is_html(path: PurePosixPath) -> bool:
    """Return whether the body of a post is HTML."""
    return path.suffix.lower() in HTML


def is_index(path: PurePosixPath) -> bool:
    """Return whether MkDocs treats a file as the index of its folder: `index.md` or `README.md`."""
    return path.stem in {"index", "README"}


def is_dated(path: PurePosixPath) -> bool:
    """Return whether the name of a file begins with a date; of an index, that of its folder."""
    return named_date(path.parent.name if is_index(path) else path.stem).day is not None


def may_be_post(path: PurePosixPath, first: bytes) -> bool:
    """Return whether a file that MkDocs does not read as Markdown may be meant as a post.

    HTML with front matter and a date is a post. With a date in its name, it is one also if its front matter is in another
    notation, which is refused. A file with another suffix, a date in its name and front matter is reported, as is one
    without any suffix. Markdown of other programs may have its date in any front matter.

    Args:
        path: The file.
        first: Its first bytes, `FIRST_BYTES` of them.
    """
    if is_markdown(path):
        return True
    named = named_date(path.parent.name if is_index(path) else path.stem)
    dated = named.day is not None or bool(named.impossible)
    fenced = bool(_FENCE.match(first) or (dated and _OTHER_FENCE.match(first)))
    if path.suffix.lower() in HTML:
        return fenced
    if is_other_markdown(path):
        return fenced or bool(_OTHER_FENCE.match(first))
    return dated and not _NO_POST.fullmatch(path.name) and (fenced or not (path.suffix or is_index(path)))
