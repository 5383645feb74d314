"""Renders fragments of HTML with the environment of a theme."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any, Final

import jinja2
from markupsafe import Markup

from mkdocs_journal.pages.direct_templates import DirectTemplate, direct_template, is_ours
from mkdocs_journal.pages.post_views import PostView
from mkdocs_journal.problems.catalogue import message
from mkdocs_journal.spelling import distance, is_near

_UNKNOWN: Final = re.compile(r"'(\w+)' is undefined|has no attribute '(\w+)'")
_ERRORS: Final = (
    jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError
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

    def __init__(self, environment: jinja2.Environment, *, direct: bool = True) -> None:
        """Start without templates.

        Args:
            environment: The environment of the theme.
            direct: Whether templates are compiled to direct code where they can be; the result is the same.
        """
        self._templates: dict[str, jinja2.Template] = {}
        self._direct: dict[str, DirectTemplate | None] = {}
        """The direct form of each template; None if it cannot be rendered that way."""
        self._ours: dict[str, bool] = {}
        self._wants_direct = direct
        self._environment = environment.overlay(
            autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
        )
        self.pieces: dict[object, dict[PurePosixPath, list[str]]] = {}
        """What is rendered once for many pages of a build, cut where each page has its own links: by form, then by post."""
        self.forms: dict[object, tuple[list[str], list[int]]] = {}
        """What is rendered once for many posts of a build, cut where each post has its own texts, and which these are."""

    def render(self, name: str, **values: object) -> Markup:
        """Return the fragment `journal/<name>.html` filled with values.

        Raises:
            UnusableTemplateError: The template, or one that it includes, cannot be rendered.
        """
        html = self._rendered_directly(name, values)
        try:
            if html is None:
                if name not in self._templates:
                    self._templates[name] = self._environment.get_template(f"journal/{name}.html")
                html = self._templates[name].render(**values)
            return Markup(html)  # noqa: S704 - the template escaped its values
        except _ERRORS as error:
            raise _unusable(error, values, self._file_of(f"journal/{name}.html")) from error

    def _file_of(self, template: str) -> str:
        folders = getattr(self._environment.loader, "searchpath", ())
        files = (os.path.join(folder, template) for folder in folders)  # noqa: PTH118 - as Jinja looks for it
        return next(filter(os.path.isfile, files), template)

    def use(self, code: dict[str, Any]) -> None:
        """Use the direct code that other fragments with the same templates have put there, and put more there."""
        self._direct = code

    def is_ours(self, name: str) -> bool:
        """Return whether a fragment is made by templates of the journal alone, none of the site or of a theme."""
        if name not in self._ours:
            self._ours[name] = False
            if self._wants_direct:
                with suppress(jinja2.TemplateError, UnicodeDecodeError):  # rendering finds what is wrong
                    self._ours[name] = is_ours(f"journal/{name}.html", self._environment)
        return self._ours[name]

    def _rendered_directly(self, name: str, values: dict[str, object]) -> str | None:
        """Return the fragment as direct code makes it, or None: Jinja makes it then, or finds what is wrong."""
        if not self._wants_direct:
            return None
        path = f"journal/{name}.html"
        try:
            template = self._direct_form(path)
            return template.render(values) if template else None
        except Exception:
            self._direct[path] = None
            return None

    def _direct_form(self, path: str) -> DirectTemplate | None:
        if path not in self._direct:
            self._direct[path] = direct_template(path, self._environment, self._direct_form)
        return self._direct[path]


def _unusable(error: Exception, values: Iterable[str], template: str) -> Exception:
    """Return an error with the place in the template, or the same error if it happened outside all templates."""
    if isinstance(error, UnusableTemplateError):
        return error
    file, line = _place(error.__traceback__)
    if isinstance(error, jinja2.TemplateSyntaxError):
        file, line = error.filename or file, error.lineno
    if isinstance(error, UnicodeDecodeError) and not file:  # Jinja reads the template itself
        file, line = template, error.object.count(b"\n", 0, error.start) + 1
    if not file:
        return error
    said = str(error).rstrip(".")
    if found := _UNKNOWN.search(said):
        name = found[1] or found[2]
        near = min(((distance(name, other), other) for other in (*values, *_NAMES) if is_near(name, other)), default=None)
        advice = f"did you mean {near[1]}?" if near else "the reference of templates lists the names"
        said = f"{name!r} is not a name in this template; {advice}"
    return UnusableTemplateError(Path(file), line, message("J882", reason=said))


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
