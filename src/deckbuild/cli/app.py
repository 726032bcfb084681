"""The commands and their options, for Typer.

Typer takes 50 ms to start without completion, rich markup and pretty exceptions, and 120 with them. Each
command that it knows costs another millisecond or more, so it is told only of the one that is called; and a
plain call of `build` does without it (`direct`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import wraps
from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from deckbuild import __version__
from deckbuild.cli import complete
from deckbuild.cli.again import COMPLETING
from deckbuild.cli.declare import Argument, Option, UsageError
from deckbuild.cli.direct import Command

if TYPE_CHECKING:
    from typer.models import ArgumentInfo, OptionInfo

COMMANDS = {
    "build": "build",
    "watch": "watch",
    "check": "check",
    "list": "listing",
    "matrix": "matrix",
    "why": "why",
    "slots": "slots",
    "outline": "outline",
    "release": "release",
    "verify": "verify",
    "diff": "diff",
    "new": "new",
    "init": "init",
    "schema": "schema",
    "explain": "explain",
    "cache": "cache",
}
"""Command → module of this package with a function `command`, in the order of the help."""


def application(words: Sequence[str]) -> typer.Typer:
    """Return the command line for the arguments of the process.

    Where they begin with a command it knows that one alone, and with `--version` none; else all of them, and
    the options for completion.
    """
    alone = words[:1] if words and words[0] in (*COMMANDS, "--version") else []
    known = [*COMMANDS] if COMPLETING in os.environ or not alone else alone
    app = typer.Typer(
        help="Compile training sessions written in YAML into branded PowerPoint decks and PDF handouts.",
        add_completion=len(known) > 1,
        no_args_is_help=True,
        rich_markup_mode=None,
        suggest_commands=False,  # click does, and twice is too often
        pretty_exceptions_enable=False,
    )
    app.callback()(options)
    for name in known:
        if name in COMMANDS:
            app.command(name)(_of_typer(import_module(f"deckbuild.cli.{COMMANDS[name]}").command))
    return app


def _of_typer(command: Command) -> Command:
    """Return a command whose parameters are declared to Typer, and whose faults of usage are Typer's."""

    @wraps(command)
    def called(**values: object) -> None:
        try:
            command(**values)
        except UsageError as fault:
            raise typer.BadParameter(str(fault)) from fault

    written = signature(command, eval_str=True)
    parameters = [each.replace(annotation=_declared(each.annotation)) for each in written.parameters.values()]
    vars(called)["__signature__"] = written.replace(parameters=parameters)
    called.__annotations__ = {each.name: each.annotation for each in parameters}
    return called


def _declared(hint: object) -> object:
    """Return an annotation with the declaration of an option or argument as Typer wants it."""
    annotated, *declared = get_args(hint) or (hint,)
    match declared:
        case [Argument() as each]:
            return Annotated[annotated, _argument(each)]
        case [Option() as each]:
            return Annotated[annotated, _option(each)]
        case _:
            return hint


def _argument(each: Argument) -> ArgumentInfo:
    made: ArgumentInfo = typer.Argument(
        metavar=each.metavar, help=each.help, autocompletion=complete.COMPLETE.get(each.completion)
    )
    return made


def _option(each: Option) -> OptionInfo:
    known = complete.COMPLETE.get(each.completion)
    made: OptionInfo = typer.Option(
        each.name,
        metavar=each.metavar,
        help=each.help if isinstance(each.help, str) else each.help(),
        show_default=each.show_default,
        callback=complete.must_be(each.among) if each.among else None,
        autocompletion=complete.among(each.among) if each.among else known,
    )
    return made


def _version(wanted: bool) -> None:
    if wanted:
        print(f"deckbuild {__version__}")
        raise typer.Exit


def options(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""
