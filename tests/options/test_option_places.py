"""Problems with an option name the line of the configuration file in which it stands."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest
import yaml

from mkdocs_journal.options import option_places
from mkdocs_journal.options.option_places import place_of_option

LIST = """\
site_name: Test
theme: !ENV [THEME, mkdocs]
plugins:
  - search
  - journal:
      export: e.json
      journals:
        a.b:
          feeds:
            atom: /x.xml
        c: {}
      combined:
        folder: all
markdown_extensions:
  - x: !!python/name:some.thing
"""


@pytest.mark.parametrize(
    ("option", "place"),
    [
        ("export", "6:15"),
        ("journals.a.b.feeds.atom", "10:19"),
        ("journals.a.b.feeds.rss", "10:13"),  # not written: where the options above it are
        ("journals.a.b.export", "6:15"),  # that of all journals
        ("journals.c.folder", "11:12"),
        ("combined.folder", "13:17"),
        ("combined.export", "6:15"),
        ("schedule", "6:7"),
    ],
)
def test_an_option_in_a_list_of_plugins(option: str, place: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(LIST, encoding="utf-8")

    assert str(place_of_option(str(file), option)) == f"{file}:{place}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("plugins:\n  journal:\n    export: e.json\n", ":3:13"),
        ("plugins: {journal: {export: e.json}}\r\n", ":1:29"),
        ("plugins: [search, journal]\n", ":1:19"),
        ("plugins:\n- journal:\n", ":2:11"),
        ("x: &x {export: e.json}\nplugins:\n- journal:\n    <<: *x\n", ":1:16"),
        ("x: &x {export: e.json}\nplugins:\n- journal:\n    <<: [*x]\n", ":1:16"),
        ("\ufeffplugins: {journal: {export: e.json}}\n", ":1:29"),
        ("plugins: journal\n", ":1:10"),
        ("- a\n", ""),
        ("", ""),
        ("a: [\n", ""),
    ],
)
def test_other_ways_to_write_it(text: str, place: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8", newline="")

    assert str(place_of_option(str(file), "export")) == f"{file}{place}"


def test_an_inherited_configuration(tmp_path: Path) -> None:
    """The option is searched for in the files that the configuration inherits from; one that inherits itself ends."""
    main, base = tmp_path / "mkdocs.yml", tmp_path / "base.yml"
    main.write_text("INHERIT: base.yml\nplugins:\n  journal:\n    schedule: s.json\n", encoding="utf-8")
    base.write_text("INHERIT: base.yml\nplugins:\n  journal:\n    export: e.json\n", encoding="utf-8")

    assert str(place_of_option(str(main), "schedule")) == f"{main}:4:15"
    assert str(place_of_option(str(main), "export")) == f"{base}:4:13"


def test_no_file() -> None:
    assert str(place_of_option(None, "export")) == "mkdocs.yml"
    assert str(place_of_option("/nowhere/mkdocs.yml", "export")) == "/nowhere/mkdocs.yml"


def test_the_options_of_many_journals_are_found_in_one_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long nav is not read again for each; a changed file is."""
    compose = Mock(side_effect=yaml.compose)
    monkeypatch.setattr(yaml, "compose", compose)
    file = tmp_path / "mkdocs.yml"
    file.write_text(LIST + "# many\n", encoding="utf-8")

    places = {place_of_option(file, f"journals.{name}.folder").line for name in ("a.b", "c", "d")}

    assert (len(places), compose.call_count) == (3, 1)
    file.write_text("# a line\n" + LIST, encoding="utf-8")
    assert place_of_option(file, "export").line == 7


def test_a_configuration_is_read_once_for_many_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it changes."""
    read: list[Path] = []

    def counted(path: Path) -> bytes:
        read.append(path)
        return path.read_bytes()

    monkeypatch.setattr(option_places, "bytes_of", counted)
    file = tmp_path / "mkdocs.yml"
    file.write_text("plugins:\n- journal:\n    a: 1\n    b.c: {d: 2}\n    b: {c: 3}\n", encoding="utf-8")

    found = [place_of_option(file, name) for name in ("a", "b.c.d", "b.c", "b.x", "y")]
    file.write_text("plugins:\n- journal: {a: 1}\n", encoding="utf-8")

    assert [(place.line, place.column) for place in found] == [(3, 8), (4, 14), (4, 10), (5, 8), (3, 5)]
    assert len(read) == 1
    assert place_of_option(file, "a").line == 2
