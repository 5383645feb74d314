"""After a build: finds pages that show a file which was withheld because only withheld posts name it.

A macro or a hook can put the name of a file together, so that no public source contains it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from mkdocs_journal.addresses import path_of
from mkdocs_journal.audit.allowing import allowed
from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.withheld import paths_meant, values_in
from mkdocs_journal.text.unicode_forms import normalized

_BETWEEN: Final = re.compile(r"[\s,()\"']+")
"""What is between the addresses of a `srcset` or a `style`."""
_NAME_END: Final = re.compile(r"[?#]")


def missed_files(
    written: WrittenSite, outputs: Iterable[str], read: Callable[[str], bytes], allow: Iterable[str]
) -> Iterator[Problem]:
    """Yield a warning for each withheld file that a page of the site links, at the first such page.

    Args:
        written: The site and its withheld files.
        outputs: The path of every output below the site folder.
        read: Returns the bytes of an output.
        allow: The option `audit.allow`.
    """
    there = set(outputs)
    missing = {normalized("NFC", file.destination): file for file in written.attachments if file.destination not in there}
    names = frozenset(map(_name, missing))
    for output in sorted(there) if missing else ():
        if output.lower().endswith((".html", ".htm")):
            for path in _linked(read(output).decode("utf-8", "replace"), output, names, written.site.url):
                file = missing.pop(path, None)
                if file and not allowed(output, file.source, allow):
                    place = Place(shown_path(Path(written.site.output, output)))
                    yield problem("J921", place, "link", file=file.shown)


def _linked(html: str, output: str, names: frozenset[str], site_url: str) -> Iterator[str]:
    """Yield the paths below the site of the links of a page that end in one of some names."""
    below_a_path = path_of(site_url).strip("/") != ""
    for value in values_in(html):
        for link in dict.fromkeys((value, *_BETWEEN.split(value))):
            if _name(unquote(_NAME_END.split(link, 1)[0])) in names:
                paths = tuple(paths_meant(link, site_url, [output]))
                if below_a_path and (link.startswith("/") or "://" in link):
                    paths = paths[:-1]  # the last is a path of the host, where another site is
                yield from (normalized("NFC", path) for path in paths)


def _name(path: str) -> str:
    return normalized("NFC", path.rpartition("/")[2])
