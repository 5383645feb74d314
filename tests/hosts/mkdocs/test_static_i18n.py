"""What is known of mkdocs-static-i18n, without it: a plugin of the same form takes its place.

`tests/neighbours/test_static_i18n.py` checks that the plugin has this form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_journal.hosts.mkdocs import static_i18n
from mkdocs_journal.hosts.mkdocs.internals import note_targets
from mkdocs_journal.hosts.mkdocs.page_files import as_page
from mkdocs_journal.hosts.mkdocs.static_i18n import BuildLanguage


@pytest.fixture
def config(tmp_path: Path) -> Any:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(tmp_path), "site_dir": str(tmp_path / "site"), "plugins": []})
    config.validate()
    return config


@pytest.fixture
def with_i18n(config: Any) -> Iterator[Callable[..., Any]]:
    """Return what puts a plugin of that form into the configuration."""

    def add(current: str | None = "de", structure: str = "suffix", *, fallback: bool = True) -> Any:
        plugin: Any = SimpleNamespace(
            current_language=current,
            default_language="en",
            build_languages=["en", "de", "fr"],
            building=current != "en",
            i18n_files_per_language={},
            reconfigure_files=lambda files, _: f"{files} of {plugin.current_language}",
            config=SimpleNamespace(docs_structure=structure, fallback_to_default=fallback),
        )
        plugins[0] = plugin
        return plugin

    plugins: list[Any] = [None]
    config = SimpleNamespace(
        plugins=SimpleNamespace(items=lambda: [("search", object()), ("i18n", plugins[0])]),
        docs_dir=config.docs_dir,
        site_dir=config.site_dir,
    )
    add.config = config  # type: ignore[attr-defined]
    return add  # type: ignore[return-value]


def test_the_language_of_a_build(with_i18n: Any) -> None:
    """The default language has no folder; another plugin of the name `i18n` is not this one."""

    def language(*given: Any, **named: Any) -> BuildLanguage | None:
        with_i18n(*given, **named)
        return static_i18n.build_language(with_i18n.config)

    assert language("de") == BuildLanguage(name="de", root="de/")
    assert language("en") == BuildLanguage(name="en", root="")
    assert language("de", "folder") == BuildLanguage(name="de", root="de/", folders=("de", "en"))
    assert language("en", "folder") == BuildLanguage(name="en", root="", folders=("en",))
    assert language("de", "folder", fallback=False) == BuildLanguage(name="de", root="de/", folders=("de",))
    assert language(None) is None
    assert static_i18n.build_language(SimpleNamespace(plugins={"i18n": object()})) is None  # type: ignore[arg-type]


def test_further_languages_are_built_inside_the_first(with_i18n: Any) -> None:
    with_i18n("de")
    assert static_i18n.builds_further_language(with_i18n.config)
    with_i18n("en")
    assert not static_i18n.builds_further_language(with_i18n.config)


def test_the_files_of_other_languages(with_i18n: Any, config: Any) -> None:
    """The plugin is at the language while its files are looked at, and afterwards where it was."""
    plugin = with_i18n("en")

    seen: list[Any] = [
        (language.name, files, plugin.current_language)
        for language, files in static_i18n.languages_of("files", ("en",), with_i18n.config)  # type: ignore[arg-type]
    ]
    known = list(static_i18n.languages_of("files", ("en", "de", "fr"), with_i18n.config))  # type: ignore[arg-type]

    assert seen == [("de", "files of de", "de"), ("fr", "files of fr", "fr")]
    assert known == list(static_i18n.languages_of("files", (), config)) == []  # type: ignore[arg-type]
    assert plugin.current_language == "en"


def test_the_files_of_other_languages_are_chosen_without_their_alternates(with_i18n: Any) -> None:
    """The plugin compares each file with those of every language for that, and nothing reads what it finds.

    Each file knows the language that is built.
    """
    plugin: Any = type("Own", (), {"reconfigure_files_alternates": lambda _: "slow"})()
    vars(plugin).update(vars(with_i18n("en")))
    found: list[Any] = []

    def reconfigure(files: Files, _: object) -> Files:
        found.append(plugin.reconfigure_files_alternates())
        return files

    plugin.reconfigure_files = reconfigure
    config = SimpleNamespace(plugins={"i18n": plugin})
    copied: Any = File("b.html", None, "site", use_directory_urls=True)
    copied.locale = copied.locale_alternate_of = "en"

    for language, _ in static_i18n.languages_of(Files([copied]), ("en",), config):  # type: ignore[arg-type]
        assert copied.locale_alternate_of == language.name

    assert found == [None, None]
    assert plugin.reconfigure_files_alternates() == "slow", "in the builds of the plugin"


def test_a_file_of_one_language(config: Any) -> None:
    """The plugin gives it the path of the output for the site folder."""
    plain, shown = (File(name, "docs", "journal/a/index.html", True) for name in ("a.md", "a.de.md"))
    shown.norm_src_uri, shown.locale, shown.locale_alternate_of = "a.md", "en", "de"  # type: ignore[attr-defined]
    shown.localization, shown.alternates = None, {}  # type: ignore[attr-defined]

    static_i18n.mend_places(Files([plain, shown]), config)

    assert (plain.dest_dir, shown.dest_dir) == ("journal/a/index.html", config.site_dir)
    assert (static_i18n.source_name(plain), static_i18n.source_name(shown)) == ("a.md", "a.md")
    assert (static_i18n.language_of_text(plain), static_i18n.language_of_text(shown)) == ("", "en")
    page = as_page(Files([shown]), shown)
    assert (static_i18n.source_name(page), static_i18n.language_of_text(page)) == ("a.md", "en")


def test_a_generated_page_is_of_the_language(config: Any) -> None:
    file = File("de/journal/index.md", None, config.site_dir, True)

    static_i18n.set_language(file, "journal/index.md", BuildLanguage(name="de", root="de/", folders=("de",)))

    assert static_i18n.source_name(file) == "journal/index.md"
    assert static_i18n.language_of_text(file) == ""
    assert BuildLanguage(name="de", root="de/", folders=("de", "en")).of_generated == "de/"
    assert BuildLanguage(name="de", root="de/").of_generated == ""


def test_the_sitemap_of_every_language(with_i18n: Any, config: Any) -> None:
    plugin = with_i18n("de")
    files = Files(File(name, "docs", config.site_dir, True) for name in ("a.md", "b.md", "c.png"))
    plugin.i18n_files_per_language["en"] = ["first"]

    static_i18n.show_in_sitemap(files, {"b.md"}, with_i18n.config)

    assert [file.src_uri for file in plugin.i18n_files_per_language["de"]] == ["a.md"]
    assert static_i18n.sitemap_pages(with_i18n.config) == ["first", *plugin.i18n_files_per_language["de"]]
    assert static_i18n.sitemap_pages(config) is None


def test_the_translations_of_a_page_for_the_sitemap(config: Any) -> None:
    file = File("a.md", "docs", config.site_dir, True)

    static_i18n.set_alternates(file, {"en": "a/", "de": "de/a/"}, config)

    alternates = file.alternates  # type: ignore[attr-defined]
    assert alternates["en"] is file
    assert (alternates["de"].url, alternates["de"].page) == ("de/a/", None)


def test_folders_with_sources(with_i18n: Any, config: Any) -> None:
    with_i18n("de", "folder")
    docs = Path(config.docs_dir)

    assert static_i18n.source_folders(with_i18n.config) == (docs / "de", docs / "en", docs)
    assert static_i18n.source_folders(config) == (docs,)
    assert static_i18n.folders_of_languages(with_i18n.config) == (docs, docs / "en", docs / "de", docs / "fr")
    assert static_i18n.folders_of_languages(config) == ()
    with_i18n("de", "suffix")
    assert static_i18n.folders_of_languages(with_i18n.config) == (docs,)


def test_files_that_the_plugin_does_not_accept_end_a_build_with_its_message(with_i18n: Any) -> None:
    def refuse(error: Exception) -> Callable[..., Any]:
        def reconfigure(files: object, config: object) -> None:
            raise error

        return reconfigure

    plugin = with_i18n("en")
    for error, raised in ((Exception("both a.md"), PluginError), (KeyError("x"), KeyError)):
        plugin.reconfigure_files = refuse(error)

        with pytest.raises(raised):
            list(static_i18n.languages_of(Files([]), (), with_i18n.config))

    assert plugin.current_language == "en"
    assert not hasattr(plugin, "reconfigure_files_alternates"), "its own search is its own again"


def test_redirects_lead_to_the_first_language() -> None:
    """mkdocs-redirects writes them in the build of each language, to the same files."""

    def in_language(source: str, name: str) -> File:
        file = File(name, "docs", "site", use_directory_urls=True)
        static_i18n.set_language(file, source, BuildLanguage(name="x", root=""))
        return file

    plugin = SimpleNamespace(doc_pages={})
    english = [in_language("a.md", "a.md"), in_language("b.md", "b.md"), in_language("tags.md", "tags.md")]
    german = [in_language("a.md", "a.de.md"), in_language("b.md", "b.md"), in_language("c.md", "c.de.md")]

    note_targets(plugin, Files(english), further=False)
    assert plugin.doc_pages == dict(zip(("a.md", "b.md", "tags.md"), english, strict=True))

    plugin.doc_pages = {}
    note_targets(plugin, Files(german), further=True)
    assert [plugin.doc_pages[name] for name in ("a.md", "b.md", "tags.md")] == english
    assert [plugin.doc_pages[name] for name in ("a.de.md", "c.md", "c.de.md")] == [german[0], german[2], german[2]]

    note_targets(plugin, Files(english[:1]), further=False)
    assert plugin.doc_pages == {"a.md": english[0]}
    other = SimpleNamespace()
    note_targets(other, Files(english), further=False)
    assert vars(other) == {}


def test_a_file_that_is_copied_knows_the_language_of_the_build(with_i18n: Any) -> None:
    """The plugin takes such a file, which may be a post in HTML, for one of the default language."""
    with_i18n("de")
    text: Any = File("b.html", None, with_i18n.config.site_dir, use_directory_urls=True)
    text.norm_src_uri, text.locale, text.locale_alternate_of = "b.html", "en", "en"
    assert static_i18n.language_of_text(text) == ""

    static_i18n.mend_places(Files([text]), with_i18n.config)

    assert static_i18n.language_of_text(text) == "en"
