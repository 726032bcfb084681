"""The command line: the one room that prints and ends the process.

| exit code | meaning |
|---|---|
| 0 | done, nothing found at or above `--fail-on` |
| 1 | something was found in the project's files; what it concerns was not written |
| 2 | the command could not run: wrong usage, no project |
| 3 | a fault of deckbuild itself |
| 130 | interrupted with Ctrl-C |
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

COLLECTED = (50_000, 20, 100)
"""After how many new objects cycles are looked for, and how often among older ones (`gc.set_threshold`).

Values of ours hold none, and a thousand slides have half a million: with the usual 700, a tenth of a build
goes into finding nothing. The memory stays the same.
"""
INTERRUPTED = 130
INTERNAL_FAULT = 3


def run() -> NoReturn:
    """Do as `main`, in a process of its own, which ends without taking its memory apart piece by piece.

    That would take a twentieth of the time of a build; the system takes it back at once.
    """
    try:
        main()
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # closed, or never open
                stream.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)


def main() -> NoReturn:
    """Run the command that the arguments of the process name, and exit."""
    gc.set_threshold(*COLLECTED)
    sys.exit(_run())


def _run() -> int:
    from deckbuild.diagnostics.errors import CannotRunError

    try:
        from deckbuild.cli.again import again

        code = again(sys.argv[1:])
        if code is not None:
            return code
        from deckbuild.cli.direct import called

        if not called(sys.argv[1:]):
            from deckbuild.cli.app import application

            application(sys.argv[1:])(prog_name="deckbuild")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        print("deckbuild: interrupted; nothing is half-written", file=sys.stderr)
        return INTERRUPTED
    except CannotRunError as fault:
        print(f"deckbuild: {fault}", file=sys.stderr)
        return fault.exit_code
    except Exception as fault:  # noqa: BLE001  whatever it is, its reader cannot mend it
        if os.environ.get("DECKBUILD_TRACEBACK"):
            import traceback

            traceback.print_exc()
        print(_internal(fault), file=sys.stderr)
        return INTERNAL_FAULT
    return 0


def _internal(fault: Exception) -> str:
    return (
        f"deckbuild: internal fault: {type(fault).__name__}: {fault}\n"
        "This is a mistake in deckbuild, not in your files. Please report it as CONTRIBUTING.md says,\n"
        "with what the same command prints when DECKBUILD_TRACEBACK=1 is set in the environment."
    )
