"""Decoded fields of a slide in, model values out, by the kind of the field (`layouts.base.Kind`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from deckbuild.diagnostics import did_you_mean
from deckbuild.layouts.base import Field, Kind
from deckbuild.model.condition import Condition
from deckbuild.model.dataclasses import replace
from deckbuild.model.drawing import Command
from deckbuild.model.origin import Origin
from deckbuild.model.source import Card, Column, LinkItem, Table, Value
from deckbuild.model.text import Link, Paragraph, Text
from deckbuild.read import markup
from deckbuild.read.charts import chart
from deckbuild.read.conditions import condition
from deckbuild.read.inline import ascii_target, link_fault
from deckbuild.read.pictures import picture
from deckbuild.read.reading import Reading
from deckbuild.read.slide_documents import (
    CardDoc,
    ChartDoc,
    ColumnDoc,
    ItemDoc,
    LinkDoc,
    PictureDoc,
    RowDoc,
    TableDoc,
)
from deckbuild.read.svg import icon

Convert = Callable[[object, Field, Origin, Reading], Value | None]
"""Takes a decoded value, its field and origin; returns None where a fault was found."""


def convert(decoded: object, field: Field, origin: Origin, reading: Reading) -> Value | None:
    """Return a field's value; None where it has a fault, which is noted."""
    return _CONVERT[field.kind](decoded, field, origin, reading)


def items(
    entries: Sequence[object],
    origin: Origin,
    reading: Reading,
    level: int = 0,
    within: Condition | None = None,
) -> Text:
    """Return the paragraphs of a list that may nest, one outline level for each depth.

    *within* is the condition of the entry that the list stands in, which its own entries share.
    """
    done: list[Paragraph] = []
    for n, entry in enumerate(entries):
        place, when = origin.at(n), within
        if isinstance(entry, ItemDoc):
            when = condition(entry, place, reading, within)
            text = markup.line(entry.text, place.at("text"), reading.found, level)
        else:
            text = markup.line(str(entry), place, reading.found, level)
        done.append(text if when is None else replace(text, when=when))
        if isinstance(entry, ItemDoc) and entry.items:
            done += items(entry.items, place.at("items"), reading, level + 1, when)
    if level == markup.MOST_LEVELS + 1:
        message = f"lists nest {markup.MOST_LEVELS} levels at most"
        reading.error("DB120", message, origin, ["Write it flatter."])
    return tuple(done)


def _line(decoded: object, field: Field, origin: Origin, reading: Reading) -> Paragraph:
    return markup.line(str(decoded), origin, reading.found)


def _blocks(decoded: object, field: Field, origin: Origin, reading: Reading) -> Text:
    return markup.blocks(str(decoded), origin, reading.found)


def _plain(decoded: object, field: Field, origin: Origin, reading: Reading) -> str:
    return reading.plain(str(decoded), origin)


def _items(decoded: object, field: Field, origin: Origin, reading: Reading) -> Text:
    return items(_entries(decoded), origin, reading)


def _lines(decoded: object, field: Field, origin: Origin, reading: Reading) -> tuple[Text, ...]:
    entries = enumerate(_entries(decoded))
    return tuple(markup.blocks(str(entry), origin.at(n), reading.found) for n, entry in entries)


def _cards(decoded: object, field: Field, origin: Origin, reading: Reading) -> tuple[Card, ...]:
    docs = [each for each in _entries(decoded) if isinstance(each, CardDoc)]
    return tuple(_card(doc, origin.at(n), reading) for n, doc in enumerate(docs))


def _card(doc: CardDoc, origin: Origin, reading: Reading) -> Card:
    return Card(
        heading=markup.line(doc.heading, origin.at("heading"), reading.found),
        text=markup.blocks(doc.text, origin.at("text"), reading.found),
        icon=doc.icon,
        drawing=_drawing(doc.icon, origin.at("icon"), reading) if doc.icon else (),
        when=condition(doc, origin, reading),
    )


def _drawing(name: str, origin: Origin, reading: Reading) -> tuple[Command, ...]:
    """Return the outline of an icon, read once; empty where there is none of this name."""
    if name not in reading.icons:
        known = reading.files.names(reading.icons_folder, ".svg")
        if name not in known:
            reading.error("DB152", f"there is no icon “{name}”", origin, did_you_mean(name, known))
            return ()
        reading.icons[name] = icon(f"{reading.icons_folder}/{name}.svg", origin, reading)
    return reading.icons[name]


def _links(decoded: object, field: Field, origin: Origin, reading: Reading) -> tuple[LinkItem, ...]:
    docs = [each for each in _entries(decoded) if isinstance(each, LinkDoc)]
    return tuple(_link(doc, field, origin.at(n), reading) for n, doc in enumerate(docs))


def _link(doc: LinkDoc, field: Field, origin: Origin, reading: Reading) -> LinkItem:
    text = markup.line(doc.text, origin.at("text"), reading.found)
    linked = any(run.link for run in text.runs)
    ways = [name for name, way in (("url", doc.url), ("not-available", doc.not_available)) if way is not None]
    if len(ways) + linked > 1:
        message = "the entry has more than one of `url`, `not-available` and a link in its text"
        reading.clash(("text" if linked else ways[0], ways[-1]), message, origin, "Keep one of them.")
    elif field.complete and not ways and not linked:
        hint = "Add `url: …`, or `not-available: …` with why there is no address."
        reading.error("DB111", "the entry lacks the field `url`", origin, [hint])
    if doc.url is not None:
        text = _linked(text, doc.url.strip(), origin.at("url"), reading)
    return LinkItem(
        text=text,
        audience=None if doc.for_ is None else markup.line(doc.for_, origin.at("for"), reading.found),
        not_available=None
        if doc.not_available is None
        else reading.plain(doc.not_available, origin.at("not-available")),
        when=condition(doc, origin, reading),
    )


def _linked(text: Paragraph, url: str, origin: Origin, reading: Reading) -> Paragraph:
    target = ascii_target(url)
    if fault := link_fault(target):
        reading.error("DB121", fault[0], origin, [fault[1]])
    return replace(text, runs=tuple(replace(run, link=Link(target)) for run in text.runs))


def _column(decoded: object, field: Field, origin: Origin, reading: Reading) -> Column | None:
    if not isinstance(decoded, ColumnDoc):
        return None
    if decoded.heading is None and field.complete:
        reading.error("DB111", f"`{field.name}` lacks the field `heading`", origin, ["Add `heading: …`."])
    if decoded.text is not None and decoded.items is not None:
        message = f"`{field.name}` has both `text` and `items`"
        reading.clash(("text", "items"), message, origin, "Keep one of them.")
    heading = decoded.heading and markup.line(decoded.heading, origin.at("heading"), reading.found)
    if decoded.items is not None:
        return Column(items(decoded.items, origin.at("items"), reading), heading or None, listed=True)
    if decoded.text is not None:
        return Column(markup.blocks(decoded.text, origin.at("text"), reading.found), heading or None)
    reading.error(
        "DB111", f"`{field.name}` lacks the field `text`", origin, ["Add `text: …`, or `items: …`."]
    )
    return None


def _chart(decoded: object, field: Field, origin: Origin, reading: Reading) -> Value | None:
    return chart(decoded, origin, reading) if isinstance(decoded, ChartDoc) else None


def _picture(decoded: object, field: Field, origin: Origin, reading: Reading) -> Value | None:
    return picture(decoded, origin, reading) if isinstance(decoded, PictureDoc) else None


def _table(decoded: object, field: Field, origin: Origin, reading: Reading) -> Table | None:
    if not isinstance(decoded, TableDoc):
        return None
    columns, rows = origin.at("columns"), origin.at("rows")
    conditions = tuple(
        condition(row, rows.at(n), reading) if isinstance(row, RowDoc) else None
        for n, row in enumerate(decoded.rows)
    )
    return Table(
        columns=tuple(
            markup.line(cell, columns.at(n), reading.found) for n, cell in enumerate(decoded.columns)
        ),
        rows=tuple(
            _row(row, len(decoded.columns), rows.at(n), reading) for n, row in enumerate(decoded.rows)
        ),
        alt=reading.plain(decoded.alt, origin.at("alt")),
        conditions=conditions if any(conditions) else (),
        origin=origin,
    )


def _row(
    row: Sequence[str | None] | RowDoc, width: int, origin: Origin, reading: Reading
) -> tuple[Paragraph, ...]:
    cells = row.cells if isinstance(row, RowDoc) else row
    if len(cells) != width:
        count = f"{len(cells)} cell{'' if len(cells) == 1 else 's'}"
        message = f"the row has {count}; wanted {width}, as the header has"
        hint = 'Write an empty cell (`""`) where nothing stands.'
        reading.error("DB141", message, origin, [hint])
    place = origin.at("cells") if isinstance(row, RowDoc) else origin
    return tuple(
        markup.line(cell, place.at(n), reading.found)
        if cell and cell.strip()
        else Paragraph((), origin=place.at(n))
        for n, cell in enumerate(cells)
    )


def _entries(decoded: object) -> Sequence[object]:
    return decoded if isinstance(decoded, list) else ()


_CONVERT: Mapping[Kind, Convert] = {
    "line": _line,
    "blocks": _blocks,
    "plain": _plain,
    "items": _items,
    "lines": _lines,
    "cards": _cards,
    "links": _links,
    "chart": _chart,
    "table": _table,
    "picture": _picture,
    "column": _column,
}
