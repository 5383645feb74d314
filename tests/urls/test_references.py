"""Files that a source names."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

import pytest

from mkdocs_journal.urls.references import FileNames

ACCENTED = "journal/Zu\u0308rich.png"
FILES = {"journal/img/a.png", "journal/a b.pdf", "assets/x.tar.gz", "assets/q&a (1).png", ACCENTED}
SITE = "https://example.org/docs/"
POST = PurePosixPath("journal/post.md")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![p](img/a.png)", {"journal/img/a.png"}),
        ('<img src="./img/a.png?v=2#x">', {"journal/img/a.png"}),
        ("image: /journal/img/a.png", {"journal/img/a.png"}),
        ("image: journal/img/a.png", {"journal/img/a.png"}),
        ("[p]: <a b.pdf> [q](a%20b.pdf)", {"journal/a b.pdf"}),
        ("srcset='img/a.png 2x, ../assets/x.tar.gz 3x'", {"journal/img/a.png", "assets/x.tar.gz"}),
        ("[x](../assets/x.tar.gz)", {"assets/x.tar.gz"}),
        ("[x](img/../../assets/./x.tar.gz).", {"assets/x.tar.gz"}),
        ("<img src='../../../../assets/x.tar.gz'>", {"assets/x.tar.gz"}),
        ("the word a.png alone", set()),
        ("![p](img/a.png.webp) ![q](other/a.png)", set()),
        ("![p](other/a b.pdf) ![q](a b.pdf.txt)", set()),
        ("x" * 100_000, set()),
        ("![p](Z\u00fcrich.png)", {ACCENTED}),
        ("![p](Z%C3%BCrich.png)", {ACCENTED}),
        ("![p](zu%cc%88rich.png) ![p](Zu%cc%88rich.png)", {ACCENTED}),
        ('<img src="Z&uuml;rich.png">', {ACCENTED}),
        ('<img src="Z&#xFC;rich.png">', {ACCENTED}),
        ('<img src="/assets/q&amp;a%20(1).png">', {"assets/q&a (1).png"}),
        ("![p](/docs/assets/q&a%20%281%29.png)", {"assets/q&a (1).png"}),
        ("![p](https://example.org/docs/journal/img/a.png)", {"journal/img/a.png"}),
        ("![p](//example.org/docs/journal/img/a.png)", {"journal/img/a.png"}),
        ("![p](/docs/journal/img/a.png)", {"journal/img/a.png"}),
        ("![p](https://example.com/docs/journal/img/a.png)", set()),
        ('{{ "/journal/img/a.png" | relative_url }}', {"journal/img/a.png"}),
        ("![p]({{site.baseurl}}/assets/x.tar.gz)", {"assets/x.tar.gz"}),
        (r"![p](img/a\.png) [q](../assets/q&a%20\(1\).png)", {"journal/img/a.png", "assets/q&a (1).png"}),
        (r"![p](../assets/q&a \(1\).png)", {"assets/q&a (1).png"}),
        (r"![p](..\journal\img\a.png)", {"journal/img/a.png"}),
        ("Name **img/a.png**.", {"journal/img/a.png"}),
        ("![p](IMG/A.PNG) [q](/Assets/x.Tar.GZ)", {"journal/img/a.png", "assets/x.tar.gz"}),
        ("![p](@from_file:img/a.png)", {"journal/img/a.png"}),
        ("Name `/journal/img/a.png?v=1`.", {"journal/img/a.png"}),
        ("<iframe src='/viewer.html?file=/assets/x.tar.gz&amp;page=2'>", {"assets/x.tar.gz"}),
        (
            "<iframe src='//e.org/?url=https://example.org/docs/assets/x.tar.gz&embedded=true'>",
            {"assets/x.tar.gz"},
        ),
    ],
)
def test_a_name_counts_if_its_path_leads_to_the_file(text: str, named: set[str]) -> None:
    assert FileNames(FILES, SITE).named_in(text, POST) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![p](img/a.png) <a href=img/a.png> [x]: img/a.png", True),
        ("srcset='img/b.png 2x, img/a.png 3x'", True),
        ('srcset = "img/b.png, img/c.png,\nimg/a.png 3x"', True),
        ("srcset='img/b.png', img/a.png", False),
        ("[a]( img/a.png )", True),
        ("<img src = img/a.png>", True),
        ("<img src = ' img/a.png '>", True),
        ('<img alt="" src="\n  img/a.png">', True),
        ('Say "so" img/a.png', False),
        ("background: url( img/a.png )", True),
        ("---\nimage: img/a.png\n---\n", True),
        ("---\ntitle: x\n---\nNever name img/a.png in a text.", False),
        ("Name img/a.png, or `img/a.png`.", False),
        ("Title: x\nImage: img/a.png\n\nText.", True),
        ("Title: x\n\nNever name img/a.png in a text.", False),
        ("See https://example.org/docs/journal/img/a.png for it.", True),
        ("[p](a b.pdf)", True),
        ("[p]:\n    img/a.png 't'", True),
        ("[p]:\n  a%20b.pdf", True),
        ("[p]:\n\nimg/a.png", False),
        ("See `//example.org/docs/journal/a%20b.pdf` for it.", True),
        ("See /journal/a%20b.pdf for it.", False),
        ("[p]({% link journal/img/a.png %}) and {%- asset img/a.png -%}", True),
        ("![[img/a.png|200]] as in a wiki", True),
        ("![p](img\\a.png) of Windows", True),
        (r"[p](img/a\.png)", True),
        ("It is 5 % img/a.png", False),
        ("Read a b.pdf now.", False),
    ],
)
def test_words_of_the_text_may_be_left_out(text: str, named: bool) -> None:
    assert bool(FileNames(FILES, SITE).named_in(text, POST, only_targets=True)) is named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![p](my b/x y.png)", {"journal/my b/x y.png"}),
        ("![p](./x y.png) ![p](../journal/c/x y.png)", {"journal/x y.png", "journal/c/x y.png"}),
        ("![p](/journal/c/x y.png)", {"journal/c/x y.png"}),
        ("![p](/docs/journal/c/x%20y.png)", {"journal/c/x y.png"}),
        ("![p](https://example.org/docs/journal/my%20b/x%20y.png)", {"journal/my b/x y.png"}),
        ("![p](journal/my b/x y.png)", {"journal/my b/x y.png"}),
        ("![p](../x y.png)", {"x y.png"}),
        ("![p](/x y.png)", {"x y.png"}),
        ("![p](other/x y.png) ![p](notmy b/x y.png) ![p](/c/x y.png) ![p](../c/x y.png) ![p](d/c/x y.png)", set()),
        ("![p](https://example.com/x y.png)", set()),
        ("![p](./other/../x y.png) ![p](c/x/y/../../x%20y.png)", {"journal/x y.png", "journal/c/x y.png"}),
        ("![p](my b/./c/../x y.png) ![p](/x/../x y.png)", {"journal/my b/x y.png", "x y.png"}),
        ("<img src='../journal/d/../c/./x y.png'> ![p](my%20b\\x%20y.png)", {"journal/c/x y.png", "journal/my b/x y.png"}),
        ("![p](c/../d/x y.png) ![p](x../x y.png)", set()),
    ],
)
def test_of_files_with_one_name_that_counts_to_which_the_path_leads(text: str, named: set[str]) -> None:
    files = {"journal/my b/x y.png", "journal/c/x y.png", "journal/x y.png", "x y.png"}

    assert FileNames(files, SITE).named_in(text, POST) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("---\nimage: cover.jpg\n---\n", {"assets/img/cover.jpg", "theme/cover.jpg"}),
        ("---\nimage: /img/cover.jpg\n---\n", {"assets/img/cover.jpg"}),
        ("---\nheader: {teaser: 'my cover.jpg'}\n---\n", {"assets/img/my cover.jpg"}),
        ("---\nphotos:\n  - img/my%20cover.jpg\n---\n", {"assets/img/my cover.jpg"}),
        ("Image: cover.jpg\n\nText", {"assets/img/cover.jpg", "theme/cover.jpg"}),
        ("---\nlead: Copy cover.jpg or my cover.jpg\n---\n", set()),
        ("---\nlayout: post\nnote: recover.jpg https://example.com/img/cover.jpg\n---\ncover.jpg", set()),
    ],
)
def test_a_theme_may_put_a_folder_before_a_value_of_front_matter(text: str, named: set[str]) -> None:
    files = {"assets/img/cover.jpg", "assets/img/my cover.jpg", "theme/cover.jpg", "theme/post"}

    assert FileNames(files, SITE).named_in(text, POST, only_targets=True) == named


@pytest.mark.parametrize("text", ["image: img/C#1.png", "src: /journal/img/C#1.png", "[a](img/C%231.png)", "img/5%20.png"])
def test_signs_of_addresses_may_be_signs_of_a_name(text: str) -> None:
    files = {"journal/img/C#1.png", "journal/img/5%20.png"}

    assert len(FileNames(files).named_in(text, POST)) == 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![p](<my x y.png>)", {"journal/my x y.png"}),
        ("![p](<x y.png>) ![p](<xx y.png>)", {"journal/x y.png"}),
        ("![p](<y.png my x y.png x y.png>)", {"journal/my x y.png", "journal/x y.png"}),
        ("![p](<my my.png>) .png x y", set()),
        ("Read _x y.png_, __x y.png__ and `my x y.png`.", {"journal/x y.png", "journal/my x y.png"}),
        ("![p](( ).)", set()),
    ],
)
def test_of_names_that_overlap_the_longest_counts(text: str, named: set[str]) -> None:
    files = {"journal/my x y.png", "journal/x y.png", "journal/my my my.png", "journal/( )."}

    assert FileNames(files).named_in(text, POST) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{% include figure.html file="c.png" %}', {"assets/img/c.png"}),
        ("{%- include_cached pic\n  src='img/c.png'\n-%}", {"assets/img/c.png"}),
        ("{% img left c.png 100 %} {{ image('my c.png') }}", {"assets/img/c.png", "assets/img/my c.png"}),
        ("![x]({{ page.pics }}/c.png)", {"assets/img/c.png"}),
        ("<img src='/assets/{{ page.folder }}/my%20c.png'>", {"assets/img/my c.png"}),
        ('image: "{{ cdn }}/img/c.png"', {"assets/img/c.png"}),
        ("![[c.png]] [[my c.png|200]] [[other.png]] [c.png] [ [c.png] ]", {"assets/img/c.png", "assets/img/my c.png"}),
        ('{{< figure src="img/c.png" >}}', {"assets/img/c.png"}),
        ("<img src='../img/c.png'> <img src='../../my%20c.png'>", {"assets/img/c.png", "assets/img/my c.png"}),
        (
            "{{ read_csv('docs/assets/img/c.png') }} {% include './docs/assets/img/my c.png' %}",
            {"assets/img/c.png", "assets/img/my c.png"},
        ),
        ("thumb: docs/assets/img/c.png\n\n", {"assets/img/c.png"}),
        ("thumb: docs/b/c.png\n\n", set()),
        ("{{ x }} c.png and {% raw %}c.png and ${{ here }}/c.png", set()),
        ('{% include figure.html file="b/c.png" %}', set()),
        ("{% " + "x" * 400 + " c.png", set()),
    ],
)
def test_where_the_folder_is_unknown_the_end_of_a_path_counts(text: str, named: set[str]) -> None:
    files = {"assets/img/c.png", "assets/img/my c.png"}

    assert FileNames(files, SITE).named_in(text, POST) == FileNames(files, SITE).named_in(text, POST, only_targets=True)
    assert FileNames(files, SITE).named_in(text, POST) == named


@pytest.mark.parametrize("text", ["![[{}]]", "[[{}|the file]]", '{{% include figure.html src="{}" %}}'])
@pytest.mark.parametrize("name", ["c.png", "my c.png"])
def test_where_the_folder_is_unknown_a_path_may_begin_at_the_source_and_at_the_root(text: str, name: str) -> None:
    files = {f"journal/img/{name}", f"img/{name}", f"x/img/{name}"}

    named = FileNames(files, others=files).named_in(text.format(f"img/{name}"), POST)

    assert named == {f"journal/img/{name}", f"img/{name}"}


@pytest.mark.parametrize(
    "value", ["/img/photo-1.png", "photo-1.png", "photo.1.png", "photo1.png", "photo_1.png", "a photo~1.png"]
)
@pytest.mark.parametrize("text", ["---\nimage: {}\n---\n", '{{% include figure.html src="{}" %}}', "![[{}]]"])
def test_the_end_of_a_longer_name_is_not_a_file_below_a_folder_with_a_blank(text: str, value: str) -> None:
    names = FileNames({"journal/Harbour tides/1.png"})

    assert names.named_in(text.format("1.png"), POST) == {"journal/Harbour tides/1.png"}
    assert names.named_in(text.format(value), POST) == set()
    assert names.ending_in(text.format(value)) == set()


def test_a_name_that_many_files_have_is_none_of_them() -> None:
    files = [f"assets/{number}/x.png" for number in range(100)]

    assert FileNames(files).named_in("![[x.png]]", POST) == set(files)
    assert FileNames([*files, "x/x.png"]).named_in("![[x.png]]", POST) == set()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[d](/demo/) [d](/demo) [d](../demo/?a#b) <iframe src='/docs/demo/'></iframe>", {"demo/index.html"}),
        ("[d](https://example.org/docs/demo/page)", {"demo/page.htm"}),
        ("[d](/demo/index.html) [d](/x/) [home](/) [home](https://example.org/docs/) demo and page", {"demo/index.html"}),
        ("[d](/demo/other)", {"demo/other"}),
    ],
)
def test_a_page_is_named_by_the_address_at_which_hosts_show_it(text: str, named: set[str]) -> None:
    files = {"index.html", "demo/index.html", "demo/page.htm", "demo/other.html", "demo/other", "demo/x.png"}

    assert FileNames(files, SITE).named_in(text, POST, only_targets=True) == named


@pytest.mark.parametrize(("deep", "is_named"), [(1, True), (12, True), (13, False)])
def test_a_path_may_enter_and_leave_twelve_folders(deep: int, is_named: bool) -> None:
    text = f"![p]({'a/' * deep}{'../' * deep}x y.png)"

    assert bool(FileNames({"journal/x y.png"}).named_in(text, POST)) is is_named


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("/img/a.png", True),
        ("/project/img/a.png", True),
        ("/group/project/img/a.png", True),
        ("/a/b/c/img/a.png", False),
        ("/project/a.png", False),
        ("/project/xy/img/a.png?raw=1", True),
    ],
)
def test_the_folder_of_a_site_without_an_address_is_unknown(text: str, is_named: bool) -> None:
    names = FileNames({"img/a.png"})

    assert bool(names.named_in(f'<img src="{text}">', POST)) is is_named
    assert bool(names.named_in(f"![a]({text})", POST, only_targets=True)) is is_named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("---\nimage: cover.png\n---\n", set()),
        ("---\nimage: my cover.png\n---\n", set()),
        ("---\nimage: img/cover.png\n---\n", {"img/cover.png"}),
        ("![a](img/cover.png) ![a](../a/img/cover.png) ![a](../a/cover.png) ![[cover.png]]", set()),
        ("![a](img/my%20cover.png) ![a](<../a/img/my cover.png>) ![[my cover.png]] ![a](x/a/img/cover.png)", set()),
        ('--8<-- "tools/demo/index.html"', set()),
        ('{% include "figure.html" src="cover.png" %} {% raw %}{{ image("my cover.png") }}', set()),
        ("![a](/a/img/cover.png) [d](/tools/demo/) [d](/tools/demo/index.html) ![a](../img/a.png)", set()),
        ("![a](../img/cover.png) ![a](/img/my%20cover.png)", {"img/cover.png", "img/my cover.png"}),
        ("![a](/b/img/cover.png) [d](/x/demo/)", {"img/cover.png", "demo/index.html"}),
        ("![a](/x/a/img/cover.png) ![a](</x/a/img/my cover.png>)", set()),
        ("![[b.png]] ![a](../../secret/b.png)", {"secret/b.png"}),
        ("---\nimage: docs/a/img/cover.png\n---\n", set()),
        ("{{ read_csv('docs/a/img/cover.png', 'docs/b.png', 'docs/secret/b.png') }}", {"secret/b.png"}),
        ("{{ read_csv('docs/a.png') }}", {"a.png"}),
    ],
)
def test_a_path_that_leads_to_another_file_names_no_file_by_its_end(text: str, named: set[str]) -> None:
    """In each place where a file name, with or without some of its folders, is enough."""
    files = {
        "img/cover.png",
        "img/my cover.png",
        "secret/cover.png",
        "secret/my cover.png",
        "demo/index.html",
        "secret/b.png",
    }
    own = {
        "a/cover.png",
        "a/my cover.png",
        "a/img/cover.png",
        "a/img/my cover.png",
        "tools/demo/index.html",
        "a/x/img/a.png",
    }
    names = FileNames({*files, "a.png", "x/tools/demo/index.html"}, others=files | own)

    assert names.named_in(text, PurePosixPath("a/x.md"), PurePosixPath("a/x/index.html")) == named
    assert names.named_in(text, PurePosixPath("a/x.md"), PurePosixPath("a/x/index.html"), only_targets=True) == named


def test_a_file_is_known_by_further_paths() -> None:
    written = {"journal/a.de.png": "journal/a.png", "journal/b.de.png": "journal/b.png"}
    names = FileNames({"journal/a.png"}, SITE, written)

    assert names.named_in("![](a.de.png) ![](b.de.png)", POST) == {"journal/a.png"}
    assert names.ending_in("docs/journal/a.de.png") == {"journal/a.png"}


def test_files_without_a_suffix_and_files_with_plain_names() -> None:
    assert FileNames({"journal/LICENSE"}).named_in("[l](LICENSE) and words", POST) == {"journal/LICENSE"}
    assert FileNames({"journal/a.png"}).named_in("[l](a.png) and words", POST) == {"journal/a.png"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![a](x.png)", {"a/img/x.png", "b/x.png"}),
        ("![a](../../img/x.png)", {"a/img/x.png"}),
        ("<img src='/b/x.png?v=1'>", {"b/x.png"}),
        ("https://example.org/docs/b/x.png", {"b/x.png"}),
        ("c/x.png ax.png x.pngs", set()),
        ("[a](<b/y z.png>) y%20z.png", {"b/y z.png"}),
        (r"`b/x.png` [a](y%20z\.png)", {"b/x.png", "b/y z.png"}),
        ("<iframe src='/viewer.html?file=/b/x.png&page=2'>", {"b/x.png"}),
        ("![a](docs/b/x.png) <img src='./pkg/docs/a/img/x.png'> docs/img/y.png", {"a/img/x.png", "b/x.png"}),
        ("![a](docs/x.png)", set()),
    ],
)
def test_a_text_of_an_unknown_place_names_files_by_the_ends_of_their_paths(text: str, named: set[str]) -> None:
    assert FileNames(("a/img/x.png", "b/x.png", "b/y z.png"), SITE).ending_in(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("![a](cover.png) ![a](<my cover.png>) ![a](../a/cover.png) ![a](/a/cover.png)", set()),
        ("![a](/x/cover.png) ![a](<../x/my cover.png>)", {"x/cover.png", "x/my cover.png"}),
        ("fetch('img/b.png') + 'img/my b.png'", {"y/img/b.png", "y/img/my b.png"}),
    ],
)
def test_of_a_text_in_the_docs_the_ends_of_paths_count_that_lead_nowhere_from_there(text: str, named: set[str]) -> None:
    """A page that another page links, a script whose addresses begin at the page that requests it."""
    files = {"x/cover.png", "x/my cover.png", "y/img/b.png", "y/img/my b.png"}
    names = FileNames(files, SITE, others={"a/cover.png", "a/my cover.png"})

    assert names.ending_in(text, PurePosixPath("a/page.md")) == named


def test_no_file_is_named_where_there_is_none() -> None:
    assert FileNames(()).named_in("a.png", PurePosixPath("a.md")) == frozenset()


@pytest.mark.parametrize(
    "written",
    [
        '--8<-- "assets/x.tar.gz"',
        '--8<-- "docs/assets/x.tar.gz"',
        '    -8<-   "./x.tar.gz:part"',
        "```\n--8<-- 'assets/x.tar.gz:2:5,7:9'\n```",
        "--8<--\nother.txt\n; a comment\n\ndocs/assets/x.tar.gz::3\n--8<--",
    ],
)
def test_a_snippet_is_named_from_any_folder_and_by_its_parts(written: str) -> None:
    names = FileNames(FILES, SITE)
    assert names.named_in(f"Words.\n\n{written}\n", POST, only_targets=True) == {"assets/x.tar.gz"}
    assert names.ending_in(written) == {"assets/x.tar.gz"}


@pytest.mark.parametrize(
    "written",
    [
        "{!assets/x.tar.gz!}",
        "{! docs/assets/x.tar.gz !}",
        "{!x.tar.gz!lines=1 3}",
        "{!> ../assets/x.tar.gz!}",
        "{* x.tar.gz hl[1] *}",
    ],
)
def test_a_file_is_named_that_an_extension_includes(written: str) -> None:
    """The extensions markdown-include, mdx_include and markdown-include-variants."""
    names = FileNames(FILES, SITE)
    assert names.named_in(f"{{!other.txt!}} Words.\n\n{written}\n", POST, only_targets=True) == {"assets/x.tar.gz"}
    assert names.named_in(f"{{!other.txt!}} x.tar.gz {written[2:]}\n", POST, only_targets=True) == frozenset()


def test_a_word_outside_of_a_snippet_is_no_name() -> None:
    text = "--8<--\n;x.tar.gz\nother/x.tar.gz\n--8<--\nx.tar.gz\n;--8<-- 'x.tar.gz:2'\n"
    assert FileNames(FILES, SITE).named_in(text, POST, only_targets=True) == frozenset()


def test_a_path_behind_other_words_of_a_tag_is_a_name() -> None:
    text = "{% img left /assets/x.tar.gz 300 'A picture' %}"
    assert FileNames(FILES, SITE).named_in(text, POST, only_targets=True) == {"assets/x.tar.gz"}


@pytest.mark.parametrize("file", ["x.t t", "x.\u00fc", "x.tar.gz", "x.PNG", "x.c++", "x y.p(1)", "x"])
def test_a_suffix_may_be_written_in_any_way(file: str) -> None:
    """Words without the suffix of any file are passed over."""
    text = f"![p](a/{quote(file)}) and 10.5, 3.png"
    assert FileNames({f"a/{file}"}, SITE).named_in(text, PurePosixPath("b.md"), only_targets=True) == {f"a/{file}"}


@pytest.mark.parametrize(
    "text",
    [
        "---\nimage: a.png\n...\nText.\n",
        "\ufeff---\r\nimage: a.png\r\n--- \r\nText.\r\n",
        "---\rimage: a.png\r---\rText.\r",
        "Title: x\r\nImage: a.png\r\n\r\nText.\r\n",
        "\ufeffImage: a.png\n\nText.\n",
    ],
)
def test_a_theme_may_put_a_folder_before_a_value_in_each_form_of_front_matter(text: str) -> None:
    assert FileNames({"img/a.png"}).named_in(text, POST, only_targets=True) == {"img/a.png"}
    assert FileNames({"img/a.png"}).named_in(f"{text}\nimage: a.png", POST) == {"img/a.png"}


@pytest.mark.parametrize(
    "text", ["---\ntext: |\n  ...\n---\nimage: a.png", "---\nx: y\n...z: a.png", "...\nimage: a.png\n"]
)
def test_what_only_looks_like_the_end_of_front_matter(text: str) -> None:
    assert FileNames({"img/a.png"}).named_in(text, POST, only_targets=True) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        r'{"a": "img\/\u00fc \ud83d\ude00.png", "b": "\u0075"}',
        r"a = 'img/\xfc \ud83d\ude00.png'",
        r"a { background: url('img/\fc  \1f600.png') } b { content: '\0 \110000 \ud83d' }",
    ],
)
def test_characters_by_their_numbers(text: str) -> None:
    """As JSON, scripts and style sheets have them."""
    name = "journal/img/\u00fc \U0001f600.png"
    assert FileNames({name}).named_in(text, POST) == {name}


def test_the_folder_of_a_source_may_be_in_another_unicode_form_than_its_links() -> None:
    """MacOS writes a letter and its accent apart; a link from there to a file beside it has no accent at all."""
    names = FileNames({"Bu\u0308ro/a.png", "Bu\u0308ro/b c.png", "B\u00fcro/d.png"})
    place = PurePosixPath("Bu\u0308ro/style.css")

    found = {"Bu\u0308ro/a.png", "Bu\u0308ro/b c.png", "B\u00fcro/d.png"}
    assert names.named_in("url(a.png) url('b c.png') url(d.png)", place) == found
    assert names.named_in("![a](a.png) ![b](<b c.png>) ![d](./d.png)", place, only_targets=True) == found
    assert names.ending_in("[a](../Bu\u0308ro/a.png)", place) == {"Bu\u0308ro/a.png"}


@pytest.mark.parametrize("text", ["{!My files/a b.csv!}", "{* My files/a b.csv *}", "{! ../My files/a b.csv !}"])
def test_a_whole_path_with_blanks_in_a_tag_that_includes_a_file(text: str) -> None:
    assert FileNames({"My files/a b.csv", "a b.csv"}).named_in(text, POST, only_targets=True) == {"My files/a b.csv"}


def test_a_name_may_end_in_a_sign_that_else_ends_a_sentence() -> None:
    """`Report Acme Inc.` without a suffix; the same link names another file if there is one without the sign only."""
    names = FileNames({"img/Acme.Inc.", "img/b.png"}, SITE)
    text = '![a](/docs/img/Acme.Inc.) <a href="/img/b.png.?v=1">'

    assert names.named_in(text, POST, only_targets=True) == {"img/Acme.Inc.", "img/b.png"}


@pytest.mark.parametrize(
    "text",
    [
        "![[Acme.]]",
        "![[wiki/Acme.#page=2|300]]",
        "{% include file.html name=Acme. %}",
        '--8<-- "wiki/Acme."',
        "---\nfile: Acme.\n---\n",
        "[a](../Acme.)",
    ],
)
def test_a_name_without_its_folder_may_end_in_such_a_sign(text: str) -> None:
    names = FileNames({"img/wiki/Acme."})

    assert names.named_in(text, PurePosixPath("journal/2024/a.md"), only_targets=True) == {"img/wiki/Acme."}
    assert names.ending_in(text) == {"img/wiki/Acme."}


@pytest.mark.parametrize("file", ["assets/img/a.png", "assets/img/a b.png"])
@pytest.mark.parametrize("text", ["![x]({})", "[x](<{}> 't')", "[r]: {}\n\n![x][r]", "![x](img/{})"])
def test_a_markdown_link_that_leads_to_no_file_may_be_its_name(text: str, file: str) -> None:
    """Plugins such as autolinks find files so; in a public text it counts beside such a plugin, for one file only."""
    name = file.rpartition("/")[2] if "<" in text else file.rpartition("/")[2].replace(" ", "%20")
    written = text.format(name)
    files = {file, f"journal/2024-05-05-plan/img/{file.rpartition('/')[2]}"}

    assert FileNames({file}).named_in(written, POST, only_targets=True) == {file}
    assert FileNames(files).named_in(written, POST, only_targets=True) == files
    assert FileNames({file}, by_name=True).named_in(written, POST) == {file}
    assert not FileNames(files, by_name=True).named_in(written, POST)
    assert not FileNames({file}).named_in(written, POST)
    words = f"Words about {name} <img src='{name}'> [x](https://example.com/{name})"
    assert not FileNames({file}, by_name=True).named_in(words, POST, only_targets=True)


@pytest.mark.parametrize(
    "text",
    [
        "![x](site:assets/a.png)",
        "<img src='site:/assets/a.png'>",
        "---\ncover: site:assets/a.png\n---\n",
        "*site:assets/a.png*",
    ],
)
def test_a_plugin_may_have_a_notation_before_a_path(text: str) -> None:
    assert FileNames({"assets/a.png"}).named_in(text, POST) == {"assets/a.png"}
    assert FileNames({"assets/a b.png"}).named_in("![x](site:assets/a%20b.png)", POST, only_targets=True) == {
        "assets/a b.png"
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("::cards::\n\n- title: A\n  image: /assets/a.png\n\n::/cards::", True),
        ("::cards::\n\n- image: ../assets/a.png\n\n::/cards::", True),
        ("```d2\nx.icon: ../assets/a.png\n```", True),
        ("[OAD(./docs/assets/a.png)]", True),
        ("Words about image: /assets/a.png", False),
        ("Words (docs/assets/a.png)", False),
    ],
)
def test_blocks_of_plugins_have_keys(text: str, named: bool) -> None:
    """Those of neoteroi-mkdocs, for example."""
    names = FileNames({"assets/a.png"}).named_in(text, PurePosixPath("journal/a.md"), only_targets=True)

    assert names == ({"assets/a.png"} if named else set())
