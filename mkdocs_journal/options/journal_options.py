"""The options of a journal; each is a field with its type, default, reader and documentation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo

from mkdocs_journal.options import archive_values, journal_values, site_values, values
from mkdocs_journal.options.archive_options import ArchiveOptions
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_values import Scope
from mkdocs_journal.options.option import described, option, optional
from mkdocs_journal.options.page_options import PageOptions
from mkdocs_journal.options.site_values import Audit, PageStamps
from mkdocs_journal.zones import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PageOptions):
    """The options of one journal, checked."""

    name: str = ""
    """Its name in `journals`; empty for the one journal of a site."""
    of_all: bool = False
    """Whether these are the options of `combined`, the list of all journals."""
    folder_given: bool = field(default=False, compare=False)
    """Whether the user set the name of the folder."""
    root: str = ""
    """The folder below the site, with a slash at its end, of the language that a build is for; empty: the site itself."""
    folder: str = option(
        journal_values.folder,
        "journal",
        "The folder of the journal below `docs_dir`. Its dated Markdown files are posts.",
        "blog",
    )
    title: str = optional(
        journal_values.title,
        "",
        "The heading of the landing page, and part of the title of feeds. Without it: the name in `journals`, unless it is "
        "the language of the journal (`de`), else the word for a journal in that language.",
        "News",
    )
    posts: tuple[str, ...] = option(
        values.globs,
        [],
        "Globs of posts outside the folder, below `docs_dir`, in the syntax of `exclude_docs`.",
        "['releases/*.md']",
    )
    permalink: str = option(
        journal_values.permalink,
        "/:folder/:year/:month/:title/",
        "The URL of a post: a pattern of Jekyll's placeholders and `:folder`, one of Jekyll's styles "
        "(`date`, `pretty`, `ordinal`, `weekdate`, `none`), or `file`: the URL is that of the file.",
        "/:folder/:year/:month/:day/:title/",
    )
    slug_mode: str = option(
        journal_values.slug_mode,
        "pretty",
        "How `:title` is made from a file name or `slug`, as in Jekyll's filter `slugify`: `pretty`, `default`, "
        "`ascii`, `latin`, `raw` or `none`.",
        "latin",
    )
    slug_from: str = option(
        journal_values.slug_from,
        "name",
        "What `:title` is made from in a post without `slug`: `name`, the name of its file; or `title`, its title in small "
        "letters, as Material's blog does; then a `slug` may have folders (`posts/name`).",
        "title",
    )
    timezone: str | None = optional(
        journal_values.timezone,
        None,
        "The time zone of dates that have no offset: an IANA name or a UTC offset in quotes (`'+02:00'`). Without it they "
        "are in UTC, and a post whose date has no time is published once that day has begun anywhere on Earth.",
        "Europe/Berlin",
    )
    locale: str | None = optional(
        journal_values.locale, None, "The language of dates and labels. Without it: the theme's.", "de"
    )
    compat: str = option(
        journal_values.compat,
        "none",
        "`jekyll`: do as Jekyll does wherever the journal differs on purpose. Posts that `draft` or `published` "
        "withholds are still withheld.",
        "jekyll",
    )
    markup: str = field(
        default="",
        metadata=described(
            journal_values.markup,
            "host",
            "Who reads the bodies of posts: `host`, MkDocs with its `markdown_extensions`; or `kramdown`, a reader of what "
            "Jekyll reads: kramdown with GitHub's additions, and the Liquid whose values are known. Under `compat: jekyll` "
            "the default is `kramdown`. A post can override it with its key `markup`.",
            "kramdown",
        ),
    )
    """`host` or `kramdown`; if empty, `compat` decides."""
    liquid: str = option(
        journal_values.liquid,
        "report",
        "Liquid that cannot be evaluated in posts with `markup: kramdown`: `report` shows it as it is written and warns; "
        "`refuse` refuses the post.",
        "refuse",
    )
    defaults: tuple[Scope, ...] = option(
        journal_values.defaults,
        [],
        "Front matter for posts that do not set the keys themselves, by path and type, as Jekyll's `defaults`.",
        "[{scope: {path: news}, values: {author: Ada, comments: true}}]",
    )
    authors: str = option(
        journal_values.data_file,
        ".authors.yml",
        "The file that describes authors: below the folder, else `docs_dir`, else beside `mkdocs.yml`; without it "
        "`_data/authors.yml` in the same places.",
        "authors.yml",
    )
    tags: str = option(
        journal_values.data_file,
        "tags.yml",
        "The file that describes tags, looked for in the same places.",
        "_tags.yml",
    )
    per_page: int = option(values.count, 10, "Posts on a page of a list with excerpts or cards.", "20")
    pager: str = option(
        archive_values.pager,
        "page/:num/",
        "The address of the second and further pages of a list, below that of the first. With a leading `/` it is that of "
        "the landing list, below the site, and other lists have `page/:num/`.",
        "page:num/",
    )
    last_updated: tuple[str, ...] = option(
        journal_values.sources_of_updates,
        ["front_matter"],
        "Where the date of the last change comes from; the first source that has a date is used. `git` reads the history "
        "of the repository, once for all pages.",
        "[front_matter, git]",
    )
    show_emails: bool = option(
        values.switch,
        False,
        "Whether the page of an author links the e-mail address in the authors file.",
        "true",
    )
    social_image: str = optional(
        journal_values.social_image,
        "",
        "The picture that link previews show for a post without `image` and for lists: a path below `docs_dir` or an "
        "http(s) URL.",
        "images/card.png",
    )
    export: str | None = option(
        journal_values.export,
        False,
        "A JSON file with all data of the published posts except their text, for other programs: below the folder; with "
        "a leading `/` below the site.",
        "posts.json",
    )
    on_error: str = option(
        journal_values.on_error,
        "stop",
        "`stop`: a build with a post that cannot be published fails after all problems are reported. "
        "`skip`: the build goes on without such posts.",
        "skip",
    )
    archives: ArchiveOptions = field(default_factory=ArchiveOptions)
    feeds: FeedOptions = field(default_factory=FeedOptions)

    @property
    def zone(self) -> tzinfo:
        """The time zone of dates that have no offset; UTC without the option."""
        return zone_of(self.timezone, compat=self.jekyll)

    @property
    def within(self) -> str:
        """The prefix of the names of these options in messages: `journals.news.`, `combined.` or nothing."""
        if self.of_all:
            return "combined."
        return f"journals.{self.name}." if self.name else ""

    @property
    def export_file(self) -> str:
        """The file of the export below the site, or empty."""
        return self.below_root(below_folder(self.export, self.folder)) if self.export else ""

    def below_root(self, path: str) -> str:
        """Return a path below the site as a path below the folder of the language; one that names it already stays."""
        path = path.lstrip("/") if self.root else path
        return path if path.startswith(self.root) else self.root + path

    @property
    def reads(self) -> str:
        """The reader of posts without the key `markup`: `host` or `kramdown`."""
        return self.markup or ("kramdown" if self.jekyll else "host")

    @property
    def jekyll(self) -> bool:
        """Whether to read as Jekyll does wherever the journal differs on purpose."""
        return self.compat == "jekyll"


def below_folder(path: str, folder: str) -> str:
    """Return a path of an option, below the folder of a journal or, with a slash at its beginning, below the site."""
    return path.lstrip("/") if path.startswith("/") or folder == "." else f"{folder}/{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """All options of the plugin: those of each journal and those of the whole site."""

    jekyll: str | None = optional(
        site_values.jekyll,
        None,
        "The `_config.yml` of a Jekyll site, beside `mkdocs.yml`: its permalink, time zone, `defaults`, and the addresses "
        "of its feeds, archives and further pages are used unless the options of those names are set.",
        "_config.yml",
    )
    page_stamps: PageStamps = option(
        site_values.page_stamps,
        False,
        "Shows the Git history of every page of the site at its end: `true` for all of `created`, `updated` and "
        "`people`, or a list of them; `exclude` lists globs of pages without it.",
        "{show: [updated, people], exclude: [index.md]}",
    )
    ignore_revs: str = option(
        site_values.revisions_file,
        ".git-blame-ignore-revs",
        "A file that lists commits, one a line, that do not count as a change of a text, such as those of a formatter: "
        "beside `mkdocs.yml` or at the top of the repository.",
        ".formatting-commits",
    )
    ignore_commits: str = optional(
        site_values.pattern,
        "",
        "A regular expression; a commit does not count as a change of a text if the first line of its message matches.",
        "'^(style|chore):'",
    )
    journals: tuple[Options, ...] = field(
        default=(Options(),),
        metadata=described(
            site_values.journals,
            {},
            "Several journals: a name for each, and its options. Options beside `journals` are the defaults of all; "
            "`folder` defaults to the name.",
            "{news: {}, releases: {permalink: pretty}}",
        ),
    )
    """In the order of the option; never empty."""
    combined: Options | None = field(
        default=None,
        metadata=described(
            site_values.combined,
            None,
            "The folder of a landing page with feeds of the posts of all `journals` together, or its options.",
            "{folder: all, title: Everything}",
        ),
    )
    """Landing page and feeds of all posts together."""
    redirects: tuple[str, ...] = option(
        site_values.host_files,
        [],
        "Files that list the target of each `redirect_from` for the web host, beside the pages that redirect in any "
        "browser: `_redirects` (Netlify, Cloudflare Pages), `redirects.json`.",
        "[_redirects]",
    )
    schedule: str | None = optional(
        site_values.schedule,
        None,
        "A file with the date of the next scheduled post, so that a job can build the site then.",
        "schedule.json",
    )
    serve_cache: bool = option(
        values.switch,
        True,
        "Whether `mkdocs serve` keeps what Markdown, the search plugin and the theme made of a page until something "
        "that the page shows changes. Beside a Markdown extension that may read more than the page, such as "
        "`pymdownx.snippets`, each page is rendered again. What the theme made is kept for the themes `material` and "
        "`mkdocs` without `custom_dir`, and beside plugins and hooks without the events `on_env` and `on_page_context`. "
        "`mkdocs build` keeps nothing.",
        "false",
    )
    audit: Audit = option(
        site_values.audit,
        "error",
        "After a build every output is searched for content that only withheld posts have. `error`: proof of a leak "
        "(an address, a paragraph, half of the text, an attachment) fails the build, possible coincidence (a sentence, a "
        "title, a name) is a warning; `warn`: both are warnings; `off`: no search. `allow` lists globs of outputs "
        "and phrases that are not reported.",
        "{level: error, allow: ['coverage/**', 'Release 2.0']}",
    )
