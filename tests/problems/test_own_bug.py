"""`own_bug()`: an exception of this package is named as a bug, with the file that was read; others are not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import CodeType

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.problems import own_bug as module
from mkdocs_journal.problems.own_bug import own_bug

OURS = str(Path(module.__file__).parents[1] / "posts" / "planted.py")
THEIRS = "/elsewhere/site-packages/plugin/hook.py"
SOURCE = Source(path=PurePosixPath("journal/a.md"), shown="docs/journal/a.md")
FAIL = "def called(function=None):\n    raise KeyError('x')\n"
CALL = "def called(function, source=None):\n    function()\n"


def placed(text: str, file: str) -> object:
    """Return the function `called` of a text as if it were in a file."""
    code: CodeType = compile(text, file, "exec")
    names: dict[str, object] = {}
    exec(code, names)
    return names["called"]


def caught(*functions: object) -> BaseException:
    """Return the exception of functions that call each other, the first one the next."""
    first, *others = functions
    try:
        first(*others, SOURCE) if others else first()  # type: ignore[operator]
    except Exception as error:
        return error
    raise AssertionError


def test_the_file_that_was_read_is_named() -> None:
    error = caught(placed(CALL, OURS), placed(FAIL, OURS))

    assert own_bug(error) == (
        "this is a bug in mkdocs-journal, while reading docs/journal/a.md: KeyError; "
        "please report it with the lines from `Traceback` on"
    )


def test_without_a_file() -> None:
    assert own_bug(caught(placed(FAIL, OURS))).startswith("this is a bug in mkdocs-journal: KeyError;")


def test_what_only_this_package_calls_counts_as_its_own() -> None:
    read = placed("import yaml\ndef called():\n    yaml.compose('[')\n", OURS)

    assert own_bug(caught(read))


@pytest.mark.parametrize("file", [THEIRS, "/site/hooks/hook.py", "/site/overrides/journal/post.html"])
def test_a_function_of_another_is_no_bug_of_ours(file: str) -> None:
    assert own_bug(caught(placed(CALL, OURS), placed(FAIL, file))) == ""


@pytest.mark.parametrize("kind", ["MemoryError", "PermissionError"])
def test_what_the_system_refuses_is_no_bug(kind: str) -> None:
    assert own_bug(caught(placed(FAIL.replace("KeyError", kind), OURS))) == ""


def test_an_exception_that_was_never_raised() -> None:
    assert own_bug(ValueError("x")) == ""
