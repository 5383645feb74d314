"""A day in its usual form is the date that YAML's loader makes of it."""

from __future__ import annotations

import pytest
import yaml

from mkdocs_journal.front_matter.plain_data import plain
from mkdocs_journal.front_matter.yaml_values import Scalar


@pytest.mark.parametrize("text", ["2024-11-12", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_is_a_date(text: str) -> None:
    assert plain(Scalar(text, 1, 1)) == yaml.safe_load(text)


@pytest.mark.parametrize("text", ["2023-02-29", "2024-13-01", "0000-01-01", "2024-00-10", "２０２４-01-01"])
def test_a_day_that_does_not_exist_stays_text(text: str) -> None:
    assert plain(Scalar(text, 1, 1)) == text


@pytest.mark.parametrize("text", ["2024-1-2", "2024-11-12 10:00:00", "2024-11-12T10:00:00Z"])
def test_other_forms_are_left_to_yaml(text: str) -> None:
    assert plain(Scalar(text, 1, 1)) == yaml.safe_load(text)
