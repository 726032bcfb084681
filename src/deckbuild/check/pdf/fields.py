"""Form fields as a file has them: a widget in, the field with its label and value out (ISO 32000-1, 12.7)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from deckbuild.check.pdf.inherited import inherited, upwards
from deckbuild.check.pdf.tags import Filled

REQUIRED, MULTILINE, RADIO, PUSH = 1 << 1, 1 << 12, 1 << 15, 1 << 16
"""Bits of /Ff (ISO 32000-1, tables 221, 226 and 228)."""


def read_field(widget: pikepdf.Object, page: int) -> Filled:
    """Return the field that a widget shows; of a set of radio buttons, the one button."""
    field = _field_of(widget)
    flags = int(inherited(field, "/Ff") or 0)
    kind = _kind(str(inherited(field, "/FT") or ""), flags)
    value, option = _value(inherited(field, "/V")), ""
    if kind == "radio":
        option = next((name.lstrip("/") for name in _states(widget) if name != "/Off"), "")
        value = value if value == option else ""
    return Filled(
        name=_name(field),
        kind=kind,
        label=str(widget.get("/TU", field.get("/TU", ""))),
        value=value,
        required=bool(flags & REQUIRED),
        options=(option,) if kind == "radio" else tuple(_options(field, kind)),
        page=page,
    )


def _field_of(widget: pikepdf.Object) -> pikepdf.Object:
    """Return the field of a widget: itself, or the one that it is a button of."""
    return widget.Parent if "/T" not in widget and "/Parent" in widget else widget


def _name(field: pikepdf.Object) -> str:
    """Return a field's full name (ISO 32000-1, 12.7.3.2)."""
    return ".".join(reversed([str(each.T) for each in upwards(field) if "/T" in each]))


def _kind(type_: str, flags: int) -> str:
    match type_:
        case "/Tx":
            return "multiline" if flags & MULTILINE else "text"
        case "/Btn":
            return "push button" if flags & PUSH else "radio" if flags & RADIO else "checkbox"
        case "/Ch":
            return "choice"
    return type_


def _value(value: object) -> str:
    """Return what a field holds; "" for a button that is off."""
    if value is None or value == "/Off":
        return ""
    return str(value).lstrip("/") if isinstance(value, pikepdf.Name) else str(value)


def _options(field: pikepdf.Object, kind: str) -> Iterator[str]:
    if kind == "choice":
        for each in list(field.get("/Opt", pikepdf.Array())):
            # An option is a text, or a pair of its export value and what is shown.
            yield str(each[1]) if isinstance(each, pikepdf.Array) else str(each)


def _states(button: pikepdf.Object) -> list[str]:
    """Return the states that a button has an appearance for."""
    normal = button.get("/AP", pikepdf.Dictionary()).get("/N", pikepdf.Dictionary())
    return list(dict(normal.items()))


def shown_value(widget: pikepdf.Object) -> tuple[str, str, bool]:
    """Return a field's name and value, and whether its appearance shows the value as text."""
    field = _field_of(widget)
    is_text = str(inherited(field, "/FT") or "") in ("/Tx", "/Ch")
    return _name(field), _value(inherited(field, "/V")), is_text
