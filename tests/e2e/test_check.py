"""`deckbuild check` as a process: what it prints where, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.cli import deckbuild
from tests.support.small import write_project
from tests.support.starter import change

WORDS = "decks/modules/words.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_a_clean_project_ends_with_0_and_nothing_is_written(project: Path):
    done = deckbuild("check", folder=project)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("deckbuild: 1 session checked in ")
    assert done.stderr.endswith("; nothing wrong\n")
    assert not (project / "output").exists()


def test_an_error_ends_with_1_and_is_told_at_its_place(project: Path):
    change(project, WORDS, "layout: agenda", "layout: agender")

    done = deckbuild("check", WORDS, folder=project)

    assert done.returncode == 1
    assert f"{WORDS}:17:13: error[DB117]" in done.stderr
    assert "deckbuild: 1 session checked" in done.stderr


def test_a_warning_ends_with_1_where_that_is_wanted(project: Path):
    change(project, "decks/sessions/small.yaml", "minutes: 60", "minutes: 1")

    codes = [deckbuild("check", *more, folder=project).returncode for more in ((), ("--fail-on", "warning"))]

    assert codes == [0, 1]


@pytest.mark.parametrize("arguments", [("no-such",), ("--diagnostics", "nothing"), ("--profile", "no-such")])
def test_what_cannot_run_ends_with_2(project: Path, arguments: tuple[str, ...]):
    assert deckbuild("check", *arguments, folder=project).returncode == 2


def test_findings_for_code_scanning_go_to_standard_output(project: Path):
    change(project, WORDS, "layout: agenda", "layout: agender")

    done = deckbuild("check", "--diagnostics", "sarif", folder=project)

    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert (done.returncode, result["ruleId"]) == (1, "DB117")


def test_json_names_what_was_checked_and_what_no_session_uses(project: Path):
    (project / "decks/modules/spare.yaml").write_text("title: [\n", encoding="utf-8")

    done = deckbuild("check", "--json", "decks/modules/spare.yaml", WORDS, folder=project)

    found = json.loads(done.stdout)
    assert (done.returncode, found["sessions"], found["unused"]) == (
        1,
        ["small"],
        ["decks/modules/spare.yaml"],
    )
    assert [each["file"] for each in found["diagnostics"]] == ["decks/modules/spare.yaml"]


def test_a_file_of_a_project_elsewhere_is_found_from_the_folder_of_the_command(project: Path):
    done = deckbuild("check", f"{project.name}/{WORDS}", "--project", project.name, folder=project.parent)

    assert (done.returncode, "1 session checked" in done.stderr) == (0, True)
