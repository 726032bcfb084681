"""The `changes` of a profile or a local session in, model values out, each with its one verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckbuild.model.origin import Origin
from deckbuild.model.source import Change, ChangeKind
from deckbuild.read.documents import ChangeDoc
from deckbuild.read.reading import Reading

_PLACES: dict[ChangeKind, tuple[str, ...]] = {
    "replace": ("with",),
    "insert": ("before", "after"),
    "omit": (),
    "add": ("to",),
}
"""Verb → the fields that say where, or what instead; `replace` and `insert` need one of theirs."""
_ALL = ("with", "before", "after", "to")


def changes(
    docs: Sequence[ChangeDoc], origin: Origin, reading: Reading, named: Callable[[str], str] = str
) -> tuple[Change, ...]:
    """Return changes in their order; one with faults of form is left out.

    *named* returns the id of a slide from the name that the file has for it.
    """
    made = (_change(doc, origin.at(n), reading, named) for n, doc in enumerate(docs))
    return tuple(each for each in made if each is not None)


def _change(doc: ChangeDoc, origin: Origin, reading: Reading, named: Callable[[str], str]) -> Change | None:
    kind = _verb(doc, origin, reading)
    if kind is None or not _is_placed(doc, kind, origin, reading):
        return None
    return Change(
        kind=kind,
        slide=named(_written(doc, kind) or ""),
        why=reading.plain(doc.why, origin.at("why")),
        origin=origin,
        with_=named(doc.with_) if doc.with_ else "",
        before=named(doc.before) if doc.before else "",
        after=named(doc.after) if doc.after else "",
        to=reading.plain(doc.to, origin.at("to")),
    )


def _verb(doc: ChangeDoc, origin: Origin, reading: Reading) -> ChangeKind | None:
    """Return what a change does; None where it is not one thing."""
    verbs = [verb for verb in _PLACES if _written(doc, verb) is not None]
    if not verbs:
        hint = "Add one of `replace: …`, `insert: …`, `omit: …` and `add: …`."
        reading.error("DB111", "the change does not say what it does", origin, [hint])
        return None
    for verb in verbs[1:]:
        message = f"the change has both `{verbs[0]}` and `{verb}`"
        reading.clash((verbs[0], verb), message, origin, "Write two changes, each with its `why`.")
    return verbs[0] if len(verbs) == 1 else None


def _is_placed(doc: ChangeDoc, kind: ChangeKind, origin: Origin, reading: Reading) -> bool:
    """Return whether a change has the fields of its verb, and no others."""
    before = len(reading.found)
    wanted = _PLACES[kind]
    for field in _ALL:
        if field not in wanted and _written(doc, field) is not None:
            reading.error(
                "DB116", f"`{field}` does not belong to `{kind}`", _key(origin, field), [f"Delete `{field}`."]
            )
    written = [field for field in wanted if _written(doc, field) is not None]
    if kind in ("replace", "insert") and not written:
        fields = " or ".join(f"`{field}`" for field in wanted)
        hint = f"Add {' or '.join(f'`{field}: …`' for field in wanted)}."
        reading.error("DB111", f"`{kind}` lacks the field {fields}", origin, [hint])
    if len(written) > 1:
        message = f"the change has both `{written[0]}` and `{written[1]}`"
        reading.clash((written[0], written[1]), message, origin, "Keep one of them.")
    return len(reading.found) == before


def _written(doc: ChangeDoc, field: str) -> str | None:
    value: str | None = getattr(doc, "with_" if field == "with" else field)
    return value


def _key(origin: Origin, name: str) -> Origin:
    return Origin(origin.document, (*origin.path, name), key=True)
