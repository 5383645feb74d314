"""The options of a site that is built once for each language: those of one language."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_journal.options.journal_options import Options, SiteOptions


def localised(options: SiteOptions, language: str, root: str) -> SiteOptions:
    """Return the options for one language of a site: one set of options serves all of them.

    Args:
        options: As they are written.
        language: The language, as sites write it.
        root: The folder of the language below the site with a slash at its end; empty: the site itself.

    Returns:
        The options, with every address below `root`. The option `locale` counts if it is of that language: `en-GB` of `en`.
    """

    def one(of_journal: Options) -> Options:
        own = of_journal.locale or ""
        return replace(of_journal, root=root, locale=own if _base(own) == _base(language) else language)

    combined = one(options.combined) if options.combined else None
    return replace(options, journals=tuple(map(one, options.journals)), combined=combined)


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
