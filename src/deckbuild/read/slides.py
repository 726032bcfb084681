"""Slide layouts in, the declarations of their slides out: a field's kind says what may be written in it."""

from __future__ import annotations

import operator
from functools import cache
from typing import Annotated, cast

import msgspec

from deckbuild.layouts import LAYOUTS
from deckbuild.layouts.base import Field, Kind
from deckbuild.read.forms import Text
from deckbuild.read.slide_documents import (
    CardDoc,
    ChartDoc,
    ColumnDoc,
    ItemDoc,
    LinkDoc,
    PictureDoc,
    SlideDoc,
    TableDoc,
)

_DECLARED: dict[Kind, object] = {
    "line": Text,
    "blocks": Text,
    "plain": Text,
    "items": list[Text | ItemDoc],
    "lines": list[Text],
    "cards": list[CardDoc],
    "links": list[LinkDoc],
    "chart": ChartDoc,
    "table": TableDoc,
    "picture": PictureDoc,
    "column": ColumnDoc,
}
_LISTS = frozenset(("items", "lines", "cards", "links"))


@cache
def slide_declaration(layout: str) -> type[SlideDoc]:
    """Return the struct of the slides of a layout, tagged by `layout`."""
    fields = [_member(field) for field in LAYOUTS[layout].fields]
    made = msgspec.defstruct(layout, fields, bases=(SlideDoc,), tag_field="layout", tag=layout, kw_only=True)
    return cast("type[SlideDoc]", made)


def attribute(field: Field) -> str:
    """Return the name of a field's attribute in its struct."""
    return field.name.replace("-", "_")


def _member(field: Field) -> tuple[str, type] | tuple[str, type, None]:
    wanted = _DECLARED[field.kind]
    if field.kind in _LISTS:
        # Entries with conditions: more may be written than any one profile gets (see `counts`).
        most = field.most if field.kind == "lines" else 0
        bounds = msgspec.Meta(min_length=max(field.least, 1), max_length=most or None)
        wanted = operator.getitem(Annotated, (wanted, bounds))
    if field.required:
        return attribute(field), cast("type", wanted)
    return attribute(field), cast("type", operator.or_(wanted, None)), None
