"""Byte code of the journal's own templates, which Python keeps as it keeps that of modules.

To compile the templates takes as long as to render them for some hundred posts. They are compiled for one environment, and
run in that of each theme; other templates are compiled by that environment.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, Final
from zlib import crc32

import jinja2

Compile = Callable[[str, str], CodeType]
"""Compiles the source of a template with a name."""
_MADE_BY: Final = (
    jinja2.__version__,
    *(path.stat().st_mtime_ns for path in sorted(Path(__file__).parent.glob("*templat*.py"))),
)
"""What byte code depends on beside the template: Jinja, and the modules that compile templates."""


def code_of(name: str, file: Path, compile_source: Compile) -> CodeType:
    """Return the byte code of a template; it is compiled if Python has none of it.

    Args:
        name: The template.
        file: Its file.
        compile_source: Compiles it.
    """
    code = _Templates(name, file, compile_source).get_code(name)
    assert code is not None  # noqa: S101 - a file has a source
    return code


class _Templates(SourceFileLoader):
    """Reads a template as if it were a module of this folder: MkDocs would look at byte code beside the template."""

    def __init__(self, name: str, file: Path, compile_source: Compile) -> None:
        super().__init__(name, str(Path(__file__).with_name(f"journal-{file.name}")))
        self._file = file
        self._compile = compile_source

    def path_stats(self, path: str) -> dict[str, Any]:  # noqa: ARG002 - Python's signature
        """Return what the byte code must agree with: size and time of the template, and what compiled it."""
        found = self._file.stat()
        return {"mtime": crc32(repr((found.st_mtime_ns, _MADE_BY)).encode()), "size": found.st_size}

    def get_data(self, path: str) -> bytes:
        """Return the template, or its byte code."""
        return self._file.read_bytes() if path == self.path else super().get_data(path)

    def source_to_code(self, data: bytes, *_: object, **__: object) -> CodeType:  # type: ignore[override]  # for `get_code`
        """Return the compiled template."""
        return self._compile(data.decode("utf-8"), self.name)
