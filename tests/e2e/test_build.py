"""`deckbuild build`, as a board administrator gives it."""

import contextlib
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckbuild import __version__
from deckbuild.pipeline import formats
from tests.support.cli import deckbuild, environment
from tests.support.small import SMALL, write_project

DEFAULT = [
    "output/small/club/small-club-handout-3up.pdf",
    "output/small/club/small-club.pptx",
    "output/small/school/small-school-handout-3up.pdf",
    "output/small/school/small-school.pptx",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests of this file may build but not change."""
    return write_project(tmp_path_factory.mktemp("project"))


def outputs(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())


def test_without_arguments_every_session_is_built_for_every_profile(tmp_path: Path):
    write_project(tmp_path)

    done = deckbuild("build", folder=tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    assert [each for each in outputs(tmp_path) if each.startswith("output/")] == DEFAULT
    assert [each for each in DEFAULT if each not in done.stderr] == []
    assert "4 files written" in done.stderr


def test_the_summary_names_files_from_where_the_command_is_given(project: Path, tmp_path: Path):
    done = deckbuild("build", "--project", project, "--output", tmp_path / "out", folder=tmp_path)

    assert "\nout/small/school/small-school.pptx " in f"\n{done.stderr}"


def test_the_project_is_found_from_a_folder_in_it(project: Path, tmp_path: Path):
    done = deckbuild("build", "--profile", "club", "--output", tmp_path, folder=project / "decks" / "modules")

    assert (done.returncode, outputs(tmp_path)) == (
        0,
        ["small/club/small-club-handout-3up.pdf", "small/club/small-club.pptx"],
    )


def test_formats_profiles_and_sessions_can_be_chosen(project: Path, tmp_path: Path):
    arguments = ("--profile", "school", "--format", "slides", "--format", "pptx", "--output", tmp_path)

    done = deckbuild("build", "small", *arguments, folder=project)

    assert (done.returncode, outputs(tmp_path)) == (
        0,
        ["small/school/small-school-slides.pdf", "small/school/small-school.pptx"],
    )


def test_json_tells_what_was_written(project: Path, tmp_path: Path):
    done = deckbuild("build", "--profile", "club", "--json", "--output", tmp_path, folder=project)

    result = json.loads(done.stdout)
    assert (done.returncode, done.stderr, result["diagnostics"]) == (0, "", [])
    assert [
        (file["format"], file["session"], file["profile"], file["slides"]) for file in result["files"]
    ] == [
        ("pptx", "small", "club", 9),
        ("handout-3up", "small", "club", 9),
    ]
    for file in result["files"]:
        data = (tmp_path / file["path"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])


def test_paths_in_json_are_relative_to_the_project(tmp_path: Path):
    write_project(tmp_path)

    done = deckbuild("build", "--json", "--format", "pptx", folder=tmp_path)

    assert [file["path"] for file in json.loads(done.stdout)["files"]] == [
        "output/small/school/small-school.pptx",
        "output/small/club/small-club.pptx",
    ]


def test_quiet_prints_nothing_where_nothing_is_wrong(project: Path, tmp_path: Path):
    done = deckbuild("build", "--quiet", "--output", tmp_path, folder=project)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_another_brand_builds_the_same_session(project: Path, tmp_path: Path):
    done = deckbuild("build", "--brand", "severn-vale", "--verify", "--output", tmp_path, folder=project)

    assert (done.returncode, len(outputs(tmp_path))) == (0, 4)


def test_a_pack_is_every_kind_that_the_session_has_the_matter_for_and_is_verified(
    project: Path, tmp_path: Path
):
    done = deckbuild("build", "--pack", "--verify", "--output", tmp_path, folder=project)

    kinds = [each for each in formats() if each not in ("pptx", "html", "seven-minute-briefing")]
    files = [f"-{each}.pdf" for each in kinds] + [".pptx", "-html.html"]
    assert done.returncode == 0, done.stderr
    assert outputs(tmp_path) == sorted(
        f"small/{profile}/small-{profile}{each}" for profile in ("club", "school") for each in files
    )


def test_a_pack_and_formats_do_not_go_together(project: Path, tmp_path: Path):
    done = deckbuild("build", "--pack", "--format", "pptx", "--output", tmp_path, folder=project)

    assert (done.returncode, outputs(tmp_path)) == (2, [])
    assert "leave one of --pack and --format out" in " ".join(done.stderr.split())


def test_a_kind_that_the_session_cannot_have_is_an_error_that_says_what_it_lacks(
    project: Path, tmp_path: Path
):
    arguments = ("--format", "seven-minute-briefing", "--output", tmp_path)

    done = deckbuild("build", *arguments, folder=project)

    assert (done.returncode, outputs(tmp_path)) == (1, [])
    assert "error[DB223]: the session “small” has no `briefing`" in done.stderr
    assert "found in small/club, small/school" in done.stderr


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_in_another_folder_time_zone_and_locale(tmp_path: Path):
    places = {
        "here": {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
        "elsewhere/deep/down": {
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
            "PYTHONHASHSEED": "4711",
            "SOURCE_DATE_EPOCH": "86400",
        },
    }

    digests = []
    for place, env in places.items():
        done = deckbuild("build", "--json", "--pack", folder=write_project(tmp_path / place), env=env)
        digests.append({file["path"]: file["sha256"] for file in json.loads(done.stdout)["files"]})

    assert len(digests[0]) == 2 * (len(formats()) - 1)
    assert digests[0] == digests[1]


def test_a_warning_stops_nothing(tmp_path: Path):
    session = SMALL["decks/sessions/small.yaml"].replace("minutes: 60", "minutes: 1")
    write_project(tmp_path, {**SMALL, "decks/sessions/small.yaml": session})

    lax = deckbuild("build", "--format", "pptx", folder=tmp_path)
    strict = deckbuild("build", "--format", "pptx", "--fail-on", "warning", folder=tmp_path)

    assert (lax.returncode, strict.returncode) == (0, 1)
    assert lax.stderr.count("decks/sessions/small.yaml:10:") == 1
    assert "found in small/club, small/school" in lax.stderr
    assert "2 files written" in lax.stderr
    assert "2 files unchanged" in strict.stderr


def test_help_version_and_explanations_are_printed_on_standard_output(tmp_path: Path):
    assert deckbuild("--version", folder=tmp_path).stdout == f"deckbuild {__version__}\n"
    assert "--fail-on" in deckbuild("build", "--help", folder=tmp_path).stdout
    assert deckbuild("explain", "db301", folder=tmp_path).stdout.startswith("DB301: text does not fit\n")


def test_the_help_names_every_format(tmp_path: Path):
    text = " ".join(deckbuild("build", "--help", folder=tmp_path).stdout.split())

    assert [name for name in formats() if f"{name}: " not in text] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_on_a_terminal_the_progress_is_shown(project: Path, tmp_path: Path):
    import pty

    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "deckbuild", "build", "--output", str(tmp_path)]

    process = subprocess.Popen(command, cwd=project, env=environment(TERM="xterm"), stderr=end)
    os.close(end)
    shown = b""
    with contextlib.suppress(OSError):  # Linux says so when the other end is closed
        while piece := os.read(terminal, 4096):
            shown += piece
    os.close(terminal)

    assert process.wait() == 0
    assert b"small/school: pptx" in shown
    assert b"4 files written" in shown
