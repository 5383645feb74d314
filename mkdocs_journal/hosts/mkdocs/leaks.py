"""The search for leaks: everything that may have contributed text to the outputs, as the audit needs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search
from mkdocs.structure.files import File

from mkdocs_journal.audit.leaks import leaks
from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.history.git_history import GitHistory
from mkdocs_journal.hosts.mkdocs.build import Build
from mkdocs_journal.hosts.mkdocs.config import options_of_plugins, settings_as_written
from mkdocs_journal.hosts.mkdocs.files import output_file, site_info
from mkdocs_journal.hosts.mkdocs.plugin_names import bare_name
from mkdocs_journal.options.site_values import Audit
from mkdocs_journal.problems.problem import Problem
from mkdocs_journal.publishing.assets import FOLDER
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.real_paths import real_path


def leaked(together: Sequence[Build], audit: Audit, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Return what outputs contain of withheld posts; what is public in one language is public.

    Args:
        together: The builds that have written the site, one for each language.
        audit: The option `audit`.
        config: The configuration of MkDocs.
    """
    return leaks(_written_site(together, config), audit)


def _written_site(together: Sequence[Build], config: MkDocsConfig) -> WrittenSite:
    """Return the site as the audit needs it."""
    build, *others = together
    plugins = [options for name, options in options_of_plugins(config).items() if bare_name(name) != "journal"]
    every = chain.from_iterable(one.rendered.files for one in together)
    files = (_as_read(file, config.docs_dir) for file in every)
    return WrittenSite(
        publication=build.publication,
        others=tuple(other.publication for other in others),
        site=site_info(config),
        files=tuple({file.path or file.source: file for file in files}.values()),
        attachments=tuple(file for one in together for file in one.attachments),
        digests={file: sign for one in together for file, sign in one.digests.items()},
        history=build.history if build.page_stamps.show else GitHistory(),
        settings=settings_as_written(config),
        plugin_options=(*plugins, config.mdx_configs),
        beside=real_path(config.config_file_path or config.docs_dir).parent,
        theme_folders=tuple(map(Path, config.theme.dirs)),
        own_theme=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        packages=tuple(_packages(config)),
        word_folders=(Path(search.__file__ or "").parent,),
    )


def _as_read(file: File, docs: str) -> OutputFile:
    """Return a file; for a page that a plugin wrote and removed again, with the text that MkDocs read.

    Outside the docs such a page is one that the plugin has generated.
    """
    seen = output_file(file)
    if file.page and seen.path and not os.path.exists(seen.path):  # noqa: PTH110 - also False where this user may not look
        data = (file.page.markdown or "").encode()
        return seen._replace(path=None, data=data, generated=not seen.path.is_relative_to(docs))
    return seen


def _packages(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders of the packages of plugins and Markdown extensions, except those that contain the docs."""
    names = [type(plugin).__module__ for plugin in config.plugins.values()] + [
        str(name) for name in config.markdown_extensions
    ]
    for name in dict.fromkeys(name.partition(".")[0] for name in names):
        file = getattr(sys.modules.get(name), "__file__", None)
        if name != FOLDER.parent.name and file and Path(file).name == "__init__.py":
            folder = real_path(file).parent
            if not real_path(config.docs_dir).is_relative_to(folder):
                yield folder
