"""`only` and `except` in, a `Condition` out; each name in it is that of a profile or a tag of one."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics import did_you_mean
from deckbuild.model.condition import Condition
from deckbuild.model.origin import Origin
from deckbuild.read.documents import Conditional
from deckbuild.read.reading import Reading


def condition(
    doc: Conditional, origin: Origin, reading: Reading, within: Condition | None = None
) -> Condition | None:
    """Return whom something is for; None for everybody. *within* is the condition of what it stands in."""
    return made(doc.only or (), doc.except_ or (), origin, reading, within)


def made(
    only: Sequence[str],
    except_: Sequence[str],
    origin: Origin,
    reading: Reading,
    within: Condition | None = None,
) -> Condition | None:
    """Return a condition of names, each of which is checked; *within* where there are none."""
    if not only and not except_:
        return within
    if only and except_:
        message = "`only` and `except` exclude each other"
        reading.clash(("only", "except"), message, origin, "Keep one of them.")
    for field, names in (("only", only), ("except", except_)):
        for n, name in enumerate(names):
            _check(name, field, origin.at(field, n), reading)
    return Condition(tuple(only), tuple(except_), origin, within)


def _check(name: str, field: str, origin: Origin, reading: Reading) -> None:
    if name not in reading.names:
        message = f"`{field}` names “{name}”, which is neither a profile nor a tag of one"
        reading.error("DB203", message, origin, did_you_mean(name, reading.names.ids | reading.names.tags))
