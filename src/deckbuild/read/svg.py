"""An SVG file of filled paths in, their outlines and colours out; anything that would be lost is refused.

Read by expat without a document tree: no DTD, no entity, no address is ever followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from xml.parsers import expat

from deckbuild.diagnostics import Place, error
from deckbuild.model.brand import MarkPath
from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.drawing import Command
from deckbuild.model.origin import Origin
from deckbuild.read.encoding import decode, place_of
from deckbuild.read.outline import LEAST, MOST, View, outline
from deckbuild.read.reading import Reading

MOST_BYTES = 256 * 1024
MOST_FAULTS = 20
"""Faults of one drawing that are told."""
MOST_POINTS = 20_000
"""Commands of one drawing's outlines; an icon has some dozens."""

_SVG = "http://www.w3.org/2000/svg "
_SILENT = frozenset(("title", "desc"))
"""Elements that draw nothing and say nothing on a slide."""
_HARMLESS = frozenset(
    (
        "id",
        "class",
        "role",
        "width",
        "height",
        "version",
        "focusable",
        "fill-rule",
        "clip-rule",
        "viewBox",
        "d",
        "fill",
    )
)
"""Attributes that change no outline. All shapes are filled by the even-odd rule."""
_NUMBER = re.compile(r"-?(?:\d{1,9}(?:\.\d*)?|\.\d+)", re.ASCII)
_OUTLINE_HINT = "Turn shapes and strokes into paths, and flatten transforms, in the program that drew it."


def icon(path: str, origin: Origin, reading: Reading) -> tuple[Command, ...]:
    """Return the outline of an icon, of one colour; empty where it cannot be used."""
    shapes = _read(path, origin, reading, lambda fill: "ink")
    return tuple(command for shape in shapes for command in shape.commands)


def mark(path: str, origin: Origin, palette: Mapping[str, str], reading: Reading) -> tuple[MarkPath, ...]:
    """Return the shapes of a brand's mark; `fill` is a colour name of the palette, or its value."""
    names = {f"#{value}": name for name, value in reversed(list(palette.items()))}

    def colour(fill: str) -> str:
        return fill if fill in palette else names.get(fill.upper(), "")

    return _read(path, origin, reading, colour)


def _read(path: str, origin: Origin, reading: Reading, colour: Callable[[str], str]) -> tuple[MarkPath, ...]:
    data = reading.data(path, origin, MOST_BYTES)
    if data is None:
        return ()
    if len(data) > MOST_BYTES:
        reading.error(
            "DB151", f"the drawing has more than {MOST_BYTES // 1024} KB", Origin(path), ["Simplify it."]
        )
        return ()
    text = reading.accept(decode(path, data, reading.places))
    return () if text is None else _Drawing(path, reading, colour).read(text)


class _Enough(Exception):  # noqa: N818  it is no error
    """Ends the reading of a drawing whose further faults help nobody."""


def _view(written: str) -> View | None:
    """Return a view box of four sensible numbers; None for anything else."""
    parts = re.split(r"[\s,]+", written.strip())
    if len(parts) != 4 or not all(_NUMBER.fullmatch(each) for each in parts):
        return None
    view = View(*map(float, parts))
    return view if all(LEAST <= each <= MOST for each in (view.w, view.h)) else None


@dataclass(slots=True)
class _Drawing:
    """Follows the elements of one file."""

    path: str
    reading: Reading
    colour: Callable[[str], str]
    """Fill → colour name; empty for a colour that may not be used."""
    view: View | None = None
    fills: list[str] = field(default_factory=list)
    """Fill of each element around the next."""
    done: list[MarkPath] = field(default_factory=list)
    faults: int = 0
    commands: int = 0
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))

    def read(self, text: str) -> tuple[MarkPath, ...]:
        """Return the shapes; none where there is any fault."""
        if "<!DOCTYPE" in text:
            # Not even begun: a declaration can define entities that grow without end.
            message = "the drawing has a document type declaration"
            place = place_of(text, text.index("<!DOCTYPE"))
            self._report("DB151", message, place, "Delete the `<!DOCTYPE …>`, or export it as plain SVG.")
            return ()
        with suppress(_Enough):
            self._parse(text)
        if not self.faults and not self.done:
            self._report("DB151", "the drawing has no filled path", Place(1, 1), _OUTLINE_HINT)
        return () if self.faults else tuple(self.done)

    def _parse(self, text: str) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda name: self.fills.pop()
        self.parser.ProcessingInstructionHandler = lambda target, data: self._fault(
            f"a processing instruction ({target})"
        )
        try:
            self.parser.Parse(text, True)
        except expat.ExpatError as fault:
            message = f"the drawing is not well-formed XML: {expat.ErrorString(fault.code)}"
            self._report("DB151", message, Place(fault.lineno, fault.offset + 1), "Export it again.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(_SVG)
        self.fills.append(attributes.get("fill", self.fills[-1] if self.fills else ""))
        if len(self.fills) == 1:
            self._root(tag, attributes)
        elif tag not in ("g", "path", *_SILENT):
            self._fault(f"`<{tag.rpartition(' ')[2]}>`")
            return
        for attribute, value in attributes.items():
            self._attribute(attribute, value)
        if tag == "path" and self.view and self.fills[-1] != "none":
            self._path(attributes.get("d", ""))

    def _root(self, tag: str, attributes: dict[str, str]) -> None:
        self.view = _view(attributes.get("viewBox", "")) if tag == "svg" else None
        if self.view:
            return
        message = "the file is no SVG drawing with a `viewBox` of four numbers"
        self._report("DB151", message, self._place(), "Export it as plain SVG with a view box.")

    def _attribute(self, name: str, value: str) -> None:
        known = name in _HARMLESS or name.startswith(("data-", "aria-")) or " " in name
        if not known and not (name == "stroke" and value == "none"):
            self._fault(f"the attribute `{name}`")

    def _path(self, data: str) -> None:
        fill = self.fills[-1]
        colour = self.colour(fill)
        if not colour:
            hint = "Fill it with a name of the brand's `colours`, such as `brand`."
            message = f"the fill “{fill}” is no colour of the brand" if fill else "the path has no fill"
            self._report("DB153", message, self._place(), hint)
        try:
            commands = outline(data, self.view or View(0, 0, 100, 100))
        except ValueError as fault:
            self._report("DB151", f"the path data cannot be read: {fault}", self._place(), "Export it again.")
            return
        self.done.append(MarkPath(commands, colour))
        self.commands += len(commands)
        if self.commands > MOST_POINTS:
            message = f"the drawing's outlines have more than {MOST_POINTS:,} points"
            self._report("DB151", message, self._place(), "Simplify its paths.")
            raise _Enough

    def _fault(self, what: str) -> None:
        self._report(
            "DB151", f"the drawing holds {what}; wanted filled paths alone", self._place(), _OUTLINE_HINT
        )

    def _report(self, code: str, message: str, place: Place, hint: str) -> None:
        self.faults += 1
        self.reading.found.append(error(code, message, self.reading.places.mark(self.path, place), [hint]))
        if self.faults == MOST_FAULTS:
            raise _Enough

    def _place(self) -> Place:
        return Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
