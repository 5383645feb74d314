"""One option, described by a dataclass field from which checks, documentation and configuration are made.

The annotation of the field is the type of the option, and mypy compares it with what the reader returns:

    per_page: int = option(values.count, 10, "Posts on a page of the landing list.", "20")
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields
from functools import partial
from typing import Final, NamedTuple, TypeVar

T = TypeVar("T")
_KEY: Final = "option"


class Option(NamedTuple):
    """One option."""

    name: str
    """As written below `journal:`; a dot separates the levels."""
    read: Callable[[object], object]
    """Returns the checked value; raises ValueError with what to write."""
    default: str
    """As written in YAML."""
    description: str
    """For the documentation, one or two sentences."""
    example: str
    """A value worth showing, as written in YAML."""
    of_site: bool = False
    """Whether it applies to the whole site and cannot be set for one journal."""


def option(read: Callable[[object], T], default: object, description: str, example: str) -> T:
    """Return the field of an option.

    Args:
        read: Returns the checked value; raises ValueError with what to write.
        default: The default as YAML would give it; the field's default is the result of `read`.
        description: For the documentation, one or two sentences.
        example: A value worth showing, as written in YAML.
    """
    return field(default_factory=partial(read, default), metadata=described(read, default, description, example))


def optional(read: Callable[[object], T], unset: T, description: str, example: str) -> T:
    """Return the field of an option that is null by default; `unset` is the value of the field then."""
    return field(default=unset, metadata=described(read, None, description, example))


def described(read: Callable[[object], object], default: object, description: str, example: str) -> Mapping[str, Option]:
    """Return the description of an option as the metadata of its field."""
    return {_KEY: Option("", read, in_yaml(default), description, example)}


def options_in(model: type, prefix: str = "", *, of_site: bool = False) -> Iterator[Option]:
    """Yield the options among the fields of a dataclass in order; those of a group come after the group itself."""
    for one in fields(model):
        if found := one.metadata.get(_KEY):
            yield found._replace(name=f"{prefix}{one.name}", of_site=of_site)


def in_yaml(value: object) -> str:
    """Return a value as written in YAML on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(in_yaml, value))}]"
    return value if isinstance(value, str) else json.dumps(value)
