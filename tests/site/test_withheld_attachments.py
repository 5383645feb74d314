"""Attachments of withheld posts, wherever they lie and however the post names them."""

from __future__ import annotations

from tests.conftest import Result, Site, post

SHOWN = "docs/journal/2024-05-06-shown.md"
PAGES = (".html", ".xml", ".json", "journal.css", "feed.css")


def attachments(result: Result) -> set[str]:
    assert result.returncode == 0, result.log
    folders = ("assets/", "journal/", "posts/")
    return {name for name in result.files if name.startswith(folders) and not name.endswith(PAGES)}


def test_attachments_outside_of_the_folder(site: Site) -> None:
    """Jekyll's `/assets/…`: by each form of a link, with entities, in another Unicode form, by an address of the site."""
    body = """
![a](/assets/one.png) ![b]({{ site.baseurl }}/assets/two.png) <img src="/docs/assets/three.png">
![c](https://example.org/docs/assets/four.png) ![d](//example.org/docs/assets/five.png) <img src="../assets/s&amp;x.png">
![e](/assets/Z\u00fcrich.png) ![f](/assets/K%C3%B6ln.png) [g]: </assets/sev en.png> [h](/assets/e%20ight.png "t")
{% include figure.html src="/assets/nine.png" %} <a href=/assets/ten.pdf>ten</a>

[in]: /assets/eleven.pdf

Words such as assets/free.png are no link.
"""
    secret = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "s&x",
        "Zu\u0308rich",
        "Ko\u0308ln",
        "sev en",
        "e ight",
        "nine",
        "twelve",
    ]
    site.write(
        {
            SHOWN: post("title: Shown", "![s](/assets/shown.png)\n"),
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true\nimage: /assets/twelve.png", body),
            **{f"docs/assets/{name}.png": name.encode() for name in (*secret, "shown", "free", "nobody")},
            "docs/assets/ten.pdf": b"ten",
            "docs/assets/eleven.pdf": b"eleven",
            "docs/robots.txt": "User-agent: *\n",
            "docs/journal/2999-01-01-later.md": post("title: Later", "[r](/robots.txt)\n"),
        }
    )

    result = site.build("--strict")

    assert {name for name in attachments(result) if name.startswith("assets/") and "/journal/" not in name} == {
        "assets/shown.png",
        "assets/free.png",
        "assets/nobody.png",
    }
    assert "robots.txt" in result.files


def test_the_host_of_an_address_has_no_case_and_its_scheme_no_meaning(site: Site) -> None:
    """Nor do odd signs in the name of the file matter."""
    links = """
![a](HTTPS://Example.ORG:443/docs/assets/one.png) ![b](http://example.org/docs/assets/two.png)
![c](//EXAMPLE.org/docs/assets/th%20ree.png) <a href='HTTP://EXAMPLE.ORG/docs/assets/four (1).png'>x</a>
http://example.org.evil/docs/assets/free.png
"""
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", links),
            **{f"docs/assets/{name}.png": name.encode() for name in ("one", "two", "th ree", "four (1)", "free")},
        }
    )

    assert attachments(site.build("--strict")) == {"assets/free.png"}


def test_what_an_attachment_links_is_withheld_with_it(site: Site) -> None:
    """Unless something public links it, too."""
    site.write(
        {
            SHOWN: post("title: Shown", "![s](/assets/shown.png)\n"),
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", "<iframe src='/assets/a.htm'></iframe>\n"),
            "docs/assets/a.htm": "<link rel=stylesheet href='b.css'><img src=shown.png> free.png",
            "docs/assets/b.css": "@import 'c.css'; body { background: url(b.png) }",
            "docs/assets/c.css": "@import 'b.css'; body { background: url('c.png') }",
            **{f"docs/assets/{name}.png": name.encode() for name in ("b", "c", "shown", "free")},
        }
    )

    assert attachments(site.build("--strict")) == {"assets/shown.png", "assets/free.png"}


def test_a_page_that_is_no_markdown_is_linked_by_its_folder_and_data_by_names_alone(site: Site) -> None:
    """A folder with an `index.html`, a playlist and its parts, a description of an API; the home page is no attachment."""
    body = "[d](/assets/demo/) [v](/assets/talk.m3u8) [a](/assets/api.yaml) [o](/assets/boat.obj) [home](/index.html)\n"
    site.write(
        {
            SHOWN: post("title: Shown", "[s](/assets/shown/)\n"),
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", body + "[s](/assets/shown/index.html)\n"),
            "docs/assets/demo/index.html": "<script src=app.js></script>",
            "docs/assets/demo/app.js": "app",
            "docs/assets/shown/index.html": "<img src=a.png>",
            "docs/assets/shown/a.png": b"a",
            "docs/assets/talk.m3u8": "#EXTM3U\n#EXTINF:9,\npart0.ts\n",
            "docs/assets/part0.ts": b"part",
            "docs/assets/boat.obj": "mtllib boat.mtl\nv 0 0 0\n",
            "docs/assets/boat.mtl": "newmtl wood\nmap_Kd wood.png\n",
            "docs/assets/wood.png": b"wood",
            "docs/assets/api.yaml": "paths:\n  $ref: ./parts.yml#/a\n",
            "docs/assets/parts.yml": "a: 1\n",
            "docs/index.html": "My home",
        }
    )
    (site.folder / "docs/index.md").unlink()

    result = site.build("--strict")

    assert {name for name in result.files if name.startswith("assets/") and "/journal/" not in name} == {
        "assets/shown/index.html",
        "assets/shown/a.png",
    }
    assert result.page("index.html") == "My home"


def test_attachments_of_posts_that_globs_find(site: Site) -> None:
    """Beside the post, in its bundle, below its `_drafts`."""
    site.config["plugins"] = ["search", {"journal": {"posts": ["posts/**/*.md"]}}]
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/posts/2024-01-01-hush.md": post("title: Hush\ndraft: true", "![h](hush.png)\n"),
            "docs/posts/hush.png": b"hush",
            "docs/posts/free.png": b"free",
            "docs/posts/2024-01-02-hush/index.md": post("title: Hush two\npublished: false"),
            "docs/posts/2024-01-02-hush/data.csv": b"1",
            "docs/posts/_drafts/idea.md": post("title: Idea"),
            "docs/posts/_drafts/deep/idea.png": b"idea",
        }
    )

    assert attachments(site.build("--strict")) == {"posts/free.png"}


def test_a_draft_withholds_no_file_of_the_theme_or_of_programs(site: Site) -> None:
    """The style sheets of theme and journal, what the docs have in their place, what search engines and hosts request."""
    of_theme = ["css/base.css", "js/base.js", "img/favicon.ico", "assets/journal/journal.css", "img/brand.png"]
    requested = ["google5f3a9c77.html", "BingSiteAuth.xml", "site.webmanifest", "sw.js", "apple-touch-icon.png", "llms.txt"]
    links = "".join(f'<link href="/{name}">\n`{name}`\n' for name in (*of_theme, *requested, "own.js"))
    site.config["plugins"] = ["search", {"journal": {"folder": "."}}]
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "theme"}
    site.write(
        {
            "docs/2024-05-06-shown.md": post("title: Shown"),
            "docs/2024-01-01-hush.md": post("title: Hush\ndraft: true", links),
            "docs/2024-01-02-hush.html": "---\ntitle: Hush\ndraft: true\n---\n" + links,
            "docs/img/favicon.ico": b"ours",
            "docs/llms.md": post("title: Hush\ndraft: true"),
            "theme/img/brand.png": b"brand",
            **{f"docs/{name}": "a file" for name in (*requested, "own.js")},
        }
    )

    result = site.build("--strict")

    assert not [name for name in (*of_theme, *requested) if name not in result.files]
    assert "own.js" not in result.files


def test_a_readme_that_a_page_includes_names_files_with_the_folder_of_the_docs(site: Site) -> None:
    """As they are below the repository; the program that includes it takes the folder away."""
    readme = '# Project\n\n<img src="./docs/assets/logo.png">\n![s](docs/assets/more/shot.png)\n'
    site.config["markdown_extensions"] = ["pymdownx.snippets"]
    site.write(
        {
            "docs/index.md": '--8<-- "README.md"\n',
            "README.md": readme,
            SHOWN: post("title: Shown"),
            "docs/journal/2024-01-01-hush.md": post(
                "title: Hush\ndraft: true", "![l](/assets/logo.png) ![s](/assets/more/shot.png) ![o](/assets/own.png)\n"
            ),
            **{f"docs/assets/{name}.png": name.encode() for name in ("logo", "more/shot", "own")},
        }
    )

    result = site.build()

    assert {name for name in attachments(result) if name.startswith("assets/") and "/journal/" not in name} == {
        "assets/logo.png",
        "assets/more/shot.png",
    }


def test_a_value_of_jekylls_configuration_is_public(site: Site) -> None:
    """Posts show it; a pattern of files is no value of that kind."""
    site.config["plugins"] = ["search", {"journal": {"compat": "jekyll"}}]
    site.write(
        {
            "_config.yml": "title: Old\nlogo: /assets/logo.png\nexclude: [assets/own.png]\n",
            SHOWN: post("title: Shown", '<img src="{{ site.logo }}">\n'),
            "docs/journal/2024-01-01-hush.md": post(
                "title: Hush\ndraft: true", "![l](/assets/logo.png) ![o](/assets/own.png)\n"
            ),
            **{f"docs/assets/{name}.png": name.encode() for name in ("logo", "own")},
        }
    )

    result = site.build("--strict")

    assert {name for name in attachments(result) if name.endswith(".png")} == {"assets/logo.png"}


def test_what_the_site_uses_is_published(site: Site) -> None:
    """A value of the configuration, a style sheet, a template, a page, a file that one of these leads to; no comment."""
    names = ["config", "style", "template", "page", "chain", "map", "feed", "comment", "hush"]
    body = "".join(f"![x](/assets/{name}.png)\n" for name in names) + "![d](/assets/drawing.svg)\n"
    site.config["theme"] = {"name": "mkdocs", "custom_dir": "theme"}
    site.config["extra"] = {"cards": [{"picture": "/assets/config.png"}]}
    site.config["extra_css"] = ["assets/site.css"]
    site.config["not_in_nav"] = "/assets/hush.png\n"
    site.write(
        {
            SHOWN: post("title: Shown", '<object data="/assets/drawing.svg"></object>\n'),
            "docs/about.md": "# About\n\nThe options of this site are in `commented.yml`.\n\n![p](assets/page.png)\n",
            "docs/assets/site.css": "body { background: url(style.png) }\n",
            "docs/assets/drawing.svg": '<svg><image href="chain.png"/></svg>',
            "docs/places.geojson": '{"properties": {"icon": "/assets/map.png"}}',
            "docs/old.rss": "<rss><image><url>https://example.org/docs/assets/feed.png</url></image></rss>",
            "theme/partial.html": '<img src="{{ base_url }}/assets/template.png">',
            **{f"docs/assets/{name}.png": name.encode() for name in names},
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", body),
        }
    )
    site.build()
    text = (site.folder / "mkdocs.yml").read_text(encoding="utf-8")
    (site.folder / "commented.yml").write_text(f"{text}\n# logo: assets/comment.png\n", encoding="utf-8")

    result = site.build("--strict", config="commented.yml")

    assert {name for name in attachments(result) if name.startswith("assets/") and "/journal/" not in name} == {
        *(f"assets/{name}.png" for name in ("config", "style", "template", "page", "chain", "map", "feed")),
        "assets/site.css",
        "assets/drawing.svg",
    }


def test_what_options_of_plugins_authors_and_hooks_use_is_published(site: Site) -> None:
    """Pictures of the authors of public posts, those that posts have by default, one of raw HTML."""
    used = ["icon", "default", "ada", "hook"]
    names = [*used, "ben", "excluded", "draft"]
    body = "![x](/guide/html.png)\n" + "".join(f"![x](/assets/{name}.png)\n" for name in names)
    defaults = [{"scope": {"path": ""}, "values": {"image": "assets/default.png"}}]
    site.config["plugins"] = ["search", {"journal": {"feeds": {"icon": "assets/icon.png"}, "defaults": defaults}}]
    site.config["hooks"] = ["hook.py"]
    site.config["exclude_docs"] = "excluded.md"
    site.config["draft_docs"] = "draft.md"
    people = "".join(f"{name}: {{name: {name.title()}, avatar: assets/{name}.png}}\n" for name in ("ada", "ben"))
    site.write(
        {
            "hook.py": "def on_page_content(html, **_):\n    return f'{html}<img src=/docs/assets/hook.png>'\n",
            "docs/.authors.yml": people,
            SHOWN: post("title: Shown\nauthor: ada"),
            **{f"docs/{name}.md": f"![x](assets/{name}.png)\n" for name in ("excluded", "draft")},
            **{f"docs/assets/{name}.png": name.encode() for name in names},
            "docs/guide/html.png": b"html",
            "docs/guide/start.md": "# Start\n\n<img src='../html.png'>\n",
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true\nauthor: ben", body),
        }
    )

    result = site.build()

    assert attachments(result) == {f"assets/{name}.png" for name in used}
    assert "guide/html.png" in result.files


def test_what_is_refused_is_not_an_attachment_as_well(site: Site) -> None:
    """A file that is no page, has the name of another, and is named by a draft."""
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]
    names = ["2024-01-02-a.HTM", "2024-01-02-a.txt", "2024-01-03-b.txt"]
    site.write(
        {
            **{f"docs/journal/{name}": "---\ntitle: [\n---\nQuiet\n" for name in names},
            "docs/journal/plan.md": post("title: Plan\ndraft: true", "[x](2024-01-03-b.txt)\n"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in names if f"journal/{name}" in result.files] == []


def test_files_with_the_name_of_a_draft(site: Site) -> None:
    """Copies that editors keep, and other forms of the text; not one that a public page names, nor a longer name."""
    theirs = ["plan.md~", "plan.md.bak", "#plan.md#", "plan~", "plan.v2.pdf", "2024-05-05-v1.0.txt"]
    theirs += [f"2024-05-05-v1.0{folder}/deep/a.png" for folder in ("", ".assets", "_files")]
    others = ["planet.txt", "my-plan.txt", "sub/plan.txt", "plan.zip", "plan/a.png", "2024-05-05-v1.01/a.png"]
    site.write(
        {
            "docs/journal/plan.md": post("title: Quiet plan\ndraft: true"),
            "docs/journal/2024-05-05-v1.0.md": post("title: Quiet release\npublished: false"),
            "docs/journal/2024-01-01-open.md": post("title: Open news", "[x](plan.zip)\n"),
            **{f"docs/journal/{name}": f"content of {name}, which is long enough" for name in theirs + others},
        }
    )

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert {name for name in theirs + others if f"journal/{name}" in result.files} == set(others)


def test_files_elsewhere_that_have_the_name_of_a_draft_with_its_date(site: Site) -> None:
    """Jekyll's blogs have a folder of pictures for each post; what the post does not link stays in it."""
    theirs = ["assets/img/2024-05-05-plan/b.png", "assets/2024-05-05-plan.pdf", "posts/2024-05-07-trip/map.png"]
    others = ["assets/plan/b.png", "assets/2024-05-05-planet/b.png", "assets/2024-05-05/a.png", "assets/2024-05-08/a.png"]
    others += ["assets/2024-05-06-shown/b.png", "assets/2024-05-09-both/b.png", "assets/2024-05-05-plan/c.png"]
    others += ["journal/2024-05-10-bundle/2024-05-05-plan/a.png"]
    site.write(
        {
            "docs/journal/2024-05-05-plan.md": post("title: Plan\ndraft: true"),
            "docs/journal/2024-05-07-trip/index.md": post("title: Trip\ndraft: true"),
            "docs/journal/2024-05-08.md": post("title: Eight\ndraft: true"),
            "docs/journal/de/2024-05-09-both.md": post("title: Both\ndraft: true"),
            "docs/journal/2024-05-09-both.md": post("title: Also"),
            "docs/journal/2024-05-10-bundle/index.md": post("title: Bundle"),
            SHOWN: post("title: Shown", "![c](/assets/2024-05-05-plan/c.png)"),
            **{f"docs/{name}": f"content of {name}, which is long enough" for name in theirs + others},
        }
    )

    result = site.build("--strict")

    assert attachments(result) == set(others), result.log


def test_files_beside_an_attachment_that_have_its_whole_name(site: Site) -> None:
    """Licences as REUSE writes them, signatures and source maps: withheld with the attachment, published with it."""
    theirs = ["assets/a.png", "assets/a.png.license", "assets/tool.tar.gz", "assets/tool.tar.gz.asc"]
    others = ["assets/b.png", "assets/b.png.license", "assets/c.png", "assets/c.png.license", "assets/a.png.map"]
    others += ["assets/d.png", "assets/d.png.license", "assets/e.png.license", "assets/a.webp"]
    site.write(
        {
            "docs/journal/2024-05-05-plan.md": post(
                "title: Plan\ndraft: true",
                "".join(f"[x](/assets/{name})" for name in ("a.png", "b.png", "d.png", "tool.tar.gz")),
            ),
            SHOWN: post("title: Shown", '![b](/assets/b.png) [m](/assets/a.png.map)\n\n--8<-- "part.md"\n'),
            "part.md": "![d](/assets/d.png)\n",
            **{f"docs/{name}": f"content of {name}, which is long enough" for name in theirs + others},
        }
    )
    site.config["markdown_extensions"] = ["pymdownx.snippets"]

    result = site.build("--strict")

    assert attachments(result) == set(others), result.log


def test_files_that_a_public_page_shows_by_a_snippet_are_published(site: Site) -> None:
    """Also for a draft that links them; a snippet that only the draft includes shows nothing in public."""
    site.config["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": ["parts"], "auto_append": ["parts/end.md"]}}]
    draft = '![a](../img/a.png) ![b](../img/b.png) ![c](../img/c.png) ![d](../img/d.png)\n\n--8<-- "draft.md"\n'
    script = "show('pics/e.png')"  # its addresses begin at the page that requests it
    site.write(
        {
            SHOWN: post("title: Shown", '--8<-- "shown.md"\n\n[s](../js/show.js)\n'),
            "docs/js/show.js": script,
            "docs/guide/pics/e.png": b"e",
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", f"{draft}\n![e](../guide/pics/e.png)\n"),
            "parts/shown.md": '![a](/img/a.png)\n\n--8<-- "inner.md"\n',
            "parts/inner.md": "<img src='../../../img/b.png'>\n",
            "parts/end.md": "*[HTML]: img/c.png\n",
            "parts/draft.md": "![d](img/d.png)\n",
            **{f"docs/img/{name}.png": name.encode() for name in "abcd"},
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert {name for name in result.files if name.startswith("img/") and name.endswith("png")} >= {"img/a.png", "img/b.png"}
    assert "img/c.png" in result.files
    assert "guide/pics/e.png" in result.files
    assert "img/d.png" not in result.files


def test_an_address_of_a_draft_is_no_link_to_a_file(site: Site) -> None:
    """An old address, a permalink or a target that is a file of the site does not take this file out."""
    keys = (
        "redirect_from:\n- /one/index.html\n- /two.html\npermalink: /three.html\nRedirect-To: /four/index.html\n"
        "canonical_url: https://example.org/docs/five.html\nimage: /six.png\n"
        "tags: [eight.xml]\ndescription: About nine.json\n"
    )
    names = (
        "one/index.html",
        "two.html",
        "three.html",
        "four/index.html",
        "five.html",
        "six.png",
        "eight.xml",
        "nine.json",
    )
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/journal/2024-01-01-hush.md": post(f"title: Hush\ndraft: true\n{keys}"),
            "docs/journal/2024-01-02-wrong.md": post(f"title: Wrong\ndate: nonsense\n{keys}", "Aliases: [a](/seven.png)\n"),
            "docs/seven.png": "seven.png",
            **{f"docs/{name}": name for name in names},
        }
    )
    site.config["plugins"] = ["search", {"journal": {"on_error": "skip"}}]

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in names if name not in result.files] == ["six.png"]
    assert "seven.png" not in result.files, "a link in the text is one"
    assert [name for name in names if name in result.files and result.page(name) != name] == []


def test_a_draft_takes_no_file_from_a_published_post(site: Site) -> None:
    """Public text need not name what is in a bundle or has the name of a post: a gallery, a demo, a theme's `cover.png`."""
    bundle, dated = "docs/journal/2024-01-01-trip", "docs/journal/2024-01-03-walk"
    kept = (f"{bundle}/photos/a.jpg", f"{bundle}/cover.png", f"{bundle}/demo/index.html", f"{dated}/b.jpg", f"{dated}.pdf")
    hidden = f"{bundle}/photos/second.jpg", "docs/journal/2024-01-05-plan/own.png"
    links = "".join(f"![x](../{name.removeprefix('docs/journal/')})\n" for name in kept)
    page = f"{links}![own](own.png)<iframe src='../2024-01-01-trip/demo/'></iframe>\n"
    site.write(
        {
            f"{bundle}/index.md": post("title: Trip", "{% gallery photos %}\n"),
            f"{bundle}/second-day.md": post("title: Second\ndate: 2024-01-02\ndraft: true", "![x](photos/second.jpg)\n"),
            f"{dated}.md": post("title: Walk"),
            "docs/journal/2024-01-05-plan/index.md": post("title: Plan\ndraft: true\nimage: cover.png", page),
            "docs/journal/2024-01-05-plan/list.html": "<a href='../2024-01-01-trip/photos/a.jpg'>",
            **{name: name for name in (*kept, *hidden)},
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in kept if name.removeprefix("docs/") not in result.files] == []
    assert [name for name in hidden if name.removeprefix("docs/") in result.files] == []


def test_a_name_of_a_public_file_is_no_name_of_a_drafts_file(site: Site) -> None:
    """As the pictures of many posts are called: `cover.png`, `img/cover.png`."""
    public = (
        "journal/2024-01-01-shown/cover.png",
        "img/cover.png",
        "guide/a 1.png",
        "css/bg.png",
        "tools/demo/index.html",
        "css/y/part.ts",
    )
    secret = (
        "journal/2024-01-02-plan/cover.png",
        "x/img/cover.png",
        "x/a 1.png",
        "x/bg.png",
        "demo/index.html",
        "part.ts",
    )
    links = "".join(f"[x](</{name}>)\n" for name in secret)
    site.write(
        {
            "docs/index.md": "[x](journal/2024-01-01-shown/index.md) [x](guide/page.md) [x](css/x/a.css) [x](css/x.m3u8)\n",
            "docs/css/x.m3u8": "y/part.ts\n",
            "docs/journal/2024-01-01-shown/index.md": post(
                "title: Shown\nimage: cover.png", "![x](../../img/cover.png) [x](/tools/demo/)\n"
            ),
            "docs/guide/page.md": post("image: 'a 1.png'", "<img src='../../img/cover.png'> ![[a 1.png]]\n"),
            "docs/css/x/a.css": "a { background: url(../bg.png) }",
            "docs/journal/2024-01-02-plan/index.md": post("title: Plan\ndraft: true\nimage: cover.png", links),
            **{f"docs/{name}": name for name in (*public, *secret)},
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in public if name not in result.files] == []
    assert [name for name in secret if name in result.files] == []


def test_raw_html_names_files_beside_the_address_of_its_page(site: Site) -> None:
    """MkDocs does not change raw HTML: `<img src="a.png">` of `guide.md` is the file `guide/a.png`."""
    kept = {"guide/a.png": "guide.md", "about/me/v 1.mp4": "about/me.md", "journal/2024/05/shown/b.png": SHOWN[5:]}
    links = "".join(f"[x](</{name}>)\n" for name in kept)
    raw = {page: f'<img src="{name.rpartition("/")[2]}">\n' for name, page in kept.items()}
    secret = ("journal/2024/01/plan/c.png", "x/y/img/d.png", "journal/undated/e.png")
    site.write(
        {
            **{f"docs/{page}": post("title: Shown", html) for page, html in raw.items()},
            "docs/journal/2024-01-01-plan.md": post("title: Plan\ndraft: true", f'{links}<img src="c.png">\n'),
            "docs/journal/other.md": post(
                "title: Other\ndraft: true\npermalink: /x/y/", "<i style='background: url(img/d.png)'>"
            ),
            "docs/journal/undated.md": post("title: Undated\ndraft: true", "<img src=e.png>"),
            **{f"docs/{name}": name for name in (*kept, *secret)},
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in kept if name not in result.files] == []
    assert [name for name in secret if name in result.files] == []


def test_what_is_beside_a_draft_may_have_its_name_in_another_unicode_form(site: Site) -> None:
    """MacOS writes a letter and its accent apart."""
    secret = ("2024-01-01-Zu\u0308rich.pdf", "2024-01-01-Zu\u0308rich/a.png", "2024-01-01-Zu\u0308rich.md.bak")
    site.write({SHOWN: post("title: Shown"), "docs/journal/2024-01-01-Z\u00fcrich.md": post("title: Z\ndraft: true")})
    site.write({f"docs/journal/{name}": name for name in secret})

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in result.files if "rich" in name] == []


def test_folders_in_another_unicode_form(site: Site) -> None:
    """Relative links of drafts and of what is public begin in the folder as it is on the disk."""
    folder = "docs/journal/Bu\u0308ro"
    site.config["plugins"] = [
        {"journal": {"defaults": [{"scope": {"path": "journal/Entw\u00fcrfe"}, "values": {"draft": True}}]}}
    ]
    body = "![a](a.png) ![b](<b c.png>) ![s](s.png) <link rel=stylesheet href=../../assets/Bu\u0308ro/x.css>\n"
    site.write(
        {
            SHOWN: post("title: Shown"),
            f"{folder}/2024-01-02-open.md": post("title: Open", "![s](s.png)\n"),
            f"{folder}/2024-01-01-hush.md": post("title: Hush\ndraft: true", body),
            **{f"{folder}/{name}": name for name in ("a.png", "b c.png", "s.png")},
            "docs/assets/Bu\u0308ro/x.css": "body { background: url(d.png), url(e\\ f.png) }",
            **{f"docs/assets/Bu\u0308ro/{name}": name for name in ("d.png", "e f.png")},
            "docs/journal/Entwu\u0308rfe/2024-01-01-idea.md": post("title: Idea"),
        }
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert [name for name in attachments(result) if "ro/" in name] == ["journal/Bu\u0308ro/s.png"]
    assert [name for name in result.files if "idea" in name] == []


def test_values_of_drafts_in_each_form_of_front_matter(site: Site) -> None:
    """A theme puts a folder before them; also the first key may be one whose words do not count."""
    drafts = {
        "plain": "Title: Plain\r\nDraft: true\r\nImage: plain.png\r\n\r\nText.\r\n",
        "dots": "---\ntitle: Dots\ndraft: true\nimage: dots.png\n...\nText.\n",
        "mark": "\ufeff---\r\ntitle: Mark\r\ndraft: true\r\nimage: mark.png\r\n---\r\nText.\r\n",
        "mac": "---\rtitle: Mac\rdraft: true\rimage: mac.png\r---\rText.\r",
    }
    site.write({SHOWN: post("title: Shown", "{}\n")})
    for name, text in drafts.items():
        (site.folder / f"docs/journal/2024-01-01-{name}.md").write_bytes(text.encode())
        site.write({f"docs/img/{name}.png": name})

    result = site.build()

    assert result.ours[-1].startswith("1 post (and 4 drafts), "), result.log
    assert [name for name in result.files if name.startswith("img/") and name[4:-4] in drafts] == []


def test_a_file_belongs_to_the_nearest_post(site: Site) -> None:
    """A draft that became a bundle, and the daily note of a folder with posts, have only what no published post has."""
    folder = "docs/journal/2024-01-02-a"
    drafts = (f"{folder}.md", "docs/journal/2024-01-01.md")
    public = (f"{folder}/index.md", "docs/journal/2024-01-01/b/index.md", "docs/journal/2024-01-01/c.md")
    kept = (f"{folder}/x.png", "docs/journal/2024-01-01/b/x.png", "docs/journal/2024-01-01/c.png")
    secret = (f"{folder}.assets/x.png", "docs/journal/2024-01-01/x.png")
    site.write({name: post("title: Hush\ndate: 2024-01-01\ndraft: true") for name in drafts})
    site.write(
        {name: post("title: Shown\ndate: 2024-01-01") for name in public} | {name: name for name in (*kept, *secret)}
    )

    result = site.build()

    assert result.returncode == 0, result.log
    assert {f"docs/{name}" for name in result.files if name.startswith("journal/") and name.endswith("png")} == set(kept)


def test_what_the_editor_of_a_drawing_notes_in_it_names_no_file(site: Site) -> None:
    """The names under which Inkscape saved and exported it; a picture that it shows is named."""
    drawing = (
        '<svg xmlns:xlink="http://www.w3.org/1999/xlink" sodipodi:docname="noted.png"\n'
        " inkscape:export-filename = '/home/ada/docs/img/exported.png'>\n"
        "<metadata><dc:title>titled.png</dc:title></metadata>"
        '<image xlink:href="linked.png"/><image href="shown.png"/></svg>'
    )
    names = ("noted", "exported", "titled", "linked", "shown")
    site.write(
        {
            SHOWN: post("title: Shown"),
            "docs/journal/2024-01-01-hush.md": post(
                "title: Hush\ndraft: true", " ".join(f"![](/img/{name}.png)" for name in names)
            ),
            "docs/img/drawing.svg": drawing,
            "docs/img/open.svg": "<svg><metadata unclosed a.png",
            **{f"docs/img/{name}.png": name.encode() for name in names},
        }
    )

    found = {name for name in site.build("--strict").files if name.startswith("img/")}

    assert {name for name in found if name.endswith(tuple(f"{name}.png" for name in names))} == {
        "img/linked.png",
        "img/shown.png",
    }


def test_a_post_that_is_moved_into_drafts_leaves_no_files_behind(site: Site) -> None:
    """Its links lead nowhere then; what a published post shows as well stays."""
    links = "![a](plan.a.png) ![b](plan/b.png) ![c](shown.png) ![d](d.png) ![f](f.png)"
    names = ("plan.a", "plan/b", "shown", "free", "_posts/d", "posts/f", "sub/e")
    site.write(
        {
            SHOWN: post("title: Shown", "![s](shown.png)\n"),
            "docs/journal/_drafts/plans.md": post("title: Plan", f"{links}\n\nWords such as free.png are no link.\n"),
            "docs/_drafts/sub/other.md": post("title: Other", "![e](e.png)\n"),
            **{f"docs/journal/{name}.png": name.encode() for name in names},
        }
    )

    assert attachments(site.build("--strict")) == {"journal/shown.png", "journal/free.png"}


def test_a_post_of_a_folder_below_that_is_moved_into_drafts_leaves_no_files_behind(site: Site) -> None:
    """The end of its paths counts then, with their folders, and not that of an address of another site."""
    theirs = [f"blog/posts/Dev/2022-10/{name}" for name in ("assets/plan.png", "note.pdf", "my pic.png")]
    others = ["blog/posts/Dev/2022-10/assets/seen.png", "blog/posts/Dev/2022-10/far.png", "blog/posts/Dev/plan.png"]
    links = "![p](assets/plan.png) [n](note.pdf) ![s](./assets/seen.png) ![f](https://other.org/far.png) ![m](<my pic.png>)"
    site.write(
        {
            "docs/blog/posts/_drafts/2022-10-05-plan.md": post("title: Plan", links),
            "docs/blog/posts/Dev/2022-10/2022-10-06-seen.md": post("title: Seen", "![s](assets/seen.png)"),
            **{f"docs/{name}": f"content of {name}, which is long enough" for name in theirs + others},
        }
    )
    site.config["plugins"] = ["search", {"journal": {"folder": "blog"}}]

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert {name for name in theirs + others if name in result.files} == set(others)


def test_a_file_has_several_paths_by_symbolic_links(site: Site) -> None:
    """A draft withholds the file at each, a public page publishes it at the one that it names."""
    body = "![h](img/hush.png) ![s](/assets/img/shown.png) ![l](/assets/link.png) ![o](/assets/o.png)\n"
    site.write(
        {
            SHOWN: post("title: Shown", "![s](img/shown.png)\n"),
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", body),
            "docs/journal/2024-01-02-bundle/index.md": post("title: Bundle", "Text\n"),
            **{f"docs/assets/img/{name}.png": name.encode() for name in ("hush", "shown", "free")},
            "docs/assets/one.png": b"one",
            "docs/journal/2024-01-02-bundle/o.png": b"o",
        }
    )
    (site.folder / "docs/journal/img").symlink_to("../assets/img")
    (site.folder / "docs/assets/link.png").symlink_to("one.png")
    (site.folder / "docs/assets/o.png").symlink_to("../journal/2024-01-02-bundle/o.png")

    assert attachments(site.build("--strict")) == {
        "assets/img/free.png",
        "journal/img/free.png",
        "journal/img/shown.png",
        "journal/2024-01-02-bundle/o.png",
    }


def test_a_table_names_files(site: Site) -> None:
    """A picture that only a table of a draft names, or that a table of the site names for a script."""
    body = "{{ read_csv('assets/hush.csv') }} ![s](/assets/shown.png)\n"
    site.write(
        {
            SHOWN: post("title: Shown", "<div data-table='/assets/shown.csv'></div>\n"),
            "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", body),
            "docs/assets/hush.csv": "name,file\nHush,/assets/hush.png\nPlan,![p](/assets/plan.png)\n",
            "docs/assets/shown.csv": "name;file\nShown;/assets/shown.png\n",
            **{f"docs/assets/{name}.png": name.encode() for name in ("hush", "shown", "plan")},
        }
    )

    assert attachments(site.build("--strict")) == {"assets/shown.csv", "assets/shown.png"}


def test_links_in_the_notations_of_plugins(site: Site) -> None:
    """A bare name for autolinks, which is not installed: an example on a page names no file; `site:` of site-urls."""
    site.write(
        {
            SHOWN: post("title: Shown", "```\n![hush](hush.png)\n```\n![u](site:assets/url.png)\n"),
            "docs/journal/2024-01-01-hush.md": post(
                "title: Hush\ndraft: true",
                "![h](hush.png) ![p](site:assets/plan.png)\n![u](/assets/url.png)\n",
            ),
            **{f"docs/assets/img/{name}.png": name.encode() for name in ("hush", "free")},
            **{f"docs/assets/{name}.png": name.encode() for name in ("plan", "url")},
        }
    )

    assert attachments(site.build()) == {"assets/img/free.png", "assets/url.png"}


def test_a_file_that_mkdocs_leaves_out_withholds_what_it_links(site: Site) -> None:
    """`draft_docs` may name the folder of a bundle: MkDocs leaves out the table in it, but not the pictures it names."""
    site.write(
        {
            SHOWN: post("title: Shown", "![s](/assets/shown.png)\n"),
            "docs/journal/2024-01-01-wip-hush/index.md": post("title: Hush", "[t](t.csv) <link href='s.css'>\n"),
            "docs/journal/2024-01-01-wip-hush/t.csv": "name,file\nHush,/assets/hush.png\nShown,/assets/shown.png\n",
            "docs/journal/2024-01-01-wip-hush/s.css": "body { background: url(../../assets/back.png) }",
            **{f"docs/assets/{name}.png": name.encode() for name in ("hush", "back", "shown", "free")},
        }
    )

    site.config["draft_docs"] = "*-wip-*"

    assert attachments(site.build("--strict")) == {"assets/shown.png", "assets/free.png"}


def test_an_old_address_belongs_to_no_post(site: Site) -> None:
    """A page at `/about.html` that leads to `/about/`, as an import writes it, stays where only a draft links it."""
    redirect = '<!DOCTYPE html>\n<meta http-equiv="refresh" content="0; url=about/">\n'
    site.write({
        SHOWN: post("title: Shown"),
        "docs/about.md": "# About\n",
        "docs/about.html": redirect,
        "docs/demo.html": "<!DOCTYPE html>\n<p>Demo\n",
        "docs/journal/2024-01-01-hush.md": post("title: Hush\ndraft: true", "[a](/about.html) [d](/demo.html)\n"),
    })  # fmt: skip

    result = site.build("--strict")

    assert result.returncode == 0, result.log
    assert "about.html" in result.files
    assert "demo.html" not in result.files


def test_a_page_that_another_page_links_names_files_from_its_own_place(site: Site) -> None:
    """A guide writes `image.png`, and a draft has a file of that name in its bundle: the guide does not name it."""
    site.write({
        SHOWN: post("title: Shown", "[guide](../guide.md)\n"),
        "docs/index.md": "# Home\n\n[guide](guide.md)\n",
        "docs/guide.md": "# Guide\n\n`plt.savefig('image.png')`\n\n```\n![](image.png)\n```\n",
        "docs/journal/hush/index.md": post("title: Hush\ndate: 2024-01-01\ndraft: true", "![i](image.png)\n"),
        "docs/journal/hush/image.png": b"hush",
    })  # fmt: skip

    assert attachments(site.build("--strict")) == set()
