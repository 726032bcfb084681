"""Plain calls are read without Typer, as Typer reads them; all others are left to it."""

import subprocess
import sys
from collections.abc import Callable
from inspect import signature
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from deckbuild.cli import app, direct
from deckbuild.cli.declare import Argument, Option
from deckbuild.cli.direct import COMMANDS
from tests.support.cli import environment
from tests.support.small import write_project

PLAIN = [
    "",
    "one two/three.yaml",
    "--quiet",
    "--format pptx --format html one",
    "--profile a one --profile b",
    "--output out/here --project . --brand b --verify --json",
    "--diagnostics json --fail-on warning --pack",
    "--brand a --brand b",
]
OTHERS = [
    "--help",
    "--format=pptx",
    "--quite",
    "--brand",
    "--brand --quiet",
    "-q",
    "--fail-on never",
    "-- one",
]


def defaults_of(command: Callable[..., None]) -> dict[str, object]:
    return {each.name: each.default for each in signature(command).parameters.values()}


def read_by_typer(words: str) -> dict[str, object]:
    """Return what a command gets from Typer that differs from its defaults."""
    from deckbuild.cli.build import command

    given: dict[str, object] = {}
    called = app._of_typer(command)
    wrapper = typer.Typer()

    def noted(**values: object) -> None:
        given.update(values)

    noted.__signature__ = called.__signature__  # type: ignore[attr-defined]
    noted.__annotations__ = called.__annotations__
    wrapper.command()(noted)
    done = CliRunner().invoke(wrapper, words.split(), standalone_mode=False)
    assert done.exception is None
    defaults = defaults_of(command)
    return {name: value for name, value in given.items() if value != defaults[name]}


@pytest.mark.parametrize("words", PLAIN)
def test_a_plain_call_means_what_typer_takes_it_for(words: str):
    from deckbuild.cli.build import command

    given, defaults = direct.arguments(command, words.split()), defaults_of(command)
    assert {name: value for name, value in given.items() if value != defaults[name]} == read_by_typer(words)


@pytest.mark.parametrize("words", OTHERS)
def test_any_other_call_is_left_to_typer(words: str):
    assert not direct.called(["build", *words.split()])


@pytest.mark.parametrize("words", [[], ["--version"], ["explain", "DB101"], ["biuld"]])
def test_other_commands_are_left_to_typer(words: list[str]):
    assert not direct.called(words)


def test_words_that_do_not_go_together_are_left_to_typer_before_anything_is_done():
    assert not direct.called(["build", "--pack", "--format", "pptx", "--project", "/nowhere"])


def test_every_parameter_of_a_direct_command_is_declared():
    for module in COMMANDS.values():
        command = direct.import_module(f"deckbuild.cli.{module}").command
        hints = direct._hints(command)
        assert hints
        assert all(isinstance(hint.__metadata__[0], Argument | Option) for hint in hints.values())


def test_a_plain_build_starts_no_typer(tmp_path: Path):
    script = (
        "import sys; sys.argv = ['deckbuild', 'build', '--format', 'pptx', '--quiet', '--no-cache']\n"
        "from deckbuild.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code, {'typer', 'click'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=write_project(tmp_path / "project"),
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "0 set()", done.stderr
