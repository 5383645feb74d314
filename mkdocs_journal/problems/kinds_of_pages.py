"""Problems of what pages show: labels and templates."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

KINDS_OF_PAGES: Final = (
    Kind(
        "J880",
        Severity.WARNING,
        "{found} is not a label; {advice}",
        "the option `labels` names a label that does not exist; it is ignored",
    ),
    Kind(
        "J881",
        Severity.WARNING,
        "the label has {found}, which is not replaced; the names of this label are {names}",
        "a label in the option `labels` has a name in braces that is not replaced",
    ),
    Kind(
        "J882",
        Severity.ERROR,
        "{reason}",
        "a template of the site or of the theme that replaces one of the journal cannot be rendered; the build stops",
    ),
    Kind(
        "J883",
        Severity.WARNING,
        "unknown key; {advice}",
        "a block `journal` has a key that does not exist; the block shows nothing",
    ),
    Kind(
        "J884",
        Severity.WARNING,
        "{found} is not a value of this key; write {form}",
        "a key of a block `journal` has a wrong value; the block shows nothing",
    ),
    Kind(
        "J885",
        Severity.WARNING,
        "no post has {found}; did you mean {meant}?",
        "a block `journal` names a tag, category, author or series that no post has, but nearly the same exists",
    ),
    Kind(
        "J886",
        Severity.WARNING,
        "the block is not closed; write {fence} in a line of its own below it",
        "a block `journal` has no end; it is not read",
    ),
    Kind(
        "J887",
        Severity.WARNING,
        "the block cannot be read: {reason}",
        "the content of a block `journal` is not YAML; the block shows nothing",
    ),
    Kind(
        "J888",
        Severity.WARNING,
        "the key stands in line {line} of the block as well; remove one",
        "a block `journal` has a key twice; the block shows nothing",
    ),
    Kind(
        "J889",
        Severity.WARNING,
        "{found} is not a post; write its path, its title or its URL",
        "the key `related` names no post; it is ignored",
    ),
    Kind(
        "J890",
        Severity.INFO,
        "there are no labels for {language}, so labels and dates are in English; "
        "to add the language, write a text for each label in the option labels of the journal",
        "the language of the site has no labels",
        hint="The page about labels in the documentation lists them; `locale: en` keeps English and this message away.",
    ),
    Kind(
        "J891",
        Severity.INFO,
        "some labels for {language} are in English; write in the option labels of the journal: {labels}",
        "the option `labels` adds a language, but some labels are missing",
    ),
    Kind(
        "J892",
        Severity.WARNING,
        "{found} is not a page or file of the site; write a path below docs_dir or an http(s) address",
        "a link of the key `links` leads nowhere and is left out; at the level set by MkDocs' `validation.links.not_found`",
    ),
    Kind(
        "J893",
        Severity.WARNING,
        "{found} is a post that is not published ({state}); it is left out",
        "the key `related` or `links` of a public post names a draft, a scheduled or an unpublished post",
    ),
    Kind(
        "J894",
        Severity.WARNING,
        "the block begins in the line of a list item; write it below, after a blank line and indented by 4 spaces",
        "a block `journal` begins behind the sign or number of a list item, where Markdown reads no fence; it is not read",
    ),
)
