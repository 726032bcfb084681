"""What a command loads: most of the time of a small build is start-up."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.cli import environment
from tests.support.small import write_project

LISTING = """
import json, sys
from deckbuild.cli import main
try:
    main()
except SystemExit as end:
    print(json.dumps([end.code, sorted({name.split(".")[0] for name in sys.modules})]))
"""
COMMAND_LINE = {"typer", "click"}
"""What tells of usage; a plain call needs none of it."""
NEVER = {
    "pptx",
    "pydantic",
    "jsonschema",
    "lxml",
    "pikepdf",
    "rich",
    "watchfiles",
    "xlsxwriter",
} | COMMAND_LINE
"""What no build without `--verify` loads, where its input is good and nobody watches a terminal."""
HEAVY = NEVER | {"yaml", "msgspec", "markdown_it", "PIL", "uharfbuzz", "fontTools", "xlsxwriter"}

LIGHT = {"cache", "cli", "diagnostics", "model", "pipeline", "read"}
"""Rooms of which a build loads something in which nothing changed."""


def loaded(*arguments: str, folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    return set(modules)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("project"))


def test_a_build_loads_nothing_that_only_checks_and_faults_need(project: Path):
    assert loaded("build", folder=project) & NEVER == set()


def test_a_deck_alone_loads_nothing_that_draws_pdf(project: Path):
    assert loaded("build", "--format", "pptx", folder=project) & NEVER == set()


def test_a_deck_of_plain_words_and_whole_pictures_loads_no_reader_of_markdown_or_pixels(project: Path):
    assert loaded("build", "--format", "pptx", folder=project) & {"markdown_it", "PIL"} == set()


def test_a_build_in_which_nothing_changed_loads_next_to_nothing(project: Path):
    def run() -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", LISTING.replace('.split(".")[0]', ""), "build"],
            cwd=project,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
        )
        return set(json.loads(done.stdout.splitlines()[-1])[1])

    time.sleep(2.1)  # what was just written may be written again unnoticed, and is looked into
    run()

    second = run()

    ours = {name.removeprefix("deckbuild.") for name in second if name.startswith("deckbuild.")}
    never = HEAVY | {"typer", "click", "_hashlib", "hashlib"}
    assert {name.split(".")[0] for name in second} & never == set()
    assert {name.split(".")[0] for name in ours} == LIGHT
    assert {name for name in ours if name.startswith(("model.", "read."))} == {
        "model.dataclasses",
        "model.origin",
        "read.root",
    }
    assert len(second) < 120


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(project: Path, option: str):
    assert loaded(option, folder=project) & (HEAVY - COMMAND_LINE) == set()
