"""Renders fragments of HTML with the environment of a theme."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Final

import jinja2
from markupsafe import Markup

from mkdocs_journal.pages.own_fragments import OWN_FRAGMENTS, is_ours
from mkdocs_journal.pages.post_views import PostView
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.publishing.output_file import bytes_in
from mkdocs_journal.spelling import distance, is_near

_UNKNOWN: Final = re.compile(r"'(\w+)' is undefined|has no attribute '(\w+)'")
_ERRORS: Final = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError,
    AssertionError,
)  # fmt: skip
"""What an expression in a template, or one that includes itself, ends with."""
_NAMES: Final = tuple(name for name in dir(PostView) if not name.startswith("_"))


class UnusableTemplateError(ValueError):
    """A template, of the site or of the theme, cannot be rendered.

    Attributes:
        file: The template.
        line: The line with the error, from 1.
        problem: What is wrong, and what to write.
    """

    def __init__(self, file: Path, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


class Fragments:
    """Renders `journal/*.html`; every value is escaped unless it is `Markup`, and an unknown name is an error."""

    def __init__(self, environment: jinja2.Environment, *, own: bool = True) -> None:
        """Start without templates.

        Args:
            environment: The environment of the theme.
            own: Whether templates of the journal that are not replaced are left to their functions; the result is the same.
        """
        self._templates: dict[str, jinja2.Template] = {}
        self._ours: dict[str, bool] = {}
        self._wants_own = own
        self._environment = environment.overlay(
            autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
        )
        self.pieces: dict[object, dict[PurePosixPath, list[str]]] = {}
        """What is rendered once for many pages of a build, cut where each page has its own links: by form, then by post."""

    def render(self, name: str, **values: object) -> Markup:
        """Return the fragment `journal/<name>.html` filled with values.

        Raises:
            UnusableTemplateError: The template, or one that it includes, cannot be rendered.
        """
        if self._wants_own and name in OWN_FRAGMENTS and self._is_ours(name):
            return Markup(OWN_FRAGMENTS[name](**values))  # noqa: S704 - the function escaped its values
        try:
            if name not in self._templates:
                self._templates[name] = self._environment.get_template(f"journal/{name}.html")
            return Markup(self._templates[name].render(**values))  # noqa: S704 - the template escaped its values
        except _ERRORS as error:
            raise _unusable(error, values, getattr(self._environment.loader, "searchpath", ())) from error

    def _is_ours(self, name: str) -> bool:
        """Return whether a fragment is made by templates of the journal alone, none of the site or of a theme."""
        if name not in self._ours:
            self._ours[name] = False
            with suppress(jinja2.TemplateError, UnicodeDecodeError, RuntimeError):  # rendering finds what is wrong
                self._ours[name] = is_ours(f"journal/{name}.html", self._environment)
        return self._ours[name]


def _unusable(error: Exception, values: Iterable[str], folders: Iterable[str]) -> Exception:
    """Return an error with the place in the template, or the same error if it happened outside all templates.

    Args:
        error: What rendering ended with.
        values: The names of the values.
        folders: The folders of the templates.
    """
    if isinstance(error, UnusableTemplateError):
        return error
    file, line = _place(error.__traceback__)
    if isinstance(error, jinja2.TemplateSyntaxError):
        file, line = error.filename or _file_with((error.source or "").encode(), folders) or file, error.lineno
    if isinstance(error, UnicodeDecodeError) and (unread := _file_with(error.object, folders)):
        file, line = unread, error.object.count(b"\n", 0, error.start) + 1
    if not file:
        return error
    said = str(error).rstrip(".")
    if found := _UNKNOWN.search(said):
        name = found[1] or found[2]
        others = [other for other in (*values, *_NAMES) if other != name and is_near(name, other)]
        near = min(((distance(name, other), other) for other in others), default=None)
        advice = f"did you mean {near[1]}?" if near else "the reference of templates lists the names"
        said = f"{name!r} is not a name in this template; {advice}"
    return UnusableTemplateError(Path(file), line, message("J882", reason=said))


def _file_with(data: bytes, folders: Iterable[str]) -> str:
    """Return the template with a content: Jinja does not say which one it could not decode or take apart."""
    files = (file for folder in folders for file in Path(folder).rglob("*.html"))
    return next((str(file) for file in files if _with_line_feeds(bytes_in(file)) == _with_line_feeds(data)), "")


def _with_line_feeds(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def calling_template() -> tuple[str, int]:
    """Return the file and line of the template that is being rendered; the file is empty if it has none."""
    frame = inspect.currentframe()
    while frame:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template) and template.filename:
            return template.filename, template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 0


def _place(traceback: TracebackType | None) -> tuple[str, int]:
    """Return the file and line of the innermost template in a traceback; the file is empty if there is none."""
    file, line = "", 0
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            file, line = name, traceback.tb_lineno
        traceback = traceback.tb_next
    return file, line
