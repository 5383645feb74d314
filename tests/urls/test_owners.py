"""The owner of a file is found without a look at every folder above it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journal.urls.routes import Route, Routes, _folders
from tests.conftest import CI

FILES = st.lists(st.sampled_from(["a", "b", "A", "é"]), min_size=1, max_size=4).map("/".join)


def owner_of(file: str, claimed: dict[str, Route]) -> Route | None:
    """Return a route that is the file, below it, or above it; the plain way."""
    below = (route for name, route in claimed.items() if file in _folders(name))
    above = (claimed[folder] for folder in _folders(file) if folder in claimed)
    return claimed.get(file) or next(below, None) or next(above, None)


@settings(max_examples=300, deadline=None, derandomize=CI, database=None)
@given(st.lists(FILES, max_size=8))
def test_the_owner(files: list[str]) -> None:
    routes, claimed = Routes(), dict[str, Route]()
    for number, file in enumerate(files):
        expected = owner_of(file, claimed)

        assert routes.owner(file) == expected
        if routes.claim(Route(file, str(number), "post")) is None:
            claimed[file] = Route(file, str(number), "post")
        assert (expected is None) == (claimed.get(file) == Route(file, str(number), "post"))


@settings(max_examples=100, deadline=None, derandomize=CI, database=None)
@given(FILES, FILES)
def test_twins(one: str, other: str) -> None:
    routes = Routes()
    routes.claim(Route(one, "a", "post"))

    assert (routes.twin(other) is not None) == (one != other and one.casefold() == other.casefold())
