"""Links to withheld posts, in whatever form and element; keys and entries of the nav that lead to one."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post

LINKS = (
    "/journal/2024/01/hushslug/",
    "/journal/2024/01/hushslug",
    "/journal/2024/01/hushslug/index.html",
    "/docs/journal/2024/01/hushslug/index.html#part",
    "/journal/2024-01-02-hushslug.md",
    "/journal/2024-01-02-hushslug",
    "../hushslug",
    "../hushslug/index.html",
    "2024-01-02-hushslug",
    "/old/hushslug.html",
    "/old/h%75shslug",
)
WHOLE = (
    "https://example.org/docs/journal/2024/01/hushslug/",
    "https://EXAMPLE.org/docs/journal/2024/01/hushslug",
    "http://example.org/docs/2024/01/02/hushslug.html",
)
"""Whole addresses on a page are what its author says; as values of keys they are links of the site."""
HIDDEN = post("title: Hush\ndraft: true\nredirect_from: /old/hushslug.html")


def published(site: Site, body: str) -> str:
    """Build a site with a draft and a post that holds `body`; return the part of the post's page that is its body."""
    site.write(
        {"docs/journal/2024-01-02-hushslug.md": HIDDEN, "docs/journal/2024-01-03-open.md": post("title: Open", body)}
    )
    result = site.build()
    assert result.returncode == 0, result.log
    reported = [line for line in result.ours if "(J508)" in line]
    assert reported, result.log
    assert all(line.startswith("docs/journal/2024-01-03-open.md:") for line in reported)
    for name, data in result.files.items():
        assert b"hushslug" not in data, name
    page = result.page("journal/2024/01/open/index.html")
    return page.partition('<div class="e-content">')[2].partition("</div>")[0]


@pytest.mark.parametrize(
    "form", ["[words]({})", '<p><a href="{}">words</a></p>', "<p><A HREF={}>words</A></p>", "[words]: {}\n\n[words]"]
)
def test_links_in_every_spelling_become_words(site: Site, form: str) -> None:
    body = "\n\n".join(form.format(link).replace("words", f"words{number}") for number, link in enumerate(LINKS))

    page = published(site, body)

    for number in range(len(LINKS)):
        assert f"<span>words{number}</span>" in page


def test_links_of_other_elements_lose_their_address(site: Site) -> None:
    link = "/journal/2024/01/hushslug/"
    elements = [
        f'<map name="m"><area shape="rect" coords="1,2,3,4" alt="x" href="{link}"></map>',
        f'<iframe title="preview" src="{link}index.html"></iframe>',
        f'<form method="get" action="{link}"><button formaction="{link}?x=1">go</button></form>',
        f'<link rel="prefetch" href="{link}">',
        f'<object type="text/html" data="{link}"></object>',
        f'<blockquote cite="{link}">said</blockquote>',
        f'<embed src="{link}"/>',
        f'<meta http-equiv="refresh" content="5; URL=\'{link}\'">',
    ]

    page = published(site, "\n\n".join(elements))

    assert '<area shape="rect" coords="1,2,3,4" alt="x">' in page
    assert '<iframe title="preview"></iframe>' in page
    assert '<form method="get"><button>go</button></form>' in page
    assert '<link rel="prefetch">' in page
    assert "<embed />" in page
    assert "<blockquote>said</blockquote>" in page


def test_a_key_that_leads_to_a_withheld_post_is_ignored(site: Site) -> None:
    """Its address is in no page, list, feed, export or file of redirects."""
    site.config["plugins"] = ["search", {"journal": {"redirects": ["_redirects", "redirects.json"], "export": "p.json"}}]
    keys = [("redirect_to", link) for link in (*LINKS, *WHOLE)]
    keys += [(key, link) for link in WHOLE for key in ("canonical_url", "canonical")]
    site.write({"docs/journal/2024-01-02-hushslug.md": HIDDEN, "docs/journal/2024-01-07-other.md": post("title: Other")})
    for number, (key, link) in enumerate(keys):
        front = f"title: Moved {number}\n{key}: {link}\nredirect_from: /was/{number}.html"
        site.write({f"docs/journal/2024-01-06-moved{number}.md": post(front)})

    result = site.build()

    assert result.returncode == 0, result.log
    for number, (key, link) in enumerate(keys):
        name = key if key == "redirect_to" else "canonical_url"
        reported = f"docs/journal/2024-01-06-moved{number}.md:3:{len(key) + 3}: {name}: '{link}' "
        assert [line for line in result.ours if line.startswith(reported)], (reported, result.log)
        assert "Text of the post." in result.page(f"journal/2024/01/moved{number}/index.html")
    assert sum("(J510)" in line for line in result.ours) >= len(keys) - 2
    for name, data in result.files.items():
        assert b"hushslug" not in data, name


@pytest.mark.parametrize("form", ["[words](%s)", "[words][1]\n\n[1]: %s", '<p><a href="%s">words</a></p>'])
def test_an_address_that_a_value_completes_is_a_link_of_the_site(site: Site, form: str) -> None:
    """`{{ site.url }}` of Liquid, or what a hook puts before a path; only an address that is written whole stays."""
    journal = {"folder": "journal", "compat": "jekyll", "jekyll": "_config.yml", "permalink": "date"}
    site.config.update(plugins=["search", {"journal": journal}], hooks=["hook.py"])
    hook = "def on_page_markdown(text, config, **_):\n    return text.replace('SITE/', config.site_url)\n"
    site.write({"_config.yml": "url: https://example.org\nbaseurl: /docs\n", "hook.py": hook})
    parts = ("{{ site.url }}{{ site.baseurl }}/", "{{site.url}}/docs/", "{{ '/2024/01/02/hushslug.html' | absolute_url }}")
    made = [form % (f"{part}2024/01/02/hushslug.html" if "|" not in part else part) for part in parts]
    site.write(
        {
            "docs/journal/2024-01-02-hushslug.md": HIDDEN,
            **{f"docs/journal/2024-01-0{n}-open.md": post(f"title: {n}", text) for n, text in enumerate(made, 3)},
            "docs/page.md": form % "SITE/2024/01/02/hushslug.html",
            "docs/whole.md": "[as written](https://example.org/docs/2024/01/02/hushslug.html)\n",
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert sum("(J508)" in line for line in result.ours) == 4, result.log
    assert [name for name, data in result.files.items() if b"hushslug.html" in data] == ["whole/index.html"]


@pytest.mark.parametrize("root", ["my%20d%C3%B6cs", "my döcs"])
def test_the_path_of_the_site_may_be_percent_encoded(site: Site, root: str) -> None:
    """In its address and in a link, each for itself."""
    site.config["site_url"] = f"https://example.org/{root}/"
    site.config["nav"] = [{"Home": "index.md"}, {"Draft": "https://example.org/my%20d%C3%B6cs/journal/2024/01/hushslug/"}]
    links = [f"{start}/journal/2024/01/hushslug/" for start in ("/my%20d%C3%B6cs", "/my%20döcs", "/my d%C3%B6cs")]
    texts = "".join(f"[x](<{link}>) <iframe src='{link}'></iframe>\n\n" for link in links)
    site.write({"docs/journal/2024-01-02-hushslug.md": HIDDEN, "docs/journal/2024-01-07-other.md": post("title: O", texts)})
    for number, link in enumerate(links):
        front = f"title: Moved {number}\nredirect_to: https://example.org{link}\ncanonical_url: https://example.org{link}"
        site.write({f"docs/journal/2024-01-06-moved{number}.md": post(front)})

    result = site.build()

    assert result.returncode == 0, result.log
    for name, data in result.files.items():
        assert b"hushslug" not in data, name


def test_a_key_that_leads_to_what_is_published_counts(site: Site) -> None:
    """A page at the address that a draft had once, and another site's page of the same path."""
    site.write(
        {
            "docs/journal/2024-01-02-hush.md": HIDDEN,
            "docs/old/hushslug.md": "# Here now\n",
            "docs/journal/2024-01-06-moved.md": post("title: Moved\nredirect_to: /old/hushslug/"),
            "docs/journal/2024-01-07-away.md": post("title: Away\nredirect_to: https://example.com/journal/2024/01/hush/"),
            "docs/journal/2024-01-08-link.md": post("title: Link", "[x](/old/hushslug/) [y](mailto:hush@example.org)\n"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "https://example.com/journal/2024/01/hush/" in result.page("journal/2024/01/away/index.html")
    assert "old/hushslug/" in result.page("journal/2024/01/moved/index.html")


def test_a_nav_does_not_lead_to_a_withheld_post_by_address(site: Site) -> None:
    site.config["nav"] = [
        {"Home": "index.md"},
        {"More": [{"Hush": "/journal/2024/01/hushslug/"}, {"Whole": "https://example.org/docs/journal/2024/01/hushslug/"}]},
        {"Away": "https://example.com/"},
    ]
    site.write({"docs/journal/2024-01-02-hushslug.md": HIDDEN})

    result = site.build()

    assert result.returncode == 0, result.log
    page = result.page("index.html")
    assert "hushslug" not in page
    assert "More" not in page
    assert "https://example.com/" in page
