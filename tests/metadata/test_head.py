"""Links in the head of a finished page."""

from __future__ import annotations

from mkdocs_journal.metadata.head import with_head, without_languages
from mkdocs_journal.metadata.head_elements import link

FEED = link("alternate", "../feed.xml", "application/atom+xml", 'A & "B"')
ELEMENT = '<link rel="alternate" type="application/atom+xml" title="A &amp; &quot;B&quot;" href="../feed.xml">'


def test_a_link_stands_before_the_end_of_the_head() -> None:
    assert with_head("<html><head>\n  </HEAD><body>", [FEED]) == f"<html><head>\n{ELEMENT}\n  </HEAD><body>"


def test_a_link_that_the_theme_has_written_is_not_written_again() -> None:
    page = '<head><link href="../feed.xml" rel="alternate"></head><a href="style.css">'

    assert with_head(page, [FEED]) == page
    assert '<link rel="stylesheet" href="style.css">\n</head>' in with_head(page, [link("stylesheet", "style.css")])


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_head("<p>redirect</p>", [FEED]) == "<p>redirect</p>"


def test_a_minified_page_has_no_end_of_its_head() -> None:
    page = "<!doctype html><html lang=en><meta charset=utf-8><title>A</title><noscript><img src=a></noscript><main>B</main>"

    assert with_head(page, [link("alternate", "feed.xml")]) == page.replace(
        "<main>", '<link rel="alternate" href="feed.xml">\n<main>'
    )


def test_a_fragment_has_no_head() -> None:
    assert with_head("<title>A</title><p>B</p>", [link("alternate", "feed.xml")]) == "<title>A</title><p>B</p>"
    assert with_head("<html><title>A</title>", [link("alternate", "feed.xml")]) == "<html><title>A</title>"


def test_a_head_names_no_language_that_has_no_translation() -> None:
    """Links of feeds and of other languages stay, and so does the language switch of the body."""
    written = '<link rel="alternate" href="/de/" hreflang="de">'
    page = '<head><link rel=alternate href=./ hreflang=en>{}<link rel="alternate" hreflang="fr"></head><a hreflang="de">'

    assert without_languages(page.format(written), {"de", "ar"}) == page.format("")
    assert without_languages(page.format(written.upper()), {"de"}) == page.format(written.upper())
    assert without_languages(page.format(written.replace('"de"', '"de-AT"')), {"de-at"}) == page.format("")
    assert without_languages(page.format(FEED), {"de", ""}) == page.format(FEED)
    assert without_languages(f"<p>{written}</p>", {"de"}) == f"<p>{written}</p>"
