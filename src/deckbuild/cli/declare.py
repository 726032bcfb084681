"""Options and arguments of a command as plain data, and what is wrong with how a command was called.

They stand in the annotations of a command's parameters. `direct` reads plain calls by them, and `app` makes
Typer's own of them, for everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection


class UsageError(Exception):
    """A command was called with words that do not go together; nothing has been done yet."""


class Argument:
    """Words that stand by themselves."""

    __slots__ = ("completion", "help", "metavar")

    def __init__(self, *, metavar: str, help: str, completion: str = "") -> None:  # noqa: A002  as in Typer
        """*completion* is the function of `complete` that knows what may stand here."""
        self.metavar = metavar
        self.help = help
        self.completion = completion


class Option:
    """Words after a name that begins with two hyphens, or the name alone."""

    __slots__ = ("among", "completion", "help", "metavar", "name", "show_default")

    def __init__(
        self,
        name: str,
        *,
        metavar: str | None = None,
        help: str | Callable[[], str],  # noqa: A002
        among: Collection[str] = (),
        completion: str = "",
        show_default: bool = True,
    ) -> None:
        """*among* are the only words that are right; where it is empty, *completion* is as for an argument.

        *help* is a function where it takes time to make.
        """
        self.name = name
        self.metavar = metavar
        self.help = help
        self.among = among
        self.completion = completion
        self.show_default = show_default
