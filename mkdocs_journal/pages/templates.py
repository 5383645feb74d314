"""Fragments of HTML, rendered with the environment of a theme."""

from __future__ import annotations

import jinja2
from markupsafe import Markup


class Fragments:
    """Renders `journal/*.html`; every value is escaped unless it is `Markup`."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._templates: dict[str, jinja2.Template] = {}
        self.pieces: dict[object, tuple[str, ...]] = {}
        """What is rendered once for many pages of a build, cut where each page has its own links."""
        self._environment = environment.overlay(autoescape=True, trim_blocks=True, lstrip_blocks=True)

    def render(self, name: str, **values: object) -> Markup:
        """Return the fragment `journal/<name>.html` filled with values."""
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(f"journal/{name}.html")
        template = self._templates[name]
        return Markup(template.render(**values))  # noqa: S704 - the template escaped its values
