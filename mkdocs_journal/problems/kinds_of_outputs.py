"""Kinds of problems of outputs: addresses, pictures, options, the disk."""

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
        "{found}, the limit is {limit}; write a shorter path",
        "a path or a segment of it is too long",
    ),
    Kind(
        "J503",
        _ERROR,
        "unknown placeholder :{found}; write one of {known}",
        "an unknown placeholder in a permalink",
    ),
    Kind(
        "J504",
        _ERROR,
        "{url} is used by {other}; {advice}",
        "two outputs have the same URL",
        hint="A slug, or the day in the permalink (/:folder/:year/:month/:day/:title/), gives two posts different URLs.",
    ),
    Kind(
        "J601",
        _WARNING,
        "{found} {reason}; write a path relative to the post or an http(s) URL",
        "`image` does not exist, is outside `docs_dir` or is not an image",
    ),
    Kind(
        "J505",
        _WARNING,
        "/{file} and /{other} of {owner} differ only in case and are the same file on macOS and Windows; rename one",
        "the names of two outputs differ only in case",
    ),
    Kind(
        "J515",
        _WARNING,
        "{url} is also the URL of {other}, which Jekyll writes later, so this post is left out; write another slug or date",
        "with `compat: jekyll`, two posts have one URL; the one with the later date, then the greater path, keeps it",
        hint="Jekyll writes both posts to one file, so that the last one remains.",
    ),
    Kind(
        "J516",
        _WARNING,
        "{url} and the folder {url}/ of {other} are one address for some hosting services; write another slug or permalink",
        "a post without a suffix in its URL has the name of a folder with a page",
        hint="Some services show only the post at both addresses, others only the page in the folder.",
    ),
    Kind(
        "J506",
        _WARNING,
        "{found} {reason}, so it is ignored; write an old path of this site, for example /old/name.html",
        "an old address is unsafe, already used or the post's own URL",
    ),
    Kind(
        "J507",
        _WARNING,
        "{found} {reason}, so it is ignored; write an http(s) address or a path below the site",
        "`redirect_to` is not a web address, is the post's own URL, or is a path that does not exist on the site",
    ),
    Kind(
        "J508",
        _WARNING,
        "{found} links to a post that is not published ({state}); the link becomes plain text",
        "a public page links to a draft, a scheduled or an unpublished post; at the level set by MkDocs' "
        "`validation.links.not_found`",
    ),
    Kind(
        "J530",
        _ERROR,
        "{url} is used by {other}; {advice}",
        "an option names a file or folder that is used by a file of the site or by another option",
    ),
    Kind(
        "J531",
        _ERROR,
        "{url} is needed for {other}; rename the file",
        "a file of the site has the URL of the list or feed of a year, tag, category, author or series, or of the folder "
        "of the journal's stylesheets",
    ),
    Kind(
        "J532",
        _INFO,
        "{found} is a malformed address and is left as written",
        "a link in Markdown has a malformed address; at the level set by MkDocs' `validation.links.unrecognized_links`",
    ),
    Kind(
        "J533",
        _INFO,
        "missing, so this file is an ordinary page; to make it a post, write date: YYYY-MM-DD",
        "a file in the journal's folder has a title and tags, categories or an author, but no date; not reported for "
        "`index.md` and pages in `nav`",
    ),
    Kind(
        "J534",
        _WARNING,
        "no post in {found}; {who} has moved or excluded dated Markdown files, for example {example}; {advice}",
        "a journal has no post, and another plugin has moved or excluded dated Markdown files",
    ),
    Kind(
        "J535",
        _INFO,
        "{found} {missing}; {advice}",
        "the option `folder` is not set, and its default folder does not exist",
    ),
    Kind(
        "J602",
        _WARNING,
        "{found} is not a valid http(s) address; write one, for example https://example.org/",
        "an address is malformed or has another scheme than http(s)",
    ),
    Kind(
        "J510",
        _WARNING,
        "{found} links to a post that is not published ({state}) and is ignored; remove it or publish that post",
        "`redirect_to` or `canonical_url` links to a draft, a scheduled or an unpublished post",
    ),
    Kind(
        "J620",
        _WARNING,
        "{found} is never closed and hides the rest of the page; write {advice}, or `{found}` to show it",
        "a post opens raw HTML such as `<script>` or `<title>` and never closes it; it is closed at the end of the post",
    ),
    Kind(
        "J603",
        _WARNING,
        "{found} is not a URI, so the URL of the post is used; write an http(s) URL, a urn: or a tag: URI",
        "`guid` is not a URI",
    ),
    Kind(
        "J604",
        _WARNING,
        "{found} is also used by {other}, so the URL of the post is used; write another",
        "two posts have the same `guid`",
    ),
    Kind(
        "J640",
        _WARNING,
        "{found} is not a file of the site and is ignored; write a path below docs_dir or an http(s) address",
        "`feeds.icon` or `feeds.logo` names a file that is not in the site",
    ),
    Kind("J801", _CONFIGURATION, "{option}: found {found}; write {wanted}", "an option has a wrong value"),
    Kind(
        "J803",
        _CONFIGURATION,
        "the plugin journal is listed {count} times; list it once",
        "the plugin is listed more than once",
    ),
    Kind(
        "J804",
        _WARNING,
        "{found} {missing}; {advice}",
        "the option `folder` names a folder that does not exist, or a glob of `posts` or a scope of `defaults` "
        "matches no file",
    ),
    Kind(
        "J805",
        _INFO,
        "site_url is not set, so no feeds are written; add site_url: https://…",
        "the site has no `site_url`",
        hint="Feeds need absolute links.",
    ),
    Kind(
        "J806",
        _WARNING,
        "{found} is not a known language, so English is used; write a language such as de or pt-BR",
        "the option `locale` names an unknown language",
    ),
    Kind(
        "J807",
        _INFO,
        "feed entry IDs use {url}, which changes per version; set feeds.id_base: '{base}'",
        "the site URL changes per version (Read the Docs, mike, previews)",
        hint="When the ID of an entry changes, feed readers show the entry again.",
    ),
    Kind(
        "J811",
        _INFO,
        "shallow clone: last-modified dates are unknown for {files}; {advice}",
        "`last_updated` or `page_stamps` use Git, and the clone does not have all commits",
        hint="The oldest commit of a shallow clone seems to change every file, so its date is not used.",
    ),
    Kind(
        "J812",
        _INFO,
        "Git history is unavailable ({reason}); fix Git, or remove `git` from `last_updated` and turn off `page_stamps`",
        "`last_updated` or `page_stamps` use Git, and Git fails or takes too long",
    ),
    Kind(
        "J902",
        _ERROR,
        "contains {what}{owner}; remove it, or publish the post",
        "the leak audit found content of a draft, scheduled or unpublished post in an output",
        hint="The audit searches every file of the site folder after a build. To allow what is public on purpose, set "
        "`audit: {allow: [globs or phrases]}`.",
    ),
    Kind(
        "J920",
        _WARNING,
        "contains {what} of the unpublished post {post}{owner}, which is in no public source; remove it, or if it is a "
        "coincidence, set `audit: {{allow: [{allow}]}}`",
        "the leak audit found a sentence, a title or a name of a draft, scheduled or unpublished post in an output",
        hint="The audit searches every file of the site folder after a build.",
    ),
    Kind(
        "J921",
        _WARNING,
        "{file} is not published, because only posts that are not published name it; write its path in the source "
        "of a public page, or remove the link",
        "a page links a file that is withheld with a draft, scheduled or unpublished post",
        hint="A macro or a hook has put the path together, so no public source contains it. A comment in the page, with "
        "the path from the root of the docs, is enough: `<!-- /files/plan.txt -->`.",
    ),
    Kind(
        "J830",
        _WARNING,
        "unknown option; {advice}",
        "an option that the plugin does not have; MkDocs reports it",
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
        "{url} is listed, but its file is missing in the site folder: {who} moved or removed it; configure that plugin "
        "to leave the file alone, or use only one of the two plugins",
        "a list, a feed or the sitemap contains a URL without a file",
        hint="Checked at the end of a build, regardless of `on_error`.",
    ),
    Kind(
        "J911",
        _ERROR,
        "{url} would be written to {path}, outside the site folder: {who} moved it; configure that plugin to leave the "
        "file alone, or use only one of the two plugins",
        "a file would be written outside the site folder",
        hint="Checked before anything is written, regardless of `on_error`.",
    ),
    Kind("J901", _CONFIGURATION, "{path} cannot be written ({reason})", "the disk is full or a folder is read-only"),
)
