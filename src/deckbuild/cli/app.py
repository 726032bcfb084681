"""The commands and their options.

Typer takes 50 ms to start without completion, rich markup and pretty exceptions, and 120 with them. Each
command that it knows costs another millisecond or more, so it is told only of the one that is called.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from deckbuild import __version__

COMMANDS = {
    "build": "build",
    "list": "listing",
    "matrix": "matrix",
    "why": "why",
    "slots": "slots",
    "outline": "outline",
    "new": "new",
    "init": "init",
    "schema": "schema",
    "explain": "explain",
}
"""Command → module of this package with a function `command`, in the order of the help."""
COMPLETING = "_DECKBUILD_COMPLETE"
"""Set by the shell when it wants to know what may come next."""


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
            app.command(name)(import_module(f"deckbuild.cli.{COMMANDS[name]}").command)
    return app


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
