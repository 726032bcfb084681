"""Which calls of a session reach a profile: parts come in, the same parts without the calls of others go out.

Filtering comes before anything is looked up, in the order of DITA-OT: what is left out is asked for nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import Part, Session, Use


def parts_for(session: Session, profile: str, findings: list[Diagnostic]) -> tuple[Part, ...]:
    """Return the session's parts as a profile gets them; a part that nothing is left of is left out.

    Appends a finding for each name in `only` or `except` that is no profile of the session: a slip there
    would keep a slide from everyone, or show it to all, without a word.
    """
    for part in session.parts:
        for use in part.uses:
            _check_names(use, session, findings)
    kept = (replace(part, uses=tuple(u for u in part.uses if reaches(u, profile))) for part in session.parts)
    return tuple(part for part in kept if part.uses)


def reaches(use: Use, profile: str) -> bool:
    """Return whether a call is meant for a profile."""
    return profile not in use.except_ and (not use.only or profile in use.only)


def _check_names(use: Use, session: Session, findings: list[Diagnostic]) -> None:
    for field, names in (("only", use.only), ("except", use.except_)):
        findings.extend(
            error(
                "DB203",
                f"`{field}` names the profile “{name}”, which the session does not have",
                use.origin.at(field, index),
                did_you_mean(name, session.profiles),
            )
            for index, name in enumerate(names)
            if name not in session.profiles
        )
