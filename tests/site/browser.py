"""Built sites as a browser shows them: served on loopback, opened in the system's Chromium."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.conftest import CI
from tests.shared_browser import endpoint

_MILLISECONDS = 300_000
"""After which a browser has failed; on a busy machine it is slow."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def chromium() -> str:
    """Return the path of the system's Chromium; without one the test is skipped, in CI it fails."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if CI:
            pytest.fail("no Chromium is installed; in CI that is a failure")
        pytest.skip("no Chromium is installed")
    return found


@contextmanager
def browser_page(*, width: int = 1280, height: int = 900, scheme: Literal["light", "dark"] = "light") -> Iterator[Page]:
    """Yield a page of a browser window of a width and height in CSS pixels, with no cookies or cache of another test."""
    browser = _connected() if scheme == "light" else _own()
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.set_default_timeout(_MILLISECONDS)
    try:
        yield context.new_page()
    finally:
        context.close()


@cache
def _connected() -> Browser:
    """Return the one browser of the test run; each process of the run has one connection to it, closed at its end."""
    return _playwright().chromium.connect_over_cdp(endpoint(chromium()), timeout=_MILLISECONDS)


@cache
def _own() -> Browser:
    """Return a browser of this process alone: a second connection to the one of the run makes its pages light again."""
    return _playwright().chromium.launch(executable_path=chromium(), args=["--no-sandbox"], timeout=_MILLISECONDS)


@cache
def _playwright() -> Playwright:
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright
