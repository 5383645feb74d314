"""What is withheld in one language of a site, and so in every language that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from mkdocs_journal.publishing.contents import Content
from mkdocs_journal.urls.bundles import bundles, is_inside, opens_bundle


@dataclass(frozen=True, slots=True)
class WithheldElsewhere:
    """What the other languages withhold of a journal."""

    origins: frozenset[str] = frozenset()
    """Files, as `OutputFile.origin` names them, that are withheld in the language that they are written in."""
    folders: frozenset[PurePosixPath] = frozenset()
    """The page bundles that are withheld, and published in no language."""

    def of(self, own: Iterable[PurePosixPath]) -> WithheldElsewhere:
        """Return what counts for a language with some sources: a bundle that has an index there has the state of it."""
        return WithheldElsewhere(self.origins, self.folders - {path.parent for path in own if opens_bundle(path)})

    def __bool__(self) -> bool:
        return bool(self.origins or self.folders)

    def __contains__(self, file: tuple[PurePosixPath, str]) -> bool:
        """Return whether a file, given by its source and origin, is withheld."""
        source, origin = file
        return origin in self.origins or is_inside(source, self.folders)


NOTHING: Final = WithheldElsewhere()


def withheld_elsewhere(others: Sequence[Content], number: int) -> WithheldElsewhere:
    """Return what other languages withhold of the journal with a number."""
    plans = [content.plans[number] for content in others]
    origins: set[str] = set()
    withheld: set[PurePosixPath] = set()
    public: set[PurePosixPath] = set()
    for plan in plans:
        sources = [post.source for post in plan.journal.withheld]
        origins |= {plan.candidates[source].origin for source in sources if source not in plan.untranslated}
        withheld |= bundles(sources, plan.options.folder)
        public |= bundles((post.source for post in plan.journal.public), plan.options.folder)
    return WithheldElsewhere(frozenset(origins), frozenset(withheld - public))
