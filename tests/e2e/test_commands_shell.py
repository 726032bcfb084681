"""What a shell completes, what the help says, and that the page of the commands says it too."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import make
from deckbuild.cli.app import COMMANDS
from tests.support.cli import deckbuild, environment
from tests.support.starter import starter_project

PAGE = Path(make.__file__).parent / "docs" / "commands.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests of this file may ask but not change."""
    return starter_project(tmp_path_factory.mktemp("project"))


def test_every_command_has_help_and_json(tmp_path: Path):
    for name in COMMANDS:
        text = deckbuild(name, "--help", folder=tmp_path).stdout
        assert (name, "--json" in text) == (name, True)


def test_the_help_names_every_command_and_the_completion(tmp_path: Path):
    text = deckbuild("--help", folder=tmp_path).stdout

    assert [
        name for name in (*COMMANDS, "--install-completion", "--show-completion") if name not in text
    ] == []


def completed(words: str, folder: Path) -> list[str]:
    """Return what a shell would offer for the last word of a line."""
    parts = words.split(" ")
    env = environment(
        _DECKBUILD_COMPLETE="complete_bash", COMP_WORDS=words.rstrip(), COMP_CWORD=str(len(parts) - 1)
    )
    done = subprocess.run(
        [sys.executable, "-m", "deckbuild"], cwd=folder, env=env, capture_output=True, encoding="utf-8"
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("deckbuild ma", ["matrix"]),
        ("deckbuild build n", ["noticing-neglect"]),
        ("deckbuild build --profile ", ["health", "police", "schools"]),
        ("deckbuild build --brand r", ["riverside"]),
        ("deckbuild build --diagnostics s", ["sarif"]),
        ("deckbuild watch --format fac", ["facilitator-guide"]),
        ("deckbuild check n", ["noticing-neglect"]),
        ("deckbuild list layouts ta", ["table"]),
        ("deckbuild list l", ["layouts"]),
        ("deckbuild why police/", ["police/talk", "police/unused"]),
        ("deckbuild explain DB30", ["DB301", "DB302", "DB303", "DB304", "DB305"]),
    ],
)
def test_a_shell_completes_commands_and_names(project: Path, words: str, offered: list[str]):
    assert completed(words, project) == offered


def test_outside_a_project_a_shell_completes_no_names(tmp_path: Path):
    assert completed("deckbuild build ", tmp_path) == []


def test_the_script_for_a_shell_is_printed(tmp_path: Path):
    env = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}

    done = deckbuild("--show-completion", "bash", folder=tmp_path, env=env)

    assert (done.returncode, "complete -o default -F _deckbuild_completion deckbuild" in done.stdout) == (
        0,
        True,
    )


def keys_of(value: object, free: frozenset[str]) -> set[str]:
    """Return the keys of a JSON value at any depth, but those below *free* ones, which are ids."""
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each, free)}
    if not isinstance(value, dict):
        return set()
    below = {
        key
        for name, each in value.items()
        for key in keys_of(list(each.values()) if name in free and isinstance(each, dict) else each, free)
    }
    return {*value, *below}


def test_the_page_of_the_commands_names_every_key_of_their_json(project: Path):
    page = PAGE.read_text(encoding="utf-8")
    calls = [
        ("list",),
        ("list", "layouts"),
        ("matrix", "noticing-neglect", "local/evening.yaml"),
        ("why", "neglect/discussion"),
        ("slots", "local/evening.yaml"),
        ("outline", "noticing-neglect", "--profile", "police", "--notes"),
        ("explain", "DB110"),
        ("build", "--quiet"),
        ("check", "decks/modules/spare.yaml"),
    ]
    free = frozenset(("verdicts", "outcomes", "keys"))

    for arguments in calls:
        found = json.loads(deckbuild(*arguments, "--json", folder=project).stdout)
        assert (arguments, [key for key in keys_of(found, free) if f"`{key}`" not in page]) == (arguments, [])


def test_the_page_of_the_commands_has_a_heading_for_each():
    page = PAGE.read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"\n## {name}\n" not in page] == []
