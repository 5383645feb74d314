"""Addresses in raw HTML that are not the value of `href` or `src`: on pages, in feeds, of drafts."""

from __future__ import annotations

import pytest

from tests.conftest import Site, post

NOTATIONS = {
    "cell": '<table><tr><td background="{}">a</td></tr></table>',
    "style": '<p style="background: url(&quot;{}&quot;)">a</p>',
    "plain-style": "<p style='background:url( {} ) top'>a</p>",
    "quoted-style": "<p style=\"background:url('{}')\">a</p>",
    "sheet": "<style>\n.a {{ background: url({}) }}\n</style>",
    "set": '<picture><source srcset="{} 2x"><img src="{}" alt=""></picture>',
    "preload": '<link rel="preload" as="image" imagesrcset="{} 1x">',
    "poster": '<video poster="{}"></video>',
    "object": '<object data="{}"></object>',
    "image": '<svg><image xlink:href="{}"/><image href="{}"/></svg>',
    "use": '<svg><use href="{}#a"/></svg>',
    "form": '<form action="{}"><button formaction="{}">a</button></form>',
    "described": '<p><img src="{}" longdesc="{}" alt=""></p>',
}


def bodies(folder: str) -> str:
    return "\n\n".join(html.replace("{}", f"{folder}{name}.png").format() for name, html in NOTATIONS.items()) + "\n"


def files(folder: str) -> dict[str, str]:
    return {f"{folder}{name}.png": f"picture {folder} {name}" for name in NOTATIONS}


def test_addresses_of_a_moved_post_lead_to_its_files(site: Site) -> None:
    """Relative ones and those from the root; on the page, and in feeds where an attribute has a meaning there."""
    site.config["plugins"] = [{"journal": {"feeds": {"atom": "feed.xml"}}}]
    site.write(
        {
            "docs/journal/2024-01-02-a.md": post("title: A", f"Words.\n\n{bodies('img/')}"),
            "docs/journal/2024-01-03-b.md": post("title: B", f"Words.\n\n{bodies('/journal/img/')}"),
            **files("docs/journal/img/"),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    for name in ("a", "b"):
        page = result.page(f"journal/2024/01/{name}/index.html")
        for notation, html in NOTATIONS.items():
            address = f"../../../img/{notation}.png"
            assert page.count(address) == html.count("{}"), notation
    feed = result.page("journal/feed.xml")
    for notation in ("set", "poster", "object", "described"):
        assert f"https://example.org/docs/journal/img/{notation}.png" in feed
    assert '"img/' not in feed
    assert '"/journal/img' not in feed


@pytest.mark.parametrize("folder", ["img/", "/assets/"])
def test_files_of_a_draft_are_withheld_however_it_names_them(site: Site, folder: str) -> None:
    place = f"docs/journal/{folder}" if folder[0] != "/" else f"docs{folder}"
    site.write(
        {
            "docs/journal/2024-01-02-a.md": post("title: A"),
            "docs/journal/2024-01-03-b.md": post("title: B\ndraft: true", bodies(folder)),
            **files(place),
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert [name for name, data in result.files.items() if data.startswith(b"picture")] == []


def test_links_to_a_draft_in_rare_attributes_are_reported(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-01-03-b.md": post("title: B\ndraft: true"),
            "docs/journal/2024-01-02-a.md": post(
                "title: A",
                '<form><button formaction="2024-01-03-b.md">a</button></form>\n\n'
                "<svg><use xlink:href='/docs/journal/2024/01/b/'/></svg>\n\n"
                '<table><tr><td background="../b/index.html">a</td></tr></table>\n',
            ),
        }
    )

    result = site.build()

    assert len([line for line in result.ours if "J508" in line]) == 3, result.log
    page = result.page("journal/2024/01/a/index.html")
    assert "01-03-b" not in page
    assert "/b/" not in page
