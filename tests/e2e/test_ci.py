"""The workflows of `examples/ci` and the hook for pre-commit: parsed, and what they run is run.

Nothing of it may come from anywhere else: an example that nobody runs is wrong after a while.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

import make
from tests.support.ci import EXAMPLES, TAG, example, github_lines, gitlab_lines, run
from tests.support.cli import deckbuild, environment
from tests.support.starter import change

ROOT = Path(make.__file__).parent
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
PRE_COMMIT = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}") or shutil.which("pre-commit")
NEGLECT = "decks/modules/neglect.yaml"

needs_bash = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("bash"),
    reason="the examples are for a Unix shell",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert deckbuild("init", "training", folder=tmp_path).returncode == 0
    return tmp_path / "training"


@needs_bash
@pytest.mark.parametrize("lines", [github_lines, gitlab_lines])
def test_every_command_of_an_example_does_what_it_shall(
    project: Path, tmp_path: Path, lines: Callable[[], Iterator[str]]
):
    env = {"GITHUB_REF_NAME": TAG, "CI_COMMIT_TAG": TAG, "DECKBUILD_CACHE_DIR": ".deckbuild-cache"}
    commands = [line for line in lines() if line.startswith("deckbuild ")]
    done = [(line, run(line, project, tmp_path / "programs", env)) for line in commands]

    assert [shlex.split(line)[1] for line in commands] == ["check", "build", "cache", "release", "verify"]
    assert [(line, each.stderr) for line, each in done if each.returncode] == []
    assert len([*(project / "output").rglob("*.pptx")]) == 2
    assert (project / ".deckbuild-cache").is_dir()
    (bundle,) = (project / "release").glob("*.zip")
    assert bundle.stem.endswith(TAG.removeprefix("v"))
    assert "SHA256SUMS" in {name.rpartition("/")[2] for name in ZipFile(bundle).namelist()}


@needs_bash
def test_findings_for_code_scanning_are_there_although_the_step_fails(project: Path, tmp_path: Path):
    (line,) = (each for each in github_lines() if "sarif" in each)
    change(project, NEGLECT, "layout: chart", "layout: chard")

    done = run(line, project, tmp_path / "programs", {})

    found = json.loads((project / "deckbuild.sarif").read_text(encoding="utf-8"))
    (place,) = found["runs"][0]["results"][0]["locations"]
    assert done.returncode == 1
    assert place["physicalLocation"]["artifactLocation"]["uri"] == NEGLECT


def test_the_workflow_asks_for_no_more_rights_than_each_job_needs():
    workflow = example("github-actions.yml")

    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "check": {"contents": "read", "security-events": "write"},
        "build": {"contents": "read"},
        "release": {"contents": "write"},
    }


def test_every_action_is_pinned_to_a_version():
    steps = [step for job in example("github-actions.yml")["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]

    assert used
    assert [each for each in used if not re.fullmatch(r"[\w-]+(/[\w-]+)+@v\d+", each)] == []


def test_only_a_tag_is_released():
    github = example("github-actions.yml")["jobs"]["release"]
    gitlab = example("gitlab-ci.yml")["release"]

    assert (github["if"], github["needs"]) == ("startsWith(github.ref, 'refs/tags/v')", "build")
    assert gitlab["rules"] == [{"if": "$CI_COMMIT_TAG =~ /^v/"}]


def test_the_cache_that_is_kept_is_the_one_that_is_used():
    github, gitlab = example("github-actions.yml"), example("gitlab-ci.yml")
    (kept,) = (step["with"]["path"] for step in github["jobs"]["build"]["steps"] if "cache@" in str(step))

    assert kept == github["env"]["DECKBUILD_CACHE_DIR"]
    assert gitlab["build"]["cache"]["paths"] == [f"{gitlab['variables']['DECKBUILD_CACHE_DIR']}/"]


@pytest.mark.parametrize("name", sorted(each.name for each in EXAMPLES.iterdir()))
def test_the_page_names_every_example(name: str):
    assert f"examples/ci/{name}" in PAGE


def test_the_page_names_the_hook():
    assert f"- id: {HOOK['id']}" in PAGE


def test_the_hook_takes_the_files_that_decks_are_made_of():
    files = ["decks/modules/a.yaml", "assets/images/a.png", "assets/data/a.csv"]
    others = ["README.md", "docs/decks/a.md"]

    assert [each for each in (*files, *others) if re.search(HOOK["files"], each)] == files


def test_the_entry_of_the_hook_is_a_command_that_takes_files(project: Path):
    program, *words = shlex.split(HOOK["entry"])
    clean = deckbuild(*words, NEGLECT, folder=project)
    change(project, NEGLECT, "layout: chart", "layout: chard")
    wrong = deckbuild(*words, NEGLECT, folder=project)

    assert (program, HOOK["language"]) == ("deckbuild", "python")
    assert (clean.returncode, wrong.returncode) == (0, 1)


@pytest.mark.skipif(not PRE_COMMIT, reason="pre-commit is not installed")
@needs_bash
def test_pre_commit_lets_a_commit_pass_or_stops_it_with_the_place(project: Path, tmp_path: Path):
    """With the hook as it is published, but for the installation, which would fetch packages."""
    assert PRE_COMMIT
    entry = shlex.join([sys.executable, "-m", "deckbuild", *shlex.split(HOOK["entry"])[1:]])
    here = {**HOOK, "entry": entry, "language": "system"}
    del here["minimum_pre_commit_version"]
    config = {"repos": [{"repo": "local", "hooks": [here]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    env = environment(
        PRE_COMMIT_HOME=str(tmp_path / "home"),
        GIT_AUTHOR_NAME="A",
        GIT_AUTHOR_EMAIL="a@example.org",
        GIT_COMMITTER_NAME="A",
        GIT_COMMITTER_EMAIL="a@example.org",
    )

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", *words], cwd=project, env=env, capture_output=True, encoding="utf-8")

    git("init")
    assert subprocess.run([PRE_COMMIT, "install"], cwd=project, env=env, capture_output=True).returncode == 0
    git("add", "--all")
    first = git("commit", "--message", "All that init wrote")
    change(project, NEGLECT, "layout: chart", "layout: chard")
    git("add", "--all")
    second = git("commit", "--message", "A slip")

    assert (first.returncode, second.returncode) == (0, 1), first.stderr
    assert re.search(rf"^{NEGLECT}:\d+:\d+: error\[", second.stderr, re.MULTILINE)
