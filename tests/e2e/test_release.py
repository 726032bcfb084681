"""`release`, `verify` and `diff` as a user gives them, on machines that differ."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import make
from tests.support.bundles import LIGHT
from tests.support.cli import deckbuild
from tests.support.small import FACTS, write_project

ROOT = Path(make.__file__).parent
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "USER": "somebody",
    "LOGNAME": "somebody",
    "PYTHONHASHSEED": "7",
}
"""Another time zone, locale and user."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the bundle of its first release in `releases`."""
    folder = write_project(tmp_path_factory.mktemp("project"), LIGHT)
    done = deckbuild("release", "1.0.0", "--output", "releases", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("releases/gardens-1.0.0.zip  4 files  ")
    return folder


BUNDLE = "releases/gardens-1.0.0.zip"


def test_a_release_elsewhere_is_the_same_and_verifies_there(project: Path, tmp_path: Path):
    place = tmp_path / "süßes Päth" / "x"
    shutil.copytree(project, place, ignore=shutil.ignore_patterns("releases"))
    home = tmp_path / "home"
    home.mkdir()
    env = {**ELSEWHERE, "HOME": str(home)}
    made = deckbuild("release", "1.0.0", "--output", tmp_path / "releases", folder=place, env=env)

    assert made.returncode == 0, made.stderr
    assert (tmp_path / "releases/gardens-1.0.0.zip").read_bytes() == (project / BUNDLE).read_bytes()

    done = deckbuild("verify", project / BUNDLE, "--rebuild", folder=place, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert "gardens-1.0.0.zip: release 1.0.0, 4 files, whole" in done.stdout
    assert "rebuilt: 4 the same byte for byte, 0 the same in other bytes, 0 different" in done.stdout


def test_a_flipped_byte_is_named_at_its_member_with_exit_code_1(project: Path, tmp_path: Path):
    data = bytearray((project / BUNDLE).read_bytes())
    at = data.index(b"%PDF-1.7") + 1000
    data[at] ^= 4
    (tmp_path / "bundle.zip").write_bytes(data)

    done = deckbuild("verify", "bundle.zip", folder=tmp_path)

    assert done.returncode == 1
    assert "bundle.zip: release 1.0.0, 4 files, not whole" in done.stdout
    assert "error[DB613]: byte 1000 of “small/club/small-club-narrative.pdf” was changed" in done.stderr
    assert f"it is byte {at} of the bundle" in done.stderr


def test_json_says_what_text_says(project: Path, tmp_path: Path):
    released = json.loads(
        deckbuild("release", "1.0.0", "--output", "releases", "--json", folder=project).stdout
    )
    verified = json.loads(deckbuild("verify", BUNDLE, "--json", folder=project).stdout)
    same = json.loads(deckbuild("diff", BUNDLE, BUNDLE, "--form", "json", folder=project).stdout)

    assert (released["bundle"]["path"], released["bundle"]["written"]) == (BUNDLE, False)
    assert set(released["bundle"]) == {
        "bytes", "members", "outputs", "path", "sha256", "since", "version", "written"
    }  # fmt: skip
    assert set(verified) == {
        "bundle",
        "deckbuild",
        "diagnostics",
        "outputs",
        "rebuilt",
        "sha256",
        "version",
        "whole",
    }
    assert verified["sha256"] == released["bundle"]["sha256"]
    assert set(same) == {"added", "deckbuild", "decks", "diagnostics", "differs", "new", "old", "removed"}


def test_the_page_of_the_commands_names_every_key(project: Path, tmp_path: Path):
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    changed = {**LIGHT, "decks/modules/facts.yaml": FACTS.replace("In the morning.", "In the evening.")}
    write_project(tmp_path, changed)

    for arguments in (
        ("release", "1.0.0", "--output", "releases"),
        ("verify", BUNDLE, "--rebuild"),
        ("diff", BUNDLE, tmp_path),
    ):
        found = json.loads(deckbuild(*arguments, "--json", folder=project).stdout)
        assert (arguments, [key for key in keys_of(found) if f"`{key}`" not in page]) == (arguments, [])


def keys_of(value: object) -> set[str]:
    """Return the keys of a JSON value at any depth."""
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each)}
    if isinstance(value, dict):
        return {*value, *(key for each in value.values() for key in keys_of(each))}
    return set()


def test_a_refused_release_names_files_and_lines(project: Path):
    done = deckbuild("release", "1.1.0", "--on", "2028-01-01", folder=project)

    assert (done.returncode, done.stdout) == (1, "")
    assert (
        "decks/modules/facts.yaml:3:9: error[DB602]: the module “facts” was to be read again by"
        in done.stderr
    )
    assert "Release it all the same with `--allow review:facts`." in done.stderr
    assert "deckbuild: 3 errors" in done.stderr


def test_source_date_epoch_is_the_day_of_a_release_and_changes_no_deck(project: Path, tmp_path: Path):
    late = deckbuild("release", "1.0.0", folder=project, env={"SOURCE_DATE_EPOCH": "1830297600"})
    early = deckbuild(
        "release", "1.0.0", "--output", tmp_path, "--json", folder=project, env={"SOURCE_DATE_EPOCH": "1"}
    )
    wrong = deckbuild("release", "1.0.0", folder=project, env={"SOURCE_DATE_EPOCH": "now"})

    assert (late.returncode, "the release is of 1 January 2028" in late.stderr) == (1, True)
    assert early.returncode == 0
    compared = deckbuild("diff", BUNDLE, tmp_path / "gardens-1.0.0.zip", "--exit-code", folder=project)
    assert compared.returncode == 0
    assert (wrong.returncode, "SOURCE_DATE_EPOCH is “now”" in wrong.stderr) == (2, True)


def test_diff_tells_what_differs_and_ends_with_1_only_where_that_is_asked(project: Path, tmp_path: Path):
    write_project(
        tmp_path, {**LIGHT, "decks/modules/facts.yaml": FACTS.replace("In the morning.", "In the evening.")}
    )

    done = deckbuild("diff", BUNDLE, tmp_path, folder=project)
    strict = deckbuild("diff", BUNDLE, tmp_path, "--exit-code", "--form", "html", folder=project)

    assert (done.returncode, done.stderr) == (0, "")
    assert "In the [-morning-]{+evening+}." in done.stdout
    assert (strict.returncode, strict.stdout.startswith("<!DOCTYPE html>")) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ("release", "next"),
        ("release", "1.0.0", "--session", "smal"),
        ("release", "1.0.0", "--since", "nowhere.zip"),
        ("verify", "nowhere.zip"),
        ("diff", "nowhere", "."),
        ("diff", ".", ".", "--form", "docx"),
    ],
)
def test_wrong_usage_ends_with_2_and_no_traceback(project: Path, words: tuple[str, ...]):
    done = deckbuild(*words, folder=project)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "internal fault" not in done.stderr


def test_a_file_that_is_no_bundle_is_a_finding(tmp_path: Path):
    for name, data in (("empty.zip", b""), ("deck.zip", os.urandom(5000)), ("text.zip", b"PK\3\4" * 999)):
        (tmp_path / name).write_bytes(data)
        done = deckbuild("verify", name, folder=tmp_path)

        assert (done.returncode, "error[DB610]" in done.stderr, "Traceback" in done.stderr) == (
            1,
            True,
            False,
        )
