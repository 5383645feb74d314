"""Every option of the plugin, described once.

The host's configuration, the documentation and the commands read `OPTIONS`; `option_reading` checks values against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Final

from mkdocs_journal.options import values
from mkdocs_journal.options.audit_values import Audit, audit
from mkdocs_journal.options.feeds import FEED_OPTIONS, FeedOptions
from mkdocs_journal.options.option import Option
from mkdocs_journal.options.stamp_values import PageStamps
from mkdocs_journal.options.stamps import STAMP_OPTIONS, STAMP_OPTIONS_OF_SITE
from mkdocs_journal.options.values import Scope
from mkdocs_journal.zones import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one journal, checked. Each field is described in `OPTIONS`."""

    name: str = ""
    """Its name in `journals`; empty for the one journal of a site."""
    of_all: bool = False
    """Whether these are the options of `combined`, the list of all journals."""
    title: str = ""
    """Empty: the name as a title, else the word for a journal in the language of the site."""
    folder: str = "journal"
    folder_given: bool = field(default=False, compare=False)
    """Whether the user wrote the name of the folder."""
    posts: tuple[str, ...] = ()
    permalink: str = "/:folder/:year/:month/:title/"
    slug_mode: str = "pretty"
    timezone: str | None = None
    locale: str | None = None
    compat: str = "none"
    defaults: tuple[Scope, ...] = ()
    authors: str = ".authors.yml"
    tags: str = "tags.yml"
    per_page: int = 10
    last_updated: tuple[str, ...] = ("front_matter",)
    show_emails: bool = False
    social_image: str = ""
    export: str | None = None
    on_error: str = "stop"
    feeds: FeedOptions = field(default_factory=FeedOptions)

    @property
    def zone(self) -> tzinfo:
        """The time zone of dates that carry no offset; UTC without the option."""
        return zone_of(self.timezone, compat=self.jekyll)

    @property
    def within(self) -> str:
        """What stands before the names of these options in messages: `journals.news.`, `combined.` or nothing."""
        if self.of_all:
            return "combined."
        return f"journals.{self.name}." if self.name else ""

    @property
    def export_file(self) -> str:
        """The file of the export below the site, or empty."""
        folder = "" if self.folder == "." else f"{self.folder}/"
        return "" if not self.export else self.export.lstrip("/") if self.export.startswith("/") else folder + self.export

    @property
    def jekyll(self) -> bool:
        """Whether to read as Jekyll does wherever we differ on purpose."""
        return self.compat == "jekyll"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """The options of one entry of the plugin: its journals, and what concerns all of them."""

    journals: tuple[Options, ...] = (Options(),)
    """By folder; there is always one."""
    combined: Options | None = None
    """Landing page and feeds of all posts together."""
    page_stamps: PageStamps = field(default_factory=PageStamps)
    ignore_revs: str = ".git-blame-ignore-revs"
    ignore_commits: str = ""
    redirects: tuple[str, ...] = ()
    """Files of redirects for the host of the site."""
    schedule: str | None = None
    """The file that says when the next post is due."""
    audit: Audit = field(default_factory=Audit)
    """How the outputs are searched for what belongs to withheld posts."""


GROUPS: Final = {"feeds": FeedOptions}
"""Options that stand together below a name, and what holds them."""
OFF: Final[Mapping[str, Mapping[str, object]]] = {"feeds": {"atom": False, "rss": False, "json": False, "terms": []}}
"""What `false` means in the place of such a group."""

OPTIONS: Final = (
    Option(
        "folder",
        values.folder,
        "journal",
        "The folder of the journal below `docs_dir`. Its dated Markdown files are posts.",
        "blog",
    ),
    Option(
        "title",
        values.title,
        "null",
        "The heading of the landing page, and part of the title of feeds. Without it: the name in `journals`, else the "
        "word for a journal in the language of the site.",
        "News",
    ),
    Option(
        "posts",
        values.texts,
        "[]",
        "Globs of posts outside the folder, below `docs_dir`, in the syntax of `exclude_docs`.",
        "['releases/*.md']",
    ),
    Option(
        "permalink",
        values.permalink,
        "/:folder/:year/:month/:title/",
        "The URL of a post: a pattern of Jekyll's placeholders and `:folder`, one of Jekyll's styles "
        "(`date`, `pretty`, `ordinal`, `weekdate`, `none`), or `file`, which keeps the URL of the file.",
        "/:folder/:year/:month/:day/:title/",
    ),
    Option(
        "slug_mode",
        values.slug_mode,
        "pretty",
        "How `:title` is made from a file name or `slug`, as in Jekyll's filter `slugify`: `pretty`, `default`, "
        "`ascii`, `latin`, `raw` or `none`.",
        "latin",
    ),
    Option(
        "timezone",
        values.timezone,
        "null",
        "The time zone of dates that carry no offset: an IANA name or a UTC offset in quotes (`'+02:00'`). Without it they "
        "are UTC, and a post with only a day is due as soon as that day has begun anywhere on Earth.",
        "Europe/Berlin",
    ),
    Option(
        "locale",
        values.locale,
        "null",
        "The language of dates and labels. Without it: the theme's.",
        "de",
    ),
    Option(
        "compat",
        values.compat,
        "none",
        "`jekyll`: behave like Jekyll wherever the journal differs on purpose. What `draft` or `published` withholds "
        "stays withheld.",
        "jekyll",
    ),
    Option(
        "defaults",
        values.defaults,
        "[]",
        "Default front matter for posts, by path and type, like Jekyll's `defaults`.",
        "[{scope: {path: news}, values: {author: Ada, comments: true}}]",
    ),
    Option(
        "authors",
        values.data_file,
        ".authors.yml",
        "The file that describes authors: below the folder, else `docs_dir`, else beside `mkdocs.yml`; without it "
        "`_data/authors.yml` in the same places.",
        "authors.yml",
    ),
    Option(
        "tags",
        values.data_file,
        "tags.yml",
        "The file that describes tags, looked for in the same places.",
        "_tags.yml",
    ),
    Option("per_page", values.count, "10", "Posts on a page of the landing list.", "20"),
    *STAMP_OPTIONS,
    Option(
        "on_error",
        values.on_error,
        "stop",
        "`stop`: a build with a post that cannot be published fails, after all problems are reported. "
        "`skip`: such posts are left out and the build goes on.",
        "skip",
    ),
    *FEED_OPTIONS,
    *STAMP_OPTIONS_OF_SITE,
    Option(
        "journals",
        values.named,
        "{}",
        "Several journals: the name and options of each. Options beside `journals` apply to all of them; "
        "`folder` defaults to the name.",
        "{news: {}, releases: {permalink: pretty}}",
        of_site=True,
    ),
    Option(
        "combined",
        values.combined,
        "null",
        "The folder of a landing page with feeds of the posts of all `journals` together, or its options.",
        "{folder: all, title: Everything}",
        of_site=True,
    ),
    Option(
        "redirects",
        values.host_files,
        "[]",
        "Files with the redirects of `redirect_from` for the hosting service, in addition to redirect pages for "
        "browsers: `_redirects` (Netlify, Cloudflare Pages), `redirects.json`.",
        "[_redirects]",
        of_site=True,
    ),
    Option(
        "schedule",
        values.schedule,
        "null",
        "A file with the time at which the next scheduled post is due, so that a job can build the site then.",
        "schedule.json",
        of_site=True,
    ),
    Option(
        "audit",
        audit,
        "error",
        "After a build every output is searched for content of withheld posts. `error`: proof of a leak (an address, a "
        "paragraph, half of the text, an attachment) fails the build, a possible coincidence (a sentence, a title, a "
        "name) is a warning; `warn`: both are warnings; `off`: no search. `allow` lists globs of outputs and phrases "
        "that are not reported.",
        "{level: error, allow: ['coverage/**', 'Release 2.0']}",
        of_site=True,
    ),
)
