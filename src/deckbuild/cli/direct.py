"""Plain calls of a command, read without Typer, which takes longer to start than a small deck to build.

A call is plain where every option has its full name, every value stands by itself and is of the right kind,
and the shell does not ask for completion. All others, and with them help and all that is said about usage,
are for Typer; both read the same declarations.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import NoneType
from typing import get_args, get_type_hints

from deckbuild.cli.again import COMPLETING
from deckbuild.cli.declare import Argument, Option, UsageError

COMMANDS = {"build": "build"}
"""Command → module of this package with a function `command` whose parameters `declare` declares."""
Command = Callable[..., None]  # type: ignore[explicit-any]  # each has parameters of its own


class _NotPlain(Exception):  # noqa: N818  no fault
    """The call is for Typer."""


class _Parameter:
    """A parameter of a command, as the command line fills it."""

    def __init__(self, name: str, kinds: Sequence[type], declared: Argument | Option, *, many: bool) -> None:
        self.name = name
        self.kind = kinds[0]
        self.declared = declared
        self.many = many


def called(words: Sequence[str]) -> bool:
    """Carry out a plain call of a command, and return whether it was one; where not, nothing has been done.

    Raises:
        SystemExit: the command has ended, with its exit code.
    """
    if not words or words[0] not in COMMANDS or COMPLETING in os.environ:
        return False
    command: Command = import_module(f"deckbuild.cli.{COMMANDS[words[0]]}").command
    try:
        command(**arguments(command, words[1:]))
    except (_NotPlain, UsageError):
        return False
    return True


def arguments(command: Command, words: Sequence[str]) -> dict[str, object]:
    """Return what the words after a command's name give for its parameters.

    Raises:
        _NotPlain: that is for Typer to say.
    """
    parameters = [_parameter(name, hint) for name, hint in _hints(command).items()]
    options = {each.declared.name: each for each in parameters if isinstance(each.declared, Option)}
    alone = next((each for each in parameters if isinstance(each.declared, Argument)), None)
    done: dict[str, object] = {}
    left = iter(words)
    for word in left:
        each = options.get(word) if word.startswith("-") else alone
        if each is None:
            raise _NotPlain
        value = True if each.kind is bool else _value(each, next(left, "-") if each is not alone else word)
        if each.many:
            known = done.setdefault(each.name, [])
            assert isinstance(known, list)
            known.append(value)
        else:
            done[each.name] = value
    return done


def _hints(command: Command) -> dict[str, object]:
    return {
        name: hint for name, hint in get_type_hints(command, include_extras=True).items() if name != "return"
    }


def _parameter(name: str, hint: object) -> _Parameter:
    """Return a parameter by its annotation: a type, a list of one, or either or None; and the declaration."""
    annotated, declared = get_args(hint)
    kinds = [each for each in get_args(annotated) or (annotated,) if each is not NoneType]
    inner = get_args(kinds[0])
    return _Parameter(name, inner or kinds, declared, many=bool(inner))


def _value(each: _Parameter, word: str) -> object:
    """Return the value that a word stands for."""
    among = each.declared.among if isinstance(each.declared, Option) else ()
    # On Windows click takes patterns of file names apart itself.
    if (
        word.startswith("-")
        or (among and word not in among)
        or (os.name == "nt" and set(word) & set("*?[~$%"))
    ):
        raise _NotPlain
    if each.kind in (str, Path):
        return each.kind(word)
    if each.kind is int and word.isdecimal():
        return int(word)
    if issubclass(each.kind, Enum) and word in [known.value for known in each.kind]:
        return each.kind(word)
    raise _NotPlain
