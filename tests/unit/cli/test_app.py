"""Which commands the command line knows, by the words that it is called with."""

import pytest
import typer

from deckbuild.cli.app import COMMANDS, COMPLETING, application


def known(*words: str) -> list[str]:
    command = typer.main.get_command(application(words))
    return list(command.commands)


def test_a_command_that_is_called_is_the_only_one_that_is_loaded():
    assert known("build", "--quiet") == ["build"]


@pytest.mark.parametrize("words", [(), ("--help",), ("biuld",), ("--install-completion",)])
def test_anything_else_knows_all_commands(words: tuple[str, ...]):
    assert known(*words) == [*COMMANDS]


def test_completion_knows_all_commands_whatever_is_written(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(COMPLETING, "complete_bash")

    assert known("build") == [*COMMANDS]


def test_the_version_needs_no_command():
    assert known("--version") == []
