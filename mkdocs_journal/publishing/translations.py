"""Pages that have the same content in several languages: posts, and lists of posts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from mkdocs_journal.language.locales import language_tag
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.publication import Publication

Same = tuple[str, str, str]
"""What a page has in common with its translations: its kind, the journal, and a path or the `translation_key`."""


class Version(NamedTuple):
    """A page in one language."""

    language: str
    """BCP 47."""
    url: str
    """Below the site, percent-encoded; empty for the home page."""
    translated: bool = True
    """Whether its text is in that language; otherwise it is shown there because there is no translation."""


class Translations:
    """Finds the other languages of a page."""

    def __init__(self, publication: Publication, elsewhere: Iterable[tuple[Same, Version]] = ()) -> None:
        """Take what is published; its pages are noted when they are first needed.

        Args:
            publication: The journals of a build.
            elsewhere: `versions()` of the languages that other builds of the same site write.
        """
        self._publication = publication
        self._elsewhere = tuple(elsewhere)

    @cached_property
    def _own(self) -> Mapping[str, tuple[Same, Version]]:
        return {name: (same, version) for name, same, version in _pages(self._publication)}

    @cached_property
    def _versions(self) -> Mapping[Same, Mapping[str, Version]]:
        found: dict[Same, dict[str, Version]] = {}
        for same, version in (*self._own.values(), *self._elsewhere):
            found.setdefault(same, {}).setdefault(version.language, version)
        return found

    @cached_property
    def _are_there(self) -> bool:
        """Whether a page is there in more than one language; most sites have one."""
        languages = {edition.language for edition in self._publication.all}
        languages |= {language_tag(post.lang) for post in self._publication.all_posts if post.lang}
        languages |= {version.language for _, version in self._elsewhere}
        return len(languages) > 1 and any(len(found) > 1 for found in self._versions.values())

    def __bool__(self) -> bool:
        """Return whether a page is there in more than one language."""
        return self._are_there

    def of(self, source: str) -> tuple[Version, ...]:
        """Return all translations of the page with a source path, itself among them, by language.

        It is empty if there is one language only, for a post that is shown for want of a translation, and for the second
        post of a language with one key.
        """
        if not self._are_there:
            return ()
        found, own = self._of(source)
        translated = tuple(found[language] for language in sorted(found) if found[language].translated)
        return translated if len(translated) > 1 and own in translated else ()

    def in_language(self, source: str, language: str) -> Version | None:
        """Return what is shown in a language in the place of the page with a source path; a region need not be the same."""
        found, wanted = self._of(source)[0], language_tag(language)
        alike = (version for name, version in sorted(found.items()) if _base(name) == _base(wanted))
        return found.get(wanted) or next(alike, None)

    def is_translation(self, source: str, language: str) -> bool:
        """Return whether what is shown in a language in the place of a page is its translation, or the page itself."""
        return self.in_language(source, language) in self.of(source)

    def _of(self, source: str) -> tuple[Mapping[str, Version], Version | None]:
        """Return every version of a page by language, and its own."""
        same, own = self._own.get(source, (None, None))
        return (self._versions[same] if same else {}), own


def versions(publication: Publication) -> tuple[tuple[Same, Version], ...]:
    """Return every page of the journals of a build, for the builds of other languages."""
    return tuple((same, version) for _, same, version in _pages(publication))


def _pages(publication: Publication) -> Iterator[tuple[str, Same, Version]]:
    """Yield the source path of each published page, what it has in common with its translations, and its version."""
    for edition, group in zip(publication.editions, _groups(publication.editions), strict=True):
        for post in sorted(edition.journal.posts, key=lambda post: post.source):
            if post.source not in edition.targets and not post.canonical_url:
                file = edition.post_files[post.source]
                yield file.source, _same_post(post, edition, group), _version(post, edition)
        yield from _lists(edition, group)
    if publication.combined:
        yield from _lists(publication.combined, "*")


def _lists(edition: Edition, group: str) -> Iterator[tuple[str, Same, Version]]:
    for source, (file, _) in edition.archive_files.items():
        yield file.source, ("list", group, _inside(source, edition)), Version(edition.language, file.url)


def _same_post(post: Post, edition: Edition, group: str) -> Same:
    if post.translation_key:
        return ("key", "", post.translation_key)
    return ("post", group, _inside(post.source, edition))


def _version(post: Post, edition: Edition) -> Version:
    if post.source in edition.plan.untranslated:
        return Version(edition.language, edition.url(post.source), translated=False)
    return Version(language_tag(post.lang) or edition.language, edition.url(post.source))


def _inside(source: PurePosixPath, edition: Edition) -> str:
    """Return a source path below the folder of its journal; of a post elsewhere without the part that is the language."""
    folder = PurePosixPath(edition.options.folder)
    return str(source.relative_to(folder)) if source.is_relative_to(folder) else _neutral(source, edition.language)


def _groups(editions: Sequence[Edition]) -> list[str]:
    """Return for each journal what it has in common with the same journal in other languages.

    If no two journals have one language, they are all one; otherwise those whose folders differ in the language only.
    """
    languages = [edition.language for edition in editions]
    if len(set(languages)) == len(languages):
        return [""] * len(languages)
    return [_neutral(PurePosixPath(edition.options.folder), edition.language) for edition in editions]


def _neutral(path: PurePosixPath, language: str) -> str:
    return "/".join(part for part in path.parts if language_tag(part) != language)


def _base(language: str) -> str:
    return language.partition("-")[0]
