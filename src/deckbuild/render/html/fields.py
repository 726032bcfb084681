"""Fields that somebody fills in, in the browser or on paper: each has a label; nothing is sent anywhere."""

from __future__ import annotations

from deckbuild.model.document import Field, FieldBlock
from deckbuild.render.html.markup import NOTHING, Markup, block, tag, words


def fields(made: FieldBlock) -> Markup:
    """Return fields side by side; one below the other where the room is narrow."""
    widths = made.widths or (1.0,) * len(made.fields)
    shares = " ".join(f"minmax(0,{each:g}fr)" for each in widths)
    return block("div", *map(_field, made.fields), class_="columns", style=f"--columns:{shares}")


def _field(field: Field) -> Markup:
    must = tag("span", words(" (required)"), class_="required") if field.required else NOTHING
    title = (words(field.label), must)
    help_ = tag("p", words(field.help), id=f"{_id(field)}.help", class_="help") if field.help else NOTHING
    if field.kind == "radio":
        return block("fieldset", tag("legend", *title), help_, *_radios(field), class_="field")
    label = tag("label", *title, for_=_id(field))
    if field.kind == "checkbox":
        return block("div", tag("p", control(field), label, class_="choice"), help_, class_="field")
    return block("div", label, help_, control(field), class_="field")


def control(field: Field, *, named: bool = False) -> Markup:
    """Return what is filled in; *named* where no label stands beside it, as in a table's cell."""
    required = "" if field.required else None
    label = field.label if named else None
    described = f"{_id(field)}.help" if field.help and not named else None
    match field.kind:
        case "multiline":
            return tag(
                "textarea",
                # The parser drops a line end right after the start tag (HTML, 13.2.6.4.7).
                words(f"\n{field.value}"),
                id=_id(field),
                name=field.name,
                rows=str(max(field.lines, 1)),
                required=required,
                aria_label=label,
                aria_describedby=described,
            )
        case "choice":
            blank = tag("option", value="", label="Choose one")
            options = (_option(field, each) for each in field.options)
            return tag(
                "select",
                blank,
                *options,
                id=_id(field),
                name=field.name,
                required=required,
                aria_label=label,
                aria_describedby=described,
            )
        case "radio":
            return block("div", *_radios(field), role="radiogroup", aria_label=field.label)
        case _:
            return _input(field, label, described)


def _id(field: Field) -> str:
    return f"field.{field.name}"


def _input(field: Field, label: str | None, described: str | None) -> Markup:
    checkbox = field.kind == "checkbox"
    return tag(
        "input",
        type=field.kind,
        id=_id(field),
        name=field.name,
        value="yes" if checkbox else field.value or None,
        checked="" if checkbox and field.value else None,
        required="" if field.required else None,
        aria_label=label,
        aria_describedby=described,
    )


def _option(field: Field, option: str) -> Markup:
    return tag("option", words(option), selected="" if option == field.value else None)


def _radios(field: Field) -> list[Markup]:
    out = []
    for n, option in enumerate(field.options, 1):
        place = f"{_id(field)}.{n}"
        button = tag(
            "input",
            type="radio",
            id=place,
            name=field.name,
            value=option,
            checked="" if option == field.value else None,
            required="" if field.required else None,
        )
        out.append(tag("p", button, tag("label", words(option), for_=place), class_="choice"))
    return out
