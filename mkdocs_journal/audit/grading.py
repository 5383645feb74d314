"""Grades findings of the audit: proof that a withheld post was published, or a possible coincidence."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from mkdocs_journal.audit.passages import Paragraph
from mkdocs_journal.audit.secrets import ADDRESS, TEXT, Secret

_MOST_OF: Final = 0.8
"""The share of a paragraph's groups that must be found; a theme may change some words."""
_HALF: Final = 0.5


class Evidence(NamedTuple):
    """Content of a withheld post in an output."""

    output: str
    post: PurePosixPath
    what: str
    """The kind of content, as in `Secret.what`."""
    text: str
    """The text that `audit.allow` can allow."""
    proof: bool
    """Whether it is an error; else it is a warning."""


class Findings(NamedTuple):
    """The findings for one post."""

    places: Mapping[Secret, str]
    """The first output that contains each secret."""
    public: AbstractSet[Secret]
    """The secrets that a public source contains."""
    named: AbstractSet[Secret]
    """The secrets in files that the configuration names, including the public ones."""


def evidence(post: PurePosixPath, paragraphs: tuple[Paragraph, ...], found: Findings) -> Iterator[Evidence]:
    """Yield the content of a post that is in outputs and in no public source: URL, paragraphs, sentences, names.

    Args:
        post: The source of the post.
        paragraphs: Its text.
        found: The findings for the post.
    """
    groups = {secret.text: (secret, output) for secret, output in found.places.items() if secret.what == TEXT}
    own = {text: output for text, (secret, output) in groups.items() if secret not in found.public}
    unnamed = {text for text, (secret, _) in groups.items() if secret not in found.named}
    for secret, output in found.places.items():
        if secret.what == ADDRESS and secret not in found.public:
            yield Evidence(output, post, ADDRESS, secret.text, proof=True)
        elif secret.what not in {ADDRESS, TEXT} and secret not in found.named:
            yield Evidence(output, post, secret.what, secret.text, proof=False)
    half = _is_half(paragraphs, own)
    for paragraph in paragraphs:
        proof = half or _is_whole(paragraph, own, groups)
        for sentence in paragraph.sentences:
            places = [own[group] for group in sentence.groups if group in own]
            if places and proof:
                yield from (Evidence(output, post, TEXT, sentence.text, proof=True) for output in dict.fromkeys(places))
            elif sentence.counts and unnamed.issuperset(sentence.groups):
                yield Evidence(places[0], post, "a sentence", sentence.text, proof=False)


def _is_whole(paragraph: Paragraph, own: Mapping[str, str], groups: Mapping[str, object]) -> bool:
    """Return whether outputs contain a whole paragraph and at least half of it is in no public source."""
    wanted = paragraph.groups
    found, alone = sum(group in groups for group in wanted), sum(group in own for group in wanted)
    return paragraph.counts and found >= _MOST_OF * len(wanted) and alone >= _HALF * len(wanted)


def _is_half(paragraphs: tuple[Paragraph, ...], own: Mapping[str, str]) -> bool:
    """Return whether outputs contain half of the text that is in no public source; a few words are not evidence."""
    wanted = {group for paragraph in paragraphs for group in paragraph.groups}
    alone = sum(group in own for group in wanted)
    return any(paragraph.counts for paragraph in paragraphs) and 0 < len(wanted) * _HALF <= alone
