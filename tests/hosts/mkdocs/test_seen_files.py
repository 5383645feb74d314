"""A file of MkDocs that was seen before is seen as if it were seen anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_journal.hosts.mkdocs.files import output_file, seen_anew
from mkdocs_journal.hosts.mkdocs.internals import move
from mkdocs_journal.hosts.mkdocs.post_files import give_body
from mkdocs_journal.publishing.permalinks import Address


def on_disk() -> File:
    return File("a.md", "docs", "site", use_directory_urls=True)


def made() -> File:
    config = MkDocsConfig()
    config.load_dict({"site_name": "T", "docs_dir": "docs", "site_dir": "site", "plugins": []})
    assert not config.validate()[0]
    config.plugins._current_plugin = "other"
    return File.generated(config, "a.md", content="a")


CHANGES: dict[str, Callable[[File], object]] = {
    "moved by the journal": lambda file: move(file, Address("b", "b.html")),
    "moved by others": lambda file: setattr(file, "dest_uri", "b/index.html"),
    "another url": lambda file: setattr(file, "url", "b/"),
    "another source": lambda file: setattr(file, "src_uri", "b.txt"),
    "another language": lambda file: setattr(file, "norm_src_uri", "b.md"),
    "read from elsewhere": lambda file: setattr(file, "abs_src_path", "/elsewhere/a.md"),
    "left out": lambda file: setattr(file, "inclusion", InclusionLevel.DRAFT),
    "not in the nav": lambda file: setattr(file, "inclusion", InclusionLevel.NOT_IN_NAV),
    "made by a plugin": lambda file: setattr(file, "generated_by", "other"),
    "another text": lambda file: setattr(file, "content_string", "b"),
    "another body": lambda file: give_body(file, "b"),
}


@pytest.mark.parametrize("file_of", [on_disk, made])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_file(change: Callable[[File], object], file_of: Callable[[], File]) -> None:
    file = file_of()
    output_file(file)
    change(file)

    assert output_file(file) == seen_anew(file)


@pytest.mark.parametrize("file_of", [on_disk, made])
def test_an_unchanged_file_is_the_same_value(file_of: Callable[[], File]) -> None:
    file = file_of()
    seen = output_file(file)

    assert output_file(file) is seen
    assert "url" not in vars(file)
