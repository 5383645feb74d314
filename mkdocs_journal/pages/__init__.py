"""Values for templates and the content of pages, without MkDocs."""
