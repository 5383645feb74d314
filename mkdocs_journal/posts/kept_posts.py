"""Keeps what was read of each source from one build of `mkdocs serve` to the next."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.data_files import DataFiles
from mkdocs_journal.posts.post import Read, ReadPost, read_post

_LATER: Final = datetime(9000, 1, 1, tzinfo=UTC)
_LIMIT: Final = 64 * 2**20
"""The most bytes of sources that are kept; what was read of one takes about three times as many."""
_Key = tuple[str, PurePosixPath, bool]
"""The folder of the journal, the source, and whether it is in a withheld folder."""


class _Kept:
    def __init__(self, source: Source, read: Read, since: datetime) -> None:
        self.source = source
        self.read = read
        self.since = since
        self.is_lasting = False
        """Whether time changes nothing about it: no date on which it is published or has expired is to come."""


class KeptPosts:
    """The sources of the previous build, and of this one so far."""

    def __init__(self, *, active: bool = False, limit: int = _LIMIT) -> None:
        self.active, self.limit = active, limit
        """Whether something is kept, and the most bytes of sources."""
        self._settings: dict[str, tuple[Options, DataFiles]] = {}
        self._before: dict[_Key, _Kept] = {}
        self._now: dict[_Key, _Kept] = {}
        self._size = 0

    def begin(self) -> None:
        """Begin a build."""
        self._before, self._now, self._size = self._now, {}, 0

    def reader(self, options: Options, data: DataFiles) -> ReadPost:
        """Return the function that reads the sources of a journal."""
        if not self.active:
            return read_post
        if self._settings.get(options.folder) != (options, data):
            self._settings[options.folder] = options, data
            self._before = {key: kept for key, kept in self._before.items() if key[0] != options.folder}
        return self._read

    def _read(self, source: Source, options: Options, now: datetime, data: DataFiles) -> Read:
        key = options.folder, source.path, source.withheld
        kept = self._before.get(key)
        if kept is None or kept.source != source or now < kept.since or not self._lasts(kept, options, data):
            kept = _Kept(source, read_post(source, options, now, data), now)
        size = 0 if key in self._now else len(source.data)
        if self._size + size <= self.limit:
            self._size += size
            self._now[key] = kept
        return kept.read

    def _lasts(self, kept: _Kept, options: Options, data: DataFiles) -> bool:
        kept.is_lasting = kept.is_lasting or read_post(kept.source, options, _LATER, data) == kept.read
        return kept.is_lasting
