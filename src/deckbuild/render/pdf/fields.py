"""An interactive form: widgets of all pages in, fields and their annotations out (ISO 32000-1, 12.7).

Fields keep the order of the structure tree, which is also the order of the Tab key (ISO 14289-1, 7.18).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.render.pdf.file import references
from deckbuild.render.pdf.syntax import name, number, rectangle, reference, text
from deckbuild.render.pdf.widgets import OFF, ON, state_of

if TYPE_CHECKING:
    from deckbuild.model.document import Field
    from deckbuild.model.scene import LevelStyle
    from deckbuild.render.pdf.colours import Inks
    from deckbuild.render.pdf.file import File
    from deckbuild.render.pdf.tags import Widget

TYPING_FONT = "Typing"
"""Resource name of the font for what people type."""

REQUIRED, MULTILINE, RADIO, COMBO, STAYS_ON = 1 << 1, 1 << 12, 1 << 15, 1 << 17, 1 << 14
"""Field flags (tables 221, 226, 228, 230)."""

KINDS = {
    "text": (b"/Tx", 0),
    "date": (b"/Tx", 0),
    "multiline": (b"/Tx", MULTILINE),
    "choice": (b"/Ch", COMBO),
    "checkbox": (b"/Btn", 0),
    "radio": (b"/Btn", RADIO | STAYS_ON),
}
"""Kind of a field → its type and flags."""

QUADDING = {"l": 0, "ctr": 1, "r": 2}


@dataclass(slots=True)
class _Node:
    """A field, or a name that others have in common: names are paths (12.7.3.2)."""

    number: int
    of: Field | None = None
    kids: dict[str, _Node] = field(default_factory=dict)
    options: list[int] = field(default_factory=list)
    """Widgets of a radio button."""


class Form:
    """The fields of a document."""

    def __init__(self, file: File, inks: Inks, resources: int) -> None:
        """*resources* is the number of the resource dictionary for appearances."""
        self._file = file
        self._inks = inks
        self._resources = resources
        self._root = _Node(0)

    @property
    def empty(self) -> bool:
        """Whether the document has no field."""
        return not self._root.kids

    def add(self, widget: Widget, page: int, key: int) -> int:
        """Return the number of a widget's annotation; *key* is its own in the parent tree."""
        path = widget.field.name.split(".")
        parent = self._root
        for part in path[:-1]:
            parent = self._below(parent, part)
        shared = widget.field.kind == "radio"
        if not shared and path[-1] in parent.kids:
            raise ValueError(f"two fields are called {widget.field.name}")
        node = self._below(parent, path[-1])
        if node.kids:
            raise ValueError(f"{widget.field.name} is a field and a part of the names of others")
        node.of = widget.field
        annotation = self._annotation(widget, page, key)
        if shared:
            said = text(f"{widget.field.label}: {widget.option}")
            option = self._file.add(b"<<%s/TU%s/Parent %s>>" % (annotation, said, reference(node.number)))
            node.options.append(option)
            return option
        about = self._about(widget.field, path[-1], parent, widget.style)
        self._file.put(node.number, b"<<%s%s>>" % (annotation, about))
        return node.number

    def finish(self, typing: int) -> bytes:
        """Return the form's dictionary (12.7.2); *typing* is the number of the font for what people type."""
        fields = self._write(self._root)
        entries = b"/Fields%s/DR<</Font<<%s %s>>>>/DA(/%s 0 Tf 0 g)"
        font = TYPING_FONT.encode("ascii")
        return b"<<%s>>" % (entries % (references(fields), name(TYPING_FONT), reference(typing), font))

    def _below(self, parent: _Node, part: str) -> _Node:
        if parent.of:
            raise ValueError(f"{parent.of.name} is a field and a part of the names of others")
        if part not in parent.kids:
            parent.kids[part] = _Node(self._file.reserve())
        return parent.kids[part]

    def _write(self, parent: _Node) -> list[int]:
        """Write what has no widget of its own, and return the numbers of the fields below *parent*."""
        for part, node in parent.kids.items():
            above = self._parent(parent)
            if node.options and node.of:
                about = self._about(node.of, part, parent, None)
                self._file.put(node.number, b"<<%s/Kids%s>>" % (about, references(node.options)))
            elif node.kids:
                kids = references(self._write(node))
                self._file.put(node.number, b"<</T%s/Kids%s%s>>" % (text(part), kids, above))
        return [node.number for node in parent.kids.values()]

    def _about(self, of: Field, part: str, parent: _Node, style: LevelStyle | None) -> bytes:
        """Return a field's entries (12.7.3.1)."""
        kind, flags = KINDS[of.kind]
        flags |= REQUIRED * of.required
        entries = b"/FT%s/Ff %d/T%s/TU%s" % (kind, flags, text(part), text(of.label))
        if kind == b"/Btn":
            state = OFF
            if of.value:
                state = ON if of.kind == "checkbox" else state_of(of.value)
            entries += b"/V%s" % name(state)
        else:
            assert style is not None
            entries += self._typing(of, style)
        return entries + self._parent(parent)

    def _typing(self, of: Field, style: LevelStyle) -> bytes:
        appearance = f"(/{TYPING_FONT} {number(style.size)} Tf {self._inks.fill[style.colour]})"
        entries = b"/DA%s/Q %d" % (appearance.encode("ascii"), QUADDING[style.align])
        if of.value:
            entries += b"/V%s/DV%s" % (text(of.value), text(of.value))
        if of.kind == "choice":
            entries += b"/Opt[%s]" % b"".join(text(option) for option in of.options)
        return entries

    def _parent(self, parent: _Node) -> bytes:
        return b"/Parent %s" % reference(parent.number) if parent is not self._root else b""

    def _annotation(self, widget: Widget, page: int, key: int) -> bytes:
        """Return the entries of an annotation (12.5.2). Only /N has an appearance (ISO 19005-2, 6.3.3)."""
        left, bottom, right, top = widget.area
        box = rectangle((0, 0, right - left, top - bottom))
        looks = {
            state: self._file.stream(
                operators.encode("ascii"),
                b"/Type/XObject/Subtype/Form/BBox%s/Resources %s" % (box, reference(self._resources)),
            )
            for state, operators in widget.looks
        }
        entries = b"/Type/Annot/Subtype/Widget/F 4/Rect%s/P %s/StructParent %d/AP<</N%s>>" % (
            rectangle(widget.area),
            reference(page),
            key,
            _states(looks),
        )
        if len(looks) > 1:
            on = widget.field.value == widget.option if widget.option else bool(widget.field.value)
            entries += b"/AS%s" % name(next(iter(looks)) if on else OFF)
        return entries


def _states(looks: dict[str, int]) -> bytes:
    """Return the appearance of a field, or those of a button's states."""
    if "" in looks:
        return b" " + reference(looks[""])
    return b"<<%s>>" % b"".join(b"%s %s" % (name(state), reference(looks[state])) for state in looks)
