"""Every front matter key that the journal reads, described once.

Keys are compared in any case, with `-` and `_` alike. Every other key is kept for themes and other plugins.
"""

from typing import Final, NamedTuple


class Key(NamedTuple):
    """One front matter key."""

    name: str
    aliases: tuple[str, ...]
    """Other names, in the order of lookup after `name`; a dot means nesting."""
    form: str
    """What to write, for messages."""
    description: str
    """For the documentation, one or two sentences."""
    example: str
    """An example value, as written in YAML."""


OF_PROGRAMS: Final = (
    *("publishedat", "publishedon", "published_date", "publisheddate", "datepublished", "date_published"),
    *("pub_date", "pubdatetime", "pub_datetime"),
    *("posted", "posted_at", "postedat", "posted_on", "postedon", "postdate", "post_date"),
)
"""Names that Astro, Contentlayer, Craft, Ghost, JSON Feed, WordPress and schema.org have for the day of publication.

Programs write them, so a misspelt key means none of them.
"""

PUBLISHED: Final = ("published", "published_at", "published_on", "publishdate", "pubdate", "publish_date", *OF_PROGRAMS)
"""Every key for the day of publication beside `date`; the latest decides when a post is due."""

SWITCHES: Final = frozenset({"published", "posted"})
"""Those that are a day only if their value is one; else they are a switch."""

KEYS: Final = (
    Key("layout", (), "a word", "Kept for themes. `post`: the file is a post; `page`: it is not.", "post"),
    Key(
        "title",
        (),
        "a text",
        "The title. Without it: the first level-1 heading as the page shows it, else the file name.",
        '"Open Source AI: A Reality Check"',
    ),
    Key(
        "date",
        ("date.created", "created", *PUBLISHED),
        "YYYY-MM-DD",
        "When the post was published; `published` and `posted` only if their value is a date. Without it: the date in the "
        "file name. The latest of `date` and the other keys for the day of publication decides when the post is due.",
        "2024-11-12 09:30:00 +0100",
    ),
    Key(
        "last_updated",
        (
            "last_modified_at",
            "date.updated",
            "updated",
            "modified",
            "last_modified",
            "lastmod",
            "update_date",
            "updated_date",
            "seo.date_modified",
        ),
        "YYYY-MM-DD",
        "When the text last changed. It is shown if its day differs from that of `date`.",
        "2025-05-05",
    ),
    Key(
        "tags",
        ("tag",),
        "a list of texts",
        "Labels. A text is split at commas, else at blanks; `tag` is never split. Labels of both keys are combined.",
        '["AI", "Open Source"]',
    ),
    Key(
        "categories",
        ("category",),
        "a list of texts",
        "Headings under which posts are filed, read like `tags`.",
        "[journal]",
    ),
    Key(
        "series",
        (),
        "a text or a list of texts",
        "The series that the post is a part of, or several; never split.",
        '"Inside the parser"',
    ),
    Key(
        "author",
        ("authors", "by"),
        "a name",
        "Who wrote the post: a name, a list of names, or maps with `name` and `url`. A text is one person.",
        '"Nils Durner"',
    ),
    Key(
        "description",
        ("summary", "subtitle"),
        "a text",
        "One line for lists, feeds and search engines.",
        '"How it went"',
    ),
    Key(
        "image",
        ("thumbnail", "og_image", "teaser", "feature_img", "header_img"),
        "a path or an http(s) URL",
        "The picture of the post for feeds and previews: a path below the post or below `docs_dir`, a URL, or a map with "
        "`path` (or `src`, `url`, `feature`) and `alt`. A missing file is reported for `image` only.",
        "{path: images/gauge.png, alt: The gauge}",
    ),
    Key(
        "slug",
        (),
        "a word",
        "The name of the post in its URL. Without it: the file name without its date.",
        "reality-check",
    ),
    Key(
        "permalink",
        (),
        "/folder/name/",
        "The URL of this post below the site, with or without placeholders of the option `permalink`.",
        "/2024/reality-check.html",
    ),
    Key(
        "time",
        (),
        "HH:MM",
        "The time of day, where `date` or the file name gives a day only: `15:30`, `3pm`, `15.30`, `1530`, `15h30`, each "
        "with or without a time zone.",
        "09:30",
    ),
    Key(
        "excerpt",
        (),
        "a text",
        "Text for lists instead of the first paragraph, as plain text.",
        '"What happened, in a sentence."',
    ),
    Key(
        "excerpt_separator",
        (),
        "a text",
        "The mark in the body that ends the excerpt. `<!-- more -->` always does.",
        '"<!--end-->"',
    ),
    Key("lang", ("locale",), "a language", "The language of the text, if it differs from that of the site.", "de"),
    Key(
        "translation_key",
        ("translationkey",),
        "a text",
        "The same for a post and its translations, where their paths below the folder of the journal differ.",
        "parser-story",
    ),
    Key(
        "guid",
        (),
        "a URI",
        "The ID of the post in feeds, if it differs from its URL: for posts that moved, so that feed readers do not show "
        "them again.",
        '"https://old.example.org/?p=42"',
    ),
    Key("feed", (), "true or false", "`false`: not in feeds. `{excerpt_only: true}`: only its excerpt.", "false"),
    Key(
        "redirect_from",
        ("aliases",),
        "a list of paths",
        "Old addresses below the site that redirect to the post; without `compat: jekyll` with or without placeholders of "
        "the option `permalink`, such as `/:year/:title/`. Of `aliases` only paths are used.",
        "[/2020/03/05/old-name.html, /old/place/]",
    ),
    Key(
        "redirect_to",
        (),
        "an http(s) address or a path below the site",
        "Where to read the post instead: lists and feeds link there, and its own page redirects there.",
        "https://example.org/elsewhere/",
    ),
    Key(
        "canonical_url",
        ("canonical",),
        "an http(s) address",
        "Where the same text was published first: search engines show that page.",
        "https://example.org/first/",
    ),
    Key(
        "related",
        (),
        "a list of paths, titles or URLs",
        "Posts to name below this one, before those that the option `related` chooses. `false`: none are chosen.",
        "[2024-05-06-how-we-began.md, Inside the parser]",
    ),
    Key(
        "links",
        (),
        "a list of paths or URLs",
        "Pages to read as well, in the form of MkDocs' `nav`: paths below `docs_dir`, with anchors, or URLs, each with or "
        "without a title, or a title with a list.",
        "[guide.md#start, {The standard: https://example.org/}]",
    ),
    Key("pin", ("pinned",), "true or false", "`true`: the post comes first on the landing page.", "true"),
    Key("sitemap", (), "true or false", "`false`: not in the sitemap.", "false"),
    Key(
        "markup",
        (),
        "host or kramdown",
        "What renders the body, if it differs from the option `markup`: `host` (MkDocs) or `kramdown`.",
        "kramdown",
    ),
    Key("draft", (), "true or false", "`true` withholds the post: no output of a build contains it.", "true"),
    Key("published", (), "true or false", "`false` withholds the post. A date is read as `date`.", "false"),
    Key("hidden", ("unlisted",), "true or false", "`true`: the post has its page, but is not in lists or feeds.", "true"),
    Key("journal", (), "true or false", "`false`: the file is an ordinary page, whatever its name or date.", "false"),
)
"""The keys, in the order of the documentation."""

NAMES: Final = {key.name: key for key in KEYS}

NAMES_OF: Final = {spelling: key.name for key in KEYS for spelling in (key.name, *key.aliases)}
"""The name of the key for each spelling."""

JEKYLL: Final = {
    "title": ("title",),
    "date": ("date",),
    "tags": ("tag", "tags"),
    "categories": ("category", "categories"),
    "slug": ("slug",),
    "permalink": ("permalink",),
    "excerpt": ("excerpt",),
}
"""The keys that Jekyll itself reads, with exact spelling and without other names."""


def normalised(name: str) -> str:
    """Return the form in which keys are compared: lower case, `-` as `_`, no blanks around."""
    return name.strip().casefold().replace("-", "_")
