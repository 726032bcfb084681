"""A slide in, what is wrong with its lists out: too few or too many entries for a profile that has it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from deckbuild.layouts.base import Field
from deckbuild.model.condition import Condition
from deckbuild.model.origin import Origin
from deckbuild.model.source import Card, Column, LinkItem, Profile, Slide, Table, Value
from deckbuild.model.text import Paragraph
from deckbuild.read.faults import bounds_of
from deckbuild.read.reading import Reading

When = Condition | None


def check_counts(
    slide: Slide, fields: Sequence[Field], profiles: Collection[Profile], reading: Reading
) -> None:
    """Note each list of a slide that does not hold for one of the profiles that have the slide."""
    for field in fields:
        if field.name in slide.fields:
            entries = list(_entries(slide.fields[field.name]))
            least = max(field.least, 1) if field.required else field.least
            _check(field.name, entries, (least, field.most), slide.origin, profiles, reading)
    for name, part in (("purpose", slide.notes.purpose), ("ask", slide.notes.ask)):
        _check(name, [each.when for each in part], (1, 0), slide.origin.at("notes"), profiles, reading)


def _entries(value: Value) -> Iterator[When]:
    """Yield the condition of each entry that counts; none for what is no list."""
    if isinstance(value, Column):
        value = value.text if value.listed else ()
    if isinstance(value, Table):
        yield from value.conditions
    elif isinstance(value, tuple):
        for each in value:
            if isinstance(each, Card | LinkItem) or (isinstance(each, Paragraph) and each.level == 0):
                yield each.when


def _check(
    name: str,
    entries: Sequence[When],
    bounds: tuple[int, int],
    around: Origin,
    profiles: Collection[Profile],
    reading: Reading,
) -> None:
    least, most = bounds
    if not any(entries):
        if most and len(entries) > most:
            message = f"`{name}` wants {bounds_of(least, most)}, found {len(entries)}"
            reading.error("DB114", message, around.at(name), ["Leave entries out, or divide them in two."])
        return
    for profile in profiles:
        left = sum(1 for when in entries if when is None or when.admits(profile.names))
        if left < least or (most and left > most):
            wanted = bounds_of(least, most or None)
            message = f"`{name}` wants {wanted}, and {left} {'is' if left == 1 else 'are'} for {profile.id}"
            hint = "Look at `only` and `except` of its entries."
            reading.error("DB114", message, around.at(name), [hint])
