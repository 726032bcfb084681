"""Blocks that flow over pages, with something short beside their beginning: in the margin where there is one.

On small pages and in large print there is none; what would stand there stands over the blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Heading, Margin, SlideBlock
from deckbuild.typeset.pages.piece import Parted, Piece, Stack, bound, shifted, stack
from deckbuild.typeset.pages.setting import GUTTER, Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke

OVER = 20.0
"""Points on A4 over the rule that begins such blocks under a heading."""
UNDER_RULE = 7.0
NARROWED = 0.5
"""Of the width, for what stands over the blocks instead of beside them: a slide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Piece):
    """A flowing body with an aside at the left of its beginning."""

    aside: Stack
    body: Stack
    margin: float
    rule: float = 0.0
    """Length of the hairline over it; 0 for none."""
    top: float = 0.0
    """Room for the hairline."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the aside, its first line level with the body's, then the body."""
        if self.rule:
            sheet.rule((x, y), (x + self.rule, y), stroke("rule", 0.5))
        aside, body = sunk(self.aside, self.body)
        self.aside.draw(sheet, x, y + self.top + aside)
        self.body.draw(sheet, x + self.margin, y + self.top + body)

    @property
    def baseline(self) -> float:
        """That of the body."""
        return self.top + sunk(self.aside, self.body)[1] + self.body.baseline

    def part(self, room: float, page: float) -> Parted:
        """Part the body; the aside stays with its beginning."""
        aside, body = sunk(self.aside, self.body)
        room -= self.top
        if self.aside.height + aside > room:
            return None, self
        if self.body.height + body <= room:
            return self, None
        head, rest = self.body.part(room - body, page)
        if not isinstance(head, Stack):
            return None, self
        stays = replace(self, body=head, height=height_of(self.aside, head) + self.top, after=0.0)
        if rest is None:
            return stays, None
        return stays, shifted(replace(rest, after=self.after), self.margin)


def sunk(aside: Stack, body: Stack) -> tuple[float, float]:
    """Return by how much either begins lower than the other, so that their first lines are level."""
    if not aside.baseline or not body.baseline:
        return 0.0, 0.0
    return max(0.0, body.baseline - aside.baseline), max(0.0, aside.baseline - body.baseline)


def height_of(aside: Stack, body: Stack) -> float:
    """Return the height of both side by side."""
    return max(each.height + by for each, by in zip((aside, body), sunk(aside, body), strict=True))


def lay_margin(block: Margin, setting: Setting, heading: Heading | None = None) -> Iterator[Piece]:
    """Yield the blocks; a *heading* that stands over them begins the body, and a hairline parts it off."""
    over = list(setting.column().make([heading], setting.column())) if heading else []
    if not setting.margin:
        yield from over
        has_slide = any(isinstance(each, SlideBlock) for each in block.aside)
        beside = setting.make(block.aside, setting.narrow(setting.width * (NARROWED if has_slide else 1.0)))
        yield from (piece.kept() for piece in beside)
        yield from setting.make(block.body, setting)
        return
    unit = setting.kit.unit
    aside = setting.narrow(setting.margin - GUTTER * unit).stack(block.aside)
    column = setting.column()
    body = stack(bound([*over, *column.make(block.body, column)]))
    top = UNDER_RULE * unit if heading else 0.0
    yield Beside(
        aside=aside,
        body=body,
        margin=setting.margin,
        height=height_of(aside, body) + top,
        rule=setting.width if heading else 0.0,
        top=top,
        before=OVER * unit if heading else body.before,
        after=body.after,
    )
