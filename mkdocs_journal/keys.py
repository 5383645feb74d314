"""Every front matter key that the journal reads, described once.

Keys are compared in any case, with `-` and `_` alike. Every other key is kept for themes and neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Key:
    """One front matter key."""

    name: str
    aliases: tuple[str, ...]
    """Other names, in the order in which they are looked up behind `name`; a dot stands for nesting."""
    form: str
    """What to write, for messages."""
    description: str
    """For the documentation, one or two sentences."""
    example: str
    """A value worth showing, as written in YAML."""


KEYS: Final = (
    Key("layout", (), "a word", "Kept for themes. `post` says that a file is a post, `page` that it is none.", "post"),
    Key(
        "title",
        (),
        "a text",
        "The title. Without it: the first level-1 heading, else the file name.",
        '"Open Source AI: A Reality Check"',
    ),
    Key(
        "date",
        ("date.created", "created", "published", "published_at", "published_on"),
        "YYYY-MM-DD",
        "When the post was published; `published` only if its value is a date. Without it: the date in the file name.",
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
        "When the text last changed. It is shown if its day is another than the date's.",
        "2025-05-05",
    ),
    Key(
        "tags",
        ("tag",),
        "a list of texts",
        "Labels. A text is split at commas, else at blanks; `tag` is never split. Both keys together are united.",
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
        "The time of day, where `date` has none.",
        "09:30",
    ),
    Key(
        "excerpt",
        (),
        "a text",
        "What lists show in the place of the first paragraph, as plain text.",
        '"What happened, in a sentence."',
    ),
    Key(
        "excerpt_separator",
        (),
        "a text",
        "The mark in the body above which everything is the excerpt. `<!-- more -->` is one without being named.",
        '"<!--end-->"',
    ),
    Key("draft", (), "true or false", "`true` withholds the post: no output of a build holds it.", "true"),
    Key("published", (), "true or false", "`false` withholds the post. A date is read as `date`.", "false"),
    Key("hidden", ("unlisted",), "true or false", "`true`: the post has its page and is in no list or feed.", "true"),
    Key("journal", (), "true or false", "`false`: the file is an ordinary page, whatever its name or date.", "false"),
)
"""The keys, in the order of the documentation."""

NAMES: Final = {key.name: key for key in KEYS}

JEKYLL: Final = {
    "title": ("title",),
    "date": ("date",),
    "tags": ("tag", "tags"),
    "categories": ("category", "categories"),
    "slug": ("slug",),
    "permalink": ("permalink",),
    "published": ("published",),
    "excerpt": ("excerpt",),
}
"""The keys that Jekyll itself reads: spelled exactly so, without other names."""

THEIRS: Final = frozenset(
    {
        "abstract", "alt", "audio", "backlinks", "badge", "banner", "boost", "canonical", "canonical_url", "card", "comment",
        "comments", "cover", "css", "data", "dates", "download", "edit", "edit_url", "extra", "footer", "for", "group", "guid",
        "header", "hero", "hide", "hides", "icon", "id", "image", "images", "js", "key", "kind", "lang", "language", "license",
        "link", "links", "list", "listed", "locale", "math", "menu", "meta", "mode", "name", "nav", "next", "noindex", "og_image",
        "order", "page", "pages", "parent", "part", "path", "pin", "pinned", "post", "posts", "prev", "print", "publisher", "rating",
        "readtime", "ref", "render_macros", "redirect", "redirect_from", "redirect_to", "related", "revision_date", "robots",
        "rss", "search", "section", "seo", "series", "share", "show_date", "sidebar", "site", "sitemap", "size", "social",
        "sort", "source", "stage", "state", "status", "style", "styles", "sub", "subtitles", "tab", "tables", "target", "template", "text",
        "theme", "thumbnail", "times", "titles", "toc", "todo", "type", "uid", "updates", "uri", "url", "user", "value", "version",
        "video", "view", "weight", "width",
    }
)  # fmt: skip
"""Keys of themes and neighbours, and plain words: never taken for a misspelt one of ours."""


@cache
def near_miss(name: str) -> str:
    """Return the key of ours that an unknown one is probably meant to be, or empty.

    One letter too many, too few, another or exchanged with its neighbour; two from eight letters on.

    Args:
        name: The key, normalised.
    """
    if name in THEIRS or name in _OURS or len(name) < _SHORTEST - 1:
        return ""
    near = [(distance(name, other), other) for other in _OURS if abs(len(name) - len(other)) <= 2]
    near = [(steps, other) for steps, other in near if steps <= (2 if len(other) >= 8 else 1)]
    return min(near)[1] if near else ""


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, changed or exchanged with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            steps = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                steps = min(steps, rows[-2][j - 2] + 1)
            row.append(steps)
        rows.append(row)
    return rows[-1][-1]


_SHORTEST: Final = 4
_OURS: Final = tuple(
    dict.fromkeys(name for key in KEYS for name in (key.name, *key.aliases) if "." not in name and len(name) >= _SHORTEST)
)


def normalised(name: str) -> str:
    """Return the form in which keys are compared: lower case, `-` as `_`, no blanks around."""
    return name.strip().casefold().replace("-", "_")
