"""Adds the journal's templates to the theme."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.publishing.assets import FOLDER


def add_templates(config: MkDocsConfig) -> None:
    """Add the journal's templates to the theme; templates of the theme and of `custom_dir` take precedence."""
    if str(FOLDER) not in config.theme.dirs:
        config.theme.dirs.append(str(FOLDER))
