"""A bundle is checked, and built again and compared."""

from __future__ import annotations

import random
import shutil
import zipfile
from pathlib import Path

import msgspec
import pytest

from deckbuild.bundle.inflate import members as parts_of
from deckbuild.bundle.manifest import MANIFEST, Manifest, decoded, encoded
from deckbuild.bundle.provenance import PROVENANCE, statement
from deckbuild.bundle.sums import SUMS, written
from deckbuild.diagnostics.errors import FileError
from deckbuild.pipeline.release import Released
from deckbuild.pipeline.verify import Rebuilt, verify
from tests.support.bundles import LIGHT, digest, released, zipped
from tests.support.small import FACTS, write_project
from tests.unit.bundle.test_content import packed


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Released]:
    """A project, and its bundle outside of it."""
    folder = tmp_path_factory.mktemp("made")
    bundle = released(folder / "project", output=folder)
    return folder / "project", bundle


def test_a_bundle_as_it_was_released_is_whole(made: tuple[Path, Released]):
    answer = verify(made[1].path)

    assert answer.diagnostics == ()
    assert answer.value is not None
    assert (answer.value.whole, answer.value.version, answer.value.sha256) == (True, "1.0.0", made[1].sha256)
    assert (answer.value.outputs, answer.value.rebuilt) == (4, None)


def test_each_of_20_random_bytes_that_are_flipped_is_found_and_named(
    made: tuple[Path, Released], tmp_path: Path
):
    data = made[1].path.read_bytes()
    source = random.Random(20)
    named = []
    for at in source.sample(range(len(data)), 20):
        flipped = tmp_path / "flipped.zip"
        flipped.write_bytes(data[:at] + bytes([data[at] ^ 1 << source.randrange(8)]) + data[at + 1 :])
        answer = verify(flipped)
        assert answer.value is not None
        assert not answer.value.whole
        ((message, severity),) = [(each.message, each.severity) for each in answer.diagnostics]
        named.append(severity == "error" and f"byte {at} of the bundle" in message)

    assert named == [True] * 20


def test_a_bundle_is_built_again_from_another_place_byte_for_byte(
    made: tuple[Path, Released], tmp_path: Path
):
    shutil.copytree(made[0], tmp_path / "copied elsewhere")
    (tmp_path / "copied elsewhere/decks/modules/notes.txt").write_text("not of the project")

    answer = verify(made[1].path, tmp_path / "copied elsewhere" / "decks")

    assert answer.diagnostics == ()
    assert answer.value is not None
    assert answer.value.rebuilt == Rebuilt(same=4, same_content=0, different=0)


def test_a_project_that_has_changed_since_is_named_with_what_differs(
    made: tuple[Path, Released], tmp_path: Path
):
    changed = FACTS.replace("In the morning.", "In the evening.")
    write_project(tmp_path, {**LIGHT, "decks/modules/facts.yaml": changed})

    answer = verify(made[1].path, tmp_path)

    found = {each.code: each for each in answer.diagnostics}
    assert set(found) == {"DB620", "DB621"}
    assert found["DB620"].message == "decks/modules/facts.yaml is not what the release was built of"
    decks = [each.message for each in answer.diagnostics if ".pptx" in each.message]
    assert len(decks) == 2
    # The tools are the same, and so nothing is said of them.
    assert decks[0].endswith("is built otherwise: “Two rules” changed")
    assert answer.value is not None
    assert answer.value.rebuilt == Rebuilt(same=0, same_content=0, different=4)


def rewritten(bundle: Path, place: Path, change: dict[str, bytes], manifest: Manifest) -> Path:
    """Write a bundle with other members, in which all records agree."""
    with zipfile.ZipFile(bundle) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members |= change | {MANIFEST: encoded(manifest)}
    about = {name: digest(data) for name, data in members.items() if name not in (SUMS, PROVENANCE)}
    members[PROVENANCE] = statement(manifest, {**about})
    members[SUMS] = written({name: digest(data) for name, data in members.items() if name != SUMS})
    place.write_bytes(zipped(members))
    return place


def manifest_of(bundle: Path) -> Manifest:
    with zipfile.ZipFile(bundle) as archive:
        found = decoded(archive.read(MANIFEST))
    assert isinstance(found, Manifest)
    return found


def test_a_deck_that_another_zlib_compressed_is_the_same_in_other_bytes(
    made: tuple[Path, Released], tmp_path: Path
):
    manifest = manifest_of(made[1].path)
    name = next(each.path for each in manifest.outputs if each.format == "pptx")
    with zipfile.ZipFile(made[1].path) as archive:
        other = packed(parts_of(archive.read(name)), 1)
    outputs = [
        msgspec.structs.replace(each, sha256=digest(other), bytes=len(other)) if each.path == name else each
        for each in manifest.outputs
    ]
    bundle = rewritten(
        made[1].path,
        tmp_path / "other.zip",
        {name: other},
        msgspec.structs.replace(manifest, outputs=outputs),
    )

    answer = verify(bundle, made[0])

    assert [(each.code, each.severity) for each in answer.diagnostics] == [("DB622", "info")]
    assert answer.value is not None
    assert answer.value.rebuilt == Rebuilt(same=3, same_content=1, different=0)


def test_a_file_that_is_not_built_any_more_or_only_now_is_named(made: tuple[Path, Released], tmp_path: Path):
    manifest = manifest_of(made[1].path)
    gone = msgspec.structs.replace(manifest.outputs[0], path="small/school/small-school-slides.pdf")
    other = msgspec.structs.replace(manifest, outputs=[gone, *manifest.outputs[1:]])
    with zipfile.ZipFile(made[1].path) as archive:
        data = archive.read(manifest.outputs[0].path)
    bundle = rewritten(made[1].path, tmp_path / "other.zip", {gone.path: data}, other)

    messages = [each.message for each in verify(bundle, made[0]).diagnostics if each.code == "DB621"]

    assert messages == [
        f"“{gone.path}” is in the bundle, and is not built",
        f"“{manifest.outputs[0].path}” is built, and is not in the bundle",
    ]


def test_a_project_that_cannot_be_built_is_said(made: tuple[Path, Released], tmp_path: Path):
    write_project(tmp_path, {**LIGHT, "decks/modules/facts.yaml": "title: [\n"})

    answer = verify(made[1].path, tmp_path)

    assert "DB101" in {each.code for each in answer.diagnostics}
    assert answer.value is not None
    assert (answer.value.whole, answer.value.rebuilt) == (True, None)


@pytest.mark.parametrize("name", ["nowhere.zip", ".", "x" * 300])
def test_what_is_no_file_ends_the_command(tmp_path: Path, name: str):
    with pytest.raises(FileError):
        verify(tmp_path / name)


def test_the_packages_that_are_others_are_named_where_a_file_is_built_otherwise(
    made: tuple[Path, Released], tmp_path: Path
):
    manifest = manifest_of(made[1].path)
    tool = msgspec.structs.replace(
        manifest.tool, dependencies={**manifest.tool.dependencies, "lxml": "4.9.0", "cairo": "1.18"}
    )
    bundle = rewritten(made[1].path, tmp_path / "other.zip", {}, msgspec.structs.replace(manifest, tool=tool))
    changed = FACTS.replace("In the morning.", "In the evening.")
    write_project(tmp_path / "project", {**LIGHT, "decks/modules/facts.yaml": changed})

    messages = [
        each.message for each in verify(bundle, tmp_path / "project").diagnostics if each.code == "DB621"
    ]

    here = manifest.tool.dependencies["lxml"]
    assert len(messages) == 4
    assert all(
        each.endswith(f"; it was made with cairo 1.18, here none; lxml 4.9.0, here {here}")
        for each in messages
    )


def test_a_folder_is_told_from_what_is_not_there(tmp_path: Path):
    with pytest.raises(FileError, match="it is a folder, and a file is wanted"):
        verify(tmp_path)
    with pytest.raises(FileError, match="there is no such file"):
        verify(tmp_path / "nowhere.zip")
