"""Which pages are translations of each other, and where each language is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.journal import read_journal
from mkdocs_journal.metadata.alternates import language_links
from mkdocs_journal.metadata.head import with_head
from mkdocs_journal.metadata.head_elements import link
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.options.localised import localised
from mkdocs_journal.options.reading import read_site_options
from mkdocs_journal.posts.translation_keys import needless
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.plan import Surroundings, plan_outputs
from mkdocs_journal.publishing.planned_files import planned_edition
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.publishing.translations import Translations, Version, versions
from mkdocs_journal.text.tokens import attributes

NOW = datetime(2024, 11, 12, tzinfo=UTC)
SITE = SiteInfo(name="S", url="https://example.org/")


def published(files: Mapping[str, str], options: SiteOptions, untranslated: tuple[str, ...] = ()) -> Publication:
    """Return the posts among files, each in the journal in whose folder it is."""
    plans = []
    outputs = {
        PurePosixPath(name): OutputFile(source=name, url=f"{name[:-3]}/", destination=f"{name[:-3]}/index.html")
        for name in files
    }
    for own in options.journals:
        sources = [
            Source(
                path=PurePosixPath(name),
                shown=name,
                data=f"---\n{front}\n---\n".encode(),
                language="en" if name in untranslated else "",
            )
            for name, front in files.items()
            if name.startswith(f"{own.folder}/") or own.posts
        ]
        journal = read_journal(sources, own, now=NOW)
        shown = frozenset(map(PurePosixPath, untranslated))
        plans.append(OutputPlan(options=own, journal=journal, candidates=outputs, untranslated=shown))
    found, together, routes = plan_outputs(plans, options, Surroundings(), SITE)
    combined = planned_edition(together, SITE) if together else None
    return Publication(tuple(planned_edition(plan, SITE) for plan in found), combined, routes)


def of(raw: Mapping[str, object]) -> SiteOptions:
    return read_site_options(raw)


def test_the_folder_of_a_language_is_before_every_address() -> None:
    """But of one that names it already; the language of the option `locale` is kept if it is the same."""
    raw = {
        "permalink": "/news/:title/",
        "locale": "de-AT",
        "feeds": {"atom": "/all.xml", "also": {"de/old.xml": "rss"}},
        "export": "posts.json",
        "combined": "all",
        "journals": {"a": {}, "b": {"folder": "."}},
    }
    german, english = localised(of(raw), "de", "de/"), localised(of(raw), "en_GB", "")

    assert [one.locale for one in (*german.journals, german.combined) if one] == ["de-AT"] * 3
    assert [one.locale for one in english.journals] == ["en_GB"] * 2
    files = {"a/2024-01-01-x.md": "redirect_from: [/old/, /de/other/]", "a/2024-01-02-y.md": "permalink: /y.html"}
    plan = published(files, german).editions[0].plan
    assert [address.url for address in plan.addresses.values() if address] == ["de/y.html", "de/news/x/"]
    assert [redirect.address.url for redirect in plan.redirects] == ["de/old/", "de/other/"]
    assert [file for feed in plan.feeds for file in feed.files] == [
        "de/all.xml", "de/a/rss.xml", "de/a/de/old.xml", "de/a/feed.json",
    ]  # fmt: skip
    assert german.journals[0].export_file == "de/a/posts.json"
    assert english.journals[1].export_file == "posts.json"
    assert {file.url for file, _ in published(files, german).editions[0].archive_files.values()} >= {
        "de/a/",
        "de/a/2024/01/",
    }


def test_one_of_several_languages_without_a_list_of_all() -> None:
    assert localised(SiteOptions(), "de", "de/").combined is None


def test_translations_by_path() -> None:
    """The same path below the folder of the journal, lists as well; the links name each language once."""
    options = of({"journals": {"en/news": {"locale": "en"}, "de/news": {"locale": "de"}}})
    files = {"en/news/2024-01-01-x.md": "tags: [a]", "de/news/2024-01-01-x.md": "tags: [b]", "de/news/2024-01-02-y.md": ""}
    found = Translations(published(files, options))

    english, german = Version("en", "en/news/2024/01/x/"), Version("de", "de/news/2024/01/x/")
    assert found.of("en/news/2024-01-01-x.md") == found.of("de/news/2024-01-01-x.md") == (german, english)
    assert found.of("de/news/2024-01-02-y.md") == found.of("about.md") == found.of("en/news/tags/a.md") == ()
    assert [one.url for one in found.of("de/news/tags/index.md")] == ["de/news/tags/", "en/news/tags/"]
    assert found.in_language("en/news/2024-01-01-x.md", "de-CH") == german
    assert found.in_language("en/news/2024-01-01-x.md", "fr") is None
    assert found.in_language("about.md", "de") is None
    page = "<head></head>"
    links = list(language_links(found, "en/news/2024-01-01-x.md", english.url, ""))
    assert with_head(page, links) == (
        '<head><link rel="alternate" hreflang="de" href="../../../../../de/news/2024/01/x/">\n'
        '<link rel="alternate" hreflang="en" href="./">\n</head>'
    )
    links = list(language_links(found, "en/news/2024-01-01-x.md", english.url, SITE.url))
    absolute = [attributes(one.html)["href"] for one in links]
    assert absolute == [SITE.url + german.url, SITE.url + english.url]


def test_a_language_that_the_theme_has_named_is_not_named_again() -> None:
    page = '<head><link rel="alternate" hreflang="DE" href="/"><link rel="stylesheet" hreflang="en" href="/"></head>'

    head = with_head(page, [link("alternate", "./a/", language="de"), link("alternate", "./b/", language="en")])

    assert head.count("hreflang") == 3
    assert './b/"' in head


def test_posts_outside_of_the_folder_lie_in_one_of_their_language() -> None:
    globs = {code: {"locale": code, "posts": [f"{code}/*.md"], "folder": f"list-{code}"} for code in ("en", "de")}
    options = of({"journals": globs})
    english = published({"en/2024-01-01-x.md": ""}, SiteOptions(journals=options.journals[:1]))
    german = published({"de/2024-01-01-x.md": ""}, SiteOptions(journals=options.journals[1:]))

    found = Translations(english, versions(german))

    assert [one.language for one in found.of("en/2024-01-01-x.md")] == ["de", "en"]


def test_a_post_without_a_translation_is_shown_and_is_none() -> None:
    """It is where the language switch leads, and search engines are not sent there."""
    site = SiteOptions()
    files = {"journal/2024-01-01-x.md": "", "journal/2024-01-02-y.md": ""}
    english = published(files, localised(site, "en", ""))
    german = published(files, localised(site, "de", "de/"), untranslated=("journal/2024-01-02-y.md",))
    french = published({"journal/2024-01-02-y.md": ""}, localised(site, "fr", "fr/"))

    others = (*versions(english), *versions(french))
    found = Translations(german, others)

    assert [one.language for one in found.of("journal/2024-01-01-x.md")] == ["de", "en"]
    assert found.of("journal/2024-01-02-y.md") == ()
    assert [one.language for one in Translations(english, versions(french)).of("journal/2024-01-02-y.md")] == ["en", "fr"]
    assert found.in_language("journal/2024-01-02-y.md", "en") == Version("en", "journal/2024/01/y/")
    assert Translations(english, versions(german)).in_language("journal/2024-01-02-y.md", "de") == Version(
        "de", "de/journal/2024/01/y/", translated=False
    )
    assert [found.is_translation("journal/2024-01-01-x.md", one) for one in ("de-AT", "en", "fr")] == [True, True, False]
    assert [found.is_translation("journal/2024-01-02-y.md", one) for one in ("de", "en", "fr")] == [False] * 3
    assert [post.lang for post in german.editions[0].journal.posts] == ["en", ""]


def test_the_list_of_all_journals_is_in_each_language() -> None:
    options = of({"journals": {"a": {}, "b": {}}, "combined": "all"})
    files = {"a/2024-01-01-x.md": ""}
    english, german = (published(files, localised(options, *one)) for one in (("en", ""), ("de", "de/")))

    found = Translations(english, versions(german))

    assert [one.url for one in found.of("all/index.md")] == ["de/all/", "all/"]
    assert [one.url for one in found.of("a/index.md")] == ["de/a/", "a/"]


@pytest.mark.parametrize(("language", "tag"), [("pt_BR", "pt-BR"), ("xx", "en"), ("", "en")])
def test_the_language_of_a_journal_as_a_tag(language: str, tag: str) -> None:
    options = SiteOptions(journals=(Options(locale=language),))

    assert published({}, options).editions[0].language == tag


def test_a_post_in_its_own_language_is_a_translation_by_its_key() -> None:
    """And one of the same key that is shown for want of a translation is not needed."""
    files = {
        "journal/2024-01-01-bread.md": "translation_key: b",
        "journal/2024-02-02-brot.md": "translationKey: b\nlang: de",
        "journal/2024-03-03-salt.md": "translation_key: s",
    }
    edition = published(files, SiteOptions()).editions[0]
    found = Translations(Publication((edition,), None, published({}, SiteOptions()).routes))

    assert found
    assert not Translations(published({"journal/2024-01-01-x.md": ""}, SiteOptions()))
    assert [one.language for one in found.of("journal/2024-01-01-bread.md")] == ["de", "en"]
    shown = [PurePosixPath(name) for name in files if "brot" not in name]
    assert needless(edition.journal, shown) == (PurePosixPath("journal/2024-01-01-bread.md"),)
    assert needless(edition.journal, ()) == ()


def test_two_posts_of_one_language_with_one_key_are_reported() -> None:
    """Drafts, and posts in another language, may have it."""
    fronts = ["translation_key: b", "translation_key: b", "translation_key: b\ndraft: true", "translation_key: b\nlang: de"]
    sources = [
        Source(path=PurePosixPath(f"journal/2024-01-0{day}-x.md"), shown=f"{day}.md", data=f"---\n{front}\n---\n".encode())
        for day, front in enumerate(fronts, 1)
    ]

    journal = read_journal(sources, Options(), now=NOW)

    assert [str(problem) for problem in journal.problems] == [
        (
            "2.md:2:18: translation_key: 'b' is also the key of 1.md in the same language, which is linked as the "
            "translation; write another key (J850)"
        )
    ]


def test_a_post_that_is_read_elsewhere_is_no_translation() -> None:
    """One that stays where its file is can be one."""
    options = of({"permalink": "file", "journals": {"en": {"locale": "en"}, "de": {"locale": "de"}}})
    fronts = {"x": "", "y": "redirect_to: https://example.com/", "z": "canonical_url: https://example.com/"}
    files = {f"{code}/2024-01-01-{name}.md": front for name, front in fronts.items() for code in ("en", "de")}

    found = Translations(published(files, options))

    assert [one.url for one in found.of("en/2024-01-01-x.md")] == ["de/2024-01-01-x/", "en/2024-01-01-x/"]
    assert found.of("en/2024-01-01-y.md") == found.of("en/2024-01-01-z.md") == ()
