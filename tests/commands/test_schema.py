"""`schema`: what the schemas take and refuse."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import pytest
import yaml

from mkdocs_journal.commands.main import main
from mkdocs_journal.options.table import OPTIONS
from tests.command_line import runner
from tests.documentation.fences import all_fences, read_yaml


@cache
def schema(what: str) -> Any:
    result = runner().invoke(main, ["schema", what])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def nested(name: str, value: object) -> dict[str, object]:
    group, _, inner = name.rpartition(".")
    return {group: {inner: value}} if group else {inner: value}


def test_every_default_and_example_is_right() -> None:
    """Alone, and inside `journals` unless it is for all of them; null is the default."""
    options = schema("options")

    for option in OPTIONS:
        for text in (option.default, option.example, "null"):
            written = nested(option.name, yaml.safe_load(text))
            options.validate(written)
            if not option.of_site:
                options.validate({"journals": {"news": written}, "combined": written})


WRONG = pytest.mark.parametrize(
    "written",
    [
        {"per_page": 0},
        {"per_page": "ten"},
        {"compat": "hugo"},
        {"on_error": True},
        {"folder": 5},
        {"fodler": "a"},
        {"feeds": {"atmo": "a.xml"}},
        {"feeds": {"content": "half"}},
        {"feeds": 5},
        {"archives": False},
        {"journals": {"news": {"redirects": []}}},
        {"journals": ["news"]},
        {"combined": {"journals": {}}},
        {"last_updated": "sometimes"},
        {"defaults": {}},
    ],
)


@WRONG
def test_wrong_options_are_refused(written: dict[str, object]) -> None:
    assert not schema("options").is_valid(written)


@WRONG
def test_wrong_options_are_refused_in_mkdocs_yml(written: dict[str, object]) -> None:
    """As an item of a list of plugins, and as a value of a map of them."""
    mkdocs = schema("mkdocs")

    assert not mkdocs.is_valid({"plugins": ["search", {"journal": written}]})
    assert not mkdocs.is_valid({"plugins": {"search": None, "journal": written}})


def test_the_rest_of_mkdocs_yml_is_free() -> None:
    """So that the schema of Material can describe it."""
    mkdocs = schema("mkdocs")

    mkdocs.validate({"site_name": "A", "plugins": ["search", "journal", {"blog": {"per_page": 0}}, {"journal": None}]})
    mkdocs.validate({"site_name": "A", "theme": {"name": 5}})


def test_every_example_of_the_documentation_is_right() -> None:
    """What has plugins, by the schema of `mkdocs.yml`; what is front matter, by that of posts."""
    mkdocs, front_matter = schema("mkdocs"), schema("front-matter")
    found = [fence for fence in all_fences() if fence.page != "docs/reference/problems.md"]
    configs = [read_yaml(fence.text) for fence in found if fence.language == "yaml" and "plugins:" in fence.text]
    headers = [fence.text.split("---\n")[1] for fence in found if fence.text.startswith("---\n")]

    assert len(configs) > 50
    assert len(headers) > 10
    for config in configs:
        mkdocs.validate(config)
    for header in headers:
        front_matter.validate(json.loads(json.dumps(read_yaml(header), default=str)))


@pytest.mark.parametrize(
    "written",
    [
        {"feeds": {"ids": "uuid"}, "audit": False},
        {"last_updated": ["git"], "timezone": "UTC", "permalink": "pretty"},
        {"journals": {"a": None}, "combined": "all"},
    ],
)
def test_right_options_are_taken(written: dict[str, object]) -> None:
    schema("options").validate(written)


def test_front_matter() -> None:
    """Keys of other programs are free; those of the journal have the types that it reads."""
    front_matter = schema("front-matter")

    front_matter.validate({"title": 1.0, "tags": "a b", "date": "2024-01-02", "author": ["Ada"], "mine": {"a": [1]}})
    front_matter.validate({"tags": ["a"], "image": {"path": "a.png"}, "draft": "true", "hidden": None})
    refused: list[dict[str, object]] = [{"title": ["a"]}, {"draft": {}}, {"permalink": ["/a/"]}, {"slug": {"a": 1}}]
    for wrong in refused:
        assert not front_matter.is_valid(wrong), wrong
