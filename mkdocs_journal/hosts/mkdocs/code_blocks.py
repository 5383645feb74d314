"""Code blocks as the site's Markdown extensions write them, so that code looks the same on every page."""

from __future__ import annotations

import re
from typing import Final

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journal.markup.kramdown.html_writing import Highlight, plain_code

_HIGHLIGHTERS: Final = frozenset({"codehilite", "highlight", "superfences"})
_FENCES: Final = frozenset({"fenced_code", "superfences", *_HIGHLIGHTERS})
_COLLECTIONS: Final = frozenset({"pymdownx.extra"})
"""Extensions that include some of them."""
_LANGUAGE: Final = re.compile(r"[\w#.+-]+")
_NOT_FOR_MARKDOWN: Final = re.compile("[\x02\x03]")


def highlighter(config: MkDocsConfig) -> Highlight:
    """Return a function from code to HTML: as the site's extensions render a fenced block, else plain HTML."""
    named = (name for name in config.markdown_extensions if isinstance(name, str))  # plugins add objects as well
    names = [name for name in named if name in _COLLECTIONS or name.rpartition(".")[2] in _FENCES]
    kinds = {name.rpartition(".")[2] for name in names}
    if kinds.isdisjoint(_HIGHLIGHTERS) and not _COLLECTIONS.intersection(names):
        return plain_code
    if "superfences" not in kinds and not _COLLECTIONS.intersection(names) and "fenced_code" not in kinds:
        names.append("fenced_code")
    markdown = Markdown(extensions=names, extension_configs=config.mdx_configs or {})
    markdown.preprocessors.deregister("normalize_whitespace")  # which would replace tabs by blanks

    def highlight(code: str, language: str) -> str:
        ticks = max(map(len, re.findall("`+", code)), default=0)
        fence = "`" * max(3, ticks + 1)
        word = language if _LANGUAGE.fullmatch(language) else ""
        code = _NOT_FOR_MARKDOWN.sub("", code).removesuffix("\n")
        html = markdown.reset().convert(f"{fence}{word}\n{code}\n{fence}")
        return html if "<pre" in html else plain_code(code, language)

    return highlight
