"""Text on pages: paragraphs and lists in, lines out, tagged P and L with LI, Lbl and LBody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import TextBlock
from deckbuild.model.scene import Align, LevelStyle
from deckbuild.model.text import Paragraph, Run, Text
from deckbuild.typeset.pages.piece import Piece, Stack, shifted, stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke
from deckbuild.typeset.pages.structure import Branch
from deckbuild.typeset.pages.styles import TypeStyle
from deckbuild.typeset.pages.words import Words, words

LONGEST = 34.0
"""Ems of reading matter that a line has at most, also where the page has more room: 75 letters or so."""
OVER_LABEL = 12.0
"""Points on A4 over a label of a framed page, so that it stands by what it names."""
QUOTATION_INDENT = 14.0
QUOTATION_RULE = 2.0
"""Points on A4."""


@dataclass(slots=True)
class Open:
    """A list that may get more entries."""

    depth: int
    branch: Branch
    body: Branch
    """LBody of the last entry."""


class Lists:
    """Where the paragraphs of a text stand in the tree."""

    def __init__(self, root: Branch) -> None:
        self._root = root
        self._open: list[Open] = []

    def place(self, depth: int, *, entry: bool) -> tuple[Branch, Branch | None]:
        """Return the paragraph's element, and that of its bullet or number; *depth* is 0 outside of lists."""
        while self._open and self._open[-1].depth > depth:
            self._open.pop()
        if not entry:
            return (self._open[-1].body if self._open else self._root).add("P"), None
        if not self._open or self._open[-1].depth < depth:
            outer = self._open[-1].body if self._open else self._root
            branch = outer.add("L")
            self._open.append(Open(depth, branch, branch))
        item = self._open[-1].branch.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        self._open[-1].body = body
        return body.add("P"), label


def depth_of(paragraph: Paragraph, listed: bool) -> tuple[int, bool]:
    """Return how deep in lists a paragraph stands, and whether it is an entry of its own."""
    marked = paragraph.marker in ("bullet", "number")
    if listed:
        plain = paragraph.marker == "none"
        return (0 if plain and paragraph.level == 0 else paragraph.level + 1), not plain
    entry = marked or (paragraph.level > 0 and paragraph.marker == "style")
    return max(paragraph.level, int(marked)), entry


def numbers(text: Text, places: Sequence[tuple[int, bool]]) -> Iterator[int]:
    """Yield the number of each paragraph in its numbered list; further paragraphs of an entry end no list."""
    counts: dict[int, int] = {}
    for paragraph, (depth, entry) in zip(text, places, strict=True):
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if entry:
            counts[depth] = counts.get(depth, 0) + 1 if paragraph.marker == "number" else 0
        yield counts.get(depth, 0)


def set_text(
    setting: Setting,
    text: Text,
    style: TypeStyle,
    *,
    listed: bool = False,
    align: Align = "l",
) -> Iterator[Piece]:
    """Yield the paragraphs of a text; the last has the style's space under it."""
    lists = Lists(setting.parent)
    places = [depth_of(paragraph, listed) for paragraph in text]
    for index, (paragraph, number) in enumerate(zip(text, numbers(text, places), strict=True)):
        depth, entry = places[index]
        owner, label = lists.place(depth, entry=entry)
        look = replace(style.level(depth), align=align)
        if not entry:
            look = replace(look, bullet="")
        if index == 0:
            look = replace(look, before=max(look.before, style.first.before))
        last = index == len(text) - 1
        leads_on = not last and paragraph.text.endswith(":") and depth == 0
        yield words(
            setting,
            shown(paragraph, entry, look),
            look,
            owner,
            number=number,
            label=label,
            after=style.after if last else 0.0,
            keep=leads_on,
        )


def shown(paragraph: Paragraph, entry: bool, style: LevelStyle) -> Paragraph:
    """Return a paragraph with the marker that it is set with."""
    if not entry:
        return replace(paragraph, marker="none")
    bulleted = paragraph.marker == "style" and bool(style.bullet)
    return replace(paragraph, marker="bullet") if bulleted else paragraph


def labelled(text: Text, label: str, *, listed: bool) -> Text:
    """Return a text that begins with a bold label; before a list the label has a line of its own."""
    words = label if label[-1:] in ".:?!" else f"{label}:"
    if not text or depth_of(text[0], listed)[1]:
        origin = text[0].origin if text else Paragraph(()).origin
        return (Paragraph((Run(words, bold=True),), 0, "none", origin), *text)
    first, *rest = text
    return (replace(first, runs=(Run(f"{words} ", bold=True), *first.runs)), *rest)


def lay_text(block: TextBlock, setting: Setting) -> Iterator[Piece]:
    """Yield the paragraphs of a block."""
    text = labelled(block.text, block.label, listed=block.listed) if block.label else block.text
    if setting.kit.document.frame:
        yield from centred(block, text, setting)
        return
    if block.align == "l":
        setting = replace(setting, width=min(setting.width, LONGEST * setting.kit.scale.body))
    if block.style == "quotation":
        yield quotation(block, text, setting)
        return
    if block.style == "source":
        yield from set_source(setting, text)
        return
    yield from set_text(setting, text, setting.style(block.style), listed=block.listed, align=block.align)


def set_source(setting: Setting, text: Text) -> Iterator[Piece]:
    """Yield where something comes from, or who said it; it does not stand alone on the next page."""
    first, *rest = set_text(setting, text, setting.style("source"))
    yield replace(first, belongs=True)
    yield from rest


def centred(block: TextBlock, text: Text, setting: Setting) -> Iterator[Piece]:
    """Return the paragraphs of a framed page: a list begins where its longest entry, centred, does."""
    style = setting.style(block.style)
    if block.style == "label":
        over = replace(style.first, before=OVER_LABEL * setting.kit.unit)
        style = replace(style, levels=(over, *style.levels[1:]))
    made = list(set_text(setting, text, style, listed=block.listed, align=block.align))
    widest = max((natural(piece) for piece in made if isinstance(piece, Words)), default=0.0)
    by = max(0.0, setting.width - widest) / 2 if block.align == "l" else 0.0
    return (shifted(piece, by) for piece in made)


def natural(piece: Words) -> float:
    """Return the width of the longest line of a paragraph, with its margin."""
    ready = piece.ready
    return ready.margin + max(sum(ready.advances[each.start : each.end]) for each in piece.breaks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Stack):
    """A quotation with a rule at its left."""

    indent: float
    width: float
    """Of the rule."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the rule and the words."""
        middle = x + self.width / 2
        sheet.rule((middle, y + 2), (middle, y + self.height - 1), stroke("brand", self.width))
        for piece, top in self.placed():
            piece.draw(sheet, x + self.indent, y + top)

    def of(self, pieces: tuple[Piece, ...]) -> Stack | None:
        """Return a quotation like this one."""
        return ruled(stack(pieces), self.indent, self.width) if pieces else None


def ruled(inner: Stack, indent: float, width: float) -> Quotation:
    """Return pieces with a rule at their left."""
    return Quotation(
        pieces=inner.pieces,
        height=inner.height,
        before=inner.before,
        after=inner.after,
        indent=indent,
        width=width,
    )


def quotation(block: TextBlock, text: Text, setting: Setting) -> Piece:
    """Return a quotation."""
    indent = QUOTATION_INDENT * setting.kit.unit
    inner = replace(setting, parent=setting.parent.add("BlockQuote"), width=setting.width - indent)
    pieces = set_text(inner, text, setting.style("quotation"), listed=block.listed, align=block.align)
    return ruled(stack(pieces), indent, QUOTATION_RULE * setting.kit.unit)
