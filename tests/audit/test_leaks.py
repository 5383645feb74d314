"""What the audit does where files are missing or cannot be read."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path, PurePosixPath

import pytest

from mkdocs_journal.audit import leaks
from mkdocs_journal.audit.leaks import _copied, _copies, _outputs, _own_terms, _public_terms, _secrets, _size
from mkdocs_journal.audit.written_site import WrittenSite
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.site_values import Audit
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.posts.terms import taxonomy
from mkdocs_journal.publishing.edition import Edition
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.publication import Publication
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.publishing.whole_files import digest_of_file
from mkdocs_journal.urls.routes import Routes
from tests.publishing.test_permalinks import make_post


def file(path: Path | None, destination: str = "a.txt") -> OutputFile:
    return OutputFile(source="a.txt", url="a.txt", destination=destination, path=path, is_page=False)


def site(folder: Path, **given: object) -> WrittenSite:
    info = SiteInfo(docs=folder / "docs", output=folder / "site")
    given = {"files": (), "publication": Publication((), None, Routes()), **given}
    return WrittenSite(site=info, **given)  # type: ignore[arg-type]  # a test's


def test_outputs_are_files_and_not_what_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.html").write_bytes(b"12345")
    (tmp_path / "nowhere").symlink_to("missing")
    os.mkfifo(tmp_path / "pipe")

    assert list(_outputs(tmp_path)) == [("a/b.html", 5)]


def test_a_file_that_is_gone_is_no_copy(tmp_path: Path) -> None:
    there = tmp_path / "a.txt"
    there.write_bytes(b"12345")
    files = [file(there), file(there, "other.txt"), file(tmp_path / "gone", "b.txt"), file(None, "made.txt")]

    assert _copies(files, {"a.txt": 5, "other.txt": 6, "b.txt": 5, "made.txt": 5}) == {"a.txt"}
    assert _size(files[2]) == 0


def test_an_attachment_that_is_empty_or_gone_is_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    written = site(tmp_path, attachments=(file(tmp_path / "empty"), file(tmp_path / "gone")))

    assert list(_copied(written, {"a.txt": 0})) == []


def test_an_output_is_read_once_for_all_attachments_of_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one of another size is not read."""
    reads: list[Path] = []

    def noted(path: Path) -> bytes:
        reads.append(path)
        return digest_of_file(path)

    monkeypatch.setattr(leaks, "digest_of_file", noted)
    outputs = {f"{number}.txt": 5 for number in range(9)} | {"longer.txt": 6}
    (tmp_path / "site").mkdir()
    for name, size in outputs.items():
        (tmp_path / "site" / name).write_text(name[0] * size, encoding="utf-8")
        (tmp_path / name).write_text(name[0] * 5, encoding="utf-8")
    attachments = tuple(file(tmp_path / f"{number}.txt", f"{number}.txt") for number in range(5, 9))
    written = site(tmp_path, attachments=attachments)

    assert len(list(_copied(written, outputs))) == 0  # too short to be a sign, with another name
    assert sorted(path.name for path in reads if path.parent.name == "site") == [f"{number}.txt" for number in range(9)]


def test_files_are_compared_in_parts(tmp_path: Path) -> None:
    """Videos of withheld posts and their copies in published ones may be larger than the memory."""
    (tmp_path / "site").mkdir()
    for name in ("plan.mp4", "site/other.mp4"):
        with (tmp_path / name).open("wb") as video:
            video.truncate(50_000_000)
    written = site(tmp_path, attachments=(file(tmp_path / "plan.mp4", "plan.mp4"),))

    tracemalloc.start()
    found = list(_copied(written, {"other.mp4": 50_000_000}))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(found) == 1
    assert most < 5_000_000
    assert digest_of_file(tmp_path) == b""


def test_a_draft_whose_address_cannot_be_made_has_other_secrets(tmp_path: Path) -> None:
    """And so has one without a date."""
    draft = make_post(
        source=PurePosixPath("journal/2024-11-05-plan.md"), title="The quiet plan", state=State.DRAFT, permalink="/../x/"
    )
    undated = make_post(source=PurePosixPath("journal/plan.md"), title="The quiet plan", state=State.DRAFT, date=None)

    edition = Edition(plan=OutputPlan(options=Options(), journal=Journal(posts=())), site=SiteInfo(), archive_files={})
    for post in (draft, undated):
        assert "The quiet plan" in [secret.text for secret in _secrets(post, edition, site(tmp_path), {})]


def test_terms_of_public_posts_are_read_once_for_all_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counted(kind: str, posts: tuple[Post, ...]) -> object:
        calls.append(kind)
        return taxonomy(kind, posts)

    monkeypatch.setattr("mkdocs_journal.audit.leaks.taxonomy", counted)
    unlisted = make_post(
        source=PurePosixPath("journal/2024-11-05-plan.md"), title="A", state=State.UNLISTED, tags=("x", "y")
    )
    kinds = {kind: taxonomy(kind, ()) for kind in ("tags", "categories", "authors", "series")}
    journal = Journal(posts=(), unlisted=(unlisted,), taxonomies=kinds)
    edition = Edition(plan=OutputPlan(options=Options(), journal=journal), site=SiteInfo(), archive_files={})
    public = _public_terms(site(tmp_path, publication=Publication((edition,), None, Routes())))
    draft = make_post(source=PurePosixPath("journal/a.md"), title="The plan", state=State.DRAFT, tags=("X", "secret tag"))

    assert calls == ["tags", "categories", "authors", "series"]
    assert [term.name for term in _own_terms(draft, public)] == ["secret tag"]


def test_the_drafts_of_every_language_are_looked_for_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is known by its own file, for drafts in two languages may have one source; no output is read once more."""
    source, publications = PurePosixPath("journal/2024-11-05-plan.md"), []
    kinds = {kind: taxonomy(kind, ()) for kind in ("tags", "categories", "authors", "series")}
    texts = {
        "en": "In spring all rooms of the old office are painted blue and yellow by us.",
        "de": "Nine lions walked slowly through every narrow street of our small northern town.",
        "fr": "Whoever reads these lines aloud before noon gets bread, butter, cheese and coffee.",
    }
    for language, text in texts.items():
        draft = make_post(source=source, title="A", state=State.DRAFT, body=text)
        path = tmp_path / "docs" / language / source
        written = OutputFile(source=str(source), url="", destination="", path=path, written=f"{language}/{source}")
        journal = Journal(posts=(), withheld=(draft,), taxonomies=kinds)
        plan = OutputPlan(options=Options(), journal=journal, candidates={source: written})
        publications.append(Publication((Edition(plan=plan, site=SiteInfo(), archive_files={}),), None, Routes()))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text(f"<p>{texts['de']}</p>", encoding="utf-8")
    reads: list[str] = []

    def noted(output: str, folder: Path) -> bytes:
        reads.append(output)
        return (folder / output).read_bytes()

    monkeypatch.setattr(leaks, "_read", noted)

    found = leaks.leaks(site(tmp_path, publication=publications[0], others=tuple(publications[1:])), Audit())

    assert [(one.code, "docs/de/journal/2024-11-05-plan.md" in str(one)) for one in found] == [("J902", True)], found
    assert reads == ["a.html"]
