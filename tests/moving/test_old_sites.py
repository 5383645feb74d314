"""What `verify` reads as the old site: lists, sitemaps and feeds in every usual form; anything else gets one line."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from click.testing import Result

from mkdocs_journal.commands.main import main
from mkdocs_journal.moving import old_site
from tests.command_line import runner

SITEMAP = '<urlset xmlns="x"><url><loc>https://e.org/a/</loc></url><url><loc>https://e.org/ä/</loc></url></urlset>'
LIST = "# all of them\n\n  https://e.org/a/  \r\n/%C3%A4/\nHTTPS://e.org/a/#x\n"
JSON_FEED = '{"items": [{"id": "1", "url": "https://e.org/a/"}, {"id": "2", "url": "/ä/"}]}'


def verify(folder: Path, data: bytes, code: int) -> Result:
    for name in ("a/index.html", "ä/index.html"):
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text("<p>")
    (folder / "site/feed.json").write_text(JSON_FEED)
    (folder / "old").write_bytes(data)
    result = runner().invoke(main, ["verify", str(folder / "site"), str(folder / "old")])
    assert result.exit_code == code, result.output + result.stderr
    return result


@pytest.mark.parametrize(
    "data",
    [
        SITEMAP.encode(),
        b"\xef\xbb\xbf\n" + SITEMAP.encode(),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{SITEMAP}'.encode("latin-1"),
        f'<?xml version="1.0" encoding="UTF-16"?>{SITEMAP}'.encode("utf-16"),
        gzip.compress(SITEMAP.encode()),
        gzip.compress(LIST.encode()[:20]) + gzip.compress(LIST.encode()[20:]),
        LIST.encode(),
        b"\xef\xbb\xbf" + LIST.encode(),
        LIST.encode("utf-16"),
        JSON_FEED.encode(),
        gzip.compress(JSON_FEED.encode()),
    ],
    ids=[
        "sitemap",
        "mark",
        "latin",
        "utf-16",
        "gzip",
        "two parts",
        "list",
        "marked list",
        "wide list",
        "feed",
        "gzip feed",
    ],
)
def test_an_old_site_in_every_form(tmp_path: Path, data: bytes) -> None:
    assert "2 addresses: 2 answered, 0 redirected, 0 lost\n" in verify(tmp_path, data, 0).stdout


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"urls": ["/a/"]}', "is JSON, but not a JSON Feed; give a folder, a list of URLs, a sitemap or a feed"),
        (b'\n["/a/"]', "is JSON, but not a JSON Feed; give"),
        (b"[" * 100_000, "is JSON, but not a JSON Feed; give"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not a text in UTF-8; give a folder"),
        (b"/a/\n/b\0/\n", "is not a text in UTF-8; give"),
        ("/straße/".encode("latin-1"), "is not a text in UTF-8; give"),
        (b"\xff\xfe/", "is not a text in UTF-8; give"),
        (gzip.compress(SITEMAP.encode(), mtime=0)[:-9], "cannot be unpacked ("),
        (b"\x1f\x8bx", "cannot be unpacked ("),
        (gzip.compress(b"\0" * 3, mtime=0), "is not a text in UTF-8; give"),
        (b"/a/\nabout us\n", ":2: 'about us' is neither a URL nor a path that begins with a slash"),
        (b"https://[e.org/\n", ":1: 'https://[e.org/' is neither a URL nor"),
        (b"url,visits\n", ":1: 'url,visits' is neither a URL nor"),
        (b"./a/index.html\n", ":1: './a/index.html' is neither a URL nor"),
        (b"", "names no address; give a folder"),
        (b"<html><body></html>", "is not XML (mismatched tag"),
        (b"<sitemapindex/>", "is a list of sitemaps; give one of them"),
    ],
)
def test_what_is_no_old_site_gets_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    refused = verify(tmp_path, data, 2)

    assert refused.stdout == ""
    assert refused.stderr.startswith(f"mkdocs-journal: {tmp_path / 'old'}:")
    assert message in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_file_that_is_too_large_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_site, "_MAX_BYTES", 1_000)

    assert "is larger than 1,000 bytes unpacked" in verify(tmp_path, gzip.compress(b"/a/\n" * 1_000), 2).stderr
    verify(tmp_path, gzip.compress(b"/a/\n" * 250), 0)
