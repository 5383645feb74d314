"""`write_whole()`: a file is there whole or not at all."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journal.publishing.whole_files import UnwritableFileError, write_whole


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "a/b/feed.xml"
    write_whole(file, b"old and longer")

    write_whole(file, b"new")

    assert file.read_bytes() == b"new"
    assert [path.name for path in file.parent.iterdir()] == ["feed.xml"]
    assert file.stat().st_mode & 0o777 == Path(__file__).stat().st_mode & 0o666


def test_a_folder_that_is_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")

    with pytest.raises(UnwritableFileError, match=r"^journal: .*/a/feed.xml cannot be written \(.+\) \(J901\)$"):
        write_whole(tmp_path / "a/feed.xml", b"new")

    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_file_that_is_a_folder_is_reported_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "feed.xml/in").mkdir(parents=True)

    with pytest.raises(UnwritableFileError, match="J901"):
        write_whole(tmp_path / "feed.xml", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]


def test_a_thread_may_write(tmp_path: Path) -> None:
    """Python lets the main thread alone set handlers of signals."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(write_whole, tmp_path / "feed.xml", b"new").result()

    assert (tmp_path / "feed.xml").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "handler"), [(signal.SIGTERM, signal.SIG_DFL), (signal.SIGINT, signal.default_int_handler)]
)
def test_a_signal_that_ends_the_process_waits_for_the_file(
    number: signal.Signals, handler: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes while the file is written, and is raised again behind that."""
    raised: list[tuple[int, bytes]] = []
    file = tmp_path / "feed.xml"
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        os.kill(os.getpid(), number)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    monkeypatch.setattr(signal, "raise_signal", lambda number: raised.append((number, file.read_bytes())))
    before = signal.signal(number, handler)
    try:
        write_whole(file, b"new")
    finally:
        signal.signal(number, before)

    assert raised == [(number, b"new")]
