"""What is public. A change here needs a deprecation first."""

from __future__ import annotations

from importlib.metadata import entry_points

import mkdocs_journal
from mkdocs_journal.front_matter.keys import KEYS
from mkdocs_journal.options.journal_values import PLACEHOLDERS, STYLES
from mkdocs_journal.options.table import OPTIONS
from mkdocs_journal.problems.kinds import KINDS
from mkdocs_journal.publishing.assets import FEED_STYLESHEET, FOLDER, STYLESHEET


def test_names_of_the_package() -> None:
    assert mkdocs_journal.__all__ == [
        "Author", "Entry", "FeedOptions", "Image", "Journal", "OptionError", "Options", "Person", "Place",
        "Post", "PostImage", "Problem",
        "ProfileLink", "Severity", "Source", "State", "Taxonomy", "Term", "Update", "WrittenLink",
        "read_journal", "read_options",
    ]  # fmt: skip
    assert all(hasattr(mkdocs_journal, name) for name in mkdocs_journal.__all__)


def test_name_of_the_plugin() -> None:
    (entry,) = [entry for entry in entry_points(group="mkdocs.plugins") if entry.name == "journal"]
    assert entry.value == "mkdocs_journal.plugin:JournalPlugin"


def test_options() -> None:
    assert [(option.name, option.default) for option in OPTIONS] == [
        ("folder", "journal"),
        ("title", "null"),
        ("posts", "[]"),
        ("permalink", "/:folder/:year/:month/:title/"),
        ("slug_mode", "pretty"),
        ("slug_from", "name"),
        ("timezone", "null"),
        ("locale", "null"),
        ("compat", "none"),
        ("markup", "host"),
        ("liquid", "report"),
        ("defaults", "[]"),
        ("authors", ".authors.yml"),
        ("tags", "tags.yml"),
        ("per_page", "10"),
        ("pager", "page/:num/"),
        ("last_updated", "[front_matter]"),
        ("show_emails", "false"),
        ("social_image", "null"),
        ("export", "false"),
        ("on_error", "stop"),
        ("lists", "{}"),
        ("reading_time", "true"),
        ("author_box", "false"),
        ("related", "0"),
        ("backlinks", "false"),
        ("sidebar", "false"),
        ("nav", "[]"),
        ("search_boost", "null"),
        ("labels", "{}"),
        ("archives.tags", "[]"),
        ("archives.categories", "[]"),
        ("archives.authors", "[]"),
        ("archives.series", "[]"),
        ("archives.year", "[]"),
        ("archives.month", "[]"),
        ("archives.day", "[]"),
        ("archives.per_page", "100"),
        ("archives.slug_mode", "null"),
        ("feeds.atom", "feed.xml"),
        ("feeds.rss", "rss.xml"),
        ("feeds.json", "feed.json"),
        ("feeds.terms", "[atom]"),
        ("feeds.term_paths", "{}"),
        ("feeds.also", "{}"),
        ("feeds.limit", "20"),
        ("feeds.content", "full"),
        ("feeds.max_bytes", "5000000"),
        ("feeds.ids", "null"),
        ("feeds.id_base", "null"),
        ("feeds.announce", "true"),
        ("feeds.email", "false"),
        ("feeds.archive", "false"),
        ("feeds.hub", "null"),
        ("feeds.updates", "false"),
        ("feeds.icon", "null"),
        ("feeds.logo", "null"),
        ("jekyll", "null"),
        ("page_stamps", "false"),
        ("ignore_revs", ".git-blame-ignore-revs"),
        ("ignore_commits", "null"),
        ("journals", "{}"),
        ("combined", "null"),
        ("redirects", "[]"),
        ("schedule", "null"),
        ("serve_cache", "true"),
        ("audit", "error"),
    ]
    assert sorted(STYLES) == ["date", "none", "ordinal", "pretty", "weekdate"]
    assert " ".join(PLACEHOLDERS) == (
        "categories collection day folder hour i_day i_month long_day long_month minute month name output_ext path second "
        "short_day short_month short_year slug slugified_categories title w_day w_year week y_day year"
    )


def test_front_matter_keys() -> None:
    assert {key.name: key.aliases for key in KEYS} == {
        "layout": (),
        "title": (),
        "date": (
            "date.created", "created", "published", "published_at", "published_on",
            "publishdate", "pubdate", "publish_date", "publishedat", "publishedon", "published_date", "publisheddate",
            "datepublished", "date_published", "pub_date", "pubdatetime", "pub_datetime",
            "posted", "posted_at", "postedat", "posted_on", "postedon", "postdate", "post_date",
        ),
        "last_updated": (
            "last_modified_at", "date.updated", "updated", "modified", "last_modified", "lastmod", "update_date",
            "updated_date", "seo.date_modified",
        ),
        "tags": ("tag",),
        "categories": ("category",),
        "author": ("authors", "by"),
        "description": ("summary", "subtitle"),
        "series": (),
        "image": ("thumbnail", "og_image", "teaser", "feature_img", "header_img"),
        "slug": (),
        "permalink": (),
        "time": (),
        "excerpt": (),
        "excerpt_separator": (),
        "lang": ("locale",),
        "guid": (),
        "feed": (),
        "redirect_from": ("aliases",),
        "redirect_to": (),
        "canonical_url": ("canonical",),
        "translation_key": ("translationkey",),
        "related": (),
        "links": (),
        "pin": ("pinned",),
        "sitemap": (),
        "markup": (),
        "draft": (),
        "published": (),
        "hidden": ("unlisted",),
        "journal": (),
    }  # fmt: skip


def test_problem_codes() -> None:
    assert {code: kind.severity.value for code, kind in KINDS.items()} == {
        "J101": "error", "J102": "error", "J103": "error", "J104": "error", "J105": "error", "J106": "error",
        "J107": "error", "J108": "error", "J109": "error", "J110": "error", "J111": "warning", "J112": "error",
        "J120": "warning", "J121": "warning", "J122": "info", "J123": "info", "J124": "info",
        "J130": "warning", "J920": "warning", "J921": "warning",
        "J201": "warning", "J202": "warning", "J203": "warning", "J204": "error", "J205": "warning",
            "J210": "info",
        "J301": "error", "J302": "error", "J303": "warning", "J304": "warning", "J305": "warning", "J306": "warning",
        "J307": "warning", "J308": "hint", "J309": "warning", "J320": "warning",
            "J321": "hint",
        "J401": "warning", "J402": "error", "J403": "warning",
            "J404": "warning", "J405": "warning", "J406": "hint", "J407": "hint", "J408": "warning",
            "J409": "info",
        "J501": "error", "J502": "error", "J503": "error", "J504": "error", "J505": "warning",
            "J530": "error", "J531": "error", "J532": "info", "J533": "info", "J534": "warning", "J535": "info",
        "J506": "warning", "J507": "warning", "J508": "warning", "J510": "warning", "J515": "warning",
            "J516": "warning",
            "J601": "warning", "J602": "warning",
            "J603": "warning", "J604": "warning", "J620": "warning", "J640": "warning",
        "J701": "warning", "J702": "error", "J703": "warning", "J704": "info", "J705": "warning", "J706": "warning",
        "J801": "configuration", "J803": "configuration", "J804": "warning", "J805": "info", "J806": "warning",
            "J807": "info", "J811": "info", "J812": "info", "J830": "warning", "J831": "configuration", "J850": "warning",
            "J880": "warning", "J881": "warning", "J882": "error",
            "J883": "warning", "J884": "warning", "J885": "warning", "J886": "warning",
            "J887": "warning", "J888": "warning",
            "J890": "info", "J891": "info",
            "J889": "warning", "J892": "warning", "J893": "warning", "J894": "warning",
            "J940": "configuration", "J941": "configuration", "J942": "warning",
            "J860": "info", "J861": "configuration", "J862": "configuration", "J863": "configuration",
            "J864": "info", "J865": "configuration",
            "J901": "configuration", "J902": "error",
            "J910": "error", "J911": "error",
    }  # fmt: skip


def test_templates_and_the_stylesheet() -> None:
    assert sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()) == [
        FEED_STYLESHEET,
        STYLESHEET,
        "journal/archive.html",
        "journal/back.html",
        "journal/backlinks.html",
        "journal/badges.html",
        "journal/byline.html",
        "journal/card.html",
        "journal/counts.html",
        "journal/cover.html",
        "journal/entry-head.html",
        "journal/entry.html",
        "journal/frame.html",
        "journal/icon.html",
        "journal/index.html",
        "journal/links.html",
        "journal/list-block.html",
        "journal/list-cards.html",
        "journal/list-compact.html",
        "journal/list-excerpts.html",
        "journal/material.html",
        "journal/page-stamp.html",
        "journal/pager.html",
        "journal/post-end.html",
        "journal/post-footer.html",
        "journal/post-header.html",
        "journal/problem.html",
        "journal/profile.html",
        "journal/redirect.html",
        "journal/related.html",
        "journal/row.html",
        "journal/series-box.html",
        "journal/shell.html",
        "journal/sidebar.html",
        "journal/subscribe.html",
        "journal/terms.html",
    ]
