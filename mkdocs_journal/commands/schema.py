"""`mkdocs-journal schema`: JSON Schema of the options and of front matter, for editors."""

from __future__ import annotations

import json
from typing import Final

import click

from mkdocs_journal.front_matter.json_schema import schema_of_front_matter, schema_of_mkdocs, schema_of_options

_SCHEMAS: Final = {"mkdocs": schema_of_mkdocs, "options": schema_of_options, "front-matter": schema_of_front_matter}


@click.command()
@click.argument("what", type=click.Choice(list(_SCHEMAS)))
def schema(what: str) -> None:
    """Print a JSON Schema: of the plugin in mkdocs.yml, of its options alone, or of the front matter of posts.

    Editors complete and check with it. Other keys of front matter are free, because themes and other plugins read them.
    """
    click.echo(json.dumps(_SCHEMAS[what](), ensure_ascii=False, indent=1))
