"""Paths of authors lead to files of the project, and nowhere else."""

import os
import sys
from pathlib import Path, PurePosixPath

import pytest

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.origin import Origin
from deckbuild.read.files import Files, normal

FROM = Origin("decks/modules/m.yaml", ("slides", "a", "picture", "file"))


def link(place: Path, target: Path) -> None:
    try:
        place.symlink_to(target)
    except OSError as fault:  # on Windows, for users without the right to
        pytest.skip(f"no symbolic links here: {fault}")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    root = tmp_path / "project"
    for name in ("assets/images/hands.png", "decks/modules/m.yaml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    (tmp_path / "secret.png").write_text("x", encoding="utf-8")
    return Files(root.resolve())


@pytest.mark.parametrize("written", ["../../assets/images/hands.png", "./../../assets//images/./hands.png"])
def test_a_path_is_relative_to_the_file_that_it_stands_in(files: Files, written: str):
    assert files.find(written, FROM) == "assets/images/hands.png"


@pytest.mark.parametrize(
    ("written", "code", "message"),
    [
        ("..\\..\\assets\\images\\hands.png", "DB109", "backslashes"),
        ("/etc/passwd", "DB109", "no relative path"),
        ("C:/hands.png", "DB109", "no relative path"),
        ("~/hands.png", "DB109", "no relative path"),
        ("https://example.org/hands.png", "DB109", "no relative path"),
        ("../../../secret.png", "DB109", "leads out of the project"),
        ("../../../../../../../../etc/passwd", "DB109", "leads out of the project"),
        ("../../assets/images/hand.png", "DB108", "does not exist"),
        ("../../assets/images", "DB108", "is a folder"),
    ],
)
def test_a_path_that_leads_nowhere_or_out_is_refused(files: Files, written: str, code: str, message: str):
    found = files.find(written, FROM)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.origin) == (code, FROM)
    assert message in found.message


def test_a_missing_file_gives_the_nearest_name(files: Files):
    found = files.find("../../assets/images/hand.png", FROM)
    assert isinstance(found, Diagnostic)
    assert found.hints == ("Did you mean `hands.png`? Correct the name.",)


def test_backslashes_give_the_path_as_it_should_be(files: Files):
    found = files.find("..\\..\\assets\\images\\hands.png", FROM)
    assert isinstance(found, Diagnostic)
    assert found.hints == ("Write `../../assets/images/hands.png`.",)


def test_a_symbolic_link_does_not_lead_out(files: Files, tmp_path: Path):
    link(files.root / "assets" / "images" / "link.png", tmp_path / "secret.png")
    found = files.find("../../assets/images/link.png", FROM)
    assert isinstance(found, Diagnostic)
    assert found.code == "DB109"


def test_a_file_that_is_a_link_out_of_the_project_is_not_read(files: Files, tmp_path: Path):
    link(files.root / "decks" / "modules" / "out.yaml", tmp_path / "secret.png")
    found = files.read("decks/modules/out.yaml", FROM, 10)
    assert isinstance(found, Diagnostic)
    assert found.code == "DB109"


def test_a_symbolic_link_within_the_project_is_followed(files: Files):
    link(files.root / "assets" / "images" / "link.png", files.root / "assets" / "images" / "hands.png")
    assert files.find("../../assets/images/link.png", FROM) == "assets/images/link.png"


def test_a_file_that_the_system_refuses_is_a_finding(files: Files):
    found = files.read("assets/images", FROM, 10)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.origin) == ("DB502", FROM)


def test_no_more_than_asked_for_is_read(files: Files):
    (files.root / "long").write_text("0123456789", encoding="utf-8")
    assert files.read("long", FROM, 4) == b"01234"


def test_names_come_sorted(files: Files):
    for name in ("b.yaml", "a.yaml", "c.txt", "x/brand.yaml"):
        (files.root / "decks" / name).parent.mkdir(exist_ok=True)
        (files.root / "decks" / name).write_text("", encoding="utf-8")
    assert files.names("decks", ".yaml") == ("a", "b")
    assert files.names("decks", "/brand.yaml") == ("x",)
    assert files.names("nowhere", ".yaml") == ()


def test_a_path_is_made_plain_without_looking_at_the_disk():
    assert normal(PurePosixPath("a/b"), "../c/./d") == "a/c/d"
    assert normal(PurePosixPath("a"), "../../b") is None


def test_a_file_that_is_linked_from_outside_is_not_read(files: Files, tmp_path: Path):
    link(files.root / "decks" / "modules" / "link.yaml", tmp_path / "secret.png")
    found = files.read("decks/modules/link.yaml", FROM, 10)
    assert isinstance(found, Diagnostic)
    assert found.code == "DB109"
    assert "leads out of the project" in found.message


def test_links_that_lead_in_a_circle_or_nowhere_are_findings(files: Files):
    folder = files.root / "assets" / "images"
    link(folder / "circle.png", folder / "circle.png")
    link(folder / "nowhere.png", folder / "gone.png")
    for name in ("circle.png", "nowhere.png"):
        found, read = (
            files.find(f"../../assets/images/{name}", FROM),
            files.read(f"assets/images/{name}", FROM, 10),
        )
        assert isinstance(found, Diagnostic)
        assert isinstance(read, Diagnostic)
        assert (found.code, read.code, read.hints) == (
            "DB108",
            "DB502",
            ("Put a copy of the file in its place.",),
        )


@pytest.mark.parametrize("written", ["a" * 300, "a/" * 3_000, "a\0b"])
def test_a_name_that_no_system_takes_is_a_file_that_does_not_exist(files: Files, written: str):
    found = files.find(written, FROM)
    assert isinstance(found, Diagnostic)
    assert (found.code, len(found.message) < 200) == ("DB108", True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(files: Files):
    os.mkfifo(files.root / "decks" / "modules" / "pipe.yaml")
    found, read = files.find("pipe.yaml", FROM), files.read("decks/modules/pipe.yaml", FROM, 10)
    assert isinstance(found, Diagnostic)
    assert isinstance(read, Diagnostic)
    assert ("no ordinary file" in found.message, "no ordinary file" in read.message) == (True, True)
