"""Adds the journal's templates to the theme."""

from __future__ import annotations

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_journal.pages.templates import Fragments, UnusableTemplateError
from mkdocs_journal.problems.places import shown_path
from mkdocs_journal.publishing.assets import FOLDER


def add_templates(config: MkDocsConfig) -> None:
    """Add the journal's templates to the theme; templates of the theme and of `custom_dir` take precedence."""
    if str(FOLDER) not in config.theme.dirs:
        config.theme.dirs.append(str(FOLDER))


class SiteFragments(Fragments):
    """Renders fragments; a template that cannot be rendered ends the build of MkDocs with its file and line."""

    def render(self, name: str, **values: object) -> Markup:
        """Return the fragment `journal/<name>.html` filled with values.

        Raises:
            PluginError: The template cannot be rendered.
        """
        try:
            return super().render(name, **values)
        except UnusableTemplateError as error:
            raise PluginError(f"journal: {shown_path(error.file)}:{error.line}: {error.problem} (J882)") from None
