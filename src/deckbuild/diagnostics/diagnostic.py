"""A problem in what somebody wrote, as a value: steps collect these and go on, and never raise.

A message says what is wrong, what was wanted and what was found. A hint says what to do and begins with a
verb.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import Origin

Severity = Literal["error", "warning", "info"]
"""`error` stops the build after the stage, `warning` does not, `info` only tells."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding."""

    code: str
    """Name in `diagnostics.codes.CODES`, for example `DB110`."""
    severity: Severity
    message: str
    """One sentence without full stop; names of the language in backquotes, the author's words in “quotes”."""
    origin: Origin
    hints: tuple[str, ...] = ()
    related: tuple[tuple[Origin, str], ...] = ()
    """Other places that belong to the finding, each with what stands there."""
    deck: str = ""
    """`SESSION/PROFILE` of the deck that it was found in; empty where it does not depend on one."""
    word: str = ""
    """The characters at fault, as they are written somewhere in the value; empty for all of it."""


def error(
    code: str,
    message: str,
    origin: Origin,
    hints: Iterable[str] = (),
    related: Iterable[tuple[Origin, str]] = (),
    *,
    word: str = "",
) -> Diagnostic:
    """Return a finding that stops the build."""
    return Diagnostic(code, "error", message, origin, tuple(hints), tuple(related), word=word)


def warning(
    code: str,
    message: str,
    origin: Origin,
    hints: Iterable[str] = (),
    related: Iterable[tuple[Origin, str]] = (),
    *,
    word: str = "",
) -> Diagnostic:
    """Return a finding that somebody should look at, and that stops nothing."""
    return Diagnostic(code, "warning", message, origin, tuple(hints), tuple(related), word=word)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether one of the findings stops the build."""
    return any(each.severity == "error" for each in diagnostics)


MOST_COMPARED = 500
"""Names among which the most similar is looked for; thousands, each for thousands of faults, take hours."""


def did_you_mean(word: str, words: Collection[str]) -> tuple[str, ...]:
    """Return a hint that names the most similar of *words*, or else the first twenty; none for no words."""
    if not words:
        return ()
    if len(words) > MOST_COMPARED:
        return ("Correct the name.",)
    from difflib import get_close_matches  # on no good path

    known = sorted(words)
    near = get_close_matches(word, known, n=1, cutoff=0.6) or [
        each for each in known if each.casefold() == word.casefold()
    ]
    if near:
        return (f"Write `{near[0]}`.",)
    listed = ", ".join(f"`{each}`" for each in known[:20])
    return (f"Use one of {listed}{', …' if len(known) > 20 else ''}.",)
