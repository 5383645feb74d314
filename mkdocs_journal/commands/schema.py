"""`mkdocs-journal schema`: JSON Schema of the options and of front matter, for editors."""

from __future__ import annotations

import json

import click

from mkdocs_journal.front_matter.json_schema import schema_of_front_matter, schema_of_options


@click.command()
@click.argument("what", type=click.Choice(["options", "front-matter"]))
def schema(what: str) -> None:
    """Print the JSON Schema of the plugin's options in mkdocs.yml, or of the front matter of posts.

    Editors complete and check with it. Other keys of front matter are free, because themes and other plugins read them.
    """
    found = schema_of_options() if what == "options" else schema_of_front_matter()
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))
