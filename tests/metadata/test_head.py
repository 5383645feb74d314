"""Links in the head of a finished page."""

from __future__ import annotations

from mkdocs_journal.metadata.head import HeadLink, with_head

FEED = HeadLink("alternate", "../feed.xml", "application/atom+xml", 'A & "B"')
ELEMENT = '<link rel="alternate" type="application/atom+xml" title="A &amp; &quot;B&quot;" href="../feed.xml">'


def test_a_link_stands_before_the_end_of_the_head() -> None:
    assert with_head("<html><head>\n  </HEAD><body>", [FEED]) == f"<html><head>\n{ELEMENT}\n  </HEAD><body>"


def test_a_link_that_the_theme_has_written_is_not_written_again() -> None:
    page = '<head><link href="../feed.xml" rel="alternate"></head><a href="style.css">'

    assert with_head(page, [FEED]) == page
    assert '<link rel="stylesheet" href="style.css">\n</head>' in with_head(page, [HeadLink("stylesheet", "style.css")])


def test_a_page_without_a_head_stays_as_it_is() -> None:
    assert with_head("<p>redirect</p>", [FEED]) == "<p>redirect</p>"
