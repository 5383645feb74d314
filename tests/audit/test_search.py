"""The search for texts finds what the plain way finds: every text in every file."""

from __future__ import annotations

import json
import random
from html import escape
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journal.audit.marks import words_in
from mkdocs_journal.audit.passages import paragraphs
from mkdocs_journal.audit.search import _in, contained_in, found_in, words_of
from mkdocs_journal.audit.secrets import TEXT, Secret, secrets_of
from tests.growth import grows
from tests.publishing.test_permalinks import make_post

WORDS = (
    "ba",
    "ken",
    "tor",
    "shil",
    "naïve",
    "école",
    "x",
    "don't",
    "re-read",
    "Plan",
    "12",
    "2024-11-05",
    "harbour",
    "計画",
    "新しい計画を公開します",
    "выпуск",
    "это",
    "ขอบคุณ",
)
MARKS = (
    " ",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "“",
    "” ",
    " — ",
    " & ",
    "<b>",
    "</b> ",
    "\n",
    '"',
    "/",
    "-",
    "\xa0",
    "… ",
    "」",
    "»",
    "_",
)


def plain(files: list[tuple[str, bytes]], secrets: tuple[Secret, ...]) -> dict[Secret, str]:
    """Compare each file with each text, as `found_in` does with few of them."""
    found: dict[Secret, str] = {}
    for secret in secrets:
        for output, data in files:
            text = b'"/%b"\n%b' % (output.encode(), data)
            if any(_in(text, form, secret) for form in filter(words_in, secret.forms)):
                found[secret] = output
                break
    return found


def words(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(least, most)))


def text(chance: random.Random, known: list[str]) -> str:
    """Return words with marks between them, and some known texts as they are."""
    parts = [chance.choice((words(chance, 1, 7), chance.choice(MARKS), chance.choice(known))) for _ in range(60)]
    return "".join(part + chance.choice(MARKS) for part in parts)


def shown(chance: random.Random, known: list[str]) -> bytes:
    """Return a file: text, HTML, XML with HTML, or JSON."""
    inner = text(chance, known)
    head = "<html>\n  <nav>\n    <a href='/'>Home</a>\n  </nav>\n"
    forms = (
        lambda: inner,
        lambda: f"{head}<p>{inner}</p>\n",
        lambda: f"<x>{escape(escape(inner, quote=False), quote=False)}</x>",
        lambda: json.dumps({"text": inner}),
        lambda: json.dumps({"text": inner}, ensure_ascii=False) * 40,
    )
    return chance.choice(forms)().encode()


@pytest.mark.parametrize("seed", range(60))
def test_what_is_in_files_is_found(seed: int) -> None:
    """In words that all files share, whatever is around them."""
    chance = random.Random(seed)
    body = "\n\n".join(f"{words(chance, 4, 30)}." for _ in range(6))
    post = make_post(
        source=PurePosixPath(f"journal/2024-11-05-{chance.choice(('plan', 'a-quiet-plan', 'x'))}.md"),
        title=chance.choice((words(chance, 1, 9), words(chance, 2, 3), "a < b & c", "Plan", "&", "Ken's “plan” & more")),
        body=body,
    )
    secrets = secrets_of(post, chance.choice(("2024/11/plan/", "plan/", "journal/x.html")), (), "https://example.org/")
    known = [secret.text for secret in secrets]
    files = [(f"{number}/index.html", shown(chance, known)) for number in range(8)]

    found = found_in(files, secrets)

    assert {secret: found.get(secret) for secret in plain(files, secrets)} == plain(files, secrets)
    assert len(found) == len(plain(files, secrets))


def test_a_text_at_the_end_of_a_piece_is_found() -> None:
    """Files are searched piece by piece."""
    secret = Secret(PurePosixPath("a.md"), "the title", "harbour plans", (b"harbour plans",))

    for before in range(16_384 - 40, 16_384 + 5):
        files = [("a.txt", b"." * before + b" harbour plans ")]
        assert found_in(files, [secret]) == {secret: "a.txt"}


def test_signs_alone_are_not_looked_for() -> None:
    secret = Secret(PurePosixPath("a.md"), "the title", "?!", (b"?!",), before=b'>"', after=b'<"')

    assert found_in([("a.html", b"<b>?!</b>")], [secret]) == {}
    assert found_in([("a.html", b"<b>?!</b>")], []) == {}


@pytest.mark.parametrize("around", [" {} ", "»{}«", "\xa0{}\xa0", "_{}_", "看{}吧", "-{}-", "({})"])
@pytest.mark.parametrize("title", ["Quarterly results", "新版本 发布说明", "план выпуска", "План", "é à ü ö ß ñ", "a b"])
def test_a_title_is_found_beside_any_mark(title: str, around: str) -> None:
    """Its first and its last word are parts of longer words there."""
    form = title.encode()
    secret = Secret(PurePosixPath("a.md"), "the title", title, (form,))

    assert found_in([("a.html", f"<p>{around.format(title)}</p>".encode())], [secret]) == {secret: "a.html"}


def test_a_file_may_begin_with_a_text() -> None:
    secret = Secret(PurePosixPath("a.md"), "the file name", "a-plan", (b"a-plan",), before=b"/ \n", after=b"/ \n")

    assert found_in([("_redirects", b"a-plan /new/\n")], [secret]) == {secret: "_redirects"}


@pytest.mark.parametrize(
    "body",
    [
        "他说，我们今天发布了新的版本并且修复了许多重要的错误，请大家尽快更新到最新的版本以获得更好的体验。所有用户都应该阅读更新说明。",
        "本日、新しいバージョンを公開しましたのでお知らせいたします。重要な不具合がいくつか修正されており、更新を推奨します。",
        "เราจะเปิดตัวผลิตภัณฑ์ใหม่ในเดือนหน้าและไม่มีใครภายนอกควรรู้เรื่องนี้ก่อนถึงเวลานั้นเพราะเป็นความลับของบริษัท",
        "हम अगले महीने एक नया उत्पाद जारी करने वाले हैं। बाहर किसी को इसके बारे में पहले पता नहीं चलना चाहिए।",
        "Nous allons pre\u0301senter le produit l’e\u0301te\u0301 prochain, et rien ne doit e\u0302tre dit d’ici la\u0300.",
        "Мы выпустим новый продукт в следующем месяце, и до этого времени о нём не должен знать никто.",
    ],
    ids=["zh", "ja", "th", "hi", "fr", "ru"],
)
def test_the_text_of_a_post_is_found_in_any_script(body: str) -> None:
    post = make_post(source=PurePosixPath("journal/2024-11-05-plan.md"), body=body)
    texts = [secret for secret in secrets_of(post, "", ()) if secret.what == TEXT]

    found = found_in([("a.html", f"<main><p>«{body}»</p></main>".encode())], texts)

    assert paragraphs(post)[0].counts
    assert sum(len(secret.text) for secret in texts) > len(body) / 2
    assert found == dict.fromkeys(texts, "a.html")


@pytest.mark.parametrize(
    "sign", ["'", "’", "&rsquo;", "&#8217;", "&#39;", "&#x27;", "&amp;rsquo;", "&amp;#x27;", "\\u2019"]
)
def test_apostrophes_are_the_same(sign: str) -> None:
    """Typography, HTML and JSON have others than the source."""
    body = "We're sure it's the best that we've made. It's free for those who'd like it before it's announced."
    post = make_post(source=PurePosixPath("journal/2024-11-05-plan.md"), title="Ken's new plan", body=body)
    texts = [secret for secret in secrets_of(post, "", ()) if secret.what in {TEXT, "the title"}]

    found = found_in([("a.html", f"<p>{post.title}: {body}</p>".replace("'", sign).encode())], texts)

    assert found == dict.fromkeys(texts, "a.html")


def test_references_are_read() -> None:
    """Some programs write every character beyond ASCII as a reference."""
    secret = Secret(PurePosixPath("a.md"), TEXT, "préparé à l’été", ("préparé à l’été".encode(),))

    for shown in ("pr&#233;par&#xE9; &agrave; l&rsquo;&eacute;t&#233;", "préparé à l'été"):
        assert found_in([("a.html", f"<p>{shown}</p>".encode())], [secret]) == {secret: "a.html"}


def test_public_texts_may_have_other_apostrophes() -> None:
    secret = Secret(PurePosixPath("a.md"), TEXT, "There’s a new release of it", ())

    assert contained_in([b"There's a [new](x.md) release of it."], [secret]) == {secret}
    assert contained_in(["„There’s“ a – new release of it…".encode()], [secret]) == {secret}


def test_headings_that_follow_each_other_in_a_table_of_contents_are_public() -> None:
    """`[TOC]` in a post, and the search index of it."""
    secret = _secret(1, "Modular encryption support")
    source = b"[TOC]\n\n## Modular [encryption](x.md) {#x}\n\nThis is new.\n\n### Support for groups\n\nThis too.\n"

    assert contained_in([source], [secret]) == {secret}
    assert contained_in([source.replace(b"#", b"")], [secret]) == set()


def _secret(number: int, text: str) -> Secret:
    return Secret(PurePosixPath(f"d{number}.md"), "the title", text, (text.encode(),), b'>"', b'<"')


def test_a_title_of_many_drafts_is_looked_for_once() -> None:
    drafts = [_secret(number, "Test") for number in range(3)]

    assert found_in([("a.html", b"<p>Test</p>")], drafts) == dict.fromkeys(drafts, "a.html")

    def search(text: str) -> object:
        number = len(text) // 20
        files = ((f"a{at}.html", b"<p>a Test %d</p>" % at) for at in range(number))
        return found_in(files, [_secret(at, "Test") for at in range(number)])

    assert not grows(search, lambda size: "x" * size)


@pytest.mark.parametrize("sign", ["{0} plan{1} of {0}", "é{0} ê{1}", "計画{0}計画を公開する{1}"])
def test_sentences_of_many_drafts_are_looked_for_where_their_words_are(sign: str) -> None:
    """Drafts may be copies of public posts."""

    def search(text: str) -> object:
        number = len(text) // 40
        texts = [f"words {sign.format(chr(0x4E00 + at), at)} words".encode() for at in range(number)]
        secrets = [_secret(at, sign.format(chr(0x4E00 + at), at)) for at in range(number)]
        found = contained_in(reversed(texts), secrets)
        assert len(found) == number
        return found

    assert not grows(search, lambda size: "x" * size)


@given(st.text("aé 計b", max_size=40), st.lists(st.text("aé 計b", min_size=1, max_size=30), max_size=6))
def test_no_text_is_missed(text: str, others: list[str]) -> None:
    """The signs of a text are in every text that contains it."""
    secrets = [_secret(number, other) for number, other in enumerate((*others, text[3:], text[2:9]))]

    plain = {secret for secret in secrets if words_of(secret.text.encode()) in words_of(text.encode())}
    assert contained_in([text.encode()], secrets) == plain


def test_titles_that_differ_in_one_word_are_told_apart_by_it() -> None:
    def search(text: str) -> object:
        number = len(text) // 40
        files = ((f"a{at}.html", b"<p>What is new in the version %d</p>" % at) for at in range(number))
        return found_in(files, [_secret(at, f"What is new in the version {at}x") for at in range(number)])

    assert not grows(search, lambda size: "x" * size)
