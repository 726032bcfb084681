"""A project's folder as content by digest."""

import hashlib
from pathlib import Path

import pytest

from deckbuild.cache.states import content_digest
from deckbuild.diagnostics.errors import CannotRunError, FileError
from deckbuild.pipeline import snapshot as module
from deckbuild.pipeline.snapshot import Snapshot, content, snapshot


def taken(root: Path) -> Snapshot:
    return snapshot(root, [root / "output"], lambda path: content_digest(str(root / path)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for name in (
        "decks/a.yaml",
        "assets/b.png",
        "output/c.pptx",
        ".git/d",
        "decks/.hidden",
        "node_modules/e",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_it_holds_the_digests_of_the_projects_files_alone(root: Path):
    assert taken(root) == Snapshot(
        {name: hashlib.sha256(name.encode()).hexdigest() for name in ("assets/b.png", "decks/a.yaml")}, {}
    )


def test_its_identity_is_what_the_files_hold_and_not_where(root: Path, tmp_path: Path):
    before = taken(root).digest

    moved = root.rename(tmp_path / "elsewhere")
    assert taken(moved).digest == before
    (moved / "decks/a.yaml").write_text("another", encoding="utf-8")
    assert taken(moved).digest != before


def test_a_link_to_a_file_within_is_a_file_and_one_that_leads_out_is_a_link(root: Path, tmp_path: Path):
    (tmp_path / "secret").write_text("not the project's", encoding="utf-8")
    (root / "decks/within.yaml").symlink_to(root / "decks/a.yaml")
    (root / "decks/out.yaml").symlink_to("../../secret")

    found = taken(root)

    assert found.files["decks/within.yaml"] == found.files["decks/a.yaml"]
    assert found.links == {"decks/out.yaml": "../../secret"}


def test_files_larger_than_any_input_do_not_travel(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_FILE", 12)
    (root / "film.mp4").write_bytes(b"x" * 13)

    assert [*taken(root).files] == ["assets/b.png", "decks/a.yaml"]


def test_a_folder_with_too_much_in_it_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_ALL", 12)

    with pytest.raises(CannotRunError, match="too much to send"):
        taken(root)


def test_a_file_that_has_changed_since_is_not_sent(root: Path):
    digest = taken(root).files["decks/a.yaml"]
    assert content(root, "decks/a.yaml", digest) == b"decks/a.yaml"

    (root / "decks/a.yaml").write_text("another", encoding="utf-8")
    with pytest.raises(FileError, match="was changed while"):
        content(root, "decks/a.yaml", digest)
    (root / "decks/a.yaml").unlink()
    with pytest.raises(FileError, match=r"decks/a\.yaml: No such file"):
        content(root, "decks/a.yaml", digest)
