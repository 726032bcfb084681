"""A build whose like was given before, and after which nothing has changed: told without a command line.

Typer takes longer to start than all the rest of such a build.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

COMPLETING = "_DECKBUILD_COMPLETE"
"""Set by the shell when it wants to know what may come next."""


def again(words: Sequence[str]) -> int | None:
    """Return the exit code of a build that had nothing to do; None for anything else."""
    if words[:1] != ["build"] or COMPLETING in os.environ:
        return None
    from deckbuild.pipeline.unchanged import again as found_again

    start = time.perf_counter()
    found = found_again(words)
    if found is None:
        return None
    from deckbuild.cli.report import report

    return report(found.result, found.shown, time.perf_counter() - start)
