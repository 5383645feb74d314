"""An option is described once, in the field of its dataclass."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest
import yaml

from mkdocs_journal.options import values
from mkdocs_journal.options.feed_options import FeedOptions
from mkdocs_journal.options.journal_options import Options, SiteOptions
from mkdocs_journal.options.option import in_yaml, option, optional, options_in
from mkdocs_journal.options.table import OPTIONS

MODELS = [Options, FeedOptions, SiteOptions]


@dataclass(frozen=True)
class _Example:
    size: int = option(values.count, 3, "A size.", "4")
    label: str | None = optional(values.one_of("a", "b"), None, "A label.", "b")
    names: tuple[str, ...] = option(values.globs, ["a", "b"], "Some names.", "[c]")
    plain: int = 0


def test_the_field_of_an_option_has_its_default_as_the_reader_makes_it() -> None:
    assert _Example() == _Example(3, None, ("a", "b"), 0)


def test_the_description_of_an_option_is_read_from_its_field() -> None:
    found = [(one.name, one.default, one.description, one.example) for one in options_in(_Example, "x.")]

    assert found == [
        ("x.size", "3", "A size.", "4"),
        ("x.label", "null", "A label.", "b"),
        ("x.names", "[a, b]", "Some names.", "[c]"),
    ]


@pytest.mark.parametrize("model", MODELS)
def test_every_option_is_in_the_table_and_the_table_has_no_other(model: type) -> None:
    prefix = "feeds." if model is FeedOptions else ""
    own = [f"{prefix}{one.name}" for one in fields(model) if one.metadata]

    assert sorted(one.name for one in OPTIONS if one.name in own) == sorted(own)


def test_a_default_that_is_written_out_is_the_default() -> None:
    """So that the documentation says what happens without the option."""
    made: dict[str, object] = {"": Options(), "archives": Options().archives, "feeds": Options().feeds}
    for one in OPTIONS:
        value = yaml.safe_load(one.default)
        if value is not None and one.name not in {"journals", "markup"}:  # `compat` decides what `markup` is
            group, _, name = one.name.rpartition(".")
            holder = SiteOptions() if one.of_site else made[group]
            assert getattr(holder, name) == one.read(value), one.name


@pytest.mark.parametrize("value", [None, True, 5, "a.xml", [], ["a", "b"], {}])
def test_a_value_in_yaml_is_read_as_that_value(value: object) -> None:
    assert yaml.safe_load(in_yaml(value)) == value
