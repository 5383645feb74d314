"""Our fragments of HTML, rendered with the theme's environment."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup

FOLDER: Final = Path(__file__).parent.parent / "templates"
"""Appended to the theme's folders, so that a theme or the site's `custom_dir` can replace any file in it."""
STYLESHEET: Final = "assets/journal/journal.css"
"""Below the site; the host copies it from `FOLDER`."""

FEED_STYLESHEET: Final = "assets/journal/feed.css"
"""Below the site; makes feeds readable in a browser."""


class Fragments:
    """Renders `journal/*.html`; every value is escaped unless it is `Markup`."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._templates: dict[str, jinja2.Template] = {}
        self._environment = environment.overlay(autoescape=True, trim_blocks=True, lstrip_blocks=True)

    def render(self, name: str, **values: object) -> Markup:
        """Return the fragment `journal/<name>.html` filled with values."""
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(f"journal/{name}.html")
        template = self._templates[name]
        return Markup(template.render(**values))  # noqa: S704 - the template escaped its values
