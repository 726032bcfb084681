"""Fields on pages: fields in; labels, frames to write in, and widgets out (ISO 32000-1, 12.7).

The label stands over its field, beside a check box; the options of a radio button stand beside their circles.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Field, FieldBlock
from deckbuild.model.paged import FieldNode, Role
from deckbuild.model.scene import LevelStyle
from deckbuild.model.text import Paragraph, Run, plain
from deckbuild.typeset.lines import BELOW
from deckbuild.typeset.pages.piece import Piece, Stack, stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, box, stroke
from deckbuild.typeset.pages.structure import Branch
from deckbuild.typeset.pages.words import Words, width_of, words

ENTRY = 25.0
"""Height of a field of one line, points on A4: 9 mm, room for handwriting."""
LINE = 20.0
"""Height of each line of a larger one."""
INSET = 4.0
"""Between a field's edge and what stands in it, points in every size."""
TICK = 12.0
"""Side of a check box, diameter of a radio button, points on A4."""
BESIDE = 4.0
"""Between a box or circle and its words, points in every size."""
APART = 14.0
"""Between fields, and between the options of a radio button where there is room."""
CLOSEST = 4.0
"""Between options, at least, points in every size."""
AROUND, AROUND_FRAMED = 9.0, 14.0
"""Over and under fields, points on A4; over those of a certificate."""
OVERHANG = (4.0, 2.5)
"""How far a field in a table goes into its cell's insets, across and down."""
EDGE = 0.75
DISPLAY = 0.7
"""Width of a field that is written large, of the measure."""
REQUIRED = " (required)"

Place = tuple[float, float, float, float]
"""x, y, width and height within the piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget(Piece):
    """A field without its label: places to write in or to tick, and the words of its options."""

    field: Field
    owner: Branch
    places: tuple[Place, ...]
    style: LevelStyle
    framed: bool
    plain: bool = False
    """True where a line to write on is all the frame: on certificates."""
    options: tuple[tuple[Words, float, float], ...] = ()
    """Words with their place within the piece."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw frames or circles, then the field over them, then the options' words."""
        places = [(x + dx, y + dy, width, height) for dx, dy, width, height in self.places]
        for place in places:
            self.frame(sheet, place)
        boxes = tuple(box(*place) for place in places)
        sheet.add(self.owner, FieldNode(self.field, boxes, self.style))
        for each, dx, dy in self.options:
            each.draw(sheet, x + dx, y + dy)

    def frame(self, sheet: Sheet, place: Place) -> None:
        """Draw what shows on paper where to write."""
        if self.field.kind == "radio":
            sheet.ellipse(place, stroke("muted", EDGE))
        elif self.field.kind == "checkbox":
            sheet.rectangle(place, line=stroke("muted", EDGE), radius=1.5)
        elif self.framed and self.plain:
            bottom = place[1] + place[3]
            sheet.rule((place[0], bottom), (place[0] + place[2], bottom), stroke("muted", EDGE))
        elif self.framed:
            sheet.rectangle(place, line=stroke("muted", EDGE), radius=2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled(Piece):
    """Fields side by side; their labels end at one height."""

    columns: tuple[tuple[Stack, Piece, float], ...]
    """Label, widget, and the widget's x."""
    over: float
    """Height of the labels."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the columns."""
        for label, widget, dx in self.columns:
            label.draw(sheet, x + dx, y + self.over - label.height - label.after)
            widget.draw(sheet, x + dx, y + self.over)

    @property
    def baseline(self) -> float:
        """That of the first label."""
        first = self.columns[0][0]
        return self.over - first.height - first.after + first.baseline


def lay_fields(block: FieldBlock, setting: Setting) -> Iterator[Piece]:
    """Yield the fields, side by side."""
    unit = setting.kit.unit
    shares = block.widths or (1.0,) * len(block.fields)
    gap = APART * unit
    width = setting.width * (DISPLAY if any(field.display for field in block.fields) else 1.0)
    free = width - gap * (len(shares) - 1)
    columns, x = [], (setting.width - width) / 2
    for field, share in zip(block.fields, shares, strict=True):
        width = free * share / sum(shares)
        columns.append((*lay_field(field, setting.narrow(width)), x))
        x += width + gap
    over = max(label.height + label.after for label, _, _ in columns)
    height = over + max(widget.height for _, widget, _ in columns)
    before = AROUND_FRAMED if setting.kit.document.frame else AROUND
    yield Labelled(
        columns=tuple(columns), over=over, height=height, before=before * unit, after=AROUND * unit
    )


def lay_field(field: Field, setting: Setting) -> tuple[Stack, Piece]:
    """Return a field's label with its help, and its widget."""
    if field.kind == "checkbox":
        return stack(()), tick_box(field, setting)
    style = setting.style("field-label")
    look = replace(style.first, align="ctr") if field.display else style.first
    label = words(setting, label_of(field), look, setting.parent.add("P"), after=style.after)
    said: list[Piece] = [label]
    if field.help:
        small = setting.style("help")
        said.append(
            words(setting, plain(field.help), small.first, setting.parent.add("P"), after=small.after)
        )
    owner = setting.parent.add(role_of(field))
    widget = (
        radio(field, setting, owner)
        if field.kind == "radio"
        else entry(field, setting, owner, framed=True, least=0.0)
    )
    return stack(said), widget


def role_of(field: Field) -> Role:
    """Return the structure type of a field: a Form holds one widget, and a radio button has several."""
    return "Div" if field.kind == "radio" else "Form"


def label_of(field: Field) -> Paragraph:
    """Return a label, and after it whether the field must be filled in."""
    bold = Run(field.label, bold=True)
    return Paragraph((bold, Run(REQUIRED, colour="muted")) if field.required else (bold,))


def entry_height(field: Field, setting: Setting) -> float:
    """Return the height of a field to write in."""
    unit = setting.kit.unit
    if field.display:
        return setting.style("entry-display").first.pitch * 1.4
    return max(ENTRY, field.lines * LINE + 6) * unit if field.kind == "multiline" else ENTRY * unit


def entry(field: Field, setting: Setting, owner: Branch, *, framed: bool, least: float) -> Widget:
    """Return a field to write in, as wide as the setting."""
    style = setting.style("entry-display" if field.display else "entry").first
    check(field, setting, style)
    field = grown(field, setting, style)
    height = max(entry_height(field, setting), least)
    return Widget(
        field=field,
        owner=owner,
        places=((0.0, 0.0, setting.width, height),),
        style=style,
        framed=framed,
        plain=setting.kit.document.frame,
        height=height,
    )


def grown(field: Field, setting: Setting, style: LevelStyle) -> Field:
    """Return a field with as many lines as what it is prefilled with needs: a line would cut it off."""
    room, line, count = setting.width - 2 * INSET, "", 1
    for word in field.value.split():
        longer = f"{line} {word}".lstrip()
        over = bool(line) and width_of(setting.kit, longer, style) > room
        count, line = (count + 1, word) if over else (count, longer)
    has = field.lines if field.kind == "multiline" else 1
    return field if count <= has else replace(field, kind="multiline", lines=count)


def check(field: Field, setting: Setting, style: LevelStyle) -> None:
    """Report signs of what a field is prefilled with that the brand's font does not have."""
    if field.value:
        setting.check(plain(field.value, origin=field.origin), style, where=f" of the field “{field.label}”")


def side_of(unit: float) -> float:
    """Return the side of a box to tick; it grows less than the letters."""
    return TICK * sqrt(unit)


def tick_box(field: Field, setting: Setting) -> Widget:
    """Return a check box with its label beside it."""
    unit = setting.kit.unit
    owner = setting.parent.add("Form")
    style = setting.style("option").first
    beside = side_of(unit) + BESIDE + 2
    label = words(setting.narrow(setting.width - beside), label_of(field), style, setting.parent.add("P"))
    return ticks(field, setting, owner, [(label, beside, 0.0)])


def radio(field: Field, setting: Setting, owner: Branch) -> Widget:
    """Return a radio button: its options on one line where they fit, else under one another."""
    unit = setting.kit.unit
    style = setting.style("option").first
    beside = side_of(unit) + BESIDE
    sizes = [width_of(setting.kit, option, style) for option in field.options]
    # A little more than the words: a width that is met exactly may break for rounding.
    inner = [setting.narrow(size + 1) for size in sizes]
    free = setting.width - sum(sizes) - len(sizes) * (beside + 1)
    gap = min(APART * unit, free / max(1, len(sizes) - 1))
    placed, x, y = [], 0.0, 0.0
    across = gap >= CLOSEST
    for option, room in zip(field.options, inner, strict=True):
        place = room if across else setting.narrow(setting.width - beside)
        label = words(place, plain(option), style, setting.parent.add("P"))
        placed.append((label, x + beside, y))
        if across:
            x += beside + label.width + gap
        else:
            y += label.height + 3 * unit
    return ticks(field, setting, owner, placed)


def ticks(field: Field, setting: Setting, owner: Branch, options: list[tuple[Words, float, float]]) -> Widget:
    """Return boxes or circles, each before its words, in the middle of their first line."""
    side = side_of(setting.kit.unit)
    style = setting.style("entry").first
    places = []
    for label, x, y in options:
        middle = y + label.baseline - label.ready.style.size * (0.5 - BELOW * 0.75)
        gap = BESIDE if field.kind == "radio" else BESIDE + 2
        places.append((x - gap - side, middle - side / 2, side, side))
    height = max((y + label.height for label, _, y in options), default=side)
    return Widget(
        field=field,
        owner=owner,
        places=tuple(places),
        style=style,
        framed=True,
        height=max(height, side + 2),
        options=tuple(options),
    )


def lay_cell_field(field: Field, setting: Setting, least: float) -> Piece:
    """Return a field in a table's cell, whose edges frame it; *least* is the height that there is."""
    owner = setting.parent.add(role_of(field))
    if field.kind == "radio":
        return radio(field, setting, owner)
    if field.kind == "checkbox":
        side = side_of(setting.kit.unit)
        style = setting.style("entry").first
        place = (0.0, max(0.0, (least - side) / 2), side, side)
        height = max(side, least)
        return Widget(field=field, owner=owner, places=(place,), style=style, framed=True, height=height)
    unit = setting.kit.unit
    # What one writes by hand grows less than the letters that are printed.
    height = max(least, field.lines * LINE * unit if field.kind == "multiline" else LINE * sqrt(unit))
    over, down = OVERHANG[0] * unit, OVERHANG[1] * unit
    whole = ((-over, -down, setting.width + 2 * over, height + 2 * down),)
    style = replace(setting.style("entry").first, size=setting.style("cell").first.size)
    check(field, setting, style)
    return Widget(field=field, owner=owner, places=whole, style=style, framed=False, height=height)
