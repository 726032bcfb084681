"""The workspace's `keys` in, their declarations out; and values of keys, each of the declared type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from deckbuild.diagnostics import did_you_mean
from deckbuild.model.origin import Origin
from deckbuild.model.source import BUILT_IN_KEYS, TRAINER, KeyDeclaration, KeyType
from deckbuild.read.documents import KeyDoc
from deckbuild.read.reading import Reading

_FORMS: Mapping[KeyType, tuple[str, str]] = {
    "phone": (
        r"\+?[0-9(][0-9 ()./-]*[0-9]( ?(ext\.?|x) ?[0-9]+)?",
        "a telephone number such as 01905 822666",
    ),
    "email": (r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+", "an e-mail address such as desk@example.org"),
    "url": (r"https?://[^\s/]+\.[^\s]+", "an address that begins with https://"),
    "date": (r"\d{4}-\d{2}-\d{2}", "a date such as 2027-03-31"),
    "number": (r"-?\d+(\.\d+)?", "a number such as 12 or 2.5"),
    "minutes": (r"(?!0+(\.0+)?$)\d{1,3}(\.\d+)?", "a number of minutes such as 15"),
}
"""Type → what a value looks like, as a pattern and in words; a text looks like anything."""


def declarations(docs: Mapping[str, KeyDoc], origin: Origin, reading: Reading) -> dict[str, KeyDeclaration]:
    """Return the keys of a project: those of its workspace, and `local.trainer`."""
    made = {TRAINER: KeyDeclaration(TRAINER, "Name of the trainer")}
    for name, doc in docs.items():
        place = origin.at(name)
        if name in BUILT_IN_KEYS:
            reading.error("DB211", f"the key “{name}” is built in", _key(place), ["Give it another name."])
            continue
        made[name] = KeyDeclaration(
            name=name,
            explain=reading.plain(doc.explain, place.at("explain")),
            type=doc.type,
            default=None if doc.default is None else reading.plain(doc.default, place.at("default")),
            used_in=tuple(doc.used_in),
            origin=place,
        )
        if doc.default is not None:
            _check(made[name], doc.default, place.at("default"), reading)
    return made


def values(
    written: Mapping[str, str], known: Mapping[str, KeyDeclaration] | None, origin: Origin, reading: Reading
) -> dict[str, str]:
    """Return the values that a profile or a local session gives to keys; those it may not give are noted.

    With None for *known*, nobody knows which there are, and there are no values.
    """
    return {} if known is None else dict(_values(written, known, origin, reading))


def _values(
    written: Mapping[str, str], known: Mapping[str, KeyDeclaration], origin: Origin, reading: Reading
) -> Iterator[tuple[str, str]]:
    for name, value in written.items():
        place = origin.at(name)
        if name in BUILT_IN_KEYS:
            message = f"the key “{name}” is built in, and has its value already"
            reading.error("DB211", message, _key(place), ["Delete it, or give it another name."])
        elif name not in known:
            hints = (*did_you_mean(name, known), f"Declare `{name}` under `keys` of the workspace file.")
            reading.error("DB204", f"there is no key “{name}”", _key(place), hints)
        else:
            _check(known[name], value, place, reading)
            yield name, reading.plain(value, place)


def _check(key: KeyDeclaration, value: str, origin: Origin, reading: Reading) -> None:
    if key.type not in _FORMS or "{{" in value:
        return
    pattern, wanted = _FORMS[key.type]
    if re.fullmatch(pattern, value.strip()) and (key.type != "date" or _is_day(value.strip())):
        return
    related = [(key.origin.at("type"), f"the key is declared as `{key.type}` here")]
    message = f"the key “{key.name}” wants {wanted}, found “{value.strip()}”"
    reading.error("DB115", message, origin, [f"Write {wanted}."], related)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _key(origin: Origin) -> Origin:
    return Origin(origin.document, origin.path, key=True)
