"""What the readers want besides the declarations: fields that exclude or need one another, as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckbuild.read import documents, slide_documents

Json = dict[str, object]


def excludes(field: str, *others: str) -> Json:
    """Return a schema by which a mapping with a field has none of the others."""
    return {"if": _has(field), "then": {"properties": dict.fromkeys(others, False)}}


def needs(field: str, *others: str) -> Json:
    """Return a schema by which a mapping with a field has all the others."""
    return {"if": _has(field), "then": {"required": list(others)}}


def one_at_least(*fields: str) -> Json:
    """Return a schema by which a mapping has one of the fields at least."""
    return {"anyOf": [_has(each) for each in fields]}


def _has(field: str) -> Json:
    return {"required": [field]}


def _link() -> list[Json]:
    return [excludes("url", "not-available")]


def _column() -> list[Json]:
    return [excludes("text", "items"), one_at_least("text", "items")]


def _briefing_box() -> list[Json]:
    return [one_at_least("text", "slides")]


def _picture() -> list[Json]:
    decorative = {"properties": {"decorative": {"const": True}}, "required": ["decorative"]}
    return [{"if": decorative, "then": {"properties": {"alt": False}}, "else": {"required": ["alt"]}}]


def _chart() -> list[Json]:
    missing, drawn = ["in", "shows", "reason"], ["kind", "alt", "unit", "highlight", "series", "rows", "data"]
    return [
        {
            "if": _has("not-available"),
            "then": {"required": missing, "properties": dict.fromkeys(drawn, False)},
            "else": {
                "required": ["kind", "alt"],
                "properties": dict.fromkeys(missing, False),
                **one_at_least("rows", "data"),
            },
        },
        excludes("data", "rows", "series"),
    ]


_CHANGES: Mapping[str, tuple[str, ...]] = {
    "replace": ("with",),
    "insert": ("before", "after"),
    "omit": (),
    "add": ("to",),
}
"""Kind of change → the fields beside it."""


def _change() -> list[Json]:
    every = [*_CHANGES, *(each for beside in _CHANGES.values() for each in beside)]
    alone = [
        excludes(kind, *(each for each in every if each != kind and each not in beside))
        for kind, beside in _CHANGES.items()
    ]
    placed: Json = {"if": _has("insert"), "then": one_at_least("before", "after")}
    return [
        one_at_least(*_CHANGES),
        *alone,
        needs("replace", "with"),
        placed,
        excludes("before", "after"),
    ]


RULES: Mapping[type, Callable[[], list[Json]]] = {
    slide_documents.LinkDoc: _link,
    slide_documents.ColumnDoc: _column,
    slide_documents.PictureDoc: _picture,
    slide_documents.ChartDoc: _chart,
    documents.ChangeDoc: _change,
    documents.BriefingBoxDoc: _briefing_box,
}
"""Declaration → schemas that hold besides its fields."""
