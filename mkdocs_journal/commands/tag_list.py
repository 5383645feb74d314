"""`mkdocs-journal tags`: the tags of a site, near twins, and a tag renamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

import click

from mkdocs_journal.commands.ending import fail
from mkdocs_journal.commands.sites import in_utf8, only_one, path_argument, posts_of, read_site
from mkdocs_journal.editing.front_matter_text import EditError
from mkdocs_journal.editing.source_files import edit_file
from mkdocs_journal.editing.tag_edits import with_renamed_tag
from mkdocs_journal.posts.terms import term_key
from mkdocs_journal.problems.problem import printable
from mkdocs_journal.spelling import is_near, shortened

_LETTERS: Final = re.compile(r"[^\W_]+")
_OTHERS: Final = re.compile(r"\D+")
_MOST_ALIKE: Final = 20
"""Tags that have a part in common; more of them are an enumeration."""
_SHORTEST: Final = 4
_LONGEST: Final = 32
"""Letters of a tag for which one changed letter may be a slip: `css` and `rss` are two tags."""


@click.command()
@path_argument
@click.option("--similar", is_flag=True, help="List tags that may be one: a plural, another spelling.")
@click.option("--rename", nargs=2, metavar="OLD NEW", callback=in_utf8, help="Rename the tag OLD to NEW in all posts.")
def tags(path: Path, rename: tuple[str, str] | None, *, similar: bool) -> None:
    """List the tags of PATH with the number of their posts, the most frequent first; drafts count.

    With --rename, only the tag in the front matter of each post is changed; every other byte of a file stays. The changed
    files are printed. The exit code is 1 if no post has the tag, or if a file cannot be changed.
    """
    only_one(similar=similar, rename=rename)
    if rename:
        _rename(path, *rename)
        return
    counts: dict[str, list[str]] = {}
    for listed in posts_of(read_site(path)):
        for tag in dict.fromkeys(listed.post.tags):
            counts.setdefault(term_key(tag), []).append(tag)
    usual = {key: Counter(sorted(spellings)).most_common(1) for key, spellings in counts.items()}
    names = {key: spelling for key, ((spelling, _),) in usual.items()}
    order = sorted(names, key=lambda key: (-len(counts[key]), key))
    if similar:
        for one, other in twins([names[key] for key in order]):
            numbers = (len(counts[term_key(name)]) for name in (one, other))
            click.echo(
                "  ".join(f"{printable(name)} ({number})" for name, number in zip((one, other), numbers, strict=True))
            )
    else:
        for key in order:
            click.echo(f"{len(counts[key]):5}  {printable(names[key])}")


def twins(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of tags that may be one: they differ in blanks and signs, in an ending of a plural, or in a letter.

    Tags with other digits, such as versions and years, are different ones.
    """
    bare = ["".join(_LETTERS.findall(name.casefold())) for name in names]
    alike: dict[tuple[str, str], list[int]] = {}
    for number, text in enumerate(bare):
        for part in _parts(text) if text else ():
            alike.setdefault((_OTHERS.sub("", text), part), []).append(number)
    pairs = {pair for numbers in alike.values() if len(numbers) <= _MOST_ALIKE for pair in combinations(numbers, 2)}
    yield from ((names[one], names[other]) for one, other in sorted(pairs) if _are_twins(bare[one], bare[other]))


def _are_twins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=lambda text: (len(text), text))
    plural = long in {f"{short}s", f"{short}es", f"{short[:-1]}ies"}
    return short == long or plural or (_SHORTEST < len(short) <= len(long) <= _LONGEST and is_near(short, long))


def _parts(text: str) -> set[str]:
    """Return what is left of a tag without a letter or two, or without its ending: twins have one of these in common."""
    found = {text, text[:-1] + "-", text.removesuffix("s"), text.removesuffix("es")}
    if text.endswith("ies"):
        found.add(text[:-3] + "-")
    if _SHORTEST < len(text) <= _LONGEST:
        found.update(shortened(text, 2))
    return found


def _rename(path: Path, old: str, new: str) -> None:
    new = " ".join(new.split())
    if not term_key(new):
        fail("--rename: the new tag is empty")
    found = [listed for listed in posts_of(read_site(path)) if term_key(old) in map(term_key, listed.post.tags)]
    if not found:
        fail(f"--rename: no post has the tag {old!r}; `mkdocs-journal tags` lists them")
    failed = 0
    for listed in found:
        post = listed.post
        try:
            if edit_file(listed.path, lambda text, its=post.tags: with_renamed_tag(text, old, new, its)):  # type: ignore[misc]
                click.echo(listed.file)
        except EditError as error:
            failed += 1
            click.echo(f"mkdocs-journal: {listed.file}: {error}", err=True)
    if failed:
        fail(f"{failed} of {len(found)} files could not be changed")
