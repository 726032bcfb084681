"""Arguments and options that several commands have, each declared once with its help and its completion."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from deckbuild.cli.declare import Argument, Option, UsageError
from deckbuild.diagnostics.emit import FORMS


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    error = "error"
    warning = "warning"


def _format_help() -> str:
    from deckbuild.pipeline.formats import DEFAULT_FORMATS, formats

    without = f"the deck and the kinds of the session's `handouts`, or {' and '.join(DEFAULT_FORMATS)}"
    return "\n".join(
        [
            # click keeps the lines after a backspace
            f"What to make; may be given several times. Without it: {without}.\n\n\b",
            *(f"{name}: {doc}" for name, doc in formats().items()),
        ]
    )


ProjectDir = Annotated[
    Path,
    Option(
        "--project",
        metavar="DIR",
        help="The project, or a folder in it. Without it: this folder.",
        show_default=False,
    ),
]
Sessions = Annotated[
    list[str] | None,
    Argument(
        metavar="[SESSION]…",
        help="Id of a session, or path of a local session's file. Without it: all sessions.",
        completion="sessions",
    ),
]
OneSession = Annotated[
    str,
    Argument(
        metavar="SESSION",
        help="Id of a session, or path of a local session's file.",
        completion="sessions",
    ),
]
Profiles = Annotated[
    list[str] | None,
    Option(
        "--profile",
        metavar="NAME",
        help="Agency; may be given several times. Without it: all.",
        completion="profiles",
    ),
]
OneProfile = Annotated[
    str | None,
    Option("--profile", metavar="NAME", help="Agency.", completion="profiles"),
]
Formats = Annotated[
    list[str] | None,
    Option("--format", metavar="NAME", help=_format_help, completion="formats"),
]
Pack = Annotated[bool, Option("--pack", help="Make the deck and the session's whole pack of documents.")]
Output = Annotated[
    Path | None,
    Option("--output", metavar="DIR", help="Write here instead of the project's output folder."),
]
Brand = Annotated[
    str | None,
    Option(
        "--brand",
        metavar="ID",
        help="Build in this brand instead of each session's own.",
        completion="brands",
    ),
]
NoCache = Annotated[
    bool,
    Option("--no-cache", help="Make everything anew, and keep nothing. DECKBUILD_NO_CACHE=1 does the same."),
]
Jobs = Annotated[
    int | None,
    Option(
        "--jobs",
        metavar="N",
        help="How many processes to run at a time, at most. Without it: as many as can run, where there is"
        " enough to do for several.",
        show_default=False,
    ),
]
Scheduler = Annotated[
    str | None,
    Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Make the decks on the Dask cluster of this scheduler, for example tcp://10.0.0.5:8786.",
    ),
]
FailFrom = Annotated[
    FailOn, Option("--fail-on", help="From which severity on findings make the exit code 1.")
]
Json = Annotated[bool, Option("--json", help="Print a JSON object on standard output instead.")]
Diagnostics = Annotated[
    str,
    Option(
        "--diagnostics",
        metavar="FORM",
        help=f"How findings are printed: {', '.join(FORMS)}.",
        among=FORMS,
    ),
]


def check_hands(jobs: int | None, scheduler: str | None) -> None:
    """Make sure that who is to make decks is said in a way that can be.

    Raises:
        UsageError: it is not.
    """
    if jobs is not None and jobs < 1:
        raise UsageError("--jobs is the number of processes, 1 or more.")
    if jobs is not None and scheduler is not None:
        raise UsageError("--scheduler has its own workers; leave one of --jobs and --scheduler out.")
