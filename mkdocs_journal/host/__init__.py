"""The edge to MkDocs: with `plugin` and `commands` the only room that imports it."""
