"""`deckbuild explain CODE`: what a finding means, from the catalogue."""

from __future__ import annotations

import sys
import textwrap

from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes import CODES


def run_explain(code: str) -> int:
    """Print the entry of a code and return the exit code."""
    entry = CODES.get(code.upper())
    if entry is None:
        hints = "".join(f"\n  hint: {hint}" for hint in did_you_mean(code.upper(), CODES))
        print(f"deckbuild: there is no code “{code}”{hints}", file=sys.stderr)
        return 2
    print(f"{entry.code}: {entry.title}\n\n{textwrap.fill(entry.explanation, 79)}")
    return 0
