"""What can be wrong with what is published: addresses, pictures, options, the disk."""

from __future__ import annotations

from typing import Final

from mkdocs_journal.problems.kind import Kind
from mkdocs_journal.problems.problem import Severity

_INFO, _WARNING, _ERROR, _CONFIGURATION = Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.CONFIGURATION

KINDS_OF_OUTPUTS: Final = (
    Kind(
        "J501",
        _ERROR,
        "{found} {reason}; {advice}",
        "an unsafe path in `permalink` or `slug`",
    ),
    Kind(
        "J502",
        _ERROR,
        "{found}, the limit is {limit}; write a shorter one",
        "a path or a part of it is too long",
    ),
    Kind(
        "J503",
        _ERROR,
        "unknown :{found}; known are {known}",
        "an unknown placeholder in a permalink",
    ),
    Kind(
        "J504",
        _ERROR,
        "{url} belongs to {other}; {advice}",
        "two outputs share a URL",
        hint="A slug, or a day in the permalink (/:folder/:year/:month/:day/:title/), tells two posts apart.",
    ),
    Kind(
        "J601",
        _WARNING,
        "{found} {reason}; write a path from the post or an http(s) URL",
        "`image` is missing, outside the docs or no picture",
    ),
    Kind(
        "J505",
        _WARNING,
        "/{file} and /{other} of {owner} differ in case only and are one file on macOS and Windows; change one",
        "two outputs have names that differ in case only",
    ),
    Kind(
        "J515",
        _WARNING,
        "{url} is also that of {other}, which Jekyll writes later; left out, write another slug or date",
        "with `compat: jekyll` two posts have one URL; the one with the later date, then the greater path, has it",
        hint="Jekyll writes both to one file, and the last one stays.",
    ),
    Kind(
        "J506",
        _WARNING,
        "{found} {reason}; left out, write an old path of this site such as /old/name.html",
        "an old address that is unsafe, taken or the post's own",
    ),
    Kind(
        "J507",
        _WARNING,
        "{found} {reason}; left out, write an http(s) address or a path below the site",
        "`redirect_to` is no address of the web, or the post's own",
    ),
    Kind(
        "J508",
        _WARNING,
        "{found} leads to a post that is not published ({state}); the link is written as plain text",
        "a public page links to a draft, a scheduled or an unpublished post; as loud as the host's `validation` tells "
        "links that lead nowhere",
    ),
    Kind(
        "J530",
        _ERROR,
        "{url} belongs to {other}; {advice}",
        "an option names a file or folder that another output has: a file of the site, or that of another option",
    ),
    Kind(
        "J531",
        _ERROR,
        "{url} belongs to {other}; rename the file",
        "a file of the site stands where the list or feed of a year, tag, category, author or series is written",
    ),
    Kind(
        "J532",
        _INFO,
        "{found} is a malformed address; it is left as written",
        "a link in Markdown has a malformed address; at the level of MkDocs' `validation.links.unrecognized_links`",
    ),
    Kind(
        "J533",
        _INFO,
        "missing, so this is an ordinary page; for a post write date: YYYY-MM-DD",
        "a file in the folder of the journal has a title with tags, categories or an author, and no date; not of "
        "`index.md` and of pages that `nav` names",
    ),
    Kind(
        "J534",
        _WARNING,
        "no post in {found}; dated Markdown files are elsewhere, as {who} has put them: {example}; {advice}",
        "a journal has no post, and another plugin has moved dated Markdown files",
    ),
    Kind(
        "J535",
        _INFO,
        "there is no folder {found}; {advice}",
        "the option `folder` is not given, and there is no folder of its default name",
    ),
    Kind(
        "J602",
        _WARNING,
        "{found}; write an http(s) address",
        "an address that is malformed or has another scheme than the web's",
    ),
    Kind(
        "J510",
        _WARNING,
        "{found} leads to a post that is not published ({state}); ignored, remove it or publish that post",
        "`redirect_to` or `canonical_url` leads to a draft, a scheduled or an unpublished post",
    ),
    Kind(
        "J620",
        _WARNING,
        "{found} is never closed and hides the rest of the page; write {advice}, or `{found}` to show it",
        "raw HTML that a post opens and never closes, such as `<script>` or `<title>`; it is closed at the end of the post",
    ),
    Kind(
        "J603",
        _WARNING,
        "{found} is no URI, the URL of the post is used; write an http(s) URL, a urn: or a tag:",
        "`guid` is nothing that feeds can take for an identity",
    ),
    Kind(
        "J604",
        _WARNING,
        "{found} is that of {other}, the URL of the post is used; write another",
        "two posts have one `guid`",
    ),
    Kind(
        "J640",
        _WARNING,
        "{found} is not a file of the site, feeds have none; write a path below docs_dir or an http(s) address",
        "`feeds.icon` or `feeds.logo` names a picture that the site does not have",
    ),
    Kind("J801", _CONFIGURATION, "{option}: found {found}; write {wanted}", "an option has a wrong value"),
    Kind(
        "J803",
        _CONFIGURATION,
        "the plugin stands there {count} times; write it once",
        "the plugin is named more than once",
    ),
    Kind(
        "J804",
        _WARNING,
        "{found} does not exist; {advice}",
        "the option `folder` names a folder that is not there",
    ),
    Kind(
        "J805",
        _INFO,
        "no feeds without site_url; add site_url: https://…",
        "the site has no `site_url`, which the absolute links of feeds need",
        hint="Links in a feed are absolute.",
    ),
    Kind(
        "J806",
        _WARNING,
        "{found} is unknown, English is used; write a language such as de or pt-BR",
        "the option `locale` names a language that nobody knows",
    ),
    Kind(
        "J807",
        _INFO,
        "feeds know posts by their URL, and {url} is that of one version; set feeds.id_base: '{base}'",
        "the address of the site differs from version to version (Read the Docs, mike, previews)",
        hint="Readers show a post again whose identity has changed.",
    ),
    Kind(
        "J811",
        _INFO,
        "{files} in a shallow clone have no day of their last change; {advice}",
        "`last_updated` or `page_stamps` ask Git, and commits are missing",
        hint="A commit at the end of a shallow clone seems to change every file; its day is not that of a change.",
    ),
    Kind(
        "J812",
        _INFO,
        "Git cannot be asked ({reason}), so that it gives no day; make it work or leave git out",
        "`last_updated` or `page_stamps` ask Git, and it ends with a message or takes too long",
    ),
    Kind(
        "J902",
        _ERROR,
        "holds {what}{owner}; remove it there, or publish the post",
        "the leak audit found something of a draft, scheduled or unpublished post in an output",
        hint="The audit searches every file of the site folder after a build. `audit: {allow: [globs or phrases]}` allows "
        "what is public on purpose.",
    ),
    Kind(
        "J920",
        _WARNING,
        "contains {what} of the withheld post {post}{owner}, which no public source has; remove it there, or write "
        "`audit: {{allow: [{allow}]}}` if it is there by chance",
        "the leak audit found a sentence, a title or a name of a withheld post in an output",
        hint="The audit searches every file of the site folder after a build.",
    ),
    Kind(
        "J830",
        _WARNING,
        "unknown option; {advice}",
        "an option of the plugin that it does not have; MkDocs reports it",
    ),
    Kind(
        "J831",
        _CONFIGURATION,
        "{option}: unknown option; {wanted}",
        "an option below `feeds` or inside `journals` that does not exist",
    ),
    Kind(
        "J910",
        _ERROR,
        "{url} is listed, but it has no file in the site folder: {who} moved or removed it; let it leave the file alone, "
        "or remove one of the two plugins",
        "a list, a feed or the sitemap holds a URL without a file",
        hint="Looked for at the end of a build, whatever `on_error` says.",
    ),
    Kind(
        "J911",
        _ERROR,
        "{url} goes to {path}, outside the site folder: {who} moved it; let it leave the file alone, or remove "
        "one of the two plugins",
        "a file would be written outside the site folder",
        hint="Looked for before anything is written, whatever `on_error` says.",
    ),
    Kind("J901", _CONFIGURATION, "{path} cannot be written ({reason})", "the disk is full or a folder is read-only"),
)
