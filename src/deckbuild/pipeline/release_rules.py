"""What keeps a release from being made: slots that nobody has filled, and reviews that have expired.

A review is held against a day that no clock gives: the one that is named, else that of `SOURCE_DATE_EPOCH`
(in UTC), else the newest date of the sessions that are released.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from deckbuild.diagnostics import Diagnostic, did_you_mean, error, warning
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.model.dates import long_date
from deckbuild.model.origin import NOWHERE

if TYPE_CHECKING:
    from deckbuild.model.source import Module, Session

SLOT = "DB214"
"""The finding of a build that a local key has no value; its word is the key."""
_EPOCH = re.compile(r"-?[0-9]{1,20}")
"""What `date +%s` prints, which is all that the specification of `SOURCE_DATE_EPOCH` allows."""
_ALLOWANCE = re.compile(r"(slot|review):(\S+)")


class Day(NamedTuple):
    """The day that reviews are held against."""

    iso: str
    source: Literal["option", "SOURCE_DATE_EPOCH", "sessions"]


def release_day(on: str | None, epoch: str | None, sessions: Iterable[Session]) -> Day:
    """Return the day. *on* is ISO 8601, *epoch* the value of `SOURCE_DATE_EPOCH`; None where not given.

    Raises:
        CannotRunError: one of the two is no date, or no session is there to give one.
    """
    if on is not None:
        try:
            return Day(date.fromisoformat(on).isoformat(), "option")
        except ValueError as fault:
            raise CannotRunError(f"--on {on}: wanted a date such as 2026-11-23") from fault
    if epoch:
        if not _EPOCH.fullmatch(epoch):
            raise CannotRunError(
                f"SOURCE_DATE_EPOCH is “{epoch[:40]}”: wanted seconds since 1970 as a whole number"
            )
        try:
            moment = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as fault:
            raise CannotRunError(
                f"SOURCE_DATE_EPOCH is {epoch}: wanted seconds, and so many are in no year from 1 to 9999"
            ) from fault
        return Day(moment.date().isoformat(), "SOURCE_DATE_EPOCH")
    dates = [each.date for each in sessions]
    if not dates:
        raise CannotRunError("there is no session to release")
    return Day(max(dates), "sessions")


def check_allowances(allow: Sequence[str]) -> None:
    """Make sure that each allowance is `slot:KEY` or `review:ID`.

    Raises:
        CannotRunError: one is not.
    """
    for each in allow:
        if not _ALLOWANCE.fullmatch(each):
            raise CannotRunError(
                f"--allow {each}: wanted slot:KEY or review:ID, such as review:types-of-abuse"
            )


def refusals(
    found: Iterable[Diagnostic],
    sessions: Iterable[Session],
    modules: Iterable[Module],
    day: str,
    allow: Sequence[str],
) -> list[Diagnostic]:
    """Return why a release is refused, and allowances that nothing needs. *found* is what the build found."""
    slots = {f"slot:{each.word}": each for each in found if each.code == SLOT}
    refused = [_slot(each) for each in found if each.code == SLOT and f"slot:{each.word}" not in allow]
    every: list[Session | Module] = [*sessions, *modules]
    late = [each for each in every if each.review < day]
    refused += [_review(each, day) for each in late if f"review:{each.id}" not in allow]
    needed = [*slots, *(f"review:{each.id}" for each in late)]
    return [*refused, *_idle(allow, needed)]


def _slot(found: Diagnostic) -> Diagnostic:
    return Diagnostic(
        "DB601",
        "error",
        f"the key “{found.word}” has no value, and a release has no open slots",
        found.origin,
        (*found.hints, f"Release it all the same with `--allow slot:{found.word}`."),
        found.related,
        found.deck,
        found.word,
    )


def _review(each: Session | Module, day: str) -> Diagnostic:
    what = "the module" if hasattr(each, "slides") else "the session"
    return error(
        "DB602",
        f"{what} “{each.id}” was to be read again by {long_date(each.review)}, and the release is of "
        f"{long_date(day)}",
        each.origin.at("review"),
        (
            f"Let {each.owner} read it again, and write the next date.",
            f"Release it all the same with `--allow review:{each.id}`.",
        ),
    )


def _idle(allow: Sequence[str], needed: Sequence[str]) -> Iterator[Diagnostic]:
    for each in allow:
        if each not in needed:
            hints = did_you_mean(each, needed) or ("Leave it out.",)
            yield warning("DB603", f"nothing needs `--allow {each}`", NOWHERE, hints)
