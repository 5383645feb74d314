"""Keeps the compiled templates of a theme from one build of `mkdocs serve` to the next."""

from __future__ import annotations

import jinja2
from jinja2.bccache import Bucket


class KeptTemplates(jinja2.BytecodeCache):
    """The compiled form of each template of the theme, as long as its source is the same; Jinja compares that."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._code: dict[str, bytes] = {}
        self._environment: jinja2.Environment | None = None

    def serve(self, environment: jinja2.Environment) -> None:
        """Serve an environment, but none that is made of it: with other settings, templates are compiled in another way."""
        self._environment, environment.bytecode_cache = environment, self

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its compiled form, if it is kept."""
        if bucket.environment is self._environment and (code := self._code.get(bucket.key)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled form of a template."""
        if bucket.environment is self._environment:
            self._code[bucket.key] = bucket.bytecode_to_string()
