"""What a command loads: most of the time of a small build is start-up."""

import json
import subprocess
import sys
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
NEVER = {"pptx", "pydantic", "jsonschema", "lxml", "pikepdf", "rich"}
"""What no build without `--verify` loads, where its input is good and nobody watches a terminal."""
HEAVY = NEVER | {"yaml", "msgspec", "markdown_it", "PIL", "uharfbuzz", "fontTools", "xlsxwriter", "reportlab"}


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
    assert loaded("build", "--format", "pptx", folder=project) & (NEVER | {"reportlab"}) == set()


def test_a_handout_alone_writes_no_workbook(project: Path):
    assert loaded("build", "--format", "handout-3up", folder=project) & (NEVER | {"xlsxwriter"}) == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(project: Path, option: str):
    assert loaded(option, folder=project) & HEAVY == set()
